"""A small but complete dossier, made by hand: three invented reports on one invented harbour bridge."""

from careo.model.ids import (
    content_id,
    group_id,
    skip_id,
)
from careo.model.inferred import (
    Claim,
    Derivation,
    Discrepancy,
    Docket,
    Dossier,
    Entity,
    Episode,
    Findings,
    Judgement,
    Name,
    Possibly,
    Slot,
    SlotVerdict,
    Story,
    Value,
)
from careo.model.seen import (
    Instrument,
    Mention,
    Published,
    Report,
    Skip,
    Source,
    Statement,
)
from careo.stages.assemble import assemble
from tests.render.factory import Maker, figure, report, time

GERMAN = (
    "Brücke von Talhafen gesperrt\n"
    "Das Inselparlament von Norwarden hat am 14. Mai 2024 die Entsendung von 120 Pionieren nach "
    "Talhafen genehmigt. Verteidigungsministerin Ilse Marwik traf am Vorabend den Hafenmeister.\n"
    "Helfen Sie uns & spenden Sie <heute>!\n"
    "Beim Einsturz vom 1. November wurden fast 70 Menschen verletzt, sagte die Hafenwache. (nwa)"
)
DUTCH = (
    "Het eilandparlement van Norwarden keurde in mei 2024 goed dat 150 genisten naar Talhaven gaan.\n\n"
    "Minister Else Marwick ontkent dat zij de havenmeester heeft gesproken.\n\n"
    "Update 20 mei 2024: de brug blijft dicht."
)
SPANISH = (
    "La guardia del puerto dice que hubo decenas de heridos en Talhafen. "
    "El puente, de tres arcos, se abrirá si lo permite la Ley 31."
)


def dossier() -> Dossier:
    """Return the dossier: shared claims, differing names, figures and dates, one skip."""
    german, dutch, spanish = reports()
    statements = _statements(german, dutch, spanish)
    claims = _claims(statements, (german, dutch, spanish))
    first, *_ = claims
    story = Story(
        group_id("story", [german.id]),
        "Brücke von Talhafen gesperrt",
        (german.id, dutch.id, spanish.id),
        "2024-05-15",
        "2024-05-20",
        (Episode("episode-1", (german.id,), "2024-05-15", "2024-05-15"),),
    )
    entities = _entities(statements)
    docket = Docket(
        story=story,
        reports=(german, dutch, spanish),
        captures=(),
        mentions=_mentions(statements, entities),
        statements=statements,
        entities=entities,
        derivations=_derivations(german, spanish),
    )
    findings = Findings(_judgements(statements), claims, _discrepancies(first, claims[1], claims[2]))
    skip = Skip(skip_id("read", "in/leer.pdf", "empty"), "read", "in/leer.pdf", "The file has no text in it.")
    return assemble(docket, findings, (skip,))


def _mentions(statements: tuple[Statement, ...], entities: tuple[Entity, ...]) -> tuple[Mention, ...]:
    """Return the mentions that the entities name, where their statements have them."""
    types = {mention: entity.type for entity in entities for mention in entity.mentions}
    found = {}
    for one in statements:
        for slot in (*one.actors, *one.places):
            if slot.mention in types:
                id_ = slot.mention
                found[id_] = Mention(id_, one.report, slot.start, slot.end, types[id_], slot.verbatim, None, None)
    return tuple(found.values())


def reports() -> tuple[Report, Report, Report]:
    """Return the three reports: one dated by its metadata, one by its text, one undated."""
    german = report(
        GERMAN,
        "de",
        parts=(
            ("headline", 0),
            ("body", 29),
            ("furniture", GERMAN.index("Helfen")),
            ("body", GERMAN.index("Beim")),
        ),
        published=Published("2024-05-15", "day", "json-ld", "2024-05-15T08:00:00+02:00"),
        credit=(("(nwa)", "agency", "nwa"),),
        publisher="Talhafener Bote",
        title="Brücke von Talhafen gesperrt",
    )
    dutch = report(
        DUTCH,
        "nl",
        parts=(("body", 0), ("update", DUTCH.index("Update"))),
        published=Published("2024-05-20", "day", "visible", "20 mei 2024"),
        publisher="De Havenkrant",
    )
    return german, dutch, report(SPANISH, "es", parts=(("body", 0),))


