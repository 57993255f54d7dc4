"""Pairs of statements and what is said of them."""

import math
from dataclasses import replace

import numpy as np
import pytest
from tests.make import make_report
from tests.table import (
    make_decision,
    make_docket,
    make_entity,
    make_figure,
    make_mention,
    make_statement,
    make_time,
    meeting,
)

from careo.engines.base import Vector
from careo.stages.align import align
from careo.stages.compare import compare
from careo.stages.comparing.akin import akin
from careo.stages.comparing.kinship import Meanings
from careo.stages.comparing.weigh import asked_apart, weigh
from careo.stages.comparing.witness import Witness
from careo.stages.deciding.settle import Settled, settle

SLOTS = Meanings({}, {})
"""No vectors: statements are compared by their slots alone."""
NOTHING = Settled()


def two_meetings(first: str, second: str, **slots: object):
    """Return the docket of two reports of a meeting with a differently named minister, and both statements."""
    r1, s1, m1 = meeting("de", first, **slots)
    r2, s2, m2 = meeting("nl", second, **slots)
    people = [make_entity(m1[0], m2[0]), make_entity(m1[1]), make_entity(m2[1])]
    if first == second:
        people = [make_entity(m1[0], m2[0]), make_entity(m1[1], m2[1])]
    return make_docket([r1, r2], [s1, s2], people), s1, s2


def test_two_reports_of_one_meeting_are_one_claim_that_keeps_both_names() -> None:
    """A name spelled in two ways is named as such, with both spellings and both statements."""
    docket, one, other = two_meetings("Tomás Lindo", "Thomas Lindoz")
    judgements = compare(docket, SLOTS, NOTHING)
    assert [judgement.verdict for judgement in judgements] == ["conflict"]
    findings = align(docket, judgements, NOTHING)
    (claim,) = findings.claims
    (discrepancy,) = findings.discrepancies
    assert set(claim.statements) == {one.id, other.id}
    assert discrepancy.type == "name_variant"
    assert discrepancy.slot == "office:minister:defence"
    assert [value.value for value in discrepancy.values] == ["Thomas Lindoz", "Tomás Lindo"]


def test_agreeing_reports_are_the_same() -> None:
    """Two shared people carry a claim without any discrepancy."""
    docket, *_ = two_meetings("Tomás Lindo", "Tomás Lindo")
    (judgement,) = compare(docket, SLOTS, NOTHING)
    assert judgement.verdict == "same"
    assert align(docket, (judgement,), NOTHING).discrepancies == ()


def test_a_person_is_obeyed_and_named() -> None:
    """`not_same` keeps statements apart that the program would join; `same` joins what it would not."""
    docket, one, other = two_meetings("Tomás Lindo", "Tomás Lindo")
    no = make_decision("not_same", "statement", [(one.id, one.report), (other.id, other.report)])
    settled = settle([no], lambda subject: subject.id)
    judgements = compare(docket, SLOTS, settled)
    assert [judgement.verdict for judgement in judgements] == ["unrelated"]
    assert len(align(docket, judgements, settled).claims) == 2
    apart, one, other = two_meetings("Tomás Lindo", "Uwe Feld")
    yes = make_decision("same", "statement", [(one.id, one.report), (other.id, other.report)])
    settled = settle([yes], lambda subject: subject.id)
    judgements = compare(apart, SLOTS, settled)
    assert judgements[0].score == 1
    assert "Nora" in judgements[0].reason
    assert len(align(apart, judgements, settled).claims) == 1


def test_times_that_exclude_each_other_are_two_happenings() -> None:
    """The same people may meet twice."""
    r1, s1, m1 = meeting("de", "Tomás Lindo")
    r2, s2, m2 = meeting("nl", "Tomás Lindo")
    first = make_time(r1, "Arlen", "2024-03-01", "2024-03-01")
    later = make_time(r2, "Arlen", "2024-09-01", "2024-09-01")
    a = make_statement(r1, "MEET", "met", actors=_again(s1, m1), times=[first])
    b = make_statement(r2, "MEET", "met", actors=_again(s2, m2), times=[later])
    people = [make_entity(m1[0], m2[0]), make_entity(m1[1], m2[1])]
    assert compare(make_docket([r1, r2], [a, b], people), SLOTS, NOTHING) == ()


def _again(statement, mentions):
    return [(a.role, m, a.office) for a, m in zip(statement.actors, mentions, strict=True)]


