"""Names that lists and word forms tell, whatever tagger looks for the others: bodies, countries, parts of compounds."""

from collections.abc import Iterator, Sequence

from careo.text.lexicon import table
from careo.text.names import kinds
from careo.text.names.nameline import (
    ACRONYM,
    QUOTES,
    Line,
    Name,
    hyphen_type,
    line_of,
    nouns_are_capital,
    run_end,
    strength,
)
from careo.text.names.places import Found, kind_of_place, place_of
from careo.text.stretches import holds, overlap
from careo.text.words import Word, is_capital


def listed(line: Line) -> set[Name]:
    """Return the bodies, countries and demonyms, and the names that compounds begin with.

    Common nouns that are actors ("the army", "der Kongress") count as names of their type; names may nest
    ("Peruvian" in "Peruvian army").
    """
    return {*bodies(line), *_place_names(line), *_hyphens(line)}


def _place(name: Name) -> tuple[int, int, str]:
    return name.start, name.end, name.type


def bodies(line: Line) -> Iterator[Name]:
    """Yield the bodies, with the country or the charge that belongs to their name."""
    for body in line.bodies:
        first, last = _left_of_body(line, body), _right_of_body(line, body)
        yield Name(line.words[first].start, line.words[last - 1].end, body.type)


def _left_of_body(line: Line, body: kinds.Body) -> int:
    """Take in the country before a body ("Peruvian army", "U.S. troops") or, in a proper name, its capitals."""
    for found in line.places:
        if found.last == body.first and found.place.kind == "country":
            return found.first
    first = body.first
    if body.kind == "ministry" and line.language == "en" and first and not is_capital(line.words[first - 1]):
        return first if line.words[first - 1].lower in kinds.word_list("en", "determiners") else first - 1
    if is_capital(line.words[first]) and not nouns_are_capital(line) and body.kind != "government":
        while first > line.begin + 1 and strength(line, first - 1) == 2 and line.words[first - 1].text[0].isalpha():
            first -= 1
    return first


def _right_of_body(line: Line, body: kinds.Body) -> int:
    """Take in what a ministry or court is for ("Ministry of Defence"), and the country after ("Congreso del Perú")."""
    end = _with_country(line, body.last)
    at = _past_of(line, body.last)
    if end > body.last or not body.last < at < len(line.words):
        return end
    if body.kind in {"ministry", "court", "body", "prosecution"}:
        charge = run_end(line, at)
        if charge > at and line.words[at].text not in kinds.given_names():
            return _with_country(line, charge)
    return end


def _past_of(line: Line, last: int) -> int:
    """Return the index after the words for "of", with their article, that stand at an index."""
    of = kinds.word_list(line.language, "of")
    at = last
    while at < len(line.words) and at - last < 2 and line.words[at].lower in of:
        at += 1
    return at


def _with_country(line: Line, last: int) -> int:
    """Return the index after the country that a phrase ending at an index belongs to, else that index."""
    at = _past_of(line, last)
    for found in line.places:
        named = found.first == at > last and not found.demonym
        follows = found.first == last and _after(line, found)
        if found.place.kind == "country" and (named or follows):
            return found.last
    return last


def _after(line: Line, found: Found) -> bool:
    """Whether adjectives follow their noun: those in small letters that are demonyms."""
    return found.demonym and not is_capital(line.words[found.first]) and not nouns_are_capital(line)


def _place_names(line: Line) -> Iterator[Name]:
    for found in line.places:
        if found.place.kind is not None:
            yield Name(line.words[found.first].start, line.words[found.last - 1].end, "place")


def _hyphens(line: Line) -> Iterator[Name]:
    """Find the name a compound begins with: "US-Soldaten", "VN-rapporteur", "Merz-Regierung"."""
    for index, word in enumerate(line.words):
        type_ = hyphen_type(line, index)
        if type_ is not None:
            yield Name(word.start, word.start + word.text.index("-"), type_)


