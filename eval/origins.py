"""origins on the bundled gold: which report comes from which, and which is credited to an outside source."""

from collections.abc import Mapping
from typing import Any

from careo.model.inferred import Derivation
from eval.fold import plain
from eval.gold import Peru
from eval.score import Score, prf, share

Origin = tuple[str | None, str, str | None]
"""From, to, outside source: one of the first and the last is None."""


def origins(peru: Peru) -> list[Score]:
    """Return F1 of derivations, whatever their type, between reports and from outside; and the share of types right."""
    scores: list[Score] = []
    language_of = {report["id"]: report["language"] for report in peru.gold["reports"]}
    pairs = match(peru)
    for label, outside in (("between ", False), ("external ", True)):
        gold = [d for d in peru.gold["derivations"] if (d["from"] is None) == outside]
        own = [d for d in peru.found.derivations if (d.from_ is None) == outside and d.to in peru.name_of]
        for language in [*peru.languages, "all"]:
            wanted = [d for d in gold if language in (language_of[d["to"]], "all")]
            found = [d for d in own if language in (language_of[peru.name_of[d.to]], "all")]
            right = sum(d.id in pairs for d in found)
            scores += prf("origins", "peru", language, (right, len(found), len(wanted)), label=label)
    types = [d.type in {pairs[d.id]["type"], *pairs[d.id]["also"]} for d in peru.found.derivations if d.id in pairs]
    return [*scores, share("origins", "peru", "all", (sum(types), len(types)), "type")]


def match(peru: Peru) -> dict[str, Mapping[str, Any]]:
    """Return careo's derivations that the gold has, each gold one at most once, by id."""
    pairs: dict[str, Mapping[str, Any]] = {}
    for gold in peru.gold["derivations"]:
        for own in peru.found.derivations:
            if own.id not in pairs and _origin(peru, own) in _accepted(gold):
                pairs[own.id] = gold
                break
    return pairs


def _accepted(gold: Mapping[str, Any]) -> set[Origin]:
    external = plain(gold["external"]) if gold["external"] else None
    accepted: set[Origin] = {(gold["from"], gold["to"], external)}
    if gold["either_way"]:
        accepted.add((gold["to"], gold["from"], None))
    return accepted


def _origin(peru: Peru, own: Derivation) -> Origin:
    name = peru.name_of.get
    return name(own.from_ or ""), name(own.to) or "", plain(own.external) if own.external and not own.from_ else None
