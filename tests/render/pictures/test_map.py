"""The map of the page: every mark where its place is, nothing where it is not known."""

import re
import time
from collections.abc import Sequence

import pytest
from lxml import html

from careo.model.inferred import Dossier
from careo.render.drawing.labels import Ground, width
from careo.render.drawing.outlines import outlines
from careo.render.drawing.paths import shapes, strokes
from careo.render.drawing.ways import way
from careo.render.drawing.window import Stop, Window, choose, fit, leading
from careo.render.page.html import page
from careo.render.pictures.map import map_view
from careo.render.pictures.map_views import Chart, MapView
from careo.render.quoting.index import index
from tests.places import Told, at, dossier_of, land, spot

LIMA, CUSCO = spot("Lima", -12.0432, -77.0282), spot("Cusco", -13.5319, -71.967)
STORIES = {
    "one town": at(LIMA),
    "one country": at(land("Peru", "PE", -10.7, -75.6), LIMA, LIMA, CUSCO, spot("Junín", -11.7, -75.4, kind="region")),
    "far away": at(LIMA, LIMA, CUSCO, spot("Vienna", 48.21, 16.37, country="AT")),
    "three continents": at(
        spot("Nairobi", -1.28, 36.82, country="KE"), spot("Manila", 14.6, 120.98, country="PH"),
        spot("Quito", -0.22, -78.51, country="EC"),
    ),
    "date line": at(
        spot("Suva", -18.14, 178.44, country="FJ"), spot("Apia", -13.83, -171.76, country="WS"),
        spot("Nukualofa", -21.14, -175.2, country="TO"), land("Fiji", "FJ", -17.8, 178.0),
    ),
    "near the pole": at(spot("Longyearbyen", 78.22, 15.64, country="SJ"), spot("Alert", 82.5, -62.3, country="CA")),
    "southern ice": at(spot("Vostok", -78.46, 106.84, country="AQ")),
    "a small state": at(spot("Harbour", 1.27, 103.82, country="SG"), land("Singapore", "SG", 1.35, 103.8)),
    "the largest": at(land("Russia", "RU", 60.0, 90.0), spot("Anadyr", 64.73, 177.5, country="RU")),
}  # fmt: skip


def view(story: Sequence[Told]) -> tuple[MapView, Dossier]:
    dossier = dossier_of(story)
    return map_view(index(dossier)), dossier


def window_of(chart: Chart, dossier: Dossier) -> Window:
    """Return the window in which all marks of a chart stand at their places, found from the places themselves."""
    stops = []
    for one in dossier.locations:
        home = outlines().home(one.country or "") if one.precision == "country" else None
        assert one.lat is not None and one.lon is not None
        stops.append(Stop(home or (one.lon, one.lat, one.lon, one.lat), one.country, bool(home), len(one.claims)))
    return fit(choose(stops, outlines().home(leading(stops) or "")), chart.width, (360.0, 640.0))


@pytest.mark.parametrize("name", STORIES)
def test_every_mark_stands_at_its_place(name: str) -> None:
    """Turning a mark's spot back gives its place's coordinates, on the large map and on the small one."""
    found, dossier = view(STORIES[name])
    assert found.main is not None
    placed = {row.number: one for row, one in zip(found.placed, dossier.locations, strict=True)}
    window = window_of(found.main, dossier)
    for chart in (found.main, found.world):
        for mark in chart.marks if chart else ():
            lat, lon = window.back(mark.x, mark.y) if chart is found.main else (90 - mark.y, mark.x - 180)
            one = placed[mark.number]
            assert one.lat is not None and one.lon is not None
            assert lat == pytest.approx(one.lat, abs=0.3)
            assert (lon - one.lon + 180) % 360 - 180 == pytest.approx(0, abs=0.6)


@pytest.mark.parametrize("name", STORIES)
def test_nothing_is_lost(name: str) -> None:
    """Each place has a mark, is a shaded country, or is named as outside; and the table has all of them."""
    found, dossier = view(STORIES[name])
    assert found.main is not None
    shown = {mark.number for chart in (found.main, found.world) if chart for mark in chart.marks}
    shown |= {number for number, _ in found.outside}
    shaded = {one.country for one in dossier.locations if one.precision == "country"}
    for row, one in zip(found.placed, dossier.locations, strict=True):
        assert row.number in shown or (one.precision == "country" and one.country in shaded and found.main.sketch.named)
    assert len(found.placed) == len(dossier.locations)


