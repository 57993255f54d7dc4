"""Names in a byline."""

import pytest

from careo.readers.people import people


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Von Christian Maar, dpa", ("Christian Maar",)),
        ("By Ann Stone and Bob Reed", ("Ann Stone", "Bob Reed")),
        ("Stone, Mary", ("Stone, Mary",)),
        ("von Maar, Anna", ("von Maar, Anna",)),
        ("María José Ruiz y Gil", ("María José Ruiz y Gil",)),
        ("Ana Ruiz y Luis Gil", ("Ana Ruiz", "Luis Gil")),
        ("Jean-Pierre Roux, Anne Petit et Luc Blanc", ("Jean-Pierre Roux", "Anne Petit", "Luc Blanc")),
        ("Els Maas; Jan Dijk | Els Maas", ("Els Maas", "Jan Dijk")),
        ("dpa", ()),
        ("a@b.example", ()),
        ("https://d.example/els", ()),
        ("Our correspondent, who has lived in the delta for years and has seen many bridges built there", ()),
        ("--", ()),
    ],
)
def test_persons_are_told_from_the_rest(value: str, expected: tuple[str, ...]) -> None:
    """By-words, agencies and addresses go; a surname before a comma and a double surname stay whole."""
    assert people(value) == expected
