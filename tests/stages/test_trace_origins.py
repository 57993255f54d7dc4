"""Who took from whom: edits, translations, passages, quotations, and reports that merely speak of the same."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.make import make_report
from tests.table import make_decision

from careo.engines.base import Vector
from careo.engines.sentences import SentenceEncoder
from careo.model.ids import group_id
from careo.model.inferred import Derivation, Story
from careo.model.seen import Credit, Quote, Report
from careo.stages.deciding.settle import Settled, settle
from careo.stages.trace import trace
from careo.text.passages import passages
from careo.text.quotes import find_quotes

ENCODER = SentenceEncoder()

GERMAN = (
    "Die Fähre Marga lief am Dienstagabend vor der Insel Soldero auf eine Sandbank.",
    "An Bord waren 214 Fahrgäste, darunter eine Schulklasse aus Wittbek mit 26 Kindern.",
    "Der Kapitän hatte wegen dichten Nebels die Fahrrinne verlassen, teilte die Wasserschutzpolizei mit.",
    "Drei Rettungsboote brachten die Menschen bis Mitternacht in den Hafen von Altmole.",
    "Elf von ihnen wurden mit Prellungen und Unterkühlungen in das Krankenhaus der Kreisstadt gefahren.",
    "Die Reederei Nordring will das Schiff mit der nächsten Flut freischleppen lassen.",
    "Der Bürgermeister von Soldero fordert seit Jahren, die Rinne tiefer auszubaggern.",
)
DUTCH = (
    "De veerboot Marga liep dinsdagavond voor het eiland Soldero vast op een zandbank.",
    "Aan boord waren 214 passagiers, onder wie een schoolklas uit Wittbek met 26 kinderen.",
    "De kapitein had vanwege dichte mist de vaargeul verlaten, meldde de waterpolitie.",
    "Drie reddingsboten brachten de mensen vóór middernacht naar de haven van Altmole.",
    "Elf van hen werden met kneuzingen en onderkoeling naar het ziekenhuis in de districtsstad gebracht.",
    "Rederij Nordring wil het schip bij het volgende hoogwater laten vlottrekken.",
    "De burgemeester van Soldero eist al jaren dat de geul dieper wordt uitgebaggerd.",
)
SPANISH = (
    "El alcalde de Soldero culpa al gobierno regional del accidente del transbordador Marga.",
    "«Llevamos ocho inviernos pidiendo que draguen el canal», protestó Henrik Lund ante los periodistas.",
    "Más de doscientos viajeros tuvieron que ser evacuados el martes en plena noche.",
    "Una madre contó que su hijo de nueve años seguía temblando cuando llegaron al puerto.",
    "La fiscalía abrió diligencias para saber por qué el barco navegaba tan lejos de las boyas.",
    "Los seguros del barco vencían a finales de mes, según el registro mercantil.",
)
RETOLD = (
    "Am Dienstagabend ist die Fähre Marga vor der Insel Soldero auf eine Sandbank aufgelaufen.",
    "214 Fahrgäste waren an Bord, unter ihnen 26 Kinder einer Schulklasse aus Wittbek.",
    "Nach Angaben der Wasserschutzpolizei war der Kapitän wegen des dichten Nebels von der Fahrrinne abgekommen.",
    "Bis Mitternacht wurden die Menschen von drei Rettungsbooten in den Hafen von Altmole gebracht.",
    "In das Krankenhaus der Kreisstadt kamen elf von ihnen, mit Prellungen und Unterkühlungen.",
    "Mit der nächsten Flut soll das Schiff freigeschleppt werden, kündigte die Reederei Nordring an.",
)
OTHER = (
    "In Altmole wird im Herbst über eine Brücke nach Soldero abgestimmt.",
    "Die Gegner rechnen mit Kosten von 90 Millionen Euro und fürchten um die Ruhe der Insel.",
    "Die Befürworter verweisen auf die langen Wartezeiten im Sommer.",
    "Ein Gutachten des Landkreises liegt seit dem Frühjahr in der Schublade.",
)
SPEECH = "„Wir haben jedes Jahr um einen Bagger gebeten, und jedes Jahr bekamen wir einen freundlichen Brief zurück“"


def told(lines: Sequence[str], language: str, outlet: str, published: str | None = None) -> Report:
    """Return a report of an outlet, a paragraph a line, with its quotations marked."""
    report = make_report("\n\n".join(lines), language=language, published=published, origin=f"{outlet}.txt")
    quotes = tuple(Quote(*span) for span in find_quotes(report.text, language))
    return replace(report, publisher=outlet, quotes=quotes)


@cache
def vector(text: str) -> Vector:
    """Return the true vector of a sentence, made once."""
    return ENCODER.encode([text])[0]


def traced(
    *reports: Report, story: Sequence[str] | None = None, settled: Settled | None = None
) -> tuple[Derivation, ...]:
    """Return who took from whom, with true vectors."""
    vectors = {passage.text: vector(passage.text) for report in reports for passage in passages(report)}
    ids = tuple(story or sorted(report.id for report in reports))
    return trace(
        Story(group_id("story", ids), "t", ids, None, None, ()), reports, settled or Settled(), vectors=vectors
    )


def test_a_translation_is_told_from_its_original_by_the_days() -> None:
    """Sentences render each other at their places, and the earlier report is the origin."""
    original, later = told(GERMAN, "de", "Inselbote", "2024-03-12"), told(DUTCH, "nl", "Havenkrant", "2024-03-14")
    [found] = traced(later, original)
    assert (found.type, found.from_, found.to) == ("translation", original.id, later.id)
    assert "published 2024-03-14, the other 2024-03-12" in found.reason
    sides = [(original.text[a:b], later.text[c:d]) for a, b, c, d in found.sentences]
    assert set(sides) <= set(zip(GERMAN, DUTCH, strict=True))
    assert len(sides) >= 5


def test_a_credit_line_tells_the_origin_before_the_day_does() -> None:
    """Who credits the other's outlet took it from there, whatever the dates say, and that outlet is not outside."""
    original, copy = told(GERMAN, "de", "Inselbote", "2024-03-14"), told(DUTCH, "nl", "Havenkrant", "2024-03-12")
    copy = replace(copy, credit=(Credit("Bron: Inselbote", 0, 15, "outlet", "Inselbote", None),))
    [found] = traced(original, copy)
    assert (found.from_, found.to) == (original.id, copy.id)
    assert "it credits Inselbote" in found.reason


