"""Rules for lengths of time and for what counts by them: "three days ago", "within a week", "every month"."""

import re
from dataclasses import replace
from datetime import timedelta

from careo.text.times.edtf import Point, of_date
from careo.text.times.points import Found, anchored, got, grain_of_unit, made, step_of
from careo.text.times.scene import Expression, Scene, duration
from careo.text.times.tokens import read_tokens
from careo.text.times.words import time_words

Length = tuple[float | None, str]
"""A number, None where it is vague, and its unit."""
TOLD = "told-day"


DAY = "(?:[nO]|1(?=o))"
NUMBER = "[nN1v]"


LENGTH = rf"(?P<len>g?(?:{NUMBER}=?U|J)(?:[,&]{{0,2}}{NUMBER}=?U)*(?:&n(?![=UMO]))?)"


TOLD_LENGTH = re.compile(rf"d?{LENGTH}(?P<dir>[LE])")


def lengths_in(m: re.Match[str], s: Scene) -> list[Length]:
    """Return number and unit of each length in a match ("two years and three months"); None for a vague number."""
    found: list[Length] = []
    count: float | None = None
    seen = False
    for token in s.tokens[m.start("len") : m.end("len")]:
        if token.kind == "n" and token.value == 0.5 and found and not seen and found[-1][0] is not None:
            found[-1] = (found[-1][0] + 0.5, found[-1][1])
        elif token.kind in "nN1":
            count, seen = float(token.value), True
        elif token.kind == "v" and not seen:
            count, seen = None, True
        elif token.kind == "U" and seen:
            found.append((count, str(token.value)))
            count, seen = None, False
        elif token.kind == "J":
            number, unit = token.value
            found.append((float(number) if number is not None else None, unit))
    return found


def _offset(s: Scene, span: tuple[int, int], lengths: list[Length], sign: int, rule: str) -> Found:
    """Return the day, week, month or year that a length before or after the publication leads to."""
    count, unit = lengths[-1] if len(lengths) > 1 else lengths[0]
    if any(number is None for number, _ in lengths):
        if not s.guess:
            return ()
        vague = {-1: "PAST_REF", 1: "FUTURE_REF"}[sign]
        return (Expression(*span, "DATE", rule, value=vague),)
    if unit in ("second", "minute", "hour"):
        return (Expression(*span, "DURATION", rule, value=duration(count, unit)),) if s.guess else ()
    day = s.today
    for number, each in lengths:
        day = s.counted(day, each, sign * (number or 0)) if day else None
    whole = all(number is not None and float(number).is_integer() for number, _ in lengths)
    if len(lengths) > 1 or not whole:
        at = of_date(day) if day else None
        return anchored(s, span, (at, at) if at else None, "day", rule, counted=day)
    if unit == "fortnight":
        unit, count = "week", 2 * (count or 0)
    at_unit = s.unit(unit, sign * round(count or 0))
    if unit in ("decade", "century") and count and s.published and s.published.year:
        year = s.published.year + sign * round(count) * (10 if unit == "decade" else 100)
        at_unit, unit = (Point(year), Point(year)), "year"
    return anchored(s, span, at_unit, grain_of_unit(unit), rule, counted=day)


def read_ago(m: re.Match[str], s: Scene) -> Found:
    """Read "vor drei Wochen", "hace tres días", "two years ago"."""
    lengths = lengths_in(m, s)
    if not lengths or (lengths[0][0] is not None and not 0 < lengths[0][0] < 1000):
        return ()
    return _signalled(_offset(s, s.span(m), lengths, -1, f"{lengths[0][1]}s-ago"), lengths)


def read_counted(m: re.Match[str], s: Scene) -> Found:
    """Read "two weeks from tomorrow", "trois jours avant hier": a length counted from a day that is itself counted."""
    lengths, held = lengths_in(m, s), s.tokens[m.start("d")]
    link = s.tokens[m.start("link")].start
    words = s.words.counted_from.fullmatch(s.text[link : held.start].strip())
    if not lengths or words is None or (held.kind == "P" and held.value != "PRESENT_REF"):
        return ()
    from_day = s.today + timedelta(days=int(held.value) if held.kind == "D" else 0) if s.today else None
    for number, unit in lengths:
        step = -(number or 0) if words.lastgroup == "before" else number
        from_day = s.counted(from_day, unit, step) if from_day and step else None
    at = of_date(from_day) if from_day else None
    return anchored(s, s.span(m), (at, at) if at else None, "day", "counted-from-day", counted=from_day)


def read_ahead(m: re.Match[str], s: Scene) -> Found:
    """Read "in three days"; a preposition that also means "within" counts only where the sentence looks ahead."""
    lengths = lengths_in(m, s)
    if not lengths or (lengths[0][0] is not None and not 0 < lengths[0][0] < 1000):
        return ()
    lead = s.token(m, "lead")
    sure = bool(got(m, "tail")) or (
        lead is not None and (lead.kind == "z" or (lead.kind == "w" and s.language == "it"))
    )
    if not sure and (s.language not in ("de", "en") or lead is None or s.text[lead.start : lead.end].lower() != "in"):
        return ()
    if not sure and not s.looks_ahead:
        return ()
    return _signalled(_offset(s, s.span(m), lengths, 1, f"in-{lengths[0][1]}s"), lengths)


def _signalled(found: Found, lengths: list[Length]) -> Found:
    """Note the length of what counts from the publication, for annotation that takes the preposition as a signal."""
    value = duration(*lengths[0]) if len(lengths) == 1 else None
    return tuple(replace(each, length=value) for each in found)


