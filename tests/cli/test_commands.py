"""Each command does its one thing on a desk of the examples."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from careo.cli.build import chosen
from careo.desk import Desk
from careo.errors import UsageError

Run = Callable[..., Result]
EXAMPLES = Path(__file__).parents[2] / "examples" / "honduras"


def records(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def exported(run: Run) -> list[dict[str, Any]]:
    return records(run("export"))


def of(kind: str, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [line for line in lines if line["kind"] == kind]


def test_build_says_what_it_did(run: Run, tmp_path: Path) -> None:
    """A build prints nothing on stdout; its numbers end what stands on stderr, after how far it was every 15 s."""
    result = run("build", str(EXAMPLES), "--desk", str(tmp_path / "careo.db"))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "4 inputs (4 new), 4 reports, 1 story" in result.stderr
    *before, last = result.stderr.splitlines()
    assert last.startswith("4 inputs")
    assert all(line.startswith(("read: ", "compare: ")) for line in before)


def test_building_again_finds_nothing_new(run: Run, here: Path) -> None:
    """A second build of the same folder reads nothing and changes nothing."""
    before = run("export").stdout
    assert "(0 new)" in run("build", str(EXAMPLES)).stderr
    assert run("export").stdout == before


def test_a_skip_is_exit_code_3(run: Run, tmp_path: Path) -> None:
    """An input that cannot be used is listed with its reason; the rest is done."""
    (tmp_path / "empty.txt").touch()
    result = run("build", str(EXAMPLES), str(tmp_path / "empty.txt"), "--desk", str(tmp_path / "careo.db"))
    assert result.exit_code == 3
    assert "empty.txt" in result.stdout
    assert "4 reports" in result.stderr
    assert "1 skipped" in result.stderr


def test_languages_without_rules_are_told_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports in a language without rules are counted apart, and what is done with them stands once."""
    monkeypatch.setenv("COLUMNS", "300")
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, place in enumerate(("Gdyni", "Sopocie", "Elblągu", "Tczewie")):
        text = f"Most zamknięty\n\nMost w {place} jest od poniedziałku zamknięty dla ruchu, podał urząd miasta."
        (folder / f"most{number}.txt").write_text(text, encoding="utf-8")
    (folder / "empty.txt").touch()
    result = run("build", str(folder), "--desk", str(tmp_path / "careo.db"))
    assert result.exit_code == 3
    assert "4 reports" in result.stderr
    assert "1 skipped, 4 as text only" in result.stderr
    assert result.stdout.count("Polish (pl)") == 1
    assert "most2.txt and 1 more" in result.stdout
    assert "most3.txt" not in result.stdout


def test_build_reads_standard_input(run: Run, tmp_path: Path) -> None:
    """`-` takes one report from standard input."""
    desk = str(tmp_path / "careo.db")
    text = (EXAMPLES / "harbour-dispatch.txt").read_bytes()
    assert run("build", "-", "--desk", desk, stdin=text).exit_code == 0
    assert [line["origin"] for line in of("capture", records(run("export", "--desk", desk)))] == ["-"]


def test_build_in_json(run: Run, tmp_path: Path) -> None:
    """`--json` gives the numbers of the build to a program."""
    (line,) = records(run("build", str(EXAMPLES), "--json", "--desk", str(tmp_path / "careo.db")))
    assert (line["captures"], line["new"], line["reports"], line["skips"]) == (4, 4, 4, [])


def test_settings_by_name() -> None:
    """`--set NAME=VALUE` changes one setting and leaves the others."""
    settings = chosen(("workers=2", "parse_seconds=1.5"))
    assert (settings.workers, settings.parse_seconds, settings.max_files) == (2, 1.5, 100_000)


@pytest.mark.parametrize("choice", ["nothing=1", "workers", "workers=two", "workers=0", "parse_seconds=inf"])
def test_a_wrong_setting_is_refused(choice: str) -> None:
    """An unknown name, a missing or a senseless value is wrong use, said with the setting's name."""
    with pytest.raises(UsageError, match=choice.partition("=")[0]):
        chosen((choice,))


def test_stories_for_people(run: Run, here: Path) -> None:
    """The table has the dates, the counts and an id that `dossier` takes."""
    heading, line = run("stories").stdout.splitlines()[:2]
    assert heading.split()[:4] == ["STORY", "REPORTS", "CLAIMS", "DIFFERENCES"]
    assert line.split()[1] == "4"
    assert run("dossier", line.split()[0]).exit_code == 0


