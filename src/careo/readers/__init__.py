"""The wall, inward: one file a format. A reader runs in a child process only, see `guard`."""

from careo.readers.base import Reader
from careo.readers.feed import Feed
from careo.readers.html import WebPage
from careo.readers.jsonfile import JsonFile, JsonLines
from careo.readers.mail import Mail
from careo.readers.markdown import Markdown
from careo.readers.mhtml import SavedPage
from careo.readers.pdf import PdfText
from careo.readers.tables import Table
from careo.readers.text import PlainText

READERS: tuple[Reader, ...] = (
    PlainText(),
    Markdown(),
    WebPage(),
    SavedPage(),
    Feed(),
    PdfText(),
    Mail(),
    Table(),
    JsonFile(),
    JsonLines(),
)
"""The built-in readers; the first that takes a media type has it."""
