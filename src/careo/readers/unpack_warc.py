"""WARC: the responses of a web archive that may be reports, with their address, time and declared type.

warcio takes the records apart; the payload digest and the coding of the body are seen to here, because both must
hold for hostile archives: nothing is unpacked without a limit.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import Any, Final
from urllib.parse import urlsplit

from warcio.archiveiterator import WARCIterator
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from careo.errors import InputError, TooLarge, UnreadableInput
from careo.readers.http_body import Coding, dechunked
from careo.readers.media import is_textlike, media_type, passed_over
from careo.readers.packed import Budget, Entry, Item, Member, Revisit, Stream, Trouble, taken

_TAKEN: Final = ("response", "resource", "revisit")
_SCHEMES = ("http://", "https://", "ftp://", "file://")
_HTTP = StatusAndHeadersParser(["HTTP/"], verify=False)
_HEAD: Final = 1 << 16
"""Bytes in which an HTTP header must end; servers refuse to send a quarter of it."""
_PIECE = 1 << 20
_BEAT: Final = 256
"""Records between two signs of life."""
_DATE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\dT\d\d:\d\d(?::\d\d)?)?)?)(?:\.\d+)?Z?")
_TYPE = re.compile(r"\s*([\w.+-]+/[\w.+-]+)")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_MOST_ADDRESS: Final = 8000
_DAY = len("2025-01-01")
_CODE = re.compile(r"\b[1-5]\d\d\b", re.ASCII)
_BLANK = re.compile(rb"\r?\n\r?\n")
_SIZES: Final = {"sha1": 20, "sha256": 32}
_OK = range(200, 300)
_PART: Final = 206
_NO_ANSWER = (*range(100, 200), *range(300, 400))
"""Go on, look elsewhere, nothing new: what such a response holds is for programs."""


def records(stream: Stream, budget: Budget) -> Iterator[Entry | Item]:
    """Yield each response, resource or revisit that may be a report; raises EOFError where the file is cut off."""
    for number, record in enumerate(WARCIterator(stream, no_record_parse=True)):
        budget.count()
        if number % _BEAT == 0:
            yield None
        if record.length is None:
            raise EOFError  # its own header was cut off
        if record.rec_headers.get_header("WARC-Type") in _TAKEN:
            yield from _record(record, budget)
        while record.raw_stream.read(_PIECE):
            yield None
        if getattr(record.raw_stream, "limit", 0) > 0:
            raise EOFError


def _record(record: Any, budget: Budget) -> Iterator[Entry | Item]:
    headers = record.rec_headers
    url = (headers.get_header("WARC-Target-URI") or "").strip().strip("<>")
    if not url.lower().startswith(_SCHEMES) or len(url) > _MOST_ADDRESS or _is_rules(url):
        return
    when = _time(headers.get_header("WARC-Date") or "")
    name = f"{re.sub('[^0-9]', '', when or '')}/{url}"
    digest = _digest(headers.get_header("WARC-Payload-Digest"))
    page = Member(name, b"", when, url, digest=digest)
    try:
        if headers.get_header("WARC-Type") == "revisit":
            yield _revisit(record, page)
        elif budget.wanted is None or digest in budget.wanted:
            yield from _response(record, page, budget)
    except InputError as error:
        yield Trouble(name, str(error))


def _response(record: Any, page: Member, budget: Budget) -> Iterator[Entry | Item]:
    """Yield the response where it may be a report, a trouble where it is an error of the server or is damaged."""
    most = budget.limits.member_bytes
    first = taken(record.raw_stream, _HEAD)
    http, start = _http(first) if record.rec_headers.get_header("WARC-Type") == "response" else (None, 0)
    said = (http.get_header("Content-Type") if http else record.rec_headers.get_header("Content-Type")) or ""
    page = _declared(page, said)
    coding = Coding.of(http)
    assert page.url is not None  # `_record` saw to it
    seen = media_type(page.url, b"" if coding.names else first[start:], page.declared)
    status = _status(http)
    empty = status in _OK and len(first) == start
    if empty or not is_textlike(seen) or status in _NO_ANSWER:
        yield page if budget.wanted else None
        return
    if status not in _OK or status == _PART:
        yield Trouble(page.name, f"the server answered {status}, which is no report", often=True)
        return
    block = first + taken(record.raw_stream, most + 1 - len(first))
    if len(block) - start > most:
        raise TooLarge(f"more than {most} bytes; raise max_input_bytes")
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError
    _check(record.rec_headers, block, start, coding)
    data = coding.undone(block[start:], most)
    budget.check(len(block), len(data))
    yield Entry(page.name, partial(BytesIO, data), page=page)


def _revisit(record: Any, page: Member) -> Item:
    """Return what stands for the same bytes as another record; of a picture nothing."""
    head = taken(record.raw_stream, _HEAD)
    said = _http(head)[0].get_header("Content-Type") if head.startswith(b"HTTP/") else None
    assert page.url is not None  # `_record` saw to it
    declared = _declared(page, said or "").declared
    if passed_over(page.url, b"", declared) or not is_textlike(media_type(page.url, b"", declared)):
        return None
    if page.digest is None:
        reason = "repeats a response that it does not name by its digest; name the archive that holds the response"
        return Trouble(page.name, reason, often=True)
    return Revisit(page.name, page.captured, page.url, page.digest)


def _http(block: bytes) -> tuple[Any, int]:
    """Return the HTTP header and where the body begins."""
    found = _BLANK.search(block)
    end = found.end() if found else len(block)
    try:
        return _HTTP.parse(BytesIO(block[:end])), end
    except (EOFError, ValueError, StatusAndHeadersParserException) as error:
        raise UnreadableInput("its HTTP header is damaged; download the archive again") from error


def _status(http: Any) -> int:
    """Return the HTTP status; a resource has none and is well."""
    if http is None:
        return 200
    code = _CODE.search(http.statusline)
    if code is None:
        raise UnreadableInput("its HTTP header is damaged; download the archive again")
    return int(code[0])


def _declared(page: Member, said: str) -> Member:
    type_, charset = _TYPE.match(said), _CHARSET.search(said)
    return replace(page, declared=type_ and type_[1].lower(), charset=charset and charset[1])


def _check(headers: Any, block: bytes, start: int, coding: Coding) -> None:
    """Raise UnreadableInput where the bytes are not those that were recorded.

    Some crawlers take the payload's digest before, some after the body's chunks were put together.
    """
    payload, whole_block = (_digest(headers.get_header(f"WARC-{name}-Digest")) for name in ("Payload", "Block"))
    body = block[start:]
    bodies = (body, dechunked(body)) if coding.chunked else (body,)
    intact = payload is None or any(_fits(payload, each) for each in bodies)
    if not intact or (whole_block and not _fits(whole_block, block)):
        raise UnreadableInput("its bytes do not fit the digest in the archive, so it was changed or damaged; not used")


def _fits(digest: str, data: bytes) -> bool:
    algorithm, _, wanted = digest.partition(":")
    return hashlib.new(algorithm, data, usedforsecurity=False).hexdigest() == wanted


def _digest(said: str | None) -> str | None:
    """Return a digest as `sha1:` or `sha256:` and hexadecimal digits, `None` where it is of another kind."""
    algorithm, _, value = (said or "").strip().partition(":")
    algorithm = algorithm.lower().replace("-", "")
    size = _SIZES.get(algorithm)
    if size is None:
        return None
    if len(value) != 2 * size:
        with suppress(binascii.Error, ValueError):
            value = base64.b32decode(value.upper() + "=" * (-len(value) % 8)).hex()
    return f"{algorithm}:{value.lower()}"


def _is_rules(url: str) -> bool:
    """Tell whether an address is that of a robots.txt, which crawlers keep and nobody reads."""
    return urlsplit(url).path == "/robots.txt"


def _time(said: str) -> str | None:
    """Return a WARC-Date as EDTF, to the second at most; `None` where it is no time."""
    found = _DATE.fullmatch(said.strip())
    if found is None:
        return None
    try:
        datetime.fromisoformat(found[1] + "-01" * ((_DAY - len(found[1])) // 3))
    except ValueError:
        return None
    return found[1] + ("Z" if "T" in found[1] else "")
