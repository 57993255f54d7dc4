"""What one tool makes of a page, in the shape in which pages are counted; and the table of the counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.score import Score


@dataclass(frozen=True, slots=True)
class View:
    """A page as a tool reads it."""

    text: str
    """All it tells as text."""
    title: str | None
    published: str | None
    author: tuple[str, ...] = ()
    credit: tuple[tuple[str, str], ...] = ()
    """Role and name."""
    language: str | None = None
    parts: tuple[tuple[str, str, str | None], ...] = ()
    """Role, text and date."""
    member: str | None = None
    """What the page is called inside its file."""
    item: int = 0
    captured: str | None = None


def is_html(gold: Mapping[str, Any]) -> bool:
    """Tell whether a page is an HTML file, which any tool for web pages reads."""
    return str(gold["file"]).lower().endswith((".html", ".htm")) and not gold.get("member")


_COLUMNS = {
    "pages": "read right", "text p": "text precision", "r": "text recall", "f1": "text f1", "date": "date right",
    "past": "date not in the future right", "title": "title right", "author": "author f1", "credit": "credit f1",
    "lang": "language right", "parts": "parts f1", "capt.": "captions out of body right",
}  # fmt: skip


def table(scores: Sequence[Score]) -> str:
    """Return the figures of pages with one line for each set, language and tool; `pages` is how many they are."""
    rows: dict[tuple[str, str, str], dict[str, Score]] = {}
    for score in scores:
        measure, _, who = score.measure.removesuffix(")").partition(" (")
        rows.setdefault((score.set, score.language, who or "careo"), {})[measure] = score
    lines = [f"{'set':<12}{'lang':<5}{'tool':<12}" + "".join(f"{name:>7}" for name in _COLUMNS)]
    for set_, language, who in sorted(rows, key=lambda row: (row[0], row[1] == "all", row[1])):
        found = rows[set_, language, who]
        lines.append(f"{set_:<12}{language:<5}{who:<12}" + "".join(_cell(found.get(m), m) for m in _COLUMNS.values()))
    return "\n".join(lines)


def _cell(score: Score | None, measure: str) -> str:
    if score is None:
        return f"{'-':>7}"
    return f"{score.count:>7}" if measure == "read right" else f"{score.value:>7.3f}"
