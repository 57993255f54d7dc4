"""The reasons of a difference in the reader's language, as far as they have one of the forms that stages write.

A reason is a row of parts, `two values for one count: 62 / 67; and 3 more such pairs`. Where one of them has none of
the forms here, the whole reason stays English: half a translation is harder to check than none.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from careo.model import reasons
from careo.render.wording.amounts import sums
from careo.render.wording.speech import Speech
from careo.render.wording.when import spoken
from careo.render.wording.words import MODALITIES, plain

FORMS: Mapping[str, str] = MappingProxyType(
    {
        "count": reasons.COUNT,
        "law": reasons.LAW,
        "rounded": reasons.ROUNDED,
        "allows": reasons.ALLOWS,
        "within": reasons.WITHIN,
        "done": reasons.DONE,
        "back": reasons.BACK,
        "later": reasons.LATER,
        "office": reasons.OFFICE,
        "alike": reasons.ALIKE,
        "spelled": reasons.SPELLED,
        "kinds": reasons.KINDS,
        "denied": reasons.DENIED,
        "negated": reasons.NEGATED,
        "wont denied": reasons.WONT_DENIED,
        "wont": reasons.WONT,
        "modality": reasons.MODALITY,
        "source": reasons.SOURCE,
        "credited": reasons.CREDITED,
        "more": reasons.MORE,
        "swapped": reasons.SWAPPED,
        "digits": reasons.DIGITS,
        "thousand": reasons.THOUSAND,
    }
)
"""The first that fits is taken."""
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "both": reasons.BOTH,
        "family": reasons.FAMILY,
        "given": reasons.GIVEN,
    }
)


def _pattern(form: str) -> re.Pattern[str]:
    """Return what matches a form with anything in its places."""
    cut = re.split(r"\{(\w+)\}", form)
    return re.compile("".join(f"(?P<{part}>.+)" if at % 2 else re.escape(part) for at, part in enumerate(cut)))


_PATTERNS = {form: _pattern(form) for form in (*FORMS.values(), *NAMES.values())}


def reason_words(reason: str, speech: Speech) -> str | None:
    """Return a reason in the language of the page; `None` where it has to stay English."""
    if speech.code == "en":
        return sums(reason)
    parts = [_said(part, FORMS, speech) for part in reason.split("; ")]
    told = [part for part in parts if part is not None]
    return "; ".join(told) if len(told) == len(parts) else None


def _said(text: str, forms: Mapping[str, str], speech: Speech) -> str | None:
    for form in forms.values():
        found = _PATTERNS[form].fullmatch(text)
        if found:
            filled = {place: _FILL.get(place, _as_it_is)(value, speech) for place, value in found.groupdict().items()}
            return None if None in filled.values() else speech(form, **filled)
    return None


def _as_it_is(value: str, speech: Speech) -> str:
    return sums(value, speech)


def _days(value: str, speech: Speech) -> str:
    return " / ".join(spoken(day, speech) for day in value.split(" / "))


def _office(value: str, speech: Speech) -> str:
    return plain(value.replace(" of ", ":"), speech)


def _modality(value: str, speech: Speech) -> str | None:
    return plain(value, speech) if value in MODALITIES else None


def _names(value: str, speech: Speech) -> str | None:
    return _said(value, NAMES, speech)


_FILL: Mapping[str, Callable[[str, Speech], str | None]] = MappingProxyType(
    {"days": _days, "office": _office, "one": _modality, "other": _modality, "names": _names}
)
"""What stands in a place; in the others are values and names, which have no language of ours."""
