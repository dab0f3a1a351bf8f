"""Failures by their cause: the cards, their button, what is stopped, and nothing at all."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from rendermanager.core.failure import Cause, Failure, FailureKind, Retry
from rendermanager.core.job import JobSpec
from rendermanager.core.status import JobStatus
from rendermanager.services.session import Session
from rendermanager.ui.pages.history import HistoryPage
from rendermanager.ui.queue import Thumbnails
from rendermanager.ui.theme import Theme
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import FONT_MISSING, Jobs

FULL = Failure(
    FailureKind.RESOURCE_EXHAUSTION,
    "The disk is full.",
    "Make room.",
    Retry.AFTER_FIX,
    cause=Cause.DISK_FULL,
)


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[HistoryPage]:
    thumbnails = Thumbnails(session)
    made = HistoryPage(session, theme, thumbnails)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    yield made
    thumbnails.close()
    session.background.drain()


def test_each_cause_has_one_card_and_the_largest_comes_first(
    page: HistoryPage, jobs: Jobs, until: Until
) -> None:
    jobs.failed("disk", failure=FULL)
    for name in "abcde":
        jobs.failed(name)
    jobs.completed("good")
    page.by_cause.setChecked(True)
    until(lambda: len(page.failures.cards) == 2)
    first, second = page.failures.cards
    assert first.group.failure.message == FONT_MISSING.message
    assert first.about.startswith("5 jobs · FFmpeg · last ")
    assert first.names == "e, d, c, and 2 more"
    assert (second.names, second.group.failure.hint) == ("disk", "Make room.")
    assert second.about.startswith("1 job · ")
    assert page.header.line == "6 jobs failed · 2 causes"
    assert not page.filter.isVisible()


def test_a_press_runs_every_job_of_the_cause_again(
    page: HistoryPage, jobs: Jobs, until: Until, qtbot: QtBot
) -> None:
    ids = [jobs.failed(name) for name in "ab"]
    other = jobs.failed("disk", failure=FULL)
    page.by_cause.setChecked(True)
    until(lambda: len(page.failures.cards) == 2)
    with qtbot.waitSignal(page.said) as said:
        page.failures.cards[0].again.click()
    assert said.args == ["2 jobs run again"]
    assert {jobs.job(job_id).status for job_id in ids} == {JobStatus.PENDING}
    assert jobs.job(other).status is JobStatus.FAILED
    until(lambda: len(page.failures.cards) == 1)
    assert page.header.line == "1 job failed · one cause"


def test_without_failures_it_says_so(page: HistoryPage, jobs: Jobs, until: Until) -> None:
    page.by_cause.setChecked(True)
    until(page.failures.empty.isVisible)
    assert page.header.line == ""
    jobs.failed("fresh")
    until(lambda: len(page.failures.cards) == 1)
    assert not page.failures.empty.isVisible()


def test_the_days_come_back(page: HistoryPage, jobs: Jobs, until: Until) -> None:
    jobs.failed("a")
    page.refresh()
    until(lambda: page.model.found == 1)
    page.by_cause.setChecked(True)
    until(lambda: len(page.failures.cards) == 1)
    page.by_cause.setChecked(False)
    assert page.view.isVisible()
    assert page.filter.isVisible()
    assert page.header.line == "1 job"


def test_what_is_stopped_stands_above_and_can_be_tried_now(
    page: HistoryPage, session: Session, jobs: Jobs, until: Until
) -> None:
    jobs.failed("disk", failure=FULL)
    page.by_cause.setChecked(True)
    until(lambda: len(page.failures.cards) == 1)
    # What the jobs above have done counts as somebody acting: that has to be over first.
    until(lambda: not page.failures.banner.isVisible())
    spec = JobSpec(engine="ffmpeg", output="/deliveries/a.mp4")
    for _ in range(3):
        session.dispatcher._breakers._circuits.failed(spec, FULL, session.store.now())
    page.failures.reload()
    until(page.failures.banner.isVisible)
    assert page.failures.banner.text.startswith("The folder “/deliveries” is stopped until ")
    page.failures.banner.button.click()
    until(lambda: not session.dispatcher.stopped)
    page.failures.reload()
    until(lambda: not page.failures.banner.isVisible())


def test_a_card_is_read_out_with_its_button(page: HistoryPage, jobs: Jobs, until: Until) -> None:
    jobs.failed("a")
    jobs.failed("b")
    page.by_cause.setChecked(True)
    until(lambda: len(page.failures.cards) == 1)
    (card,) = page.failures.cards
    named = QAccessible.queryAccessibleInterface(card.again)
    assert "2 jobs" in named.text(QAccessible.Text.Name)
    assert FONT_MISSING.message in card.accessibleName()


def test_a_store_that_cannot_be_read_is_said(
    page: HistoryPage, session: Session, qtbot: QtBot
) -> None:
    session.store.close()
    with qtbot.waitSignal(page.said) as said:
        page.by_cause.setChecked(True)
    assert "closed" in said.args[0]
