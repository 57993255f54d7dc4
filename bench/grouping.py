"""Speed and memory of grouping as the archive grows: reports made up at random, with their vectors and entities.

Every happening has words, names and a meaning of its own, and is told by some reports within two days, in any of seven
languages; some 270 reports a day. Other words come from a common stock. The texts mean nothing: only cost is measured.
"""

import resource
import time
from collections.abc import Sequence

import numpy as np
from tests.make import make_report
from tests.table import make_mention

from careo.engines.base import Vector
from careo.model.ids import group_id
from careo.model.inferred import Entity
from careo.model.seen import Report
from careo.stages.group import group

_A_DAY, _TOLD_BY, _LANGUAGES = 270, 4, ("de", "en", "es", "fr", "it", "nl", "pt")
_STOCK, _WORDS, _OWN = 20_000, 60, 12
_DIMENSIONS = 512


def grouping(sizes: Sequence[int]) -> None:
    """Print seconds, peak memory and groups for archives of these sizes, in rising order."""
    print(f"{'reports':>9}{'seconds':>9}{'ms each':>9}{'MiB peak':>10}{'stories':>9}{'episodes':>9}")
    for size in sizes:
        reports, entities, report_of, vectors = _archive(size)
        started = time.perf_counter()
        stories = group(reports, entities, report_of, vectors)
        wall = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        episodes = sum(len(story.episodes) for story in stories)
        print(f"{size:>9}{wall:>9.1f}{1000 * wall / size:>9.2f}{peak:>10.0f}{len(stories):>9}{episodes:>9}", flush=True)


def _archive(size: int) -> tuple[list[Report], list[Entity], dict[str, str], dict[str, Vector]]:
    random = np.random.default_rng(size)
    stock = 1 / np.arange(1, _STOCK + 1)
    stock /= stock.sum()
    usual = _unit(random.normal(size=_DIMENSIONS))
    reports: list[Report] = []
    entities: list[Entity] = []
    report_of: dict[str, str] = {}
    vectors: dict[str, Vector] = {}
    for happening in range(-(-size // _TOLD_BY)):
        day = np.datetime64("2024-01-01") + int(random.integers(max(1, size // _A_DAY)))
        centre = _unit(random.normal(size=_DIMENSIONS))
        mentions: list[str] = []
        for n in range(min(_TOLD_BY, size - happening * _TOLD_BY)):
            words = [f"w{w}" for w in random.choice(_STOCK, _WORDS, p=stock)]
            words += [f"h{happening}x{w}" for w in random.choice(2 * _OWN, _OWN, replace=False)]
            text = f"Name{happening} {' '.join(words)}."
            language = _LANGUAGES[int(random.integers(len(_LANGUAGES)))]
            report = make_report(
                text, language=language, published=str(day + int(random.integers(3))), origin=f"{happening} {n}"
            )
            mention = make_mention(report, f"Name{happening}")
            report_of[mention.id] = report.id
            mentions.append(mention.id)
            reports.append(report)
            noise = _unit(random.normal(size=_DIMENSIONS))
            vectors[report.id] = _unit(0.5 * usual + 0.7 * centre + 0.5 * noise).astype(np.float32)
        name = f"Name{happening}"
        entities.append(Entity(group_id("entity", mentions), "person", name, (), tuple(sorted(mentions)), (), name))
    return reports, entities, report_of, vectors


def _unit(vector: np.ndarray) -> np.ndarray:
    return vector / np.linalg.norm(vector)
