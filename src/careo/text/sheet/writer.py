"""Lines under a report that say who its writer is."""

import re
from collections.abc import Collection

from careo.text.sheet.layout import any_of

_LAST = 4
"""Such a line is among so many last ones."""
_LONGEST = 500
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*(?:\s+(?:[a-zß-ÿ]{1,3}\s+){0,2}[^\W\d_a-zß-öø-ÿ][\w'’.-]*){1,3}")


def is_about_writer(content: str, language: str, *, people: Collection[str], last: int) -> bool:
    """Tell whether a line is a heading over what is said of the writer, or says what somebody named first does.

    Somebody who is not known to have written the report must be called a writer and be said to do or live somewhere.

    Args:
        content: the line.
        language: whose words are looked for.
        people: who wrote the report, in lower case.
        last: how many lines come after it.
    """
    if last >= _LAST or len(content) > _LONGEST:
        return False
    heading = any_of(language, "furniture", "bio", "heading").match(content)
    if heading and content[heading.end() :].lstrip()[:1] in ("", ":"):
        return True
    name = _NAME.match(content)
    called = any_of(language, "furniture", "bio", "is").search(content)
    does = {match[0].lower() for match in any_of(language, "furniture", "bio", "does").finditer(content)}
    if name is None:
        return False
    own = any(content.casefold().startswith(one) for one in people)
    return bool(called or does) if own else bool(does) and last < _LAST - 1 and (called is not None or len(does) > 1)
