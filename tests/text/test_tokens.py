"""Syntactic words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.text.lexicon import LANGUAGES
from careo.text.tokens import tokens

CASES = [
    ("de", "Am 3. Mai ging er zum Amt.", "An dem 3 . Mai ging er zu dem Amt ."),
    ("de", "Die US-Botschaft schwieg.", "Die US - Botschaft schwieg ."),
    ("nl", "Zo'n foto's zag 't dorp nooit.", "Zo'n foto's zag 't dorp nooit ."),
    ("es", "Fue al río para hacerlo y dárselo.", "Fue a el río para hacer lo y dar se lo ."),
    ("es", "Los EE.UU. callaron.", "Los EE.UU. callaron ."),
    ("en", "They can't say it's Ann's.", "They ca n't say it 's Ann 's ."),
    ("en", "We cannot wait.", "We can not wait ."),
    ("fr", "L'armée est venue du nord, dit-il aujourd'hui.", "L' armée est venue de le nord , dit -il aujourd'hui ."),
    ("fr", "Y a-t-il quelqu'un ?", "Y a -t-il quelqu'un ?"),
    ("it", "Nell'aula c'è un po' di vento.", "In l' aula c' è un po' di vento ."),
    ("pt", "Foi ao porto e reuniu-se na praça.", "Foi a o porto e reuniu se em a praça ."),
]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_words_are_those_of_the_treebanks(language: str, text: str, wanted: str) -> None:
    """Contractions, elisions and clitics are words of their own."""
    assert " ".join(word.text for word in tokens(text, 0, len(text), language)) == wanted


def test_words_of_a_contraction_share_its_place() -> None:
    """Every word points at what is written."""
    text = "Il vient du nord."
    assert [(text[w.start : w.end], w.text) for w in tokens(text, 0, len(text), "fr")][2:4] == [
        ("du", "de"),
        ("du", "le"),
    ]


def test_only_the_stretch_is_read() -> None:
    """Offsets are into the whole text, and what lies outside is not looked at."""
    text = "Eins zwei drei"
    assert [(w.start, w.text) for w in tokens(text, 5, 9, "de")] == [(5, "zwei")]


@given(st.sampled_from([*LANGUAGES, "xx"]), st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_letter_is_lost(language: str, text: str) -> None:
    """Words stand in order, do not overlap, and cover all but white space and control characters."""
    at = 0
    covered = set()
    for word in tokens(text, 0, len(text), language):
        assert word.start >= at or word.end == at
        assert word.start < word.end <= len(text) and word.text
        at = word.end
        covered |= set(range(word.start, word.end))
    assert all(n in covered or not (c.isalnum() and c.isascii()) for n, c in enumerate(text))
