"""Reports as FtM articles, and what one report took from another."""

from collections.abc import Iterator, Mapping

from careo.model.ids import content_id, place
from careo.model.inferred import Dossier, Version
from careo.model.seen import Capture, Report
from careo.render.export.ftm.things import Lost, Thing
from careo.render.export.ftm.values import LONGEST
from careo.render.sections.versions import standing, state
from careo.render.wording import words

HASHES = ("SHA-256 of the file as received: FtM's contentHash is a SHA-1 and refuses it; it is in keywords", "")


def articles(dossier: Dossier, lost: Lost) -> Iterator[Thing]:
    """Yield one Article a report, with its text, so that a search in FtM's tools finds it."""
    captures = {capture.id: capture for capture in dossier.captures}
    for report in dossier.reports:
        yield _article(report, captures.get(report.capture), lost)


def _article(report: Report, capture: Capture | None, lost: Lost) -> Thing:
    thing = Thing(report.id, "Article", lost)

    def put(prop: str, value: str | None) -> bool:
        return thing.put(prop, value, language=report.language, origin=report.id)

    file = place(capture.origin, capture.member) if capture else report.id
    named = put("name", report.title) or thing.put("name", report.publisher, origin=report.id)
    if not (named or thing.put("name", file)):
        thing.put("name", report.id)
    put("title", report.title)
    if not thing.put("fileName", file, origin=report.id):
        thing.put("fileName", report.id, origin=report.id)
    for author in report.author:
        thing.put("author", author, origin=report.id)
    thing.put("publisher", report.publisher, origin=report.id)
    _where_from(thing, report, capture)
    if report.language != "und":
        thing.put("language", report.language, origin=report.id)
        thing.put("keywords", f"language: {report.language}", origin=report.id)
    for stretch in _stretches(report.text):
        put("bodyText", stretch)
    return thing


def _stretches(text: str) -> Iterator[str]:
    """Cut a text at line ends into stretches that FtM takes; all but a book is one stretch."""
    longest = LONGEST["text"]
    while len(text) > longest:
        end = text.rfind("\n", 0, longest) + 1 or len(text)
        yield text[:end]
        text = text[end:]
    yield text


def _where_from(thing: Thing, report: Report, capture: Capture | None) -> None:
    if report.published:
        thing.put("publishedAt", report.published.value, origin=report.id)
    if report.url and not thing.put("sourceUrl", report.url, origin=report.id):
        thing.put("notes", f"address as given: {report.url}", origin=report.id)
    for credit in report.credit:
        thing.put("notes", f"credit line: {credit.verbatim}", origin=report.id)
    if capture is None:
        return
    thing.put("retrievedAt", capture.captured, origin=report.id)
    thing.put("mimeType", capture.media_type, origin=report.id)
    thing.put("encoding", report.encoding, origin=report.id)
    thing.put("keywords", f"urn:sha256:{capture.sha256}", origin=report.id)
    thing.lost[HASHES] += 1


def links(dossier: Dossier, lost: Lost) -> Iterator[Thing]:
    """Yield one UnknownLink for each report that comes from another or is its next version."""
    told = [(one.id, one.to, one.from_, words.DERIVATIONS[one.type], one.reason) for one in dossier.derivations]
    known = {report.id: report for report in dossier.reports}
    told += [(one.id, one.report, one.of, _state(one, known), one.reason) for one in dossier.versions]
    for id_, report, other, role, reason in told:
        if other is None:
            lost["sources outside the desk that a credit line names (kept in the article's notes)", ""] += 1
        elif {report, other} <= known.keys():
            lost["scores of how sure it is that one report comes from another", ""] += 1
            yield _link(id_, (report, other), role, reason, lost)
        else:
            lost["reports that take from one of another story", ""] += 1


def _state(version: Version, known: Mapping[str, Report]) -> str:
    own, other = (known[id_].text if id_ in known else None for id_ in (version.report, version.of))
    return standing(state(version, own or "", other))


def _link(id_: str, ends: tuple[str, str], role: str, reason: str, lost: Lost) -> Thing:
    thing = Thing(content_id("link", id_), "UnknownLink", lost)
    thing.put("subject", ends[0])
    thing.put("object", ends[1])
    thing.put("role", role)
    thing.put("summary", reason)
    return thing
