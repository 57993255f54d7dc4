"""careo lays news reports in many languages side by side; every finding leads back to its sentence."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careo.desk import Desk
    from careo.engines.base import Engines
    from careo.errors import (
        AnchorError,
        CareoError,
        DeskError,
        InputError,
        NotFound,
        ParserDied,
        TooLarge,
        UnreadableInput,
        UsageError,
    )
    from careo.model.decided import Decision, Subject
    from careo.model.inferred import Claim, Derivation, Discrepancy, Dossier, Entity, Judgement, Story
    from careo.model.made import Built
    from careo.model.seen import Capture, Mention, Report, Skip, Span, Statement
    from careo.pipeline import Progress
    from careo.render.export.pieces import Piece
    from careo.search import Hit
    from careo.settings import Settings
    from careo.verify import Problem

__all__ = [
    "AnchorError",
    "Built",
    "Capture",
    "CareoError",
    "Claim",
    "Decision",
    "Derivation",
    "Desk",
    "DeskError",
    "Discrepancy",
    "Dossier",
    "Engines",
    "Entity",
    "Hit",
    "InputError",
    "Judgement",
    "Mention",
    "NotFound",
    "ParserDied",
    "Piece",
    "Problem",
    "Progress",
    "Report",
    "Settings",
    "Skip",
    "Span",
    "Statement",
    "Story",
    "Subject",
    "TooLarge",
    "UnreadableInput",
    "UsageError",
]

_ROOMS = {
    "careo.desk": "Desk",
    "careo.engines.base": "Engines",
    "careo.errors": "AnchorError CareoError DeskError InputError NotFound ParserDied TooLarge UnreadableInput "
    "UsageError",
    "careo.model.decided": "Decision Subject",
    "careo.model.inferred": "Claim Derivation Discrepancy Dossier Entity Judgement Story",
    "careo.model.made": "Built",
    "careo.model.seen": "Capture Mention Report Skip Span Statement",
    "careo.pipeline": "Progress",
    "careo.render.export.pieces": "Piece",
    "careo.search": "Hit",
    "careo.settings": "Settings",
    "careo.verify": "Problem",
}
"""What is found where."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Open the room that a name stands in when it is asked for: the parser's process asks for none of them."""
        for room, names in _ROOMS.items():
            if name in names.split():
                return getattr(import_module(room), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
