"""Lay out where reports come from: who took from whom, and what the credit lines say."""

from collections import defaultdict

from careo.model.inferred import Derivation
from careo.render.quoting.index import Index
from careo.render.quoting.quote import address, quoted, tag
from careo.render.quoting.views import Link, Tag
from careo.render.sections.views import CreditLine, Passage, Taker, Taking
from careo.render.wording import words
from careo.render.wording.when import spoken


def origins(index: Index) -> tuple[tuple[Tag, ...], ...]:
    """Return the reports, those that are not independent of one another together."""
    return tuple(tuple(tag(index, id_) for id_ in group) for group in index.origins)


def takings(index: Index) -> tuple[Taker, ...]:
    """Return who took from whom: by report, the surest first, what was taken from outside the story last."""
    found: defaultdict[str, list[Derivation]] = defaultdict(list)
    for link in sorted(index.dossier.derivations, key=lambda link: (link.from_ is None, -link.score, link.id)):
        found[link.to].append(link)
    return tuple(_taker(index, to, found[to]) for to in sorted(found, key=index.numbers.__getitem__))


def _taker(index: Index, to: str, links: list[Derivation]) -> Taker:
    inside = [link for link in links if link.from_]
    shown = inside[: index.room.takings] + [link for link in links if not link.from_]
    others: defaultdict[str, list[tuple[Link, str]]] = defaultdict(list)
    for link in inside[index.room.takings :]:
        others[index.speech(words.DERIVATIONS[link.type])].append((_place(index, link), f"{link.score:.2f}"))
    return Taker(
        report=tag(index, to),
        takings=tuple(_taking(index, link) for link in shown),
        others=tuple((verb, tuple(found)) for verb, found in others.items()),
    )


def _place(index: Index, link: Derivation) -> Link:
    """Lead to the first passage of a source."""
    report = index.report(link.from_ or "")
    number = index.numbers[report.id]
    href = address(index, report, link.sentences[0][0]) if link.sentences else f"#r{number}"
    return Link(index.speech("report {number}", number=number), href)


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
        verb=index.speech(words.DERIVATIONS[link.type]) if link.from_ else index.speech("credits"),
        source=tag(index, link.from_) if link.from_ else None,
        external=link.external,
        score=f"{link.score:.2f}",
        reason=link.reason,
        passages=tuple(_passage(index, link, pair) for pair in _longest(link, index.room.passages)),
        more=max(0, len(link.sentences) - index.room.passages),
    )


def _longest(link: Derivation, most: int) -> list[tuple[int, int, int, int]]:
    """Return the longest passages, in the order of the text."""
    longest = sorted(link.sentences, key=lambda pair: pair[2] - pair[3])[:most]
    return [pair for pair in link.sentences if pair in longest]


def _passage(index: Index, link: Derivation, pair: tuple[int, int, int, int]) -> Passage:
    source = quoted(index, index.report(link.from_), pair[:2]) if link.from_ else None
    return Passage(source, quoted(index, index.report(link.to), pair[2:]))
