"""Who carries a claim, who was first, and how much it rests on."""

from dataclasses import replace

from tests.stages.lifecycle import laid_out, told
from tests.table import make_statement

from careo.model.derived import Coverage
from careo.model.inferred import Derivation
from careo.model.seen import Part, Report, Source, Statement, StatementType
from careo.stages.coverage import coverage

Told = tuple[Report, Statement]


def said(
    outlet: str, language: str, published: str | None, *sources: tuple[str, str], type_: StatementType = "OTHER"
) -> Told:
    """Return a report that the bridge fell, credited to sources of a type."""
    report = told("The bridge fell.", language=language, published=published, outlet=outlet)
    chain = tuple(Source(who, type_, None, "neutral", 0, 1) for who, type_ in sources)  # type: ignore[arg-type]
    return report, replace(make_statement(report, type_, "fell"), attribution=chain)


def one_claim(*pairs: Told) -> Coverage:
    (found,) = coverage(*laid_out(pairs, groups=[range(len(pairs))]))
    return found


def test_languages_outlets_and_who_was_first() -> None:
    """The earliest day leads; a language of the story without the claim is named."""
    pairs = [said("Bote", "de", "2031-03-02"), said("Krant", "nl", "2031-03-01"), said("Folha", "pt", "2031-03-03")]
    one, *_ = coverage(*laid_out(pairs, groups=[[0, 1]]))
    assert (one.languages, one.absent, one.outlets) == (("de", "nl"), ("pt",), ("Bote", "Krant"))
    assert (one.first, one.first_date) == ((pairs[1][0].id,), "2031-03-01")


def test_what_dates_leave_open_stays_open() -> None:
    """Of a month and a day in it either may be first; an undated report is never first."""
    month, day = said("Bote", "de", "2031-03"), said("Krant", "nl", "2031-03-09")
    one = one_claim(month, day, said("Folha", "pt", None))
    assert set(one.first) == {month[0].id, day[0].id}
    assert one_claim(said("Bote", "de", None), said("Krant", "nl", None)).first == ()


def test_a_sentence_of_no_known_type_is_not_first() -> None:
    """Where a report tells it in a sentence of a known type, an earlier one that has only OTHER is not the first."""
    plain, typed = said("Bote", "de", "2031-03-01"), said("Krant", "nl", "2031-03-02", type_="ATTACK")
    assert one_claim(plain, typed).first == (typed[0].id,)
    assert one_claim(plain, said("Krant", "nl", "2031-03-02")).first == (plain[0].id,)


def test_what_was_taken_over_was_not_first() -> None:
    """A translation of the same day is not first beside the report it was made from."""
    source, taken = said("Bote", "de", "2031-03-01"), said("Krant", "nl", "2031-03-01")
    docket, findings = laid_out((source, taken), groups=[[0, 1]])
    link = Derivation("derivation-1", source[0].id, taken[0].id, "translation", None, (), 0.9, "the same text")
    (one,) = coverage(replace(docket, derivations=(link,)), findings)
    assert one.first == (source[0].id,)


def test_an_update_is_of_its_own_day() -> None:
    """What stands in an update of 8 March was not told on 1 March."""
    early, late = said("Bote", "de", "2031-03-01"), said("Krant", "nl", "2031-03-05")
    whole = Part("update", 0, len(early[0].text), "de", "2031-03-08", None)
    updated = replace(early[0], parts=(whole,)), early[1]
    assert one_claim(updated, late).first == (late[0].id,)


def test_the_hour_decides_where_all_of_that_day_say_it() -> None:
    """Hours are compared with their offsets from UTC."""
    one, two = said("Bote", "de", "2031-03-01T10:00:00+02:00"), said("Krant", "nl", "2031-03-01T09:00:00+00:00")
    assert one_claim(one, two).first == (one[0].id,)


def test_what_a_claim_rests_on() -> None:
    """One report, one unnamed source, one named source, several; each where nothing weaker holds."""
    voice, chief = ("a diplomat", "anonymous"), ("the harbour office", "official")
    assert one_claim(said("Bote", "de", "2031-03-01", voice)).rests_on == "one_report"
    unnamed = one_claim(said("Bote", "de", "2031-03-01", voice), said("Krant", "nl", "2031-03-02", voice))
    assert (unnamed.rests_on, unnamed.unnamed) == ("unnamed_source", True)
    named = one_claim(said("Bote", "de", "2031-03-01", chief), said("Krant", "nl", "2031-03-02", chief))
    assert (named.rests_on, named.unnamed) == ("one_source", False)
    assert one_claim(said("Bote", "de", "2031-03-01", chief), said("Krant", "nl", "2031-03-02")).rests_on == "several"


def test_copies_are_one_origin() -> None:
    """A claim in two reports of one origin rests on that origin."""
    pairs = [said("Bote", "de", "2031-03-01"), said("Krant", "nl", "2031-03-02")]
    docket, findings = laid_out(pairs, groups=[[0, 1]])
    (claim,) = findings.claims
    one = replace(findings, claims=(replace(claim, origins=(claim.reports,)),))
    assert [(found.rests_on, found.origins) for found in coverage(docket, one)] == [("one_origin", 1)]
