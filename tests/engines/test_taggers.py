"""What every tagger promises, whatever it is made of."""

import pickle
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from eval.peers_spacy import installed
from hypothesis import given, settings
from hypothesis import strategies as st

from careo.engines.base import NameSpan, Sentence, Tagger, Token
from careo.engines.neural import NeuralTagger
from careo.engines.plain import PlainTagger
from careo.engines.spacy_tagger import SpacyTagger
from careo.errors import UsageError

SENTENCES = {
    "en": (
        "Deputy minister Ingrid Solheim didn't meet Admiral Tom Okafor in Bergen, Norway's second city.",
        "Yes.  No.\nThe ferry union\u00a0 called a strike: 4,766 people stayed at home!",
        "“The harbour is closed”, police said on 3 May. 🚢 Who pays? Nobody knows.",
    ),
    "es": (
        "La exministra de Salud Irene Quiroga viajó del puerto de Alto Sena al lago, dijo la Comisión Andina.",
        "Hola  mundo \n adiós.",
        "«No lo sé», respondió. ¿Quién paga?",
    ),
    "fr": (
        "L'ancien ministre Hervé Castagnol s'est rendu au port du Havre, a-t-il dit à la presse.",
        "Oui \n non.",
        "Aujourd’hui, « rien » n’est décidé.",
    ),
    "de": ("Die frühere Ministerin Ulla Brandner sprach am 3. Mai im Hafen von Graz.", "Ja.  Nein."),
    "nl": ("De Noorse ambassadeur Ingrid Solheim sprak met 's lands president Tomás de la Vega.", "Ja.  Nee."),
    "it": ("Il ministro della Salute Irene Quiroga è arrivato nell'isola dell'Elba.", "Sì.  No."),
    "pt": ("A ministra da Saúde Irene Quiroga viajou pelo porto do Funchal.", "Sim.  Não."),
}
# spaCy and older packages of its pipelines warn when they are loaded.
pytestmark = pytest.mark.filterwarnings("ignore")

INSTALLED = installed()
needs_spacy = pytest.mark.skipif(not find_spec("spacy"), reason="spaCy is not installed")
needs_package = pytest.mark.skipif(not INSTALLED, reason="no spaCy package is installed")


@pytest.fixture(params=["neural", "plain", "spacy"])
def tagger(request: pytest.FixtureRequest) -> Tagger:
    """Return each tagger in turn; another one is a line more here."""
    if request.param == "neural":
        return NeuralTagger()
    if request.param == "plain":
        return PlainTagger()
    if not INSTALLED:
        pytest.skip("no spaCy package is installed")
    return spacy()


def spacy() -> SpacyTagger:
    return SpacyTagger(INSTALLED, otherwise=PlainTagger())


