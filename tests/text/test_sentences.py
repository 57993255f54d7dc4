"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.text.sentences import split

DE = [
    ["Am 3. März kam er an.", "Am 4. März ging er."],
    ["Vom 2. bis 7. April blieb das Tor zu.", "Danach war es offen."],
    ["Es waren 28.", "Die Sitzung war zu Ende."],
    ["Es waren 280.", "Niemand ging."],
    ["Nach Artikel 17 Ziffer 4 ist das erlaubt.", "So steht es dort."],
    ["Laut Art. 17 Abs. 4 gilt das z. B. für Boote.", "Und für Züge."],
    ["Dr. A. B. Berger sprach mit Prof. Klein usw.", "Er schwieg."],
    ["Kaiser Otto III. regierte kurz.", "Dann starb er."],
    ["„Ich komme. Ich bleibe“, sagte sie.", "Er nickte."],
    ["Er sagte: „Nein.“", "Dann ging er."],
    ["Was? Wirklich?"[:4], "Wirklich?"],
    ["Sie kam (um 8 Uhr. Nicht später.) an.", "Gut."],
    ["Die Kosten stiegen um 2,5 Mio. Euro."],
    ["Der Zug fährt um 21.30 Uhr.", "Er ist pünktlich."],
    ["Das Amt öffnet um 8 Uhr.", "Besucher warteten."],
    ["Es geschah zum 100. Geburtstag des 2. Kanzlers und im späten 12. Jahrhundert."],
    ["Mehr steht auf S. 7.", "Leser fanden es nicht."],
    ["Sie wohnt Hauptstr. 5, Oberst i. R. Kern in der Parkstr.", "Das ist nah."],
    ["Er kaufte Milch, Brot usw.", "Käse gab es nicht."],
    ["BONN (abc). Der Regen hält an.", "Zuständig ist das Wetteramt (DWA).", "Sturm droht nicht."],
    ["„Wir gehen.", "Wir sind müde.“", "Dann war Ruhe."],
    ["Um 300 v. Chr. Geborene kannten Dipl.-Ing. Krause nicht."],
]
NL = [
    ["Brig.Gen. Karel Smit sprak d.d. 3 maart met drs. De Boer.", "Daarna ging hij."],
    ["Hij zei: “Ik ga. Ik kom terug.”", "Toen vertrok hij."],
    ["‘s Avonds was het stil.", "'s Nachts ook."],
    ["Dat staat in art. 12 lid 3.", "De wet is oud."],
    ["Zij kocht brood, melk enz.", "Daarna sliep ze."],
    ["Het kostte 3 mln. euro."],
    ["Er waren er 31.", "Niemand bleef."],
    ["Brig.-gen. Karel Smit woont in de Kerkstr. 4.", "Iedereen weet het."],
]
ES = [
    ["El Gral. J. P. Ríos viajó a EE. UU. con el Dr. Paz.", "Volvió ayer."],
    ["Llegó a EE. UU.", "El viaje fue largo."],
    ["La Ley N.° 12 y el art. 3 lo permiten.", "Nadie lo discute."],
    ["Dijo: «No iré. No puedo».", "Luego calló."],
    ["¿Quién fue?", "¡Nadie lo sabe!", "Fin."],
    ["La Sra. Luz vive en la Av. Central.", "Es tarde."],
    ["Empezó a las 8 p. m. en la plaza."],
    ["Cerró a las 9 p. m.", "Quedaron pocos."],
    ["Lima, 4 ago. (ABC).- El mar subió.", "Nadie salió."],
]
EN = [
    ["Brig. Gen. Tom Hale met Lt. Col. A. J. Reed.", "They left."],
    ["The U.S. Navy said No. 5 was lost.", "It was found later."],
    ["He lives in the U.S.", "The house is old."],
    ['"Go. Now," she said.', "He went."],
    ["He said: “We stay.”", "Then he left."],
    ["It began at 8 p.m. on Monday.", "It ended at 9 p.m.", "The hall was empty."],
    ["Acme Inc. sold 3.5 million cars.", "Prices rose 2.4 percent."],
    ["She paused … and went on.", "Nobody spoke."],
    ["Is it true?", "Yes!", "So they say."],
    ["“Who goes?” Mr. Hale asked.", "Nobody did."],
    ["“Who goes?”", "Mr. Hale rose from his chair."],
    ["It opens at 9 a.m. Monday and at 10 a.m. Eastern time.", "Visitors queue at 8 a.m.", "Doors stay shut."],
    ["She lives on Oak St.", "The road is long."],
    ["The shop sells phones.", "iPads are sold out.", "See www.shop.com.", "Prices vary."],
]
FR = [
    ["M.-A. Roche a vu le Dr J.-L. Petit.", "L'air était doux."],
    ["« Partons.", "Il est tard. »", "Personne n'a bougé."],
    ["Le bateau est en mer.", "Pour eux, rien ne presse."],
    ["« Où aller ? » a dit Luc.", "Il l'ignore."],
    ["Ils ne sont pas venus. »", "Luc est parti."],
]
IT = [
    ["L'avv. Neri e l'ing. Bruni parlarono.", "Nessuno rispose."],
    ["La Rossini S.p.A. cede pane, vino, ecc.", "Restano i debiti."],
    ["ROMA, 4 ago. - Il mare sale.", "L'area è chiusa."],
    ["«Andiamo.", "È tardi».", "Nessuno si è mosso."],
]
PT = [
    ["O art. 3.º, n.º 2, foi revisto pela Dra. Lima.", "Ninguém leu."],
    ["A loja abre às 9 a.m.", "Clientes esperam.", "Vivem nos EUA.", "Tendo tempo, voltam."],
]
SETS = {"de": DE, "nl": NL, "es": ES, "en": EN, "fr": FR, "it": IT, "pt": PT}
CASES = [(language, case) for language, cases in SETS.items() for case in cases]


@pytest.mark.parametrize(("language", "sentences"), CASES)
def test_split(language: str, sentences: list[str]) -> None:
    """Sentences written one after the other are found again, each whole."""
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split(text, language)] == sentences


def test_a_newline_ends_a_sentence() -> None:
    """A headline without a full stop does not run into the first sentence."""
    text = "Eine Überschrift\nDer erste Satz.  \n\n  Der zweite Satz."
    assert [text[a:b] for a, b in split(text, "de")] == ["Eine Überschrift", "Der erste Satz.", "Der zweite Satz."]


def test_a_long_quotation_is_cut() -> None:
    """A speech in quotation marks is not one sentence."""
    text = "„" + "Das ist ein Satz. " * 40 + "Ende.“"
    assert len(split(text, "de")) > 30


def test_offsets_are_into_the_whole_text() -> None:
    """Asked for a stretch, the spans still point into the text."""
    text = "One. Two. Three."
    assert [text[a:b] for a, b in split(text, "en", 5, 9)] == ["Two."]


@given(st.text(alphabet='aA1 .!?\n“”"(…), ', max_size=60), st.sampled_from(["de", "nl", "es", "en", "und"]))
def test_sentences_cover_the_text(text: str, language: str) -> None:
    """Spans are trimmed, in order, without overlap, and leave out nothing but white space."""
    spans = split(text, language)
    rest, at = "", 0
    for start, end in spans:
        assert at <= start < end
        assert text[start:end] == text[start:end].strip()
        rest, at = rest + text[at:start], end
    assert not (rest + text[at:]).strip()
