"""Page furniture in a report's text: appeals for money, newsletters, "read also", sharing, comments, cookies.

A line is judged by general words of its language, their number, its length and its neighbours; words inside
quotation marks never count, since a report may quote an appeal. It is thin: a whole paragraph of advertising
without an appeal stays body.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from careo.text.languages import identify
from careo.text.lexicon import LANGUAGES
from careo.text.quotes import find_quotes
from careo.text.sheet.layout import Line, any_of, words
from careo.text.sheet.tail import is_tail, names
from careo.text.sheet.writer import is_about_writer

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+)$")
_PROSE_END = re.compile(r"[.!?…][\"”»“’')\]]*$")
_AFTER_HEADING = re.compile(r"\s*(?:\([^()]*\))?\s*[:–—-]?\s*")
_LABEL_END = re.compile(r"\s*[:|>»→–—]")
_BARE = " \t.:!…*[](){}<>«»→↓↑▼▲|–—-_="
_SHARE_NAMES = frozenset(
    {
        "bluesky", "e", "email", "facebook", "flipboard", "instagram", "linkedin", "mail", "mastodon", "pinterest",
        "pocket", "reddit", "rss", "signal", "telegram", "threads", "tiktok", "tumblr", "twitter", "whatsapp", "x",
        "xing", "youtube",
    }
)  # fmt: skip

_PLACES = re.compile(
    r"\b(?:WhatsApp|Telegram|Google\s(?:News|Noticias|Notícias|Actualités|Nieuws|Discover)|Facebook|Instagram|Messenger"
    r"|Signal|Threads|Bluesky|Mastodon|TikTok|YouTube|Twitter|Viber|X\b)"
)
_INVITATION = 250

_APPEAL = 3
"""What is asked, of whom and by whom: one point each; a set phrase of asking is two."""
_SHORT = 60
"""A button or a teaser: two points are enough there."""
_LONG, _TOO_LONG = 350, 700
"""An appeal is short: a longer line needs one point more, a much longer one is never an appeal."""
_FEW = 4
_BULLETS = "-–—*•>»→▶►➤▸‣· "
_ARROWS = ("→", "▶", "►", "➤", "▸", "»", ">")
_NEAR = 3
_ITEM = 160
"""A line in a list of headlines is no longer."""


def furniture(
    text: str, lines: Sequence[Line], language: str, *, outlet: str | None = None, people: Collection[str] = ()
) -> frozenset[int]:
    """Return the indices of the lines that are page furniture.

    Args:
        text: the report's text.
        lines: its lines.
        language: of the report; a line that is clearly in another is judged by that one's words too.
        outlet: who published it, where that is known: an outlet that names itself speaks of itself.
        people: who wrote it; a line under the report that tells what one of them does is about the writer.
    """
    page = _Page(text, lines, outlet, frozenset(name.casefold() for name in people))
    spoken = [_languages(text, lines, index, language) for index in range(len(lines))]
    found = {index for index in range(len(lines)) if any(_is_furniture(page, index, one) for one in spoken[index])}
    for index in sorted(found):
        for one in spoken[index]:
            found |= _teaser(text, lines, index, one, outlet)
    listed: set[int] = set()
    for index, line in enumerate(lines):
        if index not in listed and any(_is_related_heading(text, line, one) for one in spoken[index]):
            listed |= {index, *_list_after(text, lines, index, found)}
    return frozenset(found | listed)


def _languages(text: str, lines: Sequence[Line], index: int, main: str) -> tuple[str, ...]:
    """Return the languages whose words a line is judged by: the report's, and its own where that is another.

    A short line near an end says too little to tell; the words of all languages are tried on it.
    """
    line = lines[index]
    if main == "und":
        return ()
    near = index < _NEAR or index >= len(lines) - 2 * _NEAR
    if line.length < _SHORT:
        return (main, *(one for one in LANGUAGES if one != main)) if near else (main,)
    if line.length > _LONG or not near:
        return (main,)
    own = identify(text[line.start : line.end])
    return (main, own) if own != main and own in LANGUAGES else (main,)


@dataclass(frozen=True, slots=True)
class _Page:
    """A text, its lines, and who made it."""

    text: str
    lines: Sequence[Line]
    outlet: str | None
    people: frozenset[str]


def _is_furniture(page: _Page, index: int, language: str) -> bool:
    line = page.lines[index]
    if line.length > _TOO_LONG:
        return False
    content = page.text[line.start : line.end]
    late = 3 * index >= 2 * len(page.lines)
    return (
        _is_appeal(content, language, first=index == 0, outlet=page.outlet)
        or _is_share(content, language)
        or _is_comments(content, language)
        or _is_cookie_line(content, language)
        or _is_related_line(content, language)
        or _is_invitation(content, language)
        or (index > 0 and _is_button(content, language))
        or is_tail(page.text, page.lines, index, language, outlet=page.outlet)
        or (late and _opens(content, language, "rights", marks="©"))
        or (late and _opens(content, language, "tags", colon=True))
        or is_about_writer(content, language, people=page.people, last=len(page.lines) - 1 - index)
    )


def _is_button(content: str, language: str) -> bool:
    """A line that is nothing but an advertisement's heading, or what one is to click."""
    bare = content.strip(_BARE).casefold()
    known = (*words(language, "furniture", "lines", "advert"), *words(language, "furniture", "lines", "buttons"))
    return len(content) <= 2 * _SHORT and bare in known


