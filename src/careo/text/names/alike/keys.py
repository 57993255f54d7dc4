"""Keys under which names that may be one are found, without comparing all with all."""

from collections.abc import Iterable

from careo.text.names.alike.bodies import body
from careo.text.names.alike.known import known
from careo.text.names.alike.latin import loose, sounds
from careo.text.names.alike.pairs import Word
from careo.text.names.alike.persons import person
from careo.text.names.alike.table import bundled, names_of

_NAMES = 3
"""Names of the table that a word gives keys for: those with most spellings come first in it."""
_OWN = 4
"""Words of an organisation that give keys."""


def person_keys(name: str) -> tuple[str, ...]:
    """Return what each word of a person's name sounds like, the names it may be a form of, and the whole."""
    words = person(name).words
    if not words:
        return ()
    long = [word for word in words if len(word.plain) > 1] or list(words)
    found = {f"p:{key}" for word in long for key in _of(word)}
    return tuple(sorted({*found, f"p={_whole(words)}"}))


def body_keys(name: str) -> tuple[str, ...]:
    """Return what the words sound like that are an organisation's own, its acronym, and the whole."""
    named = body(name)
    words = named.words
    if not named.letters:
        return ()
    symbols = bundled().symbols
    own = [word for word in words if word.plain not in symbols]
    found = {f"b:{loose(word.plain)[:6]}" for word in (own or words)[:_OWN]}
    if not own:
        found |= {f"b:{symbols[word.plain]}" for word in words[:_OWN]}
    if len(words) > 2:
        found.add("b:" + loose("".join(word.plain[0] for word in words)))
    if (body_of := known(name)) is not None:
        found.add(f"b!{body_of[0]}")
    return tuple(sorted({*found, f"b={named.whole}", f"b={sounds(named.letters)}"}))


def _of(word: Word) -> Iterable[str]:
    yield loose(word.plain)
    if "ch" in word.plain:
        yield loose(word.plain.replace("ch", "kh"))
    for number in names_of(word.plain, word.script)[:_NAMES]:
        yield f"#{number}"


def _whole(words: Iterable[Word]) -> str:
    return sounds("".join(word.plain for word in words))
