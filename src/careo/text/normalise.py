"""One spelling for comparing words, and one form for the text of a report."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\x0b\x0c]")
# Marks that show nothing: soft hyphen, zero-width space, word joiner, byte order mark, directional marks.
# The zero-width joiner and non-joiner stay: Persian and the scripts of India write with them.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


def fold(word: str) -> str:
    """Return the word for comparing: lower case, no accents. The length may change."""
    apart = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(char for char in apart if not unicodedata.combining(char))


def clean(text: str) -> str:
    """Return the text as a report keeps it; used once, before any offset is taken.

    Line ends become a newline, characters that show nothing go, letters are composed (NFC).
    Spaces keep their kind: a no-break space inside a figure says something.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _CONTROL.sub("", text)
    text = _LONE_SURROGATE.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)
