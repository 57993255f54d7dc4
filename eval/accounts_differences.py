"""discrepancies on stories told by several reports: careo's beside the gold's.

One of careo's shows one of the gold's where the slot is of the same family, the kind is the gold's or one that it calls
as good, and two of its values stand on two different lines of the gold's claim, one of which the gold names as giving a
value (it names one line for a value, and headlines repeat). The lines are of two reports unless the gold's difference
is inside one. Slots of the gold: figure, time, place, actor (persons, bodies, holders of offices), attribution,
polarity; between sources, `attribution` is right whatever kind the gold has it as. A name variant is one in whatever
slot.

Right: shows one that is asked for. Not asked for are slot `other`, minor ones, those inside one line, and those of
claims not asked for.

Not judged: what shows one of these (of `other`, whatever careo's slot), and what stands on two lines that only share a
claim not asked for. `unlisted names` are counted apart and neither right nor wrong: name variants between lines of one
claim of the gold that lists no such difference there, where both spellings stand on their lines and are alike; the
gold lists few of the many there are. All else is wrong: so is a true difference between lines that are no claim.

`false contradictions`: contradictions that are wrong, by stories told. `others contradicting`: of the gold's updates
and differences of scope, those of slot `other` too, how many are shown as a contradiction. `resolved`: statements whose
sentence and trigger stand in their report, and values whose statements are there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, combinations, product
from pathlib import Path

from careo.model.inferred import Discrepancy, Value
from eval.accounts import Difference, Line
from eval.accounts_laid import Laid, laid_bundled, laid_mixed
from eval.alignment import Pair, asked, by_set
from eval.fold import plain, within
from eval.score import Score, harmonic, share
from eval.slots import family

_NAMES = frozenset({"actor", "place"})
_LIKENESS = 0.6
"""Likeness of letters (difflib) from which two spellings may be of one name; of two names it is seldom above .5."""
_SHORT = 3
"""Letters of words that initials leave out: of, and, der, las."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The differences of one story, gold and careo's, each sorted."""

    laid: Laid
    found: Mapping[int, tuple[Discrepancy, ...]]
    """Index of the gold's difference to careo's that show it."""
    right: tuple[Discrepancy, ...]
    wrong: tuple[Discrepancy, ...]
    unlisted: tuple[Discrepancy, ...]
    not_judged: tuple[Discrepancy, ...]

    @property
    def missed(self) -> list[Difference]:
        """Return the gold's that are asked for and that nothing shows."""
        return [d for n, d in enumerate(self.laid.account.differences) if d.asked and n not in self.found]


def discrepancies_ntrex(data: Path) -> list[Score]:
    """Return the figures on `ntrex_gold`; raises SetMissing where it is not there."""
    return measured("ntrex_gold", laid_mixed(data))


def discrepancies_own() -> list[Score]:
    """Return the figures on our own stories, by half."""
    return list(chain.from_iterable(measured(set_, laid) for set_, laid in by_set(laid_bundled()).items()))


def measured(set_: str, laid: Sequence[Laid]) -> list[Score]:
    """Return the figures of one set."""
    sifted = [sift(one, one.discrepancies) for one in laid]
    return [*rates(set_, sifted), *_counted(set_, sifted)]


def rates(set_: str, sifted: Sequence[Sifted]) -> list[Score]:
    """Return precision and recall of all kinds and of each."""
    kinds = sorted({d.kind for one in sifted for d in one.laid.account.differences if d.asked})
    return [score for kind in (None, *kinds) for score in _prf(set_, sifted, kind)]


def _counted(set_: str, sifted: Sequence[Sifted]) -> Iterator[Score]:
    for name, said in {"unlisted": "unlisted names", "not_judged": "not judged"}.items():
        number = sum(len(getattr(one, name)) for one in sifted)
        yield Score("discrepancies", set_, "mixed", f"number {said}", number, number)
    false = sum(d.type == "contradiction" for one in sifted for d in one.wrong)
    yield Score("discrepancies", set_, "mixed", "false contradictions", round(false / len(sifted), 4), len(sifted))
    others = list(chain.from_iterable(_as_contradiction(one) for one in sifted))
    yield share("discrepancies", set_, "mixed", (sum(others), len(others)), "others contradicting")
    resolved = list(chain.from_iterable(_resolved(one.laid) for one in sifted))
    yield share("discrepancies", set_, "mixed", (sum(resolved), len(resolved)), "resolved")


def sift(laid: Laid, own: Sequence[Discrepancy]) -> Sifted:
    """Lay careo's discrepancies of a story beside the gold's."""
    found: dict[int, list[Discrepancy]] = {}
    sorted_: dict[str, list[Discrepancy]] = {"right": [], "wrong": [], "unlisted": [], "not_judged": []}
    for one in own:
        shows = [n for n, gold in enumerate(laid.account.differences) if _shows(laid, one, gold)]
        for n in shows:
            found.setdefault(n, []).append(one)
        sorted_[_sort(laid, one, shows)].append(one)
    return Sifted(
        laid, {n: tuple(ones) for n, ones in found.items()}, **{name: tuple(ones) for name, ones in sorted_.items()}
    )


