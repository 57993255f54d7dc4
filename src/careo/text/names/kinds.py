"""What the name lexicons say about single words: is it a given name, a title, a body, a common noun."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import simplemma
from babel import Locale

from careo.model.seen import MentionType
from careo.text.lexicon import LANGUAGES, table
from careo.text.words import Patterns, Word, is_capital, is_word

_COMMON = ("e", "en", "n", "er", "es", "nen", "innen", "se")
"""Endings that make a plural or a genitive of a common noun, but not of a name."""

_JOINING = frozenset({"de", "nl"})

_KEPT = 65_536
"""Words of which the answers are remembered. The lemma lists stay packed: unpacked, those of seven languages take
440 MB and 3.6 s of every process, so 55 MB and 2.0 s, and a word asked for anew costs 25 microseconds instead of 4."""


@dataclass(frozen=True, slots=True)
class Body:
    """A common noun that is itself an actor ("Polizei"): first word, last word (exclusive), type and kind."""

    first: int
    last: int
    type: MentionType
    kind: str


@cache
def _bodies(language: str) -> tuple[Patterns, tuple[tuple[MentionType, str], ...]]:
    lexicon = table(language, "names")
    rows: list[tuple[str, MentionType, str]] = []
    for type_ in ("organisation", "unit"):
        named: MentionType = "unit" if type_ == "unit" else "organisation"
        rows += [(form, named, kind) for kind, forms in lexicon[type_].items() for form in forms]
    return Patterns(row[0] for row in rows), tuple((row[1], row[2]) for row in rows)


def find_bodies(sequence: Sequence[Word], language: str) -> tuple[Body, ...]:
    """Return the common nouns that are actors, the longest at each place, none overlapping."""
    patterns, kinds = _bodies(language)
    strict = table(language, "names")["nouns_are_capital"]
    best: dict[int, Body] = {}
    for match in patterns.find(sequence):
        if strict and not is_capital(sequence[match.last - 1]):
            continue
        old = best.get(match.first)
        if old is None or match.last > old.last:
            best[match.first] = Body(match.first, match.last, *kinds[match.pattern])
    found, at = [], 0
    for first in sorted(best):
        if first >= at:
            found.append(best[first])
            at = best[first].last
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def body_kind(phrase: str, language: str) -> str | None:
    """Return the kind of body the last word of a phrase is ("military", "court"), or `None`."""
    from_words = tuple(Word(0, len(part), part, part.lower()) for part in phrase.split())
    found = find_bodies(from_words, language)
    return found[-1].kind if found else None


@cache
def _kind_nouns(language: str) -> tuple[Patterns, tuple[str, ...]]:
    rows = [(form, kind) for kind, forms in table(language, "names")["kind_of_organisation"].items() for form in forms]
    return Patterns(form for form, _ in rows), tuple(kind for _, kind in rows)


def kind_noun(word: Word, language: str) -> str | None:
    """Return what a noun before a name says the named body is ("media" for "Zeitung"), or `None`."""
    patterns, kinds = _kind_nouns(language)
    found = patterns.find((word,))
    return kinds[found[0].pattern] if found else None


@cache
def given_names() -> frozenset[str]:
    """Return the given names of all languages: a person may have a name from anywhere."""
    return frozenset(name for language in LANGUAGES for name in table(language, "names")["given"])


def is_named_article(sequence: Sequence[Word], index: int, language: str) -> bool:
    """Whether a short word is the article a name begins with, right after its kind ("jornal A Hora")."""
    word = sequence[index]
    short = len(word.text) < 3 and word.lower in word_list(language, "starts")
    return short and index > 0 and kind_noun(sequence[index - 1], language) is not None


def is_currency(sequence: Sequence[Word], index: int) -> bool:
    """Whether a word stands before a dollar sign and only tells which dollar ("US$ 5")."""
    return [word.text for word in sequence[index + 1 : index + 2]] == ["$"]


@cache
def _inside(language: str) -> tuple[tuple[str, Patterns], ...]:
    """Return the words that decide the type of a name; organisations are named in foreign languages too."""
    inside = {code: table(code, "names")["inside"] for code in LANGUAGES}
    everywhere = [form for lists in inside.values() for form in lists["organisation"] if len(form) > 3]
    return (
        ("unit", Patterns(form for lists in inside.values() for form in lists["unit"])),
        ("organisation", Patterns([*inside[language]["organisation"], *everywhere])),
        ("place", Patterns(form for lists in inside.values() for form in lists["place"])),
        ("other", Patterns(form for lists in inside.values() for form in lists["other"])),
    )


def type_inside(sequence: Sequence[Word], language: str) -> str | None:
    """Return unit, organisation, place or other where a word inside a name tells, else `None`."""
    for type_, patterns in _inside(language):
        if patterns.find(sequence):
            return type_
    return None


@cache
def word_list(language: str, key: str) -> frozenset[str]:
    """Return a list of the language's names lexicon as a set, in small letters."""
    return frozenset(word.lower() for word in table(language, "names")[key])


