"""Names in a sentence, found by rules: capital letters, word lists, and what stands before them.

No learned model yet: a name of one word that is also an ordinary word, and a type the words around do not tell, are
where this goes wrong. A trained tagger takes its place behind the same protocol.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careo.model.seen import MentionType
from careo.text import kinds
from careo.text.lexicon import table
from careo.text.offices import find_offices
from careo.text.places import Found, find_places, kind_of_place, place_of
from careo.text.words import Word, is_capital, is_word

_LONGEST = 7
_ACRONYM = range(2, 9)
_QUOTES = frozenset("\"'“”„‘’‚«»‹›")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place in the text."""

    start: int
    end: int
    type: MentionType


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with what the lexicons say about its words."""

    words: tuple[Word, ...]
    language: str
    roles: frozenset[int]
    """Indices of words that are part of a role noun or a title."""
    places: tuple[Found, ...]
    bodies: tuple[kinds.Body, ...]
    taken: frozenset[int]
    """Indices that cannot be part of a name: roles, countries, demonyms, bodies."""
    begin: int
    """Index of the first word proper."""
    shouting: bool
    """Whether capitals tell nothing here, as in a headline in title case."""


def find_names(text: str, sequence: Sequence[Word], language: str) -> tuple[Name, ...]:
    """Return the names among the words of one sentence: persons, organisations, units, places and others, sorted.

    Common nouns that are actors ("the army", "der Kongress") count as names of their type; names may nest
    ("Peruvian" in "Peruvian army").
    """
    if not sequence:
        return ()
    line = _line(text, tuple(sequence), language)
    bodies = tuple(_body_names(line))
    runs = (run for run in _runs(line) if not any(_within(run, body) for body in bodies))
    found = {*bodies, *_place_names(line), *runs, *_hyphens(line)}
    longest = {(name.start, name.end): name for name in sorted(found, key=lambda name: name.type, reverse=True)}
    return tuple(sorted(longest.values(), key=lambda name: (name.start, name.end)))


def _within(inner: Name, outer: Name) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _line(text: str, sequence: tuple[Word, ...], language: str) -> _Line:
    offices = find_offices(text, language, sequence[0].start, sequence[-1].end)
    titles = kinds.word_list(language, "titles")
    roles = {
        index
        for index, word in enumerate(sequence)
        if word.lower in titles or any(office.start <= word.start < office.end for office in offices)
    }
    roles |= {
        at + 1
        for at in roles
        if sequence[at].lower in titles and sequence[at + 1 : at + 2] and sequence[at + 1].text == "."
    }
    places = find_places(sequence, language)
    bodies = tuple(
        body for body in kinds.find_bodies(sequence, language) if not roles & set(range(body.first, body.last))
    )
    countries = [found for found in places if found.place.kind is not None]
    spans = [*((body.first, body.last) for body in bodies), *((found.first, found.last) for found in countries)]
    taken = roles | {index for first, last in spans for index in range(first, last)}
    begin = next((index for index, word in enumerate(sequence) if is_word(word)), 0)
    return _Line(
        sequence, language, frozenset(roles), places, bodies, frozenset(taken), begin, kinds.shouts(sequence, language)
    )


# --- single words ---------------------------------------------------------------------------------


def _strength(line: _Line, index: int) -> int:
    """Return 2 for a word that is a name by itself, 1 for one that joins a name beside it, else 0."""
    word = line.words[index]
    clipped = word.lower.startswith("'") or word.lower.endswith("'") or kinds.is_currency(line.words, index)
    if index in line.taken or not is_capital(word) or not is_word(word) or clipped:
        return 0
    if word.lower in kinds.calendar_words(line.language) or kinds.kind_noun(word, line.language):
        return 1 if kinds.kind_noun(word, line.language) and not _nouns_are_capital(line) else 0
    if word.text.isupper() and len(word.text) in _ACRONYM and not line.shouting:
        return 2
    if len(word.text) == 1 and not kinds.is_named_article(line.words, index, line.language):
        return 1 if index + 1 < len(line.words) and line.words[index + 1].text == "." else 0
    if word.text in kinds.given_names() or _is_town(line, index):
        return 2
    if _hyphen_type(line, index) is not None:
        return 0
    if _at_start(line, index):
        return _strength_at_start(line, index)
    return _strength_inside(line, index)


def _is_town(line: _Line, index: int) -> bool:
    return any(found.first <= index < found.last and found.place.kind is None for found in line.places)


def _nouns_are_capital(line: _Line) -> bool:
    return bool(table(line.language, "names")["nouns_are_capital"])


def _at_start(line: _Line, index: int) -> bool:
    before = line.words[index - 1].text if index else ""
    after_mark = before in {":", "•", "–", "—", "?", "!", "…", "["} or (before in _QUOTES and before != "’")
    return index == line.begin or after_mark or line.shouting


def _strength_at_start(line: _Line, index: int) -> int:
    word = line.words[index]
    if word.lower in kinds.word_list(line.language, "starts"):
        return 0
    if _nouns_are_capital(line) and kinds.is_common_noun(word.text, line.language):
        return 0
    if not _nouns_are_capital(line) and word.lower.endswith(tuple(kinds.word_list(line.language, "common_endings"))):
        return 0
    if not kinds.is_known(word.lower, line.language):
        follows = index + 1 < len(line.words) and is_capital(line.words[index + 1])
        return 0 if kinds.is_joined(word.text, line.language) and not follows else 2
    telling = kinds.type_inside((word,), line.language) in {"organisation", "place"}
    after = line.words[index + 1] if index + 1 < len(line.words) else None
    before_name = after is not None and is_capital(after) and not _nouns_are_capital(line) and not line.shouting
    return 1 if telling or before_name else 0


def _strength_inside(line: _Line, index: int) -> int:
    word = line.words[index]
    if not _nouns_are_capital(line):
        if kinds.is_named_article(line.words, index, line.language):
            return 1
        article = len(word.text) < 3 and word.lower in kinds.word_list(line.language, "starts")
        return 0 if article or word.lower in kinds.word_list(line.language, "ordinary") else 2
    if _after_kind(line, index):
        beside = (index - 1, index + 1) if index + 1 < len(line.words) else (index - 1,)
        return 2 if sum(is_capital(line.words[at]) for at in beside) == 2 else 1
    after_role = index - 1 in line.roles or (index - 2 in line.roles and is_capital(line.words[index - 1]))
    if line.words[index - 1].text in kinds.given_names() or after_role:
        return 1
    return _strength_of_noun(line, index)


def _strength_of_noun(line: _Line, index: int) -> int:
    word = line.words[index]
    if kinds.is_common_noun(word.text, line.language):
        return 1 if kinds.type_inside((word,), line.language) else 0
    return 1 if kinds.is_known(word.text, line.language) else 2


def _after_kind(line: _Line, index: int) -> bool:
    """Whether only capitals stand between a word and a noun like "Zeitung", "Organisation"."""
    at = index - 1
    while at >= 0 and is_capital(line.words[at]) and at not in line.taken:
        if kinds.kind_noun(line.words[at], line.language):
            return True
        at -= 1
    return False


# --- runs of capitalised words --------------------------------------------------------------------


def _runs(line: _Line) -> Iterator[Name]:
    index, previous_place = 0, -1
    while index < len(line.words):
        last = _run_end(line, index)
        if last <= index:
            index += 1
            continue
        run = line.words[index:last]
        strong = any(_strength(line, at) == 2 for at in range(index, last))
        if strong or (index > 0 and index - 1 in line.roles):
            type_ = _type_of_run(line, index, last, previous_place)
            if type_ == "place":
                previous_place = last
            yield Name(line.words[_short_country(line, index, type_)].start, run[-1].end, type_)
        index = last


def _short_country(line: _Line, first: int, type_: MentionType) -> int:
    """Return where a body's name begins: at a country's abbreviation just before it ("US CENTCOM")."""
    for found in line.places:
        short = all(line.words[at].text.isupper() for at in range(found.first, found.last))
        if found.last == first and short and type_ in {"organisation", "unit"}:
            return found.first
    return first


def _run_end(line: _Line, first: int) -> int:
    """Return the index after the run of name words that begins at `first`; `first` itself where none begins."""
    if not _strength(line, first):
        return first
    at = first + 1
    while at < min(len(line.words), first + _LONGEST):
        if _begins_person(line, first, at):
            break
        if _strength(line, at) or (line.words[at].text == "." and len(line.words[at - 1].text) == 1):
            at += 1
        else:
            after = _after_particles(line, first, at)
            if after == at:
                break
            at = after + 1
    while at > first + 1 and line.words[at - 1].text == ".":
        at -= 1
    return at


def _begins_person(line: _Line, first: int, at: int) -> bool:
    """Whether a person's name begins right after the town that a role is held in ("il sindaco di Milano Ada Rossi")."""
    town = any(found.first == first and found.last == at for found in line.places)
    of = first > 1 and line.words[first - 1].lower in kinds.word_list(line.language, "of")
    return town and of and first - 2 in line.roles and line.words[at].text in kinds.given_names()


