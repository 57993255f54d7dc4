"""read: from articles to reports."""

import pytest
from tests.make import make_received

from careo.errors import UnreadableInput
from careo.model.seen import PartRole, Published, Report, Run
from careo.readers.base import Article, Paragraph
from careo.readers.guard import parse
from careo.settings import Settings
from careo.stages.read import read

LEAD = "De brug bij de molen is sinds maandag dicht voor alle verkeer, meldt de provincie."
BODY = "Het werk aan de tweede boog duurt drie weken, en tot dan is de oude weg open voor iedereen."
LAST = "Bewoners vinden dat te lang, zegt hun woordvoerder, en ze willen een veerboot over de rivier."


def article(*lines: str, **fields: object) -> Article:
    """Return an article of some lines."""
    return Article(tuple(Paragraph(line) for line in lines), **fields)  # type: ignore[arg-type]


def report_of(*lines: str, **fields: object) -> Report:
    """Return the report of some lines; its parts cover its text, and its spans fit."""
    [report] = read(make_received("\n".join(lines)), (article(*lines, **fields),))
    assert report.parts[0].start == 0
    assert report.parts[-1].end == len(report.text)
    assert all(one.end == two.start for one, two in zip(report.parts, report.parts[1:], strict=False))
    assert all(report.text[credit.start : credit.end] == credit.verbatim for credit in report.credit)
    return report


def parts_of(report: Report) -> list[tuple[PartRole, str, str | None]]:
    """Return role, text and date of each part."""
    return [(part.role, report.text[part.start : part.end].strip(), part.date) for part in report.parts]


def test_a_plain_text_comes_out_whole() -> None:
    """The text is kept letter for letter, with lead and body told apart and nothing invented."""
    report = report_of(LEAD, "", BODY, LAST)
    assert report.text == f"{LEAD}\n\n{BODY}\n{LAST}"
    assert parts_of(report) == [("lead", LEAD, None), ("body", f"{BODY}\n{LAST}", None)]
    assert (report.language, report.title, report.published, report.author) == ("nl", None, None, ())


def test_ids_come_from_content() -> None:
    """The same bytes at the same origin make the same report, item by item."""
    received = make_received("x")
    one, two = read(received, (article(LEAD), article(LEAD)))
    assert (one, two) == read(received, (article(LEAD), article(LEAD)))
    assert one.id != two.id


@pytest.mark.parametrize("lines", [(), ("",), ("\u200b", "-- *")])
def test_an_empty_text_is_unreadable(lines: tuple[str, ...]) -> None:
    """An article without a word is one error that names the origin."""
    with pytest.raises(UnreadableInput, match=r"a\.txt: no text is left"):
        read(make_received("x"), (article(*lines),))


def test_an_archived_text_falls_into_its_parts() -> None:
    """Credit, announcement, remark, caption, appended update and footer each have their role and date."""
    report = report_of(
        "Bron: Joop de Wit,",
        "de dijkbode 9 maart 2021 ~~~",
        "",
        "Redactionele update 12 maart 2021, 20:30: zie onderaan",
        "",
        LEAD,
        "",
        BODY,
        "",
        "[ De schrijver woont aan de dijk -Red]",
        "",
        "Openingsfoto: De molen bij hoog water.",
        "",
        "Update",
        "",
        LAST,
        "Een tweede regel over de veerboot staat hier.",
        "",
        "Gerelateerd (in dit archief):",
        "Dijken en molens",
    )
    assert parts_of(report) == [
        ("note", "Bron: Joop de Wit,\nde dijkbode 9 maart 2021 ~~~", None),
        ("note", "Redactionele update 12 maart 2021, 20:30: zie onderaan", "2021-03-12"),
        ("lead", LEAD, None),
        ("body", BODY, None),
        ("note", "[ De schrijver woont aan de dijk -Red]", None),
        ("caption", "Openingsfoto: De molen bij hoog water.", None),
        ("update", f"Update\n\n{LAST}\nEen tweede regel over de veerboot staat hier.", "2021-03-12"),
        ("furniture", "Gerelateerd (in dit archief):\nDijken en molens", None),
    ]
    assert [(credit.role, credit.name) for credit in report.credit] == [
        ("author", "Joop de Wit"),
        ("outlet", "de dijkbode"),
    ]
    assert report.published is not None
    assert (report.published.value, report.published.method) == ("2021-03-09", "credit")
    assert report.published.evidence in report.text


def test_an_update_bears_its_own_day_before_the_announced_one() -> None:
    """What the heading says goes before what the top of the page says."""
    report = report_of("Bijgewerkt op 12 maart 2021", "", LEAD, BODY, "", "Update 11 maart 2021, 9:00", LAST)
    assert parts_of(report)[-1] == ("update", f"Update 11 maart 2021, 9:00\n{LAST}", "2021-03-11")


