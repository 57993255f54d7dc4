"""Lay a dossier out as the page shows it, top to bottom."""

from careo.model.inferred import Dossier
from careo.render.page.sheet import Count, Sheet
from careo.render.pictures.map import map_view
from careo.render.pictures.network import network_view
from careo.render.pictures.timeline import timeline
from careo.render.quoting.index import Index, index
from careo.render.quoting.quote import tag
from careo.render.sections.claims import claims
from careo.render.sections.differences import differences, kinds
from careo.render.sections.entities import entities
from careo.render.sections.glance import glance
from careo.render.sections.heading import heading
from careo.render.sections.lines import chain_views, trajectory_views
from careo.render.sections.matrix import matrix
from careo.render.sections.registers import registers
from careo.render.sections.reports import reports
from careo.render.sections.sources import credit_lines, origins, takings
from careo.render.wording import words
from careo.render.wording.speech import ENGLISH, Speech
from careo.render.wording.when import between


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
        room=found.room,
        heading=heading(found),
        listed_as=story.title,
        named_by=next((found.numbers[one.id] for one in dossier.reports if one.title == story.title), None),
        counts=_counts(found, len(shared)),
        undated=tuple(tag(found, report.id) for report in dossier.reports if report.published is None),
        dates=between(story.first, story.last, speech=speech)
        if story.first or story.last
        else speech("no report is dated"),
        glance=glance(found),
        kinds=kinds(found),
        differences=open_,
        aside=aside,
        timeline=timeline(found),
        trajectories=trajectory_views(found),
        chains=chain_views(found),
        map=map_view(found),
        coverage=matrix(found),
        registers=registers(found),
        network=network_view(found),
        shared=shared,
        single=single,
        entities=entities(found),
        origins=origins(found),
        takings=takings(found),
        credits=credit_lines(found),
        reports=reports(found),
        skips=tuple((speech(words.STAGES[skip.stage]), skip.input, skip.reason) for skip in dossier.skips),
    )


def _counts(found: Index, shared: int) -> tuple[Count, ...]:
    dossier, speech, many, by_kind = found.dossier, found.speech, found.speech.many, kinds(found)
    reports, claims = len(dossier.reports), len(dossier.claims)
    languages = sorted({speech.language(report.language) for report in dossier.reports})
    outlets = len({report.publisher for report in dossier.reports if report.publisher})
    nameless = sum(not report.publisher for report in dossier.reports)
    unnamed = many(nameless, "{n} report: outlet unknown", "{n} reports: outlet unknown") if nameless else ""
    copies = speech("a copy or translation is no second witness")
    differing = sum(number for _, _, number in by_kind)
    named = ", ".join(f"{name} {number}" for _, name, number in by_kind)
    carried = many(shared, "{n} made by more than one report", "{n} made by more than one report")
    unread = many(len(dossier.skips), "{n} input not used", "{n} inputs not used")
    return (
        _count(many(reports, "{n} report", "{n} reports"), "", "#reports"),
        _count(many(len(languages), "{n} language", "{n} languages"), ", ".join(languages), "#reports"),
        _count(many(outlets, "{n} outlet", "{n} outlets"), unnamed, "#reports"),
        _count(many(len(found.origins), "{n} independent origin", "{n} independent origins"), copies, "#origins"),
        _count(many(claims, "{n} claim", "{n} claims"), carried, "#claims"),
        _count(many(differing, "{n} difference", "{n} differences"), named, "#differences"),
        _count(unread, speech("not read, and why"), "#unread"),
    )


def _count(said: str, note: str, href: str) -> Count:
    number, _, words = said.partition(" ")
    return Count(number, words, note, href)
