"""`python -m eval.misses NAME`: what was missed and what was wrong on the bundled gold, with the sentences.

For whoever improves a rule: names are statements, claims and discrepancies.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from careo import Statement
from careo.model.inferred import Discrepancy
from eval.claims import Pair, join
from eval.discrepancies import sift
from eval.gold import Peru, peru
from eval.statements import wrong


def main() -> int:
    """Print the misses of one measure."""
    parser = argparse.ArgumentParser(prog="eval.misses", description=__doc__)
    parser.add_argument("name", choices=sorted(SHOWN))
    for line in SHOWN[parser.parse_args().name](peru()):
        print(line)
    return 0


def claims(peru: Peru) -> Iterator[str]:
    """Yield missed pairs by gold claim, then wrong pairs by careo's claim."""
    joined = join(peru)
    missed: dict[str, list[Pair]] = defaultdict(list)
    claim_of = {key: claim["id"] for claim in peru.gold["claims"] for key in claim["statements"]}
    for pair in joined.missed:
        missed[claim_of[pair[0]]].append(pair)
    yield f"== MISSED: {len(joined.wanted - joined.hits)} of {len(joined.wanted)} pairs, by gold claim"
    for claim in peru.gold["claims"]:
        if missed[claim["id"]]:
            wanted = sum(claim_of[pair[0]] == claim["id"] for pair in joined.wanted)
            yield f"\n-- {claim['id']} ({claim['type']}): {len(missed[claim['id']])} of {wanted}. {claim['gloss']}"
            yield from _grouped(peru, claim["statements"])
            yield from _judged(peru, missed[claim["id"]])
    yield f"\n== WRONG: {len(joined.wrong)} pairs"
    for pair in sorted(joined.wrong):
        yield f"\n-- {' + '.join(claim_of.get(key, 'alone') for key in pair)}"
        yield from (_line(peru, key) for key in pair)
        yield from _judged(peru, [pair])


def discrepancies(peru: Peru) -> Iterator[str]:
    """Yield missed gold differences and wrong ones of careo's."""
    sifted = sift(peru)
    asked = [d for d in peru.gold["discrepancies"] if not d["optional"]]
    yield f"== MISSED: {len(sifted.missed)} of {len(asked)}"
    for gold in sifted.missed:
        yield f"\n-- {gold['id']} {gold['type']} {gold['slot']} ({gold['claim']})"
        for value in gold["values"]:
            yield f"  value {value['value']}"
            yield from _grouped(peru, value["statements"])
    yield f"\n== WRONG: {len(sifted.wrong)}, right: {len(sifted.right)}"
    for own in sifted.wrong:
        yield from _own(peru, own)


def statements(peru: Peru) -> Iterator[str]:
    """Yield missed gold statements with what careo has in that sentence, then careo's that match nothing."""
    missed = [told for key, told in peru.told.items() if key not in peru.matched]
    yield f"== MISSED: {len(missed)} of {len(peru.told)}"
    for told in missed:
        yield _line(peru, told.key)
        yield from _instead(peru, told.key)
    false = wrong(peru)
    yield f"\n== WRONG: {len(false)}"
    yield from (_statement(peru, statement) for statement in false)


def _grouped(peru: Peru, keys: Iterable[str]) -> Iterator[str]:
    """Yield gold statements by the claim of careo's that they stand in."""
    claim_of = {id_: claim.id for claim in peru.found.claims for id_ in claim.statements}
    where: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        where[claim_of.get(peru.matched.get(key, ""), "no statement")].append(key)
    for claim, together in sorted(where.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"  [{claim}]"
        for key in together:
            yield f"  {_line(peru, key)}"
            if key not in peru.matched:
                yield from _instead(peru, key)


def _instead(peru: Peru, key: str) -> Iterator[str]:
    """Yield what careo has in the sentence of a gold statement, where nothing matches."""
    if peru.told[key].start < 0:
        yield "          [not read]"
    for s in peru.found.statements:
        if key in peru.keys[s.id]:
            yield f"          has {s.type} on {s.trigger.verbatim!r}, {s.rule}, {s.id[:18]}"


def _judged(peru: Peru, pairs: Iterable[Pair]) -> Iterator[str]:
    """Yield how careo judged the missed pairs of which it has both statements."""
    judgements = {frozenset(j.statements): j for j in peru.found.judgements}
    for a, b in pairs:
        if a in peru.matched and b in peru.matched:
            judgement = judgements.get(frozenset((peru.matched[a], peru.matched[b])))
            how = f"{judgement.verdict} {judgement.score}: {judgement.reason}" if judgement else "never compared"
            yield f"  {a} + {b}: {how}"


def _line(peru: Peru, key: str) -> str:
    told = peru.told[key]
    id_ = peru.matched.get(key, "-")
    return f"    {told.language} {key} {told.said['type']} {id_[:18]}: {told.said['quote']}"


def _statement(peru: Peru, statement: Statement) -> str:
    name = peru.name_of[statement.report]
    sentence = " ".join(peru.found.reports[name].text[statement.start : statement.end].split())
    stands = ", ".join(peru.keys[statement.id]) or "no gold here"
    what = f"{statement.type} on {statement.trigger.verbatim!r} {statement.id[:18]}"
    return f"    {name} ({peru.role(statement)}) {what} [{stands}]: {sentence}"


def _own(peru: Peru, own: Discrepancy) -> Iterator[str]:
    by_id = {statement.id: statement for statement in peru.found.statements}
    yield f"\n-- {own.id[:20]} {own.type} {own.slot}: {own.reason}"
    for value in own.values:
        yield f"  value {value.value}"
        yield from (f"  {_statement(peru, by_id[id_])}" for id_ in value.statements)


SHOWN: dict[str, Callable[[Peru], Iterator[str]]] = {
    "claims": claims,
    "discrepancies": discrepancies,
    "statements": statements,
}

if __name__ == "__main__":
    sys.exit(main())
