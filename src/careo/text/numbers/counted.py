"""What a number counts: a unit, money, or the noun behind it.

Each language says where its nouns stand (`head` in `figures.toml`): `capital` (German: the capitalised word),
`inflected` (Dutch: after the words in -e), `first` (Spanish: before its adjectives), `vowel` (Italian: the same, with
plurals in -i and -e), `last` (English: a plural
or a known noun within a few words).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from careo.text.lexicon import table
from careo.text.numbers.unit_tables import CURRENCY_SIGNS, DOLLARS
from careo.text.numbers.units import currency_codes, unit_at

CASUALTIES = ("killed", "injured", "missing", "detained", "displaced")
"""Measures that say what happened to people; they win over what the people are (troops, participants)."""
_PEOPLE = (*CASUALTIES, "troops", "participants", "human", "person")
_DOLLAR_BEFORE = re.compile(
    r"(?<!\w)(?P<country>(?i:u\.?s\.?|hk|ca|can|cad|au|nz|mex|usd)|[AcCRS])[ \u00a0]?\$[ \u00a0]?$"
)
_ARTICLE = re.compile(r"\s+(?:an?|une?|ein(?:e[rnms]?)?|een|una|uno|uma?)(?=\s)", re.IGNORECASE)
_GAP = re.compile(r"[ \u00a0\u202f]+|(?<=\w['’])(?=\w)")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|EE\.\s?UU\.|[^\W\d_](?:[\w’'-]|\.(?=\w))*")
_APART = r"(?:\s+|(?<=['’]))"
"""What parts "of" from its noun: nothing where it is cut short ("d'euros")."""
_FAR = 5
"""Words looked at: "1,500 heavily armed riot police officers" needs five."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, and where it stands."""

    end: int
    measure: str
    unit: str | None
    group: str | None
    known: bool
    """Whether the lexicon knows the noun or unit."""
    alone: bool
    """Whether "one" before it counts: a person or a casualty."""


@dataclass(frozen=True, slots=True)
class _Nouns:
    """The counted words of one language, ready for matching."""

    nouns: tuple[tuple[str, re.Pattern[str]], ...]
    body: re.Pattern[str]
    military: re.Pattern[str]
    partitive: re.Pattern[str]
    reference: re.Pattern[str]
    fractions: re.Pattern[str]
    signs: re.Pattern[str]
    sign_units: Mapping[str, str]
    stop: frozenset[str]
    premodifiers: frozenset[str]
    head: str


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _nouns_of(language: str) -> _Nouns:
    words = table(language, "figures")
    phrase = words["phrase"]
    lead = r"[\w’'-]*?" if phrase["compounds"] else ""
    signs = {**CURRENCY_SIGNS, **words["units"]["signs"]}
    some_sign = "|".join(re.escape(sign) for sign in sorted(signs, key=lambda sign: (-len(sign), sign)))
    not_stop = rf"(?!(?:{'|'.join(sorted(map(re.escape, phrase['stop'])))})\b)"
    return _Nouns(
        nouns=tuple((key, _compiled(rf"{lead}(?:{text})(?![\w’'-])")) for key, text in words["nouns"].items()),
        body=_compiled(
            rf"\s+(?:{phrase['of']}){_APART}(?:{not_stop}[\w.-]+\s+){{0,3}}?(?:{phrase['military']}|{phrase['institution']})(?!\w)"
        ),
        military=_compiled(rf"(?:.*[\s'’-])?(?:{phrase['military']})"),
        partitive=_compiled(rf"\s+(?:{phrase['partitive']})(?:(?=\s)|(?<=['’]))"),
        reference=_compiled(rf"(?<![\w-])(?:{words['reference']['words']})(?:\s+(?:{_NUMBER_SIGNS}))?[\s:]*$"),
        fractions=_compiled(rf"[ \u00a0-](?:{phrase['fractions']})(?!\w)"),
        signs=re.compile(rf"(?<!\w)(?P<sign>{some_sign}|(?i:[A-Z]{{3}}\$)|[A-Z]{{3}})[ \u00a0]?$"),
        sign_units=signs,
        stop=frozenset(phrase["stop"]),
        premodifiers=frozenset(phrase["premodifiers"]),
        head=str(phrase["head"]),
    )