def _after_particles(line: _Line, first: int, at: int) -> int:
    """Return the index of the name word that particles lead to, or `at` where they lead to none."""
    particles = kinds.word_list(line.language, "particles")
    if kinds.type_inside(line.words[first:at], line.language) in {"organisation", "unit", "other"}:
        particles |= kinds.word_list(line.language, "of")
    here = at
    while here < len(line.words) and here - at < 3 and line.words[here].lower in particles:
        here += 1
    if here > at and here < len(line.words) and _strength(line, here) == 2:
        return here
    return at


def _type_of_run(line: _Line, first: int, last: int, previous_place: int) -> MentionType:
    run = line.words[first:last]
    phrase = " ".join(word.text for word in run)
    given = run[0].text in kinds.given_names()
    if first > 0 and first - 1 in line.roles:
        return "person"
    if _kind_before(line, first):
        return "organisation"
    inside = kinds.type_inside(run, line.language)
    if given and len(run) > 1:
        return "person"
    if inside in {"organisation", "unit"}:
        return "unit" if inside == "unit" else "organisation"
    if _is_place(line, first, last, previous_place) or place_of(phrase, line.language):
        return "place"
    if inside == "other":
        return "name"
    return _type_by_form(run, inside)


def _type_by_form(run: Sequence[Word], inside: str | None) -> MentionType:
    if inside == "place":
        return "place"
    acronyms = [word for word in run if word.text.isupper() and len(word.text) in _ACRONYM]
    if acronyms:
        return "organisation"
    if len([word for word in run if is_capital(word)]) >= 2:
        return "person"
    return "name"


