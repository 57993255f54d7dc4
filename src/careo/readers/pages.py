"""Lines as a printed page sets them: back to paragraphs, each on its page, without running heads.

All from geometry and repetition, nothing from words, but for the few small ones after a hanging hyphen. Lengths
are in points, `y` counts upwards.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST_WORD = re.compile(rf"({_WORD.pattern})[-‐]$")
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?…:][\"”»“’')\]]*$")
_BULLET, _DASH = re.compile(r"[•◦▪‣●■]"), re.compile(r"[–—*-]\s")
_NUMBER = re.compile(r"\W*(?:\w+\.?\s)?#(?:\s*(?:/|\w{2,6})\s*#)?\W*")
"""A page number alone: `#`, `- # -`, `Seite #`, `# of #`."""

_TAIL = 80
"""What a line ends with is looked for in so many characters, lest a line without spaces take for ever."""

_HANGING = frozenset({"and", "bis", "e", "ed", "en", "et", "o", "oder", "of", "or", "ou", "to", "tot", "u", "und", "y"})
"""What may follow the hanging hyphen of "land- and seaways"."""

_EDGE = 2
"""A running head or foot has at most so many lines."""
_RUNNING = 120
_GAP, _ONE_SIZE = 1.3, 0.08
_SHORT, _VERY_SHORT = 0.7, 0.5
"""A line that stops this early, where the next word would have fitted, was meant to stop."""
_NEAR = 3
"""The measure of a column is told by so many lines on either side."""
_USUAL_LEADING = 1.2
"""Baselines stand this many type sizes apart where nobody asked for anything else."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of type; one whose place is unknown has size 0. The same words twice are two lines."""

    text: str
    page: int
    x: float
    y: float
    size: float


def running(pages: Sequence[Sequence[Line]]) -> frozenset[Line]:
    """Return the lines at the edges of pages that are the same, but for numbers, on about every page or every other.

    The first page often has none. On a single page only a page number alone is told.
    """
    edges = [[(_look(line), line) for line in _edges(page)] for page in pages]
    seen = Counter(look for page in edges for look in {look for look, _ in page})
    return frozenset(
        line
        for page in edges
        for look, line in page
        if (len(pages) == 1 and _NUMBER.fullmatch(look[0]))
        or (seen[look] > 1 and 2 * seen[look] >= len(pages) - 2 and len(line.text) <= _RUNNING)
    )


def _look(line: Line) -> tuple[str, int]:
    """Return what a running head keeps from page to page; a title that it repeats is set in larger type."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.size)


def _edges(page: Sequence[Line]) -> list[Line]:
    heights = sorted({round(line.y) for line in page})
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    placed = len(heights) > 1
    at_edge = [line for line in page if round(line.y) in outer]
    return at_edge if placed else [*page[:_EDGE], *page[_EDGE:][-_EDGE:]]


def blocks(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of a text, paragraph by paragraph, cut at the ends of pages."""
    leading = _leading(lines)
    block: list[Line] = []
    for index, line in enumerate(lines):
        near = [one for one in lines[max(0, index - _NEAR) : index + _NEAR] if _alike(one, line)]
        if block and _parts(block[-1], line, leading, max(len(one.text) for one in near)):
            yield tuple(block)
            block = []
        block.append(line)
    if block:
        yield tuple(block)


def over_pages(found: Sequence[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    """Join a paragraph that stops in mid sentence at a page's end with the one in small letters on the next page."""
    joined_: list[tuple[Line, ...]] = []
    for block in found:
        last = joined_[-1][-1] if joined_ else None
        turned = last is not None and last.page + 1 == block[0].page and _alike(last, block[0])
        if last and turned and not _ENDS.search(last.text[-_TAIL:]) and block[0].text[:1].islower():
            joined_[-1] = (*joined_[-1], *block)
        else:
            joined_.append(block)
    return joined_


def _leading(lines: Sequence[Line]) -> float:
    """Return the distance of baselines in type sizes that the text mostly has."""
    steps = Counter(
        round((above.y - below.y) / below.size, 1)
        for above, below in pairwise(lines)
        if above.page == below.page and below.size and 0.8 <= (above.y - below.y) / below.size <= 3.0
    )
    return min(steps, key=lambda step: (-steps[step], step), default=_USUAL_LEADING)


def _parts(above: Line, below: Line, leading: float, width: int) -> bool:
    """Tell whether a new paragraph begins with the line below, in a column some `width` characters wide."""
    ended = _ENDS.search(above.text[-_TAIL:]) is not None
    if above.page != below.page or _BULLET.match(below.text) or (ended and _DASH.match(below.text)):
        return True
    room = len(above.text) + 1 + len(below.text.split(" ", 1)[0])
    short = room < (_SHORT if ended else _VERY_SHORT) * width
    if not below.size or not above.size:
        return short
    down = (above.y - below.y) / below.size
    if not _alike(above, below):
        return True
    if down < 0:  # the head of the next column
        return ended
    indented = ended and below.x - above.x > 0.6 * below.size
    return down > _GAP * leading or down < 0.3 or indented or short


def _alike(one: Line, other: Line) -> bool:
    """Tell whether two lines are set in one size of type."""
    return abs(one.size - other.size) <= _ONE_SIZE * other.size


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words that stand whole in some line, in lower case."""
    found: set[str] = set()
    broken = False
    for line in lines:
        # What a line end may have cut, on either side of it, says nothing of how the word is written.
        words = [match[0].casefold() for match in _WORD.finditer(line.text)]
        whole = words[1:] if broken else words
        broken = _LAST_WORD.search(line.text[-_TAIL:]) is not None
        found.update(whole[:-1] if broken else whole)
    return frozenset(found)


def joined(lines: Sequence[Line], words: frozenset[str], *, nouns: bool = False) -> str:
    """Return the lines as one.

    Args:
        lines: of one paragraph.
        words: those known to stand whole elsewhere in the text.
        nouns: whether the language writes every noun with a capital, and with another one after a hyphen of its own.
    """
    text = lines[0].text
    for line in lines[1:]:
        text = _join(text, line.text, words, nouns=nouns)
    return text


def _join(above: str, below: str, words: frozenset[str], *, nouns: bool) -> str:
    """Join two lines. A hyphen goes only where the whole word is lower case or a noun, or stands unbroken elsewhere."""
    if above.endswith("\u00ad"):
        return above[:-1] + below
    first, second = _LAST_WORD.search(above[-_TAIL:]), _WORD.match(below)
    if first is None or second is None:
        # "1990-" and "2000" are one, a dash is a word by itself.
        return above + ("" if re.search(r"\w[-‐]$", above[-_TAIL:]) else " ") + below
    whole = first[1] + second[0]
    if whole.casefold() in words:
        return above[:-1] + below
    if f"{first[1]}{above[-1]}{second[0]}".casefold() in words:
        return above + below
    if second[0].casefold() in _HANGING:
        return f"{above} {below}"
    noun = nouns and first[1][1:].islower() and second[0].islower()
    return (above[:-1] if whole.islower() or noun else above) + below
