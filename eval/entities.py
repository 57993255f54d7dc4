"""entities on the bundled gold: spellings found as mentions, and whether mentions of one entity are one entity.

Every place where a report in its own language writes a gold spelling is one item. B-cubed (Bagga and Baldwin 1998)
is over the items that careo has a mention at; one that belongs to no entity stands alone.
"""

import re
from collections.abc import Iterator

from careo.model.seen import Mention
from eval.cubed import cubed
from eval.gold import Peru
from eval.score import Score, harmonic, share

NAMES = ("person", "organisation", "unit", "place", "name")
Item = tuple[str, int, int]
"""Report, start and end of a spelling in its text."""


def entities(peru: Peru) -> list[Score]:
    """Return the share of items with a mention, and B-cubed over those, by language."""
    items = dict(gold_items(peru))
    mention_of = {item: mention for item in items if (mention := at(peru, item)) is not None}
    entity_of = {mention: entity.id for entity in peru.found.entities for mention in entity.mentions}
    own = {item: entity_of.get(mention.id, mention.id) for item, mention in mention_of.items()}
    gold = {item: items[item] for item in own}
    language_of = {report["id"]: report["language"] for report in peru.gold["reports"]}
    scores: list[Score] = []
    for language in [*peru.languages, "all"]:
        asked = [item for item in items if language in (language_of[item[0]], "all")]
        found = [item for item in asked if item in own]
        scores.append(share("entities", "peru", language, (len(found), len(asked)), "found"))
        figures = (cubed(found, own, gold), cubed(found, gold, own), len(found))
        scores += harmonic("entities", "peru", language, figures, label="b3 ")
    return scores


def gold_items(peru: Peru) -> Iterator[tuple[Item, str]]:
    """Yield every place of a gold spelling with its entity; the longest spelling wins where two overlap."""
    for report in peru.gold["reports"]:
        read = peru.found.reports.get(report["id"])
        names = [
            (name["text"], str(entity["id"]))
            for entity in peru.gold["entities"]
            for name in entity["names"]
            if name["language"] == report["language"]
        ]
        taken: list[tuple[int, int]] = []
        for text, entity in sorted(names, key=lambda name: (-len(name[0]), name)):
            pattern = r"(?<!\w)" + r"\s+".join(re.escape(word) for word in text.split()) + r"(?!\w)"
            for hit in re.finditer(pattern, read.text if read else ""):
                if not any(start < hit.end() and hit.start() < end for start, end in taken):
                    taken.append(hit.span())
                    yield (report["id"], *hit.span()), entity


def at(peru: Peru, item: Item) -> Mention | None:
    """Return the mention of a name that shares most characters with an item, if any."""
    name, start, end = item
    here = [
        mention
        for mention in peru.found.mentions
        if mention.type in NAMES
        and peru.name_of.get(mention.report) == name
        and mention.start < end
        and start < mention.end
    ]
    return max(here, key=lambda m: (min(m.end, end) - max(m.start, start), m.start - m.end, m.id), default=None)
