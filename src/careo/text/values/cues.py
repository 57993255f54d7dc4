"""What a clause says happened to the people it counts: killed, injured, missing, detained, displaced."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from careo.text.lexicon import table
from careo.text.numbers.counted import CASUALTIES

_BEFORE = 40
"""Code points a verb may stand before the number: "killed at least another", "kamen bei dem Brand mindestens"."""
_TOLL = 70
"""Code points a toll noun may stand before its number: "the death toll in the region rose on Monday to"."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """The words for one measure: before a number, behind it, a noun for the toll, a verb in two parts around it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    toll: re.Pattern[str]
    parted: tuple[re.Pattern[str], re.Pattern[str]]


def _pattern(words: Mapping[str, str], key: str, *, whole: bool = True) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words.get(key, '(?!)')})" + (r"(?!\w)" if whole else ""), re.IGNORECASE)


@cache
def _cues_of(language: str) -> Mapping[str, _Cue]:
    cues = table(language, "figures")["cues"]
    return {
        measure: _Cue(
            before=_pattern(cues[measure], "before"),
            after=_pattern(cues[measure], "after", whole=False),
            toll=re.compile(cues[measure]["toll"], re.IGNORECASE),
            parted=(_pattern(cues[measure], "parted_before"), _pattern(cues[measure], "parted_after")),
        )
        for measure in CASUALTIES
    }


@cache
def _clause(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "figures")["phrase"]["clause"], re.IGNORECASE)


@cache
def _opinion(language: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{table(language, 'figures')['phrase'][key]})", re.IGNORECASE)


@cache
def _unwilling(language: str) -> re.Pattern[str]:
    """Return a negation that ends a stretch of text, a word at most behind it ("do not really")."""
    forms = "|".join(map(re.escape, table(language, "modality")["negation"]))
    return re.compile(rf"(?:(?<!\w)|(?=n['’]t))(?:{forms})\s+(?:\w+\s+)?$", re.IGNORECASE)


def casualty_near(text: str, span: tuple[int, int], clause: tuple[int, int], language: str) -> str | None:
    """Return the measure that the words around a counted number give it, `None` where they give none.

    `span` is the number with its noun; `clause` ends at the figures beside it. The verb behind the number comes
    first ("12 people were killed"), then the verb before it, then a noun such as "death toll".
    """
    stops = [match.start() for match in _clause(language).finditer(text, span[1], clause[1])]
    starts = [match.end() for match in _clause(language).finditer(text, clause[0], span[0])]
    after_end = min([*stops, clause[1]])
    before_start = max([*starts, clause[0], span[0] - _BEFORE])
    cues = _cues_of(language)
    behind = [(hit.start(), key) for key, cue in cues.items() if (hit := cue.after.search(text, span[1], after_end))]
    behind += [
        (hit.start(), key)
        for key, cue in cues.items()
        if cue.parted[0].search(text, before_start, span[0]) and (hit := cue.parted[1].search(text, span[1], after_end))
    ]
    if behind:
        return min(behind)[1]
    ahead = [(hit.end(), key) for key, cue in cues.items() for hit in cue.before.finditer(text, before_start, span[0])]
    if ahead:
        return max(ahead)[1]
    toll_start = max(clause[0], span[0] - _TOLL)
    tolls = [(hit.end(), key) for key, cue in cues.items() for hit in cue.toll.finditer(text, toll_start, span[0])]
    return max(tolls)[1] if tolls else None


def is_approval(text: str, sentence: tuple[int, int], figure: tuple[int, int], language: str) -> bool:
    """Tell whether a share is of those who approve.

    The sentence speaks of approval or popularity, and nearer to the figure than of those who reject; a comma or "and"
    between them counts as farther than any word.
    """
    said = [
        (
            _far(text, match.span(), figure, language),
            bool(_unwilling(language).search(text, sentence[0], match.start())),
        )
        for match in _opinion(language, "approval").finditer(text, *sentence)
    ]
    said += [
        (_far(text, match.span(), figure, language), True)
        for match in _opinion(language, "disapproval").finditer(text, *sentence)
        if said
    ]
    return bool(said) and not min(said)[1]


def _far(text: str, one: tuple[int, int], other: tuple[int, int], language: str) -> tuple[int, int]:
    """Return how far two stretches of text are apart: the ends of clauses between them, then the letters."""
    first, last = (one[1], other[0]) if one[0] < other[0] else (other[1], one[0])
    return len(_clause(language).findall(text, first, max(first, last))), last - first
