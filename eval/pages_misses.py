"""`python -m eval.pages_misses [PART] [--odd]`: what was missed and what was wrong on the bundled pages, file by file.

For whoever improves a reader: PART is a piece of the files' names, such as `de/` or `.pdf`. Who mends by the
odd files keeps the even ones unseen.
"""

import argparse
import sys
from collections.abc import Iterator

from eval.fold import Folded, plain
from eval.pages import BUNDLED, halves, read_pages
from eval.pages_counts import SPECIAL, Read, author, credit, date_is, language_is, parts_of, title_is


def main() -> int:
    """Print the misses."""
    parser = argparse.ArgumentParser(prog="eval.pages_misses", description=__doc__)
    parser.add_argument("part", nargs="?", default="", help="a piece of the names of the files to look at")
    halves(parser)
    options = parser.parse_args()
    for page in read_pages(BUNDLED, options.part, options.half):
        lines = list(_misses(page))
        if lines:
            inside = page.gold.get("member") or page.gold.get("item", "")
            print(f"{page.gold['file']} {inside} ({page.gold.get('make_up')})", *lines, sep="\n  ")
    return 0


def _misses(page: Read) -> Iterator[str]:
    gold, own = page.gold, page.own
    if own is None:
        yield "not read"
        return
    text = Folded(own.text)
    yield from (f"missing: {part}" for part in gold["segments"] if text.find(part)[0] < 0)
    yield from (f"furniture: {part}" for part in gold["furniture"] if text.find(part)[0] >= 0)
    for name, right, got, wanted in (
        ("date", date_is(gold, own), own.published, gold["published"]),
        ("title", title_is(gold, own), own.title, gold["title"]),
        ("language", language_is(gold, own), own.language, gold["language"]),
    ):
        if not right:
            yield f"{name}: {got!r}, not {wanted!r}"
    if len(set(author(gold, own))) > 1:
        yield f"author: {sorted(map(plain, own.author))}, not {gold['author']}"
    if len(set(credit(gold, own))) > 1:
        yield f"credit: {own.credit}, not {[(line['role'], line['name']) for line in gold['credit']]}"
    if len(set(parts_of(gold, own))) > 1:
        found = [(role, part[:50], date) for role, part, date in own.parts if role in SPECIAL]
        yield f"parts: {found}, not {[(part['role'], part['quote'], part['date']) for part in gold['parts']]}"


if __name__ == "__main__":
    sys.exit(main())
