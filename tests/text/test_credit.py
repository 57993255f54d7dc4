"""Lines that say where a text came from."""

import pytest

from careo.text.sheet.credit import find_credits
from careo.text.sheet.layout import lines_of

BODY = (
    "The bridge near the mill has been closed since Monday, the province said on Tuesday evening.",
    "Work on the second arch takes three weeks, and the old road is open until then for all traffic.",
)

Told = tuple[str, str, str | None]


def told(language: str, *lines: str) -> list[Told]:
    """Return role, name and date of the credits, each checked against the text."""
    text = "\n".join(lines)
    found = find_credits(text, lines_of(text), language)
    for entry in found:
        assert text[entry.credit.start : entry.credit.end] == entry.credit.verbatim
        assert entry.credit.name in entry.credit.verbatim
    return [(entry.credit.role, entry.credit.name, entry.credit.date) for entry in found]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        (
            "nl",
            "Bron: Joop de Wit, De Dijkbode 9 maart 2021",
            [("author", "Joop de Wit", "2021-03-09"), ("outlet", "De Dijkbode", "2021-03-09")],
        ),
        ("de", "Quelle: Morgenblatt, 3. Januar 2019", [("outlet", "Morgenblatt", "2019-01-03")]),
        ("es", "Fuente: El Faro del Sur", [("outlet", "El Faro del Sur", None)]),
        ("en", "Source: https://www.example.org/a/b", [("outlet", "example.org", None)]),
        (
            "en",
            "Originally published by The Harbour Times on 4 May 2020.",
            [("outlet", "The Harbour Times", "2020-05-04")],
        ),
        ("de", "Dieser Text erschien zuerst in: Der Hafenbote", [("outlet", "Der Hafenbote", None)]),
        ("de", "Übersetzung: Klara Vogt", [("translator", "Klara Vogt", None)]),
        ("nl", "Vertaald door Els Maas", [("translator", "Els Maas", None)]),
        (
            "es",
            "Traducción: Inés Prado y Juan Luna",
            [("translator", "Inés Prado", None), ("translator", "Juan Luna", None)],
        ),
        ("es", "Con información de EFE", [("agency", "EFE", None)]),
        ("de", "(dpa/AFP)", [("agency", "dpa", None), ("agency", "AFP", None)]),
        ("en", "Reuters", [("agency", "Reuters", None)]),
        (
            "nl",
            "Bron: De Dijkbode, 9 maart 2021. Vertaling: Els Maas",
            [("outlet", "De Dijkbode", "2021-03-09"), ("translator", "Els Maas", None)],
        ),
        (
            "de",
            "Quelle: Morgenblatt | Übersetzung: Klara Vogt",
            [("outlet", "Morgenblatt", None), ("translator", "Klara Vogt", None)],
        ),
        ("es", "Fuente: redacción y agencia nka", [("agency", "nka", None)]),
        ("de", "Quelle: nka", [("agency", "nka", None)]),
        ("en", "Source: Agencia Norte, 4 May 2020", [("agency", "Agencia Norte", "2020-05-04")]),
        (
            "es",
            "Por Inés Prado, con información de nka",
            [("author", "Inés Prado", None), ("agency", "nka", None)],
        ),
        (
            "de",
            "Von Klara Vogt, 3. Januar 2019. Aktualisiert am 5. Januar 2019",
            [("author", "Klara Vogt", "2019-01-03")],
        ),
        ("en", "By Mary Stone in Oldport", [("author", "Mary Stone", None)]),
    ],
)
def test_a_credit_names_each_source(language: str, line: str, expected: list[Told]) -> None:
    """One credit for each name, with its role and the date of the line."""
    assert told(language, *BODY, line) == expected


