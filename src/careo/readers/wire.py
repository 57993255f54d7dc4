"""What goes over the pipes between `guard` and `child`.

Requests are pickled, since the reader must be named to the child. Answers are JSON: a parser that a hostile
file took over can then say only what an Article can hold, and can make nothing run in the calling process.
"""

import json
import os
import pickle
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from careo.model.seen import Published, Received, Run
from careo.readers.base import Article, Paragraph, Reader
from careo.readers.packed import Item, Member, Revisit, Task, Trouble

_LENGTH = 8
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Request:
    """One input for the child, with the limits that hold for it."""

    reader: Reader
    received: Received
    seconds: float
    max_chars: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """The input cannot be used: the name of the InputError and its message."""

    error: str
    message: str


def send(descriptor: int, payload: bytes) -> None:
    """Write one frame; raises BrokenPipeError where nobody listens."""
    rest = memoryview(len(payload).to_bytes(_LENGTH, "big") + payload)
    while rest:
        rest = rest[os.write(descriptor, rest[:_CHUNK]) :]


def receive(descriptor: int) -> bytes | None:
    """Read one frame; `None` where the other side is gone."""
    head = _exactly(descriptor, _LENGTH)
    return None if head is None else _exactly(descriptor, int.from_bytes(head, "big"))


def _exactly(descriptor: int, size: int) -> bytes | None:
    pieces: list[bytes] = []
    while size > 0:
        piece = os.read(descriptor, min(size, _CHUNK))
        if not piece:
            return None
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def pack_request(request: Request | Task) -> bytes:
    """Return the request as bytes; the reader must be importable by name."""
    return pickle.dumps(request)


def unpack_request(payload: bytes) -> Request | Task:
    """Return the request; called in the child only, on what its own parent wrote."""
    request = pickle.loads(payload)  # noqa: S301 - from the parent process, never from an input
    if not isinstance(request, Request | Task):
        raise TypeError(type(request).__name__)
    return request


def pack_answer(answer: tuple[Article, ...] | Refusal) -> bytes:
    """Return the answer as JSON; half a surrogate pair, which no UTF-8 can hold, becomes U+FFFD."""
    body = {"refused": asdict(answer)} if isinstance(answer, Refusal) else {"articles": [asdict(a) for a in answer]}
    plain = json.dumps(body, ensure_ascii=False)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def unpack_answer(payload: bytes) -> tuple[Article, ...] | Refusal:
    """Return what `pack_answer` packed."""
    body = json.loads(payload)
    if "refused" in body:
        return Refusal(**body["refused"])
    return tuple(_article(entry) for entry in body["articles"])


_ITEMS: Final[dict[str, type[Member | Revisit | Trouble]]] = {"member": Member, "revisit": Revisit, "trouble": Trouble}
END: Final = "end"
"""What the child says when an archive has no more members."""


def pack_item(item: Item | Refusal | str) -> bytes:
    """Return what was found in an archive as a line of JSON, with a member's bytes behind it."""
    if item is None or isinstance(item, str):
        return json.dumps({"is": item}).encode() + b"\n"
    if isinstance(item, Refusal):
        return json.dumps({"is": "refused", **asdict(item)}).encode() + b"\n"
    said = {field.name: getattr(item, field.name) for field in fields(item) if field.name != "data"}
    head = json.dumps({"is": type(item).__name__.lower(), **said}).encode() + b"\n"
    return head + item.data if isinstance(item, Member) else head


def unpack_item(payload: bytes) -> Item | Refusal | str:
    """Return what `pack_item` packed."""
    at = payload.index(b"\n")
    body = json.loads(payload[:at])
    kind = body.pop("is")
    if not all(value is None or isinstance(value, str | bool) for value in body.values()):
        raise TypeError(kind)
    if kind is None or kind == END:
        return END if kind else None
    if kind == "refused":
        return Refusal(**body)
    if kind == "member":
        return Member(**body, data=payload[at + 1 :])
    return _ITEMS[kind](**body)


def _article(entry: dict[str, Any]) -> Article:
    return Article(
        paragraphs=tuple(_paragraph(paragraph) for paragraph in entry["paragraphs"]),
        title=entry["title"],
        author=tuple(entry["author"]),
        publisher=entry["publisher"],
        url=entry["url"],
        published=tuple(Published(**date) for date in entry["published"]),
        language=entry["language"],
        encoding=entry["encoding"],
    )


def _paragraph(entry: dict[str, Any]) -> Paragraph:
    return Paragraph(entry["text"], entry["role"], entry["page"], tuple(Run(**run) for run in entry["runs"]))