def placed(language: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text with something before, between and after the sentences of a language, and their spans."""
    text, spans = "\u2003Head – ", []
    for sentence in SENTENCES[language]:
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence + " \n\n "
    return text + "Foot", spans


def tagged(tagger: Tagger, language: str) -> Iterator[tuple[str, Sentence]]:
    text, spans = placed(language)
    sentences = tagger.tag(text, spans, language)
    assert [(sentence.start, sentence.end) for sentence in sentences] == spans
    return ((text, sentence) for sentence in sentences)


def check(text: str, sentence: Sentence) -> None:
    """Assert what holds of every sentence."""
    tokens, names = sentence.tokens, sentence.names
    things: tuple[Token | NameSpan, ...] = (*tokens, *names)
    for thing in things:
        assert sentence.start <= thing.start < thing.end <= sentence.end
        verbatim = text[thing.start : thing.end]
        assert verbatim == verbatim.strip()
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert all(a.end <= b.start or (a.start, a.end) == (b.start, b.end) for a, b in pairwise(tokens))
    covered = {at for token in tokens for at in range(token.start, token.end)}
    assert all(at in covered or text[at].isspace() for at in range(sentence.start, sentence.end))
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert all(token.lemma and token.upos and token.deprel for token in tokens)
    check_tree(sentence)


def check_tree(sentence: Sentence) -> None:
    """Assert that the tokens make one tree, or that none is said to have a governor."""
    heads = [token.head for token in sentence.tokens]
    assert all(-1 <= head < len(heads) and head != number for number, head in enumerate(heads))
    roots = [token.head for token in sentence.tokens if token.deprel == "root"]
    assert roots in ([], [-1])
    if not roots:
        assert all(head == -1 for head in heads)
        return
    assert heads.count(-1) == 1
    for number in range(len(heads)):
        above: set[int] = set()
        while number >= 0:
            assert number not in above
            above.add(number)
            number = heads[number]


@pytest.mark.parametrize("language", SENTENCES)
def test_what_is_found_stands_where_it_says(tagger: Tagger, language: str) -> None:
    """Tokens and names lie in their span, in order, cover all that is no white space, and make one tree."""
    for text, sentence in tagged(tagger, language):
        assert sentence.tokens
        check(text, sentence)


@pytest.mark.parametrize("language", SENTENCES)
def test_company_changes_nothing(tagger: Tagger, language: str) -> None:
    """A sentence alone gives what it gives among others, in any order, and what it gave before."""
    text, spans = placed(language)
    together = tagger.tag(text, spans, language)
    assert tuple(tagger.tag(text, [span], language)[0] for span in spans) == together
    assert tagger.tag(text, spans[::-1], language) == together[::-1]


@pytest.mark.parametrize("language", SENTENCES)
def test_where_it_stands_changes_nothing(tagger: Tagger, language: str) -> None:
    """The same sentence further on in a text gives the same words and names, moved."""
    for text, sentence in tagged(tagger, language):
        alone = text[sentence.start : sentence.end]
        (first,) = tagger.tag(alone, [(0, len(alone))], language)
        assert [(t.start + sentence.start, t.text, t.lemma, t.upos, t.head, t.deprel) for t in first.tokens] == [
            (t.start, t.text, t.lemma, t.upos, t.head, t.deprel) for t in sentence.tokens
        ]
        assert [(n.start + sentence.start, n.type) for n in first.names] == [(n.start, n.type) for n in sentence.names]


@pytest.mark.parametrize("language", ["en", "es", "fr", "cs", "xx", ""])
def test_nothing_to_tag_is_nothing(tagger: Tagger, language: str) -> None:
    """No spans give no sentences; a span that is empty or blank gives a sentence without tokens."""
    assert tagger.tag("Some text.", [], language) == ()
    made = tagger.tag("Some \n text.", [(2, 2), (4, 7)], language)
    assert [(s.start, s.end, s.tokens, s.names, s.events or None) for s in made] == [
        (2, 2, (), (), None),
        (4, 7, (), (), None),
    ]


def test_an_unknown_language_has_words(tagger: Tagger) -> None:
    """A language that the tagger does not know is no error."""
    text = "Ministr Jan Novák nepřijel."
    (sentence,) = tagger.tag(text, [(0, len(text))], "cs")
    assert [token.text for token in sentence.tokens] == ["Ministr", "Jan", "Novák", "nepřijel", "."]


@pytest.mark.parametrize("language", ["en", "es", "fr"])
@settings(deadline=None, max_examples=15, derandomize=True)
@given(text=st.text(st.sampled_from("aB1. ,'’-\n\t\u00a0\u200b«»\x85e\u0301李🚢"), min_size=1, max_size=40))
def test_any_text_can_be_tagged(language: str, text: str) -> None:
    """Whatever signs and white space a sentence has, what is found in it stands where it says."""
    taggers: list[Tagger] = [
        PlainTagger(),
        NeuralTagger(),
        *([spacy()] if INSTALLED else []),
    ]
    for each in taggers:
        (sentence,) = each.tag(text, [(0, len(text))], language)
        check(text, sentence)


def test_it_goes_to_another_process(tagger: Tagger) -> None:
    """A tagger survives being handed to a worker, also after it has worked, with its name."""
    before = list(tagged(tagger, "en"))
    copy: Tagger = pickle.loads(pickle.dumps(tagger))
    assert (copy.name, list(tagged(copy, "en"))) == (tagger.name, before)


@pytest.mark.skipif("en" not in INSTALLED, reason="no English spaCy package is installed")
def test_spacy_parses_and_names() -> None:
    """Names from spaCy have careo's types, its words parts of speech, lemmas and a parse."""
    text = "Maria Schmidt visited Norway on Monday."
    (sentence,) = spacy().tag(text, [(0, len(text))], "en")
    found = {text[name.start : name.end]: name.type for name in sentence.names}
    assert found == {"Maria Schmidt": "person", "Norway": "place"}
    words = {token.text: token for token in sentence.tokens}
    assert (words["visited"].lemma, words["visited"].upos, words["visited"].deprel) == ("visit", "VERB", "root")
    assert sentence.tokens[words["Schmidt"].head].text == "visited"


@pytest.mark.skipif("en" not in INSTALLED, reason="no English spaCy package is installed")
def test_a_span_is_one_sentence_to_spacy() -> None:
    """SpaCy parses the span as the one sentence it was given as: no word hangs on its root for want of a relation."""
    (sentence,) = spacy().tag("Go! Run! Now!", [(0, 13)], "en")
    assert "dep" not in {token.deprel for token in sentence.tokens}


@needs_package
def test_what_is_too_long_for_a_sentence_goes_to_the_other_tagger() -> None:
    """A span of no sentence's length is tagged all the same, by the tagger that stands in."""
    text = "Ana " * 4000
    (language, *_), plain = INSTALLED, PlainTagger()
    assert spacy().tag(text, [(0, len(text))], language) == plain.tag(text, [(0, len(text))], language)


@needs_package
def test_the_name_says_what_the_work_was_made_with() -> None:
    """Another package, another language for it or another stand-in makes the work pending again."""
    one = spacy().name
    assert all(package in one for package in INSTALLED.values())
    assert PlainTagger.name in one
    assert one != SpacyTagger({}, otherwise=PlainTagger()).name


@needs_spacy
@pytest.mark.parametrize(
    ("package", "wrong"),
    [("en_core_web_none", "there is no"), ("en-core-web-sm", "there is no"), ("./x", "there is no"), ("json", "is no")],
)
def test_a_missing_package_is_named_with_the_mend(package: str, wrong: str) -> None:
    """A package that is not there or is none of spaCy's is an error at once, which names it."""
    with pytest.raises(UsageError, match=wrong) as error:
        SpacyTagger({"en": package}, otherwise=PlainTagger())
    assert package in str(error.value)


@pytest.fixture
def blank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a package whose pipeline finds words of any language and nothing else."""
    folder = tmp_path / "xx_only_words"
    folder.mkdir()
    (folder / "__init__.py").write_text("import spacy\n\ndef load():\n    return spacy.blank('xx')\n", encoding="utf-8")
    (folder / "meta.json").write_text('{"lang": "xx", "version": "1.0"}', encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return folder.name


@needs_spacy
def test_what_a_pipeline_does_not_tell_stays_unknown(blank: str) -> None:
    """A pipeline without a parser gives words with no part of speech, no governor and no names."""
    tagger = SpacyTagger({"nl": blank}, otherwise=PlainTagger())
    (sentence,) = tagger.tag("Ja, Ingrid.", [(0, 11)], "nl")
    assert [token.text for token in sentence.tokens] == ["Ja", ",", "Ingrid", "."]
    assert {(token.upos, token.head, token.deprel) for token in sentence.tokens} == {("X", -1, "dep")}
    assert sentence.names == ()


@needs_spacy
def test_a_package_that_spacy_cannot_load_is_named(blank: str, tmp_path: Path) -> None:
    """A pipeline for another spaCy is careo's error, not spaCy's."""
    (tmp_path / blank).rename(tmp_path / "xx_broken")
    loader = (
        "from spacy.util import load_model_from_init_py\n\ndef load():\n    return load_model_from_init_py(__file__)\n"
    )
    (tmp_path / "xx_broken" / "__init__.py").write_text(loader, encoding="utf-8")
    with pytest.raises(UsageError, match="cannot load 'xx_broken'"):
        SpacyTagger({"nl": "xx_broken"}, otherwise=PlainTagger()).tag("Ja.", [(0, 3)], "nl")


@needs_package
def test_a_package_of_another_language_is_refused() -> None:
    """A pipeline is not let loose on a language that it was not made for."""
    with pytest.raises(UsageError, match="not for 'nl'"):
        SpacyTagger({"nl": next(iter(INSTALLED.values()))}, otherwise=PlainTagger())


@pytest.mark.skipif(bool(find_spec("spacy")), reason="spaCy is installed")
def test_without_spacy_the_error_says_how_to_get_it() -> None:
    """Where spaCy is missing, the adapter says what to install."""
    with pytest.raises(UsageError, match=r"careo\[spacy\]"):
        SpacyTagger({"en": "en_core_web_sm"}, otherwise=PlainTagger())
