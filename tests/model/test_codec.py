"""Record to JSON and back."""

import json

import pytest
from tests.make import make_capture, make_report
from tests.table import make_decision, make_figure, make_mention, make_time, meeting

from careo.errors import AnchorError
from careo.model.codec import dumps, loads
from careo.model.inferred import Change, Claim, Derivation, Slot, Value, Version
from careo.model.seen import Equipment


def test_every_kind_of_value_comes_back_as_it_was() -> None:
    """What is written and read back is the same."""
    report, statement, mentions = meeting("de", "Tomás Lindo")
    figure = make_mention(report, "Arlen", "figure", make_figure(report, "Arlen", "troops", 5.5, None))
    time = make_mention(report, "Arlen", "date", make_time(report, "Arlen", "XXXX-11-01", None))
    decision = make_decision("merge", "mention", [(m.id, m.report) for m in mentions])
    for record in (make_capture(b"x"), report, statement, *mentions, figure, time, decision):
        assert loads(dumps(record)) == record


def test_words_python_keeps_for_itself_are_plain_in_json() -> None:
    """`from_` and `class_` lose their underscore, a claim's slots are an object, whole numbers have no `.0`."""
    derivation = Derivation("derivation-1", "a", "b", "copy", None, ((0, 1, 2, 3),), 1.0, "r")
    claim = Claim(
        "claim-1", "s", "LAW", "g", (Slot("time", (Value("2025", ("x",)),)),), ("x",), ("r",), (), "r", (), ()
    )  # fmt: skip
    assert json.loads(dumps(derivation))["from"] == "a"
    assert json.loads(dumps(derivation))["score"] == 1
    assert json.loads(dumps(claim))["slots"] == {"time": [{"value": "2025", "statements": ["x"], "corrected": []}]}
    assert loads(dumps(derivation)) == derivation
    assert loads(dumps(claim)) == claim
    version = Version(
        "version-1", "b", "a", 1.0, "r", (Change("added", None, (0, 3)), Change("changed", (0, 2), (3, 5)))
    )
    assert loads(dumps(version)) == version
    assert Equipment("x", "weapon", None, 0, 1).class_ == "weapon"


@pytest.mark.parametrize("line", ["", "{}", '{"kind":"report"}', '{"kind":"nothing","id":"x"}'])
def test_what_is_no_record_is_said_aloud(line: str) -> None:
    """A damaged line is an error, never half a record."""
    with pytest.raises(AnchorError):
        loads(line)


def test_a_report_keeps_its_text_to_the_letter() -> None:
    """Accents, quotation marks and line ends survive."""
    report = make_report("„Größe“ – it’s\nñ 𝔸")
    assert loads(dumps(report)).text == report.text  # type: ignore[union-attr]
