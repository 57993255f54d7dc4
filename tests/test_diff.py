"""Two states side by side: what appeared, changed, is gone, and the sentences behind it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from careo.cli.app import careo
from careo.cli.changes import told
from careo.cli.diff import snapshot
from careo.desk import Desk
from careo.diff import diff
from careo.model.snapshot import Altered, Snapshot

PAGE = """<html lang="en"><head><title>{title}</title><link rel="canonical" href="https://{site}.example/storm"/>
<meta property="og:site_name" content="{site}"/>
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{day}"}}</script></head>
<body><article><h1>{title}</h1>{text}</article></body></html>"""
POST = (
    "<p>At least {dead} people were killed by the storm Ludmila in Valdemora on 3 May 2024, the ministry said.</p>"
    "<p>The minister of defence, Karin Holm, met the ambassador of Norway, Lars Strand, on 6 May 2024 in Valdemora.</p>"
    "<p>The government denied that the army would carry heavy weapons through the flooded towns of the south coast.</p>"
)
HERALD = (
    "<p>The storm Ludmila killed {dead} people in Valdemora on 3 May 2024, the Red Cross said on Sunday evening.</p>"
    "<p>Karin Holm, the minister of defence, met Lars Strand, the ambassador of Norway, in Valdemora on 6 May 2024.</p>"
    "<p>Farmers in the north asked for seed, and the harvest festival of the province was put off until next year.</p>"
)
TIMES = (
    "<p>In Valdemora 41 people were killed by the storm Ludmila on 3 May 2024, according to the interior ministry.</p>"
    "<p>Parliament passed a law on 8 May 2024 that gives every family in the flooded towns of the coast 500 euros.</p>"
)


def page(site: str, title: str, day: str, text: str, **values: object) -> str:
    return PAGE.format(site=site, title=title, day=day, text=text.format(**values))


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def post(dead: int) -> str:
    return page("post", "Storm kills dozens", "2024-05-07", POST, dead=dead)


def herald(dead: int) -> str:
    return page("herald", "Ludmila leaves a trail of ruin", "2024-05-08", HERALD, dead=dead)


def times() -> str:
    return page("times", "Money for the coast", "2024-05-09", TIMES)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Desks, exports and pages of one matter: at first, with one report more, corrected, and with one taken away."""
    root = tmp_path_factory.mktemp("states")
    folders = {
        "first": {"post": post(40), "herald": herald(41)},
        "more": {"post": post(40), "herald": herald(41), "times": times()},
        "corrected": {"post": post(43), "herald": herald(41)},
        "less": {"herald": herald(41)},
    }
    made = {}
    for name, texts in folders.items():
        made[name] = root / f"{name}.db"
        with Desk(made[name]) as desk:
            desk.build([str(write(root / name, **texts))])
            (root / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in desk.export()), encoding="utf-8")
            (root / f"{name}.html").write_text(desk.page(desk.stories()[0].id), encoding="utf-8")
    return made


def state(path: Path, ending: str = ".db") -> Snapshot:
    return snapshot(str(path.with_suffix(ending)))


def found(altered: tuple[Altered, ...], kind: str, what: str) -> list[Altered]:
    return [one for one in altered if (one.kind, one.what) == (kind, what)]


@pytest.mark.parametrize("ending", [".db", ".jsonl", ".html"])
def test_a_state_does_not_differ_from_itself(states: dict[str, Path], ending: str) -> None:
    """Whatever it is read from, the same state has no difference to itself."""
    assert diff(state(states["more"]), state(states["more"], ending)) == ()
    assert diff(state(states["more"], ending), state(states["more"])) == ()


@pytest.mark.parametrize("ending", [".db", ".jsonl", ".html"])
def test_a_new_report_brings_witnesses(states: dict[str, Path], ending: str) -> None:
    """A report more: it is named, the claim it joins has gained its sentence, and its own claims are new."""
    altered = diff(state(states["first"], ending), state(states["more"], ending))
    [report] = found(altered, "report", "appeared")
    assert "times.html" in report.title
    gained = [sentence.quote for one in found(altered, "claim", "gained") for sentence in one.sentences]
    assert [quote for quote in gained if quote.startswith("In Valdemora 41 people")]
    assert any("500 euros" in one.title for one in found(altered, "claim", "appeared"))
    assert not [one for one in altered if one.what in ("vanished", "lost", "corrected")]
    back = diff(state(states["more"], ending), state(states["first"], ending))
    assert len(found(back, "report", "vanished")) == 1
    assert found(back, "claim", "lost")
    assert any("500 euros" in one.title for one in found(back, "claim", "vanished"))


