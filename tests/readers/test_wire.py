"""What goes over the pipe from the unpacker."""

import json

import pytest

from careo.readers import wire
from careo.readers.packed import Item, Member, Revisit, Trouble


@pytest.mark.parametrize(
    "item",
    [
        Member("a\nb", b"line\nline\0", "2025-01-03", "https://example.org/", "utf-8", "text/html", "sha1:00"),
        Member("\udcff", b""),
        Revisit("a", None, None, "sha1:00"),
        Trouble(None, "no"),
        Trouble("a", "no", often=True),
        None,
    ],
)
def test_what_is_found_arrives_as_it_was(item: Item) -> None:
    """Members keep every byte, names every character, troubles their reason."""
    assert wire.unpack_item(wire.pack_item(item)) == item


def test_the_end_and_a_refusal_arrive() -> None:
    """The end is told from a sign of life, and a refusal from a trouble."""
    assert wire.unpack_item(wire.pack_item(wire.END)) == wire.END
    refusal = wire.Refusal("TooLarge", "no")
    assert wire.unpack_item(wire.pack_item(refusal)) == refusal


@pytest.mark.parametrize("body", [{"is": "member", "name": ["a"]}, {"is": "trouble", "name": 1, "reason": "x"}])
def test_what_no_archive_can_say_is_refused(body: dict[str, object]) -> None:
    """A child that was taken over cannot hand on anything but text."""
    with pytest.raises(TypeError):
        wire.unpack_item(json.dumps(body).encode() + b"\n")
