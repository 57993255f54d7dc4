"""Who did what to whom: both ends and the deed in one sentence, in the direction in which it is said."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from tests.make import make_report
from tests.table import make_docket, make_entity, make_mention, make_statement

from careo.engines.plain import PlainTagger
from careo.model.derived import Tie
from careo.model.ids import sha256
from careo.model.inferred import Docket, Entity, Findings
from careo.model.seen import Mention, Place, Report, Setting, Statement
from careo.stages.align import align
from careo.stages.annotate import annotate
from careo.stages.deciding.settle import Settled
from careo.stages.extract import extract
from careo.stages.network import network


def ties(docket: Docket) -> tuple[Tie, ...]:
    return network(docket, Findings((), align(docket, (), Settled()).claims, ()))


def told(tie: Tie) -> tuple[str, str, str]:
    return tie.from_.words, tie.type, tie.to.words


def read(text: str, language: str) -> tuple[Tie, ...]:
    """Return the ties of a sentence as the program reads it, with every name an entity of its own."""
    report = make_report(text, language=language, published="2031-03-10")
    annotated = annotate(report, PlainTagger())
    names = [m for m in annotated.mentions if m.type in ("person", "organisation", "unit", "place", "name")]
    docket = make_docket([report], extract(annotated), [make_entity(mention) for mention in names])
    return ties(replace(docket, mentions=tuple(names)))


def made(
    type_: str, subtype: str | None, text: str, actors: Sequence[tuple[str, str]], trigger: str, **slots: object
) -> tuple[Report, Statement, list[Mention]]:
    """Return a report of one sentence, its statement, and the mentions of who acts, each with a role."""
    report = make_report(text, origin=f"{sha256(text)[:8]}.txt", language=str(slots.pop("language", "en")))
    kind = str(slots.pop("kind", "person"))
    mentions = [make_mention(report, name, kind) for _, name in actors]
    cast = [(role, mention, None) for (role, _), mention in zip(actors, mentions, strict=True)]
    return report, make_statement(report, type_, trigger, subtype=subtype, actors=cast, **slots), mentions


def laid(*parts: tuple[Report, Statement, list[Mention]]) -> Docket:
    """Return a docket in which equal words are one entity."""
    named: dict[str, list[Mention]] = {}
    for mention in (mention for _, _, mentions in parts for mention in mentions):
        named.setdefault(mention.verbatim, []).append(mention)
    entities = [make_entity(*mentions) for mentions in named.values()]
    docket = make_docket([part[0] for part in parts], [part[1] for part in parts], entities)
    return replace(docket, mentions=tuple(m for mentions in named.values() for m in mentions))


READ = [
    ("en", "Congress removed President Ada Brink from office on 3 May 2030.", ("Congress", "removed", "Ada Brink")),
    ("fr", "Ada Brink a été destituée par le Congrès le 3 mai 2030.", ("Congrès", "removed", "Ada Brink")),
    ("es", "El Congreso destituyó a Ada Brink el 3 de mayo de 2030.", ("Congreso", "removed", "Ada Brink")),
    ("nl", "Het Congres heeft Ada Brink op 3 mei 2030 afgezet.", ("Congres", "removed", "Ada Brink")),
    ("en", "Prosecutor Ivo Lund accused Ada Brink of fraud.", ("Ivo Lund", "accused", "Ada Brink")),
    ("en", "Parliament approved the deployment of 240 soldiers.", ()),
    ("de", "Botschafterin Ingrid Solheim traf am 3. Mai 2023 in Oslo den Innenminister Pavel Drahoš.",
     ("Ingrid Solheim", "met", "Pavel Drahoš")),
    ("es", "La embajadora Ingrid Solheim se reunió el 3 de mayo de 2023 en Oslo con el ministro Pavel Drahoš.",
     ("Ingrid Solheim", "met", "Pavel Drahoš")),
    ("en", "Ivo Lund and Ada Brink attended the funeral in Oslo.", ()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), READ)
def test_ties_of_sentences_as_they_are_read(language: str, text: str, wanted: tuple[str, ...]) -> None:
    """Passive or active, before the verb or after it: the one who did it comes first; being there ties nobody."""
    assert [told(tie) for tie in read(text, language)] == ([wanted] if wanted else [])


DIRECTED = [
    ("OFFICE", "appoint", "appointed", "authority", "holder", "appointed"),
    ("OFFICE", "coup", "overthrew", "accused", "holder", "overthrew"),
    ("SAY", "accuse", "accused", "speaker", "target", "accused"),
    ("LAW", "authorised", "allowed", "authority", "beneficiary", "authorised"),
    ("DEPLOY", "send", "sent", "authority", "force", "sent"),
    ("ATTACK", "kill", "killed", "perpetrator", "victim", "killed"),
    ("DETAIN", "arrest", "arrested", "authority", "detained", "detained"),
    ("PROBE", "inquiry", "investigated", "investigator", "subject", "investigated"),
    ("COURT", "convict", "convicted", "court", "defendant", "convicted"),
    ("RESTRICT", "sanction", "sanctioned", "imposer", "target", "sanctioned"),
    ("TRANSFER", "aid", "helped", "giver", "receiver", "aided"),
    ("RELATIONS", "recognise", "recognised", "party", "counterpart", "recognised"),
]


@pytest.mark.parametrize(("type_", "subtype", "verb", "subject", "object_", "wanted"), DIRECTED)
def test_roles_and_not_the_order_of_words_give_the_direction(
    type_: str, subtype: str, verb: str, subject: str, object_: str, wanted: str
) -> None:
    """`Brink was … by Lund` and `Lund … Brink` are one tie from Lund to Brink."""
    active = made(type_, subtype, f"Lund {verb} Brink.", [(subject, "Lund"), (object_, "Brink")], verb)
    passive = made(type_, subtype, f"Brink was {verb} by Lund.", [(object_, "Brink"), (subject, "Lund")], verb)
    (tie,) = ties(laid(active, passive))
    assert (told(tie), tie.directed, tie.status) == (("Lund", wanted, "Brink"), True, "done")
    assert set(tie.statements) == {active[1].id, passive[1].id}


def met(text: str, *names: str, **slots: object) -> tuple[Report, Statement, list[Mention]]:
    return made("MEET", "meet", text, [("participant", name) for name in names], "met", **slots)


def test_what_both_did_has_no_direction() -> None:
    """`Lund met Brink` and `Brink met Lund` are one tie."""
    (tie,) = ties(laid(met("Lund met Brink.", "Lund", "Brink"), met("Brink met Lund.", "Brink", "Lund")))
    assert (tie.type, tie.directed, {tie.from_.words, tie.to.words}) == ("met", False, {"Lund", "Brink"})


def pairs(docket: Docket) -> set[frozenset[str]]:
    return {frozenset((tie.from_.words, tie.to.words)) for tie in ties(docket)}


def test_one_who_met_several_is_tied_to_each_and_they_not_to_one_another() -> None:
    """Of `Lund met Brink and Haas` it is not said that Brink met Haas; of `Lund, Brink and Haas met` it is."""
    names = ("Lund", "Brink", "Haas")
    star = {frozenset(("Lund", "Brink")), frozenset(("Lund", "Haas"))}
    assert pairs(laid(met("Lund met Brink and Haas.", *names))) == star
    assert pairs(laid(met("Lund, Brink and Haas met.", *names))) == star | {frozenset(("Brink", "Haas"))}


def test_a_long_list_is_no_thicket() -> None:
    """Of more than six who met, each is tied to the first only."""
    names = ("Lund", "Brink", "Haas", "Ruiz", "Okoro", "Tanaka", "Weiss")
    found = pairs(laid(met(f"{', '.join(names)} met.", *names)))
    assert found == {frozenset(("Lund", name)) for name in names[1:]}


def test_those_trained_are_not_tied_to_one_another() -> None:
    """Units of an army are trained; who trains them is not said, so that nobody is tied."""
    actors = [("participant", "units"), ("participant", "army"), ("participant", "guests")]
    alone = made("EXERCISE", "training", "They will train units of the army.", actors[:2], "train", kind="unit")
    assert not ties(laid(alone))
    both = made(
        "EXERCISE", "training", "The guests train units of the army.", [actors[2], *actors[:2]], "train", kind="unit"
    )
    assert pairs(laid(both)) == {frozenset(("guests", "units")), frozenset(("guests", "army"))}


@pytest.mark.parametrize(
    ("slots", "status"),
    [
        ({"modality": "planned"}, "planned"),
        ({"modality": "conditional"}, "planned"),
        ({"modality": "alleged"}, "alleged"),
        ({"modality": "unknown"}, "alleged"),
        ({"polarity": "denied"}, "denied"),
        ({"polarity": "negated", "modality": "planned"}, "denied"),
    ],
)
def test_what_did_not_happen_is_another_tie(slots: dict[str, str], status: str) -> None:
    """A meeting that one report tells of and another denies is two ties, told apart by their status."""
    found = ties(laid(met("Lund met Brink.", "Lund", "Brink"), met("Lund met Brink?", "Lund", "Brink", **slots)))
    assert {tie.status for tie in found} == {"done", status}


@pytest.mark.parametrize(
    ("type_", "subtype", "roles", "modality", "status"),
    [
        ("SAY", "demand", ("speaker", "target"), "demanded", "done"),
        ("SAY", "threaten", ("speaker", "target"), "threatened", "done"),
        ("LAW", "authorised", ("authority", "beneficiary"), "authorised", "done"),
        ("LAW", "authorised", ("authority", "beneficiary"), "proposed", "planned"),
        ("DEPLOY", "send", ("authority", "force"), "authorised", "planned"),
    ],
)
def test_the_word_was_said_where_the_thing_did_not_happen(
    type_: str, subtype: str, roles: tuple[str, str], modality: str, status: str
) -> None:
    """To demand or allow is done by saying so; to send is not."""
    actors = list(zip(roles, ("Lund", "Brink"), strict=True))
    (tie,) = ties(laid(made(type_, subtype, "Lund acted on Brink.", actors, "acted", modality=modality)))
    assert tie.status == status


def test_no_tie_without_both_ends_in_one_statement() -> None:
    """An accuser in one sentence and an accused in the next are not tied, nor is one to oneself."""
    one = made("SAY", "accuse", "Lund accused.", [("speaker", "Lund")], "accused")
    other = made("SAY", "accuse", "Brink was accused.", [("target", "Brink")], "accused")
    same = met("Lund met Lund.", "Lund", "Lund")
    assert not ties(laid(one, other, same))


def test_a_noun_is_nobody_else() -> None:
    """`Ministers` in two reports are not one: each tie keeps its sentence and has no entity at that end."""
    parts = [
        made(
            "SAY",
            "accuse",
            f"Lund accused ministers in {town}.",
            [("speaker", "Lund"), ("target", "ministers")],
            "accused",
        )
        for town in ("Oslo", "Bern")
    ]
    docket = laid(*parts)
    known = tuple(entity for entity in docket.entities if entity.name == "Lund")
    found = ties(replace(docket, entities=known))
    assert [(tie.to.entity, tie.to.words, len(tie.statements)) for tie in found] == [(None, "ministers", 1)] * 2


def test_soldiers_permit_nobody_and_a_court_is_not_who_sues() -> None:
    """Who comes in is not who lets in, and one sues in a court."""
    roles = [("authority", "soldiers"), ("force", "police")]
    assert not ties(laid(made("DEPLOY", "entry", "soldiers arrived to train police.", roles, "arrived", kind="unit")))
    sued = [("court", "Lund"), ("court", "Supreme Court"), ("defendant", "Brink")]
    found = ties(laid(made("COURT", "sue", "Lund sued Brink at the Supreme Court.", sued, "sued")))
    assert [told(tie) for tie in found] == [("Lund", "sued", "Brink")]


def entered(subtype: str, *roles: tuple[str, str], kind: str = "unit") -> Docket:
    """Return a story in which forces come to a country."""
    report, statement, mentions = made("DEPLOY", subtype, "Guards and Lund went to Norway.", roles, "went", kind=kind)
    land = make_mention(report, "Norway", "place", Place("Norway", "NO", "country", None, None, (), None, ()))
    host = Setting("host", land.id, "Norway", land.start, land.end)
    return laid((report, replace(statement, places=(host,)), [*mentions, land]))


def test_forces_are_tied_to_the_country_that_they_go_to() -> None:
    """The force where one is named, else who sends; who lets in is not tied to the own country."""
    assert [told(tie) for tie in ties(entered("entry", ("force", "Guards")))] == [("Guards", "went_to", "Norway")]
    sent = [told(tie) for tie in ties(entered("send", ("authority", "Lund"), kind="person"))]
    assert sent == [("Lund", "sent_to", "Norway")]
    assert not ties(entered("entry", ("authority", "Lund"), kind="person"))


def test_the_order_of_reports_and_statements_changes_nothing() -> None:
    """Every order of the same records gives the same ties."""
    parts = [
        met("Lund met Brink.", "Lund", "Brink"),
        met("Brink met Lund again.", "Brink", "Lund"),
        made("SAY", "accuse", "Haas accused Lund.", [("speaker", "Haas"), ("target", "Lund")], "accused"),
    ]
    docket = laid(*parts)
    wanted = ties(docket)
    for order in permutations(range(3)):
        mixed = replace(
            docket,
            reports=tuple(docket.reports[n] for n in order),
            statements=tuple(docket.statements[n] for n in order),
            entities=tuple(docket.entities[n] for n in order),
        )
        assert ties(mixed) == wanted


def test_what_a_person_set_aside_ties_nobody() -> None:
    """A statement that is in no claim makes no tie."""
    docket = laid(met("Lund met Brink.", "Lund", "Brink"))
    assert not network(docket, Findings((), (), ()))


def test_every_tie_has_its_sentences() -> None:
    """Each statement of a tie names both ends, and its claims hold these statements."""
    docket = laid(met("Lund met Brink.", "Lund", "Brink"), met("Brink met Haas.", "Brink", "Haas"))
    claims = {claim.id: claim for claim in align(docket, (), Settled()).claims}
    named: dict[str, Entity] = {mention: entity for entity in docket.entities for mention in entity.mentions}
    for tie in ties(docket):
        for id_ in tie.statements:
            statement = next(s for s in docket.statements if s.id == id_)
            assert {tie.from_.entity, tie.to.entity} <= {named[a.mention].id for a in statement.actors if a.mention}
        assert set(tie.statements) <= {id_ for claim in tie.claims for id_ in claims[claim].statements}
