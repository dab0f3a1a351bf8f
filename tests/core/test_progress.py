"""Progress never falls, never claims to be done, and guesses the time left honestly."""

from math import inf, isfinite, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.progress import (
    LONGEST_GUESS_S,
    NEARLY_DONE,
    SETTLE_S,
    Observation,
    Progress,
    Stage,
    fold,
    resumed,
)

numbers = st.none() | st.floats()
counts = st.none() | st.integers(-10, 10**400)
observations = st.builds(
    Observation,
    frame=counts,
    frames=counts,
    fraction=numbers,
    position_s=numbers,
    duration_s=numbers,
    fps=numbers,
    speed=numbers,
    step=st.none() | st.text(max_size=5),
)
clock = st.floats(-10, 1e6)


@given(st.lists(st.tuples(observations, clock), max_size=15))
def test_whatever_an_engine_says_the_bar_never_falls_and_never_shows_done(
    seen: list[tuple[Observation, float]],
) -> None:
    progress = Progress()
    for observation, active_s in seen:
        after = fold(progress, observation, active_s)
        assert after.fraction is None or 0 <= after.fraction <= NEARLY_DONE < 1
        assert (after.fraction or 0) >= (progress.fraction or 0)
        assert after.fraction is not None or progress.fraction is None
        assert after.frame >= progress.frame
        assert after.position_s >= progress.position_s
        assert after.active_s >= progress.active_s
        progress = after


@given(st.lists(st.tuples(observations, clock), max_size=15))
def test_whatever_an_engine_says_the_numbers_can_be_shown(
    seen: list[tuple[Observation, float]],
) -> None:
    progress = Progress()
    for observation, active_s in seen:
        progress = fold(progress, observation, active_s)
        shown = [progress.position_s, progress.duration_s, progress.fps, progress.speed]
        assert all(isfinite(number) for number in [*shown, progress.pace, progress.active_s])
        left = progress.time_left_s
        assert left is None or 0 < left <= LONGEST_GUESS_S


@pytest.mark.parametrize(
    ("seen", "fraction"),
    [
        (Observation(fraction=0.25), 0.25),
        (Observation(fraction=0.0), 0.0),
        (Observation(fraction=-0.5), 0.0),
        (Observation(fraction=2.0), NEARLY_DONE),
        (Observation(fraction=1.0), NEARLY_DONE),
        (Observation(frame=30, frames=120), 0.25),
        (Observation(frame=130, frames=120), NEARLY_DONE),
        (Observation(frame=30), None),
        (Observation(frames=120), None),
        (Observation(frame=0, frames=120), None),
        (Observation(position_s=5.0, duration_s=20.0), 0.25),
        (Observation(position_s=5.0), None),
        (Observation(duration_s=20.0), None),
        (Observation(position_s=5.0, duration_s=inf), None),
        (Observation(fraction=nan), None),
        (Observation(fraction=inf), None),
        (Observation(fraction=nan, frame=30, frames=120), 0.25),
        (Observation(frame=30, frames=120, position_s=10.0, duration_s=20.0), 0.25),
        (Observation(fraction=0.1, frame=30, frames=120), 0.1),
        (Observation(), None),
    ],
    ids=lambda value: (
        ", ".join(
            f"{name} {getattr(value, name)}"
            for name in ("fraction", "frame", "frames", "position_s", "duration_s")
            if getattr(value, name) is not None
        )
        or "nothing"
        if isinstance(value, Observation)
        else str(value)
    ),
)
def test_the_share_comes_from_the_best_thing_said(
    seen: Observation, fraction: float | None
) -> None:
    assert fold(Progress(), seen, 1.0).fraction == fraction


def test_what_was_said_before_is_kept() -> None:
    first = fold(Progress(), Observation(frames=100, duration_s=4.0, step="encoding"), 1.0)
    second = fold(first, Observation(frame=50, fps=25.0, speed=1.5), 2.0)
    assert (second.frames, second.duration_s, second.step) == (100, 4.0, "encoding")
    assert (second.frame, second.fps, second.speed, second.fraction) == (50, 25.0, 1.5, 0.5)


def test_the_first_word_of_the_engine_starts_the_render() -> None:
    assert fold(Progress(), Observation(), 0.0).stage is Stage.RENDER


