"""Where boxes and the lines between them stand in a drawing."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from careo.render.drawing.springs import Box, Point, placed
from careo.render.drawing.strokes import strokes

Tie = tuple[int, int, float]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Point], list[Tie]]:
    """Return up to fourteen boxes of some size, and ties among them."""
    sizes = draw(st.lists(st.tuples(st.floats(20, 200), st.sampled_from([24.0, 40.0])), min_size=2, max_size=14))
    ends = st.integers(0, len(sizes) - 1)
    ties = draw(st.lists(st.tuples(ends, ends, st.floats(10, 120)), max_size=20))
    return sizes, [tie for tie in ties if tie[0] != tie[1]]


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_no_box_stands_on_another_and_all_lie_inside(graph: tuple[list[Point], list[Tie]]) -> None:
    """Every name can be read, and the drawing is as large as what is in it."""
    boxes, (wide, high) = placed(*graph, most_wide=1000.0)
    assert [(box.width, box.height) for box in boxes] == graph[0]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for box in boxes:
        assert box.x - box.width / 2 >= -0.1
        assert box.x + box.width / 2 <= wide + 0.1
        assert box.y - box.height / 2 >= -0.1
        assert box.y + box.height / 2 <= high + 0.1


@given(graphs())
@settings(max_examples=20, deadline=None)
def test_the_same_ties_give_the_same_places(graph: tuple[list[Point], list[Tie]]) -> None:
    """Neither a second run nor the order of the ties moves a box."""
    sizes, ties = graph
    assert placed(sizes, ties, most_wide=1000.0) == placed(sizes, ties[::-1], most_wide=1000.0)


def test_the_tied_stand_nearer_than_the_others() -> None:
    """In a row of five the neighbours stand next to each other."""
    boxes, _ = placed([(40.0, 24.0)] * 5, [(n, n + 1, 20.0) for n in range(4)], most_wide=1000.0)
    far = {(a, b): abs(boxes[a].x - boxes[b].x) + abs(boxes[a].y - boxes[b].y) for a, b in combinations(range(5), 2)}
    assert max(far[n, n + 1] for n in range(4)) < min(far[a, b] for a, b in far if b - a > 1)


def test_parts_that_nothing_ties_go_on_below_where_the_page_ends() -> None:
    """Four pairs side by side would be too wide: they stand in rows."""
    sizes, ties = [(150.0, 24.0)] * 8, [(n, n + 1, 60.0) for n in range(0, 8, 2)]
    boxes, (wide, _) = placed(sizes, ties, most_wide=900.0)
    assert wide <= 900
    assert len({box.y for box in boxes}) > 1


def test_nothing_is_no_drawing() -> None:
    """A story without ties has a drawing without size."""
    assert placed([], [], most_wide=900.0) == ((), (0, 0))


LEFT, RIGHT = Box(100.0, 100.0, 80.0, 24.0), Box(400.0, 100.0, 80.0, 24.0)


def test_a_line_runs_from_edge_to_edge_and_its_head_points_at_the_second() -> None:
    """The arrow's tip lies at the second box, whichever stands left."""
    for ends, tip in (((0, 1), "358.0,"), ((1, 0), "142.0,")):
        (stroke,) = strokes([(*ends, True)], [LEFT, RIGHT], [(60.0, 20.0)], (500.0, 200.0))
        assert stroke.heads[0].startswith(tip)
        assert stroke.path.endswith(stroke.heads[0].split()[0])


def test_lines_between_the_same_two_fan_out_and_their_words_do_not_meet() -> None:
    """One did it, the other denies it, a third time it is planned: three lines, each with its word."""
    found = strokes([(0, 1, True), (1, 0, True), (0, 1, False)], [LEFT, RIGHT], [(70.0, 20.0)] * 3, (500.0, 200.0))
    assert len({stroke.path for stroke in found}) == 3
    assert not found[2].heads
    assert not any(one.label.meets(other.label) for one, other in combinations(found, 2))
    assert not any(stroke.label.meets(box) for stroke in found for box in (LEFT, RIGHT))


def test_where_a_word_has_no_room_its_short_form_stands() -> None:
    """Between two boxes that nearly touch only the number is written."""
    near = Box(200.0, 100.0, 80.0, 24.0)
    (stroke,) = strokes([(0, 1, True)], [LEFT, near], [(70.0, 14.0)], (500.0, 200.0))
    assert stroke.brief
    assert not any(stroke.label.meets(box) for box in (LEFT, near))
    (roomy,) = strokes([(0, 1, True)], [LEFT, RIGHT], [(70.0, 14.0)], (500.0, 200.0))
    assert not roomy.brief
