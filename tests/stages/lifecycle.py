"""Short stories of counts and of stages, for tests of what follows from claims."""

from collections.abc import Sequence
from dataclasses import replace

from tests.make import make_report
from tests.table import make_docket, make_figure, make_statement

from careo.model.ids import sha256
from careo.model.inferred import Claim, Docket, Entity, Findings
from careo.model.seen import Instrument, Report, Statement
from careo.stages.align import align
from careo.stages.deciding.settle import Settled


def told(text: str, *, language: str = "en", published: str | None = "2031-03-10", outlet: str = "") -> Report:
    """Return a report of one sentence."""
    report = make_report(text, language=language, published=published, origin=f"{sha256(text + outlet)[:8]}.txt")
    return replace(report, publisher=outlet or None)


def toll(text: str, words: str, low: float | None, high: float | None, **more: object) -> tuple[Report, Statement]:
    """Return a report that counts the dead, and its statement."""
    report = told(text, language=str(more.pop("language", "en")), published=more.pop("published", "2031-03-10"))  # type: ignore[arg-type]
    group = more.pop("group", "people")
    figure = make_figure(report, words, "killed", low, high, group=str(group))
    fields: dict[str, object] = {"subtype": "killed", "figures": [figure]} | more
    return report, make_statement(report, "TOLL", words, **fields)


def resting_on(statement: Statement, number: str) -> Statement:
    """Return the statement with a numbered resolution."""
    start = statement.trigger.start
    return replace(statement, instruments=(Instrument("resolution", number, None, None, "", start, start),))


def laid_out(
    told_: Sequence[tuple[Report, Statement]], groups: Sequence[Sequence[int]] = (), entities: Sequence[Entity] = ()
) -> tuple[Docket, Findings]:
    """Return a story of these reports, each statement a claim but where `groups` put some in one."""
    docket = make_docket([report for report, _ in told_], [statement for _, statement in told_], entities)
    claims = {claim.statements[0]: claim for claim in align(docket, (), Settled()).claims}
    alone = [claims[statement.id] for _, statement in told_]
    for group in groups:
        first = alone[group[0]]
        ids = tuple(sorted(told_[n][1].id for n in group))
        reports = tuple(sorted({told_[n][0].id for n in group}))
        languages = tuple(sorted({told_[n][0].language for n in group}))
        origins = tuple((report,) for report in reports)
        joined = replace(first, statements=ids, reports=reports, origins=origins, languages=languages)
        for n in group:
            alone[n] = joined
    return docket, Findings((), tuple(dict[str, Claim]((claim.id, claim) for claim in alone).values()), ())
