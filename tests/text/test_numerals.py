"""Numbers at their places."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.text.numbers.numerals import find_numerals, number_word
from careo.text.numbers.ordinals import find_ordinals
from careo.text.numbers.quantities import find_quantities

CASES = [
    ("de", "3.250", 3250), ("de", "3,25", "3.25"), ("de", "1.234.567,8", "1234567.8"), ("de", "12 500", 12500),
    ("de", "2,8 Millionen", 2_800_000), ("de", "vierundzwanzig", 24), ("de", "dreihundertfünfzig", 350),
    ("de", "eine Million", 10**6), ("de", "anderthalb Millionen", 1_500_000), ("de", "zwei Dutzend", 24),
    ("de", "sechs Milliarden", 6 * 10**9), ("de", "3 Mrd.", 3 * 10**9), ("de", "zwei Billionen", 2 * 10**12),
    ("nl", "3.250", 3250), ("nl", "4,5 miljard", 45 * 10**8), ("nl", "vierentwintig", 24), ("nl", "een miljoen", 10**6),
    ("nl", "anderhalf miljoen", 1_500_000), ("nl", "twee biljoen", 2 * 10**12), ("nl", "driehonderd", 300),
    ("es", "3.250", 3250), ("es", "cuarenta y dos", 42), ("es", "seis mil millones", 6 * 10**9),
    ("es", "41 mil millones", 41 * 10**9), ("es", "un millón y medio", 1_500_000), ("es", "veintiún", 21),
    ("es", "treinta millones y medio", 30_500_000), ("es", "medio millón", 500_000), ("es", "dos billones", 2 * 10**12),
    ("de", "fuenfundzwanzig", 25), ("de", "ein halbes Dutzend", 6), ("nl", "tweeentwintig", 22),
    ("es", "media docena", 6),
    ("es", "dos millones trescientos cuarenta y un mil quinientos sesenta y ocho", 2_341_568),
    ("it", "ventuno", 21), ("it", "tremiladuecento", 3200), ("it", "un milione e mezzo", 1_500_000),
    ("it", "centosessantotto", 168), ("it", "3,5 miliardi", 35 * 10**8), ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "soixante et onze", 71), ("fr", "deux mille quatre cent un", 2401),
    ("pt", "duzentos e quarenta e dois", 242), ("pt", "três mil milhões", 3 * 10**9), ("de", "zwei Komma fünf", "2.5"),
    ("de", "zweieinhalb Milliarden", 25 * 10**8),
    ("nl", "twaalfenhalve", "12.5"), ("nl", "drieënhalf miljoen", 3_500_000),
    ("en", "two and a half million", 2_500_000),
    ("en", "three quarters of a million", 750_000), ("en", "minus forty-one", -41), ("en", "-7", -7),
    ("en", "four million three hundred and six", 4_000_306), ("es", "3 millones 500 mil", 3_500_000),
    ("de", "½", "0.5"),
    ("en", "3,250", 3250), ("en", "3.25", "3.25"), ("en", "forty-two", 42), ("en", "two billion", 2 * 10**9),
    ("en", "a hundred", 100), ("en", "half a million", 500_000), ("en", "two dozen", 24), ("en", "41bn", 41 * 10**9),
    ("en", "one hundred and five", 105), ("en", "2 trillion", 2 * 10**12),
]  # fmt: skip


@pytest.mark.parametrize(("language", "written", "value"), CASES)
def test_values(language: str, written: str, value: int | str) -> None:
    """A number is read whole, with the signs and scale words of its language."""
    text = f"Xx {written}, xx."
    [numeral] = find_numerals(text, language, 0, len(text))
    assert text[numeral.start : numeral.end] == written
    assert numeral.low == numeral.high == Decimal(value)


@pytest.mark.parametrize("written", ["G20", "B-52", "3.2.1", "0800", "COVID-19", "12:45", "3/5/2019", "x86", "#12"])
@pytest.mark.parametrize("language", ["de", "nl", "es", "en"])
def test_names_and_codes_are_no_numbers(written: str, language: str) -> None:
    """Digits in a name, a version, a clock time or a telephone code are left alone."""
    text = f"Xx {written} xx"
    assert find_numerals(text, language, 0, len(text)) == ()


def test_two_readings_are_kept() -> None:
    """Where the signs could be meant the other way round, the other value stays at hand."""
    [numeral] = find_numerals("1,500", "es", 0, 5)
    assert (numeral.low, numeral.other) == (Decimal("1.5"), Decimal(1500))


@given(
    st.integers(min_value=1, max_value=999_999_999),
    st.sampled_from([("de", "."), ("nl", "."), ("es", "."), ("en", ",")]),
)
def test_grouped_digits_come_back(number: int, signs: tuple[str, str]) -> None:
    """Any whole number written with the language's thousands sign is read as itself."""
    language, sign = signs
    written = f"{number:,}".replace(",", sign)
    [numeral] = find_numerals(written, language, 0, len(written))
    assert numeral.low == number and numeral.end == len(written)


@pytest.mark.parametrize(
    ("word", "language", "number"), [("drei", "de", 3), ("12", "en", 12), ("una", "es", 1), ("xyz", "nl", None)]
)
def test_number_word(word: str, language: str, number: int | None) -> None:
    """One word is a number or None."""
    assert number_word(word, language) == number


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [("en", "the 41st and the twenty-third of 3 ships", [("41st", 41), ("twenty-third", 23)]),
     ("de", "am 4. Gipfel und im dreiundvierzigsten Jahr", [("4.", 4), ("dreiundvierzigsten", 43)]),
     ("es", "el vigésimo tercero y el 4º de dos", [("vigésimo tercero", 23), ("4º", 4)]),
     ("fr", "la 4e et la quatre-vingt-unième de deux", [("4e", 4), ("quatre-vingt-unième", 81)]),
     ("it", "il quarantatreesimo di due", [("quarantatreesimo", 43)]),
     ("nl", "de 4e en de drieënveertigste van twee", [("4e", 4), ("drieënveertigste", 43)]),
     ("pt", "o quadragésimo terceiro de dois", [("quadragésimo terceiro", 43)])],
)  # fmt: skip
def test_ordinals(language: str, text: str, wanted: list[tuple[str, int]]) -> None:
    """Ordinals are found whole, in digits and words, and cardinals are none."""
    found = find_ordinals(text, language, 0, len(text))
    assert [(text[one.start : one.end], one.low) for one in found] == wanted


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [("en", "It cost 12 dollars and 41 cents there.", "12.41", "USD"), ("de", "zwei Euro fünfzig", "2.5", "EUR"),
     ("en", "a pole of 9 feet 6 inches", "9.5", "ft"), ("es", "41 yenes", 41, "JPY"),
     ("fr", "3 M€ de plus", 3_000_000, "EUR"),
     ("en", "a $41m deal", 41_000_000, "USD"), ("it", "12 metri quadri", 12, "m2"), ("pt", "30 km/h", 30, "km/h")],
)  # fmt: skip
def test_quantities(language: str, text: str, value: int | str, unit: str) -> None:
    """A number is read with the unit or the money beside it, small change and inches included."""
    [found] = find_quantities(text, language, 0, len(text))
    assert (found.value, found.unit) == (Decimal(value), unit)
