"""A tagger by rules: words, lemmas and names, without a model and without a parse."""

from collections.abc import Sequence

from careo.engines.base import NameSpan, Sentence, Token
from careo.text.lexicon import LANGUAGES
from careo.text.names.kinds import lemma_of
from careo.text.names.ruled import find_names
from careo.text.stretches import holds
from careo.text.words import Word, is_word, words


class PlainTagger:
    """Finds words and names by capital letters, word lists and what stands before a name.

    It gives no part of speech beyond numbers, marks and names, and no parse. In a language without a folder under
    `text/lang` it finds words only.
    """

    name = "plain/1"

    def tag(self, text: str, spans: Sequence[tuple[int, int]], language: str) -> tuple[Sentence, ...]:
        """Return one Sentence a span, in order; offsets are into `text`."""
        return tuple(_sentence(text, start, end, language) for start, end in spans)


def _sentence(text: str, start: int, end: int, language: str) -> Sentence:
    sequence = words(text, start, end, language)
    if language not in LANGUAGES:
        return Sentence(start, end, tuple(_token(word, None, ()) for word in sequence), ())
    names = tuple(NameSpan(name.start, name.end, name.type) for name in find_names(text, sequence, language))
    tokens = tuple(_token(word, language, names) for word in sequence)
    return Sentence(start, end, tokens, names)


def _token(word: Word, language: str | None, names: Sequence[NameSpan]) -> Token:
    lemma = lemma_of(word, language) if language is not None and is_word(word) else word.text
    return Token(word.start, word.end, word.text, lemma, _upos(word, names), -1, "dep")


def _upos(word: Word, names: Sequence[NameSpan]) -> str:
    if word.text[:1].isdigit():
        return "NUM"
    if not is_word(word):
        return "PUNCT"
    inside = any(holds(name, word) for name in names)
    return "PROPN" if inside and word.text[:1].isupper() else "X"
