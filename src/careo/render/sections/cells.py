"""What the witnesses of one claim give for one column of a register: every value, with the reports that give it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from careo.model.seen import Actor, Setting, Statement
from careo.render.quoting.index import Index
from careo.render.quoting.quote import quoted
from careo.render.quoting.views import Quoted
from careo.render.wording import words
from careo.render.wording.amounts import amount
from careo.render.wording.slots import instrument_words
from careo.render.wording.when import between, spoken


@dataclass(frozen=True, slots=True)
class Reading:
    """One value as one statement gives it."""

    words: str
    """The normalised value; empty where the report's own words are all there is."""
    href: str = ""
    written: tuple[int, int] | None = None
    """Where the report's own words stand."""


@dataclass(frozen=True, slots=True)
class Given:
    """One value and who gives it."""

    words: str
    href: str
    written: Quoted | None
    """As its first witness writes it."""
    reports: tuple[int, ...]
    """Empty where the claim has one report only."""


Reader = Callable[[Index, Statement], Iterable[Reading]]


def cell(index: Index, statements: Sequence[Statement], read: Reader) -> tuple[Given, ...]:
    """Return every value that the statements of a claim give, those of most reports first; none is left out."""
    several = len({statement.report for statement in statements}) > 1
    found: dict[str, tuple[Reading, Statement]] = {}
    reports: dict[str, set[int]] = {}
    for statement in statements:
        for reading in read(index, statement):
            key = reading.words or f"“{_verbatim(index, statement, reading)}”"
            found.setdefault(key, (reading, statement))
            reports.setdefault(key, set()).add(index.numbers[statement.report])
    order = sorted(found, key=lambda key: (-len(reports[key]), key))
    return tuple(
        Given(
            words=found[key][0].words,
            href=found[key][0].href,
            written=_quote(index, *found[key]),
            reports=tuple(sorted(reports[key])) if several else (),
        )
        for key in order
    )


def _verbatim(index: Index, statement: Statement, reading: Reading) -> str:
    start, end = reading.written or (0, 0)
    return index.report(statement.report).text[start:end]


def _quote(index: Index, reading: Reading, statement: Statement) -> Quoted | None:
    if reading.written is None or reading.written[0] >= reading.written[1]:
        return None
    return quoted(index, index.report(statement.report), reading.written)


def who(*roles: str, offices: bool = False) -> Reader:
    """Read the actors of these roles: the entity's name, else the words of the report; on demand with their office."""

    def read(index: Index, statement: Statement) -> Iterator[Reading]:
        for actor in statement.actors:
            if actor.role in roles:
                one = _named(index, actor)
                held = f" ({words.plain(actor.office, index.speech)})" if offices and actor.office else ""
                yield Reading(f"{one.words}{held}" if one.words else "", one.href, one.written)

    return read


def sender(index: Index, statement: Statement) -> Iterator[Reading]:
    """Read who sends or lets in; soldiers who come in are the force, whatever part of the sentence they are."""
    for actor in statement.actors:
        if actor.role == "authority" and not _comes(index, statement, actor):
            yield _named(index, actor)


def force(index: Index, statement: Statement) -> Iterator[Reading]:
    """Read who comes, trains or is let in."""
    for actor in statement.actors:
        if actor.role in ("force", "beneficiary", "participant") or _comes(index, statement, actor):
            yield _named(index, actor)


def _comes(index: Index, statement: Statement, actor: Actor) -> bool:
    enters = statement.type == "LAW" or statement.subtype == "entry"
    return enters and actor.role == "authority" and is_unit(index, actor)


def is_unit(index: Index, actor: Actor) -> bool:
    """Whether an actor is a force."""
    entity = index.entity_of.get(actor.mention or "")
    return entity is not None and entity.type == "unit"


def where(index: Index, statement: Statement) -> Iterator[Reading]:
    """Read the places; where one came from or went to is said."""
    for place in statement.places:
        one = _named(index, place)
        if one.words and place.role in ("origin", "destination"):
            said = index.speech("from {place}") if place.role == "origin" else index.speech("to {place}")
            one = Reading(said.format(place=one.words), one.href)
        yield one


def _named(index: Index, slot: Actor | Setting) -> Reading:
    entity = index.entity_of.get(slot.mention or "")
    if entity is None:
        return Reading("", "", (slot.start, slot.end))
    return Reading(entity.name, f"#e{index.numbers[entity.id]}")


def when(index: Index, statement: Statement) -> Iterator[Reading]:
    """Read the times; what is no day of the act says so."""
    for time in statement.times:
        if time.first is None and time.last is None:
            continue
        said = between(time.first, time.last, time.precision, speech=index.speech)
        if time.role in ("validity", "as_of", "said"):
            said = f"{index.speech(words.TIMES[time.role])}: {said}"
        yield Reading(said)


def counts(*measures: str) -> Reader:
    """Read the figures of these measures, or all of them; whom they count stands in the report's words; no sum."""

    def read(index: Index, statement: Statement) -> Iterator[Reading]:
        speech = index.speech
        for figure in statement.figures:
            if not measures or figure.measure in measures:
                limits = (
                    figure.scope and speech("covers: {scope}", scope=figure.scope),
                    figure.as_of and speech("as of {day}", day=spoken(figure.as_of, speech)),
                )
                said = "; ".join(part for part in (amount(figure, speech), *limits) if part)
                measure = "" if measures else f"{words.plain(figure.measure, speech)}: "
                yield Reading(f"{measure}{said}", written=(figure.start, figure.end))

    return read


def resting_on(index: Index, statement: Statement) -> Iterator[Reading]:
    """Read the laws and decisions."""
    for law in statement.instruments:
        yield Reading(instrument_words(law, index.speech), written=(law.start, law.end))


def armed(index: Index, statement: Statement) -> Iterator[Reading]:
    """Read the laws and decisions, and weapons and material."""
    yield from resting_on(index, statement)
    for thing in statement.equipment:
        yield Reading(words.plain(thing.class_, index.speech), written=(thing.start, thing.end))


def according_to(index: Index, statement: Statement) -> Iterator[Reading]:
    """Read who is credited."""
    for source in statement.attribution:
        yield Reading(f"{source.who} ({index.speech(words.SOURCES[source.type])})")


def what(index: Index, statement: Statement) -> Iterator[Reading]:
    """Read what was done, by the kind of statement."""
    if statement.type != "OTHER":
        yield Reading(words.plain(statement.subtype or statement.type.lower(), index.speech))


def about(index: Index, statement: Statement) -> Iterator[Reading]:
    """Read what it is about, where that is a statement of its own."""
    for id_ in statement.content:
        for number in index.claims_of.get(id_, ())[:1]:
            kind = index.speech(words.STATEMENT_TYPES[index.statement(id_).type])
            yield Reading(f"{kind}: {index.speech('claim {number}', number=number)}", f"#c{number}")
