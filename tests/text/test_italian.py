"""Italian: its word lists, and what it elides, hangs onto verbs and says with reflexives."""

import pytest
from tests.make import make_report

from careo.engines.plain import PlainTagger
from careo.model.seen import Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract
from careo.text.names.kinds import is_verb
from careo.text.names.offices import find_offices
from careo.text.sentences import split
from careo.text.sheet.credit import find_credits
from careo.text.sheet.furniture import furniture
from careo.text.sheet.layout import lines_of
from careo.text.sheet.notes import find_notes
from careo.text.telling.clauses import clauses
from careo.text.telling.modality import is_passive, modality
from careo.text.values.equipment import find_equipment
from careo.text.values.instruments import find_instruments
from careo.text.words import Patterns, words

# --- sentences ------------------------------------------------------------------------------------

SENTENCES = [
    ["Il dott. Ferri è arrivato.", "La sig.ra Conti è partita."],
    ["Lo prevede l'art. 12 della legge.", "Il resto segue."],
    ["Il decreto n. 7 è in vigore.", "La Camera lo ha votato."],
    ["Vendono pane, frutta, ecc. ai turisti.", "Poi chiudono."],
    ["«Restiamo. Nulla cambia», ha detto.", "Il sindaco ha sorriso."],
    ["Lavora per la Acme S.p.A. di Prato.", "Ha 40 anni."],
]


@pytest.mark.parametrize("parts", SENTENCES)
def test_sentences(parts: list[str]) -> None:
    """Titles, references and company forms end no sentence."""
    text = " ".join(parts)
    assert [text[start:end] for start, end in split(text, "it")] == parts


# --- verbs, clauses -------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["dichiarato", "arrestò", "inviano", "carabinieri", "militari", "poteri"])
def test_a_verb_is_told_from_nouns_that_end_like_one(word: str) -> None:
    """The word "carabiniere" ends like an infinitive, its plural is no verb form."""
    (found,) = words(word, 0, len(word), "it")
    assert is_verb(found, "it") is (word in {"dichiarato", "arrestò", "inviano"})


def test_a_pattern_with_one_letter_takes_no_longer_word() -> None:
    """An ending of one letter keeps a participle apart from the nouns made of it."""
    text = "donata donatore donatrici donati"
    found = Patterns(["donat?"]).find(words(text, 0, len(text), "it"))
    assert [match.first for match in found] == [0, 3]


def numbers(text: str) -> tuple[int, ...]:
    return clauses(words(text, 0, len(text), "it"), "it")


def test_what_is_said_is_another_clause() -> None:
    """The word "che" opens a clause, after a comma or without one."""
    assert len(set(numbers("Il sindaco dice che il ponte è chiuso"))) == 2
    assert len(set(numbers("Il ponte, che è chiuso, è vecchio"))) == 2


def test_a_list_of_victims_opens_no_clause() -> None:
    """What stands after "tra cui" goes on with the list, and the place after it is the sentence's."""
    assert set(numbers("Uccisi nove civili, tra cui due bambini, a Kharkiv")) == {0}


# --- offices --------------------------------------------------------------------------------------

OFFICES = [
    ("la ministra degli Esteri", "minister:foreign", False),
    ("il ministro della Difesa", "minister:defence", False),
    ("l'ex ministro dell’Interno", "minister:interior", True),
    ("il ministro greco della Giustizia", "minister:justice", False),
    ("il ministro dell'Economia e delle Finanze", "minister:finance", False),
    ("la presidente del Consiglio", "prime_minister", False),
    ("il premier", "prime_minister", False),
    ("l'ex presidente della Repubblica", "president", True),
    ("il capo dello Stato", "president", False),
    ("la presidente del Senato", "congress_president", False),
    ("il vicepremier", "vice_president", False),
    ("il procuratore generale", "attorney_general", False),
    ("la procuratrice aggiunta", "prosecutor", False),
    ("il pm", "prosecutor", False),
    ("l'ambasciatrice", "ambassador", False),
    ("il capo di Stato maggiore della Difesa", "chief_of_staff", False),
    ("il questore", "police_chief", False),
    ("la sottosegretaria alla Salute", "deputy_minister:health", False),
    ("il prefetto", "governor", False),
    ("la sindaca", "mayor", False),
    ("i senatori", "member_of_parliament", False),
    ("la portavoce", "spokesperson", False),
    ("il generale", "general", False),
    ("il guardasigilli", "minister:justice", False),
]


