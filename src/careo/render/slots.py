"""The slots of a statement in one order and one shape, in the words of the report and in plain words."""

from dataclasses import dataclass

from careo.model.seen import Equipment, Figure, Instrument, Source, Statement
from careo.render import words
from careo.render.amounts import amount, details, number
from careo.render.when import spoken, time_words


@dataclass(frozen=True, slots=True)
class SlotLine:
    """One slot of one statement: where it is written and what it was read as."""

    keys: tuple[str, ...]
    """The slots of a claim it fills: `actor:participant`, `office:ambassador`, `time`, `figure:troops` ..."""
    kind: str
    """One word for the look of its mark."""
    label: str
    """In plain words: `who: authority`."""
    start: int
    end: int
    verbatim: str | None
    """What must stand at that place; `None` where the record keeps no wording of its own."""
    reading: str
    """The normalised value in words; empty where there is none."""


def slot_lines(statement: Statement) -> tuple[SlotLine, ...]:
    """Return every slot of a statement that points into the text, in the order a reader asks for them."""
    return (
        *_actors(statement),
        *_places(statement),
        *_times(statement),
        *(_figure(figure) for figure in statement.figures),
        *(_equipment(thing) for thing in statement.equipment),
        *(_instrument(law) for law in statement.instruments),
        *(_source(source, link) for link, source in enumerate(statement.attribution)),
    )


def _actors(statement: Statement) -> list[SlotLine]:
    lines = []
    for actor in statement.actors:
        keys = (f"actor:{actor.role}", *((f"office:{actor.office}",) if actor.office else ()))
        reading = f"office: {words.plain(actor.office)}" if actor.office else ""
        label = f"who: {words.plain(actor.role)}"
        lines.append(SlotLine(keys, "who", label, actor.start, actor.end, actor.verbatim, reading))
    return lines


def _places(statement: Statement) -> list[SlotLine]:
    return [
        SlotLine(
            keys=("place", f"place:{place.role}"),
            kind="where",
            label=f"where: {words.plain(place.role)}",
            start=place.start,
            end=place.end,
            verbatim=place.verbatim,
            reading="",
        )
        for place in statement.places
    ]


def _times(statement: Statement) -> list[SlotLine]:
    lines = []
    for time in statement.times:
        label = f"when: {words.TIMES[time.role]}" if time.role else "when"
        lines.append(SlotLine(("time",), "when", label, time.start, time.end, time.verbatim, time_words(time)))
    return lines


def _figure(figure: Figure) -> SlotLine:
    reading = "; ".join(part for part in (amount(figure), details(figure)) if part)
    label = f"how many: {words.plain(figure.measure)}"
    keys = (f"figure:{figure.measure}",)
    return SlotLine(keys, "figure", label, figure.start, figure.end, figure.verbatim, reading)


def _equipment(thing: Equipment) -> SlotLine:
    label = f"with what: {words.plain(thing.class_)}"
    reading = number(thing.count) if thing.count is not None else ""
    return SlotLine(("equipment",), "thing", label, thing.start, thing.end, thing.verbatim, reading)


def _instrument(law: Instrument) -> SlotLine:
    known = (
        law.number and f"number {law.number}",
        law.article and f"article {law.article}",
        law.date and f"of {spoken(law.date)}",
    )
    reading = ", ".join(part for part in known if part)
    label = f"rests on: {words.plain(law.type)}"
    return SlotLine(("instrument",), "thing", label, law.start, law.end, law.verbatim, reading)


def _source(source: Source, link: int) -> SlotLine:
    label = "according to" if link == 0 else "who has it from"
    verb = f"“{source.verb}”" if source.verb else ""
    strength = "" if source.strength == "neutral" else f"worded as: {words.plain(source.strength)}"
    reading = "; ".join(part for part in (source.who, words.SOURCES[source.type], verb, strength) if part)
    return SlotLine(("attribution",), "source", label, source.start, source.end, None, reading)
