"""The version of this careo, as installed."""

from importlib.metadata import version

VERSION = version("careo")
