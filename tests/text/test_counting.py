"""What the words beside a count say of it."""

import pytest

from careo.text.lexicon import LANGUAGES
from careo.text.telling.wished import is_wished
from careo.text.values.counting import counts_since, counts_up_to, group_of, is_part, is_withdrawn


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Of 30 hurt, 12 of them died.", "en"), ("Then 12 more died.", "en"), ("They said 12 died there.", "en"),
        ("Davon starben 12 dort.", "de"), ("Allein in Ostmar starben 12.", "de"), ("Es starben weitere 12.", "de"),
        ("Murieron otras 12 personas.", "es"), ("Solo en Ostmar murieron 12.", "es"),
        ("30 blessés, dont 12 agents.", "fr"),
        ("Trenta feriti, di cui 12 agenti.", "it"), ("Er vielen nog eens 12 doden.", "nl"),
        ("Entre eles 12 agentes.", "pt"),
    ],
)  # fmt: skip
def test_a_part_or_addition_is_told(text: str, language: str) -> None:
    """Words right beside the figure say that it is of a larger count, or on top of one."""
    at = text.index("12")
    assert is_part(text, (at, at + 2), (0, len(text)), language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("More than 12 people died.", "en"), ("12 died, including a child.", "en"),
        ("12 muertos, entre ellos un niño.", "es"),
        ("12 morts, dont une majorité de femmes.", "fr"), ("Mehr als 12 Menschen starben.", "de"), ("12 doden.", "xx"),
    ],
)  # fmt: skip
def test_a_whole_is_no_part(text: str, language: str) -> None:
    """What follows behind a comma is a part of the figure, not the figure one of it."""
    at = text.index("12")
    assert not is_part(text, (at, at + 2), (0, len(text)), language)


@pytest.mark.parametrize(
    ("before", "language"),
    [
        ("by ", "en"), ("bis zum ", "de"), ("hasta el ", "es"), ("jusqu’au ", "fr"), ("fino al ", "it"), ("tot ", "nl"),
        ("até ", "pt"),
    ],
)  # fmt: skip
def test_up_to_a_day(before: str, language: str) -> None:
    """Words right before a date say that the count runs up to it; none of them says that it begins there."""
    text = f"x {before}9"
    assert counts_up_to(text, len(text) - 1, language)
    assert not counts_since(text, len(text) - 1, language)


def test_who_is_counted_is_one_word_in_every_language() -> None:
    """Police are police; people at large, and a language without words, are no group."""
    nouns = {"de": "Polizisten", "en": "police officers", "es": "policías", "fr": "policiers", "it": "poliziotti",
             "nl": "agenten", "pt": "policiais"}  # fmt: skip
    assert {group_of(nouns[language], language) for language in LANGUAGES} == {"police"}
    assert [group_of("people", "en"), group_of(None, "en"), group_of("police", "xx")] == [None, None, None]


def test_a_wish_is_told_from_a_report() -> None:
    """A sentence that demands something does not tell that it happened."""
    demand, tell = "The party demanded an inquiry.", "The court opened an inquiry."
    assert is_wished(demand, 0, len(demand), "en")
    assert not is_wished(tell, 0, len(tell), "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Behörde korrigierte ihre frühere Angabe von 12 Vermissten.", "de"),
        ("Zunächst war von 12 Verletzten die Rede gewesen.", "de"),
        ("An earlier version of this page said 12 miners had died.", "en"),
        ("The count was revised down from 12 to 9.", "en"),
        ("El hospital rectificó su cifra anterior de 12 heridos.", "es"),
        ("Le précédent bilan faisait état de 12 blessés.", "fr"),
        ("I feriti sono nove, anziché 12.", "it"),
        ("Het aantal is bijgesteld van 12 naar negen.", "nl"),
        ("A câmara corrigiu o número anterior de 12 feridos.", "pt"),
    ],
)
def test_a_figure_that_is_taken_back_is_known(text: str, language: str) -> None:
    """An earlier figure that a report corrects is not what the report says."""
    at = text.index("12")
    assert is_withdrawn(text, (at, at + 2), (0, len(text)), language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Behörde korrigierte ihre frühere Angabe auf 12.", "de"), ("Es gibt 12 Vermisste.", "de"),
        ("An earlier version said 9 had died; the figure is 12.", "en"), ("At noon they said 12 died.", "en"),
        ("El hospital elevó su balance anterior a 12 heridos.", "es"), ("Le bilan est de 12 blessés.", "fr"),
        ("Il bilancio è salito a 12 feriti.", "it"), ("Het aantal is bijgesteld van negen naar 12.", "nl"),
        ("O número subiu para 12.", "pt"), ("instead of 12", "xx"),
    ],
)  # fmt: skip
def test_the_figure_that_holds_is_not_taken_back(text: str, language: str) -> None:
    """The new figure beside an earlier one stands, and so does one without such words."""
    at = text.index("12")
    assert not is_withdrawn(text, (at, at + 2), (0, len(text)), language)
