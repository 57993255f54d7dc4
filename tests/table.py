"""A story's records from short words, for tests of what stands on statements."""

from collections.abc import Sequence

from careo.model.decided import Decision, DecisionType, Subject
from careo.model.ids import decision_id, group_id, mention_id, sha256, statement_id
from careo.model.inferred import Docket, Entity, Name, Story
from careo.model.seen import Actor, Figure, Mention, Report, Setting, Source, Statement, Time, Trigger
from tests.make import make_report


def make_mention(report: Report, word: str, type_: str = "person", value: object = None) -> Mention:
    """Return the mention of the first occurrence of a word."""
    start = report.text.index(word)
    id_ = mention_id(report.id, report.text_sha256, start, start + len(word), type_)
    return Mention(id_, report.id, start, start + len(word), type_, word, value, None)  # type: ignore[arg-type]


def make_figure(
    report: Report, verbatim: str, measure: str, low: float | None, high: float | None, **more: str
) -> Figure:
    """Return a figure of persons at the first occurrence of its words."""
    start = report.text.index(verbatim)
    comparator = more.get("comparator", "=")
    return Figure(
        measure, low, high, comparator, more.get("vague"), "person", more.get("group"), None, None,
        verbatim, start, start + len(verbatim),
    )  # type: ignore[arg-type]  # fmt: skip


def make_time(report: Report, verbatim: str, first: str | None, last: str | None, **more: str) -> Time:
    """Return a time at the first occurrence of its words."""
    start = report.text.index(verbatim)
    role, precision = more.get("role", "event"), more.get("precision", "day")
    return Time(role, verbatim, start, start + len(verbatim), first, last, precision, None, "test")  # type: ignore[arg-type]


def make_statement(report: Report, type_: str, trigger: str, **slots: object) -> Statement:
    """Return a statement whose sentence is the whole report; `actors` are (role, mention, office)."""
    start = report.text.index(trigger)
    end = start + len(trigger)
    actors = tuple(
        Actor(role, m.id, m.verbatim, m.start, m.end, office)
        for role, m, office in slots.get("actors", ())  # type: ignore[attr-defined]
    )
    places = tuple(
        Setting("event", m.id, m.verbatim, m.start, m.end)
        for m in slots.get("places", ())  # type: ignore[attr-defined]
    )
    who = slots.get("source")
    chain = (Source(str(who), "other", None, "neutral", 0, 1),) if who else ()
    return Statement(
        id=statement_id(report.id, report.text_sha256, start, end, type_),
        report=report.id, start=0, end=len(report.text), type=type_, subtype=slots.get("subtype"),
        trigger=Trigger(trigger, start, end), polarity=slots.get("polarity", "affirmed"), denied_by=None,
        modality=slots.get("modality", "occurred"), actors=actors, places=places,
        times=tuple(slots.get("times", ())), figures=tuple(slots.get("figures", ())), instruments=(),
        equipment=(), content=(), attribution=chain, rule="test",
    )  # type: ignore[arg-type]  # fmt: skip


def make_entity(*mentions: Mention, name: str | None = None) -> Entity:
    """Return the entity of some mentions."""
    ids = [mention.id for mention in mentions]
    named = name or mentions[0].verbatim
    return Entity(
        group_id("entity", ids), mentions[0].type, named, (Name(named, "en", len(ids)),),
        tuple(sorted(ids)), (), "test",
    )  # fmt: skip


def make_docket(reports: Sequence[Report], statements: Sequence[Statement], entities: Sequence[Entity] = ()) -> Docket:
    """Return the docket of one story."""
    ids = tuple(report.id for report in reports)
    story = Story(group_id("story", ids), "a matter", ids, None, None, ())
    return Docket(story, tuple(reports), (), (), tuple(statements), tuple(entities), ())


def make_decision(type_: DecisionType, about: str, subjects: Sequence[tuple[str, str]], **more: str) -> Decision:
    """Return a decision about (id, report) subjects."""
    listed = tuple(Subject(id_, report, 0, 0, "") for id_, report in subjects)
    said = (more.get("reason", "I read both"), "Nora", more.get("at", "2025-02-01T10:00:00+00:00"))
    draft = Decision("", type_, about, listed, None, None, *said, more.get("withdraws"))  # type: ignore[arg-type]
    return Decision(decision_id(draft), type_, about, listed, None, None, *said, more.get("withdraws"))  # type: ignore[arg-type]


def meeting(
    language: str, minister: str, office: str = "minister:defence", **slots: object
) -> tuple[Report, Statement, tuple[Mention, Mention]]:
    """Return a report in which Ivy Stone meets a minister, its statement and the two mentions."""
    text = f"Ivy Stone met {minister} in Arlen [{language}]."
    report = make_report(text, language=language, origin=f"{sha256(text)[:6]}.txt")
    stone, other = make_mention(report, "Ivy Stone"), make_mention(report, minister)
    actors = (("participant", stone, "ambassador"), ("participant", other, office))
    return report, make_statement(report, "MEET", "met", actors=actors, **slots), (stone, other)
