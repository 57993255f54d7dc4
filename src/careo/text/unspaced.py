"""How many words a text has, also in scripts that leave no space between them."""

import re

UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Letters of Thai, Lao, Burmese, Khmer, Japanese and Chinese."""


def count_words(text: str) -> int:
    """Return how many words a text has; of letters written without spaces two count as one."""
    return len(text.split()) + len(UNSPACED.findall(text)) // 2
