"""What every reader promises, held against bytes nobody meant."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.promise import check
from tests.fuzz.samples import SAMPLES


@pytest.mark.parametrize("name", list(SAMPLES))
def test_every_sample_is_read(name: str) -> None:
    """The files that fuzzing begins with are good ones, and have an article each."""
    media_type, samples = SAMPLES[name]
    for sample in samples:
        check(sample, media_type, seconds=60.0)


@pytest.mark.parametrize("name", list(SAMPLES))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=300))
def test_any_bytes_give_an_article_or_a_reason(name: str, data: bytes) -> None:
    """Whatever the bytes, a reader returns articles with text and places that hold, or says what would mend it."""
    check(data, SAMPLES[name][0])


CUTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), st.binary(max_size=12), st.integers(0, 40)), max_size=6)


@pytest.mark.parametrize("name", list(SAMPLES))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(which=st.integers(0, 9), cuts=CUTS, end=st.floats(0, 1))
def test_a_bent_file_gives_an_article_or_a_reason(
    name: str, which: int, cuts: list[tuple[float, int, bytes, int]], end: float
) -> None:
    """Good files with pieces cut out, put in, repeated, and broken off keep the same promise."""
    media_type, samples = SAMPLES[name]
    data = samples[which % len(samples)]
    for share, length, piece, times in cuts:
        at = int(share * len(data))
        data = data[:at] + (piece or data[at : at + 20]) * times + data[at + length :]
    check(data[: max(1, int(end * len(data)))] if end > 0.3 else data, media_type)
