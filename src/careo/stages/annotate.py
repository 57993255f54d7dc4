"""annotate: find the names, places, roles, figures, dates and instruments of a report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careo.engines.base import Gazetteer, Sentence, Tagger, Token
from careo.model.ids import mention_id
from careo.model.seen import Figure, Mention, Office, Part, Place, Report, Time
from careo.stages.annotating.placing import placed
from careo.stages.annotating.ties import ties
from careo.text.lexicon import LANGUAGES
from careo.text.names.listed import with_listed
from careo.text.names.nameline import Name
from careo.text.names.naming import agree
from careo.text.names.offices import find_offices
from careo.text.names.toponyms import Area
from careo.text.sentences import split
from careo.text.times.dates import find_times, from_told
from careo.text.values.figures import find_figures
from careo.text.values.instruments import find_instruments
from careo.text.words import words

_SMALL = frozenset({"INTJ", "ADP", "CCONJ", "SCONJ", "DET", "PRON", "AUX", "PART"})
"""UD parts of speech whose words are no name by themselves."""
_GENITIVE = frozenset({"de"})


@dataclass(frozen=True, slots=True)
class Annotation:
    """A report with its sentences and everything found in them."""

    report: Report
    sentences: tuple[Sentence, ...]
    """In order; none from furniture."""
    mentions: tuple[Mention, ...]
    """Sorted by place; no two with the same span and type; those that belong to another one say so."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A part of a report that is read, with its language, the date its relative dates count from, and its sentences."""

    part: Part
    language: str
    anchor: str | None
    sentences: tuple[Sentence, ...]


def annotate(report: Report, tagger: Tagger, gazetteer: Gazetteer | None = None) -> Annotation:
    """Return the report's sentences and mentions.

    Furniture is left out wholly. A part in a language without word lists yields nothing. A relative date counts from
    the date its part bears, else from the report's; without either it stays open. Without a gazetteer a place is what
    the word lists know: countries and large regions.
    """
    blocks = tuple(_block(report, part, tagger) for part in report.parts if part.role != "furniture")
    read = tuple(block for block in blocks if block is not None)
    areas = tuple(_area(report, block, sentence) for block in read for sentence in block.sentences)
    made = [*_named(report, read, areas, gazetteer)]
    for block in read:
        made += _valued(report, block)
    unique = {(mention.start, mention.end, mention.type): mention for mention in made}
    mentions = ties(report, areas, tuple(_without_words_of_values(tuple(unique.values()))))
    return Annotation(report, tuple(sentence for block in read for sentence in block.sentences), mentions)


def _block(report: Report, part: Part, tagger: Tagger) -> _Block | None:
    language = part.language or report.language
    if language not in LANGUAGES or part.start == part.end:
        return None
    spans = split(report.text, language, part.start, part.end)
    return _Block(part, language, part.date or report.date, tagger.tag(report.text, spans, language))


def _mention(report: Report, name: Name, value: Place | Office | Figure | Time | None) -> Mention:
    id_ = mention_id(report.id, report.text_sha256, name.start, name.end, name.type)
    verbatim = report.text[name.start : name.end]
    return Mention(id_, report.id, name.start, name.end, name.type, verbatim, value, None)


def _area(report: Report, block: _Block, sentence: Sentence) -> Area:
    start, end = sentence.start, sentence.end
    return Area(start, end, block.language, words(report.text, start, end, block.language))


def _named(
    report: Report, blocks: Sequence[_Block], areas: Sequence[Area], gazetteer: Gazetteer | None
) -> Iterator[Mention]:
    """Make mentions of the tagger's and the lists' names, after the document as a whole has had its say."""
    own = {sentence.start: sentence.names for block in blocks for sentence in block.sentences}
    small = {
        token.start: token.end for block in blocks for s in block.sentences for token in s.tokens if _is_small(token)
    }
    first_look = [
        name
        for area in areas
        for name in with_listed(
            report.text, area.words, area.language, [Name(n.start, n.end, n.type) for n in own[area.start]]
        )
        if small.get(name.start) != name.end
    ]
    genitive = any(block.language in _GENITIVE for block in blocks)
    names = agree(report.text, first_look, [(area.start, area.end) for area in areas], genitive=genitive)
    for name, place in placed(report.text, names, areas, gazetteer):
        yield _mention(report, name, place)


def _is_small(token: Token) -> bool:
    """Whether a word names nobody, whatever its capital ("No", "Also")."""
    return token.upos in _SMALL


def _without_words_of_values(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions without the names that are only words of a law or a sum ("Law No.", "dollars")."""
    spans = [(one.start, one.end) for one in mentions if one.type == "instrument"]
    spans += [
        (one.start, one.end) for one in mentions if isinstance(one.value, Figure) and one.value.measure == "money"
    ]
    for mention in mentions:
        if mention.type != "name" or not any(start <= mention.start and mention.end <= end for start, end in spans):
            yield mention


def _valued(report: Report, block: _Block) -> Iterator[Mention]:
    """Make mentions of roles, instruments, dates and figures; a number of a law is no figure."""
    told: str | None = None
    for sentence in block.sentences:
        text, language, start, end = report.text, block.language, sentence.start, sentence.end
        times, told = _times(text, block, sentence, told)
        verbs = {token.start for token in sentence.tokens if token.upos == "VERB"}
        for office in find_offices(text, language, start, end):
            if office.start in verbs and text[office.start : office.end].islower():
                continue  # "le tribunal juge que ..."
            yield _mention(report, Name(office.start, office.end, "role"), office.office)
        instruments = find_instruments(text, language, start, end)
        for instrument in instruments:
            yield _mention(report, Name(instrument.start, instrument.end, "instrument"), None)
        for time in times:
            yield _mention(report, Name(time.start, time.end, "date"), time)
        inside = [(instrument.start, instrument.end) for instrument in instruments]
        for figure in find_figures(text, language, start, end, times=times):
            if not any(low <= figure.start and figure.end <= high for low, high in inside):
                yield _mention(report, Name(figure.start, figure.end, "figure"), figure)


def _times(text: str, block: _Block, sentence: Sentence, told: str | None) -> tuple[tuple[Time, ...], str | None]:
    """Return the dates of a sentence and the day it leaves to the next one to count from.

    `told` is that day of the sentence before; a sentence without any day hands it on once more only where it counts
    from it itself.
    """
    found: list[Time] = []
    day = told
    own: str | None = None
    for time in find_times(text, block.language, sentence.start, sentence.end, anchor=block.anchor):
        resolved = from_told(time, block.language, day)
        if resolved.precision == "day" and resolved.first is not None and resolved.first == resolved.last:
            day = own = resolved.first
        found.append(resolved)
    return tuple(found), own
