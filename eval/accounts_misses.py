"""`python -m eval.accounts_misses WHAT SET [--data DIR] [--own DIR] [--story ID] [--turn N]`: misses, with sentences.

For whoever improves a rule. WHAT is `pairs` (asked for and not joined, wrongly joined), `discrepancies` (missed, wrong,
right, not judged) or `oracle` (the same, were the claims the gold's). SET is `own-tune`, `own-held`, `ntrex_gold` or
`cltls`; held stories are not for looking at.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from careo.model.inferred import Discrepancy, Judgement
from eval.accounts import OWN, Difference, Line, mixed, own
from eval.accounts_differences import Sifted, rates, sift
from eval.accounts_laid import Laid, lay
from eval.accounts_oracle import told
from eval.alignment import Pair, asked, found
from eval.claims_cltls import time_lines


def main() -> int:
    """Print the misses of one measure."""
    parser = argparse.ArgumentParser(prog="eval.accounts_misses", description=__doc__)
    parser.add_argument("what", choices=sorted(SHOWN))
    parser.add_argument("set", choices=("own-tune", "own-held", "ntrex_gold", "cltls"))
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder with the annotated sets")
    parser.add_argument("--own", type=Path, default=OWN, help="folder with our own stories")
    parser.add_argument("--story", help="one story only")
    parser.add_argument("--turn", type=int, default=0, help="which turn of the languages, of ntrex_gold")
    options = parser.parse_args()
    read = {"ntrex_gold": partial(mixed, options.data), "cltls": partial(time_lines, options.data)}
    accounts = read.get(options.set, partial(own, options.own))()
    wanted = [
        one
        for one in accounts
        if one.set == options.set and one.story == (options.story or one.story) and one.turn in (0, options.turn)
    ]
    turn = max((one.turn for one in wanted), default=0)
    for line in SHOWN[options.what](list(lay(one for one in wanted if one.turn == turn))):
        print(line)
    return 0


def pairs(laid: Sequence[Laid]) -> Iterator[str]:
    """Yield missed pairs by gold claim with the reason, then wrong pairs, then how often each reason was."""
    why: Counter[str] = Counter()
    for one in laid:
        wanted, spared = asked(one.account)
        own_ = found(one) - spared
        judged = _judged(one)
        yield f"\n=== {one.account.story}: {len(own_ & wanted)} of {len(wanted)} joined, {len(own_ - wanted)} wrongly"
        for claim in one.account.claims:
            missed = sorted(pair for pair in wanted - own_ if set(pair) <= claim.lines)
            if missed:
                yield f"\n-- MISSED {claim.id} {claim.type}: {claim.gloss}"
                yield from (_line(one, line) for line in sorted(claim.lines))
            for pair in missed:
                reason = _reason(one, pair, judged)
                why[reason.split(":")[0]] += 1
                yield f"  {_name(pair[0])} + {_name(pair[1])} {_cosine(one, pair)} {reason}"
        for pair in sorted(own_ - wanted):
            yield f"\n-- WRONG {_cosine(one, pair)} {_reason(one, pair, judged)}"
            yield from (_line(one, line) for line in pair)
    yield "\n=== " + ", ".join(f"{reason} {count}" for reason, count in why.most_common())


def discrepancies(laid: Sequence[Laid]) -> Iterator[str]:
    """Yield the gold's differences that are missed, then careo's, sorted."""
    yield from _sifted([sift(one, one.discrepancies) for one in laid])


def oracle(laid: Sequence[Laid]) -> Iterator[str]:
    """Yield the same, were careo's claims the gold's."""
    yield from _sifted([sift(one, told(one)) for one in laid])


def _sifted(sifted: Sequence[Sifted]) -> Iterator[str]:
    for one in sifted:
        yield f"\n=== {one.laid.account.story}"
        for gold in one.missed:
            yield from _gold(one.laid, gold)
        for name in ("wrong", "right", "unlisted", "not_judged"):
            for own_ in getattr(one, name):
                yield from _own(one.laid, own_, name)
    both = [_told(one.laid, gold) > 1 for one in sifted for gold in one.laid.account.differences if gold.asked]
    yield f"\n{sum(both)} of {len(both)} that are asked for have statements on two of their lines"
    yield from (f"{score.measure:<28}{score.value:.3f} of {score.count}" for score in rates("", sifted))


def _told(laid: Laid, gold: Difference) -> int:
    """Return how many lines of a difference carry a statement."""
    return len({line for line, _ in gold.values} & set(laid.line_of.values()))


def _gold(laid: Laid, gold: Difference) -> Iterator[str]:
    claim = next(claim for claim in laid.account.claims if claim.id == gold.claim)
    lines = {line for line, _ in gold.values}
    joined = any(lines <= _lines_of(laid, claim.statements) for claim in laid.claims)
    what = f"{gold.slot} {'/'.join(sorted(gold.kinds))} ({'joined' if joined else 'not joined'})"
    yield f"\n-- MISSED {what} {claim.gloss}"
    for line, value in gold.values:
        yield f"  value {value}"
        yield _line(laid, line)


def _own(laid: Laid, own_: Discrepancy, how: str) -> Iterator[str]:
    yield f"\n-- {how.upper()} {own_.type} {own_.slot}: {own_.reason}"
    for value in own_.values:
        yield f"  value {value.value}"
        yield from (_line(laid, line) for line in sorted(_lines_of(laid, value.statements)))


def _lines_of(laid: Laid, statements: Sequence[str]) -> set[Line]:
    return {laid.line_of[id_] for id_ in statements if id_ in laid.line_of}


def _judged(laid: Laid) -> dict[Pair, Judgement]:
    """Return the judgement of the highest score on each pair of lines."""
    best: dict[Pair, Judgement] = {}
    for judgement in sorted(laid.judgements, key=lambda j: (j.score, j.id)):
        lines = sorted(laid.line_of[id_] for id_ in judgement.statements if id_ in laid.line_of)
        if len(lines) == 2:
            best[lines[0], lines[1]] = judgement
    return best


def _reason(laid: Laid, pair: Pair, judged: dict[Pair, Judgement]) -> str:
    bare = [_name(line) for line in pair if line not in laid.line_of.values()]
    if bare:
        return f"no statement: {', '.join(bare)}"
    if not laid.account.joined and len({laid.story_of.get(report) for report, _ in pair}) > 1:
        return "two stories"
    judgement = judged.get(pair)
    return f"{judgement.verdict}: {judgement.score} {judgement.reason}" if judgement else "never judged"


def _name(line: Line) -> str:
    return f"{line[0]}/{line[1]}"


def _cosine(laid: Laid, pair: Pair) -> str:
    return f"{float(np.dot(laid.vectors[pair[0]], laid.vectors[pair[1]])):.2f}"


def _line(laid: Laid, line: Line) -> str:
    sheet = next(sheet for sheet in laid.account.reports if sheet.id == line[0])
    said = [laid.statements[id_] for id_, where in laid.line_of.items() if where == line]
    what = ", ".join(f"{s.type}:{s.trigger.verbatim}" for s in sorted(said, key=lambda s: s.start))
    return f"    {sheet.language} {_name(line)} [{what}] {dict(sheet.lines)[line[1]]}"


SHOWN: dict[str, Callable[[Sequence[Laid]], Iterator[str]]] = {
    "discrepancies": discrepancies,
    "oracle": oracle,
    "pairs": pairs,
}

if __name__ == "__main__":
    sys.exit(main())