_NUMBER_SIGNS = r"nr\.?|no\.?|n[.]?[º°]|núm\.?|nro\.?|nummer|number"


def is_reference(text: str, start: int, at: int, language: str) -> bool:
    """Tell whether the words before `at` make a number there a name: Article, Law No., page, flight."""
    return _nouns_of(language).reference.search(text, max(start, at - 60), at) is not None


def is_fraction(text: str, at: int, end: int, language: str) -> bool:
    """Tell whether a fraction or a multiple stands at `at`: "thirds", "times"."""
    return _nouns_of(language).fractions.match(text, at, end) is not None


def money_before(text: str, start: int, at: int, language: str) -> tuple[int, str | None] | None:
    """Return where a currency sign right before `at` begins, and its ISO 4217 code, None if it could be several."""
    words = _nouns_of(language)
    if dollar := _DOLLAR_BEFORE.search(text, max(start, at - 8), at):
        return dollar.start(), DOLLARS[dollar["country"].lower()]
    match = words.signs.search(text, max(start, at - 5), at)
    if match is None:
        return None
    sign = match["sign"]
    if len(code := sign.rstrip("$").upper()) == 3 and code.isalpha():
        return (match.start(), code) if code in currency_codes() else None
    return match.start(), words.sign_units.get(sign, sign) or None


def _unit_at(text: str, at: int, end: int, language: str) -> Counted | None:
    found = unit_at(text, at, end, language)
    return Counted(found.end, found.measure, found.code, None, True, False) if found else None


def unit_counted(text: str, at: int, end: int, language: str) -> Counted | None:
    """Return the unit or money behind a part of one, past an "of" and an article: "a quarter of a mile"."""
    if unit := _unit_at(text, at, end, language):
        return unit
    of = _nouns_of(language).partitive.match(text, at, end)
    if of is None:
        return None
    article = _ARTICLE.match(text, of.end(), end)
    return _unit_at(text, article.end() if article else of.end(), end, language)


def _known_at(text: str, at: int, end: int, language: str) -> tuple[str, int] | None:
    """Return the class of the known noun at `at` and where it ends, the longest one."""
    found = [
        (match.end(), -order, key)
        for order, (key, pattern) in enumerate(_nouns_of(language).nouns)
        if (match := pattern.match(text, at, end))
    ]
    return (max(found)[2], max(found)[0]) if found else None


