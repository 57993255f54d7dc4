"""Whose words a passage is, beyond one sentence: quotations that run on, and the editor's remarks in brackets."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from careo.model.seen import Source, Statement
from careo.text.lexicon import table
from careo.text.quotes import find_quotes

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{3,500})[)\]]")
_AFTER = 3
"""Characters between a quotation and the next one that goes on in the same voice: a full stop, a blank."""
_LEAST = 20
"""Characters of a quotation that holds somebody's sentence; shorter ones are titles and words held at arm's length."""


def voiced(
    text: str, languages: Iterable[str], made: Sequence[Statement], speakers: Mapping[tuple[int, int], Source]
) -> tuple[Statement, ...]:
    """Return the statements with the source of the quotation, or of the editor's remark, that they stand in.

    `languages` are those of the text's sentences, which have word lists. `speakers` gives, by the span of a sentence,
    the speaker whom its verb of saying names. A quotation belongs to the speaker of the sentence in which it ends, else
    of the one in which it begins, else to that of the quotation right before it. What has a source already keeps it,
    but an editor's remark is the editor's alone.
    """
    quotations = list(_owned(text, speakers))
    remarks = [remark for language in sorted(set(languages)) for remark in _remarks(text, language)]
    return tuple(_voiced(statement, quotations, remarks) for statement in made)


def _voiced(
    made: Statement, quotations: Sequence[tuple[int, int, Source]], remarks: Sequence[tuple[int, int, Source]]
) -> Statement:
    at = made.trigger.start
    for start, end, source in remarks:
        if start <= at < end:
            inside = tuple(actor for actor in made.actors if start <= actor.start < end)
            return replace(made, attribution=(source,), actors=inside, rule=f"{made.rule}+editor")
    for start, end, source in quotations:
        if start <= at < end and not made.attribution and not start <= source.start < end:
            others = tuple(actor for actor in made.actors if actor.start != source.start)
            return replace(made, attribution=(source,), actors=others, rule=f"{made.rule}+quoted")
    return made


def _owned(text: str, speakers: Mapping[tuple[int, int], Source]) -> Iterator[tuple[int, int, Source]]:
    """Yield the quotations whose speaker is told."""
    last: tuple[int, Source] | None = None
    for start, end in find_quotes(text, ""):
        if end - start < _LEAST:
            continue
        source = _speaker(speakers, end - 1, (start, end)) or _speaker(speakers, start, (start, end))
        if source is None and last is not None and 0 <= start - last[0] <= _AFTER:
            source = last[1]
        if source is not None:
            stop = next((stop for begin, stop in speakers if begin <= source.start < stop), end)
            last = (max(end, stop), source)
            yield start, end, source


def _speaker(speakers: Mapping[tuple[int, int], Source], at: int, quotation: tuple[int, int]) -> Source | None:
    """Return the speaker of the sentence at a place, unless the quotation itself tells who it is."""
    for (start, end), source in speakers.items():
        if start <= at <= end and not quotation[0] <= source.start < quotation[1]:
            return source
    return None


def _remarks(text: str, language: str) -> Iterator[tuple[int, int, Source]]:
    """Yield the brackets in which the editor speaks, with the editor's sign as the source."""
    for match in _BRACKET.finditer(text):
        sign = _editor(language).search(match[1])
        if sign is not None:
            start, end = match.start(1) + sign.start(), match.start(1) + sign.end()
            yield match.start(), match.end(), Source(text[start:end], "media", None, "neutral", start, end)


@cache
def _editor(language: str) -> re.Pattern[str]:
    """Return what marks an editor's remark: a formula that opens it, or a sign that closes it after a mark."""
    notes = table(language, "notes")
    opening = "|".join(re.escape(form) for form in sorted(notes["opening"], key=len, reverse=True))
    closing = "|".join(re.escape(form) for form in sorted(notes["signature"], key=len, reverse=True))
    return re.compile(rf"\A(?:{opening})\b|(?<=[,;.–—-]\s)(?:{closing})(?=\.?\Z)", re.IGNORECASE)
