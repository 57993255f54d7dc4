"""Bodies of the world that have a name and an acronym in each language (known.toml): no spelling joins these."""

import tomllib
from functools import cache
from importlib.resources import files

from careo.text.alike.bodies import ARTICLES, one_spelling
from careo.text.alike.table import wording

_FILE = files("careo.text.alike").joinpath("known.toml")


@cache
def _bodies() -> dict[str, tuple[str, bool]]:
    """Return which body each wording is of, and whether it is surely that."""
    found: dict[str, tuple[str, bool]] = {}
    for body in tomllib.loads(_FILE.read_text(encoding="utf-8"))["body"]:
        for names, sure in ((body["names"], True), (body.get("maybe", ()), False)):
            found |= {_words(name): (body["names"][0], sure) for name in names}
    return found


def known(name: str) -> tuple[str, bool] | None:
    """Return the English name of the body that a name is of, and whether it is surely that; `None` for all others."""
    words = _words(name)
    first, _, rest = words.partition(" ")
    return _bodies().get(words) or (_bodies().get(rest) if first in ARTICLES else None)


def _words(name: str) -> str:
    return " ".join(map(one_spelling, wording(name).split()))
