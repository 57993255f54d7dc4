"""extract: typed statements with their slots, in four languages alike."""

import pytest
from tests.make import make_report

from careo.engines.plain import PlainTagger
from careo.model.seen import Report, Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract
from careo.text.lexicon import LANGUAGES, table
from careo.text.telling.slots import SLOTS


def read(report: Report) -> tuple[Statement, ...]:
    return extract(annotate(report, PlainTagger()))


def statements(text: str, language: str, published: str | None = "2024-03-10") -> tuple[Statement, ...]:
    return read(make_report(text, language=language, published=published))


def one(text: str, language: str, type_: str) -> Statement:
    (found,) = [made for made in statements(text, language) if made.type == type_]
    return found


def actors(made: Statement, role: str) -> list[tuple[str, str | None]]:
    return [(actor.verbatim, actor.office) for actor in made.actors if actor.role == role]


MEETINGS = [
    ("de", "Botschafterin Ingrid Solheim traf am 3. Mai 2023 in Oslo den Innenminister Pavel Drahoš."),
    ("nl", "Ambassadeur Ingrid Solheim had op 3 mei 2023 in Oslo een ontmoeting met minister van Binnenlandse Zaken "
           "Pavel Drahoš."),
    ("es", "La embajadora Ingrid Solheim se reunió el 3 de mayo de 2023 en Oslo con el ministro del Interior, "
           "Pavel Drahoš."),
    ("en", "Ambassador Ingrid Solheim met Interior Minister Pavel Drahoš in Oslo on 3 May 2023."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), MEETINGS)
def test_a_meeting_has_its_participants_with_their_offices(language: str, text: str) -> None:
    """Who met whom, where and when is the same in every language."""
    made = one(text, language, "MEET")
    assert actors(made, "participant") == [("Ingrid Solheim", "ambassador"), ("Pavel Drahoš", "minister:interior")]
    assert [place.verbatim for place in made.places] == ["Oslo"]
    assert [(time.first, time.role) for time in made.times] == [("2023-05-03", "event")]
    assert made.modality == "occurred"


PERMISSIONS = [
    ("de", "Das Parlament hat den Einsatz von 240 norwegischen Soldaten vom 1. April bis 30. Juni 2025 gebilligt.",
     "Parlament"),
    ("nl", "Het parlement keurde de komst van 240 Noorse militairen van 1 april tot 30 juni 2025 goed.", "parlement"),
    ("es", "El Congreso autorizó el ingreso de 240 soldados noruegos del 1 de abril al 30 de junio de 2025.",
     "Congreso"),
    ("en", "Parliament approved the deployment of 240 Norwegian soldiers from 1 April to 30 June 2025.", "Parliament"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "authority"), PERMISSIONS)
def test_a_permission_holds_what_it_permits(language: str, text: str, authority: str) -> None:
    """The law names the deployment as its content; the deployment is authorised, not done."""
    law, deployment = one(text, language, "LAW"), one(text, language, "DEPLOY")
    assert law.content == (deployment.id,)
    assert deployment.modality == "authorised"
    assert actors(law, "authority")[0][0] in authority
    for made in (law, deployment):
        assert [(figure.measure, figure.low, figure.high) for figure in made.figures] == [("troops", 240, 240)]
        assert [(time.role, time.first, time.last) for time in made.times] == [("validity", "2025-04-01", "2025-06-30")]


