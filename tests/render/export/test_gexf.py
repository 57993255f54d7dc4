"""The network as GEXF, opened by networkx and compared tie by tie."""

from dataclasses import replace
from io import BytesIO

import networkx

from careo.model.derived import End
from careo.model.inferred import Dossier
from careo.render.export.gexf import pieces
from tests.render.sample import dossier
from tests.render.ties import HOSTILE, names, tie


def opened(base: Dossier) -> networkx.MultiDiGraph:
    (piece,) = pieces([base])
    assert piece.name == f"{base.story.id}.gexf"
    return networkx.read_gexf(BytesIO(b"".join(piece.chunks)))


def test_every_tie_is_there_with_its_direction_status_and_sentence() -> None:
    """What is read back is what the dossier holds, value by value; three ties between two stay three."""
    base, (one, other) = names(dossier(), "Ada Brink", "Ivo Lund")
    told = (
        tie(base, one, other, type="accused", directed=True, first="2031-03-01", last="2031-03-02"),
        tie(base, other, one, type="removed", directed=True, status="denied"),
        tie(base, one, other, n=5),
        tie(base, one, End(None, "ministers")),
    )
    graph = opened(replace(base, network=told))
    read = {data["id"]: (source, target, data) for source, target, data in graph.edges(data=True)}
    assert set(read) == {one.id for one in told}
    for wanted in told:
        source, target, data = read[wanted.id]
        assert (graph.nodes[source]["label"], graph.nodes[target]["label"]) == (wanted.from_.words, wanted.to.words)
        assert (data["deed"], data["status"], data["mutual"]) == (wanted.type, wanted.status, not wanted.directed)
        assert (data.get("first"), data.get("last")) == (wanted.first, wanted.last)
        assert data["statements"].split() == list(wanted.statements)
        assert data["claims"].split() == list(wanted.claims)
        (statement,) = [s for s in base.statements if s.id in wanted.statements]
        (report,) = [r for r in base.reports if r.id == statement.report]
        assert data["sentences"] == " ".join(report.text[statement.start : statement.end].split())


def test_whom_only_a_noun_tells_is_no_one_else() -> None:
    """Two ties to `ministers` are two nodes."""
    base, (one, other) = names(dossier(), "Ada Brink", "Ivo Lund")
    told = (tie(base, one, End(None, "ministers")), tie(base, other, End(None, "ministers"), n=5))
    graph = opened(replace(base, network=told))
    assert sorted(data["label"] for _, data in graph.nodes(data=True)) == [
        "Ada Brink", "Ivo Lund", "ministers", "ministers",
    ]  # fmt: skip


def test_hostile_names_stay_names_and_a_second_run_gives_the_same_bytes() -> None:
    """Markup is escaped; what XML cannot hold is replaced."""
    base, ends = names(dossier(), HOSTILE, "null\x00bell\x07\ud800")
    base = replace(base, network=(tie(base, *ends),))
    assert {data["label"] for _, data in opened(base).nodes(data=True)} == {HOSTILE, "null�bell��"}
    once, again = ([b"".join(piece.chunks) for piece in pieces([base])] for _ in range(2))
    assert once == again


def test_a_story_without_ties_is_an_empty_graph() -> None:
    """No tie, no node."""
    assert not opened(dossier()).nodes
