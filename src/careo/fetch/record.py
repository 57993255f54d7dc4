"""What was fetched, as WARC records: the request and the answer byte for byte, and who fetched."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from careo.fetch.exchange import Exchange


class _Verbatim(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """Headers written as they went over the wire; warcio would write them anew."""

    def __init__(self, raw: bytes) -> None:
        super().__init__("verbatim", [], protocol="")
        self.headers_buff = raw

    def compute_headers_buffer(self, _header_filter: Any = None) -> None:
        """Leave them as they are."""


@dataclass(frozen=True, slots=True)
class Recorder:
    """Writes to one WARC file; each record is whole on its own, so a stopped run leaves what it had."""

    writer: Any

    @classmethod
    def begin(cls, file: BinaryIO, *, packed: bool, about: dict[str, str]) -> "Recorder":
        """Return a recorder that has written who fetches."""
        writer = WARCWriter(file, gzip=packed, warc_version="WARC/1.1")
        writer.write_record(writer.create_warcinfo_record(None, about))
        return cls(writer)

    def keep(self, done: Exchange) -> None:
        """Write the answer and the request for it."""
        url = done.address.url
        said = {"WARC-IP-Address": done.ip}
        response = self._record(url, "response", done.head, done.body, said)
        request = self._record(url, "request", done.request, b"", {})
        self.writer.write_request_response_pair(request, response)

    def _record(self, url: str, kind: str, head: bytes, body: bytes, said: dict[str, str]) -> Any:
        return self.writer.create_warc_record(
            url,
            kind,
            payload=BytesIO(body),
            length=len(body),
            http_headers=_Verbatim(head),
            warc_headers_dict=said,
        )
