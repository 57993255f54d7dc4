"""What a reader hands on, and what every reader is."""

from dataclasses import dataclass
from typing import Protocol

from careo.model.seen import PartRole, Published, Received, Run


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of readable text; an empty one is a gap the writer left."""

    text: str
    role: PartRole | None = None
    """What the format itself says it is; `None` where the text must tell."""
    page: int | None = None
    """The page it stands on, from 1, in a format that has pages."""
    runs: tuple[Run, ...] = ()
    """Where `text` stands in the decoded source, offsets into `text`; empty where the format keeps no places."""


@dataclass(frozen=True, slots=True)
class Article:
    """One news report as its format gives it, before cleaning and before anything is inferred."""

    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    author: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: tuple[Published, ...] = ()
    """Dates the format states, each with the verbatim source text; the read stage chooses."""
    language: str | None = None
    """What the format declares, often wrongly: a hint."""
    encoding: str | None = None
    """What the bytes were decoded with, where the format is text."""


class Reader(Protocol):
    """Makes articles of the bytes of some media types; stateless, and made again in another process by name."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """The media types it takes."""
        ...

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return the articles in a capture's bytes, in their order.

        Raises:
            UnreadableInput: if there is no article text in them.
        """
        ...
