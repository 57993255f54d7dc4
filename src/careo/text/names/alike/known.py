"""Bodies of the world that have a name and an acronym in each language (known.toml): no spelling joins these."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from careo.text.names.alike.bodies import ARTICLES, one_spelling
from careo.text.names.alike.latin import Script, latin, script
from careo.text.names.alike.table import wording

_FILE = files("careo.text.names.alike").joinpath("known.toml")
_SHORT = 3
"""Letters up to which an acronym has to be written in capitals: NATO is Nato in many papers, WHO is not who."""


@cache
def _bodies() -> dict[tuple[Script, str], tuple[str, bool]]:
    """Return which body each wording in a script is of, and whether it is surely that."""
    found: dict[tuple[Script, str], tuple[str, bool]] = {}
    for body in tomllib.loads(_FILE.read_text(encoding="utf-8"))["body"]:
        for names, sure in ((body["names"], True), (body.get("maybe", ()), False)):
            found |= {(script(name), _words(name)): (body["names"][0], sure) for name in names}
    return found


@lru_cache(maxsize=16384)
def known(name: str) -> tuple[str, bool] | None:
    """Return the English name of the body that a name is of, and whether it is surely that; `None` for all others."""
    first, _, rest = name.strip().partition(" ")
    found = _known(name)
    return _known(rest) if found is None and latin(first) in ARTICLES else found


def _known(name: str) -> tuple[str, bool] | None:
    words = _words(name)
    if len(words) <= _SHORT and not name.strip().isupper() and script(name) != "^":
        return None
    return _bodies().get((script(name), words))


def _words(name: str) -> str:
    return " ".join(map(one_spelling, wording(name).split()))
