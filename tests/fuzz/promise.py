"""What every reader promises for any bytes whatever."""

import time

from careo.errors import InputError
from careo.readers import READERS
from careo.readers.base import Article
from tests.make import make_received

SLOW = 5.0
"""Seconds for one small input."""


def check(data: bytes, media_type: str, *, seconds: float = SLOW) -> None:
    """Read some bytes and hold the articles to what every reader promises.

    Raises:
        AssertionError: if an article breaks a promise, or reading takes too long.
    """
    reader = next(one for one in READERS if media_type in one.media_types)
    started = time.monotonic()
    try:
        articles = reader.read(make_received(data, media_type=media_type))
    except InputError as error:
        assert ";" in str(error), f"no mend: {error}"
    else:
        assert articles, "neither an article nor an error"
        for article in articles:
            hold(article, data)
    assert time.monotonic() - started < seconds, "too slow"


def hold(article: Article, data: bytes) -> None:
    """Check that an article has text, that its dates have evidence, and that its runs are the source."""
    assert any(character.isalpha() for one in article.paragraphs for character in one.text)
    assert all(date.evidence and "1800" <= date.value[:4] <= "2199" for date in article.published)
    source = data.decode(article.encoding, "replace") if article.encoding else ""
    for one in article.paragraphs:
        for run in one.runs:
            assert one.text[run.start : run.end] == source[run.source : run.source + run.end - run.start], "wrong place"