def test_a_late_word_of_the_engine_does_not_leave_the_check() -> None:
    assert fold(Progress(stage=Stage.VERIFY), Observation(frame=3), 9.0).stage is Stage.VERIFY


def test_a_share_that_was_overtaken_changes_nothing() -> None:
    first = fold(Progress(), Observation(fraction=0.5), 5.0)
    second = fold(first, Observation(fraction=0.4), 6.0)
    assert (second.fraction, second.pace) == (first.fraction, first.pace)


def test_a_clock_that_jumps_back_counts_as_no_time() -> None:
    first = fold(Progress(), Observation(fraction=0.5), 5.0)
    second = fold(first, Observation(fraction=0.6), 1.0)
    assert second.active_s == 5.0
    assert second.fraction == 0.6


@pytest.mark.parametrize(
    "progress",
    [
        Progress(active_s=100.0),
        Progress(fraction=0.5, active_s=100.0),
        Progress(fraction=0.5, pace=0.1, active_s=SETTLE_S / 2),
        Progress(fraction=0.5, pace=1e-300, active_s=100.0),
    ],
    ids=["no share", "no pace", "too early", "longer than anybody waits"],
)
def test_no_time_left_is_told_when_nothing_honest_can_be_said(progress: Progress) -> None:
    assert progress.time_left_s is None


@given(st.floats(1e-4, 0.05), st.integers(1, 10), st.floats(0.5, 3.0))
def test_at_a_steady_pace_the_time_left_is_right(
    share_per_s: float, lines_per_burst: int, burst_s: float
) -> None:
    """Lines come in bursts with one time for all, as they are read from a pipe."""
    progress = Progress()
    now = 0.0
    while now < 20 and share_per_s * (now + burst_s) < NEARLY_DONE:
        for line in range(1, lines_per_burst + 1):
            share = share_per_s * (now + burst_s * line / lines_per_burst)
            progress = fold(progress, Observation(fraction=share), now + burst_s)
        now += burst_s
    if progress.time_left_s is not None:
        expected = (1 - share_per_s * now) / share_per_s
        assert progress.time_left_s == pytest.approx(expected, rel=0.35)


def test_a_burst_of_lines_counts_as_a_whole_for_the_pace() -> None:
    progress = Progress()
    for second in range(1, 41):
        for line in range(1, 11):
            seen = Observation(frame=(second - 1) * 10 + line, frames=1_000)
            progress = fold(progress, seen, float(second))
    assert progress.fraction == 0.4
    assert progress.time_left_s == pytest.approx(60, rel=0.1)


def test_the_time_left_follows_a_render_that_slows_down() -> None:
    progress = Progress()
    for second in range(1, 11):
        progress = fold(progress, Observation(fraction=second * 0.05), float(second))
    fast = progress.time_left_s
    for second in range(1, 41):
        progress = fold(progress, Observation(fraction=0.5 + second * 0.005), 10.0 + second)
    slow = progress.time_left_s
    assert fast == pytest.approx(10, rel=0.01)
    assert slow == pytest.approx(60, rel=0.1)


def test_sound_that_runs_ahead_of_the_first_picture_gives_no_number() -> None:
    known = fold(Progress(), Observation(frames=100, duration_s=4.0), 0.0)
    assert fold(known, Observation(frame=0, position_s=1.0), 1.0).fraction is None
    assert fold(known, Observation(frame=10, position_s=3.0), 1.0).fraction == 0.1


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (Observation(frame=2, frames=38), Observation(frame=14, frames=50)),
        (Observation(fraction=0.5), Observation(fraction=0.62)),
        (Observation(step="saving"), Observation(step="saving")),
    ],
)
def test_what_is_said_of_the_missing_frames_is_told_of_all(
    said: Observation, meant: Observation
) -> None:
    assert resumed(said, 12, 50) == meant


def test_frames_that_were_there_count_as_done_and_not_for_the_pace() -> None:
    begun = fold(Progress(), Observation(frame=40, frames=50), 0.0)
    assert begun.fraction == pytest.approx(0.8)
    later = fold(begun, Observation(frame=45, frames=50), 10.0)
    assert later.time_left_s == pytest.approx(10.0)
