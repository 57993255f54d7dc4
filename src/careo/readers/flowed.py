"""Plain text of messages: lines that a mail program has broken, put together again."""

from collections.abc import Iterator
from email.message import Message

from careo.readers.base import Paragraph
from careo.readers.runs import lines
from careo.readers.unwrapped import plain
from careo.text.normalise import clean

_SIGNATURE = "-- "


def unflowed(source: str, part: Message) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a plain part; what stands below the mark of a signature is furniture.

    Lines of `format=flowed` that end with a space go on in the next (RFC 3676); others may be hard-wrapped.
    """
    written = [line.text for line in lines(clean(source))]
    cut = written.index(_SIGNATURE) if _SIGNATURE in written else len(written)
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    glue = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    text = "\n".join(_flow(written[:cut], glue) if flowed else written[:cut])
    shown = (one for one in plain(lines(text)) if one.text.strip())
    signature = (line.strip() for line in written[cut + 1 :])
    return (
        *(Paragraph(one.text.strip()) for one in shown),
        *(Paragraph(line, "furniture") for line in signature if line),
    )


def _flow(written: list[str], glue: str) -> Iterator[str]:
    open_ = ""
    for line in written:
        bare = line.removeprefix(" ")
        if bare.endswith(" ") and bare.strip():
            open_ += bare[:-1] + glue
        else:
            yield open_ + bare
            open_ = ""
    if open_:
        yield open_.strip()