def test_two_announced_days_date_no_update() -> None:
    """Where two updates are announced, neither day is guessed for a section that names none."""
    report = report_of(
        "Bijgewerkt op 12 maart 2021", "", "Bijgewerkt op 14 maart 2021", "", LEAD, BODY, "", "Update", LAST
    )
    assert parts_of(report)[-1] == ("update", f"Update\n{LAST}", None)


@pytest.mark.parametrize(
    "line", ["Rectificatie: de brug heet anders dan hier stond.", "Rectificatie (12 maart 2021): de brug heet anders."]
)
def test_a_correction_is_told_apart(line: str) -> None:
    """A paragraph that begins as a correction is one, and the paragraph after it is not."""
    report = report_of(LEAD, BODY, line, LAST)
    assert [role for role, _, _ in parts_of(report)] == ["lead", "body", "correction", "body"]


def test_a_heading_update_at_the_top_rules_one_paragraph() -> None:
    """A live page that begins with an update is not all update."""
    report = report_of("Update", LAST, LEAD, BODY, BODY, BODY)
    assert [role for role, _, _ in parts_of(report)] == ["update", "lead", "body"]


def test_words_of_notes_in_prose_are_body() -> None:
    """Photographs, updates and corrections may be what the report is about."""
    lines = (
        "Foto's van de brug gingen vorige week de hele wereld over, en iedereen vroeg hoe dat kon.",
        "Update of geen update, de brug blijft dicht, zei de woordvoerder van de provincie op 12 maart 2021.",
        "Correctie van de stroming is volgens de ingenieur de enige weg naar een brug die blijft staan.",
    )
    report = report_of(LEAD, *lines)
    assert [role for role, _, _ in parts_of(report)] == ["lead", "body"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Brug bij de molen dicht", "", LEAD, BODY), "Brug bij de molen dicht"),
        (("Wie betaalt de brug?", LEAD, BODY), "Wie betaalt de brug?"),
        (("Oever. " + LEAD, BODY), None),
        (("De brug is dicht.", "", LEAD, BODY), None),
        (("Bron: De Dijkbode", "", LEAD, BODY), None),
        (("Door Els Maas", "", "Brug bij de molen dicht", "", LEAD), "Brug bij de molen dicht"),
    ],
)
def test_the_title_of_a_plain_text_is_its_headline_or_unknown(lines: tuple[str, ...], title: str | None) -> None:
    """A short open first line that stands apart is the headline; a sentence or a credit is none."""
    report = report_of(*lines)
    assert report.title == title
    assert [text for role, text, _ in parts_of(report) if role == "headline"] == ([title] if title else [])


def test_a_given_title_that_stands_in_the_text_is_its_headline() -> None:
    """A page's title is a part only where the text holds it."""
    assert parts_of(report_of("Brug dicht", LEAD, title="Brug dicht"))[0][0] == "headline"
    elsewhere = report_of(LEAD, BODY, title="Brug dicht")
    assert elsewhere.title == "Brug dicht"
    assert parts_of(elsewhere)[0][0] == "lead"


@pytest.mark.parametrize(
    ("lines", "value", "method", "evidence"),
    [
        (("Gepubliceerd op 9 maart 2021, 20:30 uur", "", LEAD), "2021-03-09", "visible", "9 maart 2021"),
        (("OEVER, 9 maart 2021 (ANP) - " + LEAD,), "2021-03-09", "visible", "9 maart 2021"),
        (("Door Els Maas, 9 maart 2021", "", LEAD), "2021-03-09", "visible", "Door Els Maas, 9 maart 2021"),
        (("Bron: De Dijkbode, maart 2021", "", LEAD), "2021-03", "credit", "Bron: De Dijkbode, maart 2021"),
    ],
)
def test_a_date_has_its_evidence_in_the_text(lines: tuple[str, ...], value: str, method: str, evidence: str) -> None:
    """What a reader sees dates the report, letter for letter."""
    report = report_of(*lines)
    assert report.published is not None
    assert (report.published.value, report.published.method) == (value, method)
    assert report.published.evidence == evidence
    assert report.published.evidence in report.text


@pytest.mark.parametrize(
    "lines",
    [
        (LEAD, "Op 9 maart 2021 gaat de brug weer open, aldus de provincie."),
        ("OEVER, 9 maart (ANP) - " + LEAD,),
        ("Bijgewerkt op 9 maart 2021", "", LEAD),
        ("De storm van 9 maart 2021 brak de brug", "", LEAD),
        ("9 maart 2021", LEAD, "10 maart 2021", BODY, "11 maart 2021", LAST),
    ],
)
def test_other_dates_never_date_a_report(lines: tuple[str, ...]) -> None:
    """A day in the story, one without its year, that of an update and those of a chronology leave it undated."""
    assert report_of(*lines).published is None


