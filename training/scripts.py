"""Lemmas as edit scripts: how a form becomes its lemma; `careo.engines.lemmas` makes the lemma of a script.

The scheme follows UDPipe 2 (Straka 2018): casing first, then what is cut off and put on at either end of the longest
common part; a lemma with nothing in common is given whole.
"""

from difflib import SequenceMatcher

SAME = "l0,,0,"
"""The form in small letters."""


def script(form: str, lemma: str) -> str:
    """Return the script that makes `lemma` of `form`: case, cut before, put before, cut after, put after."""
    if lemma == form:
        return "k0,,0," if form != form.lower() else SAME
    case = "t" if lemma[:1].isupper() else "l"
    source, target = form.lower(), lemma.lower()
    match = SequenceMatcher(None, source, target, autojunk=False).find_longest_match()
    prefix, suffix = target[: match.b], target[match.b + match.size :]
    if match.size == 0 or "," in prefix + suffix:
        return f"={lemma}"
    return f"{case}{match.a},{prefix},{len(source) - match.a - match.size},{suffix}"
