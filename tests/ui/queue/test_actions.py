"""Actions on the chosen jobs: what is offered, what it does, and how it is taken back."""

import json
import shlex
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from rendermanager.core.status import JobStatus, Priority
from rendermanager.services.session import Session
from rendermanager.store import submission
from rendermanager.ui.dialogs.palette import plain_text
from rendermanager.ui.queue import Column, QueueActions, QueuePane, SortState, Undo
from rendermanager.ui.queue.verbs import Chosen, Verb, refusal
from tests.helpers.queue import new_job
from tests.helpers.ui_session import FONT_MISSING, Jobs
from tests.ui.queue.conftest import WAIT_MS, Settle
from tests.ui.queue.test_view import Heard
from tests.ui.queue.values import FONT, RESULT, make_job

S = JobStatus


def of(*jobs: Any, is_run_order: bool = True) -> Chosen:
    return Chosen({job.id: job.status for job in jobs}, jobs, is_run_order)


WAITING = make_job(S.QUEUED, 1)
RUNNING = make_job(S.RENDERING, 2, attempts=1)
PAUSED = make_job(S.PAUSED, 3)
DONE = make_job(S.COMPLETED, 4, artifacts=RESULT, attempts=1)
FAILED = make_job(S.FAILED, 5, failure=FONT, attempts=3)
RETRYING = make_job(S.QUEUED, 6, failure=FONT, retry_at=make_job().created)
COMMAND = make_job(S.QUEUED, 8, spec={"source": "", "output": "", "argv": ("x",)})


@pytest.mark.parametrize(
    ("verb", "jobs", "why"),
    [
        (Verb.REMOVE, (), "Choose a job first"),
        (Verb.PAUSE, (WAITING, RUNNING, PAUSED), ""),
        (Verb.PAUSE, (DONE,), "It has ended already"),
        (Verb.PAUSE, (WAITING, DONE, FAILED), "2 of 3 have ended already"),
        (Verb.CANCEL, (RUNNING,), ""),
        (Verb.CANCEL, (FAILED,), "It has ended already"),
        (Verb.RUN_AGAIN, (DONE, FAILED, RETRYING), ""),
        (Verb.RUN_AGAIN, (WAITING,), "It has not ended yet"),
        (Verb.RUN_AGAIN, (DONE, WAITING), "1 of 2 have not ended yet"),
        (Verb.RUN_FROM_START, (DONE, FAILED), ""),
        (Verb.RUN_FROM_START, (WAITING,), "It has not ended yet"),
        (Verb.MOVE_UP, (WAITING, PAUSED), ""),
        (Verb.MOVE_UP, (RUNNING,), "Only a job that waits can be moved"),
        (Verb.RUN_NEXT, (WAITING, DONE), "1 of 2 do not wait"),
        (Verb.OPEN_OUTPUT, (DONE,), ""),
        (Verb.OPEN_OUTPUT, (WAITING,), "There is no result yet"),
        (Verb.OPEN_OUTPUT, (DONE, WAITING), "1 of 2 have no result yet"),
        (Verb.SHOW_IN_FOLDER, (WAITING,), ""),
        (Verb.SHOW_IN_FOLDER, (COMMAND,), "It has no output"),
        (Verb.SHOW_SOURCE, (COMMAND,), "It reads no file"),
        (Verb.VIEW_LOG, (DONE,), ""),
        (Verb.VIEW_LOG, (WAITING,), "It has not run yet, so there is no log"),
        (Verb.VIEW_LOG, (DONE, FAILED), "Choose one job to see its log"),
        (Verb.COPY_COMMAND, (COMMAND,), ""),
        (Verb.COPY_COMMAND, (WAITING,), "Its source was not looked at yet"),
        (Verb.COPY_ERROR, (FAILED,), ""),
        (Verb.COPY_ERROR, (DONE,), "It has not failed"),
        (Verb.REMOVE, (DONE, WAITING), ""),
        (Verb.REMOVE, (RUNNING,), "It renders: cancel it first"),
        (Verb.REMOVE, (RUNNING, DONE), "1 of 2 render: cancel them first"),
        (Verb.PRIORITY, (RUNNING, WAITING), ""),
        (Verb.DUPLICATE, (DONE,), ""),
        (Verb.EDIT, (WAITING,), ""),
        (Verb.EDIT, (PAUSED,), ""),
        (Verb.EDIT, (WAITING, PAUSED), "Choose one job to edit"),
        (Verb.EDIT, (DONE,), "It has started already: duplicate it instead"),
        (Verb.EDIT, (RUNNING,), "It has started already: duplicate it instead"),
        (Verb.EDIT, (COMMAND,), "A command has no settings to edit"),
        (Verb.SAVE_PRESET, (DONE,), ""),
        (Verb.SAVE_PRESET, (DONE, WAITING), "Choose one job to keep its settings"),
        (Verb.SAVE_PRESET, (COMMAND,), "A command has no settings to keep"),
    ],
)
def test_a_verb_works_on_all_or_says_why_not(verb: Verb, jobs: tuple[Any, ...], why: str) -> None:
    assert refusal(verb, of(*jobs)) == why


