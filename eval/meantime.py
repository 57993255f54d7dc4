"""meantime: careo's statements beside the annotation of MEANTIME's English news (Minard et al. 2016, LREC).

The set annotates every event, careo makes statements of some kinds of event; so all figures but `covered` are of the
events that a statement's trigger meets ("matched"). Counted on the annotated first sentences, headline included:

- `participants`: HAS_PARTICIPANT of a matched event against the statement's actors and places. They meet where an actor
  overlaps the head of the participant, at any mention of the same entity in the document, since careo names whom a
  pronoun stands for. Half of the set's mentions come without a head: there it is the last word before what follows
  ("officials in Rome"), of each part of a list or apposition. Roles of careo are not those of PropBank, so these are
  told apart only as recall (`Arg0 recall` ...). Not comparable with CoNLL-2009 scores of role labellers, which ask for
  every predicate, its roles and the exact head.
- `source`: of the events of saying in an SLINK whose speaker is annotated (Arg0): is that the speaker of a SAY
  statement there, or the attribution of a statement at what is said? Precision is over those for which careo names
  anyone; attributions where the set has no SLINK are not judged.
- `times`: expressions that a TLINK makes an event's time (not before, not after, not the document's date) against the
  statement's times, by overlap. TempEval's scores are of all pairs and kinds of relation: not comparable.
- `polarity`, `certainty`, `future`: accuracy of careo's polarity and modality, mapped as in `FACTS`, beside what the
  commonest value would get on the same events. In certainty UNDERSPECIFIED counts as not certain; in the other two it
  is not counted. The set says how sure an event of saying is itself; careo's SAY may carry what is said of its content.
- `factuality error`: the mean absolute error on the scale from -3 (certainly not) to 3 (certainly) that Stanovsky et
  al. 2017 (ACL) made of the set; the scale is theirs, so this alone stands beside a published figure, though that is of
  every event in a test part of the set and of a model trained on the rest: matched events are easier, as `commonest`
  shows (3 for all).
- `covered`: the share of annotated events that carry a statement, recall alone: careo marks fewer on purpose. Events of
  the set's class GRAMMATICAL (begin, keep, is) are left out, they carry none of their own.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.make import make_report

from careo.engines.base import Tagger
from careo.model.seen import Actor, Setting, Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract
from eval.meantime_gold import Event, Saying, Span, Story, stories
from eval.score import Score, SetMissing, harmonic, prf, share

FACTS: dict[str, tuple[str, str]] = {
    "occurred": ("CERTAIN", "NON_FUTURE"),
    "ongoing": ("CERTAIN", "NON_FUTURE"),
    "authorised": ("CERTAIN", "FUTURE"),
    "ordered": ("CERTAIN", "FUTURE"),
    "planned": ("CERTAIN", "FUTURE"),
    "forecast": ("POSSIBLE", "FUTURE"),
    "proposed": ("POSSIBLE", "FUTURE"),
    "demanded": ("POSSIBLE", "FUTURE"),
    "threatened": ("POSSIBLE", "FUTURE"),
    "conditional": ("POSSIBLE", "FUTURE"),
    "alleged": ("POSSIBLE", "NON_FUTURE"),
    "unknown": ("UNDERSPECIFIED", "UNDERSPECIFIED"),
}
"""What each modality says in the set's terms; an event announced with "will" is CERTAIN and FUTURE there."""
_SURE = {"CERTAIN": 3.0, "PROBABLE": 1.5, "POSSIBLE": 0.75}
"""Stanovsky et al. 2017 (their readers.py): these with the sign of the polarity, and 0 for what is underspecified."""
_ROLES = ("Arg0", "Arg1", "Arg2", "Argm-LOC")
_TASK = ("meantime", "meantime", "en")


def meantime(data: Path, tagger: Tagger) -> list[Score]:
    """Return the figures on `meantime/en_cat`, with those of the commonest value beside them."""
    told = [(story, statements_of(story, tagger)) for story in stories(data / "meantime" / "en_cat")]
    if not told:
        raise SetMissing("no meantime/en_cat/**/*.xml in the data folder")
    return compared(told)


def compared(told: Iterable[tuple[Story, Sequence[Statement]]]) -> list[Score]:
    """Return the figures for documents and what careo says of each."""
    counts: Counter[str] = Counter()
    facts: list[tuple[Event, Statement]] = []
    for story, statements in told:
        pairs = matched(story.events, statements)
        facts += [(event, one) for event, one in pairs if event.polarity]
        for event, one in pairs:
            counts += _participants(event, one) + _times(event, one, story.stamps)
        counts += _sources(story.sayings, statements) + _covered(story.events, statements)
    return [*_slot_scores(counts), *factuality(facts), *_coverage(counts)]


def statements_of(story: Story, tagger: Tagger) -> list[Statement]:
    """Return careo's statements whose trigger stands in the annotated part."""
    headline, _, body = story.text.partition("\n\n")
    report = make_report(
        story.text,
        published=story.anchor or None,
        parts=(("headline", headline), ("body", body)) if body else None,
    )
    return [one for one in extract(annotate(report, tagger)) if one.trigger.start < story.limit]


def matched(events: Sequence[Event], told: Iterable[Statement]) -> list[tuple[Event, Statement]]:
    """Pair each statement with the first event that its trigger meets; no event has two."""
    left = list(events)
    pairs: list[tuple[Event, Statement]] = []
    for one in told:
        event = next((event for event in left if _at(one, event.words)), None)
        if event is not None:
            left.remove(event)
            pairs.append((event, one))
    return pairs


