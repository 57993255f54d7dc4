"""The formats that a desk is exported to, beside its own JSON lines: one line a format."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from careo.model.inferred import Dossier
from careo.render.export import annotation, csvfiles, ftm, geojson, gexf, markdown, parquet
from careo.render.export.pieces import Piece


@dataclass(frozen=True, slots=True)
class Format:
    """One format of the export."""

    about: str
    """What it holds and for whom, in one line."""
    pieces: Callable[[Iterable[Dossier]], Iterator[Piece]]
    """Makes its files; the dossiers may be gone through more than once, each time in the same order."""
    extra: str | None = None
    """The extra of the package that it needs, if any."""
    check: Callable[[Iterable[Dossier]], tuple[str, ...]] | None = None
    """Says what the package of the format's own field would lose, if there is such a check."""
    by_story: bool = False
    """Whether each story has a file of its own, so that they go to a folder unless one story is asked for."""


FORMATS: Mapping[str, Format] = {
    "csv": Format("tables for spreadsheets, a row a statement, a row a claim and witness", csvfiles.pieces),
    "parquet": Format("the same tables with types and lists, for data tools", parquet.pieces, parquet.EXTRA),
    "markdown": Format("a note for each story, to read and to paste", markdown.pieces, by_story=True),
    "geojson": Format("places of statements, for QGIS and web maps", geojson.pieces),
    "ftm": Format("FollowTheMoney entities, for Aleph and OpenAleph", ftm.pieces, check=ftm.problems),
    "gexf": Format("who did what to whom, for Gephi and networkx", gexf.pieces, by_story=True),
    "annotation": Format("W3C Web Annotations, each sentence pinned to its file by hash", annotation.pieces),
}
"""By the word that `careo export --format` takes."""
