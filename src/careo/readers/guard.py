"""Readers run behind this wall: in a child process, with limits on time, memory and text.

One child serves all the inputs of a process and is replaced when it dies. It is a plain subprocess, not one of
multiprocessing: that would run the user's script again in the child, and is refused inside daemonic workers.
"""

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import Final

from careo.errors import InputError, ParserDied, TooLarge, UnreadableInput, UsageError
from careo.model.seen import Received
from careo.readers import READERS, wire
from careo.readers.base import Article, Reader
from careo.readers.packed import Item, Limits, Task, Trouble
from careo.settings import Settings

_BOOT = (
    "import sys; memory = int(sys.argv[1]); sys.path[:] = sys.argv[2:]; "
    "from careo.readers.child import serve; serve(memory)"
)
_BOOT_SECONDS: Final = 60.0
_ERRORS: Final = {error.__name__: error for error in (InputError, TooLarge, UnreadableInput)}


def parse(received: Received, settings: Settings, *, readers: Sequence[Reader] = READERS) -> tuple[Article, ...]:
    """Return the articles in the bytes, read in a child process.

    Raises:
        UnreadableInput: no reader takes the media type, or the reader finds no article.
        TooLarge: the text is longer than `settings.max_text_chars`.
        ParserDied: the parser ran past its time or memory, or crashed.
        UsageError: the child cannot be started at all.
    """
    capture = received.capture
    reader = _reader_for(capture.media_type, capture.origin, readers)
    payload = wire.pack_request(wire.Request(reader, received, settings.parse_seconds, settings.max_text_chars))
    answer = wire.unpack_answer(_HOUSE.ask(payload, settings, capture.origin))
    if isinstance(answer, wire.Refusal):
        raise _ERRORS.get(answer.error, UnreadableInput)(f"{capture.origin}: {answer.message}")
    return answer


def unpack(
    origin: str, source: str | bytes, settings: Settings, *, wanted: frozenset[str] | None = None
) -> Iterator[Item]:
    """Yield what an archive holds as a child process unpacks it; whatever goes wrong is a Trouble, never an error.

    Args:
        origin: what the archive is called.
        source: its path, or its bytes.
        settings: the limits.
        wanted: only WARC records of these payload digests.

    Raises:
        UsageError: the child cannot be started at all.
    """
    limits = Limits(
        settings.max_input_bytes,
        settings.max_members,
        settings.max_unpacked_bytes,
        settings.max_ratio,
        settings.max_depth,
    )
    path, data = (source, None) if isinstance(source, str) else (None, source)
    payload = wire.pack_request(Task(origin, path, data, limits, settings.unpack_seconds, wanted))
    seconds = settings.unpack_seconds
    worker = _UNPACKERS.lend(settings.parse_memory_bytes)
    try:
        answer = wire.unpack_item(worker.ask(payload, seconds))
        while answer != wire.END:
            if isinstance(answer, wire.Refusal):
                yield Trouble(None, answer.message)
                break
            assert not isinstance(answer, str)  # the one string is the end
            yield answer
            answer = wire.unpack_item(worker.ask(b"", seconds))
    except _OutOfTimeError:
        worker.close()
        yield Trouble(None, f"no next member within {seconds:g} seconds; unpack it yourself, or raise unpack_seconds")
    except _GoneError:
        worker.close()
        yield Trouble(
            None, "the unpacker crashed or ran out of memory; unpack it yourself, or raise parse_memory_bytes"
        )
    except BaseException:
        worker.close()  # what it still has to say must not be taken for the next archive
        raise
    else:
        _UNPACKERS.take_back(worker)


def _reader_for(media_type: str, origin: str, readers: Sequence[Reader]) -> Reader:
    for reader in readers:
        if media_type in reader.media_types:
            return reader
    raise UnreadableInput(f"{origin}: no reader takes {media_type}; save it as plain text or HTML")


class _OutOfTimeError(Exception):
    """The child was stopped because its time was up."""


class _GoneError(Exception):
    """The child ended by itself."""


