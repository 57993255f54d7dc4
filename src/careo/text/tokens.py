"""Syntactic words, as Universal Dependencies counts them: marks by themselves, elided and contracted words apart.

"du" is "de" and "le", "nell'" is "in" and "l'", "im" is "in" and "dem", "hacerlo" is "hacer" and "lo": a written token
may hold several words, which then share its place. What a language writes together is told by its `tokens.toml`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from careo.text.lexicon import LANGUAGES, table

_TOKEN = re.compile(
    r"""
      (?:https?://|www\.)\S+[\w/] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+          # addresses
    | \#\w+ | @\w+
    | (?:[A-Z]\.(?:-?[A-Z]\.)+ | [A-Z]{2}\.\ ?[A-Z]{2}\.)                    # U.S.  EE.UU.  J.-C.
    | [+-]?\d+(?:[.,:]\d+)*(?:-?[a-zà-ÿªº]{1,3}(?!\w))?                      # 4.766  2,5  15th  20h
    | [^\W\d_][\w\u0300-\u036f]*(?:[-‐‑][\w]+)*                              # words, with their hyphens
    | \.{2,} | -{2,} | ''|`` | [^\w\s]
    | _+
    """,
    re.VERBOSE,
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.){2,}|[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+\.")
_INNER = re.compile(r"['’][\w]+(?:[-‐‑]\w+)*")
_HYPHENS = re.compile(r"[-‐‑]|[^-‐‑]+")
_PLAIN = str.maketrans("áéíó", "aeio")
_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class SyntacticWord:
    """A word at a place: words of one written token share the token's place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a language writes words together; a pattern of nothing where it does not."""

    elided: re.Pattern[str]
    """A word cut short, with its apostrophe: a token by itself ("l'")."""
    whole: re.Pattern[str]
    """What is one word in spite of its apostrophe ("aujourd'hui")."""
    hung: re.Pattern[str]
    """A written token that ends another one ("-t-il", "n't")."""
    unhung: re.Pattern[str]
    clitics: re.Pattern[str]
    """A verb and the pronouns behind it, a group each."""
    move_accent: bool
    """Whether the verb has an accent only for the pronoun's sake ("dándole", "dando")."""
    no_clitics: frozenset[str]
    contractions: Mapping[str, tuple[str, ...]]
    hyphens_part: bool
    abbreviations: frozenset[str]


@cache
def _habits(language: str) -> _Habits:
    known = language in LANGUAGES
    own = table(language, "tokens") if known else _NOTHING
    stops = table(language, "sentences") if known else _NOTHING
    elided, whole, hung, unhung, clitics = (
        re.compile(own.get(key, "(?!)")) for key in ("elided", "whole", "hung", "unhung", "clitics")
    )
    return _Habits(
        elided,
        whole,
        hung,
        unhung,
        clitics,
        own.get("clitics_move_accent", False),
        frozenset(own.get("no_clitics", ())),
        {form: tuple(words.split()) for form, words in own.get("contractions", _NOTHING).items()},
        own.get("hyphens_part", False),
        frozenset(
            word.casefold().rstrip(".")
            for key in ("never_ends", "may_end", "before_number")
            for word in stops.get(key, ())
        ),
    )


def tokens(text: str, start: int, end: int, language: str) -> tuple[SyntacticWord, ...]:
    """Return the syntactic words between two offsets, in order; of an unknown language, its written words."""
    habits = _habits(language)
    found: list[SyntacticWord] = []
    at = start
    while match := _TOKEN.search(text, at, end):
        at = _stop(text, match, end, habits)
        for first, last in _cut(text, match.start(), at, habits):
            found += (SyntacticWord(first, last, word) for word in _parts(text[first:last], habits))
    return tuple(found)


def _stop(text: str, match: re.Match[str], end: int, habits: _Habits) -> int:
    """Return where the token ends: an abbreviation keeps its full stop, an elided word its apostrophe."""
    stop, form = match.end(), match.group()
    whole = habits.whole.match(text, match.start(), end)
    if whole is not None:
        return whole.end()
    if not form[0].isalpha() or stop == end:
        return stop
    if text[stop] in "'’":
        return _apostrophe(text, match.start(), stop, end, habits)
    if text[stop] == ".":
        dotted = _DOTTED.match(text, match.start(), end)
        if dotted is not None and dotted.end() > stop:
            return dotted.end()
        if form.casefold() in habits.abbreviations or (len(form) == 1 and form.isupper()):
            return stop + 1
    return stop


def _apostrophe(text: str, start: int, stop: int, end: int, habits: _Habits) -> int:
    """Return where a word with an apostrophe at `stop` ends."""
    if habits.elided.fullmatch(text, start, stop + 1):
        return stop + 1
    inner = _INNER.match(text, stop, end)
    return stop if inner is None else inner.end()


def _cut(text: str, first: int, last: int, habits: _Habits) -> list[tuple[int, int]]:
    """Return the pieces of a run of letters, hyphens and apostrophes that are written tokens of their own."""
    form = text[first:last]
    if form.isalpha():
        return [(first, last)]
    hung = habits.hung.search(form)
    if hung is not None and hung.end() == len(form) and hung.start() and not habits.unhung.fullmatch(form):
        return [*_cut(text, first, first + hung.start(), habits), (first + hung.start(), last)]
    if habits.hyphens_part and form[0].isalnum() and "@" not in form and "/" not in form:
        return [(first + piece.start(), first + piece.end()) for piece in _HYPHENS.finditer(form)]
    return [(first, last)]


def _parts(form: str, habits: _Habits) -> tuple[str, ...]:
    """Return the syntactic words of a written token, in the form's own case at its beginning."""
    known = habits.contractions.get(form.lower().replace("’", "'"))
    if known is None:
        return _clitics(form, habits)
    first = known[0].capitalize() if form[:1].isupper() and not form.isupper() else known[0]
    return (first, *known[1:])


def _clitics(form: str, habits: _Habits) -> tuple[str, ...]:
    match = None if form.lower() in habits.no_clitics else habits.clitics.fullmatch(form)
    if match is None:
        return (form,)
    verb, *pronouns = (part for part in match.groups() if part)
    return (verb.translate(_PLAIN) if habits.move_accent else verb, *pronouns)
