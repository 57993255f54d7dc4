"""How something was made: what a page says of itself, so that the same can be made again."""

from dataclasses import dataclass

from careo.model.seen import Skip


@dataclass(frozen=True, slots=True)
class Manifest:
    """Versions and settings behind a page; neither a clock nor a place of this machine is in it."""

    read_by: tuple[str, ...]
    """Rules, tagger and gazetteer with which the captures were read; one line for each version at work."""
    compared_by: str | None
    """Rules and encoder that made entities, stories, claims and discrepancies; `None` where nobody remembers."""
    settings: tuple[tuple[str, str], ...]
    """Limits in force when the desk was last built: name and value."""


UNSAID = Manifest((), None, ())
"""For a page whose maker says nothing of how it was made."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a desk holds after a build."""

    captures: int
    new: int
    """Captures read in this run."""
    reports: int
    stories: int
    claims: int
    discrepancies: int
    without_outlet: int
    """Reports that do not say from whom they are."""
    without_date: int
    """Reports that do not say of when they are."""
    skips: tuple[Skip, ...]
    """All that the desk could not use, from this run and before."""
    placed: int = 0
    """Reports that were put in their places one by one since all were settled together."""
