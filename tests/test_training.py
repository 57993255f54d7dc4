"""What the tagger learns from, and what it must not."""

import json
from pathlib import Path

import pytest
from training import events
from training.sets import OURS, UNSURE, conllu, held_out, labelled

EVAL = Path(__file__).parents[1] / "eval" / "names"
TREE = """# sent_id = a-1
# text = Le port du nord.
1\tLe\tle\tDET\t_\tNumber=Sing|Gender=Masc\t2\tdet\t_\t_
2\tport\tport\tNOUN\t_\tNumber=Sing\t0\troot\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_
5\tnord\tnord\tNOUN\t_\t_\t2\tnmod:of\t_\t_
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


def ids(path: Path) -> set[str]:
    return {line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()}


@pytest.mark.parametrize("path", sorted(OURS.glob("*.tsv")), ids=lambda path: path.stem)
def test_nothing_is_learnt_that_is_asked(path: Path) -> None:
    """No sentence of our gold is learnt from in any language: translations share their ids."""
    gold = {id_ for other in EVAL.glob("*.tsv") for id_ in ids(other)}
    assert gold and not ids(path) & gold


def test_no_event_is_learnt_from_a_report_that_is_asked() -> None:
    """Reports with gold statements teach nothing, in no language: their translations would tell the answers."""

    def reports(folder: Path) -> set[str]:
        rows = (json.loads(line) for path in folder.glob("*.jsonl") for line in path.read_text("utf-8").splitlines())
        return {row["report"] for row in rows}

    gold, learnt = reports(EVAL.parent / "statements"), reports(events.OURS)
    assert len(gold) > 40 and len(learnt) > 40 and not gold & learnt


def test_an_event_is_laid_on_words() -> None:
    """Trigger and slots find their words; what is optional may as well be nothing, and a phrase's other words too."""
    text = "The police arrested two men in Puno."
    said = {
        "type": "DETAIN", "subtype": "arrest", "modality": "occurred", "polarity": "affirmed", "optional": True,
        "trigger": [11, 19], "head": 11,
        "slots": [{"at": [0, 10], "head": 4, "role": "authority"}, {"at": [20, 27], "head": 24, "role": "accused"}],
    }  # fmt: skip
    told = events.labelled({"id": "a/1", "statements": [said]}, "en", text)
    (event,) = told.events
    assert [told.words[event.word], event.types] == ["arrested", ("DETAIN", events.NONE)]
    assert {told.words[word]: role for word, role in event.roles.items()} == {"police": "authority", "men": "accused"}
    assert {told.words[word] for word in event.unsure} == {"The", "two"}


def test_a_tenth_is_held_out_by_its_id_alone() -> None:
    """The same sentence is held out in every set and language."""
    many = [f"n{number:05}" for number in range(5000)]
    assert 0.08 < sum(map(held_out, many)) / len(many) < 0.12
    assert held_out("n00000") == held_out("n00000")


def test_a_treebank_is_read_as_it_stands(tmp_path: Path) -> None:
    """Words, heads and contractions come through; subtypes of relations and other features are cut."""
    path = tmp_path / "fr.conllu"
    path.write_text(TREE, encoding="utf-8")
    [sentence] = conllu(path, "fr")
    assert sentence.words == ("Le", "port", "de", "le", "nord", ".")
    assert sentence.contracted == ((2, 3, "du"),) and sentence.text == "Le port du nord."
    assert sentence.heads == (2, 0, 5, 5, 2, 2) and sentence.relations[4] == "nmod"
    assert sentence.features[0] == "Number=Sing"


def test_spans_become_labels() -> None:
    """A name's words begin and go on; what is none of our types, and all around, stays unsure."""
    named = labelled("x", "de", "Ada Berg kam zur Ruderliga Bonn-Fans.", "0-8:PER 17-36:PART")
    assert named.labels[:2] == ("B-PER", "I-PER") and set(named.labels[2:]) == {UNSURE}