@pytest.mark.parametrize(("text", "office", "former"), OFFICES)
def test_offices(text: str, office: str, *, former: bool) -> None:
    """Role nouns of either gender have the key they have in every language, and tell who was one before."""
    (found,) = find_offices(text, "it", 0, len(text))
    assert (found.office.office, found.office.former) == (office, former)


@pytest.mark.parametrize("text", ["lo sciopero generale di venerdì", "la direzione generale"])
def test_an_adjective_is_no_rank(text: str) -> None:
    """The word "generale" is a rank only after an article or before a name."""
    assert find_offices(text, "it", 0, len(text)) == ()


# --- names ----------------------------------------------------------------------------------------


def names(text: str) -> list[tuple[str, str]]:
    (sentence,) = PlainTagger().tag(text, [(0, len(text))], "it")
    return [(text[name.start : name.end], name.type) for name in sentence.names]


NAMES = [
    ("L’esercito appoggia Elena Marchetti.", [("esercito", "unit"), ("Elena Marchetti", "person")]),
    ("Il dottor Delmonte è guarito.", [("Delmonte", "person")]),
    ("I carabinieri hanno sentito Aldo Testi.", [("carabinieri", "unit"), ("Aldo Testi", "person")]),
    ("Secondo il ministero della Salute, nulla.", [("ministero della Salute", "organisation")]),
    ("La Procura di Siena indaga.", [("Procura di Siena", "organisation")]),
    ("Recentemente l'Onu ha taciuto.", [("Onu", "organisation")]),
    ("Lo smentisce il Viminale.", [("Viminale", "organisation")]),
    ("La camorra tace.", [("camorra", "organisation")]),
]


@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_names(text: str, wanted: list[tuple[str, str]]) -> None:
    """An elided article is no part of a name, an adverb that opens a sentence no name."""
    assert names(text) == wanted


# --- instruments, equipment -----------------------------------------------------------------------

INSTRUMENTS = [
    ("il decreto-legge n. 19 del 2 marzo", "decree", "19", None),
    ("la legge n. 104", "law", "104", None),
    ("l'articolo 3 della Costituzione", "constitution", None, "3"),
    ("l'art. 18, comma 2, della legge 300", "law", "300", "18 (2)"),
    ("l'articolo 2 dell'accordo", "treaty", None, "2"),
    ("il d.lgs. 231", "decree", "231", None),
]


@pytest.mark.parametrize(("text", "type_", "number", "article"), INSTRUMENTS)
def test_instruments(text: str, type_: str, number: str | None, article: str | None) -> None:
    """Laws and decrees have their numbers and articles."""
    (found,) = find_instruments(text, "it", 0, len(text))
    assert (found.type, found.number, found.article) == (type_, number, article)


def test_equipment() -> None:
    """Weapons, vehicles, aircraft and ships are told apart."""
    text = "due carri armati, un elicottero, tre fregate e dei missili"
    found = find_equipment(words(text, 0, len(text), "it"), "it")
    assert [item.class_ for item in found] == ["vehicle", "aircraft", "ship", "weapon"]


# --- modality -------------------------------------------------------------------------------------

MODALITIES = [
    ("l'esercito avrebbe ucciso dodici civili", "alleged"),
    ("due soldati sarebbero fuggiti", "alleged"),
    ("la ministra firmerà un accordo", "planned"),
    ("i tecnici verranno domani", "planned"),
    ("la ministra dovrebbe partire lunedì", "planned"),
    ("il gruppo potrebbe attaccare", "conditional"),
    ("la polizia ha arrestato Dario Riva", "occurred"),
    ("il governo ha proposto una tregua", "proposed"),
    ("il giudice ha ordinato lo sgombero", "ordered"),
    ("le ricerche sono in corso", "ongoing"),
    ("il presunto assassino è stato arrestato", "occurred"),
    ("i presunti abusi in caserma", "alleged"),
]


