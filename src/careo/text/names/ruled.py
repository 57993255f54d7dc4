"""Names in a sentence, found by rules: capital letters, word lists, and what stands before them.

A name of one word that is also an ordinary word, and a type the words around do not tell, are where this goes wrong.
"""

from collections.abc import Iterator, Sequence

from careo.model.seen import MentionType
from careo.text.lexicon import table
from careo.text.names import kinds
from careo.text.names.listed import bodies, listed
from careo.text.names.nameline import ACRONYM, QUOTES, Line, Name, line_of, run_end, strength
from careo.text.names.places import kind_of_place, place_of
from careo.text.stretches import holds
from careo.text.words import Word, is_capital


def find_names(text: str, sequence: Sequence[Word], language: str) -> tuple[Name, ...]:
    """Return the names among the words of one sentence: persons, organisations, units, places and others, sorted.

    Common nouns that are actors ("the army", "der Kongress") count as names of their type; names may nest
    ("Peruvian" in "Peruvian army").
    """
    if not sequence:
        return ()
    line = line_of(text, tuple(sequence), language)
    known = tuple(bodies(line))
    runs = (run for run in _runs(line) if not any(holds(body, run) for body in known))
    found = {*listed(line), *runs}
    longest = {(name.start, name.end): name for name in sorted(found, key=lambda name: name.type, reverse=True)}
    return tuple(sorted(longest.values(), key=lambda name: (name.start, name.end)))


def _runs(line: Line) -> Iterator[Name]:
    index, previous_place = 0, -1
    while index < len(line.words):
        last = run_end(line, index)
        if last <= index:
            index += 1
            continue
        run = line.words[index:last]
        strong = any(strength(line, at) == 2 for at in range(index, last))
        if strong or (index > 0 and index - 1 in line.roles):
            type_ = _type_of_run(line, index, last, previous_place)
            if type_ == "place":
                previous_place = last
            yield Name(line.words[_short_country(line, index, type_)].start, run[-1].end, type_)
        index = last


def _short_country(line: Line, first: int, type_: MentionType) -> int:
    """Return where a body's name begins: at a country's abbreviation just before it ("US CENTCOM")."""
    for found in line.places:
        short = all(line.words[at].text.isupper() for at in range(found.first, found.last))
        if found.last == first and short and type_ in {"organisation", "unit"}:
            return found.first
    return first


def _type_of_run(line: Line, first: int, last: int, previous_place: int) -> MentionType:
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
    acronyms = [word for word in run if word.text.isupper() and len(word.text) in ACRONYM]
    if acronyms:
        return "organisation"
    if len([word for word in run if is_capital(word)]) >= 2:
        return "person"
    return "name"


def _kind_before(line: Line, first: int) -> bool:
    at = first - 1
    while at >= 0 and line.words[at].text in QUOTES:
        at -= 1
    return at >= 0 and kinds.kind_noun(line.words[at], line.language) is not None


def _is_place(line: Line, first: int, last: int, previous_place: int) -> bool:
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


def _is_list(line: Line, end: int, first: int) -> bool:
    between = [word.lower for word in line.words[end:first]]
    both = kinds.word_list(line.language, "and")
    return 0 < len(between) <= 2 and all(word == "," or word in both for word in between)
