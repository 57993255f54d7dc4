"""What a reader wants within a minute: where the sources disagree, who was first, how many are independent."""

from collections import Counter
from dataclasses import dataclass

from careo.model.inferred import Claim, Discrepancy, DiscrepancyType
from careo.render.quoting.excerpt import Excerpt, excerpt
from careo.render.quoting.index import Index, joins
from careo.render.quoting.quote import tag
from careo.render.quoting.views import Tag
from careo.render.quoting.witness import value_of
from careo.render.sections.versions import state
from careo.render.wording import words

_SHOWN = 6
"""Disagreements and claims shown; more than six lines are no longer read at a glance."""
_GRAVE: tuple[DiscrepancyType, ...] = ("contradiction", "name_variant", "attribution", "place_kind", "scope")
"""What is a disagreement, gravest first: an update or a more exact value is none."""
_COPIES = {
    "copy": ("{n} copy", "{n} copies"),
    "edit": ("{n} edited copy", "{n} edited copies"),
    "translation": ("{n} translation", "{n} translations"),
    "later": ("{n} later version", "{n} later versions"),
    "other": ("{n} other version", "{n} other versions"),
}


@dataclass(frozen=True, slots=True)
class Stand:
    """One value and who gives it."""

    value: str
    reports: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A disagreement in one line."""

    number: int
    name: str
    kind: str
    slot: str
    said: Excerpt
    """The words of one of the sides."""
    sides: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class First:
    """A claim that many carry, and the report that had it first."""

    claim: int
    type: str
    said: Excerpt
    """The first report's own words; those of the clearest witness where no report is dated."""
    carried_by: str
    first: tuple[Tag, ...]
    """Several where their dates leave open which was before; empty where no report is dated."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The short answers."""

    quarrels: tuple[Quarrel, ...]
    more: int
    """Disagreements beyond those shown."""
    firsts: tuple[First, ...]
    reports: int
    origins: int
    dependent: str
    """What the reports that are no origin of their own are: `2 translations, 1 copy`; empty where there is none."""


def glance(index: Index) -> Glance:
    """Return the short answers of a dossier."""
    grave = [one for one in index.dossier.discrepancies if one.type in _GRAVE and one.dismissed is None]
    grave.sort(key=lambda one: (_GRAVE.index(one.type), -_origins(index, one), index.numbers[one.id]))
    shared = [claim for claim in index.claims if len(claim.reports) > 1]
    return Glance(
        quarrels=tuple(_quarrel(index, one) for one in grave[:_SHOWN]),
        more=max(0, len(grave) - _SHOWN),
        firsts=tuple(_first(index, claim) for claim in shared[:_SHOWN]),
        reports=len(index.dossier.reports),
        origins=len(index.origins),
        dependent=_dependent(index),
    )


def carried_by(index: Index, claim: Claim) -> str:
    """Say how widely a claim is told: `3 reports, 2 languages, 2 independent origins`."""
    many = index.speech.many
    return ", ".join(
        (
            many(len(claim.reports), "{n} report", "{n} reports"),
            many(len(claim.languages), "{n} language", "{n} languages"),
            many(len(claim.origins), "{n} independent origin", "{n} independent origins"),
        )
    )


def first_in(index: Index, claim: Claim) -> tuple[Tag, ...]:
    """Return the dated reports of which each may have been the first to tell a claim."""
    first = index.carried[claim.id].first
    return tuple(tag(index, id_) for id_ in sorted(first, key=index.numbers.__getitem__))


def _claim(index: Index, one: Discrepancy) -> Claim:
    return next(claim for claim in index.claims if claim.id == one.claim)


def _origins(index: Index, one: Discrepancy) -> int:
    return len(_claim(index, one).origins)


def _quarrel(index: Index, one: Discrepancy) -> Quarrel:
    sides = []
    for value in one.values:
        reports = {index.statement(id_).report for id_ in value.statements}
        tags = (tag(index, id_) for id_ in sorted(reports, key=index.numbers.__getitem__))
        sides.append(Stand(value_of(one.slot, value.value, index.speech), tuple(tags)))
    return Quarrel(
        number=index.numbers[one.id],
        name=index.speech(words.DISCREPANCIES[one.type][0]),
        kind=one.type,
        slot=words.slot(one.slot, index.speech),
        said=excerpt(index, index.statement(one.values[0].statements[0])),
        sides=tuple(sides),
    )


def _first(index: Index, claim: Claim) -> First:
    first = first_in(index, claim)
    told = [index.statement(id_) for id_ in claim.statements]
    own = [one for one in told if first and index.numbers[one.report] == first[0].number] or told
    clearest = min(own, key=lambda one: (one.type != claim.type, one.type == "OTHER", one.start, one.id))
    return First(
        claim=index.numbers[claim.id],
        type=index.speech(words.STATEMENT_TYPES[claim.type]),
        said=excerpt(index, clearest),
        carried_by=carried_by(index, claim),
        first=first,
    )


def _dependent(index: Index) -> str:
    """Count the reports that come from another report, each once, by how."""
    texts = {report.id: report.text for report in index.dossier.reports}
    kinds = {
        version.report: state(version, texts.get(version.report, ""), texts.get(version.of))
        for version in index.dossier.versions
    }
    for link in index.dossier.derivations:
        if link.from_ in index.reports and joins(link):
            kinds.setdefault(link.to, link.type)
    counted = Counter(kinds.values())
    many = index.speech.many
    return ", ".join(many(counted[kind], *forms) for kind, forms in _COPIES.items() if counted[kind])
