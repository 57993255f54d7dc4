"""statements on news: what careo extracts from reports of many outlets beside what two readers marked.

The labels (`eval/statements/LANG.jsonl`, guideline: eval/guidelines/statements.md) are spans and slots by sentence; the
sentences of `ntrex` lie in the data folder, the Italian and Portuguese ones are our own and stand beside their labels.
Half of the reports (`tune`) may be looked at while rules are written, the other half (`held`) is what counts. Labels
marked optional are neither asked for nor wrong; OTHER is counted apart; headlines are left out on both sides.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.make import make_report
from training.sets import texts

from careo import Statement
from careo.engines.base import Tagger
from careo.stages.annotate import annotate
from careo.stages.extract import extract
from eval.fold import within
from eval.ntrex import NO_NTREX
from eval.score import Score, SetMissing, prf, share

GOLD = Path(__file__).parent / "statements"
_OWN = ("it", "pt")
_GENERAL: Mapping[str, frozenset[str]] = {
    "perpetrator": frozenset({"accused"}),
    "court": frozenset({"authority"}),
    "investigator": frozenset({"authority"}),
    "imposer": frozenset({"authority"}),
    "protester": frozenset({"participant"}),
    "party": frozenset({"participant", "authority"}),
    "giver": frozenset({"participant"}),
    "receiver": frozenset({"target"}),
    "counterpart": frozenset({"target"}),
    "addressee": frozenset({"target"}),
    "detained": frozenset({"accused", "victim", "target"}),
    "defendant": frozenset({"accused"}),
    "respondent": frozenset({"accused"}),
    "beneficiary": frozenset({"force", "target"}),
    "group": frozenset({"victim"}),
    "subject": frozenset({"participant", "holder", "accused"}),
    "target": frozenset({"target", "accused"}),
}
"""What careo's roles, which differ by type, are among the guideline's eight: a defendant is an accused."""
_PUBLISHED = "2018-10-01"
"""The day the reports of `ntrex` count from: they are of that autumn, and their own days are not in the set."""
Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence of a report with its labels; every slot in words."""

    text: str
    headline: bool
    said: tuple[Said, ...]


def halves(name: str) -> str:
    """Return the half that a report belongs to."""
    return "held" if hashlib.sha256(name.encode()).digest()[0] % 2 else "tune"


def statements_news(data: Path, tagger: Tagger) -> list[Score]:
    """Return precision, recall and F1 of statements (type and sentence) and how right the slots of matched ones are."""
    scores = _measured([path for path in sorted(GOLD.glob("*.jsonl")) if path.stem not in _OWN], data, tagger)
    if not scores:
        raise SetMissing(NO_NTREX)
    return scores


def statements_own(tagger: Tagger) -> list[Score]:
    """Return the same for the reports that are our own, Italian and Portuguese."""
    return _measured([GOLD / f"{language}.jsonl" for language in _OWN], Path(), tagger)


def _measured(paths: Sequence[Path], data: Path, tagger: Tagger) -> list[Score]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in paths:
        for name, sentences in reports(path, data).items():
            found = _counted(path.stem, sentences, tagger)
            counts[halves(name), path.stem] += found
            if path.stem not in _OWN:
                counts[halves(name), "all"] += found
    return [score for half, language in sorted(counts) for score in _scores(half, language, counts[half, language])]