def test_reports_of_one_event_are_independent() -> None:
    """A report that tells the same event from its own sources took nothing, in another language or the same."""
    assert traced(told(GERMAN, "de", "Inselbote"), told(SPANISH, "es", "Diario del Puerto")) == ()
    assert traced(told(GERMAN, "de", "Inselbote"), told(OTHER, "de", "Kreisblatt")) == ()


def test_half_of_a_short_report_here_and_there_is_no_translation() -> None:
    """Two who tell the same facts meet in some sentences; both stay witnesses, and what they share is said."""
    own = ("Niemand weet nog waarom het schip daar voer.", "Het regende de hele dag hard op het eiland.")
    one = told([GERMAN[0], OTHER[0], GERMAN[1], OTHER[1], GERMAN[3], OTHER[2]], "de", "Seeblatt")
    other = told([DUTCH[0], own[0], DUTCH[1], DUTCH[5], DUTCH[3], own[1]], "nl", "Kust")
    (found,) = traced(one, other)
    assert found.type == "shared" and "told twice" in found.reason


def test_figures_that_contradict_each_other_are_no_translation() -> None:
    """A sentence with another count is not the other one's rendering, however alike they are."""
    counted = DUTCH[1].replace("214", "187").replace("26", "31")
    original, other = told(GERMAN, "de", "Inselbote"), told((DUTCH[0], counted, *DUTCH[2:]), "nl", "Havenkrant")
    [found] = traced(original, other)
    assert all(counted != other.text[c:d] for _, _, c, d in found.sentences)


def test_a_text_told_in_other_words_is_an_edit() -> None:
    """Sentence after sentence told anew in the same language."""
    original, later = told(GERMAN, "de", "Inselbote", "2024-03-12"), told(RETOLD, "de", "Kreisblatt", "2024-03-13")
    [found] = traced(original, later)
    assert (found.type, found.from_) == ("edit", original.id)


def test_a_passage_taken_over_is_shared() -> None:
    """Two sentences of one report inside another are a passage, not an edit of the whole."""
    lines = (*OTHER[:2], GERMAN[2], GERMAN[3], *OTHER[2:], *(f"{line[:-1]}, heißt es auf der Insel." for line in OTHER))
    original, later = told(GERMAN, "de", "Inselbote", "2024-03-12"), told(lines, "de", "Kreisblatt", "2024-03-20")
    [found] = traced(original, later)
    assert (found.type, found.from_) == ("shared", original.id)
    assert [later.text[c:d] for _, _, c, d in found.sentences] == [GERMAN[2], GERMAN[3]]


def test_one_speech_in_two_reports_is_nobodys_copy() -> None:
    """What stands in quotation marks is set aside: both reporters heard it."""
    one = told((*GERMAN[:3], f"{SPEECH}, sagte Lund."), "de", "Inselbote")
    other = told((*OTHER, f"Lund erklärte: {SPEECH}."), "de", "Kreisblatt")
    assert traced(one, other) == ()


