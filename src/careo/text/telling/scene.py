"""A sentence laid out for reading statements off it: words, clauses, and what stands before each name."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from careo.model.seen import Figure, Instrument, Mention, Office, Place, Time
from careo.text.lexicon import table
from careo.text.names.kinds import is_verb
from careo.text.names.places import is_demonym
from careo.text.stretches import holds, overlap
from careo.text.telling.clauses import clauses, prepositions
from careo.text.telling.offices_of import Link, appositions, link_offices
from careo.text.telling.triggers import Hit, find_triggers
from careo.text.values.instruments import find_instruments
from careo.text.words import Word, is_capital, is_word

_ACTORS = frozenset({"person", "organisation", "unit", "name", "role", "place"})
_GENITIVES = frozenset({"'s", "’s"})
_REACH = 10
"""Words before a name in which its preposition is looked for: a noun phrase with two adjectives and a role has six."""


@dataclass(frozen=True, slots=True)
class Item:
    """A mention that can take part in a statement, and how it stands in its clause."""

    mention: Mention
    first: int
    """Index of its first word."""
    last: int
    """Index after its last word."""
    begin: int
    """Index where its noun phrase begins: at the role noun before it, where there is one."""
    clause: int
    marker: str | None
    """Class of the preposition before it: by with against of in to from between for; `None` for a bare name."""
    marked: int
    """Index of that preposition; in a list that of its first name's; -1 where there is none."""
    office: str | None
    demonym: bool
    nested: bool
    """Whether it lies inside another name ("Peruvian" in "Peruvian army")."""
    object: bool
    """Whether its article says that it is no subject."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with everything statements are read from."""

    text: str
    language: str
    start: int
    end: int
    words: tuple[Word, ...]
    numbers: tuple[int, ...]
    """The clause of each word."""
    items: tuple[Item, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    instruments: tuple[Instrument, ...]
    hits: tuple[Hit, ...]
    resumed: frozenset[int] = frozenset()
    """Where figures begin whose noun stands in the sentence before."""

    def clause_at(self, offset: int) -> int:
        """Return the clause that the word at an offset stands in."""
        return self.numbers[self.index(offset)]

    def index(self, offset: int) -> int:
        """Return the index of the word at or before an offset."""
        return _index(self.words, offset)


def _index(sequence: Sequence[Word], offset: int) -> int:
    return max(0, bisect_right([word.start for word in sequence], offset) - 1)


def lay_out(text: str, language: str, sequence: Sequence[Word], mentions: Sequence[Mention]) -> Scene:
    """Return the scene of one sentence; `mentions` are those that lie in it, sorted by place."""
    inside = tuple(sequence)
    start, end = inside[0].start, inside[-1].end
    roles = frozenset(_index(inside, mention.start) for mention in mentions if isinstance(mention.value, Office))
    numbers = clauses(inside, language, roles)
    taken = frozenset(
        index
        for mention in mentions
        if _blocks(mention)
        for index in range(_index(inside, mention.start), _index(inside, mention.end - 1) + 1)
    )
    hits = find_triggers(inside, language, taken)
    bare = _items(inside, numbers, mentions, language)
    marked = _Marker(inside, numbers, language, hits, mentions).mark(bare)
    return Scene(
        text, language, start, end, inside, numbers, marked,
        tuple(mention.value for mention in mentions if isinstance(mention.value, Figure)),
        tuple(mention.value for mention in mentions if isinstance(mention.value, Time)),
        find_instruments(text, language, start, end), hits,
    )  # fmt: skip


def _blocks(mention: Mention) -> bool:
    """Whether a trigger inside the mention would be part of a name; figures and bodies are no names."""
    return mention.type in {"person", "role", "instrument", "date", "name", "place"} or (
        mention.type in {"organisation", "unit"} and " " in mention.verbatim
    )


def _items(
    sequence: tuple[Word, ...], numbers: tuple[int, ...], mentions: Sequence[Mention], language: str
) -> tuple[Item, ...]:
    spans = [
        (_index(sequence, mention.start), _index(sequence, mention.end - 1) + 1, mention)
        for mention in mentions
        if mention.type in _ACTORS
    ]
    links = link_offices(sequence, [(first, last, mention) for first, last, mention in spans], language)
    instruments = [(mention.start, mention.end) for mention in mentions if mention.type == "instrument"]
    used = {link.role for link in links.values()} | appositions(sequence, spans)
    items = [
        _item(sequence, (first, last, mention), links.get(mention.id), (spans, instruments), language)
        for first, last, mention in spans
        if mention.id not in used
    ]
    roles = frozenset(first for first, _, mention in spans if isinstance(mention.value, Office))
    return tuple(
        replace(item, clause=numbers[item.first], nested=item.nested or _is_in_phrase(item, items, roles))
        for item in items
    )


def _is_in_phrase(item: Item, items: Sequence[Item], roles: frozenset[int]) -> bool:
    """Whether an item belongs to a role: inside it ("envoy in Chile, X"), or its owner ("UN envoy X")."""
    inside = any(other.begin <= item.first and item.last <= other.first for other in items if other is not item)
    owner = isinstance(item.mention.value, Place) or item.mention.type == "organisation"
    return inside or (owner and (item.last in roles or any(_owns(item, other) for other in items)))


def _owns(item: Item, other: Item) -> bool:
    """Whether the role of another name follows at once."""
    return other.office is not None and other.mention.type in {"person", "name", "role"} and (other.begin == item.last)


def _item(
    sequence: tuple[Word, ...], span: tuple[int, int, Mention], link: Link | None,
    around: tuple[Sequence[tuple[int, int, Mention]], Sequence[tuple[int, int]]], language: str,
) -> Item:  # fmt: skip
    first, last, mention = span
    spans, instruments = around
    begin = min(first, link.first) if link is not None else first
    office = link.office if link is not None else None
    if isinstance(mention.value, Office):
        office = mention.value.office
    within = any(low <= mention.start and mention.end <= high for low, high in instruments)
    nested = within or any(
        holds(other, mention) and other.id != mention.id
        and other.end - other.start > mention.end - mention.start
        for _, _, other in spans
    )  # fmt: skip
    prefix = mention.end < sequence[last - 1].end
    demonym = prefix or (mention.type == "place" and is_demonym(mention.verbatim, language))
    return Item(mention, first, last, begin, 0, None, -1, office, demonym, nested, False)


class _Marker:
    """Finds the preposition each item stands under, from left to right, since a list passes it on."""

    def __init__(
        self, sequence: tuple[Word, ...], numbers: tuple[int, ...], language: str, hits: Sequence[Hit],
        mentions: Sequence[Mention],
    ) -> None:  # fmt: skip
        self.words = sequence
        self.numbers = numbers
        self.prepositions = prepositions(language)
        lexicon = table(language, "clauses")
        self.conjunctions = frozenset(lexicon["conjunctions"])
        self.auxiliaries = frozenset(lexicon["auxiliaries"])
        self.articles = frozenset(lexicon["object_articles"])
        self.relatives = frozenset(lexicon["relatives"])
        genitives = frozenset(lexicon["genitive_articles"])
        self.genitives = genitives
        self.determiners = frozenset(lexicon["determiners"]) - genitives
        self.located = frozenset(lexicon.get("located", ()))
        self.personal = frozenset(lexicon["personal"])
        self.by_or_of = frozenset(lexicon["by_or_of"])
        self.language = language
        self.genitive = bool(table(language, "names")["nouns_are_capital"])
        self.verbs = {at for hit in hits if not hit.entry.noun for at in range(hit.first, hit.last)}
        self.nouns = {at for hit in hits if hit.entry.noun for at in range(hit.first, hit.last)}
        self.stops = {
            at
            for mention in mentions
            if mention.type in {"date", "instrument"} or _is_span_of_time(mention)
            for at in range(_index(sequence, mention.start), _index(sequence, mention.end - 1) + 1)
        }

        self.counts = {
            mention.id: frozenset(
                at
                for figure in mentions
                if isinstance(figure.value, Figure) and overlap(figure, mention)
                for at in range(_index(sequence, figure.start), _index(sequence, figure.end - 1) + 1)
            )
            for mention in mentions
            if mention.type in _ACTORS
        }

    def mark(self, items: Sequence[Item]) -> tuple[Item, ...]:
        done: list[Item] = []
        for item in items:
            marker, marked = self._marker(item, done)
            before = self.words[item.begin - 1].lower if item.begin else ""
            done.append(replace(item, marker=marker, marked=marked, object=before in self.articles))
        return tuple(done)

    def _marker(self, item: Item, done: Sequence[Item]) -> tuple[str | None, int]:
        """Return the class and the index of the preposition an item stands under."""
        if item.last < len(self.words) and self.words[item.last].lower in _GENITIVES:
            return "of", item.last
        crossed = False
        counted = self.counts.get(item.mention.id, frozenset())
        for at in range(item.begin - 1, max(-1, item.begin - 1 - _REACH), -1):
            word = self.words[at]
            if self.numbers[at] != item.clause:
                return None, -1
            if at in counted:
                continue
            if word.lower in self.prepositions and at not in self.stops:
                found = self._class(at, item)
                return (found, at) if not crossed or found in {"with", "between"} else (None, -1)
            if self._is_end(at) or (not crossed and self._begins_phrase(at)):
                return None, -1
            if at in self.nouns:
                genitive = at < item.begin - 1 or (self.genitive and _is_genitive(item))
                return ("of", at) if genitive and not crossed else (None, -1)
            if word.text == "," or word.lower in self.conjunctions:
                previous = [other for other in done if other.last == at and not other.nested]
                if previous and _is_alike(previous[-1], item) and self._is_list(at, item):
                    return previous[-1].marker, previous[-1].marked
                crossed = True
                continue
            covering = [other for other in done if other.first <= at < other.last and not other.demonym]
            if covering and crossed:
                return None, -1
            if covering and not _leads(covering[-1], item, at):
                body = covering[-1].mention.type in {"organisation", "unit", "role"}
                return ("of", -1) if body else (None, -1)
        return None, -1

    def _class(self, at: int, item: Item) -> str | None:
        """Return the class of the preposition at an index; one before a relative pronoun is not the name's."""
        word = self.words[at].lower
        following = self.words[at + 1].lower if at + 1 < len(self.words) else ""
        opens = at == 0 or self.words[at - 1].text == "," or self.numbers[at] != self.numbers[at - 1]
        if opens and self.numbers[at] and following in self.relatives:
            return None
        if word in self.personal and item.mention.type != "place":
            return None
        if word in self.located and item.mention.type == "place" and following not in self.determiners:
            return "in"
        if word in self.genitives and (at == 0 or at - 1 in self.verbs):
            return None  # "des soldats" at the beginning or after a verb are some soldiers
        if word in self.by_or_of:
            return "of" if at and is_capital(self.words[at - 1]) else "by"
        return self.prepositions[word]

    def _is_list(self, at: int, item: Item) -> bool:
        """Whether a comma or conjunction before an item lists it: after a comma the list must go on or end."""
        following = self.words[item.last] if item.last < len(self.words) else None
        if self.words[at].text != ",":
            return True
        return following is not None and (following.text in ",." or following.lower in self.conjunctions)

    def _begins_phrase(self, at: int) -> bool:
        """Whether an article begins a new noun phrase right after another: it stands under no preposition."""
        if self.words[at].lower not in self.determiners or at == 0:
            return False
        before = self.words[at - 1]
        return is_word(before) and not (
            before.lower in self.prepositions or before.lower in self.conjunctions or at - 1 in self.nouns
        )

    def _is_end(self, at: int) -> bool:
        word = self.words[at]
        return at in self.stops or at in self.verbs or word.lower in self.auxiliaries or is_verb(word, self.language)


def _is_span_of_time(mention: Mention) -> bool:
    return isinstance(mention.value, Figure) and mention.value.measure == "duration"


def _is_genitive(item: Item) -> bool:
    """Whether a German name's ending says "of": "Chiles", "deutscher Truppen"."""
    return item.mention.verbatim.endswith("s") or item.mention.verbatim.split()[0].endswith("er")


def _is_alike(one: Item, other: Item) -> bool:
    """Whether two names can be members of one list: both places or both actors."""
    places = [isinstance(item.mention.value, Place) and item.mention.value.kind != "country" for item in (one, other)]
    return places[0] == places[1] and one.marker != "for"


def _leads(other: Item, item: Item, at: int) -> bool:
    """Whether another name belongs to this one's noun phrase: whose role it is ("Kenias Präsident", "UN envoy")."""
    owner = isinstance(other.mention.value, Place) or other.mention.type == "organisation"
    return owner and at == item.begin - 1 and item.office is not None
