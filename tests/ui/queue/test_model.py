"""The rows follow the store: what changes is read again, and nothing else moves."""

from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from rendermanager.core.progress import Observation
from rendermanager.core.status import JobStatus
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.services.session import Session
from rendermanager.store import submission
from rendermanager.store.submission import NewJob
from rendermanager.ui.queue import Column, QueueModel, SortState
from rendermanager.ui.queue.fetching import PAGE
from rendermanager.ui.queue.rows import RowView
from rendermanager.ui.queue.states import Shown
from rendermanager.ui.queue.table import ID_ROLE
from tests.helpers.queue import new_job
from tests.helpers.ui_session import Jobs, attempt_of
from tests.ui.queue.conftest import WAIT_MS, Settle


class Watch:
    """Notes what a model announces."""

    def __init__(self, model: QueueModel) -> None:
        self.changed: list[tuple[int, int]] = []
        self.columns: set[Column] = set()
        self.structure: list[str] = []
        model.dataChanged.connect(self._on_changed)
        model.rowsInserted.connect(lambda *_: self.structure.append("insert"))
        model.rowsRemoved.connect(lambda *_: self.structure.append("remove"))
        model.rowsMoved.connect(lambda *_: self.structure.append("move"))
        model.modelReset.connect(lambda: self.structure.append("reset"))

    def _on_changed(self, first: Any, last: Any) -> None:
        self.changed.append((first.row(), last.row()))
        self.columns |= {Column(each) for each in range(first.column(), last.column() + 1)}


def names(model: QueueModel) -> list[str]:
    found = []
    for row in range(model.shown):
        job = model.job_at(row)
        found.append("" if job is None else job.name)
    return found


def view_of(model: QueueModel, job_id: int) -> RowView:
    view = model.row_at(model.row_of(job_id))
    assert view is not None
    return view


def test_it_keeps_the_rules_of_models(
    jobs: Jobs, model: QueueModel, settle: Settle, qtmodeltester: ModelTester
) -> None:
    jobs.queued("a")
    jobs.failed("b")
    settle(model)
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_an_empty_queue_has_no_rows_and_says_that_it_was_read(model: QueueModel) -> None:
    assert (model.shown, model.total, model.is_loaded) == (0, 0, True)


def test_new_jobs_appear_in_run_order(jobs: Jobs, model: QueueModel, settle: Settle) -> None:
    done = jobs.completed("done")
    first, second = jobs.queued("first"), jobs.queued("second")
    settle(model)
    assert list(model.ids()) == [first, second, done]
    assert names(model) == ["first", "second", "done"]
    assert model.index(0, Column.JOB).data(ID_ROLE) == first
    drawn = model.drawn_at(0)
    assert drawn is not None
    assert (drawn[0].name, drawn[1].id) == ("first", first)


def test_a_row_that_comes_into_being_leaves_the_others_where_they_are(
    jobs: Jobs, model: QueueModel, settle: Settle
) -> None:
    first = jobs.queued("first")
    done = jobs.completed("done")
    settle(model)
    kept = QPersistentModelIndex(model.index(1, Column.JOB))
    watch = Watch(model)
    jobs.queued("second")
    settle(model)
    assert watch.structure == ["insert"]
    assert (kept.row(), model.id_at(kept.row())) == (2, done)
    assert model.row_of(first) == 0


def test_a_job_that_ends_moves_and_keeps_its_index(
    jobs: Jobs, session: Session, model: QueueModel, settle: Settle
) -> None:
    ids = [jobs.queued(f"job {number}") for number in range(6)]
    settle(model)
    kept = QPersistentModelIndex(model.index(1, Column.JOB))
    watch = Watch(model)
    session.control("window").ask("cancel", [ids[1]]).result(10)
    settle(model)
    assert watch.structure == ["move"]
    assert model.id_at(kept.row()) == ids[1]
    assert kept.row() == 5
    assert view_of(model, ids[1]).shown is Shown.CANCELLED


def test_a_removed_job_goes_and_comes_back(
    jobs: Jobs, session: Session, model: QueueModel, settle: Settle
) -> None:
    first, second = jobs.queued("first"), jobs.queued("second")
    settle(model)
    session.control("window").ask("remove", [first]).result(10)
    settle(model)
    assert list(model.ids()) == [second]
    session.control("window").ask("restore", [first]).result(10)
    settle(model)
    assert list(model.ids()) == [first, second]


