"""Small PDF files, written by hand: each line at its place on its page."""

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter

Set = tuple[float, float, float, str]
"""A line as it is set: x, y, size of type, words."""


def make_pdf(*pages: Sequence[Set], info: str = "", root: str = "") -> bytes:
    """Return a PDF of A4 pages in Helvetica; `info` and `root` are entries of those dictionaries, in PDF's syntax."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>",
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        drawn = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({_escaped(words)}) Tj ET" for x, y, size, words in page)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream",
        ]
    return _file([*objects, f"<< {info} >>"])


def without_letters(data: bytes) -> bytes:
    """Return the PDF with a font that maps each sign from `A` to `Z` to a place where Unicode has no letter."""
    table = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <41> <5A> <E001> endbfrange"
    encoding, stream = b"/Encoding /WinAnsiEncoding", b"<< /Length %d >>\nstream\n%s\nendstream" % (len(table), table)
    start, end = data.index(b"xref\n"), data.index(b"trailer")
    # The table of places is left out: a reader finds the objects by itself.
    body = data[:start].replace(encoding, encoding + b" /ToUnicode 99 0 R")
    return body + b"99 0 obj\n" + stream + b"\nendobj\n" + data[end:]


def set_lines(*lines: str, top: float = 780, x: float = 70, size: float = 10, leading: float = 12) -> list[Set]:
    """Return lines one below the other; an empty one leaves half a line of room."""
    placed: list[Set] = []
    for line in lines:
        if line:
            placed.append((x, top, size, line))
        top -= leading if line else leading / 2
    return placed


def locked(data: bytes, password: str) -> bytes:
    """Return the PDF, to be opened with a password only."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[str]) -> bytes:
    data, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        starts.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>"
    return data + f"{tail}\nstartxref\n{len(data)}\n%%EOF\n".encode()
