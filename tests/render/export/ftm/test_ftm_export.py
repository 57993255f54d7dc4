"""FtM's own package opens the export and finds in it what the records say, value by value."""

import csv
import io
import json
from collections import Counter, defaultdict
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest
from followthemoney import model
from hypothesis import given, settings
from hypothesis import strategies as st

from careo.model.codec import encode
from careo.model.ids import sha256
from careo.model.inferred import Dossier, Entity, Name, Version
from careo.model.seen import MentionType, Place, Statement, Time
from careo.render.export import ftm
from careo.render.export.ftm.entities import schema_of
from tests.render.laid import TOWN, laid_out


def _files(*dossiers: Dossier) -> dict[str, str]:
    return {piece.name: b"".join(piece.chunks).decode() for piece in ftm.pieces(dossiers)}


def _entities(*dossiers: Dossier) -> dict[str, Any]:
    """Read the entities as FtM reads foreign ones: every value cleaned."""
    lines = _files(*dossiers)["entities.ftm.json"].splitlines()
    return {proxy.id: proxy for proxy in (model.get_proxy(json.loads(line), cleaned=False) for line in lines)}


def _by_schema(dossier: Dossier, name: str) -> list[Any]:
    return [proxy for proxy in _entities(dossier).values() if proxy.schema.name == name]


def _with_times(*times: tuple[str | None, str | None]) -> Dossier:
    """Return the dossier, its first law with these spans as the days it is of."""
    dossier = laid_out()
    law = _law(dossier)
    told = replace(law, times=tuple(replace(law.times[0], first=first, last=last) for first, last in times))
    return replace(dossier, statements=tuple(told if one == law else one for one in dossier.statements))


def _law(dossier: Dossier) -> Statement:
    return next(one for one in dossier.statements if one.type == "LAW")


def test_no_loss() -> None:
    """Nothing that is written is lost in FtM, by the check that the command line runs."""
    assert ftm.problems([laid_out()]) == ()


def test_reports() -> None:
    """Every report is an article with its text, title, outlet, date, address, language and file."""
    dossier = laid_out()
    entities = _entities(dossier)
    captures = {capture.id: capture for capture in dossier.captures}
    for report in dossier.reports:
        article, capture = entities[report.id], captures[report.capture]
        assert article.schema.name == "Article"
        assert article.get("bodyText") == [report.text]
        assert article.get("title") == ([report.title] if report.title else [])
        assert article.get("publisher") == ([report.publisher] if report.publisher else [])
        assert article.get("publishedAt") == ([report.published.value] if report.published else [])
        assert article.get("sourceUrl") == ([report.url] if report.url else [])
        assert article.get("language") == [{"de": "deu", "nl": "nld", "es": "spa"}[report.language]]
        assert set(article.get("keywords")) == {f"language: {report.language}", f"urn:sha256:{capture.sha256}"}
        assert article.get("retrievedAt") == ["2024-05-21T06:30:00"]
        assert article.get("fileName") == [capture.origin]
        assert article.get("name")[0] in (report.title, report.publisher, capture.origin)


def test_long_text() -> None:
    """A text longer than FtM's values goes in whole, cut at line ends."""
    dossier = laid_out()
    first, *rest = dossier.reports
    text = first.text + "\n" + "Die Brücke bleibt gesperrt.\n" * 5000
    *parts, last = first.parts
    long = replace(first, text=text, text_sha256=sha256(text), parts=(*parts, replace(last, end=len(text))))
    whole = replace(dossier, reports=(long, *rest))
    assert "\n".join(_entities(whole)[first.id].get("bodyText")) == text.strip()
    assert ftm.problems([whole]) == ()


def test_language_unknown_to_ftm() -> None:
    """A language that FtM lacks is not put in as another one; the tag itself is a keyword."""
    dossier = laid_out()
    reports = tuple(replace(report, language="rw") for report in dossier.reports)
    for article in _by_schema(replace(dossier, reports=reports), "Article"):
        assert article.get("language") == []
        assert "language: rw" in article.get("keywords")


