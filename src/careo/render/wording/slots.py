"""The slots of a statement in one order and one shape, in the words of the report and in plain words."""

from dataclasses import dataclass

from careo.model.seen import Equipment, Figure, Instrument, Source, Statement
from careo.render.wording import words
from careo.render.wording.amounts import amount, details
from careo.render.wording.speech import ENGLISH, Speech
from careo.render.wording.when import spoken, time_words


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


def slot_lines(statement: Statement, speech: Speech = ENGLISH) -> tuple[SlotLine, ...]:
    """Return every slot of a statement that points into the text, in the order a reader asks for them."""
    return (
        *_actors(statement, speech),
        *_places(statement, speech),
        *_times(statement, speech),
        *(_figure(figure, speech) for figure in statement.figures),
        *(_equipment(thing, speech) for thing in statement.equipment),
        *(_instrument(law, speech) for law in statement.instruments),
        *(_source(source, link, speech) for link, source in enumerate(statement.attribution)),
    )


def in_words(statement: Statement, speech: Speech = ENGLISH) -> tuple[str, ...]:
    """Return a statement in plain words, a line each, for formats that have no slots: kind, standing, every slot."""
    kind, standing = words.STATEMENT_TYPES[statement.type], words.MODALITIES[statement.modality][1]
    told = [f"{speech(kind)}; {speech(standing)}"]
    against = words.POLARITIES[statement.polarity]
    if against:
        told.append(speech(against[1]) + (f" ({statement.denied_by})" if statement.denied_by else ""))
    for line in slot_lines(statement, speech):
        reading = f"[{line.reading}]" if line.reading and line.verbatim else line.reading
        told.append(" ".join(part for part in (f"{line.label}:", line.verbatim, reading) if part))
    return tuple(told)


def _actors(statement: Statement, speech: Speech) -> list[SlotLine]:
    lines = []
    for actor in statement.actors:
        keys = (f"actor:{actor.role}", *((f"office:{actor.office}",) if actor.office else ()))
        reading = speech("office: {office}", office=words.plain(actor.office, speech)) if actor.office else ""
        label = speech("who: {role}", role=words.plain(actor.role, speech))
        lines.append(SlotLine(keys, "who", label, actor.start, actor.end, actor.verbatim, reading))
    return lines


def _places(statement: Statement, speech: Speech) -> list[SlotLine]:
    return [
        SlotLine(
            keys=("place", f"place:{place.role}"),
            kind="where",
            label=speech("where: {role}", role=words.plain(place.role, speech)),
            start=place.start,
            end=place.end,
            verbatim=place.verbatim,
            reading="",
        )
        for place in statement.places
    ]


def _times(statement: Statement, speech: Speech) -> list[SlotLine]:
    lines = []
    for time in statement.times:
        label = speech("when: {role}", role=speech(words.TIMES[time.role])) if time.role else speech("when")
        lines.append(SlotLine(("time",), "when", label, time.start, time.end, time.verbatim, time_words(time, speech)))
    return lines


def _figure(figure: Figure, speech: Speech) -> SlotLine:
    reading = "; ".join(part for part in (amount(figure, speech), details(figure, speech)) if part)
    label = speech("how many: {measure}", measure=words.plain(figure.measure, speech))
    keys = (f"figure:{figure.measure}",)
    return SlotLine(keys, "figure", label, figure.start, figure.end, figure.verbatim, reading)


def _equipment(thing: Equipment, speech: Speech) -> SlotLine:
    label = speech("with what: {kind}", kind=words.plain(thing.class_, speech))
    reading = speech.number(thing.count) if thing.count is not None else ""
    return SlotLine(("equipment",), "thing", label, thing.start, thing.end, thing.verbatim, reading)


def instrument_words(law: Instrument, speech: Speech) -> str:
    """Say number, article and date of a law or decision, as far as they are known."""
    known = (
        law.number and speech("number {number}", number=law.number),
        law.article and speech("article {number}", number=law.article),
        law.date and speech("of {day}", day=spoken(law.date, speech)),
    )
    return ", ".join(part for part in known if part)


def _instrument(law: Instrument, speech: Speech) -> SlotLine:
    label = speech("rests on: {kind}", kind=words.plain(law.type, speech))
    reading = instrument_words(law, speech)
    return SlotLine(("instrument",), "thing", label, law.start, law.end, law.verbatim, reading)


def _source(source: Source, link: int, speech: Speech) -> SlotLine:
    label = speech("according to") if link == 0 else speech("who has it from")
    verb = f"“{source.verb}”" if source.verb else ""
    strength = (
        ""
        if source.strength == "neutral"
        else speech("worded as: {strength}", strength=words.plain(source.strength, speech))
    )
    reading = "; ".join(part for part in (source.who, speech(words.SOURCES[source.type]), verb, strength) if part)
    return SlotLine(("attribution",), "source", label, source.start, source.end, None, reading)
