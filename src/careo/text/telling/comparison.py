"""Whether a negation denies only a comparison, a limit, a part or a wish: "nobody knew it earlier", "not only"."""

import re
from functools import cache

from careo.text.lexicon import LANGUAGES, table


def is_compared(words: str, language: str) -> bool:
    """Whether a stretch around a negated verb holds a word of comparing, limiting or wishing."""
    return language not in LANGUAGES or _limits(language).search(words) is not None


@cache
def _limits(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(table(language, 'comparison')['limits'])})(?!\w)", re.IGNORECASE)
