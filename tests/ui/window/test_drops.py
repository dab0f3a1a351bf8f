"""What is inside a drag, what a drop would do, and what it does."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from rendermanager.renderers.registry import Registry
from rendermanager.services.session import Session
from rendermanager.ui.window import MainWindow
from rendermanager.ui.window.drops import Sight, inputs_of, look, outcome
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import Jobs

FILES = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def urls(*paths: Path | str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(data: QMimeData) -> QDragEnterEvent:
    none = Qt.KeyboardModifier.NoModifier
    return QDragEnterEvent(QPoint(300, 300), FILES, data, Qt.MouseButton.LeftButton, none)


def drop(data: QMimeData, *, shift: bool = False) -> QDropEvent:
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(300, 300), FILES, data, Qt.MouseButton.LeftButton, keys)


def test_local_files_and_pasted_paths_are_inputs() -> None:
    data = urls("/a/b.mov")
    data.setUrls([*data.urls(), QUrl("https://example.org/c.mov")])
    assert inputs_of(data) == ["/a/b.mov"]
    text = QMimeData()
    text.setText('/a/b c.mov\n"/d.mov"\n\nfile:///e.mov\nnot a path\n')
    assert inputs_of(text) == ["/a/b c.mov", "/d.mov", "/e.mov"]
    assert inputs_of(QMimeData()) == []


def test_a_look_tells_files_folders_and_others(tmp_path: Path) -> None:
    (tmp_path / "folder.d").mkdir()
    names = ["a.mov", "b.wav", str(tmp_path / "folder.d"), "notes.txt", "shot.blend", "x.aep"]
    found = look([*names, "scenes.py", "job.json", "t.openjd.yaml"], Registry.load())
    assert found == Sight(files=2, folders=1, others=1, projects=5)


@pytest.mark.parametrize(
    ("sight", "text"),
    [
        (Sight(files=1), "Add 1 file at the end"),
        (Sight(files=12, others=3), "Add 12 files at the end"),
        (Sight(folders=1), "Add what is in the folder"),
        (Sight(folders=2), "Add what is in 2 folders"),
        (Sight(files=1, folders=1), "Add 1 file and what is in the folder"),
        (Sight(others=2), "No engine reads this"),
        (Sight(projects=1), "Open the file, and choose what to render of it"),
        (Sight(projects=3, presets=1), "Open 3 files, and choose what to render"),
        (Sight(files=1, projects=1), "Add 2 files at the end"),
        (Sight(folders=1, projects=1), "Add 1 file and what is in the folder"),
    ],
)
def test_the_outcome_is_named(sight: Sight, text: str) -> None:
    assert outcome(sight) == text


def test_hovering_names_the_outcome_and_copies(window: MainWindow) -> None:
    # The event does not keep what it carries.
    data = urls("/x/a.mov", "/x/b.mov")
    event = enter(data)
    window.dragEnterEvent(event)
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction
    overlay = window.dropping.overlay
    assert overlay.isVisible()
    assert overlay.outcome == "Add 2 files at the end"
    window.dropping.leave()
    assert not overlay.isVisible()


def test_what_turns_out_to_be_no_folder_is_refused(
    window: MainWindow, tmp_path: Path, until: Until
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("hello")
    data = urls(notes)
    window.dragEnterEvent(enter(data))
    until(lambda: window.dropping.overlay.outcome == "No engine reads this")
    window.dropping.leave()


def test_a_scene_that_hovers_is_going_to_be_opened(
    window: MainWindow, tmp_path: Path, until: Until
) -> None:
    scene = tmp_path / "shot.blend"
    scene.write_bytes(b"BLENDER")
    data = urls(scene)
    window.dragEnterEvent(enter(data))
    until(lambda: window.dropping._sight.sight == Sight(projects=1))
    assert window.dropping.overlay.outcome == "Open the file, and choose what to render of it"
    window.dropping.leave()


def test_a_drag_without_files_is_not_ours(window: MainWindow) -> None:
    text = QMimeData()
    text.setText("hello")
    event = enter(text)
    window.dragEnterEvent(event)
    assert not event.isAccepted()
    assert not window.dropping.overlay.isVisible()


def test_a_drop_says_whether_shift_was_held(window: MainWindow, qtbot: QtBot) -> None:
    for shift in (False, True):
        data = urls("/x/a.mov")
        event = drop(data, shift=shift)
        with qtbot.waitSignal(window.dropping.dropped) as dropped:
            window.dropEvent(event)
        assert dropped.args == [["/x/a.mov"], shift]
        assert event.dropAction() is Qt.DropAction.CopyAction


def test_files_on_the_clipboard_are_added(
    window: MainWindow, jobs: Jobs, media: Path, until: Until
) -> None:
    QGuiApplication.clipboard().setMimeData(urls(media))
    window.actions_made["paste"].trigger()
    until(lambda: window.page.pane.model.total == 1)
    assert window.toast.message is not None
    assert window.toast.message.text == f"Added “{media.name}”"


def test_an_empty_clipboard_is_told(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.actions_made["paste"].trigger()
    assert window.toast.message is not None
    assert window.toast.message.text == "There are no files on the clipboard"


def test_a_preset_file_that_is_dropped_is_installed_and_can_be_taken_back(
    window: MainWindow, session: Session, until: Until, tmp_path: Path
) -> None:
    file = tmp_path / "review.json"
    file.write_text('{"engine": "ffmpeg", "settings": {"crf": 30}, "label": "Review"}')
    assert outcome(look([str(file)], session.registry)) == "Install the preset file"
    data = urls(file)
    window.dropEvent(drop(data))
    until(lambda: window.toast.message is not None)
    assert window.toast.message is not None
    assert window.toast.message.text == "Installed the preset “Review”"
    assert session.registry.preset("review").settings == {"crf": 30}
    assert window._inside.toaster.undo()
    until(lambda: all(not each.file for each in session.registry.presets()))
    assert list(session.paths.presets.iterdir()) == []


def test_a_preset_file_with_a_mistake_is_told_in_full(
    window: MainWindow, session: Session, until: Until, tmp_path: Path
) -> None:
    file = tmp_path / "review.json"
    file.write_text('{"engine": "ffmpeg", "settings": {"crff": 30}}')
    data = urls(file)
    window.dropEvent(drop(data))
    until(window.page.banner.isVisible)
    assert "crff" in window.page.banner.text
    assert all(not each.file for each in session.registry.presets())
