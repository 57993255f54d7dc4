"""How a report is called in a table, and which reports stand behind a value."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from careo.desk import Desk
from careo.model.decided import Decision
from careo.model.inferred import Value
from careo.model.seen import Capture, Report, Statement
from careo.render.wording.amounts import listed


def decided_by(desk: Desk, id_: str) -> str:
    """Return who made a decision and why."""
    decision = desk.record(Decision, id_)
    return f"{decision.by}: {decision.reason}"


class Labels:
    """Short names of the reports of a desk, looked up once each."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._names: dict[str, str] = {}
        self._reports: dict[str, str] = {}

    def report(self, id_: str) -> str:
        """Return the publisher of a report, or that it is unknown and the file, and its language."""
        if id_ not in self._names:
            report = self._desk.record(Report, id_)
            self._names[id_] = f"{report.publisher or f'outlet unknown, {self.file(report)}'} ({report.language})"
        return self._names[id_]

    def value(self, value: Value) -> str:
        """Return a value with the reports that give it."""
        by = [f"corrected by {decided_by(self._desk, id_)}" for id_ in value.corrected]
        return f"{listed(value.value)} [{', '.join([self.witnesses(value.statements), *by])}]"

    def values(self, values: Iterable[Value]) -> str:
        """Return the values of a slot side by side, each with its reports."""
        return " / ".join(self.value(value) for value in values)

    def witnesses(self, statements: Iterable[str]) -> str:
        """Return the reports of some statements, each once."""
        return ", ".join(sorted({self.report(self._report_of(statement)) for statement in statements}))

    def file(self, report: Report) -> str:
        """Return the name of the file a report came from, or of the member of an archive."""
        capture = self._desk.record(Capture, report.capture)
        return capture.member or PurePosixPath(capture.origin).name

    def _report_of(self, statement: str) -> str:
        if statement not in self._reports:
            self._reports[statement] = self._desk.record(Statement, statement).report
        return self._reports[statement]
