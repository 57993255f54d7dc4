"""main_event: who, what, when and where of the statement shown first, beside what three coders marked (Giveme5W1H).

The reports are of seven events (Hamborg et al. 2019). careo reads headline, lead and text. The statement shown first
is, among those of the headline, the lead and the first `OPENING` sentences of the text, the first one of a type other
than OTHER that has an actor; else the first with an actor; else the first. Its actors answer who, its places where,
its times when, its trigger with what follows it in its sentence (actors, figures, equipment, instruments) what. The set
`giveme5w1h` asks that statement alone; in `each-question` every question is answered by the first statement there
that can, as Giveme5W1H answers its questions one by one.

An answer is right where one of its phrases and one phrase of any coder share half the content words of the shorter, or
where a time spans the day that a coder gave. Questions that no coder answered are not asked. Precision is over the
questions careo answers, recall over all that are asked. Giveme5W1H's precision is of people who judged its answers on
other articles and gave half points: it stands beside as an orientation and is not the same count.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from tests.make import make_report

from careo.engines.base import Tagger
from careo.model.seen import Actor, Equipment, Figure, Instrument, Report, Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract
from careo.text.sentences import split
from eval.fold import plain
from eval.score import Score, SetMissing, prf

QUESTIONS = ("who", "what", "when", "where")
OPENING = 3
"""Sentences of the text that count as its opening, as in the lead of a report by the book."""
_EMPTY = frozenset({
    "a", "an", "and", "as", "at", "be", "by", "for", "from", "has", "have", "had", "his", "her", "in", "into", "is",
    "it", "its", "of", "on", "or", "over", "s", "that", "the", "their", "they", "this", "to", "was", "were", "who",
    "will", "with", "after", "before",
})  # fmt: skip
_ENDINGS = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|e)$")


Choice = Callable[[Sequence[Statement], str], Statement | None]
"""What picks the statement that answers a question."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A report with the phrases that coders gave to each question."""

    report: Report
    opening: int
    """Where the opening ends."""
    phrases: Mapping[str, tuple[str, ...]]
    days: tuple[str, ...]
    """The days that coders gave for when, as ISO dates."""


def main_event(data: Path, tagger: Tagger) -> list[Score]:
    """Return precision, recall and F1 of the four questions together and one by one."""
    told = [
        (coded, [one for one in extract(annotate(coded.report, tagger)) if one.start < coded.opening])
        for coded in coded_reports(data / "giveme5w1h")
    ]
    if not told:
        raise SetMissing("no giveme5w1h/data/*.json in the data folder")
    return [score for name, choose in CHOICES.items() for score in _scores(name, told, choose)]


def _scores(name: str, told: Sequence[tuple[Coded, Sequence[Statement]]], choose: Choice) -> Iterator[Score]:
    counts: Counter[tuple[str, str]] = Counter()
    for coded, statements in told:
        for question in QUESTIONS:
            if coded.phrases[question]:
                one = choose(statements, question)
                found, right = answered(coded, question, one) if one is not None else (False, False)
                for label in ("four", question):
                    counts.update({(label, "right"): right, (label, "found"): found, (label, "asked"): 1})
    for label in ("four", *QUESTIONS):
        three = counts[label, "right"], counts[label, "found"], counts[label, "asked"]
        yield from prf("main_event", name, "en", three, label=f"{label} ")


def coded_reports(folder: Path) -> Iterator[Coded]:
    """Yield the reports of a folder with what the coders marked."""
    for path in sorted(folder.rglob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        named = (("headline", row.get("title")), ("lead", row.get("description")), ("body", row.get("text")))
        parts = tuple((role, text.strip()) for role, text in named if text and text.strip())
        if not parts:
            continue
        text = "\n\n".join(words for _, words in parts)
        report = make_report(text, published=(row.get("date_publish") or "")[:10] or None, parts=parts)  # type: ignore[arg-type]
        body = next((part for part in report.parts if part.role == "body"), None)
        ends = [end for _, end in islice(split(text, "en", body.start, body.end), OPENING)] if body else []
        marked = row["fiveWoneH"]
        days = (str(one.get("parsed") or "")[:10] for one in _annotated(marked, "when"))
        yield Coded(
            report,
            ends[-1] if ends else len(text),
            {name: tuple(str(one["text"]) for one in _annotated(marked, name)) for name in QUESTIONS},
            tuple(day for day in days if len(day) == 10),
        )


def _annotated(marked: Mapping[str, Any], question: str) -> list[Mapping[str, Any]]:
    return [one for one in marked.get(question, {}).get("annotated", ()) if one.get("text")]


def shown_first(told: Sequence[Statement]) -> Statement | None:
    """Return the statement that stands for the report."""
    ranked = (
        (one for one in told if one.type != "OTHER" and one.actors),
        (one for one in told if one.actors),
        iter(told),
    )
    return next((one for group in ranked for one in group), None)


def _first_able(told: Sequence[Statement], question: str) -> Statement | None:
    first = shown_first(told)
    ordered = [first, *told] if first is not None else []
    return next((one for one in ordered if ANSWERS[question](one)), None)


CHOICES: dict[str, Choice] = {
    "giveme5w1h": lambda told, question: shown_first(told),  # noqa: ARG005
    "each-question": _first_able,
}
"""How the statement that answers a question is chosen, by the name it is printed under."""


def answered(coded: Coded, question: str, one: Statement) -> tuple[bool, bool]:
    """Tell whether a statement answers a question, and whether the answer is right."""
    own = ANSWERS[question](one)
    right = any(alike(a, b) for a in own for b in coded.phrases[question])
    if question == "when":
        spans = [(time.first, time.last) for time in one.times]
        right = right or any(a and b and a <= day <= b for a, b in spans for day in coded.days)
    return bool(own), right


def _what(one: Statement) -> tuple[str, ...]:
    slots: tuple[Actor | Figure | Equipment | Instrument, ...] = (
        *one.actors,
        *one.figures,
        *one.equipment,
        *one.instruments,
    )
    after = sorted((slot.start, slot.verbatim) for slot in slots if one.trigger.end <= slot.start < one.end)
    return (" ".join([one.trigger.verbatim, *(words for _, words in after)]),)


ANSWERS: dict[str, Callable[[Statement], tuple[str, ...]]] = {
    "who": lambda one: tuple(actor.verbatim for actor in one.actors),
    "what": _what,
    "when": lambda one: tuple(time.verbatim for time in one.times),
    "where": lambda one: tuple(place.verbatim for place in one.places),
}
"""The phrases with which a statement answers each question."""


def alike(a: str, b: str) -> bool:
    """Tell whether two phrases share at least half of the content words of the shorter."""
    one, other = _content(a), _content(b)
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


def _content(phrase: str) -> set[str]:
    """Return the content words of a phrase, without endings: a crude stem, so that "met" and "meets" differ still."""
    return {_ENDINGS.sub("", word) for word in re.findall(r"\w+", plain(phrase)) if word not in _EMPTY}
