"""spaCy's trained pipelines behind the tagger's protocol; an optional extra (`pip install "careo[spacy]"`)."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from careo.engines.base import NameSpan, Sentence, Tagger, Token
from careo.errors import UsageError
from careo.model.seen import MentionType

_TYPES: Mapping[str, MentionType] = {
    "PER": "person", "PERSON": "person", "ORG": "organisation", "LOC": "place", "GPE": "place", "FAC": "place",
    "MISC": "name", "EVENT": "name", "WORK_OF_ART": "name", "PRODUCT": "name", "LAW": "name",
}  # fmt: skip
"""The labels of WikiNER and OntoNotes that are names; peoples (NORP), dates and figures are none to a tagger."""
_LONGEST = 10_000
"""Characters of a span that spaCy is given; no sentence is as long. Measured with `en_core_web_sm`: 10,000 take a
second and 25 MB, 50,000 four seconds and 160 MB, so that half a million, a whole report's, would take 1.6 GB."""


class SpacyTagger:
    """Finds words, lemmas, parts of speech, dependencies and names with spaCy, in the languages it has a package for.

    Args:
        packages: the pipeline of each language, named as Python imports it: `{"en": "en_core_web_sm"}`.
        otherwise: tags the other languages, and what is too long for a sentence.

    Each span is tagged by itself and as one sentence, whatever spaCy would make of it, so it comes out the same in any
    company and has one root. A pipeline is loaded when its language first comes up, once a process; a tagger handed to
    another process loads it there.

    Relations are those that the package was trained on. In English these are the ClearNLP labels (`dobj`, `nsubjpass`,
    `pobj` under `prep`), not those of Universal Dependencies; they come through as they are, but for `root`.
    spaCy does not take contractions apart: "del" is one token.

    Raises:
        UsageError: if spaCy or a package is missing, or is no pipeline of that language, at once.
    """

    def __init__(self, packages: Mapping[str, str], *, otherwise: Tagger) -> None:
        release = _release()
        self._packages = dict(sorted(packages.items()))
        self._otherwise = otherwise
        known = (f"{language}:{package}/{_version(package, language)}" for language, package in self._packages.items())
        self.name = "+".join((f"spacy/{release}", *known, otherwise.name))

    def tag(self, text: str, spans: Sequence[tuple[int, int]], language: str) -> tuple[Sentence, ...]:
        """Return one Sentence a span, in order; offsets are into `text`.

        Raises:
            UsageError: if the installed spaCy cannot load the package.
        """
        package = self._packages.get(language)
        if package is None:
            return self._otherwise.tag(text, spans, language)
        pipeline = _pipeline(package)
        return tuple(
            _sentence(pipeline, text, start, end)
            if end - start <= _LONGEST
            else self._otherwise.tag(text, [(start, end)], language)[0]
            for start, end in spans
        )


def _release() -> str:
    try:
        return version("spacy")
    except PackageNotFoundError as error:
        raise UsageError('spaCy is not installed; pip install "careo[spacy]" and a package of its pipelines') from error


def _version(package: str, language: str) -> str:
    """Return the version of an installed package from its own description; nothing is loaded for that."""
    found = find_spec(package) if package.isidentifier() else None
    if found is None:
        raise UsageError(
            f'there is no spaCy package {package!r}; pip install "careo[spacy]" and the package, '
            "and name it as Python imports it, such as en_core_web_sm"
        )
    try:
        meta = json.loads(Path(found.origin or "").with_name("meta.json").read_text(encoding="utf-8"))
        made_for, number = meta["lang"], meta["version"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{package!r} is no package of a spaCy pipeline; name one, such as en_core_web_sm") from error
    if made_for not in (language, "xx"):
        raise UsageError(f"the spaCy package {package!r} is for {made_for!r}, not for {language!r}; name another")
    return str(number)


@cache
def _pipeline(package: str) -> Any:
    try:
        return import_module(package).load()
    except (ImportError, OSError, ValueError) as error:
        mend = "install the release of it that fits your spaCy (python -m spacy validate)"
        raise UsageError(f"spaCy {_release()} cannot load {package!r}: {error}; {mend}") from error


def _sentence(pipeline: Any, text: str, start: int, end: int) -> Sentence:
    document = pipeline.make_doc(text[start:end])
    for word in document[1:]:
        word.is_sent_start = False  # else the parser makes several sentences of some spans
    document = pipeline(document)
    words = [word for word in document if not word.is_space]
    arcs = _arcs(words) if document.has_annotation("DEP") else [(-1, "dep")] * len(words)
    tokens = (
        Token(at, at + len(word), word.text, word.lemma_ or word.text, word.pos_ or "X", *arc)
        for word, arc in zip(words, arcs, strict=True)
        for at in (start + word.idx,)
    )
    return Sentence(start, end, tuple(tokens), _names(document, start))


def _arcs(words: Sequence[Any]) -> list[tuple[int, str]]:
    """Return the governor and the relation of each word: the nearest word above it, since white space is no word.

    Where white space was the root, several words may have none above them: they hang on the first as `dep`, the
    relation of Universal Dependencies for what is not known better.
    """
    place = {word.i: number for number, word in enumerate(words)}
    heads = [next((place[above.i] for above in word.ancestors if above.i in place), -1) for word in words]
    root = heads.index(-1) if heads else -1
    return [
        (head, word.dep_ or "dep") if head >= 0 else (-1, "root") if number == root else (root, "dep")
        for number, (head, word) in enumerate(zip(heads, words, strict=True))
    ]


def _names(document: Any, start: int) -> tuple[NameSpan, ...]:
    """Return the names, without white space at their edges."""
    found: list[NameSpan] = []
    for entity in document.ents:
        words = [word for word in entity if not word.is_space]
        if words and entity.label_ in _TYPES:
            end = start + words[-1].idx + len(words[-1])
            found.append(NameSpan(start + words[0].idx, end, _TYPES[entity.label_]))
    return tuple(found)