def test_the_strongest_evidence_dates_the_report() -> None:
    """JSON-LD goes before meta fields, the address, what is visible, and a credit; a date after the capture is none."""
    dates = (
        Published("2021-03-10", "day", "url", "/2021/03/10/"),
        Published("2021-03-11", "day", "json-ld", "2021-03-11"),
        Published("2021-03-12", "day", "meta", "2021-03-12"),
    )
    report = report_of("Gepubliceerd op 9 maart 2021", "", LEAD, published=dates)
    assert report.published == dates[1]


def test_a_declared_language_only_breaks_a_tie() -> None:
    """What the text is written in goes before what the page says; a text too short to tell takes its word."""
    assert report_of(LEAD, BODY, language="en-GB").language == "nl"
    assert report_of("Oever 12", language="nl-NL").language == "nl"
    assert report_of("12").language == "und"


def test_nothing_is_credited_inside_furniture() -> None:
    """A line that is furniture carries no credit."""
    report = report_of(LEAD, BODY, LAST, "Gerelateerd:", "Bron: De Dijkbode")
    assert report.credit == ()


def test_marks_of_the_format_stand() -> None:
    """A heading that the format marks is the headline, whatever it looks like."""
    marked = Article((Paragraph("De brug is dicht.", "headline"), Paragraph(LEAD), Paragraph("Molen.", "caption")))
    [report] = read(make_received("x"), (marked,))
    assert [part.role for part in report.parts] == ["headline", "lead", "caption"]
    assert report.title == "De brug is dicht."


def test_quotes_keep_their_marks() -> None:
    """Every quotation is there with its marks."""
    report = report_of(LEAD, "Hij zei: “Dat duurt te lang.” En hij ging.")
    assert [report.text[quote.start : quote.end] for quote in report.quotes] == ["“Dat duurt te lang.”"]


@pytest.mark.parametrize(
    "line", ["The Inland Courier, 3 May 2024", "Die Warte | 3. Mai 2024", "El Faro del Sur - 3 de mayo de 2024"]
)
def test_a_masthead_with_a_date_dates_the_report(line: str) -> None:
    """A line of an outlet's name and a day, high on the page, says when the report was published."""
    body = " ".join(["The ferry to the island was stopped by the harbour office after a night of wind."] * 3)
    text = f"Ferry stopped\n\n{line}\n\n{body}\n"
    if "Mai" in line or "mayo" in line:
        german = "Die Fähre zur Insel wurde nach einer Nacht mit viel Wind vom Hafenamt gestoppt. "
        spanish = "El barco a la isla fue detenido por la oficina del puerto tras una noche de viento. "
        text = f"Titel der Nachricht\n\n{line}\n\n{(german if 'Mai' in line else spanish) * 3}\n"
    received = make_received(text)
    (report,) = read(received, parse(received, Settings()))
    assert report.published is not None
    assert (report.published.value, report.published.method) == ("2024-05-03", "visible")


def test_a_part_never_spans_two_pages() -> None:
    """Where the original has pages, each part has its page, and a page break ends it."""
    lines = [(LEAD, 1), (BODY, 1), (BODY, 2), (LAST, 2)]
    [report] = read(make_received("x"), (Article(tuple(Paragraph(line, None, page) for line, page in lines)),))
    assert [(part.role, part.page, report.text[part.start : part.end].strip()) for part in report.parts] == [
        ("lead", 1, LEAD), ("body", 1, BODY), ("body", 2, f"{BODY}\n{LAST}"),
    ]  # fmt: skip


def test_what_the_format_calls_furniture_is_nothing_else() -> None:
    """A running head is neither headline nor credit, though it stands first and names the paper and the day."""
    head = Paragraph("De Dijkbode van de week", "furniture", 1)
    source = Paragraph("Bron: Joop de Wit, de dijkbode 9 maart 2021", "furniture", 1)
    [report] = read(make_received("x"), (Article((head, Paragraph(LEAD), Paragraph(BODY), source)),))
    assert [part.role for part in report.parts] == ["furniture", "lead", "body", "furniture"]
    assert (report.title, report.credit, report.published) == (None, (), None)


def test_the_masthead_is_not_the_headline() -> None:
    """Where the outlet's name stands first, the line after it is the title, and the name is the publisher."""
    report = report_of(
        "De Molenpost", "", "Brug bij de molen dicht", "Door Els Maas", "", LEAD, BODY, "© 2021 De Molenpost"
    )
    assert (report.publisher, report.title, report.author) == ("De Molenpost", "Brug bij de molen dicht", ("Els Maas",))
    assert parts_of(report)[0] == ("note", "De Molenpost", None)


