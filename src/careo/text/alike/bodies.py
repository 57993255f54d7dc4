"""Whether two names are spellings of one organisation's, company's, unit's or place's name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from careo.text.alike.latin import latin, sounds
from careo.text.alike.pairs import Paired, Word, pairing
from careo.text.alike.persons import WORDS
from careo.text.alike.table import bundled
from careo.text.alike.verdict import Likeness

_PIECE = re.compile(r"(?:[^\W_]\.){2,}[^\W_]?|№|&|\+|[^\W_]+(?:['’ʼ][^\W_]+)*(?=[^\w]|_|$)|[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ][A-ZÀ-Þ]+$)")
_DIGITS = re.compile(r"(\d+)")
_LITTLE, _ENDINGS, _VESSEL = (frozenset(WORDS[key]) for key in ("little", "endings", "vessel"))
_ROMAN = {word: str(number) for number, word in enumerate(WORDS["roman"], start=1)}
_LONGEST_FORM = 7
"""Words of the longest legal form that is looked for."""
_GENERIC = 0.5
"""What a word counts that companies and bodies have in their names, beside one of their own."""
_STEM = 5
"""Letters that two inflected forms of one word must share at least."""


@dataclass(frozen=True, slots=True)
class Body:
    """The name of an organisation taken apart."""

    words: tuple[Word, ...]
    """Its words without legal forms, articles and prepositions."""
    numbers: tuple[str, ...]
    """Its numbers as digits, also those in words and Roman ones; sorted."""
    forms: tuple[str, ...]
    """Legal forms as `form|kind`."""
    written: str
    """The name as given, for acronyms."""


@lru_cache(maxsize=16384)
def body(name: str) -> Body:
    """Take an organisation's name apart."""
    pieces = [
        (piece, latin(piece) or ("and" if piece in "&+" else "")) for piece in _PIECE.findall(_CAMEL.sub(" ", name))
    ]
    kept, forms = _forms([two for two in pieces if two[1]])
    numbers: list[str] = []
    words: list[Word] = []
    for at, (piece, plain) in enumerate(kept):
        number = _number(piece, plain, at)
        if number is not None:
            numbers.append(number)
        elif plain not in _LITTLE or len(kept) == 1:
            words.append(Word(piece, plain))
    return Body(tuple(words or (Word(piece, plain) for piece, plain in kept)), tuple(sorted(numbers)), forms, name)


