"""Durations, sizes, shares and times of day, as a person would say them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
NOW = datetime(2026, 3, 12, 14, 30, tzinfo=UTC)
HERE = Here(NOW, ENGLISH, UTC)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "1 s"),
        (0.4, "1 s"),
        (45.4, "45 s"),
        (59.6, "1 min"),
        (134, "2 min 14 s"),
        (120, "2 min"),
        (3_600, "1 h"),
        (4_320, "1 h 12 min"),
        (86_399, "1 d"),
        (90_000, "1 d 1 h"),
    ],
)
def test_measured_durations_have_two_units(seconds: float, text: str) -> None:
    assert amounts.duration(seconds, ENGLISH) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (5, "1 min"),
        (89, "1 min"),
        (91, "2 min"),
        (430, "7 min"),
        (3_569, "59 min"),
        (3_571, "1 h"),
        (4_320, "1 h 12 min"),
        (8_000, "2 h 10 min"),
        (40_000, "11 h"),
        (100_000, "1 d 4 h"),
    ],
)
def test_guessed_times_are_rounded_the_more_the_longer_they_are(seconds: float, text: str) -> None:
    assert amounts.rough(seconds, ENGLISH) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (600, 1_500, "10–25 min"),
        (610, 1_490, "10–25 min"),
        (100, 250, "1–5 min"),
        (3_700, 10_000, "1–3 h"),
        (50, 55, "1 min"),
    ],
)
def test_ranges_are_said_in_one_unit(low: float, high: float, text: str) -> None:
    assert amounts.rough_range(low, high, ENGLISH) == text


@pytest.mark.parametrize(
    ("count", "english", "german"),
    [
        (0, "0 bytes", "0 Bytes"),
        (850_000, "850 kB", "850 kB"),
        (1_240_000_000, "1.2 GB", "1,2 GB"),
        (34_600_000, "35 MB", "35 MB"),
        (18_200_000_000, "18.2 GB", "18,2 GB"),
        (412_000_000_000, "412 GB", "412 GB"),
    ],
)
def test_sizes_have_as_many_digits_as_are_of_use(count: int, english: str, german: str) -> None:
    assert amounts.size(count, ENGLISH) == english
    assert amounts.size(count, GERMAN) == german


@pytest.mark.parametrize(
    ("fraction", "text"),
    [(0, "0"), (0.29, "29"), (0.639, "63"), (0.995, "99"), (0.99999, "99"), (1, "100"), (-1, "0")],
)
def test_percent_is_rounded_down_and_100_means_done(fraction: float, text: str) -> None:
    assert amounts.percent(fraction, ENGLISH) == f"{text}\u00a0%"


@given(st.floats(0, 1, exclude_max=True))
def test_no_share_below_the_whole_says_100(fraction: float) -> None:
    assert not amounts.percent(fraction, ENGLISH).startswith("100")


def test_numbers_are_separated_as_the_language_does() -> None:
    assert amounts.number(1_500, ENGLISH) == "1,500"
    assert amounts.number(1_500, GERMAN) == "1.500"


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (0, "14:30"),
        (9, "23:30"),
        (10, "tomorrow 00:30"),
        (-15, "yesterday 23:30"),
        (80, "Sun 22:30"),
        (-300, "28/02/2026"),
    ],
)
def test_a_time_names_its_day_where_that_is_not_today(hours: int, text: str) -> None:
    assert amounts.clock(NOW + timedelta(hours=hours), HERE) == text


def test_days_are_those_of_the_clock_on_the_wall() -> None:
    tokyo = Here(NOW, ENGLISH, timezone(timedelta(hours=9)))
    assert amounts.clock(NOW, tokyo) == "23:30"
    assert amounts.clock(NOW + timedelta(hours=1), tokyo) == "tomorrow 00:30"


def test_guessed_moments_are_rounded_to_minutes_and_far_ones_to_five() -> None:
    moment = datetime(2026, 3, 12, 15, 38, 40, tzinfo=UTC)
    assert amounts.rounded(moment, 600).strftime("%H:%M:%S") == "15:39:00"
    assert amounts.rounded(moment, 5_000).strftime("%H:%M:%S") == "15:40:00"
