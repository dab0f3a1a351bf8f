"""Windows of the week as a person writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.errors import BadInput
from rendermanager.core.hours import (
    DAY_MIN,
    EVERY_DAY,
    NOTHING,
    Fixed,
    Multiple,
    OnlyIdle,
    Window,
    read_window,
    read_windows,
    written,
)
from tests.helpers.hours import windows

WORKDAYS = frozenset(range(5))


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("mon-fri 09:00-18:00 1", Window(WORKDAYS, 540, 1080, Fixed(1))),
        ("22:00-06:00 x1.5", Window(EVERY_DAY, 1320, 360, Multiple(150))),
        ("sat,sun 4", Window(frozenset({5, 6}), 0, DAY_MIN, Fixed(4))),
        ("mon-fri 08:00-09:00 none", Window(WORKDAYS, 480, 540, NOTHING)),
        ("mon-fri,sun 08:30-24:00 idle", Window(WORKDAYS | {6}, 510, DAY_MIN, OnlyIdle())),
        ("64", Window(EVERY_DAY, 0, DAY_MIN, Fixed(64))),
        ("wed 00:00-00:01 x0.25", Window(frozenset({2}), 0, 1, Multiple(25))),
    ],
)
def test_a_window_is_read_and_written_the_same(text: str, window: Window) -> None:
    assert read_window(text) == window
    assert written(window) == text


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("  MON-Fri   9:00-18:00  0 ", "mon-fri 09:00-18:00 none"),
        ("mon,tue,wed,wed 3", "mon-wed 3"),
        ("sat-mon 2", "mon,sat,sun 2"),
        ("mon-sun 12:00-00:00 x2.50", "12:00-24:00 x2.5"),
        ("24:00-08:00 x1.0", "00:00-08:00 x1"),
        ("00:00-24:00 idle", "idle"),
    ],
)
def test_there_is_one_way_of_writing_each_window(text: str, short: str) -> None:
    assert written(read_window(text)) == short


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "A window of the week must say what is allowed."),
        ("  ", "A window of the week must say what is allowed."),
        ("mom 1", "“mom” is no day of the week."),
        ("mon- 1", "“” is no day of the week."),
        ("mon-fri-sun 1", "“fri-sun” is no day of the week."),
        ("mon, tue 1", "“mon, tue 1” is more than days, hours, and what is allowed then."),
        ("mon 09:00-10:00 12:00-13:00 1", "“09:00” is no day of the week."),
        ("9-17 1", "“9-17” are no hours of the day."),
        ("09:00 1", "“09:00” are no hours of the day."),
        ("09:00-25:00 1", "“09:00-25:00” are no hours of the day."),
        ("09:00-24:01 1", "“09:00-24:01” are no hours of the day."),
        ("09:60-10:00 1", "“09:60-10:00” are no hours of the day."),
        ("09:00-09:00 1", "The hours “09:00-09:00” end when they begin."),
        ("mon 09:00-10:00", "“09:00-10:00” does not say how many renders may run at once."),
        ("65", "“65” does not say how many renders may run at once."),
        ("-1", "“-1” does not say how many"),
        ("x0", "“x0” does not say how many"),
        ("x0.09", "“x0.09” does not say how many"),
        ("x8.01", "“x8.01” does not say how many"),
        ("x1,5", "“x1,5” does not say how many"),
        ("mon ²", "“²” does not say how many"),
        ("all", "“all” does not say how many"),
    ],
)
def test_a_mistake_is_said_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(BadInput) as found:
        read_window(text)
    (problem,) = found.value.problems
    assert problem.message.startswith(sentence)
    assert problem.hint
    assert problem.field == "hours"


def test_all_mistakes_are_said_at_once() -> None:
    with pytest.raises(BadInput) as found:
        read_windows(["mom 1", "mon 1", "mon x9"])
    assert [each.message[:5] for each in found.value.problems] == ["“mom”", "“x9” "]
    with pytest.raises(BadInput, match="50 windows"):
        read_windows(["1"] * 51)
    assert len(read_windows(["1"] * 50)) == 50


@given(windows())
def test_every_window_is_read_as_it_was_written(window: Window) -> None:
    assert read_window(written(window)) == window


@given(st.text(alphabet="monfriesatu0123456789:-,x. \n", max_size=30) | st.text(max_size=20))
def test_no_text_does_any_other_harm(text: str) -> None:
    try:
        window = read_window(text)
    except BadInput:
        return
    assert read_window(written(window)) == window


def test_hours_over_midnight_belong_to_the_day_on_which_they_begin() -> None:
    window = read_window("fri 22:00-06:00 2")
    held = [(day, hour) for day in range(7) for hour in range(24) if window.covers(day, hour * 60)]
    assert held == [(4, 22), (4, 23), *((5, hour) for hour in range(6))]
    assert read_window("sun 22:00-06:00 2").covers(0, 359)


def test_hours_that_begin_at_midnight_are_of_one_day() -> None:
    window = read_window("tue 00:00-06:00 2")
    assert window.covers(1, 0)
    assert not window.covers(2, 0)
