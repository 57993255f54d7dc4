"""The README of a FollowTheMoney export: what is where, and what was left out, with counts."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from careo.render.export.ftm.things import Lost

_EXAMPLES = 5
"""Examples of one kind of loss: enough to see what it is."""

_HEAD = """\
# FollowTheMoney export of careo

| file | what it holds |
|---|---|
| `entities.ftm.json` | FollowTheMoney entities, one JSON object a line, for `ftm`, Aleph and OpenAleph |
| `entities.ftm.csv` | the same, one row a value: FtM's own "statements", for its versions from 4 on |
| `statements.jsonl` | careo's statements, one JSON object a line, whole: what FtM has no place for |

`entities.ftm.csv` also has the report that a value was read from (`origin`), its language, and the value as the report
has it where FtM's form of it differs (`original_value`). It is for FtM's tools only: a
spreadsheet may run a value as a formula; for those there is `careo export --format csv`.

An **Event** is what one report says, not what happened. Its name begins with the type, and whether the report says it
occurred, was authorised, planned, alleged, negated or denied; `description` is the sentence, letter for letter but for
the characters that FtM removes; `proof` is the report; `recordId` is the statement in `statements.jsonl`. Events of one
claim share a keyword `claim-...`; where their reports differ, `notes` say on what. `date` is the day, month or year of
the happening itself; `startDate` and `endDate` are the bounds of what is in force from when to when.

A **Position** belongs to one holder, since nothing says that two ministers of defence are of one country. An
**Occupancy** says that a report gives somebody an office, not since when. A **Similar** is an offer, made by a rule,
and was not applied.
"""


def readme(schemata: Mapping[str, int], lost: Lost) -> str:
    """Return the text; the same entities and losses give the same text."""
    made = "".join(f"| {schema} | {number:,} |\n" for schema, number in sorted(schemata.items()))
    return (
        f"{_HEAD}\n## What was made\n\n| schema | entities |\n|---|---|\n{made}\n## What was left out\n\n"
        f"All of it is in careo's own export: `careo export --format jsonl`.\n\n{_losses(lost)}"
    )


def _losses(lost: Lost) -> str:
    counts: Counter[str] = Counter()
    examples: defaultdict[str, list[str]] = defaultdict(list)
    for (what, example), number in lost.items():
        counts[what] += number
        if example:
            examples[what].append(example)
    if not counts:
        return "Nothing.\n"
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    lines = (f"| {what} | {number:,} | {_shown(examples[what])} |\n" for what, number in rows)
    return f"| what | how many | such as |\n|---|---|---|\n{''.join(lines)}"


def _shown(examples: list[str]) -> str:
    short = [" ".join(example.split())[:80].replace("|", "\\|").replace("`", "'") for example in examples[:_EXAMPLES]]
    return "; ".join(f"`{example}`" for example in short)
