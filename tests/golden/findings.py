"""The findings of the demo collection as lines to read: `python -m tests.golden.findings` writes them anew."""

from collections.abc import Iterator
from pathlib import Path

from careo import Capture, Claim, Derivation, Desk, Report, Story

EXPECTED = Path(__file__).parent / "peru-findings.txt"
_COLLECTION = Path(__file__).parents[2] / "examples" / "peru"


def listed(desk: Desk) -> str:
    """Return stories, derivations, claims of several reports and discrepancies, without ids and scores."""
    return "\n".join(_lines(desk)) + "\n"


def _lines(desk: Desk) -> Iterator[str]:
    names = {report.id: _name(desk, report) for report in desk.records(Report)}
    for story in sorted(desk.stories(), key=lambda story: sorted(names[r] for r in story.reports)):
        yield f"STORY {story.title}"
        yield f"  {', '.join(names[report] for report in story.reports)}"
        yield from sorted(_claims(desk, story, names))
    yield from sorted(_derivations(desk, names))


def _claims(desk: Desk, story: Story, names: dict[str, str]) -> Iterator[str]:
    differences: dict[str, list[str]] = {}
    for discrepancy in desk.discrepancies(story.id):
        values = " / ".join(value.value for value in discrepancy.values)
        differences.setdefault(discrepancy.claim, []).append(f"      {discrepancy.type} {discrepancy.slot}: {values}")
    for claim in desk.claims(story.id):
        if len(claim.reports) > 1:
            yield "\n".join([_claim(claim, names), *sorted(differences.get(claim.id, []))])


def _claim(claim: Claim, names: dict[str, str]) -> str:
    said = " ".join(claim.gloss.split())
    witnesses = ", ".join(sorted(names[report] for report in claim.reports))
    return f"  {claim.type} {said}\n      {witnesses} ({len(claim.origins)} origins)"


def _derivations(desk: Desk, names: dict[str, str]) -> Iterator[str]:
    for derivation in desk.records(Derivation):
        source = names[derivation.from_] if derivation.from_ else derivation.external
        yield f"FROM {source} TO {names[derivation.to]}: {derivation.type}"


def _name(desk: Desk, report: Report) -> str:
    capture = desk.record(Capture, report.capture)
    return capture.origin if report.item == 0 else f"{capture.origin}#{report.item}"


if __name__ == "__main__":
    with Desk(":memory:") as built:
        built.build([str(_COLLECTION)])
        EXPECTED.write_text(listed(built), encoding="utf-8")
