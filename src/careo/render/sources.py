"""Lay out where reports come from: who took from whom, and what the credit lines say."""

from careo.model.inferred import Derivation
from careo.render import words
from careo.render.index import Index
from careo.render.quoting import quoted, tag
from careo.render.views import CreditLine, Passage, Tag, Taking
from careo.render.when import spoken


def origins(index: Index) -> tuple[tuple[Tag, ...], ...]:
    """Return the reports, those that are not independent of one another together."""
    return tuple(tuple(tag(index, id_) for id_ in group) for group in index.origins)


def takings(index: Index) -> tuple[Taking, ...]:
    """Return who took from whom, report to report first."""
    links = sorted(index.dossier.derivations, key=lambda link: (link.from_ is None, index.numbers[link.to], link.id))
    return tuple(_taking(index, link) for link in links)


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


def _taking(index: Index, link: Derivation) -> Taking:
    return Taking(
        taker=tag(index, link.to),
        verb=index.speech(words.DERIVATIONS[link.type]),
        source=tag(index, link.from_) if link.from_ else None,
        external=link.external,
        score=f"{link.score:.2f}",
        reason=link.reason,
        passages=tuple(_passage(index, link, pair) for pair in link.sentences),
    )


def _passage(index: Index, link: Derivation, pair: tuple[int, int, int, int]) -> Passage:
    source = quoted(index, index.report(link.from_), pair[:2]) if link.from_ else None
    return Passage(source, quoted(index, index.report(link.to), pair[2:]))
