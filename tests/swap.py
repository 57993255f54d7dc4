"""Another collection from the examples: every figure, name and date replaced from a seeded table.

A program written for the examples, or tuned to them, finds other things in the swapped texts; an honest one finds the
same with the new values.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from babel.dates import get_month_names

EXAMPLES = Path(__file__).parents[1] / "examples" / "honduras"
LANGUAGES = ("de", "en", "es", "nl")

GIVEN = ("Miriam", "Leonor", "Oscar", "Hilda", "Casper", "Marta", "Edgar", "Silvia", "Bruno", "Judith")
FAMILY = ("Valdegrama", "Quistorp", "Ostendal", "Brambilka", "Lindgraf", "Zarateño", "Maldovar", "Perkunas")
PLACES = ("Valdemora", "Quilpani", "Ostraven", "Marcolina", "Tuparey")
STORMS = ("Belindra", "Corvina", "Zenaida")
HOSTS = {
    "Honduras": ("Paraguay", "Uruguay"),
    "honduranischen": ("paraguayischen", "uruguayischen"),
    "Honduran": ("Paraguayan", "Uruguayan"),
    "hondureños": ("paraguayos", "uruguayos"),
}
SENDERS = {
    "Kanada": ("Australien", "Italien"),
    "kanadischen": ("australischen", "italienischen"),
    "kanadische": ("australische", "italienische"),
    "Canadese": ("Australische", "Italiaanse"),
    "Canadian": ("Australian", "Italian"),
    "canadienses": ("australianos", "italianos"),
    "Canadá": ("Australia", "Italia"),
    "Canada": ("Australia", "Italy"),
}
DUTCH_SENDER = {"Canada": ("Australië", "Italië")}


@dataclass(frozen=True)
class Swap:
    """One seeded replacement: of texts, of numbers, of EDTF days."""

    text: Callable[[str, str], str]
    """(text, language) to the text with everything replaced."""
    number: Callable[[float], float]
    day: Callable[[str], str]


def make_swap(seed: int) -> Swap:
    """Return the replacements of one seed."""
    rng = random.Random(seed)
    words = _words(rng)
    numbers = _numbers(rng)
    shift = timedelta(days=rng.randint(30, 300))

    def day(value: str) -> str:
        year, unknown = (value[:4], False) if not value.startswith("X") else ("2024", True)
        moved = date.fromisoformat(year + value[4:10]) + shift
        return f"XXXX{moved.isoformat()[4:]}" if unknown else moved.isoformat() + value[10:]

    def text(original: str, language: str) -> str:
        return _swapped(original, language, words=words, numbers=numbers, shift=shift)

    return Swap(text, lambda value: numbers.get(value, value), day)


def write(folder: Path, swap: Swap | None) -> None:
    """Write the examples, swapped where there is a swap, into a folder."""
    folder.mkdir(parents=True)
    for path in sorted(EXAMPLES.glob("*.*")):
        original = path.read_text(encoding="utf-8")
        language = {"k": "de", "h": "en", "l": "es", "n": "nl"}[path.name[0]]
        changed = swap.text(original, language) if swap else original
        (folder / path.name).write_text(changed, encoding="utf-8")


def _words(rng: random.Random) -> dict[str, dict[str, str]]:
    """Return, by language, old words to new ones; a person keeps family and given name across languages."""
    given, family = rng.sample(GIVEN, 6), rng.sample(FAMILY, 5)
    minister, other = family[0], family[0] + "s"
    table = {
        "Margaret Ellwood": f"{given[0]} {family[1]}",
        "Ramiro Echandía": f"{given[1]} {minister}",
        "Ramiro Echandia": f"{given[1]} {minister}",
        "Ramón Echandías": f"{given[2]} {other}",
        "Osmán Villatoro": f"{given[3]} {family[2]}",
        "Osman Villatoro": f"{given[3]} {family[2]}",
        "Julián Tábora": f"{given[4]} {family[3]}",
        "Dunia Argueta": f"{given[5]} {family[4]}",
        "Tegucigalpa": (capital := rng.choice(PLACES)),
        "TEGUCIGALPA": capital.upper(),
        "Choluteca": rng.choice([place for place in PLACES if place != capital]),
        "Odalys": rng.choice(STORMS),
    }
    at = rng.randrange(2)
    common = table | {old: new[at] for old, new in HOSTS.items()}
    common |= {old: new[at] for old, new in SENDERS.items()}
    return {
        language: common | ({old: new[at] for old, new in DUTCH_SENDER.items()} if language == "nl" else {})
        for language in LANGUAGES
    }


def _numbers(rng: random.Random) -> dict[float, float]:
    """Return old figures to new ones of the same kind: below a hundred stay so, and 41 < 44 < 45 stays so."""
    dead = sorted(rng.sample(range(32, 95), 3))
    votes = rng.sample(range(61, 99), 2)
    return {
        180: rng.randrange(210, 890), 60: rng.randrange(61, 99), 78: votes[0], 87: votes[1],
        41: dead[0], 44: dead[1], 45: dead[2], 58: rng.randrange(61, 79), 25: rng.randrange(26, 49),
    }  # fmt: skip


def _swapped(
    text: str,
    language: str,
    *,
    words: dict[str, dict[str, str]],
    numbers: dict[float, float],
    shift: timedelta,
) -> str:
    months = {name.lower(): n for n, name in get_month_names("wide", locale=language).items()}
    names = get_month_names("wide", locale=language)
    alternatives = "|".join(months)
    dated = re.compile(rf"\b(\d{{1,2}})(\.? (?:de )?)({alternatives})((?: de)? )?(20\d\d)?\b", re.IGNORECASE)
    iso = re.compile(r"\b20\d\d-\d\d-\d\d")
    kept: list[str] = []

    def keep(new: str) -> str:
        kept.append(new)
        return f"\x00{len(kept) - 1}\x00"

    def moved_iso(match: re.Match[str]) -> str:
        return keep((date.fromisoformat(match[0]) + shift).isoformat())

    def moved(match: re.Match[str]) -> str:
        month = months[match[3].lower()]
        year = int(match[5]) if match[5] else (2025 if month < 6 else 2024)
        new = date(year, month, int(match[1])) + shift
        name = names[new.month]
        tail = f"{match[4]}{new.year}" if match[5] else (match[4] or "")
        return keep(f"{new.day}{match[2]}{name if match[3][0].isupper() else name.lower()}{tail}")

    text = dated.sub(moved, iso.sub(moved_iso, text))
    text = re.sub(r"(?<![\w.])\d+(?![\w.]*\d)", lambda m: f"{numbers.get(float(m[0]), int(m[0])):g}", text)
    for old in sorted(words[language], key=len, reverse=True):
        text = re.sub(rf"\b{old}\b", lambda _, old=old: keep(words[language][old]), text)
    return re.sub("\x00(\\d+)\x00", lambda m: kept[int(m[1])], text)