def entry(language: str, verbatim: str, troops: float, *, month: str = "2024-03"):
    """Return a report of troops of the Northern Fleet, its statement, its unit mention."""
    text = f"The Northern Fleet sends {verbatim} in March [{language}]."
    report = make_report(text, language=language, origin=f"{language}{troops}.txt")
    fleet = make_mention(report, "Northern Fleet", "unit")
    figure = make_figure(report, verbatim, "troops", troops, troops)
    time = make_time(report, "in March", month, month, precision="month")
    slots = {"actors": [("force", fleet, None)], "figures": [figure], "times": [time], "subtype": "announce"}
    return report, make_statement(report, "DEPLOY", "sends", **slots), fleet


def test_other_figures_for_one_entry_contradict_each_other_and_are_both_kept() -> None:
    """Nobody picks, nobody averages: both values stand in the claim and the discrepancy."""
    r1, s1, f1 = entry("de", "610 Soldaten", 610)
    r2, s2, f2 = entry("nl", "840 soldaten", 840)
    docket = make_docket([r1, r2], [s1, s2], [make_entity(f1, f2)])
    findings = align(docket, compare(docket, SLOTS, NOTHING), NOTHING)
    assert [d.type for d in findings.discrepancies] == ["contradiction"]
    assert [value.value for value in findings.discrepancies[0].values] == ["610", "840"]


def test_one_weight_in_two_units_is_one_figure() -> None:
    """Kilogrammes and tonnes are converted to be compared; a rounded one agrees, another one differs."""

    def cargo(language: str, verbatim: str, weight: float, unit: str):
        report, statement, fleet = entry(language, verbatim, weight)
        return report, replace(statement, figures=(replace(statement.figures[0], unit=unit),)), fleet

    r1, s1, f1 = cargo("de", "2.8 t", 2.8, "t")
    for weight, kinds in ((2800, []), (4100, ["contradiction"])):
        r2, s2, f2 = cargo("nl", f"{weight} kg", weight, "kg")
        docket = make_docket([r1, r2], [s1, s2], [make_entity(f1, f2)])
        findings = align(docket, compare(docket, SLOTS, NOTHING), NOTHING)
        assert len(findings.claims) == 1 and [d.type for d in findings.discrepancies] == kinds


def test_entries_in_other_months_are_told_apart() -> None:
    """Two entries with their own dates are not one entry with two figures."""
    r1, s1, f1 = entry("de", "610 Soldaten", 610)
    r2, s2, f2 = entry("nl", "840 soldaten", 840, month="2025-01")
    docket = make_docket([r1, r2], [s1, s2], [make_entity(f1, f2)])
    assert len(align(docket, compare(docket, SLOTS, NOTHING), NOTHING).claims) == 2


def test_every_open_slot_of_a_conflict_inside_a_claim_has_its_discrepancy() -> None:
    """Whatever made a verdict a conflict is named, for both of its statements."""
    docket, *_ = two_meetings("Tomás Lindo", "Thomas Lindoz", polarity="affirmed")
    judgements = compare(docket, SLOTS, NOTHING)
    findings = align(docket, judgements, NOTHING)
    for judgement in judgements:
        for slot in judgement.slots:
            if slot.relation in ("differs", "variant", "later", "other_scope"):
                named = [d for d in findings.discrepancies if d.slot == slot.slot]
                assert {id_ for d in named for v in d.values for id_ in v.statements} >= set(judgement.statements)


def test_a_dismissed_statement_is_in_no_claim() -> None:
    """What a person threw out stays out."""
    docket, one, _ = two_meetings("Tomás Lindo", "Tomás Lindo")
    settled = settle([make_decision("dismiss", "statement", [(one.id, one.report)])], lambda s: s.id)
    findings = align(docket, compare(docket, SLOTS, settled), settled)
    assert all(one.id not in claim.statements for claim in findings.claims)


def saying(language: str, words: str):
    """Return a report in which Ivy Stone says something, its statement and the mention of her."""
    text = f"Ivy Stone said {words} [{language}]."
    report = make_report(text, language=language, origin=f"say{language}.txt")
    stone = make_mention(report, "Ivy Stone")
    return report, make_statement(report, "SAY", "said", actors=[("speaker", stone, None)], subtype="assert"), stone