TYPES = [
    ("DEPLOY", "planned", "de", "Die Regierung wird 90 Soldaten nach Niger entsenden."),
    ("DEPLOY", "planned", "nl", "De regering zal 90 militairen naar Niger sturen."),
    ("DEPLOY", "planned", "es", "El gobierno enviará 90 soldados a Níger."),
    ("DEPLOY", "planned", "en", "The government will send 90 soldiers to Niger."),
    ("EXERCISE", "occurred", "de", "Die Marine hielt vor Kiel ein Manöver mit der dänischen Marine ab."),
    ("EXERCISE", "occurred", "es", "La marina realizó maniobras con la armada danesa."),
    ("AGREE", "occurred", "de", "Ghana und Togo vereinbarten am 3. Mai einen Austausch."),
    ("AGREE", "occurred", "en", "Ghana signed a treaty with Togo on 3 May."),
    ("SAY", "occurred", "nl", "Minister Bo Klaassen ontkende de beschuldigingen."),
    ("SAY", "occurred", "es", "El ministro Pablo Luna negó las acusaciones."),
    ("SAY", "demanded", "en", "President Olga Bern demanded an apology from Norway."),
    ("PROTEST", "occurred", "de", "Tausende Menschen demonstrierten in Graz gegen die Regierung."),
    ("ATTACK", "occurred", "nl", "Rebellen doodden bij Goma twaalf soldaten."),
    ("ATTACK", "occurred", "es", "La policía mató a 14 manifestantes en Potosí."),
    ("ABUSE", "occurred", "en", "Police tortured two students in Bergen."),
    ("DETAIN", "occurred", "de", "Die Polizei nahm in Graz 40 Menschen fest."),
    ("DETAIN", "occurred", "es", "La policía detuvo a 40 personas en Potosí."),
    ("PROBE", "ongoing", "nl", "Het openbaar ministerie is een onderzoek begonnen naar oud-minister Bo Klaassen."),
    ("COURT", "occurred", "en", "The Supreme Court ruled that the ban was void."),
    ("OFFICE", "occurred", "de", "Präsident Anton Berg wurde am 3. Mai 2021 vom Militär gestürzt."),
    ("OFFICE", "occurred", "nl", "President Anton Berg werd op 3 mei 2021 afgezet door het leger."),
    ("RELATIONS", "occurred", "es", "Noruega reconoció a Palestina."),
    ("RESTRICT", "occurred", "de", "Kanada verhängte Sanktionen gegen Togo."),
    ("TRANSFER", "planned", "es", "Noruega entregará 20 millones de dólares de ayuda a Togo."),
    ("VOTE", "occurred", "nl", "In een peiling krijgt de premier 31 procent goedkeuring."),
    ("TOLL", "occurred", "en", "The death toll from the floods has risen to more than 200."),
    ("TOLL", "occurred", "de", "Die Zahl der Todesopfer stieg auf mehr als 200."),
    ("INDICATOR", "occurred", "nl", "De export steeg in 2023 tot 7,2 miljard dollar."),
    ("INDICATOR", "occurred", "es", "El comercio entre Togo y Ghana alcanzó 650 millones de dólares en 2022."),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "modality", "language", "text"), TYPES)
def test_a_sentence_has_its_type(type_: str, modality: str, language: str, text: str) -> None:
    """What a sentence says is found as a statement of its type, as real as the sentence has it."""
    made = one(text, language, type_)
    assert made.modality == modality
    assert made.actors or made.figures


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_triggers_in_every_language(language: str) -> None:
    """No type is missing from a language but OTHER, which has no trigger words."""
    assert {row["type"] for row in table(language, "triggers")["trigger"]} == set(SLOTS) - {"OTHER"}


@pytest.mark.parametrize(
    ("language", "text", "authority"),
    [
        ("de", "Präsident Anton Berg wurde vom Parlament abgesetzt.", "parlament"),
        ("nl", "President Anton Berg werd afgezet door het parlement.", "parlement"),
        ("es", "El presidente Anton Berg fue destituido por el parlamento.", "parlamento"),
        ("en", "President Anton Berg was removed by parliament.", "parliament"),
        ("fr", "Le président Anton Berg a été destitué par le parlement.", "parlement"),
        ("pt", "O presidente Anton Berg foi destituído pelo parlamento.", "parlamento"),
    ],
)
def test_a_passive_turns_the_sides(language: str, text: str, authority: str) -> None:
    """Who was removed is the holder, and who did it is named after "by"."""
    made = one(text, language, "OFFICE")
    assert actors(made, "holder") == [("Anton Berg", "president")]
    assert [name.lower() for name, _ in actors(made, "authority")] == [authority]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Parlament stimmte dem Einsatz von 80 Soldaten nicht zu."),
        ("nl", "Het parlement keurde de inzet van 80 militairen niet goed."),
        ("es", "El Congreso no aprobó el envío de 80 soldados."),
        ("en", "Parliament did not approve the deployment of 80 soldiers."),
    ],
)
def test_a_refusal_is_negated(language: str, text: str) -> None:
    """What was not approved is negated, and so is what it would have allowed."""
    assert {made.polarity for made in statements(text, language)} == {"negated"}


@pytest.mark.parametrize(
    ("language", "text", "who", "type_"),
    [
        ("de", "Laut dem Innenministerium wurden in Graz 40 Menschen festgenommen.", "Innenministerium", "official"),
        ("nl", "Volgens de krant Het Anker zijn bij Goma 40 mensen gearresteerd.", "Het Anker", "media"),
        ("es", "La policía detuvo a 40 personas en Potosí, según el diario El Ancla.", "El Ancla", "media"),
        ("en", "Police arrested 40 people in Bergen, Human Rights Watch said.", "Human Rights Watch", "ngo"),
    ],
)
def test_sources_are_credited(language: str, text: str, who: str, type_: str) -> None:
    """A statement names whom the sentence credits with it, and what kind of source that is."""
    (source,) = one(text, language, "DETAIN").attribution
    assert (source.who, source.type) == (who, type_)
    assert text[source.start : source.end] == who


def test_a_denial_denies_what_it_is_about() -> None:
    """What a government denies stays a statement, with who denies it."""
    made = one("The government denied that police tortured two students.", "en", "ABUSE")
    assert (made.polarity, made.denied_by) == ("denied", "government")


