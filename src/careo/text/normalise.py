"""One spelling for comparing words, and one form for the text of a report with the way back to its source."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile

from careo.model.seen import Run
from careo.text.mojibake import unscrambled

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\x0b\x0c]")
# Marks that show nothing: soft hyphen, zero-width space, word joiner, byte order mark, directional marks, tags.
# The zero-width joiner and non-joiner stay: Persian and the scripts of India write with them.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]+"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# The printer's, not the writer's: joined letters, and Latin letters and digits as wide as Chinese ones.
_FORMS = re.compile("[\ufb00-\ufb06]|[０-９Ａ-Ｚａ-ｚ]+(?:[．，：][０-９]+)*％?")
_COMPOSABLE = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


def fold(word: str) -> str:
    """Return the word for comparing: lower case, no accents. The length may change."""
    small = word.casefold()
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small.translate(_LETTERS))
    return "".join(char for char in apart if not unicodedata.combining(char))


def flat(text: str) -> str:
    """Return the text on one line: a space wherever white space stands, none around it."""
    return " ".join(text.split())


def clean(text: str) -> str:
    """Return the text as a report keeps it.

    Line ends become a newline, characters that show nothing go, what was decoded wrongly is mended where that is
    certain, joined and full-width letters are written as plain ones, letters are composed (NFC). Spaces keep their
    kind: a no-break space inside a figure says something. Quotation marks stay as they are.
    """
    return normalised(text).text


@dataclass(frozen=True, slots=True)
class Normalised:
    """A cleaned text and where its stretches stand letter for letter in what it was cleaned from."""

    text: str
    runs: tuple[Run, ...]
    """In order; what was changed is in none."""


def normalised(text: str) -> Normalised:
    """Return the text as `clean` gives it, with its places in the text given."""
    now = Normalised(text, (Run(0, len(text), 0),) if text else ())
    while (after := _once(now)) != now:  # what a mark parted may be scrambled once it is gone
        now = after
    return now


def _once(now: Normalised) -> Normalised:
    now = _mended(now, unscrambled(now.text))  # first: a soft hyphen or control sign may be half an "í"
    for pattern, mend in _STEPS if not _plain(now.text) else ():
        now = _mended(now, ((*match.span(), mend(match[0])) for match in pattern.finditer(now.text)))
    return now


def _plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _wide(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_STEPS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (_LINE_ENDS, lambda _: "\n"),
    (_INVISIBLE, lambda _: ""),
    (_CONTROL, lambda _: ""),
    (_LONE_SURROGATE, lambda _: "\ufffd"),
    (_FORMS, _wide),
    (_COMPOSABLE, _composed),
)


def _mended(now: Normalised, edits: Iterable[tuple[int, int, str]]) -> Normalised:
    """Return the text with stretches replaced; what a replacement leaves alone at its ends keeps its place."""
    pieces: list[str] = []
    kept: list[Run] = []
    at = length = 0
    for start, end, new in edits:
        old = now.text[start:end]
        if old == new:
            continue
        same = len(list(takewhile(lambda two: two[0] == two[1], zip(old, new, strict=False))))
        if start + same > at:
            kept.append(Run(length, length + start + same - at, at))
        pieces += [now.text[at:start], new]
        length += start - at + len(new)
        at = end
    if at < len(now.text):
        kept.append(Run(length, length + len(now.text) - at, at))
    if not pieces:
        return now
    return Normalised("".join((*pieces, now.text[at:])), composed(kept, now.runs))


def composed(outer: Iterable[Run], inner: Iterable[Run]) -> tuple[Run, ...]:
    """Return where a text stands in a source, by way of a text between: `outer` leads there, `inner` on from there."""
    found: list[Run] = []
    inside = list(inner)
    at = 0
    for run in outer:
        last = run.source + run.end - run.start
        while at < len(inside) and inside[at].end <= run.source:
            at += 1
        for number in range(at, len(inside)):
            step = inside[number]
            if step.start >= last:
                break
            low, high = max(step.start, run.source), min(step.end, last)
            first = run.start + low - run.source
            found.append(Run(first, first + high - low, step.source + low - step.start))
    return joined(found)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs with those made one that follow each other without a gap on both sides."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.end == run.start and last.source + last.end - last.start == run.source:
            found[-1] = Run(last.start, run.end, last.source)
        else:
            found.append(run)
    return tuple(found)