def _statements(german: Report, dutch: Report, spanish: Report) -> tuple[Statement, ...]:
    de, nl, es = Maker(german), Maker(dutch), Maker(spanish)
    return (*_german(de), *_dutch(nl), *_spanish(es))


def _german(de: Maker) -> tuple[Statement, ...]:
    law = GERMAN[GERMAN.index("Das Insel") : GERMAN.index(" Verteidigungsministerin")]
    meet = "Verteidigungsministerin Ilse Marwik traf am Vorabend den Hafenmeister."
    hurt = "Beim Einsturz vom 1. November wurden fast 70 Menschen verletzt, sagte die Hafenwache."
    troops = figure(de, "troops", "120 Pionieren", low=120, high=120, group="Pionieren")
    sent = de.statement(
        "DEPLOY",
        law,
        "Entsendung",
        modality="authorised",
        figures=(troops,),
        places=(de.place("destination", "nach Talhafen"),),
    )
    guard = de.span("sagte die Hafenwache")
    return (
        de.statement(
            "LAW",
            law,
            "genehmigt",
            subtype="approval",
            actors=(de.actor("authority", "Das Inselparlament von Norwarden"),),
            times=(time(de, "am 14. Mai 2024", "2024-05-14", "2024-05-14", "day"),),
            figures=(troops,),
            content=(sent.id,),
        ),
        sent,
        de.statement(
            "MEET",
            meet,
            "traf",
            actors=(
                de.actor("participant", "Ilse Marwik", "minister:defence"),
                de.actor("participant", "den Hafenmeister"),
            ),
            times=(time(de, "am 14. Mai 2024", "2024-05-13", "2024-05-13", "day"),),
        ),
        de.statement(
            "TOLL",
            hurt,
            "verletzt",
            figures=(figure(de, "injured", "fast 70 Menschen", low=None, high=70, comparator="<"),),
            times=(time(de, "vom 1. November", "XXXX-11-01", "XXXX-11-01", "day"),),
            attribution=(Source("die Hafenwache", "official", "sagte", "neutral", *guard),),
        ),
    )


def _dutch(nl: Maker) -> tuple[Statement, ...]:
    law = "Het eilandparlement van Norwarden keurde in mei 2024 goed dat 150 genisten naar Talhaven gaan."
    meet = "Minister Else Marwick ontkent dat zij de havenmeester heeft gesproken."
    return (
        nl.statement(
            "LAW",
            law,
            "keurde",
            subtype="approval",
            actors=(nl.actor("authority", "Het eilandparlement van Norwarden"),),
            times=(time(nl, "in mei 2024", "2024-05", "2024-05", "month"),),
            figures=(figure(nl, "troops", "150 genisten", low=150, high=150, group="genisten"),),
        ),
        nl.statement(
            "MEET",
            meet,
            "gesproken",
            polarity="denied",
            denied_by="Else Marwick",
            actors=(
                nl.actor("participant", "Else Marwick", "minister"),
                nl.actor("participant", "de havenmeester"),
            ),
        ),
    )


def _spanish(es: Maker) -> tuple[Statement, ...]:
    hurt, opens = SPANISH.split(". ")
    law = Instrument("law", "31", None, None, "Ley 31", *es.span("Ley 31"))
    return (
        es.statement(
            "TOLL",
            hurt,
            "heridos",
            figures=(figure(es, "injured", "decenas de heridos", low=24, high=99, vague="decenas"),),
            places=(es.place("event", "Talhafen"),),
            attribution=(
                Source("La guardia del puerto", "official", "dice", "claim", *es.span("La guardia del puerto")),
            ),
        ),
        es.statement("OTHER", opens, "abrirá", modality="conditional", instruments=(law,)),
    )


def _claims(statements: tuple[Statement, ...], shelf: tuple[Report, ...]) -> tuple[Claim, ...]:
    law, sent, meet, hurt, law_nl, meet_nl, hurt_es, opens = statements
    return tuple(_claim(group, shelf) for group in ((law, law_nl), (meet, meet_nl), (hurt, hurt_es), (sent,), (opens,)))