@lru_cache(maxsize=_KEPT)
def is_known(word: str, language: str) -> bool:
    """Whether the language's lemma list has the word."""
    return simplemma.is_known(word, lang=language, low_memory=True)


def base_form(word: str, language: str) -> str:
    """Return the lemma of a word by the language's lemma list, and by its rules where the list does not have it."""
    return simplemma.lemmatize(word, lang=language, low_memory=True)


@lru_cache(maxsize=_KEPT)
def is_common_noun(word: str, language: str) -> bool:
    """Whether a capitalised word is surely an ordinary noun of a language that writes nouns with a capital.

    Lemma lists hold many names as well; a name has at most a genitive in -s, a noun has more forms. Compounds count
    when what they end in is a noun.
    """
    last = word.rsplit("-", 1)[-1]
    if any(last.endswith(ending) for ending in word_list(language, "common_endings")) and len(last) > 5:
        return True
    return _declines(last, language) or _is_compound(last, language)


def _declines(word: str, language: str) -> bool:
    if not is_known(word, language):
        return False
    lemma = base_form(word, language)
    if lemma.lower() not in {word.lower(), word.lower().removesuffix("s")}:
        return True
    stem = lemma[:1].upper() + lemma[1:]
    return any(is_known(stem + ending, language) for ending in _COMMON) or is_known(_umlaut(stem), language)


def _umlaut(word: str) -> str:
    changed = word.translate(str.maketrans("aou", "äöü"))
    return f"{changed}e" if changed != word else f"{word}\0"


def _is_compound(word: str, language: str) -> bool:
    """Whether the word ends in a noun of five letters or more, after a beginning of three or more."""
    return any(_declines(word[cut:].capitalize(), language) for cut in range(3, len(word) - 4))


def is_verb(word: Word, language: str) -> bool:
    """Whether a small-letter word is surely a verb form: its lemma is an infinitive; in English by its ending."""
    if is_capital(word) or len(word.text) < 3 or not is_known(word.lower, language):
        return False
    if language == "en":
        return word.lower.endswith("ed") and lemma_of(word, language) != word.lower
    lemma = lemma_of(word, language).replace("_", "")
    # "militaires", "carabinieri" are no forms of a verb
    inflected = word.lower in {lemma, f"{lemma}s", f"{lemma}e", f"{lemma}es", f"{lemma[:-1]}i"}
    endings = table(language, "clauses")
    ends = lemma.endswith(endings["infinitives"]) and not word.lower.endswith(endings["no_verbs"])
    return ends and not inflected


def lemma_of(word: Word, language: str) -> str:
    """Return the word's lemma, in small letters but for capitalised words the lemma list writes so."""
    return base_form(word.text, language)


def shouts(sequence: Sequence[Word], language: str) -> bool:
    """Whether capitals tell nothing in a sentence, as in a headline in title case."""
    if table(language, "names")["nouns_are_capital"] or sequence[-1].text == ".":
        return False
    long_words = [word for word in sequence if is_word(word) and len(word.text) > 3]
    capitals = sum(map(is_capital, long_words))
    return len(long_words) >= 4 and capitals > 0.8 * len(long_words)


@cache
def calendar_words(language: str) -> frozenset[str]:
    """Return the months and weekdays of a language, in small letters: capitals that are no names."""
    locale = Locale.parse(language)
    months = locale.months["format"]["wide"].values()
    days = locale.days["format"]["wide"].values()
    return frozenset(name.lower() for name in (*months, *days))


@lru_cache(maxsize=_KEPT)
def is_joined(word: str, language: str) -> bool:
    """Whether a word is two known words written together, as German and Dutch do."""
    if language not in _JOINING:
        return False
    small = word.lower()
    return any(is_known(small[:cut], language) and is_known(small[cut:], language) for cut in range(3, len(small) - 3))
