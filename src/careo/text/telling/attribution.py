"""Whom a text credits with what it says: the word that credits, and what kind of source it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from careo.model.seen import Source, SourceType
from careo.text.lexicon import LANGUAGES, table
from careo.text.telling.cast import Part, is_actor, surveys
from careo.text.telling.clauses import prepositions
from careo.text.telling.denial import denied, denies, is_taken_back, taken_up
from careo.text.telling.press import in_title, is_office, is_title, press_type
from careo.text.telling.scene import Item, Scene
from careo.text.telling.triggers import Hit
from careo.text.words import Patterns, Word, is_word

_SOURCE_REACH = 12
"""Words after "according to" within which the source is named."""
_SURVEY_REACH = 5
"""Words between a noun for a survey and the name of who made it."""
_COUNTER = 8
"""Words before "count" in which stands whose it is."""
_COUNTED_BY = frozenset({"by"})
_APPOSITION = 7
"""Words after a name in which a noun between marks tells what it is."""
_OWNERS = frozenset({"place", "name", "organisation"})
_GENITIVES = frozenset({"'s", "’s"})
_OWNED = 3
"""Words after a genitive in which the body stands ("Chad's interim government")."""
_STRENGTHS: Mapping[str | None, str] = MappingProxyType(
    {"deny": "deny", "accuse": "accuse", "confirm": "confirm", "warn": "claim", "assert": "neutral"}
)


@dataclass(frozen=True, slots=True)
class Credit:
    """A source and the stretch of words it is credited with: first, last (exclusive)."""

    source: Source
    first: int
    last: int
    denies: bool
    accuses: bool
    heads: int = -1
    """Index of the words that credit ("according to"), where what they credit is told beside them; -1 for a verb."""


@cache
def _types(language: str) -> tuple[tuple[SourceType, Patterns], ...]:
    return tuple((name, Patterns(forms)) for name, forms in table(language, "sources")["types"].items())


@cache
def _before(language: str) -> Patterns:
    return Patterns(table(language, "sources")["before"])


def type_of_source(sequence: Sequence[Word], item: Item | None, language: str) -> SourceType:
    """Return what kind of source some words name; a person with an office is official."""
    if item is not None and item.office is not None:
        return "official"
    press = press_type(item, language) if item is not None else None
    if press is not None:
        return press
    for name, patterns in _types(language):
        if patterns.find(sequence):
            return "official" if name == "agency" and is_office(sequence, item) else name
    return "official" if item is not None and item.mention.type == "unit" else "other"


def credits_before(scene: Scene) -> Iterator[Credit]:
    """Yield the sources named after "according to" and the like; they are credited with the whole sentence."""
    for match in _before(scene.language).find(scene.words):
        reach = scene.words[match.last : match.last + _SOURCE_REACH]
        if not reach or _is_comparison(scene, match.first):
            continue
        named = _named(scene, match.last)
        if named is not None:
            source = _source(scene, named, scene.words[match.first : match.last])
            yield Credit(source, 0, len(scene.words), False, False, match.first)


def credits_in_words(scene: Scene) -> Iterator[Credit]:
    """Yield the sources of "nach Polizeiangaben", a word in itself; they are credited with the whole sentence."""
    for match in _listed(scene.language, "told_in").find(scene.words):
        at = match.last - 1
        yield Credit(
            _source(scene, (at, at + 1, None), scene.words[match.first : at]), 0, len(scene.words), False, False
        )


def credits_of_counts(scene: Scene) -> Iterator[Credit]:
    """Yield who counted ("by the union's count"), where the sentence has a figure; credited with all of it."""
    for match in _listed(scene.language, "counts").find(scene.words) if scene.figures else ():
        before = scene.words[max(0, match.first - _COUNTER) : match.first]
        owners = [at for at, word in enumerate(before) if word.lower in {"'s", "’s"} or word.text in {"'", "’"}]
        by = [at for at, word in enumerate(before) if word.lower in _COUNTED_BY]
        if not owners or not by or by[-1] >= owners[-1] or any(word.text == "," for word in before[by[-1] :]):
            continue
        first = match.first - len(before) + by[-1] + 1
        named = _named(scene, first)
        if named is not None:
            yield Credit(_source(scene, named, scene.words[first - 1 : first]), 0, len(scene.words), False, False)


@cache
def _listed(language: str, key: str) -> Patterns:
    return Patterns(table(language, "sources").get(key, ()))


def credits_of_surveys(scene: Scene) -> Iterator[Credit]:
    """Yield who asked, where a poll is told: the name after the noun for it; credited with the whole sentence."""
    for match in surveys(scene):
        near = [item for item in scene.items if 0 <= item.first - match.last <= _SURVEY_REACH and _asks(item)]
        for item in near[:1]:
            named = (item.first, item.last, item)
            yield Credit(
                _source(scene, named, scene.words[match.first : match.last]), 0, len(scene.words), False, False
            )


def _asks(item: Item) -> bool:
    return (
        is_actor(item)
        and item.office is None
        and item.mention.type in {"organisation", "name", "person"}
        and (item.marker in {"by", "of", "from", None})
    )


def _is_comparison(scene: Scene, at: int) -> bool:
    """Whether "laut" is an adjective: a name or noun follows a preposition, an adjective stands at the end."""
    return at + 1 >= len(scene.words)


def _named(scene: Scene, at: int) -> tuple[int, int, Item | None] | None:
    """Return the words of the source that begins at an index: a name, else a noun of the source lexicon."""
    reach = range(at, min(len(scene.words), at + _SOURCE_REACH))
    clause = scene.numbers[at]
    verbs = {hit.first for hit in scene.hits if not hit.entry.noun} - {at}
    stops = (
        index for index in reach if scene.words[index].text in ",;:" or scene.numbers[index] != clause or index in verbs
    )
    end = next(stops, reach.stop)
    items = [item for item in scene.items if at <= item.first < end and is_actor(item)]
    nouns = [
        (at + match.first, at + match.last)
        for _, patterns in _types(scene.language)
        for match in patterns.find(scene.words[at:end])
    ]
    if nouns and items and min(nouns)[0] < items[0].begin and items[0].marker == "in":
        return min(nouns)[0], items[0].last, None  # "two sources in the ministry"
    if items and (not nouns or items[0].first <= min(nouns)[0] + 4):
        return _with_body(scene, items[0])
    if nouns:
        first, last = min(nouns)
        return first, last, None
    return _plain_noun(scene, at, end)


def _with_body(scene: Scene, item: Item) -> tuple[int, int, Item | None]:
    """Return a name with the body that it says whose it is: "Chad's ministry of health", "Basque authorities"."""
    at, marks = item.last, scene.words[item.last : item.last + 1]
    if item.mention.type not in _OWNERS or not marks:
        return item.first, item.last, item
    owned = marks[0].lower in _GENITIVES
    for other in scene.items if owned else ():
        if 0 < other.first - at <= 2 and other.mention.type == "organisation":
            return item.first, other.last, None
    reach = scene.words[at + owned : at + owned + (_OWNED if owned else 1)]
    nouns = [match.last for _, patterns in _types(scene.language) for match in patterns.find(reach)]
    return (item.first, at + owned + min(nouns), None) if nouns else (item.first, item.last, item)


def _plain_noun(scene: Scene, at: int, end: int) -> tuple[int, int, Item | None] | None:
    """Return the article and the word after it, where no lexicon knows the source ("according to the lifeguards")."""
    determiners = frozenset(table(scene.language, "clauses")["determiners"])
    plain = (
        at + 1 < end and is_word(scene.words[at + 1]) and scene.words[at + 1].lower not in prepositions(scene.language)
    )
    if plain and scene.words[at].lower in determiners:
        return at + 1, at + 2, None
    return None


def _source(
    scene: Scene, named: tuple[int, int, Item | None], verb: Sequence[Word], strength: str = "neutral"
) -> Source:
    first, last, item = named
    start = item.mention.start if item is not None else scene.words[first].start
    end = item.mention.end if item is not None else scene.words[last - 1].end
    return Source(
        scene.text[start:end], _type(scene, first, last, item) if not _is_quoted_title(scene, item, verb) else "media",
        scene.text[verb[0].start : verb[-1].end], strength, start, end,
    )  # fmt: skip


def _is_quoted_title(scene: Scene, item: Item | None, verb: Sequence[Word]) -> bool:
    return item is not None and press_type(item, scene.language) is None and is_title(scene, item, verb)


def _type(scene: Scene, first: int, last: int, item: Item | None) -> SourceType:
    """Return the type of a source by its own words, else by the noun just before it ("the newspaper X")."""
    if item is None and in_title(scene.words[first:last], scene.language):
        return "media"
    own = type_of_source(scene.words[first:last], item, scene.language)
    near = [
        word
        for at, word in enumerate(scene.words[max(0, first - 2) : first], max(0, first - 2))
        if not _in_hit(scene, at)
    ]
    return own if own != "other" else type_of_source(near, None, scene.language)


def _in_hit(scene: Scene, at: int) -> bool:
    return any(hit.first <= at < hit.last for hit in scene.hits)


def credit_of(scene: Scene, hit: Hit, speakers: Sequence[Part]) -> Credit | None:
    """Return what a verb of saying credits its speaker with: what follows it, or what stands before it at the end."""
    named = _speaker(scene, hit, speakers)
    if named is None or hit.entry.subtype not in _STRENGTHS:
        return None
    strength = _STRENGTHS[hit.entry.subtype]
    verb = scene.words[hit.first : hit.last]
    if strength == "deny":
        return _denial(scene, hit, named)
    if strength == "confirm" and is_taken_back(scene, hit):
        return None
    if any(verb[0].lower.startswith(form.rstrip("*")) for form in table(scene.language, "sources")["claiming"]):
        strength = "claim"
    at_end = len(scene.words) - max(hit.ends, named[1]) <= 3 and _comma_before(scene, min(hit.first, named[0]))
    first, last = (0, min(hit.first, named[0])) if at_end else (hit.last, len(scene.words))
    return Credit(_source(scene, named, verb, strength), first, last, denies=False, accuses=strength == "accuse")


def _denial(scene: Scene, hit: Hit, named: tuple[int, int, Item | None]) -> Credit | None:
    """Return the credit of a verb of denial: it reaches over what is denied only; a mere "he" denies for nobody."""
    back = taken_up(scene, hit)
    if not denies(scene, hit) or (back is not None and named[0] < back):
        return None
    first, last = denied(scene, hit, named[0])
    return Credit(_source(scene, named, scene.words[hit.first : hit.last], "deny"), first, last, True, False)


def known_types(scenes: Sequence[Scene]) -> Mapping[str, SourceType]:
    """Return the types of the names that a noun explains anywhere in the report ("the newspaper X", "X, a weekly")."""
    found: dict[str, SourceType] = {}
    for scene in scenes:
        for item in scene.items:
            if item.mention.type in {"organisation", "name"} and is_actor(item):
                type_ = _type(scene, item.first, item.last, None)
                type_ = type_ if type_ != "other" else _explained(scene, item)
                if type_ != "other":
                    found.setdefault(bare_name(item.mention.verbatim), type_)
    return found


def _explained(scene: Scene, item: Item) -> SourceType:
    """Return media or agency where what stands between marks after a name says so ("X, a daily newspaper,")."""
    after = scene.words[item.last : item.last + _APPOSITION]
    determiners = frozenset(table(scene.language, "clauses")["determiners"])
    if len(after) < 3 or after[0].text not in {",", "("} or after[1].lower not in determiners:
        return "other"
    close = next((at for at, word in enumerate(after[1:], 1) if word.text in {",", ")", "."}), len(after))
    told = type_of_source(after[1:close], None, scene.language)
    return told if told in {"media", "agency"} else "other"


def bare_name(name: str) -> str:
    """Return a name in small letters and without the article before it, to compare."""
    first, _, rest = name.partition(" ")
    return (rest if rest and first.lower() in _articles() else name).casefold()


@cache
def _articles() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in table(language, "credit")["articles"])


def heard(scene: Scene, hit: Hit, credit: Credit) -> Credit | None:
    """Return the outlet that somebody told something ("X told the newspaper Y") with what it was told, or `None`."""
    verb = scene.words[hit.first : hit.last]
    for first, last, item in _addressed(scene, hit):
        source = _source(scene, (first, last, item), verb)
        title = item is not None and source.type == "other" and is_title(scene, item, ())
        if source.start != credit.source.start and (source.type in {"media", "agency"} or title):
            return replace(credit, source=replace(source, type="media" if title else source.type), denies=False)
    return None


def _addressed(scene: Scene, hit: Hit) -> Iterator[tuple[int, int, Item | None]]:
    """Yield who may be told something: the names after a verb of saying, and words that papers are called by."""
    reach = range(hit.last, min(len(scene.words), hit.last + _SOURCE_REACH))
    for item in scene.items:
        near = item.begin in reach and scene.numbers[item.first] == scene.numbers[hit.first]
        next_ = item.marker is None and (item.object or item.begin - hit.last <= 1 or is_title(scene, item, ()))
        if near and (next_ or item.marker in {"to", "against"}) and is_actor(item):
            yield item.first, item.last, item
    named = {at for item in scene.items for at in range(item.first, item.last)}
    for at in reach:
        if at not in named and scene.words[at - 1].text != "," and in_title(scene.words[at : at + 1], scene.language):
            yield at, at + 1, None


def _comma_before(scene: Scene, at: int) -> bool:
    return any(word.text in {",", '"', "”", "“", "»", "’"} for word in scene.words[max(0, at - 4) : at])


def _speaker(scene: Scene, hit: Hit, speakers: Sequence[Part]) -> tuple[int, int, Item | None] | None:
    after = [part for part in speakers if part.item.marker == "by" and 0 <= part.item.marked - hit.last <= 1]
    for part in (*after, *speakers):  # "denied by the army"
        if part.role == "speaker":
            return _with_body(scene, part.item)
    return source_noun(scene, hit)


def voice_of(scene: Scene, hit: Hit) -> tuple[Source, ...]:
    """Return the speaker without a name beside a verb of speech ("the union demanded"), as a source."""
    named = source_noun(scene, hit)
    if named is None:
        return ()
    strength = _STRENGTHS.get(hit.entry.subtype, "neutral")
    return (_source(scene, named, scene.words[hit.first : hit.last], strength),)


def source_noun(scene: Scene, hit: Hit) -> tuple[int, int, Item | None] | None:
    """Return the words of a source noun ("the report", "eyewitnesses") beside a verb, in its clause, or `None`."""
    clause = scene.numbers[hit.first]
    found = [
        (abs(match.first - hit.first), match.first, match.last)
        for _, patterns in _types(scene.language)
        for match in patterns.find(scene.words)
        if scene.numbers[match.first] == clause and abs(match.first - hit.first) <= _SOURCE_REACH
        and not hit.first <= match.first < hit.last
    ]  # fmt: skip
    return (min(found)[1], min(found)[2], None) if found else None
