"""Fetching addresses, against a real server on this machine."""

import gzip
import io
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from careo.errors import UsageError
from careo.fetch.exchange import address_of, is_public
from careo.fetch.visit import AGENT, Fetched, Manners, fetch
from careo.gather import gather
from careo.model.seen import Received, Skip
from careo.readers.guard import parse
from careo.settings import Settings
from careo.stages.read import read
from tests.website import Site, serving

QUICK = Manners(wait=0.0, seconds=1.0, bytes=200_000)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def fetched(*urls: str, items: bool = False, manners: Manners = QUICK) -> tuple[list[Fetched], bytes]:
    """Return how it went, and the WARC's bytes."""
    file = io.BytesIO()
    found = list(fetch(urls, file, packed=True, items=items, manners=manners))
    return found, file.getvalue()


def records(warc: bytes) -> list[tuple[str, str | None, bytes]]:
    """Return type, address and block of each record."""
    found = []
    for record in ArchiveIterator(io.BytesIO(warc), no_record_parse=True):
        headers: Any = record.rec_headers
        block = record.raw_stream.read()
        found.append((headers.get_header("WARC-Type"), headers.get_header("WARC-Target-URI"), block))
    return found


def built(warc: bytes, tmp_path: Path) -> list[Received | Skip]:
    """Return what the WARC gives at the door."""
    (tmp_path / "pages.warc.gz").write_bytes(warc)
    return list(gather([str(tmp_path / "pages.warc.gz")], Settings()))


def test_request_and_answer_are_kept_and_build_reads_the_page(site: Site, tmp_path: Path) -> None:
    """The WARC says who fetched, keeps robots.txt, request and answer, and gives one report with address and time."""
    found, warc = fetched(f"{site.url}/page")
    assert [(one.status, one.reason) for one in found] == [(200, None)]
    kept = records(warc)
    assert [type_ for type_, _, _ in kept] == ["warcinfo", "response", "request", "response", "request"]
    assert AGENT in kept[0][2].decode()
    assert kept[1][1] == f"{site.url}/robots.txt"
    assert kept[3][2].startswith(b"HTTP/1.1 200 OK\r\n")
    assert kept[4][2].startswith(b"GET /page HTTP/1.1\r\n")
    [item] = built(warc, tmp_path)
    assert isinstance(item, Received)
    assert (item.capture.url, item.capture.charset) == (f"{site.url}/page", "utf-8")
    assert item.capture.captured is not None
    [report] = read(item, parse(item, Settings()))
    assert "café's flood" in report.text


def test_who_asks_is_said_and_no_cookie_is_kept(site: Site) -> None:
    """Each request names careo, and what a server sets is not sent back."""
    fetched(f"{site.url}/page", f"{site.url}/other")
    agents = {headers["User-Agent"] for _, _, headers in site.asked}
    assert agents == {AGENT}
    assert not any("Cookie" in headers for _, _, headers in site.asked)


def test_what_robots_txt_forbids_is_not_asked_for(site: Site) -> None:
    """A forbidden address costs one reason and no request; the others are fetched."""
    found, _ = fetched(f"{site.url}/closed", f"{site.url}/page")
    assert [one.reason for one in found] == ["the host's robots.txt forbids it", None]
    assert site.paths == ["/robots.txt", "/page"]


@pytest.mark.parametrize(("robots", "paths"), [(None, ["/robots.txt"]), ("", ["/robots.txt", "/page"])])
def test_a_robots_txt_that_cannot_be_had_is_no_leave(robots: str | None, paths: list[str]) -> None:
    """A server in trouble is left alone; an empty robots.txt forbids nothing."""
    with serving(robots) as site:
        fetched(f"{site.url}/page")
        assert site.paths == paths


def test_a_host_is_given_time(site: Site) -> None:
    """Between two requests to one host lies the wait, or the longer one that the host asks for."""
    fetched(f"{site.url}/page", f"{site.url}/other", manners=Manners(wait=0.2))
    times = [at for _, at, _ in site.asked]
    assert all(later - earlier >= 0.19 for earlier, later in pairwise(times))
    with serving("User-agent: *\nCrawl-delay: 0.3\n") as slow:
        fetched(f"{slow.url}/page", f"{slow.url}/other")
        assert slow.asked[2][1] - slow.asked[1][1] >= 0.29


