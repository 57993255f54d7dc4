"""Messages in MIME, as mail programs and browsers write them: their parts without recursion, their headers as text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr

from careo.errors import TooLarge, UnreadableInput
from careo.model.seen import Received
from careo.readers.decoded import decode, decode_page
from careo.text.normalise import flat

_DEEPEST = 20
"""Parts inside parts: a forwarded newsletter with pictures has five levels."""
_MOST_PARTS = 5_000
"""Parts of one message: a saved page of a picture gallery has some hundreds."""

_FOLD = re.compile(r"\r?\n(?=[ \t])|[\r\n]")


def message(data: bytes) -> Message:
    """Return the message in the bytes.

    Raises:
        UnreadableInput: if its parts are nested without end.
    """
    try:
        return BytesParser().parsebytes(data.lstrip(b"\r\n"))
    except (RecursionError, MessageError):
        raise UnreadableInput("its parts are nested too deep, or broken; save the text of the message") from None


def parts(whole: Message, *, into_messages: bool) -> Iterator[Message]:
    """Yield the parts that have no parts themselves, in their order.

    Args:
        whole: the message.
        into_messages: whether messages attached to it are looked into; else each of them is yielded as it is.

    Raises:
        UnreadableInput: if parts lie deeper than _DEEPEST.
        TooLarge: if there are more than _MOST_PARTS.
    """
    waiting = [(whole, 0)]
    seen = 0
    while waiting:
        part, depth = waiting.pop()
        seen += 1
        if depth > _DEEPEST:
            raise UnreadableInput(f"its parts are nested more than {_DEEPEST} deep; save the text of the message")
        if seen > _MOST_PARTS:
            raise TooLarge(f"more than {_MOST_PARTS} parts; save the text of the message")
        inside = part.get_payload() if part.is_multipart() else None
        attached = part.get_content_type() == "message/rfc822" and part is not whole
        if isinstance(inside, list) and (into_messages or not attached):
            waiting += [(one, depth + 1) for one in reversed(inside) if isinstance(one, Message)]
        else:
            yield part


def header(part: Message, name: str) -> str:
    """Return a header as a person reads it, on one line; empty where it is missing."""
    return worded(raw_header(part, name))


def raw_header(part: Message, name: str) -> str:
    """Return a header as it is written, without its line breaks."""
    found = next((str(value) for key, value in part.raw_items() if key.lower() == name.lower()), "")
    plain = found.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _FOLD.sub("", plain).strip()


def worded(value: str) -> str:
    """Return a header's words, those in the encoding of RFC 2047 decoded."""
    try:
        return flat(str(make_header(decode_header(value))))
    except (MessageError, LookupError, ValueError):
        return value


def name_in(value: str) -> str:
    """Return the name in an address of a header; empty where there is only the address."""
    name = worded(parseaddr(value)[0])
    return "" if "@" in name else name.strip("\"' ")


def content(part: Message, received: Received) -> Received:
    """Return a part's own bytes as if they had been received by themselves."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_param("charset")
    told = charset if isinstance(charset, str) else None
    return Received(replace(received.capture, media_type=part.get_content_type(), charset=told), data)


def text_in(part: Message, received: Received) -> str:
    """Return the characters of a part that is text."""
    inner = content(part, received)
    if not inner.data:
        return ""
    return (decode_page(inner) if part.get_content_subtype() == "html" else decode(inner)).text
