"""The measures: how they count, that floors never fall, that a missing set is a line and no error."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from eval.__main__ import BUNDLED, NAMES, OTHERS, main
from eval.beside import Peer, beside, peer_scores
from eval.claims import claims, join
from eval.cubed import cubed
from eval.discrepancies import sift
from eval.floors import below, pin
from eval.fold import Folded, within
from eval.gold import Peru, peru
from eval.misses import SHOWN
from eval.score import Score, harmonic, prf
from eval.sentences import judge, sentences
from eval.statements_news import halves

from careo import Statement
from careo.engines.neural import NeuralTagger
from careo.model.inferred import Claim, Discrepancy, Value
from careo.quality.measured import Example, measured
from careo.stages.annotate import annotate
from careo.stages.extract import extract
from tests.make import make_report

ROOT = Path(__file__).parent.parent
EXAMPLES = [example for question in measured().questions for example in question.examples]


def score(value: float, *, measure: str = "f1", count: int = 50) -> Score:
    return Score("names", "some", "de", measure, value, count)


def test_floors_rise_and_never_fall(tmp_path: Path) -> None:
    """Pinning raises a floor; a lower figure is reported, and the floor stays where it was."""
    path = tmp_path / "floors.json"
    assert pin([score(0.7)], path) == []
    assert pin([score(0.8)], path) == []
    assert pin([score(0.6)], path) == ["names/some/de/f1: stays at 0.800, 0.600 was measured"]
    assert json.loads(path.read_text(encoding="utf-8")) == {"names/some/de/f1": 0.8}
    assert below([score(0.6)], path) == ["names/some/de/f1: 0.600 is below its floor 0.800"]
    assert below([score(0.8)], path) == []


def test_only_figures_that_cannot_be_bought_have_floors(tmp_path: Path) -> None:
    """Precision and recall trade against one another and have none, nor has a figure that rests on a few items."""
    path = tmp_path / "floors.json"
    pin([score(0.7, measure="precision"), score(0.7, count=3), score(0.9, measure="title right")], path)
    assert json.loads(path.read_text(encoding="utf-8")) == {"names/some/de/title right": 0.9}


def test_floors_are_pinned() -> None:
    """The floors that come with careo are figures of measures it has."""
    floors = json.loads((Path(__file__).parent.parent / "eval" / "floors.json").read_text(encoding="utf-8"))
    assert floors
    assert {key.split("/")[0] for key in floors} <= set(NAMES)
    assert all(0 < value <= 1 for value in floors.values())


def test_f1_is_between_precision_and_recall() -> None:
    """F1 is the harmonic mean, and where there is nothing to count there is no figure."""
    assert [s.value for s in prf("t", "s", "de", (3, 4, 6))] == [0.75, 0.5, 0.6]
    assert [s.value for s in harmonic("t", "s", "de", (0.75, 0.5, 6))] == [0.75, 0.5, 0.6]
    assert prf("t", "s", "de", (0, 0, 0)) == []


def test_b_cubed_by_hand() -> None:
    """Two groups run together halve the precision of each and cost no recall."""
    found, gold = dict.fromkeys("abcd", "one"), {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert cubed(list("abcd"), found, gold) == 0.5
    assert cubed(list("abcd"), gold, found) == 1.0
    assert cubed(["a"], {"a": "x", "b": "y"}, {"a": "z", "b": "z"}) == 1.0


def test_quotes_are_found_across_lines() -> None:
    """White space is folded for looking up, and the place found is one in the text as it was."""
    text = "One\n\n line of\xa0 ours,  folded."
    start, end = Folded(text).find("line of ours, folded")
    assert text[start:end] == "line of\xa0 ours,  folded"
    assert Folded(text).find("nowhere") == (-1, -1)


def test_names_are_compared_by_whole_words() -> None:
    """A surname stands in the full name, also without its accents; a piece of a word does not."""
    assert within("Núñez", "Carla Nunez")
    assert not within("Carl", "Carla Núñez")


def test_a_missing_set_is_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a data folder every other measure says which set it looked for, and the exit code is 0."""
    for name in OTHERS.keys() - BUNDLED.keys():
        assert main(["--data", str(tmp_path), "--only", name]) == 0
        assert "skipped: no " in capsys.readouterr().out


def test_peers_stand_beside_and_get_no_floor(tmp_path: Path) -> None:
    """A library that is installed is a column of the same rows, one that is not is a line, and neither has a floor."""
    peers = (
        Peer("here", "json", lambda module, folder: [score(0.4), score(0.2, measure="span f1")]),
        Peer("gone", "no_such_library", lambda module, folder: []),
    )
    theirs, missing = peer_scores(peers, tmp_path)
    rows = [line.split() for line in beside([score(0.9)], theirs).splitlines()]
    assert rows[0] == ["set", "lang", "measure", "careo", "here", "count"]
    assert rows[1:] == [["some", "de", "f1", "0.900", "0.400", "50"], ["some", "de", "span", "f1", "-", "0.200", "50"]]
    assert len(missing) == 1
    assert missing[0].startswith("skipped: gone, which is not installed")
    pin(theirs, tmp_path / "floors.json")
    assert json.loads((tmp_path / "floors.json").read_text(encoding="utf-8")) == {}


