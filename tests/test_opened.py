"""Archives at the door: members become captures, whatever is hostile or broken one Skip."""

import base64
import bz2
import gzip
import hashlib
import io
import lzma
import random
import re
import tarfile
import zipfile
import zlib
from pathlib import Path

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careo.gather import gather
from careo.model.ids import sha256
from careo.model.seen import Received, Skip
from careo.settings import Settings
from tests.packing import NOTE, PAGE, PICTURE, Warc, letter, mbox_of, tar_link, tar_of, wacz_of, zip_of

SETTINGS = Settings(max_input_bytes=2_000_000, unpack_seconds=20.0)
URL = "https://example.org/ferry"
NOISE = random.Random(1).randbytes(90_000)


def opened(data: bytes, limits: Settings = SETTINGS) -> list[Received | Skip]:
    """Return what an archive gives, read from standard input and so without a file."""
    found = list(gather(["-"], limits, stdin=io.BytesIO(data)))
    assert not [
        item for item in found if isinstance(item, Skip) and ("crashed" in item.reason or "gave up" in item.reason)
    ]
    return found


def members(items: list[Received | Skip]) -> dict[str | None, bytes]:
    """Return the bytes of what was taken."""
    return {item.capture.member: item.data for item in items if isinstance(item, Received)}


def skips(items: list[Received | Skip]) -> list[tuple[str, str]]:
    """Return what was skipped, by member, and why."""
    return [(item.input.removeprefix("-!/"), item.reason) for item in items if isinstance(item, Skip)]