def reports(path: Path, data: Path) -> dict[str, list[Marked]]:
    """Return the marked sentences of each report of a language whose text is there."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    known = texts(data, path.stem) | {row["id"]: row["text"] for row in rows if "text" in row}
    found: dict[str, list[Marked]] = {}
    for row in rows:
        text = known.get(row["id"])
        if text is not None:
            said = tuple(_in_words(one, text, known) for one in row["statements"])
            found.setdefault(row["report"], []).append(Marked(text, row["headline"], said))
    return found


def _in_words(said: Said, text: str, known: Mapping[str, str]) -> Said:
    """Replace each `at` by the words that stand there, in this sentence or in the one that is named."""

    def words(slot: Mapping[str, Any]) -> str:
        start, end = slot["at"]
        return (known[slot["in"]] if "in" in slot else text)[start:end]

    slots = {
        key: [{**slot, "words": words(slot)} for slot in said[key]]
        for key in ("actors", "places", "times", "figures", "attribution")
    }
    for slot in slots["figures"]:
        slot["group words"] = text[slice(*slot["group"])] if "group" in slot else ""
    start, end = said["trigger"]
    return {**said, **slots, "trigger": text[start:end]}


def _counted(language: str, sentences: Sequence[Marked], tagger: Tagger) -> Counter[str]:
    """Run careo over one report and count."""
    text = "\n\n".join(sentence.text for sentence in sentences)
    report = make_report(text, language=language, published=_PUBLISHED)
    own = extract(annotate(report, tagger))
    counts: Counter[str] = Counter()
    at = 0
    for sentence in sentences:
        inside = [one for one in own if at <= one.trigger.start < at + len(sentence.text)]
        at += len(sentence.text) + 2
        if not sentence.headline:
            counts += _compared(sentence.said, inside)
    return counts


def _compared(said: Sequence[Said], own: Sequence[Statement]) -> Counter[str]:
    counts: Counter[str] = Counter()
    pairs = list(_matched(said, own))
    taken = {statement.id for _, statement in pairs}
    typed = [(one, statement) for one, statement in pairs if "OTHER" not in (one["type"], statement.type)]
    counts["right"] = sum(not one.get("optional") for one, _ in typed)
    counts["gold"] = sum(not one.get("optional") and one["type"] != "OTHER" for one in said)
    counts["wrong"] = sum(statement.id not in taken and statement.type != "OTHER" for statement in own)
    counts["other wrong"] = sum(statement.id not in taken and statement.type == "OTHER" for statement in own)
    counts["other"] = sum(statement.type == "OTHER" for statement in own)
    for one, statement in typed:
        counts["pairs"] += 1
        counts["modality"] += one["modality"] == statement.modality
        counts["polarity"] += one["polarity"] == statement.polarity
        counts["source"] += _same_source(one, statement)
        _roles(counts, one, statement)
        _figures(counts, one, statement)
        _times(counts, one, statement)
    return counts


def _matched(said: Sequence[Said], own: Sequence[Statement]) -> Iterator[tuple[Said, Statement]]:
    """Yield pairs of one type, each label and statement once; what is asked for goes before what is optional."""
    ranked = sorted(
        (bool(one.get("optional")), one["type"] != statement.type, _apart(one, statement), n, m)
        for n, one in enumerate(said)
        for m, statement in enumerate(own)
        if statement.type == one["type"] or statement.type in one["also"]
    )
    done: set[tuple[str, int]] = set()
    for *_, n, m in ranked:
        if ("said", n) not in done and ("own", m) not in done:
            done |= {("said", n), ("own", m)}
            yield said[n], own[m]


def _apart(one: Said, statement: Statement) -> int:
    return (
        0
        if within(statement.trigger.verbatim, one["trigger"]) or within(one["trigger"], statement.trigger.verbatim)
        else 1
    )


def _alike(a: str, b: str) -> bool:
    return within(a, b) or within(b, a)


def _same_source(one: Said, statement: Statement) -> bool:
    gold, own = [slot["words"] for slot in one["attribution"]], [source.who for source in statement.attribution]
    return any(_alike(a, b) for a in gold for b in own) if gold and own else not gold and not own


def _roles(counts: Counter[str], one: Said, statement: Statement) -> None:
    left = [(actor.role, actor.verbatim) for actor in statement.actors]
    counts["roles found"] += len(left)
    counts["roles gold"] += len(one["actors"])
    for slot in one["actors"]:
        same = next((one for one in left if _is_role(one[0], slot["role"]) and _alike(one[1], slot["words"])), None)
        if same is not None:
            left.remove(same)
            counts["roles right"] += 1


def _is_role(own: str, gold: str) -> bool:
    return gold in _GENERAL.get(own, frozenset({own}))


def _figures(counts: Counter[str], one: Said, statement: Statement) -> None:
    """Count figures whose value is right, and those that also count the right thing, where the label says what."""
    left = list(statement.figures)
    counts["figures found"] += len(left)
    counts["figures gold"] += len(one["figures"])
    for slot in one["figures"]:
        equal = [f for f in left if (f.low, f.high, f.comparator) == (slot["low"], slot["high"], slot["comparator"])]
        if equal:
            left.remove(equal[0])
            group = slot["group words"]
            counts["figures right"] += 1
            counts["grouped right"] += not group or _alike(equal[0].group or equal[0].verbatim, group)


def _times(counts: Counter[str], one: Said, statement: Statement) -> None:
    own, gold = [time.verbatim for time in statement.times], [slot["words"] for slot in one["times"]]
    counts["times found"] += len(own)
    counts["times gold"] += len(gold)
    counts["times right"] += sum(any(_alike(a, b) for b in own) for a in gold)


def _scores(half: str, language: str, counts: Counter[str]) -> list[Score]:
    right, pairs = counts["right"], counts["pairs"]
    scores = prf("news", half, language, (right, right + counts["wrong"], counts["gold"]))
    for slot in ("roles", "figures", "grouped", "times"):
        asked = "figures" if slot == "grouped" else slot
        three = (counts[f"{slot} right"], counts[f"{asked} found"], counts[f"{asked} gold"])
        scores += prf("news", half, language, three, label=f"{slot} ")
    scores += [
        share("news", half, language, (counts[name], pairs), name) for name in ("modality", "polarity", "source")
    ]
    others = counts["other"]
    return [*scores, share("news", half, language, (others - counts["other wrong"], others), "other precision")]
