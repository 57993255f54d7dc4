"""syntax: the tagger against treebanks: parts of speech, lemmas and dependencies on gold words and from raw text.

Only sentences held out of training count: the tenth that `training.sets.held_out` names. On gold words a word is right
where its tag (its head; its head and universal relation) is; from raw text, words are aligned by their place first, as
in the shared task of CoNLL 2018 (Zeman et al.), and F1 is counted over both sides' words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.sets import LANGUAGES, Parsed, held_out, plain, treebanks

from careo.engines.base import Tagger, Token
from careo.engines.neural import NeuralTagger
from eval.score import Score, SetMissing, share

_MARKS = ("upos", "uas", "las", "lemma")
Place = tuple[int, int, int]
"""Start and end in the sentence, and the how manieth word of that stretch it is."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a tree, with its place and its head's."""

    place: Place
    upos: str
    lemma: str
    head: Place | None
    relation: str


def syntax(data: Path, tagger: Tagger, languages: Sequence[str] = LANGUAGES) -> list[Score]:
    """Return accuracies by language on the held-out sentences of `ud/`, and F1 from raw text."""
    held = [p for p in treebanks(data) if held_out(p.id)]
    if not held:
        raise SetMissing("no ud/*/*.conllu in the data folder")
    scores: list[Score] = []
    for language in languages:
        mine = [p for p in held if p.language == language]
        if isinstance(tagger, NeuralTagger):
            scores += _given(mine, tagger)
        scores += raw(mine, tagger, "ud")
    if len(languages) == 1:
        return scores
    for measure in dict.fromkeys(score.measure for score in scores):
        values = [score.value for score in scores if score.measure == measure]
        scores.append(Score("syntax", "ud", "mean", measure, round(sum(values) / len(values), 4), len(held)))
    return scores


def _given(held: Sequence[Parsed], tagger: NeuralTagger) -> Iterator[Score]:
    """Yield accuracies where the tagger is given the treebank's words."""
    right: Counter[str] = Counter()
    for gold, own in zip(held, tagger.analyse([p.words for p in held], held[0].language), strict=True):
        for n, head in enumerate(gold.heads):
            same = head - 1 == own.heads[n]
            right["uas"] += same
            right["las"] += same and _universal(gold.relations[n]) == _universal(own.relations[n])
            right["upos"] += gold.upos[n] == own.upos[n]
            right["lemma"] += plain(gold.lemmas[n], gold.language) in ("_", own.lemmas[n])
    total = sum(len(gold.words) for gold in held)
    for mark in _MARKS:
        yield share("syntax", "ud", held[0].language, (right[mark], total), mark)


def raw(held: Sequence[Parsed], tagger: Tagger, set_: str) -> list[Score]:
    """Return F1 of words, tags, lemmas and labelled arcs where the tagger is given the text of each sentence."""
    spans, at = [], 0
    for p in held:
        spans.append((at, at + len(p.text)))
        at += len(p.text) + 1
    tagged = tagger.tag("\n".join(p.text for p in held), spans, held[0].language)
    right: Counter[str] = Counter()
    words = 0
    for p, sentence in zip(held, tagged, strict=True):
        gold, own = _gold(p), _own(sentence.tokens, sentence.start)
        words += len(gold) + len(own)
        for place in gold.keys() & own.keys():
            one, other = gold[place], own[place]
            right["words"] += 1
            right["upos"] += one.upos == other.upos
            right["lemma"] += plain(one.lemma, p.language) in ("_", other.lemma)
            right["las"] += (one.head, one.relation) == (other.head, other.relation)
    return [
        Score("syntax", set_, held[0].language, f"raw {mark} f1", round(2 * right[mark] / words, 4), len(held))
        for mark in ("words", "upos", "lemma", "las")
    ]


def _universal(relation: str) -> str:
    return relation.partition(":")[0]


def _placed(spans: Sequence[tuple[int, int]]) -> list[Place]:
    seen: Counter[tuple[int, int]] = Counter()
    found: list[Place] = []
    for span in spans:
        found.append((*span, seen[span]))
        seen[span] += 1
    return found


def _gold(p: Parsed) -> dict[Place, Word]:
    """Return the words of a treebank's sentence by place: words of one written token share its stretch."""
    begun = {first: (last, form) for first, last, form in p.contracted}
    spans: list[tuple[int, int]] = []
    at = 0
    while len(spans) < len(p.words):
        last, form = begun.get(len(spans), (len(spans), p.words[len(spans)]))
        start = p.text.find(form, at)
        start = start if start >= 0 else at
        at = start + len(form)
        spans += [(start, at)] * (last - len(spans) + 1)
    return _words(spans, p.upos, p.lemmas, tuple(head - 1 for head in p.heads), p.relations)


def _own(tokens: Sequence[Token], start: int) -> dict[Place, Word]:
    return _words(
        [(token.start - start, token.end - start) for token in tokens],
        [token.upos for token in tokens],
        [token.lemma for token in tokens],
        [token.head for token in tokens],
        [token.deprel for token in tokens],
    )


def _words(
    spans: Sequence[tuple[int, int]],
    upos: Sequence[str],
    lemmas: Sequence[str],
    heads: Sequence[int],
    relations: Sequence[str],
) -> dict[Place, Word]:
    places = _placed(spans)
    return {
        place: Word(place, upos[n], lemmas[n], places[heads[n]] if heads[n] >= 0 else None, _universal(relations[n]))
        for n, place in enumerate(places)
    }
