"""A person's word on a real desk: it beats the program, is shown, and survives every rebuild."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careo import Desk, Engines, NotFound, UsageError
from careo.engines.gazetteer import FileGazetteer
from careo.engines.plain import PlainTagger
from careo.engines.sentences import SentenceEncoder
from careo.ledger.decisions import named
from careo.model.codec import decode, encode
from careo.model.seen import Report, Statement

TEXTS = {
    "a.txt": "Ferry sinks off Marlund\n\n3 June 2022\n\nA ferry sank off Marlund on 2 June 2022, killing 31 people, "
    "the coast guard said. Harbour minister Tomas Weld met the captain Ivo Brandt in Sorvik on 3 June 2022.\n",
    "b.txt": "Ferry accident near Marlund\n\n4 June 2022\n\nThe ferry sank off Marlund on 2 June 2022, killing 35 "
    "people, the police said. Harbour minister Tomas Weld met the captain Ivo Brandt in Sorvik on 3 June 2022.\n",
    "c.txt": "Veerboot zinkt bij Marlund\n\n5 juni 2022\n\nDe veerboot zonk op 2 juni 2022 bij Marlund, waarbij 35 "
    "mensen om het leven kwamen, zei de politie. Minister Tomas Weld ontmoette kapitein Ivo Brandt op 3 juni 2022 in "
    "Sorvik.\n",
    "d.txt": "Ferry toll rises\n\n6 June 2022\n\nThe ferry sank off Marlund on 2 June 2022, killing 40 people, the "
    "mayor said. Tomas Weld met the captain Ivo Brandt in Sorvik on 3 June 2022.\n",
}
FAR = "Talks in Quillan\n\n9 May 2019\n\nThe mayor Orla Fenn met the banker Piet Haan in Quillan on 8 May 2019."
ENGINES = Engines(PlainTagger(), SentenceEncoder(), FileGazetteer(None))
SAID = {"reason": "I read it", "by": "Nora", "at": "2025-02-01T10:00:00+01:00"}
INFERRED = (
    "done",
    "judgements",
    "claims",
    "discrepancies",
    "derivations",
    "versions",
    "members",
    "entities",
    "stories",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts as files."""
    path = tmp_path_factory.mktemp("ferry")
    for name, text in TEXTS.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def build(folder: Path, tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """A desk of the texts with these letters, built one by one in this order."""
    desks: list[Desk] = []

    def _build(letters: str) -> Desk:
        desks.append(Desk(tmp_path / f"{len(desks)}.db", engines=ENGINES))
        return grown(desks[-1], folder, letters)

    yield _build
    for desk in desks:
        desk.close()


def grown(desk: Desk, folder: Path, letters: str) -> Desk:
    for letter in letters:
        desk.build([str(folder / f"{letter}.txt")])
    return desk


def statement(desk: Desk, letter: str, type_: str = "TOLL") -> Statement:
    """Return what one text says, as it was read."""
    start = TEXTS[f"{letter}.txt"][:20]
    rows = [json.loads(line) for line in desk.export()]
    (report,) = (row["id"] for row in rows if row["kind"] == "report" and row["text"].startswith(start))
    (id_,) = (r["id"] for r in rows if r["kind"] == "statement" and r["report"] == report and r["type"] == type_)
    return desk.record(Statement, id_)


def values(desk: Desk, slot: str, type_: str = "TOLL") -> set[str]:
    return {v.value for c in desk.claims() if c.type == type_ for s in c.slots if s.slot == slot for v in s.values}


def rebuilt(desk: Desk, folder: Path) -> list[str]:
    """Throw all that is inferred away, build again and return the export."""
    for table in INFERRED:
        desk._store._db.execute(f"DELETE FROM {table}")
    grown(desk, folder, "a")
    return list(desk.export())


def together(desk: Desk, one: str, other: str) -> bool:
    return any({one, other} <= set(claim.statements) for claim in desk.claims())


# --- correcting a slot


def test_a_correction_is_laid_over_and_what_was_read_stays(build: Callable[[str], Desk], folder: Path) -> None:
    """The claim has the person's value, the record the program's; a rebuild keeps it and `withdraw` takes it back."""
    desk = build("ab")
    toll, before = statement(desk, "a"), list(desk.export())
    decision = desk.correct(toll.id, "figure:killed", "35", **SAID)
    assert values(desk, "figure:killed") == {"35"}
    assert not [one for one in desk.discrepancies() if one.slot == "figure:killed"]
    assert desk.get(toll.id) == desk.record(Statement, toll.id) == toll
    with pytest.raises(NotFound, match="is not a report"):
        desk.record(Report, toll.id)
    assert rebuilt(desk, folder) == list(desk.export())
    assert values(desk, "figure:killed") == {"35"}
    desk.decide("withdraw", [decision.id], **SAID)
    assert [line for line in desk.export() if '"kind":"decision"' not in line] == before


def test_whatever_is_shown_of_a_correction_names_it(build: Callable[[str], Desk]) -> None:
    """Claim, discrepancy, page and export say which decision gave a value, and the page who and why."""
    desk = build("ab")
    decision = desk.correct(statement(desk, "a").id, "figure:killed", "more than 36", **SAID)
    (toll,) = (claim for claim in desk.claims() if claim.type == "TOLL")
    by_value = {v.value: v.corrected for s in toll.slots if s.slot == "figure:killed" for v in s.values}
    assert by_value == {">36": (decision.id,), "35": ()}
    (difference,) = (one for one in desk.discrepancies() if one.slot == "figure:killed")
    assert {v.value: v.corrected for v in difference.values} == by_value
    page = desk.page(desk.stories()[0].id)
    assert all(word in page for word in (decision.id, "Corrected by a person", "Nora", "I read it", "31 people"))
    rows = [json.loads(line) for line in desk.export()]
    marked = {row["id"]: row["corrected"] for row in rows if row["kind"] == "statement" and row["corrected"]}
    assert marked == {statement(desk, "a").id: [decision.id]}
    assert desk.verify() == ()


@pytest.mark.parametrize(
    ("slot", "value", "words", "type_", "wanted"),
    [
        ("figure:killed", "almost 40", None, "TOLL", {"<40", "35"}),
        ("figure:killed", "unknown", None, "TOLL", {"35"}),
        ("figure:injured", "31", "31 people", "TOLL", {"31"}),
        ("time", "1 June 2022", None, "MEET", {"2022-06-01", "2022-06-03"}),
        ("time", "2022-05/2022-06", None, "MEET", {"2022-05/2022-06", "2022-06-03"}),
        ("place", "Marlund", None, "MEET", {"Marlund", "Sorvik"}),
        ("attribution", "ferry", None, "TOLL", {"ferry", "police"}),
        ("polarity", "negated", None, "TOLL", {"negated"}),
    ],
)
def test_each_slot_can_be_corrected(
    build: Callable[[str], Desk], slot: str, value: str, words: str | None, type_: str, wanted: set[str]
) -> None:
    """Figures, times, places, sources and polarity take a person's value, or lose the program's."""
    desk = build("ab")
    desk.correct(statement(desk, "a", type_).id, slot, value, words=words, **SAID)
    assert values(desk, slot, type_) == wanted
    assert desk.verify() == ()
    assert desk.page(desk.stories()[0].id)


def test_an_actor_a_role_and_a_measure_can_be_corrected(build: Callable[[str], Desk]) -> None:
    """A name comes from the report's own words; a role or measure moves the slot and keeps its words."""
    desk = build("a")
    toll, meeting = statement(desk, "a"), statement(desk, "a", "MEET")
    desk.correct(toll.id, "actor:perpetrator", "Ivo Brandt", **SAID)
    assert values(desk, "actor:perpetrator") == {"Ivo Brandt"}
    desk.correct(meeting.id, "role", "accused", words="Ivo Brandt", **SAID)
    assert values(desk, "actor:accused", "MEET") == {"Ivo Brandt"}
    desk.correct(toll.id, "measure", "injured", words="31 people", **SAID)
    assert values(desk, "figure:injured") == {"31"}
    assert not values(desk, "figure:killed")


def test_of_two_corrections_of_one_slot_the_later_holds(build: Callable[[str], Desk]) -> None:
    """A person may change their mind; taking the later word back brings the earlier."""
    desk = build("a")
    toll = statement(desk, "a").id
    first = desk.correct(toll, "figure:killed", "12", **SAID)
    later = desk.correct(toll, "figure:killed", "13", **SAID)
    assert (values(desk, "figure:killed"), desk.decisions(toll)) == ({"13"}, (later,))
    desk.decide("withdraw", [later.id], **SAID)
    assert (values(desk, "figure:killed"), desk.decisions(toll)) == ({"12"}, (first,))


@pytest.mark.parametrize(
    ("slot", "value", "words", "told"),
    [
        ("figure:killed", "1.500", None, "write 1500"),
        ("figure:killed", "plenty", None, "no figure"),
        ("figure:killed", "12 wounded", None, "counts injured"),
        ("figure:killed", "50..20", None, "lesser number first"),
        ("figure:killed", "", None, "1 to 200 characters"),
        ("figure:killed", "12", "32 people", "does not say"),
        ("figure:troops", "12", None, "--at WORDS"),
        ("figure:troops", "unknown", None, "figure:killed “31 people”"),
        ("figure:dead", "12", None, "a slot is"),
        ("colour", "red", None, "a slot is"),
        ("time", "2022-02-30", None, "no date of the calendar"),
        ("time", "2022-06/2022-05", None, "earlier day first"),
        ("time", "soon", None, "no date"),
        ("place", "Atlantis", None, "a place is one of .*Sorvik"),
        ("attribution", "the pope", None, "the report does not say"),
        ("polarity", "maybe", None, "affirmed, negated, denied"),
        ("role", "victim", "31 people", "no such role"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(
    build: Callable[[str], Desk], slot: str, value: str, words: str | None, told: str
) -> None:
    """The message names what was given and how to mend it, and nothing is kept."""
    desk = build("a")
    with pytest.raises(UsageError, match=told):
        desk.correct(statement(desk, "a").id, slot, value, words=words, **SAID)
    assert desk.decisions() == ()


def test_only_a_statement_of_the_desk_is_corrected_and_with_a_reason(build: Callable[[str], Desk]) -> None:
    """Another record, an unknown id and an empty reason are refused."""
    desk = build("a")
    toll = statement(desk, "a")
    with pytest.raises(UsageError, match="takes a statement"):
        desk.correct(toll.report, "figure:killed", "12", **SAID)
    with pytest.raises(NotFound):
        desk.correct("statement-none", "figure:killed", "12", **SAID)
    with pytest.raises(UsageError, match="reason"):
        desk.correct(toll.id, "figure:killed", "12", **SAID | {"reason": " "})


def test_a_correction_follows_its_words_to_a_statement_of_another_type(
    build: Callable[[str], Desk], folder: Path
) -> None:
    """Read anew as another type, the statement at the same words keeps the correction; without it it is orphaned."""
    desk = build("a")
    toll = statement(desk, "a")
    desk.correct(toll.id, "figure:killed", "12", **SAID)
    new = json.dumps(toll.id.replace("statement-", "statement-f"))
    for column in ("id", "body"):
        was, now = (toll.id, json.loads(new)) if column == "id" else (json.dumps(toll.id), new)
        desk._store._db.execute(f"UPDATE statements SET {column} = replace({column}, ?, ?)", (was, now))
    desk._store._db.execute("DELETE FROM done WHERE stage = 'compare'")
    grown(desk, folder, "a")
    assert values(desk, "figure:killed") == {"12"}
    desk._store._db.execute("DELETE FROM statements WHERE id = ?", (json.loads(new),))
    orphaned = dict(desk.doctor())["orphaned decisions"]
    assert orphaned.startswith("decision-")


# --- setting a difference aside


def test_a_discrepancy_set_aside_is_kept_and_no_longer_open(build: Callable[[str], Desk], folder: Path) -> None:
    """It leaves the list, is shown as set aside with who and why, and stays so after a rebuild."""
    desk = build("ab")
    (one,) = (d for d in desk.discrepancies() if d.slot == "figure:killed")
    decision = desk.decide("dismiss", [one.id], **SAID)
    assert one.id not in {d.id for d in desk.discrepancies()}
    assert {d.id: d.dismissed for d in desk.discrepancies(dismissed=True)}[one.id] == decision.id
    page = desk.page(desk.stories()[0].id)
    assert all(word in page for word in ("Set aside by a person", decision.id, "Nora"))
    assert rebuilt(desk, folder) == list(desk.export())
    desk.decide("withdraw", [decision.id], **SAID)
    assert one in desk.discrepancies()


def test_a_witness_of_a_known_value_changes_nothing_a_new_value_opens_it_again(
    build: Callable[[str], Desk], folder: Path
) -> None:
    """Set aside between 31 and 35, a third report with 35 leaves it so; one with 40 brings it back."""
    desk = build("ab")
    desk.decide("dismiss", [d.id for d in desk.discrepancies() if d.slot == "figure:killed"], **SAID)
    grown(desk, folder, "c")
    (kept,) = (d for d in desk.discrepancies(dismissed=True) if d.slot == "figure:killed")
    assert sum(len(value.statements) for value in kept.values) == 3
    assert kept.dismissed
    grown(desk, folder, "d")
    assert {v.value for d in desk.discrepancies() if d.slot == "figure:killed" for v in d.values} == {"31", "35", "40"}


# --- same and not the same


def test_not_the_same_is_not_bridged_by_a_third(build: Callable[[str], Desk]) -> None:
    """Two statements told apart share no claim, though a person calls both the same as a third."""
    desk = build("abc")
    one, third, other = (statement(desk, letter).id for letter in "abc")
    desk.decide("not_same", [one, other], **SAID)
    first = desk.decide("same", [one, third], **SAID)
    assert together(desk, one, third)
    desk.decide("same", [third, other], **SAID)
    assert not together(desk, one, other)
    assert together(desk, third, other), "the later word holds"
    assert dict(desk.doctor())["overruled decisions"] == first.id


def test_a_person_says_of_what_kind_a_difference_is(build: Callable[[str], Desk], folder: Path) -> None:
    """An update becomes a contradiction, after any rebuild and in another desk, until a new value comes."""
    desk = build("ab")
    (gap,) = (one for one in desk.discrepancies() if one.slot == "figure:killed")
    assert (gap.type, gap.corrected) == ("update", None)
    first = desk.correct(gap.id, "kind", "contradiction", **SAID)
    again = {**SAID, "at": "2025-02-02T10:00:00+01:00"}

    def now(one: Desk) -> list[tuple[str, str | None]]:
        return [(gap.type, gap.corrected) for gap in one.discrepancies() if gap.slot == "figure:killed"]

    assert now(desk) == [("contradiction", first.id)]
    assert first.id in {one.id for one in desk.dossier(desk.stories()[0].id).dismissals}
    assert f"{first.by}" in desk.page(desk.stories()[0].id)
    (adopted,) = (other := build("ba")).adopt(desk.export())
    assert (adopted, now(other)) == (first, [("contradiction", first.id)])
    assert desk.verify() == ()
    second = desk.correct(gap.id, "kind", "scope", **again)
    assert now(desk) == [("scope", second.id)]
    assert dict(desk.standings()) == {first: "superseded", second: "in force"}
    desk.decide("withdraw", [second.id], **{**again, "at": "2025-02-03T10:00:00+01:00"})
    assert now(desk) == [("contradiction", first.id)]
    grown(desk, folder, "d")
    assert all(corrected is None for _, corrected in now(desk))


@pytest.mark.parametrize(("slot", "value"), [("kind", "quarrel"), ("figure:killed", "12")])
def test_a_senseless_kind_is_refused(build: Callable[[str], Desk], slot: str, value: str) -> None:
    """A difference has one of the known kinds, and nothing else of it is corrected."""
    desk = build("ab")
    (gap,) = (one for one in desk.discrepancies() if one.slot == "figure:killed")
    with pytest.raises(UsageError):
        desk.correct(gap.id, slot, value, **SAID)
    assert desk.decisions() == ()


def test_decisions_may_come_before_their_reports(build: Callable[[str], Desk], folder: Path) -> None:
    """A ledger taken over by an empty desk is kept as orphaned, and holds when the reports come."""
    desk, empty = build("ab"), build("")
    toll = statement(desk, "a").id
    desk.correct(toll, "figure:killed", "12", **SAID)
    (decision,) = empty.adopt(desk.export())
    assert dict(empty.doctor())["orphaned decisions"] == decision.id
    grown(empty, folder, "ba")
    assert list(empty.export()) == list(desk.export())


def test_same_joins_statements_of_other_types(build: Callable[[str], Desk]) -> None:
    """A person's word joins what the program would never compare, and what was joined with either comes along."""
    desk = build("abc")
    toll, meeting = statement(desk, "a").id, statement(desk, "b", "MEET").id
    whole = {s for c in desk.claims() if {toll, meeting} & set(c.statements) for s in c.statements}
    desk.decide("same", [toll, meeting], **SAID)
    assert together(desk, toll, meeting)
    assert any({toll, meeting} < set(c.statements) <= whole for c in desk.claims())


def test_same_brings_two_stories_together(build: Callable[[str], Desk], tmp_path: Path) -> None:
    """Statements that are the same are of one story, unless a person told their reports apart."""
    desk = build("a")
    (tmp_path / "other.txt").write_text(FAR, encoding="utf-8")
    desk.build([str(tmp_path / "other.txt")])
    far = next(s for story in desk.stories() for s in desk.dossier(story.id).statements if "Orla Fenn" in str(s.actors))
    near = (
        statement(desk, "a", "MEET")
        if False
        else next(
            s for story in desk.stories() for s in desk.dossier(story.id).statements if "Ivo Brandt" in str(s.actors)
        )
    )
    desk.decide("not_same", [near.report, far.report], **SAID)
    apart = desk.decide("same", [near.id, far.id], **SAID)
    assert len(desk.stories()) == 2
    assert dict(desk.doctor())["overruled decisions"] == apart.id
    desk.decide("same", [near.report, far.report], **SAID)
    assert together(desk, near.id, far.id)


def test_a_withdrawal_can_be_withdrawn(build: Callable[[str], Desk]) -> None:
    """What was taken back by mistake holds again."""
    desk = build("ab")
    two = [statement(desk, letter).id for letter in "ab"]
    decision = desk.decide("not_same", two, **SAID)
    back = desk.decide("withdraw", [decision.id], **SAID)
    assert together(desk, *two)
    desk.decide("withdraw", [back.id], **SAID)
    assert not together(desk, *two)


# --- any decisions, in any order of arrival


def made_by(desk: Desk, words: list[tuple[str, int, int]]) -> None:
    """Make decisions about the desk's statements as the numbers tell; what does not fit is passed over."""
    story = desk.stories()[0].id
    ids = sorted(s.id for s in desk.dossier(story).statements)
    for n, (type_, i, j) in enumerate(words):
        said = SAID | {"reason": f"reason {n}"}
        one, other = ids[i % len(ids)], ids[j % len(ids)]
        try:
            if type_ == "correct":
                desk.correct(one, "figure:killed", str(30 + j), **said)
            elif type_ == "aside":
                differing = desk.discrepancies()
                desk.decide("dismiss", [differing[i % len(differing)].id] if differing else [], **said)
            elif type_ == "withdraw":
                held = desk.decisions()
                desk.decide("withdraw", [held[i % len(held)].id] if held else [], **said)
            else:
                desk.decide(type_, [one] if type_ == "dismiss" else [one, other], **said)  # type: ignore[arg-type]
        except UsageError:
            continue


WORDS = st.lists(
    st.tuples(
        st.sampled_from(["same", "same", "not_same", "dismiss", "correct", "aside", "withdraw"]),
        st.integers(0, 7),
        st.integers(0, 7),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=20, deadline=None)
@given(words=WORDS, order=st.permutations("abcd"))
def test_decisions_survive_every_rebuild_and_order(
    folder: Path, words: list[tuple[str, int, int]], order: list[str]
) -> None:
    """Decided early or late, reports in any order, rebuilt or not: one export; and what was decided holds in it."""
    with Desk(":memory:", engines=ENGINES) as early, Desk(":memory:", engines=ENGINES) as late:
        made_by(grown(early, folder, "abc"), words)
        decided = [line for line in early.export() if '"kind":"decision"' in line]
        grown(early, folder, "d")
        late.adopt(decided)
        grown(late, folder, "".join(order))
        assert list(late.export()) == list(early.export())
        assert rebuilt(late, folder) == list(early.export())
        assert early.verify() == ()
        _holds(early)


def _holds(desk: Desk) -> None:
    overruled = dict(desk.doctor())["overruled decisions"]
    in_claims = {id_ for claim in desk.claims() for id_ in claim.statements}
    for decision in desk.decisions():
        ids = [subject.id for subject in decision.subjects]
        if decision.type == "not_same":
            assert not together(desk, *ids)
        elif decision.type == "same" and decision.id not in overruled:
            assert together(desk, *ids)
        elif decision.type == "dismiss" and decision.about == "statement":
            assert not in_claims & set(ids)


def test_a_decision_touches_only_what_it_is_about(build: Callable[[str], Desk], tmp_path: Path) -> None:
    """A correction leaves the findings of another story, and who is who, as they were made."""
    desk = build("a")
    (tmp_path / "other.txt").write_text(FAR, encoding="utf-8")
    desk.build([str(tmp_path / "other.txt")])
    desk.decide("not_same", [report for story in desk.stories() for report in story.reports], **SAID)
    query = "SELECT stage, subject, made_by FROM done ORDER BY stage, subject"
    before = set(desk._store._db.execute(query))
    desk.correct(statement(desk, "a").id, "figure:killed", "12", **SAID)
    changed = sorted(row[0] for row in before - set(desk._store._db.execute(query)))
    assert changed == ["compare", "find"]  # one story, and the list of decisions that the findings follow


# --- a ledger from elsewhere


@pytest.mark.parametrize(
    "change",
    [
        {"slot": "colour"}, {"value": "many"}, {"subjects": []}, {"slot": "polarity", "value": "maybe"}, {"slot": None},
        {"about": "statement"}, {"type": "dismiss"}, {"type": "dismiss", "value": "{}"},
        {"slot": "place", "value": "Sorvik"}, {"slot": "time", "value": "2022-13"},
    ],
)  # fmt: skip
def test_a_decision_that_cannot_be_followed_is_not_taken_over(
    build: Callable[[str], Desk], change: dict[str, Any]
) -> None:
    """A correction without its parts, made by hand or by a newer careo, is refused and breaks no desk."""
    desk = build("a")
    decision = desk.correct(statement(desk, "a").id, "figure:killed", "12", **SAID)
    changed = encode(decision) | change
    forged = named(decode(changed))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="no decision that careo can follow"):
        desk.adopt([json.dumps(encode(forged))])
    assert len(desk.decisions()) == 1
