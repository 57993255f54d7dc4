"""Who, what, when and where: which statement answers, and what is right."""

import json
from pathlib import Path

import pytest
from eval.main_event import alike, answered, coded_reports, main_event, shown_first
from eval.score import SetMissing

from careo.engines.plain import PlainTagger
from tests.render.factory import Maker, time

ROW = {
    "title": "Minister Ada Lund meets farmers in Norvik",
    "description": "Ada Lund met farmers on Monday.",
    "text": "The talks took an hour. Nobody was hurt. A band played. Later the band left for Sundby.",
    "date_publish": "2019-05-03 10:00:00",
    "fiveWoneH": {
        "who": {"annotated": [{"text": "Minister Lund"}, {"coderPhraseCount": 3}]},
        "what": {"annotated": [{"text": "meet with the farmers"}]},
        "when": {"annotated": [{"text": "at noon", "parsed": "2019-04-29"}]},
        "where": {"annotated": [{"coderPhraseCount": 3}]},
    },
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one coded report."""
    folder = tmp_path / "giveme5w1h" / "data"
    folder.mkdir(parents=True)
    (folder / "1.json").write_text(json.dumps(ROW), encoding="utf-8")
    return tmp_path


def test_phrases_are_alike_by_half_their_content_words() -> None:
    """Case, endings and small words do not count; one word of three does not make two phrases alike."""
    assert alike("Blames the Mayor", "blamed mayor Lund")
    assert alike("Lund", "Minister Ada Lund")
    assert not alike("Sundby harbour fire brigade", "harbour of Norvik in the north")
    assert not alike("on the", "on the")


def test_the_opening_is_headline_lead_and_three_sentences(data: Path) -> None:
    """What stands later in the text is not asked, nor is a question that no coder answered."""
    (coded,) = coded_reports(data)
    assert coded.report.text[: coded.opening].endswith("A band played.")
    assert [part.role for part in coded.report.parts] == ["headline", "lead", "body"]
    assert (coded.phrases["who"], coded.phrases["where"], coded.days) == (("Minister Lund",), (), ("2019-04-29",))


def test_a_typed_statement_with_an_actor_goes_first(data: Path) -> None:
    """One without an actor, and one of no type, stand for the report only where there is no better."""
    (coded,) = coded_reports(data)
    made = Maker(coded.report)
    bare = made.statement("MEET", ROW["title"], "meets")
    loose = made.statement("OTHER", ROW["description"], "met", actors=(made.actor("subject", "Ada Lund"),))
    whole = made.statement("MEET", ROW["description"], "talks", actors=(made.actor("participant", "Ada Lund"),))
    assert shown_first([bare, loose, whole]) is whole
    assert shown_first([bare, loose]) is loose
    assert shown_first([bare]) is bare
    assert shown_first([]) is None


def test_answers_are_counted_by_words_or_by_the_day(data: Path) -> None:
    """A time is right by the day it spans, whatever its words; a place that is not said is no answer."""
    (coded,) = coded_reports(data)
    made = Maker(coded.report)
    one = made.statement(
        "MEET", ROW["title"], "meets", actors=(made.actor("participant", "Ada Lund"),
        made.actor("participant", "farmers")), times=(time(made, "Monday", "2019-04-29", "2019-04-29", "day"),),
    )  # fmt: skip
    assert [answered(coded, question, one) for question in ("who", "what", "when", "where")] == [
        (True, True), (True, True), (True, True), (False, False),
    ]  # fmt: skip


def test_the_whole_measure_runs_on_the_folder(data: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Three questions are asked of the report; without the set the measure says what it looked for."""
    counts = {(score.set, score.measure): score.count for score in main_event(data, PlainTagger())}
    assert counts["giveme5w1h", "four f1"] == counts["each-question", "four f1"] == 3
    assert counts["giveme5w1h", "who f1"] == 1
    assert not [measure for _, measure in counts if measure.startswith("where")]
    with pytest.raises(SetMissing, match="giveme5w1h"):
        main_event(tmp_path_factory.mktemp("empty"), PlainTagger())
