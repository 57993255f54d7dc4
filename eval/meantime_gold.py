"""The English part of MEANTIME, read from its CAT files: events with participants, dates and factuality, and who said.

Only the first sentences of each document are annotated; `Story.limit` is where they end.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

Span = tuple[int, int]
_CLOSE = re.compile(r"[,.;:!?%)\]”]|'\w{1,2}|n't")
"""What stands close to the word before it."""
_OPEN = frozenset("([“$")
"""What stands close to the word after it."""
_MARKS = {"``": "“", "''": "”"}
_ANCHORING = frozenset({
    "IS_INCLUDED", "INCLUDES", "SIMULTANEOUS", "BEGINS", "BEGUN_BY", "ENDS", "ENDED_BY", "MEASURE",
})  # fmt: skip
"""Relations by which an expression says when an event was; before and after say when it was not."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part in an event."""

    role: str
    """Arg0, Arg1, ... of PropBank, Argm-LOC, Argm-OTHER."""
    spans: tuple[Span, ...]
    """Heads of its mentions in the document, its own first; one that is a list or has an apposition has several."""


@dataclass(frozen=True, slots=True)
class Event:
    """One annotated event mention."""

    words: tuple[Span, ...]
    kind: str
    """SPEECH_COGNITIVE, GRAMMATICAL, OTHER or MIX; empty where it is not told."""
    polarity: str
    certainty: str
    time: str
    participants: tuple[Participant, ...]
    times: tuple[Span, ...]
    """The dated expressions that say when it was; the document's own date is not among them."""


@dataclass(frozen=True, slots=True)
class Saying:
    """An event of saying with what hangs on it."""

    words: tuple[Span, ...]
    said: tuple[tuple[Span, ...], ...]
    """The words of each event that is said."""
    source: tuple[Span, ...]
    """Who says it (its Arg0), at each mention."""


@dataclass(frozen=True, slots=True)
class Story:
    """One document with its annotation."""

    text: str
    """Sentence by sentence, with an empty line between; the first is the headline."""
    anchor: str
    """The document's date; empty where it has none."""
    limit: int
    stamps: tuple[Span, ...]
    """Where the text gives its own date."""
    events: tuple[Event, ...]
    sayings: tuple[Saying, ...]


def stories(folder: Path) -> Iterator[Story]:
    """Yield the documents below a folder; one that stands in several folders once, by file name."""
    paths = {path.name: path for path in sorted(folder.rglob("*.xml"), reverse=True)}
    for name in sorted(paths):
        yield _Cat(etree.parse(str(paths[name])).getroot()).story()


def _laid_out(root: etree._Element) -> tuple[str, dict[str, Span]]:
    """Return the text and where each token stands in it."""
    text, sentence = "", None
    places: dict[str, Span] = {}
    for token in root.iter("token"):
        raw = str(token.text)
        word = _MARKS.get(raw, raw)
        if sentence is not None and token.get("sentence") != sentence:
            text += "\n\n"
        elif text and not _CLOSE.fullmatch(word) and text[-1] not in _OPEN:
            text += " "
        places[str(token.get("t_id"))] = len(text), len(text) + len(word)
        text, sentence = text + word, token.get("sentence")
    return text, places


_PART = re.compile(r"(?:(?!,|;|\(|\s-\s|\band\b|\bor\b).)+", re.DOTALL)
_FOLLOWS = re.compile(r"\s(?:of|in|on|at|for|from|to|near|with|by|about|among|regarding|who|which|that|whose)\s")
_WORD = re.compile(r"\w[^\s,;()]*")


def last_words(text: str, whole: Span) -> Iterator[Span]:
    """Yield the last word of each part of a mention, before any preposition or relative clause."""
    for part in _PART.finditer(text, *whole):
        follows = _FOLLOWS.search(text, part.start() + 1, part.end())
        words = list(_WORD.finditer(text, part.start(), follows.start() if follows else part.end()))
        if words:
            yield words[-1].span()


