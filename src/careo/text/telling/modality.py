"""Whether a clause says that something happened, will, may, should, or did not."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from careo.model.seen import Modality
from careo.text.lexicon import table
from careo.text.names.kinds import is_known, lemma_of
from careo.text.words import Patterns, Word, is_capital, is_word

_NEAR = 3
"""Words before a noun in which a negation is about that noun."""
_MARKED: tuple[Modality, ...] = ("alleged", "proposed", "forecast")

_STAGES: Mapping[str, Literal["done", "ahead"]] = {
    "occurred": "done", "ongoing": "done", "planned": "ahead", "proposed": "ahead", "forecast": "ahead",
    "authorised": "ahead", "ordered": "ahead",
}  # fmt: skip


def stage_of(modality: Modality) -> Literal["done", "ahead"] | None:
    """Return whether a thing so told has happened or lies ahead; `None` where it is only wished or supposed."""
    return _STAGES.get(modality)


@cache
def _patterns(language: str, key: str) -> Patterns:
    return Patterns(table(language, "modality")[key])


def _has(sequence: Sequence[Word], language: str, key: str) -> bool:
    """Whether a list has a word of the clause; an ending alone ("*era") is none in a capitalised word ("Herrera")."""
    forms = table(language, "modality")[key]
    found = _patterns(language, key).find(sequence)
    return any(not (forms[match.pattern].startswith("*") and is_capital(sequence[match.first])) for match in found)


def modality(clause: Sequence[Word], language: str, base: Modality) -> Modality:
    """Return how far what a clause says is real; `base` is what its trigger says without further words."""
    if base in {"demanded", "threatened", "ordered"}:
        return base
    if _is_reported(clause, language):
        return "alleged"
    for marked in _MARKED:
        if _has(clause, language, marked):
            return marked
    if _has(clause, language, "future") or _is_future(clause, language) or _has(clause, language, "planned"):
        return "planned"
    if _has(clause, language, "conditional"):
        return "conditional"
    if _has(clause, language, "ordered"):
        return "ordered"
    return "ongoing" if base == "occurred" and _has(clause, language, "ongoing") else base


def _is_reported(clause: Sequence[Word], language: str) -> bool:
    """Whether a verb says "is said to": "sollen bereits ... sein", "zou ... hebben", "habría"."""
    if not _has(clause, language, "reported"):
        return False
    needed = table(language, "modality")["reported_with"]
    return not needed or _has(clause, language, "reported_with")


def _is_future(clause: Sequence[Word], language: str) -> bool:
    """Whether an auxiliary shared by future and passive stands with an infinitive at the clause's end."""
    spoken = [word for word in clause if is_word(word)]
    for match in _patterns(language, "infinitive_future").find(spoken):
        if match.first and _is_infinitive(spoken[match.first - 1], language):
            return True
        begin = spoken[match.first]
        if any(_is_infinitive(word, language) for word in _closing(clause, begin)):
            return True
    return False


def _closing(clause: Sequence[Word], begin: Word) -> list[Word]:
    """Return the words after one that stand before a comma or at the clause's end: German infinitives stand there."""
    after = [word for word in clause if word.start > begin.start]
    return [
        word
        for at, word in enumerate(after)
        if is_word(word) and (not any(map(is_word, after[at + 1 :])) or after[at + 1].text == ",")
    ]


def _is_infinitive(word: Word, language: str) -> bool:
    """Whether a word is a German infinitive: its own lemma, with a participle made from it."""
    small = word.lower
    ends = not is_capital(word) and small.endswith(("en", "ern", "eln", "ein", "un"))
    own = lemma_of(word, language) == small and is_known(f"{small}d", language)
    return small == "sein" or (ends and own)


def is_passive(clause: Sequence[Word], language: str) -> bool:
    """Whether the clause holds a passive auxiliary, not after a reflexive pronoun ("si è detto"), and is no future."""
    reflexive = table(language, "modality").get("reflexive", ())
    found = _patterns(language, "passive").find(clause)
    own = any(match.first == 0 or clause[match.first - 1].lower not in reflexive for match in found)
    return own and not _is_future(clause, language)


def is_subjunctive(clause: Sequence[Word], language: str) -> bool:
    """Whether the clause's verb form marks it as another's words ("sei", "habe")."""
    return _has(clause, language, "subjunctive")


def is_awaited(before: Sequence[Word], language: str) -> bool:
    """Whether the words before a noun say that somebody waits for it ("awaiting", "pending")."""
    return _has(before, language, "awaited")


def is_negated(clause: Sequence[Word], first: int, *, noun: bool, language: str) -> bool:
    """Whether a trigger is negated: for a noun just before it, for a verb anywhere in its clause.

    `first` is the trigger's index in the clause.
    """
    if noun and any(0 < first - match.first <= _NEAR for match in _patterns(language, "without").find(clause)):
        return True
    for match in _patterns(language, "negation").find(clause):
        after = clause[match.last].lower if match.last < len(clause) else ""
        if after in table(language, "modality")["except"]:
            continue
        if not noun or 0 < first - match.first <= _NEAR:
            return True
    return False
