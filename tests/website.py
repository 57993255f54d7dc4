"""A web site on this machine, with pages that behave and pages that do not."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Ferry stops</title></head><body><article><h1>Ferry stops</h1>"
    "<p>The ferry across the Lune stopped on Monday, the harbour office said, because {why}.</p>"
    "<p>It carried some ninety people a day and shall run again after Easter, a clerk wrote.</p>"
    "</article></body></html>"
)
ROBOTS = "User-agent: *\nDisallow: /closed\nCrawl-delay: 0.05\n"


class Handler(BaseHTTPRequestHandler):
    """Answers by path; what came in is kept with the server."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Site)
        server.asked.append((self.path, time.monotonic(), dict(self.headers)))
        name = self.path.strip("/").partition("?")[0].replace(".", "_").replace("/", "_")
        getattr(self, f"show_{name}", self.show_missing)()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def page(self, why: str, **headers: str) -> None:
        self.answer(PAGE.format(why=why).encode(), Content_Type="text/html; charset=utf-8", **headers)

    def show_robots_txt(self) -> None:
        assert isinstance(self.server, Site)
        if self.server.robots is None:
            self.answer(b"", 503)
        else:
            self.answer(self.server.robots.encode(), Content_Type="text/plain")

    def show_page(self) -> None:
        self.page("of the café's flood", Set_Cookie="id=1")

    def show_closed(self) -> None:
        self.page("of a secret")

    def show_other(self) -> None:
        self.page("of ice")

    def show_missing(self) -> None:
        self.answer(b"<html>nothing here</html>", 404, Content_Type="text/html")

    def show_moved(self) -> None:
        self.answer(b"", 301, Location="/page")

    def show_ring(self) -> None:
        self.answer(b"", 302, Location="/ring2")

    def show_ring2(self) -> None:
        self.answer(b"", 302, Location="/ring")

    def show_long(self) -> None:
        step = int(self.path.partition("?")[2] or 0)
        self.answer(b"", 302, Location=f"/long?{step + 1}")

    def show_inside(self) -> None:
        self.answer(b"", 302, Location=f"http://127.0.0.2:{self.server.server_address[1]}/page")

    def show_packed(self) -> None:
        body = gzip.compress(PAGE.format(why="of a strike").encode())
        self.answer(body, Content_Type="text/html", Content_Encoding="gzip")

    def show_chunks(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        body = PAGE.format(why="of low water").encode()
        for at in range(0, len(body), 100):
            piece = body[at : at + 100]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def show_go_on(self) -> None:
        self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n" * 2000)
        self.page("of fog")

    def show_latin(self) -> None:
        body = PAGE.format(why="of the café's flood").encode("cp1252")
        self.answer(body, Content_Type="text/html; charset=utf-8")

    def show_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.close_connection = True
        for _ in range(10_000):
            try:
                self.wfile.write(b"a" * 65536)
            except OSError:
                return

    def show_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        for _ in range(100):
            try:
                self.wfile.write(b"a")
            except OSError:
                return
            time.sleep(0.1)

    def show_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b"<html>")
        self.close_connection = True

    def show_feed_xml(self) -> None:
        port = self.server.server_address[1]
        text = "The ferry across the Lune stopped on Monday, the harbour office said to this paper."
        items = "".join(
            f"<item><title>Ferry {name}</title><link>http://127.0.0.1:{port}/{name}</link>"
            f"<description>{text}</description></item>"
            for name in ("page", "other", "closed")
        )
        feed = f"<rss version='2.0'><channel><title>Lune Post</title>{items}</channel></rss>"
        self.answer(feed.encode(), Content_Type="application/rss+xml")


class Site(ThreadingHTTPServer):
    """The site, and what was asked of it."""

    daemon_threads = True

    def __init__(self, robots: str | None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.robots = robots
        self.asked: list[tuple[str, float, dict[str, str]]] = []

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _, _ in self.asked]


@contextmanager
def serving(robots: str | None = ROBOTS) -> Iterator[Site]:
    """Run the site in a thread."""
    site = Site(robots)
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()
        thread.join()
