"""assemble: a story's records and findings laid out as a Dossier."""

from collections.abc import Iterable

from careo.model.inferred import Docket, Dossier, Findings
from careo.model.seen import Skip
from careo.stages.chains import chains
from careo.stages.coverage import coverage
from careo.stages.deciding.settle import Settled
from careo.stages.following.locations import locations
from careo.stages.network import network
from careo.stages.timeline import timeline
from careo.stages.trajectories import trajectories


def assemble(docket: Docket, findings: Findings, skips: Iterable[Skip], *, settled: Settled | None = None) -> Dossier:
    """Return the dossier of one story; reports in the story's order, the rest sorted by id."""
    told = {statement.id for statement in docket.statements}
    aside = {id_ for one in findings.discrepancies for id_ in (one.dismissed, one.corrected)}
    held = settled or Settled()
    order = {id_: n for n, id_ in enumerate(docket.story.reports)}
    places, routes = locations(docket, findings)
    return Dossier(
        story=docket.story,
        reports=tuple(sorted(docket.reports, key=lambda report: order[report.id])),
        captures=tuple(sorted(docket.captures, key=lambda capture: capture.id)),
        statements=tuple(sorted(docket.statements, key=lambda s: (order[s.report], s.trigger.start, s.id))),
        entities=tuple(sorted(docket.entities, key=lambda entity: entity.id)),
        derivations=tuple(sorted(docket.derivations, key=lambda derivation: derivation.id)),
        judgements=tuple(sorted(findings.judgements, key=lambda judgement: judgement.id)),
        claims=tuple(sorted(findings.claims, key=lambda claim: claim.id)),
        discrepancies=tuple(sorted(findings.discrepancies, key=lambda discrepancy: discrepancy.id)),
        skips=tuple(sorted(skips, key=lambda skip: skip.id)),
        versions=tuple(sorted(docket.versions, key=lambda version: version.id)),
        corrections=tuple(one for one in held.corrections if one.statement in told),
        dismissals=tuple(decision for decision, _ in held.held if decision.id in aside),
        trajectories=trajectories(docket, findings),
        chains=chains(docket, findings),
        coverage=coverage(docket, findings),
        locations=places,
        routes=routes,
        mentions=tuple(sorted(docket.mentions, key=lambda m: (order[m.report], m.start, m.end, m.id))),
        timeline=timeline(docket, findings),
        network=network(docket, findings),
    )
