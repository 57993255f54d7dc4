"""The labelled events: which word of a sentence carries which type of statement, how real it is, and who takes part.

`training/events/LANG.jsonl` holds the labels as spans (guideline: eval/guidelines/statements.md), each with where its
head word begins; the sentences of `ntrex` lie in the data folder, our own stand beside their labels.
"""

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from careo.model.seen import Modality, Polarity, StatementType
from careo.text.tokens import SyntacticWord, tokens
from training.sets import LANGUAGES, texts

NONE = "-"
TYPES = (NONE, *get_args(StatementType))
MODALITIES: tuple[str, ...] = get_args(Modality)
POLARITIES: tuple[str, ...] = get_args(Polarity)
ROLES = (
    NONE, "authority", "force", "participant", "speaker", "accused", "victim", "holder", "target",
    "place", "time", "figure", "source",
)  # fmt: skip
OURS = Path(__file__).parent / "events"


@dataclass(frozen=True, slots=True)
class Event:
    """A labelled trigger: places are words of the sentence."""

    word: int
    phrase: tuple[int, ...]
    """All words of the trigger: which of them carries it is a matter of taste."""
    types: tuple[str, ...]
    """The types it may be; the first is the best."""
    subtype: str | None
    modality: str
    polarity: str
    roles: dict[int, str]
    """The head word of who and what takes part, with its role."""
    unsure: frozenset[int]
    """The other words of those phrases: no fault to choose them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the events it tells."""

    id: str
    language: str
    words: tuple[str, ...]
    events: tuple[Event, ...]


def told(data: Path, folder: Path = OURS) -> Iterator[Told]:
    """Yield the labelled sentences whose text is there."""
    for language in LANGUAGES:
        path = folder / f"{language}.jsonl"
        if path.exists():
            known = texts(data, language)
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                text = row.get("text") or known.get(row["id"])
                if text is not None:
                    yield labelled(row, language, text)


def labelled(row: dict[str, Any], language: str, text: str) -> Told:
    """Return a row of a label file as words."""
    cut = tokens(text, 0, len(text), language)
    events = tuple(_event(said, cut) for said in row["statements"])
    return Told(row["id"], language, tuple(word.text for word in cut), events)


def _event(said: dict[str, Any], cut: Sequence[SyntacticWord]) -> Event:
    types = (said["type"], *said.get("also", ()), *((NONE,) if said.get("optional") else ()))
    slots = [(_word(cut, slot["head"]), slot) for slot in said["slots"]]
    return Event(
        _word(cut, said["head"]), _phrase(cut, said["trigger"]), types, said.get("subtype"), said["modality"],
        said["polarity"], {word: slot["role"] for word, slot in slots},
        frozenset(n for _, slot in slots for n in _phrase(cut, slot["at"])) - {word for word, _ in slots},
    )  # fmt: skip


def _word(cut: Sequence[SyntacticWord], offset: int) -> int:
    """Return the word at an offset; of several that share the place the first."""
    at = max(0, bisect_right([word.start for word in cut], offset) - 1)
    return next(n for n, word in enumerate(cut) if word.start == cut[at].start)


def _phrase(cut: Sequence[SyntacticWord], at: Sequence[int]) -> tuple[int, ...]:
    return tuple(n for n, word in enumerate(cut) if at[0] < word.end and word.start < at[1])
