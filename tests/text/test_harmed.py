"""Who can have been harmed."""

from dataclasses import replace

import pytest

from careo.model.seen import Actor, Figure, MentionType, Statement, Trigger
from careo.text.telling.harmed import harmed

_MENTION = "mention-1"


def _toll(role: str, figure: Figure | None) -> Statement:
    actor = Actor(role, _MENTION, "Ruiz", 0, 4, None)
    return Statement(
        id="statement-1", report="report-1", start=0, end=40, type="TOLL", subtype="killed",
        trigger=Trigger("died", 5, 9), polarity="affirmed", denied_by=None, modality="occurred", actors=(actor,),
        places=(), times=(), figures=(figure,) if figure else (), instruments=(), equipment=(), content=(),
        attribution=(), rule="test",
    )  # fmt: skip


def _count(number: int, group: str | None) -> Figure:
    return Figure("killed", number, number, "=", None, "person", group, None, None, "x", 10, 11)


@pytest.mark.parametrize(
    ("type_", "role", "figure", "kept"),
    [
        ("organisation", "group", None, False),
        ("organisation", "perpetrator", None, True),
        ("person", "group", None, True),
        ("person", "victim", _count(1, "journalist"), True),
        ("person", "victim", _count(12, None), True),
        ("person", "victim", _count(12, "people"), False),
        ("unit", "victim", _count(12, "soldiers"), True),
    ],
)
def test_who_can_be_a_victim(type_: MentionType, role: str, figure: Figure | None, kept: bool) -> None:
    """No organisation dies, and one name is not the twelve people who did; who did it stays."""
    assert bool(harmed(_toll(role, figure), {_MENTION: type_}).actors) is kept


def test_other_statements_are_left_alone() -> None:
    """Where nobody is said to be harmed, everybody keeps their part."""
    meeting = replace(_toll("victim", None), type="MEET", subtype=None)
    assert harmed(meeting, {_MENTION: "organisation"}) == meeting
