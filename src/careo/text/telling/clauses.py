"""Clauses of a sentence, cut by marks and by the words that open a clause; without a parse, so only roughly."""

from collections.abc import Sequence
from functools import cache

from careo.text.lexicon import table
from careo.text.names.kinds import is_verb, lemma_of
from careo.text.words import Patterns, Word, is_capital, is_word

_HARD = frozenset({";", ":", "–", "—"})
_QUOTES = frozenset('"“”„«»‹›')
_PURPOSE_REACH = 25
"""Words between "um" and "zu", "om" and "te"."""


def clauses(sequence: Sequence[Word], language: str, roles: frozenset[int] = frozenset()) -> tuple[int, ...]:
    """Return the number of the clause each word stands in, from 0; a clause goes on after one put into it.

    A colon, semicolon or dash begins a new clause; so do a comma with a word that opens clauses after it, and some
    such words without a comma. The next comma leads back to the clause around. `roles` are the indices of role nouns:
    an article before one begins no relative clause ("dem A, der Ministerin B").
    """
    numbers: list[int] = []
    stack, fresh, bare = [0], 1, {-1}
    anew = _credited_anew(sequence, language)
    for at, word in enumerate(sequence):
        if at == 0 and _opens_sentence(word, language):
            stack.append(fresh)
            fresh += 1
        if word.text in _HARD or at in anew:
            stack = [fresh]
            fresh += 1
        elif word.text == ",":
            opens = _opens_after_comma(sequence, at + 1, language, roles)
            inside = [other for other, number in zip(sequence, numbers, strict=False) if number == stack[-1]]
            if len(stack) > 1 and not _goes_on(sequence, at, inside, language):
                stack.pop()
            if opens:
                stack.append(fresh)
                fresh += 1
        elif _opens_bare(sequence, at, language):
            stack.append(fresh)
            fresh += 1
            bare.add(stack[-1])
        elif stack[-1] in bare and _is_done(sequence, numbers, at, language):
            stack.pop()
        numbers.append(stack[-1])
    return tuple(numbers)


def _credited_anew(sequence: Sequence[Word], language: str) -> frozenset[int]:
    """Return the commas after which a sentence that began "according to A" goes on "according to B"."""
    found = [match.first for match in _crediting(language).find(sequence)]
    if len(found) < 2 or any(is_word(word) for word in sequence[: found[0]]):
        return frozenset()
    before = {at: 2 if sequence[at - 1].lower in _set(language, "conjunctions") else 1 for at in found[1:]}
    return frozenset(at - back for at, back in before.items() if sequence[at - back].text == ",")


@cache
def _crediting(language: str) -> Patterns:
    return Patterns(table(language, "sources")["before"])


@cache
def _set(language: str, key: str) -> frozenset[str]:
    return frozenset(table(language, "clauses")[key])


@cache
def prepositions(language: str) -> dict[str, str]:
    """Return each preposition of a language with its class: by with against of in to from between for."""
    classes = table(language, "clauses")["prepositions"]
    return {word: name for name in reversed(list(classes)) for word in classes[name]}


def _opens_sentence(word: Word, language: str) -> bool:
    """Whether a sentence begins with a clause put first ("Nachdem ..., ...")."""
    small = word.lower in _set(language, "subordinators") and word.lower not in prepositions(language)
    return small and bool(table(language, "clauses")["verb_last"])


def _is_done(sequence: Sequence[Word], numbers: Sequence[int], at: int, language: str) -> bool:
    """Whether a clause opened without a comma has had its verb, and an auxiliary goes on with the clause around."""
    if not table(language, "clauses")["verb_last"] or sequence[at].lower not in _set(language, "auxiliaries"):
        return False
    inside = [word for word, number in zip(sequence, numbers, strict=False) if number == numbers[-1]]
    return any(is_verb(word, language) for word in inside[1:-1])


