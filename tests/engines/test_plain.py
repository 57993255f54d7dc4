"""The rule-based tagger: words, lemmas and names at their places."""

import pytest

from careo.engines.base import Tagger
from careo.engines.plain import PlainTagger

CASES = [
    ("en", "Deputy Foreign Minister Ingrid Solheim met Admiral Tom Okafor in Bergen.", "person",
     ["Ingrid Solheim", "Tom Okafor"]),
    ("en", "Human Rights Watch and the newspaper Morning Tide said police fired.", "organisation",
     ["Human Rights Watch", "Morning Tide"]),
    ("de", "Der frühere Innenminister Pavel Drahoš sprach in Graz mit Generalin Ulla Brandner.", "person",
     ["Pavel Drahoš", "Ulla Brandner"]),
    ("de", "Die Tageszeitung Blue Harbour berichtet über die norwegische Küstenwache.", "organisation",
     ["Blue Harbour"]),
    ("nl", "De Noorse ambassadeur Ingrid Solheim sprak met president Tomás de la Vega.", "person",
     ["Ingrid Solheim", "Tomás de la Vega"]),
    ("es", "La exministra de Salud Irene Quiroga viajó a las provincias de Arbol, Miranda y Alto Sena.", "place",
     ["Arbol", "Miranda", "Alto Sena"]),
    ("de", "Betroffen sind die Provinzen Arbol, Miranda und San Telmo.", "place", ["Arbol", "Miranda", "San Telmo"]),
    ("en", "British troops and the Kenyan navy trained near Lamu.", "unit", ["British troops", "Kenyan navy"]),
    ("es", "Las fuerzas armadas chilenas recibieron a los soldados noruegos.", "unit",
     ["fuerzas armadas chilenas", "soldados noruegos"]),
    ("nl", "De Chileense marine en de nationale politie oefenden.", "unit", ["Chileense marine", "nationale politie"]),
]  # fmt: skip


def names(text: str, language: str) -> list[tuple[str, str]]:
    (sentence,) = PlainTagger().tag(text, ((0, len(text)),), language)
    return [(text[name.start : name.end], name.type) for name in sentence.names]


@pytest.mark.parametrize(("language", "text", "type_", "wanted"), CASES)
def test_names_have_their_type(language: str, text: str, type_: str, wanted: list[str]) -> None:
    """Names of a kind are found whole, without the role noun or title before them."""
    assert [verbatim for verbatim, found in names(text, language) if found == type_] == wanted


@pytest.mark.parametrize("language", ["de", "nl", "es", "en"])
def test_tokens_stand_where_they_say(language: str) -> None:
    """Every token's text is the text at its offsets, and no token overlaps another."""
    text = "U.S. troops, 4.766 people: “Zuid-Koreaanse” d'Or EE. UU. Kenya's l’Aquila 15-jarig."
    (sentence,) = PlainTagger().tag(text, ((0, len(text)),), language)
    assert all(text[token.start : token.end] == token.text for token in sentence.tokens)
    assert all(a.end <= b.start for a, b in zip(sentence.tokens, sentence.tokens[1:], strict=False))


def test_german_nouns_are_no_names() -> None:
    """A capital alone makes no name in German: ordinary nouns and compounds of them are left out."""
    text = "Die Bewaffnung und die Wetterberichterstattung der Hafenverwaltung kosten Geld."
    assert names(text, "de") == []


def test_sentence_starts_are_no_names() -> None:
    """A word with a capital only because a sentence begins is no name."""
    assert [*names("Yesterday it rained.", "en"), *names("Farmers stayed home.", "en")] == []


def test_a_language_without_word_lists_has_words_but_no_names() -> None:
    """Where there is no lexicon the tagger says nothing about names rather than guessing."""
    (sentence,) = PlainTagger().tag("Minister Jan Novák přijel.", ((0, 26),), "cs")
    assert sentence.names == ()
    assert len(sentence.tokens) == 5


def test_it_is_a_tagger() -> None:
    """It fits the protocol, and its name carries a version."""
    tagger: Tagger = PlainTagger()
    assert "/" in tagger.name
