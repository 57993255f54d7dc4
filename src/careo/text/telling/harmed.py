"""Who can have been killed, injured or taken: a wrong name among the dead is worse than none."""

from collections.abc import Mapping
from dataclasses import replace

from careo.model.seen import Actor, MentionType, Statement
from careo.text.telling.slots import VICTIMS

_HARMED = frozenset({"victim", "group"})
_TYPES = frozenset({"TOLL", "ATTACK", "ABUSE"})


def harmed(statement: Statement, types: Mapping[str, MentionType]) -> Statement:
    """Leave out who cannot be a victim where people are counted or said to be killed, injured, missing.

    That is an organisation, and, where more than one are counted by a noun, a single person: the name near them is
    a speaker, a place in time ("the fall of X"), or who counted.
    """
    counted = [figure for figure in statement.figures if figure.measure in VICTIMS]
    if statement.type not in _TYPES or not (counted or statement.subtype in VICTIMS):
        return statement
    many = any(figure.group and (figure.low or figure.high or 0) > 1 for figure in counted)
    barred = {"organisation", "person"} if many else {"organisation"}
    kept = tuple(actor for actor in statement.actors if not _barred(actor, types, barred))
    return replace(statement, actors=kept)


def _barred(actor: Actor, types: Mapping[str, MentionType], barred: set[str]) -> bool:
    return actor.role in _HARMED and actor.mention is not None and types.get(actor.mention) in barred
