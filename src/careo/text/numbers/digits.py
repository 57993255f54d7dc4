"""Numbers in digits, by each language's signs for thousands and decimals (CLDR)."""

import re
from decimal import Decimal
from functools import lru_cache

from babel.numbers import get_decimal_symbol, get_group_symbol

_GROUPING = re.compile(r"[ \u00a0\u202f\u2009'’]")


@lru_cache(maxsize=16384)
def parse_digits(raw: str, language: str) -> tuple[Decimal, Decimal | None, bool] | None:
    """Return the value of digits by the language's signs, the other reading, and whether its signs are foreign.

    `None` where it is no number: a leading zero, groups of odd length (a version, an address).
    """
    group = str(get_group_symbol(language))
    # where a space groups, which is gone by now, a full stop does so too ("2.300" in Belgian French)
    sign = "." if group.isspace() else group
    thousands, point = re.escape(sign), re.escape(str(get_decimal_symbol(language)))
    raw = _GROUPING.sub("", raw)
    if re.fullmatch(r"0\d+.*", raw):
        return None
    if re.fullmatch(rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?:{point}\d+)?", raw) and not raw.startswith("0"):
        value = Decimal(re.sub(point, ".", re.sub(thousands, "", raw)))
        return value, None, False
    if language == "en" and re.fullmatch(r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?", raw):
        return Decimal(raw.replace(",", "")), None, False
    if re.fullmatch(rf"\d*(?:{point}\d+)?", raw):
        swapped = re.fullmatch(rf"[1-9]\d{{0,2}}{point}\d{{3}}", raw)
        return Decimal("0" + re.sub(point, ".", raw)), Decimal(re.sub(point, "", raw)) if swapped else None, False
    if re.fullmatch(rf"\d{{1,3}}(?:{point}\d{{3}}){{2,}}", raw):
        return Decimal(re.sub(point, "", raw)), None, False
    if re.fullmatch(rf"\d+{thousands}(?:\d{{1,2}}|\d{{4,}})|0{thousands}\d+", raw):
        return Decimal(re.sub(thousands, ".", raw)), None, True
    if re.fullmatch(rf"\d{{1,3}}(?:{point}\d{{3}})+{thousands}\d+", raw):
        return Decimal(re.sub(thousands, ".", re.sub(point, "", raw))), None, True
    return None
