"""Entities beside MEANTIME: how its files are read and how the figures are counted."""

import json
from pathlib import Path

import pytest
from eval.coreference import conll, conll_f1
from eval.entities_meantime import entities_meantime
from eval.meantime_multi import documents
from eval.score import SetMissing

from careo.engines.gazetteer import FileGazetteer
from careo.engines.plain import PlainTagger

SENTENCES = {
    "en": "Chancellor Ada Lund met the firm of Ada Lund in Peru .",
    "es": "La canciller Ada Lund fue a Perú .",
    "it": "La cancelliera Ada Lund vide l' Italia .",
    "nl": "Kanselier Ada Lund bezocht Peru .",
}
MARKS = (
    ("en", "PER1", "PER", (0, 1, 2), "Lund"), ("en", "PER1", "PER", (1, 2), "Lund"),
    ("en", "ORG1", "ORG", (4, 5, 6, 7, 8), "firm"), ("en", "LOC1", "LOC", (10,), "Peru"),
    ("es", "PER1", "PER", (0, 1, 2, 3), "Lund"), ("es", "LOC1", "LOC", (6,), "Perú"),
    ("it", "PER1", "PER", (2, 3), "Lund"), ("it", "LOC2", "LOC", (6,), "Italia"), ("nl", "PRO1", "PRO", (4,), "Peru"),
)  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one text in four languages."""
    for language, sentence in SENTENCES.items():
        folder = tmp_path / "meantime" / "multi" / language
        folder.mkdir(parents=True)
        rows = [f"topic/1\t{line}\t{at}\t{word}\t-" for line in (0, 7) for at, word in enumerate(sentence.split())]
        (folder / "meantime.conll").write_text(
            "\n".join(["#begin document (topic/1); part 000", *rows]) + "\n", "utf-8"
        )
        marks = [
            {"coref_chain": f"cross_intra_{id_}", "mention_type": type_, "tokens_number": at, "mention_head": head,
             "mention_head_pos": "PROPN" if type_ == "LOC" else "NOUN", "sent_id": line, "conll_doc_key": "topic/1"}
            for one, id_, type_, at, head in MARKS if one == language for line in (0, 7)
        ]  # fmt: skip
        (folder / "entities_mentions.json").write_text(json.dumps(marks), "utf-8")
    names = ("PER1\tENTITY\tPER\tAda Lund", "ORG1\tENTITY\tORG\tLund's firm", "LOC1\tENTITY\tLOC\tPeru")
    (tmp_path / "meantime" / "list_instances.csv").write_text("\n".join(names) + "\n", "utf-8")
    return tmp_path


def test_documents_are_rebuilt_with_the_place_of_each_head(data: Path) -> None:
    """The marked sentences are joined as they are written, and every mark points at its head there."""
    english, _, italian, _ = documents(data / "meantime")
    assert english.text == "Chancellor Ada Lund met the firm of Ada Lund in Peru."
    assert [(english.text[m.start : m.end], m.instance, m.named) for m in english.marked] == [
        ("Lund", "PER1", True), ("firm", "ORG1", True), ("Peru", "LOC1", True),
    ]  # fmt: skip
    assert italian.text == "La cancelliera Ada Lund vide l'Italia."


def test_figures_count_who_is_found_and_who_is_one(data: Path) -> None:
    """A name in three languages is one item each; what stands at a product is left out."""
    scores = {
        (one.language, one.measure): (one.value, one.count)
        for one in entities_meantime(data, PlainTagger(), FileGazetteer())
    }
    assert scores["all", "names found"][1] == 5
    assert scores["en", "names found"] == (round(2 / 3, 4), 3)
    assert scores["all", "b3 names f1"] == (1.0, 5)
    assert scores["nl", "conll f1"] == (0.0, 0)


def test_a_folder_without_the_set_says_so(tmp_path: Path) -> None:
    """What was looked for is named."""
    with pytest.raises(SetMissing, match="meantime/multi"):
        entities_meantime(tmp_path, PlainTagger(), FileGazetteer())


def test_the_measures_of_coreference_on_a_case_counted_by_hand() -> None:
    """Gold {a b c} {d}, own {a b} {c d} and one mention too many."""
    gold = {"a": "1", "b": "1", "c": "1", "d": "2"}
    own = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "z"}
    found = conll(own, gold)
    assert found["muc"] == (1 / 2, 1 / 2)
    assert found["b3"] == ((1 + 1 + 1 / 2 + 1 / 2) / 5, pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4))
    best = 2 * 2 / 5 + 2 * 1 / 3
    assert found["ceafe"] == (pytest.approx(best / 3), pytest.approx(best / 2))
    assert conll_f1(gold, gold) == 1.0