def test_the_bundled_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every measure on the collection gives figures by language; none needs a data folder."""
    main(["--data", str(tmp_path), "--json", str(tmp_path / "eval.json")])
    rows = json.loads((tmp_path / "eval.json").read_text(encoding="utf-8"))["scores"]
    assert {row["task"] for row in rows if row["set"] == "peru"} == set(BUNDLED)
    assert {"all", "de", "en", "es", "nl"} <= {row["language"] for row in rows if row["task"] == "statements"}
    assert capsys.readouterr().out.count("skipped: ") == sum(map(len, OTHERS.values()))
    check_counting(peru())
    check_examples(peru())


def check_counting(built: Peru) -> None:
    """Check on the desk that is built already: matches are one to one, and a perfect answer scores 1."""
    assert len(set(built.matched.values())) == len(built.matched)
    assert all(list(shown(built)) for shown in SHOWN.values())
    perfect = replace(
        built, found=replace(built.found, claims=gold_claims(built), discrepancies=gold_differences(built))
    )
    assert join(perfect).wrong == frozenset()
    reachable = {pair for pair in join(built).wanted if set(pair) <= set(built.matched)}
    assert join(perfect).hits == reachable
    assert claims(perfect)[-1].value == 1.0
    sifted = sift(perfect)
    assert sifted.wrong == ()
    assert {d["id"] for d in sifted.missed}.isdisjoint(sifted.found)


def check_examples(built: Peru) -> None:
    """Check that what `careo quality` says goes wrong on the collection still does."""
    told = [example for example in EXAMPLES if example.source == "examples/peru"]
    texts = {report.id: report.text for report in built.found.reports.values()}
    for example in told:
        places = [(id_, at) for id_, text in texts.items() if (at := Folded(text).find(example.text)) != (-1, -1)]
        assert places, example.text
        here = [s for s in built.found.statements for id_, at in places if s.report == id_ and inside(s, at)]
        assert not wanting(example, here)


def inside(statement: Statement, place: tuple[int, int]) -> bool:
    return place[0] <= statement.trigger.start < place[1]


def wanting(example: Example, statements: Iterable[Statement]) -> list[str]:
    """Return what an example says that careo shows and it does not, or that it lacks and it does not."""
    found = [words for statement in statements for words in in_words(statement)]

    def has(said: str) -> bool:
        return any(f"{words} ".startswith(f"{said} ") for words in found)

    return [f"shows {said}" for said in example.shows if not has(said)] + [
        f"has {said}" for said in example.lacks if has(said)
    ]


def in_words(statement: Statement) -> Iterator[str]:
    """Yield a statement's type with each of its values."""
    yield statement.type
    yield from (f"{statement.type} {value}" for value in (statement.modality, statement.polarity))
    yield from (f"{statement.type} {actor.role} {actor.verbatim}" for actor in statement.actors)
    yield from (f"{statement.type} source {source.who}" for source in statement.attribution)
    yield from (f"{statement.type} figure {figure.low:g}" for figure in statement.figures if figure.low is not None)
    yield from (f"{statement.type} time {time.first}" for time in statement.times if time.first)


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.source.startswith("eval/")], ids=lambda e: e.text[:30])
def test_an_example_of_what_goes_wrong_still_does(example: Example) -> None:
    """Each sentence stands in its set, and not in the half that is held out; what careo makes of it is as told."""
    rows = [json.loads(line) for line in (ROOT / example.source).read_text(encoding="utf-8").splitlines()]
    row = next(row for row in rows if example.text in (row.get("text"), row.get("title")))
    assert row.get("set") != "held"
    if "report" in row:
        assert halves(row["report"]) == "tune"
        text = "\n\n".join(each["text"] for each in rows if each["report"] == row["report"])
        report = make_report(text, language=example.language, published="2018-10-01")
        at = text.index(example.text)
        told = [s for s in extract(annotate(report, NeuralTagger())) if inside(s, (at, at + len(example.text)))]
        assert not wanting(example, told)


def gold_claims(built: Peru) -> tuple[Claim, ...]:
    """Return the gold's claims as careo's, as far as the statements are matched."""
    pattern = built.found.claims[0]
    ids = [tuple(built.matched[k] for k in claim["statements"] if k in built.matched) for claim in built.gold["claims"]]
    return tuple(replace(pattern, statements=statements) for statements in ids)


def gold_differences(built: Peru) -> tuple[Discrepancy, ...]:
    """Return the gold's discrepancies as careo's, as far as two of their values are matched."""
    made: list[Discrepancy] = []
    for gold in built.gold["discrepancies"]:
        sides = [tuple(built.matched[k] for k in value["statements"] if k in built.matched) for value in gold["values"]]
        values = tuple(Value(str(n), statements) for n, statements in enumerate(sides) if statements)
        if len(values) > 1:
            made.append(Discrepancy(gold["id"], gold["claim"], gold["slot"], gold["type"], values, None, "gold"))
    return tuple(made)


def test_sentence_boundaries_count_inside_paragraphs() -> None:
    """Gold boundaries score 1, none found scores 0; ends of paragraphs do not count, nor odd ones for the held half."""
    gold = {one.text: [(0, end) for end in sorted(one.gold)] for one in judge()}
    right = sentences(lambda text, _: (*gold[text], (0, len(text))))
    assert {one.value for one in right} == {1.0}
    whole = [one for one in sentences(lambda text, _: ((0, len(text)),)) if one.measure == "f1"]
    assert {one.value for one in whole} == {0.0}
    counts = {(one.set, one.language): one.count for one in whole}
    assert counts["all", "all"] == sum(map(len, gold.values()))
    assert all(0 < counts["held", language] < counts["all", language] for _, language in counts)