@pytest.mark.parametrize("name", STORIES)
def test_windows_are_wide_enough_and_on_the_globe(name: str) -> None:
    """A map shows some ground, and never more than the globe has."""
    found, dossier = view(STORIES[name])
    assert found.main is not None
    west, south, east, north = window_of(found.main, dossier).box
    assert 3 < east - west <= 360.01
    assert -90.01 <= south < north <= 90.01
    assert found.main.sketch.land or found.main.sketch.named


def test_precision_is_drawn_as_said() -> None:
    """A town is a point, a region a ring, a doubtful town hollow, a country shaded and no point."""
    doubtful = spot("Puno", -15.84, -70.02, candidates=("Puno (town, Elsewhere)",))
    found, _ = view(at(CUSCO, spot("Junín", -11.7, -75.4, kind="region"), doubtful, land("Peru", "PE", -10.7, -75.6)))
    assert found.main is not None
    looks = {row.name: mark.look for row in found.placed for mark in found.main.marks if mark.number == row.number}
    assert looks == {"Cusco": "point", "Junín": "area", "Puno": "point open"}
    assert len(found.main.sketch.named) == 1
    assert [row.precision for row in found.placed if row.name == "Peru"] == ["a whole country"]


def test_a_country_is_drawn_without_a_gazetteer() -> None:
    """A country that only the word lists know has no coordinates, and its outline all the same."""
    found, _ = view(at(land("Peru", "PE")))
    assert found.main is not None
    assert (found.main.marks, len(found.main.sketch.named), found.outside) == ((), 1, ())


def test_a_country_too_small_to_see_has_a_mark() -> None:
    """A country of a few pixels is not shaded into nothing."""
    found, _ = view([*STORIES["three continents"], *at(land("Nauru", "NR", -0.53, 166.93))])
    number = next(row.number for row in found.placed if row.name == "Nauru")
    assert any(mark.number == number for chart in (found.main, found.world) if chart for mark in chart.marks)


def test_what_has_no_coordinates_is_listed_and_not_drawn() -> None:
    """A place that could not be told stands in the list with the reason, and nowhere on a map."""
    lost = spot("Quellap", None, None, country=None, kind=None)
    found, _ = view(at(LIMA, lost, spot("Lands", None, None, country=None, kind="continent")))
    assert {row.name for row in found.unplaced} == {"Quellap", "Lands"}
    assert all(row.reason for row in found.unplaced)
    assert found.main is not None
    assert len(found.main.marks) == 1
    nowhere = land("Nowhere", "ZZ")
    alone, _ = view(at(lost, nowhere))
    assert (alone.main, alone.world, len(alone.unplaced)) == (None, None, 2)
    assert all(row.reason for row in alone.unplaced)


def test_a_place_far_off_stands_on_the_small_map() -> None:
    """One claim on another continent does not shrink the map of the story."""
    found, _ = view(STORIES["far away"])
    assert found.main is not None and found.world is not None
    assert [name for _, name in found.outside] == ["Vienna"]
    assert found.main.scale is not None
    assert len(found.world.marks) == len(found.world.frames) == 1


def test_the_frame_goes_over_the_edge_of_the_world() -> None:
    """A large map over the date line is framed at both edges of the small one."""
    found, _ = view(STORIES["date line"])
    assert found.world is not None
    assert len(found.world.frames) == 2


def test_ways_from_beyond_the_map_say_where_from() -> None:
    """A way from another continent is cut at the edge, where a word names its other end; dashed where not done."""
    home = land("United States", "US", 39.0, -98.0)
    sent = [Told((("origin", home), ("destination", LIMA)), "DEPLOY", "authorised"), *at(CUSCO, LIMA)]
    found, _ = view(sent)
    assert found.main is not None
    (line,) = found.main.lines
    assert not line.happened
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", line.path)]
    assert all(-80 <= number <= 800 for number in numbers)
    assert "from United States" in {label.words for label in found.main.names}
    assert found.routes[0][:3] == ("United States", "Lima", False)


