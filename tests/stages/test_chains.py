"""Lifecycles: stages tied by something specific, windows and instruments kept apart, gaps named."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stages.lifecycle import laid_out, resting_on, told
from tests.table import make_entity, make_figure, make_mention, make_statement, make_time

from careo.model.derived import Chain
from careo.model.seen import Report, Statement
from careo.stages.chains import chains

Told = tuple[Report, Statement]


def allowed(count: int, first: str, last: str, **more: object) -> Told:
    """Return a report that so many soldiers may come for a time."""
    report = told(f"Congress let in {count} soldiers from {first} to {last}.")
    time = make_time(report, f"{first} to {last}", first, last, role="validity")
    figure = make_figure(report, f"{count} soldiers", "troops", count, count)
    fields = {"subtype": "authorised", "modality": "authorised", "figures": [figure], "times": [time]} | more
    return report, make_statement(report, "LAW", "let in", **fields)


def came(count: int, day: str, published: str = "2031-12-31", **more: object) -> Told:
    """Return a report that so many came on a day."""
    report = told(f"{count} soldiers landed on {day}.", published=published)
    figure = make_figure(report, f"{count} soldiers", "troops", count, count)
    fields = {"subtype": "entry", "figures": [figure], "times": [make_time(report, day, day, day)]} | more
    return report, make_statement(report, "DEPLOY", "landed", **fields)


def stages(found: tuple[Chain, ...]) -> list[tuple[list[str], tuple[str, ...]]]:
    return sorted(([link.stage for link in chain.links], chain.gaps) for chain in found)


TRAINING, SUMMIT = allowed(55, "2031-01-01", "2031-12-31"), allowed(600, "2030-11-01", "2030-11-20")
LANDED = came(20, "2031-01-20")


def test_what_was_allowed_and_did_not_come_has_a_gap() -> None:
    """An entry that no report says took place stands alone, with the gap named."""
    assert stages(chains(*laid_out([SUMMIT]))) == [(["authorised"], ("arrived",))]


def test_an_arrival_inside_a_window_is_tied_to_it_and_to_no_other() -> None:
    """Two entries with windows of their own are two chains."""
    found = chains(*laid_out([TRAINING, SUMMIT, LANDED]))
    assert stages(found) == [(["authorised"], ("arrived",)), (["authorised", "arrived"], ())]
    (link,) = [link for chain in found for link in chain.links if link.stage == "arrived"]
    assert "2031-01-20 lies inside 2031-01-01 to 2031-12-31" in link.reason


def test_an_arrival_that_fits_two_entries_is_tied_to_neither() -> None:
    """Where time and count leave open which entry it was, nothing is guessed."""
    other = allowed(90, "2031-01-10", "2031-02-28")
    assert stages(chains(*laid_out([TRAINING, other, LANDED]))) == [(["authorised"], ("arrived",))] * 2


@pytest.mark.parametrize("landing", [came(20, "2030-12-20"), came(56, "2031-03-01")])
def test_what_lies_outside_or_is_too_many_is_not_tied(landing: Told) -> None:
    """Who came before they might, or in greater number, came under something else."""
    assert stages(chains(*laid_out([TRAINING, landing]))) == [(["authorised"], ("arrived",))]


def test_another_instrument_is_another_chain() -> None:
    """Equal counts do not tie what rests on two resolutions; one resolution ties what differs in its count."""
    one, two = (report_statement(allowed(55, "2031-01-01", "2031-12-31", source=n), n) for n in ("31", "32"))
    assert len(chains(*laid_out([one, two]))) == 2
    other = report_statement(allowed(1500, "2031-01-01", "2031-12-31"), "3.1")
    (chain,) = chains(*laid_out([one, other]))
    assert {link.reason for link in chain.links} == {"both rest on resolution 31"}


def report_statement(pair: Told, number: str) -> Told:
    """Return the pair resting on a numbered resolution; reports of equal words are told apart by their outlet."""
    report = told(f"{pair[0].text} [{number}]")
    start = report.text.index("let in")
    moved = replace(pair[1], id=f"{pair[1].id}{number}", report=report.id, start=0, end=start + 6)
    return report, resting_on(moved, number)


def test_one_claim_is_not_both_that_they_may_and_that_they_did() -> None:
    """That they had let 55 in, beside that they allowed 55 in, is no arrival."""
    let_in = came(55, "2031-01-02")
    found = chains(*laid_out([TRAINING, (let_in[0], replace(let_in[1], modality="occurred"))], groups=[[0, 1]]))
    assert stages(found) == [(["authorised"], ("arrived",))]


def test_what_is_dated_after_its_report_has_not_happened() -> None:
    """A landing on 20 January in a report of 3 January is announced."""
    found = chains(*laid_out([TRAINING, came(20, "2031-01-20", published="2031-01-03")]))
    assert stages(found) == [(["authorised", "announced"], ("arrived",))]


def case(name: str, *told_: tuple[str, str, str, str]) -> tuple[list[Told], list[object]]:
    """Return reports that something was done to a person, and the person."""
    pairs, mentions = [], []
    for type_, subtype, verb, role in told_:
        report = told(f"{name} was {verb} in Ostmar.")
        mentions.append(make_mention(report, name))
        pairs.append(
            (report, make_statement(report, type_, verb, subtype=subtype, actors=[(role, mentions[-1], None)]))
        )
    return pairs, [make_entity(*mentions)]


ARRESTED = ("DETAIN", "arrest", "arrested", "detained")
CONVICTED = ("COURT", "convict", "convicted", "defendant")


def test_a_case_follows_one_person_and_what_a_sentence_implies_is_no_gap() -> None:
    """Whoever was convicted was charged and tried; of one who was arrested and charged no trial is reported."""
    pairs, people = case("Ada Brink", ARRESTED, CONVICTED)
    (chain,) = chains(*laid_out(pairs, entities=people))
    assert (chain.type, chain.about, chain.gaps) == ("case", "Ada Brink", ())
    assert [link.stage for link in chain.links] == ["detained", "sentenced"]
    pairs, people = case("Ada Brink", ARRESTED, ("COURT", "charge", "charged", "defendant"))
    assert [chain.gaps for chain in chains(*laid_out(pairs, entities=people))] == [("tried",)]


def test_one_time_is_not_that_of_two_stages() -> None:
    """Convicted in May of a killing: which of the two was in May is not said."""
    report = told("In May 2031 Ada Brink was convicted of the killing.", published="2032-01-01")
    accused, time = make_mention(report, "Ada Brink"), make_time(report, "May 2031", "2031-05", "2031-05")
    killed = make_statement(report, "ATTACK", "killing", subtype="kill", times=[time])
    convicted = make_statement(
        report, "COURT", "convicted", subtype="convict", actors=[("defendant", accused, None)], times=[time]
    )
    (chain,) = chains(*laid_out([(report, killed), (report, convicted)], entities=[make_entity(accused)]))
    assert [(link.stage, link.first) for link in chain.links] == [("killed", None), ("sentenced", None)]


def office(name: str, *told_: tuple[str, str, str, str | None]) -> tuple[list[Told], list[object]]:
    """Return one report that says things of an office holder: subtype, verb, day, office."""
    report = told("; ".join(f"{name} {verb} on {day}" for _, verb, day, _ in told_), published="2032-01-01")
    holder = make_mention(report, name)
    pairs = [
        (
            report,
            make_statement(
                report, "OFFICE", verb, subtype=subtype, actors=[("holder", holder, held)],
                times=[make_time(report, day, day, day)],
            ),
        )
        for subtype, verb, day, held in told_
    ]  # fmt: skip
    return pairs, [make_entity(holder)]


@pytest.mark.parametrize(
    ("left", "held", "expected"),
    [("2031-06-01", "mayor", 1), ("2031-01-02", "mayor", 0), ("2031-06-01", "minister:defence", 0)],
)
def test_a_term_of_office_is_one_office_in_its_order(left: str, held: str, expected: int) -> None:
    """Who left before being appointed, or left another office, has no chain of the two."""
    pairs, people = office("Ada Brink", ("appoint", "came", "2031-03-01", "mayor"), ("remove", "left", left, held))
    found = chains(*laid_out(pairs, entities=people))
    assert [(chain.type, chain.gaps) for chain in found] == [("office", ())] * expected


def test_two_people_are_two_cases_and_a_surname_alone_is_nobody() -> None:
    """One was arrested, another convicted: no chain. A surname may be another's."""
    one, two = case("Ada Brink", ARRESTED), case("Uwe Brink", CONVICTED)
    assert chains(*laid_out([*one[0], *two[0]], entities=[*one[1], *two[1]])) == ()
    pairs, people = case("Brink", ARRESTED, CONVICTED)
    assert chains(*laid_out(pairs, entities=people)) == ()