_FAMILY = frozenset({"organisation", "unit"})


def with_listed(text: str, sequence: Sequence[Word], language: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return a tagger's names of one sentence together with those that lists tell, sorted.

    A title or function at the beginning is cut off. A country is a country, whatever the tagger calls it; of a body
    and a name of an organisation that overlap, the longer stays, and a military unit stays one. Places nest.
    """
    if not sequence:
        return ()
    line = line_of(text, tuple(sequence), language)
    known = listed(line)
    compounds = {name.start for name in _hyphens(line)}  # "VN-rapporteur" is no name, but "VN" is
    own = [_typed(line, cut) for name in names if (cut := _trimmed(line, name)) is not None]
    own = [n for n in own if n.type != "name" or n.start not in compounds or " " in text[n.start : n.end]]
    kept = {name for name in own if not any(_yields(name, other) for other in known)}
    found = kept | {name for name in known if not any(_is_part(name, other) for other in kept)}
    return tuple(sorted(found, key=_place))


def _trimmed(line: Line, name: Name) -> Name | None:
    """Cut titles and functions off the beginning of a person, and a number that counts the next word off the end.

    What is a function or an article whole, or a single word in small letters, is no name.
    """
    inside = [n for n, word in enumerate(line.words) if holds(name, word)]
    articles = table(line.language, "clauses")["determiners"]
    if all(n in line.roles or line.words[n].lower in articles for n in inside):
        return None
    if name.type == "person":
        while inside and (inside[0] in line.roles or line.words[inside[0]].text == "."):
            inside.pop(0)
    after = line.words[inside[-1] + 1] if inside and inside[-1] + 1 < len(line.words) else None
    if len(inside) > 1 and line.words[inside[-1]].text.isdigit() and after is not None and after.text.islower():
        inside.pop()
    if not inside or (len(inside) == 1 and line.words[inside[0]].text.islower()):
        return None
    return Name(line.words[inside[0]].start, line.words[inside[-1]].end, name.type)


def _typed(line: Line, name: Name) -> Name:
    """Correct a name's type by its words and by the noun beside it ("the mine X", "the network X")."""
    inside = [n for n, word in enumerate(line.words) if holds(name, word)]
    own = [line.words[n] for n in inside]
    before = line.words[inside[0] - 1].text if inside[0] else ""
    if name.type in ("organisation", "person", "name") and kind_of_place(before, line.language):
        return Name(name.start, name.end, "place")
    if name.type == "organisation":
        unit = kinds.type_inside(own, line.language) == "unit"
        return Name(name.start, name.end, "unit") if unit else name
    acronym = len(own) == 1 and own[0].text.isupper() and len(own[0].text) in ACRONYM and not line.shouting
    body = (acronym and name.type == "name") or (
        place_of(_phrase(own), line.language) is None and _is_named_body(line, inside)
    )
    return Name(name.start, name.end, "organisation") if body else name


def _phrase(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _is_named_body(line: Line, inside: Sequence[int]) -> bool:
    """Whether the noun beside a name says that a body is named so; in English it may follow."""
    before = inside[0] - 1
    while before >= 0 and line.words[before].text in QUOTES:
        before -= 1
    beside = [before] if before >= 0 else []
    beside += [inside[-1] + 1] if line.language == "en" and inside[-1] + 1 < len(line.words) else []
    return any(kinds.kind_noun(line.words[n], line.language) is not None for n in beside)


def _yields(name: Name, known: Name) -> bool:
    """Whether a tagger's name gives way to one that a list knows."""
    if (name.start, name.end) == (known.start, known.end):
        return True
    both = name.type in _FAMILY and known.type in _FAMILY
    return both and overlap(name, known) and name.end - name.start < known.end - known.start


def _is_part(known: Name, name: Name) -> bool:
    """Whether a name that a list knows is only a part of a tagger's longer name; a place inside a name stays."""
    return known.type != "place" and overlap(known, name)
