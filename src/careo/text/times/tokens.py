"""Cutting a text into the tokens of time that `timewords` tells apart: words, phrases, numbers, dates in digits."""

import re
from functools import lru_cache
from typing import Any

from careo.text.numbers.number_words import atoms
from careo.text.numbers.numerals import number_word
from careo.text.times.words import CORE, Token, Words, time_words

_BARE_YEAR = re.compile(r"1[0-9]\d\d|20\d\d|21\d\d")
_NO_YEAR_BEFORE = frozenset(".,/:§$€£#")
_NO_YEAR_AFTER = re.compile(r"\w|[.,:]\d|/\d|-[^\W\d]|\s?[%€$]")
_DMY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)")
_YMD = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")


def _digits(text: str, start: int, end: int, words: Words, *, led: bool = False) -> Token:
    """Read a token that begins with a digit; `led` by a hyphen that does not make it another word ("mid-1996")."""
    raw = text[start:end]
    if not raw.isdigit():
        return _signed(raw, text, start, end)
    value = int(raw) if len(raw) < 10 else 10**9
    if _BARE_YEAR.fullmatch(raw):
        if match := words.decade.match(text, end):
            return Token(start, match.end(), "G", value)
        before = text[start - 1] if start else " "
        glued = before in _NO_YEAR_BEFORE or (not led and before == "-" and start > 1 and text[start - 2].isalpha())
        if not glued and not _NO_YEAR_AFTER.match(text, end):
            return Token(start, end, "Y", value)
        return Token(start, end, "N", value)
    if len(raw) == 2 and raw[1] == "0" and (match := words.decade.match(text, end)):
        return Token(start, match.end(), "G", value)
    if value and len(raw) <= 2 and (match := words.ordinal.match(text, end)):
        return Token(start, match.end(), "O", value)
    return Token(start, end, "n" if value <= 31 else "N", value)


def _signed(raw: str, text: str, start: int, end: int) -> Token:
    """Read digits joined by signs: whole dates, two years, a day and month with its full stops, clock times."""
    if match := _YMD.fullmatch(raw):
        return Token(start, end, "X", (int(match[1]), int(match[3]), int(match[4]), True))
    if match := _DMY.fullmatch(raw):
        year = int(match[4])
        if len(match[4]) == 2:
            year += 2000 if year < 50 else 1900
        return Token(start, end, "X", (year, int(match[3]), int(match[1]), False))
    if match := re.fullmatch(r"(\d\d)(\d\d)/(\d\d|\d{4})", raw):
        first = int(match[1] + match[2])
        last = int(match[3]) if len(match[3]) == 4 else int(match[1] + match[3])
        return Token(start, end, "Z" if 1500 <= first < last <= first + 60 else ".", (first, last))
    if (match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})", raw)) and text[end : end + 1] == ".":
        day, month = int(match[1]), int(match[2])
        if 1 <= day <= 31 and 1 <= month <= 12:
            return Token(start, end + 1, "x", (month, day))
    if match := re.fullmatch(r"(\d+)[.,](\d{1,2})", raw):
        return Token(start, end, "N", float(f"{match[1]}.{match[2]}"))
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", raw):
        return Token(start, end, "N", int(re.sub(r"\D", "", raw)))
    return Token(start, end, ".")


def _phrase(
    pieces: list[re.Match[str]], lowers: list[str], at: int, words: Words, text: str
) -> tuple[int, str, Any] | None:
    """Return how many pieces the longest known phrase from `at` on has, with its kind and value."""
    lower = lowers[at]
    known = words.phrases.get(lower)
    if known is None:
        return None
    after = lowers[at + 1] if at + 1 < len(lowers) else ""
    for phrase, kind, value in known:
        length = len(phrase)
        if length > 1:
            if phrase[1] != after or (length > 2 and tuple(lowers[at + 2 : at + length]) != phrase[2:]):
                continue
        elif kind in "MW" and lower in words.unsure and not _sure(text, pieces[at], kind, words):
            continue
        return length, kind, value
    return None


_DAY_BEFORE = re.compile(r"\d\.?[ºo]?\s+(?:de\s+)?$")
_DATE_AFTER = re.compile(r"\.?,?\s+\w{0,9}\.?\s*\d")


def _sure(text: str, piece: re.Match[str], kind: str, words: Words) -> bool:
    """Tell whether a name that also means something else is a month or weekday here ("Sun", "march", "Julio")."""
    if kind == "M" and _named(text, piece.start(), words) is not None:
        return True
    if kind == "M" and not words.case and _DAY_BEFORE.search(text, max(0, piece.start() - 9), piece.start()):
        return True
    if piece.group()[0].isupper() != words.case:
        return not words.case and kind == "M" and _DATE_AFTER.match(text, piece.end()) is not None
    return kind == "M" or _DATE_AFTER.match(text, piece.end()) is not None


