"""careo lays news reports in many languages side by side; every finding leads back to its sentence."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careo.face import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        """Open the face, and all rooms behind it, when a noun is asked for: the parser's process asks for none."""
        if name[0].isupper() or name == "__all__":
            return getattr(import_module("careo.face"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
