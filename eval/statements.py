"""statements on the bundled gold: which were found, and how right the slots of the found ones are.

Not counted: what careo takes from headlines, and an `OTHER` in a sentence in which the gold has nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from careo import Statement
from eval.fold import Folded, within
from eval.gold import TOLD, Peru, Told
from eval.score import Score, prf, share
from eval.slots import gold_figures, gold_times, own_figures, own_times

Item = TypeVar("Item")


def statements(peru: Peru) -> list[Score]:
    """Return F1 of typed statements by language, then of the slots of the matched ones."""
    own = {statement.id: statement for statement in peru.found.statements}
    unmatched = wrong(peru)
    scores: list[Score] = []
    for language in [*peru.languages, "all"]:
        told = [one for one in peru.told.values() if language in (one.language, "all")]
        pairs = [(one, own[peru.matched[one.key]]) for one in told if one.key in peru.matched]
        false = sum(language in (_language(peru, statement), "all") for statement in unmatched)
        scores += prf("statements", "peru", language, (len(pairs), len(pairs) + false, len(told)))
        reached = {key for statement in peru.found.statements for key in peru.keys[statement.id]}
        scores.append(
            share("statements", "peru", language, (sum(one.key in reached for one in told), len(told)), "sentences")
        )
        scores += _slots(peru, language, pairs)
    return [*scores, _retracted(peru)]


def wrong(peru: Peru) -> list[Statement]:
    """Return careo's statements that match no gold statement and count as errors, by place."""
    matched = set(peru.matched.values())
    kept = [
        statement
        for statement in peru.found.statements
        if statement.id not in matched
        and peru.role(statement) != "headline"
        and not (statement.type == "OTHER" and peru.role(statement) in TOLD and not peru.keys[statement.id])
    ]
    return sorted(kept, key=lambda statement: (peru.name_of[statement.report], statement.start, statement.id))


def shared(one: Iterable[Item], other: Sequence[Item]) -> int:
    """Return how many items two lists share, each item as often as it stands in both."""
    rest, count = list(other), 0
    for item in one:
        if item in rest:
            rest.remove(item)
            count += 1
    return count


def _slots(peru: Peru, language: str, pairs: Sequence[tuple[Told, Statement]]) -> list[Score]:
    if not pairs:
        return []
    figures, times = [0, 0, 0], [0, 0, 0]
    for told, statement in pairs:
        _count(figures, gold_figures(told.said), own_figures(statement))
        _count(times, gold_times(told.said), own_times(statement))
    actors = [_named(peru, actor, own) for told, own in pairs for actor in told.said["actors"]]
    measures = [right for told, own in pairs for right in _measures(told, own)]
    modality = sum(told.said["modality"] == own.modality for told, own in pairs)
    polarity = sum(told.said["polarity"] == own.polarity for told, own in pairs)
    credited = sum(_credited(told, own) for told, own in pairs)
    scores = [
        share("statements", "peru", language, (right, len(pairs)), name)
        for name, right in (("modality", modality), ("polarity", polarity), ("attribution", credited))
    ]
    scores += prf("statements", "peru", language, (figures[0], figures[1], figures[2]), label="figures ")
    scores += prf("statements", "peru", language, (times[0], times[1], times[2]), label="times ")
    scores.append(share("statements", "peru", language, (sum(measures), len(measures)), "measures"))
    scores.append(share("statements", "peru", language, (sum(actors), len(actors)), "actors"))
    return scores


def _count(counts: list[int], gold: Sequence[Item], own: Sequence[Item]) -> None:
    """Add what is right, found and gold to the counts."""
    counts[0] += shared(gold, own)
    counts[1] += len(own)
    counts[2] += len(gold)


def _measures(told: Told, statement: Statement) -> list[bool]:
    """Tell, for each gold figure that careo has, whether it has it under the same measure."""
    own = {(f.low, f.high, f.comparator, f.unit): f.measure for f in statement.figures}
    gold = zip(gold_figures(told.said), told.said["figures"], strict=True)
    return [own[amount] == figure["measure"] for amount, figure in gold if amount in own]


def _named(peru: Peru, actor: dict[str, Any], statement: Statement) -> bool:
    """Tell whether an actor stands in the statement, under this name or another of the same entity in the gold."""
    spellings = [name["text"] for e in peru.gold["entities"] if e["id"] == actor["entity"] for name in e["names"]]
    names = {actor["name"], *spellings}
    linked = {mention: e for e in peru.found.entities for mention in e.mentions}
    own = [own_actor.verbatim for own_actor in statement.actors]
    own += [linked[a.mention].name for a in statement.actors if a.mention in linked]
    return any(within(name, said) for name in names for said in own)


def _credited(told: Told, statement: Statement) -> bool:
    """Tell whether the nearest source is one of the gold's, or there is none on either side."""
    gold = [source["who"] for source in told.said["attribution"]]
    own = [source.who for source in statement.attribution]
    return any(within(a, b) for a in gold for b in own) if gold and own else not gold and not own


def _language(peru: Peru, statement: Statement) -> str:
    name = peru.name_of[statement.report]
    return next(str(report["language"]) for report in peru.gold["reports"] if report["id"] == name)


def _retracted(peru: Peru) -> Score:
    """Return the share of withdrawn sentences of which no affirmed statement was made."""
    kept: list[bool] = []
    for report in peru.gold["reports"]:
        own = peru.found.reports.get(report["id"])
        for quote in report["retracted"] if own else ():
            start, end = Folded(own.text).find(quote) if own else (-1, -1)
            mine = [s for s in peru.found.statements if peru.name_of.get(s.report) == report["id"]]
            inside = [statement for statement in mine if start <= statement.trigger.start < end]
            kept.append(all(statement.polarity != "affirmed" for statement in inside))
    return share("statements", "peru", "all", (sum(kept), len(kept)), "retracted kept")
