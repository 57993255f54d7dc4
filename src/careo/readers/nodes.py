"""JSON as people and programs write it: loaded without harm, walked without recursion, its values as text."""

import json
from collections import deque
from collections.abc import Iterator
from typing import Any

from careo.errors import UnreadableInput

Node = dict[str, Any]

_NAMED = ("@value", "name", "rendered", "value", "#text", "__cdata")
"""Where an object keeps the text it stands for: JSON-LD, schema.org, WordPress, ninjs 2, XML made into JSON."""


def loaded(text: str) -> Any:
    """Return the value of a JSON text.

    Raises:
        UnreadableInput: if it is broken, cut off or nested without end.
    """
    try:
        return json.loads(text)
    except ValueError:
        raise UnreadableInput("broken JSON, or cut off; save it again") from None
    except RecursionError:
        raise UnreadableInput("JSON nested too deep to be an article; save its text") from None


def objects(root: Any) -> Iterator[Node]:
    """Yield all objects below a value, those of one level before those inside them."""
    waiting: deque[Any] = deque([root])
    while waiting:
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extendleft(reversed(node))
        elif isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def text_of(value: Any) -> str:
    """Return the one text a value stands for, empty where it has none."""
    return next(iter(texts_of(value)), "")


def texts_of(value: Any) -> tuple[str, ...]:
    """Return the texts a value stands for: itself, those of a list, or what an object is called."""
    values = value if isinstance(value, list) else [value]
    return tuple(found for one in values if (found := _text(one)).strip())


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = next((value[name] for name in _NAMED if isinstance(value.get(name), str)), "")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""
