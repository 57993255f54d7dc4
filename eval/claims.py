"""claims on the bundled gold: pairs of statements from two reports that make one proposition.

A statement of careo's stands for the gold statement it matched, or else for those of its sentence. Pairs of one claim
that count different scopes (all deaths, those by one side) are neither asked for nor wrong.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from eval.gold import Peru
from eval.score import Score, prf

Pair = tuple[str, str]
"""Two gold statements, the lesser key first."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Cross-report pairs of gold statements: asked for, found and wrongly made."""

    wanted: frozenset[Pair]
    hits: frozenset[Pair]
    wrong: frozenset[Pair]

    @property
    def missed(self) -> list[Pair]:
        """Return the pairs that stand in no claim of careo's, sorted."""
        return sorted(self.wanted - self.hits)


def claims(peru: Peru) -> list[Score]:
    """Return precision, recall and F1 by language (a pair counts for both its languages) and how traps were met."""
    joined = join(peru)
    scores: list[Score] = []
    for language in [*peru.languages, "all"]:
        hits, wrong, wanted = (
            sum(language == "all" or language in _languages(peru, pair) for pair in pairs)
            for pairs in (joined.hits, joined.wrong, joined.wanted)
        )
        scores += prf("claims", "peru", language, (hits, hits + wrong, wanted))
    traps = [pair_of(*pair["statements"]) for pair in peru.gold["not_claims"]]
    together = _together(peru)
    kept = sum(pair not in together for pair in traps) / len(traps)
    return [*scores, Score("claims", "peru", "all", "traps avoided", round(kept, 4), len(traps))]


def join(peru: Peru) -> Joined:
    """Compare the pairs that stand in one claim of careo's with those of the gold."""
    wanted, spared = _wanted(peru.told, peru.gold["claims"])
    hits: set[Pair] = set()
    wrong: set[Pair] = set()
    for sides in _own(peru):
        pairs = {pair_of(a, b) for a, b in product(*sides) if a != b}
        right = pairs & wanted
        hits |= right
        if not right and not pairs & spared and not same_report(min(pairs)):
            wrong.add(min(pairs))
    return Joined(frozenset(wanted), frozenset(hits), frozenset(wrong))


def pair_of(one: str, other: str) -> Pair:
    """Return the two keys, the lesser first."""
    return (one, other) if one < other else (other, one)


def same_report(pair: Pair) -> bool:
    """Tell whether both statements stand in one report."""
    return pair[0].split("/")[0] == pair[1].split("/")[0]


def _wanted(told: Mapping[str, Any], claims_: Iterable[Mapping[str, Any]]) -> tuple[set[Pair], set[Pair]]:
    """Return the gold's cross-report pairs: those asked for, and those of different scope."""
    wanted: set[Pair] = set()
    spared: set[Pair] = set()
    for claim in claims_:
        for a, b in combinations(claim["statements"], 2):
            pair = pair_of(a, b)
            if not same_report(pair):
                (spared if _scopes_differ(told[a].said, told[b].said) else wanted).add(pair)
    return wanted, spared


def _scopes_differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    scopes = [{(f["measure"], f["scope"]) for f in said["figures"] if f["scope"]} for said in (one, other)]
    shared = {measure for measure, _ in scopes[0]} & {measure for measure, _ in scopes[1]}
    return bool(shared) and not scopes[0] & scopes[1]


def _own(peru: Peru) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Return, for each cross-report pair of careo's that gold statements stand for, what each side stands for."""
    report = {statement.id: statement.report for statement in peru.found.statements}
    return [
        (peru.keys[a], peru.keys[b])
        for claim in peru.found.claims
        for a, b in combinations(sorted(claim.statements), 2)
        if report[a] != report[b] and peru.keys[a] and peru.keys[b]
    ]


def _together(peru: Peru) -> set[Pair]:
    """Return all pairs of matched gold statements, of one report too, that stand in one claim of careo's."""
    key_of = {id_: key for key, id_ in peru.matched.items()}
    groups = [[key_of[id_] for id_ in claim.statements if id_ in key_of] for claim in peru.found.claims]
    return {pair_of(a, b) for group in groups for a, b in combinations(group, 2)}


def _languages(peru: Peru, pair: Pair) -> set[str]:
    return {peru.told[key].language for key in pair}
