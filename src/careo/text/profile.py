"""What tells a report apart from others of its days: its words, its names and figures, and when it was published."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from careo.model.seen import Report
from careo.text.normalise import fold
from careo.text.skeleton import skeleton

Terms = NDArray[np.uint32]
"""Terms as numbers that are the same on every machine, sorted, each once."""
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_STEM = 6
"""Letters of a word that are kept: what follows is mostly an ending."""
_WORDS = 400
"""Words of a report that are looked at: its headline and its beginning; a long one is no likelier to be about more."""
_CASELESS = frozenset({"ar", "fa", "he", "hi", "ja", "ko", "th", "ur", "zh"})
_TAIL = re.compile(r"\s+[|–—-]\s+(?=[^|–—]{1,45}$)")
_HEAD_WORDS, _TAIL_WORDS = 4, 5


@dataclass(frozen=True, slots=True)
class Profile:
    """A report's terms and its moment."""

    report: str
    language: str
    moment: float | None
    """Days since 1970, with the fraction where the hour is known; `None` where the day is not known."""
    words: Terms
    """Its words without their endings, by language."""
    names: Terms
    """The skeletons of its capitalised words, and its figures: alike in all languages."""

    @property
    def order(self) -> tuple[bool, float, str]:
        """What profiles are sorted by: the earliest first, those without a day last."""
        return self.moment is None, self.moment or 0, self.report


def profile(report: Report) -> Profile:
    """Return what tells a report apart."""
    words: set[int] = set()
    names: set[int] = set()
    for word in _words(report):
        words.add(_number(f"{report.language}:{fold(word)[:_STEM]}"))
        if word[0].isupper() or word.isdigit() or report.language in _CASELESS:
            bones = skeleton(word)
            if len(bones) > 1 or word.isdigit():
                names.add(_number(bones))
    return Profile(report.id, report.language, _moment(report.date), _terms(words), _terms(names))


def _words(report: Report) -> list[str]:
    found: list[str] = []
    for part in report.parts:
        if part.role in ("headline", "lead", "body") and len(found) < _WORDS:
            text = report.text[part.start : part.end]
            for word in _WORD.findall(_without_outlet(text.strip()) if part.role == "headline" else text):
                if _UNSPACED.match(word):  # no spaces between words: pairs of signs stand for them
                    found += [word[at : at + 2] for at in range(max(1, len(word) - 1))]
                else:
                    found.append(word)
    return found[:_WORDS]


def _without_outlet(headline: str) -> str:
    """Return the headline without the outlet's name that pages put behind it ("… | Daily Herald")."""
    marks = list(_TAIL.finditer(headline))
    if not marks:
        return headline
    head, tail = headline[: marks[-1].start()], headline[marks[-1].end() :]
    short = len(tail.split()) <= _TAIL_WORDS and len(head.split()) >= _HEAD_WORDS
    return head if short else headline


def _number(term: str) -> int:
    return crc32(term.encode())


def _terms(numbers: set[int]) -> Terms:
    return np.array(sorted(numbers), dtype=np.uint32)


def _moment(value: str | None) -> float | None:
    """Return the days since 1970 of an EDTF date or date with time, `None` where it names no single day."""
    if value is None:
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return None
    if len(value) < len("2024-01-31"):
        return None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() / 86400
