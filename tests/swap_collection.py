"""The Peru collection once more, with every figure, name and date replaced from a seeded table.

Names go through a substitution of consonants, so that two spellings of one name stay two spellings of one name; figures
are stretched by one factor, so that "almost 70" stays almost what 69 is; dates move by 28 years, so that week days stay
right. Numbers below 13 and number words stay: the texts write the small ones now in words, now in digits.
"""

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from babel.dates import get_month_names

from careo import Report

ROOT = Path(__file__).parents[1]
COLLECTION = ROOT / "examples" / "peru"
GOLD = ROOT / "tests" / "golden" / "peru.json"
PLACES = (
    "Juliaca",
    "Callao",
    "Iquitos",
    "Bambas",
    "Andahuaylas",
    "Ayacucho",
    "Puno",
    "Wiñay",
    "Tarpuy",
    "Qhaway",
    "Puna",
)
CONSONANTS = "bcdfgklmnprstvz"
_MONTHS = "|".join(
    sorted({m for code in ("de", "en", "es", "fr", "nl", "pt") for m in get_month_names("wide", locale=code).values()})
)
_DATES = re.compile(
    rf"\d{{1,2}}(?:º|er)?\.?\s(?:de\s)?(?:{_MONTHS})|(?:{_MONTHS})\s\d{{1,2}}\b|\d{{1,2}}[/.]\d{{1,2}}[/.](?=\d{{4}})"
    r"|(?<=\d{4})-\d\d-\d\d(?:T[\d:+-]+)?|\d{1,2}:\d\d",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])20[12]\d(?!\d)")
_NUMBER = re.compile(r"(?<![\w.,'&#])\d[\d.,']*(?<![.,'])(?![\w;])")
_LETTER = re.compile(r"&\w+(?:acute|grave|uml|tilde|circ|cedil);")
_MARK = re.compile("\x00(\\d+)\x00")


@dataclass(frozen=True)
class Swap:
    """One seeded replacement."""

    text: Callable[[str], str]
    number: Callable[[float], float]
    year: Callable[[str], str]
    replaced: frozenset[str]
    """The words of names that were replaced by others."""


def make_swap(seed: int) -> Swap:
    """Return the replacements of one seed."""
    rng = random.Random(seed)
    shuffled = list(CONSONANTS)
    rng.shuffle(shuffled)
    cipher = str.maketrans(CONSONANTS + CONSONANTS.upper(), "".join(shuffled) + "".join(shuffled).upper())
    factor = rng.uniform(1.15, 1.38)
    words = {word: word.translate(cipher) for word in (*_name_words(), *PLACES)}
    named = re.compile(rf"\b({'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?=s?\b)")

    def number(value: float) -> float:
        return float(round(value * factor)) if value >= 13 else value

    def year(text: str) -> str:
        return _YEAR.sub(lambda m: str(int(m[0]) + 28), text)

    def written(match: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", match[0])
        if len(digits) == 4 and digits[:2] in ("19", "20") and match[0].isdigit():
            return match[0]
        new = f"{number(float(digits)):.0f}" if "," not in match[0] or len(digits) > 3 else digits
        separator = next((c for c in match[0] if not c.isdigit()), "")
        grouped = f"{int(new):,}".replace(",", separator) if separator and len(digits) > 3 else new
        return match[0] if separator and len(digits) <= 3 else grouped

    def text(original: str) -> str:
        kept: list[str] = []

        def keep(match: re.Match[str]) -> str:
            kept.append(match[0])
            return f"\x00{len(kept) - 1}\x00"

        moved = _DATES.sub(keep, year(original))
        moved = named.sub(lambda m: words[m[1]], _NUMBER.sub(written, moved))
        return _MARK.sub(lambda m: kept[int(m[1])], moved)

    return Swap(text, number, year, frozenset(old for old, new in words.items() if old != new))


def write(folder: Path, reports: list[tuple[str, Report]], swap: Swap) -> None:
    """Write the swapped collection into a folder; of the PDF its text, as read in (origin, report)."""
    folder.mkdir(parents=True)
    for path in sorted(COLLECTION.iterdir()):
        if path.suffix == ".pdf":
            (text,) = (report.text for origin, report in reports if origin == path.name)
        else:
            text = _LETTER.sub(lambda m: unescape(m[0]), path.read_text(encoding="utf-8"))
        name = path.with_suffix(".txt").name if path.suffix == ".pdf" else path.name
        (folder / name).write_text(swap.text(text), encoding="utf-8")


def _name_words() -> set[str]:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    people = (entity for entity in gold["entities"] if entity["type"] == "person")
    names = [name["text"] for person in people for name in person["names"]]
    names += [author for report in gold["reports"] for author in report["author"]]
    return {word for name in names for word in name.split()}