def _sort(laid: Laid, own: Discrepancy, shows: Sequence[int]) -> str:
    if any(laid.account.differences[n].asked for n in shows):
        return "right"
    pairs = _pairs(laid, own)
    wanted, spared = asked(laid.account)
    if shows or not pairs or (pairs & spared and not pairs & wanted):
        return "not_judged"
    return "unlisted" if own.type == "name_variant" and _is_name(laid, own) else "wrong"


def _pairs(laid: Laid, own: Discrepancy) -> set[Pair]:
    """Return the pairs of different lines that give it different values, the lesser first."""
    sides = [_lines(laid, value) for value in own.values]
    return {(min(a, b), max(a, b)) for one, other in combinations(sides, 2) for a, b in product(one, other) if a != b}


def _lines(laid: Laid, value: Value) -> set[Line]:
    return {laid.line_of[id_] for id_ in value.statements if id_ in laid.line_of}


def _shows(laid: Laid, own: Discrepancy, gold: Difference) -> bool:
    return own.type in gold.kinds and _of_slot(own, gold) and _on_lines(laid, own, gold)


def _of_slot(own: Discrepancy, gold: Difference) -> bool:
    families = {family(own.slot), gold.slot}
    return "other" in families or len(families) == 1 or (own.type == "name_variant" and families <= _NAMES)


def _on_lines(laid: Laid, own: Discrepancy, gold: Difference) -> bool:
    """Tell whether two values stand on two lines of the gold's claim, one of which the gold names."""
    named = {line for line, _ in gold.values}
    lines = named.union(*(claim.lines for claim in laid.account.claims if claim.id == gold.claim))
    inside = len({report for report, _ in named}) == 1
    return any({a, b} <= lines and {a, b} & named and (inside or a[0] != b[0]) for a, b in _pairs(laid, own))


def _is_name(laid: Laid, own: Discrepancy) -> bool:
    """Tell whether two values of one claim of the gold are two like spellings that stand on their lines."""
    text = {(sheet.id, n): plain(line) for sheet in laid.account.reports for n, line in sheet.lines}
    spelled = [
        (plain(value.value), {line for line in _lines(laid, value) if plain(value.value) in text[line]})
        for value in own.values
    ]
    return any(
        _alike(a, b)
        and any({x, y} <= claim.lines for claim in laid.account.claims for x, y in product(one, other) if x != y)
        for (a, one), (b, other) in combinations(spelled, 2)
    )


def _alike(one: str, other: str) -> bool:
    """Tell whether two folded spellings may be of one name: one inside the other, like letters, or its initials."""
    initials = {"".join(sorted(word[0] for word in name.split() if len(word) > _SHORT)) for name in (one, other)}
    return (
        within(one, other)
        or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKENESS
        or any("".join(sorted(name)) in initials for name in (one, other))
    )


def _prf(set_: str, sifted: Sequence[Sifted], kind: str | None) -> list[Score]:
    """Return precision over careo's of a kind, and recall over the gold's of it; of all where there is no kind."""
    right, wrong = (
        sum(kind in (None, d.type) for ones in sides for d in ones)
        for sides in ([one.right for one in sifted], [one.wrong for one in sifted])
    )
    gold = [(d, n in one.found) for one in sifted for n, d in enumerate(one.laid.account.differences) if d.asked]
    reached = [is_found for d, is_found in gold if kind in (None, d.kind)]
    label = f"{kind} " if kind else ""
    shown = share("discrepancies", set_, "mixed", (right, right + wrong), f"{label}precision")
    asked_ = share("discrepancies", set_, "mixed", (sum(reached), len(reached)), f"{label}recall")
    f1 = harmonic("discrepancies", set_, "mixed", (shown.value, asked_.value, len(reached)), label=label)[-1]
    return [shown, asked_, f1]


def _as_contradiction(sifted: Sifted) -> list[bool]:
    """Tell of each update and difference of scope of the gold whether a contradiction is shown there."""
    shown = [own for own in (*sifted.wrong, *sifted.not_judged) if own.type == "contradiction"]
    return [
        any(_of_slot(own, gold) and _on_lines(sifted.laid, own, gold) for own in shown)
        for gold in sifted.laid.account.differences
        if gold.kind in ("update", "scope") and "contradiction" not in gold.kinds
    ]


def _resolved(laid: Laid) -> Iterator[bool]:
    texts = {report.id: report.text for report in laid.docket.reports}
    for s in laid.statements.values():
        trigger = s.trigger
        inside = 0 <= s.start <= trigger.start < trigger.end <= s.end <= len(texts[s.report])
        yield inside and texts[s.report][trigger.start : trigger.end] == trigger.verbatim
    for discrepancy in laid.discrepancies:
        for value in discrepancy.values:
            yield bool(value.statements) and all(id_ in laid.statements for id_ in value.statements)
