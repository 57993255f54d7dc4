"""Archives made in the tests, whole ones and hostile ones."""

import gzip
import hashlib
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = (
    b"<!DOCTYPE html><html lang='en'><head><title>Ferry stops</title></head><body><article><h1>Ferry stops</h1>"
    b"<p>The ferry across the Lune stopped on Monday, the harbour office said, because of low water.</p>"
    b"<p>It carried some ninety people a day and shall run again after Easter, a clerk wrote.</p></article></body>"
)
NOTE = b"The mill at Farrow Bridge was sold on Tuesday, the parish council said.\n"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)


def zip_of(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, method)
    return buffer.getvalue()


def tar_of(files: Mapping[str, bytes], mode: str = "w", extra: Sequence[tarfile.TarInfo] = ()) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for info in extra:
            archive.addfile(info)
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def tar_link(name: str, kind: bytes, target: str = "/etc/passwd") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


class Warc:
    """A WARC that is written record by record."""

    def __init__(self, *, packed: bool = True) -> None:
        self.buffer = io.BytesIO()
        self.writer = WARCWriter(self.buffer, gzip=packed, warc_version="1.1")
        self.writer.write_record(self.writer.create_warcinfo_record("a.warc", {"software": "tests"}))

    def add(
        self,
        url: str,
        body: bytes,
        type_: str = "text/html; charset=utf-8",
        *,
        status: str = "200 OK",
        date: str = "2025-01-03T12:00:00Z",
        said: Mapping[str, str] | None = None,
        http: Mapping[str, str] | None = None,
    ) -> str:
        """Write a response; return its payload digest."""
        headers = StatusAndHeaders(status, [("Content-Type", type_), *(http or {}).items()], protocol="HTTP/1.1")
        return self._write(url, "response", body, http_headers=headers, said={"WARC-Date": date, **(said or {})})

    def add_plain(self, url: str, body: bytes, kind: str = "resource", type_: str = "text/plain") -> str:
        return self._write(url, kind, body, warc_content_type=type_, said={"WARC-Date": "2025-01-03T12:00:00Z"})

    def add_revisit(self, url: str, digest: str, date: str = "2025-02-04T08:30:00Z", type_: str = "text/html") -> None:
        headers = StatusAndHeaders("200 OK", [("Content-Type", type_)], protocol="HTTP/1.1")
        record = self.writer.create_revisit_record(
            url, digest, url, "2025-01-03T12:00:00Z", http_headers=headers, warc_headers_dict={"WARC-Date": date}
        )
        self.writer.write_record(record)

    def _write(self, url: str, kind: str, body: bytes, *, said: Mapping[str, str], **more: Any) -> str:
        record = self.writer.create_warc_record(
            url, kind, payload=io.BytesIO(body), length=len(body), warc_headers_dict=dict(said), **more
        )
        self.writer.write_record(record)
        return str(record.rec_headers.get_header("WARC-Payload-Digest"))

    @property
    def data(self) -> bytes:
        return self.buffer.getvalue()


def wacz_of(warcs: Mapping[str, bytes], *, lie: bool = False) -> bytes:
    """Return a WACZ with these files under archive/; with `lie`, the package's hashes are of other bytes."""
    resources = [
        {
            "name": name,
            "path": f"archive/{name}",
            "hash": f"sha256:{hashlib.sha256(data + b'x' * lie).hexdigest()}",
            "bytes": len(data),
        }
        for name, data in warcs.items()
    ]
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}).encode()
    files = {f"archive/{name}": data for name, data in warcs.items()}
    pages = b'{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n'
    return zip_of({**files, "indexes/index.cdx.gz": gzip.compress(b"x"), "pages/pages.jsonl": pages,
                   "datapackage.json": package}, zipfile.ZIP_STORED)  # fmt: skip


def mbox_of(*letters: bytes) -> bytes:
    return b"".join(b"From ann@example.org Fri Jan  3 10:00:00 2025\n" + letter + b"\n" for letter in letters)


def letter(subject: str, body: str, id_: str | None = None) -> bytes:
    ids = f"Message-ID: <{id_}>\n" if id_ else ""
    return f"From: Ann <ann@example.org>\nTo: all\nMIME-Version: 1.0\n{ids}Subject: {subject}\n\n{body}\n".encode()
