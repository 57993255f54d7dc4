"""Makes reports and statements for render tests from their own words, with true ids and offsets."""

from careo.model.ids import capture_id, mention_id, report_id, sha256, statement_id
from careo.model.seen import (
    Actor,
    Credit,
    Figure,
    Modality,
    Part,
    PartRole,
    Polarity,
    Published,
    Report,
    Setting,
    Statement,
    StatementType,
    Time,
    Trigger,
)


def report(
    text: str,
    language: str,
    *,
    parts: tuple[tuple[PartRole, int], ...] = (("body", 0),),
    published: Published | None = None,
    credit: tuple[tuple[str, str, str], ...] = (),
    publisher: str | None = None,
    title: str | None = None,
) -> Report:
    """Return a whole report from its text, with parts by where they start."""
    capture = capture_id(f"{language}.html", None, sha256(text))
    ends = [*(start for _, start in parts[1:]), len(text)]
    return Report(
        id=report_id(capture, 0),
        capture=capture,
        item=0,
        text_sha256=sha256(text),
        language=language,
        title=title,
        publisher=publisher,
        author=(),
        url="https://talhafen.example/bruecke?a=1&b=2" if publisher else None,
        published=published,
        dates=(published,) if published else (),
        credit=tuple(
            Credit(words, text.index(words), text.index(words) + len(words), "agency", name, None)
            for words, _, name in credit
        ),
        parts=tuple(
            Part(role, start, end, language, "2024-05-20" if role == "update" else None, None)
            for (role, start), end in zip(parts, ends, strict=True)
        ),
        quotes=(),
        version_of=None,
        text=text,
        encoding=None,
        runs=(),
    )


class Maker:
    """Makes the parts of statements of one report from the words they stand on."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def span(self, words: str) -> tuple[int, int]:
        start = self.report.text.index(words)
        return start, start + len(words)

    def statement(
        self,
        type_: StatementType,
        sentence: str,
        trigger: str,
        *,
        modality: Modality = "occurred",
        polarity: Polarity = "affirmed",
        **slots: object,
    ) -> Statement:
        start, end = self.span(trigger)
        empty: dict[str, object] = dict.fromkeys(
            ("actors", "places", "times", "figures", "instruments", "equipment", "content", "attribution"), ()
        )
        fields = empty | {"subtype": None, "denied_by": None, "rule": "sample"} | slots
        left, right = self.span(sentence)
        return Statement(
            id=statement_id(self.report.id, self.report.text_sha256, start, end, type_),
            report=self.report.id,
            start=left,
            end=right,
            type=type_,
            trigger=Trigger(trigger, start, end),
            polarity=polarity,
            modality=modality,
            **fields,  # type: ignore[arg-type]
        )

    def actor(self, role: str, words: str, office: str | None = None) -> Actor:
        return Actor(role, self.mention(words, "person"), words, *self.span(words), office)

    def place(self, role: str, words: str) -> Setting:
        return Setting(role, self.mention(words, "place"), words, *self.span(words))

    def mention(self, words: str, type_: str) -> str:
        return mention_id(self.report.id, self.report.text_sha256, *self.span(words), type_)


def figure(made: Maker, measure: str, words: str, *, low: float | None, high: float | None, **more: object) -> Figure:
    start, end = made.span(words)
    fields = {
        "comparator": "=",
        "vague": None,
        "unit": "person",
        "group": None,
        "scope": None,
        "as_of": None,
    } | more
    return Figure(measure=measure, low=low, high=high, verbatim=words, start=start, end=end, **fields)  # type: ignore[arg-type]


def time(made: Maker, words: str, first: str, last: str, precision: str) -> Time:
    start, end = made.span(words)
    return Time("act", words, start, end, first, last, precision, None, "sample")  # type: ignore[arg-type]
