"""A sentence as names are looked for in it: what the lexicons say of its words, and where a run of name words ends."""

from dataclasses import dataclass

from careo.model.seen import MentionType
from careo.text.lexicon import table
from careo.text.names import kinds
from careo.text.names.offices import find_offices
from careo.text.names.places import Found, find_places, place_of
from careo.text.words import Word, is_capital, is_word

_LONGEST = 7
ACRONYM = range(2, 9)
"""Letters of an acronym."""
QUOTES = frozenset("\"'“”„‘’‚«»‹›")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place in the text."""

    start: int
    end: int
    type: MentionType


@dataclass(frozen=True, slots=True)
class Line:
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


def line_of(text: str, sequence: tuple[Word, ...], language: str) -> Line:
    """Look a sentence's words up; there must be one at least."""
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
    return Line(
        sequence, language, frozenset(roles), places, bodies, frozenset(taken), begin, kinds.shouts(sequence, language)
    )


# --- single words ---------------------------------------------------------------------------------


def strength(line: Line, index: int) -> int:
    """Return 2 for a word that is a name by itself, 1 for one that joins a name beside it, else 0."""
    word = line.words[index]
    clipped = word.lower.startswith("'") or word.lower.endswith("'") or kinds.is_currency(line.words, index)
    if index in line.taken or not is_capital(word) or not is_word(word) or clipped:
        return 0
    if word.lower in kinds.calendar_words(line.language) or kinds.kind_noun(word, line.language):
        return 1 if kinds.kind_noun(word, line.language) and not nouns_are_capital(line) else 0
    if word.text.isupper() and len(word.text) in ACRONYM and not line.shouting:
        return 2
    if len(word.text) == 1 and not kinds.is_named_article(line.words, index, line.language):
        return 1 if index + 1 < len(line.words) and line.words[index + 1].text == "." else 0
    if word.text in kinds.given_names() or _is_town(line, index):
        return 2
    if hyphen_type(line, index) is not None:
        return 0
    if _at_start(line, index):
        return _strength_at_start(line, index)
    return _strength_inside(line, index)


def _is_town(line: Line, index: int) -> bool:
    return any(found.first <= index < found.last and found.place.kind is None for found in line.places)


def nouns_are_capital(line: Line) -> bool:
    """Tell whether the language writes all nouns with a capital."""
    return bool(table(line.language, "names")["nouns_are_capital"])


def _at_start(line: Line, index: int) -> bool:
    before = line.words[index - 1].text if index else ""
    after_mark = before in {":", "•", "–", "—", "?", "!", "…", "["} or (before in QUOTES and before != "’")
    return index == line.begin or after_mark or line.shouting


def _strength_at_start(line: Line, index: int) -> int:
    word = line.words[index]
    if word.lower in kinds.word_list(line.language, "starts"):
        return 0
    if nouns_are_capital(line) and kinds.is_common_noun(word.text, line.language):
        return 0
    if not nouns_are_capital(line) and word.lower.endswith(tuple(kinds.word_list(line.language, "common_endings"))):
        return 0
    if not kinds.is_known(word.lower, line.language):
        follows = index + 1 < len(line.words) and is_capital(line.words[index + 1])
        return 0 if kinds.is_joined(word.text, line.language) and not follows else 2
    telling = kinds.type_inside((word,), line.language) in {"organisation", "place"}
    after = line.words[index + 1] if index + 1 < len(line.words) else None
    before_name = after is not None and is_capital(after) and not nouns_are_capital(line) and not line.shouting
    return 1 if telling or before_name else 0


def _strength_inside(line: Line, index: int) -> int:
    word = line.words[index]
    if not nouns_are_capital(line):
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


def _strength_of_noun(line: Line, index: int) -> int:
    word = line.words[index]
    if kinds.is_common_noun(word.text, line.language):
        return 1 if kinds.type_inside((word,), line.language) else 0
    return 1 if kinds.is_known(word.text, line.language) else 2


def _after_kind(line: Line, index: int) -> bool:
    """Whether only capitals stand between a word and a noun like "Zeitung", "Organisation"."""
    at = index - 1
    while at >= 0 and is_capital(line.words[at]) and at not in line.taken:
        if kinds.kind_noun(line.words[at], line.language):
            return True
        at -= 1
    return False


def run_end(line: Line, first: int) -> int:
    """Return the index after the run of name words that begins at `first`; `first` itself where none begins."""
    if not strength(line, first):
        return first
    at = first + 1
    while at < min(len(line.words), first + _LONGEST):
        if _begins_person(line, first, at):
            break
        if strength(line, at) or (line.words[at].text == "." and len(line.words[at - 1].text) == 1):
            at += 1
        else:
            after = _after_particles(line, first, at)
            if after == at:
                break
            at = after + 1
    while at > first + 1 and line.words[at - 1].text == ".":
        at -= 1
    return at


def _begins_person(line: Line, first: int, at: int) -> bool:
    """Whether a person's name begins right after the town that a role is held in ("il sindaco di Milano Ada Rossi")."""
    town = any(found.first == first and found.last == at for found in line.places)
    of = first > 1 and line.words[first - 1].lower in kinds.word_list(line.language, "of")
    return town and of and first - 2 in line.roles and line.words[at].text in kinds.given_names()


def _after_particles(line: Line, first: int, at: int) -> int:
    """Return the index of the name word that particles lead to, or `at` where they lead to none."""
    particles = kinds.word_list(line.language, "particles")
    if kinds.type_inside(line.words[first:at], line.language) in {"organisation", "unit", "other"}:
        particles |= kinds.word_list(line.language, "of")
    here = at
    while here < len(line.words) and here - at < 3 and line.words[here].lower in particles:
        here += 1
    if here > at and here < len(line.words) and strength(line, here) == 2:
        return here
    return at


def hyphen_type(line: Line, index: int) -> MentionType | None:
    """Return the type of the name that a compound begins with ("US-Soldaten"), `None` where it begins with none."""
    word = line.words[index]
    prefix, mark, rest = word.text.partition("-")
    if not mark or not is_capital(word) or len(prefix) < 2 or place_of(word.text, line.language):
        return None
    return _type_of_prefix(line, index, prefix, rest)


def _type_of_prefix(line: Line, index: int, prefix: str, rest: str) -> MentionType | None:
    place = place_of(prefix, line.language)
    common = not any(part[:1].isupper() for part in rest.split("-")) or (
        nouns_are_capital(line) and kinds.is_common_noun(rest, line.language)
    )
    if place is not None and place.kind == "country":
        return "place"
    if not common or place is not None:
        return None
    if prefix.isupper():
        return "organisation" if len(prefix) in ACRONYM else None
    ordinary = kinds.is_known(prefix, line.language) or (
        nouns_are_capital(line) and kinds.is_common_noun(prefix, line.language)
    )
    return None if ordinary or index == line.begin else "name"
