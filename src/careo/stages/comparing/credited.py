"""Whether two statements credit one source, or two."""

import re
from typing import Literal

from careo.model.seen import Source
from careo.stages.comparing.witness import Witness
from careo.text.names.bodies import is_generic, shared_kind
from careo.text.names.offices import office_of
from careo.text.names.spelling import spelled_apart
from careo.text.normalise import fold
from careo.text.stretches import holds


def credited(one: Witness, other: Witness) -> Literal["one", "spelled", "two"] | None:
    """Tell whether the first sources of both are one, one under two spellings, or two; `None` where nothing tells.

    Across languages "Comando Sur" and "Southern Command" may be one: there the two count as two only where a report
    that credits the one also knows the other by its name, or where both are names that are known.
    """
    if not one.statement.attribution or not other.statement.attribution:
        return None
    mine, theirs = one.statement.attribution[0], other.statement.attribution[0]
    words = [set(fold(source.who).split()) for source in (mine, theirs)]
    if words[0] <= words[1] or words[1] <= words[0]:
        return "one"  # "Macuacua" is Helder Macuacua, "the relief office" the provincial one
    ids = [_source_entity(one, mine), _source_entity(other, theirs)]
    kinds = [shared_kind(source.who, w.language) for source, w in ((mine, one), (theirs, other))]
    abroad = one.language != other.language
    if (None not in ids and ids[0] == ids[1]) or (kinds[0] is not None and kinds[0] == kinds[1]):
        return "spelled" if spelled_apart(mine.who, theirs.who) and not abroad else "one"
    if abroad and (_is_noun(mine, one) or _is_noun(theirs, other)):
        return None  # "authorities" and "autoridades" may be one
    if _is_office(mine, one) or _is_office(theirs, other):
        return None
    known = _names(other, mine.who) or _names(one, theirs.who)
    return "two" if known or not abroad or None not in ids else None


def _names(witness: Witness, who: str) -> bool:
    """Whether a report uses these very words, as words of their own."""
    return re.search(rf"(?<!\w){re.escape(who)}(?!\w)", witness.report.text) is not None


def _is_office(source: Source, witness: Witness) -> bool:
    """Whether a source is told by an office alone ("the minister"), which may be anybody's."""
    return office_of(source.who, witness.language) is not None and source.who[:1].islower()


def _is_noun(source: Source, witness: Witness) -> bool:
    """Whether a source is told by a common noun, which another language has another word for."""
    return source.who[:1].islower() or is_generic(source.who, witness.language)


def credited_apart(one: Witness, other: Witness) -> bool:
    """Whether two statements are credited to two sources, as far as is known: two names of two languages count as two.

    Common nouns of two languages ("government", "governo") may be one source.
    """
    standing = credited(one, other)
    if standing is not None or not (one.statement.attribution and other.statement.attribution):
        return standing == "two"
    return not any(_is_noun(w.statement.attribution[0], w) for w in (one, other))


def _source_entity(witness: Witness, source: Source) -> str | None:
    """Return the entity named at the place of a source, else the one of that name in the sentence."""
    here = [m for m in witness.beside if m.id in witness.entity_of and m.type != "role"]
    at = [m for m in here if holds(source, m)]
    at = at or [m for m in here if m.verbatim == source.who]
    return witness.entity_of[at[0].id].id if at else None