def _at(one: Statement, words: Iterable[Span]) -> bool:
    return _meets((one.trigger.start, one.trigger.end), words)


def _meets(span: Span, spans: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)


def _participants(event: Event, one: Statement) -> Counter[str]:
    counts: Counter[str] = Counter()
    slots: tuple[Actor | Setting, ...] = (*one.actors, *one.places)
    own = [(slot.start, slot.end) for slot in slots]
    every = [span for participant in event.participants for span in participant.spans]
    counts["participants found"] = len(own)
    counts["participants fit"] = sum(_meets(span, every) for span in own)
    for participant in event.participants:
        for name in ("participants", participant.role):
            counts[f"{name} gold"] += 1
            counts[f"{name} met"] += any(_meets(span, participant.spans) for span in own)
    return counts


def _times(event: Event, one: Statement, stamps: Sequence[Span]) -> Counter[str]:
    spans = [(time.start, time.end) for time in one.times]
    own = [span for span in spans if not _meets(span, stamps)]
    return Counter({
        "times found": len(own),
        "times fit": sum(_meets(span, event.times) for span in own),
        "times gold": len(event.times),
        "times met": sum(_meets(span, own) for span in event.times),
    })  # fmt: skip


def _sources(sayings: Iterable[Saying], told: Sequence[Statement]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for saying in sayings:
        named: list[Span] = []
        for one in told:
            if _at(one, saying.words) and one.type == "SAY":
                named += [(actor.start, actor.end) for actor in one.actors if actor.role == "speaker"]
            if any(_at(one, words) for words in (saying.words, *saying.said)):
                named += [(source.start, source.end) for source in one.attribution]
        counts["source gold"] += 1
        counts["source found"] += bool(named)
        counts["source right"] += any(_meets(span, saying.source) for span in named)
    return counts


def _covered(events: Iterable[Event], told: Sequence[Statement]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for event in events:
        if event.kind == "GRAMMATICAL":
            continue
        here = [one for one in told if _at(one, event.words)]
        for name in ("events", "speech") if event.kind == "SPEECH_COGNITIVE" else ("events",):
            counts[name] += 1
            counts[f"{name} covered"] += bool(here)
            counts[f"{name} typed"] += any(one.type != "OTHER" for one in here)
    return counts


def factuality(facts: Sequence[tuple[Event, Statement]]) -> list[Score]:
    """Return accuracy by attribute and the error on the common scale, each beside a rule that never looks."""
    rows = [((event.polarity, event.certainty, event.time), _fact(one)) for event, one in facts]
    named = (
        ("polarity", [(gold[0], own[0]) for gold, own in rows if gold[0] in ("POS", "NEG")]),
        ("certainty", [(gold[1] == "CERTAIN", own[1] == "CERTAIN") for gold, own in rows if gold[1]]),
        ("future", [(gold[2], own[2]) for gold, own in rows if gold[2] in ("FUTURE", "NON_FUTURE")]),
    )
    scores: list[Score] = []
    for name, pairs in named:
        most = max(Counter(str(gold) for gold, _ in pairs).values(), default=0)
        scores.append(share(*_TASK, (sum(gold == own for gold, own in pairs), len(pairs)), name))
        scores.append(share(*_TASK, (most, len(pairs)), f"{name} (commonest)"))
    whole = [(_scaled(gold), _scaled(own)) for gold, own in rows if all(gold)]
    for name, error in (
        ("factuality error", sum(abs(gold - own) for gold, own in whole)),
        ("factuality error (commonest)", sum(abs(gold - 3.0) for gold, _ in whole)),
    ):
        scores.append(Score(*_TASK, name, round(error / len(whole), 4) if whole else 0.0, len(whole)))
    return scores


def _fact(one: Statement) -> tuple[str, str, str]:
    return "POS" if one.polarity == "affirmed" else "NEG", *FACTS[one.modality]


def _scaled(fact: tuple[str, str, str]) -> float:
    """Return how far an event is a fact; 0 where anything is underspecified, as the makers of the scale have it."""
    sign = {"POS": 1.0, "NEG": -1.0}.get(fact[0], 0.0)
    return sign * _SURE.get(fact[1], 0.0) if fact[2] != "UNDERSPECIFIED" else 0.0


def _slot_scores(counts: Counter[str]) -> list[Score]:
    scores: list[Score] = []
    for name in ("participants", "times"):
        found, gold = counts[f"{name} found"], counts[f"{name} gold"]
        precision = counts[f"{name} fit"] / found if found else 0.0
        recall = counts[f"{name} met"] / gold if gold else 0.0
        scores += harmonic(*_TASK, (precision, recall, gold), label=f"{name} ")
        if name == "participants":
            scores += [
                share(*_TASK, (counts[f"{role} met"], counts[f"{role} gold"]), f"{role} recall") for role in _ROLES
            ]
    three = counts["source right"], counts["source found"], counts["source gold"]
    return [*scores, *prf(*_TASK, three, label="source ")]


def _coverage(counts: Counter[str]) -> list[Score]:
    return [
        share(*_TASK, (counts[f"{name} {how}"], counts[name]), f"{name} {label}")
        for name in ("events", "speech")
        for how, label in (("covered", "covered"), ("typed", "covered by type"))
    ]