def test_a_credit_broken_over_two_lines_is_one() -> None:
    """A line that ends with a comma goes on in the next; decoration is left out."""
    assert told("nl", "Bron: Joop de Wit, ", "de dijkbode 9 maart 2021 ~~~", "", *BODY) == [
        ("author", "Joop de Wit", "2021-03-09"),
        ("outlet", "de dijkbode", "2021-03-09"),
    ]


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [("en", "By Mary Stone", "Mary Stone"), ("de", "Von Klara Vogt", "Klara Vogt"), ("nl", "Door Els Maas", "Els Maas"),
     ("es", "Por Inés Prado", "Inés Prado"), ("en", "Author: Mary Stone", "Mary Stone")],
)  # fmt: skip
def test_a_byline_names_the_author(language: str, line: str, name: str) -> None:
    """A byline at the top is a credit of the author."""
    assert told(language, line, *BODY) == [("author", name, None)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("OLDHAM (Reuters) - The bridge near the mill is closed, the province said.", ["Reuters"]),
        ("The bridge near the mill is closed, the province said. (AP/dpa)", ["AP", "dpa"]),
        ("The bridge is closed. Additional reporting by Xinhua.", ["Xinhua"]),
        ("Oldham (nka) – The bridge near the mill is closed, the province said.", ["nka"]),
        ("The bridge near the mill is closed, the province said. (nka)", ["nka"]),
        ("Mary Stone, Oldham (Agencia Norte)", ["Agencia Norte"]),
    ],
)
def test_agencies_sign_inside_a_line(line: str, names: list[str]) -> None:
    """A dateline, a signature after the last stop and a closing phrase name agencies."""
    assert [name for _, name, _ in told("en", line, *BODY)] == names


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The Polish Press Agency (PAP) was founded in a hurry, its director told the meeting."),
        ("en", "He joined the People's Action Party (PAP)."),
        ("en", "By Monday the bridge was closed"),
        ("de", "Von Anfang an war die Brücke zu schmal"),
        ("de", "Quelle: das war nach Angaben der Polizei ein Rohr, aus dem seit Tagen Wasser lief."),
        ("es", "Por Dios"),
        ("nl", "Door de storm viel de stroom uit"),
        ("en", "The translation of the book was finished by a team."),
        ("en", "Officials published the list with data and maps."),
        ("en", "The arch (new) - the second of three - is closed."),
        ("en", "The second arch is twelve wide (ells)"),
    ],
)
def test_prose_is_no_credit(language: str, line: str) -> None:
    """Words that credit lines use are no credit inside a sentence."""
    assert told(language, line, *BODY) == []


def test_labels_of_other_languages_are_known() -> None:
    """An archive may credit in its own language under a text in another."""
    assert told("en", *BODY, "Bron: De Dijkbode") == [("outlet", "De Dijkbode", None)]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("es", "Con información de Radio Loma y EFE", [("outlet", "Radio Loma"), ("agency", "EFE")]),
        ("es", "Con informaciones de la agencia EFE", [("agency", "EFE")]),
        ("pt", "Com informações da Agência Brasil", [("agency", "Agência Brasil")]),
        ("fr", "Paru dans Le Quai n° 45, 3 mai 2011", [("outlet", "Le Quai")]),
        ("de", "Erschienen in: Hafenblatt", [("outlet", "Hafenblatt")]),
        ("de", "Dieser Text erschien zuerst in unserer gedruckten Ausgabe.", []),
        ("en", "(Reporting by Mary Stone in Oldport; Editing by Tom Hall)", [("author", "Mary Stone")]),
        ("es", "Texto: Ana Ruiz. Fotos: Juan Paz", [("author", "Ana Ruiz")]),
        ("pt", "Publicada em 3 de maio de 2011 - Sul", []),
    ],
)
def test_what_stands_beside_a_name_is_not_part_of_it(language: str, line: str, expected: list[Told]) -> None:
    """Agencies are parted from papers, and issues, towns, editors and photographers left out."""
    found = told(language, *BODY, line)
    assert [(role, name) for role, name, _ in found] == expected