def _kind_before(line: _Line, first: int) -> bool:
    at = first - 1
    while at >= 0 and line.words[at].text in _QUOTES:
        at -= 1
    return at >= 0 and kinds.kind_noun(line.words[at], line.language) is not None


def _is_place(line: _Line, first: int, last: int, previous_place: int) -> bool:
    """Whether the words around say that a name is a place's."""
    words, language = line.words, line.language
    before = [word.lower for word in words[max(0, first - 3) : first]]
    if before and kind_of_place(words[first - 1].text, language):
        return True
    of = kinds.word_list(language, "of")
    if len(before) > 1 and before[-1] in of and kind_of_place(words[first - 2].text, language):
        return True
    after = words[last] if last < len(words) else None
    if language == "en" and after is not None and kind_of_place(after.lower, language):
        return True
    if previous_place >= 0 and _is_list(line, previous_place, first):
        return True
    located = frozenset(table(language, "places")["in"])
    given = words[first].text in kinds.given_names()
    return (
        bool(before) and before[-1] in located and not given and last - first <= 2 and not words[first].text.isupper()
    )


def _is_list(line: _Line, end: int, first: int) -> bool:
    between = [word.lower for word in line.words[end:first]]
    both = kinds.word_list(line.language, "and")
    return 0 < len(between) <= 2 and all(word == "," or word in both for word in between)