def test_statements() -> None:
    """Every statement is an event with its sentence, its report as proof, and its standing in the name."""
    dossier = laid_out()
    entities = _entities(dossier)
    text = {report.id: report.text for report in dossier.reports}
    claims = {id_: claim.id for claim in dossier.claims for id_ in claim.statements}
    for statement in dossier.statements:
        event = entities[statement.id]
        assert event.schema.name == "Event"
        assert event.get("description") == [text[statement.report][statement.start : statement.end]]
        assert event.get("proof") == [statement.report]
        assert event.get("recordId") == [statement.id]
        assert event.get("location") == list(dict.fromkeys(place.verbatim for place in statement.places))
        standing = statement.modality if statement.polarity == "affirmed" else f"denied, {statement.modality}"
        assert event.first("name").startswith(f"{statement.type} ({standing}): ")
        assert {statement.type, f"modality: {statement.modality}", claims[statement.id]} <= set(event.get("keywords"))
        for figure in statement.figures:
            assert figure.verbatim in event.first("summary")
        for source in statement.attribution:
            assert source.who in event.first("summary")


def test_who_takes_part() -> None:
    """A named person of a statement is involved in its event; who has no name is counted as left out."""
    dossier = laid_out()
    home = {mention: entity for entity in dossier.entities for mention in entity.mentions}
    entities, unnamed = _entities(dossier), 0
    for statement in dossier.statements:
        fillers = [home.get(actor.mention or "") for actor in statement.actors]
        named = [one.id for one in fillers if one and one.type != "place"]
        assert entities[statement.id].get("involved") == named
        unnamed += sum(one is None for one in fillers)
    assert unnamed
    row = next(line for line in _files(dossier)["README.md"].splitlines() if "does not name" in line)
    assert f"| {unnamed} |" in row


def test_names() -> None:
    """Every spelling of every entity is a name or an alias, and parties stand as mentions in their reports."""
    dossier = laid_out()
    entities = _entities(dossier)
    schemata = {"person": "Person", "organisation": "Organization", "place": "Address"}
    for entity in dossier.entities:
        proxy = entities[entity.id]
        assert proxy.schema.name == schemata[entity.type]
        assert proxy.get("name") == [entity.name] or entity.name not in {name.text for name in entity.names}
        assert {name.text for name in entity.names} <= {*proxy.get("name"), *proxy.get("alias")}
    found = {(one.first("document"), one.first("resolved")) for one in _by_schema(dossier, "Mention")}
    home = {mention: entity for entity in dossier.entities for mention in entity.mentions}
    assert found == {
        (mention.report, home[mention.id].id)
        for mention in dossier.mentions
        if mention.id in home and home[mention.id].type != "place"
    }


@pytest.mark.parametrize(
    ("type_", "names", "schema"),
    [
        ("person", [("Ilse Marwik", "de", 1)], "Person"),
        ("organisation", [("Verteidigungsministerium", "de", 2), ("MoD", "en", 1)], "PublicBody"),
        ("organisation", [("Hafenverein", "de", 1)], "Organization"),
        ("unit", [("Soldaten", "de", 1)], "LegalEntity"),
        ("unit", [("Polizei", "de", 1)], "PublicBody"),
        ("unit", [("Nordkommando", "de", 1)], "Organization"),
        ("name", [("Nordlicht", "de", 1)], None),
        ("place", [("Talhafen", "xx", 1)], "Address"),
    ],
)
def test_schemata(type_: MentionType, names: list[tuple[str, str, int]], schema: str | None) -> None:
    """A ministry is a public body, soldiers are no organisation, and a name of unknown kind is a party if it acts."""
    entity = Entity("entity-9", type_, names[0][0], tuple(Name(*name) for name in names), (), (), "sample")
    assert schema_of(entity, frozenset()) == schema
    assert schema_of(entity, frozenset({"entity-9"})) == (schema or "LegalEntity")


