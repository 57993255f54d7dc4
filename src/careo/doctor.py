"""doctor: what a person who helps would ask first."""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import cast

from careo.engines.base import Engines
from careo.laid import overruled, settled_of
from careo.model.codec import KINDS
from careo.model.seen import Skip
from careo.store.base import View
from careo.store.sqlite import sqlite_version
from careo.text.lexicon import LANGUAGES
from careo.version import VERSION


def doctor(view: View, path: str, engines: Engines) -> tuple[tuple[str, str], ...]:
    """Return what was asked and found: versions, languages, counts, skips, decisions that do not hold."""
    settled = settled_of(view)
    orphaned = sorted(id_ for id_, state in settled.states if state == "orphaned")
    skipped = Counter(skip.stage for skip in cast(Iterator[Skip], view.records("skip")))
    _, placed = view.places.count()
    return (
        ("careo", VERSION),
        ("python", sys.version.split()[0]),
        ("sqlite", sqlite_version),
        ("desk", path),
        ("languages with rules", ", ".join(LANGUAGES)),
        ("tagger", engines.tagger.name),
        ("encoder", engines.encoder.name),
        ("records", ", ".join(f"{view.count(kind)} {kind}" for kind in KINDS if view.count(kind)) or "none"),
        ("placed, not settled", f"{placed} reports" if placed else "none"),
        ("skipped", ", ".join(f"{count} at {stage}" for stage, count in sorted(skipped.items())) or "nothing"),
        ("orphaned decisions", ", ".join(orphaned) or "none"),
        ("overruled decisions", ", ".join(overruled(view, settled)) or "none"),
    )
