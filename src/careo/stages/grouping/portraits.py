"""The tool that draws what tells a report, or an episode, apart from others."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np

from careo.engines.base import Vector
from careo.model.seen import MentionType
from careo.stages.grouping.nearness import Portrait
from careo.text.profile import Profile, Terms

_WEIGHTS = {"person": 1.0, "organisation": 0.75, "unit": 0.75, "name": 0.6, "place": 0.5}
"""What an entity of a kind is worth beside others; set by hand, no other values were measured."""
_SHARE = 0.2
"""Share of an episode's reports that must have a term for it to be the episode's; set by hand, not measured."""


def portrait(one: Profile, named: Iterable[tuple[str, MentionType, int]], meaning: Vector | None) -> Portrait:
    """Return the portrait of a report.

    Args:
        one: its words, names and day.
        named: its entities: id, type and how often it names them.
        meaning: unit vector of how it begins.
    """
    weights = {crc32(id_.encode()): _WEIGHTS[type_] * (1 + math.log(count)) for id_, type_, count in named}
    terms = np.array(sorted(weights), dtype=np.uint32)
    return Portrait(one, terms, np.array([weights[term] for term in terms.tolist()], np.float32), meaning)


def together(portraits: Sequence[Portrait]) -> Portrait:
    """Return the portrait of an episode: what a good share of its reports have."""
    if len(portraits) == 1:
        return portraits[0]
    first = portraits[0].profile
    least = max(1, math.ceil(_SHARE * len(portraits)))
    languages = Counter(portrait.profile.language for portrait in portraits)
    meanings = [portrait.meaning for portrait in portraits if portrait.meaning is not None]
    mean = np.mean(meanings, axis=0) if meanings else None
    weights: dict[int, float] = defaultdict(float)
    entities = _common((portrait.entities for portrait in portraits), least)
    for portrait in portraits:
        for term, weight in zip(portrait.entities.tolist(), portrait.weights.tolist(), strict=True):
            weights[term] = max(weights[term], weight)
    return Portrait(
        Profile(
            first.report,
            min(languages, key=lambda language: (-languages[language], language)),
            first.moment,
            _common((portrait.profile.words for portrait in portraits), least),
            _common((portrait.profile.names for portrait in portraits), least),
        ),
        entities,
        np.array([weights[term] for term in entities.tolist()], np.float32),
        None if mean is None else (mean / np.linalg.norm(mean)).astype(np.float32),
    )


def _common(terms: Iterable[Terms], least: int) -> Terms:
    found, counts = np.unique(np.concatenate(list(terms)), return_counts=True)
    common: Terms = found[counts >= least]
    return common
