"""The interface in other languages."""

import re
from datetime import date
from gettext import NullTranslations

import pytest
from lxml import html

from careo.render.page.html import page
from careo.render.wording.amounts import value_words
from careo.render.wording.speech import ENGLISH, TONGUES, Tongue, speech
from careo.render.wording.when import between, spoken
from tests.render.messages import messages, read
from tests.render.sample import dossier

_PLACES = re.compile(r"\{(\w+)\}")
OTHERS = TONGUES[1:]
# What reports say, the program's reasons and names are in their own language.
_OWN = "ancestor::*[@lang][not(self::html)] or ancestor::bdi or ancestor::q or ancestor::script or ancestor::code"
_SHOWN = f"//body//text()[not({_OWN})] | //@title | //@aria-label | //@data-head | //@data-words"
_EVERYWHERE = {"SHA-256", "Bytes", "Esc", "careo"}
_ALIKE = {
    "de": _EVERYWHERE | {"In", "Name", "Status"},
    "nl": _EVERYWHERE | {"In", "Status", "minister", "(score 0.62)", "(score 1.00)"},
    "es": _EVERYWHERE,
}
"""Texts of the page below that are the same word in both languages."""


def _forms(text: object) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (str(text),)


@pytest.mark.parametrize("tongue", OTHERS)
def test_dates_and_numbers_as_the_language_writes_them(tongue: Tongue) -> None:
    """Days, spans and numbers are written as readers of the language write them."""
    wanted = {
        "de": ("14. Mai 2024", "9. bis 16. November, Jahr unbekannt", "mindestens 1.200", "Mai 2024"),
        "nl": ("14 mei 2024", "9 tot 16 november, jaar onbekend", "minstens 1.200", "mei 2024"),
        "es": ("14 de mayo de 2024", "9 a 16 de noviembre, año desconocido", "al menos 1200", "mayo de 2024"),
    }
    said = speech(tongue)
    span = between("XXXX-11-09", "XXXX-11-16", speech=said)
    assert (spoken("2024-05-14", said), span, value_words(">=1200", said), spoken("2024-05", said)) == wanted[tongue]


def test_every_text_is_translated() -> None:
    """Each catalogue has each text of the code, translated in all its forms, and no other."""
    ours = {message.id for message in messages() if message.id}
    for tongue in OTHERS:
        theirs = {message.id: message.string for message in read(tongue) if message.id}
        assert ours == set(theirs), tongue
        assert [id_ for id_, said in theirs.items() if not all(_forms(said))] == [], tongue


def test_translations_have_the_same_places() -> None:
    """A translation names the same values as the text it translates, and no others."""
    for tongue in OTHERS:
        for message in read(tongue):
            wanted = {place for form in _forms(message.id) for place in _PLACES.findall(form)}
            for said in _forms(message.string):
                assert set(_PLACES.findall(said)) <= wanted, message.id
                if not isinstance(message.id, tuple):
                    assert set(_PLACES.findall(said)) == wanted, message.id


@pytest.mark.parametrize("tongue", OTHERS)
def test_a_page_in_another_language(tongue: Tongue) -> None:
    """The page says its language, its headings are in it, and what reports say stays as it is."""
    english, other = (html.document_fromstring(page(dossier(), version="1", tongue=code)) for code in ("en", tongue))
    assert other.get("lang") == tongue
    heads = [[head.text_content() for head in document.iter("h2")] for document in (english, other)]
    assert len(heads[0]) == len(heads[1])
    assert not set(heads[0]) & set(heads[1])
    quotes = [document.xpath("//*[@data-at]/@data-at") for document in (english, other)]
    assert quotes[0] == quotes[1]


class _Missed(NullTranslations):
    """Stands behind a catalogue and keeps what that has no translation of."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()

    def gettext(self, message: str) -> str:
        self.texts.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.mark.parametrize("tongue", OTHERS)
def test_every_text_of_a_page_is_in_the_catalogue(tongue: Tongue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a page asks for in another language, keys of records too, has its translation."""
    missed = _Missed()
    monkeypatch.setattr(speech(tongue)._catalogue, "_fallback", missed)
    page(dossier(), version="1", tongue=tongue)
    assert not missed.texts
    assert speech(tongue)("no text of ours") in missed.texts


@pytest.mark.parametrize("tongue", OTHERS)
def test_no_english_is_left(tongue: Tongue) -> None:
    """No words of the English page stand on the other but names and words that both languages share."""
    whole = dossier()
    names = {report.publisher for report in whole.reports} | {whole.story.title}
    english, other = (_words_shown(page(whole, version="1", tongue=code)) for code in ("en", tongue))
    assert {words for words in english & other if words not in names} <= _ALIKE[tongue]
    assert len(english - other) > 100


def _words_shown(written: str) -> set[str]:
    texts = html.document_fromstring(written).xpath(_SHOWN)
    return {text.strip(" :\n") for text in texts if re.search(r"[^\W\d_]{2}", text)}


def test_values_in_a_template_are_escaped() -> None:
    """A value that is no markup itself cannot become markup."""
    assert ENGLISH.markup("claim {number}", number="<b>") == "claim &lt;b&gt;"


def test_a_month_has_its_name() -> None:
    """English is English: nothing is looked up in a catalogue."""
    assert (ENGLISH.month(date(2024, 5, 1)), ENGLISH.country("PE"), ENGLISH.language("qu")) == (
        "May 2024",
        "Peru",
        "Quechua",
    )