@pytest.mark.parametrize(
    ("command", "kind"), [("stories", "story"), ("claims", "claim"), ("discrepancies", "discrepancy")]
)
def test_json_lines_are_those_of_the_export(run: Run, here: Path, command: str, kind: str) -> None:
    """`--json` of a list gives the export's records, no more and no less."""
    listed = records(run(command, "--json"))
    assert sorted(listed, key=lambda r: r["id"]) == sorted(of(kind, exported(run)), key=lambda r: r["id"])


@pytest.mark.parametrize("command", ["claims", "discrepancies"])
def test_one_story_only(run: Run, here: Path, command: str) -> None:
    """`--story` takes the beginning of an id; in a desk of one story it changes nothing."""
    story = records(run("stories", "--json"))[0]["id"]
    assert run(command, "--story", story[:-3]).stdout == run(command).stdout


def test_discrepancies_name_the_reports(run: Run, here: Path) -> None:
    """Each value stands with the reports that give it."""
    listed = run("discrepancies").stdout
    assert "DIFFERENCE" in listed
    assert "claim-" in listed
    assert "Küstenbote" in listed or "Noorderkroniek" in listed.replace("\n", "")


def test_show_of_every_kind(run: Run, here: Path) -> None:
    """`show` works for a record of every kind, and its `--json` is the export's own line."""
    lines = exported(run)
    for record in {line["kind"]: line for line in lines}.values():
        shown = run("show", record["id"])
        assert shown.exit_code == 0
        assert record["id"] in shown.stdout
        assert records(run("show", record["id"], "--json")) == [record]


def test_show_quotes_the_report(run: Run, here: Path) -> None:
    """A statement is shown with its sentence, letter for letter."""
    lines = exported(run)
    statement = of("statement", lines)[0]
    text = next(r["text"] for r in of("report", lines) if r["id"] == statement["report"])
    sentence = " ".join(text[statement["start"] : statement["end"]].split())
    assert sentence in " ".join(run("show", statement["id"]).stdout.split())


