"""The measures on stories told by several reports, on a small story made for it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from eval.accounts import OWN, Account, Difference, Proposition, Sheet, mixed, own
from eval.accounts_differences import Sifted, discrepancies_ntrex, sift
from eval.accounts_laid import Laid, lay
from eval.accounts_oracle import told
from eval.alignment import asked, claims_ntrex, companions, found, shares
from eval.claims_cltls import claims_cltls, time_lines
from eval.score import SetMissing

from careo.model.inferred import Discrepancy, Value

ENGLISH = Sheet("p-1", "en", "Harbour Post", "2023-05-06", (
    (1, "Minister opens bridge at Lenham"),
    (2, "Transport Minister Ada Norling opened the new bridge at Lenham on Friday."),
    (3, "Police arrested 14 protesters in Lenham on Friday."),
    (4, "Mayor Olaf Brand met the union of fishermen in Lenham on Saturday."),
))  # fmt: skip
GERMAN = Sheet("p-2", "de", "Lenhamer Bote", "2023-05-07", (
    (1, "Festnahmen bei der Einweihung"),
    (2, "Die Polizei nahm am Freitag in Lenham 19 Demonstranten fest."),
    (3, "Am Abend regnete es in der ganzen Region."),
))  # fmt: skip
ARREST = Proposition("c1", "DETAIN", "arrests", frozenset({("p-1", 3), ("p-2", 2), ("p-2", 1)}), True)
WEATHER = Proposition("c2", "OTHER", "a loose one", frozenset({("p-1", 4), ("p-2", 3)}), False)
FOURTEEN, NINETEEN = (("p-1", 3), "14"), (("p-2", 2), "19")
GOLD = Difference("c1", "figure", frozenset({"contradiction"}), "contradiction", (FOURTEEN, NINETEEN), True)


@pytest.fixture(scope="module")
def laid() -> Laid:
    """The story on a desk."""
    account = Account("bridge", "own-tune", 0, (ENGLISH, GERMAN), (ARREST, WEATHER), (GOLD,))
    return next(lay([account]))


def differing(laid: Laid, kind: str, slot: str, *lines: tuple[str, int]) -> Discrepancy:
    """Return a discrepancy between the first statements of some lines."""
    at = {line: id_ for id_, line in sorted(laid.line_of.items(), reverse=True)}
    values = tuple(Value(str(n), (at[line],)) for n, line in enumerate(lines))
    return Discrepancy("discrepancy-x", "claim-x", slot, kind, values, None, "")  # type: ignore[arg-type]


def test_each_statement_is_laid_at_its_line(laid: Laid) -> None:
    """What careo says of a sentence is counted at the line that the sentence is, headline moved or not."""
    text = {(sheet.id, n): line for sheet in laid.account.reports for n, line in sheet.lines}
    assert {("p-1", 3), ("p-2", 2)} <= set(laid.line_of.values())
    assert all(laid.statements[id_].trigger.verbatim in text[line] for id_, line in laid.line_of.items())


def test_pairs_that_are_not_asked_for_are_spared(laid: Laid) -> None:
    """Only lines of two reports in a claim that counts are asked for; a minor claim is neither asked for nor wrong."""
    wanted, spared = asked(laid.account)
    assert wanted == {(("p-1", 3), ("p-2", 1)), (("p-1", 3), ("p-2", 2))}
    assert spared == {(("p-1", 4), ("p-2", 3))}


def test_what_stands_in_one_claim_is_a_found_pair(laid: Laid) -> None:
    """Statements joined by careo make their lines a pair, those of one report do not."""
    together = tuple(sorted(laid.line_of))
    joined = replace(laid, claims=(replace(laid.claims[0], statements=together),))
    assert (("p-1", 3), ("p-2", 2)) in found(joined)
    assert all(a[0] != b[0] for a, b in found(joined))


def test_lines_in_several_claims_keep_all_their_companions() -> None:
    """A line of two claims is right with the companions of either; one that was parted from all has itself."""
    a, b, c = ("p", 1), ("q", 1), ("r", 1)
    gold, own_ = companions([[a, b], [a, c]]), companions([[a, b, c]])
    assert list(shares(own_, gold)) == [1.0, pytest.approx(2 / 3), pytest.approx(2 / 3)]
    assert list(shares(gold, companions([]))) == [pytest.approx(1 / 3), 0.5, 0.5]
    assert companions([[("p", 1), ("p", 2)]]) == {}


@pytest.mark.parametrize(
    ("kind", "slot", "lines", "where"),
    [
        ("contradiction", "figure:detained", (("p-1", 3), ("p-2", 2)), "right"),
        ("scope", "figure:detained", (("p-1", 3), ("p-2", 2)), "wrong"),
        ("contradiction", "time", (("p-1", 3), ("p-2", 2)), "wrong"),
        ("contradiction", "figure:detained", (("p-1", 4), ("p-2", 2)), "wrong"),
    ],
)  # fmt: skip
def test_a_discrepancy_is_right_by_kind_slot_and_lines(
    laid: Laid, kind: str, slot: str, lines: tuple[tuple[str, int], ...], where: str
) -> None:
    """Kind, slot and both lines must be the gold's; a mistake in any of them is a wrong discrepancy."""
    sifted = sift(laid, [differing(laid, kind, slot, *lines)])
    assert _where(sifted) == [where]
    assert bool(sifted.missed) == (where != "right")


