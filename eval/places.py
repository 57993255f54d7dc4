"""places: what place names stand for, against two lists of our own sentences in the style of news.

A mention is right when its country is right and, for a town, the point lies within 50 km; for a division, on a place
that is no town within 400 km, for the middle of its towns may lie far from that of its land; for a region larger than a
country, its name. What no open data has must be left unknown.
The sentences stand alone, so that a name has only its own sentence for it. Both lists were written before the gazetteer
was asked about them. The rules were mended on the misses of `own`; `held` came after most of them (.911 when first
asked; since then one rule, for lists of names in German, was mended with its misses in view).
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from careo.engines.gazetteer import FileGazetteer
from careo.engines.plain import PlainTagger
from careo.model.ids import capture_id, report_id, sha256
from careo.model.seen import Mention, Part, Place, Report
from careo.stages.annotate import annotate
from careo.text.names.locate import kilometres
from eval.score import Score, share

LIST = Path(__file__).parent / "sets" / "places.jsonl"
TOWN_KM, DIVISION_KM = 50.0, 400.0
Outcome = Literal["right", "wrong", "open", "missed"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold mention, what was found there, and how that stands."""

    set: str
    """own: known while the rules were made; held: written after most of them."""
    language: str
    text: str
    gold: Mapping[str, Any]
    place: Place | None
    outcome: Outcome


def places() -> list[Score]:
    """Return the share of mentions that are right, and of those given a place the share that is right, by language."""
    judged = list(judge())
    scores: list[Score] = []
    for set_ in ("own", "held"):
        part = [one for one in judged if one.set == set_]
        for language in [*sorted({one.language for one in part}), "all"]:
            outcomes = Counter(one.outcome for one in part if language in (one.language, "all"))
            given = outcomes["right"] + outcomes["wrong"]
            scores.append(share("places", set_, language, (outcomes["right"], outcomes.total()), "right"))
            scores.append(share("places", set_, language, (outcomes["right"], given), "right where given"))
    return scores


def judge() -> Iterator[Judged]:
    """Yield each gold mention with its outcome: right, wrong, open (found, but left unknown) or missed."""
    tagger, gazetteer = PlainTagger(), FileGazetteer()
    for line in LIST.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        mentions = annotate(_report(row["text"], row["language"]), tagger, gazetteer).mentions
        for gold in row["mentions"]:
            place = _at(mentions, gold)
            yield Judged(row["set"], row["language"], row["text"], gold, place, _outcome(gold, place))


def _report(text: str, language: str) -> Report:
    """Return a report whose body is the text."""
    hashed = sha256(text)
    capture = capture_id("list", None, hashed)
    return Report(
        id=report_id(capture, 0), capture=capture, item=0, text_sha256=hashed, language=language, title=None,
        publisher=None, author=(), url=None, published=None, dates=(), credit=(),
        parts=(Part("body", 0, len(text), language, None, None),), quotes=(), version_of=None, text=text,
        encoding=None, runs=(),
    )  # fmt: skip


def _at(mentions: tuple[Mention, ...], gold: Mapping[str, Any]) -> Place | None:
    """Return the place at the gold's words; a mention may be longer by an ending or shorter by an article."""
    start, end = gold["start"], gold["start"] + len(gold["quote"])
    for mention in mentions:
        over = min(end, mention.end) - max(start, mention.start)
        if isinstance(mention.value, Place) and over > 0.6 * max(end - start, mention.end - mention.start):
            return mention.value
    return None


def _outcome(gold: Mapping[str, Any], place: Place | None) -> Outcome:
    if gold["kind"] == "other":
        return "right" if place is None or (place.lat is None and place.country is None) else "wrong"
    if place is None:
        return "missed"
    if place.country is None and place.kind is None:
        return "open"
    return "right" if _is_right(gold, place) else "wrong"


def _is_right(gold: Mapping[str, Any], place: Place) -> bool:
    if gold["kind"] == "region":
        return place.country is None and place.name == gold["name"]
    if place.country != gold["country"] or (place.kind == "country") != (gold["kind"] == "country"):
        return False
    if gold["kind"] == "country":
        return True
    if place.lat is None or place.lon is None or (gold["kind"] == "division" and place.kind == "town"):
        return False
    distance = kilometres((place.lat, place.lon), (gold["lat"], gold["lon"]))
    return distance <= (TOWN_KM if gold["kind"] == "town" else DIVISION_KM)