class _Cat:
    """One file, with its markables and relations at hand."""

    def __init__(self, root: etree._Element) -> None:
        self._text, self._places = _laid_out(root)
        self._root = root
        self._marks = {str(mark.get("m_id")): mark for mark in root.iterfind("Markables/*")}
        self._same: dict[str, list[str]] = {}
        self._instance: dict[str, str] = {}
        for link in root.iter("REFERS_TO"):
            mentions = [str(end.get("m_id")) for end in link.iter("source")]
            for mention in mentions:
                self._same[mention] = mentions
                self._instance[mention] = _end(link, "target")

    def story(self) -> Story:
        timexes = list(self._root.iter("TIMEX3"))
        stamps = [mark for mark in timexes if mark.get("functionInDocument") == "CREATION_TIME"]
        participants, times = self._participants(), self._times()
        events = {key: mark for key, mark in self._marks.items() if mark.tag == "EVENT_MENTION" and len(mark)}
        anchored = {str(word.get("t_id")) for word in self._root.iter("token_anchor")}
        last = {token.get("sentence") for token in self._root.iter("token") if token.get("t_id") in anchored}
        end = max((int(str(number)) for number in last), default=-1)
        inside = [
            self._places[str(t.get("t_id"))][1] for t in self._root.iter("token") if int(t.get("sentence")) <= end
        ]
        return Story(
            text=self._text,
            anchor=str(stamps[0].get("value"))[:10] if stamps else "",
            limit=max(inside, default=0),
            stamps=tuple(span for mark in stamps for span in self._words(mark)),
            events=tuple(self._event(key, mark, participants, times) for key, mark in events.items()),
            sayings=tuple(self._sayings(events, participants)),
        )

    def _words(self, mark: etree._Element) -> tuple[Span, ...]:
        return tuple(self._places[str(word.get("t_id"))] for word in mark.iter("token_anchor"))

    def _event(
        self,
        key: str,
        mark: etree._Element,
        participants: Mapping[str, list[Participant]],
        times: Mapping[str, list[Span]],
    ) -> Event:
        instance = self._marks.get(self._instance.get(key, ""))
        polarity, certainty, time = (str(mark.get(name, "")) for name in ("polarity", "certainty", "time"))
        kind = str(instance.get("class", "")) if instance is not None else ""
        return Event(
            self._words(mark), kind, polarity, certainty, time,
            tuple(participants.get(key, ())), tuple(times.get(key, ())),
        )  # fmt: skip

    def _participants(self) -> dict[str, list[Participant]]:
        """Return the participants of each event; values ("179 planes") are left out, since a figure is no actor."""
        found: dict[str, list[Participant]] = defaultdict(list)
        for link in self._root.iter("HAS_PARTICIPANT"):
            event, entity = _end(link, "source"), _end(link, "target")
            if entity in self._marks and self._marks[entity].tag == "ENTITY_MENTION":
                mentions = dict.fromkeys([entity, *self._same.get(entity, ())])
                heads = [head for one in mentions if one in self._marks for head in self._heads(self._marks[one])]
                found[event].append(Participant(str(link.get("sem_role")), tuple(heads)))
        return found

    def _heads(self, mark: etree._Element) -> tuple[Span, ...]:
        """Return where the head of a mention stands; where the set gives none, the last word of each of its parts."""
        words = self._words(mark)
        if not words:
            return ()
        whole = min(words)[0], max(words)[1]
        head = str(mark.get("head", ""))
        at = self._text.find(head, *whole) if head else -1
        return ((at, at + len(head)),) if at >= 0 else tuple(last_words(self._text, whole))

    def _times(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = defaultdict(list)
        for link in self._root.iter("TLINK"):
            ends = _end(link, "source"), _end(link, "target")
            for event, timex in (ends, ends[::-1]):
                mark = self._marks.get(timex)
                dated = mark is not None and mark.tag == "TIMEX3" and mark.get("functionInDocument") == "NONE"
                if mark is not None and dated and link.get("reltype") in _ANCHORING and self._words(mark):
                    words = self._words(mark)
                    found[event].append((min(words)[0], max(words)[1]))
        return found

    def _sayings(
        self, events: Mapping[str, etree._Element], participants: Mapping[str, list[Participant]]
    ) -> Iterator[Saying]:
        """Yield the events of saying that have an Arg0: of the others the annotation does not tell who spoke."""
        said: dict[str, list[str]] = defaultdict(list)
        for link in self._root.iter("SLINK"):
            said[_end(link, "source")].append(_end(link, "target"))
        for event, targets in said.items():
            source = [span for one in participants.get(event, ()) if one.role == "Arg0" for span in one.spans]
            if source and event in events:
                told = tuple(self._words(events[one]) for one in targets if one in events)
                yield Saying(self._words(events[event]), told, tuple(source))


def _end(link: etree._Element, name: str) -> str:
    end = link.find(name)
    return str(end.get("m_id")) if end is not None else ""
