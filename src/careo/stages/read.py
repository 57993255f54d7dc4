"""read: what a reader found in a capture becomes Reports, cleaned, dated, and marked part by part.

What it cannot do yet: a line is one part, but for editors' remarks in brackets after a full stop; a paragraph in two
languages is taken to be in the one it has more of. Which reports are versions of one another is seen over all reports.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from careo.errors import UnreadableInput
from careo.model.ids import report_id, sha256
from careo.model.seen import Part, PartRole, Precision, Published, Quote, Received, Report, Run
from careo.readers.base import Article, Paragraph
from careo.text.languages import identify, spoken
from careo.text.lexicon import LANGUAGES
from careo.text.normalise import clean, composed, flat, normalised
from careo.text.quotes import find_quotes
from careo.text.sheet.credit import find_credits
from careo.text.sheet.dateline import dateline_day
from careo.text.sheet.evidence import chosen, completed, ordered
from careo.text.sheet.furniture import furniture
from careo.text.sheet.layout import Line, lines_of
from careo.text.sheet.masthead import is_signed, masthead
from careo.text.sheet.notes import Note, find_notes, inside_remarks
from careo.text.sheet.outlet import Outlet, find_outlet, shortened
from careo.text.sheet.signatures import FoundCredit
from careo.text.sheet.slug import slugs
from careo.text.sheet.stated import StatedDate

_EDGE_TOP, _EDGE_END = 6, 3
"""A line that only gives the date stands among the first lines or the last."""

_TITLE = 140
_SPACE = re.compile(r"\s+")


def read(received: Received, articles: tuple[Article, ...]) -> tuple[Report, ...]:
    """Return one report an article, in their order.

    Raises:
        UnreadableInput: if an article has no text left after cleaning.
    """
    # What a capture of several was fetched from is the address of the list, not of each.
    alone = len(articles) == 1
    return tuple(_report(received, item, article, alone=alone) for item, article in enumerate(articles))


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with its lines, and what the format said about them."""

    text: str
    lines: tuple[Line, ...]
    marked: tuple[PartRole | None, ...]
    pages: tuple[int | None, ...]
    language: str
    spoken: tuple[str | None, ...]
    """The language of each line, where it tells."""
    runs: tuple[Run, ...]


def _report(received: Received, item: int, article: Article, *, alone: bool) -> Report:
    page = _page(article, received.capture.origin)
    told = frozenset(index for index, role in enumerate(page.marked) if role == "furniture")
    credits_ = _credits(page, told)
    outlet = _outlet(page, article, credits_)
    people = [*article.author, *(found.credit.name for found in credits_ if found.credit.role == "author")]
    known = furniture(page.text, page.lines, page.language, outlet=outlet.name, people=people)
    hidden = known.difference(_copyrights(credits_)).union(told, slugs(page.text, page.lines))
    credits_ = [found for found in credits_ if _line_at(page, found.credit.start) not in hidden]
    notes = {index: Note("note") for index in outlet.lines} | _notes(page, hidden, credits_, article.author)
    title, headline = _title(page, article, {*hidden, *notes})
    parts = _parts(page, hidden, notes, headline)
    dates = ordered([*article.published, *_credited(credits_), *_visible(page, parts, hidden)])
    published = chosen(dates, received.capture.captured)
    return Report(
        id=report_id(received.capture.id, item),
        capture=received.capture.id,
        item=item,
        text_sha256=sha256(page.text),
        language=page.language,
        title=title,
        publisher=outlet.name,
        author=_author(article, credits_) or _writers(page, hidden),
        url=article.url or (received.capture.url if alone else None),
        published=published,
        dates=dates,
        credit=tuple(found.credit for found in credits_ if not _is_byline(found, outlet.name)),
        parts=tuple(replace(part, date=completed(part.date, published)) for part in _with_remarks(page, parts)),
        quotes=tuple(Quote(start, end) for start, end in find_quotes(page.text, page.language)),
        version_of=None,
        text=page.text,
        encoding=article.encoding,
        runs=page.runs,
    )


def _page(article: Article, origin: str) -> _Page:
    text, runs, sources = _joined(article.paragraphs)
    if not any(character.isalnum() for character in text):
        raise UnreadableInput(f"{origin}: no text is left of it after cleaning; save the text of the article itself")
    marked, pages = tuple(one.role for one in sources), tuple(one.page for one in sources)
    language, lines = _language(text, article.language), lines_of(text)
    own = spoken((text[line.start : line.end] for line in lines), language)
    return _Page(text, lines, marked, pages, language, own, runs)


