"""Lay out the registers: claims of one family as a table, each column with every value that a witness gives.

A register chooses and orders claims and adds no fact, so that it is no record of its own: what it shows stands in the
claims, and an export of it can be made from here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from careo.model.inferred import Claim
from careo.model.seen import Statement, StatementType
from careo.render.quoting.index import Index
from careo.render.quoting.quote import lang
from careo.render.quoting.views import Badge
from careo.render.quoting.witness import badges
from careo.render.sections.cells import (
    Reader,
    about,
    according_to,
    armed,
    cell,
    counts,
    force,
    is_unit,
    resting_on,
    sender,
    what,
    when,
    where,
    who,
)
from careo.render.sections.claims import difference_links
from careo.render.sections.lines import missing
from careo.render.sections.register_views import HolderView, RegisterView, RowView, TableView
from careo.render.wording import words
from careo.render.wording.speech import direction

_FEW = 8
"""Claims of one report that are shown unfolded: a screen of them."""
_VICTIMS = ("killed", "injured", "missing", "detained", "displaced")

TITLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "deployments": (
            "Deployments and authorisations",
            "Who lets in or sends which forces, how many, and on what it rests.",
        ),
        "incidents": (
            "Incidents and inquiries",
            "Who is said to have done what to whom, and who looks into it. Figures are never added up.",
        ),
        "agreements": ("Agreements and meetings", "Who agreed or met with whom, and where."),
        "offices": ("Taking and losing office", "Who took, left or lost which office."),
        "measures": ("Emergencies, bans and sanctions", "Who imposed or lifted what, on whom, where and for how long."),
        "votes": (
            "Votes and polls",
            "Who voted or was asked about, with every figure that is given.",
        ),
    }
)
HEADS: Mapping[str, str] = MappingProxyType(
    {
        "when": "When", "what": "What", "by": "By whom", "with": "With whom", "force": "Which force", "whom": "To whom",
        "many": "How many", "where": "Where", "law": "Rests on", "things": "Rests on, with what",
        "source": "According to", "parties": "Who took part", "about": "About", "person": "Who",
        "figures": "How long, how many", "voted": "Who, or about whom",
    }
)  # fmt: skip


def registers(index: Index) -> tuple[RegisterView, ...]:
    """Return the registers that have a row."""
    found = (_register(index, key) for key in TITLES)
    return tuple(one for one in found if one.open.rows or one.folded.rows or one.holders)


def _register(index: Index, key: str) -> RegisterView:
    types, columns = _LAYOUT[key]
    told = [
        (claim, [index.statement(id_) for id_ in claim.statements]) for claim in index.claims if claim.type in types
    ]
    kept = [
        (claim, statements) for claim, statements in told if claim.type != "LAW" or _lets_in(index, claim, statements)
    ]
    kept.sort(key=lambda pair: (_first(pair[1]), index.numbers[pair[0].id]))
    readers = [read for _, read in columns]
    rows = [_row(index, claim, statements, readers) for claim, statements in kept]
    listed = [row for row in rows if any(row.cells[1:])]
    single = [row for row in listed if len(row.reports) < 2]
    folded = single if len(single) > _FEW else []
    heads = [index.speech(HEADS[head]) for head, _ in columns]
    title, note = TITLES[key]
    return RegisterView(
        key=key,
        title=index.speech(title),
        note=index.speech(note),
        open=_table(heads, [row for row in listed if not folded or len(row.reports) > 1]),
        folded=_table(heads, folded),
        bare=len(rows) - len(listed),
        holders=tuple(_holders(index)) if key == "offices" else (),
    )


def _table(heads: Sequence[str], rows: Sequence[RowView]) -> TableView:
    filled = [n for n in range(len(heads)) if any(row.cells[n] for row in rows)]
    return TableView(
        tuple(heads[n] for n in filled),
        tuple(replace(row, cells=tuple(row.cells[n] for n in filled)) for row in rows),
    )


def _first(statements: Sequence[Statement]) -> str:
    """Return the earliest day that is given with its year, to sort by; those without one come last."""
    days = [time.first for statement in statements for time in statement.times if time.role != "said" and time.first]
    return min((day for day in days if day[:4].isdigit()), default="~")


def _row(index: Index, claim: Claim, statements: Sequence[Statement], readers: Sequence[Reader]) -> RowView:
    gaps = (
        missing(gap, index.speech)
        for chain in index.dossier.chains
        if chain.type == "deployment" and any(link.claim == claim.id for link in chain.links)
        for gap in chain.gaps
    )
    return RowView(
        claim=index.numbers[claim.id],
        cells=tuple(cell(index, statements, read) for read in readers),
        badges=tuple(_short(badge) for badge in badges(tuple(statements), index.speech)),
        reports=tuple(sorted(index.numbers[report] for report in claim.reports)),
        origins=len(claim.origins),
        differences=difference_links(index, claim),
        gaps=tuple(dict.fromkeys(gaps)),
    )


def _short(badge: Badge) -> Badge:
    """Leave out of `authorised, not said to have happened` what the sign says."""
    return replace(badge, words=badge.words.partition(",")[0])


def _lets_in(index: Index, claim: Claim, statements: Sequence[Statement]) -> bool:
    """Whether a law is about forces: it counts troops, names a unit, allows an entry or rests on a law that does."""
    if any(link.claim == claim.id for c in index.dossier.chains if c.type == "deployment" for link in c.links):
        return True
    return any(
        any(figure.measure == "troops" for figure in statement.figures)
        or any(index.statement(id_).type in ("DEPLOY", "EXERCISE") for id_ in statement.content)
        or any(is_unit(index, actor) for actor in statement.actors)
        or (statement.subtype == "authorised" and bool(statement.instruments))
        for statement in statements
    )


def _holders(index: Index) -> Iterator[HolderView]:
    """Yield every office that a sentence gives a person, with the person's spellings."""
    known = {entity.id: entity for entity in index.dossier.entities}
    found: dict[tuple[str, str], set[int]] = {}
    for statement in index.dossier.statements:
        for actor in statement.actors:
            entity = index.entity_of.get(actor.mention or "")
            if actor.office and entity is not None and entity.type == "person":
                found.setdefault((entity.id, actor.office), set()).add(index.numbers[statement.report])
    for id_, office in sorted(found, key=lambda key: (known[key[0]].name, key)):
        yield HolderView(
            name=known[id_].name,
            href=f"#e{index.numbers[id_]}",
            office=words.plain(office, index.speech),
            spellings=tuple(
                (name.text, lang(name.language), direction(name.language))
                for name in {name.text: name for name in known[id_].names if name.text != known[id_].name}.values()
            ),
            reports=tuple(sorted(found[id_, office])),
        )


