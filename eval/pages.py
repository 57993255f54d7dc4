"""pages: text, date, title, names and credit read from pages, beside plain trafilatura and htmldate.

The set is a folder of pages with `gold.jsonl`, one object a page; docs/how-to/evaluate.md has its layout. A key that
an object lacks is not counted for that page, so that simpler golds work too. Text is counted by stretches: those that
must be there and are (right), are not (missing), and those that must not be there and are (wrong).
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from careo import Report, Settings
from careo.errors import InputError
from careo.gather import gather
from careo.model.seen import Capture, Skip
from careo.readers.guard import parse
from careo.stages.read import read
from eval.fold import Folded, folded, plain, within
from eval.pages_peers import PEERS
from eval.pages_view import View, is_html
from eval.score import Score, SetMissing, prf, share

Gold = Mapping[str, Any]
Counts = tuple[int, int, int]
"""Right, found, gold."""

BUNDLED = Path(__file__).parent / "pages"
_SPECIAL = ("note", "update", "correction")
"""Parts that are looked for by role and beginning; captions are only asked to stay out of the body."""


@dataclass(frozen=True, slots=True)
class Read:
    """A page of the gold beside what one tool made of it; `None` where it read nothing."""

    gold: Gold
    own: View | None


Measure = Callable[[str, str, str, Sequence[Read]], list[Score]]
"""From set, language, label and pages to figures."""


def pages() -> list[Score]:
    """Return the figures of the bundled pages."""
    return _measure(BUNDLED, "pages")


def pages_data(data: Path) -> list[Score]:
    """Return the figures of the pages in a data folder; raises SetMissing."""
    if not (data / "pages" / "gold.jsonl").is_file():
        raise SetMissing(f"no {data / 'pages' / 'gold.jsonl'}")
    return _measure(data / "pages", "data")


def _measure(folder: Path, name: str) -> list[Score]:
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    golds: list[Gold] = [json.loads(line) for line in lines if line.strip()]
    done = [page for file in dict.fromkeys(gold["file"] for gold in golds) for page in _file(folder, file, golds)]
    html = [page for page in done if is_html(page.gold)]
    scores = _scores(name, done, "", _MEASURES)
    scores += _scores(f"{name}-html", html, "", _MEASURES)
    for peer, (view, measures) in PEERS.items():
        seen = [Read(page.gold, view((folder / page.gold["file"]).read_bytes())) for page in html]
        chosen = {measure: _MEASURES[measure] for measure in measures}
        scores += _scores(f"{name}-html", seen, peer, chosen)
    return scores


def _file(folder: Path, file: str, golds: Sequence[Gold]) -> Iterator[Read]:
    """Yield the gold pages of a file beside careo's reports; which belongs to which is told by text, then by place."""
    wanted = [gold for gold in golds if gold["file"] == file]
    found = list(_careo(folder / file))
    pairs = [(_likeness(gold, own), -n, -m) for n, gold in enumerate(wanted) for m, own in enumerate(found)]
    chosen: dict[int, View] = {}
    used: set[int] = set()
    for _, n, m in sorted(pairs, reverse=True):
        if -n not in chosen and -m not in used:
            chosen[-n] = found[-m]
            used.add(-m)
    yield from (Read(gold, chosen.get(n)) for n, gold in enumerate(wanted))


def _careo(path: Path) -> Iterator[View]:
    settings = Settings()
    for received in gather([str(path)], settings):
        if isinstance(received, Skip):
            continue
        try:
            reports = read(received, parse(received, settings))
        except InputError:
            continue
        yield from (_view(received.capture, report) for report in reports)


def _view(capture: Capture, report: Report) -> View:
    """Return a report as it is counted: its text without what is marked as furniture."""
    told = "".join("\n" if part.role == "furniture" else report.text[part.start : part.end] for part in report.parts)
    return View(
        text=told,
        title=report.title,
        published=report.published.value if report.published else None,
        author=report.author,
        credit=tuple((line.role, line.name) for line in report.credit),
        language=report.language,
        parts=tuple((part.role, report.text[part.start : part.end], part.date) for part in report.parts),
        member=capture.member or capture.url,
        item=report.item,
        captured=capture.captured,
    )


def _likeness(gold: Gold, own: View) -> tuple[int, bool, bool, bool]:
    text = Folded(own.text)
    hits = sum(text.find(segment)[0] >= 0 for segment in gold.get("segments") or ())
    member = bool(own.member and gold.get("member") and own.member.endswith(str(gold["member"])))
    return hits, _title_is(gold, own), member, own.item == gold.get("item", 0)


def _scores(set_: str, done: Sequence[Read], who: str, measures: Mapping[str, Measure]) -> list[Score]:
    """Return one tool's figures by language and over all; a peer's carry its name, so that they get no floor."""
    scores: list[Score] = []
    for language in [*sorted({page.gold["language"] for page in done}), "all"]:
        chosen = [page for page in done if language in (page.gold["language"], "all")]
        for name, measure in measures.items():
            scores += measure(set_, language, name, chosen)
    return [replace(score, measure=f"{score.measure} ({who})") for score in scores] if who else scores


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


def _date_is(gold: Gold, own: View) -> bool:
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


def _title_is(gold: Gold, own: View) -> bool:
    return own.title is not None and folded(own.title) == folded(gold.get("title") or "")


def _language_is(gold: Gold, own: View) -> bool:
    return bool(own.language and own.language.split("-")[0] == gold["language"].split("-")[0])


def _names(value: Any) -> list[tuple[str | None, str]]:
    """Return (role, name) of what the gold gives: a string, an object, or a list of either; null is none."""
    if value is None or value == "":
        return []
    if isinstance(value, str):
        return [(None, value)]
    if isinstance(value, Mapping):
        name = value.get("name") or value.get("verbatim")
        return [(value.get("role"), str(name))] if name else []
    return [pair for one in value for pair in _names(one)]


def _author(gold: Gold, own: View | None) -> Counts:
    wanted = {plain(name) for _, name in _names(gold["author"])}
    found = {plain(name) for name in own.author} if own else set()
    return len(wanted & found), len(found), len(wanted)


def _credit(gold: Gold, own: View | None) -> Counts:
    """Count credited names; where the gold gives no role, a name that stands in the line it quotes is right.

    A byline is counted with the authors: to call it a credit line as well is neither right nor wrong.
    """
    wanted = sorted(set(_names(gold["credit"])), key=lambda pair: (pair[0] is None, pair[1]))
    bylines = {("author", plain(name)) for _, name in _names(gold.get("author"))}
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


def _parts(gold: Gold, own: View | None) -> Counts:
    """Count notes, updates and corrections: right where one of that role holds the beginning, with the gold's date.

    A note that the gold has not is wrong where it holds words of the report; a byline or a credit line may be one.
    """
    wanted = [part for part in gold["parts"] or () if part["role"] in _SPECIAL]
    found = [part for part in own.parts if part[0] in _SPECIAL] if own else []
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


_MEASURES: dict[str, Measure] = {
    "read": _shared("file", lambda _gold, _own: True),
    "text": _counted("segments", _text),
    "date": _shared("published", _date_is),
    "date not in the future": _not_future,
    "title": _shared("title", _title_is),
    "author": _counted("author", _author),
    "credit": _counted("credit", _credit),
    "language": _shared("language", _language_is),
    "parts": _counted("parts", _parts),
    "captions out of body": _captions,
}
