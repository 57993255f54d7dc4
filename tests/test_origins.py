"""The measure of origins: what its pairs are made of."""

from eval.origins_cases import OWN, Pair, own
from eval.origins_edits import EDITS, passage
from eval.origins_pairs import Traced, _of
from eval.origins_texts import _spaced, report

LINES = [
    "Storm closes the harbour",
    "The harbour of Arlen was closed for three days, the port office (which has run it since 1904) said on Monday.",
    "More than 40 ships waited outside the breakwater, some of them short of water, until the wind fell.",
    "A crane worth 1,500,000 euros fell into the basin and blocks the northern quay.",
    "Nobody was hurt, but the mayor spoke of the worst night in the town's memory.",
    "Fishermen want to be paid for the lost days, and the ministry will decide in June.",
]


def test_a_made_copy_is_always_the_same() -> None:
    """The same text gives the same copy, which keeps some of the text and is not the text."""
    for edit in EDITS.values():
        made = edit(list(LINES), "en")
        assert made == edit(list(LINES), "en")
        assert made != LINES
        assert {word for line in made for word in line.split()} & set(LINES[1].split() + LINES[3].split())


def test_a_passage_stands_whole_in_the_other_report() -> None:
    """Two lines at least of the one follow each other inside the other, which loses nothing."""
    other = [f"Line {number} of another report." for number in range(6)]
    made = passage(LINES, other)
    taken = [line for line in made if line in LINES]
    assert len(taken) >= 2
    assert " ".join(taken) in " ".join(made)
    assert [line for line in made if line not in LINES] == other


def test_tokens_become_written_sentences() -> None:
    """Marks stand where they are written, and a sentence quoted as a cell of a table is not a quotation."""
    assert _spaced(["``", "Yes", "''", ",", "said", "Jo", "(", "40", ")", "."]) == "“Yes”, said Jo (40)."
    assert _spaced(['"', "Jo", "zei", '"', '"', "ja", '"', '"', ".", '"']) == "Jo zei “ja”."


def test_own_reports_are_whole() -> None:
    """Each group has derived and independent pairs, and a derived report is of the language family its kind says."""
    groups = list(own())
    assert groups
    assert OWN.is_dir()
    for pairs in groups:
        kinds = {pair.kind for pair in pairs}
        assert "independent" in kinds
        assert kinds & {"copy", "edit", "translation"}
        assert all(pair.across for pair in pairs if pair.kind == "translation")
        assert not any(pair.across for pair in pairs if pair.kind in ("copy", "edit"))


def test_what_nobody_found_counts_against_recall_alone() -> None:
    """An independent pair left alone is right, a derived one left alone is missed."""
    one, other = (report(LINES, "en", outlet=name) for name in ("The Mail", "The Post"))
    pairs = [Pair(kind, "", "g", one, other, frozenset(), False) for kind in ("copy", "independent")]
    figures = {score.measure: score.value for score in _of("s", "same", [Traced(pair, ()) for pair in pairs])}
    assert (figures["derived recall"], figures["apart right"], figures["copy recall"]) == (0.0, 1.0, 0.0)