def test_the_first_of_two_days_is_the_day_of_publication() -> None:
    """A page that was updated was published before."""
    report = report_of("Brug dicht", "", "Gepubliceerd 9 maart 2021, bijgewerkt 11 maart 2021", "", LEAD, BODY)
    assert report.published is not None
    assert report.published.value == "2021-03-09"


def test_a_heading_of_an_update_late_on_the_page_opens_it() -> None:
    """The same words announce an update at the top and head it further down."""
    report = report_of(LEAD, BODY, "", "Update van 11 maart 2021", LAST)
    assert parts_of(report)[-1] == ("update", f"Update van 11 maart 2021\n{LAST}", "2021-03-11")


def test_a_remark_on_the_page_is_a_note() -> None:
    """What says that the page is made up is not the lead."""
    report = report_of("Brug dicht", "", "Dit bericht is verzonnen.", "", LEAD, BODY)
    assert [(role, text) for role, text, _ in parts_of(report)][1:3] == [
        ("note", "Dit bericht is verzonnen."),
        ("lead", LEAD),
    ]


def test_who_is_known_to_sign_is_in_a_note() -> None:
    """A line of a known writer and a town is no lead."""
    report = report_of("Brug dicht", "Els Maas, Oever", LEAD, BODY, title="Brug dicht", author=("Els Maas",))
    assert [role for role, _, _ in parts_of(report)] == ["headline", "note", "lead", "body"]


def test_the_writer_of_the_source_wrote_the_report() -> None:
    """Where nobody else signs, the author that the source's credit names is the author."""
    assert report_of("Bron: Els Maas, De Dijkbode, 9 maart 2021", "", LEAD).author == ("Els Maas",)


def test_a_remark_inside_a_paragraph_is_a_note() -> None:
    """What editors put in brackets after a full stop is a part of its own; "[sic]" and asides stay in the sentence."""
    remark = "[Noot van de redactie: de brug heet sinds vorig jaar anders.]"
    report = report_of(LEAD, f"{BODY} {remark} De weg [sic] is smal. (De brug ook.)", LAST)
    assert parts_of(report)[1:] == [
        ("body", BODY, None),
        ("note", remark, None),
        ("body", f"De weg [sic] is smal. (De brug ook.)\n{LAST}", None),
    ]


def test_a_paragraph_in_another_language_says_so() -> None:
    """A part confirms the report's language or names its own, one we have no words for too; a short line inherits."""
    spanish = "«No vamos a cruzar ese puente hasta que alguien nos diga que es seguro», dijo una vecina."
    russian = "Мост останется закрытым до осени, заявил представитель провинции журналистам."
    report = report_of(LEAD, spanish, BODY, russian, "Brug.")
    assert [(part.role, part.language) for part in report.parts] == [
        ("lead", "nl"), ("body", "es"), ("body", "nl"), ("body", "ru"), ("body", None),
    ]  # fmt: skip
    assert report.language == "nl"


def test_who_signs_is_the_author_and_no_credit() -> None:
    """A byline names the writer; a credit says whose words the report rests on."""
    report = report_of("Brug dicht", "Door Els Maas", LEAD, BODY, "Bron: ANP")
    assert report.author == ("Els Maas",)
    assert [(credit.role, credit.name) for credit in report.credit] == [("agency", "ANP")]


def test_days_of_comments_date_no_report() -> None:
    """What readers wrote below on other days leaves the day over the report as it is."""
    below = ("Reacties", "Jan, 11 maart 2021", "Eindelijk.", "Piet, 12 maart 2021", "Te laat.")
    report = report_of("Brug dicht", "", "9 maart 2021", "", LEAD, BODY, LAST, BODY.replace("drie", "vier"), *below)
    assert report.published is not None
    assert report.published.value == "2021-03-09"


def test_the_text_leads_back_to_the_source() -> None:
    """Through the reader's places and the cleaning, every run stands letter for letter in the decoded source."""
    source = f"<p>Kon\u00adgres {LEAD}</p>\r\n<p>EspaÃ±a \ufb01ets {BODY}</p>"
    paragraphs = []
    for text in (f"Kon\u00adgres {LEAD}", f"EspaÃ±a \ufb01ets {BODY}"):
        paragraphs.append(Paragraph(text, runs=(Run(0, len(text), source.index(text)),)))
    [report] = read(make_received(source), (Article((Paragraph(""), *paragraphs)),))
    assert report.text == f"Kongres {LEAD}\nEspaña fiets {BODY}"
    assert len(report.runs) > 2
    for run in report.runs:
        assert source[run.source : run.source + run.end - run.start] == report.text[run.start : run.end]
    unmapped = len(report.text) - sum(run.end - run.start for run in report.runs)
    assert unmapped <= len("\n") + len("ñ") + len("fi") + len("a")
