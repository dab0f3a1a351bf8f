"""Whatever a file is called, its name is shown as it is: nothing in the interface reads markup."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMessageBox, QTextEdit, QWidget

from rendermanager.core.problem import Problem
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.dialog import AddDialog
from rendermanager.ui.dialogs.problems import ProblemsDialog
from rendermanager.ui.theme import Theme
from rendermanager.ui.widgets import Banner, BannerKind
from rendermanager.ui.window import MainWindow
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import FONT_MISSING, Jobs
from tests.ui.queue.scene import film

HOSTILE = "<img src=x><b>a"
FAILURE = replace(FONT_MISSING, message=f"“{HOSTILE}” broke.", hint=HOSTILE, detail=HOSTILE)
MOST_ROWS = 200


def read_as_markup(root: QWidget) -> list[str]:
    """Texts below a widget, its tooltips and its models' that Qt would take for markup."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        tip = widget.toolTip()
        if HOSTILE in tip:
            found.append(f"tooltip of {widget!r}: {tip}")
        if isinstance(widget, QLabel) and HOSTILE in widget.text() and not _is_plain(widget):
            found.append(f"label {widget!r}: {widget.text()}")
        # An editor that has read it as markup shows the letter alone.
        if isinstance(widget, QTextEdit) and widget.toPlainText().strip() == "a":
            found.append(f"editor {widget!r}")
        if isinstance(widget, QMessageBox):
            found.append(f"message box {widget!r}: its text may be markup")
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += _tips_of(widget.model())
    actions = [*root.actions(), *root.findChildren(QAction)]
    found += [f"action {each.toolTip()}" for each in actions if HOSTILE in each.toolTip()]
    return found


def _is_plain(label: QLabel) -> bool:
    return label.textFormat() is Qt.TextFormat.PlainText


def _tips_of(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(), MOST_ROWS)):
        for column in range(columns):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and HOSTILE in tip:
                yield f"tooltip in {model!r}: {tip}"


def says(root: QWidget) -> bool:
    """Whether the name is shown at all: otherwise nothing would be proven."""
    return any(HOSTILE in label.text() for label in root.findChildren(QLabel))


@pytest.fixture
def hostile_film(tmp_path: Path) -> Path:
    return film(tmp_path / f"{HOSTILE}.mov", 150)


def test_no_view_of_the_window_reads_markup(window: MainWindow, jobs: Jobs, until: Until) -> None:
    ids = [
        jobs.completed(HOSTILE, warnings=(HOSTILE,), log=f"{HOSTILE}\n", project=HOSTILE),
        jobs.failed(HOSTILE, failure=FAILURE, log=f"{HOSTILE}\n", tags=(HOSTILE,)),
        jobs.queued(HOSTILE, notes=HOSTILE),
        jobs.rendering(HOSTILE),
    ]
    until(lambda: window.page.pane.model.rowCount() == len(ids))
    for job_id in ids:
        assert window.page.pane.view.select_job(job_id)
        until(lambda: says(window))
        for view in ("queue", "history", "settings"):
            window.show_view(view)
            assert read_as_markup(window) == []
        window.show_view("queue")


def test_no_dialog_reads_markup(
    session: Session, theme: Theme, jobs: Jobs, hostile_film: Path, until: Until
) -> None:
    bad = Problem("source", f"“{HOSTILE}” is empty.", HOSTILE)
    job = jobs.job(jobs.completed(HOSTILE))
    add = AddDialog(session, theme, [str(hostile_film), f"/gone/{HOSTILE}.mov"])
    dialogs: list[QWidget] = [add, ProblemsDialog(None, theme, HOSTILE, [bad], HOSTILE)]
    try:
        until(lambda: add.preview)
        for dialog in dialogs:
            assert read_as_markup(dialog) == []
        assert says(add)
        assert says(dialogs[1])
        assert job.name == HOSTILE
    finally:
        add.reject()
        session.background.drain()
        for dialog in dialogs:
            shiboken6.delete(dialog)


def test_toasts_and_banners_read_no_markup(window: MainWindow, theme: Theme) -> None:
    window._inside.toaster.say(HOSTILE)
    banner = Banner(theme, BannerKind.ERROR)
    banner.set_message(BannerKind.ERROR, HOSTILE, "")
    try:
        assert says(banner)
        assert read_as_markup(banner) == []
        assert read_as_markup(window) == []
    finally:
        shiboken6.delete(banner)


@pytest.mark.parametrize("plant", ["label", "tooltip"])
def test_the_checker_finds_markup(plant: str, theme: Theme) -> None:
    root = QWidget()
    label = QLabel(HOSTILE if plant == "label" else "", root)
    if plant == "tooltip":
        label.setToolTip(HOSTILE)
    found = read_as_markup(root)
    shiboken6.delete(root)
    assert len(found) == 1
