"""Folding: white space, case and accents aside, for looking quotes and names up in texts."""

import re
import unicodedata


class Folded:
    """A text with its white space folded, which remembers where each character stood."""

    def __init__(self, text: str) -> None:
        kept = [n for n, c in enumerate(text) if not c.isspace() or (n and not text[n - 1].isspace())]
        self.text = "".join(" " if text[n].isspace() else text[n] for n in kept)
        self._at = kept

    def find(self, quote: str) -> tuple[int, int]:
        """Return where a quote stands in the text as it was, or (-1, -1)."""
        wanted = folded(quote)
        at = self.text.find(wanted)
        return (self._at[at], self._at[at + len(wanted) - 1] + 1) if at >= 0 and wanted else (-1, -1)


def folded(text: str) -> str:
    """Return the text with white space folded to single spaces, in NFC."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def plain(text: str) -> str:
    """Return the text without case and accents, for comparing names across spellings."""
    stripped = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return folded(stripped.casefold())


def within(name: str, other: str) -> bool:
    """Tell whether one of two names stands in the other, whole words only, case and accents aside."""
    shorter, longer = sorted((plain(name), plain(other)), key=len)
    return bool(shorter) and re.search(rf"(?<!\w){re.escape(shorter)}(?!\w)", longer) is not None