def unit(angle: float) -> Vector:
    """Return a vector whose cosine with `unit(0)` is the cosine of the angle."""
    return np.array([math.cos(angle), math.sin(angle)], dtype=np.float32)


@pytest.mark.parametrize(("cosine", "claims"), [(0.9, 1), (0.5, 2)])
def test_one_speaker_says_many_things(cosine: float, claims: int) -> None:
    """Two sayings of one person are one claim only where the sentences mean the same."""
    r1, s1, m1 = saying("de", "the road is open")
    r2, s2, m2 = saying("nl", "the weg is open")
    docket = make_docket([r1, r2], [s1, s2], [make_entity(m1, m2)])
    vectors = {s1.id: unit(0), s2.id: unit(math.acos(cosine))}
    assert len(align(docket, compare(docket, Meanings(vectors, {}), NOTHING), NOTHING).claims) == claims


def toll(language: str, verbatim: str, killed: float, published: str):
    """Return a report of a toll and its statement."""
    report = make_report(f"Now {verbatim} died [{language}].", language=language, published=published, origin=language)
    figure = make_figure(report, verbatim, "killed", killed, killed)
    return report, make_statement(report, "TOLL", "died", figures=[figure], subtype="killed")


def test_tolls_of_one_matter_are_one_claim_and_a_later_figure_is_an_update() -> None:
    """A count that grows with the days is no quarrel; both values and both reports stay."""
    r1, s1 = toll("de", "12 Menschen", 12, "2024-03-01")
    r2, s2 = toll("nl", "19 mensen", 19, "2024-03-05")
    docket = make_docket([r1, r2], [s1, s2])
    vectors = {s1.id: unit(0), s2.id: unit(0.9)}
    findings = align(docket, compare(docket, Meanings(vectors, {}), NOTHING), NOTHING)
    assert [d.type for d in findings.discrepancies] == ["update"]
    assert len(findings.claims) == 1


def resigned(language: str, day: str):
    """Return a report that somebody left office on a day, its statement and the mention of who did."""
    report = make_report(f"Ivy Stone resigned on {day} [{language}].", language=language, origin=f"{language}{day}")
    stone = make_mention(report, "Ivy Stone")
    slots = {"actors": [("holder", stone, "mayor")], "times": [make_time(report, day, day, day)], "subtype": "resign"}
    return report, make_statement(report, "OFFICE", "resigned", **slots), stone


@pytest.mark.parametrize(("day", "kinds"), [("2024-04-25", ["contradiction"]), ("2024-04-29", [])])
def test_one_happening_may_be_given_two_days(day: str, kinds: list[str]) -> None:
    """Who left office left it once: a day beside it is a quarrel, a week later another matter."""
    r1, s1, m1 = resigned("de", "2024-04-24")
    r2, s2, m2 = resigned("es", day)
    docket = make_docket([r1, r2], [s1, s2], [make_entity(m1, m2)])
    vectors = Meanings({s1.id: unit(0), s2.id: unit(0.3)}, {})
    findings = align(docket, compare(docket, vectors, NOTHING), NOTHING)
    assert [d.type for d in findings.discrepancies] == kinds and len(findings.claims) == 2 - len(kinds)


def test_the_dead_of_another_year_are_another_matter() -> None:
    """A count that says that it is of years ago has nothing to do with one of now."""
    r1, s1 = toll("de", "12 Menschen", 12, "2024-03-01")
    r2, s2 = toll("nl", "19 mensen", 19, "2024-03-05")
    years_ago = replace(s2, times=(make_time(r2, "Now", "2019", "2019", precision="year"),))
    docket = make_docket([r1, r2], [s1, years_ago])
    vectors = Meanings({s1.id: unit(0), s2.id: unit(0.9)}, {})
    assert len(align(docket, compare(docket, vectors, NOTHING), NOTHING).claims) == 2


