"""Which outlet published a text that has no field for it: the masthead, the imprint, the tail of the page.

A capitalised line or piece is a candidate only; it is the outlet's name where something else says so: a word that
papers are called by, an article before it, or the same name in the page's own tail. Places and the people who
sign are never outlets, and an outlet credited as the source is another one, unless that stands right over the day.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from careo.text.lexicon import LANGUAGES
from careo.text.names.places import place_of
from careo.text.normalise import flat, fold
from careo.text.sheet.bearers import ends_like, is_agency
from careo.text.sheet.layout import Line, any_of, words
from careo.text.sheet.masthead import masthead

_TOP, _TAIL = 6, 4
_NAME_WORDS, _NAME = 6, 60
_TAIL_LINE = 200
_CROWN_WORDS = 3
_WHERE = frozenset({"at", "em", "en", "im", "in", "à"})
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;,…][\"”»“’')\]]*$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*)?(?:by\s)?", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.IGNORECASE)
_SECTION = re.compile(r"\s+[-–—|»:·]\s+|:\s+")
_NO_NAME = re.compile(r"[\d:;?!…,.()|]")
_COMPANY = frozenset({"ag", "bv", "gmbh", "inc", "limited", "llc", "ltd", "nv", "plc", "sa", "sl", "srl"})
_RUN = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w'’&-]*(?:\s+(?:(?:d[aeiou]s?|dei|dell[ao]|del|der|dem|des|die|las?|los|les|van|von|het|the|of|for|and|und"
    r"|en|y|e|et|am|im|zu|zum|zur|in)\s+){0,2}[^\W\d_a-zß-öø-ÿ][\w'’&-]*)*"
)
_PARTICLES = frozenset(
    {
        "am", "an", "and", "d", "da", "das", "de", "dei", "del", "della", "dello", "dem", "den", "der", "des", "di",
        "die", "do", "dos", "du", "e", "el", "en", "et", "für", "het", "im", "in", "l", "la", "las", "le", "les",
        "los", "of", "the", "und", "van", "vom", "von", "y", "zu", "zum", "zur",
    }
)  # fmt: skip
_SURE_ARTICLES = frozenset({"das", "der", "die", "het", "the"})
_ARTICLES = frozenset(
    {"das", "de", "der", "die", "el", "het", "la", "las", "le", "les", "los", "the", "o", "a", "il", "lo"}
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """The outlet's name, and the lines at the top that are nothing but that name."""

    name: str | None
    lines: tuple[int, ...]


def find_outlet(text: str, lines: Sequence[Line], language: str, *, known: str | None, people: Iterable[str]) -> Outlet:
    """Return the outlet that the text says it is from, and where its name stands alone over the report.

    Args:
        text: the report's text.
        lines: its lines.
        language: of the report.
        known: the publisher's name that the format gives, which goes before all others.
        people: who signs or is credited; none of them is the outlet.
    """
    others = {_key(name) for name in people}
    alone = _alone(text, lines, language)
    chosen = known or next(_told(text, lines, language, others), None)
    own = tuple(index for index, name in alone if chosen and _key(name) == _key(chosen))
    return Outlet(_cased(chosen) if chosen and not known else chosen, own)


def shortened(name: str | None, url: str | None) -> str | None:
    """Return the piece of a name such as "The Mail - World" that the address is called by, else the whole name."""
    host = _HOST.match(url or "")
    pieces = _SECTION.split(name) if name else []
    if host is None or len(pieces) < 2:
        return name
    labels = [label for label in host[1].lower().split(".") if len(label) > 3]
    plain = [re.sub(r"[\W_]", "", fold(piece)) for piece in pieces]
    own = [
        piece
        for piece, letters in zip(pieces, plain, strict=True)
        if any(label.replace("-", "") in letters or (len(letters) > 3 and letters in label) for label in labels)
    ]
    return own[0] if len(own) == 1 else name