def test_dossier_writes_the_page(run: Run, here: Path) -> None:
    """The page goes to a file or to stdout, the same bytes, and the only story need not be named."""
    result = run("dossier", "-o", "page.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (here / "page.html").read_text(encoding="utf-8") == run("dossier").stdout
    assert not (here / "page.html.part").exists()


def test_dossier_in_json(run: Run, here: Path) -> None:
    """`--json` gives the records that the page shows, as in the export."""
    shown = records(run("dossier", "--json"))
    assert {"story", "report", "statement", "claim"} <= {line["kind"] for line in shown}
    assert all(line in exported(run) for line in shown[:20])


def test_dossier_of_an_empty_desk(run: Run, here: Path) -> None:
    """A desk without a story says so."""
    with Desk("empty.db"):
        pass
    result = run("dossier", "--desk", "empty.db")
    assert result.exit_code == 2
    assert "no story" in result.stderr


def test_export_to_a_file(run: Run, here: Path) -> None:
    """A file gets the same bytes as stdout."""
    result, printed = run("export", "--format", "jsonl", "-o", "desk.jsonl"), run("export")
    assert (result.exit_code, result.stdout) == (0, "")
    written = (here / "desk.jsonl").read_bytes()
    assert written == printed.stdout_bytes
    told = f"{len(written.splitlines()):,} records (jsonl, {len(written):,} bytes) written to"
    assert (result.stderr, printed.stderr) == (f"{told} desk.jsonl\n", f"{told} standard output\n")


def test_export_says_how_many_files_it_wrote(run: Run, here: Path) -> None:
    """What was written, how much and where is said on standard error."""
    result = run("export", "--format", "csv", "-o", "tables")
    files = list((here / "tables").iterdir())
    size = sum(file.stat().st_size for file in files)
    assert (result.stdout, result.stderr) == ("", f"{len(files)} files (csv, {size:,} bytes) written to tables\n")


def test_a_place_that_cannot_be_written(run: Run, here: Path) -> None:
    """An output that cannot be written is wrong use, and named."""
    result = run("export", "-o", "nowhere/desk.jsonl")
    assert result.exit_code == 2
    assert "nowhere/desk.jsonl" in result.stderr


def test_verify_of_what_is_whole(run: Run, here: Path) -> None:
    """An untouched desk and an untouched page pass, told apart by their content."""
    run("dossier", "-o", "page.html")
    assert run("verify").exit_code == 0
    assert run("verify", "careo.db").exit_code == 0
    assert run("verify", "page.html").exit_code == 0


def test_verify_sees_one_changed_character(run: Run, here: Path) -> None:
    """A page with one character changed fails with exit code 1."""
    run("dossier", "-o", "page.html")
    page = Path("page.html").read_text(encoding="utf-8")
    Path("page.html").write_text(page.replace("Odalys", "Odalis", 1), encoding="utf-8")
    result = run("verify", "page.html", "--json")
    assert result.exit_code == 1
    assert "was changed" in json.loads(result.stdout.splitlines()[0])["what"]


def test_verify_of_something_else(run: Run, here: Path) -> None:
    """What is neither desk nor page fails; what is not there is wrong use."""
    Path("notes.bin").write_bytes(b"\xff\xfe\x00")
    assert run("verify", "notes.bin").exit_code == 1
    assert run("verify", "nothing.html").exit_code == 2


def test_doctor_tells_how_the_desk_is(run: Run, here: Path) -> None:
    """The doctor's findings come as a table and as lines, each skip with its reason among them."""
    (here / "empty.txt").touch()
    run("build", "empty.txt")
    assert "empty.txt" in run("doctor").stdout
    assert all(set(line) == {"what", "finding"} for line in records(run("doctor", "--json")))


def test_a_decision_is_kept(run: Run, here: Path) -> None:
    """`decide` appends, the export shows it applied, and `withdraw` takes it back."""
    statement = of("statement", exported(run))[0]["id"]
    words = ("decide", "dismiss", statement, "--reason", "not said", "--by", "Ada", "--json")
    (decision,) = records(run(*words))
    assert (decision["by"], decision["reason"], decision["state"]) == ("Ada", "not said", "applied")
    assert run("decide", "withdraw", decision["id"], "--reason", "it is said", "--by", "Ada").exit_code == 0
    assert len(of("decision", exported(run))) == 2


def test_decisions_are_listed_with_what_became_of_them(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`decisions` tells those in force from those that were taken back or followed by another, with words and names."""
    monkeypatch.setenv("COLUMNS", "400")
    assert "nobody has decided anything" in run("decisions").stderr
    one, other, third = (line for line in of("statement", exported(run))[:3])

    def made(*words: str) -> str:
        (line,) = records(run("decide", *words, "--reason", "I read it", "--by", "Ada", "--json"))
        return str(line["id"])

    dropped = made("dismiss", third["id"])
    before, after = made("same", one["id"], other["id"]), made("not_same", one["id"], other["id"])
    back = made("withdraw", dropped)
    gap = of("discrepancy", exported(run))[0]
    aside = made("dismiss", gap["id"])
    standing = {line["id"]: line["standing"] for line in records(run("decisions", "--json"))}
    assert list(standing) == [dropped, before, after, back, aside]
    assert list(standing.values()) == ["withdrawn", "superseded", "in force", "in force", "in force"]
    table = run("decisions").stdout
    assert f"“{one['trigger']['verbatim']}”" in table
    assert "Ada: I read it" in table
    assert f"dismiss {gap['slot']} {' / '.join(value['value'] for value in gap['values'])}" in table


def test_a_decision_on_a_large_desk_says_what_it_waits_for(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where settling takes long that is said on standard error before it begins."""
    statement = of("statement", exported(run))[0]["id"]
    said = ("--reason", "not said", "--by", "Ada", "--json")
    assert run("decide", "dismiss", statement, *said).stderr == ""
    monkeypatch.setattr("careo.cli.decide._MOST", 3)
    result = run("decide", "dismiss", statement, *said)
    assert "bringing the findings of 4 reports up to date" in result.stderr
    assert len(records(result)) == 1


def test_a_person_parts_a_story_and_joins_it_again(run: Run, here: Path) -> None:
    """`not_same` on two reports makes two stories of one, the later `same` puts them in one again."""
    story = max(of("story", exported(run)), key=lambda row: len(row["reports"]))
    two = story["reports"][:2]
    said = ("--reason", "read both", "--by", "Ada")
    assert run("decide", "not_same", *two, *said).exit_code == 0
    assert all(not set(two) <= set(row["reports"]) for row in of("story", exported(run)))
    assert run("decide", "same", *two, *said).exit_code == 0
    assert any(set(two) <= set(row["reports"]) for row in of("story", exported(run)))
    assert run("decide", "same", two[0], of("statement", exported(run))[0]["id"], *said).exit_code == 2


def test_decisions_move_to_another_desk(run: Run, here: Path, built: Path) -> None:
    """Merges and splits in an export make another desk of the same files the same; what is known is not new."""
    rows = exported(run)
    entities = of("entity", rows)
    people = [row["mentions"] for row in entities if row["type"] == "person" and len(row["mentions"]) > 1]
    others = [row["mentions"] for row in entities if row["type"] == "organisation"]
    said = ("--reason", "seen by hand", "--by", "Ada")
    assert run("decide", "split", people[0][0], people[0][-1], *said).exit_code == 0
    assert run("decide", "merge", others[0][0], others[1][0], *said).exit_code == 0
    run("export", "-o", "ledger.jsonl")
    assert of("entity", exported(run)) != entities
    decided = exported(run)
    shutil.copy(built, here / "careo.db")
    assert "2 new decisions" in run("decide", "--from", "ledger.jsonl").stdout
    assert exported(run) == decided
    assert "0 new decisions" in run("decide", "--from", "ledger.jsonl").stdout


def test_a_ledger_that_was_changed_is_refused(run: Run, here: Path) -> None:
    """A decision with other words than its id, a line that is none, and a mix of both ways are wrong use."""
    statement = of("statement", exported(run))[0]["id"]
    run("decide", "dismiss", statement, "--reason", "not said", "--by", "Ada")
    (line,) = [line for line in run("export").stdout.splitlines() if '"kind":"decision"' in line]
    Path("ledger.jsonl").write_text(line.replace("not said", "never said"), encoding="utf-8")
    assert run("decide", "--from", "ledger.jsonl").exit_code == 2
    assert run("decide", "--from", "-", stdin=b"[1]\n").exit_code == 2
    assert run("decide", "dismiss", "--from", "ledger.jsonl").exit_code == 2


@pytest.mark.parametrize("words", [("dismiss",), ("guess", "x", "--reason", "y"), ("same", "report-", "--reason", "y")])
def test_a_senseless_decision_is_refused(run: Run, here: Path, words: tuple[str, ...]) -> None:
    """A decision without subject, of an unknown type or about the wrong kind is wrong use."""
    assert run("decide", *words).exit_code == 2


def test_a_slot_is_corrected_and_a_difference_set_aside(run: Run, here: Path) -> None:
    """`decide correct` and `decide dismiss` say what they did; the lists, `show` and the page say who decided."""
    rows = exported(run)
    toll = next(row for row in of("statement", rows) if row["type"] == "TOLL" and row["figures"])
    figure = toll["figures"][0]
    said = ("--reason", "counted by hand", "--by", "Ada")
    told = run("decide", "correct", toll["id"], f"figure:{figure['measure']}", "about 7000", *said)
    assert f"figure:{figure['measure']} is ~7000, by Ada" in told.stdout
    claim = next(row for row in of("claim", exported(run)) if toll["id"] in row["statements"])
    assert "~7000" in run("claims").stdout or len(claim["statements"]) == 1
    assert "~7000 by Ada: counted by hand" in run("show", toll["id"]).stdout
    one = records(run("discrepancies", "--json"))[0]
    assert run("decide", "dismiss", one["id"], *said).exit_code == 0
    assert one["id"] not in run("discrepancies", "--json").stdout
    assert one["id"] in run("discrepancies", "--all", "--json").stdout
    assert "set aside by Ada" in " ".join(run("discrepancies", "--all").stdout.split())


@pytest.mark.parametrize(
    "words",
    [
        ("correct", "statement-1"), ("correct", "statement-1", "time"), ("dismiss", "claim-1", "--at", "x"),
        ("same", "--at", "x"),
    ],
)  # fmt: skip
def test_a_senseless_correction_is_refused(run: Run, here: Path, words: tuple[str, ...]) -> None:
    """`correct` takes statement, slot and value, and `--at` goes with nothing else."""
    assert run("decide", *words, "--reason", "so").exit_code == 2
