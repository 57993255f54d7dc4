"""Words that carry a statement, looked up in `lang/<language>/triggers.toml`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from careo.model.seen import Modality, StatementType
from careo.text.lexicon import table
from careo.text.words import Match, Patterns, Word, is_capital

_ARTICLES = {"nl": ("het",)}
_SPLIT_STOP = frozenset({";", ":"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon says about a trigger."""

    type: StatementType
    subtype: str | None
    modality: Modality
    noun: bool
    needs: tuple[str, ...]
    """Any one of these must stand in the clause; none means no condition."""
    subject: str | None
    object: str | None
    report: bool
    """A verb of plain reporting: it credits what is said, and is a statement only where nothing else is said."""
    rule: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in a sentence: first word, last word (exclusive), and its entry."""

    first: int
    last: int
    ends: int
    """Index after the last word of a split verb."""
    entry: Entry


@cache
def _lexicon(language: str) -> tuple[Patterns, tuple[Entry, ...]]:
    forms: list[str] = []
    entries: list[Entry] = []
    for row in table(language, "triggers")["trigger"]:
        for kind in ("verbs", "nouns"):
            for form in row.get(kind, ()):
                forms.append(form)
                rule = f"{language}:{row['type']}:{row.get('subtype', '')}:{form}"
                entries.append(
                    Entry(
                        row["type"], row.get("subtype"), row.get("modality", "occurred"), kind == "nouns",
                        tuple(row.get("needs", ())), row.get("subject"), row.get("object"),
                        bool(row.get("report", False)), rule,
                    )
                )  # fmt: skip
    return Patterns(forms), tuple(entries)


@cache
def _crediting(language: str) -> Patterns:
    """Return the words before a source: "de acuerdo con" tells of no agreement."""
    return Patterns(table(language, "sources")["before"])


def find_triggers(sequence: Sequence[Word], language: str, taken: frozenset[int]) -> tuple[Hit, ...]:
    """Return the triggers among the words of a sentence, by place; one word may be a trigger in several senses.

    `taken` are the indices of words inside names, roles, figures and instruments: a trigger there does not fire.
    Where two patterns meet, the one that spells out more wins.
    """
    patterns, entries = _lexicon(language)
    taken |= {at for match in _crediting(language).find(sequence) for at in range(match.first, match.last)}
    found = [
        (patterns.weight(match.pattern), match)
        for match in patterns.find(sequence, stop=lambda word: word.text in _SPLIT_STOP)
        if not taken & set(range(match.first, match.last)) and _fits(sequence, match, entries[match.pattern], language)
    ]
    chosen: list[Match] = []
    for _, match in sorted(found, key=lambda row: (-row[0], row[1].first, row[1].pattern)):
        if all(_apart(match, other) or _same(match, other) for other in chosen):
            chosen.append(match)
    hits = (Hit(match.first, match.last, match.ends, _as_noun(sequence, match, entries, language)) for match in chosen)
    return tuple(sorted(hits, key=lambda hit: hit.first))


def _apart(one: Match, other: Match) -> bool:
    return one.last <= other.first or one.first >= other.last


def _same(one: Match, other: Match) -> bool:
    return (one.first, one.last, one.ends) == (other.first, other.last, other.ends)


def _as_noun(sequence: Sequence[Word], match: Match, entries: Sequence[Entry], language: str) -> Entry:
    """Return the entry; an infinitive after an article is a noun ("het onderdrukken van")."""
    entry = entries[match.pattern]
    before = sequence[match.first - 1].lower if match.first else ""
    infinitive = before in _ARTICLES.get(language, ()) and sequence[match.first].lower.endswith("en")
    return replace(entry, noun=True) if infinitive and not entry.noun else entry


def _fits(sequence: Sequence[Word], match: Match, entry: Entry, language: str) -> bool:
    """Whether the case of the word fits: in German a noun has a capital, a verb none but at the beginning.

    A verb of several words may begin with its noun ("Arbeit niedergelegt").
    """
    if not table(language, "names")["nouns_are_capital"]:
        before = sequence[match.first - 1].lower if match.first else ""
        return entry.noun or before not in table(language, "clauses")["before_nouns"]
    first = sequence[match.first]
    if entry.noun:
        return is_capital(first) or " " in entry.rule
    return not is_capital(first) or match.first <= 1 or " " in entry.rule
