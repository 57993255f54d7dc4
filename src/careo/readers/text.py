"""Plain text and light Markdown: bytes to lines."""

import codecs
import re
from dataclasses import dataclass
from statistics import median

from careo.errors import UnreadableInput
from careo.model.seen import Published
from careo.readers.base import Article, Paragraph
from careo.readers.stamp import day

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["cp1252", "cp1250", "cp1251", "iso8859_2", "iso8859_15", "koi8_r", "mac_roman", "cp437", "cp850"]
"""Single-byte encodings news archives of Europe and the Americas were written in."""

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

    def read(self, data: bytes, media_type: str) -> tuple[Article, ...]:
        """Return one article: a line of the file is a line of the text, but for hard-wrapped paragraphs.

        Raises:
            UnreadableInput: if no encoding fits, or there is not one letter.
        """
        text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
        if not any(character.isalpha() for character in text):
            raise UnreadableInput("there is not one word in it; save the text of the article itself")
        if media_type == "text/markdown":
            return (_markdown(text.split("\n")),)
        return (Article(tuple(Paragraph(line) for line in unwrapped(text.split("\n")))),)


def decode(data: bytes) -> str:
    """Return the text in the bytes: byte-order mark, else UTF-8, else the most likely legacy encoding.

    Raises:
        UnreadableInput: if no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _legacy(data)


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes: one legacy byte in a hundred good sequences is an accident."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - broken
    return text if good > 10 * broken else None


def _legacy(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise UnreadableInput("its characters fit no known encoding; save it as UTF-8")
    return str(best)


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