def _outside_quotes(content: str, language: str) -> str:
    """Return the line with what it quotes blanked out."""
    for start, end in find_quotes(content, language):
        content = content[:start] + " " * (end - start) + content[end:]
    return content


def _is_appeal(content: str, language: str, *, first: bool, outlet: str | None = None) -> bool:
    own = _outside_quotes(content.lower() if content.isupper() else content, language)
    score, phrase = _appeal_score(own, language, outlet)
    needed = _APPEAL + (len(content) > _LONG)
    # A headline may well begin like a button; a button is never the first thing in a text.
    button = phrase and len(content) <= _SHORT and not first
    return score >= needed or (button and score >= 2)


def _appeal_score(content: str, language: str, outlet: str | None) -> tuple[int, bool]:
    present = _WORD.findall(content)
    # "Ihre" may be told from "ihre" inside a sentence, "We" is "we" at its start, but "US" is never "us".
    forms = {*present, *(word[0].lower() + word[1:] for word in present)}
    you, we = (not forms.isdisjoint(words(language, "furniture", "appeal", key)) for key in ("you", "we"))
    phrases = [
        match.span()
        for match in any_of(language, "furniture", "appeal", "phrases").finditer(content)
        if _SENTENCE_START.search(content[: match.start()])
    ]
    for start, end in phrases:  # a word does not count again beside the phrase it is in
        content = content[:start] + " " * (end - start) + content[end:]
    inbox = any_of(language, "furniture", "appeal", "inbox").search(content) is not None
    asked = {word.lower() for word in _WORD.findall(content)}
    called = not asked.isdisjoint(words(language, "furniture", "appeal", "words"))
    means = any_of(language, "furniture", "appeal", "means").search(content) is not None
    # Who names itself, or asks by a set phrase, and speaks of its means.
    own = we or names(content, outlet)
    return you + own + called + (inbox and called) + (means and (own or bool(phrases))) + 2 * bool(phrases), bool(
        phrases
    )


def _teaser(text: str, lines: Sequence[Line], index: int, language: str, outlet: str | None) -> set[int]:
    """Return the line before an appeal where it is the question, or the heading, that leads up to it."""
    line, before = lines[index], index - 1
    if before < 1 or not _is_appeal(text[line.start : line.end], language, first=False, outlet=outlet):
        return set()
    content = text[lines[before].start : lines[before].end]
    means = any_of(language, "furniture", "appeal", "means").search(content) is not None
    return {before} if len(content) <= _SHORT and (content.endswith(("?", "!")) or means) else set()


