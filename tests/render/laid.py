"""The sample dossier with what exports look up beside it: captures, and a mention behind every slot."""

from dataclasses import replace

from careo.model.inferred import Dossier
from careo.model.seen import Capture, Mention, MentionType, Place, Statement
from tests.render.sample import dossier

TOWN = Place("Talhafen", "DE", "town", 54.5, 8.25, ("Norwarden", "Germany"), "Hafen", ("Talhafen, Norwegen",))
CAPTURED = "2024-05-21T08:30:00+02:00"


def laid_out(*, place: Place = TOWN) -> Dossier:
    """Return the sample; every place in it is `place`."""
    whole = dossier()
    mentions = {one.id: one for statement in whole.statements for one in _mentions(statement, place)}
    captures = tuple(
        Capture(report.capture, f"{number:064x}", f"in/{number}.html", None, "text/html", 9, CAPTURED, None, None)
        for number, report in enumerate(whole.reports)
    )
    return replace(whole, captures=captures, mentions=tuple(mentions.values()))


def _mentions(statement: Statement, place: Place) -> list[Mention]:
    def made(id_: str, at: tuple[int, int], type_: MentionType, verbatim: str) -> Mention:
        value = place if type_ == "place" else None
        return Mention(id_, statement.report, *at, type_, verbatim, value, None)

    who = [made(a.mention, (a.start, a.end), "person", a.verbatim) for a in statement.actors if a.mention]
    return who + [made(p.mention, (p.start, p.end), "place", p.verbatim) for p in statement.places]
