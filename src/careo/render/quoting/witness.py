"""Show a statement: its full sentence with marks, and a table of what was read in it."""

from careo.model.decided import Correction
from careo.model.inferred import Claim
from careo.model.seen import Report, Statement
from careo.render.quoting.index import Index
from careo.render.quoting.marks import Mark
from careo.render.quoting.quote import lang, own_sentence, quoted, tag
from careo.render.quoting.views import Badge, Gloss, Row, Witness
from careo.render.wording import words
from careo.render.wording.amounts import value_words
from careo.render.wording.slots import SlotLine, slot_lines
from careo.render.wording.speech import ENGLISH, Speech, direction
from careo.render.wording.when import spoken
from careo.text.stretches import holds
from careo.text.telling.performed import is_performed

_APART = frozenset({"update", "correction", "note", "caption"})


def witness(index: Index, statement: Statement, *, only: str | None = None) -> Witness:
    """Show one statement; with `only`, mark and list no slots but those that fill that slot of the claim."""
    report = index.report(statement.report)
    lines = tuple(line for line in slot_lines(statement, index.speech) if only is None or only in line.keys)
    return Witness(
        report=tag(index, report.id),
        badges=badges((statement,), index.speech),
        subtype=words.plain(statement.subtype, index.speech) if statement.subtype else "",
        sentence=quoted(index, report, (statement.start, statement.end), marks=_marks(statement, lines), anchored=True),
        rows=(
            *(_row(index, statement, line) for line in lines),
            *(_said(index, statement) if only is None else ()),
        ),
        rule=statement.rule,
        part=_part(index, report, statement),
        corrected=tuple(
            _corrected(one, index.speech)
            for one in index.dossier.corrections
            if one.statement == statement.id and only in (None, one.slot, one.kind)
        ),
    )


def _part(index: Index, report: Report, statement: Statement) -> str:
    """Name the part of a report that was written at another time or by others: an update, a correction, a note."""
    part = next(part for part in report.parts if part.start <= statement.start < part.end)
    label = words.PARTS[part.role] if part.role in _APART else None
    if label is None:
        return ""
    return ", ".join((index.speech(label), *((spoken(part.date, index.speech),) if part.date else ())))


def _corrected(one: Correction, speech: Speech) -> str:
    """Say what a person laid over a slot: which words, what value, who, when and why."""
    at = f" (“{one.place.quote}”)" if one.place else ""
    value = speech("unknown") if one.value is None else value_of(one.slot, one.value, speech)
    return f"{words.slot(one.slot, speech)}{at}: {value}. {words.by(one.decision, speech)}"


def value_of(slot: str, value: str, speech: Speech = ENGLISH) -> str:
    """Put a value in words where its slot says how to read it."""
    if slot == "time":
        return spoken(value, speech)
    if slot in ("polarity", "modality"):
        return words.plain(value, speech)
    return value_words(value, speech) if slot.startswith("figure:") else value


def badges(statements: tuple[Statement, ...], speech: Speech) -> tuple[Badge, ...]:
    """Say whether the thing happened, is planned, denied ...; each word once."""
    found: dict[Badge, None] = {}
    for statement in statements:
        against = words.POLARITIES[statement.polarity]
        if against is not None:
            by, said = statement.denied_by, speech(against[1])
            said = speech("{denied} by {who}", denied=said, who=by) if by else said
            found[Badge(against[0], said, against[2])] = None
        # "Said to have happened" beside "denied" would say two things at once.
        if against is None or words.MODALITIES[statement.modality][2] != "done":
            known = words.PERFORMED if is_performed(statement) else words.MODALITIES
            glyph, said, look = known[statement.modality]
            found[Badge(glyph, speech(said), look)] = None
    return tuple(found)


def gloss(index: Index, claim: Claim) -> Gloss:
    """Return a claim's wording with its language, where one of its reports has these very words."""
    for id_ in claim.statements:
        report = index.report(index.statement(id_).report)
        if claim.gloss in report.text:
            return Gloss(claim.gloss, lang(report.language), direction(report.language))
    return Gloss(claim.gloss, "", "auto")


def _marks(statement: Statement, lines: tuple[SlotLine, ...]) -> tuple[Mark, ...]:
    trigger = statement.trigger
    slots = (_mark(line) for line in lines if line.start < line.end)
    return (*slots, Mark(trigger.start, trigger.end, "trigger", ""))


def _mark(line: SlotLine) -> Mark:
    return Mark(line.start, line.end, line.kind, line.label)


def _row(index: Index, statement: Statement, line: SlotLine) -> Row:
    if line.start >= line.end:
        return Row(line.kind, line.label, None, line.reading, None)
    report = index.report(statement.report)
    written = quoted(index, report, (line.start, line.end))
    if holds(statement, line):
        return Row(line.kind, line.label, written, line.reading, None)
    sentence = own_sentence(report, line.start, line.end)
    return Row(line.kind, line.label, written, line.reading, quoted(index, report, sentence, marks=(_mark(line),)))


def _said(index: Index, statement: Statement) -> list[Row]:
    """What this statement says, authorises or investigates, where that is a statement of its own."""
    rows = []
    for id_ in statement.content:
        inner = index.statement(id_)
        written = quoted(index, index.report(inner.report), (inner.trigger.start, inner.trigger.end))
        claims = index.claims_of.get(id_, ())
        rows.append(
            Row(
                "content", index.speech("about"), written, index.speech(words.STATEMENT_TYPES[inner.type]), None, claims
            )
        )
    return rows
