"""E-mail."""

import base64
import quopri
from collections.abc import Sequence

import pytest

from careo.errors import InputError, UnreadableInput
from careo.readers.base import Article
from careo.readers.mail import Mail
from careo.readers.mailing import is_mailing_matter, without_forwarding
from tests.make import make_received
from tests.readers.shown import shown

FIRST = "De brug bij de molen is sinds maandag dicht voor alle verkeer, meldt de provincie in een brief."
SECOND = "Het werk aan de tweede boog duurt drie weken, en tot dan is de oude weg „gewoon” open."
HTML = (
    "<html><head><style>p{}</style></head><body><div style='display:none'>Voorproef</div><table><tr><td>"
    "<a href='https://d.example/v'>Bekijk in browser</a></td></tr><tr><td><h1>Brug dicht</h1>"
    f"<p>{FIRST}</p><p>{SECOND}</p></td></tr><tr><td><p>U ontvangt deze e-mail omdat u lid bent.<br>"
    "<a href='https://d.example/u'>Uitschrijven</a></p></td></tr></table></body></html>"
)
DATE = "Tue, 09 Mar 2021 23:30:00 +0100"
HEAD = f"From: De Dijkbode <brief@d.example>\nSubject: Brug dicht\nDate: {DATE}\nMIME-Version: 1.0\n"


def part(kind: str, text: str, *, encoding: str = "quoted-printable", charset: str = "utf-8", extra: str = "") -> str:
    """Return a MIME part with its headers."""
    data = text.encode(charset)
    body = quopri.encodestring(data) if encoding == "quoted-printable" else base64.encodebytes(data)
    head = f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n{extra}"
    return f"{head}\n{body.decode('ascii')}"


def multi(kind: str, parts: Sequence[str], mark: str = "b1") -> str:
    """Return a part that holds parts."""
    inside = "".join(f"--{mark}\n{one}\n" for one in parts)
    return f'Content-Type: multipart/{kind}; boundary="{mark}"\n\n{inside}--{mark}--\n'


def articles(source: str | bytes) -> tuple[Article, ...]:
    """Return the articles of a message."""
    return Mail().read(make_received(source, media_type="message/rfc822"))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_newsletter_is_an_article(charset: str, encoding: str, end: str) -> None:
    """Subject, sender, date and the text in HTML come out; the boxes around it are furniture, pictures passed over."""
    picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n"
    plain = part("text/plain", FIRST, encoding=encoding, charset=charset)
    rich = part("text/html", HTML, encoding=encoding, charset=charset)
    source = HEAD + multi("mixed", [multi("alternative", [plain, rich], "b2"), picture])
    [found] = articles(source.replace("\n", end))
    assert shown(found) == [
        ("furniture", "Bekijk in browser"), ("headline", "Brug dicht"), (None, FIRST), (None, SECOND),
        ("furniture", "U ontvangt deze e-mail omdat u lid bent."), ("furniture", "Uitschrijven"),
    ]  # fmt: skip
    assert (found.title, found.publisher, found.author) == ("Brug dicht", "De Dijkbode", ())
    assert [(date.value, date.method, date.evidence) for date in found.published] == [("2021-03-09", "header", DATE)]


def test_flowed_lines_are_one_paragraph() -> None:
    """Lines that end with a space go on, a stuffed space goes, and the signature is furniture."""
    text = "De brug bij \nde molen \nis dicht.\n\n From Gent komt niets.\n-- \nDe Dijkbode\n"
    source = HEAD + "Content-Type: text/plain; charset=utf-8; format=flowed\n\n" + text
    assert shown(articles(source)[0])[1:] == [
        (None, "De brug bij de molen is dicht."), (None, "From Gent komt niets."), ("furniture", "De Dijkbode"),
    ]  # fmt: skip


def test_encoded_words_are_read() -> None:
    """Subject and sender in RFC 2047, folded, with a comma inside a name; a raw one in UTF-8 as well."""
    head = (
        "From: =?utf-8?q?M=C3=BChle=2C_Br=C3=BCcke_=26_Co?= <a@d.example>\n"
        "Subject: =?iso-8859-1?q?Br=FCcke_?=\n =?utf-8?b?Z2VzcGVycnQ=?=\n\n"
    )
    [found] = articles(head + FIRST)
    assert (found.title, found.publisher) == ("Brücke gesperrt", "Mühle, Brücke & Co")
    [raw] = articles(f"Subject: Brücke\nFrom: Mühle <a@d.example>\n\n{FIRST}")
    assert (raw.title, raw.publisher) == ("Brücke", "Mühle")


