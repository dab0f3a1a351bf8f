"""What the hours of the week allow, and when that changes, by clocks that jump as well."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rendermanager.core.hours import (
    NOTHING,
    USUAL,
    Fixed,
    Multiple,
    OnlyIdle,
    Rule,
    Window,
    read_windows,
)
from rendermanager.scheduling.hours import (
    HORIZON,
    Allowed,
    Span,
    Wall,
    allowed_at,
    multiplied,
    rule_at,
    rule_in,
    spans_of,
    why_nothing,
)
from tests.helpers.hours import windows

BERLIN = ZoneInfo("Europe/Berlin")
"""The clock goes from 2 to 3 on 29 March 2026, and from 3 back to 2 on 25 October 2026."""
ZONES = (
    *("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"),
    *("Australia/Lord_Howe", "Africa/Casablanca", "America/St_Johns"),
)
JUMPS = tuple(
    datetime.fromisoformat(f"{text}:00Z")
    for text in (
        *("2026-03-28T18", "2026-10-24T18", "2026-03-07T22"),
        *("2026-04-04T06", "2026-02-14T12", "2011-12-29T12"),
    )
)
"""Hours before the clocks of some of these zones jump, the last time by a whole day."""


def wall_of(zone: ZoneInfo) -> Wall:
    return lambda moment: moment.astimezone(zone)


def at(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    """An aware UTC moment by the clock on the wall."""
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def changes(plan: str, start: str, count: int, zone: ZoneInfo = BERLIN) -> list[tuple[str, Rule]]:
    """The first changes after a moment: in UTC, with what holds from then on."""
    found, moment, hours = [], at(start, zone), read_windows(plan.split("; "))
    for _ in range(count):
        until = allowed_at(hours, moment, wall_of(zone)).until
        assert until is not None
        assert until.utcoffset() == timedelta()
        found.append((f"{until:%d %H:%M}", rule_at(hours, until.astimezone(zone))))
        moment = until
    return found


class TestRule:
    @pytest.mark.parametrize(
        ("moment", "rule"),
        [
            ("2026-11-23 08:59", USUAL),
            ("2026-11-23 09:00", Fixed(1)),
            ("2026-11-23 12:30", NOTHING),
            ("2026-11-23 17:59:59.9", Fixed(1)),
            ("2026-11-23 18:00", USUAL),
            ("2026-11-23 23:00", Multiple(150)),
            ("2026-11-24 05:59", Multiple(150)),
            ("2026-11-28 12:30", OnlyIdle()),
            ("2026-11-28 23:00", OnlyIdle()),
        ],
    )
    def test_the_last_window_that_holds_counts(self, moment: str, rule: Rule) -> None:
        plan = ["mon-fri 09:00-18:00 1", "12:00-13:00 none", "22:00-06:00 x1.5", "sat idle"]
        assert rule_at(read_windows(plan), datetime.fromisoformat(moment)) == rule

    def test_without_windows_all_is_as_usual_for_ever(self) -> None:
        assert allowed_at((), at("2026-11-23 12:00"), wall_of(BERLIN)) == Allowed(USUAL)

    @pytest.mark.parametrize("plan", ["none", "00:00-12:00 2; 12:00-00:00 2", "mon x1"])
    def test_what_never_changes_has_no_next_change(self, plan: str) -> None:
        hours = read_windows(plan.split("; "))
        assert allowed_at(hours, at("2026-11-23 12:00"), wall_of(BERLIN)).until is None


class TestChange:
    def test_a_working_week(self) -> None:
        assert changes("mon-fri 09:00-18:00 1", "2026-11-26 12:00", 4) == [
            ("26 17:00", USUAL),
            ("27 08:00", Fixed(1)),
            ("27 17:00", USUAL),
            ("30 08:00", Fixed(1)),
        ]

    def test_a_change_is_never_the_moment_itself(self) -> None:
        found = allowed_at(read_windows(["09:00-18:00 1"]), at("2026-11-23 09:00"), wall_of(BERLIN))
        assert found == Allowed(Fixed(1), at("2026-11-23 18:00"))

    def test_hours_that_are_left_out_do_not_come(self) -> None:
        assert changes("sun 02:00-03:00 none", "2026-03-28 12:00", 2) == [
            ("05 00:00", NOTHING),
            ("05 01:00", USUAL),
        ]

    def test_hours_that_are_left_out_in_part_begin_late_or_end_early(self) -> None:
        assert changes("01:30-02:30 2; 02:45-04:00 3", "2026-03-29 00:00", 3) == [
            ("29 00:30", Fixed(2)),
            ("29 01:00", Fixed(3)),
            ("29 02:00", USUAL),
        ]

    def test_an_hour_that_comes_twice_counts_twice(self) -> None:
        assert changes("02:00-03:00 none", "2026-10-25 01:00", 2) == [
            ("25 00:00", NOTHING),
            ("25 02:00", USUAL),
        ]
        assert changes("02:15-02:30 none", "2026-10-25 01:00", 4) == [
            ("25 00:15", NOTHING),
            ("25 00:30", USUAL),
            ("25 01:15", NOTHING),
            ("25 01:30", USUAL),
        ]

    def test_a_night_is_longer_or_shorter_by_the_jump(self) -> None:
        assert changes("22:00-06:00 x1.5", "2026-03-28 12:00", 2) == [
            ("28 21:00", Multiple(150)),
            ("29 04:00", USUAL),
        ]
        assert changes("22:00-06:00 x1.5", "2026-10-24 12:00", 2) == [
            ("24 20:00", Multiple(150)),
            ("25 05:00", USUAL),
        ]

    @settings(max_examples=150)
    @given(
        st.lists(windows(), min_size=1, max_size=4),
        st.sampled_from(ZONES),
        st.sampled_from(JUMPS),
        st.timedeltas(timedelta(), timedelta(hours=20))
        | st.timedeltas(timedelta(), timedelta(days=3_000)),
    )
    def test_it_is_to_come_and_none_before_it_is_passed_over(
        self, plan: Sequence[Window], zone: str, start: datetime, later: timedelta
    ) -> None:
        now, wall = start + later, wall_of(ZoneInfo(zone))
        found = allowed_at(plan, now, wall)
        assert found.rule == rule_at(plan, wall(now))
        until = found.until or now + HORIZON
        assert until > now
        moment = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
        last = min(until, now + timedelta(days=3))
        while moment < last:
            assert rule_at(plan, wall(moment)) == found.rule
            moment += timedelta(minutes=1)
        if found.until is not None:
            assert found.until.second == 0
            assert rule_at(plan, wall(found.until)) != found.rule


@pytest.mark.parametrize(
    ("plan", "moment", "sentence"),
    [
        ("08:00-22:00 none", "2026-11-24 09:00", "Quiet hours: goes on at 22:00"),
        ("08:00-02:00 none", "2026-11-24 09:00", "Quiet hours: goes on tomorrow at 02:00"),
        ("sat,sun none", "2026-11-28 00:00", "Quiet hours: goes on Monday at 00:00"),
        ("none", "2026-11-24 09:00", "Quiet hours: nothing starts at any hour of the week"),
        ("08:00-22:00 none", "2026-11-24 22:00", ""),
        ("08:00-22:00 idle", "2026-11-24 09:00", ""),
    ],
)
def test_why_nothing_starts(plan: str, moment: str, sentence: str) -> None:
    now, wall = at(moment), wall_of(BERLIN)
    assert why_nothing(allowed_at(read_windows([plan]), now, wall), now, wall) == sentence


@pytest.mark.parametrize(
    ("slots", "percent", "most", "number"),
    [(2, 150, 8, 3), (1, 150, 8, 2), (3, 50, 8, 2), (1, 10, 8, 1), (4, 300, 8, 8), (5, 100, 8, 5)],
)
def test_a_multiple_is_rounded_and_has_its_bounds(
    slots: int, percent: int, most: int, number: int
) -> None:
    assert multiplied(slots, percent, most) == number


@given(st.lists(windows(), max_size=5), st.integers(0, 6))
def test_a_day_is_cut_where_something_else_is_allowed(plan: Sequence[Window], day: int) -> None:
    spans = spans_of(plan, day)
    assert (spans[0].start, spans[-1].end) == (0, 24 * 60)
    for one, other in pairwise(spans):
        assert one.end == other.start
        assert one.rule != other.rule
    for span in spans:
        assert {rule_in(plan, day, minute) for minute in range(span.start, span.end)} == {span.rule}


def test_the_parts_of_a_day() -> None:
    plan = read_windows(["mon-fri 09:00-18:00 1", "22:00-06:00 x1.5", "12:00-13:00 1"])
    assert spans_of(plan, 0) == (
        Span(0, 360, Multiple(150)),
        Span(360, 540, USUAL),
        Span(540, 1080, Fixed(1)),
        Span(1080, 1320, USUAL),
        Span(1320, 1440, Multiple(150)),
    )
