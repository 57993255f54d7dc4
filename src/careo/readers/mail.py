"""E-mail: newsletters and messages, with those attached to them as articles of their own.

What it cannot do yet: a message forwarded inside the text keeps the forwarder's lines; an encrypted one has no text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import Message

from careo.errors import UnreadableInput
from careo.model.seen import Published, Received
from careo.readers.base import Article, Paragraph
from careo.readers.body import readable
from careo.readers.flowed import unflowed
from careo.readers.mailing import is_mailing_matter, without_forwarding
from careo.readers.markup import paragraphs
from careo.readers.mime import header, message, name_in, parts, raw_header, text_in
from careo.readers.records import address, titled
from careo.readers.stamp import day

_FEW_WORDS = 12
"""So much is no report: what a person writes over a message that is forwarded."""
_MESSAGE = "message/rfc822"


@dataclass(frozen=True, slots=True)
class Mail:
    """Reads messages as mail programs save them."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """A message of its own."""
        return (_MESSAGE,)

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return the message, then each message attached to it; other attachments are passed over.

        Raises:
            UnreadableInput: if no message has any text.
        """
        found = list(_messages(message(received.data)))
        read = [(one, _text(one, received)) for one in found]
        several = sum(readable(text) > 0 for _, text in read) > 1
        told = tuple(_article(one, text) for one, text in read if _tells(text, several=several))
        if not told:
            raise UnreadableInput("no text in the message; if it is encrypted or all picture, save its text")
        return told


def _messages(whole: Message) -> Iterator[Message]:
    waiting = [whole]
    while waiting:
        one = waiting.pop(0)
        yield one
        attached = [part for part in parts(one, into_messages=False) if part.get_content_type() == _MESSAGE]
        inside = [part.get_payload() for part in attached if part is not one]
        waiting[:0] = [
            body for listed in inside if isinstance(listed, list) for body in listed if isinstance(body, Message)
        ]


def _tells(text: tuple[Paragraph, ...], *, several: bool) -> bool:
    words = sum(len(one.text.split()) for one in text)
    return readable(text) > 0 and (words >= _FEW_WORDS or not several)


def _text(one: Message, received: Received) -> tuple[Paragraph, ...]:
    """Return the text a reader sees: of the same in HTML and plain, HTML, which has paragraphs."""
    shown = [part for part in parts(one, into_messages=False) if _is_shown(part)]
    rich = [part for part in shown if part.get_content_subtype() == "html"]
    plain = [part for part in shown if part.get_content_subtype() == "plain"]
    from_rich = tuple(piece for part in rich for piece in paragraphs(_tagged(text_in(part, received))))
    from_plain = tuple(piece for part in plain for piece in unflowed(text_in(part, received), part))
    whole = from_rich if 2 * readable(from_rich) >= readable(from_plain) else from_plain
    return tuple(replace(piece, role="furniture") if is_mailing_matter(piece.text) else piece for piece in whole)


def _tagged(source: str) -> str:
    return source if "<" in source else f"<p>{source}</p>"


def _is_shown(part: Message) -> bool:
    disposition = header(part, "Content-Disposition").lower()
    return part.get_content_type() in ("text/html", "text/plain") and not disposition.startswith("attachment")


def _article(one: Message, text: Sequence[Paragraph]) -> Article:
    title, forwarded = without_forwarding(header(one, "Subject"))
    stamp = raw_header(one, "Date")
    found = None if forwarded else day(stamp)
    sender = "" if forwarded else name_in(raw_header(one, "From"))
    return Article(
        paragraphs=titled(title or None, tuple(text)),
        title=title or None,
        publisher=sender or None,
        url=address(header(one, "Archived-At").strip("<>")),
        published=(Published(found[0], found[1], "header", stamp),) if found else (),
        language=header(one, "Content-Language") or None,
    )