@pytest.mark.parametrize(
    "data",
    [
        zip_of({"in/a.html": PAGE, "b.txt": NOTE}),
        zip_of({"in/a.html": PAGE, "b.txt": NOTE}, zipfile.ZIP_LZMA),
        tar_of({"in/a.html": PAGE, "b.txt": NOTE}),
        tar_of({"in/a.html": PAGE, "b.txt": NOTE}, "w:gz"),
        tar_of({"in/a.html": PAGE, "b.txt": NOTE}, "w:bz2"),
        tar_of({"in/a.html": PAGE, "b.txt": NOTE}, "w:xz"),
    ],
    ids=["zip", "zip-lzma", "tar", "tar.gz", "tar.bz2", "tar.xz"],
)
def test_each_file_of_an_archive_is_a_capture(data: bytes) -> None:
    """Members have their own name, bytes, hash and media type; the time of the file is nobody's time of capture."""
    items = opened(data)
    assert members(items) == {"in/a.html": PAGE, "b.txt": NOTE}
    for item in items:
        assert isinstance(item, Received)
        assert item.capture.sha256 == sha256(item.data)
        assert (item.capture.origin, item.capture.captured, item.capture.url) == ("-", None, None)
    assert [item.capture.media_type for item in items if isinstance(item, Received)] == ["text/html", "text/plain"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_is_its_only_member(tmp_path: Path, pack: object) -> None:
    """page.html.gz holds page.html."""
    assert callable(pack)
    (tmp_path / "page.html.gz").write_bytes(pack(PAGE))
    assert members(list(gather([str(tmp_path)], SETTINGS))) == {"page.html": PAGE}


def test_what_is_no_report_is_passed_over_without_a_word() -> None:
    """Pictures, styles, scripts, hidden files and folders of an archive cost nothing, not even a skip."""
    files = {"a.html": PAGE, "b.png": PICTURE, "c": PICTURE, "d.css": b"p {}", "e.js": b"x", ".git/f": NOTE,
             "__MACOSX/._a.html": NOTE, "g/": b""}  # fmt: skip
    for data in (zip_of(files), tar_of({name: data for name, data in files.items() if name != "g/"})):
        assert (list(members(opened(data))), skips(opened(data))) == (["a.html"], [])


def test_archives_inside_archives_are_opened_to_a_depth() -> None:
    """A zip in a tar in a zip is read, with the way to it in the name; one more is one skip."""
    inner = zip_of({"a.html": PAGE})
    nested = zip_of({"x.tar.gz": tar_of({"y.zip": inner, "z.txt": NOTE}, "w:gz")})
    assert members(opened(nested, limits=Settings(max_depth=4))) == {
        "x.tar.gz!/y.zip!/a.html": PAGE,
        "x.tar.gz!/z.txt": NOTE,
    }
    items = opened(nested, limits=Settings(max_depth=3))
    assert list(members(items)) == ["x.tar.gz!/y.zip!/a.html", "x.tar.gz!/z.txt"]
    items = opened(zip_of({"w.zip": nested, "v.txt": NOTE}))
    assert list(members(items)) == ["w.zip!/x.tar.gz!/z.txt", "v.txt"]
    assert [(name, "max_depth" in reason) for name, reason in skips(items)] == [("w.zip!/x.tar.gz!/y.zip", True)]


def test_a_letter_of_an_mbox_is_a_capture() -> None:
    """Letters are named by their Message-ID, else by number; quoted From lines come back as they were."""
    data = mbox_of(letter("one", "Hello.\n>From here on", "one@example.org"), letter("two", "Hello again."))
    items = opened(data)
    assert members(items) == {
        "one@example.org": letter("one", "Hello.\nFrom here on", "one@example.org") + b"\n",
        "2": letter("two", "Hello again.") + b"\n",
    }
    assert {item.capture.media_type for item in items if isinstance(item, Received)} == {"message/rfc822"}


# web archives


@pytest.mark.parametrize("packed", [True, False])
def test_a_response_is_a_capture_with_what_the_archive_says(packed: bool) -> None:
    """Address, time, charset and type come from the record and its HTTP header."""
    warc = Warc(packed=packed)
    warc.add(URL, PAGE, "text/html; charset=ISO-8859-1", date="2025-01-03T12:00:00.123456Z")
    [item] = opened(warc.data)
    assert isinstance(item, Received)
    assert (item.data, item.capture.member) == (PAGE, f"20250103120000/{URL}")
    assert (item.capture.url, item.capture.captured, item.capture.charset, item.capture.media_type) == (
        URL, "2025-01-03T12:00:00Z", "ISO-8859-1", "text/html",
    )  # fmt: skip


def test_a_web_archive_packed_as_a_whole_is_read_too() -> None:
    """One gzip stream over all records is against the rules and common."""
    warc = Warc(packed=False)
    warc.add(URL, PAGE)
    warc.add(f"{URL}2", NOTE, "text/plain")
    assert len(members(opened(gzip.compress(warc.data)))) == 2


def test_only_what_may_be_a_report_is_taken() -> None:
    """Pictures, scripts, requests, metadata, robots.txt, redirects and records of no address are passed over."""
    warc = Warc()
    warc.add(URL, PAGE)
    for url, body, type_, status in (
        (f"{URL}/a.png", PICTURE, "image/png", "200 OK"),
        (f"{URL}/a.js", b"x", "application/javascript", "200 OK"),
        (f"{URL}/a.bin", b"PK\x03\x04", "application/octet-stream", "200 OK"),
        (f"{URL}/old", b"<html>moved", "text/html", "301 Moved Permanently"),
        (f"{URL}/empty", b"", "text/html", "204 No Content"),
        ("https://example.org/robots.txt", b"User-agent: *", "text/plain", "200 OK"),
    ):
        warc.add(url, body, type_, status=status)
    warc.add_plain("urn:text:x", NOTE)
    warc.add_plain(URL, NOTE, "metadata")
    warc.add_plain(URL, NOTE, "conversion")
    warc.add_plain("https://example.org/note.txt", NOTE)
    items = opened(warc.data)
    assert sorted(members(items).values()) == sorted([PAGE, NOTE])
    assert skips(items) == []


def test_errors_of_the_server_are_one_skip_a_kind() -> None:
    """Pages that were not found are no reports; many of them are one line."""
    warc = Warc()
    for number in range(3):
        warc.add(f"{URL}/{number}", PAGE, status="404 Not Found")
    warc.add(f"{URL}/down", PAGE, status="503 Service Unavailable")
    reasons = sorted(reason for _, reason in skips(opened(warc.data)))
    assert [reason[:40] for reason in reasons] == [
        "3 members: the server answered 404, whic",
        "the server answered 503, which is no rep",
    ]


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
@pytest.mark.parametrize("hexadecimal", [True, False])
def test_a_response_that_does_not_fit_its_digest_is_not_used(algorithm: str, hexadecimal: bool) -> None:
    """One changed letter costs this record alone, in whichever way the digest is written."""
    raw = hashlib.new(algorithm, PAGE).digest()
    value = raw.hex() if hexadecimal else base64.b32encode(raw).decode()
    warc = Warc(packed=False)
    warc.add(URL, PAGE, said={"WARC-Payload-Digest": f"{algorithm}:{value}"})
    warc.add(f"{URL}/2", NOTE, "text/plain")
    assert len(members(opened(warc.data))) == 2
    items = opened(warc.data.replace(b"ninety", b"twenty"))
    assert list(members(items).values()) == [NOTE]
    [(name, reason)] = skips(items)
    assert name == f"20250103120000/{URL}"
    assert "digest" in reason


def test_a_revisit_has_the_bytes_of_the_response_it_repeats(tmp_path: Path) -> None:
    """Wherever the original lies, before, behind or in another input, the revisit is a capture of its own time."""
    first, second = Warc(), Warc()
    digest = first.add(URL, PAGE)
    second.add_revisit(f"{URL}/again", digest)
    for name, data in (("a.warc.gz", second.data), ("b.warc.gz", first.data)):
        (tmp_path / name).write_bytes(data)
    found = [item for item in gather([str(tmp_path)], SETTINGS) if isinstance(item, Received)]
    assert [(item.capture.origin, item.capture.captured, item.capture.url) for item in found] == [
        ("b.warc.gz", "2025-01-03T12:00:00Z", URL),
        ("a.warc.gz", "2025-02-04T08:30:00Z", f"{URL}/again"),
    ]
    assert {item.data for item in found} == {PAGE}


def test_two_web_archives_of_one_name_are_both_looked_through(tmp_path: Path) -> None:
    """Two files named alone may have one origin; the response is found in either."""
    first, second = Warc(), Warc()
    digest = first.add(URL, PAGE)
    second.add(f"{URL}/other", NOTE, "text/plain")
    second.add_revisit(f"{URL}/again", digest)
    paths = [tmp_path / name / "a.warc.gz" for name in ("one", "two")]
    for path, data in zip(paths, (first.data, second.data), strict=True):
        path.parent.mkdir()
        path.write_bytes(data)
    assert skips(list(gather([str(path) for path in paths], SETTINGS))) == []


def test_a_revisit_without_its_response_is_a_skip_unless_it_is_a_picture() -> None:
    """What cannot be resolved is said; a repeated picture is passed over like the picture."""
    warc = Warc()
    picture = warc.add(f"{URL}/a.png", PICTURE, "image/png")
    warc.add_revisit(f"{URL}/a.png", picture, type_="image/png")
    warc.add_revisit(URL, "sha1:" + "A" * 32)
    [(name, reason)] = skips(opened(warc.data))
    assert (name, "none of the inputs holds" in reason) == (f"20250204083000/{URL}", True)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content-Encoding": "deflate"}),
        (zlib.compress(PAGE)[2:-4], {"Content-Encoding": "deflate"}),
        (brotli.compress(PAGE), {"Content-Encoding": "br"}),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), {"Transfer-Encoding": "chunked"}),
        (PAGE, {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}),
        (PAGE, {"Content-Encoding": "br"}),
        (PAGE, {"Content-Encoding": "UTF-8"}),
    ],
    ids=["gzip", "deflate", "bare deflate", "br", "chunks", "undone already", "undone already, br", "no coding"],
)
def test_however_a_response_was_coded_its_page_is_taken(body: bytes, headers: dict[str, str]) -> None:
    """What was done for the way is undone; where the crawler had undone it the header is not believed."""
    warc = Warc()
    warc.add(URL, body, http=headers)
    assert list(members(opened(warc.data)).values()) == [PAGE]