def _claim(group: tuple[Statement, ...], shelf: tuple[Report, ...]) -> Claim:
    own = tuple(report for report in shelf if any(one.report == report.id for one in group))
    clearest = group[0]
    text = next(report.text for report in own if report.id == clearest.report)
    ids = tuple(one.id for one in group)
    return Claim(
        id=group_id("claim", ids),
        story="story",
        type=clearest.type,
        gloss=text[clearest.start : clearest.end],
        slots=(Slot("trigger", (Value(clearest.trigger.verbatim, ids),)),),
        statements=ids,
        reports=tuple(report.id for report in own),
        languages=tuple(sorted(report.language for report in own)),
        first_report=own[0].id,
        origins=tuple((report.id,) for report in own),
        sources=tuple(source.who for one in group for source in one.attribution),
    )


def _discrepancies(law: Claim, meet: Claim, hurt: Claim) -> tuple[Discrepancy, ...]:
    def made(
        claim: Claim, slot: str, type_: str, values: tuple[str, str], reason: str, likely: str | None = None
    ) -> Discrepancy:
        sides = tuple(Value(value, (id_,)) for value, id_ in zip(values, claim.statements, strict=True))
        return Discrepancy(content_id("discrepancy", claim.id, slot), claim.id, slot, type_, sides, likely, reason)  # type: ignore[arg-type]

    return (
        made(law, "time", "precision", ("2024-05-14", "2024-05"), "The month contains the day."),
        made(
            law,
            "figure:troops",
            "contradiction",
            ("120", "150"),
            "Same measure and same vote; 120 and 150 cannot both hold.",
        ),
        made(
            meet,
            "actor:participant",
            "name_variant",
            ("Ilse Marwik", "Else Marwick"),
            "Same office in the same meeting.",
            "A slip of one letter each.",
        ),
        made(
            meet,
            "polarity",
            "contradiction",
            ("affirmed", "denied"),
            "One report affirms what the other says is denied.",
        ),
        made(hurt, "figure:injured", "precision", ("<70", "24..99"), "The vague word allows the figure."),
    )


def _entities(statements: tuple[Statement, ...]) -> tuple[Entity, ...]:
    meet, meet_nl, law = statements[2], statements[5], statements[0]
    ilse, else_ = meet.actors[0], meet_nl.actors[0]
    reason = "same office, names one letter apart, never in one report"
    return (
        Entity(
            "entity-1",
            "person",
            "Ilse Marwik",
            (Name("Ilse Marwik", "de", 1),),
            (ilse.mention,),
            (Possibly("entity-2", reason),),
            "one spelling",
        ),
        Entity(
            "entity-2",
            "person",
            "Else Marwick",
            (Name("Else Marwick", "nl", 1),),
            (else_.mention,),
            (Possibly("entity-1", reason),),
            "one spelling",
        ),
        Entity(
            "entity-3",
            "place",
            "Talhafen",
            (Name("Talhafen", "de", 1), Name("Talhafen", "es", 1), Name("Talhaven", "nl", 1)),
            (statements[6].places[0].mention,),
            (),
            "one letter apart and the same island",
        ),
        Entity(
            "entity-4",
            "organisation",
            "Inselparlament von Norwarden",
            (Name("Das Inselparlament von Norwarden", "de", 1),),
            (law.actors[0].mention,),
            (),
            "one spelling",
        ),
    )


def _derivations(german: Report, spanish: Report) -> tuple[Derivation, ...]:
    pair = (GERMAN.index("sagte"), GERMAN.index("sagte") + 20, 0, 26)
    return (
        Derivation(
            "derivation-1",
            german.id,
            spanish.id,
            "quotation",
            None,
            (pair,),
            0.62,
            "One passage has the same source and figure.",
        ),
        Derivation("derivation-2", None, german.id, "copy", "nwa", (), 1.0, "The credit line names the agency."),
    )


def _judgements(statements: tuple[Statement, ...]) -> tuple[Judgement, ...]:
    law, sent, law_nl = statements[0], statements[1], statements[4]
    differs = (SlotVerdict("figure:troops", "differs", "120 and 150"),)
    return (
        Judgement(
            "judgement-1",
            (law.id, law_nl.id),
            "conflict",
            0.91,
            "Same type, authority and month; the figures differ.",
            differs,
        ),
        Judgement(
            "judgement-2",
            (sent.id, law_nl.id),
            "unsure",
            0.5,
            "Both name troops for the same town, but one is the vote itself.",
            (),
        ),
    )
