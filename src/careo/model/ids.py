"""Same content, same name: ids are hashes of content, never a counter or the clock."""

import hashlib
from collections.abc import Iterable

from careo.model.decided import Decision

BETWEEN = "!/"
"""Stands between an archive's name and the name inside it."""


def sha256(data: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of a text's UTF-8, in hexadecimal."""
    raw = data.encode() if isinstance(data, str) else data
    return hashlib.sha256(raw).hexdigest()


def content_id(kind: str, *parts: str | int | None) -> str:
    """Return `kind-` and 20 hexadecimal digits of the hash of the parts.

    80 bits: among a hundred million records the chance of one collision is below 1 in 10^8.
    Parts are length-prefixed, so that ("ab", "c") and ("a", "bc") differ; None differs from "".
    """
    keyed = "".join("n;" if part is None else f"{len(str(part))}:{part};" for part in parts)
    return f"{kind}-{sha256(keyed)[:20]}"


def capture_id(origin: str, member: str | None, digest: str) -> str:
    """Name a capture after where its bytes came from and what they are."""
    return content_id("capture", origin, member, digest)


def place(origin: str, member: str | None) -> str:
    """Return how a capture or skip is named to people: its origin, with the path inside where it is an archive."""
    return origin if member is None else f"{origin}{BETWEEN}{member}"


def origin_of(place_: str) -> str:
    """Return the origin in what `place` returned."""
    return place_.partition(BETWEEN)[0]


def report_id(capture: str, item: int) -> str:
    """Name a report after its capture and its number in it."""
    return content_id("report", capture, item)


def mention_id(report: str, text_sha256: str, start: int, end: int, type_: str) -> str:
    """Name a mention after its place and type."""
    return content_id("mention", report, text_sha256, start, end, type_)


def statement_id(report: str, text_sha256: str, start: int, end: int, type_: str) -> str:
    """Name a statement after the span of its trigger and its type; slots never count."""
    return content_id("statement", report, text_sha256, start, end, type_)


def decision_id(decision: Decision) -> str:
    """Name a decision after all that it says."""
    said = (
        decision.type,
        decision.about,
        decision.slot,
        decision.value,
        decision.reason,
        decision.by,
        decision.at,
    )
    subjects = (part for s in decision.subjects for part in (s.id, s.report, s.start, s.end, s.quote))
    return content_id("decision", *said, decision.withdraws, *subjects)


def skip_id(stage: str, input_: str, reason: str) -> str:
    """Name a skip after what was skipped, where and why."""
    return content_id("skip", stage, input_, reason)


def group_id(kind: str, members: Iterable[str], *parts: str) -> str:
    """Name an inferred record (entity, story, episode, claim) after its least member.

    Raises:
        ValueError: if there is no member.
    """
    return content_id(kind, min(members), *parts)