# --- bodies, places, compounds --------------------------------------------------------------------


def _body_names(line: _Line) -> Iterator[Name]:
    for body in line.bodies:
        first, last = _left_of_body(line, body), _right_of_body(line, body)
        yield Name(line.words[first].start, line.words[last - 1].end, body.type)


def _left_of_body(line: _Line, body: kinds.Body) -> int:
    """Take in the country before a body ("Peruvian army", "U.S. troops") or, in a proper name, its capitals."""
    for found in line.places:
        if found.last == body.first and found.place.kind == "country":
            return found.first
    first = body.first
    if body.kind == "ministry" and line.language == "en" and first and not is_capital(line.words[first - 1]):
        return first if line.words[first - 1].lower in kinds.word_list("en", "determiners") else first - 1
    if is_capital(line.words[first]) and not _nouns_are_capital(line) and body.kind != "government":
        while first > line.begin + 1 and _strength(line, first - 1) == 2:
            first -= 1
    return first


def _right_of_body(line: _Line, body: kinds.Body) -> int:
    """Take in the country after a body ("Congreso del Perú") or what a ministry is for ("Ministry of Defence")."""
    of = kinds.word_list(line.language, "of")
    at = body.last
    while at < len(line.words) and at - body.last < 2 and line.words[at].lower in of:
        at += 1
    for found in line.places:
        named = found.first == at > body.last and not found.demonym
        follows = found.first == body.last and _after(line, found)
        if found.place.kind == "country" and (named or follows):
            return found.last
    if at > body.last and body.kind in {"ministry", "court", "body", "prosecution"}:
        end = _run_end(line, at) if at < len(line.words) else at
        if end > at and line.words[at].text not in kinds.given_names():
            return end
    return body.last


def _after(line: _Line, found: Found) -> bool:
    """Whether adjectives follow their noun: those in small letters that are demonyms."""
    return found.demonym and not is_capital(line.words[found.first]) and not _nouns_are_capital(line)


def _place_names(line: _Line) -> Iterator[Name]:
    for found in line.places:
        if found.place.kind is not None:
            yield Name(line.words[found.first].start, line.words[found.last - 1].end, "place")


def _hyphens(line: _Line) -> Iterator[Name]:
    """Find the name a compound begins with: "US-Soldaten", "VN-rapporteur", "Merz-Regierung"."""
    for index, word in enumerate(line.words):
        type_ = _hyphen_type(line, index)
        if type_ is not None:
            yield Name(word.start, word.start + word.text.index("-"), type_)


def _hyphen_type(line: _Line, index: int) -> MentionType | None:
    word = line.words[index]
    prefix, mark, rest = word.text.partition("-")
    if not mark or not is_capital(word) or len(prefix) < 2 or place_of(word.text, line.language):
        return None
    return _type_of_prefix(line, index, prefix, rest)


def _type_of_prefix(line: _Line, index: int, prefix: str, rest: str) -> MentionType | None:
    place = place_of(prefix, line.language)
    common = not any(part[:1].isupper() for part in rest.split("-")) or (
        _nouns_are_capital(line) and kinds.is_common_noun(rest, line.language)
    )
    if place is not None and place.kind == "country":
        return "place"
    if not common or place is not None:
        return None
    if prefix.isupper():
        return "organisation" if len(prefix) in _ACRONYM else None
    ordinary = kinds.is_known(prefix, line.language) or (
        _nouns_are_capital(line) and kinds.is_common_noun(prefix, line.language)
    )
    return None if ordinary or index == line.begin else "name"
