"""The page in a real browser, watched from two sides: a proxy of ours and the browser's own network log."""

import json
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from careo.render.page.html import page
from tests.render.chromium import CHROMIUM, QUIET, needs_chromium
from tests.render.sample import dossier

pytestmark = needs_chromium

_FLAGS = ("--headless", *QUIET, "--proxy-bypass-list=<-loopback>")


class _Recorder(BaseHTTPRequestHandler):
    """A proxy that answers nothing and remembers what it was asked for."""

    asked: list[str]

    def _note(self) -> None:
        self.asked.append(self.path)
        self.send_error(502)

    do_GET = do_POST = do_CONNECT = do_HEAD = do_OPTIONS = _note  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""


@dataclass
class Opened:
    """What a browser showed and asked for."""

    dom: html.HtmlElement
    by_page: list[str]
    """Addresses the page asked for, as the browser logged them."""
    unexplained: list[str]
    """What the proxy saw beside the hosts that the browser calls on its own account (updates, sign-in)."""


@pytest.fixture
def proxy() -> Iterator[tuple[int, list[str]]]:
    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Recorder", (_Recorder,), {"asked": asked}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1], asked
    server.shutdown()
    thread.join()
    server.server_close()


def _open(text: str, proxy: tuple[int, list[str]], folder: Path) -> Opened:
    port, asked = proxy
    file, log = folder / "page.html", folder / "net.json"
    file.write_text(text, encoding="utf-8")
    command = [CHROMIUM, *_FLAGS, f"--proxy-server=127.0.0.1:{port}", f"--user-data-dir={folder / 'profile'}"]
    command += [f"--log-net-log={log}", "--dump-dom", file.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout
    started = [event.get("params", {}) for event in json.loads(log.read_text(encoding="utf-8"))["events"]]
    started = [params for params in started if "url" in params and "initiator" in params]
    own = {urlsplit(params["url"]).hostname for params in started if params["initiator"] == "not an origin"}
    return Opened(
        dom=html.document_fromstring(shown),
        by_page=[params["url"] for params in started if params["initiator"] != "not an origin"],
        unexplained=[address for address in asked if _host(address) not in own],
    )


def _host(address: str) -> str | None:
    """Return the host of what a proxy is asked for: an address, or `host:port`."""
    return urlsplit(address if "//" in address else f"//{address}").hostname


def test_no_request(tmp_path: Path, proxy: tuple[int, list[str]]) -> None:
    """A browser that opens the page shows it, runs its filter, and asks the network for nothing."""
    opened = _open(page(dossier(), version="0.0.1"), proxy, tmp_path)
    assert "Ilse Marwik" in opened.dom.text_content()
    assert opened.dom.get_element_by_id("filter-kinds").get("hidden") is None, "the script did not run"
    assert (opened.by_page, opened.unexplained) == ([], [])


def test_the_watch_sees(tmp_path: Path, proxy: tuple[int, list[str]]) -> None:
    """The same watch sees a page that does load something, so that its silence means something."""
    opened = _open('<p>loud <img src="http://127.0.0.1:8123/a.png">', proxy, tmp_path)
    assert "http://127.0.0.1:8123/a.png" in opened.by_page
    assert "http://127.0.0.1:8123/a.png" in opened.unexplained


def test_policy_stops_what_slips_in(tmp_path: Path, proxy: tuple[int, list[str]]) -> None:
    """Were a picture or a script ever to get into the page, its own policy would stop it."""
    slipped = '<img src="http://127.0.0.1:8123/a.png"><script>document.title = "taken over"</script></body>'
    opened = _open(page(dossier(), version="0.0.1").replace("</body>", slipped), proxy, tmp_path)
    assert (opened.by_page, opened.unexplained) == ([], [])
    assert "taken over" not in opened.dom.findtext(".//title")