def test_offices() -> None:
    """Whom a report gives an office holds a post of their own, without dates that nobody gave."""
    dossier = laid_out()
    posts = {post.id: post.first("name") for post in _by_schema(dossier, "Position")}
    held = {(one.first("holder"), posts[one.first("post")]) for one in _by_schema(dossier, "Occupancy")}
    assert held == {("entity-1", "minister, defence"), ("entity-2", "minister")}
    assert not any(
        one.has(prop) for one in _by_schema(dossier, "Occupancy") for prop in ("startDate", "endDate", "date")
    )


def test_possibly_same() -> None:
    """An offer that two are the same is one Similar with its reason; one whose other side is elsewhere is counted."""
    dossier = laid_out()
    (one,) = _by_schema(dossier, "Similar")
    assert (one.first("candidate"), one.first("match")) == ("entity-1", "entity-2")
    assert one.get("criteria") == [dossier.entities[0].possibly_same[0].reason]
    alone = replace(dossier, entities=tuple(entity for entity in dossier.entities if entity.id != "entity-2"))
    assert _by_schema(alone, "Similar") == []
    assert "offers that two are the same" in _files(alone)["README.md"]


def test_derived_reports() -> None:
    """A report that comes from another, or is its next version, is linked to it, with the reason."""
    dossier = laid_out()
    german, dutch, spanish = dossier.reports
    version = Version("version-1", dutch.id, german.id, 0.9, "same address", ())
    links = _by_schema(replace(dossier, versions=(version,)), "UnknownLink")
    found = {(one.first("subject"), one.first("role"), one.first("object")) for one in links}
    assert found == {(spanish.id, "quotes", german.id), (dutch.id, "later version of", german.id)}
    elsewhere = replace(dossier, derivations=(replace(dossier.derivations[0], from_="report-9"),))
    assert ftm.problems([elsewhere]) == ()
    assert "reports that take from one of another story | 1 |" in _files(elsewhere)["README.md"]


@pytest.mark.parametrize(
    ("span", "dates"),
    [
        (("2024-05-14", "2024-05-14"), ["2024-05-14"]),
        (("2024-05", "2024-05"), ["2024-05"]),
        (("2024-05-01", "2024-05-31"), ["2024-05"]),
        (("XXXX-11-01", "XXXX-11-01"), []),
        (("2024-05-06", "2024-05-12"), []),
        ((None, "2024-05-12"), []),
    ],
)
def test_days(span: tuple[str | None, str | None], dates: list[str]) -> None:
    """One day, month or year is the event's date; a span and an unknown year are left out and listed."""
    dossier = _with_times(span)
    event = _entities(dossier)[_law(dossier).id]
    assert (event.get("date"), event.get("startDate"), event.get("endDate")) == (dates, [], [])
    listed = _files(dossier)["README.md"]
    assert bool(dates) != ("may be a day in them" in listed or "dates of unknown year" in listed)


def test_in_force() -> None:
    """From when to when something is in force are the bounds of its event, each as exact as it is known."""
    dossier = laid_out()
    law = _law(dossier)
    span = Time("validity", *_where(law.times[0]), "2025-01-01", "2025-12-31", "day", None, "sample")
    told = replace(law, times=(law.times[0], span))
    statements = tuple(told if one == law else one for one in dossier.statements)
    event = _entities(replace(dossier, statements=statements))[law.id]
    assert (event.get("startDate"), event.get("endDate"), event.get("date")) == (
        ["2025-01-01"], ["2025-12-31"], ["2024-05-14"],
    )  # fmt: skip


def _where(time: Time) -> tuple[str, int, int]:
    return time.verbatim, time.start, time.end


@pytest.mark.parametrize(("place", "latitude"), [(TOWN, ["54.5"]), (replace(TOWN, kind="country"), [])])
def test_coordinates(place: Place, latitude: list[str]) -> None:
    """A town has coordinates; a country's point, which FtM would show as a location, is left out and counted."""
    dossier = laid_out(place=place)
    (address,) = _by_schema(dossier, "Address")
    assert address.get("latitude") == latitude
    assert address.get("country") == ["de"]
    assert bool(latitude) != ("coordinates of countries" in _files(dossier)["README.md"])