def _zstd(_: bytes) -> bytes:
    return b"\x28\xb5\x2f\xfd" + NOISE


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_response_that_unpacks_like_a_bomb_is_one_skip(coding: str) -> None:
    """A body of a thousand times its size, or of an unknown coding, costs its record alone."""
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": _zstd}[coding]
    warc = Warc()
    warc.add(URL, pack(b"<html>" + b"a" * 50_000_000), http={"Content-Encoding": coding})
    warc.add(f"{URL}/2", PAGE)
    items = opened(warc.data)
    assert list(members(items).values()) == [PAGE]
    assert len(skips(items)) == 1


def test_a_wacz_gives_the_pages_of_its_web_archives_alone() -> None:
    """Indexes and page lists are passed over; a revisit is resolved across the WARC files."""
    first, second = Warc(), Warc()
    digest = first.add(URL, PAGE)
    second.add_revisit(f"{URL}/again", digest)
    items = opened(wacz_of({"1.warc.gz": first.data, "2.warc.gz": second.data}))
    assert list(members(items)) == [
        f"archive/1.warc.gz!/20250103120000/{URL}",
        f"archive/2.warc.gz!/20250204083000/{URL}/again",
    ]
    assert skips(items) == []


def test_a_wacz_with_a_changed_web_archive_does_not_use_it() -> None:
    """The package's hashes are checked before a record is read."""
    warc = Warc()
    warc.add(URL, PAGE)
    items = opened(wacz_of({"1.warc.gz": warc.data}, lie=True))
    assert members(items) == {}
    [(name, reason)] = skips(items)
    assert (name, "package" in reason) == ("archive/1.warc.gz", True)


