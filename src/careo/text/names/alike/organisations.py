"""Whether two names are spellings of one organisation's, company's, unit's or place's name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careo.text.names.alike.bodies import WORDS, Body, acronym, body
from careo.text.names.alike.known import known
from careo.text.names.alike.latin import latin
from careo.text.names.alike.pairs import SURE, TOLD, Paired, Word, fused, left_over, pairing, stem, told
from careo.text.names.alike.table import bundled, wording
from careo.text.names.alike.verdict import WORDLESS, Likeness, verdict

_ENDINGS = frozenset(WORDS["endings"])
_GENERIC = 0.5
"""What a word counts that companies and bodies have in their names, beside one of their own."""
_STEM = 5
"""Letters that two inflected forms of one word must share at least."""
_LONG_ENOUGH = 7
"""Letters from which a name of one word that sounds like another is its spelling (Mets and Metz are two)."""
_ONE_MEANING = 0.95
"""Likeness of two words that mean one thing in two languages, or are cases of one."""


def compare_organisations(name: str, another: str) -> Likeness:
    """Compare two names of organisations; see `careo.text.names.likeness.compare_names`."""
    one, other = body(name), body(another)
    if not (one.words or one.numbers) or not (other.words or other.numbers):
        return WORDLESS
    if (found := _known(name, another)) is not None:
        return found
    if (long := _spelt_out(one, other) or _spelt_out(other, one)) is not None:
        return Likeness("possible", 0.75, f"an acronym that {long} may have")
    if one.letters == other.letters and one.whole != other.whole:
        one, other = (replace(of, words=(Word(of.written, of.letters),), numbers=()) for of in (one, other))
    a = replace(one, words=fused(one.words, other.words))
    b = replace(other, words=fused(other.words, one.words))
    return _Judged(a, b, _pairs(a.words, b.words)).likeness()


def _known(name: str, another: str) -> Likeness | None:
    """Return the verdict on two names of bodies that are known by names in many languages."""
    one, other = known(name), known(another)
    if one is None or other is None:
        return None
    if one[0] != other[0]:
        return Likeness("different", 0.0, f"names of two bodies: {one[0]} / {other[0]}")
    if wording(name) == wording(another):
        return Likeness("same", 1.0, "the same words")
    if not one[1] or not other[1]:
        return Likeness("possible", 0.75, f"an acronym that {one[0]} has in one language")
    return Likeness("same", 0.97, f"names of {one[0]} in two languages, or its acronym")


def _spelt_out(short: Body, long: Body) -> str | None:
    """Return the long name whose initials the short one's single word is, if it is."""
    if len(short.words) != 1 or len(long.words) < 2 or not short.words[0].text.replace(".", "").isupper():
        return None
    initials = "".join(word.plain[0] for word in long.words)
    every = "".join(latin(word)[0] for word in long.written.split() if latin(word))
    return long.written if short.words[0].plain in (initials, every) else None


def _pairs(one: Sequence[Word], other: Sequence[Word]) -> tuple[Paired, ...]:
    """Return which words go together by spelling, then which mean one thing or are cases of one word."""
    found = [two for two in pairing(one, other) if _counts(one[two.one], other[two.other], two)]
    pairs = [two if two.kind in SURE else _inflected(one, other, two) for two in found]
    ones, others = {two.one for two in pairs}, {two.other for two in pairs}
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            if i not in ones and j not in others and _means_one(a.plain, b.plain):
                pairs.append(Paired(i, j, "form", _ONE_MEANING))
                ones.add(i)
                others.add(j)
    return tuple(sorted(pairs, key=lambda two: two.one))


def _counts(one: Word, other: Word, two: Paired) -> bool:
    """Whether the likeness of two words says anything here: forms of personal names do not, nor like acronyms."""
    if two.kind == "equal":
        return True
    if acronym(one) or acronym(other):
        return False
    return two.kind not in ("nickname", "initial") and (two.kind != "form" or one.script != other.script)


def _inflected(one: Sequence[Word], other: Sequence[Word], two: Paired) -> Paired:
    """Return the pair as two cases of one word, if it is that; else as it is."""
    cases = _means_one(one[two.one].plain, other[two.other].plain)
    return Paired(two.one, two.other, "form", _ONE_MEANING) if cases else two


def _means_one(one: str, other: str) -> bool:
    symbols = bundled().symbols
    if one in symbols and symbols[one] == symbols.get(other):
        return True
    shared = stem(one, other)
    return shared >= _STEM and one[shared:] in _ENDINGS and other[shared:] in _ENDINGS


