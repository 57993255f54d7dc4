"""Role nouns: which word of a text names an office, and the key that office has in every language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from careo.model.seen import Office
from careo.text.lexicon import LANGUAGES, table
from careo.text.names.kinds import is_known
from careo.text.words import words

_SLOT = "{p}"
_QUALIFIED = re.compile(r"\s(?P<word>[^\W\d_]{4,})(?=,\s[^\W\d_])")
_NEAR = 3
"""Words before a role noun in which "ehemalig", "former" is looked for: two adjectives may stand between."""

_WORD = 12
"""Characters before a role noun that hold the word before it."""


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """A role noun at a place in the text."""

    start: int
    end: int
    office: Office


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((key, _compile(form, language)) for key, form in _forms(language))


@cache
def _forms(language: str) -> tuple[tuple[str, str], ...]:
    lexicon = table(language, "offices")
    portfolios = lexicon["portfolios"]
    made: list[tuple[str, str]] = []
    for key, forms in lexicon["patterns"].items():
        for form in forms:
            if _SLOT in form:
                made += [
                    (key.replace(_SLOT, name), form.replace(_SLOT, f"(?:{'|'.join(nouns)})"))
                    for name, nouns in portfolios.items()
                ]
            else:
                made.append((key, form))
    return tuple(made)


def _compile(form: str, language: str) -> re.Pattern[str]:
    former = "|".join(map(re.escape, table(language, "offices")["former_prefix"]))
    return re.compile(rf"(?<!\w)(?P<former>{former})?(?:{form})(?!\w)", re.IGNORECASE)


@cache
def _any(language: str) -> re.Pattern[str]:
    """Return one pattern that is found where any of `_patterns` is: most sentences name no office."""
    return _compile("|".join(form for _, form in _forms(language)), language)


def find_offices(text: str, language: str, start: int, end: int) -> tuple[FoundOffice, ...]:
    """Return the role nouns between two offsets, in order, none overlapping.

    The span is the role noun with its portfolio ("minister van Defensie"); words that make the holder a former one
    are looked for just before it and kept in `Office.former`.
    """
    taken: list[FoundOffice] = []
    if _any(language).search(text, start, end) is None:
        return ()
    for key, pattern in _patterns(language):
        for match in pattern.finditer(text, start, end):
            if all(match.end() <= other.start or match.start() >= other.end for other in taken):
                former = bool(match["former"]) or _is_former(text, language, start, match.start())
                last = _adjective(text, language, match.end(), end) if ":" in key else match.end()
                taken.append(FoundOffice(match.start(), last, Office(key, former)))
    return tuple(sorted(_capitals(text, language, taken), key=lambda found: found.start))


def _adjective(text: str, language: str, at: int, end: int) -> int:
    """Return where a portfolio ends, with the adjective after it ("Seguridad Fronteriza, NAME").

    Only where adjectives follow their noun, the word is an ordinary one, and the name stands after a comma.
    """
    match = _QUALIFIED.match(text, at, end)
    if match is None or table(language, "figures")["phrase"]["head"] != "first":
        return at
    return match.end("word") if is_known(match["word"].lower(), language) else at


def _capitals(text: str, language: str, found: list[FoundOffice]) -> Iterator[FoundOffice]:
    """Drop small-letter hits where nouns are written with a capital: "minister" inside an adjective or a verb."""
    strict = table(language, "names")["nouns_are_capital"]
    for office in found:
        phrase = text[office.start : office.end]
        if not strict or phrase[:1].isupper() or " " in phrase:
            yield office


def _is_former(text: str, language: str, floor: int, start: int) -> bool:
    lexicon = table(language, "offices")
    before = text[max(floor, start - 60) : start].lower()
    near = [word.lower for word in words(before, 0, len(before), language)][-_NEAR:]
    stops = [index for index, word in enumerate(near) if word in {",", ";", ".", ":"}]
    return any(word in lexicon["former"] for word in near[stops[-1] + 1 if stops else 0 :])


def office_of(phrase: str, language: str) -> Office | None:
    """Return the office a phrase names, or `None`; "ehemaliger" or "ex-" inside the phrase count."""
    found = find_offices(phrase, language, 0, len(phrase))
    return found[0].office if found else None


def is_definite(text: str, language: str, start: int) -> bool:
    """Whether "the", "this" or "their" stands right before a role noun, so that it speaks of somebody told of."""
    before = text[max(0, start - _WORD) : start].lower().replace("’", "'")
    if language not in LANGUAGES or not before.endswith((" ", "'")):
        return False
    word = re.split(r"[\s(«„“\"]", before.rstrip(" "))[-1]
    return (
        word in table(language, "clauses")["determiners"]
        and word not in table(language, "figures")["numbers"]["articles"]
    )
