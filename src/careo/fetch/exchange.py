"""One request and its answer, byte for byte as they went over the wire, within limits of time and size.

Python's own http.client parses the answer: it is there on every system, and handing it our own socket lets us keep
the bytes as they came, which a client library hides. Proxies of the environment are not asked, no cookie is kept.
"""

import io
import ipaddress
import re
import socket
import ssl
import time
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import Any, cast
from urllib.parse import quote, urlsplit, urlunsplit

from careo.errors import InputError, TooLarge, UnreadableInput

_PIECE = 1 << 16
_SAFE = "/%:@!$&'()*+,;=~-._[]"
_BLANK = re.compile(rb"\r?\n\r?\n")
_GO_ON = re.compile(rb"HTTP/1\.\d 100\b")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is asked for: in ASCII, without the part behind `#`."""

    scheme: str
    host: str
    port: int
    target: str
    """Path and query."""

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.site}{self.target}"

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was sent, what came back."""

    address: Address
    request: bytes
    head: bytes
    """Status line and headers of the answer, with the blank line."""
    body: bytes
    """As it came, in its chunks and packed."""
    status: int
    response: HTTPResponse
    """The parsed headers; its body is read."""
    ip: str


def address_of(url: str) -> Address:
    """Return an address in parts.

    Raises:
        UnreadableInput: if it is none of http or https, or has a password in it.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
        name = (host or "").encode("idna").decode("ascii") if host and ":" not in host else host
    except ValueError as error:
        raise UnreadableInput("no valid address; check the spelling") from error
    if parts.scheme not in _PORTS or not name:
        raise UnreadableInput("only http:// and https:// addresses can be fetched")
    if parts.username is not None or parts.password is not None:
        raise UnreadableInput("a name or password in an address would be kept with it; leave it out")
    target = urlunsplit(("", "", quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE + "?"), ""))
    return Address(parts.scheme, name.lower(), port or _PORTS[parts.scheme], target if target[:1] == "/" else "/")


def exchange(address: Address, agent: str, *, seconds: float, most: int, private: bool) -> Exchange:
    """Ask for an address and return the whole answer.

    Args:
        address: what to ask for.
        agent: who asks.
        seconds: wall-clock seconds for all of it; only looking up the name may take longer.
        most: bytes of the answer.
        private: whether the host may lie inside a private network.

    Raises:
        TooLarge: if the answer is longer than `most`.
        UnreadableInput: if there is no whole answer in time, or the host may not be asked.
    """
    request = _request(address, agent)
    until = time.monotonic() + seconds
    try:
        with _connected(address, until, private=private) as line:
            tap = _Tap(line, until, most)
            line.sendall(request)
            response = HTTPResponse(cast(socket.socket, tap), method="GET")
            response.begin()
            while response.read(_PIECE):
                pass
            if response.length:
                raise UnreadableInput("the server broke off in mid-answer; try again later")
            ip = str(line.getpeername()[0])
    except InputError:
        raise
    except TimeoutError as error:
        raise UnreadableInput(f"no whole answer within {seconds:g} seconds; try again later") from error
    except ssl.SSLError as error:
        raise UnreadableInput(f"the secure connection failed ({error.reason}); is the address right?") from error
    except (OSError, HTTPException, ValueError) as error:
        raise UnreadableInput(f"no answer that can be read ({_cause(error)}); is the address right?") from error
    head, body = _parted(tap.kept)
    return Exchange(address, request, head, body, response.status, response, ip)


def is_public(ip: str) -> bool:
    """Tell whether a numeric address lies in the public internet."""
    number = ipaddress.ip_address(ip.partition("%")[0])
    mapped = getattr(number, "ipv4_mapped", None)
    return (mapped or number).is_global and not number.is_multicast


def _request(address: Address, agent: str) -> bytes:
    lines = (
        f"GET {address.target} HTTP/1.1",
        f"Host: {address.authority}",
        f"User-Agent: {agent}",
        "Accept: text/html,application/xhtml+xml,application/xml,application/pdf,text/plain,*/*;q=0.5",
        "Accept-Encoding: gzip",
        "Connection: close",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def _connected(address: Address, until: float, *, private: bool) -> socket.socket:
    """Return a connection to the very address that was checked: a name looked up twice may lead elsewhere."""
    found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    if not private and not all(is_public(str(entry[4][0])) for entry in found):
        raise UnreadableInput("leads into a private network, which only an address named by you may; name it yourself")
    problem: OSError = OSError("the name leads nowhere")
    for family, kind, protocol, _, where in found:
        line = socket.socket(family, kind, protocol)
        try:
            line.settimeout(_left(until))
            line.connect(where)
            if address.scheme == "https":
                line = ssl.create_default_context().wrap_socket(line, server_hostname=address.host)
            return line
        except OSError as error:
            line.close()
            problem = error
    raise problem


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _cause(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__


def _parted(raw: bytes) -> tuple[bytes, bytes]:
    """Return the head and the body of an answer, without a "go on" before it that nobody asked for."""
    start = end = 0
    while True:
        found = _BLANK.search(raw, start)
        end = found.end() if found else len(raw)
        if not _GO_ON.match(raw, start) or end == len(raw):
            return raw[start:end], raw[end:]
        start = end


class _Tap(io.RawIOBase):
    """Stands for the socket before http.client: keeps what comes, and minds the clock and the size."""

    def __init__(self, line: socket.socket, until: float, most: int) -> None:
        self._line = line
        self._until = until
        self._most = most
        self._kept = bytearray()

    @property
    def kept(self) -> bytes:
        """All that came."""
        return bytes(self._kept)

    def makefile(self, *_arguments: Any) -> io.BufferedReader:
        """Return the reading side, as http.client asks a socket for it."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """Say that this is to be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Take what the socket has; raises TimeoutError and TooLarge."""
        self._line.settimeout(_left(self._until))
        count = self._line.recv_into(buffer)
        self._kept += bytes(buffer[:count])
        if len(self._kept) > self._most:
            raise TooLarge(f"the answer is longer than {self._most} bytes; save the page yourself")
        return count
