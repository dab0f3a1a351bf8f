"""The inspector follows the selection and the job behind it."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget

from rendermanager.core.adaptation import Adaptation
from rendermanager.core.job import Attempt, JobSpec
from rendermanager.core.progress import Observation
from rendermanager.core.status import JobStatus
from rendermanager.store import attempts, endings
from rendermanager.store.txn import Txn
from rendermanager.ui.inspector.buttons import ActionButton
from rendermanager.ui.window import MainWindow
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import FAILED_LOG, FONT_MISSING, Jobs, attempt_of


def select(window: MainWindow, until: Until, job_id: int) -> None:
    window.page.pane.view.select_job(job_id)
    inspector = window.page.inspector
    until(lambda: inspector.job is not None and inspector.job.id == job_id)


def words(window: MainWindow) -> list[str]:
    buttons = window.page.inspector.findChildren(ActionButton)
    return [each.full_text for each in buttons if each.isVisible()]


def test_nothing_selected_says_what_to_do(window: MainWindow, jobs: Jobs, until: Until) -> None:
    jobs.queued("clip")
    until(lambda: window.page.pane.model.total == 1)
    window.page.pane.view.clearSelection()
    until(lambda: window.page.inspector.job is None)
    assert "Select a job" in window.page.inspector._nothing.text()


def test_the_details_are_those_of_the_selected_job(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    jobs.queued("first")
    second = jobs.queued("second", preset="prores-hq")
    select(window, until, second)
    pairs = window.page.inspector._pairs
    assert pairs.value("Source").endswith("second.mov")
    assert pairs.value("Preset") == "ProRes 422 HQ"


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda jobs: jobs.queued("a"), ["Pause", "Cancel", "Open folder"]),
        (lambda jobs: jobs.paused("a"), ["Resume", "Cancel", "Open folder"]),
        (lambda jobs: jobs.rendering("a"), ["Pause", "Cancel", "Open folder"]),
        (lambda jobs: jobs.completed("a"), ["Open", "Open folder", "Run again"]),
        (lambda jobs: jobs.cancelled("a"), ["Open folder", "Run again", "Remove"]),
        (lambda jobs: jobs.failed("a"), ["Open folder", "Remove"]),
    ],
    ids=["queued", "paused", "rendering", "completed", "cancelled", "failed"],
)
def test_the_buttons_suit_the_state(
    window: MainWindow, jobs: Jobs, until: Until, make: object, expected: list[str]
) -> None:
    select(window, until, make(jobs))  # type: ignore[operator]
    until(lambda: words(window) == expected)


@pytest.mark.parametrize("width", [300, 346, 460])
def test_no_button_loses_a_part_of_its_word(
    window: MainWindow, jobs: Jobs, until: Until, width: int
) -> None:
    select(window, until, jobs.completed("a"))
    window.page.set_inspector_width(width)
    inspector = window.page.inspector
    until(lambda: abs(inspector.width() - width) <= 2)
    shown = [each for each in inspector.findChildren(QAbstractButton) if each.isVisible()]
    until(lambda: all(each.width() >= each.sizeHint().width() for each in shown))
    assert [each.text() for each in shown if not fits(each, inspector)] == []
    assert all(each.accessibleName() or each.text() for each in shown)


def fits(inner: QWidget, outer: QWidget) -> bool:
    corner = inner.mapTo(outer, inner.rect().topLeft())
    return corner.x() >= 0 and corner.x() + inner.width() <= outer.width()


def test_a_failed_job_shows_why_and_runs_again_at_a_press(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    job_id = jobs.failed("logo", log=FAILED_LOG)
    select(window, until, job_id)
    card = window.page.inspector._card
    assert card.isVisible()
    assert (card.text, card.hint) == (FONT_MISSING.message, FONT_MISSING.hint)
    card.again.click()
    until(lambda: jobs.job(job_id).status is JobStatus.PENDING)
    until(lambda: not card.isVisible())


def test_the_card_leads_to_the_line_in_the_log(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    select(window, until, jobs.failed("logo", log=FAILED_LOG))
    inspector = window.page.inspector
    inspector._card.show_log.click()
    assert inspector.tabs.currentWidget() is inspector.log
    until(lambda: inspector.log.view.textCursor().selectedText() == FONT_MISSING.detail)


def test_a_job_that_never_ran_offers_no_log(window: MainWindow, jobs: Jobs, until: Until) -> None:
    from rendermanager.store import submission

    job_id = jobs.checking("bad")
    jobs.session.store.change(lambda txn: submission.fail_check(txn, job_id, FONT_MISSING))
    select(window, until, job_id)
    card = window.page.inspector._card
    until(card.isVisible)
    assert not card.show_log.isVisible()


def test_a_doubtful_result_can_be_kept(window: MainWindow, jobs: Jobs, until: Until) -> None:
    job_id = jobs.completed("a", warnings=("It is black.", "It is silent."))
    select(window, until, job_id)
    card = window.page.inspector._card
    assert (card.text, card.hint) == ("It is black.", "It is silent.")
    assert words(window) == ["Open", "Open folder"]
    card.keep.click()
    until(lambda: not jobs.job(job_id).warnings)
    until(lambda: not card.isVisible())
    assert jobs.job(job_id).status is JobStatus.COMPLETED
    until(lambda: words(window) == ["Open", "Open folder", "Run again"])


def test_a_doubtful_result_can_be_run_again(window: MainWindow, jobs: Jobs, until: Until) -> None:
    job_id = jobs.completed("a", warnings=("It is black.",))
    select(window, until, job_id)
    window.page.inspector._card.again.click()
    until(lambda: jobs.job(job_id).status is JobStatus.PENDING)
    # The earlier result stays until the new one is verified.
    assert jobs.job(job_id).artifacts
    until(lambda: not window.page.inspector._card.isVisible())


def test_the_choices_of_a_doubtful_result_are_whole_where_room_is_short(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    select(window, until, jobs.completed("a", warnings=("It is black.",), log="x"))
    window.page.set_inspector_width(300)
    inspector = window.page.inspector
    until(lambda: abs(inspector.width() - 300) <= 2)
    shown = [each for each in (inspector._card.keep, inspector._card.again) if each.isVisible()]
    assert len(shown) == 2
    until(lambda: all(each.width() >= each.sizeHint().width() for each in shown))
    assert all(fits(each, inspector) for each in shown)
    assert not inspector._card.show_log.isVisible()


def test_the_facts_follow_the_render(window: MainWindow, jobs: Jobs, until: Until) -> None:
    job_id = jobs.rendering("a", seen=Observation(frame=10, frames=100), active_s=10)
    select(window, until, job_id)
    facts = window.page.inspector._facts
    until(lambda: facts.full_text.startswith("Frame 10 of 100"))
    jobs.session.board.see(attempt_of(jobs.session, job_id), Observation(frame=60, frames=100), 60)
    until(lambda: facts.full_text.startswith("Frame 60 of 100"))


def test_the_panel_follows_the_commit(window: MainWindow, jobs: Jobs, until: Until) -> None:
    job_id = jobs.queued("a")
    select(window, until, job_id)
    jobs.session.control("cli").ask("cancel", [job_id])
    until(lambda: words(window) == ["Open folder", "Run again", "Remove"])


def test_several_jobs_are_counted(window: MainWindow, jobs: Jobs, until: Until) -> None:
    for name in "abc":
        jobs.queued(name)
    until(lambda: window.page.pane.model.shown == 3)
    window.page.pane.view.selectAll()
    until(lambda: window.page.inspector._name.full_text == "3 jobs selected")
    assert words(window) == ["Pause", "Cancel", "Remove"]
    assert not window.page.inspector.tabs.isVisible()


def test_every_attempt_is_listed_and_leads_to_its_log(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    select(window, until, jobs.failed("logo", times=3, log=FAILED_LOG))
    inspector = window.page.inspector
    model = inspector.attempts.model
    until(lambda: model.rowCount() == 3)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("3 · Failed, 12 s · ")
    assert spoken.endswith(FONT_MISSING.message)
    oldest = model.attempt(2)
    shown = [model.attempt(row) for row in reversed(range(model.rowCount()))]
    model.show(shown, jobs.session.store.now(), {oldest.task_id: "frames 1-10"})
    assert " · frames 1-10 · " in model.title(0)
    inspector.attempts.log_wanted.emit(oldest)
    assert inspector.log.path == Path(oldest.log)
    assert inspector.tabs.currentWidget() is inspector.log


def test_the_files_say_what_is_on_the_disk(
    window: MainWindow, jobs: Jobs, until: Until, tmp_path: Path
) -> None:
    job_id = jobs.completed("a")
    final = Path(jobs.job(job_id).spec.output)
    final.parent.mkdir()
    final.write_bytes(b"x" * 2000)
    select(window, until, job_id)
    files = window.page.inspector.files
    until(lambda: files.facts)
    (fact,) = files.facts
    assert (fact.path, fact.size_bytes, fact.exists) == (str(final), 2000, True)


def test_frames_of_a_sequence_count_as_one_output(
    window: MainWindow, jobs: Jobs, until: Until, tmp_path: Path
) -> None:
    job_id = jobs.completed("a", output=str(tmp_path / "out" / "a_%04d.png"))
    (tmp_path / "out").mkdir()
    for number in range(1, 4):
        (tmp_path / "out" / f"a_{number:04}.png").write_bytes(b"x")
    select(window, until, job_id)
    files = window.page.inspector.files
    until(lambda: files.facts)
    assert (files.facts[0].count, files.facts[0].exists) == (3, True)


def test_a_command_shows_what_it_runs(window: MainWindow, jobs: Jobs, until: Until) -> None:
    from rendermanager.store.submission import NewJob

    spec = JobSpec(engine="command", preset="command", name="echo", argv=("/bin/echo", "hello"))
    (job_id,) = jobs.session.control("cli").submit([NewJob(spec, checked=True)]).result()
    select(window, until, job_id)
    pairs = window.page.inspector._pairs
    assert pairs.value("Command") == "/bin/echo hello"


def test_the_details_of_a_failure_can_be_copied(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    select(window, until, jobs.failed("logo", log=FAILED_LOG))
    card = window.page.inspector._card
    assert card.copy_details.isVisible()
    card.copy_details.click()
    text = QGuiApplication.clipboard().text()
    for word in ("logo", FONT_MISSING.message, FONT_MISSING.hint, FONT_MISSING.detail):
        assert word in text


def test_a_warning_has_no_details_to_copy(window: MainWindow, jobs: Jobs, until: Until) -> None:
    select(window, until, jobs.completed("a", warnings=("It is black.",)))
    assert not window.page.inspector._card.copy_details.isVisible()


def test_an_attempt_says_how_it_was_made(window: MainWindow, jobs: Jobs, until: Until) -> None:
    job_id = jobs.queued("a")
    smaller = Adaptation(shrink=1, alone=True)
    for delay_s in (0.0, None):
        attempt = jobs.claim(job_id)
        jobs.session.store.change(
            partial(fail_smaller, attempt=attempt, delay_s=delay_s, smaller=smaller)
        )
        jobs.session.store.change(attempts.due_again)
    select(window, until, job_id)
    model = window.page.inspector.attempts.model
    until(lambda: model.rowCount() == 2)
    assert model.title(1).endswith("Failed")
    assert model.title(0).endswith("Failed · with fewer threads, with nothing beside it")


def fail_smaller(txn: Txn, attempt: Attempt, delay_s: float | None, smaller: Adaptation) -> None:
    endings.adapt(txn, attempt, smaller)
    endings.fail(txn, attempt, FONT_MISSING, delay_s=delay_s)
