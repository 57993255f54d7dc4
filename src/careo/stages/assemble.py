"""assemble: a story's records and findings laid out as a Dossier."""

from collections.abc import Iterable

from careo.model.inferred import Docket, Dossier, Findings
from careo.model.seen import Skip
from careo.stages.chains import chains
from careo.stages.coverage import coverage
from careo.stages.trajectories import trajectories


def assemble(docket: Docket, findings: Findings, skips: Iterable[Skip]) -> Dossier:
    """Return the dossier of one story; reports in the story's order, the rest sorted by id."""
    order = {id_: n for n, id_ in enumerate(docket.story.reports)}
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
        trajectories=trajectories(docket, findings),
        chains=chains(docket, findings),
        coverage=coverage(docket, findings),
    )