_LAYOUT: Mapping[str, tuple[tuple[StatementType, ...], tuple[tuple[str, Reader], ...]]] = MappingProxyType(
    {
        "deployments": (
            ("LAW", "DEPLOY", "EXERCISE"),
            (
                ("what", what),
                ("when", when),
                ("by", sender),
                ("with", who("partner")),
                ("force", force),
                ("many", counts("troops", "participants", "count")),
                ("where", where),
                ("things", armed),
            ),
        ),
        "incidents": (
            ("ATTACK", "ABUSE", "DETAIN", "PROTEST", "TOLL", "PROBE", "COURT"),
            (
                ("what", what),
                ("when", when),
                ("by", who("perpetrator", "accused", "authority", "investigator", "court", "protester")),
                ("whom", who("victim", "detained", "subject", "defendant", "target", "group")),
                ("many", counts()),
                ("where", where),
                ("source", according_to),
            ),
        ),
        "agreements": (
            ("AGREE", "MEET", "RELATIONS"),
            (
                ("what", what),
                ("when", when),
                ("parties", who("party", "participant", "counterpart", offices=True)),
                ("where", where),
                ("law", resting_on),
                ("about", about),
            ),
        ),
        "offices": (
            ("OFFICE",),
            (
                ("what", what),
                ("when", when),
                ("person", who("holder", offices=True)),
                ("by", who("authority", "accused")),
                ("where", where),
            ),
        ),
        "measures": (
            ("RESTRICT",),
            (
                ("what", what),
                ("when", when),
                ("by", who("imposer")),
                ("whom", who("target")),
                ("figures", counts()),
                ("where", where),
                ("law", resting_on),
                ("source", according_to),
            ),
        ),
        "votes": (
            ("VOTE",),
            (
                ("what", what),
                ("when", when),
                ("voted", who("body", "subject")),
                ("many", counts()),
                ("where", where),
                ("about", about),
                ("source", according_to),
            ),
        ),
    }
)