def test_a_change_is_read_again_for_its_row_alone(
    jobs: Jobs, session: Session, model: QueueModel, settle: Settle
) -> None:
    ids = [jobs.queued(f"job {number}") for number in range(5)]
    settle(model)
    watch = Watch(model)
    session.control("window").ask("pause", [ids[3]]).result(10)
    settle(model)
    assert set(watch.changed) == {(3, 3)}
    assert view_of(model, ids[3]).shown is Shown.PAUSED
    assert view_of(model, ids[3]).time.first.startswith("Paused ")


def test_many_changes_at_once_begin_anew_and_are_right(
    jobs: Jobs, session: Session, model: QueueModel, settle: Settle
) -> None:
    ids = [jobs.queued(f"job {number}") for number in range(150)]
    settle(model)
    watch = Watch(model)
    session.control("window").ask("cancel", ids[::2]).result(10)
    settle(model)
    assert "reset" in watch.structure
    assert set(model.ids()) == set(ids)
    assert list(model.ids())[:75] == ids[1::2]


def test_only_pages_that_are_seen_are_read(
    session: Session, model: QueueModel, settle: Settle, qtbot: QtBot
) -> None:
    new: list[NewJob] = [new_job(f"job {number}") for number in range(500)]
    ids = session.store.change(lambda txn: submission.submit(txn, new))
    settle(model)
    assert model.shown == 500
    assert model.job(ids[0]) is not None
    assert model.job(ids[300]) is None
    assert model.drawn_at(300) is None
    assert model.index(300, Column.JOB).data() == ""
    qtbot.waitUntil(lambda: model.job(ids[300]) is not None, timeout=WAIT_MS)
    assert model.index(300, Column.JOB).data() == "job 300"
    assert model.job(ids[300 - PAGE]) is None
    assert model.status_of(ids[100]) is JobStatus.QUEUED


def test_what_is_kept_in_memory_is_bounded(
    session: Session, model: QueueModel, settle: Settle
) -> None:
    new = [new_job(f"job {number}") for number in range(3_000)]
    ids = session.store.change(lambda txn: submission.submit(txn, new))
    settle(model)
    for row in range(0, 3_000, PAGE):
        model.job_at(row)
        settle(model)
    loaded = [job_id for job_id in ids if model.job(job_id) is not None]
    assert PAGE < len(loaded) <= 2_048


def test_sorting_and_run_order(jobs: Jobs, model: QueueModel, settle: Settle) -> None:
    for name in ("b", "c", "a"):
        jobs.queued(name)
    settle(model)
    stands_in_run_order = [model.is_run_order]
    model.set_sort(SortState(Column.JOB))
    settle(model)
    assert names(model) == ["a", "b", "c"]
    stands_in_run_order.append(model.is_run_order)
    assert stands_in_run_order == [True, False]
    model.set_sort(SortState(Column.JOB, descending=True))
    settle(model)
    assert names(model) == ["c", "b", "a"]
    model.show_run_order()
    settle(model)
    assert names(model) == ["b", "c", "a"]


def test_filtering_counts_what_is_shown_and_what_there_is(
    jobs: Jobs, model: QueueModel, settle: Settle, qtbot: QtBot
) -> None:
    jobs.queued("summer one")
    jobs.failed("summer two")
    jobs.queued("winter")
    settle(model)
    counts: list[tuple[int, int]] = []
    model.counted.connect(lambda *both: counts.append(both))
    model.set_filter("summer")
    settle(model)
    assert names(model) == ["summer one", "summer two"]
    assert counts == [(2, 3)]
    model.set_filter("summer status:failed")
    settle(model)
    assert names(model) == ["summer two"]
    model.set_filter("preset:h.264 winter")
    settle(model)
    assert names(model) == ["winter"]
    model.set_filter("status:nonsense")
    settle(model)
    assert "nonsense" in model.filter_problem
    assert model.shown == 3


def test_a_new_job_that_does_not_match_is_not_shown(
    jobs: Jobs, model: QueueModel, settle: Settle
) -> None:
    model.set_filter("summer")
    jobs.queued("winter")
    shown = jobs.queued("summer")
    settle(model)
    assert list(model.ids()) == [shown]
    assert model.total == 2


