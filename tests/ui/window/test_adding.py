"""From files to jobs: the fast path, its undo, and everything that can be wrong."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rendermanager.core.job import Job
from rendermanager.services.session import Session
from rendermanager.store import queries
from rendermanager.ui.dialogs.add.dialog import AddDialog
from rendermanager.ui.dialogs.problems import ProblemsDialog
from rendermanager.ui.window import MainWindow
from rendermanager.ui.window.interior import Interior
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import Jobs


def stored(session: Session) -> list[Job]:
    return session.store.read(queries.jobs)


def toast(window: MainWindow) -> str:
    return window.toast.message.text if window.toast.message else ""


def test_a_drop_adds_at_once_and_can_be_undone(
    window: MainWindow, session: Session, media: Path, until: Until
) -> None:
    other = media.with_name("other.mov")
    other.write_bytes(media.read_bytes())
    window.dropping.dropped.emit([str(media), str(other)], False)
    until(lambda: toast(window) == "Added 2 jobs")
    until(lambda: window.page.pane.model.shown == 2)
    assert [job.spec.submitter for job in stored(session)] == ["window", "window"]
    window.actions_made["undo"].trigger()
    until(lambda: not stored(session))
    until(lambda: toast(window) == "Not added after all")


def test_the_default_preset_and_folder_are_used(
    window: MainWindow, session: Session, media: Path, tmp_path: Path, until: Until
) -> None:
    session.preferences.change(default_preset="prores-hq", output_folder=str(tmp_path / "out"))
    window.add_inputs([str(media)])
    until(lambda: stored(session))
    (job,) = stored(session)
    assert job.spec.preset == "prores-hq"
    assert Path(job.spec.output).parent == tmp_path / "out"


def test_what_is_missing_is_said_in_full(
    window: MainWindow, session: Session, tmp_path: Path, until: Until
) -> None:
    window.add_inputs([str(tmp_path / "gone.mov")])
    banner = window.page.banner
    until(banner.isVisible)
    gone = tmp_path / "gone.mov"
    wrong = f"“{gone}” does not exist. Check the name and the drive."
    assert banner.text == f"Nothing was added. {wrong}"
    assert stored(session) == []


def test_the_good_ones_are_added_and_the_bad_ones_listed(
    window: MainWindow, session: Session, media: Path, tmp_path: Path, until: Until
) -> None:
    empty, notes = tmp_path / "empty.mov", tmp_path / "notes.txt"
    empty.touch()
    notes.write_text("hello")
    window.add_inputs([str(media), str(empty), str(notes)])
    banner = window.page.banner
    until(banner.isVisible)
    assert len(stored(session)) == 1
    assert banner.text == "2 things could not be added."
    banner.button.click()
    (dialog,) = window.findChildren(ProblemsDialog)
    assert "is empty (0 bytes)" in dialog.as_text()
    assert "No engine reads" in dialog.as_text()
    dialog.close()


def test_a_banner_can_be_dismissed(window: MainWindow, until: Until) -> None:
    window.add_inputs(["/nowhere/a.mov"])
    until(window.page.banner.isVisible)
    window.page.banner._close.click()
    assert not window.page._banner_room.isVisible()


def test_a_folder_without_media_is_said(window: MainWindow, tmp_path: Path, until: Until) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    window.add_inputs([str(folder)])
    until(window.page.banner.isVisible)
    assert "holds no video, sound or pictures" in window.page.banner.text


def test_frames_ask_for_their_rate_once(
    window: MainWindow, session: Session, tmp_path: Path, until: Until
) -> None:
    for number in range(1, 4):
        (tmp_path / f"shot_{number:04}.png").write_bytes(b"png")
    frame = str(tmp_path / "shot_0001.png")
    window.dropping.dropped.emit([frame], False)
    until(lambda: window.findChildren(AddDialog))
    (dialog,) = window.findChildren(AddDialog)
    assert dialog.form.sources.inputs == (frame,)
    assert dialog.form.settings.editor("sequence_rate") is not None
    assert stored(session) == []
    dialog.reject()


def test_with_shift_frames_are_added_unasked(
    window: MainWindow, session: Session, tmp_path: Path, until: Until
) -> None:
    for number in range(1, 4):
        (tmp_path / f"shot_{number:04}.png").write_bytes(b"png")
    window.dropping.dropped.emit([str(tmp_path / "shot_0001.png")], True)
    until(lambda: stored(session))
    (job,) = stored(session)
    assert job.spec.source.endswith("shot_%04d.png")


def test_a_drop_between_rows_goes_there(
    window: MainWindow, session: Session, jobs: Jobs, media: Path, until: Until
) -> None:
    first, second = jobs.queued("first"), jobs.queued("second")
    window.page.pane.view.dropped.emit([str(media)], second)
    until(lambda: len(stored(session)) == 3)
    until(lambda: [job.name for job in stored(session)] == ["first", media.name, "second"])
    assert first < second


def test_undo_of_a_job_that_renders_ends_it(
    window: MainWindow, session: Session, jobs: Jobs, media: Path, until: Until
) -> None:
    window.add_inputs([str(media)])
    until(lambda: toast(window))
    (job,) = stored(session)
    session.store.change(lambda txn: txn.run("UPDATE job SET checked = 1"))
    session.store.change(lambda txn: txn.run("UPDATE task SET state = 'queued'"))
    jobs.claim(job.id)
    window.actions_made["undo"].trigger()
    until(lambda: "what rendered already is ended" in toast(window))
    assert jobs.job(job.id).intent.cancel


def test_an_undo_that_comes_too_late_says_so(
    window: MainWindow, session: Session, jobs: Jobs, media: Path, until: Until
) -> None:
    window.add_inputs([str(media)])
    until(lambda: toast(window))
    (job,) = stored(session)
    session.control("cli").ask("remove", [job.id]).result()
    window.actions_made["undo"].trigger()
    until(lambda: "too late" in toast(window))


@pytest.mark.allow_warnings("adding failed")
def test_a_mistake_of_ours_is_a_sentence_and_a_line_in_the_log(
    window: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "submitter", lambda _self: 1 / 0)
    window.add_inputs(["/x.mov"])
    until(window.page.banner.isVisible)
    assert "Render Manager made a mistake" in window.page.banner.text


def test_a_closed_store_is_said(window: MainWindow, session: Session, until: Until) -> None:
    session.store.close()
    window.commands.toggle_queue()
    until(window.page.banner.isVisible)
    assert "The queue is closed" in window.page.banner.text


def test_the_empty_page_offers_the_sample(
    window: MainWindow, session: Session, until: Until
) -> None:
    window.page.sample_wanted.emit()
    until(lambda: stored(session))
    assert QApplication.activeModalWidget() is None


def test_what_the_dialog_has_refused_is_left_out(
    window: MainWindow, session: Session, media: Path, until: Until
) -> None:
    bad = media.with_name("bad.mov")
    bad.write_text("not a film at all\n" * 100)
    dialog = window.commands.open_add_dialog([str(media), str(bad)])
    until(dialog.go.isEnabled)
    assert dialog.go.text() == "Add job"
    dialog.go.click()
    until(lambda: stored(session))
    until(window.page.banner.isVisible)
    assert [job.spec.source for job in stored(session)] == [str(media)]
    assert "bad.mov" in window.page.banner.text


def test_the_dialog_asks_for_the_keyboard_which_a_file_manager_has_after_a_drop(
    window: MainWindow, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(AddDialog, "activateWindow", lambda self: asked.append(self.isVisible()))
    window.commands.open_add_dialog([str(media)]).close()
    assert asked == [True]


def test_nothing_can_be_dropped_on_a_window_that_is_still_being_built(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    hold = MainWindow._hold

    def watch(self: MainWindow, inside: Interior) -> None:
        seen.append(self.acceptDrops())
        hold(self, inside)

    monkeypatch.setattr(MainWindow, "_hold", watch)
    window: MainWindow = request.getfixturevalue("window")
    assert (seen, window.acceptDrops()) == ([False], True)
