"""Words looked for in a text of any script, whatever their case and their accents."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from careo.text.normalise import fold
from careo.text.unspaced import UNSPACED

_ACCENTED = chain(range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
"""Where the letters with accents stand: Latin, Greek, Cyrillic."""
_UNIT = re.compile("ss|ae|oe|.")
_LIGATURES = {"ss": "ß", "ae": "æ", "oe": "œ"}
_BETWEEN = r"[\s\-‐‑–'’]+"


@dataclass(frozen=True, slots=True)
class Sought:
    """Phrases of which one is looked for: words that follow each other, each of which may go on."""

    phrases: Collection[tuple[str, ...]]
    """The folded words of each."""
    pattern: re.Pattern[str]

    def inside(self, text: str) -> bool:
        """Whether one of the phrases stands in a text."""
        return self.pattern.search(text) is not None

    def perhaps(self, folded: str) -> bool:
        """Whether a folded text may have one of the phrases: a tenth of the work of looking."""
        return any(all(word in folded for word in phrase) for phrase in self.phrases)


def sought(phrases: Iterable[str]) -> Sought | None:
    """Return what finds any of the phrases, or `None` where none has a letter or digit."""
    words = sorted({tuple(re.findall(r"\w+", fold(phrase))) for phrase in phrases} - {()})
    if not words:
        return None
    patterns = (_BETWEEN.join(map(_begun, phrase)) for phrase in words)
    return Sought(words, re.compile("|".join(patterns), re.IGNORECASE))


def _begun(word: str) -> str:
    letters = "".join(map(_letter, _UNIT.findall(word)))
    return letters if UNSPACED.search(word) else rf"(?<!\w){letters}\w*"


def _letter(unit: str) -> str:
    """Return a letter with all that are folded to it, each with or without accents that follow it."""
    if unit in _LIGATURES:
        return f"(?:{_LIGATURES[unit]}|{''.join(map(_letter, unit))})"
    alike = _alike().get(unit, "")
    return f"[{unit}{alike}][\u0300-\u036f]*" if alike else re.escape(unit)


@cache
def _alike() -> Mapping[str, str]:
    found: dict[str, str] = defaultdict(str)
    for char in map(chr, _ACCENTED):
        base = fold(char)
        if unicodedata.category(char).startswith("L") and len(base) == 1 and base != char.casefold():
            found[base] += char
    return dict(found)
