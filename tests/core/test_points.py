"""How measurements are folded into spans, and how long each fineness is kept."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.points import LEVELS, Point, fold, kept_from, level_for

NOW = datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC)


def at(offset_s: float) -> datetime:
    return NOW + timedelta(seconds=offset_s)


@given(
    st.lists(st.tuples(st.floats(0, 7200), st.floats(0, 1e12)), min_size=1),
    st.sampled_from([level.span_s for level in LEVELS]),
)
def test_each_span_keeps_the_mean_and_the_greatest_of_its_values(
    measured: list[tuple[float, float]], span_s: int
) -> None:
    points: dict[int, Point] = {}
    spans: dict[int, list[float]] = {}
    last: Point | None = None
    for offset, value in sorted(measured):
        last = fold(last, at(offset), value, span_s)
        points[last.at_s] = last
        spans.setdefault(last.at_s, []).append(value)
        assert last.at_s % span_s == 0
        assert last.at_s <= at(offset).timestamp() < last.at_s + span_s
    for begin, values in spans.items():
        point = points[begin]
        assert point.count == len(values)
        assert point.most == max(values)
        assert point.mean == pytest.approx(sum(values) / len(values))


def test_a_value_of_another_span_begins_a_new_point() -> None:
    first = fold(None, at(0), 4.0, 10)
    assert fold(first, at(10), 2.0, 10) == Point(first.at_s + 10, 2.0, 2.0, 1)
    assert fold(first, at(-10), 2.0, 10) == Point(first.at_s - 10, 2.0, 2.0, 1)


@given(st.floats(0, 400 * 86_400))
def test_a_length_of_time_is_shown_by_the_finest_that_covers_it(seconds: float) -> None:
    found = level_for(timedelta(seconds=seconds))
    finer = LEVELS[: LEVELS.index(found)]
    assert all(each.keep_s < seconds for each in finer)
    assert found.keep_s >= seconds or found is LEVELS[-1]


def test_seconds_are_kept_for_ten_minutes_and_minutes_for_ninety_days() -> None:
    now_s = int(NOW.timestamp())
    assert kept_from(LEVELS[0], NOW) == now_s - 600
    assert kept_from(LEVELS[1], NOW) == now_s - 24 * 3600
    assert kept_from(LEVELS[2], NOW) == now_s - 90 * 24 * 3600
