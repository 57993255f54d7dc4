"""What `make bench` prints: the parts that were asked for, the growth drawn and told as it was measured."""

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from bench import asked, corridor
from bench.__main__ import PARTS
from bench.plot import PANELS, picture, rows_of, table

from careo import Desk

_ROW = {
    "reports": 100, "seconds": 40.0, "one_more_seconds": 0.5, "one_more_cpu_seconds": 0.4, "again_seconds": 0.1,
    "relate_seconds": 0.3, "peak_mib": 310.0, "desk_mb": 4.0,
}  # fmt: skip
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Three sizes, out of order, the smallest measured twice."""
    file = tmp_path / "growth.jsonl"
    made = [_ROW, _ROW | {"reports": 20_000, "one_more_seconds": 1.5}, _ROW | {"reports": 1000}, _ROW | {"seconds": 50}]
    file.write_text("".join(f"{json.dumps(row)}\n" for row in made), encoding="utf-8")
    return file


def test_rows_are_by_size_and_the_last_of_a_size_counts(rows: Path) -> None:
    """A run that is made again replaces what an older one told of the same size."""
    assert [(row["reports"], row["seconds"]) for row in rows_of(rows)] == [(100, 50), (1000, 40), (20_000, 40)]


def test_every_row_is_a_point_of_every_panel(rows: Path) -> None:
    """The picture is well-formed and leaves no measured size out."""
    drawn = ElementTree.fromstring(picture(rows_of(rows)))
    assert len(drawn.findall(f"./{_SVG}g")) == len(PANELS)
    assert all(len(panel.findall(f"{_SVG}circle")) == 3 for panel in drawn.findall(f"./{_SVG}g"))


def test_dearer_is_drawn_higher_and_the_asked_line_stands_where_it_was_asked(rows: Path) -> None:
    """Of 0.5, 0.5 and 1.5 seconds the last stands highest, below the line of the 2 that were asked."""
    panel = ElementTree.fromstring(picture(rows_of(rows))).findall(f"./{_SVG}g")[0]
    heights = [float(one.attrib["cy"]) for one in panel.findall(f"{_SVG}circle")]
    limit = next(float(one.attrib["y1"]) for one in panel.findall(f"{_SVG}line") if one.attrib["class"] == "asked")
    assert heights[0] == heights[1] > heights[2] > limit


def test_the_table_tells_what_was_measured(rows: Path) -> None:
    """A row a size, the cost of one report beside the whole."""
    told = table(rows_of(rows)).splitlines()
    assert len(told) == 2 + 3
    assert told[-1].startswith("| 20,000 | 40 | 0.1 | 0.3 | 0.4 | 1.5 | 2 |")


def test_a_missed_figure_says_so() -> None:
    """What was asked stands beside each figure, and whether it was held."""
    assert asked.most(44.0, asked.FIRST_RESULT, "s").endswith("at most 45: held)")
    assert asked.most(46.0, asked.FIRST_RESULT, "s").endswith("at most 45: MISSED)")
    assert asked.least(1.9, asked.REPORTS_A_SECOND, "reports/s").endswith("at least 2: MISSED)")


def test_every_part_is_told_in_the_docs() -> None:
    """Whoever reads of the figures finds the command of each."""
    page = (Path(__file__).parents[1] / "docs" / "speed.md").read_text(encoding="utf-8")
    assert [part.name for part in PARTS if f"python -m bench --{part.name}" not in page] == []


def test_the_reports_of_a_desk_are_read_through_its_front_door(tmp_path: Path) -> None:
    """The bench counts the sentences of every report, also of one that is alone in its story."""
    (tmp_path / "one.txt").write_text("Council meets\n\nThe council of the town met on Monday.\n", encoding="utf-8")
    with Desk(":memory:") as desk:
        desk.build([str(tmp_path / "one.txt")])
        assert len(corridor.read_of(desk)) == dict(desk.counts())["report"] == 1
