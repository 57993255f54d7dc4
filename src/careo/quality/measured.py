"""The figures that `make eval` measured for this version, laid out by the question that a reader asks.

The figures (figures.json) are written by `make quality`, the words (words.toml) and the examples of what goes wrong
(examples.toml) by hand. Nothing is measured here.
"""

import json
import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

ROOM = Path(__file__).parent
WHOLE = ("all", "mixed", "mean")
"""What stands in the place of a language where a figure is of several."""
FEWEST = 10
"""Cases below which a language is not called the weakest: one more or less would say so of another."""
_Z = 1.96
"""Normal quantile of an interval that holds in 95 of 100."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, from 0 (none) to 1 (all), but for plain numbers."""

    value: float
    cases: int
    """What it rests on: what it is the share of, or how many gold items."""
    is_share: bool
    """Whether it is a share of `cases` things; a mean or a number is not."""

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return where the true share lies with 95 % were all cases independent (Wilson 1927); None for no share."""
        if not self.is_share or not self.cases:
            return None
        spread = _Z * _Z / self.cases
        middle = (self.value + spread / 2) / (1 + spread)
        half = _Z * math.sqrt(self.value * (1 - self.value) / self.cases + spread / (4 * self.cases)) / (1 + spread)
        return max(0.0, middle - half), min(1.0, middle + half)

    def of_hundred(self, dash: str = "-") -> str:
        """Write it as so many of 100, with its interval; what is nearly all or none is not called all or none."""
        if self.interval is None:
            return _hundredth(self.value)
        low, high = (f"{100 * side:.0f}" for side in self.interval)
        return f"{_hundredth(self.value)} ({low}{dash}{high})"


def _hundredth(value: float) -> str:
    rounded = round(100 * value)
    if rounded == 100 and value < 1:
        return ">99"
    return "<1" if rounded == 0 and value > 0 else str(rounded)


@dataclass(frozen=True, slots=True)
class Unmet:
    """A floor that a figure lies below."""

    measure: str
    """Set, language and measure as `make eval` prints them."""
    value: float
    floor: float

    def __str__(self) -> str:
        return f"{self.measure}: {self.value:.3f}, floor {self.floor:.3f}"


@dataclass(frozen=True, slots=True)
class Sample:
    """An annotated set, in words."""

    key: str
    """`task/set`, as `make eval` prints it."""
    data: str
    labels: str
    """Whose labels: people, models, made."""
    use: str
    """Whether it was in view while rules were written, in words."""
    in_view: bool


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured of one measure on one sample in one language."""

    sample: Sample
    language: str
    """A language, `all`, `mixed`, `mean`, or `same` and `cross` for pairs in one language and in two."""
    finds: Figure | None
    """Of what is there, the share that careo finds."""
    right: Figure | None
    """Of what careo shows, the share that is right."""
    number: Figure | None
    """What is no share of either."""
    unmet: tuple[Unmet, ...]
    """The floors that it lies below."""

    @property
    def weakness(self) -> float:
        """Return the weaker of its two sides: what a list sorts by."""
        return min((side.value for side in (self.finds, self.right) if side), default=1.0)

    @property
    def cases(self) -> int:
        """Return the fewest cases that one of its sides rests on."""
        return min(side.cases for side in (self.finds, self.right, self.number) if side)


@dataclass(frozen=True, slots=True)
class Measure:
    """One way a question was measured."""

    name: str
    means: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One thing that went wrong, on a text of our own."""

    question: str
    source: str
    """The file with the text, in the project."""
    language: str
    text: str
    careo: str
    right: str
    why: str
    shows: tuple[str, ...] = ()
    """What careo has of that sentence, in the words of its records, for a test to hold: type, slot, value."""
    lacks: tuple[str, ...] = ()
    """What it has not, and should have."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks, and how it was measured."""

    key: str
    asks: str
    measures: tuple[Measure, ...]
    examples: tuple[Example, ...]

    @property
    def lead(self) -> Line:
        """Return the line that stands for the question: its first measure on the first sample, over all languages."""
        return whole(self.measures[0])

    @property
    def weakest(self) -> Line | None:
        """Return the first measure's weakest language in its first sample, of those with enough cases."""
        lines = [line for line in _first(self.measures[0]) if len(line.language) == 2 and line.cases >= FEWEST]
        several = len({line.language for line in lines}) > 1
        return min(lines, key=lambda line: (line.weakness, line.language)) if several else None


@dataclass(frozen=True, slots=True)
class Quality:
    """All of it."""

    made: Mapping[str, str]
    """The versions of the stages and engines that were measured."""
    questions: tuple[Question, ...]
    by_hand: str
    """What to check by hand always."""
    outside: str
    """What is done with a language that careo has no rules for."""
    labels: str
    interval: str

    @property
    def unmet(self) -> tuple[Unmet, ...]:
        """Return every floor that is not met, once, the furthest off first."""
        lines = (line for question in self.questions for measure in question.measures for line in measure.lines)
        found = {unmet for line in lines for unmet in line.unmet}
        return tuple(sorted(found, key=lambda unmet: (unmet.value - unmet.floor, unmet.measure)))


