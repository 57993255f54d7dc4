"""discrepancies on the bundled gold: which planted differences were found, and which of careo's are none.

Found means: inside one claim, of the same type, on the same family of slots (figure, time, actor, ...), between
statements to which the gold gives different values. Optional ones are neither asked for nor wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careo.model.inferred import Discrepancy
from eval.claims import Pair, pair_of
from eval.gold import Peru
from eval.score import Score, harmonic
from eval.slots import family


@dataclass(frozen=True, slots=True)
class Differences:
    """The gold's differences and careo's, each sorted into found or not."""

    found: Mapping[str, tuple[str, ...]]
    """Id of a gold difference to careo's that show it."""
    missed: tuple[Mapping[str, Any], ...]
    """Gold differences that nothing shows; optional ones are left out."""
    wrong: tuple[Discrepancy, ...]
    """Careo's that show no gold difference."""
    right: tuple[Discrepancy, ...]
    """Careo's that show one that is asked for."""


def discrepancies(peru: Peru) -> list[Score]:
    """Return precision, recall and F1 by type, over all languages and by language of the reports that differ."""
    sorted_ = sift(peru)
    scores: list[Score] = []
    for language in [*peru.languages, "all"]:
        scores += _scores(peru, sorted_, language, None)
    for type_ in sorted({d["type"] for d in peru.gold["discrepancies"]}):
        scores += _scores(peru, sorted_, "all", type_)
    likely = [d for d in peru.gold["discrepancies"] if d["likely"] and d["id"] in sorted_.found]
    if likely:
        explained = {id_ for d in likely for id_ in sorted_.found[d["id"]] if _explains(peru, id_, d["likely"])}
        count = sum(bool(explained & set(sorted_.found[d["id"]])) for d in likely)
        scores.append(Score("discrepancies", "peru", "all", "likely right", round(count / len(likely), 4), len(likely)))
    return scores


def sift(peru: Peru) -> Differences:
    """Lay careo's discrepancies beside the gold's."""
    found: dict[str, list[str]] = {}
    right: list[Discrepancy] = []
    wrong: list[Discrepancy] = []
    for own in peru.found.discrepancies:
        said = _statements(peru, own)
        if len(said) < 2:
            continue
        shows = [d for d in peru.gold["discrepancies"] if _shows(peru, own, said, d)]
        for gold in shows:
            found.setdefault(gold["id"], []).append(own.id)
        if not shows:
            wrong.append(own)
        elif not all(gold["optional"] for gold in shows):
            right.append(own)
    for gold in peru.gold["discrepancies"]:
        if gold["id"] not in found and gold["type"] == "scope" and _scope_is_judged(peru, gold):
            found[gold["id"]] = []
    missed = [d for d in peru.gold["discrepancies"] if d["id"] not in found and not d["optional"]]
    return Differences({k: tuple(v) for k, v in found.items()}, tuple(missed), tuple(wrong), tuple(right))


def _statements(peru: Peru, own: Discrepancy) -> list[str]:
    """Return the statements a discrepancy is between, without those of headlines."""
    ids = {id_ for value in own.values for id_ in value.statements}
    statements = {statement.id: statement for statement in peru.found.statements}
    return sorted(id_ for id_ in ids if peru.role(statements[id_]) != "headline")


def _shows(peru: Peru, own: Discrepancy, said: Sequence[str], gold: Mapping[str, Any]) -> bool:
    if own.type != gold["type"] or family(own.slot) != family(gold["slot"]):
        return False
    keys = {key for id_ in said for key in peru.keys[id_]}
    return sum(bool(keys & set(value["statements"])) for value in gold["values"]) > 1


def _scope_is_judged(peru: Peru, gold: Mapping[str, Any]) -> bool:
    """Tell whether two statements of different scope were told apart as such by a judgement, in two claims or one."""
    value_of = {key: n for n, value in enumerate(gold["values"]) for key in value["statements"]}
    pairs: set[Pair] = set()
    for judgement in peru.found.judgements:
        if any(verdict.relation == "other_scope" for verdict in judgement.slots):
            one, other = (peru.keys[id_] for id_ in judgement.statements)
            pairs |= {pair_of(a, b) for a in one for b in other}
    return any(a in value_of and b in value_of and value_of[a] != value_of[b] for a, b in pairs)


def _explains(peru: Peru, id_: str, likely: str) -> bool:
    """Tell whether a discrepancy's likely explanation names every word of the gold's."""
    given = next(d.likely or "" for d in peru.found.discrepancies if d.id == id_).casefold()
    return all(word in given for word in likely.replace("/", " ").split())


def _scores(peru: Peru, sorted_: Differences, language: str, type_: str | None) -> list[Score]:
    def own(found: Sequence[Discrepancy]) -> int:
        kept = [d for d in found if type_ in (None, d.type)]
        return sum(language == "all" or language in _own_languages(peru, d) for d in kept)

    gold = [d for d in peru.gold["discrepancies"] if not d["optional"] and type_ in (None, d["type"])]
    gold = [d for d in gold if language == "all" or language in _gold_languages(peru, d)]
    right, wrong = own(sorted_.right), own(sorted_.wrong)
    recall = sum(d["id"] in sorted_.found for d in gold) / len(gold) if gold else 0.0
    precision = right / (right + wrong) if right + wrong else 0.0
    label = f"{type_} " if type_ else ""
    return harmonic("discrepancies", "peru", language, (precision, recall, len(gold)), label=label)


def _own_languages(peru: Peru, own: Discrepancy) -> set[str]:
    return {peru.told[key].language for id_ in _statements(peru, own) for key in peru.keys[id_]}


def _gold_languages(peru: Peru, gold: Mapping[str, Any]) -> set[str]:
    return {peru.told[key].language for value in gold["values"] for key in value["statements"]}