def _joined(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Run, ...], list[Paragraph]]:
    """Return the cleaned text, its places in the source, and the paragraph that each of its lines comes from."""
    cleaned = [normalised(paragraph.text) for paragraph in paragraphs]
    whole = "\n".join(one.text for one in cleaned)
    text, cut = whole.strip(), len(whole) - len(whole.lstrip())
    placed: list[Run] = []
    at = -cut
    for one, paragraph in zip(cleaned, paragraphs, strict=True):
        placed += (Run(run.start + at, run.end + at, run.source) for run in composed(one.runs, paragraph.runs))
        at += len(one.text) + 1
    sources = [
        two for one, two in zip(cleaned, paragraphs, strict=True) for line in one.text.split("\n") if line.strip()
    ]
    return text, composed((Run(0, len(text), 0),), placed), sources


def _language(text: str, declared: str | None) -> str:
    """Return the language the text is in; what the format declares decides only where the text does not tell."""
    found = identify(text)
    hint = (declared or "").replace("_", "-").split("-")[0].lower()
    told = found != "und" and (found in LANGUAGES or len(text) >= 200)
    return hint if not told and re.fullmatch("[a-z]{2,3}", hint) else found


def _copyrights(credits_: Sequence[FoundCredit]) -> Iterable[int]:
    """Return the lines that claim the text for a news agency: they look like every page's foot and are a credit."""
    return (index for found in credits_ if found.kind == "agency" for index in found.lines)


def _is_byline(found: FoundCredit, outlet: str | None) -> bool:
    """Who wrote the report, and for its own outlet, is its byline; a credit says whose words it rests on."""
    own = outlet is not None and _same(found.credit.name, outlet)
    return found.kind in ("byline", "author") and (found.credit.role == "author" or own)


def _credits(page: _Page, hidden: frozenset[int]) -> list[FoundCredit]:
    found = find_credits(page.text, page.lines, page.language)
    return [one for one in found if _line_at(page, one.credit.start) not in hidden]


def _line_at(page: _Page, offset: int) -> int:
    return bisect_right([line.start for line in page.lines], offset) - 1


def _outlet(page: _Page, article: Article, credits_: Sequence[FoundCredit]) -> Outlet:
    people = [*article.author, *(found.credit.name for found in credits_)]
    known = shortened(_tidy(article.publisher), article.url)
    return find_outlet(page.text, page.lines, page.language, known=known, people=people)


def _notes(
    page: _Page, hidden: frozenset[int], credits_: Sequence[FoundCredit], people: Collection[str]
) -> dict[int, Note]:
    notes = {index: Note("note") for found in credits_ for index in found.lines}
    notes |= {index: Note("note") for index in _date_lines(page, hidden)}
    notes |= {index: Note("note") for index in _signed_lines(page, people) if index not in hidden}
    free = [
        index not in hidden and index not in notes and page.marked[index] is None for index in range(len(page.lines))
    ]
    languages = tuple(
        (page.language, own) if own and own != page.language and own in LANGUAGES else (page.language,)
        for own in page.spoken
    )
    return notes | find_notes(page.text, page.lines, languages, free)


def _date_lines(page: _Page, hidden: Collection[int]) -> dict[int, StatedDate]:
    """Return the lines near either end that only date the report; a chronology, with many such lines, has none.

    Days further down than the middle are those of comments or of other reports, if the top has one of its own.
    """
    count = len(page.lines)
    dated = {index: date for index in range(count) if index not in hidden and (date := _dated(page, index))}
    top = {index: date for index, date in dated.items() if index < _EDGE_TOP}
    upper = {date.value for index, date in dated.items() if index < _EDGE_TOP or 2 * index < count}
    if top and len(upper) == 1:
        return top
    edges = {index: date for index, date in dated.items() if index < _EDGE_TOP or index >= count - _EDGE_END}
    return edges if len({date.value for date in dated.values()}) == 1 else {}


def _writers(page: _Page, hidden: Collection[int]) -> tuple[str, ...]:
    """Return whom the lines that date the report name beside the day ("Posted on 3 May by NAME")."""
    found = (masthead(page.text, page.lines[index], page.language) for index in _date_lines(page, hidden))
    return tuple(dict.fromkeys(name for one in found if one for name in one.writers))


def _signed_lines(page: _Page, people: Collection[str]) -> Iterable[int]:
    top = range(min(_EDGE_TOP, len(page.lines)))
    return (index for index in top if is_signed(page.text, page.lines[index], page.language, people))


def _dated(page: _Page, index: int) -> StatedDate | None:
    if page.marked[index] == "headline":  # it may tell the day of the matter
        return None
    found = masthead(page.text, page.lines[index], page.language)
    return found.published if found else None


