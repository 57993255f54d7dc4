"""Holders of one office whose names differ in two statements: spellings of one name, or two people."""

from collections.abc import Iterator
from dataclasses import dataclass

from careo.model import reasons
from careo.stages.comparing.witness import Witness
from careo.text.names.likeness import variant


@dataclass(frozen=True, slots=True)
class Holders:
    """Whom two statements name as the holder of one office."""

    office: str
    names: tuple[str, str]
    one: bool
    """Whether the two names may be one person's, spelled in two ways."""
    reason: str


def holders(one: Witness, other: Witness) -> Iterator[Holders]:
    """Yield the offices for which both name a holder that the other does not name, sorted."""
    if not one.holders or not other.holders:
        return
    mine, theirs = one.unshared_holders(other), other.unshared_holders(one)
    for office in sorted(mine.keys() & theirs.keys()):
        names = mine[office], theirs[office]
        how, held = variant(*names), office.replace(":", " of ")
        if how is not None:
            yield Holders(office, names, True, reasons.OFFICE.format(office=held, names=how))
        else:
            yield Holders(office, names, False, f"{held}: {names[0]} here, {names[1]} there")
