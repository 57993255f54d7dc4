"""The annotated sets a tagger learns from: treebanks in CoNLL-U, names as IOB columns; and what is held out of them."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from careo.text.tokens import tokens

LANGUAGES = ("de", "nl", "es", "en", "fr", "it", "pt")
TYPES = ("PER", "ORG", "LOC", "MISC")
LABELS = ("O", *(f"{mark}-{type_}" for type_ in TYPES for mark in "BI"))
UNSURE = "?"
"""Label of a word that a set does not decide: outside, or a name of a type that the set does not mark."""
KEPT_FEATURES = ("Case", "Mood", "Number", "Person", "Tense", "VerbForm", "Voice")
_LONGEST = 90
"""Words of a sentence; longer ones are lists and tables."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence of a treebank, in syntactic words."""

    id: str
    language: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    """`_` where the treebank has none."""
    upos: tuple[str, ...]
    features: tuple[str, ...]
    """Those of KEPT_FEATURES, as UD writes them."""
    heads: tuple[int, ...]
    """0 is the root, else the number of the governing word, from 1."""
    relations: tuple[str, ...]
    """Universal relations, subtypes cut off but for `:pass`."""
    contracted: tuple[tuple[int, int, str], ...]
    """Words written as one: first, last (from 0, inclusive), the form."""
    text: str
    """The sentence as it is written."""


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence with the names in it."""

    id: str
    language: str
    words: tuple[str, ...]
    labels: tuple[str, ...]
    """One of LABELS, or UNSURE."""


def held_out(id_: str) -> bool:
    """Tell whether a sentence is never trained on: a fixed tenth, by its id alone, whatever the set or language."""
    return hashlib.sha256(id_.encode()).digest()[0] % 10 == 0


def treebanks(data: Path) -> Iterator[Parsed]:
    """Yield the sentences of `ud/LANG/*.conllu`, held out or not."""
    for language in LANGUAGES:
        for path in sorted((data / "ud" / language).glob("*.conllu")):
            yield from conllu(path, language)


def conllu(path: Path, language: str) -> Iterator[Parsed]:
    """Yield the sentences of one file; those without a whole tree are left out."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        said = {key: value for key, _, value in (line[2:].partition(" = ") for line in lines if line.startswith("# "))}
        rows = [line.split("\t") for line in lines if line and line[0].isdigit()]
        words = [row for row in rows if row[0].isdigit()]
        if not words or len(words) > _LONGEST or not all(row[6].isdigit() for row in words):
            continue
        ranges = [(row[0].partition("-"), row[1]) for row in rows if "-" in row[0]]
        yield Parsed(
            said.get("sent_id", ""),
            language,
            tuple(row[1] for row in words),
            tuple(row[2] for row in words),
            tuple(row[3] for row in words),
            tuple(_features(row[5]) for row in words),
            tuple(int(row[6]) for row in words),
            tuple(_relation(row[7]) for row in words),
            tuple((int(first) - 1, int(last) - 1, form) for (first, _, last), form in ranges),
            said.get("text", ""),
        )


def plain(lemma: str, language: str) -> str:
    """Return a lemma without the marks that Dutch treebanks put between the parts of a compound ("zee_haven")."""
    return lemma.replace("_", "") if language == "nl" and len(lemma) > 1 else lemma


def lexicon(parsed: Iterable[Parsed]) -> dict[str, dict[str, dict[str, str]]]:
    """Return the commonest lemma of each form: by language and part of speech, small letters but for proper nouns."""
    seen: dict[tuple[str, str, str], Counter[str]] = {}
    for p in parsed:
        for word, upos, lemma in zip(p.words, p.upos, p.lemmas, strict=True):
            if lemma != "_":
                form = word if upos == "PROPN" else word.lower()
                seen.setdefault((p.language, upos, form), Counter())[plain(lemma, p.language)] += 1
    found: dict[str, dict[str, dict[str, str]]] = {}
    for (language, upos, form), lemmas in sorted(seen.items()):
        best = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))
        found.setdefault(language, {}).setdefault(upos, {})[form] = best
    return found


def _features(field: str) -> str:
    kept = [pair for pair in field.split("|") if pair.partition("=")[0] in KEPT_FEATURES]
    return "|".join(sorted(kept)) or "_"


def _relation(field: str) -> str:
    return field if field.endswith(":pass") else field.partition(":")[0]


