"""What a whole document tells about its names and one sentence does not: a second look after the tagger's."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from careo.model.seen import MentionType
from careo.text.names.kinds import given_names
from careo.text.names.nameline import Name

_UNSURE = frozenset({"name", "place", "person", "organisation"})
_SHORT = 3
"""Letters a surname needs to be looked for by itself: "Li", "Ko" are also syllables and words."""


def agree(text: str, names: Sequence[Name], areas: Sequence[tuple[int, int]], *, genitive: bool) -> tuple[Name, ...]:
    """Return the names with the types the document as a whole gives them, and the surnames the first look missed.

    A single word that is part of a person's full name is that person; the same words have the type most of their
    places have. `areas` are the stretches that may be searched for missed surnames; `genitive` lets a surname bear
    an -s ("Merkels").
    """
    parts = _parts(text, names)
    votes = _votes(text, names, parts)
    settled = [_settle(text, name, parts, votes) for name in names]
    missed = _missed(text, settled, areas, _pattern(text, settled, genitive=genitive))
    return tuple(sorted({*settled, *missed}, key=lambda name: (name.start, name.end, name.type)))


def _parts(text: str, names: Sequence[Name]) -> frozenset[str]:
    """Return the words of persons' full names that are no given names."""
    found = set()
    for name in names:
        pieces = text[name.start : name.end].split()
        if name.type == "person" and len(pieces) > 1:
            found |= {piece for piece in pieces[1:] if piece[:1].isupper()} - given_names()
    return frozenset(found)


def _votes(text: str, names: Sequence[Name], parts: frozenset[str]) -> Mapping[str, MentionType]:
    """Return the type that most places of the same words have; a full name speaks for each of its surnames too."""
    counts: dict[str, Counter[MentionType]] = {}
    for name in names:
        verbatim = text[name.start : name.end]
        counts.setdefault(verbatim, Counter())[name.type] += 1
        if name.type == "person" and " " in verbatim:
            for part in parts.intersection(verbatim.split()[1:]):
                counts.setdefault(part, Counter())["person"] += 1
    decided: dict[str, MentionType] = {}
    for verbatim, counter in counts.items():
        known: dict[MentionType, int] = {type_: count for type_, count in counter.items() if type_ != "name"}
        known = known or dict(counter)
        decided[verbatim] = min(known, key=lambda type_: (-known[type_], type_ != "person", type_))
    return decided


def _settle(text: str, name: Name, parts: frozenset[str], votes: Mapping[str, MentionType]) -> Name:
    verbatim = text[name.start : name.end]
    if name.type not in _UNSURE:
        return name
    known = verbatim in parts or (verbatim.endswith("s") and verbatim[:-1] in parts)
    if known and (name.type in {"name", "person"} or votes[verbatim] == "person"):
        return Name(name.start, name.end, "person")
    return Name(name.start, name.end, votes[verbatim])


def _pattern(text: str, names: Sequence[Name], *, genitive: bool) -> re.Pattern[str] | None:
    """Compile a pattern of the surnames of persons named in full: the last word of each name."""
    last = {
        text[name.start : name.end].split()[-1]
        for name in names
        if name.type == "person" and " " in text[name.start : name.end]
    }
    surnames = sorted(word for word in last if len(word) > _SHORT and word[:1].isupper())
    if not surnames:
        return None
    ending = "s?" if genitive else ""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, surnames))}){ending}(?!\w)")


def _missed(
    text: str, names: Sequence[Name], areas: Sequence[tuple[int, int]], pattern: re.Pattern[str] | None
) -> Iterator[Name]:
    if pattern is None:
        return
    for start, end in areas:
        for match in pattern.finditer(text, start, end):
            if not any(name.start < match.end() and match.start() < name.end for name in names):
                yield Name(match.start(), match.end(), "person")
