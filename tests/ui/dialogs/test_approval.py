"""Approval in the window: what would run is shown, and allowed or left out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from rendermanager.services.session import Session
from rendermanager.services.trustbook import TrustBook
from rendermanager.store import queries
from rendermanager.ui.dialogs.add.dialog import AddDialog
from rendermanager.ui.dialogs.approval import ApprovalDialog
from rendermanager.ui.theme import Theme
from rendermanager.ui.window import MainWindow
from tests.helpers.nexrender import PROJECT
from tests.helpers.ui_fixtures import Until, end_window, full_window
from tests.ui.queue.scene import film

SCRIPT = "from manim import *\n\n\nclass Opening(Scene):\n    pass\n"


@pytest.fixture
def window(session: Session, theme: Theme) -> Iterator[MainWindow]:
    made = full_window(session, theme)
    made.resize(1360, 820)
    made.show()
    yield made
    end_window(made, session)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "<b>opening.py"
    path.write_text(SCRIPT)
    return path


def count(session: Session) -> int:
    return len(session.store.read(queries.jobs))


def dialog_of(window: MainWindow, until: Until) -> ApprovalDialog:
    until(lambda: window.findChildren(ApprovalDialog))
    (dialog,) = window.findChildren(ApprovalDialog)
    return dialog


def words(dialog: ApprovalDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_files_of_other_folders_are_shown_with_where_they_really_lie(
    window: MainWindow, session: Session, tmp_path: Path, until: Until
) -> None:
    shots, footage = tmp_path / "shots", tmp_path / "footage"
    for folder in (shots, footage):
        folder.mkdir()
    (footage / "shot.aep").write_bytes(PROJECT)
    (shots / "link.aep").symlink_to(footage / "shot.aep")
    job = shots / "job.json"
    job.write_text(json.dumps({"template": {"src": "link.aep", "composition": "main"}}))
    window.add_inputs([str(job)])
    dialog = dialog_of(window, until)
    until(lambda: "from another folder" in words(dialog))
    assert str(footage / "shot.aep") in words(dialog)
    assert dialog.heading == "“job.json” would read other files"
    dialog.allow.click()
    until(lambda: count(session) == 1)


def test_what_would_run_is_shown_and_added_once_it_is_allowed(
    window: MainWindow, session: Session, script: Path, until: Until
) -> None:
    window.add_inputs([str(script)])
    dialog = dialog_of(window, until)
    assert dialog.heading == "“<b>opening.py” would run code on your machine"
    until(lambda: "the Python script" in words(dialog))
    assert str(script) in words(dialog)
    assert "class Opening(Scene):" in words(dialog)
    assert "last changed" in words(dialog)
    assert count(session) == 0
    dialog.allow.click()
    until(lambda: count(session) == 1)
    assert len(TrustBook(session.paths.trusted).approvals()) == 1
    until(lambda: not window.findChildren(ApprovalDialog))


def test_return_allows_nothing_and_the_rest_is_added(
    window: MainWindow, session: Session, script: Path, until: Until, tmp_path: Path
) -> None:
    window.add_inputs([str(script), str(film(tmp_path / "SummerSale.mov", 10))])
    dialog = dialog_of(window, until)
    until(dialog.allow.isEnabled)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    until(lambda: count(session) == 1)
    assert TrustBook(session.paths.trusted).approvals() == ()
    until(lambda: "needs your approval" in window.page.banner.text)


def test_a_file_that_has_changed_is_asked_for_again(
    window: MainWindow, session: Session, script: Path, until: Until
) -> None:
    window.add_inputs([str(script)])
    dialog = dialog_of(window, until)
    until(lambda: "the Python script" in words(dialog))
    script.write_text(SCRIPT.replace("Opening", "Other"))
    dialog.allow.click()
    until(lambda: TrustBook(session.paths.trusted).approvals())
    until(lambda: [each for each in window.findChildren(ApprovalDialog) if each is not dialog])
    assert count(session) == 0


def test_a_file_that_went_away_is_said(
    window: MainWindow, session: Session, theme: Theme, tmp_path: Path, until: Until
) -> None:
    dialog = ApprovalDialog(session, theme, [tmp_path / "gone.py"], window)
    until(lambda: "cannot be read" in words(dialog))
    assert not dialog.allow.isEnabled()
    dialog.reject()


def test_the_add_dialog_leads_to_it(
    window: MainWindow, session: Session, theme: Theme, script: Path, until: Until
) -> None:
    add = AddDialog(session, theme, [str(script)], window)
    until(lambda: "needs your approval" in add.banner.text)
    assert not add.go.isEnabled()
    add.banner.acted.emit()
    dialog = dialog_of(window, until)
    until(lambda: "the Python script" in words(dialog))
    dialog.allow.click()
    until(lambda: "approval" not in add.banner.text)
    add.reject()