@pytest.mark.parametrize(("text", "wanted"), MODALITIES)
def test_modality(text: str, wanted: str) -> None:
    """The press conditional reports what others say; who is a suspect does not make an arrest a rumour."""
    assert modality(words(text, 0, len(text), "it"), "it", "occurred") == wanted


@pytest.mark.parametrize("text", ["il sindaco si è dimesso", "le delegazioni si sono riunite"])
def test_a_reflexive_is_no_passive(text: str) -> None:
    """The auxiliary of a reflexive verb is that of the passive, and makes none."""
    assert not is_passive(words(text, 0, len(text), "it"), "it")
    assert is_passive(words("il sindaco è stato eletto", 0, 25, "it"), "it")


# --- statements -----------------------------------------------------------------------------------


def statements(text: str, language: str = "it") -> tuple[Statement, ...]:
    return extract(annotate(make_report(text, language=language, published="2024-03-10"), PlainTagger()))


def one(text: str, type_: str, language: str = "it") -> Statement:
    (found,) = [made for made in statements(text, language) if made.type == type_]
    return found


def actors(made: Statement, role: str) -> list[tuple[str, str | None]]:
    return [(actor.verbatim, actor.office) for actor in made.actors if actor.role == role]


TYPES = [
    ("DEPLOY", "planned", "Il governo invierà 90 soldati in Niger."),
    ("DEPLOY", "occurred", "La Svezia ha ritirato 300 soldati dal Togo."),
    ("EXERCISE", "occurred", "La marina ha condotto manovre con la guardia costiera."),
    ("AGREE", "occurred", "Il Ghana e il Togo hanno firmato un trattato."),
    ("AGREE", "occurred", "Il Ghana e il Togo hanno raggiunto un accordo sul confine."),
    ("MEET", "planned", "La ministra Ada Rossi si recherà lunedì a Oslo."),
    ("SAY", "occurred", "Il ministro Paolo Lunelli ha smentito le accuse."),
    ("SAY", "demanded", "La presidente Olga Berni ha chiesto scuse alla Norvegia."),
    ("SAY", "threatened", "Il Togo ha minacciato il Ghana."),
    ("PROTEST", "occurred", "Migliaia di persone hanno manifestato a Parma contro il governo."),
    ("PROTEST", "occurred", "I sindacati hanno proclamato uno sciopero contro il governo."),
    ("ATTACK", "occurred", "I ribelli hanno ucciso dodici soldati vicino a Goma."),
    ("ATTACK", "alleged", "L'esercito avrebbe bombardato il Togo."),
    ("ABUSE", "occurred", "La polizia ha torturato due studenti a Bergamo."),
    ("DETAIN", "occurred", "I carabinieri hanno arrestato quaranta persone a Palermo."),
    ("DETAIN", "occurred", "La polizia ha rilasciato 12 manifestanti."),
    ("PROBE", "ongoing", "La Procura di Torino ha aperto un'inchiesta sull'azienda."),
    ("COURT", "occurred", "La Corte costituzionale ha stabilito che il divieto è nullo."),
    ("COURT", "occurred", "Il tribunale di Bari ha condannato Remo Galli a nove anni."),
    ("OFFICE", "occurred", "Il presidente Antonio Berti è stato destituito dal parlamento."),
    ("OFFICE", "occurred", "Il ministro della Difesa Guido Carli si è dimesso."),
    ("RELATIONS", "occurred", "La Norvegia ha riconosciuto la Palestina."),
    ("RESTRICT", "occurred", "Il Canada ha imposto sanzioni contro il Togo."),
    ("TRANSFER", "planned", "La Norvegia verserà 20 milioni di dollari di aiuti al Togo."),
    ("VOTE", "occurred", "La candidata Elena Gallo ha vinto le elezioni con il 51 % dei voti."),
    ("VOTE", "planned", "Il deputato Carlo Neri si candida alla presidenza."),
    ("TOLL", "occurred", "Il bilancio delle alluvioni è salito a più di 200 morti."),
    ("LAW", "authorised", "Il Senato ha approvato il decreto-legge n. 7 con 98 voti."),
    ("INDICATOR", "occurred", "L'interscambio tra il Togo e il Ghana ha raggiunto 650 milioni di euro."),
]


