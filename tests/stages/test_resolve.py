"""Who is who."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.make import make_report
from tests.table import make_mention

from careo.model.inferred import Entity
from careo.model.seen import Place
from careo.stages.deciding.settle import Settled
from careo.stages.resolve import Named, resolve


def named(text: str, people: tuple[str, ...], *, language: str = "en", origin: str = "a.txt") -> Named:
    """Return the persons of a one-line report; each name is a substring of the text."""
    report = make_report(text, language=language, origin=origin)
    return Named(report.id, language, tuple(make_mention(report, word) for word in people))


def spellings(entities: tuple[Entity, ...]) -> list[list[str]]:
    return sorted(sorted(name.text for name in entity.names) for entity in entities)


def test_a_family_name_joins_the_full_name_of_its_report() -> None:
    """After "Inés Robles", a mere "Robles" is she."""
    report = make_report("Inés Robles came. Then Robles left.")
    full = make_mention(report, "Inés Robles")
    start = report.text.rindex("Robles")
    short = replace(full, id="mention-short", start=start, end=start + 6, verbatim="Robles")
    (entity,) = resolve([Named(report.id, "en", (full, short))], Settled())
    assert entity.mentions == tuple(sorted((full.id, short.id)))
    assert entity.name == "Inés Robles"


def test_accents_and_second_family_names_do_not_part_a_person() -> None:
    """Two outlets spell with and without accents, a third adds the second family name."""
    reports = [
        named("Inés Robles spoke.", ("Inés Robles",), origin="1"),
        named("Ines Robles sprak.", ("Ines Robles",), origin="2", language="nl"),
        named("Inés Robles Vega habló.", ("Inés Robles Vega",), origin="3", language="es"),
    ]
    (entity,) = resolve(reports, Settled())
    assert entity.name == "Inés Robles Vega"
    assert {name.language for name in entity.names} == {"en", "es", "nl"}


def test_two_fuller_names_are_not_fused_by_the_shorter_one() -> None:
    """The name "Ana Ruiz" may be either of two women, so it joins neither."""
    texts = ("Ana Ruiz", "Ana Vega Ruiz", "Ana Soto Ruiz")
    reports = [named(f"{text} spoke.", (text,), origin=text) for text in texts]
    assert len(resolve(reports, Settled())) == 3


def test_names_that_look_alike_are_offered_and_never_joined() -> None:
    """A likely misspelling stays two entities that point at each other, with the reason."""
    reports = [
        named("Inés Robles.", ("Inés Robles",), origin="1"),
        named("Ines Roblez.", ("Ines Roblez",), origin="2"),
    ]
    one, other = resolve(reports, Settled())
    assert [offer.entity for offer in one.possibly_same] == [other.id]
    assert "Roblez" in other.possibly_same[0].reason


def test_a_country_is_one_place_in_every_language_and_as_an_adjective() -> None:
    """The words "Norwegen", "Noorse" and "noruego" meet in the country code."""
    place = Place("Norway", "NO", "country", None, None, (), None, ())
    mentions = []
    for text in ("Norwegen hilft.", "Noorse hulp.", "El barco noruego zarpa."):
        report = make_report(text, origin=text)
        word = next(w for w in text.replace(".", "").split() if w.lower().startswith("no"))
        mentions.append(Named(report.id, "de", (make_mention(report, word, "place", place),)))
    (entity,) = resolve(mentions, Settled())
    assert entity.name == "Norway"


def test_a_person_merges_and_splits_what_the_program_would_not() -> None:
    """Merge joins two spellings, split keeps two namesakes apart, also against equal spelling."""
    one, other = (
        named("Inés Robles.", ("Inés Robles",), origin="1"),
        named("I. Roblés.", ("I. Roblés",), origin="2"),
    )
    two = tuple(sorted((one.mentions[0].id, other.mentions[0].id)))
    assert len(resolve([one, other], Settled(merged=(two,)))) == 1  # type: ignore[arg-type]
    again = named("Inés Robles too.", ("Inés Robles",), origin="3")
    two = tuple(sorted((one.mentions[0].id, again.mentions[0].id)))
    assert len(resolve([one, again], Settled())) == 1
    assert len(resolve([one, again], Settled(split=(two,)))) == 2  # type: ignore[arg-type]


@settings(deadline=None)  # the first one reads the tables of names
@given(st.permutations(range(5)))
def test_the_order_of_arrival_changes_nothing(order: list[int]) -> None:
    """Any order of reports gives the same entities."""
    names = ("Inés Robles", "Ines Robles Vega", "Robles", "Uwe Feld", "Uwe Felt")
    reports = [named(f"{name} spoke.", (name,), origin=str(n)) for n, name in enumerate(names)]
    assert resolve([reports[n] for n in order], Settled()) == resolve(reports, Settled())


def acronym(text: str, long: str, short: str, *, origin: str = "a.txt") -> Named:
    """Return a report that explains its acronym at the first occurrence and repeats it as a mere name at the last."""
    report = make_report(text, origin=origin)
    full = make_mention(report, long, "organisation")
    told = replace(make_mention(report, short, "organisation"), of=full.id)
    at = text.rindex(short)
    again = replace(told, id=f"{told.id}-again", start=at, end=at + len(short), type="name", of=None)
    return Named(report.id, "en", (full, told, again))


def test_an_acronym_and_its_long_form_are_one_entity() -> None:
    """Every mention of the acronym in the report that explains it joins the long form, and the reason says so."""
    told = acronym("The Harbour Pilots Union (HPU) met. HPU left.", "Harbour Pilots Union", "HPU")
    (entity,) = resolve([told], Settled())
    assert len(entity.mentions) == 3
    assert entity.name == "Harbour Pilots Union"
    assert entity.type == "organisation"
    assert "the report gives both: Harbour Pilots Union (HPU)" in entity.reason


def test_an_acronym_explained_in_two_ways_joins_no_two_reports() -> None:
    """The same letters name two bodies: each report keeps its own."""
    one = acronym("The Harbour Pilots Union (HPU) met. HPU left.", "Harbour Pilots Union", "HPU", origin="1")
    other = acronym("The Heritage Park Unit (HPU) met. HPU left.", "Heritage Park Unit", "HPU", origin="2")
    assert sorted(entity.name for entity in resolve([one, other], Settled())) == [
        "Harbour Pilots Union", "Heritage Park Unit",
    ]  # fmt: skip


def test_an_acronym_joins_reports_only_by_its_own_letters() -> None:
    """A report with the acronym alone joins the one that explains it; a report without either does not."""
    told = acronym("The Harbour Pilots Union (HPU) met. HPU left.", "Harbour Pilots Union", "HPU", origin="1")
    report = make_report("HPU and Hull spoke.", origin="2")
    bare = Named(report.id, "en", (make_mention(report, "HPU", "organisation"), make_mention(report, "Hull", "name")))
    assert sorted(len(entity.mentions) for entity in resolve([told, bare], Settled())) == [1, 4]