def test_what_differs() -> None:
    """An event whose reports differ says on what and how, a dismissed difference excepted."""
    dossier = laid_out()
    event = _entities(dossier)[_law(dossier).id]
    assert any("120 / 150 (contradiction: " in note for note in event.get("notes"))
    aside = tuple(replace(one, dismissed="decision-1") for one in dossier.discrepancies)
    assert not _entities(replace(dossier, discrepancies=aside))[event.id].has("notes")


def test_statements_whole() -> None:
    """Beside the entities lie careo's statements, whole, as the export of records has them."""
    dossier = laid_out()
    lines = [json.loads(line) for line in _files(dossier)["statements.jsonl"].splitlines()]
    for line, statement in zip(lines, dossier.statements, strict=True):
        for slot in ("actors", "places", "attribution"):
            for filler in line[slot]:
                filler.pop("entity")
        assert line.pop("corrected") == []
        assert line == encode(statement)


def test_value_by_value() -> None:
    """FtM's table of values has the very values of the entities, each with its report and language."""
    files = _files(laid_out())
    rows = list(csv.DictReader(io.StringIO(files["entities.ftm.csv"]), dialect=csv.unix_dialect))
    values: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        assert (row["schema"], row["prop"]) == ("", "") or row["entity_id"] == row["canonical_id"]
        if row["prop"] != "id" and row["value"] not in values[row["entity_id"]][row["prop"]]:
            values[row["entity_id"]][row["prop"]].append(row["value"])
            assert model.get(row["schema"]).get(row["prop"]).type.name == row["prop_type"]
    for line in files["entities.ftm.json"].splitlines():
        entity = json.loads(line)
        assert values[entity["id"]] == entity["properties"]
    spellings = {(row["value"], row["lang"]) for row in rows if row["prop"] in ("name", "alias")}
    assert {("Talhafen", "deu"), ("Talhafen", "spa"), ("Talhaven", "nld")} <= spellings


@pytest.mark.skipif(find_spec("followthemoney.statement") is None, reason="FtM reads such a table from version 4 on")
def test_read_as_ftm_statements() -> None:
    """FtM's own reader of statements makes the very entities of the table."""
    statement = import_module("followthemoney.statement")
    dataset = import_module("followthemoney.dataset").Dataset.make({"name": "careo", "title": "careo"})
    read = import_module("followthemoney.statement.serialize").read_csv_statements
    files = _files(laid_out())
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in read(io.BytesIO(files["entities.ftm.csv"].encode())):
        found[row.entity_id].append(row)
    for line in files["entities.ftm.json"].splitlines():
        entity = json.loads(line)
        again = statement.StatementEntity.from_statements(dataset, found[entity["id"]])
        assert {prop: sorted(values) for prop, values in again.to_dict()["properties"].items()} == {
            prop: sorted(values) for prop, values in entity["properties"].items()
        }


def test_several_stories() -> None:
    """An entity of two stories is written once, and the same dossiers give the same bytes."""
    dossier = laid_out()
    other = replace(dossier, story=replace(dossier.story, id="story-2"))
    ids = [json.loads(line)["id"] for line in _files(dossier, other)["entities.ftm.json"].splitlines()]
    assert max(Counter(ids).values()) == 1
    renamed = tuple(replace(report, publisher="Nordblatt") for report in dossier.reports)
    held = next(
        one for one in _entities(dossier, replace(other, reports=renamed)).values() if one.has("holder", quiet=True)
    )
    assert held.get("publisher") == ["Talhafener Bote", "Nordblatt"]
    assert _files(dossier, other) == _files(dossier, other)


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_hostile(words: str) -> None:
    """Whatever stands in titles, names and texts, FtM loses nothing of what is written."""
    dossier = laid_out()
    text = dossier.reports[0].text + words
    changed = replace(dossier.reports[0], title=words, publisher=words, author=(words,), url=words)
    *parts, last = changed.parts
    whole = replace(changed, text=text, text_sha256=sha256(text), parts=(*parts, replace(last, end=len(text))))
    entities = tuple(replace(entity, name=words) for entity in dossier.entities)
    assert ftm.problems([replace(dossier, reports=(whole, *dossier.reports[1:]), entities=entities)]) == ()
