"""The command line: every command parses, makes one call on the desk, prints."""

from careo.cli.app import main

__all__ = ["main"]
