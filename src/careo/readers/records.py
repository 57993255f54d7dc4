"""Articles as data files have them: a value for each named field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from careo.errors import TooLarge, UnreadableInput
from careo.model.seen import Precision, Published
from careo.readers.base import Article, Paragraph
from careo.readers.body import body, line, readable
from careo.readers.columns import NAMES, Field, chosen
from careo.readers.people import people
from careo.readers.stamp import Order, day, day_in_path, numeric_day, order_of
from careo.text.lexicon import LANGUAGES
from careo.text.normalise import fold
from careo.text.sheet.stated import day_in

MOST = 20_000
"""Articles of one file: all of them are in memory at once. 19,000 of 370 characters took 10 s on a busy machine."""
_MOST_ROWS = 5 * MOST
"""Rows looked at, those without a text as well: two million empty objects took 104 s."""
_SHOWN, _NAME = 12, 40
_LONGEST_DATE = 60
_TOP = 6


@dataclass(frozen=True, slots=True)
class Record:
    """An article by its fields, each value as the file has it."""

    title: str = ""
    text: str = ""
    teaser: str = ""
    author: tuple[str, ...] = ()
    publisher: str = ""
    published: tuple[str, ...] = ()
    url: str = ""
    language: str = ""


def record(values: Mapping[str, Sequence[str]]) -> Record:
    """Return the record in a row, whatever its fields are called; of several texts the longest one."""
    named = chosen(tuple(name for name, found in values.items() if any(one.strip() for one in found)))

    def first(field: Field) -> str:
        return next((values[name][0].strip() for name in named.get(field, ())), "")

    addresses = [one.strip() for name in named.get("url", ()) for one in values[name] if address(one)]
    papers = [values[name][0].strip() for name in named.get("publisher", ()) if not address(values[name][0])]
    return Record(
        title=first("title"),
        text=max(("\n\n".join(values[name]) for name in named.get("text", ())), key=len, default=""),
        teaser=first("teaser"),
        author=tuple(values[named["author"][0]]) if "author" in named else (),
        publisher=papers[0] if papers else "",
        published=tuple(values[name][0].strip() for name in named.get("published", ())),
        url=addresses[0] if addresses else "",
        language=first("language"),
    )


def articles(records: Iterable[Record]) -> tuple[Article, ...]:
    """Return the articles of one file in their order; records without text are passed over.

    Raises:
        TooLarge: if there are more than MOST.
    """
    found: list[Record] = []
    for number, one in enumerate(records):
        found += [one] if one.text.strip() or one.teaser.strip() else []
        if number >= _MOST_ROWS or len(found) > MOST:
            raise TooLarge(f"more than {MOST} articles, or {_MOST_ROWS} rows; split the file")
    order = order_of(stamp for one in found for stamp in one.published)
    return tuple(made for one in found if (made := article(one, order=order)))


def article(given: Record, text: tuple[Paragraph, ...] = (), *, order: Order | None = None) -> Article | None:
    """Return a record's article, `None` where it has no text; a title that the text does not begin with is added.

    Args:
        given: the record.
        text: its text, where it stands elsewhere than in the record.
        order: how the file it stands in writes dates in figures.
    """
    text = text or _text(given)
    if not readable(text):
        return None
    title = line(given.title)
    return Article(
        paragraphs=titled(title, text),
        title=title,
        author=tuple(dict.fromkeys(name for value in given.author for name in people(value))),
        publisher=line(given.publisher),
        url=given.url or None,
        published=tuple(_published(given, order)),
        language=given.language or None,
    )


def _text(given: Record) -> tuple[Paragraph, ...]:
    whole = body(given.text)
    if readable(whole):
        return whole
    return tuple(Paragraph(one.text, one.role or "lead") for one in body(given.teaser))


def titled(title: str | None, text: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return a text with a headline: its own, a line at its beginning that is the title, or the title over it."""
    if not title or not text or any(one.role == "headline" for one in text):
        return text
    wanted = fold(title).split()
    at = next((number for number, one in enumerate(text[:_TOP]) if fold(one.text).split() == wanted), None)
    if at is None:
        return (Paragraph(title, "headline"), *text)
    rest = (*text[:at], *text[at + 1 :])
    return (*text[:at], replace(text[at], role="headline"), *text[at + 1 :]) if readable(rest) else text


def nothing(names: Iterable[str], *, rows: str) -> UnreadableInput:
    """Return the error for a file none of whose rows has a text: which names it has, which were looked for."""
    found = [name.strip()[:_NAME] for name in dict.fromkeys(names) if name.strip()]
    listed = ", ".join(found[:_SHOWN]) + (", ..." if len(found) > _SHOWN else "")
    wanted = ", ".join(NAMES["text"][:6])
    return UnreadableInput(
        f"no {rows} has a text; its names are: {listed or 'none'}; looked for: {wanted} and the like; "
        "name the one with the text so"
    )


def address(value: str) -> str | None:
    """Return an address a reader may follow; anything else is no place of publication."""
    value = value.strip()
    return value if value.lower().startswith(("https://", "http://")) and " " not in value else None


def _published(given: Record, order: Order | None) -> Iterable[Published]:
    for stamp in given.published:
        found = day(stamp) or numeric_day(stamp, order) or _worded(stamp, given.language)
        if found:
            yield Published(found[0], found[1], "record", stamp)
    path = day_in_path(given.url)
    if path:
        yield Published(path[0], "day", "url", path[1])


@lru_cache(maxsize=4096)
def _worded(stamp: str, language: str) -> tuple[str, Precision] | None:
    """Return the day in a stamp with the name of a month: in the record's own language, else in any."""
    if len(stamp) > _LONGEST_DATE or sum(map(str.isalpha, stamp)) < 3:
        return None
    own = language.replace("_", "-").split("-")[0].lower()
    found = (day_in(stamp, 0, len(stamp), one) for one in dict.fromkeys((own, "en", *LANGUAGES)))
    date = next(filter(None, found), None)
    return (date.value, date.precision) if date else None
