"""Show how a page was made: versions, settings, and the files behind it with their hashes."""

from dataclasses import dataclass

from careo.model.ids import place
from careo.model.inferred import Dossier
from careo.model.made import Manifest
from careo.render.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class File:
    """A file the reports were read from."""

    place: str
    kind: str
    size: str
    captured: str
    digest: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What a reader needs to make the page again, or to hash its files again."""

    facts: tuple[tuple[str, str], ...]
    files: tuple[File, ...]


def proof(dossier: Dossier, manifest: Manifest, version: str, speech: Speech) -> Proof:
    """Lay out how a page was made."""
    unsaid = speech("not said")
    facts = (
        ("careo", version),
        (speech("Read with"), "; ".join(manifest.read_by) or unsaid),
        (speech("Compared with"), manifest.compared_by or unsaid),
        (speech("Story"), dossier.story.id),
        *manifest.settings,
    )
    files = (
        File(
            place(capture.origin, capture.member),
            capture.media_type,
            speech.number(capture.bytes),
            capture.captured or unsaid,
            capture.sha256,
        )
        for capture in dossier.captures
    )
    return Proof(facts, tuple(files))