def _title(page: _Page, article: Article, other: set[int]) -> tuple[str | None, int | None]:
    """Return the title, and the line that is the headline, if the text holds it."""
    given = _tidy(article.title)
    marked = next((index for index, role in enumerate(page.marked) if role == "headline"), None)
    if marked is not None:
        return given or _content(page, marked), marked
    first = next((index for index in range(len(page.lines)) if index not in other), None)
    if first is None:
        return given, None
    if given:
        return given, first if _same(given, _content(page, first)) else None
    return (_content(page, first), first) if _looks_like_headline(page, first, other) else (None, None)


def _looks_like_headline(page: _Page, index: int, other: set[int]) -> bool:
    """A short first line that does not end like a sentence, and stands apart, or above much longer ones or a byline."""
    if index + 1 >= len(page.lines):
        return False
    line, after = page.lines[index], page.lines[index + 1]
    content = _content(page, index)
    ends_open = not content.endswith((".", ",", ":", ";", "-", "–"))
    apart = after.apart or after.length >= 2 * line.length or index + 1 in other
    return line.length <= _TITLE and len(content.split()) >= 2 and ends_open and apart


def _parts(page: _Page, hidden: frozenset[int], notes: dict[int, Note], headline: int | None) -> tuple[Part, ...]:
    """Return the parts: they cover the text, and the space after a line belongs to it."""
    kinds: list[Note] = []
    for index in range(len(page.lines)):
        kinds.append(_kind(page, index, hidden, notes, headline))
    lead = next((index for index, kind in enumerate(kinds) if kind.role == "body"), None)
    if lead is not None:
        kinds[lead] = Note("lead")
    parts: list[Part] = []
    for line, kind, number, own in zip(page.lines, kinds, page.pages, page.spoken, strict=True):
        last = parts[-1] if parts else None
        alike = last and (last.language or page.language) == (own or page.language)
        if last and last.page == number and alike and _joins(last, kind, line):
            parts[-1] = replace(last, language=last.language or own)
            continue
        if last:
            parts[-1] = replace(last, end=line.start)
        parts.append(Part(kind.role, line.start, len(page.text), own, kind.date, number))
    return tuple(parts)


def _with_remarks(page: _Page, parts: Sequence[Part]) -> Iterable[Part]:
    """Yield the parts, those with editors' remarks inside cut up."""
    for part in parts:
        found = inside_remarks(page.text, part, page.language) if part.role in ("lead", "body") else ()
        at = part.start
        for start, end in found:
            if start > at:
                yield replace(part, start=at, end=start)
            yield replace(part, role="note", start=start, end=end)
            at = end
        if at < part.end:
            yield replace(part, start=at)


def _kind(page: _Page, index: int, hidden: frozenset[int], notes: dict[int, Note], headline: int | None) -> Note:
    if index == headline:
        return Note("headline")
    if index in hidden:
        return Note("furniture")
    return notes.get(index) or Note(page.marked[index] or "body")


def _joins(last: Part, kind: Note, line: Line) -> bool:
    """Lines of one role make one part; remarks and captions are parts of their own where they stand apart."""
    alike = (last.role, last.date) == (kind.role, kind.date) and kind.role not in ("headline", "lead")
    return alike and not (kind.role in ("note", "caption") and line.apart)


def _visible(page: _Page, parts: Sequence[Part], hidden: Collection[int]) -> Iterable[Published]:
    """Dates a reader of the text sees: on a line of their own, or in the dateline that opens the report."""
    for line in _date_lines(page, hidden).values():
        yield Published(line.value, "day", "visible", page.text[line.start : line.end])
    for part in parts:
        if part.role == "lead" and (found := dateline_day(page.text, part.start, part.end, page.language)):
            yield Published(found.value, "day", "visible", page.text[found.start : found.end])


def _credited(credits_: Sequence[FoundCredit]) -> Iterable[Published]:
    """A date in a credit dates the original; for want of a better one it dates the report, and says so.

    Beside a byline it is the report's own date.
    """
    for found in credits_:
        if found.credit.date:
            method = "visible" if found.kind in ("byline", "author") else "credit"
            precision: Precision = "day" if len(found.credit.date) == 10 else "month"
            yield Published(found.credit.date, precision, method, found.credit.verbatim)


def _author(article: Article, credits_: Sequence[FoundCredit]) -> tuple[str, ...]:
    """Return who the format, else a byline, else the credit of the source names as the writer."""
    written = [found for found in credits_ if found.credit.role == "author"]
    signed = [found.credit.name for found in written if found.kind in ("byline", "author")]
    sources = [found.credit.name for found in written if found.kind == "source"]
    return tuple(dict.fromkeys([clean(name) for name in article.author] or signed or sources))


def _content(page: _Page, index: int) -> str:
    return page.text[page.lines[index].start : page.lines[index].end]


def _tidy(value: str | None) -> str | None:
    return flat(clean(value)) or None if value else None


def _same(one: str, other: str) -> bool:
    return _SPACE.sub(" ", one).casefold() == _SPACE.sub(" ", other).casefold()
