"""Every error careo raises, as one tree.

CareoError
├── UsageError            the call or the settings make no sense; the message names the mend
├── InputError            an input cannot be used; becomes a Skip
│   ├── TooLarge          more bytes, text or members than the settings allow
│   ├── UnreadableInput   no reader makes text of it
│   └── ParserDied        the parser ran out of time or memory, or crashed
├── DeskError             the desk file cannot be opened, is locked, or is of a newer careo
├── NotFound              no record of that id in the desk
└── AnchorError           a span, hash or quotation no longer fits what it points at
"""


class CareoError(Exception):
    """The root: catch this to catch all that careo raises on purpose."""


class UsageError(CareoError):
    """The call or the settings make no sense."""


class InputError(CareoError):
    """One input cannot be used; the run goes on and keeps a Skip."""


class TooLarge(InputError):
    """More bytes, text or members than the settings allow."""


class UnreadableInput(InputError):
    """No reader makes text of it."""


class ParserDied(InputError):
    """The parser ran out of time or memory, or crashed."""


class DeskError(CareoError):
    """The desk file cannot be opened, is locked, or is of a newer careo."""


class NotFound(CareoError):
    """No record of that id in the desk."""


class AnchorError(CareoError):
    """A span, hash or quotation no longer fits what it points at."""
