"""What a user may set, with the values that hold when nothing is said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and choices of one desk; plain values, no environment, no globals."""

    max_input_bytes: int = 20_000_000
    """Bytes of one file; a saved news page with inlined pictures stays below 20 MB."""
    max_text_chars: int = 500_000
    """Code points of one report's text; a long magazine feature has 100,000."""
    max_files: int = 100_000
    """Files taken from one call of `build`."""
    parse_seconds: float = 20.0
    """Wall-clock seconds a parser may take for one input."""
    parse_memory_bytes: int = 1_500_000_000
    """Address space of the parser's process."""
    workers: int = 1
    """Worker processes; 1 means the calling process does the work."""
