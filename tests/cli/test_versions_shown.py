"""Two states of one page, from the files to the command line."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
PAGE = """<html lang="en"><head><title>Ferry stopped</title>
<link rel="canonical" href="https://mail.example/news/ferry"/>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry stopped",
"datePublished": "2024-05-03T23:50:00-05:00"}</script></head><body><article><h1>Ferry stopped</h1>
<p>By Mary Stone, 4 May 2024</p><p>The ferry to the island was stopped by the harbour office on Friday.</p>
<p>About %s travellers slept in the sports hall, and the mayor asked the government for help.</p>
<p>The repair of the pier will last until the autumn, the chief engineer told the council.</p>%s
</article></body></html>"""


def test_a_file_kept_twice_is_the_same_text(run: Run, tmp_path: Path) -> None:
    """`careo show`, the page and the exports call a copy a copy, and say "later" of nothing without a time."""
    for name in ("one.html", "two.html"):
        (tmp_path / name).write_text(PAGE % ("300", ""), encoding="utf-8")
    desk, page = str(tmp_path / "careo.db"), tmp_path / "page.html"
    assert run("build", str(tmp_path / "one.html"), str(tmp_path / "two.html"), "--desk", desk).exit_code == 0
    records = [json.loads(line) for line in run("export", "--desk", desk).stdout.splitlines()]
    [version] = [record for record in records if record["kind"] == "version"]
    for one, other in ((version["report"], version["of"]), (version["of"], version["report"])):
        assert f"the same text as {other}: no paragraph differs" in run("show", one, "--desk", desk).stdout
    assert run("dossier", "--desk", desk, "-o", str(page)).exit_code == 0
    assert "later version" not in page.read_text(encoding="utf-8")
    assert "a copy. Both are one witness." in page.read_text(encoding="utf-8")
    told = run("export", "--format", "markdown", "--desk", desk).stdout
    assert "- the same text as report 1" in told
    assert "later version" not in told


def test_show_names_versions_and_dates_that_disagree(run: Run, tmp_path: Path) -> None:
    """`careo show` tells the other day the page gives, and each paragraph that differs from the version before."""
    (tmp_path / "one.html").write_text(PAGE % ("300", ""), encoding="utf-8")
    update = "<p>Update, May 6: The ferry has been running again since Sunday, the office said.</p>"
    (tmp_path / "two.html").write_text(PAGE % ("400", update), encoding="utf-8")
    desk = str(tmp_path / "careo.db")
    assert run("build", str(tmp_path / "one.html"), str(tmp_path / "two.html"), "--desk", desk).exit_code == 0
    records = [json.loads(line) for line in run("export", "--desk", desk).stdout.splitlines()]
    [version] = [record for record in records if record["kind"] == "version"]
    reports = {record["id"]: record for record in records if record["kind"] == "report"}
    assert reports[version["report"]]["version_of"] == version["of"]
    assert reports[version["of"]]["version_of"] is None
    assert all(len(record["origins"]) == 1 for record in records if record["kind"] == "claim")
    shown = " ".join(run("show", version["report"], "--desk", desk).stdout.split())
    assert "published 3 May 2024 (from its JSON-LD); the page also says 4 May 2024 (from the text:" in shown
    assert f"later version of {version['of']}: 1 paragraph added, 1 paragraph changed" in shown
    assert "+ About 400 travellers slept in the sports hall" in shown
    assert run("verify", "--desk", desk).exit_code == 0
