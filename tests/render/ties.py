"""Ties laid over the sample dossier, for the tests of whatever shows or exports them."""

from dataclasses import replace

from careo.model.derived import End, Tie
from careo.model.inferred import Dossier, Entity, Name

HOSTILE = '"><script>alert(1)</script>&amp;'
"""A name that would be markup where nobody escapes it."""


def tie(base: Dossier, one: End, other: End, n: int = 2, **more: object) -> Tie:
    """Return a tie told by the nth statement of the sample."""
    statement = base.statements[n]
    claims = tuple(claim.id for claim in base.claims if statement.id in claim.statements)
    fields = {"type": "met", "directed": False, "status": "done", "first": None, "last": None} | more
    id_ = f"tie-{n}-{one.entity or one.words}-{other.entity or other.words}-{fields['status']}-{fields['type']}"
    return Tie(id=id_, story=base.story.id, from_=one, to=other, claims=claims, statements=(statement.id,), **fields)  # type: ignore[arg-type]


def names(base: Dossier, *words: str) -> tuple[Dossier, list[End]]:
    """Return the sample with these persons as entities too."""
    made = tuple(
        Entity(f"entity-x{n:03}", "person", w, (Name(w, "en", 1),), (), (), "one") for n, w in enumerate(words)
    )
    return replace(base, entities=(*base.entities, *made)), [End(entity.id, entity.name) for entity in made]
