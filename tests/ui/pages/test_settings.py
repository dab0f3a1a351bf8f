"""The settings: each counts at once, is found by words, and is checked."""

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rendermanager.config.settings import load_settings
from rendermanager.core.retry import RetryPolicy
from rendermanager.renderers.api import EngineVersion
from rendermanager.renderers.nexrender.engine import NexrenderEngine
from rendermanager.scheduling.admission import automatic_slots
from rendermanager.services.session import Session
from rendermanager.services.trustbook import TrustBook
from rendermanager.ui.pages.setting_install import Installing
from rendermanager.ui.pages.setting_retries import RetryControl
from rendermanager.ui.pages.setting_rows import SettingRow
from rendermanager.ui.pages.settings import SettingsPage
from rendermanager.ui.theme import Theme
from tests.helpers.npm import CLI, GOOD, OFFLINE, write_node, write_npm
from tests.helpers.ui_fixtures import Until

AFTER_EFFECTS = NexrenderEngine.label


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[SettingsPage]:
    made = SettingsPage(session, theme, has_tray=lambda: False)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    yield made
    session.background.drain()


def test_every_change_is_kept_at_once(page: SettingsPage, session: Session) -> None:
    page.appearance.theme_box.setCurrentIndex(page.appearance.theme_box.findData("light"))
    page.appearance.language_box.setCurrentIndex(page.appearance.language_box.findText("Deutsch"))
    page.appearance.compact.click()
    page.queue.slots.setValue(3)
    page.queue.preset.choose("prores-hq")
    page.queue.folder.setText("/renders")
    page.queue.folder.editingFinished.emit()
    page.notices.notify.click()
    page.notices.tray.click()
    page.resources.nice.setValue(5)
    page.resources.memory.setValue(70)
    page.resources.disk.setValue(5)
    page.resources.manners.setCurrentIndex(2)
    page.resources.quiet.setValue(90)
    page.resources.hours.changed.emit(("none",))
    found = load_settings(session.paths.settings)
    assert (found.theme, found.language) == ("light", "de")
    assert (found.compact_rows, found.concurrency) == (True, 3)
    assert (found.default_preset, found.output_folder) == ("prores-hq", "/renders")
    assert (found.notify, found.close_to_tray, found.nice) == (False, True, 5)
    assert (found.hours, found.disk_floor_mb) == (("none",), 5_000)
    assert (found.memory_percent, found.while_working, found.quiet_s) == (70, "pause", 90)


