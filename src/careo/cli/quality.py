"""`careo quality`: how much of what this version finds and shows is right, as it was measured."""

from collections.abc import Iterable, Iterator, Sequence

import click

from careo.cli.layout import indented, paint, table
from careo.cli.options import json_option
from careo.cli.output import json_line, say
from careo.errors import UsageError
from careo.quality.measured import (
    FEWEST,
    Example,
    Figure,
    Line,
    Measure,
    Quality,
    Question,
    Sample,
    Unmet,
    measured,
    weakest_first,
)
from careo.text.lexicon import LANGUAGES
from careo.version import VERSION

_MOST_UNMET = 3
"""Floors named in the short table; the others are counted."""
_MOST_MEASURES = 3
"""Lines a question has in the table of a language."""
_DEMO = "/peru"


@click.command(epilog="Example: careo quality --language nl && careo quality --measure figures")
@click.option("--language", metavar="CODE", help="Only what was measured in this language, such as nl.")
@click.option("--measure", metavar="QUESTION", help="One question in full, with examples of what goes wrong.")
@json_option
def quality(*, language: str | None, measure: str | None, as_json: bool) -> None:
    """Say how much of what careo finds and shows is right, as measured for this version.

    Of 100 things that reports tell careo FINDS so many; of 100 that it shows so many are RIGHT. Weakest first.
    """
    known = measured()
    questions = _chosen(known, measure)
    if language is not None and language not in LANGUAGES:
        said = f"Measured were {', '.join(LANGUAGES)}, not {language}. {known.outside}"
        say([json_line(language=language, said=said)] if as_json else _wrapped(said))
    elif as_json:
        say(_rows(questions, language))
    elif measure is not None:
        say(_in_full(known, questions[0], language))
    elif language is not None:
        say(_by_language(known, language))
    else:
        say(short(known))


def _chosen(known: Quality, measure: str | None) -> tuple[Question, ...]:
    """Return the questions that are asked for.

    Raises:
        UsageError: if there is no such question.
    """
    chosen = tuple(question for question in known.questions if measure in (None, question.key))
    if not chosen:
        keys = ", ".join(question.key for question in known.questions)
        raise UsageError(f"--measure {measure}: there is no such question; there are {keys}")
    return chosen


def short(known: Quality) -> Iterator[str]:
    """Yield one line a question, and what to check by hand: no more than a screen."""
    yield from _wrapped(f"careo {VERSION}, measured on texts that it had not seen where there are such. {_HOW}")
    yield ""
    ranked = sorted(known.questions, key=lambda question: question.lead.weakness)
    rows = [(question.key, question.asks, *_sides(question.lead), _weakest(question)) for question in ranked]
    yield from table(("MEASURE", "QUESTION", "FINDS", "RIGHT", "CASES", "WEAKEST"), rows)
    yield from _below(known.unmet)
    yield ""
    yield from _wrapped(known.by_hand)
    yield ""
    yield from _wrapped(
        f"In one language: careo quality --language {'|'.join(LANGUAGES)}. One question, with texts and examples:"
        " --measure figures."
    )


_HOW = (
    "Of 100 things that are there it FINDS so many; of 100 that it shows so many are RIGHT (95 in 100 sure to lie in"
    " the brackets)."
)


def _weakest(question: Question) -> str:
    line = question.weakest
    return line.language if line else "-"


def _wrapped(text: str) -> Iterator[str]:
    yield from indented(text, "")


def _below(unmet: Sequence[Unmet]) -> Iterator[str]:
    if unmet:
        worst = "; ".join(map(str, unmet[:_MOST_UNMET]))
        many = f"{len(unmet)} figures lie" if len(unmet) > 1 else "One figure lies"
        yield from _wrapped(
            f"{many} below what an earlier version reached (the floor), the furthest: {worst}. --measure marks them."
        )


def _by_language(known: Quality, language: str) -> Iterator[str]:
    """Yield what was measured in a language, weakest first, then what was measured over several languages only."""
    yield from _wrapped(f"careo {VERSION} in reports in {language}, weakest first. {_HOW}")
    yield ""
    found = {question.key: _best(question, language) for question in known.questions if question.key != "grammar"}
    rows = [(key, measure, line) for key, best in found.items() for measure, line in best]
    yield from _ranked(rows)
    yield ""
    yield paint("Not measured in this language alone:", bold=True)
    missing = [question for question in known.questions if found.get(question.key) == []]
    yield from _ranked([(question.key, question.measures[0], question.lead) for question in missing])
    yield ""
    yield from _wrapped(known.by_hand)
    told = [example for question in known.questions for example in question.examples]
    yield from _wrong(example for example in told if example.language == language)


