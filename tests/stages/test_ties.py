"""Which mention belongs to which: roles and their holders, acronyms and their long forms."""

import pytest
from tests.make import make_report

from careo.engines.plain import PlainTagger
from careo.model.seen import Mention
from careo.stages.annotate import annotate


def tied(text: str, language: str) -> dict[str, str]:
    """Return the verbatim of each mention that belongs to another, with the other's."""
    found = mentions(text, language)
    by_id = {mention.id: mention for mention in found}
    return {mention.verbatim: by_id[mention.of].verbatim for mention in found if mention.of is not None}


def mentions(text: str, language: str) -> tuple[Mention, ...]:
    return annotate(make_report(text, language=language), PlainTagger()).mentions


@pytest.mark.parametrize(
    ("language", "text", "role", "holder"),
    [
        ("de", "Der ehemalige Verteidigungsminister Bernd Falkner schwieg.", "Verteidigungsminister", "Bernd Falkner"),
        ("nl", "Oud-premier Bo Klaassen zweeg.", "Oud-premier", "Bo Klaassen"),
        ("es", "El ministro de Defensa, Ramiro Salas, calló.", "ministro de Defensa", "Ramiro Salas"),
        ("en", "Ingrid Solheim, the defence minister, was silent.", "defence minister", "Ingrid Solheim"),
        ("fr", "La ministre de la Défense Anne Morel se tait.", "ministre de la Défense", "Anne Morel"),
        ("it", "Il ministro della Difesa Aldo Ferri tace.", "ministro della Difesa", "Aldo Ferri"),
        ("pt", "O ministro da Defesa, Paulo Prado, calou.", "ministro da Defesa", "Paulo Prado"),
    ],
)
def test_a_role_belongs_to_its_holder(language: str, text: str, role: str, holder: str) -> None:
    """The title stays outside the name and points at it, in seven languages."""
    assert tied(text, language) == {role: holder}


@pytest.mark.parametrize(
    ("language", "text", "short", "long"),
    [
        ("de", "Die Nordische Fischerei-Organisation (NFO) tagte.", "NFO", "Nordische Fischerei-Organisation"),
        ("nl", "De Nationale Raad voor Havens (NRH) zweeg.", "NRH", "Nationale Raad voor Havens"),
        ("es", "La Comisión Nacional de Puertos y Faros (CNPF) calló.", "CNPF", "Comisión Nacional de Puertos y Faros"),
        (
            "en",
            "The Northern Commission on Fishing Rights (NCFR) met.",
            "NCFR",
            "Northern Commission on Fishing Rights",
        ),
        ("fr", "La Commission nationale des phares (CNP) se tait.", "CNP", "Commission nationale des phares"),
        ("it", "La Commissione Nazionale dei Porti (Cnp) tace.", "Cnp", "Commissione Nazionale dei Porti"),
        ("pt", "A Comissão Nacional dos Portos (CNP) votou.", "CNP", "Comissão Nacional dos Portos"),
        (
            "en",
            "The NCFR (Northern Commission on Fishing Rights) met.",
            "NCFR",
            "Northern Commission on Fishing Rights",
        ),
        ("es", "La Organización Mundial de Puertos (WPO, en inglés) calló.", "WPO", "Organización Mundial de Puertos"),
        ("de", "Die Nordische Fischerei-Kommission (NFC) tagte.", "NFC", "Nordische Fischerei-Kommission"),
    ],
)
def test_an_acronym_belongs_to_its_long_form(language: str, text: str, short: str, long: str) -> None:
    """The long form is one mention, whole and exact, and the acronym points at it; a translated one does too."""
    assert tied(text, language) == {short: long}
    found = {mention.verbatim: mention for mention in mentions(text, language)}
    assert found[short].type == found[long].type
    assert all(text[mention.start : mention.end] == mention.verbatim for mention in found.values())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Horst Falkner (CDU) sprach in Kiel mit der Partei der Arbeit (CDU)."),
        ("nl", "Bo Klaassen (VVD) zweeg in Gent (BEL)."),
        ("es", "MADRID (EFE) - Ramiro Salas (PP) calló."),
        ("en", "Amos Field (R-Texas) and Clara Dune Upton (CDU) left the Harbour Bank Inc (HBX)."),
        ("fr", "Anne Morel (PS) était à Brest, PS et UMP aussi."),
        ("it", "Aldo Ferri (PD) e la Croce Azzurra (ITA) tacciono."),
        ("pt", "Paulo Prado (PT-SP) foi a Santos (SP)."),
    ],
)
def test_a_party_a_state_an_agency_and_a_country_are_no_acronyms(language: str, text: str) -> None:
    """What stands in brackets behind a person, in a dateline or behind a company is tied to nothing."""
    assert tied(text, language) == {}


def test_what_was_found_in_pieces_is_one_mention() -> None:
    """The pieces of a long form that the tagger cut go; nothing else does."""
    found = [m.verbatim for m in mentions("Ana Ruiz left the Northern Commission on Fishing Rights (NCFR).", "en")]
    assert found == ["Ana Ruiz", "Northern Commission on Fishing Rights", "NCFR"]
