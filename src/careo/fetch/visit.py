"""Addresses to WARC, with manners: robots.txt is asked first, hosts are given time, nothing is asked twice."""

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import BinaryIO
from urllib.parse import urljoin

from protego import Protego

from careo.errors import InputError, UnreadableInput, UsageError
from careo.fetch.exchange import Address, Exchange, address_of, exchange
from careo.fetch.record import Recorder
from careo.model.ids import capture_id, sha256
from careo.model.seen import Capture, Received
from careo.readers.guard import parse
from careo.readers.http_body import Coding
from careo.readers.media import media_type
from careo.settings import Settings
from careo.version import VERSION

ROBOT = "careo"
"""Under this name careo is spoken to in a robots.txt."""
AGENT = f"{ROBOT}/{VERSION} (fetches single pages for a reader; +https://github.com/careo/careo)"

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_ELSEWHERE = (301, 302, 303, 307, 308)
_WELL = range(200, 300)
_TOO_MANY_REQUESTS, _TROUBLE = 429, 500
_RULES_BYTES = 512_000
"""Of a robots.txt; RFC 9309 asks to read 500 KiB at least."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How careo behaves towards the hosts it asks, and how long it waits for them."""

    wait: float = 2.0
    """Seconds between two requests to one host."""
    longest_wait: float = 60.0
    """Where a robots.txt asks for more between two requests, the host is left alone."""
    seconds: float = 30.0
    """Wall-clock seconds for one answer."""
    bytes: int = 20_000_000
    """Of one answer as it comes; also of its body when it is unpacked."""
    redirects: int = 5
    """From one address to another, counted from the one that was named."""
    items: int = 100
    """Items of one feed."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """How it went with one address."""

    url: str
    status: int | None
    """What the server answered in the end; `None` where there was no answer that could be kept."""
    bytes: int
    reason: str | None
    """Why it is no use; `None` where all is well."""


def fetch(urls: Sequence[str], file: BinaryIO, *, packed: bool, items: bool, manners: Manners) -> Iterator[Fetched]:
    """Fetch each address once, write request and answer into a WARC file, and say how it went.

    Args:
        urls: http or https.
        file: where the records go; nothing in it is read or changed.
        packed: whether each record is gzipped.
        items: whether to fetch the pages that a feed's items point to, too.
        manners: limits, and the time between two requests.

    Raises:
        UsageError: at once, if one of the addresses cannot be fetched at all.
    """
    wanted: list[str] = []
    for url in dict.fromkeys(urls):
        try:
            wanted.append(address_of(url).url)
        except UnreadableInput as error:
            raise UsageError(f"{url}: {error}") from error
    about = {"software": AGENT, "format": "WARC File Format 1.1", "robots": "obey"}
    visitor = _Visitor(Recorder.begin(file, packed=packed, about=about), manners, {address_of(u).host for u in wanted})
    return visitor.all(wanted, items=items)


@dataclass(slots=True)
class _Visitor:
    """Asks, waits, follows and keeps."""

    recorder: Recorder
    manners: Manners
    named: set[str]
    """The hosts that the user named; only these may lie in a private network."""
    rules: dict[str, Protego | str] = field(default_factory=dict)
    """By site what its robots.txt says, or why it could not be had; then nothing may be fetched."""
    asked: dict[str, float] = field(default_factory=dict)
    """By host, when it was asked last."""

    def all(self, urls: Sequence[str], *, items: bool) -> Iterator[Fetched]:
        """Yield how it went with each address, a feed's items after the feed."""
        done = set(urls)
        for url in urls:
            fetched, last = self._one(url)
            yield fetched
            if items and last is not None and fetched.reason is None:
                for found in self._items(last):
                    if found not in done:
                        done.add(found)
                        yield self._one(found)[0]

    def _one(self, url: str) -> tuple[Fetched, Exchange | None]:
        try:
            last = self._followed(address_of(url))
        except InputError as error:
            return Fetched(url, None, 0, str(error)), None
        reason = None if last.status in _WELL else f"the server answered {last.status}"
        return Fetched(url, last.status, len(last.body), reason), last

    def _followed(self, address: Address) -> Exchange:
        """Return the last answer on the way from one address to another."""
        seen = [address.url]
        while True:
            self._ask_leave(address)
            done = self._asked(address)
            where = done.response.headers.get("Location")
            if done.status not in _ELSEWHERE or not where:
                return done
            address = address_of(urljoin(address.url, where))
            if address.url in seen:
                raise UnreadableInput(f"leads in a ring: {' -> '.join([*seen, address.url])}")
            seen.append(address.url)
            if len(seen) > self.manners.redirects + 1:
                raise UnreadableInput(f"leads on more than {self.manners.redirects} times: {' -> '.join(seen)}")

    def _asked(self, address: Address) -> Exchange:
        """Return the answer, asked for when the host has had its time, and written down."""
        rules = self.rules.get(address.site)
        pause = max(self.manners.wait, rules.crawl_delay(ROBOT) or 0.0 if isinstance(rules, Protego) else 0.0)
        left = self.asked.get(address.host, -pause) + pause - time.monotonic()
        if address.host in self.asked and left > 0:
            time.sleep(left)
        try:
            done = exchange(
                address,
                AGENT,
                seconds=self.manners.seconds,
                most=self.manners.bytes,
                private=address.host in self.named,
            )
        finally:
            self.asked[address.host] = time.monotonic()
        self.recorder.keep(done)
        return done

    def _ask_leave(self, address: Address) -> None:
        """Raise UnreadableInput where the host's robots.txt forbids the address."""
        if address.site not in self.rules:
            self.rules[address.site] = self._rules(address)
        rules = self.rules[address.site]
        if isinstance(rules, str):
            raise UnreadableInput(f"the host's robots.txt cannot be had, so nothing is fetched: {rules}")
        if not rules.can_fetch(address.url, ROBOT):
            raise UnreadableInput("the host's robots.txt forbids it")
        if (rules.crawl_delay(ROBOT) or 0.0) > self.manners.longest_wait:
            raise UnreadableInput(
                f"the host's robots.txt asks for {rules.crawl_delay(ROBOT):g} seconds between requests"
            )

    def _rules(self, address: Address) -> Protego | str:
        """Return what a site's robots.txt says; none is leave, a server in trouble is none (RFC 9309)."""
        at = address_of(f"{address.site}/robots.txt")
        for _ in range(self.manners.redirects + 1):
            try:
                done = self._asked(at)
                where = done.response.headers.get("Location")
                if done.status in _ELSEWHERE and where:
                    at = address_of(urljoin(at.url, where))
                    continue
                body = self._body(done)[:_RULES_BYTES] if done.status in _WELL else b""
            except InputError as error:
                return str(error)
            if done.status >= _TROUBLE or done.status == _TOO_MANY_REQUESTS:
                return f"the server answered {done.status}"
            return Protego.parse(body.decode("utf-8", "replace"))
        return "it leads on and on"

    def _body(self, done: Exchange) -> bytes:
        return Coding.of(_Headers(done)).undone(done.body, self.manners.bytes)

    def _items(self, done: Exchange) -> Iterator[str]:
        """Yield the addresses that the items of a feed have, of any other page none."""
        try:
            data = self._body(done)
            url = done.address.url
            type_ = media_type(url, data, done.response.headers.get_content_type())
            if type_ not in _FEEDS:
                return
            digest = sha256(data)
            capture = Capture(capture_id(url, None, digest), digest, url, None, type_, len(data), None, url, None)
            articles = parse(Received(capture, data), Settings())
        except InputError:
            return
        for article in articles[: self.manners.items]:
            with suppress(UnreadableInput):
                yield address_of(article.url or "").url


@dataclass(frozen=True, slots=True)
class _Headers:
    """The headers of an answer, for `Coding`."""

    done: Exchange

    def get_header(self, name: str) -> str | None:
        """Return a header by its name."""
        return self.done.response.headers.get(name)
