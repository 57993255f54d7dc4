"""B-cubed (Bagga and Baldwin 1998), the half that both precision and recall are made of."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def cubed(items: Sequence[Item], one: Mapping[Item, str], other: Mapping[Item, str]) -> float:
    """Return the mean share, over the items, of an item's group in `one` that is with it in `other`.

    With `one` found and `other` gold this is precision, the other way round recall. Groups are those of the items that
    both name; `items`, some of these, are averaged over.
    """
    shared = [item for item in one if item in other]
    groups = Counter(one[item] for item in shared)
    both = Counter((one[item], other[item]) for item in shared)
    shares = [both[one[item], other[item]] / groups[one[item]] for item in items]
    return sum(shares) / len(shares) if shares else 0.0
