"""Lay a dossier out as the page shows it, top to bottom."""

from careo.model.inferred import Dossier
from careo.render import words
from careo.render.claims import claims
from careo.render.differences import differences, kinds
from careo.render.entities import entities
from careo.render.index import Index, index
from careo.render.lines import chain_views, coverage_views, trajectory_views
from careo.render.quoting import tag
from careo.render.reports import reports
from careo.render.sources import credit_lines, origins, takings
from careo.render.views import Count, Sheet
from careo.render.when import between


def sheet(dossier: Dossier) -> Sheet:
    """Lay a dossier out for the templates.

    Raises:
        AnchorError: where a text, hash or quotation does not fit what points at it.
        NotFound: where a record names one that the dossier lacks.
    """
    found = index(dossier)
    shared, single = claims(found)
    open_, aside = differences(found)
    story = dossier.story
    return Sheet(
        title=story.title or "A story without a title",
        counts=_counts(found, len(shared)),
        undated=tuple(tag(found, report.id) for report in dossier.reports if report.published is None),
        dates=between(story.first, story.last) if story.first or story.last else "no report is dated",
        kinds=kinds(found),
        differences=open_,
        aside=aside,
        trajectories=trajectory_views(found),
        chains=chain_views(found),
        coverage=coverage_views(found),
        shared=shared,
        single=single,
        entities=entities(found),
        origins=origins(found),
        takings=takings(found),
        credits=credit_lines(found),
        reports=reports(found),
        skips=tuple((skip.stage, skip.input, skip.reason) for skip in dossier.skips),
    )


def _counts(found: Index, shared: int) -> tuple[Count, ...]:
    dossier = found.dossier
    languages = sorted({words.language(report.language) for report in dossier.reports})
    outlets = {report.publisher for report in dossier.reports if report.publisher}
    nameless = sum(not report.publisher for report in dossier.reports)
    unnamed = f"{words.count(nameless, 'report')}: outlet unknown" if nameless else ""
    copies = "a copy or translation is no second witness"
    by_kind = [f"{name.lower()} {number}" for _, name, number in kinds(found)]
    return (
        _count(len(dossier.reports), "report", "", "#reports"),
        _count(len(languages), "language", ", ".join(languages), "#reports"),
        _count(len(outlets), "outlet", unnamed, "#reports"),
        _count(len(found.origins), "independent origin", copies, "#origins"),
        _count(len(dossier.claims), "claim", f"{shared} made by more than one report", "#claims"),
        _count(sum(number for _, _, number in kinds(found)), "difference", ", ".join(by_kind), "#differences"),
        _count(len(dossier.skips), "input not used", "not read, and why", "#unread", many="inputs not used"),
    )


def _count(number: int, one: str, note: str, href: str, *, many: str | None = None) -> Count:
    return Count(f"{number:,}", words.count(number, one, many).partition(" ")[2], note, href)