def _forms(pieces: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """Return the pieces without legal forms, and these; a name that is nothing else stays whole."""
    legal = bundled().legal
    kept: list[tuple[str, str]] = []
    found: list[str] = []
    at = 0
    while at < len(pieces):
        for size in range(min(_LONGEST_FORM, len(pieces) - at), 0, -1):
            wording = " ".join(plain for _, plain in pieces[at : at + size])
            edge = at == 0 or at + size == len(pieces) or size > 1 or bool(found)
            if wording in legal and edge and len(wording) > 1 and wording not in _ROMAN:
                found.append(legal[wording])
                at += size
                break
        else:
            kept.append(pieces[at])
            at += 1
    return (kept, tuple(sorted(set(found)))) if kept else (pieces, ())


def _number(piece: str, plain: str, at: int) -> str | None:
    """Return a number as digits: in digits, as an ordinal or number word, in Roman capitals after the first word."""
    if plain.isdigit():
        return plain.lstrip("0") or "0"
    if at and piece.isupper() and plain in _ROMAN:
        return _ROMAN[plain]
    return bundled().ordinals.get(plain) if len(plain) > 2 or plain[0].isdigit() else None


def compare_bodies(name: str, another: str) -> Likeness:
    """Compare two names of organisations; see `careo.text.likeness.compare_names`."""
    one, other = body(name), body(another)
    if not (one.words or one.numbers) or not (other.words or other.numbers):
        return Likeness("different", 0.0, "one of the names has no word to compare")
    if _joined(one) == _joined(other) and _joined(one):
        return _whole(one, other)
    if (long := _acronym(one, other)) is not None:
        return Likeness("possible", 0.75, f"an acronym that {long} may have")
    return _Judged(one, other, _pairs(one, other)).likeness()


def _joined(one: Body) -> str:
    return sounds("".join([*(word.plain for word in one.words), *one.numbers]))


def _whole(one: Body, other: Body) -> Likeness:
    if _kinds_clash(one, other):
        return Likeness("possible", 0.69, f"the same name, other legal forms: {_formed(one)} / {_formed(other)}")
    return Likeness("same", 1.0 if one.forms == other.forms else 0.98, "the same words, legal forms and articles aside")


def _kinds_clash(one: Body, other: Body) -> bool:
    """Whether both say what kind of company they are, and not the same one."""
    a, b = ({form.partition("|")[2] for form in forms} - {""} for forms in (one.forms, other.forms))
    return bool(a) and bool(b) and a.isdisjoint(b)


def _formed(one: Body) -> str:
    return ", ".join(form.partition("|")[0] for form in one.forms)


def _acronym(one: Body, other: Body) -> str | None:
    """Return the long name whose initials the short one's single word is, if it is."""
    for short, long in ((one, other), (other, one)):
        if len(short.words) == 1 and len(long.words) > 1 and short.words[0].text.replace(".", "").isupper():
            own = [word.plain[0] for word in long.words]
            every = [latin(word)[0] for word in long.written.split() if latin(word)]
            if short.words[0].plain in ("".join(own), "".join(every)) and len(short.words[0].plain) > 1:
                return long.written
    return None


def _pairs(one: Body, other: Body) -> tuple[Paired, ...]:
    """Return which words go together; those that no spelling joins may mean one thing or be inflected."""
    pairs = list(pairing(one.words, other.words))
    pairs = [two for two in pairs if two.kind not in ("nickname", "form", "initial")]
    ones, others = {two.one for two in pairs}, {two.other for two in pairs}
    for i, a in enumerate(one.words):
        for j, b in enumerate(other.words):
            if i not in ones and j not in others and _means_one(a.plain, b.plain):
                pairs.append(Paired(i, j, "form", 0.95))
                ones.add(i)
                others.add(j)
    return tuple(pairs)


def _means_one(one: str, other: str) -> bool:
    symbols = bundled().symbols
    if one in symbols and symbols[one] == symbols.get(other):
        return True
    stem = 0
    while stem < min(len(one), len(other)) and one[stem] == other[stem]:
        stem += 1
    return stem >= _STEM and one[stem:] in _ENDINGS and other[stem:] in _ENDINGS


@dataclass(frozen=True, slots=True)
class _Judged:
    """Two names of organisations and the words that go together."""

    one: Body
    other: Body
    pairs: tuple[Paired, ...]

    def likeness(self) -> Likeness:
        score = self._score()
        doubt = self._doubt()
        if doubt is None and score >= 0.8:
            return Likeness("same", score, self._reason(None))
        return Likeness("possible" if score >= 0.6 else "different", score, self._reason(doubt))

    def _left(self) -> tuple[list[Word], list[Word]]:
        ones, others = {two.one for two in self.pairs}, {two.other for two in self.pairs}
        return (
            [word for i, word in enumerate(self.one.words) if i not in ones],
            [word for j, word in enumerate(self.other.words) if j not in others],
        )

    def _score(self) -> float:
        weighed = [
            (min(_weight(self.one.words[two.one]), _weight(self.other.words[two.other])), two.likeness)
            for two in self.pairs
        ]
        own = sum(weight for weight, _ in weighed)
        if not weighed or own < 1:
            return 0.3 if weighed else 0.0
        mean = sum(weight * likeness for weight, likeness in weighed) / own
        left, right = (sum(map(_weight, words)) for words in self._left())
        score = (mean + min(likeness for _, likeness in weighed)) / 2
        if left and right:
            score *= max(0.2, 0.7 - 0.5 * min(left, right) / (own + min(left, right)))
        elif left or right:
            score *= own / (own + 0.8 * (left + right))
        if self.one.numbers != self.other.numbers:
            score *= 0.6
        if _kinds_clash(self.one, self.other):
            score *= 0.7
        return round(score, 4)

    def _doubt(self) -> str | None:
        left, right = self._left()
        if self.one.numbers != self.other.numbers:
            return f"numbers differ: {_listed(self.one.numbers)} / {_listed(self.other.numbers)}"
        if left and right:
            return f"{_told(left)} / {_told(right)} are other words"
        if left or right:
            return f"only one has {_told([*left, *right])}"
        if _kinds_clash(self.one, self.other):
            return f"other legal forms: {_formed(self.one)} / {_formed(self.other)}"
        order = [two.other for two in sorted(self.pairs, key=lambda two: two.one)]
        unsure = [two for two in self.pairs if two.kind not in ("equal", "spelling", "form")]
        if unsure:
            return self._said(unsure[0])
        return "the same words in another order" if order != sorted(order) and len(order) < 3 else None

    def _said(self, two: Paired) -> str:
        x, y = self.one.words[two.one].text, self.other.words[two.other].text
        return {
            "equal": f"{x} equal",
            "form": f"{x} and {y} mean one thing",
            "slip": f"{x} / {y} differ by a letter or two",
        }.get(two.kind, f"{x} and {y} are two spellings of one word")

    def _reason(self, doubt: str | None) -> str:
        said = [] if doubt is None else [doubt]
        said += [clause for two in self.pairs if (clause := self._said(two)) not in said]
        return "; ".join(said) or "no word in common"


def _weight(word: Word) -> float:
    return _GENERIC if word.plain in bundled().symbols else 1.0


def _listed(numbers: Sequence[str]) -> str:
    return ", ".join(numbers) or "none"


def _told(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
