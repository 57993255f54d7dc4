"""The words of each language."""

import pytest

from careo.errors import UsageError
from careo.text.lexicon import LANGUAGES, table


def test_languages_are_the_folders() -> None:
    """The languages are sorted base codes, the four of this version among them."""
    assert set(LANGUAGES) >= {"de", "en", "es", "nl"}
    assert list(LANGUAGES) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["sentences", "figures", "dates"])
def test_tables_are_read_only_and_read_once(language: str, name: str) -> None:
    """A table cannot be changed by whoever reads it, and comes from memory the second time."""
    words = table(language, name)
    with pytest.raises(TypeError):
        words["new"] = 1  # type: ignore[index]
    assert table(language, name) is words
    assert not any(isinstance(value, list | dict) for value in words.values())


@pytest.mark.parametrize("asked", [("xx", "figures"), ("de", "nothing"), ("..", "figures")])
def test_missing_tables_say_so(asked: tuple[str, str]) -> None:
    """A language or table that is not there is a usage error that names it."""
    with pytest.raises(UsageError, match=r"xx|nothing|\.\."):
        table(*asked)


@pytest.mark.parametrize("name", ["sentences", "figures", "dates"])
def test_every_language_fills_the_same_keys(name: str) -> None:
    """No language lacks a section that the readers ask for."""
    keys = {frozenset(table(language, name)) for language in LANGUAGES}
    assert len(keys) == 1
