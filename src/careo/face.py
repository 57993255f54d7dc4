"""What careo shows of itself to those who use it from Python."""

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
