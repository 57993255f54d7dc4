"""A figure or time that a person gives: in words of the report's language, in English, or in careo's own writing.

Careo's writing is what claims show: `70`, `<70`, `>=12`, `~500`, `200..999`, `5000000 USD`; `2023-05` or
`2025-01-01/2025-12-31`.
"""

import math
import re
from dataclasses import replace

from careo.errors import UsageError
from careo.model.seen import Comparator, Figure, Time
from careo.text.numbers.intervals import figure_value
from careo.text.times.dates import find_times
from careo.text.times.edtf import first_day, last_day, point
from careo.text.values.figures import find_figures

_NUMBER = r"\d{1,24}(?:\.\d{1,20})?"
_WRITTEN = re.compile(
    rf"(?P<sign>[<>]=?|~)?(?P<low>{_NUMBER})(?:\.\.(?P<high>{_NUMBER}))?(?: ?(?P<unit>[^\s\d]\S{{0,9}}))?"
)
_CODE = re.compile(r"%|[A-Z]{3}")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,])")
"""1.500 is a thousand and a half in one language and one and a half in another."""
_SIGNS: dict[str, Comparator] = {"": "=", "~": "~", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_PEOPLE = frozenset({"killed", "injured", "missing", "detained", "displaced", "troops", "participants"})
_LONGEST = 200


def given_figure(words: str, language: str, measure: str) -> str:
    """Return a figure that a person gives as careo writes it.

    Raises:
        UsageError: if it is none, may be read in two ways, or counts something else than `measure`.
    """
    words = _short(words)
    if found := _THOUSANDS.search(words):
        plain = found.group().replace(",", "").replace(".", "")
        raise UsageError(f"{found.group()} can be read in two ways; write {plain} for the whole number")
    written = _WRITTEN.fullmatch(words)
    if written is not None and (written["unit"] is None or _CODE.fullmatch(written["unit"])):
        return figure_value(figure_of(words, measure, None))
    for tongue in dict.fromkeys((language, "en")):
        found_figures = find_figures(words, tongue, 0, len(words))
        if len(found_figures) == 1 and found_figures[0].verbatim == words:
            figure = found_figures[0]
            if figure.measure not in ("count", measure):
                raise UsageError(
                    f"“{words}” counts {figure.measure}, the slot is figure:{measure}; give the number alone"
                )
            return figure_value(figure_of(figure_value(figure), measure, figure))
    raise UsageError(f"“{words}” is no figure; give one as 70, “almost 70”, >=12, 200..999 or 5000000 USD")


def figure_of(value: str, measure: str, before: Figure | None) -> Figure:
    """Return the figure that a value in careo's writing stands for, laid over what was read before.

    Raises:
        UsageError: if the value is not in careo's writing.
    """
    written = _WRITTEN.fullmatch(value)
    if written is None:
        raise UsageError(f"“{value}” is not a figure as careo writes it")
    sign = _SIGNS[written["sign"] or ""]
    low, high = float(written["low"]), float(written["high"] or written["low"])
    if low > high or not math.isfinite(high):
        raise UsageError(f"“{value}” ends below where it begins; give the lesser number first")
    below = not written["high"] and sign in ("<", "<=")
    above = not written["high"] and sign in (">", ">=")
    base = before or Figure(measure, None, None, "=", None, None, None, None, None, "", 0, 0)
    unit = written["unit"] or base.unit or ("person" if measure in _PEOPLE else None)
    ends = None if below else low, None if above else high
    return replace(base, low=ends[0], high=ends[1], comparator=sign, vague=None, unit=unit)


def given_time(words: str, language: str, published: str | None) -> str:
    """Return a date or span of days that a person gives in EDTF; words are counted from the day of publication.

    Raises:
        UsageError: if it is none, or may be read in two ways.
    """
    words = _short(words)
    if _is_written(words):
        time_of(words, None)
        return words
    for tongue in dict.fromkeys((language, "en")):
        found = find_times(words, tongue, 0, len(words), anchor=published)
        if len(found) == 1 and found[0].verbatim == words and found[0].first and found[0].last:
            first, last = found[0].first, found[0].last
            return first if first == last else f"{first}/{last}"
    raise UsageError(f"“{words}” is no date; give one as 2023-05-19, 2023-05, 2025-01-01/2025-12-31 or “19 May 2023”")


def _is_written(words: str) -> bool:
    return bool(re.fullmatch(r"(?:[\dX]{4}[\d-]*|\.\.)(?:/(?:[\dX]{4}[\d-]*|\.\.))?", words))


def time_of(value: str, before: Time | None) -> Time:
    """Return the time that a value in EDTF stands for, laid over what was read before.

    Raises:
        UsageError: if it is no date of the calendar, or ends before it begins.
    """
    begin, _, end = value.partition("/")
    ends = [None if side == ".." else point(side) for side in (begin, end or begin)]
    if any(at is None and side != ".." for at, side in zip(ends, (begin, end or begin), strict=True)) or ends == [
        None,
        None,
    ]:
        raise UsageError(
            f"“{value}” is no date of the calendar; give one as 2023-05-19, 2023-05 or 2025-01-01/2025-12-31"
        )
    first, last = ends
    if first and last and (start := first_day(first)) and (stop := last_day(last)) and start > stop:
        raise UsageError(f"“{value}” ends before it begins; give the earlier day first")
    base = before or Time(None, "", 0, 0, None, None, "unknown", None, "")
    known = [at for at in ends if at is not None]
    precision = min((at.precision for at in known), key=("year", "month", "day").index)
    return replace(
        base,
        first=str(first) if first else None,
        last=str(last) if last else None,
        precision=precision,
        anchor=None,
        rule="corrected",
    )


def _short(words: str) -> str:
    plain = words.strip()
    if not plain or len(plain) > _LONGEST:
        raise UsageError(f"give a value of 1 to {_LONGEST} characters, or unknown")
    return plain
