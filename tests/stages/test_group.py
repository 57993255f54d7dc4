"""Which reports belong together."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.make import make_report
from tests.table import make_mention

from careo.engines.base import Vector
from careo.engines.sentences import SentenceEncoder
from careo.model.seen import Published, Report
from careo.stages.deciding.settle import Settled
from careo.stages.group import group
from careo.stages.joining.partition import Pair, pair
from careo.stages.resolve import Named, resolve

PEOPLE = ("Inés Robles", "Uwe Feld", "Jo Kettner")


def told(n: int, people: tuple[str, ...], *, published: str | None = None, title: str | None = None) -> Report:
    report = make_report(f"{n}: {', '.join(people)}.", published=published, origin=str(n))
    return replace(report, title=title)


def grouped(reports: list[Report], vectors: dict[str, Vector] | None = None, **decided: Sequence[Pair]):
    named = [Named(r.id, "en", tuple(make_mention(r, name) for name in PEOPLE if name in r.text)) for r in reports]
    report_of = {mention.id: one.report for one in named for mention in one.mentions}
    return group(reports, resolve(named, Settled()), report_of, vectors or somewhat_alike(reports), **decided)


def somewhat_alike(reports: list[Report]) -> dict[str, Vector]:
    """Return vectors any two of which have the cosine .4: as like as two reports from one country."""
    own = np.sqrt(0.6) * np.eye(len(reports) + 1, dtype=np.float32)[1:]
    own[:, 0] = np.sqrt(0.4)
    ids = sorted(report.id for report in reports)
    return dict(zip(ids, own, strict=True))


def test_reports_that_share_their_people_are_one_story() -> None:
    """Two shared people link two reports; one does not."""
    reports = [told(1, PEOPLE[:2]), told(2, PEOPLE[:2]), told(3, PEOPLE[2:])]
    assert sorted(len(story.reports) for story in grouped(reports)) == [1, 2]


def test_a_story_is_named_after_its_earliest_headline() -> None:
    """The first report's title is the story's; without any title the shared names are."""
    reports = [
        told(1, PEOPLE, published="2024-05-02", title="Late"),
        told(2, PEOPLE, published="2023", title="Early"),
    ]
    (story,) = grouped(reports)
    assert (story.title, story.first, story.last) == ("Early", "2023", "2024-05-02")
    assert grouped([told(3, PEOPLE)])[0].title == "Inés Robles, Jo Kettner, Uwe Feld"


def test_reports_years_apart_are_one_story_of_two_episodes() -> None:
    """The matter lasts; its happenings are a few days each, and the undated stands alone."""
    dates = ("2023-05-29", "2023-05-30", "2025-01-03", None)
    (story,) = grouped([told(n, PEOPLE, published=date) for n, date in enumerate(dates)])
    assert [len(episode.reports) for episode in story.episodes] == [2, 1, 1]
    assert story.episodes[-1].first is None


@given(st.permutations(range(6)))
def test_any_order_gives_the_same_stories(order: list[int]) -> None:
    """Grouping is a function of the set of reports."""
    reports = [told(n, PEOPLE[: 1 + n % 3], published=f"2024-0{n + 1}") for n in range(6)]
    assert grouped([reports[n] for n in order]) == grouped(reports)


def test_a_publication_date_needs_no_day() -> None:
    """A report dated to the month makes an episode of its own instead of an error."""
    report = replace(told(1, PEOPLE), published=Published("2024-05", "month", "visible", "May 2024"))
    assert len(grouped([report, told(2, PEOPLE, published="2024-05-02")])[0].episodes) == 2


def test_reports_that_begin_alike_are_one_story_and_others_are_not() -> None:
    """Likeness of the beginnings joins two reports of one matter that share one name only."""
    texts = (
        "Inés Robles and Uwe Feld opened the bridge over the Ohra.",
        "Judges fined Jo Kettner and Inés Robles for unpaid rents on a garden wall.",
    )
    reports = [make_report(text, origin=str(n)) for n, text in enumerate(texts)]
    east, north = np.array([1, 0], np.float32), np.array([0, 1], np.float32)
    alike = {report.id: east for report in reports}
    assert len(grouped(reports, alike)) == 1
    assert len(grouped(reports, alike | {reports[1].id: north})) == 2


def test_a_person_joins_two_stories_and_parts_one() -> None:
    """What a person says of two reports beats all likeness, also by way of a third report."""
    reports = [told(1, PEOPLE), told(2, PEOPLE), told(3, PEOPLE), told(4, ())]
    one, two, three, other = (report.id for report in reports)
    assert sorted(len(story.reports) for story in grouped(reports)) == [1, 3]
    assert len(grouped(reports, joined=[pair(one, other)])) == 1
    parted = grouped(reports, apart=[pair(one, two)])
    assert all(not {one, two} <= set(story.reports) for story in parted)
    assert any(three in story.reports and len(story.reports) == 2 for story in parted)


def test_headlines_in_two_languages_are_one_episode() -> None:
    """Meaning and names link what no word does, also in a script of its own."""
    texts = {
        "en": "Ferry Orlanka sinks off Tartoura, 14 missing",
        "de": "Fähre Orlanka vor Tartoura gesunken: 14 Vermisste",
        "ru": "Паром «Орланка» затонул у берегов Тартуры, 14 человек пропали без вести",
        "es": "El banco central de Querania sube los tipos de interés al 5 %",
    }
    reports = [
        make_report(text, language=language, published="2031-05-04", origin=language)
        for language, text in texts.items()
    ]
    encoder = SentenceEncoder()
    vectors = {report.id: encoder.encode([report.text])[0] for report in reports}
    assert sorted(len(episode.reports) for s in grouped(reports, vectors) for episode in s.episodes) == [1, 3]
