"""Undoes what the CSV export does to a cell, as docs/how-to/export.md says it is undone."""

import re


def text(cell: str) -> str:
    """Take off the apostrophe in front of what a spreadsheet might run."""
    return cell[1:] if re.match(r"''*[=+\-@\t\r\n＝＋－＠]", cell) else cell


def texts(cell: str) -> list[str]:
    """Take the values of a slot apart."""
    return [one.replace(r"\|", "|") for one in text(cell).split(" | ")] if cell else []
