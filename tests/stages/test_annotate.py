"""annotate: mentions with normalised values."""

import pytest
from tests.make import make_report

from careo.engines.plain import PlainTagger
from careo.model.seen import Figure, Mention, Office, Place, Time
from careo.stages.annotate import annotate


def mentions(text: str, language: str, published: str | None = None) -> list[Mention]:
    return list(annotate(make_report(text, language=language, published=published), PlainTagger()).mentions)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ministerin Ulla Brandner schickte am 3. Mai 80 Soldaten nach Graz."),
        ("nl", "Minister Bo Klaassen stuurde op 3 mei 80 militairen naar Zwolle."),
        ("es", "La ministra Irene Quiroga envió el 3 de mayo 80 soldados a Potosí."),
        ("en", "Defence Minister Ingrid Solheim sent 80 soldiers to Bergen on 3 May."),
    ],
)
def test_every_mention_is_there_letter_for_letter(language: str, text: str) -> None:
    """A mention's verbatim is the text at its offsets; mentions are sorted and each once."""
    found = mentions(text, language)
    assert {"person", "role", "figure", "date"} <= {mention.type for mention in found}
    assert all(text[mention.start : mention.end] == mention.verbatim for mention in found)
    keys = [(mention.start, mention.end, mention.type) for mention in found]
    assert keys == sorted(set(keys))


def test_furniture_yields_nothing() -> None:
    """No mention and no sentence is taken from an appeal or a footer."""
    text = "Olga Bern left Norway.\nDonate 50 dollars to Kenya Aid now."
    report = make_report(text, parts=(("body", "Olga"), ("furniture", "Donate")))
    annotation = annotate(report, PlainTagger())
    assert all(mention.end <= text.index("Donate") for mention in annotation.mentions)
    assert all(sentence.end <= text.index("Donate") for sentence in annotation.sentences)


def test_values_are_normalised_by_type() -> None:
    """Places, roles, figures and dates carry their value; names and instruments none."""
    found = mentions("Former President Olga Bern sent 80 Norwegian soldiers under Resolution 12.", "en")
    by_type = {mention.type: mention.value for mention in found}
    assert isinstance(by_type["role"], Office)
    assert by_type["role"].former
    assert isinstance(by_type["figure"], Figure)
    assert isinstance(by_type["place"], Place)
    assert by_type["place"].country == "NO"
    assert by_type["person"] is None
    assert by_type["instrument"] is None


def test_a_stated_kind_holds_for_the_whole_list() -> None:
    """Every name of a list after "Provinzen" is called a province."""
    found = mentions("Es geht um die Provinzen Arbol, Miranda und San Telmo.", "de")
    kinds = [mention.value.stated_kind for mention in found if isinstance(mention.value, Place)]
    assert kinds == ["Provinz"] * 3


def test_relative_dates_count_from_the_report() -> None:
    """With a publication date "next month" is a month; without one it stays open."""
    dated = [m.value for m in mentions("Troops arrive next month.", "en", "2024-05-07") if isinstance(m.value, Time)]
    undated = [m.value for m in mentions("Troops arrive next month.", "en") if isinstance(m.value, Time)]
    assert [time.first for time in dated] == ["2024-06"]
    assert all(time.first is None for time in undated)


def test_a_law_number_is_no_figure() -> None:
    """The number of a resolution counts nothing."""
    found = mentions("Laut Resolution 4.120 vom 7. März 2022 kamen 90 Soldaten.", "de")
    assert [mention.verbatim for mention in found if mention.type == "figure"] == ["90 Soldaten"]


def test_the_same_report_gives_the_same_mentions() -> None:
    """Annotating twice gives equal records."""
    report = make_report("Bürgermeisterin Olga Bern empfing 12 Gäste aus Chile.", language="de")
    assert annotate(report, PlainTagger()) == annotate(report, PlainTagger())


def test_a_language_without_word_lists_yields_nothing() -> None:
    """What cannot be read is left, not guessed."""
    report = make_report("Premiér Jan Novák odletěl do Osla.", language="cs")
    assert annotate(report, PlainTagger()).mentions == ()
