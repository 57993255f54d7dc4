"""How like two spellings of a person's name are: evidence only, never a merge on its own."""

from rapidfuzz.distance import JaroWinkler

from careo.text.normalise import fold

FAMILY_LIKE = 0.88
"""Jaro-Winkler from which two family names count as variants: spelling slips of one or two letters at the end lie
above .90 (Torres/Torrez .93), different names with the same beginning mostly below .85 (Garcia/Gargano .82)."""


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
        words.append(f"family names {one.split()[-1]} / {other.split()[-1]} (likeness {family:.2f})")
    if a[:-1] != b[:-1]:
        words.append(f"given names {' '.join(one.split()[:-1])} / {' '.join(other.split()[:-1])}")
    return ", ".join(words)
