"""From an archive to a desk."""

from pathlib import Path

from careo.desk import Desk
from careo.model.seen import Capture
from careo.settings import Settings
from tests.packing import NOTE, PAGE, Warc, tar_of, wacz_of, zip_of

URL = "https://example.org/ferry"
OTHER = (
    b"<html lang='en'><body><article><h1>Mill sold</h1><p>The mill at Farrow Bridge was sold on Tuesday, the parish "
    b"council said.</p><p>The buyer wants to grind oats there and has hired twelve people.</p></article></body></html>"
)


def warc_of(**pages: bytes) -> bytes:
    warc = Warc()
    for name, body in pages.items():
        warc.add(f"{URL}/{name}", body)
    return warc.data


def test_a_web_archive_is_read_into_a_desk_once(tmp_path: Path) -> None:
    """Each page is a report with its address; building again reads only what is new in the archive."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.warc.gz").write_bytes(warc_of(one=PAGE))
    with Desk(tmp_path / "careo.db") as desk:
        first = desk.build([str(tmp_path / "in")])
        assert (first.captures, first.new, first.reports, first.skips) == (1, 1, 1, ())
        assert desk.build([str(tmp_path / "in")]).new == 0
        (tmp_path / "in" / "a.warc.gz").write_bytes(warc_of(one=PAGE, two=OTHER))
        assert desk.build([str(tmp_path / "in")]).new == 1
        assert desk.verify() == ()
        [capture, _] = sorted(desk.records(Capture), key=lambda c: c.url or "")
        assert (capture.url, capture.captured) == (f"{URL}/one", "2025-01-03T12:00:00Z")


def test_one_process_or_two_the_same_desk(tmp_path: Path) -> None:
    """Members handed to worker processes give the export that one process gives."""
    inner = zip_of({"a.html": PAGE, "b.html": OTHER, "c.bin": bytes(range(256)), "d.txt": b"-"})
    (tmp_path / "a.tar.gz").write_bytes(tar_of({"in.zip": inner, "e.txt": NOTE}, "w:gz"))
    (tmp_path / "a.wacz").write_bytes(wacz_of({"1.warc.gz": warc_of(one=PAGE, two=OTHER)}))
    exports = []
    for workers in (1, 2):
        with Desk(":memory:", settings=Settings(workers=workers)) as desk:
            desk.build([str(tmp_path / "a.tar.gz"), str(tmp_path / "a.wacz")])
            exports.append(list(desk.export()))
    assert exports[0] == exports[1]


def test_what_cannot_be_read_is_named_by_its_place_in_the_archive(tmp_path: Path) -> None:
    """A skip of a member stands until that member is mended, and says where it lies."""
    (tmp_path / "a.zip").write_bytes(zip_of({"a.bin": bytes(range(256)), "b.html": PAGE, "c.html": b""}))
    with Desk(":memory:") as desk:
        for _ in range(2):
            built = desk.build([str(tmp_path / "a.zip")])
            assert [skip.input for skip in built.skips] == ["a.zip!/a.bin", "a.zip!/c.html"]


def test_a_mended_archive_is_skipped_no_more(tmp_path: Path) -> None:
    """A download that broke off is a skip until the whole file lies in its place."""
    whole = warc_of(one=PAGE, two=OTHER)
    with Desk(":memory:") as desk:
        (tmp_path / "a.warc.gz").write_bytes(whole[:-100])
        assert "cut off" in desk.build([str(tmp_path / "a.warc.gz")]).skips[0].reason
        (tmp_path / "a.warc.gz").write_bytes(whole)
        assert desk.build([str(tmp_path / "a.warc.gz")]).skips == ()
