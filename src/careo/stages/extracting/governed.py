"""What stands above a word in the syntax of its sentence."""

from collections.abc import Iterator

from careo.engines.base import Sentence
from careo.model.seen import Trigger


def head_of(sentence: Sentence, start: int, end: int) -> int | None:
    """Return the number of the token that carries a stretch of text: the one governed from outside it.

    `None` where the sentence has no token there, or its engine tells no syntax.
    """
    inside = [at for at, token in enumerate(sentence.tokens) if token.start < end and start < token.end]
    if not inside or not any(token.head >= 0 for token in sentence.tokens):
        return None
    return next((at for at in inside if sentence.tokens[at].head not in inside), inside[0])


def governors(sentence: Sentence, trigger: Trigger) -> Iterator[int]:
    """Yield the numbers of the tokens above a trigger, up to the root."""
    at = head_of(sentence, trigger.start, trigger.end)
    if at is not None:
        yield from climb(sentence, at)


def climb(sentence: Sentence, at: int) -> Iterator[int]:
    """Yield the numbers of the tokens above one, up to the root."""
    seen: set[int] = set()
    while at not in seen and (above := sentence.tokens[at].head) >= 0:
        seen.add(at)
        at = above
        yield at