def _told(text: str, lines: Sequence[Line], language: str, others: set[str]) -> Iterator[str]:
    """Yield the names that something vouches for, best first."""
    tail = _tail(text, lines, language)
    named = (
        *(
            name
            for line in (*lines[:_TOP], *lines[-2:])
            for name in _dated(text, line, language)
            if _vouched(name, tail)
        ),
        *(name for index, name in _alone(text, lines, language) if _heads(text, lines, index, language, name)),
        *(name for _, name in _alone(text, lines, language) if _again(name, tail)),
        *(name for line in lines[-_TAIL:] for name in _imprint(text[line.start : line.end], language)),
    )
    yield from (name for name in _over_day(text, lines, language) if not is_agency(name))
    yield from (name for line in lines[-_TAIL:] for name in _posted(text[line.start : line.end], language))
    for name in named:
        if _key(name) not in others and not is_agency(name) and not _is_place(name, language):
            yield name


def _over_day(text: str, lines: Sequence[Line], language: str) -> Iterator[str]:
    """Yield the name in a line "Source: The Mail" right over the day, as archives head what they keep."""
    for line, after in pairwise(lines[:_TOP]):
        content = text[line.start : line.end].strip("*_# ")
        label, colon, name = content.partition(":")
        source = any(any_of(one, "credit", "source").fullmatch(label.strip()) for one in LANGUAGES)
        found = masthead(text, after, language) if colon and source and not after.apart else None
        if found and not found.names and _is_name(name.strip()):
            yield name.strip()


def _dated(text: str, line: Line, language: str) -> tuple[str, ...]:
    found = masthead(text, line, language)
    return tuple(name for name in found.names if _is_name(name)) if found else ()


def _alone(text: str, lines: Sequence[Line], language: str) -> tuple[tuple[int, str], ...]:
    """Return the short capitalised lines over the report that leave room for a headline."""
    found = []
    for index, line in enumerate(lines[:_TOP]):
        content = text[line.start : line.end].strip("*_# ")
        if line.length > 2 * _NAME and _SENTENCE_END.search(content):
            break
        if _is_name(content) and _leaves_headline(text, lines, index, language):
            found.append((index, content))
    return tuple(found)


def _leaves_headline(text: str, lines: Sequence[Line], index: int, language: str) -> bool:
    """Whether another line at the top may be the headline, so that this one need not."""
    for number, line in enumerate(lines[:_TOP]):
        content = text[line.start : line.end]
        if number == index or _SENTENCE_END.search(content) or line.length > 3 * _NAME:
            continue
        if len(content.split()) > 2 and masthead(text, line, language) is None and not _is_credited(content):
            return True
    return False


def _is_credited(content: str) -> bool:
    keys = ("byline", "author", "source", "translator", "original")
    return any(any_of(language, "credit", key).match(content) for language in LANGUAGES for key in keys)


def _heads(text: str, lines: Sequence[Line], index: int, language: str, name: str) -> bool:
    """Whether a name alone on its line belongs to the line below, which gives the day and perhaps the town."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    found = masthead(text, after, language) if after and not after.apart else None
    if found is None:
        return False
    return (
        _is_called(name) or (bool(found.names) and name.lower().split()[0] in _ARTICLES) or _crowns(name, lines, index)
    )


def _crowns(name: str, lines: Sequence[Line], index: int) -> bool:
    """Whether the first line and the day below it stand apart from two blocks below them: a headline and a text.

    Headlines with all their nouns or words capitalised are longer, or say where something happened.
    """
    below, parts = lines[index + 2 : index + 4], name.lower().split()
    short = sum(part not in _PARTICLES for part in parts) <= _CROWN_WORDS and not _WHERE.intersection(parts)
    return short and index == 0 and len(below) == 2 and all(line.apart for line in below)


def _is_name(content: str) -> bool:
    """A few words, all but the small ones with a capital, nothing that ends a sentence."""
    named = content.split()
    bearing = [word for word in named if word.lower() not in _PARTICLES]
    plain = len(content) <= _NAME and not _NO_NAME.search(content)
    return plain and bool(bearing) and len(named) <= _NAME_WORDS and all(word[0].isupper() for word in bearing)


def _vouched(name: str, tail: Sequence[str]) -> bool:
    parts = name.lower().split()
    # "La Paz" and "El Alto" are towns; what has a German or English article is seldom one.
    return _is_called(name) or (len(parts) > 1 and parts[0] in _SURE_ARTICLES) or _again(name, tail)


def _is_called(name: str) -> bool:
    """Whether a word in it is one that papers are called by, in any language."""
    parts = name.lower().split()
    return any(
        ends_like(part, words(language, "credit", "outlets"), language) for language in LANGUAGES for part in parts
    )


def _again(name: str, tail: Sequence[str]) -> bool:
    """Whether the page's tail has the name, or its beginning up to a small word ("La Hoja" for "La Hoja de Lugo")."""
    parts = _key(name).split()
    small = next((at for at, part in enumerate(parts) if at > 1 and part in _PARTICLES), len(parts))
    sought = re.compile(rf"(?<!\w){re.escape(' '.join(parts[:small]))}s?(?!\w)")
    return any(sought.search(_key(line)) for line in tail)