@pytest.mark.parametrize("subject", ["=?utf-8?b?A?=", "=?i\ufffdso?q?a?=", "=?none?q?a?=", "=?utf-8?q?=FF?=", "=?"])
def test_broken_encoded_words_break_nothing(subject: str) -> None:
    """A subject that cannot be decoded stays as it is, or loses what is broken."""
    assert articles(f"Subject: {subject} Brug\n\n{FIRST}")[0].title


@pytest.mark.parametrize("sender", ["brief@d.example", '"brief@d.example" <brief@d.example>', "<>", "a@b <c@d>", ""])
def test_an_address_is_no_name(sender: str) -> None:
    """A sender without a name leaves the publisher unknown."""
    assert articles(f"From: {sender}\n\n{FIRST}")[0].publisher is None


@pytest.mark.parametrize("mark", ["Fwd: ", "WG: ", "Re: FW: ", "RV: ", "TR: ", "Doorst: "])
def test_a_forwarded_message_has_neither_day_nor_publisher(mark: str) -> None:
    """Who forwards is not who wrote, and the day of forwarding is not the day of publication."""
    [found] = articles(HEAD.replace("Subject: ", f"Subject: {mark}") + part("text/plain", FIRST))
    assert (found.title, found.publisher, found.published) == ("Brug dicht", None, ())


def test_attached_messages_are_articles_of_their_own() -> None:
    """Messages inside a message come out in their order, and a word over them is none."""
    inner = [
        f"Content-Type: message/rfc822\n\nFrom: Bode {n} <a@d.example>\nSubject: S{n}\n\n{FIRST}\n" for n in (2, 1)
    ]
    nested = "Content-Type: message/rfc822\n\nSubject: S0\n" + multi("mixed", [inner[0]], "b3")
    found = articles(HEAD + multi("mixed", [part("text/plain", "Zie hier."), nested, inner[1]]))
    assert [(one.title, one.publisher) for one in found] == [("S2", "Bode 2"), ("S1", "Bode 1")]


def test_attachments_are_passed_over() -> None:
    """A text file hung on a message is not its text."""
    hung = part("text/plain", SECOND, extra="Content-Disposition: attachment; filename=a.txt\n")
    assert shown(articles(HEAD + multi("mixed", [part("text/plain", FIRST), hung]))[0])[1:] == [(None, FIRST)]


def deep(levels: int) -> str:
    """Return a message of parts inside parts."""
    text = part("text/plain", FIRST)
    for level in range(levels):
        text = multi("mixed", [text], f"m{level}")
    return text


@pytest.mark.parametrize(
    "source",
    [
        "", "\n\n\n", "From: a", deep(30), deep(2000), HEAD + multi("mixed", [""] * 6000),
        HEAD + part("application/pdf", "x"), HEAD + part("text/plain", " \n"),
        HEAD + "Content-Type: multipart/mixed\n\nno boundary", "Content-Type: message/rfc822\n\n" * 3000,
        HEAD + "Content-Type: text/html; charset=base64\nContent-Transfer-Encoding: base64\n\n=",
    ],
)  # fmt: skip
def test_a_message_without_text_is_unreadable(source: str) -> None:
    """Empty, bottomless, encrypted and broken messages are refused with a mend."""
    with pytest.raises(InputError, match=";"):
        articles(source)


@pytest.mark.parametrize(
    "text",
    [
        "Unsubscribe", "If you no longer wish to get this newsletter, unsubscribe here at any time, or write to us.",
        "Newsletter abbestellen", "Im Browser öffnen: hier klicken, im Browser ansehen", "Ver en el navegador",
        "Se désabonner", "Cancelar inscrição", "Annulla l’iscrizione",
    ],
)  # fmt: skip
def test_mailing_matter_is_known(text: str) -> None:
    """Set phrases of newsletters about themselves, in seven languages."""
    assert is_mailing_matter(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister told students to unsubscribe from the idea that the province would pay for all of it alone.",
        "La version web del informe, que el gobierno presentó el lunes en la capital, tiene cien páginas más que ésta.",
        "Een browser is een programma.", FIRST, SECOND,
    ],
)  # fmt: skip
def test_a_sentence_about_the_world_is_no_mailing_matter(text: str) -> None:
    """A long sentence that uses one of the words stays text."""
    assert not is_mailing_matter(text)


def test_answer_marks_go_without_a_word() -> None:
    """Only marks of forwarding say that the sender is another."""
    assert without_forwarding("Re: AW: Brug") == ("Brug", False)
    assert without_forwarding("I: Ponte") == ("Ponte", True)
    assert without_forwarding("Reis naar Gent") == ("Reis naar Gent", False)


def test_forwarded_only_by_its_mark() -> None:
    """An unreadable message says so."""
    with pytest.raises(UnreadableInput):
        articles("Subject: Fwd:\n\n")
