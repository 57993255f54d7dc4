"""dates: dated expressions against four annotated kinds of set, and in the languages of a line-parallel corpus.

Every figure comes from `careo.text.times.timex`, which writes careo's reading as TIMEX3 and, only there, guesses
what the annotation guesses (the year nearest to the document's date).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from careo.text.lexicon import LANGUAGES
from careo.text.sentences import split
from careo.text.stretches import overlap
from careo.text.times.timex import Timex, find_timexes
from careo.text.times.tokens import read_tokens
from careo.text.times.words import time_words
from eval.dates_gold import SPEC_KINDS, SPEC_LANGUAGES, Document, Expected, cat, columns, specs, timeml
from eval.ntrex import FILES, lines
from eval.score import Score, SetMissing, prf, share

NTREX_ANCHOR = "2018-10-17"
"""Some day of the autumn that the corpus is of: the same for every language, and that is what counts."""


def dates(data: Path) -> list[Score]:
    """Return relaxed span and value scores on `dates/`, `meantime/en_cat`, `recognizers_specs` and `ntrex`."""
    scores: list[Score] = []
    for name, language, documents in timex_sets(data):
        scores += timex_scores(name, language, documents, found_in)
    for language in sorted(set(SPEC_LANGUAGES) & set(LANGUAGES)):
        scores += spec_scores(data / "recognizers_specs", language, whole_in)
    scores += _parallel(data)
    if not scores:
        raise SetMissing("no dates/, meantime/en_cat/, recognizers_specs/DateTime/ or ntrex/ in the data folder")
    return scores


def timex_sets(data: Path) -> Iterator[tuple[str, str, Iterable[Document]]]:
    """Yield the sets with TIMEX3 annotation that are there: name, language, documents."""
    for folder in sorted((data / "dates" / "krauts").glob("*")):
        yield folder.name.lower(), "de", timeml(folder)
    for language in ("en", "es"):
        for path in sorted((data / "dates" / "timebank" / language).glob("*.tsv")):
            yield "timebank", language, columns(path)
    if (data / "meantime" / "en_cat").is_dir():
        folders = sorted((data / "meantime" / "en_cat").rglob("intra-doc_annotation"))
        yield "meantime", "en", cat(folders[0] if folders else data / "meantime" / "en_cat")


def found_in(document: Document, language: str) -> list[Timex]:
    """Return careo's expressions in a document, as TimeML has them."""
    sentences = split(document.text, language)
    return list(find_timexes(document.text, language, sentences, anchor=document.anchor))


def whole_in(document: Document, language: str) -> list[Timex]:
    """Return careo's expressions in one sentence, a range as one."""
    sentence = ((0, len(document.text)),)
    return list(find_timexes(document.text, language, sentence, anchor=document.anchor, whole=True))


def counted_in(document: Document, found: list[Timex]) -> list[Timex]:
    """Return what lies in the annotated part of a document, without the document's own date."""
    limit = document.limit or len(document.text)
    return [
        timex
        for timex in found
        if timex.start < limit and not any(timex.start < end and start < timex.end for start, end in document.stamps)
    ]


def met(found: list[Timex], expected: Iterable[Expected]) -> list[tuple[Timex, Expected]]:
    """Pair each annotated expression with the first one found that overlaps it; none is used twice."""
    left = list(found)
    pairs: list[tuple[Timex, Expected]] = []
    for gold in expected:
        for timex in left:
            if overlap(timex, gold):
                pairs.append((timex, gold))
                left.remove(timex)
                break
    return pairs


Reader = Callable[[Document, str], list[Timex]]
"""What finds the expressions of a document in a language."""


def timex_scores(name: str, language: str, documents: Iterable[Document], read: Reader) -> list[Score]:
    """Count as TempEval-3 does: DATE, TIME, DURATION and SET alike, spans that overlap, values letter for letter."""
    spans = values = found_all = gold_all = 0
    for document in documents:
        found = counted_in(document, read(document, language))
        pairs = met(found, document.expected)
        spans += len(pairs)
        values += sum(timex.value == gold.value for timex, gold in pairs)
        found_all, gold_all = found_all + len(found), gold_all + len(document.expected)
    return [
        *prf("dates", name, language, (spans, found_all, gold_all), label="span "),
        *prf("dates", name, language, (values, found_all, gold_all), label="value "),
    ]


