"""French: its word lists, and the words that it cuts short before a vowel."""

import pytest
from tests.make import make_report

from careo.engines.plain import PlainTagger
from careo.model.seen import Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract
from careo.text.names.kinds import is_verb
from careo.text.names.offices import find_offices
from careo.text.names.places import find_places, is_demonym, place_of
from careo.text.sentences import split
from careo.text.sheet.credit import find_credits
from careo.text.sheet.furniture import furniture
from careo.text.sheet.layout import lines_of
from careo.text.telling.modality import modality
from careo.text.times.dates import find_times
from careo.text.values.figures import find_figures
from careo.text.values.instruments import find_instruments
from careo.text.words import Patterns, words

NBSP, THIN = "\u00a0", "\u202f"


def lower(text: str, language: str | None = "fr") -> list[str]:
    return [word.lower for word in words(text, 0, len(text), language)]


# --- words ----------------------------------------------------------------------------------------


def test_an_elided_word_stands_by_itself() -> None:
    """Articles, prepositions and pronouns cut short are words of their own, whichever apostrophe is written."""
    assert lower("L'armée d’Oman n'agit qu’ici jusqu'à demain") == [
        "l'", "armée", "d'", "oman", "n'", "agit", "qu'", "ici", "jusqu'", "à", "demain",
    ]  # fmt: skip


def test_elided_words_keep_their_places() -> None:
    """The pieces lie end to end where the word stood."""
    text = "Vers l’armée d'Oman"
    assert [(word.start, word.end, word.text) for word in words(text, 0, len(text), "fr")] == [
        (0, 4, "Vers"), (5, 7, "l’"), (7, 12, "armée"), (13, 15, "d'"), (15, 19, "Oman"),
    ]  # fmt: skip


def test_an_apostrophe_inside_a_word_or_name_cuts_nothing() -> None:
    """Only what the language elides is cut off."""
    assert lower("aujourd’hui quelqu'un à N'Djamena chez O'Brien") == [
        "aujourd'hui", "quelqu'un", "à", "n'djamena", "chez", "o'brien",
    ]  # fmt: skip


def test_a_pronoun_after_its_verb_stands_by_itself() -> None:
    """An inverted verb is found as the verb it is; other hyphens join."""
    assert lower("n'a-t-il pas, dit-elle, ce rendez-vous, celui-ci") == [
        "n'", "a", "-t-il", "pas", ",", "dit", "-elle", ",", "ce", "rendez-vous", ",", "celui-ci",
    ]  # fmt: skip


def test_italian_elides_too_and_other_languages_do_not() -> None:
    """Every language is cut by its own habits."""
    assert lower("dell'esercito un’auto all'alba", "it") == ["dell'", "esercito", "un'", "auto", "all'", "alba"]
    assert lower("D'Souza met l'Abbé", "en") == ["d'souza", "met", "l'abbé"]
    assert lower("l'armée", None) == ["l'armée"]


