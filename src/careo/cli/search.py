"""`careo search`: which reports hold certain words, in any language."""

from collections.abc import Iterator, Sequence

import click

from careo.cli.labels import Labels
from careo.cli.layout import shortened, table
from careo.cli.options import desk_option, json_option, opened
from careo.cli.output import json_line, say
from careo.desk import Desk
from careo.text.hits import Hit

HEADINGS = ("REPORT", "DATE", "BY", "WHERE")
AROUND = 40
"""Characters shown before and behind the words."""


@click.command(epilog="Example: careo search Gdańsk 1500")
@click.argument("words", metavar="WORD...", nargs=-1, required=True)
@desk_option
@json_option
def search(*, words: tuple[str, ...], desk_path: str, as_json: bool) -> None:
    """List the reports in which all the words stand, in any language.

    Words are looked up as they are written, whatever their case, also inside longer ones; "two words" in one argument
    stand side by side. Names are not translated: give each language's own.
    """
    with opened(desk_path) as desk:
        found = desk.search([word for word in words if word.strip()])
        say(map(_as_json, found) if as_json else table(HEADINGS, _rows(desk, found)))


def _rows(desk: Desk, found: Sequence[Hit]) -> Iterator[tuple[str, ...]]:
    labels, names = Labels(desk), shortened(hit.report.id for hit in found)
    for hit in found:
        published = hit.report.published
        passage = hit.report.text[max(0, hit.start - AROUND) : hit.end + AROUND]
        yield names[hit.report.id], published.value if published else "?", labels.report(hit.report.id), passage


def _as_json(hit: Hit) -> str:
    report = hit.report
    return json_line(
        report=report.id,
        language=report.language,
        publisher=report.publisher,
        published=report.published.value if report.published else None,
        start=hit.start,
        end=hit.end,
        quote=report.text[hit.start : hit.end],
    )