def test_a_difference_of_no_slot_spares_its_own_kind_only(laid: Laid) -> None:
    """Where the gold has a difference of slot `other`, its kind is not judged and another kind is wrong."""
    other = replace(GOLD, slot="other", kind="update", kinds=frozenset({"update"}), asked=False)
    spared = replace(laid, account=replace(laid.account, differences=(other,)))
    lines = ("p-1", 3), ("p-2", 2)
    assert _where(sift(spared, [differing(laid, "update", "time", *lines)])) == ["not_judged"]
    assert _where(sift(spared, [differing(laid, "contradiction", "time", *lines)])) == ["wrong"]


def test_two_spellings_on_their_lines_are_not_wrong(laid: Laid) -> None:
    """A name variant that the gold does not list is counted apart where it stands there, else it is wrong."""
    lines = ("p-1", 3), ("p-2", 2)
    true = differing(laid, "name_variant", "actor:authority", *lines)
    spelled = replace(
        true, values=tuple(replace(v, value=w) for v, w in zip(true.values, ("Police", "Polizei"), strict=True))
    )
    assert _where(sift(laid, [spelled])) == ["unlisted"]
    assert _where(sift(laid, [true])) == ["wrong"]


def test_our_stories_are_whole() -> None:
    """Each claim of ours stands on lines that exist, of two reports, and each value on a line of its claim."""
    for account in own(OWN):
        lines = {(sheet.id, n) for sheet in account.reports for n, _ in sheet.lines}
        claims = {claim.id: claim.lines for claim in account.claims}
        assert len({sheet.language for sheet in account.reports}) == len(account.reports) > 1
        for claim in account.claims:
            assert claim.lines <= lines, (account.story, claim.id)
            assert len({report for report, _ in claim.lines}) > 1, (account.story, claim.id)
        for difference in account.differences:
            assert {line for line, _ in difference.values} <= claims[difference.claim], (account.story, difference)


def test_minor_secondary_and_other_are_not_asked_for(tmp_path: Path) -> None:
    """Of `ntrex_gold`, secondary documents are left out with what only they tell, and the languages take turns."""
    _gold_folder(tmp_path)
    turns = list(mixed(tmp_path))
    assert [[sheet.language for sheet in one.reports] for one in turns[:2]] == [["de", "en"], ["en", "es"]]
    claims = {claim.id: (claim.asked, sorted(claim.lines)) for claim in turns[0].claims}
    assert claims == {"k1": (True, [("a.1", 1), ("b.2", 2)]), "k2": (False, [("a.1", 1), ("b.2", 2)])}
    assert [difference.asked for difference in turns[0].differences] == [True, False, False, False]
    assert "attribution" in turns[0].differences[0].kinds
    assert turns[1].reports[0].lines == ((1, "eng 1"),)


