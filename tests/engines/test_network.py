"""The parts of the trained tagger: pieces, trees, labels, lemmas, and the model as it is shipped."""

import pickle
import shutil
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.scripts import script

from careo.engines.labels import transitions, viterbi
from careo.engines.lemmas import lemma
from careo.engines.neural import MODEL, NeuralTagger
from careo.engines.pieces import Pieces
from careo.engines.trees import heads
from careo.errors import AnchorError

DUTCH = "De minister van Defensie Ingrid Solheim sprak gisteren in Bergen met de Noorse vakbond Havenbond."
FRENCH = "La police du port a arrêté trois hommes à Brest, a indiqué le parquet."


def test_a_word_is_cut_into_its_likeliest_pieces() -> None:
    """The sum of the pieces' log probabilities decides, not the longest piece; what is in none is one unknown."""
    pieces = Pieces(["<unk>", "▁ha", "ven", "▁haven", "bond", "ba", "nd"], [0, -2, -2, -5, -1, -1, -1], {}, 0)
    assert pieces.cut("haven") == (1, 2)
    assert pieces.cut("havenbond") == (1, 2, 4)
    assert pieces.cut("ha漢字nd") == (1, 0, 6)


def test_characters_are_mapped_before_they_are_looked_up() -> None:
    """Wide letters are the plain ones."""
    assert Pieces(["<unk>", "▁a"], [0, -1], {ord("ａ"): "a"}, 0).cut("ａ") == (1,)


@given(st.integers(0, 10_000), st.integers(2, 5))
def test_the_tree_is_the_best_there_is(seed: int, words: int) -> None:
    """Of all trees with one root, the one with the highest sum of arcs is found."""
    scores = np.random.default_rng(seed).normal(size=(words + 1, words + 1)).astype(np.float32)
    found = heads(scores)

    def total(tree: tuple[int, ...]) -> float:
        return float(sum(scores[n, head] for n, head in enumerate(tree, 1)))

    best = max((t for t in product(range(words + 1), repeat=words) if is_tree(t)), key=total)
    assert is_tree(tuple(map(int, found[1:])))
    assert total(tuple(map(int, found[1:]))) == pytest.approx(total(best), abs=1e-5)


def is_tree(governors: tuple[int, ...]) -> bool:
    for word in range(1, len(governors) + 1):
        seen, at = set(), word
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = governors[at - 1]
    return governors.count(0) == 1


def test_a_name_goes_on_only_where_it_began() -> None:
    """The labels are chosen together: an inside after an outside is not among them, however likely by itself."""
    labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
    scores = np.array([[[9, 0, 0, 0, 0], [2, 1, 0, 0, 0], [0, 0, 5, 0, 0], [0, 0, 1, 0, 5]]], np.float32)
    assert [labels[n] for n in viterbi(scores, transitions(labels))[0]] == ["O", "B-PER", "I-PER", "I-PER"]


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_a_script_makes_the_lemma_it_was_made_from(form: str, wanted: str) -> None:
    """Whatever form and lemma: the edit script between them leads back to the lemma, but for odd letter cases."""
    made = lemma(script(form, wanted), form)
    assert made.casefold() == wanted.casefold() or made == wanted


@pytest.mark.parametrize(
    ("form", "wanted"),
    [("ging", "gehen"), ("Häusern", "Haus"), ("fueron", "ser"), ("NATO", "NATO"), ("05", "0,5")],
)
def test_lemmas_of_common_forms(form: str, wanted: str) -> None:
    """Nouns keep their capital, and a lemma with nothing in common is given whole."""
    assert lemma(script(form, wanted), form) == wanted


def test_a_sentence_is_the_same_in_any_company() -> None:
    """Neither the batch nor the number of threads changes what is found."""
    tagger = NeuralTagger()
    words = [DUTCH.split(), FRENCH.split(), ["Nee", "."], (DUTCH + " " + FRENCH).split()]
    together = tagger.analyse(words, "nl")
    assert together == tuple(tagger.analyse([sentence], "nl")[0] for sentence in words)
    assert together == NeuralTagger(threads=1).analyse(words, "nl")


def test_a_sentence_longer_than_the_network_is_whole() -> None:
    """Every word has its analysis, and one tree holds them all."""
    words = [*(FRENCH.split() * 40), "."]
    [analysis] = NeuralTagger().analyse([words], "fr")
    assert len(analysis.heads) == len(analysis.labels) == len(words)
    assert analysis.heads.count(-1) == 1 and is_tree(tuple(head + 1 for head in analysis.heads))
    assert analysis.labels.count("B-LOC") >= 20


def test_a_model_that_was_tampered_with_is_refused(tmp_path: Path) -> None:
    """A changed byte in a file of the model is an error that names the file."""
    shutil.copytree(MODEL, tmp_path / "model")
    rows = tmp_path / "model" / "rows.bin"
    rows.write_bytes(rows.read_bytes()[:-1] + b"x")
    with pytest.raises(AnchorError, match=r"rows\.bin"):
        NeuralTagger(tmp_path / "model").analyse([["Ja"]], "de")


def test_a_worker_gets_the_tagger_and_not_the_model() -> None:
    """What goes to another process is small; it loads the model itself."""
    data = pickle.dumps(NeuralTagger())
    assert len(data) < 1000 and pickle.loads(data) == NeuralTagger()


def test_the_model_is_small() -> None:
    """All its files together stay below 40 MB."""
    assert sum(path.stat().st_size for path in MODEL.iterdir()) < 40e6
