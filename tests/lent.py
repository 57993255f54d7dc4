"""Desks of the collections that come with careo, built once a run for all tests that ask."""

import os
from pathlib import Path

import pytest

from careo import Desk

HONDURAS, PERU = "examples/honduras", "examples/peru"
_ROOT = Path(__file__).parent.parent


def lent(factory: pytest.TempPathFactory, collection: str) -> Path:
    """Return the file of a desk on one of the collections; to be looked at or copied, not changed.

    Workers that come late take what another has made.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    base = factory.getbasetemp().parent if worker else factory.getbasetemp()
    path = base / f"lent-{collection.replace('/', '-')}.db"
    if not path.exists():
        unfinished = path.with_suffix(f".{worker}")
        with Desk(unfinished) as desk:
            desk.build([str(_ROOT / collection)])
        unfinished.replace(path)
    return path
