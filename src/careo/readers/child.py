"""The parser's process: takes one input after the other from its pipe, and ends when the pipe does.

Started by `guard`. It may not open a socket or start a program, may not use more memory than it was told, and
ends by its own alarm should the calling process be gone while it works.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress

from careo.errors import InputError, TooLarge
from careo.readers import wire
from careo.readers.base import Article
from careo.readers.packed import Task
from careo.readers.unpack import unpack

try:
    import resource
except ImportError:  # Windows: only the time limit holds there
    resource = None  # type: ignore[assignment]

OUT_OF_MEMORY = 86
"""Exit status after a MemoryError: what is left of the process is not to be trusted."""

READY = b"ready"
"""The first frame: the process stands, and its limits hold."""

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "pty.",
)

_GRACE = 2.0
"""Seconds the parent's own clock is given before the alarm here rings."""


def serve(memory: int) -> None:
    """Answer requests until the pipe ends; `memory` is in bytes of address space."""
    requests, answers = _take_over_pipes()
    sys.addaudithook(_refuse_network)
    _limit_memory(memory)
    wire.send(answers, READY)
    while (payload := wire.receive(requests)) is not None:
        try:
            request = wire.unpack_request(payload)
            if isinstance(request, Task):
                for answer in _members(request):
                    wire.send(answers, answer)
            else:
                wire.send(answers, _answer(request))
        except MemoryError:
            os._exit(OUT_OF_MEMORY)


def _members(task: Task) -> Iterator[bytes]:
    """Yield what an archive holds, then its end; the alarm is off while the other side takes its time."""
    items = unpack(task)
    while True:
        _alarm(task.seconds + _GRACE)
        try:
            item = next(items, wire.END)
            last, answer = item == wire.END, wire.pack_item(item)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - the wall, as in `_answer`
            last, answer = True, wire.pack_item(_refusal(error))
        finally:
            _alarm(0.0)
        yield answer
        if last:
            return


def _answer(request: wire.Request) -> bytes:
    _alarm(request.seconds + _GRACE)
    try:
        articles = request.reader.read(request.received)
        _check_length(articles, request.max_chars)
        return wire.pack_answer(articles)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the wall: whatever a foreign parser raises costs one input
        return wire.pack_answer(_refusal(error))
    finally:
        _alarm(0.0)


def _refusal(error: Exception) -> wire.Refusal:
    if isinstance(error, InputError):
        return wire.Refusal(type(error).__name__, str(error))
    # The name alone: messages of parsers hold addresses, which differ from run to run.
    return wire.Refusal("UnreadableInput", f"its parser gave up with {type(error).__name__}; is it damaged?")


def _check_length(articles: tuple[Article, ...], most: int) -> None:
    for article in articles:
        length = sum(len(paragraph.text) + 1 for paragraph in article.paragraphs)
        if length > most:
            raise TooLarge(f"{length} characters of text, more than {most}; split it, or raise max_text_chars")


def _take_over_pipes() -> tuple[int, int]:
    """Keep the two pipes for us: a parser that prints must not write into the answers."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    return requests, answers


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a parser may not do this: {event}")


def _limit_memory(most: int) -> None:
    if resource is None:
        return
    with suppress(ValueError, OSError):  # a lower limit set from outside stays
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
