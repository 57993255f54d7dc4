"""Whether a name is that of a newspaper, a broadcaster or a news agency: by a word in it, or by its capital article."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from careo.model.seen import SourceType
from careo.text.lexicon import LANGUAGES, table
from careo.text.names.kinds import given_names, is_known
from careo.text.names.known_bodies import known_body
from careo.text.sheet.bearers import is_agency
from careo.text.telling.scene import Item, Scene
from careo.text.words import Patterns, Word, is_capital

_NAMED = frozenset({"organisation", "name"})
"""Types of mentions that an outlet's name may have; persons and places are none."""
_ARTICLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "The": ("en",), "Der": ("de",), "Das": ("de",), "El": ("es",), "La": ("es", "fr", "it"), "Las": ("es",),
        "Los": ("es",), "Le": ("fr",), "Les": ("fr",), "Il": ("it",), "Lo": ("it",), "De": ("nl",), "Het": ("nl",),
        "O": ("pt",), "A": ("pt",), "Os": ("pt",), "As": ("pt",),
    }
)  # fmt: skip
"""Articles that begin titles, and the languages they are of; "Die" begins parties as well ("Die Linke")."""
_OPENING = frozenset('"“”„«»‹›:')


def press_type(item: Item, language: str) -> SourceType | None:
    """Return agency or media where the words of a name tell it, in whatever language the name is, else `None`."""
    name = item.mention.verbatim
    if is_agency(name) and item.mention.type != "place":
        return "agency"
    if item.mention.type not in _NAMED or item.office is not None:
        return None
    if name.split()[0] in given_names():
        return None
    return (
        "media" if in_title(tuple(Word(0, len(part), part, part.lower()) for part in name.split()), language) else None
    )


def in_title(sequence: Sequence[Word], language: str) -> bool:
    """Whether a word that papers and broadcasters are called by, with a capital, is among some words."""
    capitals = [word for word in sequence if is_capital(word)]
    return any(_titles(code).find(capitals) for code in (language, *LANGUAGES))


@cache
def _titles(language: str) -> Patterns:
    return Patterns(table(language, "sources")["titles"])


@cache
def _publishing(language: str) -> Patterns:
    return Patterns(table(language, "sources")["publishing"])


def is_title(scene: Scene, item: Item, verb: Sequence[Word]) -> bool:
    """Whether a name with a capital article inside a sentence is quoted as papers are ("according to The Hill").

    `verb` is the word that credits it: one of publishing, or no verb of the sentence at all.
    """
    first = item.first if scene.words[item.first].text in _ARTICLES else item.first - 1
    if item.mention.type not in _NAMED or first <= 0 or scene.words[first].text not in _ARTICLES:
        return False
    inside = first > 0 and scene.words[first - 1].text not in _OPENING
    bare = scene.words[first + 1 : item.last]
    if not (inside and bare and is_capital(bare[0])) or known_body(item.mention.verbatim, scene.language):
        return False
    if not any(is_known(bare[0].lower, code) for code in _ARTICLES[scene.words[first].text]):
        return False  # the article of a surname or a town: no word of its language follows
    saying = any(hit.first <= scene.index(word.start) < hit.last for word in verb for hit in scene.hits)
    return not saying or bool(_publishing(scene.language).find(verb))


def is_office(sequence: Sequence[Word], item: Item | None) -> bool:
    """Whether "agency" in a name is a public body's ("the Space Agency"), no news agency's."""
    return item is not None and len(sequence) > 1 and not is_agency(item.mention.verbatim) and is_capital(sequence[-1])
