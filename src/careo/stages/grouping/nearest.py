"""The tool that finds where a new report belongs among some that have a place already.

The measure is that of `group`: the report joins the episode, or the story, that is nearest as centroid linkage counts
it, if it is near enough. What it does not do is join two that were apart, though the new report might bring them
together when all are looked at anew.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from careo.stages.grouping.nearness import Portrait, Scale, near, selves
from careo.text.profile import Profile


def nearest(new: Portrait, others: Sequence[tuple[Portrait, str]], scale: Scale) -> str | None:
    """Return the group that a portrait joins, `None` where none is near enough.

    Args:
        new: the portrait to place.
        others: portraits with their groups: those of the days around, or those that may be near and some that tell
            what is usual.
        scale: what nearness asks for.
    """
    ordered = sorted([(new, ""), *others], key=lambda one: one[0].profile.order)
    own = selves([portrait for portrait, _ in ordered], scale)
    links = near([portrait for portrait, _ in ordered], scale)
    inside: dict[str, float] = defaultdict(float)
    unit: dict[str, float] = {}
    for (_, group), itself in zip(ordered, own, strict=True):
        inside[group] += itself
        unit[group] = min(unit.get(group, itself), itself)
    across: dict[str, float] = defaultdict(float)
    for one, other, strength in zip(links.one.tolist(), links.other.tolist(), links.strength.tolist(), strict=True):
        ends = sorted((ordered[one][1], ordered[other][1]))
        if ends[0] == ends[1]:
            inside[ends[0]] += 2 * strength
        elif ends[0] == "":
            across[ends[1]] += strength
    nearness = {
        group: (unit[""] * unit[group]) ** 0.5 * sum_ / (inside[""] * inside[group]) ** 0.5
        for group, sum_ in across.items()
    }
    best = min(nearness, key=lambda group: (-nearness[group], group), default=None)
    return best if best is not None and nearness[best] >= 1 else None


def packed(one: Profile) -> bytes:
    """Return a profile as bytes, without the report."""
    head = f"{one.language} {one.moment!r} {len(one.words)}\n"
    return head.encode() + one.words.astype("<u4").tobytes() + one.names.astype("<u4").tobytes()


def unpacked(report: str, data: bytes) -> Profile:
    """Return the profile of a report from what `packed` made of it."""
    head, _, rest = data.partition(b"\n")
    language, moment, words = head.decode().split(" ")
    terms = np.frombuffer(rest, "<u4")
    at = None if moment == "None" else float(moment)
    return Profile(report, language, at, terms[: int(words)], terms[int(words) :])