def test_a_host_that_asks_for_too_much_time_is_left_alone() -> None:
    """A delay of an hour is said, not waited for."""
    with serving("User-agent: *\nCrawl-delay: 3600\n") as site:
        [one], _ = fetched(f"{site.url}/page")
    assert one.reason is not None
    assert "3600 seconds" in one.reason


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/ring", "leads in a ring"),
        ("/long", "leads on more than 5 times"),
        ("/endless", "longer than 200000 bytes"),
        ("/slow", "within 1 seconds"),
        ("/short", "broke off"),
        ("/nothing", "answered 404"),
        ("/inside", "private network"),
    ],
)
def test_what_cannot_be_had_is_one_reason_and_the_rest_goes_on(site: Site, path: str, reason: str) -> None:
    """Rings, endless and slow answers, and ways into the private network end soon; the next address is fetched."""
    began = time.monotonic()
    found, _ = fetched(f"{site.url}{path}", f"{site.url}/page")
    assert time.monotonic() - began < 10
    assert found[0].reason is not None
    assert reason in found[0].reason
    assert found[1].reason is None


def test_a_redirect_is_followed_and_kept(site: Site, tmp_path: Path) -> None:
    """The page is one capture under the address that gave it; both answers are in the WARC."""
    [one], warc = fetched(f"{site.url}/moved")
    assert one.reason is None
    assert [url for type_, url, _ in records(warc) if type_ == "response"][1:] == [
        f"{site.url}/moved",
        f"{site.url}/page",
    ]
    assert [item.capture.url for item in built(warc, tmp_path) if isinstance(item, Received)] == [f"{site.url}/page"]


@pytest.mark.parametrize(
    ("path", "words"), [("/packed", "strike"), ("/chunks", "low water"), ("/latin", "café's"), ("/go_on", "of fog")]
)
def test_however_an_answer_is_coded_its_text_is_read(site: Site, tmp_path: Path, path: str, words: str) -> None:
    """A packed body, one in chunks and one with a lying charset are kept as they came, and read aright."""
    _, warc = fetched(f"{site.url}{path}")
    [item] = built(warc, tmp_path)
    assert isinstance(item, Received)
    [report] = read(item, parse(item, Settings()))
    assert words in report.text


def test_an_error_of_the_server_is_kept_but_is_no_report(site: Site, tmp_path: Path) -> None:
    """A 404 is in the WARC; building from it gives one skip that names the status."""
    _, warc = fetched(f"{site.url}/nothing")
    [item] = built(warc, tmp_path)
    assert isinstance(item, Skip)
    assert "404" in item.reason


def test_the_items_of_a_feed_are_fetched_when_asked_for(site: Site) -> None:
    """With items the feed's pages follow it, each once, as robots.txt allows; without, the feed alone is fetched."""
    found, _ = fetched(f"{site.url}/feed.xml", f"{site.url}/page", items=True)
    assert [(one.url.removeprefix(site.url), one.reason is None) for one in found] == [
        ("/feed.xml", True),
        ("/other", True),
        ("/closed", False),
        ("/page", True),
    ]
    assert len(fetched(f"{site.url}/feed.xml")[0]) == 1


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/a", "file:///etc/passwd", "example.org", "http://", "http://a:b@example.org/", "http://[x"],
)
def test_what_is_no_web_address_is_wrong_use(url: str) -> None:
    """Nothing is fetched when one of the addresses is none."""
    with pytest.raises(UsageError, match=r"http|password|valid"):
        fetch([url], io.BytesIO(), packed=True, items=False, manners=QUICK)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("https://example.org:443/ä b?q=ü#part", "https://example.org/%C3%A4%20b?q=%C3%BC"),
        ("https://bücher.example/a%20b", "https://xn--bcher-kva.example/a%20b"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("http://example.org//twice\r\nX-Evil: 1", "http://example.org//twiceX-Evil:%201"),
    ],
)
def test_an_address_is_asked_for_in_ascii(url: str, asked: str) -> None:
    """Letters beyond ASCII are written as the wire wants them, and no line can be added to a request."""
    assert address_of(url).url == asked


@pytest.mark.parametrize(
    ("ip", "public"),
    [("93.184.216.34", True), ("127.0.0.1", False), ("10.1.2.3", False), ("169.254.169.254", False), ("::1", False),
     ("::ffff:127.0.0.1", False), ("fe80::1%eth0", False), ("2606:4700::1111", True), ("0.0.0.0", False)],
)  # fmt: skip
def test_private_networks_are_known(ip: str, public: bool) -> None:
    """Loopback, private, link-local and mapped addresses are no public ones."""
    assert is_public(ip) is public


def test_every_record_is_whole_on_its_own(site: Site) -> None:
    """A run that is stopped leaves a WARC whose records so far can be read."""
    file = io.BytesIO()
    steps = fetch([f"{site.url}/page", f"{site.url}/other"], file, packed=True, items=False, manners=QUICK)
    next(steps)
    assert gzip.decompress(file.getvalue()).count(b"WARC/1.1\r\n") == len(records(file.getvalue())) == 5