def test_the_oracle_lays_the_gold_s_lines_together(laid: Laid) -> None:
    """With the gold's claims the two counts of arrests meet, on their lines, whatever careo joined by itself."""
    differing_ = [one for one in told(laid) if one.claim == "c1" and one.slot.startswith("figure")]
    assert {laid.line_of[id_] for one in differing_ for value in one.values for id_ in value.statements} >= {
        ("p-1", 3),
        ("p-2", 2),
    }


def test_time_lines_pair_equal_counts_of_one_day(tmp_path: Path) -> None:
    """Only days on which two newsrooms count are read, years and small numbers are no counts, cut words are mended."""
    for language, lines in {
        "en": ("In 2011 , 45 died .", "3 fell ."),
        "fr": ("Au moins 45 morts .", "3 blessés ."),
    }.items():
        folder = tmp_path / "cltls" / language / "reference"
        folder.mkdir(parents=True)
        days = f"2011-03-18\n{lines[0]}\n----------\n2011-03-19\n{lines[1]}\n"
        (folder / "land.txt").write_text(days, encoding="utf-8")
    (matter,) = time_lines(tmp_path)
    assert [sheet.lines for sheet in matter.reports] == [((1, "In 2011, 45 died."),), ((1, "Au moins 45 morts."),)]
    assert [len(claim.lines) for claim in matter.claims] == [2]


def test_a_missing_set_is_said(tmp_path: Path) -> None:
    """Without the sets there is no figure but a word about what was looked for."""
    for measure in (claims_ntrex, discrepancies_ntrex, claims_cltls):
        with pytest.raises(SetMissing):
            measure(tmp_path)


def test_a_missing_folder_has_no_stories(tmp_path: Path) -> None:
    """No file is no story, and no error."""
    assert list(own(tmp_path)) == []


def _where(sifted: Sifted) -> list[str]:
    return [name for name in ("right", "wrong", "unlisted", "not_judged") for _ in getattr(sifted, name)]


def _gold_folder(root: Path) -> None:
    """Write a small set of the form of `ntrex` and `ntrex_gold`: two documents of one story and a secondary one."""
    (root / "ntrex").mkdir()
    (root / "ntrex_gold" / "claims").mkdir(parents=True)
    (root / "ntrex" / "lines.tsv").write_text("1\ta.1\n2\tb.2\n3\tc.3\n", encoding="utf-8")
    for name in ("deu", "nld", "spa", "eng"):
        (root / "ntrex" / f"{name}.txt").write_text(f"{name} 1\n{name} 2\n{name} 3\n", encoding="utf-8")
    said = [{"doc": "a.1", "line": 1}, {"doc": "b.2", "line": 2}, {"doc": "c.3", "line": 3}]
    two = [{**one, "value": "v"} for one in said[:2]]
    story = {
        "story": "s",
        "reports": [{"doc": "a.1"}, {"doc": "b.2"}, {"doc": "c.3", "secondary": True}],
        "claims": [
            {"id": "k1", "type": "MEET", "gloss": "g", "statements": said},
            {"id": "k2", "type": "MEET", "gloss": "g", "statements": said, "minor": True},
        ],
        "discrepancies": [
            {"claim": "k1", "slot": "attribution", "kind": "scope", "values": two},
            {"claim": "k1", "slot": "other", "kind": "update", "values": two},
            {"claim": "k2", "slot": "time", "kind": "precision", "values": two},
            {"claim": "k1", "slot": "time", "kind": "precision", "values": [two[0], {**said[2], "value": "v"}]},
        ],
    }
    (root / "ntrex_gold" / "claims" / "s.json").write_text(json.dumps(story), encoding="utf-8")
