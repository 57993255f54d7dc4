"""People under several spellings, near misses, and role nouns."""

from dataclasses import replace

from tests.make import make_report
from tests.stages.test_resolve import named, spellings
from tests.table import make_mention

from careo.model.seen import Mention, Office
from careo.stages.deciding.settle import Settled
from careo.stages.resolve import Named, resolve


def people(*names: str, language: str = "en") -> list[Named]:
    """Return one report for each name."""
    return [named(f"{name} spoke.", (name,), origin=name, language=language) for name in names]


def offered(*names: str) -> set[tuple[str, str]]:
    """Return which names are offered as one with which."""
    entities = resolve(people(*names), Settled())
    name_of = {entity.id: entity.name for entity in entities}
    return {(entity.name, name_of[offer.entity]) for entity in entities for offer in entity.possibly_same}


def test_spellings_of_one_name_are_one_person_and_the_reason_says_why() -> None:
    """A Russian name in the Latin letters of two languages is joined with a reason to read."""
    (entity,) = resolve(people("Wladimir Kusnezow", "Vladimir Kuznetsov"), Settled())
    assert "Vladimir Kuznetsov = Wladimir Kusnezow" in entity.reason


def test_father_and_son_are_two_and_each_is_offered_for_the_other() -> None:
    """One family name, two given names: two people; so are those whom only "Jr." tells apart."""
    assert offered("Jorge Vega", "Mario Vega") == {("Jorge Vega", "Mario Vega"), ("Mario Vega", "Jorge Vega")}
    assert ("Jorge Vega Jr.", "Jorge Vega") in offered("Jorge Vega", "Jorge Vega Jr.")


def test_a_family_name_that_two_of_a_report_bear_joins_neither() -> None:
    """Between father and son a mere "Vega" stays by itself."""
    report = named("Jorge Vega and Mario Vega met. Later Vegas left, Vega said.", ("Jorge Vega", "Mario Vega", "Vegas"))
    assert len(resolve([report], Settled())) == 3


def test_a_german_genitive_is_the_same_person() -> None:
    """The -s of "Inés Robles' Amt" apart, "Uwe Felds Haus" is that of Uwe Feld."""
    reports = [*people("Uwe Feld"), *people("Uwe Felds", language="de")]
    assert spellings(resolve(reports, Settled())) == [["Uwe Feld", "Uwe Felds"]]
    assert len(resolve([*people("Uwe Feld"), *people("Uwe Felds", language="en")], Settled())) == 2


def role(report: str, start: int, *, of: str | None = None, words: str = "ambassador") -> Mention:
    office = Office("ambassador", former=False)
    return Mention(f"mention-role-{start}", report, start, start + len(words), "role", words, office, of)


def test_the_ambassador_is_the_one_of_the_report() -> None:
    """After "ambassador Ada Lund" the ambassador is she; where two hold the office, neither."""
    text = "The ambassador Ada Lund came. Later the ambassador left. The ambassador Uwe Feld stayed."
    report = make_report(text)
    ada, uwe = make_mention(report, "Ada Lund"), make_mention(report, "Uwe Feld")
    hers, bare = role(report.id, 4, of=ada.id), role(report.id, 40)
    (entity,) = resolve([Named(report.id, "en", (ada, hers, bare))], Settled())
    assert bare.id in entity.mentions
    assert [name.text for name in entity.names] == ["Ada Lund"]
    assert "ambassador: only Ada Lund holds the office in the report" in entity.reason
    his = role(report.id, 61, of=uwe.id)
    assert all(bare.id not in one.mentions for one in resolve([Named(report.id, "en", (ada, uwe, hers, bare, his))],
                                                              Settled()))  # fmt: skip


def test_a_role_before_its_holder_was_told_or_of_a_former_one_joins_nobody() -> None:
    """Only what comes after points back; a former ambassador holds no office."""
    report = make_report("The ambassador left. The ambassador Ada Lund came.")
    ada = make_mention(report, "Ada Lund")
    before, hers = role(report.id, 4), role(report.id, 25, of=ada.id)
    former = replace(hers, value=Office("ambassador", former=True))
    for mentions in ((ada, before, hers), (ada, replace(before, start=45, end=55), former)):
        (entity,) = resolve([Named(report.id, "en", mentions)], Settled())
        assert entity.mentions == (ada.id,)


def test_what_a_person_told_apart_no_chain_of_links_brings_together() -> None:
    """A split beats equal spelling, also by way of a third report that spells it so."""
    reports = people("Inés Robles") + [named("Ines Robles.", ("Ines Robles",), origin=str(n)) for n in range(2)]
    one, other = reports[0].mentions[0].id, reports[1].mentions[0].id
    apart = resolve(reports, Settled(split=((min(one, other), max(one, other)),)))
    assert not any({one, other} <= set(entity.mentions) for entity in apart)