def test_a_way_off_the_paper_is_none() -> None:
    """A way of which nothing is on the paper is not drawn."""
    assert way((-50, -50), (-10, 700), (600, 400)) is None
    assert way((10, 10), (10, 10), (600, 400)) is None


def test_labels_do_not_touch() -> None:
    """No two names overlap, none leaves the paper, and what has no room is left to the table."""
    ground = Ground(400, 300)
    for x, y in [(n % 10 * 12 + 150, n // 10 * 12 + 100) for n in range(60)]:
        ground.mark(x, y, 4)
    marks = len(ground.taken)
    labels = [ground.beside(f"Place {n}", n % 10 * 12 + 150, n // 10 * 12 + 100, 4, size=13) for n in range(60)]
    areas = ground.taken[marks:]
    assert 0 < len(areas) == sum(label is not None for label in labels) < 60
    for n, one in enumerate(areas):
        assert one[0] >= 0 and one[1] >= 0 and one[2] <= 400 and one[3] <= 300
        for other in areas[:n]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_wide_letters_take_more_room() -> None:
    """Names in Chinese are given twice the room of Latin ones."""
    assert width("東京東京", 10) > 1.5 * width("nana", 10)


def test_shapes_stay_on_the_paper() -> None:
    """Outlines are cut at the edge, so that a page carries only what it shows."""
    window = fit((-81, -18, -69, 0), 760, (360, 640))
    for rings in shapes(outlines(), window).values():
        for ring in rings:
            assert all(-41 <= x <= 7641 and -41 <= y <= round(window.height * 10) + 41 for x, y in ring)
    coasts, borders = strokes(outlines(), window)
    assert len(coasts) + len(borders) < 40_000


def test_the_same_story_gives_the_same_map() -> None:
    """The map is worked out alike each time, and its numbers are short."""
    story = STORIES["one country"]
    one, other = (
        re.search(r'<section id="map".*?</section>', page(dossier_of(story), version="1"), re.S) for _ in "ab"
    )
    assert one is not None and other is not None
    assert one[0] == other[0]
    assert not re.search(r"\d\.\d{3}", one[0])
    assert "style=" not in one[0]


def test_hostile_names_are_only_text() -> None:
    """A place called like markup is shown as that name, in the drawing and in the table."""
    evil = '</text><script>alert(1)</script>"&'
    root = html.fromstring(page(dossier_of(at(spot(evil, -12.0, -76.0), LIMA)), version="1"))
    (section,) = root.xpath('//section[@id="map"]')
    assert not section.xpath(".//script")
    assert any(evil in text.text_content() for text in section.xpath(".//table//th"))
    assert any(text.text_content().startswith("</text>") for text in section.iter("text"))


def test_a_screen_reader_has_it_all() -> None:
    """Each drawing is one picture with a name and a description that exist, and the table links each claim."""
    dossier = dossier_of(STORIES["far away"])
    root = html.fromstring(page(dossier, version="1"))
    (section,) = root.xpath('//section[@id="map"]')
    ids = set(root.xpath("//@id"))
    pictures = section.xpath('.//*[local-name()="svg"][@role="img"]')
    assert len(pictures) == 2
    for picture in pictures:
        assert set(picture.get("aria-labelledby").split()) <= ids
        assert not picture.xpath(".//a")
    links = {link for link in section.xpath(".//table//a/@href") if link.startswith("#c")}
    assert len(links) == len(dossier.claims)
    assert {link[1:] for link in section.xpath(".//a/@href")} <= ids
    assert len(ids) == len(root.xpath("//@id"))


def test_two_hundred_places_are_quick() -> None:
    """A crowded map is drawn in about a second, with a mark each and no more names than have room."""
    places = [spot(f"Town {n}", -3 - n % 20 * 0.6, -78 + n // 20 * 0.7) for n in range(200)]
    dossier = dossier_of(at(*places))
    outlines()
    found = index(dossier)
    started = time.perf_counter()
    drawn = map_view(found)
    assert time.perf_counter() - started < 2
    assert drawn.main is not None
    assert len(drawn.main.marks) == 200
    assert len(drawn.main.names) <= 60
