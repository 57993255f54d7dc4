"""Page furniture in a report's text."""

import pytest

from careo.text.sheet.furniture import furniture
from careo.text.sheet.layout import lines_of

PROSE = {
    "de": "Die Brücke an der Mühle ist seit Montag gesperrt, teilte die Provinz mit. Die Arbeiten dauern drei Wochen.",
    "nl": "De brug bij de molen is sinds maandag dicht, meldt de provincie. Het werk duurt drie weken.",
    "es": "El puente junto al molino está cerrado desde el lunes, informó la provincia. La obra dura tres semanas.",
    "en": "The bridge near the mill has been closed since Monday, the province said. Work takes three weeks.",
}


def marked(language: str, *paragraphs: str, outlet: str | None = None) -> list[str]:
    """Return the paragraphs told to be furniture."""
    text = "\n".join(paragraphs)
    lines = lines_of(text)
    found = furniture(text, lines, language, outlet=outlet)
    return [text[lines[index].start : lines[index].end] for index in sorted(found)]


@pytest.mark.parametrize(
    ("language", "appeal"),
    [
        ("de", "Mit Ihrer Spende können wir weiter vor Ort berichten."),
        ("de", "Unterstützen Sie uns mit einem Abo!"),
        ("de", "Unseren Newsletter können Sie hier kostenlos bestellen: Wir schreiben Ihnen jeden Morgen."),
        ("nl", "Steun ons werk met een gift, dan kunnen wij blijven schrijven."),
        ("nl", "Meld je aan voor onze nieuwsbrief."),
        ("es", "Apoye nuestro periodismo con una donación mensual."),
        ("es", "Con tu aporte podemos seguir informando cada día."),
        ("es", "Suscríbete a nuestro boletín."),
        ("en", "With your donation we can keep a reporter in the region."),
        ("en", "Support our journalism: become a member today."),
        ("en", "Sign up for our newsletter."),
        ("en", "Donate now!"),
    ],
)
def test_an_appeal_between_paragraphs_is_furniture(language: str, appeal: str) -> None:
    """What asks the reader for money or an address is furniture, and only that."""
    assert marked(language, PROSE[language], appeal, PROSE[language]) == [appeal]


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("de", "Für die Opfer des Erdbebens sind bisher Spenden in Höhe von 4 Millionen Euro eingegangen."),
        ("de", "Die Partei hatte ihre Spenden jahrelang nicht gemeldet, und die Staatsanwaltschaft prüft den Fall."),
        ("de", "Der Bürgermeister rief: „Wir brauchen Ihre Spende, bitte unterstützen Sie uns!“"),
        ("de", "Jetzt spenden die Nachbarn Decken und Zelte für die Lager an der Grenze."),
        ("nl", "De donaties voor de slachtoffers van de aardbeving lopen op tot vier miljoen euro."),
        ("nl", "De partij verzweeg een gift van twee ton, bleek uit de boeken die wij niet mochten inzien."),
        ("nl", "“Steun ons met uw gift, wij hebben niets meer”, zei de woordvoerder van het dorp."),
        ("es", "Las donaciones para los damnificados del terremoto llegan ya a cuatro millones de euros."),
        ("es", "El partido ocultó su donación durante años, según la fiscalía."),
        ("es", "«Apóyenos con su donación, no tenemos nada», pidió la alcaldesa."),
        ("en", "Donations for the victims of the earthquake have reached four million euros."),
        ("en", "The US said your donation to the party must be declared, a lawyer told the court."),
        ("en", "The mayor pleaded: “Please support us, we need your donation.”"),
        ("en", "Support for the party's donation rules fell after the scandal, and members left."),
        ("en", "Related inquiries into the company were closed last year without a charge."),
    ],
)
def test_news_about_giving_is_no_furniture(language: str, paragraph: str) -> None:
    """Reports on donations, scandals and quoted appeals stay body."""
    assert marked(language, PROSE[language], paragraph, PROSE[language]) == []


def test_the_question_that_leads_up_to_an_appeal_belongs_to_it() -> None:
    """A short question directly before an appeal is furniture; any other question is not."""
    appeal = "Mit Ihrer Spende können wir weiter vor Ort berichten."
    assert marked("de", PROSE["de"], "Lust auf mehr?", appeal, PROSE["de"]) == ["Lust auf mehr?", appeal]
    assert marked("de", PROSE["de"], "Wer haftet?", PROSE["de"], appeal) == [appeal]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("de", "Mehr zum Thema"),
        ("nl", "Gerelateerd (in ons archief):"),
        ("es", "Te puede interesar"),
        ("en", "Read also:"),
    ],
)
def test_the_list_at_the_end_is_furniture_with_its_heading(language: str, heading: str) -> None:
    """A heading for related articles takes the list after it along, to the end of the text."""
    items = ["Zug 12", "Storm 2019", "https://example.org/a"]
    assert marked(language, PROSE[language], heading, *items) == [heading, *items]


