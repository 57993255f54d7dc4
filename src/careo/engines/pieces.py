"""Words to pieces: the unigram model of SentencePiece (Kudo 2018), for one word at a time, with the pieces cached."""

from collections.abc import Mapping, Sequence

_START = "▁"
_UNKNOWN_SCORE = -10.0
"""Added to the least score for a character that is in no piece, as SentencePiece does."""


class Pieces:
    """Cuts words into the pieces of a vocabulary; the same word always gives the same ids."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float], characters: Mapping[int, str], unknown: int):
        """Take the vocabulary: pieces, their log probabilities, the map of code points, and the id of the unknown."""
        self._ids = {piece: number for number, piece in enumerate(pieces)}
        self._scores = list(map(float, scores))
        self._characters = dict(characters)
        self._unknown = unknown
        self._longest = max(map(len, pieces))
        self._least = min(self._scores) + _UNKNOWN_SCORE
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the ids of the word's pieces, most probable cut; at least one."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > 200_000:  # a desk of any size must not grow us
                self._known.clear()
            known = self._known[word] = self._cut(word)
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        text = _START + "".join(self._characters.get(ord(c), c) for c in word).strip().replace(" ", _START)
        best: list[tuple[float, int, int]] = [(0.0, 0, -1)]
        for end in range(1, len(text) + 1):
            top = float("-inf"), 0, self._unknown
            for start in range(max(0, end - self._longest), end):
                piece = self._ids.get(text[start:end])
                if piece is not None:
                    score = best[start][0] + self._scores[piece]
                elif start == end - 1:
                    piece, score = self._unknown, best[start][0] + self._least
                else:
                    continue
                if score > top[0]:  # among equals the longest piece
                    top = score, start, piece
            best.append(top)
        ids: list[int] = []
        at = len(text)
        while at > 0:
            _, start, piece = best[at]
            # Neighbouring unknown characters are one unknown piece.
            if not (piece == self._unknown and ids and ids[-1] == self._unknown):
                ids.append(piece)
            at = start
        return tuple(reversed(ids)) or (self._unknown,)