def test_jobs_are_moved_in_run_order_alone() -> None:
    assert "run order" in refusal(Verb.MOVE_TOP, of(WAITING, is_run_order=False))
    assert refusal(Verb.RUN_NEXT, of(WAITING, is_run_order=False)) == ""


def test_not_too_much_is_opened_at_once() -> None:
    many = [make_job(S.COMPLETED, number, artifacts=RESULT) for number in range(1, 12)]
    assert refusal(Verb.OPEN_OUTPUT, of(*many[:10])) == ""
    assert "fewer" in refusal(Verb.OPEN_OUTPUT, of(*many))
    unread = Chosen(dict.fromkeys(range(1, 500), S.COMPLETED))
    assert refusal(Verb.REMOVE, unread) == ""
    assert refusal(Verb.DUPLICATE, unread) != ""


# ---------------------------------------------------------------------- on a real queue


@pytest.fixture
def actions(pane: QueuePane) -> QueueActions:
    return pane.job_actions


def choose(pane: QueuePane, qtbot: QtBot, settle: Settle, *ids: int) -> None:
    settle(pane.model)
    pane.job_actions.set_selection(list(ids))
    qtbot.waitUntil(lambda: pane.job_actions._chosen.is_complete, timeout=WAIT_MS)


def test_tooltips_name_the_action_and_its_keys_or_the_reason(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    assert not actions.remove.isEnabled()
    assert actions.remove.toolTip() == "Choose a job first"
    choose(pane, qtbot, settle, jobs.queued("a"))
    assert actions.remove.isEnabled()
    assert actions.remove.toolTip().startswith("Remove (Del")
    assert actions.view_log.toolTip() == "It has not run yet, so there is no log"


def test_what_is_offered_follows_the_chosen_job(
    jobs: Jobs,
    session: Session,
    pane: QueuePane,
    actions: QueueActions,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    job_id = jobs.queued("a")
    choose(pane, qtbot, settle, job_id)
    assert actions.pause.text() == "&Pause"
    actions.pause.trigger()
    qtbot.waitUntil(lambda: actions.pause.text() == "&Resume", timeout=WAIT_MS)
    assert jobs.job(job_id).status is S.PAUSED
    actions.pause.trigger()
    qtbot.waitUntil(lambda: actions.pause.text() == "&Pause", timeout=WAIT_MS)
    session.control("cli").ask("cancel", [job_id]).result(10)
    qtbot.waitUntil(actions.run_again.isEnabled, timeout=WAIT_MS)
    assert not actions.pause.isEnabled()


def test_a_chosen_job_that_is_not_loaded_is_read(
    session: Session, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    new = [new_job(f"job {number}", output=f"/out/{number}.mp4") for number in range(400)]
    ids = session.store.change(lambda txn: submission.submit(txn, new))
    choose(pane, qtbot, settle, ids[350])
    assert pane.model.job(ids[350]) is None
    assert actions.show_in_folder.isEnabled()


def test_remove_is_told_and_undone(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    first, second = jobs.queued("Promo teaser v2"), jobs.queued("other")
    choose(pane, qtbot, settle, first)
    told = Heard(actions.told)
    actions.remove.trigger()
    qtbot.waitUntil(lambda: list(pane.model.ids()) == [second], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(told.values), timeout=WAIT_MS)
    text, undo = told.values[0]
    assert text == "Removed “Promo teaser v2”"
    undo.undo()
    undo.undo()
    qtbot.waitUntil(lambda: list(pane.model.ids()) == [first, second], timeout=WAIT_MS)


def test_what_could_not_be_removed_is_said(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    running, waiting = jobs.rendering("runs"), jobs.queued("waits")
    settle(pane.model)
    told, failed = Heard(actions.told), Heard(actions.failed)
    actions.remove_ids([running, waiting])
    qtbot.waitUntil(lambda: bool(failed.values), timeout=WAIT_MS)
    assert failed.values == ["“runs” is rendering: cancel it first."]
    assert told.values[0][0] == "Removed “waits”"


def test_clearing_tells_how_many_and_can_be_undone(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    for number in range(3):
        jobs.completed(f"done {number}")
    waiting = jobs.queued("waits")
    settle(pane.model)
    told = Heard(actions.told)
    actions.clear([S.COMPLETED])
    qtbot.waitUntil(lambda: list(pane.model.ids()) == [waiting], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(told.values), timeout=WAIT_MS)
    text, undo = told.values.pop()
    assert text == "Cleared 3 jobs"
    undo.undo()
    qtbot.waitUntil(lambda: pane.model.shown == 4, timeout=WAIT_MS)
    actions.clear([S.FAILED])
    qtbot.waitUntil(lambda: bool(told.values), timeout=WAIT_MS)
    assert told.values == [("There was nothing to clear", None)]


def test_a_waiting_job_is_cancelled_at_once_and_waits_again_after_undo(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    job_id = jobs.queued("a")
    choose(pane, qtbot, settle, job_id)
    told = Heard(actions.told)
    actions.cancel.trigger()
    qtbot.waitUntil(lambda: bool(told.values), timeout=WAIT_MS)
    assert jobs.job(job_id).status is S.CANCELLED
    text, undo = told.values[0]
    assert text == "Cancelled “a”"
    undo.undo()
    qtbot.waitUntil(lambda: jobs.job(job_id).status is S.PENDING, timeout=WAIT_MS)


def cancelled(job_id: int, pane: QueuePane, qtbot: QtBot, settle: Settle) -> Undo:
    """Cancel a running job, and give back what can be undone."""
    choose(pane, qtbot, settle, job_id)
    told = Heard(pane.job_actions.told)
    pane.job_actions.cancel.trigger()
    qtbot.waitUntil(lambda: bool(told.values), timeout=WAIT_MS)
    settle(pane.model)
    undo: Undo = told.values[0][1]
    return undo


def test_a_running_job_is_suspended_and_ended_when_the_undo_expires(
    jobs: Jobs, pane: QueuePane, qtbot: QtBot, settle: Settle
) -> None:
    job_id = jobs.rendering("a")
    undo = cancelled(job_id, pane, qtbot, settle)
    assert jobs.job(job_id).status is S.PAUSED
    assert not jobs.job(job_id).intent.cancel
    undo.expire()
    qtbot.waitUntil(lambda: jobs.job(job_id).intent.cancel, timeout=WAIT_MS)


def test_a_running_job_goes_on_when_its_cancel_is_undone(
    jobs: Jobs, pane: QueuePane, qtbot: QtBot, settle: Settle
) -> None:
    job_id = jobs.rendering("a")
    undo = cancelled(job_id, pane, qtbot, settle)
    undo.undo()
    qtbot.waitUntil(lambda: jobs.job(job_id).status is S.RENDERING, timeout=WAIT_MS)
    undo.expire()
    settle(pane.model)
    assert not jobs.job(job_id).intent.cancel


def test_a_job_that_was_paused_before_stays_paused_when_its_cancel_is_undone(
    jobs: Jobs, session: Session, pane: QueuePane, qtbot: QtBot, settle: Settle
) -> None:
    job_id = jobs.rendering("a")
    session.control("window").ask("pause", [job_id]).result(10)
    undo = cancelled(job_id, pane, qtbot, settle)
    undo.undo()
    settle(pane.model)
    assert jobs.job(job_id).status is S.PAUSED


def test_a_job_that_was_resumed_meanwhile_is_not_ended(
    jobs: Jobs, session: Session, pane: QueuePane, qtbot: QtBot, settle: Settle
) -> None:
    job_id = jobs.rendering("a")
    undo = cancelled(job_id, pane, qtbot, settle)
    session.control("window").ask("resume", [job_id]).result(10)
    settle(pane.model)
    undo.expire()
    settle(pane.model)
    assert not jobs.job(job_id).intent.cancel


def test_what_waits_for_its_undo_is_carried_out_before_the_end(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    job_id = jobs.rendering("a")
    cancelled(job_id, pane, qtbot, settle)
    actions.settle()
    qtbot.waitUntil(lambda: jobs.job(job_id).intent.cancel, timeout=WAIT_MS)


def test_an_undo_that_nobody_settles_expires_by_itself(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rendermanager.ui.queue.undoing.EXPIRY_MS", 1)
    done: list[str] = []
    undo = Undo(lambda: done.append("undone"), lambda: done.append("expired"))
    qtbot.waitUntil(lambda: not undo.is_open, timeout=WAIT_MS)
    undo.undo()
    assert done == ["expired"]


def test_priorities_are_changed_shown_and_undone(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    first, second = jobs.queued("first"), jobs.queued("second", priority=Priority.LOW)
    choose(pane, qtbot, settle, first, second)
    assert not any(action.isChecked() for action in actions.priority_menu.actions())
    told = Heard(actions.told)
    action = next(each for each in actions.priority_menu.actions() if each.text() == "High")
    action.trigger()
    qtbot.waitUntil(action.isChecked, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(told.values), timeout=WAIT_MS)
    text, undo = told.values[0]
    assert text == "2 jobs have priority High"
    undo.undo()
    qtbot.waitUntil(lambda: jobs.job(second).priority is Priority.LOW, timeout=WAIT_MS)
    assert jobs.job(first).priority is Priority.NORMAL


def stands(pane: QueuePane, ids: list[int]) -> bool:
    return list(pane.model.ids()) == ids


def test_moves_by_keys_and_run_next(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    first, second, third = (jobs.queued(name) for name in "abc")
    choose(pane, qtbot, settle, third)
    for action, expected in (
        (actions.move_up, [first, third, second]),
        (actions.move_down, [first, second, third]),
        (actions.move_top, [third, first, second]),
        (actions.move_bottom, [first, second, third]),
        (actions.run_next, [third, first, second]),
    ):
        action.trigger()
        qtbot.waitUntil(partial(stands, pane, expected), timeout=WAIT_MS)
    pane.model.set_sort(SortState(Column.JOB))
    settle(pane.model)
    assert not actions.move_up.isEnabled()
    assert actions.run_next.isEnabled()


def test_run_again_looks_into_the_source_of_a_failed_job_and_queues_it(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    job_id = jobs.failed("a")
    choose(pane, qtbot, settle, job_id)
    actions.run_again.trigger()
    qtbot.waitUntil(lambda: jobs.job(job_id).status is S.PENDING, timeout=WAIT_MS)


def test_paths_errors_and_jobs_are_copied(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    first, second = jobs.failed("a"), jobs.failed("b")
    choose(pane, qtbot, settle, first, second)
    copy = {action.text(): action for action in actions.copy_menu.actions()}
    copy["&Output path"].trigger()
    clipboard = QGuiApplication.clipboard()
    outputs = [jobs.job(each).spec.output for each in (first, second)]
    assert clipboard.text() == "\n".join(outputs)
    copy["&Error"].trigger()
    assert clipboard.text().startswith(f"a: {FONT_MISSING.message}\n{FONT_MISSING.hint}")
    copy["&Job as JSON"].trigger()
    assert [each["name"] for each in json.loads(clipboard.text())] == ["a", "b"]


def test_the_command_of_a_job_is_one_to_paste(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    job_id = jobs.queued("my clip", settings={"video": "h264", "crf": 21})
    settle(pane.model)
    pane.view.select_job(job_id)
    actions = pane.job_actions
    (copy,) = [each for each in actions.copy_menu.actions() if "mmand" in each.text()]
    assert plain_text(copy) == "Copy: Command"
    qtbot.waitUntil(copy.isEnabled, timeout=WAIT_MS)
    with qtbot.waitSignal(actions.told, timeout=WAIT_MS):
        copy.trigger()
    words = shlex.split(QGuiApplication.clipboard().text())
    spec = jobs.job(job_id).spec
    assert f"file:{spec.source}" in words or spec.source in words
    assert words[words.index("-crf") + 1] == "21"
    assert words[-1].endswith(Path(spec.output).name)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the desktop."""
    seen: list[str] = []

    def take(url: QUrl) -> bool:
        seen.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return seen


def test_results_are_opened_and_shown_in_their_folder(
    jobs: Jobs,
    pane: QueuePane,
    actions: QueueActions,
    qtbot: QtBot,
    settle: Settle,
    opened: list[str],
    tmp_path: Path,
) -> None:
    result = tmp_path / "result.mp4"
    result.write_bytes(b"x")
    job_id = jobs.completed("a", output=str(result))
    choose(pane, qtbot, settle, job_id)
    actions.open_output.trigger()
    qtbot.waitUntil(lambda: opened == [str(result)], timeout=WAIT_MS)
    actions.run_default(job_id)
    qtbot.waitUntil(lambda: opened == [str(result)] * 2, timeout=WAIT_MS)
    actions.show_in_folder.trigger()
    qtbot.waitUntil(lambda: opened[2:] == [str(tmp_path)], timeout=WAIT_MS)
    actions.show_source.trigger()
    qtbot.waitUntil(lambda: opened[3:] == [str(tmp_path)], timeout=WAIT_MS)


def test_a_result_that_is_gone_is_said_to_be(
    jobs: Jobs,
    pane: QueuePane,
    actions: QueueActions,
    qtbot: QtBot,
    settle: Settle,
    opened: list[str],
    tmp_path: Path,
) -> None:
    choose(pane, qtbot, settle, jobs.completed("a", output=str(tmp_path / "gone.mp4")))
    failed = Heard(actions.failed)
    actions.open_output.trigger()
    qtbot.waitUntil(lambda: bool(failed.values), timeout=WAIT_MS)
    assert failed.values == [f"“gone.mp4” is not in “{tmp_path}” any more."]
    assert opened == []


def test_the_usual_wish_depends_on_the_state(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, settle: Settle
) -> None:
    failed, waiting = jobs.failed("a"), jobs.queued("b")
    settle(pane.model)
    logs, details = Heard(actions.log_wanted), Heard(actions.details_wanted)
    actions.run_default(failed)
    actions.run_default(waiting)
    assert (logs.values, details.values) == ([failed], [waiting])


def test_the_window_is_asked_for_logs_and_duplicates(
    jobs: Jobs, pane: QueuePane, actions: QueueActions, qtbot: QtBot, settle: Settle
) -> None:
    job_id = jobs.failed("a")
    choose(pane, qtbot, settle, job_id)
    logs, again = Heard(actions.log_wanted), Heard(actions.duplicate_wanted)
    actions.view_log.trigger()
    actions.duplicate.trigger()
    assert logs.values == [job_id]
    assert [job.name for job in again.values[0]] == ["a"]


def test_the_menu_holds_every_action_once(pane: QueuePane, actions: QueueActions) -> None:
    def inside(menu: QMenu) -> list[QAction]:
        found: list[QAction] = []
        for action in menu.actions():
            below = action.menu()
            if isinstance(below, QMenu):
                found += inside(below)
            elif not action.isSeparator():
                found.append(action)
        return found

    menu = QMenu(pane)
    actions.fill_menu(menu)
    offered = inside(menu)
    assert len(offered) == len(set(map(id, offered)))
    assert {action.text() for action in offered} == {action.text() for action in actions.all()}
    assert all(action.text() for action in offered)


def test_no_two_actions_share_their_keys(actions: QueueActions) -> None:
    keys = [action.shortcut().toString() for action in actions.all()]
    used = [each for each in keys if each]
    assert len(used) == len(set(used))
