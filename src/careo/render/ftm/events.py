"""Statements as FtM events: what one report says happened, or will, or did not, with the sentence it says it in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from careo.model.inferred import Discrepancy, Dossier
from careo.model.seen import Place, Report, Statement, Time
from careo.render import words
from careo.render.ftm.entities import PARTIES
from careo.render.ftm.things import Lost, Thing
from careo.render.ftm.values import date
from careo.render.slots import slot_lines
from careo.render.when import time_words
from careo.text.slots import SLOTS

_CAPTION = 200
"""Code points of the sentence in an event's name, of the 384 that FtM takes: a line in a list of results."""


@dataclass(frozen=True, slots=True)
class _Context:
    """Look-ups over a dossier for one event after the other."""

    home: Mapping[str, str]
    """Mention id to entity id."""
    schemata: Mapping[str, str]
    """Entity id to its FtM schema."""
    places: Mapping[str, Place]
    """Mention id of a place to what it stands for."""
    claims: Mapping[str, list[str]]
    """Statement id to the ids of its claims."""
    differ: Mapping[str, list[Discrepancy]]
    """Claim id to what its reports differ on."""


def events(dossier: Dossier, schemata: Mapping[str, str], lost: Lost) -> Iterator[Thing]:
    """Yield one Event a statement; its name says what the report says of it: occurred, planned, denied ..."""
    context = _context(dossier, schemata)
    reports = {report.id: report for report in dossier.reports}
    for statement in dossier.statements:
        yield _event(statement, reports[statement.report], context, lost)


def _context(dossier: Dossier, schemata: Mapping[str, str]) -> _Context:
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for claim in dossier.claims:
        for id_ in claim.statements:
            claims[id_].append(claim.id)
    differ: defaultdict[str, list[Discrepancy]] = defaultdict(list)
    for discrepancy in dossier.discrepancies:
        if discrepancy.dismissed is None:
            differ[discrepancy.claim].append(discrepancy)
    return _Context(
        home={id_: entity.id for entity in dossier.entities for id_ in entity.mentions},
        schemata=schemata,
        places={mention.id: mention.value for mention in dossier.mentions if isinstance(mention.value, Place)},
        claims=claims,
        differ=differ,
    )


def _event(statement: Statement, report: Report, context: _Context, lost: Lost) -> Thing:
    thing = Thing(statement.id, "Event", lost)
    sentence = report.text[statement.start : statement.end]
    thing.put("name", caption(statement, sentence), origin=report.id)
    thing.put("description", sentence, language=report.language, origin=report.id)
    thing.put("summary", _in_words(statement), origin=report.id)
    thing.put("recordId", statement.id, origin=report.id)
    thing.put("proof", report.id, origin=report.id)
    thing.put("publisher", report.publisher, origin=report.id)
    thing.put("sourceUrl", report.url, origin=report.id)
    _keywords(thing, statement, context)
    _who(thing, statement, context)
    _where(thing, statement, report, context)
    for time in statement.times:
        _when(thing, statement, time)
    _differing(thing, statement, context)
    return thing


def caption(statement: Statement, sentence: str) -> str:
    """Return a line that cannot be taken for a fact: `DEPLOY (authorised): Parliament lets ...`."""
    against = () if statement.polarity == "affirmed" else (statement.polarity,)
    marks = ", ".join((*against, statement.modality.replace("unknown", "unclear whether it happened")))
    line = " ".join(sentence.split())
    short = line if len(line) <= _CAPTION else f"{line[:_CAPTION].rsplit(' ', 1)[0]} …"
    return f"{statement.type} ({marks}): {short}"


def _in_words(statement: Statement) -> str:
    """Put all slots in words: no property of FtM holds them, and a reader of the event wants them."""
    parts = [f"{words.STATEMENT_TYPES[statement.type]}; {words.MODALITIES[statement.modality][1]}"]
    if statement.polarity != "affirmed":
        by_whom = f" by {statement.denied_by}" if statement.denied_by else ""
        parts.append(f"{statement.polarity}{by_whom}")
    for line in slot_lines(statement):
        reading = f"[{line.reading}]" if line.reading and line.verbatim else line.reading
        parts.append(" ".join(part for part in (f"{line.label}:", line.verbatim, reading) if part))
    return "; ".join(parts)


def _keywords(thing: Thing, statement: Statement, context: _Context) -> None:
    subtype = (words.plain(statement.subtype),) if statement.subtype else ()
    marks = (f"modality: {statement.modality}", f"polarity: {statement.polarity}")
    for word in (statement.type, *subtype, *marks, *context.claims.get(statement.id, ())):
        thing.put("keywords", word, origin=statement.report)


def _who(thing: Thing, statement: Statement, context: _Context) -> None:
    for actor in statement.actors:
        entity = context.home.get(actor.mention or "")
        schema = context.schemata.get(entity or "")
        place = context.places.get(actor.mention or "")
        if entity and schema in PARTIES:
            thing.put("involved", entity, origin=statement.report)
            thing.lost["roles of the involved (in the event's summary)", ""] += 1
        elif place and place.country:
            thing.put("country", place.country, origin=statement.report)
            thing.lost["countries and places that act (the country is among the event's countries)", ""] += 1
        else:
            thing.lost["actors whom the report does not name (in the event's summary)", actor.verbatim] += 1


def _where(thing: Thing, statement: Statement, report: Report, context: _Context) -> None:
    for setting in statement.places:
        thing.put("location", setting.verbatim, language=report.language, origin=report.id)
        entity, place = context.home.get(setting.mention), context.places.get(setting.mention)
        if entity and context.schemata.get(entity) == "Address":
            thing.put("addressEntity", entity, origin=report.id)
        if place:
            thing.put("country", place.country, origin=report.id)
        thing.lost["roles of places: host, origin, destination (in the event's summary)", ""] += 1


def _when(thing: Thing, statement: Statement, time: Time) -> None:
    """Put in the day, month or year of the happening itself, and the bounds of what is in force from when to when."""
    own = SLOTS[statement.type].time
    if time.role == "validity" and time.first != time.last:
        for prop, bound in (("startDate", time.first), ("endDate", time.last)):
            if bound is not None and (taken := date(bound)):
                thing.put(prop, taken, origin=statement.report)
            elif bound is not None:
                thing.lost["dates of unknown year", time_words(time)] += 1
        return
    point = _point(time)
    if time.role == own and own != "as_of" and point:
        thing.put("date", point, origin=statement.report)
        return
    if time.role != own or own == "as_of":
        thing.lost[f"times that are not the event's own: {words.TIMES[time.role] if time.role else 'other'}", ""] += 1
    else:
        reason = "dates of unknown year" if time.first == time.last else "spans of days, which may be a day in them"
        thing.lost[reason, time_words(time)] += 1


def _point(time: Time) -> str | None:
    """Return the one day, month or year of a time; `None` for a span and an unknown year."""
    if time.first is None or time.last is None:
        return None
    if time.first == time.last:
        return date(time.first)
    length = {"year": 4, "month": 7}.get(time.precision)
    if length and time.first[:length] == time.last[:length]:
        return date(time.first[:length])
    return None


def _differing(thing: Thing, statement: Statement, context: _Context) -> None:
    for claim in context.claims.get(statement.id, ()):
        for one in context.differ.get(claim, ()):
            values = " / ".join(value.value for value in one.values)
            kind, _ = words.DISCREPANCIES[one.type]
            note = f"reports of {claim} differ on {words.slot(one.slot)}: {values} ({kind.lower()}: {one.reason})"
            thing.put("notes", note)