@pytest.mark.parametrize("ending", [".db", ".jsonl", ".html"])
def test_a_correction_is_told_by_paragraph_and_value(states: dict[str, Path], ending: str) -> None:
    """A publisher who changed a figure: the report is the same one, and paragraph, slot and sentence are told."""
    altered = diff(state(states["first"], ending), state(states["corrected"], ending))
    [report] = found(altered, "report", "corrected")
    assert not found(altered, "report", "appeared")
    assert not found(altered, "report", "vanished")
    [paragraph] = report.details
    assert ("At least 40 people" in paragraph.before, "At least 43 people" in paragraph.after) == (True, True)
    assert {(s.side, "4" in s.quote) for s in report.sentences} == {("old", True), ("new", True)}
    told = [detail for one in found(altered, "claim", "changed") for detail in one.details]
    assert not [one for one in altered if one.what in ("gained", "lost")], "a reworded sentence is the same witness"
    quotes = {(s.side, s.quote[:18]) for one in found(altered, "claim", "changed") for s in one.sentences}
    assert quotes >= {("old", "At least 40 people"), ("new", "At least 43 people")}
    assert any(detail.what == "figure:killed" and "40" in detail.before and "43" in detail.after for detail in told)
    assert not [one for one in altered if "Norway" in one.title and one.what != "changed"], "what stayed is no news"


def test_a_correction_beside_the_old_state(states: dict[str, Path], tmp_path: Path) -> None:
    """Built into the same desk, the old state stays, and what the new one repeats is no new witness."""
    folder = write(tmp_path / "reports", post=post(40), herald=herald(41))
    with Desk(tmp_path / "careo.db") as desk:
        desk.build([str(folder)])
        before = desk.snapshot()
        write(folder, post=post(43))
        desk.build([str(folder)])
        altered = diff(before, desk.snapshot())
    assert len(found(altered, "report", "corrected")) == 1
    gained = [sentence.quote for one in found(altered, "claim", "gained") for sentence in one.sentences]
    assert not [quote for quote in gained if "Norway" in quote]


def test_a_report_taken_away(states: dict[str, Path]) -> None:
    """Claims that only it made are gone; a claim that another makes too has lost a witness."""
    altered = diff(state(states["first"]), state(states["less"]))
    assert len(found(altered, "report", "vanished")) == 1
    lost = [sentence.quote for one in found(altered, "claim", "lost") for sentence in one.sentences]
    assert any("Norway" in quote for quote in lost)
    assert any("heavy weapons" in one.title for one in found(altered, "claim", "vanished"))


def test_discrepancies_come_and_go(states: dict[str, Path]) -> None:
    """With one of two reports gone, so is what they differed on, with both sentences."""
    with Desk(states["first"]) as desk:
        there = len(desk.discrepancies())
    altered = diff(state(states["first"]), state(states["less"]))
    gone = found(altered, "discrepancy", "vanished")
    assert len(gone) == there > 0
    assert all(one.sentences for one in gone)
    assert len(found(diff(state(states["less"]), state(states["first"])), "discrepancy", "appeared")) == there


def test_two_differences_on_one_slot_are_not_taken_for_each_other(states: dict[str, Path]) -> None:
    """Two kinds of difference on the same slot and sentences stay what they are."""
    known = state(states["first"])
    twin = replace(known.discrepancies[0], id="discrepancy-0", type="precision")
    both = replace(known, discrepancies=(*known.discrepancies, twin))
    assert diff(both, both) == ()
    assert [one.old for one in diff(both, known) if one.kind == "discrepancy"] == [("discrepancy-0",)]


