"""Plain text and light Markdown: bytes to lines."""

import re
from dataclasses import dataclass, replace
from statistics import median

from careo.errors import UnreadableInput
from careo.model.seen import Published, Received
from careo.readers.base import Article, Paragraph
from careo.readers.decoded import decode
from careo.readers.stamp import day

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(\*\*|__|(?<!\w)\*|\*(?!\w))(?=\S)(.+?)(?<=\S)\1")
_FIELD = re.compile(r"([A-Za-z_-]+):\s*(.+?)\s*$")
_SENTENCE_END = (".", "!", "?", ":", ";", '"', "”", "»", "“", "'", "’", ")", "]")


@dataclass(frozen=True, slots=True)
class PlainText:
    """Reads plain text and Markdown."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """Plain text, and Markdown with its front matter."""
        return ("text/plain", "text/markdown")

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return one article: a line of the file is a line of the text, but for hard-wrapped paragraphs.

        Raises:
            UnreadableInput: if no encoding fits, or there is not one letter.
        """
        decoded = decode(received)
        text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
        if not any(character.isalpha() for character in text):
            raise UnreadableInput("there is not one word in it; save the text of the article itself")
        if received.capture.media_type == "text/markdown":
            return (replace(_markdown(text.split("\n")), encoding=decoded.encoding),)
        paragraphs = tuple(Paragraph(line) for line in unwrapped(text.split("\n")))
        return (Article(paragraphs, encoding=decoded.encoding),)


def unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of hard-wrapped paragraphs; other texts come back as they are.

    A text is hard-wrapped where it has blocks of several lines, nearly all lines inside a block fill one narrow
    measure, and most of them stop in mid sentence.
    """
    blocks = _blocks(lines)
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < 4:
        return lines
    width = median(len(line) for line in inner)
    full = sum(0.75 * width <= len(line) <= 1.25 * width for line in inner)
    broken = sum(not line.rstrip().endswith(_SENTENCE_END) for line in inner)
    if not 45 <= width <= 100 or full < 0.8 * len(inner) or broken < 0.6 * len(inner):
        return lines
    joined: list[str] = []
    for block in blocks:
        joined += [" ".join(line.strip() for line in block), ""]
    return joined[:-1]


def _blocks(lines: list[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _markdown(lines: list[str]) -> Article:
    fields, body = _front_matter(lines)
    paragraphs = tuple(_plain(line) for line in unwrapped(body))
    heading = next((paragraph.text for paragraph in paragraphs if paragraph.role == "headline"), None)
    stamp = fields.get("date", "")
    value = day(stamp)
    author = fields.get("author", "").strip("\"'")
    return Article(
        paragraphs=paragraphs,
        title=fields.get("title", "").strip("\"'") or heading,
        author=(author,) if author else (),
        url=fields.get("url"),
        published=(Published(value[0], value[1], "meta", stamp),) if value else (),
        language=fields.get("lang") or fields.get("language"),
    )


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    if not lines or lines[0].strip() != "---" or "---" not in [line.strip() for line in lines[1:60]]:
        return {}, lines
    end = [line.strip() for line in lines].index("---", 1)
    found = (_FIELD.match(line) for line in lines[1:end])
    return {match[1].casefold(): match[2] for match in found if match}, lines[end + 1 :]


def _plain(line: str) -> Paragraph:
    heading = _HEADING.match(line)
    bare = _LINK.sub(r"\1", _PICTURE.sub("", heading[1] if heading else line))
    bare = _EMPHASIS.sub(r"\2", bare)
    first_level = heading is not None and line.startswith("# ")
    return Paragraph(bare, "headline" if first_level else None)
