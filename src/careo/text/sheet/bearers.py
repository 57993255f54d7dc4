"""Who is named in a credit: agencies, people, outlets, the desk itself, by how they are written."""

import re
from collections.abc import Sequence

from careo.text.lexicon import LANGUAGES
from careo.text.names.agencies import AGENCIES, IN_CAPITALS
from careo.text.normalise import flat
from careo.text.sheet.layout import any_of, words

_PARTICLES = frozenset(
    {
        "al", "bin", "da", "de", "degli", "dei", "del", "della", "den", "der", "di", "dos", "du", "e", "el", "ibn",
        "la", "las", "lo", "los", "ten", "ter", "van", "vom", "von", "y", "zu",
    }
)  # fmt: skip
_COMPOUNDING = frozenset({"de", "nl"})
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_ELIDED = re.compile(r"[ld]['’]")
_SIGN = re.compile(r"[^\W\d_]{2,4}")


def is_agency(name: str) -> bool:
    """Whether a news agency signs with this name."""
    return name in IN_CAPITALS or flat(name.casefold()) in AGENCIES


def is_person(name: str, language: str) -> bool:
    """Whether it is two to five capitalised words, particles aside, none of them a word for an outlet."""
    parts = name.split()
    bearing = [part for part in parts if part.lower() not in _PARTICLES]
    return (
        2 <= len(parts) <= 5
        and bool(bearing)
        and parts[0].lower() not in words(language, "credit", "articles")
        and all(_NAME_WORD.fullmatch(part) and part[0].isupper() for part in bearing)
        and not any(ends_like(part.lower(), words(language, "credit", "outlets"), language) for part in bearing)
    )


def ends_like(word: str, endings: Sequence[str], language: str) -> bool:
    """Whether a word in lower case is, or where the language compounds ends in, one of the words given.

    "Morgenzeitung" counts; a short ending does so only as a word of its own.
    """
    compounds = language in _COMPOUNDING
    return any(word == ending or (compounds and len(ending) > 3 and word.endswith(ending)) for ending in endings)


def is_sign(name: str) -> bool:
    """Whether it is an abbreviation in lower case, as agencies sign ("dpa"); a word like "web" or "red" is none."""
    known = ("outlets", "staff", "agency", "articles", "dated", "joins")
    return (
        name.islower()
        and _SIGN.fullmatch(name) is not None
        and not any(name in words(language, "credit", key) for language in LANGUAGES for key in known)
    )


def is_staff(name: str) -> bool:
    """Whether it is the outlet's own desk that is named."""
    return any(name.lower() in words(language, "credit", "staff") for language in LANGUAGES)


def unlabelled(name: str, *, short: bool) -> tuple[str, bool]:
    """Return a name without the word "agency" before it, and whether it is that of an agency.

    "Agencia Norte" is a name as a whole; "agencia Norte" and "Agentur dpa" only say what follows.
    """
    for language in LANGUAGES:
        match = any_of(language, "credit", "agency").match(name)
        rest = name[match.end() :].strip() if match else ""
        if rest:
            return rest if name[0].islower() or is_sign(rest) or is_agency(rest) else name, True
    elided = _ELIDED.match(name)
    if elided and is_agency(name[elided.end() :]):
        return name[elided.end() :], True
    before, _, rest = name.partition(" ")
    if before.islower() and rest and any(before in words(one, "credit", "led") for one in LANGUAGES):
        bare, agency = unlabelled(rest, short=False)  # "la agencia Norte"
        if agency:
            return bare, True
    return name, (short and is_sign(name)) or is_agency(name)
