"""Groups by centroid linkage."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from careo.stages.joining.linkage import Links, linkage


def linked(pairs: list[tuple[int, int, float]]) -> Links:
    unique = {(one, other): strength for one, other, strength in pairs}
    one, other = (np.array([two[n] for two in unique], np.int32) for n in (0, 1))
    return Links(one, other, np.array(list(unique.values()), np.float32))


def test_a_chain_does_not_join_its_ends() -> None:
    """Two that are near only by way of a third are joined with it only while the group as a whole stays near."""
    assert linkage([2.0] * 3, linked([(0, 1, 1.5), (1, 2, 1.1)])) == ((0, 1), (2,))


def test_nearness_of_groups_is_the_cosine_of_their_centroids() -> None:
    """With inner products for links the groups are those that the vectors' sums make."""
    vectors = np.array([[1, 0], [1, 0.1], [0.2, 1], [0, 1]])
    products = 2 * vectors @ vectors.T
    links = [(a, b, products[a, b]) for a in range(4) for b in range(a + 1, 4) if products[a, b] > 0]
    selves = list(np.diag(products))
    assert linkage(selves, linked(links)) == ((0, 1), (2, 3))


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(6, 11), st.floats(0.5, 1.9))),
    st.lists(st.tuples(st.integers(0, 5), st.integers(6, 11)), max_size=3),
)
def test_what_a_person_parted_is_in_two_groups(
    links: list[tuple[int, int, float]], apart: list[tuple[int, int]]
) -> None:
    """No chain of links joins a parted pair, and every item is in one group."""
    groups = linkage([2.0] * 12, linked(links), apart=apart)
    assert sorted(item for group in groups for item in group) == list(range(12))
    assert all(not {one, other} <= set(group) for one, other in apart for group in groups)


def test_what_a_person_joined_is_in_one_group() -> None:
    """Two items without a link are one group where that was decided."""
    assert linkage([2.0] * 3, linked([]), joined=[(0, 2)]) == ((0, 2), (1,))


def test_what_is_joined_brings_no_parted_pair_together() -> None:
    """A pair that a person parted stays so, also against pairs that are joined in any case, or by way of a third."""
    assert linkage([2.0] * 2, linked([]), joined=[(0, 1)], apart=[(0, 1)]) == ((0,), (1,))
    assert linkage([2.0] * 3, linked([]), joined=[(0, 1), (1, 2)], apart=[(0, 2)]) == ((0, 1), (2,))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(6, 11), st.floats(0.5, 1.9))))
def test_parts_without_a_link_between_them_are_grouped_as_if_alone(links: list[tuple[int, int, float]]) -> None:
    """What is grouped beside them changes nothing for items."""
    alone = linkage([2.0] * 12, linked(links))
    beside = linkage([2.0] * 24, linked(links + [(12 + one, 12 + other, strength) for one, other, strength in links]))
    assert beside == (*alone, *(tuple(12 + item for item in group) for group in alone))
