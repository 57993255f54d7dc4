"""Letters that were decoded with the wrong table ("EspaÃ±a"), put right by ftfy (6.3) where that is certain.

Judged word by word, so that the rest of a text keeps its place. ftfy's own test of what no language writes decides;
one more case is left alone: a capital Ã at the end of a word in capitals, before a mark.
"""

import re
from collections.abc import Iterator

import ftfy
from ftfy.badness import is_bad

_WORD = re.compile("[^ \n\t\r]*[^\x00-\x7f\r\n][^ \n\t\r]*")
_SCRAMBLED = re.compile(
    "[\u00c2-\u00df\u0192][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u02c6\u02dc\u2010-\u203a\u20ac\u2122]"
    "|[\u00e0-\u00f4][\x80-\xbf\u0152-\u2122]{2}"
)
_CAPITALS = re.compile("[A-ZÀ-Þ]Ã[\u2013-\u2026]")
_LONGEST = 200
"""A longer stretch without a space is no word, and ftfy's time grows with it."""


def unscrambled(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and mended form of the words that were decoded wrongly."""
    if _SCRAMBLED.search(text) is None:
        return
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) <= _LONGEST and _SCRAMBLED.search(word) and is_bad(word) and not _CAPITALS.search(word):
            yield match.start(), match.end(), ftfy.fix_encoding(word)