class _Child:
    """One parser process and its pipes."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.served = 0
        # Our own interpreter and our own words; nothing of the input is in them.
        self.process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", _BOOT, str(memory), *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            # A parser that walks over a set must walk the same way each time.
            env={**os.environ, "PYTHONHASHSEED": "0"},
        )
        self.pipes = (self.process.stdin, self.process.stdout)
        try:
            self.ask(b"", _BOOT_SECONDS)
        except BaseException:
            self.close()
            raise

    def ask(self, payload: bytes, seconds: float) -> bytes:
        """Return the answer to a request; an empty one only waits for the child's word that it is ready."""
        up = threading.Event()
        timer = threading.Timer(seconds, self._stop, [up])
        timer.daemon = True
        timer.start()
        try:
            answer = self._exchange(payload)
        finally:
            timer.cancel()
            timer.join()  # a thread still about when somebody forks is asking for trouble
        if answer is None:
            raise _OutOfTimeError if up.is_set() else _GoneError
        return answer

    def _exchange(self, payload: bytes) -> bytes | None:
        source, sink = self.pipes
        assert source is not None and sink is not None  # both are PIPE
        try:
            if payload:
                wire.send(source.fileno(), payload)
            return wire.receive(sink.fileno())
        except BrokenPipeError:
            return None

    def _stop(self, up: threading.Event) -> None:
        up.set()
        self.process.kill()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.let_go()
        self.process.wait()

    def let_go(self) -> None:
        """Close this process's ends of the pipes."""
        for pipe in self.pipes:
            if pipe is not None:
                pipe.close()


class _House:
    """Keeps the one child of this process, starts it when it is first needed and ends it with the process."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.child: _Child | None = None
        self.registered = False

    def ask(self, payload: bytes, settings: Settings, origin: str) -> bytes:
        """Return the child's answer; a death is believed only of a child that had done nothing before."""
        with self.lock:
            while True:
                worker = self._open(settings.parse_memory_bytes)
                fresh = worker.served == 0
                try:
                    answer = worker.ask(payload, settings.parse_seconds)
                    worker.served += 1
                    return answer
                except _OutOfTimeError:
                    self.close()
                    raise ParserDied(
                        f"{origin}: its parser ran past {settings.parse_seconds:g} seconds; "
                        "save it as plain text, or raise parse_seconds"
                    ) from None
                except _GoneError:
                    self.close()
                    if fresh:
                        raise ParserDied(
                            f"{origin}: its parser crashed or ran out of memory; "
                            "save it as plain text, or raise parse_memory_bytes"
                        ) from None
                except BaseException:
                    self.close()  # an answer nobody took must not be taken for the next one
                    raise

    def _open(self, memory: int) -> _Child:
        if self.child is not None and self.child.memory != memory:
            self.close()
        if self.child is None:
            self._register()
            try:
                self.child = _Child(memory)
            except _OutOfTimeError as error:
                raise UsageError(
                    f"the parser process did not start within {_BOOT_SECONDS:.0f} s: "
                    "the machine is too busy; run the same command again later"
                ) from error
            except (OSError, _GoneError) as error:
                raise UsageError(
                    f"the parser process does not start with {sys.executable} and {memory} bytes of memory; "
                    "raise parse_memory_bytes"
                ) from error
        return self.child

    def lend(self, memory: int) -> _Child:
        """Return the child for a while, during which nobody else has it."""
        with self.lock:
            worker, self.child = self._open(memory), None
            return worker

    def take_back(self, worker: _Child) -> None:
        """Keep a child for the next archive, or end it where there is one already."""
        with self.lock:
            if self.child is None:
                self.child = worker
            else:
                worker.close()

    def _register(self) -> None:
        if self.registered:
            return
        self.registered = True
        atexit.register(self.close)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forget)

    def _forget(self) -> None:
        """After a fork the child is still the other process's: only let go of its pipes."""
        self.lock = threading.Lock()
        if self.child is not None:
            self.child.let_go()
            self.child.process.returncode = 0  # not ours to wait for
        self.child = None

    def close(self) -> None:
        """End the child, if there is one."""
        if self.child is not None:
            self.child.close()
        self.child = None


_HOUSE: Final = _House()
_UNPACKERS: Final = _House()
