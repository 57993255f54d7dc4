"""From links to groups."""

from hypothesis import given
from hypothesis import strategies as st

from careo.stages.joining.partition import pair, partition

ITEMS = "abcdefgh"
PAIRS = st.lists(st.tuples(st.sampled_from(ITEMS), st.sampled_from(ITEMS)).map(lambda t: pair(*t)))


@given(PAIRS, PAIRS)
def test_what_is_kept_apart_never_meets_by_way_of_a_third(
    links: list[tuple[str, str]], apart: list[tuple[str, str]]
) -> None:
    """No chain of links brings two items together that were told apart."""
    kept = {two for two in apart if two[0] != two[1]}
    for group in partition(ITEMS, links, apart=kept):
        assert not any(pair(a, b) in kept for a in group for b in group if a != b)


@given(PAIRS)
def test_every_item_is_in_exactly_one_group(links: list[tuple[str, str]]) -> None:
    """Grouping loses nothing and doubles nothing."""
    groups = partition(ITEMS, links)
    assert sorted(item for group in groups for item in group) == sorted(ITEMS)


def test_groups_that_are_not_near_stay_two() -> None:
    """A chain a-b-c does not become one group where its ends are not near."""
    links = [("a", "b"), ("b", "c")]
    assert partition("abc", links, near=lambda one, other: len(one) == len(other)) == (("a", "b"), ("c",))
    assert partition("abc", links) == (("a", "b", "c"),)
