"""extract: what stands beside a statement in its sentence, and is another's source, role, date or no statement."""

from dataclasses import replace

import pytest
from tests.make import make_report

from careo.engines.neural import NeuralTagger
from careo.model.seen import Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract
from careo.stages.extracting.borne import borne
from careo.text.telling.scene import lay_out
from careo.text.words import words

TAGGER = NeuralTagger()


def told(text: str, language: str) -> tuple[Statement, ...]:
    """Return the statements of a report of one paragraph, with the syntax of the trained tagger."""
    return extract(annotate(make_report(text, language=language, published="2024-10-01"), TAGGER))


def types(text: str, language: str) -> list[str]:
    return [made.type for made in told(text, language)]


TWO_SOURCES = [
    ("it", "Secondo il sindaco morirono 26 persone; secondo il sindacato i morti furono almeno 325."),
    ("en", "According to the mayor, 26 people were killed; according to the union, at least 325 were killed."),
    ("de", "Nach Angaben der Polizei wurden 26 Menschen verletzt, nach Angaben der Veranstalter wurden 325 verletzt."),
    ("es", "Según el gobierno murieron 26 personas, y según los vecinos murieron 325 personas."),
    ("fr", "Selon le gouvernement, 26 personnes sont mortes ; selon le syndicat, 325 personnes sont mortes."),
    ("nl", "Volgens de politie zijn 26 mensen gewond geraakt; volgens de vakbond zijn 325 mensen gewond geraakt."),
    ("pt", "Segundo o governo, morreram 26 pessoas; segundo o sindicato, morreram 325 pessoas."),
    ("en", "The ministry said 26 people died, while the union said 325 people died."),
]


@pytest.mark.parametrize(("language", "text"), TWO_SOURCES)
def test_each_source_has_its_own_figure(language: str, text: str) -> None:
    """Two sources in one sentence: neither is credited with the other's figure."""
    low, high = told(text, language)
    assert [figure.low for figure in (*low.figures, *high.figures)] == [26, 325]
    assert len(low.attribution) == len(high.attribution) == 1
    assert low.attribution[0].start < high.attribution[0].start


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Nine miners died, according to Basque authorities.", "en", "Basque authorities"),
        ("Nine miners died, Basque authorities said.", "en", "Basque authorities"),
        ("Nine miners died, according to Togo's interior ministry.", "en", "Togo's interior ministry"),
        ("Nach Angaben von zwei Quellen im Innenministerium starben neun Menschen.", "de",
         "Quellen im Innenministerium"),
        ("Nach Angaben der Polizei starben neun Menschen.", "de", "Polizei"),
    ],
)  # fmt: skip
def test_a_source_is_the_body_and_not_whose_it_is(text: str, language: str, source: str) -> None:
    """A country or a people is no source where its ministry or its authorities are."""
    (made,) = told(text, language)
    assert [one.who for one in made.attribution] == [source]


@pytest.mark.parametrize(
    ("text", "language", "type_"),
    [
        ("Five people have been killed in the protests against Danish troops.", "en", "ATTACK"),
        ("Vijf mensen zijn gedood bij de protesten tegen Deense troepen.", "nl", "ATTACK"),
        ("Fünf Menschen wurden bei den Protesten gegen dänische Truppen getötet.", "de", "ATTACK"),
        ("Seven people were arrested during clashes between protesters and riot police.", "en", "DETAIN"),
        ("Sette persone sono state arrestate durante gli scontri tra manifestanti e agenti.", "it", "DETAIN"),
        ("Sept personnes ont été arrêtées lors d'affrontements entre manifestants et policiers.", "fr", "DETAIN"),
        ("Five people were arrested in a campaign against the Danish army.", "en", "DETAIN"),
    ],
)
def test_whom_another_noun_is_against_suffers_nothing(text: str, language: str, type_: str) -> None:
    """Neither the target of a protest nor one side of a clash is among the victims or the detained."""
    (made,) = [one for one in told(text, language) if one.type == type_]
    assert made.actors == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A day before the removal of President Ada Bell, the envoy Carl Roe met General Otto Lind.", "en"),
        ("Einen Tag vor der Absetzung von Präsidentin Ada Bell traf der Gesandte Carl Roe General Otto Lind.", "de"),
        ("Un día antes de la destitución de la presidenta Ada Bell, Carl Roe se reunió con Otto Lind.", "es"),
    ],
)
def test_an_occasion_is_no_statement(text: str, language: str) -> None:
    """What only says when something else happened is not told by the sentence."""
    assert types(text, language) == ["MEET"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le Sénat a autorisé l'entrée de 90 soldats danois.", "fr"),
        ("El Senado autorizó el ingreso de 90 soldados daneses.", "es"),
        ("De Senaat gaf toestemming voor de komst van 90 Deense soldaten.", "nl"),
    ],
)
def test_a_permission_takes_over_what_it_permits(text: str, language: str) -> None:
    """The entry that is allowed is no second statement; the law has its soldiers."""
    (law,) = told(text, language)
    assert law.type == "LAW"
    assert [figure.low for figure in law.figures] == [90]