@pytest.mark.parametrize(("type_", "modality_", "text"), TYPES)
def test_a_sentence_has_its_type(type_: str, modality_: str, text: str) -> None:
    """What a sentence says is found as a statement of its type, as real as the sentence has it."""
    made = one(text, type_)
    assert made.modality == modality_
    assert made.actors or made.figures


def test_who_resigns_is_the_holder() -> None:
    """A reflexive verb keeps its subject."""
    made = one("Il ministro della Difesa Guido Carli si è dimesso.", "OFFICE")
    assert actors(made, "holder") == [("Guido Carli", "minister:defence")]


def test_a_passive_turns_the_sides() -> None:
    """Who was removed is the holder, and who did it is named after "da"."""
    made = one("Il presidente Antonio Berti è stato destituito dal parlamento.", "OFFICE")
    assert actors(made, "holder") == [("Antonio Berti", "president")]
    assert actors(made, "authority") == [("parlamento", None)]


def test_a_partitive_is_no_genitive() -> None:
    """At the beginning or after a verb "dei" begins a subject or an object."""
    made = one("Dei ribelli hanno ucciso dei soldati.", "ATTACK")
    assert (actors(made, "perpetrator"), actors(made, "victim")) == ([("ribelli", None)], [("soldati", None)])


def test_a_country_after_an_article_is_whom_it_is_given_to() -> None:
    """The word "a" before a town means "in", but "al" before a country "to"."""
    made = one("La Svezia ha consegnato 20 camion all'Ucraina.", "TRANSFER")
    assert actors(made, "receiver") == [("Ucraina", None)]
    made = one("La polizia ha ucciso due civili a Oslo.", "ATTACK")
    assert [(place.role, place.verbatim) for place in made.places] == [("event", "Oslo")]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Il procuratore di Palermo Maurizio Testi ha chiesto aiuto.", "Maurizio Testi", "prosecutor"),
        ("Il segretario della Cgil Paolo Reggi ha chiesto aiuto.", "Paolo Reggi", "leader"),
        ("La sindaca di Roma, Ada Conti, ha chiesto aiuto.", "Ada Conti", "mayor"),
    ],
)
def test_a_name_after_the_body_has_the_role_before_it(text: str, name: str, office: str) -> None:
    """Italian sets a name right after the town or body that a role is held in, without a comma."""
    assert actors(one(text, "SAY"), "speaker") == [(name, office)]


SPEECH = [
    "«La Svezia ha attaccato il Togo», ha dichiarato il ministro Luca Martelli.",
    "“Il Togo ha perso 12 soldati”, ha affermato Luca Martelli.",
    "La Svezia ha attaccato il Togo, sostiene Luca Martelli.",
]


@pytest.mark.parametrize("text", SPEECH)
def test_who_speaks_stands_after_the_verb_that_follows_what_is_said(text: str) -> None:
    """A name inside what is said does not say it."""
    made = statements(text)
    speakers = {actor.verbatim for statement in made if statement.type == "SAY" for actor in statement.actors}
    sources = {source.who for statement in made for source in statement.attribution}
    assert speakers | sources == {"Luca Martelli"}


SOURCES = [
    ("Secondo l'ANSA, l'esercito avrebbe ucciso 12 civili a Parma.", "ANSA", "agency"),
    ("Stando alla Procura, l'esercito avrebbe ucciso 12 civili a Parma.", "Procura", "official"),
    ("Secondo quanto riferito dalla Farnesina, l'esercito ha ucciso 12 civili a Parma.", "Farnesina", "official"),
    ("L'esercito ha ucciso 12 civili a Parma, secondo alcuni testimoni.", "testimoni", "witness"),
    ("L'esercito ha ucciso 12 civili a Parma, a detta dell'ong Luce.", "Luce", "ngo"),
]


@pytest.mark.parametrize(("text", "who", "type_"), SOURCES)
def test_sources(text: str, who: str, type_: str) -> None:
    """Whoever stands after "secondo", "stando a", "a detta di" is credited with the sentence."""
    made = one(text, "ATTACK")
    assert [(source.who, source.type) for source in made.attribution] == [(who, type_)]
    assert [(figure.measure, figure.low) for figure in made.figures] == [("killed", 12)]


