"""The bundled table of names, and how it is made."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from names.make import LEGAL, ORDINALS, PERSONS, WORDS, groups, legal, pack, postings, tables

from careo.text.names.alike.latin import latin, script, sounds
from careo.text.names.alike.table import bundled, names_of, read

PEOPLE = "berta, бертa, برتا => Q1\nklaas, nicolaas, николас => Q2\n李, lee, li => Q3\nbeerta, berrta => Q4\n"


def numbers(word: str) -> set[int]:
    return set(names_of(latin(word), script(word)))


@pytest.mark.parametrize(("one", "other"), [("Gorbatschow", "Gorbachev"), ("Tschechow", "Чехов"), ("Mohammed", "محمد")])
def test_the_table_knows_spellings_that_no_rule_brings_together(one: str, other: str) -> None:
    """They are of one name in Wikidata."""
    assert numbers(one) & numbers(other)


@pytest.mark.parametrize(("one", "other"), [("Köhler", "Keller"), ("Peter", "Paul"), ("Nguyen", "Ruan")])
def test_the_table_keeps_names_apart(one: str, other: str) -> None:
    """Not even where another script writes them with the same letters or one character."""
    assert not numbers(one) & numbers(other)


def test_only_spellings_that_sound_unlike_are_kept() -> None:
    """A name of one Chinese character, and a name whose spellings one rule folds, have no place in the table."""
    assert list(groups(PEOPLE, [])) == [("berta", "~brt"), ("*nikolas", "klas", "nicolas")]


def test_what_is_packed_is_read_back() -> None:
    """Keys and numbers come out of the bytes as they went in, and the same input gives the same bytes."""
    by_hash = postings(groups(PEOPLE, []))
    data = pack({"legal": {"a b": "ab|JSC"}, "symbols": {}, "ordinals": {}, "nicknames": [], "titles": []}, by_hash)
    table = read(data)
    assert table.names_of("berta") == table.names_of("~brt") != ()
    assert table.names_of("berta") != table.names_of(sounds("klaas"))
    assert table.names_of("nobody") == ()
    assert table.legal == {"a b": "ab|JSC"}
    assert data == pack(
        {"legal": {"a b": "ab|JSC"}, "symbols": {}, "ordinals": {}, "nicknames": [], "titles": []}, by_hash
    )


def test_a_wheel_is_read_without_being_imported(tmp_path: Path) -> None:
    """Its tables are literals; the words come in Latin letters."""
    wheel = tmp_path / "some.whl"
    with ZipFile(wheel, "w") as packed:
        packed.writestr(PERSONS, PEOPLE)
        packed.writestr(
            LEGAL, 'ORG_TYPES: list = [{"display": "AB", "generic": "JSC", "aliases": ["A.B.", "Ànon Bolag"]}]'
        )
        packed.writestr(ORDINALS, 'ORDINALS: dict = {2: ("2nd", "Zweite")}')
        packed.writestr(
            WORDS,
            'ORG_SYMBOLS: dict = {"BANK": ("banco", "банк")}\nORG_DOMAINS: dict = {}\n'
            'PERSON_NICK: dict = {"X": ("Bo", "Bob")}\n'
            'PERSON_NAME_PREFIXES: tuple = ("Frau",)\nPERSON_NAME_PARTS: dict = {}',
        )
    words, by_hash = tables(wheel)
    assert words["legal"] == {"ab": "ab|JSC", "anon bolag": "ab|JSC"}
    assert words["symbols"] == {"banco": "BANK", "bank": "BANK"}
    assert words["ordinals"] == {"2nd": "2", "zweite": "2"}
    assert by_hash


def test_a_legal_form_without_a_name_is_named_by_its_first_writing() -> None:
    """Every form has one."""
    assert legal([{"aliases": ["Foo Bar", "FB"]}]) == {"foo bar": "foo bar|", "fb": "foo bar|"}


def test_a_file_of_another_version_is_refused() -> None:
    """It is said, not guessed at."""
    with pytest.raises(ValueError, match="make it again"):
        read(b"something else")


def test_the_bundled_file_is_small_and_says_where_it_is_from() -> None:
    """Below 2 MB, with a licence beside it."""
    folder = Path(__file__).parents[2] / "src" / "careo" / "text" / "names" / "alike"
    assert (folder / "names.bin").stat().st_size < 2_000_000
    assert "Wikidata" in (folder / "names.LICENSE.txt").read_text(encoding="utf-8")
    assert len(bundled().hashes) > 100_000
