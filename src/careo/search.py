"""Search: the sentences of a desk in which words stand, in every language that can be read.

There is no index: reports are looked through one by one, about 2,000 a second.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from careo.errors import UsageError
from careo.model.inferred import Entity
from careo.model.seen import Report
from careo.store.base import View
from careo.text.normalise import fold
from careo.text.sentences import split
from careo.text.sought import Sought, sought


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was looked for: `text[start:end]` of a report."""

    report: str
    start: int
    end: int


def spellings(view: View, phrase: str) -> tuple[str, ...]:
    """Return all names of the persons, bodies and places that some report calls so, in any language, sorted."""
    wanted = fold(phrase)
    entities = cast(Iterator[Entity], view.records("entity"))
    named = (e for e in entities if any(fold(name.text) == wanted for name in e.names))
    return tuple(sorted({name.text for entity in named for name in entity.names if fold(name.text) != wanted}))


def search(
    view: View, phrases: Sequence[str], *, language: str | None = None, literally: bool = False
) -> Iterator[Hit]:
    """Yield the sentences that have all the phrases, or other names of what a phrase names, in the reports' order.

    Args:
        view: of the desk.
        phrases: each one word or several that follow each other; case and accents do not count, a word may go on.
        language: only reports in this language, BCP 47.
        literally: no other names.

    Raises:
        UsageError: if a phrase has no letter or digit.
    """
    wanted = [_wanted(phrase, () if literally else spellings(view, phrase)) for phrase in phrases]
    for report in cast(Iterator[Report], view.records("report")):
        if language in (None, report.language):
            yield from _hits(report, wanted)


def _wanted(phrase: str, others: Sequence[str]) -> Sought:
    found = sought([phrase, *others])
    if found is None or sought([phrase]) is None:
        raise UsageError(f"{phrase!r} has no letter or digit to look for")
    return found


def _hits(report: Report, wanted: Sequence[Sought]) -> Iterator[Hit]:
    folded = fold(report.text)
    if all(one.perhaps(folded) for one in wanted):
        for start, end in split(report.text, report.language):
            if all(one.inside(report.text[start:end]) for one in wanted):
                yield Hit(report.id, start, end)
