"""The dateline that opens a report: place, agency, and sometimes the day."""

import re

from careo.text.sheet.layout import any_of
from careo.text.sheet.stated import StatedDate, day_in

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 90
_AFTER = re.compile(r"\s*(?:\([^()\n]{2,40}\)|,?\s*\w{2,12})?\s*(?:[.:]?\s?[-–—]{1,2}\s?|[.:]\s)(?=\S)")


def dateline_day(text: str, start: int, end: int, language: str) -> StatedDate | None:
    """Return the day a dateline names, and its place, or `None`.

    The day must stand between a place (a few capitalised words) and the dash, stop or colon that ends a dateline:
    a sentence that begins with a date is no dateline.
    """
    found = day_in(text, start, min(end, start + _HEAD), language)
    if found is None:
        return None
    led = any_of(language, "credit", "dated")
    before = text[start : found.start].rstrip()
    before = next(
        (before[: match.start()].rstrip() for match in led.finditer(before) if match.end() == len(before)), before
    )
    place = _WORD.findall(before)
    opens = 0 < len(place) <= 5 and all(word[0].isupper() or len(word) <= 3 for word in place)
    marked = before.endswith((",", ")", "(", "/", "-", "–"))
    return found if opens and marked and _AFTER.match(text, found.end) else None
