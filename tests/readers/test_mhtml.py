"""Pages saved in one file."""

import base64
import quopri

import pytest

from careo.errors import InputError
from careo.readers.base import Article
from careo.readers.mhtml import SavedPage
from tests.make import make_received

PARAGRAPHS = [
    "Le pont près du moulin est fermé à toute circulation depuis lundi, annonce le département.",
    "Les travaux dureront trois semaines, et l’ancienne route reste ouverte d’ici là à tous.",
]
LINK = "https://moulin.example.org/2021/03/09/pont"


def page(heading: str = "Pont fermé") -> str:
    """Return a page with one article."""
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    head = f"<html lang=fr><head><title>{heading}</title></head>"
    return f"{head}<body><article><h1>{heading}</h1>{body}</article></body></html>"


def part(data: bytes, kind: str = "text/html", *, encoding: str = "quoted-printable", extra: str = "") -> bytes:
    """Return a part of a saved page."""
    body = quopri.encodestring(data) if encoding == "quoted-printable" else base64.encodebytes(data)
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n{extra}\n".encode() + body


def saved(*parts: bytes, head: str = f"Snapshot-Content-Location: {LINK}\n", more: str = "") -> bytes:
    """Return an MHTML file as Chrome writes it."""
    top = (
        f"From: <Saved by Blink>\n{head}Subject: P\nDate: Fri, 1 Apr 2022 10:00:00 -0000\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related;\n\ttype="text/html";{more}\n\tboundary="bb"\n\n'
    )
    return top.encode() + b"".join(b"--bb\n" + one + b"\n" for one in parts) + b"--bb--\n"


def article(data: bytes) -> Article:
    """Return the article of a saved page."""
    [found] = SavedPage().read(make_received(data, media_type="multipart/related"))
    return found


PICTURE = part(b"\x89PNG", "image/png", encoding="base64", extra="Content-Location: https://moulin.example.org/p.png\n")


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_saved_page_gives_its_article(charset: str, encoding: str, end: bytes) -> None:
    """The page comes out with its address; the day it was saved is not the day it was published."""
    kind = f'text/html; charset="{charset}"'
    data = saved(part(page().encode(charset), kind, encoding=encoding, extra=f"Content-Location: {LINK}\n"), PICTURE)
    found = article(data.replace(b"\n", end))
    assert [one.text for one in found.paragraphs] == ["Pont fermé", *PARAGRAPHS]
    assert (found.title, found.url, found.language) == ("Pont fermé", LINK, "fr")
    assert [(date.value, date.method, date.evidence) for date in found.published] == [
        ("2021-03-09", "url", "/2021/03/09")
    ]


def test_the_page_is_told_from_its_frames() -> None:
    """The start parameter names it, else the address of the snapshot does, else it is the first."""
    frame = part(
        page("Cadre").encode(), "text/html", extra="Content-ID: <frame>\nContent-Location: https://x.example/\n"
    )
    own = part(page().encode(), "text/html; charset=utf-8", extra=f"Content-ID: <own>\nContent-Location: {LINK}\n")
    assert article(saved(frame, own, head="", more=' start="<own>";')).title == "Pont fermé"
    assert article(saved(frame, own)).title == "Pont fermé"
    assert article(saved(own, frame, head="")).title == "Pont fermé"


def test_old_explorer_wraps_the_page_alone() -> None:
    """A file that is one part, as Internet Explorer wrote it, is the page."""
    alone = part(page().encode("cp1252"), 'text/html; charset="Windows-1252"', extra=f"Content-Location: {LINK}\n")
    found = article(b"From: <Saved by Windows Internet Explorer 8>\nMIME-Version: 1.0\n" + alone)
    assert (found.title, found.url) == ("Pont fermé", LINK)


def test_what_is_no_address_is_none() -> None:
    """A page saved from a file or a frame of its own has no address."""
    own = part(page().encode(), extra="Content-Location: cid:frame@mhtml.blink\n")
    assert article(saved(own, head="Snapshot-Content-Location: file:///C:/p.html\n")).url is None


@pytest.mark.parametrize("data", [b"", b"\0\0", saved(), saved(PICTURE), saved(part(b"<p>")), b"--bb\n" * 10_000])
def test_a_file_without_a_page_is_unreadable(data: bytes) -> None:
    """Pictures alone, an empty page and wreckage are refused with a mend."""
    with pytest.raises(InputError, match=";"):
        article(data)