def test_progress_is_announced_for_rows_in_sight_alone(
    jobs: Jobs, session: Session, model: QueueModel, settle: Settle, qtbot: QtBot
) -> None:
    ids = [jobs.rendering(f"job {number}") for number in range(3)]
    settle(model)
    model.set_visible(0, 1)
    for row in range(3):
        model.row_at(row)
    watch = Watch(model)
    with qtbot.waitSignal(session.bus.progressed, timeout=WAIT_MS):
        for job_id in ids:
            session.board.see(attempt_of(session, job_id), Observation(frame=5, frames=10), 1.0)
    assert set(watch.changed) == {(0, 1)}
    assert Column.PROGRESS in watch.columns
    # Drawing a cell is what costs: what looks the same is left alone.
    assert watch.columns.isdisjoint({Column.JOB, Column.PRESET, Column.STATUS})
    assert view_of(model, ids[0]).progress.text == "Frame 5 of 10"
    assert view_of(model, ids[2]).progress.text == "Frame 5 of 10"


def test_progress_that_looks_the_same_is_not_announced(
    jobs: Jobs, session: Session, model: QueueModel, settle: Settle, qtbot: QtBot
) -> None:
    job_id = jobs.rendering("a", seen=Observation(frame=5, frames=10), active_s=10.0)
    settle(model)
    model.row_at(0)
    qtbot.waitUntil(lambda: view_of(model, job_id).progress.percent != "", timeout=WAIT_MS)
    watch = Watch(model)
    with qtbot.waitSignal(session.bus.progressed, timeout=WAIT_MS):
        session.board.see(attempt_of(session, job_id), Observation(fps=31.0), 10.0)
    assert watch.changed == []


def test_reasons_for_waiting_are_shown(
    jobs: Jobs, session: Session, model: QueueModel, settle: Settle
) -> None:
    job_id = jobs.queued("a")
    settle(model)
    assert view_of(model, job_id).progress.text == "In line"
    session.bus.waiting.emit({job_id: Reason(Why.ENGINE_MISSING, "FFmpeg was not found.")})
    assert view_of(model, job_id).shown is Shown.WAITING
    assert view_of(model, job_id).progress.text == "FFmpeg was not found."
    session.bus.waiting.emit({})
    assert view_of(model, job_id).shown is Shown.QUEUED


def test_who_listens_is_told_which_jobs_are_newer(
    jobs: Jobs, session: Session, model: QueueModel, settle: Settle
) -> None:
    job_id = jobs.queued("a")
    settle(model)
    told: set[int] = set()
    model.touched.connect(told.update)
    session.control("window").ask("pause", [job_id]).result(10)
    settle(model)
    assert told == {job_id}


def test_every_cell_has_text_for_screen_readers_and_tooltips(
    jobs: Jobs, model: QueueModel, settle: Settle
) -> None:
    jobs.completed("SummerSale <b>", warnings=("It is dark.",))
    settle(model)
    role = Qt.ItemDataRole
    index = model.index(0, Column.JOB)
    said = index.data(role.AccessibleTextRole)
    assert said.startswith("SummerSale <b>, Done with warnings, It is dark., Finished ")
    assert "SummerSale &lt;b&gt;" in index.data(role.ToolTipRole)
    for column in Column:
        assert isinstance(model.index(0, column).data(role.AccessibleTextRole), str)
    texts = {column: model.index(0, column).data() for column in Column}
    assert texts[Column.PRESET] == "H.264"
    assert texts[Column.STATUS] == "Done with warnings"
    assert texts[Column.SIZE] == "1.2 GB"
    assert texts[Column.ELAPSED] == "2 min 14 s"
    assert texts[Column.PRIORITY] == "Normal"
    assert texts[Column.ATTEMPTS] == "1"
    assert texts[Column.OUTPUT].endswith(".mp4")


def test_waiting_jobs_learn_from_finished_ones_how_long_they_take(
    jobs: Jobs, session: Session, model: QueueModel, settle: Settle, qtbot: QtBot
) -> None:
    jobs.completed("one", elapsed_s=540.0)
    jobs.completed("two", elapsed_s=540.0)
    waiting = jobs.queued("three")
    settle(model)
    qtbot.waitUntil(lambda: view_of(model, waiting).time.first == "about 9 min", timeout=WAIT_MS)


@pytest.mark.allow_warnings("could not be read")
def test_a_store_that_cannot_be_read_is_tried_again(
    jobs: Jobs, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs.queued("a")
    read, failures = session.store.read, [RuntimeError("busy"), RuntimeError("busy")]

    def flaky(run: Any) -> Any:
        if failures:
            raise failures.pop()
        return read(run)

    monkeypatch.setattr(session.store, "read", flaky)
    model = QueueModel(session)
    qtbot.waitUntil(lambda: model.shown == 1, timeout=WAIT_MS)
    model.close()
