"""versions: which reports are one report at different times."""

from dataclasses import replace
from itertools import permutations

from tests.make import make_report

from careo.model.inferred import Version
from careo.model.seen import Part, Report
from careo.stages.deciding.settle import Settled
from careo.stages.versions import chains, versions

HEAD = "Ferry stopped by the storm"
ONE = "The ferry to the island was stopped by the harbour office after a night of heavy wind and rain."
TWO = "About 300 travellers slept in the sports hall, and the mayor asked the province for quick help."
NEW = "About 400 travellers slept in the sports hall, and the mayor asked the province for quick help."
THREE = "The repair of the pier will last until the autumn, the chief engineer told the council on Monday."
LATE = "The first ferry left again on Saturday morning with sixty cars and a school class on board."


def state(*lines: str, **fields: object) -> Report:
    """Return a report of some lines, from a capture of its own."""
    origin = str(fields.pop("origin", "a.html"))
    published = fields.pop("published", None)
    report = make_report("\n\n".join(lines), published=published, origin=origin)  # type: ignore[arg-type]
    return replace(report, **{"title": HEAD, **fields})


def found(*reports: Report, captured: dict[str, str] | None = None) -> tuple[Version, ...]:
    """Return the versions among some reports; whatever their order, they are the same."""
    times = {report.capture: (captured or {}).get(report.capture) for report in reports}
    results = {versions(order, times, Settled()) for order in permutations(reports)}
    assert len(results) == 1
    return results.pop()


def test_one_address_at_two_times_is_two_versions() -> None:
    """The later capture is the later version, and each paragraph that differs is named by its place in both."""
    address = "https://www.mail.example/news/ferry"
    old = state(HEAD, ONE, TWO, THREE, url=f"{address}?utm_source=x")
    new = state(HEAD, ONE, NEW, LATE, url=f"{address}/#top")
    [version] = found(old, new, captured={old.capture: "2024-05-03", new.capture: "2024-05-05"})
    assert (version.of, version.report) == (old.id, new.id)
    assert "one address (mail.example/news/ferry)" in version.reason
    assert "fetched later (2024-05-03 / 2024-05-05)" in version.reason
    shown = [
        (change.type, change.old and old.text[slice(*change.old)], change.new and new.text[slice(*change.new)])
        for change in version.changes
    ]
    assert shown == [("removed", THREE, None), ("changed", TWO, NEW), ("added", None, LATE)]


def test_an_update_is_later_where_nobody_says_when_it_was_fetched() -> None:
    """The day that an appended update bears tells the order."""
    old = state(HEAD, ONE, TWO, published="2024-05-03", publisher="The Mail")
    new = state(HEAD, ONE, TWO, LATE, published="2024-05-03", publisher="The Mail")
    end = new.text.index(LATE)
    update = (replace(new.parts[0], end=end), Part("update", end, len(new.text), "en", "2024-05-05", None))
    [version] = found(replace(new, parts=update), old)
    assert (version.of, version.report) == (old.id, new.id)
    assert "dated later (2024-05-03 / 2024-05-05)" in version.reason


def test_a_copy_is_not_called_later_without_a_time() -> None:
    """One file under two names is one report twice: neither is later, and nothing differs."""
    once = state(HEAD, ONE, TWO, published="2024-05-03", publisher="The Mail")
    again = state(HEAD, ONE, TWO, published="2024-05-03", publisher="The Mail", origin="b.html")
    [version] = found(once, again)
    assert (version.later, version.changes) == (False, ())
    assert "no date says which is later" in version.reason
    [version] = found(once, again, captured={once.capture: "2024-05-03", again.capture: "2024-05-05"})
    assert (version.later, version.of) == (True, once.id)


def test_two_outlets_have_no_versions_of_each_other() -> None:
    """The same agency text in two papers is a copy, not a version."""
    assert found(state(HEAD, ONE, TWO, publisher="The Mail"), state(HEAD, ONE, NEW, publisher="The Post")) == ()


def test_other_texts_are_no_versions() -> None:
    """Neither one title nor one address makes two reports one where their texts are others."""
    assert found(state(HEAD, ONE, TWO, publisher="The Mail"), state(HEAD, THREE, LATE, publisher="The Mail")) == ()
    home = "https://mail.example/home"
    assert found(state(HEAD, ONE, TWO, url=home), state(HEAD, THREE, LATE, url=home)) == ()


def test_three_states_make_a_chain() -> None:
    """Each version leads to the one just before it, and all are one witness."""
    address = "https://mail.example/a"
    states = [state(HEAD, ONE, text, THREE, url=address) for text in (TWO, NEW, LATE)]
    times = {one.capture: f"2024-05-0{day}" for day, one in enumerate(states, start=1)}
    made = found(*states, captured=times)
    assert {(version.of, version.report) for version in made} == {
        (states[0].id, states[1].id),
        (states[1].id, states[2].id),
    }
    assert chains(made) == (tuple(sorted(one.id for one in states)),)


def test_a_person_keeps_two_reports_apart() -> None:
    """Who decided that two reports are independent is believed."""
    reports = state(HEAD, ONE, TWO, publisher="The Mail"), state(HEAD, ONE, NEW, publisher="The Mail")
    two = tuple(sorted(report.id for report in reports))
    settled = replace(Settled(), independent=(two,))
    assert versions(reports, {}, settled) == ()
