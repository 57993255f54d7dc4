"""extract: families of wording that news texts share, each in four languages."""

import pytest
from tests.make import make_report

from careo.engines.plain import PlainTagger
from careo.model.seen import Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract


def statements(text: str, language: str, published: str | None = "2024-03-10") -> tuple[Statement, ...]:
    return extract(annotate(make_report(text, language=language, published=published), PlainTagger()))


def of_type(text: str, language: str, type_: str) -> list[Statement]:
    return [made for made in statements(text, language) if made.type == type_]


def who(made: Statement, role: str) -> list[str]:
    return [actor.verbatim for actor in made.actors if actor.role == role]


FAMILIES = [
    ("DEPLOY", "de", "Neunzig Soldaten sind am 4. März in Kiel eingetroffen."),
    ("DEPLOY", "nl", "Negentig militairen zijn op 4 maart in Delfzijl aan land gegaan."),
    ("DEPLOY", "es", "Noventa soldados aterrizaron el 4 de marzo en Cádiz."),
    ("DEPLOY", "en", "Ninety soldiers came ashore at Plymouth on 4 March."),
    ("LAW", "de", "Die Truppen dürfen sich bis Juni in Togo aufhalten."),
    ("LAW", "nl", "De soldaten mogen tot juni in Togo blijven."),
    ("LAW", "es", "Las tropas podrán permanecer hasta junio en Togo."),
    ("LAW", "en", "The troops may stay in Togo until June."),
    ("EXERCISE", "de", "Die Marine soll in Togo Spezialeinheiten schulen."),
    ("PROTEST", "de", "Die Arbeiter haben am Montag die Arbeit niedergelegt."),
    ("PROTEST", "nl", "De dokwerkers hebben maandag het werk neergelegd."),
    ("PROTEST", "es", "Miles de personas salieron a las calles de Cádiz."),
    ("PROTEST", "en", "About 300 miners began a strike on Monday."),
    ("TOLL", "de", "Bei dem Brand kamen zwölf Menschen ums Leben."),
    ("TOLL", "nl", "Bij de rellen vielen twaalf doden."),
    ("TOLL", "es", "En las protestas han muerto 12 personas."),
    ("TOLL", "en", "The riots had cost 12 lives."),
    ("OFFICE", "de", "Seitdem regiert die Ministerin Ulla Sander."),
    ("OFFICE", "nl", "In mei trad president Ulla Sander aan."),
    ("OFFICE", "es", "La ministra Ulla Sander asumió la presidencia en mayo."),
    ("OFFICE", "en", "Ulla Sander became president in May."),
    ("PROBE", "de", "Die Staatsanwaltschaft hat sechs Offiziere vernommen."),
    ("PROBE", "nl", "Het openbaar ministerie heeft zes officieren verhoord."),
    ("PROBE", "es", "La Fiscalía citó a la ministra Ulla Sander."),
    ("PROBE", "en", "Prosecutors questioned six officers."),
    ("TRANSFER", "de", "Ein Verein sammelte 900 Euro für Familien in Togo."),
    ("TRANSFER", "nl", "De organisatie stuurde 3 ton rijst naar Togo."),
    ("TRANSFER", "es", "La organización envió 3 toneladas de arroz a Togo."),
    ("TRANSFER", "en", "The charity raised $900 for families in Togo."),
    ("INDICATOR", "nl", "De mijn haalde in 2021 ruim 900 ton zink uit de grond."),
    ("INDICATOR", "en", "The pit yielded 900 tonnes of zinc in 2021."),
    ("MEET", "de", "Präsident Anton Berg hat beide Seiten nach Bern eingeladen."),
    ("MEET", "en", "President Anton Berg invited both sides to Bern."),
    ("VOTE", "de", "Ulla Sander kandidiert im Mai für das Amt."),
    ("SAY", "de", "Die Gewerkschaft forderte Neuwahlen."),
    ("SAY", "nl", "De vakbond eiste nieuwe verkiezingen."),
    ("SAY", "es", "El sindicato exigió nuevas elecciones."),
    ("SAY", "en", "The union demanded new elections."),
    ("SAY", "en", "They are demanding a bonus of 500 euros."),
]


@pytest.mark.parametrize(("type_", "language", "text"), FAMILIES)
def test_a_family_of_wording_has_its_type(type_: str, language: str, text: str) -> None:
    """One statement of the type comes of the sentence."""
    assert len(of_type(text, language, type_)) == 1


