"""Which language a text is written in."""

import py3langid

_LEAST_LETTERS = 12
"""Below a dozen letters the answer is chance: bare names such as "Lima" come out as any of 97 languages."""
_ENOUGH = 4000
"""Code points looked at: a page of prose settles it, and the rest costs time."""


def identify(text: str) -> str:
    """Return the BCP 47 base code of the text's language, `und` where it cannot be told."""
    sample = text[:_ENOUGH]
    if sum(char.isalpha() for char in sample) < _LEAST_LETTERS:
        return "und"
    code = str(py3langid.classify(sample)[0])
    return "und" if code == "zxx" else code
