"""pages: text, date, title, names and credit read from pages, beside plain trafilatura and htmldate.

The set is a folder of pages with `gold.jsonl`, one object a page; docs/how-to/evaluate.md has its layout. A key that
an object lacks is not counted for that page, so that simpler golds work too. Text is counted by stretches: those that
must be there and are (right), are not (missing), and those that must not be there and are (wrong).

`python -m eval.pages [--odd | --even]` prints the table of one half: look at the odd files to mend, and keep the even
ones unseen to measure by.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from careo import Report, Settings
from careo.errors import InputError
from careo.gather import gather
from careo.model.seen import Capture, Skip
from careo.readers.guard import parse
from careo.stages.read import read
from eval.fold import Folded
from eval.pages_counts import MEASURES, Gold, Measure, Read, title_is
from eval.pages_peers import PEERS
from eval.pages_view import View, is_html, table
from eval.score import Score, SetMissing

BUNDLED = Path(__file__).parent / "pages"
_NUMBER = re.compile(r"(\d+)[^/]*$")


def pages() -> list[Score]:
    """Return the figures of the bundled pages."""
    return measured(BUNDLED, "pages")


def pages_data(data: Path) -> list[Score]:
    """Return the figures of the pages in a data folder; raises SetMissing."""
    if not (data / "pages" / "gold.jsonl").is_file():
        raise SetMissing(f"no {data / 'pages' / 'gold.jsonl'}")
    return measured(data / "pages", "data")


def measured(folder: Path, name: str, half: int | None = None) -> list[Score]:
    """Return the figures of a folder of pages, or of the half whose files' numbers leave that rest by 2."""
    done = list(read_pages(folder, half=half))
    html = [page for page in done if is_html(page.gold) and (folder / page.gold["file"]).is_file()]
    scores = _scores(name, done, "", MEASURES)
    scores += _scores(f"{name}-html", html, "", MEASURES)
    for peer, (view, measures) in PEERS.items():
        seen = [Read(page.gold, view((folder / page.gold["file"]).read_bytes())) for page in html]
        chosen = {measure: MEASURES[measure] for measure in measures}
        scores += _scores(f"{name}-html", seen, peer, chosen)
    return scores


def read_pages(folder: Path, part: str = "", half: int | None = None) -> Iterator[Read]:
    """Yield each gold page of a folder, those with `part` in their file's name, beside what careo made of it."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    golds: list[Gold] = [_whole(json.loads(line)) for line in lines if line.strip()]
    for file in dict.fromkeys(gold["file"] for gold in golds if part in gold["file"]):
        if half is None or _rest(file) == half:
            yield from _file(folder, file, golds)


def _rest(file: str) -> int | None:
    numbered = _NUMBER.search(file)
    return int(numbered[1]) % 2 if numbered else None


def _whole(gold: Gold) -> Gold:
    """Return the object with a language (else that of its folder) and the bare value of its date."""
    gold = {"language": str(gold["file"]).split("/")[0], **gold}
    if isinstance(gold.get("published"), Mapping):
        gold["published"] = gold["published"].get("value")
    return gold


def _file(folder: Path, file: str, golds: Sequence[Gold]) -> Iterator[Read]:
    """Yield the gold pages of a file beside careo's reports; which belongs to which is told by text, then by place."""
    wanted = [gold for gold in golds if gold["file"] == file]
    found = list(_careo(folder / file))
    pairs = [(_likeness(gold, own), -n, -m) for n, gold in enumerate(wanted) for m, own in enumerate(found)]
    chosen: dict[int, View] = {}
    used: set[int] = set()
    for _, n, m in sorted(pairs, reverse=True):
        if -n not in chosen and -m not in used:
            chosen[-n] = found[-m]
            used.add(-m)
    yield from (Read(gold, chosen.get(n)) for n, gold in enumerate(wanted))


def _careo(path: Path) -> Iterator[View]:
    settings = Settings()
    if not path.is_file():  # named by the gold and not there: a page that was not read
        return
    for received in gather([str(path)], settings):
        if isinstance(received, Skip):
            continue
        try:
            reports = read(received, parse(received, settings))
        except InputError:
            continue
        yield from (_view(received.capture, report) for report in reports)


def _view(capture: Capture, report: Report) -> View:
    """Return a report as it is counted: its text without what is marked as furniture."""
    told = "".join("\n" if part.role == "furniture" else report.text[part.start : part.end] for part in report.parts)
    return View(
        text=told,
        title=report.title,
        published=report.date,
        author=report.author,
        credit=tuple((line.role, line.name) for line in report.credit),
        language=report.language,
        parts=tuple((part.role, report.text[part.start : part.end], part.date) for part in report.parts),
        member=capture.member or capture.url,
        item=report.item,
        captured=capture.captured,
    )


def _likeness(gold: Gold, own: View) -> tuple[int, bool, bool, bool]:
    text = Folded(own.text)
    hits = sum(text.find(segment)[0] >= 0 for segment in gold.get("segments") or ())
    member = bool(own.member and gold.get("member") and own.member.endswith(str(gold["member"])))
    return hits, title_is(gold, own), member, own.item == gold.get("item", 0)


def _scores(set_: str, done: Sequence[Read], who: str, measures: Mapping[str, Measure]) -> list[Score]:
    """Return one tool's figures by language and over all; a peer's carry its name, so that they get no floor."""
    scores: list[Score] = []
    for language in [*sorted({page.gold["language"] for page in done}), "all"]:
        chosen = [page for page in done if language in (page.gold["language"], "all")]
        for name, measure in measures.items():
            scores += measure(set_, language, name, chosen)
    return [replace(score, measure=f"{score.measure} ({who})") for score in scores] if who else scores


def halves(parser: argparse.ArgumentParser) -> None:
    """Give a command the choice of a half."""
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--odd", dest="half", action="store_const", const=1, help="files with odd numbers only")
    chosen.add_argument("--even", dest="half", action="store_const", const=0, help="files with even numbers only")


def main() -> int:
    """Print the table of the bundled pages."""
    parser = argparse.ArgumentParser(prog="eval.pages", description=__doc__)
    halves(parser)
    print(table(measured(BUNDLED, "pages", parser.parse_args().half)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
