"""Lines of plain text put together to paragraphs where they are hard-wrapped."""

from collections.abc import Iterator, Sequence
from statistics import median

from careo.readers.base import Paragraph
from careo.readers.runs import Piece, paragraph
from careo.text.languages import identify
from careo.text.sheet.credit import find_credits
from careo.text.sheet.layout import lines_of
from careo.text.sheet.masthead import masthead

_SENTENCE_END = (".", "!", "?", ":", ";", '"', "”", "»", "“", "'", "’", ")", "]")
_SPACE = Piece(" ")
_HEAD_BLOCKS, _HEAD_LINES, _HEAD = 3, 6, 100
"""A byline and a line with the day stand in the first blocks, and those are short."""


def plain(written: Sequence[Piece]) -> tuple[Paragraph, ...]:
    """Return lines as paragraphs, hard-wrapped ones joined."""
    return tuple(map(paragraph, unwrapped(written)))


def unwrapped(written: Sequence[Piece]) -> list[list[Piece]]:
    """Join the lines of hard-wrapped paragraphs; the lines of other texts come back one by one.

    A text is hard-wrapped where it has blocks of several lines, nearly all lines inside a block fill one narrow
    measure, and most of them stop in mid sentence.
    """
    blocks = list(_with_head_apart(_blocks(written)))
    inner = [line.text for block in blocks for line in block[:-1]]
    if not _is_wrapped(inner):
        return [[line] for line in written]
    joined: list[list[Piece]] = []
    for block in blocks:
        spaced = [piece for line in block for piece in (_SPACE, line.bare())]
        joined += [spaced[1:], []]
    return joined[:-1]


def _with_head_apart(blocks: Sequence[list[Piece]]) -> Iterator[list[Piece]]:
    """Yield the blocks; in the first ones a byline and a line with the day are blocks of their own."""
    language = identify("\n".join(line.text for block in blocks for line in block))
    for number, block in enumerate(blocks):
        apart = number < _HEAD_BLOCKS and len(block) <= _HEAD_LINES
        heads = [apart and _is_head(line.text.strip(), language) for line in block]
        at = 0
        for index in range(1, len(block)):
            if heads[index] or heads[index - 1]:
                yield block[at:index]
                at = index
        yield block[at:]


def _is_head(content: str, language: str) -> bool:
    lines_ = lines_of(content)
    if not lines_ or len(content) > _HEAD:
        return False
    signed = any(one.lines and one.kind in ("byline", "author") for one in find_credits(content, lines_, language))
    return signed or masthead(content, lines_[0], language) is not None


def _is_wrapped(inner: Sequence[str]) -> bool:
    if len(inner) < 4:
        return False
    width = median(len(line) for line in inner)
    full = sum(0.75 * width <= len(line) <= 1.25 * width for line in inner)
    broken = sum(not line.rstrip().endswith(_SENTENCE_END) for line in inner)
    return 45 <= width <= 100 and full >= 0.8 * len(inner) and broken >= 0.6 * len(inner)


def _blocks(written: Sequence[Piece]) -> list[list[Piece]]:
    blocks: list[list[Piece]] = [[]]
    for line in written:
        if line.text.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]
