"""names: spans of people, organisations and places against newspaper annotation (exact span and type).

What the gold marks as miscellaneous is left out of the count on both sides.
"""

from collections.abc import Iterator
from pathlib import Path

from careo.engines.plain import PlainTagger
from eval.score import Score, SetMissing, prf

_TYPES = {"person": "PER", "place": "LOC", "organisation": "ORG", "unit": "ORG"}
Spans = set[tuple[int, int, str]]


def names(data: Path) -> list[Score]:
    """Return precision, recall and F1 by language on the `ner/conll` validation parts."""
    scores: list[Score] = []
    for path in sorted((data / "ner" / "conll").glob("*/val.conllu")):
        language = path.parent.name
        right = found = gold = 0
        for tokens, spans, miscellaneous in _sentences(path):
            named = {s for s in _tagged(tokens, language) if not any(s[0] < b and a < s[1] for a, b in miscellaneous)}
            right, found, gold = right + len(named & spans), found + len(named), gold + len(spans)
        scores += prf("names", "conll", language, (right, found, gold))
    if not scores:
        raise SetMissing("no ner/conll/LANG/val.conllu in the data folder")
    return scores


def _sentences(path: Path) -> Iterator[tuple[list[str], Spans, list[tuple[int, int]]]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line.strip()]
        tokens, tags = [row[1] for row in rows], [row[-1] for row in rows]
        if not tokens or tokens[0] == "-DOCSTART-":
            continue
        spans = list(_spans(tags))
        kept = {span for span in spans if span[2] != "MISC"}
        yield tokens, kept, [(a, b) for a, b, type_ in spans if type_ == "MISC"]


def _spans(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for n, tag in enumerate([*tags, "O"]):
        if n and not tag.startswith("I-") and tags[n - 1] != "O":
            yield start, n, tags[n - 1][2:]
        if tag.startswith("B-"):
            start = n


def _tagged(tokens: list[str], language: str) -> Spans:
    """Tag the tokens, joined by blanks, and return token spans of names whose ends meet token ends."""
    text = " ".join(tokens)
    starts, ends, at = {}, {}, 0
    for n, token in enumerate(tokens):
        starts[at], ends[at + len(token)] = n, n + 1
        at += len(token) + 1
    (sentence,) = PlainTagger().tag(text, [(0, len(text))], language)
    return {
        (starts[name.start], ends[name.end], _TYPES[name.type])
        for name in sentence.names
        if name.type in _TYPES and name.start in starts and name.end in ends
    }
