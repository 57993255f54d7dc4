"""The wall, inward: one file a format. A reader runs in a child process only, see `guard`."""

from careo.readers.base import Reader
from careo.readers.feed import Feed
from careo.readers.html import WebPage
from careo.readers.pdf import PdfText
from careo.readers.text import PlainText

READERS: tuple[Reader, ...] = (PlainText(), WebPage(), Feed(), PdfText())
"""The built-in readers; the first that takes a media type has it."""
