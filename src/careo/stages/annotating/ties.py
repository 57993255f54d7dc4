"""ties: which mentions of a report belong to another one: a role to its holder, an acronym to its long form.

A part of annotate. An acronym is tied where the report puts both side by side and the letters spell the long form, or
where a bracket right after an organisation's name holds an acronym in capitals and nothing else, as where a name is
translated and its acronym is not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from careo.model.ids import mention_id
from careo.model.seen import Mention, MentionType, Office, Place, Report
from careo.text.names.acronyms import Pair, Stretch, find_pairs, follows_small_word
from careo.text.names.foreign_acronyms import Bracket, find_brackets, may_translate
from careo.text.names.toponyms import Area
from careo.text.stretches import holds, overlap
from careo.text.telling.offices_of import link_offices

_BODIES = frozenset({"organisation", "unit"})
_NAMES = frozenset({*_BODIES, "name"})
_NAMED = frozenset({*_NAMES, "person", "place"})


@dataclass(frozen=True, slots=True)
class _Tie:
    """A long form and its acronym as mentions, and the mentions they replace."""

    long: Mention
    short: Mention
    gone: frozenset[str]


def ties(report: Report, areas: Sequence[Area], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with `of` filled in, sorted by place.

    A long form of which only a part was found, and an acronym that was not, become mentions. `areas` are the report's
    sentences.
    """
    named = {(mention.start, mention.end, mention.type): mention for mention in mentions}
    of: dict[str, str] = {}
    for tie in _acronyms(report, areas, mentions):
        if tie.long.id in of or tie.short.id in of.values():
            continue
        for mention in list(named.values()):
            if mention.id in tie.gone:
                del named[(mention.start, mention.end, mention.type)]
        named |= {(mention.start, mention.end, mention.type): mention for mention in (tie.long, tie.short)}
        of[tie.short.id] = tie.long.id
    found = [named[key] for key in sorted(named)]
    for area in areas:
        of |= _holders(area, _within(area, found))
    return tuple(replace(mention, of=of.get(mention.id)) for mention in found)


def _within(area: Area, mentions: Sequence[Mention]) -> list[Mention]:
    return [mention for mention in mentions if holds(area, mention)]


# --- roles ----------------------------------------------------------------------------------------


