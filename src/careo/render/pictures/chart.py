"""Draw the values of one quantity over time: each value of each reporter is a mark, bounds are open, nothing between.

No line leads from one value to the next: what was last told holds until something else is told.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise

from careo.model.derived import Step, Trajectory
from careo.render.drawing.scales import Scale, Span, percent, rises, scale, span, width
from careo.render.pictures.chart_views import ChartView, Held, Mark, Period, Rise, Words
from careo.render.pictures.timeaxis import axis
from careo.render.quoting.index import Index
from careo.render.wording.amounts import Amount, amount_of
from careo.render.wording.speech import Speech
from careo.render.wording.units import unit_name
from careo.render.wording.when import spoken
from careo.text.numbers.intervals import relate

_LEAST = 3
"""Values below which a table says as much."""
_SHAPES = ("circle", "square", "diamond", "up", "down", "cross", "ring")
_OTHERS = "ring"
_TOP, _HEIGHT, _SHIFT, _STACK = 30, 150, 11, 70
"""Pixels: above the highest line, from it to nought, between marks of one value and date, and for all of these."""
_NARROW, _WIDE = 200, 620
"""Pixels of the drawing on a phone of 360 and on a screen of 768, less margins and the words of the axis."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A step that can be drawn."""

    step: Step
    amount: Amount
    begin: float
    end: float
    language: str

    @property
    def ends(self) -> Span:
        """Return the lowest and the highest number that is stated."""
        return self.amount.low, self.amount.high

    @property
    def bounds(self) -> Span:
        """Return what it allows."""
        low, high = self.ends
        if self.amount.sign in ("<", "<="):
            return -math.inf, math.nextafter(high, -math.inf) if self.amount.sign == "<" else high
        if self.amount.sign in (">", ">="):
            return math.nextafter(low, math.inf) if self.amount.sign == ">" else low, math.inf
        return (low * 0.9, high * 1.1) if self.amount.sign == "~" else (low, high)


def chart(index: Index, line: Trajectory, *, number: int) -> ChartView | None:
    """Return the chart of a line; `None` where its table says as much, or its values have several units."""
    values = sorted(_values(index, line), key=lambda one: (one.end, one.begin, one.ends, one.step.statement))
    dates = {(one.begin, one.end) for one in values}
    if len(values) < _LEAST or len(dates) < 2 or len({one.amount.unit for one in values}) > 1:
        return None
    across = scale(dates, cut=False)
    lines = rises(max(high for one in values for high in one.ends))
    board = _Board(across, lines[-1])
    shapes = _shapes(values)
    return ChartView(
        id=f"chart{number}",
        description=_description(values, index.speech),
        unit=unit_name(line.unit, index.speech) if line.unit else "",
        height=_TOP + _HEIGHT + 24,
        rises=tuple(Rise(board.y(value), index.speech.rounded(value)) for value in lines),
        axis=axis(across, index.speech, pixels=_NARROW, wide=_WIDE),
        held=() if line.type == "series" else tuple(_held(values, board)),
        differing=tuple(_differing(values, board)),
        periods=tuple(_periods(values, board)),
        marks=tuple(_marks(values, board, shapes)),
        words=tuple(_words(values, board, index.speech)),
        shapes=_legend(shapes, index.speech),
        hollow=any(one.step.dated_by == "report" for one in values),
        backward=any(one.step.backward for one in values),
        undrawn=len(line.steps) - len(values),
    )


@dataclass(frozen=True, slots=True)
class _Board:
    """Where dates and values stand."""

    across: Scale
    highest: float

    def x(self, value: _Value) -> float:
        """Return the middle of a value's time, in per cent."""
        return (self.across.at(value.begin) + self.across.at(value.end)) / 2

    def since(self, value: _Value) -> float:
        """Return from where on a value is known: its day, or the end of a longer time."""
        return self.x(value) if value.end - value.begin <= 1 else self.across.at(value.end)

    def y(self, value: float) -> float:
        """Return how far down a value stands, in pixels."""
        return round(_TOP + _HEIGHT * (1 - value / self.highest), 1)


def _values(index: Index, line: Trajectory) -> Iterator[_Value]:
    for step in line.steps:
        amount = amount_of(step.value)
        first, slash, last = (step.as_of or "").partition("/")
        begin, end = span(first, last if slash else first)
        if amount is not None and begin is not None and end is not None and begin < end:
            yield _Value(step, amount, begin, end, index.report(step.report).language)


def _shapes(values: Sequence[_Value]) -> Mapping[str, str]:
    """Give each language a shape; those beyond the last share it."""
    languages = sorted({one.language for one in values})
    return {code: _SHAPES[n] if n < len(_SHAPES) - 1 else _OTHERS for n, code in enumerate(languages)}


def _legend(shapes: Mapping[str, str], speech: Speech) -> tuple[tuple[str, str], ...]:
    """Name the languages of each shape."""
    named = sorted((_SHAPES.index(shape), speech.language(code)) for code, shape in shapes.items())
    groups = groupby(named, key=lambda pair: pair[0])
    return tuple((_SHAPES[n], ", ".join(name for _, name in some)) for n, some in groups)


def _stacks(values: Sequence[_Value]) -> Iterator[list[_Value]]:
    """Yield the values of one date that are written alike."""

    def alike(one: _Value) -> tuple[float, float, Span, str]:
        return one.begin, one.end, one.ends, one.amount.sign

    for _, some in groupby(sorted(values, key=alike), key=alike):
        yield list(some)