@pytest.mark.parametrize("text", ["un coup d'État", "un coup d’État"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_pattern_finds_an_elided_word_whole_or_apart(text: str, language: str) -> None:
    """A word list may write "coup d'état" as it is spelt."""
    sequence = words(text, 0, len(text), language)
    (match,) = Patterns(["coup d'état"]).find(sequence)
    assert text[sequence[match.first].start : sequence[match.last - 1].end] == text[3:]


@pytest.mark.parametrize("word", ["envoie", "déclaré", "militaires", "ministères", "première", "claires"])
def test_a_verb_is_told_from_plurals_and_feminines(word: str) -> None:
    """A noun whose lemma happens to end like an infinitive is no verb."""
    (found,) = words(word, 0, len(word), "fr")
    assert is_verb(found, "fr") is (word in {"envoie", "déclaré"})


# --- sentences ------------------------------------------------------------------------------------

SENTENCES = [
    ["M. Perrin est venu.", "Mme Roux est partie à 18 h. avec lui."],
    [f"«{NBSP}Nous restons.", f"Rien ne change.{NBSP}»", "Le maire a souri."],
    [f"Il a dit{NBSP}: «{THIN}C'est fini.{THIN}»", "Puis il est parti."],
    ["« C'est fini », a-t-il dit.", "La séance est levée."],
    ["Voir l'art. 12 de la loi.", "Le reste suit."],
]


@pytest.mark.parametrize("parts", SENTENCES)
def test_sentences(parts: list[str]) -> None:
    """Titles and abbreviations end no sentence; a closing mark set off by a space belongs to it."""
    text = " ".join(parts)
    assert [text[start:end] for start, end in split(text, "fr")] == parts


# --- figures --------------------------------------------------------------------------------------

Wanted = tuple[str, str, float | None, float | None, str, str | None]
FIGURES: list[tuple[str, list[Wanted]]] = [
    ("Il y avait 85 soldats étrangers.", [("85 soldats étrangers", "troops", 85, 85, "=", "person")]),
    (f"Près de 2{THIN}300 soldats sont arrivés.",
     [(f"Près de 2{THIN}300 soldats", "troops", None, 2300, "<", "person")]),
    (f"Quelque 12{NBSP}500 policiers.", [(f"Quelque 12{NBSP}500 policiers", "count", 12500, 12500, "~", "person")]),
    ("Le pays compte 2.300 soldats.", [("2.300 soldats", "troops", 2300, 2300, "=", "person")]),
    ("Environ 400 membres de l'armée.", [("Environ 400 membres de l'armée", "troops", 400, 400, "~", "person")]),
    ("Au moins 9 personnes ont été tuées.", [("Au moins 9 personnes", "killed", 9, None, ">=", "person")]),
    ("Onze morts et 23 blessés.",
     [("Onze morts", "killed", 11, 11, "=", "person"), ("23 blessés", "injured", 23, 23, "=", "person")]),
    ("Elle coûte 37 milliards de dollars.", [("37 milliards de dollars", "money", 37e9, 37e9, "=", "USD")]),
    ("Plus d’un million d’euros.", [("Plus d’un million d’euros", "money", 1e6, None, ">", "EUR")]),
    ("Moins de 3,5 millions d'euros.", [("Moins de 3,5 millions d'euros", "money", 0, 3.5e6, "<", "EUR")]),
    ("Deux millions et demi de tonnes.", [("Deux millions et demi de tonnes", "mass", 2.5e6, 2.5e6, "=", "t")]),
    ("Une douzaine de manifestants.", [("Une douzaine de manifestants", "participants", 11, 13, "~", "person")]),
    ("Une quarantaine d’étudiants arrêtés.",
     [("Une quarantaine d’étudiants arrêtés", "detained", 36, 44, "~", "person")]),
    ("Des milliers de réfugiés.", [("milliers de réfugiés", "count", 2000, 9999, "~", "person")]),
    ("Plusieurs dizaines d'otages.", [("Plusieurs dizaines d'otages", "count", 24, 99, "~", "person")]),
    ("Quatre-vingt-dix-sept députés.", [("Quatre-vingt-dix-sept députés", "count", 97, 97, "=", "person")]),
    ("Deux mille cinq cents soldats.", [("Deux mille cinq cents soldats", "troops", 2500, 2500, "=", "person")]),
    ("Entre 20 et 30 manifestants.", [("Entre 20 et 30 manifestants", "participants", 20, 30, "~", "person")]),
    ("De 20 à 30 % du total.", [("20", "share", 20, 20, "=", "%"), ("30 %", "share", 30, 30, "=", "%")]),
    ("Le texte passe par 70 voix contre 31.",
     [("70 voix", "votes", 70, 70, "=", None), ("31", "votes", 31, 31, "=", None)]),
    ("Un homme âgé de 17 ans.", [("17 ans", "age", 17, 17, "=", "a")]),
    ("Une trêve de dix jours.", [("dix jours", "duration", 10, 10, "=", "d")]),
    ("Il obtient 23 % d’opinions favorables.", [("23 %", "approval", 23, 23, "=", "%")]),
    ("Il a acheté sept nouveaux bateaux.", [("sept nouveaux bateaux", "count", 7, 7, "=", None)]),
    ("La loi n° 312, l'article 8 et la page 14, à 18 h 30.", []),
    ("Sept sur dix, les deux tiers, en 2019.",
     [("Sept sur dix", "share", 70, 70, "=", "%"), ("deux tiers", "share", 100 * 2 / 3, 100 * 2 / 3, "=", "%")]),
    ("Un ministre et une voisine.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FIGURES)
def test_figures(text: str, wanted: list[Wanted]) -> None:
    """A figure has its number, what bounds it and what it counts, with any of the spaces that group thousands."""
    figures = find_figures(text, "fr", 0, len(text))
    assert all(text[figure.start : figure.end] == figure.verbatim for figure in figures)
    assert [(f.verbatim, f.measure, f.low, f.high, f.comparator, f.unit) for f in figures] == wanted


# --- dates ----------------------------------------------------------------------------------------

DATES = [
    ("le 3 mai 2023", [("3 mai 2023", "2023-05-03", "2023-05-03")]),
    ("le 1er août 2022", [("1er août 2022", "2022-08-01", "2022-08-01")]),
    ("lundi 4 mars", [("lundi 4 mars", "2024-03-04", "2024-03-04")]),
    ("du 1er avril au 30 juin 2025", [("du 1er avril au 30 juin 2025", "2025-04-01", "2025-06-30")]),
    ("entre le 3 et le 9 mai 2021", [("entre le 3 et le 9 mai 2021", "2021-05-03", "2021-05-09")]),
    ("de janvier à mars 2023", [("de janvier à mars 2023", "2023-01", "2023-03")]),
    ("au mois d'avril", [("mois d'avril", "XXXX-04", "XXXX-04")]),
    ("dès la mi-mai", [("mi-mai", "XXXX-05", "XXXX-05")]),
    ("en décembre 2020", [("décembre 2020", "2020-12", "2020-12")]),
    ("le 04/06/2023", [("04/06/2023", "2023-06-04", "2023-06-04")]),
    ("en 2019", [("2019", "2019", "2019")]),
    ("il a parlé jeudi", [("jeudi", "2024-03-07", "2024-03-07")]),
    ("mardi dernier", [("mardi dernier", "2024-03-05", "2024-03-05")]),
    ("il est arrivé hier", [("hier", "2024-03-09", "2024-03-09")]),
    ("il parle aujourd’hui", [("aujourd’hui", "2024-03-10", "2024-03-10")]),
    ("l'an dernier", [("an dernier", "2023", "2023")]),
    ("la semaine prochaine", [("semaine prochaine", "2024-03-11", "2024-03-17")]),
    ("il y a deux ans", [("il y a deux ans", "2022", "2022")]),
    ("il viendra samedi", [("samedi", None, None)]),
    ("la planète Mars", []),
]


@pytest.mark.parametrize(("text", "wanted"), DATES)
def test_dates(text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    """Dates, parts of dates and words that count from the day of publication have their values."""
    times = find_times(text, "fr", 0, len(text), anchor="2024-03-10")
    assert [(time.verbatim, time.first, time.last) for time in times] == wanted


# --- offices, places, names, instruments ----------------------------------------------------------

OFFICES = [
    ("la ministre des Affaires étrangères", "minister:foreign", False),
    ("le ministre ghanéen de la Défense", "minister:defence", False),
    ("l'ex-ministre de l’Intérieur", "minister:interior", True),
    ("la Première ministre", "prime_minister", False),
    ("l'ancien président de la République", "president", True),
    ("le chef de l’État", "president", False),
    ("la présidente de l'Assemblée nationale", "congress_president", False),
    ("le vice-président", "vice_president", False),
    ("la procureure générale", "attorney_general", False),
    ("l'ambassadrice", "ambassador", False),
    ("le chef d'état-major des armées", "chief_of_staff", False),
    ("la porte-parole", "spokesperson", False),
    ("des sénatrices", "member_of_parliament", False),
    ("le secrétaire général", "secretary_general", False),
]


@pytest.mark.parametrize(("text", "office", "former"), OFFICES)
def test_offices(text: str, office: str, *, former: bool) -> None:
    """Role nouns of either gender have the key they have in every language, and tell who was one before."""
    (found,) = find_offices(text, "fr", 0, len(text))
    assert (found.office.office, found.office.former) == (office, former)


PLACES = [
    ("l'Inde", "IN"), ("Côte d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("d'Israël", "IL"), ("USA", "US"),
    ("États-Unis", "US"), ("R.-U.", "GB"), ("Birmanie", "MM"), ("République démocratique du Congo", "CD"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "country"), PLACES)
def test_countries(phrase: str, country: str) -> None:
    """Countries are known behind an elided article, and under their other names."""
    (found,) = find_places(words(phrase, 0, len(phrase), "fr"), "fr")
    assert (found.place.country, found.demonym) == (country, False)


DEMONYMS = [
    ("péruvienne", "PE"), ("Péruviens", "PE"), ("grecques", "GR"), ("Turcs", "TR"), ("turque", "TR"), ("belges", "BE"),
    ("libyenne", "LY"), ("coréen", None), ("sud-coréens", "KR"), ("nigérien", "NE"), ("nigériane", "NG"),
    ("espagnole", "ES"), ("philippines", "PH"), ("hongrois", "HU"), ("américaines", "US"), ("panaméenne", "PA"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "country"), DEMONYMS)
def test_demonyms(word: str, country: str | None) -> None:
    """Demonyms are known in both genders and numbers, as nouns and as adjectives."""
    place = place_of(word, "fr")
    assert (place.country if place else None) == country
    assert is_demonym(word, "fr") is (country is not None)


def names(text: str) -> list[tuple[str, str]]:
    (sentence,) = PlainTagger().tag(text, [(0, len(text))], "fr")
    return [(text[name.start : name.end], name.type) for name in sentence.names]


NAMES = [
    ("L’armée soutient Élodie Marchand.", [("armée", "unit"), ("Élodie Marchand", "person")]),
    ("M. Delorme a parlé à Bruges.", [("Delorme", "person"), ("Bruges", "place")]),
    (
        "Récemment, l'ONU et l'Union africaine ont parlé.",
        [("ONU", "organisation"), ("Union africaine", "organisation")],
    ),
    ("Selon le ministère de la Santé, rien.", [("ministère de la Santé", "organisation")]),
    ("Le président Valéry Aubin d'Estrel a parlé.", [("Valéry Aubin d'Estrel", "person")]),
    ("Une usine d'Aix-en-Provence ferme.", [("Aix-en-Provence", "name")]),
]


@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_names(text: str, wanted: list[tuple[str, str]]) -> None:
    """An elided article is no part of a name, an adverb that opens a sentence no name."""
    assert names(text) == wanted


def test_instruments() -> None:
    """Laws have their numbers and dates; an article before a date is no number."""
    text = "La loi n° 2019-311 du 5 juin 2019 et un accord le 3 mai."
    (found,) = find_instruments(text, "fr", 0, len(text))
    assert (found.verbatim, found.number, found.date) == ("loi n° 2019-311 du 5 juin 2019", "2019-311", "2019-06-05")


# --- modality -------------------------------------------------------------------------------------

MODALITIES = [
    ("l'armée aurait tué douze civils", "alleged"),
    ("la ministre signera un accord", "planned"),
    ("ils vont envoyer des troupes", "planned"),
    ("la ministre devrait partir lundi", "planned"),
    ("le groupe pourrait attaquer", "conditional"),
    ("la police a arrêté Diego Rivera", "occurred"),
    ("le gouvernement a proposé une trêve", "proposed"),
]


@pytest.mark.parametrize(("text", "wanted"), MODALITIES)
def test_modality(text: str, wanted: str) -> None:
    """The press conditional reports what others say; an ending of the future is none in a name."""
    assert modality(words(text, 0, len(text), "fr"), "fr", "occurred") == wanted


# --- statements -----------------------------------------------------------------------------------


def statements(text: str) -> tuple[Statement, ...]:
    return extract(annotate(make_report(text, language="fr", published="2024-03-10"), PlainTagger()))


def one(text: str, type_: str) -> Statement:
    (found,) = [made for made in statements(text) if made.type == type_]
    return found


def actors(made: Statement, role: str) -> list[tuple[str, str | None]]:
    return [(actor.verbatim, actor.office) for actor in made.actors if actor.role == role]


TYPES = [
    ("DEPLOY", "planned", "Le gouvernement enverra 90 soldats au Niger."),
    ("EXERCISE", "occurred", "La marine a mené des manœuvres avec la marine danoise."),
    ("AGREE", "occurred", "Le Ghana et le Togo ont signé un traité le 3 mai."),
    ("MEET", "planned", "La ministre Ada Roux se rendra lundi à Oslo."),
    ("SAY", "occurred", "Le ministre Paul Lunel a démenti les accusations."),
    ("SAY", "demanded", "La présidente Olga Bern a exigé des excuses de la Norvège."),
    ("PROTEST", "occurred", "Des milliers de personnes ont manifesté à Gand contre le gouvernement."),
    ("ATTACK", "occurred", "Des rebelles ont tué douze soldats près de Goma."),
    ("ABUSE", "occurred", "La police a torturé deux étudiants à Bergen."),
    ("DETAIN", "occurred", "La police a arrêté une quarantaine de personnes à Liège."),
    ("PROBE", "ongoing", "Le parquet a ouvert une enquête sur l'ancien ministre Bo Klaassen."),
    ("COURT", "occurred", "La Cour suprême a jugé que l'interdiction était nulle."),
    ("OFFICE", "occurred", "Le président Anton Berg a été renversé par l'armée le 3 mai 2021."),
    ("RELATIONS", "occurred", "La Norvège a reconnu la Palestine."),
    ("RESTRICT", "occurred", "Le Canada a imposé des sanctions contre le Togo."),
    ("TRANSFER", "planned", "La Norvège versera 20 millions de dollars d'aide au Togo."),
    ("VOTE", "occurred", "Dans un sondage, le premier ministre obtient 31 % d'opinions favorables."),
    ("TOLL", "occurred", "Le bilan des inondations s'élève à plus de 200 morts."),
    ("INDICATOR", "occurred", "Le commerce entre le Togo et le Ghana a atteint 650 millions de dollars en 2022."),
]


@pytest.mark.parametrize(("type_", "modality_", "text"), TYPES)
def test_a_sentence_has_its_type(type_: str, modality_: str, text: str) -> None:
    """What a sentence says is found as a statement of its type, as real as the sentence has it."""
    made = one(text, type_)
    assert made.modality == modality_
    assert made.actors or made.figures


def test_a_meeting_has_its_participants_with_their_offices() -> None:
    """Who met whom, where and when, through a reflexive verb with its pronoun cut short."""
    made = one(
        "L'ambassadrice Ingrid Solheim s'est entretenue le 3 mai 2023 à Oslo avec le ministre de l'Intérieur, "
        "Pavel Drahoš.",
        "MEET",
    )
    assert actors(made, "participant") == [("Ingrid Solheim", "ambassador"), ("Pavel Drahoš", "minister:interior")]
    assert [place.verbatim for place in made.places] == ["Oslo"]
    assert [(time.first, time.role) for time in made.times] == [("2023-05-03", "event")]


def test_a_permission_holds_what_it_permits() -> None:
    """The law names the deployment as its content; the deployment is authorised, not done."""
    text = "Le parlement a autorisé l'entrée de 240 soldats norvégiens du 1er avril au 30 juin 2025."
    law, deployment = one(text, "LAW"), one(text, "DEPLOY")
    assert law.content == (deployment.id,)
    assert deployment.modality == "authorised"
    assert actors(law, "authority") == [("parlement", None)]
    for made in (law, deployment):
        assert [(figure.measure, figure.low) for figure in made.figures] == [("troops", 240)]
        assert [(time.role, time.first, time.last) for time in made.times] == [("validity", "2025-04-01", "2025-06-30")]


def test_a_passive_turns_the_sides() -> None:
    """Who was removed is the holder, and who did it is named after "par"."""
    made = one("Le président Anton Berg a été destitué par le parlement.", "OFFICE")
    assert actors(made, "holder") == [("Anton Berg", "president")]
    assert actors(made, "authority") == [("parlement", None)]


def test_an_indefinite_plural_is_no_genitive() -> None:
    """At the beginning or after a verb "des" begins a subject or an object."""
    made = one("Des rebelles ont tué des soldats.", "ATTACK")
    assert (actors(made, "perpetrator"), actors(made, "victim")) == ([("rebelles", None)], [("soldats", None)])


def test_a_country_after_an_article_is_whom_it_is_given_to() -> None:
    """Before a place "à" means "in", but not where an article parts them."""
    made = one("La Suède a livré 20 chars à l'Ukraine.", "TRANSFER")
    assert actors(made, "receiver") == [("Ukraine", None)]
    made = one("La police a tué deux civils à Oslo.", "ATTACK")
    assert [(place.role, place.verbatim) for place in made.places] == [("event", "Oslo")]


SPEECH = [
    "« La Suède a attaqué le Togo », a déclaré le ministre Luc Martel.",
    "« Le Togo a perdu 12 soldats », a affirmé Luc Martel.",
    "La Suède a attaqué le Togo, affirme Luc Martel.",
]


@pytest.mark.parametrize("text", SPEECH)
def test_who_speaks_stands_after_the_verb_that_follows_what_is_said(text: str) -> None:
    """A name inside what is said does not say it."""
    made = statements(text)
    speakers = {actor.verbatim for statement in made if statement.type == "SAY" for actor in statement.actors}
    sources = {source.who for statement in made for source in statement.attribution}
    assert speakers | sources == {"Luc Martel"}


SOURCES = [
    ("Selon l'ONU, l'armée aurait tué 12 civils à Bergen.", "ONU", "other"),
    ("D’après l'ONG Lueur, l'armée aurait tué 12 civils à Bergen.", "ONG Lueur", "ngo"),
    ("L'armée a tué 12 civils à Bergen, selon des témoins.", "témoins", "witness"),
]


@pytest.mark.parametrize(("text", "who", "type_"), SOURCES)
def test_sources(text: str, who: str, type_: str) -> None:
    """Whoever stands after "selon" or "d'après" is credited with the sentence."""
    made = one(text, "ATTACK")
    assert [(source.who, source.type) for source in made.attribution] == [(who, type_)]
    assert [(figure.measure, figure.low) for figure in made.figures] == [("killed", 12)]


def test_a_negated_question_is_negated() -> None:
    """The pronoun hung onto the auxiliary hides neither verb nor negation."""
    made = one("Le gouvernement n'a-t-il pas envoyé 300 soldats en Norvège ?", "DEPLOY")
    assert made.polarity == "negated"
    assert actors(made, "authority") == [("gouvernement", None)]


# --- pages ----------------------------------------------------------------------------------------


def test_furniture() -> None:
    """Appeals, "read also", sharing and rights are the page's; the story is not."""
    text = "\n\n".join(
        [
            "Le maire de Bruges a ouvert le nouveau pont.",
            "Soutenez-nous : faites un don à notre journal indépendant.",
            "Lire aussi : Le pont attendu depuis dix ans",
            "Des centaines d'habitants sont venus le voir.",
            "Partager sur Facebook",
            "Tous droits réservés",
        ]
    )
    assert furniture(text, lines_of(text), "fr") == {1, 2, 4, 5}


CREDITS = [
    ("Par Élodie Marchand", [("author", "Élodie Marchand")]),
    ("Source : Le Courrier du Pont", [("outlet", "Le Courrier du Pont")]),
    ("Traduit de l’anglais par Luc Martel", [("translator", "Luc Martel")]),
]


@pytest.mark.parametrize(("line", "wanted"), CREDITS)
def test_credits(line: str, wanted: list[tuple[str, str]]) -> None:
    """Labels before a name tell who wrote, published or translated."""
    text = f"Un pont neuf\n\n{line}\n\nLe maire a ouvert le pont hier soir devant la foule."
    found = find_credits(text, lines_of(text), "fr")
    assert [(credit.credit.role, credit.credit.name) for credit in found] == wanted
