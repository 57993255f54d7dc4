"""How the records of a desk were made: what a page tells in its manifest."""

import json
from dataclasses import asdict

from careo.model.made import Manifest
from careo.settings import Settings
from careo.store.base import View


def limits(settings: Settings) -> str:
    """Write down the settings that decide what is read; not how many work at it, nor where a file of places lies."""
    kept = {name: value for name, value in asdict(settings).items() if name not in ("workers", "gazetteer")}
    return json.dumps(kept)


def manifest_of(view: View) -> Manifest:
    """Return with which versions and settings the records of a desk were made.

    A desk that was built before that was written down leaves it unsaid.
    """
    kept = json.loads(view.made_by("settings", "desk") or "{}")
    settings = tuple((name, str(value)) for name, value in kept.items())
    return Manifest(tuple(view.versions("read")), view.made_by("infer", "desk"), settings)
