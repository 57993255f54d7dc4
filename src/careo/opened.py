"""Archives at the door: each member becomes a capture of its own, each trouble one Skip.

Memory stays flat: members come one by one from a child process that reads the archive from its path. A WARC may say
that a response was the same as another one; such revisits are gathered first, and the archives gone through once more
for their originals, in whichever of the inputs they lie.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from careo.model.ids import capture_id, place, sha256, skip_id
from careo.model.seen import Capture, Received, Skip
from careo.readers.guard import unpack
from careo.readers.media import media_type
from careo.readers.packed import Member, Revisit, Trouble
from careo.settings import Settings

_NO_ORIGINAL = "repeats a response that none of the inputs holds whole; name the archive that does, too"


@dataclass(slots=True)
class Opened:
    """The archives of one call, and what they left open."""

    settings: Settings
    sources: dict[tuple[str, str | bytes], None] = field(default_factory=dict)
    """The archives with WARC records, in their order: origin, and path or bytes."""
    waiting: dict[str, list[tuple[str, Revisit]]] = field(default_factory=dict)
    """By payload digest, the revisits with their origins."""

    def members(self, origin: str, source: str | bytes) -> Iterator[Received | Skip]:
        """Yield the members of an archive in the order in which they lie in it; `source` is its path or its bytes."""
        for item in unpack(origin, source, self.settings):
            if isinstance(item, Revisit) or (isinstance(item, Member) and item.digest):
                self.sources[origin, source] = None
            if isinstance(item, Revisit):
                self.waiting.setdefault(item.digest, []).append((origin, item))
            elif isinstance(item, Trouble):
                yield skip(origin, item.name, item.reason)
            elif item is not None:
                yield received(origin, item, item.name)

    def revisits(self) -> Iterator[Received | Skip]:
        """Yield a capture for each revisit of a response that may be a report; of pictures nothing is yielded."""
        for origin, source in self.sources:
            if not self.waiting:
                return
            for item in unpack(origin, source, self.settings, wanted=frozenset(self.waiting)):
                if isinstance(item, Member) and item.digest:
                    yield from self._answered(item)
        for revisits in self.waiting.values():
            yield from (skip(origin, revisit.name, _NO_ORIGINAL) for origin, revisit in revisits)

    def _answered(self, original: Member) -> Iterator[Received | Skip]:
        for origin, revisit in self.waiting.pop(original.digest or "", []):
            if original.data:
                repeated = replace(original, captured=revisit.captured, url=revisit.url)
                yield received(origin, repeated, revisit.name)


def received(origin: str, member: Member, name: str | None) -> Received | Skip:
    """Return a file's or member's bytes as a capture; `name` is `None` for what lies in no archive."""
    if not member.data:
        return skip(origin, name, "empty; there is nothing to read")
    digest = sha256(member.data)
    type_ = media_type(member.url or name or origin, member.data, member.declared)
    capture = Capture(
        id=capture_id(origin, name, digest),
        sha256=digest,
        origin=origin,
        member=name,
        media_type=type_,
        bytes=len(member.data),
        captured=member.captured,
        url=member.url,
        charset=member.charset,
    )
    return Received(capture, member.data)


def skip(origin: str, name: str | None, reason: str) -> Skip:
    """Return the Skip for a file or member that cannot be taken."""
    where = place(origin, name)
    return Skip(skip_id("gather", where, reason), "gather", where, reason)