def _tail(text: str, lines: Sequence[Line], language: str) -> tuple[str, ...]:
    """Return the page's own last words: short last lines that file, claim or ask. A title may come back in some."""
    last = [text[line.start : line.end] for line in lines[max(2, len(lines) - _TAIL) :]]
    posted = any_of(language, "furniture", "lines", "posted")
    return tuple(
        line for line in last if len(line) <= _TAIL_LINE and not posted.match(line) and _is_own(line, language)
    )


def _is_own(line: str, language: str) -> bool:
    """Whether a line speaks as pages speak of themselves."""
    keys = (("lines", "archive"), ("lines", "imprint"), ("lines", "rights"), ("appeal", "phrases"))
    known = (
        any_of(one, "furniture", *key).search(line) for one in dict.fromkeys((language, *LANGUAGES)) for key in keys
    )
    return _COPYRIGHT.match(line) is not None or any(known)


def _imprint(content: str, language: str) -> Iterator[str]:
    """Yield the name in a line that says whose text it is ("© 2020 The Mail", "Support The Mail")."""
    if len(content) > _TAIL_LINE:
        return
    content = content.lstrip("-–—*•>» ")
    # "Support The Mail" names the paper only where the name sounds like one.
    support = any_of(language, "furniture", "appeal", "phrases").match(content)
    for match, sure in ((_COPYRIGHT.match(content), True), (support, False)):
        found = _named(content, _before_capital(content, match.end())) if match else None
        if found and (sure or _is_called(found)):
            yield found


def _posted(content: str, language: str) -> Iterator[str]:
    """Yield the name in a feed's last line, "The post ... appeared first on The Mail"."""
    posted = any_of(language, "furniture", "lines", "posted").match(content)
    first_on = any_of(language, "furniture", "lines", "first_on").search(content) if posted else None
    found = _named(content, first_on.end()) if first_on else None
    if found:
        yield found


def _before_capital(content: str, end: int) -> int:
    """Return where a phrase ends, less its last word where that has a capital and so begins the name ("The")."""
    last = content[:end].rsplit(" ", 1)[-1]
    return end - len(last) if len(last) < end and last[:1].isupper() else end


def _named(content: str, start: int) -> str | None:
    start += len(content[start:]) - len(content[start:].lstrip())
    match = _RUN.match(content, start)
    if match is None or any(any_of(one, "furniture", "lines", "rights").match(content, start) for one in LANGUAGES):
        return None
    kept = match[0].split()
    while kept and kept[-1].lower() in _COMPANY:
        kept.pop()
    name = " ".join(kept)
    return name if kept and _is_name(name) else None


def _is_place(name: str, language: str) -> bool:
    return any(place_of(name, one) is not None for one in (language, *LANGUAGES) if one in LANGUAGES)


def _cased(name: str) -> str:
    """Return a name set in capitals as names are written; short words may be initials and stay."""
    if not name.isupper() or not any(len(word) > 3 and word.lower() not in _PARTICLES for word in name.split()):
        return name
    parts = [
        part.lower() if number and part.lower() in _PARTICLES else _capital(part)
        for number, part in enumerate(name.split())
    ]
    return " ".join(parts)


def _capital(word: str) -> str:
    return word[:1] + word[1:].lower() if len(word) > 3 or word.lower() in _PARTICLES else word


def _key(name: str) -> str:
    return flat(name.casefold())