def spec_scores(folder: Path, language: str, read: Reader) -> list[Score]:
    """Return the share of cases right by kind and in all, with spans that overlap and with exact ones."""
    scores: list[Score] = []
    totals = [0, 0, 0]
    for kind in SPEC_KINDS:
        counts = [0, 0, 0]
        for name in (f"{kind}Extractor", f"{kind}Parser"):
            for document in specs(folder, language, name):
                right, exact = case_right(document, read(document, language), language, kind)
                counts = [counts[0] + right, counts[1] + exact, counts[2] + 1]
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
        if counts[2]:
            scores.append(share("dates", "recognizers", language, (counts[0], counts[2]), f"{kind.lower()} right"))
    if totals[2]:
        scores.append(share("dates", "recognizers", language, (totals[0], totals[2]), "all right"))
        scores.append(share("dates", "recognizers", language, (totals[1], totals[2]), "exact span right"))
    return scores


def case_right(document: Document, found: list[Timex], language: str, kind: str) -> tuple[bool, bool]:
    """Tell whether a case is right with spans that overlap, and with the same ones but for what `core` cuts off.

    Right is: each expected expression is found with its value, and where nothing is expected nothing of the kind is
    found. A value is right as the TIMEX, or as the days it spans in one of the two readings (past, future).
    """
    if not document.expected:
        none = not any(_kind(timex) == kind for timex in found)
        return none, none
    pairs = met(found, document.expected)
    right = len(pairs) == len(document.expected) and all(value_right(timex, gold) for timex, gold in pairs)
    spans = ((core(document.text, each.start, each.end, language) for each in pair) for pair in pairs)
    return right, right and all(one == other for one, other in spans)


_EDGES = frozenset("d1im@orwz&-g,._Q")


def core(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Return a span without the articles, prepositions and signs at its edges, where the set itself goes both ways.

    Those that a phrase of time begins with go as well: "at the" of "at the end of 2000".
    """
    tokens = read_tokens(text, start, end, language, loose=True)
    kept = [at for at, token in enumerate(tokens) if token.kind not in _EDGES]
    if not kept:
        return start, end
    begin, stop = tokens[kept[0]].start, tokens[kept[-1]].end
    while (word := _FIRST_WORD.match(text, begin, stop)) and _edge(word[1], language):
        begin = word.end()
    return begin, stop


_FIRST_WORD = re.compile(r"([^\W\d_]+['’]|[^\W\d_]+(?=\s))\s*(?=\w)")


def _edge(word: str, language: str) -> bool:
    """Tell whether a word alone is an article or preposition."""
    known = time_words(language).phrases.get(word.lower().replace("’", "'"), ())
    return any(len(words) == 1 and kind in _EDGES for words, kind, _ in known)


def _kind(timex: Timex) -> str:
    if timex.type != "DATE":
        return timex.type.capitalize()
    return "Date" if timex.first == timex.last or timex.counted else "DatePeriod"


def value_right(timex: Timex, gold: Expected) -> bool:
    """Compare one value, as TIMEX or as days.

    The set ends a range on its last day or on the day after, and a range up to a month or year where that begins;
    "in three weeks" is the day that counting leads to, where careo keeps the week. A year that the set leaves open
    counts in either of its readings.
    """
    if not gold.value or timex.value == gold.value:
        return True
    if gold.value.startswith("XXXX-") and timex.value[4:] == gold.value[4:] and gold.ranges:
        return timex.value[:4] in {first[:4] for first, _ in gold.ranges}
    if timex.counted and any(timex.counted == first == last for first, last in gold.ranges):
        return True
    end = _iso(timex.last)
    ends = {timex.last_from, *(() if end is None else (str(end), str(end + timedelta(days=1))))}
    return any(timex.first == first and last in ends for first, last in gold.ranges)


def _iso(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None


@dataclass(slots=True)
class _Agreement:
    same: int = 0
    one: int = 0
    other: int = 0


def _parallel(data: Path) -> list[Score]:
    """Return how far the languages of a line agree on its dates: F1 of their values, each against each other one."""
    if not (data / "ntrex" / "lines.tsv").is_file():
        return []
    values = {code: [_values(line, code) for line in lines(data, code)] for code in sorted(set(FILES) & set(LANGUAGES))}
    agreed = {code: _Agreement() for code in values}
    for one, other in combinations(sorted(values), 2):
        for a, b in zip(values[one], values[other], strict=True):
            same, left, right = (a & b).total(), a.total(), b.total()
            for code in (one, other):
                agreed[code].same += same
                agreed[code].one += left if code == one else right
                agreed[code].other += right if code == one else left
    return [_agreement(code, n, len(agreed) - 1) for code, n in agreed.items() if n.one + n.other]


def _agreement(language: str, counts: _Agreement, others: int) -> Score:
    f1 = 2 * counts.same / (counts.one + counts.other)
    return Score("dates", "ntrex", language, "agreement f1", round(f1, 4), counts.one // others)


def _values(line: str, language: str) -> Counter[str]:
    found = find_timexes(line, language, ((0, len(line)),), anchor=NTREX_ANCHOR)
    return Counter(timex.value for timex in found if timex.type == "DATE" and timex.value[0].isdigit())
