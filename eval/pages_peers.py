"""Plain trafilatura and htmldate, as their first page of documentation calls them: the measure to stand beside."""

from collections.abc import Callable, Sequence

import htmldate
import trafilatura

from eval.pages_view import View


def _trafilatura(data: bytes) -> View | None:
    found = trafilatura.bare_extraction(data, with_metadata=True)
    if found is None:
        return None
    names = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return View(text=found.text or "", title=found.title, published=found.date, author=names)


def _htmldate(data: bytes) -> View | None:
    return View(text="", title=None, published=htmldate.find_date(data, original_date=True))


PEERS: dict[str, tuple[Callable[[bytes], View | None], Sequence[str]]] = {
    "trafilatura": (_trafilatura, ("read", "text", "date", "title", "author")),
    "htmldate": (_htmldate, ("read", "date")),
}
"""Each tool with what it is asked for."""
