"""How a page is counted: each measure goes from the pages of a language to figures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.fold import Folded, folded, plain, within
from eval.pages_view import View
from eval.score import Score, prf, share

Gold = Mapping[str, Any]
Counts = tuple[int, int, int]
"""Right, found, gold."""

SPECIAL = ("note", "update", "correction")
"""Parts that are looked for by role and beginning; captions are only asked to stay out of the body."""


@dataclass(frozen=True, slots=True)
class Read:
    """A page of the gold beside what one tool made of it; `None` where it read nothing."""

    gold: Gold
    own: View | None


Measure = Callable[[str, str, str, Sequence[Read]], list[Score]]
"""From set, language, label and pages to figures."""


def _shared(key: str, right: Callable[[Gold, View], bool]) -> Measure:
    """Make a share of pages that are right; those without the key are not counted, those not read are wrong."""

    def measure(set_: str, language: str, label: str, done: Sequence[Read]) -> list[Score]:
        asked = [page for page in done if key in page.gold]
        count = sum(page.own is not None and right(page.gold, page.own) for page in asked)
        return [share("pages", set_, language, (count, len(asked)), f"{label} right")] if asked else []

    return measure


def _counted(key: str, counts: Callable[[Gold, View | None], Counts]) -> Measure:
    """Make precision, recall and F1 of what is counted on each page that has the key."""

    def measure(set_: str, language: str, label: str, done: Sequence[Read]) -> list[Score]:
        rows = [counts(page.gold, page.own) for page in done if key in page.gold]
        right, found, gold = (sum(column) for column in zip((0, 0, 0), *rows, strict=True))
        return prf("pages", set_, language, (right, found, gold), label=f"{label} ")

    return measure


def _text(gold: Gold, own: View | None) -> Counts:
    text = Folded(own.text if own else "")
    right = sum(text.find(segment)[0] >= 0 for segment in gold["segments"])
    wrong = sum(text.find(stretch)[0] >= 0 for stretch in gold.get("furniture") or ())
    return right, right + wrong, len(gold["segments"])


def date_is(gold: Gold, own: View) -> bool:
    """Tell whether the day is the gold's, or none where it has none."""
    if gold["published"] is None or own.published is None:
        return gold["published"] is own.published
    return own.published[:10] == gold["published"][:10]


def _not_future(set_: str, language: str, label: str, done: Sequence[Read]) -> list[Score]:
    """Count, of the dated pages that say when they were captured, those that are not dated later."""
    dated = [
        (page.own.published[:10], captured[:10])
        for page in done
        if page.own and page.own.published and (captured := page.gold.get("captured") or page.own.captured)
    ]
    right = sum(published <= captured[: len(published)] for published, captured in dated)
    return [share("pages", set_, language, (right, len(dated)), f"{label} right")] if dated else []


def title_is(gold: Gold, own: View) -> bool:
    """Tell whether the title is the gold's, letter for letter."""
    return folded(own.title or "") == folded(gold.get("title") or "")


def language_is(gold: Gold, own: View) -> bool:
    """Tell whether the language is the gold's, regions aside."""
    return bool(own.language and own.language.split("-")[0] == gold["language"].split("-")[0])


def names(value: Any) -> list[tuple[str | None, str]]:
    """Return (role, name) of what the gold gives: a string, an object, or a list of either; null is none."""
    if value is None or value == "":
        return []
    if isinstance(value, str):
        return [(None, value)]
    if isinstance(value, Mapping):
        name = value.get("name") or value.get("verbatim")
        return [(value.get("role"), str(name))] if name else []
    return [pair for one in value for pair in names(one)]


def author(gold: Gold, own: View | None) -> Counts:
    """Count the authors."""
    wanted = {plain(name) for _, name in names(gold["author"])}
    found = {plain(name) for name in own.author} if own else set()
    return len(wanted & found), len(found), len(wanted)


def credit(gold: Gold, own: View | None) -> Counts:
    """Count credited names; where the gold gives no role, a name that stands in the line it quotes is right.

    A byline is counted with the authors: to call it a credit line as well is neither right nor wrong.
    """
    wanted = sorted(set(names(gold["credit"])), key=lambda pair: (pair[0] is None, pair[1]))
    bylines = {("author", plain(name)) for _, name in names(gold.get("author"))}
    asked = {(role or "author", plain(name)) for role, name in wanted}
    left = {(role, plain(name)) for role, name in own.credit} - (bylines - asked) if own else set()
    found, right = len(left), 0
    for role, name in wanted:
        hits = [pair for pair in sorted(left) if _credited(pair, role, name)]
        right += bool(hits)
        left -= set(hits[:1])
    return right, found, len(wanted)


def _credited(own: tuple[str, str], role: str | None, name: str) -> bool:
    return own == (role, plain(name)) if role else within(own[1], name)


def parts_of(gold: Gold, own: View | None) -> Counts:
    """Count notes, updates and corrections: right where one of that role holds the beginning, with the gold's date.

    A note that the gold has not is wrong where it holds words of the report; a byline or a credit line may be one.
    """
    wanted = [part for part in gold["parts"] or () if part["role"] in SPECIAL]
    found = [part for part in own.parts if part[0] in SPECIAL] if own else []
    right = sum(any(_is_part(part, wish) for part in found) for wish in wanted)
    extra = [part for part in found if not any(_is_part(part, wish) for wish in wanted)]
    wrong = sum(role != "note" or any(folded(s) in folded(text) for s in gold["segments"]) for role, text, _ in extra)
    return right, right + wrong, len(wanted)


def _is_part(part: tuple[str, str, str | None], wish: Gold) -> bool:
    role, text, date = part
    return role == wish["role"] and folded(wish["quote"]) in folded(text) and wish.get("date") in (None, date)


def _captions(set_: str, language: str, label: str, done: Sequence[Read]) -> list[Score]:
    """Count the captions that were not told as the report's own words: left out, or in a part of their own."""
    rows = [
        (part["quote"], page.own)
        for page in done
        for part in page.gold.get("parts") or ()
        if part["role"] == "caption" and page.own
    ]
    right = sum(
        not any(folded(quote) in folded(text) for role, text, _ in own.parts if role in ("lead", "body"))
        for quote, own in rows
    )
    return [share("pages", set_, language, (right, len(rows)), f"{label} right")] if rows else []


MEASURES: dict[str, Measure] = {
    "read": _shared("file", lambda _gold, _own: True),
    "text": _counted("segments", _text),
    "date": _shared("published", date_is),
    "date not in the future": _not_future,
    "title": _shared("title", title_is),
    "author": _counted("author", author),
    "credit": _counted("credit", credit),
    "language": _shared("language", language_is),
    "parts": _counted("parts", parts_of),
    "captions out of body": _captions,
}
