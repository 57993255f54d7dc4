"""Lay out what follows from the claims: lines of values and lifecycles."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from careo.model.derived import Chain, Link, Reliance, Step, Trajectory
from careo.render.pictures.chart import chart
from careo.render.quoting.index import Index
from careo.render.quoting.quote import quoted, tag
from careo.render.sections.views import ChainView, LinkView, StepView, TrajectoryView
from careo.render.wording import words
from careo.render.wording.amounts import value_words
from careo.render.wording.speech import ENGLISH, Speech
from careo.render.wording.units import unit_name
from careo.render.wording.when import between, spoken, whole

RELIANCE: Mapping[Reliance, str] = MappingProxyType(
    {
        "one_report": "one report",
        "one_origin": "one origin: the reports take from one another",
        "one_source": "one source, which all of them credit",
        "unnamed_source": "sources that are not named",
        "several": "several origins",
    }
)
_DATED = {"report": " (date of the report)", "sentence": "", "figure": ""}


def what(line: Trajectory, speech: Speech = ENGLISH) -> str:
    """Name the quantity of a line: `killed (police) in Lima`, `money in USD, of China`."""
    measure = words.plain(line.measure, speech)
    if line.type != "series":
        measure += f" ({words.plain(line.group, speech)})" if line.group else ""
        return ", ".join((measure, *_limits(line.scope or "", speech)))
    measure = (
        speech("{measure} in {unit}", measure=measure, unit=unit_name(line.unit, speech)) if line.unit else measure
    )
    return speech("{measure}, of {scope}", measure=measure, scope=line.scope) if line.scope else measure


def _limits(scope: str, speech: Speech) -> Iterator[str]:
    """Yield what a count is limited to, as `trajectories` writes it, in the reader's words."""
    for limit in filter(None, scope.split(", ")):
        kind, _, rest = limit.partition(" ")
        if kind == "in":
            yield speech("in {place}", place=rest)
        else:
            yield spoken(rest, speech) if kind == "on" else speech(limit)


def dated(step: Step) -> str:
    """Say as of when a value is, and where the date was read."""
    return f"{step.as_of}{_DATED[step.dated_by]}" if step.as_of and step.dated_by else "no date"


def staged(link: Link, speech: Speech = ENGLISH) -> str:
    """Name a stage; one that is only alleged says so."""
    stage = words.plain(link.stage, speech)
    return speech("{stage} (alleged)", stage=stage) if link.alleged else stage


def missing(stage: str, speech: Speech = ENGLISH) -> str:
    """Name a gap; that nobody was found to tell of something does not mean that it did not happen."""
    return speech("{stage}: no report found", stage=words.plain(stage, speech))


def trajectory_views(index: Index) -> tuple[TrajectoryView, ...]:
    """Return the lines of values as the page shows them."""
    return tuple(
        TrajectoryView(
            what(line, index.speech),
            line.reason,
            tuple(_step(index, step) for step in line.steps),
            chart(index, line, number=number),
        )
        for number, line in enumerate(index.dossier.trajectories, start=1)
    )


def _step(index: Index, step: Step) -> StepView:
    statement = index.statement(step.statement)
    report = index.report(step.report)
    at = next((f for f in statement.figures if f.verbatim == step.verbatim), None)
    return StepView(
        as_of=spoken(step.as_of, index.speech) if step.as_of else index.speech("no date"),
        from_report=step.dated_by == "report",
        value=value_words(step.value, index.speech),
        written=quoted(index, report, (at.start, at.end)) if at else None,
        report=tag(index, report.id),
        sources="; ".join(step.sources),
        backward=step.backward or "",
    )


def chain_views(index: Index) -> tuple[ChainView, ...]:
    """Return the lifecycles as the page shows them."""
    return tuple(_chain(index, chain) for chain in index.dossier.chains)


def _chain(index: Index, chain: Chain) -> ChainView:
    return ChainView(
        about=chain.about,
        kind=index.speech(chain.type),
        links=tuple(_link(index, link) for link in chain.links),
        gaps=tuple(missing(gap, index.speech) for gap in chain.gaps),
    )


def _link(index: Index, link: Link) -> LinkView:
    reports = sorted({index.statement(id_).report for id_ in link.statements}, key=index.numbers.__getitem__)
    return LinkView(
        stage=staged(link, index.speech),
        values=" / ".join(value_words(value, index.speech) for value in link.values),
        when=between(link.first, link.last, whole(link.first, link.last), speech=index.speech)
        if link.first or link.last
        else index.speech("no date"),
        claim=index.numbers[link.claim],
        reports=tuple(tag(index, report) for report in reports),
        reason=link.reason,
    )
