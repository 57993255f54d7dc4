"""Bytes to characters: byte-order mark, valid UTF-8, what the transport or the page declares, else a guess."""

import codecs
import re
from dataclasses import dataclass

from careo.errors import UnreadableInput
from careo.model.seen import Received

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["cp1252", "cp1250", "cp1251", "iso8859_2", "iso8859_15", "koi8_r", "mac_roman", "cp437", "cp850"]
"""Single-byte encodings news archives of Europe and the Americas were written in."""

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a capture and how they were made: `data.decode(encoding, "replace")` gives them again."""

    text: str
    encoding: str
    """The codec's name as Python has it."""


def decode(received: Received) -> Decoded:
    """Return the text in the bytes of a file that cannot declare its encoding itself.

    Raises:
        UnreadableInput: if no encoding fits.
    """
    return _decode(received.data, received.capture.charset)


def decode_page(received: Received) -> Decoded:
    """Return a page's or feed's text: what it declares in its first bytes counts where the transport says nothing.

    Raises:
        UnreadableInput: if no encoding fits.
    """
    match = _DECLARED.search(received.data[:4096])
    return _decode(received.data, received.capture.charset or (match[1].decode("ascii") if match else None))


def _decode(data: bytes, declared: str | None) -> Decoded:
    """Believe the bytes first: text that is valid UTF-8 by accident is rarer than a lying declaration."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    encoding = marked or ("utf-8" if _is_utf8(data) else _codec(declared)) or _guess(data)
    return Decoded(data.decode(encoding, "replace"), encoding)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _is_damaged_utf8(data)
    return True


def _is_damaged_utf8(data: bytes) -> bool:
    """UTF-8 with a few broken bytes: one legacy byte in a hundred good sequences is an accident."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - broken
    return good > 10 * broken


def _codec(declared: str | None) -> str | None:
    """Return the codec of a declared character set, `None` where it is unknown or has been found to lie."""
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'")).name
        b"".decode(name)  # some codecs are from bytes to bytes
    except (LookupError, ValueError):
        return None
    # Browsers read the declared Latin-1 as its Windows superset, and so do the people who write it.
    name = "cp1252" if name in ("iso8859-1", "ascii") else name
    return None if name.startswith("utf-") or name in ("idna", "punycode", "undefined") else name


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise UnreadableInput("its characters fit no known encoding; save it as UTF-8")
    return best.encoding