@cache
def measured() -> Quality:
    """Return what was measured of this version."""
    words = tomllib.loads((ROOM / "words.toml").read_text(encoding="utf-8"))
    examples = tomllib.loads((ROOM / "examples.toml").read_text(encoding="utf-8"))["examples"]
    return laid_out(json.loads((ROOM / "figures.json").read_text(encoding="utf-8")), words, examples)


def laid_out(figures: Mapping[str, Any], words: Mapping[str, Any], examples: Sequence[Mapping[str, Any]]) -> Quality:
    """Return the figures under the words; a measure without figures is left out, a question without measures too."""
    samples = {
        key: Sample(key, said["data"], said["labels"], words["uses"][said["use"]], said["use"] in ("seen", "learnt"))
        for key, said in words["sets"].items()
    }
    shown = tuple(map(_example, examples))
    questions = tuple(filter(None, (_question(said, samples, figures, shown) for said in words["questions"])))
    by_hand = words["by_hand"].format_map(_Numbers(_spoken(questions)))
    return Quality(figures["made"], questions, by_hand, words["outside"], words["labels"], words["interval"])


def _example(said: Mapping[str, Any]) -> Example:
    lists = {key: tuple(said.get(key, ())) for key in ("shows", "lacks")}
    words = {key: str(text) for key, text in said.items() if key not in lists}
    return Example(**words, shows=lists["shows"], lacks=lists["lacks"])


class _Numbers(dict[str, str]):
    """Numbers by name; one that was not measured is a question mark."""

    def __missing__(self, key: str) -> str:
        return "?"


def _spoken(questions: Sequence[Question]) -> Iterator[tuple[str, str]]:
    for question in questions:
        for side in ("finds", "right"):
            if figure := getattr(question.lead, side):
                yield f"{question.key}_{side}", _hundredth(figure.value)


def _question(
    said: Mapping[str, Any], samples: Mapping[str, Sample], figures: Mapping[str, Any], examples: Sequence[Example]
) -> Question | None:
    made = (Measure(each["name"], each["means"], tuple(_lines(each, samples, figures))) for each in said["measures"])
    measures = tuple(measure for measure in made if measure.lines)
    mine = tuple(example for example in examples if example.question == said["key"])
    return Question(said["key"], said["asks"], measures, mine) if measures else None


def _lines(said: Mapping[str, Any], samples: Mapping[str, Sample], figures: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the lines of a measure, sample by sample, the languages in order and then what is of several."""
    for set_ in said["sets"]:
        key = f"{said['task']}/{set_}"
        found = figures["figures"].get(key, {})
        for language in sorted(found, key=lambda one: (one in WHOLE, one)):
            here = found[language]
            finds, right, number = (_figure(here.get(said.get(side))) for side in ("finds", "right", "number"))
            if finds or right or number:
                asked = {said.get(side) for side in ("finds", "right", "number")} | {_balanced(said)}
                unmet = tuple(
                    Unmet(f"{key} {language} {name}", value, floor)
                    for name, value, floor in figures["unmet"].get(f"{key}/{language}", ())
                    if name in asked
                )
                yield Line(samples[key], language, finds, right, number, unmet)


def _balanced(said: Mapping[str, Any]) -> str | None:
    """Return the name of the measure between the two sides, whose floor is theirs."""
    finds = said.get("finds", "")
    return finds.removesuffix("recall") + "f1" if finds.endswith("recall") else None


def _figure(row: Sequence[Any] | None) -> Figure | None:
    value, count, of = row or (0.0, 0, 0)
    if of == 0:  # nothing was shown, so there is nothing to be right
        return None
    return Figure(value, count if of is None else of, of is not None)


def weakest_first(lines: Sequence[Line]) -> list[Line]:
    """Return the lines sample by sample as they come, those of one sample the weakest first."""
    order = {line.sample.key: n for n, line in reversed(list(enumerate(lines)))}
    return sorted(lines, key=lambda line: (order[line.sample.key], line.weakness))


def whole(measure: Measure) -> Line:
    """Return what a measure comes to on its first sample: the shares of all languages together, else the mean.

    Where the first sample is of few languages, as with names, the others count too.
    """
    lines = _first(measure)
    single = [line for line in lines if line.language not in WHOLE]
    over = next((line for line in lines if line.language in WHOLE), None)
    if not single or (over and not all(side.is_share for side in (over.finds, over.right) if side)):
        return over or lines[0]
    finds, right = (_pooled([getattr(line, side) for line in single]) for side in ("finds", "right"))
    unmet = tuple(chain.from_iterable(line.unmet for line in lines))
    return Line(lines[0].sample, single[0].language if len(single) == 1 else "all", finds, right, None, unmet)


def _first(measure: Measure) -> list[Line]:
    """Return the lines of a measure's first sample; of all samples where the first has no figure over its languages."""
    first = [line for line in measure.lines if line.sample == measure.lines[0].sample]
    return first if any(line.language in WHOLE for line in first) else list(measure.lines)


def _pooled(figures: Sequence[Figure | None]) -> Figure | None:
    there = [figure for figure in figures if figure]
    cases = sum(figure.cases for figure in there)
    if not cases:
        return None
    value = sum(figure.value * figure.cases for figure in there) / cases
    return Figure(value, cases, all(figure.is_share for figure in there))