def names(data: Path, *, open_only: bool = False) -> Iterator[Named]:
    """Yield the sentences to learn names from; `open_only` leaves out the sets without a stated licence (class R)."""
    folder = data / "ner"
    for path in sorted((folder / "germeval2014").glob("*.tsv")):
        yield from _columns(path, "de", word=1, label=2)
    for path in sorted((folder / "uner-ewt").glob("*.iob2")):
        yield from _columns(path, "en", word=1, label=2, without_misc=True)
    for path in sorted((folder / "uner-bosque").glob("*.iob2")):
        yield from _columns(path, "pt", word=1, label=2, without_misc=True)
    if open_only:
        return
    for language in ("es", "nl"):
        yield from _columns(folder / "conll" / language / "train.conllu", language, word=1, label=2)
    for language in ("de", "en", "es", "fr", "nl"):
        path = folder / "wikiann" / language / "train.conllu"
        yield from _columns(path, language, word=-2, label=-1, without_misc=True)


OURS = Path(__file__).parent / "names"


def ours(data: Path, folder: Path = OURS) -> Iterator[Named]:
    """Yield the newspaper sentences that we labelled: `LANG.tsv` holds ids and spans, `data` the sentences."""
    for language in LANGUAGES:
        path = folder / f"{language}.tsv"
        if path.exists():
            sentences = texts(data, language)
            for line in path.read_text(encoding="utf-8").splitlines():
                id_, _, spans = line.partition("\t")
                if id_ in sentences and not held_out(id_):
                    yield labelled(f"ours/{id_}", language, sentences[id_], spans)


def texts(data: Path, language: str) -> dict[str, str]:
    """Return the running sentences that our labels speak of, by id: of ntrex, UD and MEANTIME, where they are there."""
    found: dict[str, str] = {}
    ntrex = {"de": "deu", "en": "eng", "fr": "fra", "nl": "nld", "es": "spa"}
    path = data / "ntrex" / f"{ntrex.get(language)}.txt"
    if path.exists():
        lines = path.read_text(encoding="utf-8").split("\n")
        found |= {f"ntrex/{number}": line for number, line in enumerate(lines, 1)}
    for path in (data / "ud" / language).glob("*.conllu"):
        found |= {p.id: p.text for p in conllu(path, language)}
    path = data / "meantime" / "multi" / language / "meantime.conll"
    if path.exists():
        words: dict[str, list[str]] = {}
        for row in (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()):
            if len(row) > 3:
                words.setdefault(f"{row[0]}/{row[1]}", []).append(row[3])
        found |= {id_: " ".join(sentence) for id_, sentence in words.items()}
    return found


def labelled(id_: str, language: str, text: str, spans: str) -> Named:
    """Return a sentence with the labels of spans written as `start-end:TYPE`; other types than ours stay unsure."""
    cut = tokens(text, 0, len(text), language)
    labels = [UNSURE] * len(cut)
    for span in spans.split():
        place, _, type_ = span.partition(":")
        start, end = (int(number) for number in place.split("-"))
        inside = [n for n, word in enumerate(cut) if start < word.end and word.start < end]
        for n in inside if type_ in TYPES else ():
            labels[n] = f"{'B' if n == inside[0] else 'I'}-{type_}"
    return Named(id_, language, tuple(word.text for word in cut), tuple(labels))


_PREFIX = re.compile(r"^[a-z]{2}:(?=.)")


def _columns(path: Path, language: str, *, word: int, label: int, without_misc: bool = False) -> Iterator[Named]:
    """Yield the sentences of a file with a word a line; a missing file yields nothing."""
    if not path.exists():
        return
    id_, rows, count = "", [], 0
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            id_ = line.partition("=")[2].strip() if line.startswith("# sent_id") else id_
        elif line.strip():
            rows.append(re.split(r"\t| (?=\S+$)", line.rstrip("\n")))
        elif rows:
            count += 1
            named = _named(id_ or f"{_family(path)}/{language}/{count}", language, rows, (word, label), without_misc)
            id_, rows = "", []
            if named.words[0] != "-DOCSTART-" and len(named.words) <= _LONGEST:
                yield named


def _named(id_: str, language: str, rows: list[list[str]], columns: tuple[int, int], without_misc: bool) -> Named:
    word, label = columns
    words = tuple(_PREFIX.sub("", row[word]) for row in rows)
    return Named(id_, language, words, tuple(_labels([row[label] for row in rows], without_misc)))


def _labels(given: Iterable[str], without_misc: bool) -> Iterator[str]:
    for label in given:
        mark, _, type_ = label.partition("-")
        type_ = "MISC" if type_ in ("OTH", "MISC") else type_
        if not type_:
            yield UNSURE if without_misc else "O"
        elif type_ in TYPES and not (without_misc and type_ == "MISC"):
            yield f"{mark}-{type_}"
        else:  # a word derived from a name, or a name in a compound: no set means the same by it
            yield UNSURE


def _family(path: Path) -> str:
    """Return the set a file belongs to: the folder below `ner`."""
    return path.parts[path.parts.index("ner") + 1]
