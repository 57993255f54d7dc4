"""How the differences between two states are told, by `careo diff` and after a decision."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from careo.cli.layout import indented, paint, short
from careo.diff import as_seen
from careo.model.snapshot import Altered, Detail

_HEADINGS = {
    ("program", "changed"): "The program is another: what it reads and compares may differ for that reason alone",
    ("report", "corrected"): "Reports that their publisher changed",
    ("report", "reread"): "Reports whose bytes are the same and whose text is read differently now",
    ("report", "appeared"): "Reports that are new",
    ("report", "vanished"): "Reports that are gone",
    ("claim", "appeared"): "Claims that are new",
    ("claim", "merged"): "Claims that were several and are one now",
    ("claim", "split"): "Claims that were one and are several now",
    ("claim", "gained"): "Claims with new witnesses",
    ("claim", "lost"): "Claims that lost witnesses",
    ("claim", "changed"): "Claims that changed",
    ("claim", "vanished"): "Claims that are gone",
    ("discrepancy", "appeared"): "Differences that are new",
    ("discrepancy", "changed"): "Differences that changed",
    ("discrepancy", "vanished"): "Differences that are gone",
    ("decision", "appeared"): "Decisions that are new",
    ("decision", "vanished"): "Decisions that are gone",
}
_MOST_SENTENCES = 3
_MOST_CHARACTERS = 400
"""How much of a paragraph or sentence is printed; --json has all of it."""
_LEAD = 40
"""Characters shown before the place where two long texts part."""
_WHEN = {"old": "was", "new": "now"}


def told(found: Sequence[Altered]) -> Iterator[str]:
    """Yield the lines that tell a person in what two states differ, with the sentences behind it."""
    for (kind, what), heading in _HEADINGS.items():
        group = [one for one in found if (one.kind, one.what) == (kind, what)]
        shown = _worth_a_line(group, found) if (kind, what) in (("claim", "appeared"), ("claim", "vanished")) else group
        if group:
            yield paint(f"{heading} ({len(group)})", bold=True)
        for one in shown:
            yield from _one(one)
        if len(shown) < len(group):
            yield f"  {len(group) - len(shown)} that stand only in the reports above; --json lists them"


def _worth_a_line(claims: Sequence[Altered], found: Iterable[Altered]) -> list[Altered]:
    """Leave out the claims of one report alone that came or went with that report."""
    moved = {id_ for one in found if one.kind == "report" for id_ in (*one.old, *one.new) if one.what != "corrected"}
    alone = ({sentence.report for sentence in one.sentences} for one in claims)
    return [one for one, reports in zip(claims, alone, strict=True) if len(reports) != 1 or not reports <= moved]


def _one(altered: Altered) -> Iterator[str]:
    ids = " ".join(short(id_) for id_ in (altered.new or altered.old))
    yield from indented(f"{_cut(altered.title)}  {ids}".rstrip(), "  ")
    for detail in altered.details:
        yield from indented(_detail(detail), "    ")
    # A changed report's sentences stand in its paragraphs.
    sentences = () if altered.kind == "report" and altered.details else altered.sentences
    for sentence in sentences[:_MOST_SENTENCES]:
        yield from indented(f"{_WHEN[sentence.side]} “{_cut(sentence.quote)}” ({sentence.place})", "    ")
    if len(sentences) > _MOST_SENTENCES:
        yield f"    and {len(sentences) - _MOST_SENTENCES} sentences more"


def _detail(detail: Detail) -> str:
    """Say what a thing was and is; of long texts that begin alike, from shortly before they part."""
    if as_seen(detail.before) == as_seen(detail.after):
        return f"{detail.what} stays: {_cut(detail.after)}"
    if not detail.before:
        return f"{detail.what} added: {_cut(detail.after)}"
    if not detail.after:
        return f"{detail.what} gone: {_cut(detail.before)}"
    before, after = _cut(detail.before), _cut(detail.after)
    if before == after:
        flat, other = as_seen(detail.before), as_seen(detail.after)
        alike = takewhile(bool, (one == two for one, two in zip(flat, other, strict=False)))
        start = max(0, sum(alike) - _LEAD)
        before, after = (f"… {_cut(text[start:])}" for text in (flat, other))
    return f"{detail.what}: {before} → {after}"


def _cut(text: str) -> str:
    flat = as_seen(text)
    return flat if len(flat) <= _MOST_CHARACTERS else f"{flat[:_MOST_CHARACTERS].rstrip()} …"