def _words_from(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the next words, as far as only spaces part them."""
    spans: list[tuple[int, int]] = []
    while len(spans) <= _FAR and (gap := _GAP.match(text, at, end)):
        word = _WORD.match(text, gap.end(), end)
        if word is None:
            break
        spans.append(word.span())
        at = word.end()
    return spans


def _describes(word: str, after: str, words: _Nouns) -> bool | None:
    """Tell whether a word describes the noun to come; False: it is the noun; None: neither."""
    if word.casefold() in words.stop:
        return None
    if word.casefold() in words.premodifiers:
        return True
    plural = word.endswith(("s", "’s", "'s"))
    if words.head == "capital":
        if word[0].islower():
            return True if word.endswith(("e", "en", "er", "es", "em")) else None
        return after[:1].isupper() and (word.endswith("er") or word.isupper())
    if words.head == "inflected":
        describes = (word.endswith("e") and len(word) > 3) or word.rstrip(".").replace(".", "").isupper()
        return True if describes else False if plural or word.endswith("en") else None
    if words.head == "vowel":
        return False if _is_vowel_plural(word) else None
    if words.head == "first":
        return False if word[0].islower() and word.endswith(("s", "x")) else None
    head = plural and word.islower() and not word.endswith(("ss", "us", "is", "’s", "'s"))
    return not head


def _is_vowel_plural(word: str) -> bool:
    """Tell whether a word has the shape of an Italian plural, and of no adverb or infinitive."""
    return word[0].islower() and word.endswith(("i", "e")) and len(word) > 3 and not word.endswith(("mente", "re"))


def _unknown(text: str, spans: list[tuple[int, int]], language: str) -> Counted | None:
    """Return the noun that the lexicon does not know, by the shape of the words."""
    words = _nouns_of(language)
    for index, (start, end) in enumerate(spans[:_FAR]):
        after = text[slice(*spans[index + 1])] if index + 1 < len(spans) else ""
        describes = _describes(text[start:end], after, words)
        if describes is None:
            return None
        if not describes:
            stop = _adjectives_after(text, end, spans[index + 1 :], language)
            return Counted(stop, "count", None, text[spans[0][0] : stop], False, False)
    return None


def _adjectives_after(text: str, at: int, spans: list[tuple[int, int]], language: str) -> int:
    """Return where the adjectives behind a noun end, in a language that puts them there."""
    words = _nouns_of(language)
    if words.head not in ("first", "vowel"):
        return at
    for start, end in spans[:2]:
        word = text[start:end]
        plural = _is_vowel_plural(word) if words.head == "vowel" else word.endswith(("s", "x")) and word[0].islower()
        if not plural or word.casefold() in words.stop:
            break
        at = end
    return at


def _known(text: str, spans: list[tuple[int, int]], end: int, language: str) -> Counted | None:
    """Return the known noun within a few words, with what describes it and the body it belongs to."""
    words = _nouns_of(language)
    for index, (start, stop) in enumerate(spans[:_FAR]):
        if found := _known_at(text, start, end, language):
            return _grown(text, spans[0][0], found, end, language)
        after = text[slice(*spans[index + 1])] if index + 1 < len(spans) else ""
        describes = _describes(text[start:stop], after, words)
        compound = words.head == "last" and bool(after) and _known_at(text, spans[index + 1][0], end, language)
        if not describes and not (describes is False and compound):
            return None
    return None


def _grown(text: str, start: int, noun: tuple[str, int], end: int, language: str) -> Counted:
    """Take in the nouns and adjectives that follow: "dead soldiers", "tropas extranjeras", "members of the army"."""
    key, at = noun
    for word_start, _ in _words_from(text, at, end)[:2]:
        more = _known_at(text, word_start, end, language)
        if more is None or word_start > at + 2:
            break
        key, at = key if key in CASUALTIES else more[0], more[1]
    at = _adjectives_after(text, at, _words_from(text, at, end), language)
    words = _nouns_of(language)
    if key in ("troops", "person", "participants") and (body := words.body.match(text, at, end)):
        soldiers = words.military.fullmatch(body.group()) is not None
        at = _adjectives_after(text, body.end(), _words_from(text, body.end(), end), language)
        key = "troops" if soldiers and key == "person" else key
    measure = "count" if key in ("human", "person") else key
    unit = "person" if key in _PEOPLE else None
    return Counted(at, measure, unit, text[start:at], True, key in CASUALTIES or key == "human")


def counted_after(text: str, at: int, end: int, language: str, *, partitive: bool) -> Counted | None:
    """Return what a number that ends at `at` counts, by the words right behind it.

    `partitive`: whether "of" may stand between, as after "hundreds" or "37 million".
    """
    words = _nouns_of(language)
    if unit := _unit_at(text, at, end, language):
        return unit
    of = words.partitive.match(text, at, end)
    if of and partitive:
        at = of.end()
        if unit := _unit_at(text, at, end, language):
            return unit
    spans = _words_from(text, at, end)
    if not spans:
        return None
    return _known(text, spans, end, language) or _unknown(text, spans, language)


def counts_something(text: str, start: int, at: int, language: str) -> bool:
    """Tell whether digits from `start` to `at` are a quantity by the unit, money or known noun beside them."""
    if money_before(text, 0, start, language):
        return True
    counted = counted_after(text, at, len(text), language, partitive=False)
    return counted is not None and counted.known


def renamed(counted: Counted, measure: str) -> Counted:
    """Return the same noun under another measure: people of whom the verb says that they were killed."""
    return replace(counted, measure=measure, unit="person")
