"""episodes: reports of one happening together, in any language.

On our own headlines and short reports (`eval/episodes`: invented happenings; the constants of grouping were set on
these), on the titles of `og2021` and on `ntrex`, each document in another language. Episodes are what `group` makes of
reports, after the entities that the product finds in those of its seven languages; B-cubed is of Bagga and Baldwin
(1998).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tests.make import make_report

from careo.engines.base import Encoder, Gazetteer, Tagger
from careo.meant import mean_of, opening
from careo.model.inferred import Story
from careo.model.seen import Report
from careo.stages.annotate import annotate
from careo.stages.deciding.settle import Settled
from careo.stages.group import group
from careo.stages.resolve import NAMED, Named, resolve
from careo.text.lexicon import LANGUAGES as TAGGED
from eval.cubed import cubed
from eval.ntrex import LANGUAGES, Label, Told, corpus, rotated
from eval.ntrex import labels as gold_labels
from eval.score import Score, SetMissing, harmonic, prf, share

OWN = Path(__file__).parent / "episodes"
_CODES = {
    "eng": "en", "spa": "es", "por": "pt", "fra": "fr", "deu": "de", "rus": "ru", "ara": "ar", "slv": "sl", "zho": "zh",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Engines:
    """What reading a report asks for."""

    tagger: Tagger
    gazetteer: Gazetteer
    encoder: Encoder


def episodes_own(engines: Engines) -> list[Score]:
    """Return B-cubed on each of our own sets; on the reports, of their stories too."""
    scores: list[Score] = []
    for path in sorted(OWN.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        reports = [_report(row["language"], row["time"], row["title"], row.get("text", "")) for row in rows]
        stories = grouped(reports, engines)
        for label in ("cluster", "story"):
            if label in rows[0]:
                gold = {report.id: row[label] for report, row in zip(reports, rows, strict=True)}
                found = _episodes(stories) if label == "cluster" else _stories(stories)
                scores += _cubed(path.stem, gold, found, label="b3 " if label == "cluster" else "story b3 ")
    return scores


def episodes_og2021(data: Path, engines: Engines) -> list[Score]:
    """Return B-cubed on the titles of one month of one sports event, over all and inside each language."""
    path = data / "og2021" / "titles.jsonl"
    if not path.is_file():
        raise SetMissing("no og2021/titles.jsonl in the data folder")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    reports = [_report(_CODES[row["lang"]], row["time"], row["title"], "", row["uri"]) for row in rows]
    gold = {report.id: row["cluster"] for report, row in zip(reports, rows, strict=True)}
    found = _episodes(grouped(reports, engines))
    language = {report.id: report.language for report in reports}
    scores = _cubed("og2021", gold, found)
    inside = [{id_: f"{language[id_]} {of[id_]}" for id_ in of} for of in (gold, found)]
    scores += _cubed("og2021", inside[0], inside[1], label="inside b3 ")
    ceiling = _cubed("og2021", gold, inside[0], label="perfect inside b3 ")
    return [*scores, *(score for score in ceiling if score.measure.endswith("f1"))]


def episodes_ntrex(data: Path) -> list[Score]:
    """Return pairwise figures over four turns, and the share of hard negatives that were merged.

    Pairs that the gold's labellers would not punish (`alt_story`) are left out.
    """
    source, labels = corpus(data), gold_labels(data)
    documents = sorted(set(source.numbers) & set(labels))
    counts, merged, hard = [0, 0, 0], 0, 0
    for turn in range(len(LANGUAGES)):
        with Told(source, rotated(documents, turn)) as told:
            at = {told.document_of[report]: episode for report, episode in _episodes(told.desk.stories()).items()}
        for one, other in combinations(documents, 2):
            if _open(labels, one, other):
                continue
            together, same = at[one] == at[other], labels[one].story == labels[other].story
            counts = [counts[0] + (together and same), counts[1] + together, counts[2] + same]
            if other in labels[one].hard or one in labels[other].hard:
                hard, merged = hard + 1, merged + together
    scores = prf("episodes", "ntrex_gold", "mixed", (counts[0], counts[1], counts[2]), label="pair ")
    return [*scores, share("episodes", "ntrex_gold", "mixed", (hard - merged, hard), "hard negatives apart")]


def grouped(reports: Sequence[Report], engines: Engines) -> tuple[Story, ...]:
    """Return the stories of reports as the pipeline makes them."""
    named = [
        Named(report.id, report.language, tuple(m for m in found if m.type in NAMED))
        for report in reports
        if report.language in TAGGED
        for found in (annotate(report, engines.tagger, engines.gazetteer).mentions,)
    ]
    report_of = {mention.id: one.report for one in named for mention in one.mentions}
    sentences = {report.id: opening(report) for report in reports}
    known = {s: engines.encoder.encode([s])[0] for s in sorted({s for found in sentences.values() for s in found})}
    vectors = {id_: mean_of([known[s] for s in found]) for id_, found in sentences.items() if found}
    return group(reports, resolve(named, Settled()), report_of, vectors)


def _report(language: str, time: str, title: str, text: str, origin: str = "") -> Report:
    body = (("body", text),) if text else ()
    parts = (("headline", title), *body)
    return make_report(
        f"{title}\n\n{text}".strip(), language=language, published=time, parts=parts, origin=origin or f"{time} {title}"
    )


def _episodes(stories: Sequence[Story]) -> dict[str, str]:
    return {report: episode.id for story in stories for episode in story.episodes for report in episode.reports}


def _stories(stories: Sequence[Story]) -> dict[str, str]:
    return {report: story.id for story in stories for report in story.reports}


def _cubed(name: str, gold: Mapping[str, str], found: Mapping[str, str], label: str = "b3 ") -> list[Score]:
    items = sorted(gold)
    figures = (cubed(items, found, gold), cubed(items, gold, found), len(items))
    return harmonic("episodes", name, "all", figures, label=label)


def _open(labels: Mapping[str, Label], one: str, other: str) -> bool:
    """Whether the gold leaves open if two documents are of one story."""
    pairs = ((labels[one], labels[other]), (labels[other], labels[one]))
    return any(a.also == b.story or (a.also == "own" and a.story == b.story) for a, b in pairs)