def test_an_accusation_is_alleged() -> None:
    """What somebody is accused of has not been shown to have happened."""
    made = one("Amnistía Internacional denunció que la policía mató a 14 personas en Potosí.", "es", "ATTACK")
    assert made.modality == "alleged"


def test_a_time_is_carried_from_the_permission_before() -> None:
    """A troop figure without a time takes the validity of the permission right before it, and says so."""
    text = (
        "Das Parlament hat die Einreise von Soldaten vom 1. April bis zum 30. Juni 2025 genehmigt. "
        "Eine Gruppe von 80 Soldaten soll mit der Armee Übungen abhalten."
    )
    (time,) = one(text, "de", "EXERCISE").times
    assert (time.first, time.last) == ("2025-04-01", "2025-06-30")
    assert time.rule.endswith("+carried")


def test_a_time_is_not_carried_over_a_paragraph() -> None:
    """What stands in another paragraph says nothing about when."""
    text = (
        "Das Parlament hat die Einreise von Soldaten vom 1. April bis zum 30. Juni 2025 genehmigt.\n"
        "Eine Gruppe von 80 Soldaten soll mit der Armee Übungen abhalten."
    )
    assert one(text, "de", "EXERCISE").times == ()


def test_the_other_side_of_a_meeting_is_carried() -> None:
    """A meeting named with one side only takes the person last named in the sentence before."""
    text = (
        "Den Plan kannte auch die damalige Botschafterin Ingrid Solheim. Belegt sind Treffen mit dem früheren "
        "Innenminister Pavel Drahoš, der Bürgermeisterin Ulla Brandner und anderen."
    )
    made = one(text, "de", "MEET")
    assert actors(made, "participant") == [
        ("Ingrid Solheim", "ambassador"), ("Pavel Drahoš", "minister:interior"), ("Ulla Brandner", "mayor"),
    ]  # fmt: skip
    assert made.rule.endswith("+carried")


def test_a_law_number_is_an_instrument() -> None:
    """The number of a resolution is kept as such, its date dates the deployment, and the figure is the soldiers'."""
    text = "Seit dem Ratsbeschluss 1.112 vom 3. März 2024 sollen bereits 950 Soldaten in Kaunas im Einsatz sein."
    made = one(text, "de", "DEPLOY")
    assert [(found.number, found.date) for found in made.instruments] == [("1.112", "2024-03-03")]
    assert [figure.low for figure in made.figures] == [950]
    assert made.modality == "alleged"


def test_figures_of_a_rise_have_their_dates() -> None:
    """Of two figures of one indicator each keeps the year that follows it."""
    made = one("Trade rose from 300 million dollars in 2010 to 900 million dollars in 2022.", "en", "INDICATOR")
    assert [(figure.low, figure.as_of) for figure in made.figures] == [(3e8, "2010"), (9e8, "2022")]


def test_weapons_are_kept() -> None:
    """Weapons named beside a force are part of the statement."""
    made = one("Die Bewaffnung der Soldaten umfasst Gewehre und Mörser.", "de", "DEPLOY")
    assert [found.verbatim for found in made.equipment] == ["Gewehre", "Mörser"]


def test_names_do_not_trigger() -> None:
    """A trigger word inside a role or a name carries no statement."""
    assert statements("Verteidigungsminister Anton Berg lacht.", "de") == ()


def test_a_storm_is_no_perpetrator_of_an_attack() -> None:
    """Whom a disaster kills is counted, and nobody is said to have attacked."""
    assert [made.type for made in statements("At least 41 people were killed by the storm.", "en")] == ["TOLL"]


def test_nothing_is_taken_from_furniture() -> None:
    """An appeal makes no statement."""
    text = "Norway sent 80 soldiers to Mali.\nFrance sent 90 soldiers to Chad."
    report = make_report(text, parts=(("body", "Norway"), ("furniture", "France")))
    assert [made.trigger.start for made in read(report)] == [7]


@pytest.mark.parametrize(("language", "text"), [*MEETINGS, *((row[0], row[1]) for row in PERMISSIONS)])
def test_every_slot_is_there_letter_for_letter(language: str, text: str) -> None:
    """Triggers, actors, places, times and figures are the text at their offsets; ids are each once."""
    made = statements(text, language)
    for statement in made:
        slots = (statement.trigger, *statement.actors, *statement.places, *statement.times, *statement.figures)
        assert all(text[slot.start : slot.end] == slot.verbatim for slot in slots)
        assert statement.start <= statement.trigger.start < statement.trigger.end <= statement.end
    assert len({statement.id for statement in made}) == len(made)


def test_twice_is_the_same() -> None:
    """Extracting twice gives equal statements in the same order."""
    assert statements(PERMISSIONS[0][1], "de") == statements(PERMISSIONS[0][1], "de")