def read_told(m: re.Match[str], s: Scene) -> Found:
    """Read "three days later": counts from a day told before; for scoring from the publication."""
    lengths = lengths_in(m, s)
    if not lengths or lengths[0][0] is None or lengths[0][1] in ("second", "minute", "hour"):
        return ()
    sign = 1 if "L" in m["dir"] else -1
    if s.guess:
        return _offset(s, s.span(m), lengths, sign, f"{lengths[0][1]}s-{'later' if sign > 0 else 'earlier'}")
    if not all(unit in ("day", "week") for _, unit in lengths):
        return ()
    return made(s.span(m), None, "day", TOLD)


def told_step(text: str, language: str) -> int | None:
    """Return how many days a phrase such as "two days later" counts, None where it is none."""
    tokens = read_tokens(text, 0, len(text), language)
    scene = Scene(text, 0, len(text), language, time_words(language), tokens, None, False)
    kinds = "".join(token.kind for token in tokens)
    if match := re.fullmatch(r"[di@]*K", kinds):
        return int(tokens[match.end() - 1].value)
    match = re.fullmatch(TOLD_LENGTH.pattern, kinds)
    if match is None:
        return None
    sign = 1 if "L" in match["dir"] else -1
    total = 0.0
    for count, unit in lengths_in(match, scene):
        if count is None or unit not in ("day", "week"):
            return None
        total += count * (7 if unit == "week" else 1)
    return sign * round(total)


_BY_SIZE = ("century", "decade", "year", "half", "quarter", "month", "fortnight", "week", "weekend", "day", "hour",
            "minute", "second")  # fmt: skip


def read_within(m: re.Match[str], s: Scene) -> Found:
    """Read "within three weeks": a length that begins with the publication; for scoring only."""
    lengths = lengths_in(m, s)
    held = s.token(m, "d")
    if not s.guess or not lengths or (held and held.value):
        return ()
    day = s.today
    for count, unit in lengths:
        day = s.counted(day, unit, count) if day and count is not None else None
    first, last = (of_date(s.today), of_date(day)) if day and s.today else (None, None)
    value = duration(*lengths[0])
    start, end = s.span(m)
    return (Expression(start, end, "DURATION", "within", first, last, value=value),) if value else ()


def read_length(m: re.Match[str], s: Scene) -> Found:
    """Read a length of time; for scoring only, since the record of a time has no place for it."""
    if not s.guess:
        return ()
    lengths = lengths_in(m, s)
    first = s.tokens[m.start("len")]
    if not lengths or got(m, "old") or (first.kind == "J" and s.text[first.start].isupper()):
        return ()
    after = s.tokens[m.end()].kind if m.end() < len(s.tokens) else ""
    if lengths[0][1] == "fortnight" and after == "o":
        return ()  # "una quincena de países" are fifteen of them
    fraction = (lengths[0][1] == "quarter" and "=" in m["len"]) or lengths[0] == (1, "quarter")
    if fraction or (lengths[0][1] == "half" and lengths[0][0] == 0.5):
        return ()
    lengths.sort(key=lambda length: _BY_SIZE.index(length[1]))
    value = duration(*lengths[0])
    for count, unit in lengths[1:]:
        more = duration(count, unit)
        if value is None or more is None:
            return ()
        value += more[1:] if more[1] != "T" or "T" not in value else more[2:]
    return (Expression(*s.span(m), "DURATION", "length", value=value),) if value else ()


def read_whole(m: re.Match[str], s: Scene) -> Found:
    """Read "the whole week": for scoring only."""
    if not s.guess or (value := duration(1, str(s.tokens[m.start("u")].value))) is None:
        return ()
    return (Expression(*s.span(m), "DURATION", "whole", value=value),)


def read_past_length(m: re.Match[str], s: Scene) -> Found:
    """Read "the last three years": a length that ends, or begins, with the publication; for scoring only."""
    if not s.guess:
        return ()
    lengths = lengths_in(m, s)
    if not lengths:
        return ()
    count, unit = lengths[0]
    step = step_of(s, m)
    first = last = None
    if s.today and count is not None and step and (other := s.counted(s.today, unit, step * count)):
        near = of_date(s.today + timedelta(days=step))
        first, last = (of_date(other), near) if step < 0 else (near, of_date(other))
    value = duration(count, unit)
    return (Expression(*s.span(m), "DURATION", "past-length", first, last, value=value),) if value else ()


def read_phrase_told(m: re.Match[str], s: Scene) -> Found:
    """Read "the day before": counts from a day told before."""
    token = s.tokens[m.start("k")]
    if s.guess:
        return anchored(s, (token.start, token.end), s.unit("day", int(token.value)), "day", TOLD)
    return made((token.start, token.end), None, "day", TOLD)


def read_set(m: re.Match[str], s: Scene) -> Found:
    """Read "every Monday", "each year", "daily": for scoring only."""
    if not s.guess:
        return ()
    held = s.tokens[m.start("x")]
    if held.kind == "R":
        value = str(held.value)
    elif held.kind == "W":
        value = f"XXXX-WXX-{int(held.value) + 1}" + (f"T{s.tokens[m.start('t')].value}" if got(m, "t") else "")
    else:
        number = s.token(m, "n")
        if number is not None and not isinstance(number.value, int | float):
            return ()
        value = duration(float(number.value) if number else 1, str(held.value)) or ""
    return (Expression(*s.span(m), "SET", "set", value=value),) if value else ()


def read_reference(m: re.Match[str], s: Scene) -> Found:
    """Read "now", "recently", "in recent weeks": for scoring only."""
    if not s.guess:
        return ()
    return (Expression(*s.span(m), "DATE", "reference", value=str(s.tokens[m.start("p")].value)),)