def _holders(area: Area, mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Return the holder of each role of a sentence, by the role's id."""
    if not any(isinstance(mention.value, Office) for mention in mentions):
        return {}
    spans = []
    for mention in mentions:
        touched = [at for at, word in enumerate(area.words) if overlap(word, mention)]
        if touched and (mention.type in _NAMED or mention.type == "role"):
            spans.append((touched[0], touched[-1] + 1, mention))
    return {link.role: name for name, link in link_offices(area.words, spans, area.language).items()}


# --- acronyms -------------------------------------------------------------------------------------


def _acronyms(report: Report, areas: Sequence[Area], mentions: Sequence[Mention]) -> Iterator[_Tie]:
    """Yield the ties of acronyms, those that letters spell first."""
    text = report.text
    spelled: set[str] = set()
    at: set[int] = set()
    for area in areas:
        for pair in find_pairs(text, area.language, area.start, area.end):
            tie = _spelled(report, pair, _within(area, mentions))
            if tie is not None:
                spelled.add(tie.short.verbatim)
                at.add(tie.short.start)
                yield tie
    brackets = [(area, bracket) for area in areas for bracket in find_brackets(text, area.start, area.end)]
    persons = {mention.end for mention in mentions if mention.type == "person"}
    parties = {text[bracket.short.start : bracket.short.end] for _, bracket in brackets if bracket.at in persons}
    for area, bracket in brackets:
        short = text[bracket.short.start : bracket.short.end]
        if bracket.short.start not in at and short not in spelled | parties:
            yield from _translated(report, bracket, area, _within(area, mentions))


def _spelled(report: Report, pair: Pair, mentions: Sequence[Mention]) -> _Tie | None:
    """Return the tie of a pair whose letters agree; a person has no acronym, and a common noun is no name."""
    touching = [
        mention for mention in mentions
        if mention.type in _NAMED and (overlap(mention, pair.long) or overlap(mention, pair.short))
    ]  # fmt: skip
    crossing = [mention for mention in touching if overlap(mention, pair.long) and overlap(mention, pair.short)]
    around = [mention for mention in touching if mention not in crossing and overlap(mention, pair.long)]
    whole = _smallest(mention for mention in around if holds(mention, pair.long))
    inside = [mention for mention in around if not holds(mention, pair.long)]
    begun = any(mention.type in _BODIES and mention.start == pair.long.start for mention in inside)
    if not begun and any(_is_person(report.text, mention, pair.long) for mention in around):
        return None
    if whole is None and (not pair.named or any(not holds(pair.long, mention) for mention in inside)):
        return None
    short = _smallest(mention for mention in touching if _is_at(mention, pair.short))
    type_ = _type([whole, short, *crossing, *sorted(inside, key=lambda mention: mention.start - mention.end)])
    if type_ is None:
        return None
    kept = Stretch(whole.start, whole.end) if whole is not None else pair.long
    gone = {mention.id for mention in crossing} | {
        mention.id for mention in inside if whole is None and mention.type != "place"
    }
    return _tie(report, (kept, pair.short), type_, (whole, short), gone)


def _translated(report: Report, bracket: Bracket, area: Area, mentions: Sequence[Mention]) -> Iterator[_Tie]:
    """Yield the tie of a bracket's acronym to the body's name right before it, that it may be a translation of."""
    before = [mention for mention in mentions if mention.end == bracket.at and mention.type in _NAMED]
    long = min(before, key=lambda mention: (mention.start, mention.type), default=None)
    if long is None or any(mention.type == "person" for mention in before):
        return
    short = _smallest(mention for mention in mentions if _is_at(mention, bracket.short))
    letters = report.text[bracket.short.start : bracket.short.end]
    if long.type in _NAMES and may_translate(letters, long.verbatim, area.language):
        places = (Stretch(long.start, long.end), bracket.short)
        yield _tie(report, places, _type([long, short]) or long.type, (long, short), set())


def _is_person(text: str, mention: Mention, long: Stretch) -> bool:
    """Whether a long form is or ends in a person; after "of" a part of it was mistaken for one ("of Human Rights")."""
    ends = mention.type == "person" and mention.end >= long.end
    return ends and not (long.start < mention.start and follows_small_word(text, long.start, mention.start))


def _type(mentions: Sequence[Mention | None]) -> MentionType | None:
    """Return the type both have: that of a known place, of the first body, else a name; `None` for nothing found."""
    whole = mentions[0]
    if whole is not None and isinstance(whole.value, Place) and whole.value.country is not None:
        return "place"
    found = [mention.type for mention in mentions if mention is not None]
    bodies = [type_ for type_ in found if type_ in _BODIES]
    if bodies:
        return bodies[0]
    return "name" if "name" in found else None


def _tie(
    report: Report, places: tuple[Stretch, Stretch], type_: MentionType,
    found: tuple[Mention | None, Mention | None], gone: set[str],
) -> _Tie:  # fmt: skip
    """Make the tie; what was found keeps its record where it has the type, else it is replaced."""
    long, short = (
        mention if mention is not None and mention.type == type_ else _made(report, place, type_)
        for place, mention in zip(places, found, strict=True)
    )
    if short.value is None and isinstance(long.value, Place):
        short = replace(short, value=long.value)
    old = {mention.id for mention in found if mention is not None} - {long.id, short.id}
    return _Tie(long, short, frozenset(gone | old))


def _made(report: Report, place: Stretch, type_: MentionType) -> Mention:
    id_ = mention_id(report.id, report.text_sha256, place.start, place.end, type_)
    return Mention(id_, report.id, place.start, place.end, type_, report.text[place.start : place.end], None, None)


def _smallest(mentions: Iterator[Mention]) -> Mention | None:
    return min(mentions, key=lambda mention: (mention.end - mention.start, mention.type), default=None)


def _is_at(mention: Mention, place: Stretch) -> bool:
    return mention.type in _NAMED and (mention.start, mention.end) == (place.start, place.end)