_NAMED = 16
"""No words before a month's name that are part of it are longer ("month of")."""


def _named(text: str, start: int, words: Words) -> int | None:
    """Return where the word for a month begins that stands before the name of one ("the month of May")."""
    matches = words.named_month.finditer(text, max(0, start - _NAMED), start)
    return next((match.start() for match in matches if not text[match.end() : start].strip()), None)


def _named_from(text: str, tokens: list[Token], start: int, words: Words) -> int:
    """Return where a month begins, with the word for it; the tokens of that are dropped."""
    begin = _named(text, start, words)
    at = len(tokens)
    while begin is not None and at and tokens[at - 1].end > begin:
        at -= 1
    if begin is None or at == len(tokens) or (at and tokens[at - 1].kind in "pf"):
        return start
    del tokens[at:]
    return begin


_DIGIT, _LETTERS = re.compile(r"\d"), re.compile(r"[^\W\d_]+")


def _tells(text: str, words: Words) -> bool:
    """Tell quickly whether a text may tell of time: it has a digit, a telling word, or one made of two."""
    if _DIGIT.search(text) or words.compounds_in.search(text):
        return True
    return not words.core.isdisjoint(_LETTERS.findall(text.lower()))


@lru_cache(maxsize=8)  # figures ask again for the times of the sentence that was just read
def read_tokens(text: str, start: int, end: int, language: str, *, loose: bool = False) -> tuple[Token, ...]:
    """Return the tokens of `text[start:end]`; none where nothing in it tells of time.

    With `loose`, numbers alone are enough: a day without its month, a year in words.
    """
    words = time_words(language)
    if not loose and not _tells(text[start:end], words):
        return ()
    pieces = list(words.token.finditer(text, start, end))
    lowers = list(map(str.lower, map(re.Match.group, pieces)))
    if "’" in text:
        lowers = [lower.replace("’", "'") for lower in lowers]
    tokens: list[Token] = []
    at, core = 0, False
    while at < len(pieces):
        first, lower = pieces[at], lowers[at]
        at += 1
        if tokens and first.start() < tokens[-1].end:
            continue  # the end of "1990er" or "3rd"
        if not loose and len(lower) <= _SHORT and lower.isalpha() and lower not in words.phrases:
            tokens.append(_other(first))  # most words
            continue
        char = text[first.start()]
        if char.isdecimal():
            led = len(tokens) > 1 and tokens[-1].kind == "=" and tokens[-2].kind == "b"
            tokens.append(_digits(text, first.start(), first.end(), words, led=led))
        elif found := _phrase(pieces, lowers, at - 1, words, text):
            at += found[0] - 1
            stop = pieces[at - 1].end()
            if found[1] == "M" and text[stop : stop + 1] == "." and first.group().lower() not in words.full:
                stop += 1
            begin = _named_from(text, tokens, first.start(), words) if found[1] == "M" else first.start()
            tokens.append(Token(begin, stop, found[1], found[2]))
        elif char.isalpha() and first.group()[-1].isdecimal():
            tokens.append(Token(first.start(), first.end(), "q", (6 if char in "HS" else 3, int(first.group()[1]))))
        elif char.isalpha():
            tokens += _word(first, words, language) if loose or len(first.group()) > _SHORT else [_other(first)]
        elif len(first.group()) == 3 and (match := words.decade.match(text, first.end())):
            tokens.append(Token(first.start(), match.end(), "G", int(first.group()[1:])))
        else:
            tokens.append(Token(first.start(), first.end(), _sign(text, first), first.group()))
        core = core or tokens[-1].kind in CORE
    return tuple(_numbered(text, tokens, language)) if core or loose else ()


_SHORT = 8
"""No two words written as one are shorter ("Montagabend")."""


def _other(piece: re.Match[str]) -> Token:
    return Token(piece.start(), piece.end(), "_")


def _word(piece: re.Match[str], words: Words, language: str) -> list[Token]:
    """Read a word that no list has: two words in one, "of so many years", or another."""
    text, start, end = piece.group(), piece.start(), piece.end()
    if words.compounds and (match := words.compounds.match(text)):
        middle = start + match.end()
        pair = ((start, middle, text[: match.end()]), (middle, end, text[match.end() :]))
        known = [words.phrases[part.casefold()][0] for _, _, part in pair]
        (_, _, weekday), (_, kind, part) = known
        later = Token(middle, end, "T", part if kind == "T" else "MO")  # "morgen" alone is tomorrow
        return [Token(start, middle, "W", weekday), later]
    if words.long and (match := words.long.fullmatch(text)):
        group = match.groupdict()
        value = number_word(group["n"], language) if group.get("n") else None
        unit = next((key[2:] for key in group if key.startswith("u_") and group[key]), None)
        if unit and (value is not None or not group.get("n")):
            return [Token(start, end, "J", (value, unit))]
    return [Token(start, end, "_")]


