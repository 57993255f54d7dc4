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
    max_members: int = 1_000_000
    """Members of one archive, those passed over among them; a web archive of 10 GB has some 500,000 records."""
    max_unpacked_bytes: int = 200_000_000_000
    """Bytes that one archive may unpack to, archives inside it counted again."""
    max_ratio: int = 200
    """How many times its packed size something may unpack to. Texts pack 27-fold at most (273 files of more than
    20 kB from the evaluation sets, deflate), archive bombs a thousandfold and more."""
    max_depth: int = 3
    """Archives inside archives: a zip that holds a tar that holds a web archive has a depth of 3."""
    unpack_seconds: float = 60.0
    """Wall-clock seconds an archive may take for its next member."""
    parse_seconds: float = 20.0
    """Wall-clock seconds a parser may take for one input."""
    parse_memory_bytes: int = 1_500_000_000
    """Address space of the parser's process."""
    workers: int = 1
    """Worker processes; 1 means the calling process does the work."""
    gazetteer: str = ""
    """A CSV file with places of your own, which go before the bundled ones; empty for none."""
