"""What a whole document tells about its names."""

from careo.text.names.nameline import Name
from careo.text.names.naming import agree


def test_a_surname_alone_is_the_person() -> None:
    """A single word that ends a person's full name elsewhere is that person, also where it was missed."""
    text = "Ulla Brandner ging. Später kam Brandner. Brandners Rede."
    names = agree(text, [Name(0, 13, "person"), Name(31, 39, "name")], [(0, len(text))], genitive=True)
    assert [(text[name.start : name.end], name.type) for name in names] == [
        ("Ulla Brandner", "person"), ("Brandner", "person"), ("Brandners", "person"),
    ]  # fmt: skip


def test_the_most_frequent_type_wins() -> None:
    """The same words have one type in a document: the one most of their places have."""
    text = "Arbol Arbol Arbol"
    names = agree(text, [Name(0, 5, "place"), Name(6, 11, "place"), Name(12, 17, "name")], [], genitive=False)
    assert {name.type for name in names} == {"place"}