def _sign(text: str, piece: re.Match[str]) -> str:
    sign = piece.group()
    if len(sign) == 3:
        return "y"
    if sign in "-–—‐‑":
        before, after = text[piece.start() - 1 : piece.start()], text[piece.end() : piece.end() + 1]
        return "=" if sign in "-‐‑" and (before.isalpha() or after.isalpha()) and not after.isspace() else "-"
    return "," if sign == "," else "."


@lru_cache(maxsize=16_384)
def _number(word: str, language: str) -> int | None:
    return number_word(word, language)


def _numbered(text: str, tokens: list[Token], language: str) -> list[Token]:
    """Return the tokens with number words read, tens and ones put together ("vingt et un", "twenty-one")."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind == "_":
            value = _number(text[token.start : token.end].lower(), language)
            if value is not None and value < 10**6:
                kind = "n" if value <= 31 else "Y" if 1500 <= value <= 2100 else "N"
                token = Token(token.start, token.end, kind, value)
            elif text[token.start] in "IVX" and (roman := _ROMAN.fullmatch(text, token.start, token.end)):
                token = Token(token.start, token.end, "O" if _by_century(tokens, token) else "_", _roman(roman[1]))
        if token.kind == "n" and token.value > 31:
            token = token._replace(kind="N")
        if token.kind in "nNO1" and text[token.start].isalpha() and (joined := _ones(text, found, token)):
            while found[-1].start > joined.start:
                found.pop()
            goes = joined.kind == "Y" and _goes_on(text, tokens[at + 1 : at + 2], language)
            found[-1] = joined._replace(kind="N") if goes else joined
        elif token.kind == "n" and token.value == 0.5 and found and found[-1].kind == "O":
            found.append(Token(token.start, token.end, "U", "half"))
        else:
            found.append(token)
    return found


def _goes_on(text: str, after: list[Token], language: str) -> bool:
    """Tell whether a number word follows, so that the year read so far is none ("two thousand seven" hundred)."""
    return any(token.kind in "_nN" and atoms(text[token.start : token.end], language) for token in after)


_ROMAN = re.compile(r"([IVX]{1,6})(?:e|ème|º)?")


def _by_century(tokens: list[Token], token: Token) -> bool:
    at = tokens.index(token)
    return any(near.kind == "U" and near.value == "century" for near in tokens[max(0, at - 1) : at + 2])


def _roman(letters: str) -> int:
    worth = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
    return sum(-each if each < after else each for each, after in zip(worth, [*worth[1:], 0], strict=True))


def _ones(text: str, found: list[Token], token: Token) -> Token | None:
    """Return tens and ones as one token, where `token` is the ones and the tens were just read."""
    at = len(found) - 1
    while at > 0 and at > len(found) - 4 and found[at].kind in "&=":
        at -= 1
    tens = found[at] if at >= 0 else None
    if tens is None or tens.kind not in "nNOY" or not text[tens.start].isalpha() or not isinstance(tens.value, int):
        return None
    if token.value == 0.5:
        return Token(tens.start, token.end, "N", tens.value + 0.5) if at < len(found) - 1 else None
    value = _put_together(tens.value, token.value, apart=found[-1] is not tens)
    if value is None or (token.kind == "1" and value < 20):
        return None
    kind = "O" if token.kind == "O" else "n" if value <= 31 else "Y" if 1500 <= value <= 2100 else "N"
    return Token(tens.start, token.end, kind, value)


def _put_together(first: int, then: int, *, apart: bool) -> int | None:
    """Return the number that two number words in a row make, None where they are two numbers."""
    if first in range(20, 100, 10) and 0 < then < 10:
        return first + then
    if then in (100, 1000) and 0 < first < 100 and not (then == 100 and first > 20):
        return first * then
    if first >= 100 and first % 100 == 0 and 0 < then < 100 and first < 3000:
        return first + then
    if first >= 1000 and first % 1000 == 0 and then in range(100, 1000, 100) and first < 3000:
        return first + then
    if 12 <= first <= 20 and 10 <= then < 100 and not apart:
        return first * 100 + then
    if 1000 <= first < 3000 and first % 100 >= 20 and first % 10 == 0 and 0 < then < 10:
        return first + then
    if 1000 <= first < 3000 and first % 100 == 0 and 0 < then < 100:
        return first + then
    return None
