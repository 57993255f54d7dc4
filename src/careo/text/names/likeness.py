"""How like two names are: whether they may be spellings of one, and the keys under which to look for them.

`compare_names` and `name_keys` know scripts, habits of transliteration, titles, legal forms and the bundled table of
names (`careo.text.names.alike`). `variant` and `covers` look at the letters alone.
"""

from rapidfuzz.distance import JaroWinkler

from careo.model import reasons
from careo.model.seen import MentionType
from careo.text.names.alike.bodies import body
from careo.text.names.alike.keys import body_keys, person_keys
from careo.text.names.alike.organisations import compare_organisations
from careo.text.names.alike.persons import compare_persons
from careo.text.names.alike.verdict import VERDICTS, Likeness
from careo.text.normalise import fold

__all__ = ["Likeness", "compare_names", "covers", "name_keys", "parts", "variant"]

FAMILY_LIKE = 0.88
"""Jaro-Winkler from which two family names count as variants: spelling slips of one or two letters at the end lie
above .90 (Torres/Torrez .93), different names with the same beginning mostly below .85 (Garcia/Gargano .82)."""


def compare_names(one: str, other: str, type_: MentionType) -> Likeness:
    """Say whether two names, taken by themselves, are spellings of one, how like they are, and why.

    The order of the two changes nothing but the reason. `same` is told of names, not of people: two people may bear
    one name, and only what the reports say about them tells. `possible` at most are an initial, a name more (a middle
    name, a second family name), a generation (Jr.), an ending more, a letter or two, other order, an acronym of a long
    form; a family name alone beside a full name scores .72, the others mostly above .85. For `name`, whose kind nobody
    knows, a person's name and an organisation's are tried and the more cautious verdict holds.
    """
    if one == other and name_keys(one, type_):
        return Likeness("same", 1.0, "the same letters")
    if type_ == "person":
        return compare_persons(one, other)
    found = compare_organisations(one, other)
    if type_ != "name" or body(one).forms or body(other).forms:
        return found
    return min(
        compare_persons(one, other), found, key=lambda likeness: (VERDICTS.index(likeness.verdict), likeness.score)
    )


def name_keys(name: str, type_: MentionType) -> tuple[str, ...]:
    """Return keys, sorted, of which names that `compare_names` calls the same share at least one, nearly always.

    Keys of different types never meet, but for those of `name`, which has both a person's and an organisation's.
    """
    if type_ == "person":
        return person_keys(name)
    if type_ != "name":
        return body_keys(name)
    return tuple(sorted({*person_keys(name), *body_keys(name)}))


def parts(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, hyphens and dots opened, initials kept."""
    words = fold(name).replace("-", " ").replace(".", " ").replace("’", " ").replace("'", " ").split()
    return tuple(words)


def covers(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether all words of the shorter name, at least two, stand in the longer in the same order."""
    rest = iter(longer)
    return len(shorter) >= 2 and all(word in rest for word in shorter)


def variant(one: str, other: str) -> str | None:
    """Say in what two names differ if they may name one person, else `None`.

    Both must have a given and a family name; the family names must be alike, the given names may differ.
    """
    a, b = parts(one), parts(other)
    if len(a) < 2 or len(b) < 2 or a == b:
        return None
    family = JaroWinkler.similarity(a[-1], b[-1])
    if family < FAMILY_LIKE:
        return None
    words = []
    if a[-1] != b[-1]:
        words.append(reasons.FAMILY.format(family=f"{one.split()[-1]} / {other.split()[-1]}", score=f"{family:.2f}"))
    if a[:-1] != b[:-1]:
        given = " / ".join(" ".join(name.split()[:-1]) for name in (one, other))
        words.append(reasons.GIVEN.format(given=given))
    return ", ".join(words)