def test_a_related_box_in_mid_text_ends_where_the_prose_goes_on() -> None:
    """Only the list itself is furniture, not the paragraphs after it."""
    found = marked("en", PROSE["en"], "", "Related articles", "Storm over the dyke", "", PROSE["en"])
    assert found == ["Related articles", "Storm over the dyke"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Teilen Drucken WhatsApp"),
        ("de", "12 Kommentare"),
        ("de", "Wir verwenden Cookies, um Ihnen die Seite zu zeigen."),
        ("de", "Lesen Sie auch: Der Deich von gestern"),
        ("nl", "Deel dit artikel op Facebook"),
        ("nl", "Reacties (3)"),
        ("es", "Compartir en X"),
        ("es", "© 2021 Todos los derechos reservados"),
        ("en", "Share this article on Twitter"),
        ("en", "4 comments"),
        ("en", "We use cookies to improve your visit."),
        ("en", "All rights reserved."),
        ("en", "Tags: bridges, storms"),
    ],
)
def test_the_small_change_of_pages_is_furniture(language: str, line: str) -> None:
    """Sharing, comments, cookies, rights and tags are furniture."""
    assert marked(language, PROSE[language], PROSE[language], line) == [line]


def test_a_language_without_words_has_no_furniture() -> None:
    """Nothing is guessed where there is no word list."""
    assert marked("und", PROSE["en"], "Donate now!") == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Aus dem Archiv der Inselpost, Nr. 12"),
        ("de", "Dieser Text liegt in unserem Textarchiv."),
        ("de", "Der Beitrag Sturm am Deich erschien zuerst auf Inselpost."),
        ("de", "Impressum | Datenschutz | Kontakt"),
        ("nl", "Archief Inselpost, jaargang 12"),
        ("nl", "Verwant in ons archief:"),
        ("nl", "Het bericht Storm op de dijk verscheen eerst op Inselpost."),
        ("nl", "Lees verder op onze site."),
        ("es", "Archivo de Inselpost, año 12, hoja 4"),
        ("es", "La entrada Tormenta en el dique apareció primero en Inselpost."),
        ("en", "Archive of Inselpost, issue 12"),
        ("en", "The post Storm on the dyke appeared first on Inselpost."),
        ("en", "Inselpost is for its subscribers only. Page 2 of 3"),
        ("en", "Terms | Privacy | Contact"),
    ],
)
def test_the_tail_of_a_page_is_furniture(language: str, line: str) -> None:
    """Archive, imprint and feed lines at the very end are furniture, and nowhere else."""
    assert marked(language, *[PROSE[language]] * 4, line, outlet="Inselpost") == [line]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Das Archiv der Stadt blieb trocken."),
        ("nl", "Het archief van de provincie verhuist in mei."),
        ("es", "El archivo de la provincia se abrirá en mayo."),
        ("en", "The archive of the province was closed."),
        ("en", "The contact was lost."),
        ("en", "The post of director is still free."),
    ],
)
def test_a_report_may_end_on_archives(language: str, line: str) -> None:
    """A last sentence with a word for archives is no tail."""
    assert marked(language, *[PROSE[language]] * 4, line, outlet="Inselpost") == []


@pytest.mark.parametrize(
    ("language", "appeal"),
    [
        ("nl", "Zonder lezers geen nieuws. Steun Inselpost met een klein bedrag"),
        ("de", "Inselpost kommt ohne Werbung aus: Unterstützen Sie das mit 4 Euro."),
        ("es", "Con un aporte usted mantiene abierta nuestra redacción."),
        ("en", "We have no paywall. If you can, give a little each month."),
    ],
)
def test_an_outlet_that_names_itself_asks_for_itself(language: str, appeal: str) -> None:
    """Its own name, or "we", beside what it lives on is an appeal."""
    assert marked(language, PROSE[language], PROSE[language], appeal, PROSE[language], outlet="Inselpost") == [appeal]


def test_a_line_in_another_language_is_judged_by_its_own_words() -> None:
    """An archive's furniture stays in its language under a report in another."""
    english = [PROSE["en"]] * 4
    assert marked("en", *english, "Lesen Sie auch: Der Deich von gestern") == ["Lesen Sie auch: Der Deich von gestern"]
    dutch = "Steun ons werk met een gift, dan kunnen wij elke dag over de dijken van het land blijven schrijven."
    assert marked("en", *english, dutch) == [dutch]


@pytest.mark.parametrize(
    ("language", "line", "asked"),
    [
        ("pt", "Clique aqui e entre no canal do Jornal do Cais no WhatsApp.", True),
        ("es", "Síguenos en Google News para no perderte nada.", True),
        ("de", "Folgen Sie unserem Kanal auf Telegram und verpassen Sie keine Nachricht.", True),
        ("en", "The mayor wrote on WhatsApp that the bridge would follow the old road.", False),
        ("it", "Il sindaco ha scritto su Telegram che la gente segui la strada vecchia.", False),
    ],
)
def test_an_invitation_to_follow_is_furniture(language: str, line: str, asked: bool) -> None:
    """Who is told to follow an outlet on a network reads furniture; who wrote what there is news."""
    text = f"Title\n\n{'Words of the report. ' * 5}\n\n{line}\n\n{'More words of it. ' * 5}"
    assert (2 in furniture(text, lines_of(text), language)) is asked
