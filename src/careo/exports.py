"""What leaves a desk: a story laid out, every record as a line of JSON, and the files of every other format."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from careo import laid
from careo.errors import UsageError
from careo.made import manifest_of
from careo.model.codec import DERIVED, KINDS
from careo.model.derived import Derived
from careo.model.inferred import Dossier, Entity, Story, Version
from careo.model.seen import Skip
from careo.render.export.formats import FORMATS
from careo.render.export.jsonl import Joined, lines, of_story
from careo.render.export.pieces import Piece, piece
from careo.stages.assemble import assemble
from careo.store.base import View

JSONL = "jsonl"
"""The format that is every record, and that needs no story."""
NO_STORY = "the desk has no story yet; add reports with `careo build`"


@dataclass(frozen=True, slots=True)
class Dossiers:
    """The dossiers of some stories, one at a time in memory, as often as they are gone through."""

    view: View
    stories: tuple[Story, ...]

    def __iter__(self) -> Iterator[Dossier]:
        return (dossier(self.view, story) for story in self.stories)


def dossier(view: View, story: Story) -> Dossier:
    """Return a story laid out for reading."""
    settled = laid.settled_of(view)
    docket = laid.docket_of(view, story, settled)
    return assemble(docket, laid.findings_of(view, story.id), laid.records(view, Skip), settled=settled)


def records(view: View, stories: Iterable[Story], only: Story | None = None) -> Iterator[str]:
    """Yield every record, or those of one story, as a line of JSON; what follows from the claims comes last."""
    found = (record for kind in KINDS for record in view.records(kind))
    if only is None:
        return lines(chain(found, _derived(Dossiers(view, tuple(stories)))), _joined(view))
    chosen = dossier(view, only)
    return lines(chain(of_story(found, chosen), _derived([chosen])), _joined(view))


def pieces(view: View, stories: tuple[Story, ...], format_: str) -> Iterator[Piece]:
    """Yield the files of these stories in one of the formats beside JSON lines.

    Raises:
        UsageError: if there is no such format, the package it needs is not installed, or there is no story.
    """
    if format_ not in FORMATS:
        raise UsageError(f"{format_} is no format; choose {JSONL}, {', '.join(FORMATS)}")
    return FORMATS[format_].pieces(_told(view, stories))


def check(view: View, stories: tuple[Story, ...], format_: str) -> tuple[str, ...]:
    """Return what the reader of a format's own field would lose of these stories; empty where nothing is lost.

    Raises:
        UsageError: if the format has no such check, the package it needs is not installed, or there is no story.
    """
    found = FORMATS[format_].check if format_ in FORMATS else None
    if found is None:
        able = ", ".join(name for name, one in FORMATS.items() if one.check)
        raise UsageError(f"{format_} has no check; there is one for {able}")
    return found(_told(view, stories))


def _told(view: View, stories: tuple[Story, ...]) -> Iterable[Dossier]:
    if not stories:
        raise UsageError(NO_STORY)
    # One story is laid out once for all its files; of several, one at a time is in memory.
    return [dossier(view, stories[0])] if len(stories) == 1 else Dossiers(view, stories)


def as_piece(found: Iterable[str]) -> Piece:
    """Return lines of JSON as the one file that they make."""
    return piece("desk.jsonl", (f"{line}\n" for line in found))


def _joined(view: View) -> Joined:
    entities = list(laid.records(view, Entity))
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    who = {name.text: entity.id for entity in reversed(entities) for name in entity.names}
    settled = laid.settled_of(view)
    corrected = defaultdict(list)
    for one in settled.corrections:
        corrected[one.statement].append(one.decision.id)
    version_of = {version.report: version.of for version in laid.records(view, Version)}
    made = manifest_of(view)
    made_by = "; ".join(made.read_by) or None, made.compared_by
    return Joined(entity_of, dict(settled.states), who, version_of, corrected, made_by)


def _derived(dossiers: Iterable[Dossier]) -> Iterator[Derived]:
    """Yield what follows from the claims of some stories, kind by kind, each sorted by id."""
    found = [derived for one in dossiers for derived in one.derived]
    kinds = list(DERIVED.values())
    yield from sorted(found, key=lambda one: (kinds.index(type(one)), one.id))