# limits and hostile archives


def locked(files: dict[str, bytes]) -> bytes:
    """Return a zip whose members say that they are encrypted."""
    data = bytearray(zip_of(files))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), bytes(data)):
            data[found.start() + at] |= 1
    return bytes(data)


def overlapping() -> bytes:
    """Return a zip whose list names the same packed bytes many times."""
    data = zip_of({"a.txt": b"0" * 1000})
    at = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[at:end]
    entries = b"".join(entry.replace(b"a.txt", b"%05d" % number) for number in range(50))
    tail = bytearray(data[end:])
    tail[8:12] = (50).to_bytes(2, "little") * 2
    tail[12:16] = len(entries).to_bytes(4, "little")
    return data[:at] + entries + bytes(tail)


def bad_crc() -> bytes:
    """Return a zip of two members, the first with other bytes than its check sum says."""
    return zip_of({"a.txt": NOTE, "b.txt": NOTE}, zipfile.ZIP_STORED).replace(b"Tuesday", b"Someday", 1)


def lying_size() -> bytes:
    """Return a zip whose first member says that it is four bytes long."""
    data = bytearray(zip_of({"a.txt": NOTE * 50, "b.txt": NOTE}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (4).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "kept", "reason"),
    [
        (zip_of({"bomb.txt": b"0" * 30_000_000, "a.txt": NOTE}), ["a.txt"], "bomb"),
        (zip_of({"b.zip": zip_of({"bomb.txt": b"0" * 30_000_000}), "a.txt": NOTE}), ["a.txt"], "bomb"),
        (gzip.compress(b"0" * 30_000_000), [], "bomb"),
        (bz2.compress(b"0" * 30_000_000), [], "bomb"),
        (tar_of({"a.txt": NOTE, "bomb.txt": b"0" * 30_000_000}, "w:xz"), ["a.txt"], "bomb"),
        (overlapping(), [], "lie in one another"),
        (locked({"a.txt": NOTE, "b.txt": NOTE}), [], "2 members: encrypted"),
        (bad_crc(), ["b.txt"], "damaged"),
        (lying_size(), ["b.txt"], "damaged"),
        (zip_of({"large.txt": NOISE.hex().encode() * 12, "a.txt": NOTE}), ["a.txt"], "max_input_bytes"),
        (zip_of({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), [], "office program"),
        (tar_of({"a.txt": NOTE}, extra=[tar_link("l", tarfile.SYMTYPE)]), ["a.txt"], "link"),
        (tar_of({"a.txt": NOTE}, extra=[tar_link("d", tarfile.CHRTYPE), tar_link("h", tarfile.LNKTYPE)]), ["a.txt"],
         "2 members: a link"),
        (b"PK\x03\x04 and no more", [], "damaged or cut off"),
        (b"\x1f\x8b and no more", [], "damaged or cut off"),
        (b"WARC/1.0\r\nno more", [], "damaged or cut off"),
        (b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\nWARC-Type: response\r\n\r\nx", [], "damaged or cut off"),
    ],
)  # fmt: skip
def test_a_hostile_archive_costs_one_skip(data: bytes, kept: list[str], reason: str) -> None:
    """Bombs, locked and linked members, lies and stumps cost one line with its reason; the rest is read."""
    items = opened(data)
    assert list(members(items)) == kept
    [(_, why)] = skips(items)
    assert reason in why


@pytest.mark.parametrize(
    "whole",
    [
        zip_of({"a.txt": NOTE, "b.txt": NOISE, "c.txt": NOTE}),
        zip_of({"a.txt": NOTE, "b.txt": NOISE, "c.txt": NOTE}, zipfile.ZIP_STORED),
        tar_of({"a.txt": NOTE, "b.txt": NOISE, "c.txt": NOTE}),
        tar_of({"a.txt": NOTE, "b.txt": NOISE, "c.txt": NOTE}, "w:gz"),
    ],
    ids=["zip", "zip, not packed", "tar", "tar.gz"],
)
def test_what_came_before_a_break_is_kept(whole: bytes) -> None:
    """A download that broke off gives the members that are whole, and one skip."""
    items = opened(whole[: len(whole) // 2])
    assert members(items)["a.txt"] == NOTE
    [(_, reason)] = skips(items)
    assert "cut off" in reason


def test_what_came_before_a_break_in_a_web_archive_is_kept() -> None:
    """A WARC that ends in mid-record gives the records before."""
    for packed in (True, False):
        warc = Warc(packed=packed)
        warc.add(URL, PAGE)
        warc.add(f"{URL}/2", PAGE + random.Random(1).randbytes(5000))
        items = opened(warc.data[:-2000])
        assert list(members(items).values()) == [PAGE]
        [(_, reason)] = skips(items)
        assert "cut off" in reason


def test_names_are_labels_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ways out of the folder, drives and control characters are letters of a name; no file appears anywhere."""
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    names = ["../../c.txt", "/etc/d.txt", "C:\\e.txt", "f\x1b[31m.txt", "g/../h.txt"]
    for data in (zip_of(dict.fromkeys(names, NOTE)), tar_of(dict.fromkeys(names, NOTE))):
        found = [str(name) for name in members(opened(data))]
        assert found == ["../../c.txt", "/etc/d.txt", "C:\\e.txt", "f\\x1b[31m.txt", "g/../h.txt"]
    assert [path.name for path in tmp_path.rglob("*")] == ["a", "b"]


def test_two_members_of_one_name_are_two_captures() -> None:
    """Other bytes under the same name are another capture; the same bytes are one."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for data in (NOTE, PAGE, NOTE):
                archive.writestr("a.txt", data)
    items = opened(buffer.getvalue())
    assert [item.data for item in items if isinstance(item, Received)] == [NOTE, PAGE]


@pytest.mark.parametrize(
    ("limits", "setting"),
    [
        (Settings(max_members=3), "max_members"),
        (Settings(max_unpacked_bytes=200), "max_unpacked_bytes"),
    ],
)
def test_an_archive_that_costs_too_much_is_left(limits: Settings, setting: str) -> None:
    """At the limit nothing more is read; what was read is kept, and the limit is named."""
    files = {f"{number}.txt": NOTE + bytes([65 + number]) for number in range(9)}
    for data in (zip_of(files), tar_of(files), mbox_of(*(letter(name, "x" * 50) for name in files))):
        items = opened(data, limits=limits)
        assert 0 < len(members(items)) < 9
        [(_, reason)] = skips(items)
        assert setting in reason


def test_an_archive_may_be_larger_than_one_input(tmp_path: Path) -> None:
    """max_input_bytes is for members: a folder's archive of many is read from its path, member by member."""
    data = random.Random(1).randbytes(60_000)
    files = {f"{number}.txt": data.hex().encode()[number:] for number in range(30)}
    (tmp_path / "a.tar").write_bytes(tar_of(files))
    items = list(gather([str(tmp_path)], Settings(max_input_bytes=200_000)))
    assert members(items) == files


def test_an_archive_is_found_wherever_the_process_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path is read from the folder the user stands in now, though the unpacker was started in another."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.zip").write_bytes(zip_of({f"{name}.txt": NOTE}))
        monkeypatch.chdir(tmp_path / name)
        assert list(members(list(gather(["a.zip"], SETTINGS)))) == [f"{name}.txt"]


def test_the_same_archive_gives_the_same_ids(tmp_path: Path) -> None:
    """Ids hang on origin, member and bytes; how the archive was packed is not in them."""
    for name, method in (("one", zipfile.ZIP_STORED), ("two", zipfile.ZIP_DEFLATED)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.zip").write_bytes(zip_of({"a.txt": NOTE, "b.html": PAGE}, method))
    one, two = (list(gather([str(tmp_path / name)], SETTINGS)) for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize("step", ["close", "interleave"])
def test_leaving_an_archive_in_the_middle_harms_no_other(tmp_path: Path, step: str) -> None:
    """Two archives may be read in turns, and one left half read."""
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(zip_of({f"{n}.txt": NOTE + name.encode() + bytes([65 + n]) for n in range(5)}))
    first, second = (gather([str(tmp_path / name)], SETTINGS) for name in ("a.zip", "b.zip"))
    head = [next(first)]
    rest = list(second)
    head += [] if step == "close" else list(first)
    first.close()  # type: ignore[attr-defined]
    assert (len(head), len(rest)) == (1 if step == "close" else 5, 5)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Settings(unpack_seconds=0.01, max_ratio=10**6), "unpack_seconds"),
        (Settings(parse_memory_bytes=600_000_000, max_ratio=10**6, max_input_bytes=10**9), "parse_memory_bytes"),
    ],
)
def test_an_archive_that_takes_all_time_or_memory_is_one_skip(limits: Settings, reason: str) -> None:
    """The unpacker is stopped, its end named with the mend, and the next archive is opened by another."""
    vast = zlib.compressobj(1, wbits=31)
    data = b"".join(vast.compress(bytes(10_000_000)) for _ in range(60)) + vast.flush()
    [skip] = gather(["-"], limits, stdin=io.BytesIO(data))
    assert isinstance(skip, Skip)
    assert reason in skip.reason
    assert list(members(opened(zip_of({"a.txt": NOTE})))) == ["a.txt"]


WHOLE = {
    "zip": zip_of({"a.html": PAGE, "b.txt": NOTE * 20, "c.zip": zip_of({"d.txt": NOTE})}),
    "tar": tar_of({"a.html": PAGE, "b.txt": NOTE}),
    "tar.gz": tar_of({"a.html": PAGE, "b.txt": NOTE}, "w:gz"),
    "mbox": mbox_of(letter("one", "Hello.", "a@b"), letter("two", "Again.")),
}


def _warc(packed: bool) -> bytes:
    warc = Warc(packed=packed)
    digest = warc.add(URL, gzip.compress(PAGE), http={"Content-Encoding": "gzip"})
    warc.add_revisit(URL, digest)
    return warc.data


WHOLE |= {"warc": _warc(False), "warc.gz": _warc(True), "wacz": wacz_of({"a.warc.gz": _warc(True)})}


@pytest.mark.parametrize("kind", list(WHOLE))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_archive_gives_captures_and_skips_and_nothing_else(kind: str, data: st.DataObject) -> None:
    """Cut anywhere, with any bytes changed, an archive never raises, hangs or kills the unpacker."""
    damaged = bytearray(WHOLE[kind])
    for at, value in data.draw(st.lists(st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255)), max_size=6)):
        damaged[at] = value
    cut = data.draw(st.one_of(st.just(len(damaged)), st.integers(1, len(damaged))))
    for item in opened(bytes(damaged[:cut])):
        assert isinstance(item, Received | Skip)
        assert isinstance(item, Skip) or item.capture.sha256 == sha256(item.data)