def _marks(values: Sequence[_Value], board: _Board, shapes: Mapping[str, str]) -> Iterator[Mark]:
    for stack in _stacks(values):
        for place, one in enumerate(stack):
            yield Mark(
                at=percent(board.x(one)),
                shift=_shift(place, len(stack)),
                tops=tuple(dict.fromkeys(map(board.y, one.ends))),
                shape=shapes[one.language],
                hollow=one.step.dated_by == "report",
                upward=one.amount.sign in (">", ">="),
                downward=one.amount.sign in ("<", "<="),
                backward=one.step.backward is not None,
            )


def _shift(place: int, of: int) -> int:
    """Return how far a mark stands to the right of the first of its value and date: many stand closer."""
    return place * _SHIFT if of * _SHIFT <= _STACK else place * _STACK // of


def _periods(values: Sequence[_Value], board: _Board) -> Iterator[Period]:
    """Yield how long the time is that a value is of, where it is more than a day."""
    for stack in _stacks(values):
        one = stack[0]
        if one.end - one.begin > 1:
            for end in dict.fromkeys(one.ends):
                yield Period(percent(board.across.at(one.begin)), percent(board.across.at(one.end)), board.y(end))


def _held(values: Sequence[_Value], board: _Board) -> Iterator[Held]:
    """Yield what was last told from one date to the next, between the lowest and the highest number stated."""
    told = [
        (board.since(some[0]), [board.y(end) for one in some for end in one.ends])
        for some in (list(group) for _, group in groupby(values, key=lambda value: value.end))
    ]
    for (left, now), (right, then) in pairwise(told):
        until = max(left, right)  # an hour of a day may stand behind the middle of that day
        yield Held(percent(left), percent(until - left), percent(until), min(now), max(now), _riser(now, then))


def _riser(now: Sequence[float], then: Sequence[float]) -> Span | None:
    if max(then) < min(now):
        return min(now), max(then)
    return (max(now), min(then)) if max(now) < min(then) else None


def _differing(values: Sequence[_Value], board: _Board) -> Iterator[tuple[str, float, float]]:
    """Yield the dates of which two values cannot both hold."""
    for _, some in groupby(values, key=lambda value: (value.end, value.begin)):
        own = list(some)
        apart = [pair for pair in combinations(own, 2) if relate(pair[0].bounds, pair[1].bounds) == "disjoint"]
        if apart:
            ends = [board.y(end) for pair in apart for one in pair for end in one.ends]
            yield percent(board.x(own[0])), min(ends), max(ends)


def _words(values: Sequence[_Value], board: _Board, speech: Speech) -> Iterator[Words]:
    """Write the values where there is room: the last and the first before those between, the rest is in the table."""
    stacks = list(_stacks(values))
    order = sorted(range(len(stacks)), key=lambda n: (n not in (0, len(stacks) - 1), n))
    placed: dict[int, Words] = {}
    for pixels in (_NARROW, _WIDE):
        taken = [box for stack in stacks for box in _mark_boxes(stack, board, pixels)]
        taken += [_box(words, pixels) for words in placed.values()]
        for n in order:
            if n in placed:
                continue
            found = _free(stacks[n], board, speech, taken, pixels)
            if found is not None:
                placed[n] = found
                taken.append(_box(found, pixels))
    yield from (placed[n] for n in sorted(placed))


_Box = tuple[float, float, float, float]


def _mark_boxes(stack: Sequence[_Value], board: _Board, pixels: int) -> Iterator[_Box]:
    middle = board.x(stack[0]) * pixels / 100
    for end in stack[0].ends:
        y = board.y(end)
        yield middle - 5, middle + 5 + _shift(len(stack) - 1, len(stack)), y - 5, y + 5


def _free(stack: Sequence[_Value], board: _Board, speech: Speech, taken: Sequence[_Box], pixels: int) -> Words | None:
    """Return the value written above its mark, or below it, where that touches nothing."""
    one, words, shift = stack[0], amount_label(stack[0].amount, speech), _shift(len(stack) - 1, len(stack)) // 2
    if len(stack) * _SHIFT > _STACK:
        words += f" ({len(stack)}×)"
    above, below = (27 if one.amount.sign in (">", ">=") else 9), (33 if one.amount.sign in ("<", "<=") else 17)
    for y in (board.y(one.ends[1]) - above, board.y(one.ends[0]) + below):
        found = Words(percent(board.x(one)), shift, round(y, 1), words, pixels == _WIDE)
        box = _box(found, pixels)
        inside = y < _TOP + _HEIGHT + 2 and box[0] > -20 and box[1] < pixels + 12
        if inside and not any(
            box[0] < other[1] and other[0] < box[1] and box[2] < other[3] and other[2] < box[3] for other in taken
        ):
            return found
    return None


def _box(words: Words, pixels: int) -> _Box:
    middle = float(words.at[:-1]) * pixels / 100 + words.shift
    half = width(words.words) / 2 + 2
    return middle - half, middle + half, words.y - 10, words.y + 2


def amount_label(amount: Amount, speech: Speech) -> str:
    """Write a value as short as a chart needs it: `≥60`, `24–99`, `1.2 million`."""
    ends = [speech.rounded(value) for value in dict.fromkeys((amount.low, amount.high))]
    sign = {">=": "≥", "<=": "≤", "": ""}.get(amount.sign, amount.sign)
    return sign + "–".join(ends)


def _description(values: Sequence[_Value], speech: Speech) -> str:
    first, last = values[0].step.as_of, values[-1].step.as_of
    return speech(
        "{number} values, {first} to {last}. The table below has each of them with its sentence.",
        number=len(values),
        first=spoken(first or "", speech),
        last=spoken(last or "", speech),
    )
