"""Lay a dossier out as the page shows it, top to bottom."""

from careo.model.inferred import Dossier
from careo.render.claims import claims
from careo.render.differences import differences, kinds
from careo.render.entities import entities
from careo.render.index import Index, index
from careo.render.lines import chain_views, coverage_views, trajectory_views
from careo.render.network import network_view
from careo.render.quoting import tag
from careo.render.registers import registers
from careo.render.reports import reports
from careo.render.sheet import Sheet
from careo.render.sources import credit_lines, origins, takings
from careo.render.speech import ENGLISH, Speech
from careo.render.views import Count
from careo.render.when import between


def sheet(dossier: Dossier, speech: Speech = ENGLISH) -> Sheet:
    """Lay a dossier out for the templates.

    Raises:
        AnchorError: where a text, hash or quotation does not fit what points at it.
        NotFound: where a record names one that the dossier lacks.
    """
    found = index(dossier, speech)
    shared, single = claims(found)
    open_, aside = differences(found)
    story = dossier.story
    return Sheet(
        title=story.title or speech("A story without a title"),
        counts=_counts(found, len(shared)),
        undated=tuple(tag(found, report.id) for report in dossier.reports if report.published is None),
        dates=between(story.first, story.last, speech=speech)
        if story.first or story.last
        else speech("no report is dated"),
        kinds=kinds(found),
        differences=open_,
        aside=aside,
        trajectories=trajectory_views(found),
        chains=chain_views(found),
        coverage=coverage_views(found),
        network=network_view(found),
        registers=registers(found),
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
    dossier, speech, by_kind = found.dossier, found.speech, kinds(found)
    languages = sorted({speech.language(report.language) for report in dossier.reports})
    outlets = {report.publisher for report in dossier.reports if report.publisher}
    nameless = sum(not report.publisher for report in dossier.reports)
    unnamed = speech.many(nameless, "{n} report: outlet unknown", "{n} reports: outlet unknown") if nameless else ""
    differing = sum(number for _, _, number in by_kind)
    return (
        _count(speech, len(dossier.reports), ("report", "reports"), "", "#reports"),
        _count(speech, len(languages), ("language", "languages"), ", ".join(languages), "#reports"),
        _count(speech, len(outlets), ("outlet", "outlets"), unnamed, "#reports"),
        _count(
            speech,
            len(found.origins),
            ("independent origin", "independent origins"),
            speech("a copy or translation is no second witness"),
            "#origins",
        ),
        _count(
            speech,
            len(dossier.claims),
            ("claim", "claims"),
            speech.many(shared, "{n} made by more than one report", "{n} made by more than one report"),
            "#claims",
        ),
        _count(
            speech,
            differing,
            ("difference", "differences"),
            ", ".join(f"{name.lower()} {number}" for _, name, number in by_kind),
            "#differences",
        ),
        _count(
            speech,
            len(dossier.skips),
            ("input not used", "inputs not used"),
            speech("not read, and why"),
            "#unread",
        ),
    )


def _count(speech: Speech, number: int, words: tuple[str, str], note: str, href: str) -> Count:
    return Count(speech.number(number), speech.many(number, *words), note, href)
