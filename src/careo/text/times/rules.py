"""The grammar of time: patterns over the kinds of token that `timewords` tells apart, the more telling first.

One grammar reads all languages; where they order words differently, a pattern has both orders. A rule returns no
expression where its words mean something else; a later rule may then read them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from careo.text.times.counts import (
    DAY,
    LENGTH,
    NUMBER,
    TOLD_LENGTH,
    read_ago,
    read_ahead,
    read_counted,
    read_length,
    read_past_length,
    read_phrase_told,
    read_reference,
    read_set,
    read_told,
    read_whole,
    read_within,
)
from careo.text.times.days import (
    read_day_alone,
    read_day_of_unit,
    read_days_in,
    read_list,
    read_numeric,
    read_range,
    read_single,
    read_week_of,
    read_weekday_and_day,
)
from careo.text.times.links import linked
from careo.text.times.months import (
    read_century,
    read_decade,
    read_feast,
    read_month,
    read_month_pair,
    read_season,
    read_two_years,
    read_year,
)
from careo.text.times.points import Found, Rule
from careo.text.times.scene import Expression, Scene, told_back
from careo.text.times.tokens import read_tokens
from careo.text.times.units import (
    read_bare_unit,
    read_directed,
    read_quarter_sign,
    read_shift,
    read_unit_and_number,
    read_unit_of_year,
    read_unit_or_century,
    read_year_ago,
)
from careo.text.times.week import (
    read_bare_part,
    read_day_word,
    read_nth_weekday,
    read_part_of_or_day,
    read_this_part,
    read_weekday,
    read_weekday_of_week,
    read_weekdays_in,
)
from careo.text.times.words import time_words

_OF = "[,oi]?o?d?"
_Y = r"(?:,?o?d?U?[Yy])"
_DM, _MD = rf"{DAY}o?M{_Y}?", r"Md?[nO](?:,?o?[Yy])?"
_REL = r"(?P<rel>[,oi]{0,2}d?(?:[pft]U|U[pft]))"
_PART = r"(?P<part>[bLE][=oi]?d?)?"
_TURN, _TURNED = r"(?:(?P<turn>[pft])=?)?", r"(?:(?P<turned>[pf])(?!U))?"


def _ranges(month_first: bool) -> Iterator[tuple[str, Rule]]:
    day = rf"{_MD}|{_DM}" if month_first else _DM
    atom = rf"(?:{day}|X|x|M{_Y}?|Y|D|{DAY})"
    weekday = r"(?:W\.?,?@?d?)?"
    if month_first:
        yield rf"(?P<open>[rw]?)(?P<a>Md?{DAY})(?P<link>[-&])d?(?P<b>{DAY}(?:,?o?Y)?)(?!M)", read_range
    yield rf"(?P<open>w)[@d]*{weekday}(?P<a>{atom})(?P<link>&)[@d]*{weekday}(?P<b>{atom})", read_range
    yield rf"(?P<open>[ro])?[@d]*{weekday}(?P<a>{atom})(?P<link>,?-)[@d]*{weekday}(?P<b>{atom})", read_range
    yield rf"(?P<open>[rwo])?[@d]*(?P<a>{DAY})[-&][@d]*(?P<b>{DAY})o?d?(?:[pft]U|U[pft])", read_days_in
    yield rf"d?(?:[pft]U|U[pft])[,i]?(?:[rwo])?[@d]*(?P<a>{DAY})[-&][@d]*(?P<b>{DAY})(?![MU])", read_days_in
    yield r"[rwo]?[@d]*(?P<a>W)[-&][@d]*(?P<b>W)o?d?(?:[pft]U|U[pft])", read_weekdays_in
    yield r"(?:[pft]U|U[pft])[,i]?[rwo]?[@d]*(?P<a>W)[-&][@d]*(?P<b>W)", read_weekdays_in


def _dates(month_first: bool) -> Iterator[tuple[str, Rule]]:
    """Yield the patterns of dates that are written out, and of months, seasons and feasts."""
    year = rf"{_OF}U?(?P<y1>[Yy])"
    yield from _ranges(month_first)
    yield r"(?:[nO](?:,|,?&)@?d?)+(?P<d2>[nO])o?(?P<m2>M)(?:,?o?d?U?(?P<y2>[Yy]))?", read_list
    yield rf"(?P<pre>[imrob@-])?(?P<a>M{_Y}?)&(?P<b>M{_Y}?)(?![nO])", read_month_pair
    yield r"(?:W\.?,?@?d?)?(?P<x>X)", read_numeric
    yield r"e(?P<n>[nNO])?(?P<x>[UW])(?P<t>T)?(?:i?U)?", read_set
    yield r"d?(?P<t>[TD])[oi]?d?(?P<turn>[p])?(?P<d>[DW])(?P<turned>p)?W?", read_part_of_or_day
    yield r"d?(?P<u>U)od(?P<a>[nO])(?![MU=nN%oW])", read_week_of
    for atom in (_DM, _MD, "x") if month_first else (_DM, "x"):
        yield rf"d?(?P<u>U)[or]@?d?(?P<a>{atom})", read_week_of
        yield rf"(?:t?W\.?,?@?d{{0,2}})?{_TURN}(?P<a>{atom}){_TURNED}{_REL}?", read_single
    yield rf"(?P<o>[On])(?P<w>W)[oi]{{0,2}}d?(?:(?P<m1>M)(?:{year})?|[pft]U|U[pft]|U)", read_nth_weekday
    yield r"(?P<o>O)(?P<w>W)", read_nth_weekday
    yield r"(?P<w>W)[@,]?[oi]?d?(?:[pft]U|U[pft])", read_weekday_of_week
    yield r"d?(?:[pft]U|U[pft])[@,]?(?P<w>W)", read_weekday_of_week
    yield rf"(?P<o>O)[=,]?(?P<u>U){year}", read_unit_or_century
    yield r"d?(?P<d1>[nO])(?P<rel>o?d?(?:[pft]U|U[pft]))", read_day_of_unit
    yield r"(?P<o>[Op])[=,]?(?P<u>U)[,oi]{1,2}d?(?:(?P<m1>M)(?:o?(?P<y1>[Yy]))?)", read_unit_of_year
    yield r"(?P<rel>[pft]U)o?(?P<o>O)[=,]?(?P<u>U)", read_unit_of_year
    yield r"(?P<y0>Y)[,i]?d?(?P<o>O)[=,]?(?P<u>U)", read_unit_of_year
    yield r"(?P<y0>Y)(?P<q>q)", read_quarter_sign
    yield r"(?P<c>O[=,]?U)[,oi]{0,2}d?(?P<o>O)(?P<u>U)", read_century
    yield r"(?P<o>[Op])[=,]?(?P<u>U)(?P<rel>[,oi]{1,2}d?(?:[pft]U|U[pft]|U)|d?(?:[pft]U|U[pft]))", read_unit_of_year
    yield r"(?P<o>O)[=,]?(?P<u>U)", read_unit_or_century
    yield rf"(?P<q>q)(?:{year})?", read_quarter_sign
    yield r"(?P<o>p)(?P<u>U)od?(?P<y1>[Yy])", read_unit_of_year
    yield r"(?P<rel>[pft]U|U[pft])(?P<led>[io]{0,2}d?)(?P<m1>M)(?![nO])", read_month
    yield r"(?P<rel>[pft]U|U[pft])[io]{1,2}d?(?P<s>S)", read_season
    yield rf"(?P<pre>[imro@-]*d?){_PART}{_TURN}(?P<m1>M){_TURNED}(?:(?:{year})|{_REL})?", read_month
    yield r"(?P<u>U)(?P<o>O)", read_century
    yield rf"(?P<pre>[imro@-]*d?){_PART}(?P<f>F)(?:{year}|{_REL})?", read_feast
    yield rf"(?P<pre>[imr@-]*[do]?){_PART}{_TURN}(?P<s>S){_TURNED}(?:{year}|{_REL})?", read_season


def _counts() -> Iterator[tuple[str, Rule]]:
    """Yield the patterns of what counts: lengths, units, weekdays and days from the publication, bare years."""
    yield r"d?(?P<u>U)=[AE](?:U)?", read_year_ago
    yield rf"Qd?[pft]?{LENGTH}(?:[rm](?P<d>D))?", read_within
    yield rf"{LENGTH}(?P<link>[rmLEaio]{{1,2}})(?P<d>[DP])", read_counted
    yield rf"ag?{LENGTH}", read_ago
    yield rf"{LENGTH}A", read_ago
    yield TOLD_LENGTH.pattern, read_told
    yield rf"(?P<lead>[zwi])d?{LENGTH}(?P<tail>I)?(?![AELC])", read_ahead
    yield rf"{LENGTH}(?P<tail>I)", read_ahead
    yield rf"d?[pft](?P<len>{NUMBER}U)", read_past_length
    yield rf"d?(?P<len>{NUMBER}[pf]U)", read_past_length
    yield rf"d?(?P<len>{NUMBER}U)[pf]", read_past_length
    yield r"(?P<pre>[imro-])?d?(?:(?P<c>n)=?)?(?P<g>G)(?:=?U)?", read_decade
    yield r"d?(?P<u>U)o?(?P<g>[nNyY])(?![UM=nN])", read_unit_and_number
    yield rf"{_PART}(?P<turn>[pft])(?P<u>U)", read_directed
    yield rf"{_PART}(?P<u>U)(?P<turned>[pft])", read_directed
    yield r"(?P<v>V)", read_shift
    yield r"(?P<the>[di@t]{1,2})?(?P<d>D)(?:,?W,?)?(?:[io]?d?(?P<part_of>[TD]))?", read_day_word
    yield r"(?P<w>W),?@?(?P<the>d)?(?P<d1>[nO])(?![MU=nN%])", read_weekday_and_day
    yield r"(?:(?P<turn>[pft])d?)?(?P<w>W)(?P<turned>[pf])?(?P<part_of>T|D(?=[.,_]))?", read_weekday
    yield r"(?P<turn>[pft])(?P<t>T)", read_this_part
    yield r"[di@]*(?P<k>K)", read_phrase_told
    yield r"(?P<x>R)", read_set
    yield r"%(?P<x>U)", read_set
    yield r"k(?P<u>U)", read_whole
    yield r"[1d](?P<u>U)k", read_whole
    yield rf"{LENGTH}(?P<old>=?C)?", read_length
    yield rf"(?P<pre>[di]*){_PART}(?P<u>U)", read_bare_unit
    yield rf"(?P<pre>[imro@-]*d?){_PART}(?P<u>U)?(?P<y1>[Yy])", read_year
    yield r"(?P<z>Z)", read_two_years
    yield r"(?:@d?|d)(?P<d1>O)(?![MU=WO])", read_day_alone
    yield r"(?:@d?|[im]?d)(?P<d1>n)(?![MU=])", read_day_alone
    yield r"[ido]*(?P<t>T)", read_bare_part
    yield r"(?P<p>P)U?", read_reference


@cache
def _compiled(month_first: bool) -> tuple[tuple[re.Pattern[str], Rule], ...]:
    return tuple((re.compile(text), rule) for text, rule in (*_dates(month_first), *_counts()))


def read_expressions(text: str, language: str, start: int, end: int, *, anchor: str | None, guess: bool) -> Found:
    """Return the expressions of time in `text[start:end]` (best one sentence), in order, without overlaps.

    `anchor` is the publication date in EDTF, as exact as it is known. With `guess`, what newspapers leave open is
    settled by the nearest date, and lengths, repeated times and references to the present are found as well.
    """
    tokens = read_tokens(text, start, end, language, loose=guess)
    if not tokens:
        return ()
    scene = Scene(text, start, end, language, time_words(language), tokens, anchor, guess)
    kinds = "".join(token.kind for token in tokens)
    found: list[Expression] = []
    for pattern, rule in _compiled(scene.words.month_first):
        at = 0
        while match := pattern.search(kinds, at):
            at = max(match.end(), match.start() + 1)
            if guess:
                scene = replace(scene, here=tokens[match.start()].start)
            if match.start() == match.end() or not (expressions := rule(match, scene)):
                at = match.start() + 1
                continue
            found.extend(expressions if guess else told_back(expressions, scene))
            kinds = kinds[: match.start()] + "!" * (match.end() - match.start()) + kinds[match.end() :]
    return linked(tuple(found), scene)
