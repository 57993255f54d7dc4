"""Readers that do what a parser does when a file breaks it; named to the child like any other reader."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from careo.model.seen import Received
from careo.readers.base import Article, Paragraph


@dataclass(frozen=True)
class Hostile:
    """Does what the first line of the input says, else gives the input back as text."""

    media_types: tuple[str, ...] = ("text/plain",)

    def read(self, received: Received) -> tuple[Article, ...]:
        """Obey."""
        text = received.data.decode()
        order = text.split("\n")[0]
        deeds: dict[str, Callable[[], object]] = {
            "hang": lambda: time.sleep(600),
            "hang deaf": _hang_deaf,
            "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
            "exit": lambda: os._exit(0),
            "eat": lambda: bytearray(8_000_000_000),
            "raise": lambda: [][0],
            "recurse": _recurse,
            "connect": lambda: socket.socket(),
            "spawn": lambda: subprocess.Popen([sys.executable, "-c", ""]),
            "print": lambda: os.write(1, b"noise on standard output"),
            "surrogate": lambda: None,
        }
        if order in deeds:
            deeds[order]()
        tail = "\ud800" if order == "surrogate" else ""
        return (Article((Paragraph(text + tail),), title=str(os.getpid())),)


def _hang_deaf() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


def _recurse() -> None:
    _recurse()
