"""Bodies whose name differs by language: which body a spelling names, from our own table `known_bodies.toml`."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from careo.text.names.acronyms import small_words
from careo.text.names.likeness import parts

_SHORT = 3
"""Letters up to which a spelling counts only as it is written: "WHO" is a body, "who" a word."""
_SEVERAL = "several"
"""Stands for an id where a spelling may name bodies that the table does not have."""


def known_body(name: str, language: str) -> str | None:
    """Return the id of the body that a name spells in a language, or in any if that one does not know it, else `None`.

    A spelling of several bodies names none; neither does a short acronym of another language.
    """
    key = _key(name)
    found = _spellings().get((language, key))
    if found is None and len(key) > _SHORT:
        found = _spellings().get(("", key))
    return next(iter(found)) if found is not None and len(found) == 1 else None


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("careo.text.names").joinpath("known_bodies.toml").read_text(encoding="utf-8"))


@cache
def _spellings() -> Mapping[tuple[str, str], frozenset[str]]:
    """Return the ids of bodies by language, empty for any, and spelling."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for body in _table()["body"]:
        for language, names in body["names"].items():
            for key in map(_key, names):
                found[language, key].add(body["id"])
                found["", key].add(body["id"])
    for unsure in _table()["ambiguous"]:
        found["", _key(unsure["spelling"])] |= {*unsure["ids"], _SEVERAL}
    return {key: frozenset(ids) for key, ids in found.items()}


@lru_cache(maxsize=16_384)
def _key(name: str) -> str:
    """Return the folded words of a name without its article; a single word in capitals keeps them."""
    bare = name.replace(".", "").strip()
    if " " not in bare and (bare.isupper() or len(bare) <= _SHORT):
        return bare
    words = parts(bare)
    return " ".join(words[1:] if len(words) > 1 and words[0] in small_words() else words)
