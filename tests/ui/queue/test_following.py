"""The list stays at the job that renders, for as long as nobody chooses another one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider
from pytestqt.qtbot import QtBot

from rendermanager.core.job import Attempt
from rendermanager.core.output import Artifact
from rendermanager.store import attempts, endings, intents
from rendermanager.ui.queue import QueuePane
from rendermanager.ui.queue.following import next_followed
from tests.helpers.ui_session import Jobs
from tests.ui.queue.conftest import WAIT_MS, Settle
from tests.ui.queue.test_view import Heard, centre, fill

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("followed", "rendering", "wanted"),
    [
        (0, (), 0),
        (0, (4, 2), 4),
        (2, (4, 2), 2),
        (3, (4, 2), 4),
        (3, (), 3),
    ],
    ids=["nothing yet", "the first", "it renders still", "it has ended", "nothing renders"],
)
def test_it_stays_while_the_job_renders(
    followed: int, rendering: tuple[int, ...], wanted: int
) -> None:
    assert next_followed(followed, rendering) == wanted


def begin(jobs: Jobs, job_id: int) -> Attempt:
    """Let a job render."""
    attempt = jobs.claim(job_id)
    jobs.session.store.change(lambda txn: attempts.begin(txn, attempt, "1:1:boot"))
    return attempt


def end(jobs: Jobs, attempt: Attempt) -> None:
    """Let a job be done."""
    done = Artifact("", f"/out/{attempt.id}.mp4", 1, "0" * 64)
    jobs.session.store.change(lambda txn: endings.verify(txn, attempt, 0, 1.0))
    jobs.session.store.change(lambda txn: endings.complete(txn, attempt, (done,), ()))


def at(qtbot: QtBot, pane: QueuePane, job_id: int) -> None:
    """Wait until the list is at a job."""
    qtbot.waitUntil(lambda: list(pane.job_actions.ids) == [job_id], timeout=WAIT_MS)


def is_seen(pane: QueuePane, job_id: int) -> bool:
    rect = pane.view.visualRect(pane.model.index(pane.model.row_of(job_id), 0))
    return pane.view.viewport().rect().contains(rect.center())


def click(pane: QueuePane, row: int) -> None:
    QTest.mouseClick(
        pane.view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, centre(pane.view, row)
    )


def test_the_list_goes_from_one_render_to_the_next(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle, 40)
    pane.view.scrollToBottom()
    assert pane.view.rowAt(0) > 0
    first = begin(jobs, ids[30])
    at(qtbot, pane, ids[30])
    qtbot.waitUntil(lambda: is_seen(pane, ids[30]), timeout=WAIT_MS)
    last = begin(jobs, ids[2])
    settle(pane.model)
    assert pane.view.selected_ids() == [ids[30]], "the first one renders still"
    end(jobs, first)
    at(qtbot, pane, ids[2])
    end(jobs, last)
    settle(pane.model)
    assert pane.view.selected_ids() == [ids[2]], "what was rendered last stays"
    assert pane.following.is_on


def test_a_choice_ends_it_and_it_can_be_taken_up_again(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    heard = Heard(pane.following.changed)
    first = begin(jobs, ids[1])
    at(qtbot, pane, ids[1])
    click(pane, 3)
    qtbot.waitUntil(lambda: heard.values == [False], timeout=WAIT_MS)
    begin(jobs, ids[2])
    end(jobs, first)
    settle(pane.model)
    assert pane.view.selected_ids() == [ids[3]]
    pane.following.set_on(True)
    at(qtbot, pane, ids[2])
    assert heard.values == [False, True]


def test_a_choice_before_anything_renders_counts_too(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    pane.view.select_job(ids[0])
    at(qtbot, pane, ids[0])
    assert pane.following.is_on, "the first row is chosen by itself"
    click(pane, 3)
    at(qtbot, pane, ids[3])
    assert not pane.following.is_on


def test_scrolling_puts_it_off_for_a_while(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle, 40)
    begun = begin(jobs, ids[0])
    at(qtbot, pane, ids[0])
    pane.view.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    begin(jobs, ids[39])
    end(jobs, begun)
    settle(pane.model)
    top = pane.view.rowAt(0)
    assert top > 0
    assert pane.view.selected_ids() == [ids[0]]
    assert pane.following.is_on
    pane.following._pause.setInterval(0)  # the time is over
    pane.following._pause.start()
    at(qtbot, pane, ids[39])


def test_a_job_that_is_filtered_or_removed_does_not_end_it(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    jobs.queued("pear")
    attempt = begin(jobs, ids[1])
    at(qtbot, pane, ids[1])
    pane.model.set_filter("pear")
    qtbot.waitUntil(lambda: pane.model.shown == 1, timeout=WAIT_MS)
    settle(pane.model)
    assert pane.following.is_on
    pane.model.set_filter("")
    at(qtbot, pane, ids[1])
    end(jobs, attempt)
    jobs.session.store.change(lambda txn: intents.remove(txn, [ids[1]]))
    qtbot.waitUntil(lambda: pane.model.row_of(ids[1]) < 0, timeout=WAIT_MS)
    begin(jobs, ids[4])
    at(qtbot, pane, ids[4])
    assert pane.following.is_on