def test_the_wheel_scrolls_the_page_and_changes_nothing(page: SettingsPage) -> None:
    boxes, numbers = page.findChildren(QComboBox), page.findChildren(QAbstractSpinBox)
    fields: list[QWidget] = [*boxes, *numbers]
    assert len(fields) > 8

    def shown() -> list[str]:
        return [each.currentText() for each in boxes] + [each.text() for each in numbers]

    before = shown()
    for field in fields:
        place = QPointF(5, 5)
        turn = QWheelEvent(
            place,
            QPointF(field.mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, turn)
    assert shown() == before


def test_a_change_from_elsewhere_is_shown(page: SettingsPage, session: Session) -> None:
    session.preferences.change(theme="dark", concurrency=7, output_folder="/x", notify=False)
    assert page.appearance.theme_box.currentData() == "dark"
    assert page.queue.slots.value() == 7
    assert page.queue.folder.text() == "/x"
    assert not page.notices.notify.isChecked()


def test_automatic_says_how_many_that_is(page: SettingsPage) -> None:
    assert page.queue.slots.text() == f"Automatic ({automatic_slots(os.cpu_count() or 1)})"


def test_words_leave_the_settings_that_match(page: SettingsPage) -> None:
    def shown() -> set[str]:
        return {name for name, row in page.form.rows.items() if row.isVisibleTo(page)}

    everything = shown()
    QTest.keyClicks(page.search_field, "tray")
    assert shown() == {"close_to_tray"}
    page.search_field.setText("appearance")
    assert shown() == {"theme", "language", "compact_rows"}
    page.search_field.setText("ffmpeg")
    assert shown() == {"program ffmpeg", "retries ffmpeg"}
    page.search_field.setText("no such thing")
    assert shown() == set()
    assert page._nothing.isVisible()
    page.search_field.clear()
    assert shown() == everything
    assert not page._nothing.isVisible()


def test_the_program_in_use_is_named(page: SettingsPage, session: Session, until: Until) -> None:
    page.refresh()
    row = page.form.rows["program ffmpeg"]
    version = session.programs.get(session.registry.get("ffmpeg"))
    until(lambda: str(version.program) in row.about)
    assert version.version in row.about


def program(folder: Path, version: str) -> str:
    """A program that answers like ffmpeg."""
    path = folder / "ffmpeg"
    path.write_text(f"#!/bin/sh\necho 'ffmpeg version {version} Copyright'\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_another_program_can_be_chosen_and_taken_back(
    page: SettingsPage, session: Session, tmp_path: Path, until: Until
) -> None:
    page.refresh()
    control = page.applications.programs[0]
    row = page.form.rows["program ffmpeg"]
    chosen = program(tmp_path, "7.7.7")
    control._browse.click()
    dialog = control.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(chosen)
    dialog.reject()
    until(lambda: "7.7.7 · chosen by you" in row.about)
    assert session.preferences.value.programs == {"ffmpeg": chosen}
    assert session.programs.get(session.registry.get("ffmpeg")).version == "7.7.7"
    control._reset.click()
    until(lambda: row.about and "7.7.7" not in row.about and "Asking" not in row.about)
    assert session.preferences.value.programs == {}
    assert not control._reset.isVisible()


def test_the_test_renders_something_and_says_what_is_wrong(
    page: SettingsPage, session: Session, tmp_path: Path, until: Until
) -> None:
    page.refresh()
    control = page.applications.programs[0]
    row = page.form.rows["program ffmpeg"]
    control._test.click()
    until(lambda: "it rendered a small film" in row.about)
    assert control._test.isEnabled()
    # It answers, and renders nothing.
    session.preferences.change(programs={"ffmpeg": program(tmp_path, "7.7.7")})
    session.programs.forget({"ffmpeg": program(tmp_path, "7.7.7")})
    control._test.click()
    until(lambda: "FFmpeg does not work here" in row.wrong)
    assert control._test.isEnabled()


def test_where_there_are_several_one_is_chosen_from_a_menu(
    page: SettingsPage, session: Session, tmp_path: Path, until: Until
) -> None:
    for version in ("5.5.5", "6.6.6"):
        (tmp_path / version).mkdir()
    paths = [Path(program(tmp_path / each, each)) for each in ("5.5.5", "6.6.6")]
    control = page.applications.programs[0]
    control._on_others([EngineVersion(each, each.parent.name) for each in paths])
    page.search_field.setText("ffmpeg")
    assert control._choose_one.isVisible()
    first, second = control._others.actions()
    assert "5.5.5" in first.text()
    second.trigger()
    until(lambda: "6.6.6 · chosen by you" in page.form.rows["program ffmpeg"].about)
    assert session.preferences.value.programs == {"ffmpeg": str(paths[1])}
    control._on_others([])
    assert not control._choose_one.isVisible()


def test_folders_that_jobs_may_read_are_added_and_removed(
    page: SettingsPage, session: Session, tmp_path: Path, until: Until
) -> None:
    page.refresh()
    folders, row = page.advanced.folders, page.form.rows["folders"]
    assert not folders.box.isEnabled()
    folders._on_add()
    dialog = folders.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    until(folders.remove.isEnabled)
    assert folders.box.currentText() == str(tmp_path)
    assert TrustBook(session.paths.trusted).folders() == (str(tmp_path),)
    folders.allow("/")
    until(lambda: row.wrong)
    assert "All files of this machine" in row.wrong
    folders.remove.click()
    until(lambda: not folders.remove.isEnabled())
    assert not row.wrong
    assert TrustBook(session.paths.trusted).folders() == ()


def nexrender_of(page: SettingsPage) -> tuple[SettingRow, Installing]:
    found = [each.installing for each in page.applications.programs if each.installing]
    (installing,) = found
    return page.form.rows["program nexrender"], installing


def test_nexrender_is_installed_by_a_button(
    page: SettingsPage, home: Path, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = write_node(tmp_path)
    npm = write_npm(node, OFFLINE)
    monkeypatch.setenv("RENDERMANAGER_NODE", str(node))
    # No real npm is found then.
    monkeypatch.setenv("PATH", "")
    page.refresh()
    row, installing = nexrender_of(page)
    until(installing.button.isVisible)
    assert installing.button.accessibleName() == f"{AFTER_EFFECTS}: Install nexrender"
    # What nobody has installed is no fault.
    assert "After Effects was not found" in row.about
    assert not row.wrong
    installing.button.click()
    until(lambda: not installing.is_running)
    assert "no way to npm's registry" in row.wrong
    npm.write_text(GOOD)
    installing.button.click()
    until(lambda: not installing.is_running)
    assert (home / "engines" / "nexrender" / CLI).is_file()
    # After Effects itself is another matter.
    until(lambda: "no way to npm" not in row.wrong and row.about)


def test_an_installation_can_be_stopped(
    page: SettingsPage, home: Path, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    node, mark = write_node(tmp_path), tmp_path / "started"
    write_npm(node, f"import time; pathlib.Path({str(mark)!r}).touch(); time.sleep(600)")
    monkeypatch.setenv("RENDERMANAGER_NODE", str(node))
    # No real npm is found then.
    monkeypatch.setenv("PATH", "")
    page.refresh()
    row, installing = nexrender_of(page)
    until(installing.button.isVisible)
    installing.button.click()
    until(mark.exists)
    until(lambda: "takes a minute" in row.about)
    assert installing.button.text() == "Stop"
    installing.button.click()
    until(lambda: not installing.is_running)
    assert row.wrong.startswith("The installation was stopped.")
    assert installing.button.text() == "Install nexrender"
    assert list((home / "engines").iterdir()) == []


def test_a_program_that_does_not_work_is_said(
    session: Session,
    theme: Theme,
    tmp_path: Path,
    until: Until,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = session.registry.get("ffmpeg")
    monkeypatch.setattr(type(engine), "find", lambda *_: [(Path("/bin/false"), "chosen")])
    page = SettingsPage(session, theme, has_tray=lambda: False)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    row: SettingRow = page.form.rows["program ffmpeg"]
    until(lambda: "does not work" in row._wrong.text())
    assert row._wrong.isVisible()
    session.background.drain()


def test_closing_to_the_tray_needs_a_tray(session: Session, theme: Theme, qtbot: QtBot) -> None:
    for has_tray in (False, True):
        page = SettingsPage(session, theme, has_tray=partial(bool, has_tray))
        qtbot.addWidget(page)
        page.refresh()
        assert page.form.rows["close_to_tray"].isEnabled() == has_tray
        session.background.drain()


def test_a_value_that_cannot_be_is_explained(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.form.change("nice", 99)
    assert page.form.rows["nice"]._wrong.text() == "Nice must be 0 to 19."
    page.form.change("nice", 4)
    assert page.form.rows["nice"]._wrong.text() == ""


def test_retries_are_set_for_each_engine(page: SettingsPage, session: Session) -> None:
    control = next(each for each in page.findChildren(RetryControl) if each._engine == "ffmpeg")
    control.attempts.setValue(7)
    control.first.setValue(400)
    set_now = session.preferences.value.retries
    assert set_now == {"ffmpeg": RetryPolicy(7, 400.0, max_delay_s=400.0)}
    assert control.longest.value() == 400
    assert session.preferences.retry_policy("ffmpeg").max_attempts == 7
    assert session.preferences.retry_policy("command") == RetryPolicy()


def test_the_limit_for_renders_that_hang_is_chosen_from_a_few(
    page: SettingsPage, session: Session
) -> None:
    page.advanced.hang_limit.setCurrentIndex(page.advanced.hang_limit.findData(-1))
    assert session.preferences.value.hang_limit_s == -1
    session.preferences.change(hang_limit_s=42)
    assert page.advanced.hang_limit.currentText() == "End after 42 seconds"
    session.preferences.change(hang_limit_s=0)
    assert page.advanced.hang_limit.currentText() == "Automatic"


def test_what_becomes_of_renders_of_a_dead_app_is_chosen(
    page: SettingsPage, session: Session
) -> None:
    box = page.advanced.if_app_dies
    for choice in ("finish", "stop"):
        box.setCurrentIndex(box.findData(choice))
        assert session.preferences.value.if_app_dies == choice


def test_a_folder_that_nothing_opens_is_said(
    page: SettingsPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    button = page.form.rows["home"].findChild(QPushButton)
    assert button is not None
    button.click()
    assert said == [f"Nothing on this machine opens “{session.paths.home}”."]
