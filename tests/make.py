"""Record factories for tests: whole, consistent records from the few words a test cares about."""

from careo.model.ids import capture_id, report_id, sha256
from careo.model.seen import Capture, Part, PartRole, Precision, Published, Received, Report

_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}


def make_capture(data: bytes, *, origin: str = "a.txt", media_type: str = "text/plain") -> Capture:
    """Return the capture of some bytes, with its true id and hash."""
    digest = sha256(data)
    return Capture(capture_id(origin, None, digest), digest, origin, None, media_type, len(data), None, None, None)


def make_received(data: bytes | str, *, origin: str = "a.txt", media_type: str = "text/plain") -> Received:
    """Return some bytes as the door hands them on."""
    raw = data.encode() if isinstance(data, str) else data
    return Received(make_capture(raw, origin=origin, media_type=media_type), raw)


def make_report(
    text: str,
    *,
    language: str = "en",
    published: str | None = None,
    parts: tuple[tuple[PartRole, str], ...] | None = None,
    origin: str = "a.txt",
) -> Report:
    """Return a report of one body part, or of `parts` as (role, text) in the order they stand in `text`.

    Every part reaches up to the next, so that the parts cover the text. Title, publisher and credit are unknown.

    Raises:
        ValueError: if a part's text does not stand in `text` after the part before it.
    """
    capture = make_capture(text.encode(), origin=origin)
    dated = None
    if published is not None:
        dated = Published(published, _PRECISIONS.get(len(published), "unknown"), "visible", published)
    return Report(
        id=report_id(capture.id, 0), capture=capture.id, item=0, text_sha256=sha256(text), language=language,
        title=None, publisher=None, author=(), url=None, published=dated, dates=(dated,) if dated else (), credit=(),
        parts=_parts(text, language, parts), quotes=(), version_of=None, text=text,
        encoding=None, runs=(),
    )  # fmt: skip


def _parts(text: str, language: str, parts: tuple[tuple[PartRole, str], ...] | None) -> tuple[Part, ...]:
    if parts is None:
        return (Part("body", 0, len(text), language, None, None),)
    starts, at = [], 0
    for _, wanted in parts:
        at = text.index(wanted, at)
        starts.append(at)
        at += len(wanted)
    ends = [*starts[1:], len(text)]
    starts[0] = 0
    return tuple(
        Part(role, start, end, language, None, None) for (role, _), start, end in zip(parts, starts, ends, strict=True)
    )