def test_a_negated_verb_is_negated() -> None:
    """The word "non" denies the verb of its clause."""
    assert one("Il governo non ha inviato 300 soldati in Norvegia.", "DEPLOY").polarity == "negated"


def test_a_clitic_before_the_auxiliary_is_the_object() -> None:
    """A pronoun before the auxiliary ("lo ha destituito") is the person of the sentence before."""
    made = one("Il presidente Antonio Berti ha sciolto la Camera. Il parlamento lo ha destituito.", "OFFICE")
    assert actors(made, "authority") == [("parlamento", None)]
    assert actors(made, "holder") == [("Antonio Berti", "president")]


# --- pages ----------------------------------------------------------------------------------------


def test_furniture() -> None:
    """Appeals, "read also", sharing and rights are the page's; the story is not."""
    text = "\n\n".join(
        [
            "Il sindaco di Lucca ha aperto il nuovo ponte.",
            "Sostienici: fai una donazione al nostro giornale indipendente.",
            "Leggi anche: Il ponte atteso da dieci anni",
            "Centinaia di abitanti sono venuti a vederlo.",
            "Condividi su Facebook",
            "Riproduzione riservata",
        ]
    )
    assert furniture(text, lines_of(text), "it") == {1, 2, 4, 5}


def test_notes() -> None:
    """A word to the reader is a note, a correction a correction."""
    text = "\n\n".join(
        [
            "Il ponte è aperto da ieri sera.",
            "Nota della redazione: il nome dell'architetto è stato aggiunto.",
            "Rettifica: il ponte è lungo 90 metri.",
        ]
    )
    lines = lines_of(text)
    found = find_notes(text, lines, [("it",)] * len(lines), [True] * len(lines))
    assert [(index, note.role) for index, note in found.items()] == [(1, "note"), (2, "correction")]


CREDITS = [
    ("Di Elena Marchetti", [("author", "Elena Marchetti")]),
    ("a cura di Elena Marchetti", [("author", "Elena Marchetti")]),
    ("Fonte: Il Corriere del Ponte", [("outlet", "Il Corriere del Ponte")]),
    ("Tradotto dall’inglese da Luca Martelli", [("translator", "Luca Martelli")]),
]


@pytest.mark.parametrize(("line", "wanted"), CREDITS)
def test_credits(line: str, wanted: list[tuple[str, str]]) -> None:
    """Labels before a name tell who wrote, published or translated."""
    text = f"Un ponte nuovo\n\n{line}\n\nIl sindaco ha aperto il ponte ieri sera davanti alla folla."
    found = find_credits(text, lines_of(text), "it")
    assert [(credit.credit.role, credit.credit.name) for credit in found] == wanted


# --- the families that French and Portuguese lacked ----------------------------------------------------

NEWER = [
    ("fr", "PROBE", "ongoing", "Le procureur Luc Martel a ouvert hier une enquête sur l'incendie."),
    ("fr", "VOTE", "planned", "Le député Paul Lunel se porte candidat à la mairie."),
    ("fr", "VOTE", "occurred", "La candidate Ada Roux a remporté le scrutin."),
    ("fr", "OFFICE", "occurred", "Ada Roux est devenue ministre de la Défense."),
    ("fr", "RELATIONS", "occurred", "Le Togo a déclaré la guerre au Ghana."),
    ("pt", "PROBE", "ongoing", "O procurador Luís Prado abriu ontem um inquérito sobre o incêndio."),
    ("pt", "VOTE", "planned", "O deputado Paulo Lemos se candidatou à presidência."),
    ("pt", "VOTE", "occurred", "A candidata Ada Rocha venceu as eleições."),
    ("pt", "OFFICE", "occurred", "Ada Rocha tornou-se ministra da Defesa."),
    ("pt", "RELATIONS", "occurred", "O Togo declarou guerra ao Gana."),
    ("pt", "TOLL", "occurred", "Seis pessoas desapareceram no naufrágio."),
]


@pytest.mark.parametrize(("language", "type_", "modality_", "text"), NEWER)
def test_newer_families_in_french_and_portuguese(language: str, type_: str, modality_: str, text: str) -> None:
    """What the other languages find as a statement is one in French and Portuguese too."""
    made = one(text, type_, language)
    assert made.modality == modality_