def _is_share(content: str, language: str) -> bool:
    present = [word.lower() for word in _WORD.findall(content)]
    own = words(language, "furniture", "lines", "share")
    named = sum(word in _SHARE_NAMES for word in present)
    known = named + sum(word in own and word not in _SHARE_NAMES for word in present)
    return len(content) <= 2 * _SHORT and 0 < len(present) == known and (named > 0 or len(present) <= 3)


def _is_comments(content: str, language: str) -> bool:
    known = words(language, "furniture", "lines", "comments")
    bare = re.sub(r"[\d().:,!…\s]+", " ", content).strip().lower()
    counted = re.match(r"\(?\d+\)?\s+([^\W\d_]+)\b[^.]*$", content)
    return len(content) <= _SHORT and (bare in known or (counted is not None and counted[1].lower() in known))


def _is_invitation(content: str, language: str) -> bool:
    """Whether a short line tells the reader to follow or to join the outlet somewhere else ("our WhatsApp channel")."""
    own = _outside_quotes(content, language)
    if len(own) > _INVITATION or not _PLACES.search(own):
        return False
    asked = any_of(language, "furniture", "lines", "join").finditer(own)
    return any(_SENTENCE_START.search(own[: match.start()]) for match in asked)


def _is_cookie_line(content: str, language: str) -> bool:
    own = _outside_quotes(content, language)
    present = set(_WORD.findall(own)) | {word.lower() for word in _WORD.findall(own)}
    asked = (*words(language, "furniture", "appeal", "we"), *words(language, "furniture", "appeal", "you"))
    spoken = any_of(language, "furniture", "lines", "consent").search(own) is not None
    named = not present.isdisjoint(words(language, "furniture", "lines", "cookies"))
    return named and (spoken or not present.isdisjoint(asked))


def _opens(content: str, language: str, key: str, *, marks: str = "", colon: bool = False) -> bool:
    match = any_of(language, "furniture", "lines", key).match(content)
    if match is None:
        return bool(marks) and content.startswith(tuple(marks)) and len(content) <= _ITEM
    return len(content) <= 2 * _ITEM and (not colon or content[match.end() :].lstrip().startswith(":"))


def _is_related_line(content: str, language: str) -> bool:
    """A single "Read also: ..." between paragraphs; a title may follow such a phrase without a colon."""
    pointed = content.startswith(_ARROWS)
    content = content.lstrip(_BULLETS)
    match = any_of(language, "furniture", "lines", "related").match(content)
    if match is None or len(content) > 2 * _ITEM:
        return False
    if pointed or _LABEL_END.match(content, match.end()):
        return True
    rest = content[match.end() :].lstrip('“"«„ ')
    titled = rest[:1].isupper() or len(content) <= _SHORT
    return " " in match[0] and len(content) <= _ITEM and titled and not _PROSE_END.search(content)


def _is_related_heading(text: str, line: Line, language: str) -> bool:
    content = text[line.start : line.end].lstrip(_BULLETS)
    match = any_of(language, "furniture", "lines", "related").match(content)
    if match is None:
        return False
    rest = _AFTER_HEADING.match(content, match.end())
    return (rest is not None and rest.end() == len(content)) or _in_archive(content[match.end() :], language)


def _in_archive(rest: str, language: str) -> bool:
    """Whether a heading goes on "in our archive:"."""
    filed = any_of(language, "furniture", "lines", "archive").search(rest)
    return filed is not None and len(rest.split()) <= _FEW and rest.rstrip().endswith(":")


def _list_after(text: str, lines: Sequence[Line], heading: int, found: set[int]) -> set[int]:
    """Return the lines of the list under a heading: to the end of the text, or else to the next gap."""
    items: list[int] = []
    for index in range(heading + 1, len(lines)):
        line = lines[index]
        prose = line.length > _ITEM or _PROSE_END.search(text[line.start : line.end])
        if prose and index not in found:
            gap = next((number for number, item in enumerate(items) if number and lines[item].apart), len(items))
            return set(items[:gap])
        items.append(index)
    return set(items)
