"""How two stretches of one text lie to each other."""

import pytest

from careo.text.names.acronyms import Stretch
from careo.text.stretches import holds, overlap


@pytest.mark.parametrize(
    ("one", "other", "shares", "within"),
    [
        ((0, 4), (4, 6), False, False),
        ((0, 5), (4, 6), True, False),
        ((0, 6), (2, 6), True, True),
        ((2, 6), (0, 6), True, False),
    ],
)
def test_an_end_is_no_character_of_a_stretch(
    one: tuple[int, int], other: tuple[int, int], shares: bool, within: bool
) -> None:
    """Two that only touch share nothing, and one that ends where the other ends lies within it."""
    assert overlap(Stretch(*one), Stretch(*other)) is overlap(Stretch(*other), Stretch(*one)) is shares
    assert holds(Stretch(*one), Stretch(*other)) is within