def test_a_speech_over_paragraphs_is_nobodys_copy() -> None:
    """A quotation that opens in one paragraph and closes in a later one is set aside whole."""
    speech = (
        "„Wir haben jedes Jahr um einen Bagger gebeten.",
        "Und jedes Jahr bekamen wir einen freundlichen Brief aus der Hauptstadt zurück, in dem Geduld stand.",
        "Jetzt liegt ein Schiff auf dem Sand, und niemand soll sagen, er habe es nicht gewusst.“",
    )
    assert traced(told((*GERMAN[:3], *speech), "de", "Inselbote"), told((*OTHER, *speech), "de", "Kreisblatt")) == ()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Wie der Inselbote berichtet, waren 214 Fahrgäste auf dem Schiff, darunter 26 Kinder aus Wittbek."),
        ("en", "There were 214 passengers on board, among them 26 children from Wittbek, the Inselbote reported."),
    ],
)
def test_a_report_that_names_the_others_outlet_quotes_it(language: str, line: str) -> None:
    """The sentence that names the outlet, and the one it is about, are given."""
    original = told(GERMAN, "de", "Der Inselbote", "2024-03-12")
    other = told((*OTHER, line), language, "Kreisblatt", "2024-03-20")
    [found] = traced(original, other)
    assert (found.type, found.from_, found.to) == ("quotation", original.id, other.id)
    assert [(original.text[a:b], other.text[c:d]) for a, b, c, d in found.sentences] == [(GERMAN[1], line)]
    assert line in found.reason


def test_an_agency_is_quoted_without_the_word_for_one() -> None:
    """The word for an agency and the article may be others, or missing, where a report names it."""
    line = "In totaal zaten er volgens nieuwsdienst Nordsee-Presse 214 mensen op het schip, van wie 26 kinderen."
    original = told(GERMAN, "de", "Agentur Nordsee-Presse", "2024-03-12")
    [found] = traced(original, told((*SPANISH[:2], line), "nl", "Havenkrant", "2024-03-13"))
    assert (found.type, found.from_) == ("quotation", original.id)


def test_an_outlets_name_alone_is_no_quotation() -> None:
    """Who names a paper and tells nothing of what it reports has not taken it from there."""
    line = "Der Inselbote feiert im Juni sein hundertjähriges Bestehen mit einem Fest im Gemeindehaus."
    assert traced(told(GERMAN, "de", "Inselbote"), told((*OTHER, line), "de", "Kreisblatt")) == ()


def test_two_papers_with_one_agencys_text_are_one_origin_sooner() -> None:
    """A third of a text in common is an edit where both credit the agency that supplied it."""
    lines = (
        GERMAN[0],
        GERMAN[1],
        *(line for line in OTHER),
        *(f"{line[:-1]}, sagte ein Anwohner." for line in OTHER[1:]),
    )
    credit = Credit("(nda)", 0, 5, "agency", "NDA", None)
    papers = told(GERMAN, "de", "Inselbote"), told(lines, "de", "Kreisblatt")
    [alone] = [d for d in traced(*papers) if d.from_]
    [credited] = [d for d in traced(*(replace(paper, credit=(credit,)) for paper in papers)) if d.from_]
    assert (alone.type, credited.type) == ("shared", "edit")
    assert "both credit nda" in credited.reason


def test_a_persons_copy_beats_a_quotation_that_was_found() -> None:
    """Who decides that a report is a copy is obeyed, also where the engine found less."""
    line = "Wie der Inselbote berichtet, waren 214 Fahrgäste auf dem Schiff, darunter 26 Kinder aus Wittbek."
    two = told(GERMAN, "de", "Inselbote"), told((*OTHER, line), "de", "Kreisblatt")
    decision = make_decision("copy", "report", [(report.id, report.id) for report in two])
    [found] = traced(*two, settled=settle([decision], lambda subject: subject.id))
    assert (found.type, found.score) == ("copy", 1.0)


FIVE = (
    told(GERMAN, "de", "Inselbote", "2024-03-12"),
    told(DUTCH, "nl", "Havenkrant", "2024-03-14"),
    told(RETOLD, "de", "Kreisblatt"),
    told(SPANISH, "es", "Diario del Puerto", "2024-03-13"),
    told((*OTHER, GERMAN[2], GERMAN[3]), "de", "Abendzeitung"),
)


@given(st.permutations(FIVE))
@settings(max_examples=12, deadline=None)
def test_the_order_of_arrival_changes_nothing(reports: Sequence[Report]) -> None:
    """The same set of reports gives the same derivations."""
    story = sorted(report.id for report in FIVE)
    assert traced(*reports, story=story) == traced(*FIVE, story=story)