NEXT_DAYS = [
    ("de", "Die Regierung rief am 4. März 2023 den Notstand aus. Einen Tag später nahm die Polizei 40 Menschen fest."),
    ("nl", "Op 4 maart 2023 gold de noodtoestand. De dag daarna arresteerde de politie 40 mensen."),
    ("es", "El gobierno declaró el 4 de marzo de 2023 el estado de sitio. Al día siguiente la policía detuvo a 40 "
           "personas."),
    ("en", "A curfew began on 4 March 2023. On the following day police arrested 40 people."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NEXT_DAYS)
def test_the_day_after_counts_from_the_sentence_before(language: str, text: str) -> None:
    """A day told from another takes its date from the sentence before, and the rule says so."""
    (made,) = of_type(text, language, "DETAIN")
    assert [(time.first, time.rule) for time in made.times] == [("2023-03-05", "told-day+carried")]


def test_a_day_told_from_nothing_stays_unknown() -> None:
    """Without a day in the sentence before, the day after is unknown."""
    (made,) = of_type("Trouble began. The next day police arrested 40 people.", "en", "DETAIN")
    assert [time.first for time in made.times] == [None]


OBJECTS = [
    ("de", "Präsident war Anton Berg. Das Parlament setzte ihn ab."),
    ("es", "El presidente era Anton Berg. El Congreso lo destituyó."),
    ("en", "The president was Anton Berg. Parliament dismissed him."),
]


@pytest.mark.parametrize(("language", "text"), OBJECTS)
def test_a_pronoun_is_the_one_person_of_the_sentence_before(language: str, text: str) -> None:
    """Who was removed stands in the sentence before, and the rule says so."""
    (made,) = of_type(text, language, "OFFICE")
    assert who(made, "holder") == ["Anton Berg"]
    assert made.rule.endswith("+carried")


def test_a_pronoun_between_two_persons_is_left_open() -> None:
    """Where two persons could be meant, nobody is taken and nothing is said of an office."""
    text = "El presidente Anton Berg llamó a Ulla Sander. El Congreso lo destituyó."
    assert of_type(text, "es", "OFFICE") == []


RESUMED = [
    ("de", "Die Armee schickte 90 Soldaten nach Togo. Im Mai trafen weitere 40 ein.", "troops", 40),
    ("es", "El gobierno envió 90 soldados a Togo. En mayo llegaron otros 40.", "troops", 40),
    ("en", "The army sent 90 soldiers to Togo. Another 40 arrived in May.", "troops", 40),
    ("es", "Murieron 30 personas en la capital. En el puerto cayeron 12.", "killed", 12),
    ("nl", "In de hoofdstad zijn 30 mensen omgekomen. In de haven vielen er 12.", "killed", 12),
]


@pytest.mark.parametrize(("language", "text", "measure", "low"), RESUMED)
def test_a_number_alone_counts_what_the_sentence_before_counts(
    language: str, text: str, measure: str, low: int
) -> None:
    """An elided noun is taken from the sentence before, and the rule says so."""
    made = statements(text, language)[-1]
    assert [(figure.measure, figure.low) for figure in made.figures] == [(measure, low)]
    assert made.rule.endswith("+carried")


def test_an_age_between_commas_counts_nobody() -> None:
    """A number between commas is no elided count."""
    text = "The army sent 90 soldiers to Togo. Anton Berg, 68, arrived with the army."
    assert [figure.low for made in statements(text, "en")[1:] for figure in made.figures] == []


POLLS = [
    ("de", "Nur 16 Prozent sind zufrieden mit Präsident Anton Berg, ergab eine Umfrage von Norsk Data.",
     "Norsk Data"),
    ("nl", "Slechts 16 procent is tevreden over president Anton Berg, aldus een peiling van Mirador.", "Mirador"),
    ("es", "Solo el 16 % aprueba la gestión de Anton Berg, según un sondeo de Mirador.", "Mirador"),
    ("en", "A poll by Mirador finds that 16 per cent approve of Anton Berg.", "Mirador"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "asker"), POLLS)
def test_a_poll_is_about_someone_and_its_maker_is_a_source(language: str, text: str, asker: str) -> None:
    """Who is approved of is the subject; who asked is credited and no part of it."""
    made = next(made for made in of_type(text, language, "VOTE") if made.actors)
    assert who(made, "subject") == ["Anton Berg"]
    assert [figure.low for figure in made.figures] == [16]
    assert [source.who for source in made.attribution] == [asker]


DIVISIONS = [
    ("de", "Es stimmten 70 Abgeordnete dafür und 33 dagegen."),
    ("nl", "Er stemden 70 Kamerleden voor en 33 tegen."),
    ("es", "Votaron a favor 70 diputados y 33 en contra."),
    ("en", "In parliament 70 members voted for it and 33 against."),
]


@pytest.mark.parametrize(("language", "text"), DIVISIONS)
def test_a_division_counts_votes(language: str, text: str) -> None:
    """Members for and a bare number against are votes."""
    (made,) = of_type(text, language, "VOTE")
    assert [(figure.measure, figure.low) for figure in made.figures] == [("votes", 70), ("votes", 33)]


TALLIES = [
    ("de", "Das Parlament billigte den Haushalt mit 70 Stimmen gegen 33."),
    ("nl", "De Kamer keurde de begroting goed met 70 tegen 33 stemmen."),
    ("es", "El Parlamento aprobó la ley con 70 votos a favor y 33 en contra."),
    ("en", "Parliament passed the bill by 70 votes to 33."),
    ("fr", "Le Parlement a adopté la loi par 70 voix contre 33."),
    ("it", "Il Parlamento ha approvato la legge con 70 voti contro 33."),
    ("pt", "O Parlamento aprovou a lei com 70 votos a favor e 33 contra."),
]


@pytest.mark.parametrize(("language", "text"), TALLIES)
def test_a_tally_is_a_vote(language: str, text: str) -> None:
    """Votes for and against beside each other are a vote of parliament, whatever verb goes with them."""
    (made,) = of_type(text, language, "VOTE")
    assert [(figure.measure, figure.low) for figure in made.figures] == [("votes", 70), ("votes", 33)]


def test_a_portfolio_with_an_adjective_is_no_person() -> None:
    """The adjective of an office belongs to the office, and the name after the comma has it."""
    text = "La embajadora Ingrid Solheim se reunió con el secretario de Seguridad Fronteriza, Pavel Drahoš."
    (made,) = of_type(text, "es", "MEET")
    assert [(actor.verbatim, actor.office) for actor in made.actors] == [
        ("Ingrid Solheim", "ambassador"), ("Pavel Drahoš", "minister:security"),
    ]  # fmt: skip


def test_a_denied_meeting_keeps_both_sides() -> None:
    """What stands between commas about one side cuts nobody off."""
    text = (
        "Piet Vasel, a spokesman, denied that Marga Kell, the UN special envoy for Nordic affairs, had met Efrain Lund."
    )
    (made,) = of_type(text, "en", "MEET")
    assert (made.polarity, made.denied_by) == ("denied", "Piet Vasel")
    assert [(actor.verbatim, actor.office) for actor in made.actors] == [("Marga Kell", "envoy"), ("Efrain Lund", None)]


def test_what_is_said_does_not_negate_the_saying() -> None:
    """A "not" in a quotation leaves the speech affirmed."""
    (made,) = of_type('"We were not asked about the port," said Anton Berg.', "en", "SAY")
    assert made.polarity == "affirmed"


def test_a_quotation_goes_on_with_a_pronoun() -> None:
    """Who "he" is stands in the sentence before."""
    text = 'Anton Berg warned the miners. "We will not reopen the pit this year," he said.'
    assert [who(made, "speaker") for made in of_type(text, "en", "SAY")] == [["Anton Berg"], ["Anton Berg"]]


def test_a_court_is_the_court_under_any_preposition() -> None:
    """A court that an appeal was lost at is the statement's court."""
    (made,) = of_type("Four miners lost their appeal at the Supreme Court.", "en", "COURT")
    assert who(made, "court") == ["Supreme Court"]


def test_an_inquiry_is_into_someone() -> None:
    """Whom an inquiry is opened into is its subject."""
    (made,) = of_type("Prosecutors opened an inquiry into President Anton Berg.", "en", "PROBE")
    assert who(made, "investigator") == ["Prosecutors"]
    assert who(made, "subject") == ["Anton Berg"]


def test_who_becomes_something_has_the_new_office() -> None:
    """The role noun of "became" is the office of the one who takes it, and no second holder."""
    (made,) = of_type("Ulla Sander became mayor in May.", "en", "OFFICE")
    assert [(actor.verbatim, actor.office) for actor in made.actors] == [("Ulla Sander", "mayor")]


def test_an_office_beside_a_passive_is_no_succession() -> None:
    """A German passive with a person's title says nothing of who takes office."""
    assert of_type("Am Montag wurde Präsident Anton Berg verletzt.", "de", "OFFICE") == []


def test_a_win_in_sport_is_no_election() -> None:
    """A team that wins has won no vote."""
    assert of_type("Norway won in Bergen.", "en", "VOTE") == []


def test_a_dam_is_nobody_detained() -> None:
    """The Spanish word for a dam counts no prisoner."""
    assert of_type("La presidenta Ulla Sander inauguró una presa en mayo.", "es", "DETAIN") == []


def test_an_officer_is_counted_as_force() -> None:
    """Officers that the police bring together are its force."""
    (made,) = of_type("Die Polizei zog in Kiel 900 Beamte zusammen.", "de", "DEPLOY")
    assert [figure.low for figure in made.figures] == [900]


def test_counted_things_may_stand_alone() -> None:
    """A sentence about so many things that nobody is named for is kept as OTHER."""
    (made,) = statements("Some 55 lorries stopped at the gate.", "en")
    assert (made.type, [figure.low for figure in made.figures]) == ("OTHER", [55])
