"""Plain text: bytes to lines, each with its place in the decoded source."""

from dataclasses import dataclass, replace

from careo.errors import UnreadableInput
from careo.model.seen import Received
from careo.readers.base import Article
from careo.readers.decoded import decode
from careo.readers.front import header
from careo.readers.records import article, record
from careo.readers.runs import lines
from careo.readers.unwrapped import plain


@dataclass(frozen=True, slots=True)
class PlainText:
    """Reads plain text."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """Plain text."""
        return ("text/plain",)

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return one article: a line of the file is a line of the text, but for hard-wrapped paragraphs.

        Lines such as "Outlet: ..." and "Date: ..." above it are its facts.

        Raises:
            UnreadableInput: if no encoding fits, or there is not one letter.
        """
        decoded = decode(received)
        if not any(character.isalpha() for character in decoded.text):
            raise UnreadableInput("there is not one word in it; save the text of the article itself")
        written = lines(decoded.text)
        front = header(written)
        text = plain(written[front.lines :])
        told = article(record(front.values), text) if front.lines else None
        return (replace(told or Article(text), encoding=decoded.encoding),)
