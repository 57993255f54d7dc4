"""`careo search`: the sentences in which words stand."""

from collections.abc import Iterable

import click

from careo.cli.labels import Labels
from careo.cli.layout import shortened, table
from careo.cli.options import desk_option, json_option, opened
from careo.cli.output import json_line, say
from careo.desk import Desk
from careo.model.seen import Report
from careo.search import Hit

HEADINGS = ("REPORT", "DATE", "SOURCE", "SENTENCE")


@click.command(epilog="Example: careo search soldiers 'Comando Sur'")
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option("--language", metavar="CODE", help="Only reports in this language, such as nl.")
@click.option("--literally", is_flag=True, help="Not also the other names of what the words name.")
@desk_option
@json_option
def search(*, words: tuple[str, ...], language: str | None, literally: bool, desk_path: str, as_json: bool) -> None:
    """List the sentences that have all the WORDS, in every language that can be read.

    Words that follow each other stand in quotation marks. Case and accents do not count, and a word may go on:
    soldat finds Soldaten. A name is looked for in all spellings that careo joined to it, which are listed first.
    """
    with opened(desk_path) as desk:
        found = desk.search(words, language=language, literally=literally)
        if as_json:
            say(json_line(report=h.report, start=h.start, end=h.end, quote=_quote(desk, h)) for h in found)
            return
        for word in () if literally else words:
            if others := desk.spellings(word):
                click.echo(f"{word}: also {', '.join(others)}", err=True)
        hits = list(found)
        if not hits:
            click.echo("no sentence has them: a word is found from its beginning, and in no other language", err=True)
        say(table(HEADINGS, _rows(desk, hits)) if hits else ())


def _rows(desk: Desk, found: Iterable[Hit]) -> list[tuple[str, ...]]:
    hits = list(found)
    names, labels = shortened(hit.report for hit in hits), Labels(desk)
    return [(names[h.report], _date(desk, h), labels.report(h.report), _quote(desk, h)) for h in hits]


def _date(desk: Desk, hit: Hit) -> str:
    return desk.record(Report, hit.report).date or "?"


def _quote(desk: Desk, hit: Hit) -> str:
    return desk.quote(hit.report, hit.start, hit.end)