@dataclass(frozen=True, slots=True)
class _Judged:
    """Two names of organisations and the words that go together."""

    one: Body
    other: Body
    pairs: tuple[Paired, ...]

    def likeness(self) -> Likeness:
        score, doubt = self._score(), self._doubt()
        return Likeness(verdict(score, sure=doubt is None), score, self._reason(doubt))

    def _left(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        return left_over(self.one.words, self.other.words, self.pairs)

    def _score(self) -> float:
        weighed = [
            (min(_weight(self.one.words[two.one]), _weight(self.other.words[two.other])), two.likeness)
            for two in self.pairs
        ]
        own = sum(weight for weight, _ in weighed)
        left, right = (sum(map(_weight, words)) for words in self._left())
        if not own:
            return float(self.one.whole == self.other.whole)
        if own < 1 and (left or right):
            return 0.3
        mean = sum(weight * likeness for weight, likeness in weighed) / own
        score = (mean + min(likeness for _, likeness in weighed)) / 2
        if left and right:
            score *= 0.6 * own / (own + min(left, right))
        elif left or right:
            score *= own / (own + 0.8 * (left + right))
        if self.one.numbers != self.other.numbers:
            score *= 0.5
        if self._swapped():
            score *= 0.9
        return round(score * (0.65 if self._forms_clash() else 1), 4)

    def _forms_clash(self) -> bool:
        """Whether both say what kind of company they are, and not the same one."""
        a, b = ({form.partition("|")[2] for form in of.forms} - {""} for of in (self.one, self.other))
        return bool(a) and bool(b) and a.isdisjoint(b)

    def _doubt(self) -> str | None:
        """Say what keeps the names from being one for sure."""
        left, right = self._left()
        if self.one.numbers != self.other.numbers:
            return f"numbers differ: {_listed(self.one.numbers)} / {_listed(self.other.numbers)}"
        if left and right:
            return f"{told(left)} and {told(right)} are other words"
        if left or right:
            return f"only one has {told([*left, *right])}"
        if self._forms_clash():
            return f"other legal forms: {_formed(self.one)} / {_formed(self.other)}"
        if self.one.article and self.other.article and self.one.article != self.other.article:
            return f"articles of two languages: {self.one.article} / {self.other.article}"
        if self._swapped():
            return "the same words in another order"
        return next((self._said(two) for two in self.pairs if not self._sure(two)), None)

    def _sure(self, two: Paired) -> bool:
        """Whether two words are one; of meaning and cases only beside a word that is spelled alike and its own."""
        if two.kind == "spelling" and len(self.pairs) == 1:
            return max(map(len, self._plain(two))) >= _LONG_ENOUGH
        if two.kind != "form":
            return two.kind in SURE
        symbols = bundled().symbols.keys()
        by_case = symbols.isdisjoint(self._plain(two))
        alike = [self._plain(beside) for beside in self.pairs if beside.kind in ("equal", "spelling")]
        return any(by_case or symbols.isdisjoint(words) for words in alike)

    def _plain(self, two: Paired) -> tuple[str, str]:
        return self.one.words[two.one].plain, self.other.words[two.other].plain

    def _swapped(self) -> bool:
        """Whether two words stand in another order (Bank of China, China Bank); of more words order says nothing."""
        return len(self.pairs) == 2 and self.pairs[0].other > self.pairs[1].other

    def _said(self, two: Paired) -> str:
        x, y = self.one.words[two.one].text, self.other.words[two.other].text
        if two.kind == "equal":
            return f"{x} equal"
        meaning = "one meaning" if x[:_STEM].casefold() != y[:_STEM].casefold() else "two forms of one word"
        return f"{x} / {y}: {meaning if two.kind == 'form' else TOLD[two.kind]}"

    def _reason(self, doubt: str | None) -> str:
        if doubt is None and all(two.kind == "equal" for two in self.pairs):
            aside = " and ".join(
                text
                for text, differs in (
                    ("legal forms", self.one.forms != self.other.forms),
                    ("articles", self.one.article != self.other.article),
                )
                if differs
            )
            return "the same words" + (f", {aside} aside" if aside else "")
        said = [] if doubt is None else [doubt]
        return "; ".join([*said, *(clause for two in self.pairs if (clause := self._said(two)) not in said)])


def _formed(of: Body) -> str:
    return ", ".join(form.partition("|")[0] for form in of.forms)


def _weight(word: Word) -> float:
    return _GENERIC if word.plain in bundled().symbols else 1.0


def _listed(numbers: Sequence[str]) -> str:
    return ", ".join(numbers) or "none"
