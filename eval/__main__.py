"""`python -m eval [--data DIR] [--only NAME] [--peers] [--json FILE] [--pin]`: print every measure beside its floor.

The set `peru` is bundled and always measured; the layout of the folder with the others is in
docs/how-to/evaluate.md. A set that is missing is a line, not an error. The exit code is 1 when a figure lies below
its floor.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from careo.engines.gazetteer import FileGazetteer
from careo.engines.neural import NeuralTagger
from careo.engines.sentences import SentenceEncoder
from eval.accounts_differences import discrepancies_ntrex, discrepancies_own
from eval.alignment import claims_ntrex, claims_own
from eval.beside import Peer, beside, peer_scores
from eval.claims import claims
from eval.claims_cltls import claims_cltls
from eval.dates import dates
from eval.discrepancies import discrepancies
from eval.entities import entities
from eval.entities_meantime import entities_meantime
from eval.episodes import Engines, episodes_ntrex, episodes_og2021, episodes_own
from eval.figures import figures
from eval.figures_news import figures_news
from eval.floors import below, pin
from eval.gold import Peru, peru
from eval.main_event import main_event
from eval.meantime import meantime
from eval.name_pairs import name_pairs
from eval.names import names
from eval.origins import origins
from eval.origins_pairs import origins_own, origins_pairs
from eval.pages import pages, pages_data
from eval.pages_view import table
from eval.pairs import pairs
from eval.peers_dates import PEERS as DATE_PEERS
from eval.peers_figures import PEERS as FIGURE_PEERS
from eval.peers_spacy import NAMES as NAME_PEERS
from eval.peers_spacy import SYNTAX as SYNTAX_PEERS
from eval.places import places
from eval.published import PUBLISHED, Published
from eval.quality import versions
from eval.reading import reading
from eval.score import Score, SetMissing
from eval.sentences import sentences
from eval.statements import statements
from eval.statements_news import statements_news, statements_own
from eval.stories import stories, stories_ntrex
from eval.syntax import syntax

TAGGER = NeuralTagger()
ENCODER = SentenceEncoder()
ENGINES = Engines(TAGGER, FileGazetteer(), ENCODER)

BUNDLED: dict[str, Callable[[Peru], list[Score]]] = {
    "reading": reading,
    "statements": statements,
    "stories": stories,
    "entities": entities,
    "origins": origins,
    "claims": claims,
    "discrepancies": discrepancies,
}
"""Measures on the Peru collection."""

OWN: dict[str, Callable[[], list[Score]]] = {
    "sentences": sentences,
    "pages": pages,
    "places": places,
    "news_own": partial(statements_own, TAGGER),
    "episodes": partial(episodes_own, ENGINES),
    "origins": partial(origins_own, ENCODER),
    "claims": claims_own,
    "discrepancies": discrepancies_own,
    "pairs": pairs,
}
"""Measures on lists of our own, beside this file."""

OTHERS: dict[str, tuple[Callable[[Path], list[Score]], ...]] = {
    "pages": (pages_data,),
    "dates": (dates,),
    "figures": (figures, figures_news),
    "names": (partial(names, tagger=TAGGER),),
    "name_pairs": (name_pairs,),
    "syntax": (partial(syntax, tagger=TAGGER),),
    "news": (partial(statements_news, tagger=TAGGER),),
    "meantime": (partial(meantime, tagger=TAGGER),),
    "main_event": (partial(main_event, tagger=TAGGER),),
    "stories": (stories_ntrex,),
    "episodes": (partial(episodes_og2021, engines=ENGINES), episodes_ntrex),
    "entities": (partial(entities_meantime, tagger=TAGGER, gazetteer=FileGazetteer()),),
    "origins": (partial(origins_pairs, encoder=ENCODER),),
    "claims": (claims_ntrex, claims_cltls),
    "discrepancies": (discrepancies_ntrex,),
}
"""Measures on sets in the data folder."""

PEERS: dict[str, tuple[Peer, ...]] = {
    "dates": DATE_PEERS,
    "figures": FIGURE_PEERS,
    "names": NAME_PEERS,
    "syntax": SYNTAX_PEERS,
}
"""Libraries to stand beside careo, asked for with `--peers`; those for pages, which come with careo, always run."""

NAMES = (
    "reading",
    "sentences",
    "pages",
    "dates",
    "figures",
    "places",
    "names",
    "name_pairs",
    "syntax",
    "news",
    "news_own",
    "meantime",
    "main_event",
    "statements",
    "stories",
    "episodes",
    "entities",
    "origins",
    "claims",
    "discrepancies",
    "pairs",
)
"""The order they are printed in."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measures and return the exit code."""
    parser = argparse.ArgumentParser(prog="eval", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder with the annotated sets")
    parser.add_argument("--only", choices=sorted(NAMES), help="one measure only")
    parser.add_argument("--peers", action="store_true", help="dates and figures of other libraries beside careo's")
    parser.add_argument("--json", type=Path, help="write the same figures there as JSON")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured now")
    options = parser.parse_args(arguments)
    scores: list[Score] = []
    for name in NAMES:
        if options.only in (None, name):
            peers = PEERS.get(name, ()) if options.peers else ()
            published = PUBLISHED.get(name, Published())
            for found in _measured(name, options.data):
                theirs, missing = peer_scores(peers, options.data)
                peers = ()  # theirs are of the first group of sets
                _print(found, [*theirs, *published.scores], [*missing, *published.notes])
                scores += [*found, *theirs]
    if options.json:
        run = {"made": versions(), "scores": [asdict(score) for score in scores]}
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")
    failed = below(scores)
    refused = pin(scores) if options.pin else []
    for line in [*failed, *refused]:
        print(line, file=sys.stderr)
    return 1 if failed else 0


def _measured(name: str, data: Path) -> Iterator[list[Score]]:
    """Yield the figures of a measure, set by set; a missing set is a line."""
    print(f"\n{name}")
    if name in BUNDLED:
        yield BUNDLED[name](peru())
    if name in OWN:
        yield OWN[name]()
    for measure in OTHERS.get(name, ()):
        try:
            yield measure(data)
        except SetMissing as missing:
            print(f"skipped: {missing}")


def _print(scores: Sequence[Score], theirs: Sequence[Score], missing: Sequence[str]) -> None:
    for line in missing:
        print(line)
    if theirs:
        print(beside(scores, theirs))
        return
    if scores and scores[0].task == "pages":
        print(table(scores))
        return
    print(f"{'set':<14}{'lang':<6}{'measure':<24}{'value':>7}{'count':>9}")
    for score in scores:
        print(f"{score.set:<14}{score.language:<6}{score.measure:<24}{score.value:>7.3f}{score.count:>9}")


if __name__ == "__main__":
    sys.exit(main())
