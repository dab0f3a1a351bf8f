"""The pure parts of the list: columns, filter, differences of orders, forecasts."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.renderers.registry import Registry
from rendermanager.store.listing import SortKey
from rendermanager.store.matching import Field, Term
from rendermanager.store.past import Sample, Workload
from rendermanager.ui.queue.columns import (
    JOB_MIN_PX,
    SPECS,
    Column,
    SortState,
    fit,
    next_sort,
    sorted_by,
    title_of,
)
from rendermanager.ui.queue.diffing import apply, runs, steps_between
from rendermanager.ui.queue.filtering import parse
from rendermanager.ui.queue.naming import Naming
from rendermanager.ui.queue.predicting import Forecast, forecast, habits
from rendermanager.ui.queue.times import Outlook
from tests.ui.queue.values import NOW

USUAL = [column for column in Column if SPECS[column].shown]


# ---------------------------------------------------------------------- columns


@pytest.mark.parametrize("room", [300, 560, 700, 848, 1_030, 1_400, 2_600])
@pytest.mark.parametrize("columns", [USUAL, list(Column), [Column.JOB]])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_job_is_never_starved(room: int, columns: list[Column], scale: float) -> None:
    widths = fit(room, {}, columns, scale)
    assert set(widths) == set(columns)
    assert widths[Column.JOB] >= JOB_MIN_PX * scale
    assert all(widths[each] >= SPECS[each].min_px for each in columns)


@pytest.mark.parametrize("room", [760, 848, 1_030, 1_400, 2_600])
def test_the_whole_room_is_used_and_no_more_where_there_is_enough(room: int) -> None:
    assert sum(fit(room, {}, USUAL).values()) == room


def test_progress_grows_where_job_has_plenty() -> None:
    assert fit(1_400, {}, USUAL)[Column.PROGRESS] > SPECS[Column.PROGRESS].width_px


def test_widths_that_were_chosen_are_kept_where_there_is_room() -> None:
    widths = fit(1_400, {Column.PROGRESS: 170, Column.TIME: 200}, USUAL)
    assert (widths[Column.PROGRESS], widths[Column.TIME]) == (170, 200)


def test_clicks_on_a_header_go_one_way_then_the_other_then_back_to_the_run_order() -> None:
    first = next_sort(Column.JOB, None)
    second = next_sort(Column.JOB, first)
    assert first == SortState(Column.JOB, descending=False)
    assert second == SortState(Column.JOB, descending=True)
    assert next_sort(Column.JOB, second) is None
    assert next_sort(Column.TIME, first) == SortState(Column.TIME, descending=True)


def test_every_column_has_its_words_and_a_key_of_its_own() -> None:
    assert len({title_of(column) for column in Column}) == len(Column)
    assert len({sorted_by(column) for column in Column}) == len(Column)
    assert {SPECS[column].sort for column in Column} == set(SortKey)


# ---------------------------------------------------------------------- filter


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("  ", ()),
        ("summer", (Term(Field.ANY, ("summer",)),)),
        ("summer sale", (Term(Field.ANY, ("summer",)), Term(Field.ANY, ("sale",)))),
        ('"summer sale"', (Term(Field.ANY, ("summer sale",)),)),
        ('"summer sa', (Term(Field.ANY, ("summer sa",)),)),
        ("-draft", (Term(Field.ANY, ("draft",), wanted=False),)),
        ("status:failed", (Term(Field.STATUS, ("failed",)),)),
        ("STATUS:Failed", (Term(Field.STATUS, ("failed",)),)),
        ("status:done,failed", (Term(Field.STATUS, ("done", "failed")),)),
        ("status:fail", (Term(Field.STATUS, ("failed",)),)),
        ("status:running", (Term(Field.STATUS, ("rendering",)),)),
        ("-status:done", (Term(Field.STATUS, ("done",), wanted=False),)),
        ("status:", ()),
        ("engine:ffmpeg project:acme", None),
        ('tag:"client x"', (Term(Field.TAG, ("client x",)),)),
        ("shot:040", (Term(Field.ANY, ("shot:040",)),)),
        ("D:/media", (Term(Field.ANY, ("D:/media",)),)),
        ("12:30", (Term(Field.ANY, ("12:30",)),)),
    ],
)
def test_what_is_typed_becomes_conditions(text: str, terms: tuple[Term, ...] | None) -> None:
    wanted = terms
    if wanted is None:
        wanted = (Term(Field.ENGINE, ("ffmpeg",)), Term(Field.PROJECT, ("acme",)))
    assert parse(text).terms == wanted
    assert parse(text).problem == ""


def test_an_unknown_status_is_left_out_and_named() -> None:
    found = parse("status:fialed summer")
    assert found.terms == (Term(Field.ANY, ("summer",)),)
    assert found.problem == "There is no status “fialed”. Did you mean “failed”?"
    assert parse("status:xyz").problem == "There is no status “xyz”."


def test_the_beginning_of_several_statuses_means_all_of_them() -> None:
    (term,) = parse("status:re").terms
    assert set(term.values) == {"rendering", "retrying"}


def test_presets_are_found_by_their_labels() -> None:
    found = parse("preset:prores", lambda word: ["pr422", "pr4444"] if word == "prores" else [])
    assert found.terms == (Term(Field.PRESET, ("prores", "pr422", "pr4444")),)


@given(st.text())
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    for term in parse(text).terms:
        assert term.values
        assert all(term.values)


# ---------------------------------------------------------------------- differences


@given(st.data())
def test_the_steps_lead_from_one_order_to_the_other(data: st.DataObject) -> None:
    old = data.draw(st.lists(st.integers(1, 40), unique=True, max_size=25))
    new = data.draw(st.permutations(old))
    new = [each for each in new if data.draw(st.integers(0, 4))]
    for number in data.draw(st.lists(st.integers(50, 60), unique=True, max_size=5)):
        new.insert(data.draw(st.integers(0, len(new))), number)
    steps = steps_between(old, new, set(old) | set(new))
    assert steps is not None
    rows = list(old)
    for step in steps:
        apply(rows, step)
    assert rows == new


def test_one_job_that_ends_is_one_step() -> None:
    old = list(range(1_000))
    new = [*old[:2], *old[3:500], 2, *old[500:]]
    steps = steps_between(old, new, {2})
    assert steps is not None
    assert len(steps) == 1


def test_rows_that_come_or_go_together_are_one_step() -> None:
    steps = steps_between([1, 2, 3, 4, 5], [1, 5, 6, 7, 8], {6, 7, 8})
    assert steps is not None
    assert len(steps) == 2


def test_an_order_turned_upside_down_begins_anew() -> None:
    old = list(range(100))
    assert steps_between(old, old[::-1], set(old)) is None


def test_rows_that_moved_without_anybody_saying_so_begin_anew() -> None:
    assert steps_between([1, 2, 3], [3, 1, 2], set()) is None


def test_runs_are_neighbouring_rows() -> None:
    assert runs([5, 1, 2, 9, 3]) == [(1, 3), (5, 5), (9, 9)]


# ---------------------------------------------------------------------- forecasts


def work(job_id: int = 1, frames: int = 100, preset: str = "h264", seconds: float = 4) -> Workload:
    return Workload(job_id, "ffmpeg", preset, frames, seconds)


def test_nothing_is_concluded_from_one_job() -> None:
    assert habits([Sample(work(), 50)]).seconds(work()) is None


def test_time_goes_with_the_frames_and_is_the_middle_of_what_was() -> None:
    known = habits([Sample(work(), 50), Sample(work(), 60), Sample(work(frames=200), 800)])
    assert known.seconds(work(frames=1_000)) == pytest.approx(600)
    assert known.seconds(work(preset="h265")) is None


def test_sound_is_measured_by_its_length() -> None:
    known = habits([Sample(work(frames=0, seconds=10), 2), Sample(work(frames=0, seconds=20), 4)])
    assert known.seconds(work(frames=0, seconds=100)) == pytest.approx(20)
    assert known.seconds(work(frames=0, seconds=0)) is None


KNOWN = habits([Sample(work(), 100), Sample(work(), 100)])


def test_jobs_end_one_after_the_other_in_as_many_rows_as_there_are_slots() -> None:
    found = forecast([work(1), work(2), work(3)], KNOWN, [30.0], 2, NOW)
    ends = {each: out.ends for each, out in found.outlooks.items()}
    assert ends == {each: NOW + timedelta(seconds=s) for each, s in ((1, 100), (2, 130), (3, 200))}
    assert found.all_done == NOW + timedelta(seconds=200)


def test_behind_a_job_of_unknown_length_no_end_is_known() -> None:
    found = forecast([work(1), work(2, preset="new"), work(3)], KNOWN, [], 1, NOW)
    assert found.outlooks[1].ends is not None
    assert 2 not in found.outlooks
    assert found.outlooks[3] == Outlook(100, None)
    assert found.all_done is None


def test_a_running_job_of_unknown_length_makes_every_end_unknown() -> None:
    found = forecast([work(1)], KNOWN, [None], 2, NOW)
    assert found == Forecast({1: Outlook(100, None)}, None)


def test_nothing_ends_while_the_queue_stands_still() -> None:
    assert forecast([work(1)], KNOWN, [], 2, None).outlooks[1] == Outlook(100, None)


def test_an_empty_queue_has_no_end() -> None:
    assert forecast([], KNOWN, [], 2, NOW).all_done is None
    assert forecast([work(1)], KNOWN, [], 0, NOW).all_done is None


# ---------------------------------------------------------------------- names


def test_names_that_nobody_knows_any_more_stand_for_themselves() -> None:
    naming = Naming(Registry.load())
    assert naming.engine("ffmpeg") == "FFmpeg"
    assert naming.engine("gone") == "gone"
    assert naming.preset("h264", "ffmpeg") == "H.264"
    assert naming.preset("gone", "ffmpeg") == "gone"
    assert "prores-4444" in naming.presets_labelled("prores")
