"""Which role noun of a sentence belongs to which name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from careo.model.seen import Mention, Office
from careo.text.lexicon import table
from careo.text.names.kinds import is_known, is_verb, word_list
from careo.text.names.places import is_demonym
from careo.text.telling.clauses import prepositions
from careo.text.words import Word

_BETWEEN = 1
"""Words between a role noun and the name after it: one, as in "Minister Dr. X" or "president-elect of"."""
_OF = 3
"""Words between a role noun and the body it is held in: a preposition, an article."""
_AFTER = 6
"""Words between a name's comma and the role noun after it ("X, the former British ambassador")."""
_APPOSITION = 7
"""Words from a name to a role noun in what is said about it between commas."""
_BEFORE = 14
"""Words between a role noun and the comma before its name ("the ambassador of A to B and C, X")."""

Span = tuple[int, int, Mention]


@dataclass(frozen=True, slots=True)
class Link:
    """A role noun that belongs to a name."""

    role: str
    """Id of the role's mention."""
    first: int
    """Index of the role's first word."""
    office: str


def link_offices(sequence: Sequence[Word], spans: Sequence[Span], language: str) -> Mapping[str, Link]:
    """Return the office of each name, by the id of the name's mention.

    A role noun just before the name is surest, then one before it with a comma between ("the ambassador in Y, X"),
    then one after it ("X, ambassador in Y"). A role noun serves one name, in a list the names it is followed by.
    """
    names = [span for span in spans if span[2].type in {"person", "name"}]
    roles = [span for span in spans if isinstance(span[2].value, Office)]
    links: dict[str, Link] = {}
    ends = {span[1]: span[0] for span in spans if span[2].type in {"organisation", "unit", "place"}}
    for find in (_adjacent, partial(_past_body, ends=ends), _before_comma, _after_comma):
        for name in names:
            if name[2].id not in links:
                used = {link.role for link in links.values()}
                free = [role for role in roles if role[2].id not in used]
                role = find(sequence, name, free, names, language)
                if role is not None and isinstance(role[2].value, Office):
                    links[name[2].id] = Link(role[2].id, role[0], role[2].value.office)
    return links


def appositions(sequence: Sequence[Word], spans: Sequence[Span]) -> frozenset[str]:
    """Return the ids of role nouns that only say more about a name before them ("X, a lawyer and former minister")."""
    names = [span for span in spans if span[2].type in {"person", "name"}]
    found = set()
    for role in spans:
        if isinstance(role[2].value, Office):
            for name in names:
                between = sequence[name[1] : role[0]]
                commas = [word for word in between if word.text == ","]
                if 1 < len(between) <= _APPOSITION and between[0].text == "," and len(commas) == 1:
                    found.add(role[2].id)
    return frozenset(found)


def _adjacent(
    sequence: Sequence[Word], name: Span, roles: Sequence[Span], _names: Sequence[Span], language: str
) -> Span | None:
    titles = word_list(language, "titles")
    for role in reversed(roles):
        between = sequence[role[1] : name[0]]
        filler = (word.lower in titles or word.text in "-." or is_demonym(word.text, language) for word in between)
        if role[1] <= name[0] and (all(filler) or _is_adjective(between, language)):
            return role
    return None


def _is_adjective(between: Sequence[Word], language: str) -> bool:
    """Whether one word that describes the role stands between, where these follow it ("la senatrice verde NAME")."""
    if len(between) != 1 or table(language, "figures")["phrase"]["head"] != "first":
        return False
    (word,) = between
    lexicon = table(language, "clauses")
    small = {*prepositions(language), *lexicon["determiners"], *lexicon["conjunctions"], *lexicon["auxiliaries"]}
    small |= {*lexicon["subordinators"], *lexicon["relatives"], *lexicon["openers"], *lexicon["including"]}
    ordinary = word.text.islower() and word.text.isalpha() and is_known(word.lower, language)
    return ordinary and word.lower not in small and not is_verb(word, language)


def _past_body(
    sequence: Sequence[Word], name: Span, roles: Sequence[Span], _names: Sequence[Span], language: str,
    *, ends: Mapping[int, int],
) -> Span | None:  # fmt: skip
    """Return the role noun before the body or place that stands right before a name ("il sindaco di Milano NAME").

    `ends` tells where the body or place begins that ends at an index.
    """
    begin = ends.get(name[0])
    if begin is None:
        return None
    joining = set(prepositions(language)) | set(table(language, "clauses")["determiners"])
    for role in reversed(roles):
        between = sequence[role[1] : begin]
        if 0 < len(between) <= _OF and between[0].lower in prepositions(language):
            return role if all(word.lower in joining for word in between) else None
    return None


def _leads_to(sequence: Sequence[Word], role: Span, person: Span, language: str) -> bool:
    """Whether a role noun is that of the name after it: nothing stands between, or one title."""
    between = sequence[role[1] : person[0]]
    if person[0] < role[1] or len(between) > _BETWEEN:
        return False
    return all(_is_title(word, language) or word.text in "-." for word in between)


def _is_title(word: Word, language: str) -> bool:
    return all(part in word_list(language, "titles") for part in word.lower.split("."))


def _before_comma(
    sequence: Sequence[Word], name: Span, roles: Sequence[Span], names: Sequence[Span], language: str
) -> Span | None:
    comma = name[0] - 1
    while comma > 1 and (_is_title(sequence[comma], language) or sequence[comma].text == "."):
        comma -= 1
    if comma < 1 or sequence[comma].text != ",":
        return None
    for role in reversed(roles):
        if not comma - _BEFORE <= role[0] < comma:
            continue
        between = sequence[role[1] : comma]
        other = any(role[1] <= person[0] < comma and person[2].type == "person" for person in names)
        if not other and not any(word.text in {",", ";", ":"} for word in between):
            return role
    return None


def _after_comma(
    sequence: Sequence[Word], name: Span, roles: Sequence[Span], names: Sequence[Span], language: str
) -> Span | None:
    if name[1] >= len(sequence) or sequence[name[1]].text not in {",", "(", "–"}:
        return None
    for role in roles:
        between = sequence[name[1] + 1 : role[0]]
        if 0 <= role[0] - name[1] - 1 <= _AFTER and not any(word.text in {",", ";", ")"} for word in between):
            led = any(_leads_to(sequence, role, person, language) for person in names)
            return None if led else role
    return None
