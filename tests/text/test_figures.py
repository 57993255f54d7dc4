"""Figures and what they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.model.seen import Figure
from careo.text.numbers.units import comparable
from careo.text.times.dates import find_times
from careo.text.values.figures import find_figures

Wanted = tuple[str, str, float | None, float | None, str, str | None, str | None]
"""Verbatim, measure, low, high, comparator, unit, group."""


def read(text: str, language: str) -> list[Wanted]:
    figures = find_figures(text, language, 0, len(text))
    assert all(text[figure.start : figure.end] == figure.verbatim for figure in figures)
    return [(f.verbatim, f.measure, f.low, f.high, f.comparator, f.unit, f.group) for f in figures]


def people(verbatim: str, measure: str, number: float, group: str | None) -> Wanted:
    return (verbatim, measure, number, number, "=", "person", group)


def amount(verbatim: str, measure: str, number: float, unit: str | None) -> Wanted:
    return (verbatim, measure, number, number, "=", unit, None)


DE: list[tuple[str, list[Wanted]]] = [
    ("Eine Einheit von 85 Soldaten kam.", [people("85 Soldaten", "troops", 85, "Soldaten")]),
    ("Rund 2.300 NATO-Soldaten blieben.",
     [("Rund 2.300 NATO-Soldaten", "troops", 2300, 2300, "~", "person", "NATO-Soldaten")]),
    ("Dazu 400 Angehörige der Küstenmarine.",
     [people("400 Angehörige der Küstenmarine", "troops", 400, "Angehörige der Küstenmarine")]),
    ("Bei dem Brand kamen mindestens 9 Menschen ums Leben.",
     [("mindestens 9 Menschen", "killed", 9, None, ">=", "person", "Menschen")]),
    ("Es gab elf Tote und 23 Schwerverletzte.",
     [people("elf Tote", "killed", 11, "Tote"), people("23 Schwerverletzte", "injured", 23, "Schwerverletzte")]),
    ("Die Zahl der Toten stieg auf fast 90.", [("fast 90", "killed", None, 90, "<", "person", None)]),
    ("Sie kostet weniger als 3,5 Milliarden Euro.",
     [("weniger als 3,5 Milliarden Euro", "money", 0, 3.5e9, "<", "EUR", None)]),
    ("Es kamen 20 bis 30 Demonstranten.",
     [("20 bis 30 Demonstranten", "participants", 20, 30, "~", "person", "Demonstranten")]),
    ("Zwischen 2 und 3 Millionen Tonnen.", [("Zwischen 2 und 3 Millionen Tonnen", "mass", 2e6, 3e6, "~", "t", None)]),
    ("Eine Zustimmung von 31 Prozent.", [amount("31 Prozent", "approval", 31, "%")]),
    ("Der Anteil beträgt 31,5 %.", [amount("31,5 %", "share", 31.5, "%")]),
    ("Die Küste ist 1.870 Kilometer lang.", [amount("1.870 Kilometer", "distance", 1870, "km")]),
    ("Der Gesetzesbeschluss 3.412 nach Artikel 88 Ziffer 5.", []),
    ("Der 3. Gipfel der G7 mit einer B-1.", []),
    ("Ein Minister kam um 18 Uhr am 4. März 2019.", []),
    ("Eine Person wurde festgenommen.", [people("Eine Person", "detained", 1, "Person")]),
    ("Im Jahr 2019 kamen 2019 Soldaten.", [people("2019 Soldaten", "troops", 2019, "Soldaten")]),
    ("Sie grenzt an sieben Staaten.", [("sieben Staaten", "count", 7, 7, "=", None, "Staaten")]),
    ("Die Polizei nahm 14 Studenten fest.", [people("14 Studenten", "detained", 14, "Studenten")]),
    ("Drei von zehn Befragten.", [amount("Drei von zehn", "share", 30, "%")]),
    ("Drei von zwölf Geiseln.", [("zwölf Geiseln", "count", 12, 12, "=", "person", "Geiseln")]),
    ("Er war zu 100%ig sicher.", [amount("100%", "share", 100, "%")]),
    ("Die Hälfte der Abgeordneten fehlte.", [amount("Hälfte", "share", 50, "%")]),
    ("In der zweiten Hälfte der Woche.", []),
    ("Eine 17-jährige Schülerin.", [amount("17-jährige", "age", 17, "a")]),
]  # fmt: skip
NL: list[tuple[str, list[Wanted]]] = [
    ("Er kwamen 85 Amerikaanse militairen.",
     [people("85 Amerikaanse militairen", "troops", 85, "Amerikaanse militairen")]),
    ("Het dodental van bijna 90 is officieel.", [("bijna 90", "killed", None, 90, "<", "person", None)]),
    ("Bij de brand kwamen minstens 9 mensen om.",
     [("minstens 9 mensen", "killed", 9, None, ">=", "person", "mensen")]),
    ("De handel bedroeg meer dan 41 miljard dollar.",
     [("meer dan 41 miljard dollar", "money", 41e9, None, ">", "USD", None)]),
    ("Het steeg van 9 miljoen euro in 2001 naar 14 miljoen euro in 2011.",
     [amount("9 miljoen euro", "money", 9e6, "EUR"), amount("14 miljoen euro", "money", 14e6, "EUR")]),
    ("Zijn waardering is 23 procent.", [amount("23 procent", "approval", 23, "%")]),
    ("Er waren 11 doden en 23 gewonden.",
     [people("11 doden", "killed", 11, "doden"), people("23 gewonden", "injured", 23, "gewonden")]),
    ("De politie heeft 14 demonstranten opgepakt.", [people("14 demonstranten", "detained", 14, "demonstranten")]),
    ("Het land delft 3,4 miljoen ton.", [amount("3,4 miljoen ton", "mass", 3.4e6, "t")]),
    ("Tussen 20 en 30 betogers.", [("Tussen 20 en 30 betogers", "participants", 20, 30, "~", "person", "betogers")]),
    ("Jongeren van 13- en 14-jarige leeftijd.", [("13- en 14-jarige", "age", 13, 14, "~", "a", None)]),
    ("Een 8-daags bezoek.", [amount("8-daags", "duration", 8, "d")]),
    ("Tot 2.000 soldaten mogen blijven.", [("Tot 2.000 soldaten", "troops", None, 2000, "<=", "person", "soldaten")]),
    ("Het aantal doden steeg tot 90.", [people("90", "killed", 90, None)]),
    ("Een man en een vrouw, op één na de beste, twee tegen één.", []),
    ("Wet nr. 312, artikel 8 lid 2, blz. 14, om 21.30 uur.", []),
    ("In vijf provincies zijn zes burgemeesters afgetreden.",
     [("vijf provincies", "count", 5, 5, "=", None, "provincies"),
      ("zes burgemeesters", "count", 6, 6, "=", None, "burgemeesters")]),
]  # fmt: skip
ES: list[tuple[str, list[Wanted]]] = [
    ("Llegaron 85 soldados extranjeros.", [people("85 soldados extranjeros", "troops", 85, "soldados extranjeros")]),
    ("Entraron 400 miembros de la marina.",
     [people("400 miembros de la marina", "troops", 400, "miembros de la marina")]),
    ("Murieron al menos 9 personas.", [("al menos 9 personas", "killed", 9, None, ">=", "person", "personas")]),
    ("Hubo 11 muertos y 23 heridos.",
     [people("11 muertos", "killed", 11, "muertos"), people("23 heridos", "injured", 23, "heridos")]),
    ("Más de 2.300 efectivos patrullan.",
     [("Más de 2.300 efectivos", "troops", 2300, None, ">", "person", "efectivos")]),
    ("Hay 2,300 soldados.", [people("2,300 soldados", "troops", 2300, "soldados")]),
    ("Costó unos 41 mil millones de dólares.",
     [("unos 41 mil millones de dólares", "money", 41e9, 41e9, "~", "USD", None)]),
    ("Costó 300 pesos.", [amount("300 pesos", "money", 300, None)]),
    ("Tiene 23% de aprobación.", [amount("23%", "approval", 23, "%")]),
    ("Entre 20 y 30 manifestantes.",
     [("Entre 20 y 30 manifestantes", "participants", 20, 30, "~", "person", "manifestantes")]),
    ("La policía detuvo a casi 30 personas.",
     [("casi 30 personas", "detained", None, 30, "<", "person", "personas")]),
    ("Mueren 9 personas en la costa.", [people("9 personas", "killed", 9, "personas")]),
    ("Creció 2,7% hasta US$ 41 millones.",
     [amount("2,7%", "share", 2.7, "%"), amount("US$ 41 millones", "money", 41e6, "USD")]),
    ("Un joven de 17 años.", [amount("17 años", "age", 17, "a")]),
    ("Cumplió 17 días.", [amount("17 días", "duration", 17, "d")]),
    ("La Ley N.° 312, el artículo 8 y la página 14 a las 9.", []),
    ("Un ministro habló con una vecina.", []),
    ("Exportó 3,4 millones de toneladas.", [amount("3,4 millones de toneladas", "mass", 3.4e6, "t")]),
    ("Cayeron 10 soldados muertos.", [people("10 soldados muertos", "killed", 10, "soldados muertos")]),
    ("Costó 41 dólares canadienses y midió 3 kilómetros cuadrados.",
     [amount("41 dólares canadienses", "money", 41, "CAD"), amount("3 kilómetros cuadrados", "count", 3, "km2")]),
    ("Una media de 12 barcos en la mitad de la semana.", [("12 barcos", "count", 12, 12, "=", None, "barcos")]),
    ("La tasa es superior al 20 %.", [("superior al 20 %", "share", 20, None, ">", "%", None)]),
    ("Vive en la calle 125 desde los años 80.", []),
    ("Compró siete aviones nuevos.", [("siete aviones nuevos", "count", 7, 7, "=", None, "aviones nuevos")]),
]  # fmt: skip
EN: list[tuple[str, list[Wanted]]] = [
    ("A unit of 85 U.S. soldiers came.", [people("85 U.S. soldiers", "troops", 85, "U.S. soldiers")]),
    ("Another 400 members of the armed forces stayed.",
     [people("400 members of the armed forces", "troops", 400, "members of the armed forces")]),
    ("At least 9 people were killed and 23 injured.",
     [("At least 9 people", "killed", 9, None, ">=", "person", "people"),
      people("23 injured", "injured", 23, "injured")]),
    ("Nearly 90 people have died.", [("Nearly 90 people", "killed", None, 90, "<", "person", "people")]),
    ("The death toll rose to 90.", [people("90", "killed", 90, None)]),
    ("Trade exceeds $41 billion.", [amount("$41 billion", "money", 41e9, "USD")]),
    ("It cost more than €3.5m.", [("more than €3.5m", "money", 3.5e6, None, ">", "EUR", None)]),
    ("It rose from 10 to 12 percent.", [amount("10", "share", 10, "%"), amount("12 percent", "share", 12, "%")]),
    ("Between 20 and 30 protesters.",
     [("Between 20 and 30 protesters", "participants", 20, 30, "~", "person", "protesters")]),
    ("Police arrested 14 students.", [people("14 students", "detained", 14, "students")]),
    ("Soldiers killed 14 students; 30 soldiers left.",
     [people("14 students", "killed", 14, "students"), people("30 soldiers", "troops", 30, "soldiers")]),
    ("One person went missing; one minister spoke.", [people("One person", "missing", 1, "person")]),
    ("Up to 2,000 troops may stay.", [("Up to 2,000 troops", "troops", None, 2000, "<=", "person", "troops")]),
    ("Fewer than 50 people live there.", [("Fewer than 50 people", "count", 0, 50, "<", "person", "people")]),
    ("It passed by 70 votes to 31.",
     [("70 votes", "votes", 70, 70, "=", None, "votes"),
      amount("31", "votes", 31, None)]),
    ("A 17-year-old boy on a ten-day trip.",
     [amount("17-year-old", "age", 17, "a"),
      amount("ten-day", "duration", 10, "d")]),
    ("Article 88 of Law No. 312, page 14, at 9:30 on May 3, 2019.", []),
    ("The G7 flew a B-1 to the 3rd summit on Boeing 707.", []),
    ("Call +49 30 4567890 or 0800 123 456.", []),
    ("Seven out of ten voters.", [amount("Seven out of ten", "share", 70, "%")]),
    ("One in five children went.", [amount("One in five", "share", 20, "%")]),
    ("It lost 5 in 10 years.", [("10 years", "duration", 10, 10, "=", "a", None)]),
    ("He drove a quarter of a mile.", [amount("a quarter of a mile", "distance", 0.25, "mi")]),
    ("More than half of the villages were cut off.",
     [("More than half", "share", 50, None, ">", "%", None)]),
    ("In the first half of the match they led 1 - 0.", []),
    ("A boastful person called 555-218-4471.", []),
    ("The wall is 12 feet high and 6 inches thick.",
     [amount("12 feet", "distance", 12, "ft"), amount("6 inches", "distance", 6, "in")]),
    ("It was -5 °C.", [amount("-5 °C", "count", -5, "°C")]),
    ("They bought three buses.", [("three buses", "count", 3, 3, "=", None, "buses")]),
    ("He did it two thirds of the time.", [amount("two thirds", "share", 100 * 2 / 3, "%")]),
]  # fmt: skip
IT: list[tuple[str, list[Wanted]]] = [
    ("Sono arrivati 85 soldati stranieri.", [people("85 soldati stranieri", "troops", 85, "soldati stranieri")]),
    ("Almeno nove persone sono morte.", [("Almeno nove persone", "killed", 9, None, ">=", "person", "persone")]),
    ("Il porto costa 2,5 miliardi di euro.", [amount("2,5 miliardi di euro", "money", 2.5e9, "EUR")]),
    ("Il 31 per cento dei pescatori è partito.", [amount("31 per cento", "share", 31, "%")]),
    ("Tra 20 e 30 manifestanti.",
     [("Tra 20 e 30 manifestanti", "participants", 20, 30, "~", "person", "manifestanti")]),
    ("Il ponte è lungo 1.870 metri.", [amount("1.870 metri", "distance", 1870, "m")]),
    ("Ha compiuto settant'anni.", [amount("settant'anni", "age", 70, "a")]),
    ("Un ministro ha parlato.", []),
]  # fmt: skip
CASES = [
    (language, *case)
    for language, cases in (("de", DE), ("nl", NL), ("es", ES), ("en", EN), ("it", IT))
    for case in cases
]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_figures(language: str, text: str, wanted: list[Wanted]) -> None:
    """A figure has its number, what bounds it and what it counts; other numbers are left out."""
    assert read(text, language) == wanted


VAGUE = [
    ("de", "Hunderte Soldaten kamen.", "Hunderte", 200, 999, "Soldaten"),
    ("de", "Viele Tausende von Menschen kamen.", "Tausende", 2000, 9999, "Menschen"),
    ("de", "Dutzende Verletzte lagen da.", "Dutzende", 24, 99, "Verletzte"),
    ("de", "Ein paar Soldaten kamen.", "Ein paar", 3, 7, "Soldaten"),
    ("nl", "Vele honderden anderen kwamen.", "honderden", 200, 999, "anderen"),
    ("nl", "Tientallen mensen kwamen.", "Tientallen", 24, 99, "mensen"),
    ("nl", "Tienduizenden betogers kwamen.", "Tienduizenden", 20000, 99999, "betogers"),
    ("es", "Cientos de soldados llegaron.", "Cientos", 200, 999, "soldados"),
    ("es", "Miles de personas llegaron.", "Miles", 2000, 9999, "personas"),
    ("es", "Decenas de miles de personas llegaron.", "Decenas de miles", 20000, 99999, "personas"),
    ("en", "Dozens of people came.", "Dozens", 24, 99, "people"),
    ("en", "Millions of people came.", "Millions", 2e6, 9999999, "people"),
    ("en", "A few soldiers came.", "A few", 3, 7, "soldiers"),
    ("en", "Several soldiers came.", "Several", 2, None, "soldiers"),
]


@pytest.mark.parametrize(("language", "text", "word", "low", "high", "group"), VAGUE)
def test_vague_words_keep_their_bounds(
    language: str, text: str, word: str, low: float, high: float | None, group: str
) -> None:
    """A vague word stays the word it is, with pinned bounds and never a point."""
    [figure] = find_figures(text, language, 0, len(text))
    assert (figure.vague, figure.low, figure.high, figure.group) == (word, low, high, group)
    assert figure.comparator == "~" and figure.unit == "person"


NUMBER = st.integers(min_value=2, max_value=900_000).filter(lambda number: not 1500 <= number <= 2100)
FRAMES = [("de", ".", "Es kamen {} Soldaten an."), ("nl", ".", "Er kwamen {} soldaten aan."),
          ("es", ".", "Llegaron {} soldados ayer."), ("en", ",", "There came {} soldiers yesterday.")]  # fmt: skip


@given(NUMBER, st.sampled_from(FRAMES))
def test_any_number_of_soldiers(number: int, frame: tuple[str, str, str]) -> None:
    """Whatever the number, it is read from the text and not from a list."""
    language, sign, text = frame
    [figure] = find_figures(text.format(f"{number:,}".replace(",", sign)), language, 0, 1000)
    assert (figure.low, figure.high, figure.measure, figure.unit) == (number, number, "troops", "person")


@given(
    st.text(alphabet="0123456789.,- %$soldierstenbisund\n", max_size=50),
    st.sampled_from(["de", "nl", "es", "en", "und"]),
)
def test_any_text_keeps_its_words(text: str, language: str) -> None:
    """Whatever the text, figures lie inside it in order, quote it letter for letter, and low is not above high."""
    figures: tuple[Figure, ...] = find_figures(text, language, 0, len(text))
    for figure in figures:
        assert text[figure.start : figure.end] == figure.verbatim
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    assert list(figures) == sorted(figures, key=lambda figure: figure.start)


def test_a_language_without_words_has_no_figures() -> None:
    """Where the sign for thousands is not known, no value is guessed."""
    assert find_figures("1.500 katona", "hu", 0, 12) == ()


COVERS = [
    ("en", "Rescuers counted 41 dead so far.", "so far"),
    ("en", "They took 41 prisoners, 12 of them children.", None),
    ("de", "Es gab 41 Tote seit dem 3. Mai 2019.", "seit dem 3. Mai 2019"),
    ("es", "Hubo 41 muertos hasta el momento.", "hasta el momento"),
    ("fr", "Il y a eu 41 morts à ce jour.", "à ce jour"),
]


@pytest.mark.parametrize(("language", "text", "scope"), COVERS)
def test_what_a_figure_covers(language: str, text: str, scope: str | None) -> None:
    """The words right behind a figure that say what it covers stand with it as written, and only there."""
    figure = find_figures(text, language, 0, len(text))[0]
    assert figure.scope == scope


def test_the_day_up_to_which_it_counts() -> None:
    """A day behind "as of" is the day up to which the figure before it counts."""
    text = "The floods had killed 41 people as of 3 May 2019."
    [figure] = find_figures(text, "en", 0, len(text))
    assert (figure.low, figure.as_of) == (41, "2019-05-03")


def test_dates_may_be_handed_in() -> None:
    """Dates that are known already are taken as they are: their numbers are no figures, others are."""
    text = "On 3 May 2019 came 41 people."
    times = find_times(text, "en", 0, len(text), anchor=None)
    assert find_figures(text, "en", 0, len(text), times=times) == find_figures(text, "en", 0, len(text))


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [("A wall of 3 km.", 3000.0, "m"), ("It weighs 2 tonnes.", 2000.0, "kg"), ("It is 50 °F.", 10.0, "°C"),
     ("It lasts 2 weeks.", 14.0, "d"), ("It costs 5 euros.", 5.0, "EUR")],
)  # fmt: skip
def test_units_are_converted_only_to_compare(text: str, low: float, unit: str) -> None:
    """For comparing, a figure is in base units; what is shown stays in the unit of the report."""
    [figure] = find_figures(text, "en", 0, len(text))
    base = comparable(figure)
    assert base.low == pytest.approx(low)
    assert base.unit == unit and base.verbatim == figure.verbatim in text


@pytest.mark.parametrize(
    ("text", "language", "value", "verbatim"),
    [
        ("Fue condenado a seis años y medio.", "es", 6.5, "seis años y medio"),
        ("Le vol a duré trois heures et demie.", "fr", 3.5, "trois heures et demie"),
        ("Rimase chiuso due mesi e mezzo.", "it", 2.5, "due mesi e mezzo"),
        ("Esperaram quatro horas e meia.", "pt", 4.5, "quatro horas e meia"),
        ("Pasaron dos horas y media docena de trenes.", "es", 2.0, "dos horas"),
    ],
)
def test_a_half_behind_the_unit_belongs_to_the_length(text: str, language: str, value: float, verbatim: str) -> None:
    """Romance languages put the half behind the unit; half a dozen begins a figure of its own."""
    first = find_figures(text, language, 0, len(text))[0]
    assert (first.measure, first.low, first.high, first.verbatim) == ("duration", value, value, verbatim)


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("en", "In a survey 34 percent approve of the reform and 58 percent oppose it.", ["approval", "share"]),
        ("en", "Disapproval stood at 66 percent, approval at 24 percent.", ["share", "approval"]),
        ("en", "Some 71 percent do not approve of the way she governs.", ["share"]),
        ("en", "Her approval fell to 31 percent, against 40 percent in May.", ["approval", "approval"]),
        ("de", "Die Zustimmung sank auf 19 Prozent, 74 Prozent lehnen sie ab.", ["approval", "share"]),
        ("nl", "In een peiling wijst 62 procent de hervorming af.", ["share"]),
        ("nl", "De populariteit stijgt naar 26 procent, maar 55 procent is ontevreden.", ["approval", "share"]),
        ("es", "Su desaprobación llegó al 84 por ciento y su aprobación al 9 por ciento.", ["share", "approval"]),
        ("fr", "Sa cote de popularité est de 19 %, et 74 % désapprouvent son action.", ["approval", "share"]),
        ("it", "In un sondaggio sulla popolarità del governo, il 62 % respinge la riforma.", ["share"]),
        ("pt", "A aprovação da presidente caiu para 19 %, e 74 % a rejeitam.", ["approval", "share"]),
    ],
)  # fmt: skip
def test_who_rejects_does_not_approve(language: str, text: str, measures: list[str]) -> None:
    """A share of those who say no is no approval, though the sentence speaks of approval elsewhere."""
    assert [figure.measure for figure in find_figures(text, language, 0, len(text))] == measures


EVACUATED = [
    ("de", "Die Feuerwehr hat 300 Menschen evakuiert.", 300),
    ("en", "By noon 350 families had been evacuated.", 350),
    ("es", "Más de 400 personas fueron evacuadas.", 400),
    ("fr", "Les pompiers ont évacué 90 habitants.", 90),
    ("it", "Quaranta persone sono state evacuate.", 40),
    ("nl", "De brandweer evacueerde 75 bewoners.", 75),
    ("pt", "Ao meio-dia, 60 pessoas tinham sido evacuadas.", 60),
]


@pytest.mark.parametrize(("language", "text", "number"), EVACUATED)
def test_who_is_evacuated_counts_among_the_displaced(language: str, text: str, number: int) -> None:
    """In every language alike, or two reports of one evacuation would count two things."""
    found = find_figures(text, language, 0, len(text))
    assert (number, "displaced") in [(figure.low, figure.measure) for figure in found]
