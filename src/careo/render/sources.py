"""Lay out where reports come from: who took from whom, and what the credit lines say."""

from itertools import groupby

from careo.model.inferred import Derivation
from careo.render import words
from careo.render.index import Index
from careo.render.quoting import address, quoted, tag
from careo.render.views import CreditLine, Passage, Tag, Taker, Taking
from careo.render.when import spoken

_SIDE_BY_SIDE = 3
"""Takings of a report whose passages are quoted; of 300 made-up reports each shares sentences with 18 others, and
with all of them quoted that section took 8 MB of the page."""


def origins(index: Index) -> tuple[tuple[Tag, ...], ...]:
    """Return the reports, those that are not independent of one another together."""
    return tuple(tuple(tag(index, id_) for id_ in group) for group in index.origins)


def takings(index: Index) -> tuple[Taker, ...]:
    """Return who took from whom: by report, the surest first, what was taken from outside the story last."""
    links = sorted(
        index.dossier.derivations,
        key=lambda link: (index.numbers[link.to], link.from_ is None, -link.score, link.id),
    )
    return tuple(
        Taker(tag(index, to), tuple(_taking(index, link, quote=at < _SIDE_BY_SIDE) for at, link in enumerate(group)))
        for to, group in groupby(links, key=lambda link: link.to)
    )


def credit_lines(index: Index) -> tuple[CreditLine, ...]:
    """Return every credit line, quoted."""
    return tuple(
        CreditLine(
            report=tag(index, report.id),
            role=index.speech(words.CREDITS[credit.role]),
            name=credit.name,
            date=spoken(credit.date, index.speech) if credit.date else "",
            quote=quoted(index, report, (credit.start, credit.end)),
        )
        for report in index.dossier.reports
        for credit in report.credit
    )


def _taking(index: Index, link: Derivation, *, quote: bool) -> Taking:
    return Taking(
        verb=index.speech(words.DERIVATIONS[link.type]),
        source=tag(index, link.from_) if link.from_ else None,
        external=link.external,
        score=f"{link.score:.2f}",
        reason=link.reason,
        passages=tuple(_passage(index, link, pair) for pair in link.sentences if quote),
        places=tuple(_places(index, link, pair) for pair in link.sentences if not quote),
    )


def _passage(index: Index, link: Derivation, pair: tuple[int, int, int, int]) -> Passage:
    source = quoted(index, index.report(link.from_), pair[:2]) if link.from_ else None
    return Passage(source, quoted(index, index.report(link.to), pair[2:]))


def _places(index: Index, link: Derivation, pair: tuple[int, int, int, int]) -> tuple[str | None, str]:
    source = address(index, index.report(link.from_), pair[0]) if link.from_ else None
    return source, address(index, index.report(link.to), pair[2])
