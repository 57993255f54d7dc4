"""origins on pairs of reports: which come from one another, told from reports that merely speak of one event.

`same` and `cross` are pairs in one language and in two. Found is any derivation between the two reports; a pair that
shares some agency text (`shared_text` of the gold) is neither asked for nor wrong. `apart right` is the share of
independent pairs that are not called copies (copy, edit or translation): one origin would be counted for two.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from careo.engines.base import Encoder, Vector
from careo.model.ids import group_id
from careo.model.inferred import Derivation, Story
from careo.model.seen import Report
from careo.stages.deciding.settle import Settled
from careo.stages.trace import trace
from careo.text.passages import passages
from eval.origins_cases import Pair, independent_meantime, independent_ntrex, made, own
from eval.score import Score, prf, share

COPIES = frozenset({"copy", "edit", "translation"})
_KINDS = ("copy", "edit", "translation", "shared", "quotation")


@dataclass(frozen=True, slots=True)
class Traced:
    """A pair beside what careo found between the two."""

    pair: Pair
    found: tuple[Derivation, ...]


def origins_pairs(data: Path, encoder: Encoder) -> list[Score]:
    """Return the figures on the sets' documents: all pairs, and the half on which no rule was mended."""
    pairs = [*made(data), *independent_ntrex(data), *independent_meantime(data)]
    traced = list(trace_groups(([pair] for pair in pairs), encoder))
    return [*_scores("pairs", traced), *_scores("held", [one for one in traced if one.pair.held])]


def origins_own(encoder: Encoder) -> list[Score]:
    """Return the same figures on reports of our own."""
    return _scores("own", list(trace_groups(own(), encoder)))


def trace_groups(groups: Iterable[Sequence[Pair]], encoder: Encoder) -> Iterator[Traced]:
    """Trace the reports of each group together."""
    known: dict[str, Vector] = {}
    for pairs in groups:
        reports = {report.id: report for pair in pairs for report in (pair.one, pair.other)}
        _encode(reports.values(), encoder, known)
        ids = tuple(sorted(reports))
        story = Story(group_id("story", ids), "", ids, None, None, ())
        found = trace(story, [reports[id_] for id_ in ids], Settled(), vectors=known)
        for pair in pairs:
            two = {pair.one.id, pair.other.id}
            yield Traced(pair, tuple(d for d in found if {d.from_, d.to} == two))


def _encode(reports: Iterable[Report], encoder: Encoder, known: dict[str, Vector]) -> None:
    texts = dict.fromkeys(chain.from_iterable((p.text for p in passages(report)) for report in reports))
    missing = [text for text in texts if text not in known]
    known.update(zip(missing, encoder.encode(missing), strict=True))


def _scores(set_: str, traced: Sequence[Traced]) -> list[Score]:
    scores: list[Score] = []
    for name in ("same", "cross", "all"):
        asked = [one for one in traced if name in ("all", "cross" if one.pair.across else "same")]
        scores += _of(set_, name, [one for one in asked if one.pair.kind != "spared"])
    return scores


def _of(set_: str, name: str, asked: Sequence[Traced]) -> list[Score]:
    derived = [one for one in asked if one.pair.kind != "independent"]
    right = [one for one in derived if one.found]
    apart = [one for one in asked if one.pair.kind == "independent"]
    wrong = [one for one in apart if any(d.type in COPIES for d in one.found)]
    found = len(right) + sum(1 for one in apart if one.found)
    scores = prf("origins", set_, name, (len(right), found, len(derived)), label="derived ")
    for kind in _KINDS:
        of_kind = [one for one in derived if one.pair.kind == kind]
        if of_kind:
            hit = sum(1 for one in of_kind if one.found)
            scores.append(share("origins", set_, name, (hit, len(of_kind)), f"{kind} recall"))
    typed = sum(1 for one in right if any(d.type in one.pair.types for d in one.found))
    told = [one for one in right if one.pair.told]
    ordered = sum(1 for one in told if one.found[0].from_ == one.pair.one.id)
    return [
        *scores,
        share("origins", set_, name, (typed, len(right)), "type right"),
        share("origins", set_, name, (ordered, len(told)), "direction right"),
        share("origins", set_, name, (len(apart) - len(wrong), len(apart)), "apart right"),
    ]