def test_a_demanded_inquiry_is_no_stage() -> None:
    """Whoever calls for an inquiry into a death does not tell that there is one."""
    report = told("The party demanded an inquiry after police killed Ada Brink.")
    victim = make_mention(report, "Ada Brink")
    killed = make_statement(report, "ATTACK", "killed", subtype="kill", actors=[("victim", victim, None)])
    probe = make_statement(report, "PROBE", "inquiry", subtype="inquiry", modality="ongoing")
    assert chains(*laid_out([(report, killed), (report, probe)], entities=[make_entity(victim)])) == ()


def test_a_denied_killing_is_a_stage_of_its_claim() -> None:
    """Killed, then denied: who affirms and who denies stand in one chain, and no inquiry is reported."""
    one = told("Police killed 12 people.")
    two = told("Police denied they killed 12 people.")
    pairs = [
        (one, make_statement(one, "ATTACK", "killed", subtype="kill")),
        (two, make_statement(two, "ATTACK", "killed", subtype="kill", polarity="denied")),
    ]
    (chain,) = chains(*laid_out(pairs, groups=[[0, 1]]))
    assert ([link.stage for link in chain.links], chain.gaps) == (["killed", "denied"], ("investigated",))


@given(st.permutations([TRAINING, SUMMIT, LANDED, came(31, "2030-11-05")]))
def test_the_order_of_arrival_changes_nothing(told_: list[Told]) -> None:
    """The same reports in any order give the same chains."""
    assert chains(*laid_out(told_)) == chains(*laid_out([TRAINING, SUMMIT, LANDED, came(31, "2030-11-05")]))
