"""Show how a report differs from the version before it, or that it is the same text."""

from careo.model.inferred import Change, Version
from careo.model.seen import Report
from careo.render.quoting.index import Index
from careo.render.quoting.quote import lang, tag
from careo.render.sections.views import ChangeView, VersionView
from careo.render.wording.speech import ENGLISH, Speech, direction

KINDS = {"added": "added", "removed": "taken out", "changed": "changed"}
_PARAGRAPHS = {
    "added": ("{n} paragraph added", "{n} paragraphs added"),
    "removed": ("{n} paragraph taken out", "{n} paragraphs taken out"),
    "changed": ("{n} paragraph changed", "{n} paragraphs changed"),
}


def version_views(index: Index, report: Report) -> tuple[VersionView, ...]:
    """Return how the report differs from the version just before it, where the dossier has one."""
    found = (
        version for version in index.dossier.versions if version.report == report.id and version.of in index.reports
    )
    return tuple(_view(index, version, report) for version in found)


def standing(state: str) -> str:
    """Return what stands between the names of two versions, in English as exports and the command line have it."""
    return "the same text as" if state == "copy" else f"{state} version of"


def state(version: Version, text: str, other: str | None) -> str:
    """Say what a version is: `copy` where both texts are the same, `later` only where a time says so, or `other`."""
    if text == other:
        return "copy"
    return "later" if version.later else "other"


def changed_words(version: Version, speech: Speech = ENGLISH) -> str:
    """Say how many paragraphs were changed and how."""
    counted = [(kind, sum(change.type == kind for change in version.changes)) for kind in KINDS]
    told = ", ".join(speech.many(number, *_PARAGRAPHS[kind]) for kind, number in counted if number)
    return told or speech("no paragraph differs")


def change_texts(change: Change, old: str, new: str) -> tuple[str, str]:
    """Return a paragraph as it was and as it is, empty where it was not there."""
    before = old[change.old[0] : change.old[1]] if change.old else ""
    return before, new[change.new[0] : change.new[1]] if change.new else ""


def _view(index: Index, version: Version, report: Report) -> VersionView:
    earlier = index.report(version.of)
    return VersionView(
        earlier=tag(index, earlier.id),
        state=state(version, report.text, earlier.text),
        summary=changed_words(version, index.speech),
        reason=version.reason,
        code=lang(report.language),
        direction=direction(report.language),
        changes=tuple(
            ChangeView(index.speech(KINDS[change.type]), *change_texts(change, earlier.text, report.text))
            for change in version.changes
        ),
    )
