"""Times, rates and bit rates as people write them."""

import contextlib
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.renderers.ffmpeg import values


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0),
        ("90", 90),
        (90.5, 90.5),
        ("1:30", 90),
        ("0:01:30.25", 90.25),
        ("100:00:00", 360_000),
        (" 5 ", 5),
    ],
)
def test_times_are_read(text: float | str, seconds: float) -> None:
    assert values.seconds(text) == seconds


@pytest.mark.parametrize("text", ["-1", "1:2:3:4", "abc", "1e3", "nan", float("inf"), ":5", "5:"])
def test_what_is_no_time_is_refused(text: float | str) -> None:
    with pytest.raises(ValueError, match="is not a time"):
        values.seconds(text)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("", None),
        (0, None),
        ("25", Fraction(25)),
        (12.5, Fraction(25, 2)),
        (23.976, Fraction(24000, 1001)),
        ("29.97", Fraction(30000, 1001)),
        ("24000/1001", Fraction(24000, 1001)),
        ("48/2", Fraction(24)),
    ],
)
def test_frame_rates_are_read(text: float | str, rate: Fraction | None) -> None:
    assert values.rate(text) == rate


@pytest.mark.parametrize("text", ["-5", "1/0", "fast", "2000", "25fps", "1e9"])
def test_what_is_no_frame_rate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="frame"):
        values.rate(text)


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("", 0),
        ("8M", 8_000_000),
        ("192k", 192_000),
        ("2.5 Mbit/s", 2_500_000),
        (64000, 64_000),
        ("800kbps", 800_000),
        ("1mb", 1_000_000),
    ],
)
def test_bit_rates_are_read(text: int | str, bits: int) -> None:
    assert values.bits_per_second(text) == bits


@pytest.mark.parametrize("text", ["-1", "8G", "much", "8MB/s"])
def test_what_is_no_bit_rate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="bit rate"):
        values.bits_per_second(text)


@pytest.mark.parametrize("read", [values.seconds, values.rate, values.bits_per_second])
@given(text=st.text() | st.floats().map(str) | st.integers().map(str))
def test_any_text_is_read_or_refused(read: Callable[[str], object], text: str) -> None:
    with contextlib.suppress(ValueError):
        read(text)
