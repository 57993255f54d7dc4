"""Statements as FtM events: what one report says happened, or will, or did not, with the sentence it says it in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from careo.model.inferred import Discrepancy
from careo.model.seen import Statement, Time
from careo.render.export.ftm.entities import PARTIES
from careo.render.export.ftm.things import Lost, Thing
from careo.render.export.ftm.values import date
from careo.render.export.lookup import Lookup
from careo.render.wording import words
from careo.render.wording.slots import in_words
from careo.render.wording.when import time_words, whole
from careo.text.telling.slots import SLOTS

_CAPTION = 200
"""Code points of the sentence in an event's name, of the 384 that FtM takes: a line in a list of results."""


def events(look: Lookup, schemata: Mapping[str, str], lost: Lost) -> Iterator[Thing]:
    """Yield one Event a statement; its name says what the report says of it: occurred, planned, denied ..."""
    differ: defaultdict[str, list[Discrepancy]] = defaultdict(list)
    for discrepancy in look.dossier.discrepancies:
        if discrepancy.dismissed is None:
            differ[discrepancy.claim].append(discrepancy)
    for statement in look.dossier.statements:
        thing = _event(statement, look, lost)
        _who(thing, statement, look, schemata)
        _where(thing, statement, look, schemata)
        for time in statement.times:
            _when(thing, statement, time)
        for discrepancy in differ[look.claims.get(statement.id, "")]:
            _differing(thing, discrepancy)
        yield thing


def _event(statement: Statement, look: Lookup, lost: Lost) -> Thing:
    thing = Thing(statement.id, "Event", lost)
    report, sentence = look.index.report(statement.report), look.quote(statement)
    thing.put("name", caption(statement, sentence), origin=report.id)
    thing.put("description", sentence, language=report.language, origin=report.id)
    thing.put("summary", "; ".join(in_words(statement)), origin=report.id)
    thing.put("recordId", statement.id, origin=report.id)
    thing.put("proof", report.id, origin=report.id)
    thing.put("publisher", report.publisher, origin=report.id)
    thing.put("sourceUrl", report.url, origin=report.id)
    subtype = (words.plain(statement.subtype),) if statement.subtype else ()
    marks = (f"modality: {statement.modality}", f"polarity: {statement.polarity}")
    for word in (statement.type, *subtype, *marks):
        thing.put("keywords", word, origin=report.id)
    thing.put("keywords", look.claims.get(statement.id))
    return thing


def caption(statement: Statement, sentence: str) -> str:
    """Return a line that cannot be taken for a fact: `DEPLOY (authorised): Parliament lets ...`."""
    against = () if statement.polarity == "affirmed" else (statement.polarity,)
    marks = ", ".join((*against, statement.modality.replace("unknown", "unclear whether it happened")))
    line = " ".join(sentence.split())
    short = line if len(line) <= _CAPTION else f"{line[:_CAPTION].rsplit(' ', 1)[0]} …"
    return f"{statement.type} ({marks}): {short}"


def _who(thing: Thing, statement: Statement, look: Lookup, schemata: Mapping[str, str]) -> None:
    for actor in statement.actors:
        entity, place = look.entities.get(actor.mention or ""), look.places.get(actor.mention or "")
        if entity and schemata.get(entity.id) in PARTIES:
            thing.put("involved", entity.id, origin=statement.report)
            thing.lost["roles of the involved (in the event's summary)", ""] += 1
        elif place and place.country:
            thing.put("country", place.country, origin=statement.report)
            thing.lost["countries and places that act (the country is among the event's countries)", ""] += 1
        else:
            thing.lost[
                "actors whom the report does not name, or places of unknown country (in the summary)", actor.verbatim
            ] += 1


def _where(thing: Thing, statement: Statement, look: Lookup, schemata: Mapping[str, str]) -> None:
    for setting in statement.places:
        entity, place = look.entities.get(setting.mention), look.places.get(setting.mention)
        language = look.index.report(statement.report).language
        thing.put("location", setting.verbatim, language=language, origin=statement.report)
        if entity and schemata.get(entity.id) == "Address":
            thing.put("addressEntity", entity.id, origin=statement.report)
        thing.put("country", place.country if place else None, origin=statement.report)
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
        thing.lost[_why_not(time), time.verbatim if time.first is time.last is None else time_words(time)] += 1


def _why_not(time: Time) -> str:
    if time.first is time.last is None:
        return "times for which no date could be worked out"
    return "dates of unknown year" if time.first == time.last else "spans of days, which may be a day in them"


def _point(time: Time) -> str | None:
    """Return the one day, month or year of a time; `None` for a span and an unknown year."""
    if time.first is None or time.last is None:
        return None
    if time.first == time.last:
        return date(time.first)
    length = {"year": 4, "month": 7}.get(whole(time.first, time.last))
    if length and time.first[:length] == time.last[:length]:
        return date(time.first[:length])
    return None


def _differing(thing: Thing, one: Discrepancy) -> None:
    values = " / ".join(value.value for value in one.values)
    kind, _ = words.DISCREPANCIES[one.type]
    thing.put("notes", f"reports differ on {words.slot(one.slot)}: {values} ({kind.lower()}: {one.reason})")