def test_a_person_who_parts_a_claim(states: dict[str, Path], tmp_path: Path) -> None:
    """After `not_same` one claim is two, after `same` two are one; the decision is told, too."""
    folder = write(tmp_path / "reports", post=post(40), herald=herald(41))
    with Desk(tmp_path / "careo.db") as desk:
        desk.build([str(folder)])
        before = desk.snapshot()
        claim = next(claim for claim in desk.claims() if len(claim.reports) == 2 and len(claim.statements) == 2)
        said = {"reason": "two meetings", "by": "Ada", "at": "2024-06-01T00:00:00+00:00"}
        desk.decide("not_same", claim.statements, **said)
        after = desk.snapshot()
    altered = diff(before, after)
    [parted] = found(altered, "claim", "split")
    assert (parted.old, len(parted.new)) == ((claim.id,), 2)
    assert "two meetings" in found(altered, "decision", "appeared")[0].title
    [joined] = found(diff(after, before), "claim", "merged")
    assert joined.new == (claim.id,)


def test_another_program_is_no_change_of_the_world(states: dict[str, Path]) -> None:
    """Where the versions differ that is said first."""
    now = state(states["first"])
    then = Snapshot(**{name: getattr(now, name) for name in now.__slots__} | {"program": (("read by", "read/0"),)})
    first, *rest = diff(then, now)
    assert (first.kind, rest) == ("program", [])
    assert first.details[0].before == "read/0"


def test_an_export_says_what_made_it(states: dict[str, Path], run: Callable[..., Result]) -> None:
    """An export bears the versions of its desk; of one from before that was so, the lack is said."""
    assert state(states["first"], ".jsonl").program == state(states["first"]).program != ()
    export = states["first"].with_suffix(".jsonl")
    assert "does not say by which careo" not in run("diff", str(export), str(states["first"])).stderr
    lines = [json.loads(line) for line in export.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        line.pop("read_by", None)
    bare = export.with_name("bare.jsonl")
    bare.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert "bare.jsonl does not say by which careo" in run("diff", str(bare), str(states["first"])).stderr


def test_nothing_is_told_that_nobody_sees(states: dict[str, Path]) -> None:
    """Another space or a soft hyphen is no change; of two long texts the place where they part is shown."""
    now = state(states["first"])
    first, *others = now.claims
    spaced = replace(now, claims=(replace(first, gloss=first.gloss.replace(" ", "\u00a0\u00ad ")), *others))
    assert diff(now, spaced) == ()
    long = "the council met " * 60
    [altered] = diff(
        replace(now, claims=(replace(first, gloss=f"{long}on Monday"), *others)),
        replace(now, claims=(replace(first, gloss=f"{long}on Friday"), *others)),
    )
    _, line = " ".join(" ".join(told([altered])).split()).split("gloss: ")
    assert "on Monday → …" in line
    assert line.startswith("… ")
    assert "on Friday" in line


@pytest.fixture
def run() -> Callable[..., Result]:
    return lambda *words: CliRunner().invoke(careo, list(words), prog_name="careo", catch_exceptions=False)


def test_the_command_in_words_and_in_json(states: dict[str, Path], run: Callable[..., Result]) -> None:
    """Differences are no failure; headings in words, one object a line for programs."""
    old, new = str(states["first"]), str(states["more"].with_suffix(".html"))
    told = run("diff", old, new)
    assert (told.exit_code, "Reports that are new (1)" in told.stdout) == (0, True)
    assert "now “In Valdemora 41 people were killed" in " ".join(told.stdout.split())
    lines = [json.loads(line) for line in run("diff", old, new, "--json").stdout.splitlines()]
    assert {(line["kind"], line["what"]) for line in lines} >= {("report", "appeared"), ("claim", "gained")}
    assert run("diff", old, old).stdout == ""


@pytest.mark.parametrize(
    "broken", [b"", b"{}", b'{"kind": "claim", "slots": []}', b"<p>hello</p>", b"\xff\xfe", b"[" * 9000]
)
def test_what_is_none_of_the_three(run: Callable[..., Result], tmp_path: Path, broken: bytes) -> None:
    """Another file is wrong use, named, without a traceback."""
    (tmp_path / "notes").write_bytes(broken)
    result = run("diff", str(tmp_path / "notes"), str(tmp_path / "notes"))
    assert (result.exit_code, "notes is no desk" in result.stderr) == (2, True)
