"""What the project asks of its speed, and how a measured figure is told beside it."""

REPORTS_A_SECOND = 2.0
"""From HTML to claims, reports of 35 sentences, two cores; aimed at 3."""
FIRST_RESULT = 45.0
"""Seconds from typing the command on 50 reports to the first finding, start included."""
ONE_MORE = 2.0
"""Seconds that one report more takes a desk of 20,000, after start."""


def least(figure: float, asked: float, unit: str) -> str:
    """Tell a figure that should be no less."""
    return _told(figure, asked, unit, "at least", good=figure >= asked)


def most(figure: float, asked: float, unit: str) -> str:
    """Tell a figure that should be no more."""
    return _told(figure, asked, unit, "at most", good=figure <= asked)


def _told(figure: float, asked: float, unit: str, side: str, *, good: bool) -> str:
    return f"{figure:.2f} {unit} (asked: {side} {asked:g}: {'held' if good else 'MISSED'})"
