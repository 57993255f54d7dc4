"""In what two names of one bearer differ beside being longer or shorter: spelling, an acronym, another name."""

from careo.text.normalise import fold

_PARTICLES = frozenset({"al", "el", "de", "da", "do", "del", "della", "di", "la", "le", "van", "von", "den", "der"})
_TITLES = frozenset({"dr", "mr", "m", "sir", "frau", "herr", "senor", "senora", "don", "dona", "prof"})


def spelled_apart(one: str, other: str) -> bool:
    """Whether two names differ in a word that is not simply left out in the shorter one.

    "Vera Sandoval" and "Sandoval" do not, nor do a title, a genitive, an accent or a hyphen; "Sandobal" does.
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs or "".join(mine) == "".join(theirs):
        return False
    shorter, longer = sorted((mine, theirs), key=lambda words: (len(words), words))
    return not set(shorter) <= set(longer)


def is_acronym(name: str) -> bool:
    """Whether a name is, or begins with, letters that stand for words ("EU", "UN General Assembly", "U.N.")."""
    first = name.split()[0].replace(".", "") if name.split() else ""
    return 2 <= len(first) <= 6 and first.isupper() and first.isalpha()


def _words(name: str) -> list[str]:
    # a letter of its own to Spanish ears, where an accent only says how to stress it
    words = fold(name.casefold().replace("ñ", "nn")).replace("-", " ").replace("’", "'").replace(".", " ").split()
    plain = [word.removesuffix("'s").removesuffix("'").removesuffix("s") for word in words]
    return [word for word in plain if word not in _TITLES and word not in _PARTICLES]
