"""entities on MEANTIME: careo's mentions and who they are said to be, within each language and across the four.

The first six sentences of every document are annotated as the pipeline does it and resolved over one language's
documents, then over all ("all"). A mention of careo stands for the gold mention whose head it covers, each at most
once; those that stand at a product or a sum of money are left out.

- `conll`: the mean F1 of MUC, B-cubed and CEAFe, end to end: a gold mention that careo does not have (a pronoun, "the
  company") counts as missed, a mention that the gold does not have as wrong.
- `conll names`: the same over gold mentions that are names; careo's at other gold mentions are left out.
- `b3 names`: B-cubed over the names that careo has a mention at, `found` says how many; "all" is of instances with
  names in two or more languages.

Own figures only: published ones on this set are of systems that were trained on it or that are given the mentions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.make import make_report

from careo.engines.base import Gazetteer, Tagger
from careo.model.seen import Mention
from careo.stages.annotate import annotate
from careo.stages.deciding.settle import Settled
from careo.stages.resolve import NAMED, Named, resolve
from careo.text.stretches import holds
from eval.coreference import conll_f1
from eval.cubed import cubed
from eval.meantime_multi import ASKED, LANGUAGES, Document, Marked, documents
from eval.score import Score, harmonic, share

Item = tuple[str, int, int, str]
"""A gold mention: report, head's start and end, instance; of careo's own the mention's id stands last."""


@dataclass(frozen=True, slots=True)
class Told:
    """A document with careo's names."""

    document: Document
    named: Named

    def items(self) -> dict[Item, Marked]:
        """Return the gold mentions of the types asked for."""
        report = self.named.report
        return {(report, m.start, m.end, m.instance): m for m in self.document.marked if m.type in ASKED}

    def pairs(self) -> dict[str, Item | None]:
        """Return which gold mention each of careo's stands for, by its id: none at one not asked for.

        Where several cover one head the longest has it.
        """
        paired: dict[str, Item | None] = {}
        taken: set[Marked] = set()
        for mention in sorted(self.named.mentions, key=lambda m: (m.start - m.end, m.start, m.id)):
            heads = [one for one in self.document.marked if holds(mention, one)]
            free = [one for one in heads if one not in taken]
            asked = [one for one in free if one.type in ASKED]
            if asked:
                one = max(asked, key=lambda m: (m.named, m.end, m.instance))
                taken.add(one)
                paired[mention.id] = (self.named.report, one.start, one.end, one.instance)
            elif heads:
                paired[mention.id] = None
        return paired


def entities_meantime(data: Path, tagger: Tagger, gazetteer: Gazetteer) -> list[Score]:
    """Return the figures for each language by itself and for all together."""
    told = [_told(document, tagger, gazetteer) for document in documents(data / "meantime")]
    scores: list[Score] = []
    for language in LANGUAGES:
        scores += compared(language, [one for one in told if one.document.language == language])
    return [*scores, *compared("all", told, several=True)]


def _told(document: Document, tagger: Tagger, gazetteer: Gazetteer) -> Told:
    headline, _, body = document.text.partition("\n\n")
    report = make_report(
        document.text,
        language=document.language,
        parts=(("headline", headline), ("body", body)) if body else None,
        origin=f"{document.language}/{document.key}",
    )
    mentions = annotate(report, tagger, gazetteer).mentions
    return Told(document, Named(report.id, document.language, tuple(m for m in mentions if m.type in NAMED)))


def compared(language: str, told: Sequence[Told], *, several: bool = False) -> list[Score]:
    """Return the figures of one corpus; with `several`, B-cubed over instances named in two languages or more."""
    found = resolve([one.named for one in told], Settled())
    entity_of = {mention: entity.id for entity in found for mention in entity.mentions}
    gold = {item: mark for one in told for item, mark in one.items().items()}
    pairs = {id_: item for one in told for id_, item in one.pairs().items()}
    own = _own([mention for one in told for mention in one.named.mentions], pairs, entity_of)
    instances = {item: mark.instance for item, mark in gold.items()}
    names = {item: mark.instance for item, mark in gold.items() if mark.named}
    only = {item: entity for item, entity in own.items() if item in names or item not in instances}
    shared = _shared(told) if several else set(names.values())
    asked = [item for item, instance in names.items() if instance in shared]
    here = [item for item in asked if item in own]
    theirs = {item: names[item] for item in here}
    ours = {item: own[item] for item in here}
    scores = [
        Score("entities", "meantime", language, "conll f1", round(conll_f1(own, instances), 4), len(instances)),
        Score("entities", "meantime", language, "conll names f1", round(conll_f1(only, names), 4), len(names)),
        share("entities", "meantime", language, (len(here), len(asked)), "names found"),
    ]
    figures = cubed(here, ours, theirs), cubed(here, theirs, ours), len(here)
    return scores + harmonic("entities", "meantime", language, figures, label="b3 names ")


def _own(
    mentions: Sequence[Mention], pairs: Mapping[str, Item | None], entity_of: Mapping[str, str]
) -> dict[Item, str]:
    """Return the entity of every mention, by the gold mention it stands for, else by itself."""
    own: dict[Item, str] = {}
    for mention in mentions:
        item = pairs.get(mention.id, (mention.report, mention.start, mention.end, mention.id))
        if item is not None:
            own[item] = entity_of[mention.id]
    return own


def _shared(told: Sequence[Told]) -> set[str]:
    """Return the instances that are named in two languages or more."""
    languages: dict[str, set[str]] = {}
    for one in told:
        for mark in one.items().values():
            if mark.named:
                languages.setdefault(mark.instance, set()).add(one.document.language)
    return {instance for instance, spoken in languages.items() if len(spoken) > 1}
