"""Bodies with a name in each language, and bodies of which every country has one."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.make import make_report
from tests.table import make_mention

from careo.model.inferred import Entity
from careo.model.seen import Mention, MentionType, Place
from careo.stages.deciding.settle import Settled
from careo.stages.resolve import Named, resolve

Told = tuple[str, MentionType, str | None]


def land(code: str) -> Place:
    return Place(code, code, "country", None, None, (), None, ())


def report(text: str, language: str, *names: Told) -> Named:
    """Return a report with (words, type, country code of a place) as mentions."""
    made = make_report(text, language=language, origin=f"{language}: {text}")
    mentions: list[Mention] = [make_mention(made, word, type_, land(code) if code else None)
                               for word, type_, code in names]  # fmt: skip
    return Named(made.id, language, tuple(mentions))


def groups(reports: Sequence[Named]) -> list[list[str]]:
    return sorted(sorted(name.text for name in entity.names) for entity in found(reports))


def found(reports: Sequence[Named]) -> tuple[Entity, ...]:
    return resolve(reports, Settled())


def test_an_alliance_is_one_body_under_the_acronyms_of_all_languages() -> None:
    """What English calls NATO is OTAN in Spanish; the reason says that a name was translated."""
    (entity,) = found([
        report("NATO met.", "en", ("NATO", "organisation", None)),
        report("La OTAN calla.", "es", ("OTAN", "organisation", None)),
        report("De NAVO zwijgt.", "nl", ("NAVO", "name", None)),
    ])  # fmt: skip
    assert {name.language for name in entity.names} == {"en", "es", "nl"}
    assert "translated name: " in entity.reason


def test_a_word_spelled_like_an_acronym_is_no_body() -> None:
    """The letters "who" name nobody unless they are written as the acronym is."""
    two = [
        report("The Who played.", "en", ("Who", "organisation", None)),
        report("L'OMS alerte.", "fr", ("OMS", "organisation", None)),
    ]
    assert groups(two) == [["OMS"], ["Who"]]


def test_a_parliament_joins_across_languages_where_the_country_is_told() -> None:
    """One report gives the country in the name, one beside it, one only by what it is about."""
    (entity,) = [one for one in found([
        report("Congrès chilien.", "fr", ("Congrès chilien", "organisation", None)),
        report("Der Kongress von Chile tagt.", "de", ("Kongress", "organisation", None), ("Chile", "place", "CL")),
        report("Congreso reunido en Chile.", "es", ("Congreso", "organisation", None), ("Chile", "place", "CL")),
    ]) if one.type == "organisation"]  # fmt: skip
    assert len(entity.mentions) == 3
    assert "one body of CL" in entity.reason


def test_parliaments_of_two_countries_and_of_no_known_one_stay_apart() -> None:
    """A report that names two countries as often does not say whose congress it means."""
    reports = [
        report("Congreso de Chile.", "es", ("Congreso", "organisation", None), ("Chile", "place", "CL")),
        report("Congreso de Bolivia.", "es", ("Congreso", "organisation", None), ("Bolivia", "place", "BO")),
        report("Tras citas con Chile y Bolivia calla el Congreso.", "es", ("Congreso", "organisation", None),
               ("Chile", "place", "CL"), ("Bolivia", "place", "BO")),
        report("The parliament of Bavaria met.", "en", ("parliament of Bavaria", "organisation", None)),
    ]  # fmt: skip
    bodies = [one for one in found(reports) if one.type == "organisation"]
    assert [len(one.mentions) for one in bodies] == [1, 1, 1, 1]


def test_ministries_are_told_apart_by_what_they_look_after() -> None:
    """Defence in German is defence in Dutch, and not health."""
    reports = [
        report("Chiles Verteidigungsministerium.", "de", ("Verteidigungsministerium", "organisation", None),
               ("Chiles", "place", "CL")),
        report("Chili: het ministerie van Defensie.", "nl", ("ministerie van Defensie", "organisation", None),
               ("Chili", "place", "CL")),
        report("Chile: Ministerio de Salud.", "es", ("Ministerio de Salud", "organisation", None),
               ("Chile", "place", "CL")),
    ]  # fmt: skip
    assert ["Verteidigungsministerium", "ministerie van Defensie"] in groups(reports)
    assert ["Ministerio de Salud"] in groups(reports)


def test_an_embassy_is_that_of_its_country_in_the_country_of_the_report() -> None:
    """The Chinese embassy in Chile is not the one in Bolivia."""
    reports = [
        report("Chinese embassy in Chile.", "en", ("Chinese embassy", "organisation", None), ("Chile", "place", "CL")),
        report("Ambassade de Chine, Chili.", "fr", ("Ambassade de Chine", "organisation", None),
               ("Chili", "place", "CL")),
        report("Embajada china, Bolivia.", "es", ("Embajada china", "organisation", None), ("Bolivia", "place", "BO")),
    ]  # fmt: skip
    assert ["Ambassade de Chine", "Chinese embassy"] in groups(reports)
    assert ["Embajada china"] in groups(reports)


def test_a_part_of_a_body_is_not_the_body_and_is_offered() -> None:
    """A firm's military branch stays apart from the firm; its legal form does not."""
    reports = [
        report("Norvik sold.", "en", ("Norvik", "organisation", None)),
        report("Norvik Military sold.", "en", ("Norvik Military", "organisation", None)),
        report("Norvik Ltd sold.", "en", ("Norvik Ltd", "organisation", None)),
    ]
    assert groups(reports) == [["Norvik", "Norvik Ltd"], ["Norvik Military"]]
    part = next(one for one in found(reports) if one.name == "Norvik Military")
    assert [offer.reason for offer in part.possibly_same] == ["only one has Military; Norvik equal"]


