"""reading on the bundled gold: head matter, credit lines, parts and furniture of each report.

A date is right where it equals the gold's, which may be that there is none. Furniture that the reader left out or
put in a part of that role (or in a note) is right; in a part that is told as text it is an error. What the gold
quotes is text; it must stand in such a part.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from careo import Report
from eval.fold import Folded, folded, plain
from eval.gold import TOLD, Peru
from eval.score import Score, prf, share

Gold = Mapping[str, Any]
_PIECE = 3
"""Least words of a furniture stretch that are looked up alone, where it does not stand whole in the text."""


def reading(peru: Peru) -> list[Score]:
    """Return shares of reports or stretches read right, by language."""
    scores: list[Score] = []
    for language in [*peru.languages, "all"]:
        reports = [report for report in peru.gold["reports"] if language in (report["language"], "all")]
        read = [(gold, peru.found.reports.get(gold["id"])) for gold in reports]
        for name, right in _RIGHT.items():
            count = sum(own is not None and right(gold, own) for gold, own in read)
            scores.append(share("reading", "peru", language, (count, len(read)), f"{name} right"))
        scores += _many(language, "credits", [_credits(gold, own) for gold, own in read])
        scores += _many(language, "parts", [_parts(gold, own) for gold, own in read])
        kept = [_kept(gold, own) for gold, own in read]
        scores.append(_characters(language, "body kept right", kept))
        out = [_out(gold, own) for gold, own in read]
        scores.append(_characters(language, "furniture out right", out))
    return scores


def published(gold: Gold, own: Report) -> bool:
    """Tell whether the date is right; where a credit line dates the original, knowing that is right too."""
    value = own.date
    if gold["published"] is None:
        return value is None
    in_credit = gold["published"]["where"] == "credit" and value is None
    return value == gold["published"]["value"] or (
        in_credit and any(line.date == gold["published"]["value"] for line in own.credit)
    )


def _title(gold: Gold, own: Report) -> bool:
    return own.title is not None and folded(own.title) == folded(gold["title"])


def _publisher(gold: Gold, own: Report) -> bool:
    return own.publisher is not None and plain(own.publisher) == plain(gold["publisher"])


def _author(gold: Gold, own: Report) -> bool:
    return {plain(name) for name in own.author} == {plain(name) for name in gold["author"]}


def _language(gold: Gold, own: Report) -> bool:
    return bool(own.language == gold["language"])


_RIGHT: dict[str, Callable[[Gold, Report], bool]] = {
    "published": published,
    "title": _title,
    "publisher": _publisher,
    "author": _author,
    "language": _language,
}

Counts = tuple[int, int, int]


def _credits(gold: Gold, own: Report | None) -> Counts:
    """Count credited names right, found and gold; the role must fit."""
    wanted = {(line["role"], plain(line["name"])) for line in gold["credit"]}
    found = {(line.role, plain(line.name)) for line in own.credit} if own else set()
    return len(wanted & found), len(found), len(wanted)


def _parts(gold: Gold, own: Report | None) -> Counts:
    """Count parts beside headline, text and furniture: right where the gold's begins inside one of its role."""
    if own is None:
        return 0, 0, len(gold["parts"])
    text = Folded(own.text)
    special = [part for part in own.parts if part.role in ("note", "update", "correction")]
    credits_ = {(line.start, line.end) for line in own.credit}
    signed = [*own.author, *(date.evidence for date in own.dates), own.publisher or ""]
    credits_ |= {(at, at + len(name)) for name in signed if name and (at := own.text.find(name)) >= 0}
    right, used = 0, set()
    for wanted in gold["parts"]:
        at, _ = text.find(wanted["quote"])
        hit = next((p for p in special if p.role == wanted["role"] and p.start <= at < p.end), None)
        right += hit is not None
        used |= {hit.start} if hit else set()
    extra = [p for p in special if p.start not in used and not any(p.start <= s < p.end for s, _ in credits_)]
    return right, right + len(extra), len(gold["parts"])


def _kept(gold: Gold, own: Report | None) -> tuple[int, int]:
    """Count the characters of quoted sentences, and those that stand in a part told as text."""
    text = Folded(own.text if own else "")
    right = whole = 0
    for quote in {statement["quote"] for statement in gold["statements"]}:
        whole += len(quote)
        start, end = text.find(quote)
        if own is not None and start >= 0:
            right += round(len(quote) * _inside(own, start, end, TOLD) / (end - start))
    return right, whole


def _out(gold: Gold, own: Report | None) -> tuple[int, int]:
    """Count the characters of gold furniture, and those that are not told as text (a headline neither)."""
    text = Folded(own.text if own else "")
    wrong = whole = 0
    for quote in gold["furniture"]:
        whole += len(quote)
        for piece in _pieces(quote, text):
            start, end = text.find(piece)
            wrong += _inside(own, start, end, (*TOLD, "headline", "caption")) if own is not None else 0
    return max(whole - wrong, 0), whole


def _pieces(quote: str, text: Folded) -> Iterator[str]:
    """Yield the quote where it stands whole in the text, else its longest beginning and end that do."""
    words = folded(quote).split()
    for count in range(len(words), 0, -1):
        if count < min(_PIECE, len(words)):
            return
        hits = [piece for piece in (words[:count], words[-count:]) if text.find(" ".join(piece))[0] >= 0]
        if hits:
            yield " ".join(hits[0])
            return


def _inside(own: Report, start: int, end: int, roles: tuple[str, ...]) -> int:
    """Return how many characters of a stretch lie in parts of these roles."""
    return sum(max(0, min(p.end, end) - max(p.start, start)) for p in own.parts if p.role in roles)


def _many(language: str, name: str, counts: list[Counts]) -> list[Score]:
    right, found, gold = (sum(column) for column in zip(*counts, strict=True))
    return prf("reading", "peru", language, (right, found, gold), label=f"{name} ")


def _characters(language: str, name: str, counts: list[tuple[int, int]]) -> Score:
    right, whole = (sum(column) for column in zip(*counts, strict=True))
    return share("reading", "peru", language, (right, whole), name)
