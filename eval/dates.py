"""dates: dated expressions against TimeML annotation: relaxed spans, and first day's value where both have one."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from careo.text.dates import find_times
from eval.score import Score, SetMissing, prf

Gold = tuple[int, int, str]


def dates(data: Path) -> list[Score]:
    """Return relaxed span and value scores on `dates/krauts` (German news)."""
    scores: list[Score] = []
    for folder in sorted((data / "dates" / "krauts").glob("*")):
        spans, values = [0, 0, 0], [0, 0, 0]
        for path in sorted(folder.glob("*.tml")):
            text, anchor, gold = _document(path)
            found = find_times(text, "de", 0, len(text), anchor=anchor)
            met = [(t, g) for g in gold for t in found if t.start < g[1] and g[0] < t.end]
            hit = {(g[0], g[1]) for _, g in met}
            right = {(g[0], g[1]) for t, g in met if t.first is not None and t.first == g[2]}
            for counts, number in ((spans, len(hit)), (values, len(right))):
                counts[0], counts[1], counts[2] = counts[0] + number, counts[1] + len(found), counts[2] + len(gold)
        name = folder.name.lower()
        scores += prf("dates", name, "de", (spans[0], spans[1], spans[2]), label="span ")
        scores += prf("dates", name, "de", (values[0], values[1], values[2]), label="value ")
    if not scores:
        raise SetMissing("no dates/krauts/*/*.tml in the data folder")
    return scores


def _document(path: Path) -> tuple[str, str, list[Gold]]:
    """Return the text, the creation date and the dates (start, end, value) of a TimeML document; times are left out."""
    root = etree.parse(str(path)).getroot()
    anchor = str(root.findtext(".//DCT/TIMEX3"))
    body, text, gold = root.find("TEXT"), "", []
    assert body is not None
    for kind, piece, timex in _pieces(body):
        if kind == "timex" and timex is not None and timex.get("type") == "DATE":
            gold.append((len(text), len(text) + len(piece), str(timex.get("value"))))
        text += piece
    return text, anchor, gold


def _pieces(body: etree._Element) -> Iterator[tuple[str, str, etree._Element | None]]:
    yield "text", body.text or "", None
    for child in body:
        yield ("timex" if child.tag == "TIMEX3" else "text"), "".join(map(str, child.itertext())), child
        yield "text", child.tail or "", None
