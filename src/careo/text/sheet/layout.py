"""The lines of a text, and phrases that lines open with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from careo.text.lexicon import LANGUAGES, table

_LINE = re.compile(r"[^\n]+")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that shows something, without the space around it."""

    start: int
    end: int
    apart: bool
    """Whether an empty line, or the beginning of the text, stands before it."""

    @property
    def length(self) -> int:
        """Code points."""
        return self.end - self.start


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines that are not empty, in order."""
    found: list[Line] = []
    last = -2
    for match in _LINE.finditer(text):
        bare = match[0].strip()
        if bare:
            start = match.start() + match[0].index(bare[0])
            apart = last < 0 or text.count("\n", last, start) > 1
            last = start + len(bare)
            found.append(Line(start, last, apart))
    return tuple(found)


@cache
def words(language: str, name: str, *keys: str) -> tuple[str, ...]:
    """Return a word list of a language's table, longest first; empty where there is no such language or list."""
    if language not in LANGUAGES:
        return ()
    node = table(language, name)
    for key in keys:
        node = node.get(key, {})
    return tuple(sorted(set(node), key=lambda word: (-len(word), word)))


@cache
def any_of(language: str, name: str, *keys: str) -> re.Pattern[str]:
    """Return a pattern for the phrases of a list as whole words, capitals or not."""
    return pattern_of(words(language, name, *keys))


@cache
def pattern_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for phrases as whole words, capitals or not; any white space fits a space.

    A `*` in a phrase stands for any one word, an `@` between two words for up to six, such as a date, or none.
    """
    if not phrases:
        return _NEVER
    joined = "|".join(_expression(phrase) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def _expression(phrase: str) -> str:
    spaced = re.escape(phrase).replace(r"\ @\ ", r"\s+(?:[^\s;!?]+\s+){0,6}?").replace(r"\ ", r"\s+")
    return spaced.replace(r"\*", r"(?:[ld]['’])?[^\W\d_]+")