def test_a_firm_is_called_by_its_first_word_where_a_report_has_both() -> None:
    """What is left out only says what the firm is; two firms of one first word are short for neither."""
    both = report("Norvik Motors sold. Norvik left.", "en", ("Norvik Motors", "organisation", None))
    (long,) = both.mentions
    short = replace(long, id="mention-short", start=20, end=26, verbatim="Norvik")
    both = Named(both.report, "en", (long, short))
    assert groups([both]) == [["Norvik", "Norvik Motors"]]
    other = report("Norvik Airlines flew.", "en", ("Norvik Airlines", "organisation", None))
    assert groups([both, other]) == [["Norvik"], ["Norvik Airlines"], ["Norvik Motors"]]


def test_an_acronym_that_nobody_explains_is_spelled_by_the_only_body_that_can() -> None:
    """The letters of the one long name of the report are the acronym's."""
    one = report("The Harbour Pilots Union met. HPU left.", "en", ("Harbour Pilots Union", "organisation", None),
                 ("HPU", "organisation", None))  # fmt: skip
    (entity,) = found([one])
    assert "letters of Harbour Pilots Union: HPU" in entity.reason


MIXED = (
    report("Chile: Congreso, OTAN, Ana Vega.", "es", ("Chile", "place", "CL"), ("Congreso", "organisation", None),
           ("OTAN", "organisation", None), ("Ana Vega", "person", None)),
    report("Chili: Congrès, ONU.", "fr", ("Chili", "place", "CL"), ("Congrès", "organisation", None),
           ("ONU", "organisation", None)),
    report("Bolivia: Congreso, Norvik, Vega.", "es", ("Bolivia", "place", "BO"), ("Congreso", "organisation", None),
           ("Norvik", "organisation", None), ("Vega", "person", None)),
    report("NATO, UN, Norvik Motors, Norvik.", "en", ("NATO", "organisation", None), ("UN", "organisation", None),
           ("Norvik Motors", "organisation", None), ("Norvik", "organisation", None)),
    report("Norvik Motors Ltd, Ana Soto Vega.", "en", ("Norvik Motors Ltd", "organisation", None),
           ("Ana Soto Vega", "person", None)),
    report("Ana Ruiz Vega, Norvik Airlines.", "en", ("Ana Ruiz Vega", "person", None),
           ("Norvik Airlines", "name", None)),
)  # fmt: skip


@settings(deadline=None)  # the first one reads the tables of names
@given(st.permutations(MIXED), st.sets(st.sampled_from(MIXED), min_size=2))
def test_entities_are_those_of_the_set_of_reports(order: list[Named], chosen: set[Named]) -> None:
    """Whatever reports there are, in whatever order, the entities, their offers and reasons are the same."""
    kept = [one for one in order if one in chosen]
    assert found(kept) == found([one for one in MIXED if one in chosen])


def test_every_entity_with_two_spellings_says_why() -> None:
    """Also where both stand in one report: after the count comes what joined them."""
    one = report("Chile: the Chilean Congress met. Congress left.", "en", ("Chile", "place", "CL"),
                 ("Chilean Congress", "organisation", None))  # fmt: skip
    again = replace(one.mentions[1], id="mention-again", start=33, end=41, verbatim="Congress")
    for entity in found([*MIXED, replace(one, mentions=(*one.mentions, again))]):
        assert len(entity.names) == 1 or "; " in entity.reason
