"""Lines of codes over agency reports."""

import pytest

from careo.text.sheet.layout import lines_of
from careo.text.sheet.slug import slugs


@pytest.mark.parametrize("line", ["dpa0815 4 pl 220 efgh", "AFP-1234 5 INT 0099", "EFE 0042 xx-yy"])
def test_a_line_of_codes_is_told(line: str) -> None:
    """An agency's sign with a number, and nothing but codes after it, is no headline."""
    text = f"{line}\n\nThe bridge at the mill is closed\n\nIt is closed since Monday."
    assert slugs(text, lines_of(text)) == {0}


@pytest.mark.parametrize("line", ["Reuters 2020 report tells of bridges", "Boeing 737 lands in river", "AFP is 80"])
def test_a_headline_with_a_number_stays(line: str) -> None:
    """Words after the number make it a line of the report."""
    text = f"{line}\n\nThe bridge at the mill is closed since Monday."
    assert slugs(text, lines_of(text)) == frozenset()
