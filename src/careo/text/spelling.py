"""In what two names of one bearer differ beside being longer or shorter: spelling, an acronym, another name."""

from careo.text.likeness import parts

_PARTICLES = frozenset({"al", "el", "de", "da", "do", "del", "della", "di", "la", "le", "van", "von", "den", "der"})
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "sir", "frau", "herr", "senor", "senora", "don", "dona", "prof"})


def spelled_apart(one: str, other: str) -> bool:
    """Whether two names differ in a word that is not simply left out in the shorter one.

    "Vera Sandoval" and "Sandoval" do not, nor do a title or capitals; "Sandobal" does, and so does an accent.
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs or _joined(one) == _joined(other):
        return False
    shorter, longer = sorted((mine, theirs), key=lambda words: (len(words), words))
    return not set(shorter) <= set(longer)


def is_acronym(name: str) -> bool:
    """Whether a name is, or begins with, letters that stand for words ("EU", "UN General Assembly", "U.N.")."""
    first = name.split()[0].replace(".", "") if name.split() else ""
    return 2 <= len(first) <= 6 and first.isupper() and first.isalpha()


def _words(name: str) -> list[str]:
    words = name.casefold().replace("-", " ").replace("’", "'").replace(".", " ").split()
    plain = [word.removesuffix("'s").strip("'") for word in words]
    return [word for word in plain if word not in _TITLES and word not in _PARTICLES]


def _joined(name: str) -> str:
    return "".join(parts(name)) if name.isascii() else "".join(name.casefold().split())
