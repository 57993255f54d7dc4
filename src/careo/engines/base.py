"""What a stage may ask of an engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from careo.model.seen import MentionType, Modality, Polarity, StatementType
from careo.text.names.sites import Site


@dataclass(frozen=True, slots=True)
class Token:
    """A word at a place in the report's text, in Universal Dependencies terms."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    """UD part of speech; `X` where the engine does not tell."""
    head: int
    """Index of the governing token in the sentence, -1 for the root or where the engine does not parse."""
    deprel: str
    """UD relation; `dep` where the engine does not parse."""

    @property
    def relation(self) -> str:
        """Its relation without what a language adds to it: `nsubj` of `nsubj:pass`."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name the tagger found: offsets into the report's text."""

    start: int
    end: int
    type: MentionType


@dataclass(frozen=True, slots=True)
class Argument:
    """A word that takes part in an event: the head of the phrase that says who, where, when, how many or by whom."""

    word: int
    """Index of the token."""
    role: str
    """authority force participant speaker accused victim holder target; place time figure source."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a word of the sentence tells, as the engine reads it."""

    word: int
    """Index of the token that carries it, the trigger."""
    type: StatementType
    subtype: str | None
    modality: Modality
    polarity: Polarity
    probability: float
    """That the word tells an event of this type."""
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens and names."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    names: tuple[NameSpan, ...]
    events: tuple[Event, ...] | None = None
    """`None` where the engine tells none: then the lexicon of triggers alone decides."""


class Tagger(Protocol):
    """Finds words and names in sentences of one language."""

    @property
    def name(self) -> str:
        """Name and version, kept in `made_by`: a change makes the work pending again."""
        ...

    def tag(self, text: str, spans: Sequence[tuple[int, int]], language: str) -> tuple[Sentence, ...]:
        """Return one Sentence a span, in order; offsets are into `text`."""
        ...


Vector = NDArray[np.float32]
"""A sentence's meaning: unit length, so that the dot product of two is their cosine."""


class Encoder(Protocol):
    """Turns sentences of any language into vectors that are near where the sentences mean alike."""

    name: str
    """Name and version; vectors of another name are not compared."""

    def encode(self, sentences: Sequence[str]) -> tuple[Vector, ...]:
        """Return one vector a sentence, each the same whatever else is encoded with it."""
        ...


class Gazetteer(Protocol):
    """Knows the places that a name may stand for."""

    name: str
    """Name and version, kept in `made_by`: a change makes the work pending again."""

    def look_up(self, name: str) -> tuple[Site, ...]:
        """Return the places of a name, likeliest first; none where it knows none."""
        ...


@dataclass(frozen=True, slots=True)
class Engines:
    """The engines a desk works with."""

    tagger: Tagger
    encoder: Encoder
    gazetteer: Gazetteer | None = None
    """Without one, places are what the word lists know: countries and large regions."""