def test_sentences_of_unknown_type_that_tell_one_thing_are_one_and_say_why() -> None:
    """What no type tells is found by what the sentences share, and the judgement names that."""
    told = {"en": "Volunteers planted ninety young cedars here", "nl": "Helpers plantten hier negentig jonge ceders"}
    reports = [make_report(f"{text}.", language=language, origin=language) for language, text in told.items()]
    aside = make_report("Schools open on Monday.", language="en", origin="aside")
    verbs = zip([*reports, aside], ("planted", "plantten", "open"), strict=True)
    one, other, else_ = (make_statement(report, "OTHER", verb) for report, verb in verbs)
    docket = make_docket([*reports, aside], [one, other, else_], [])
    words = [
        ("volunteers", "helpers"),
        ("planted", "plantten"),
        ("ninety", "negentig"),
        ("young", "jonge"),
        ("cedars", "ceders"),
    ]
    known = {word: unit(n * 1.2) for n, alike in enumerate(words) for word in alike}
    meanings = Meanings({one.id: unit(0), other.id: unit(0.8), else_.id: unit(3)}, known)
    (judgement,) = compare(docket, meanings, NOTHING)
    assert judgement.verdict == "same"
    assert "likely tell one thing" in judgement.reason
    assert len(align(docket, [judgement], NOTHING).claims) == 2
    far = Meanings({one.id: unit(0), other.id: unit(1.5), else_.id: unit(3)}, {})
    assert all(judgement.verdict != "same" for judgement in compare(docket, far, NOTHING))


def test_another_harm_and_other_days_speak_against_sentences_that_are_near() -> None:
    """The dead of an attack and the families moved away after it are near to each other, and two things."""
    r1, dead = toll("de", "12 Menschen", 12, "2024-03-01")
    r2, gone = toll("nl", "19 mensen", 19, "2024-03-01")
    moved = replace(gone, subtype="displaced", figures=tuple(replace(f, measure="displaced") for f in gone.figures))
    witnesses = [Witness(s, r, {}) for r, s in ((r1, dead), (r2, gone), (r2, moved))]
    alike, apart = (akin(witnesses[0], other, 0.9, 0.0, 6) for other in witnesses[1:])
    assert alike > 1.5 * apart
    assert akin(*witnesses[:2], 0.9, 0.0, 6) > akin(*witnesses[:2], 0.4, 0.0, 6)
    assert akin(*witnesses[:2], 0.9, 0.0, 6) > akin(*witnesses[:2], 0.9, 0.0, 12)


def test_what_times_part_does_not_meet_by_way_of_an_undated_third() -> None:
    """A headline without a date fits two entries; it joins one, and the two stay apart."""
    r1, s1, f1 = entry("de", "610 Soldaten", 610)
    r2, s2, f2 = entry("nl", "610 soldaten", 610, month="2025-01")
    r3, s3, f3 = entry("en", "610 soldiers", 610)
    undated = replace(s3, times=())
    docket = make_docket([r1, r2, r3], [s1, s2, undated], [make_entity(f1, f2, f3)])
    claims = align(docket, compare(docket, SLOTS, NOTHING), NOTHING).claims
    assert not any({s1.id, s2.id} <= set(claim.statements) for claim in claims)
    assert len(claims) == 2


def test_which_of_two_statements_is_asked_first_changes_nothing() -> None:
    """A toll beside an attack of another day is weighed alike from either side."""
    report, one = toll("de", "12 Menschen", 12, "2024-03-01")
    attack = make_report("They shot nine in May [nl].", language="nl", origin="nl")
    time = make_time(attack, "in May", "2024-05", "2024-05", precision="month")
    dated = replace(one, times=(make_time(report, "Now", "2024-03-01", "2024-03-01"),))
    a = Witness(dated, report, {})
    b = Witness(make_statement(attack, "ATTACK", "shot", times=[time]), attack, {})
    assert sum(item.weight for item in weigh(a, b)) == sum(item.weight for item in weigh(b, a))


def poll(language: str, said: str, measure: str, share: float):
    """Return a report of a poll and its statement; the sentence is the same in both but for the figure."""
    text = f"A poll says that {said} [{language}]."
    report = make_report(text, language=language, published="2024-03-05", origin=language)
    figure = make_figure(report, said, measure, share, share)
    return report, make_statement(report, "VOTE", "poll", figures=[figure], subtype="poll")


@pytest.mark.parametrize(
    ("measure", "share", "apart"), [("approval", 19, False), ("share", 74, True), ("share", 19, False)]
)
def test_a_poll_of_who_approves_is_not_one_of_another_question(measure: str, share: float, apart: bool) -> None:
    """Two polls with no measure and no figure in common asked two things; one figure under two measures may be one."""
    r1, s1 = poll("de", "19 percent approve", "approval", 19)
    r2, s2 = poll("nl", f"{share} percent", measure, share)
    one, other = (Witness(statement, report, {}) for report, statement in ((r1, s1), (r2, s2)))
    assert asked_apart(one, other) is apart