def _best(question: Question, language: str) -> list[tuple[Measure, Line]]:
    """Return the weakest measures of a question with their lines in a language: one that rests on enough cases first.

    The demo collection is left out: the rules were mended on it, and it says little of other reports.
    """
    best: list[tuple[Measure, Line]] = []
    for measure in question.measures:
        lines = [one for one in measure.lines if one.language == language and not one.sample.key.endswith(_DEMO)]
        best += [(measure, next((one for one in lines if one.cases >= FEWEST), one)) for one in lines[:1]]
    return sorted(best, key=lambda row: row[1].weakness)[:_MOST_MEASURES]


def _ranked(rows: Iterable[tuple[str, Measure, Line]]) -> Iterator[str]:
    ranked = sorted(rows, key=lambda row: (row[2].weakness, row[0], row[1].name))
    cells = [(key, measure.name, *_sides(line), _told(line)) for key, measure, line in ranked]
    yield from table(("MEASURE", "WHAT", "FINDS", "RIGHT", "CASES", "ON"), cells)


def _told(line: Line) -> str:
    """Return what a figure was measured on, and what to hold against it."""
    seen = ", in view" if line.sample.in_view else ""
    return line.sample.key + seen + (", below its floor" if line.unmet else "")


def _in_full(known: Quality, question: Question, language: str | None) -> Iterator[str]:
    """Yield all that was measured for a question: what it means, on which texts, by language, and what goes wrong."""
    yield paint(question.asks, bold=True)
    if not any(line.language == language for measure in question.measures for line in measure.lines):
        if language is not None:
            yield f"Not measured in {language} alone; all that was measured:"
        language = None
    samples: dict[str, Sample] = {}
    for measure in question.measures:
        lines = [line for line in measure.lines if language in (None, line.language)]
        if lines:
            samples |= {line.sample.key: line.sample for line in lines}
            yield from _measure(measure, lines)
    yield ""
    yield paint("Measured on", bold=True)
    for sample in samples.values():
        yield from indented(f"{sample.key}: {sample.data}; labels: {sample.labels}; {sample.use}.", "  ")
    yield from indented(known.labels, "  ")
    yield from indented(known.interval, "  ")
    yield from _wrong([example for example in question.examples if language in (None, example.language)])


def _measure(measure: Measure, lines: Sequence[Line]) -> Iterator[str]:
    yield ""
    yield paint(measure.name, bold=True)
    yield from indented(measure.means, "  ")
    rows = [
        (
            line.sample.key,
            line.language,
            *_two(line.finds),
            *(_two(line.right) if line.number is None else (_plain(line.number), str(line.number.cases))),
            "below its floor" if line.unmet else "",
        )
        for line in weakest_first(lines)
    ]
    head = "RIGHT" if any(line.right or line.finds for line in lines) else "NUMBER"
    yield from (f"  {row}" for row in table(("ON", "LANGUAGE", "FINDS", "OF", head, "OF", ""), rows))


def _wrong(examples: Iterable[Example]) -> Iterator[str]:
    told = list(examples)
    if told:
        yield ""
        yield paint("What goes wrong", bold=True)
    for example in told:
        yield from indented(f"{example.language}: {example.text}", "  ")
        yield from indented(f"careo: {example.careo}", "     ")
        yield from indented(f"right: {example.right}", "     ")
        yield from indented(f"({example.why}; {example.source})", "     ")


def _sides(line: Line) -> tuple[str, str, str]:
    return _hundred(line.finds), _hundred(line.right) if line.right else _plain(line.number), str(line.cases)


def _two(figure: Figure | None) -> tuple[str, str]:
    return (_hundred(figure), str(figure.cases)) if figure else ("", "")


def _plain(figure: Figure | None) -> str:
    return f"{figure.value:g}" if figure else "-"


def _hundred(figure: Figure | None) -> str:
    return figure.of_hundred() if figure else "-"


def _rows(questions: Iterable[Question], language: str | None) -> Iterator[str]:
    for question in questions:
        for measure in question.measures:
            for line in measure.lines:
                if language in (None, line.language):
                    yield json_line(
                        question=question.key, measure=measure.name, means=measure.means, set=line.sample.key,
                        data=line.sample.data, labels=line.sample.labels, use=line.sample.use, language=line.language,
                        finds=_json(line.finds), right=_json(line.right), number=_json(line.number),
                        below_floor=[*map(str, line.unmet)],
                    )  # fmt: skip


def _json(figure: Figure | None) -> dict[str, object] | None:
    if figure is None:
        return None
    low, high = figure.interval or (None, None)
    rounded = [None if side is None else round(side, 4) for side in (low, high)]
    return {"value": figure.value, "cases": figure.cases, "low": rounded[0], "high": rounded[1]}
