"""What a desk holds, laid ready for the stages: the records of a story, its findings, the decisions that hold."""

from collections.abc import Iterator
from functools import partial
from typing import TypeVar, cast

from careo.model.codec import Record
from careo.model.decided import Decision, Standing, Subject
from careo.model.inferred import (
    Claim,
    Derivation,
    Discrepancy,
    Docket,
    Entity,
    Findings,
    Judgement,
    Story,
    Version,
)
from careo.model.seen import Capture, Mention, Report, Statement
from careo.stages.deciding.corrected import corrected
from careo.stages.deciding.settle import Settled, settle
from careo.stages.resolve import NAMED, Named
from careo.store.base import View
from careo.text.names.offices import is_definite

Kind = TypeVar("Kind", bound=Record)


def records(view: View, class_: type[Kind]) -> Iterator[Kind]:
    """Yield every record of one class, sorted by id (decisions in the order they were made)."""
    return cast(Iterator[Kind], view.records(class_.__name__.lower()))


def named_of(view: View, report: Report) -> Named:
    """Return the names of a report, and the role nouns that speak of somebody the report tells of.

    Those are the nouns beside a name, and "the ambassador".
    """
    mentions = cast(list[Mention], list(view.of_report("mention", report.id)))
    roles = (m for m in mentions if m.type == "role" and (m.of or is_definite(report.text, report.language, m.start)))
    return Named(report.id, report.language, (*(m for m in mentions if m.type in NAMED), *roles))


def docket_of(view: View, story: Story, settled: Settled) -> Docket:
    """Lay one story's records ready, a person's corrections laid over the statements."""
    reports = tuple(cast(Report, view.get(id_)) for id_ in story.reports)
    named = {e.id: cast(Entity, e) for report in reports for e in view.of_report("entity", report.id)}
    return Docket(
        story=story,
        reports=reports,
        captures=tuple(cast(Capture, view.get(id_)) for id_ in sorted({r.capture for r in reports})),
        mentions=tuple(m for r in reports for m in _told(view, r.id)),
        statements=corrected(
            (cast(Statement, s) for r in reports for s in view.of_report("statement", r.id)), settled.corrections
        ),
        entities=tuple(named[id_] for id_ in sorted(named)),
        derivations=tuple(cast(Derivation, d) for d in view.of_story("derivation", story.id)),
        versions=tuple(cast(Version, v) for v in view.of_story("version", story.id)),
    )


def findings_of(view: View, story: str) -> Findings:
    """Return what comparing one story brought."""
    return Findings(
        tuple(cast(Judgement, j) for j in view.of_story("judgement", story)),
        tuple(cast(Claim, c) for c in view.of_story("claim", story)),
        tuple(cast(Discrepancy, d) for d in view.of_story("discrepancy", story)),
    )


def settled_of(view: View) -> Settled:
    """Return which decisions hold in this desk."""
    return settle(list(records(view, Decision)), partial(_present, view))


def overruled(view: View, settled: Settled) -> list[str]:
    """Return the ids of decisions that hold and cannot be followed: a later or a dividing word stands against them."""
    claims = {id_: claim.id for claim in records(view, Claim) for id_ in claim.statements}
    stories = {id_: story.id for story in records(view, Story) for id_ in story.reports}
    homes = {"statement": claims, "report": stories}
    return sorted(
        decision.id
        for decision, ids in settled.held
        if decision.type == "same" and len({homes[decision.about].get(id_) for id_ in ids}) > 1
    )


def standings(view: View) -> Iterator[tuple[Decision, Standing]]:
    """Yield every decision ever made, in that order, and what became of it."""
    settled = settled_of(view)
    held, against = {decision.id for decision, _ in settled.held}, set(overruled(view, settled))
    states = dict(settled.states)
    for decision in records(view, Decision):
        id_ = decision.id
        if id_ in settled.withdrawn:
            yield decision, "withdrawn"
        elif states[id_] == "orphaned":
            yield decision, "orphaned"
        elif id_ in against:
            yield decision, "overruled"
        else:
            yield decision, "in force" if id_ in held or decision.type == "withdraw" else "superseded"


def _present(view: View, subject: Subject) -> str | None:
    """Find a decision's subject by id, else by the identical quotation at the identical place in the same report."""
    report = view.get(subject.report)
    if not isinstance(report, Report) or report.text[subject.start : subject.end] != subject.quote:
        return None
    if view.get(subject.id) is not None:
        return subject.id
    place = subject.start, subject.end
    for mention in view.of_report("mention", report.id):
        if subject.id.startswith("mention") and (mention.start, mention.end) == place:  # type: ignore[union-attr]
            return mention.id
    for statement in view.of_report("statement", report.id):
        trigger = cast(Statement, statement).trigger
        if subject.id.startswith("statement") and (trigger.start, trigger.end) == place:
            return statement.id
    return None


def _told(view: View, report: str) -> Iterator[Mention]:
    """Yield the names, figures and dates of a report."""
    kept = {*NAMED, "figure", "date"}
    return (m for m in cast(Iterator[Mention], view.of_report("mention", report)) if m.type in kept)
