"""What careo would tell of differences if the claims were the gold's: for work on the kinds, apart from the claims.

As if a person had called every pair of statements on two lines of a gold claim the same: of the statements on the two
lines those whose types agree best, with each other and with the gold's type. Differences are taken pair by pair and
those of one claim, slot and kind laid together, so what needs three reports at once is not seen here. Lines
that share several claims show a difference once.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from careo import Decision, Discrepancy, Statement
from careo.model.inferred import Docket, Value
from careo.stages.align import align
from careo.stages.compare import compare
from careo.stages.comparing.kinship import Meanings
from careo.stages.deciding.settle import Settled
from careo.stages.joining.partition import pair
from eval.accounts import Line, Proposition
from eval.accounts_laid import Laid
from eval.alignment import across


def told(laid: Laid) -> tuple[Discrepancy, ...]:
    """Return the differences of a story, were its claims the gold's; `claim` is then the gold's id."""
    found: dict[tuple[str, str, str], list[Discrepancy]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for claim in laid.account.claims:
        pairs = [two for lines in sorted(across(claim.lines)) for two in _fitting(laid, claim, *lines)]
        for statements in pairs:
            two = pair(*(statement.id for statement in statements))
            for discrepancy in _between(laid.docket, statements) if two not in seen else ():
                found[claim.id, discrepancy.slot, discrepancy.type].append(discrepancy)
            seen.add(two)
    once = {_shown(laid, one): one for key, sides in sorted(found.items()) for one in [_together(key[0], sides)]}
    return tuple(once.values())


def _shown(laid: Laid, one: Discrepancy) -> tuple[str, str, frozenset[Line | None]]:
    """Return what a reader sees of it: two claims of the gold on the same lines show one difference once."""
    return one.slot, one.type, frozenset(laid.line_of.get(id_) for value in one.values for id_ in value.statements)


def _fitting(laid: Laid, claim: Proposition, one: Line, other: Line) -> Iterator[tuple[Statement, Statement]]:
    """Yield the statements of two lines whose types agree best."""

    def agreement(two: tuple[Statement, Statement]) -> int:
        return (two[0].type == two[1].type) + sum(statement.type == claim.type for statement in two)

    mine, theirs = (
        [laid.statements[id_] for id_, line in laid.line_of.items() if line == side] for side in (one, other)
    )
    pairs = list(product(mine, theirs))
    best = max(map(agreement, pairs), default=0)
    yield from (two for two in pairs if agreement(two) == best)


def _between(docket: Docket, statements: tuple[Statement, Statement]) -> Sequence[Discrepancy]:
    two = pair(*(statement.id for statement in statements))
    word = Decision("decision-gold", "same", "statement", (), None, None, "the gold", "the gold", "2020-01-01", None)
    settled = Settled(same=((two, word),))
    small = replace(docket, statements=statements)
    return align(small, compare(small, Meanings({}, {}), settled), settled).discrepancies


def _together(claim: str, sides: Sequence[Discrepancy]) -> Discrepancy:
    said: dict[str, set[str]] = defaultdict(set)
    for discrepancy in sides:
        for value in discrepancy.values:
            said[value.value].update(value.statements)
    values = tuple(Value(value, tuple(sorted(ids))) for value, ids in sorted(said.items()))
    reasons = "; ".join(dict.fromkeys(discrepancy.reason for discrepancy in sides))
    return replace(sides[0], claim=claim, values=values, reason=reasons)
