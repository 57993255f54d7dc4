"""How the laws and documents that two statements rest on stand: one number, or two for what is told as one."""

from collections.abc import Iterator

from careo.model import reasons
from careo.stages.comparing.stance import Stance
from careo.stages.comparing.witness import Witness
from careo.text.values.instruments import one_number
from careo.text.values.slips import number_slip


def which_law(one: Witness, other: Witness) -> Iterator[Stance]:
    """Yield how the numbers of one kind of law stand, where each statement gives just one of that kind."""
    for kind in sorted(one.laws.keys() & other.laws.keys()):
        if not len(one.laws[kind]) == len(other.laws[kind]) == 1:
            continue
        (mine,), (theirs,) = one.laws[kind], other.laws[kind]
        said = f"{kind} {mine} / {kind} {theirs}"
        if one_number(mine, theirs):
            yield Stance("instrument", "agrees", f"one number: {said}", (mine, theirs))
        else:
            reason = reasons.LAW.format(values=f"{mine} / {theirs}")
            yield Stance("instrument", "differs", reason, (mine, theirs), number_slip(mine, theirs))