def _opens_after_comma(sequence: Sequence[Word], at: int, language: str, roles: frozenset[int]) -> bool:
    while at < len(sequence) and sequence[at].text in _QUOTES:
        at += 1
    if at >= len(sequence):
        return False
    if (
        sequence[at].lower in prepositions(language)
        and at + 1 < len(sequence)
        and sequence[at].lower not in _set(language, "purpose")
    ):
        if sequence[at].lower in _set(language, "including"):
            return False  # "nove civili, tra cui due bambini, a Kharkiv" is one clause
        return sequence[at + 1].lower in _set(language, "relatives") and _is_relative(sequence, at + 1, language, roles)
    word = sequence[at].lower
    if word in _set(language, "relatives"):
        return _is_relative(sequence, at, language, roles)
    if word in _set(language, "subordinators") or _is_purpose(sequence, at, language):
        return True
    return _is_infinitive(sequence, at, language)


def _is_infinitive(sequence: Sequence[Word], at: int, language: str) -> bool:
    """Whether up to the next mark stands an infinitive with "zu" or "te" and no finite auxiliary before it."""
    purpose = table(language, "clauses")["purpose"]
    if len(purpose) < 2:
        return False
    for index in range(at, len(sequence) - 1):
        word = sequence[index].lower
        begins = word in _set(language, "openers") or (index == at and is_verb(sequence[index], language))
        if begins or word in {",", ";", ".", ":", purpose[0]}:
            return False
        if word == purpose[1]:
            return not is_capital(sequence[index + 1]) and sequence[index + 1].lower.endswith("n")
    return False


def _is_relative(sequence: Sequence[Word], at: int, language: str, roles: frozenset[int]) -> bool:
    """Whether an article-like word opens a clause: where the verb stands last, a small word ends it."""
    if not table(language, "clauses")["verb_last"]:
        return True
    if sequence[at].lower in _set(language, "determiners") and roles & set(range(at + 1, at + 4)):
        return False
    last = None
    for word in sequence[at + 1 :]:
        if word.text in {",", ";", ".", "!", "?"}:
            break
        last = word if is_word(word) else last
    return last is not None and not is_capital(last)


def _is_purpose(sequence: Sequence[Word], at: int, language: str) -> bool:
    purpose = table(language, "clauses")["purpose"]
    if not purpose or sequence[at].lower != purpose[0]:
        return False
    return any(word.lower == purpose[1] or _has_infix(word.lower) for word in sequence[at : at + _PURPOSE_REACH])


def _has_infix(word: str) -> bool:
    """Whether "zu" stands inside an infinitive ("aufzubauen")."""
    return "zu" in word[2:-3] and word.endswith("n")


def _goes_on(sequence: Sequence[Word], at: int, inside: Sequence[Word], language: str) -> bool:
    """Whether a clause goes on after a comma: it has not had its verb yet, or a list goes on."""
    after = sequence[at + 1 : at + 5]
    if not after:
        return False
    if after[0].lower in _set(language, "including"):
        return True
    joined = _set(language, "conjunctions") | {","}
    if is_capital(after[0]) and any(word.lower in joined for word in after[1:]):
        return True
    verb_last = bool(table(language, "clauses")["verb_last"])
    if verb_last and not is_capital(sequence[at - 1]):
        return False
    before_comma = inside if verb_last else [word for word in inside if word != sequence[at - 1]]
    return not any(_may_be_verb(word, language, surely=verb_last) for word in before_comma)


def _may_be_verb(word: Word, language: str, *, surely: bool) -> bool:
    """Whether a word is a verb form; where the verb comes early, any inflected small word may be one."""
    if word.lower in _set(language, "auxiliaries") or is_verb(word, language):
        return True
    return not surely and is_word(word) and not is_capital(word) and lemma_of(word, language) != word.lower


def _opens_bare(sequence: Sequence[Word], at: int, language: str) -> bool:
    word = sequence[at].lower
    if at == 0 or word not in _set(language, "openers") | frozenset(table(language, "clauses")["purpose"][:1]):
        return False
    before = sequence[at - 1]
    if before.text == "," or before.text in _QUOTES or before.lower in prepositions(language):
        return False
    if word in table(language, "clauses")["purpose"][:1]:
        return language != "de" and _is_purpose(sequence, at, language)
    return True