@pytest.mark.parametrize(
    ("text", "language", "type_", "modality"),
    [
        ("Denmark has promised Togo a loan of $2 billion.", "en", "TRANSFER", "planned"),
        ("Il presidente ha promesso di non reprimere i manifestanti.", "it", "ABUSE", "planned"),
        ("De uitzending van troepen naar Togo wordt voorbereid.", "nl", "DEPLOY", "planned"),
        ("The leaders are in detention awaiting trial for fraud.", "en", "COURT", "planned"),
    ],
)
def test_what_is_promised_or_awaited_has_not_happened(text: str, language: str, type_: str, modality: str) -> None:
    """A promise, a preparation and a trial to come are plans."""
    (made,) = [one for one in told(text, language) if one.type == type_]
    assert made.modality == modality


def test_the_day_of_another_clause_stays_there() -> None:
    """Who won in December is not thereby detained in December."""
    text = "Despite winning elections in December 2022, the party now has many of its leaders in detention."
    (made,) = [one for one in told(text, "en") if one.type == "DETAIN"]
    assert made.times == ()


def test_a_toll_without_a_date_is_of_the_day_told_before_it() -> None:
    """The count of an old massacre is not of the day on which it is told again."""
    text = "Il 2 ottobre 1968 l'esercito sparò sugli studenti. Secondo il governo morirono 26 persone."
    (made,) = [one for one in told(text, "it") if one.type == "TOLL"]
    assert [(time.first, time.rule.endswith("+carried")) for time in made.times] == [("1968-10-02", True)]


def test_a_toll_counts_from_no_weekday_told_before_it() -> None:
    """A day that counts from the report may be that of an update: it is not carried on."""
    text = "Soldiers fired on students on Sunday. More than 200 people were killed."
    assert [one.times for one in told(text, "en") if one.figures] == [()]


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Dänemark gewährt Togo einen Kredit von 1,8 Milliarden Dollar.", "de", "Dollar"),
        ("The Senate approved Law No. 7,421 on Monday.", "en", "No."),
        ("Le tribunal juge que le maire a menti.", "fr", "juge"),
    ],
)
def test_words_of_a_sum_a_law_or_a_verb_name_nobody(text: str, language: str, word: str) -> None:
    """A currency, "No." and a verb that is also an office are no names."""
    mentions = annotate(make_report(text, language=language), TAGGER).mentions
    assert not [one for one in mentions if word in one.verbatim and one.type in {"name", "person", "role"}]


def test_a_number_of_a_law_negates_nothing() -> None:
    """A law's "No." is no negation, and its number reads the same with a comma or a full stop."""
    (made,) = told("The Senate approved Law No. 7,421 on Monday.", "en")
    assert (made.polarity, [law.number for law in made.instruments]) == ("affirmed", ["7.421"])


def test_votes_are_the_divisions_and_not_the_laws() -> None:
    """Members who voted are counted as votes, in Dutch as elsewhere."""
    (made,) = told("Er stemden 70 parlementsleden voor en 33 tegen.", "nl")
    assert (made.type, [(figure.measure, figure.low) for figure in made.figures]) == (
        "VOTE",
        [("votes", 70), ("votes", 33)],
    )


def test_whom_a_verb_is_done_to_does_not_act_as_its_subject_does() -> None:
    """Who is summoned is no investigator, though a tagger calls both sides so."""
    text = "The prosecutor summoned Ivo Tarn in May."
    annotation = annotate(make_report(text, language="en"), TAGGER)
    [sentence] = annotation.sentences
    [made] = [one for one in extract(annotation) if one.type == "PROBE"]
    asking, asked = made.actors
    both = (asking, replace(asked, role=asking.role))
    scene = lay_out(text, "en", words(text, 0, len(text), "en"), annotation.mentions)
    assert borne(scene, sentence, replace(made, actors=both)).actors == (asking,)
