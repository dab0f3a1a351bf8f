"""The presets page: looking, changing, favourites, files, and what can be undone."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rendermanager.renderers.api import Preset
from rendermanager.scheduling.admission import Why
from rendermanager.services.presettest import KEPT_S, sweep_tests
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.preset_box import PresetBox
from rendermanager.ui.form.editors import put
from rendermanager.ui.pages.presets import PresetsPage
from rendermanager.ui.pages.presets_model import Heading
from rendermanager.ui.queue import Undo
from rendermanager.ui.theme import Theme
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import Jobs


class Said:
    """What the page says, and how it is taken back."""

    def __init__(self, page: PresetsPage) -> None:
        self.texts: list[str] = []
        self.undo: Undo | None = None
        page.said.connect(self._on_said)

    def _on_said(self, text: str, undo: object) -> None:
        self.texts.append(text)
        self.undo = undo if isinstance(undo, Undo) else None


@pytest.fixture
def page(session: Session, theme: Theme, qtbot: QtBot, until: Until) -> Iterator[PresetsPage]:
    made = PresetsPage(session, theme)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    until(lambda: made.view.preset is not None)
    yield made
    session.background.drain()


def own(session: Session) -> dict[str, Preset]:
    return {each.name: each for each in session.registry.presets() if each.file}


def headings(page: PresetsPage) -> list[str]:
    entries = (page.model.entry(row) for row in range(page.model.rowCount()))
    return [each.title for each in entries if isinstance(each, Heading)]


def change(page: PresetsPage, name: str, value: object) -> None:
    editor = page.details.form.editor(name)
    assert editor is not None
    put(editor, value)


def duplicate(page: PresetsPage, until: Until, name: str) -> Preset:
    """Make a copy of a preset, which is then shown."""
    page.view.choose(name)
    page.foot.duplicate.click()
    until(lambda: page.details.saved is not None and bool(page.details.saved.file))
    assert page.details.saved is not None
    return page.details.saved


def test_what_is_built_in_can_be_looked_at_and_not_changed(page: PresetsPage) -> None:
    page.view.choose("h264-square")
    assert page.details.label.text() == "H.264 Square"
    assert page.details.label.isReadOnly()
    assert not page.details.form.isEnabled()
    assert not page.foot.save.isVisible()
    assert not page.foot.delete.isVisible()


def test_a_copy_is_changed_saved_and_offered_in_the_add_dialog(
    page: PresetsPage, session: Session, theme: Theme, until: Until, qtbot: QtBot
) -> None:
    copy = duplicate(page, until, "h264")
    assert headings(page)[0] == "Mine"
    assert not page.foot.save.isEnabled()
    change(page, "crf", 30)
    page.details.label.setText("Small")
    page.details.label.textEdited.emit("Small")
    assert page.foot.save.isEnabled()
    page.foot.save.click()
    until(lambda: own(session)[copy.name].label == "Small")
    until(lambda: not page.foot.save.isEnabled())
    assert own(session)[copy.name].settings["crf"] == 30
    box = PresetBox(session.registry, theme)
    qtbot.addWidget(box)
    box.choose(copy.name)
    assert box.currentText() == "Small"


def test_revert_brings_back_what_is_saved(page: PresetsPage, until: Until) -> None:
    duplicate(page, until, "h264")
    change(page, "crf", 30)
    assert page.foot.discard.isEnabled()
    page.foot.discard.click()
    assert not page.foot.discard.isEnabled()
    assert page.details.form.values() == {}


def rename(page: PresetsPage, text: str) -> None:
    page.details.label.setText(text)
    page.details.label.textEdited.emit(text)


def spoken(page: PresetsPage, name: str) -> str:
    index = page.model.index(page.model.row_of(name))
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_changes_stay_when_another_preset_is_looked_at(
    page: PresetsPage, session: Session, until: Until
) -> None:
    said = Said(page)
    copy = duplicate(page, until, "h264")
    until(lambda: bool(said.texts))
    change(page, "crf", 30)
    change(page, "start", "soon")
    rename(page, "Small")
    assert "changes not saved" in spoken(page, copy.name)
    assert page.header.line.endswith("1 with unsaved changes")
    page.view.choose("gif")
    assert page.details.label.text() == "GIF"
    page.search_field.setText("prores")
    page.search_field.clear()
    page.refresh()
    page.view.choose(copy.name)
    assert page.details.label.text() == "Small"
    assert page.details.form.values() == {"crf": 30, "start": "soon"}
    assert not page.foot.save.isEnabled(), "what is wrong is still wrong"
    assert "soon" in page.details.form.wrong("start")
    change(page, "start", "1")
    page.foot.save.click()
    until(lambda: own(session)[copy.name].settings.get("crf") == 30)
    until(lambda: "unsaved" not in page.header.line)
    assert "changes not saved" not in spoken(page, copy.name)
    assert said.texts == [f"“{copy.label}” is yours to change", "Saved “Small”"]


def test_what_is_typed_while_it_is_saved_is_a_draft_still(
    page: PresetsPage, session: Session, until: Until
) -> None:
    copy = duplicate(page, until, "h264")
    change(page, "crf", 30)
    page.foot.save.click()
    change(page, "crf", 31)
    until(lambda: own(session)[copy.name].settings.get("crf") == 30)
    until(lambda: page.details.saved is not None and page.details.saved.settings.get("crf") == 30)
    assert page.details.form.values() == {"crf": 31}
    assert page.foot.save.isEnabled()


@pytest.fixture
def again(
    page: PresetsPage, session: Session, theme: Theme, qtbot: QtBot, until: Until
) -> Callable[[], PresetsPage]:
    """The page as the next start shows it."""

    def made() -> PresetsPage:
        page.close_up()
        other = PresetsPage(session, theme)
        qtbot.addWidget(other)
        other.refresh()
        until(lambda: other.view.preset is not None)
        return other

    return made


def test_changes_are_there_still_after_a_restart(
    page: PresetsPage, session: Session, until: Until, again: Callable[[], PresetsPage]
) -> None:
    copy = duplicate(page, until, "h264")
    change(page, "crf", 30)
    rename(page, "Small")
    next_page = again()
    assert next_page.header.line.endswith("1 with unsaved changes")
    assert "changes not saved" in spoken(next_page, copy.name)
    next_page.view.choose(copy.name)
    assert next_page.details.label.text() == "Small"
    assert next_page.details.form.values() == {"crf": 30}
    assert own(session)[copy.name] == copy
    next_page.foot.discard.click()
    next_page.close_up()
    assert not session.paths.preset_drafts.exists()


def test_changes_of_a_preset_that_is_gone_are_not_given_to_another(
    page: PresetsPage, session: Session, until: Until, again: Callable[[], PresetsPage]
) -> None:
    copy = duplicate(page, until, "h264")
    change(page, "crf", 30)
    page.close_up()
    content = Path(copy.file).read_bytes()
    Path(copy.file).unlink()
    again().close_up()
    Path(copy.file).write_bytes(content)
    next_page = again()
    next_page.view.choose(copy.name)
    assert next_page.details.form.values() == {}


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"version": 2, "drafts": {}}', b"\xff"])
def test_a_damaged_file_of_changes_is_passed_over(
    page: PresetsPage, session: Session, content: bytes, again: Callable[[], PresetsPage]
) -> None:
    session.paths.preset_drafts.write_bytes(content)
    assert "unsaved" not in again().header.line


def test_discarded_changes_come_back_with_undo(page: PresetsPage, until: Until) -> None:
    said = Said(page)
    copy = duplicate(page, until, "h264")
    change(page, "crf", 30)
    page.foot.discard.click()
    until(lambda: said.undo is not None)
    assert said.texts[-1] == f"Discarded the changes to “{copy.label}”"
    page.view.choose("gif")
    assert said.undo is not None
    said.undo.undo()
    assert page.view.preset == copy
    assert page.details.form.values() == {"crf": 30}


def test_a_deleted_preset_brings_its_changes_back(
    page: PresetsPage, session: Session, until: Until
) -> None:
    said = Said(page)
    copy = duplicate(page, until, "h264")
    change(page, "crf", 30)
    page.foot.delete.click()
    until(lambda: copy.name not in own(session) and said.undo is not None)
    assert "unsaved" not in page.header.line
    assert said.undo is not None
    said.undo.undo()
    until(lambda: page.view.preset == copy)
    assert page.details.form.values() == {"crf": 30}


def test_what_cannot_be_is_told_and_not_saved(page: PresetsPage, until: Until) -> None:
    duplicate(page, until, "h264")
    change(page, "start", "soon")
    assert not page.foot.save.isEnabled()
    assert page.details.banner.isVisible()
    assert "soon" in page.details.form.wrong("start")


def test_a_deleted_preset_comes_back_with_undo(
    page: PresetsPage, session: Session, until: Until
) -> None:
    said = Said(page)
    copy = duplicate(page, until, "h264")
    page.foot.delete.click()
    until(lambda: copy.name not in own(session) and said.undo is not None)
    assert said.undo is not None
    said.undo.undo()
    until(lambda: own(session).get(copy.name) == copy)
    until(lambda: page.view.preset == copy)


def test_favourites_come_first_in_the_add_dialog_and_are_kept(
    page: PresetsPage, session: Session, theme: Theme, qtbot: QtBot
) -> None:
    page.view.choose("gif")
    page.details.favourite.click()
    assert list(session.preferences.value.favourite_presets) == ["gif"]
    box = PresetBox(session.registry, theme, favourites=session.preferences.value.favourite_presets)
    qtbot.addWidget(box)
    assert [box.itemText(row) for row in range(2)] == ["Favourites", "GIF"]
    page.details.favourite.click()
    assert not session.preferences.value.favourite_presets


def test_a_search_shows_what_matches_or_says_that_nothing_does(page: PresetsPage) -> None:
    page.search_field.setText("prores 4444")
    assert page.model.found == 1
    assert page.view.preset is not None
    assert page.view.preset.name == "prores-4444"
    page.search_field.setText("no such thing")
    assert page.model.found == 0
    assert page._nothing.isVisible()
    page.search_field.clear()
    assert page.details.isVisible()


def test_the_command_for_the_sample_is_one_to_paste(page: PresetsPage, until: Until) -> None:
    page.view.choose("h264-square")
    until(lambda: "sample.mov" in page.details.command.toPlainText())
    assert "libx264" in page.details.command.toPlainText()
    page.view.choose("blender-png")
    until(lambda: "depends on the project" in page.details.command.toPlainText())


def test_presets_are_exported_and_imported_with_undo(
    page: PresetsPage, session: Session, until: Until, tmp_path: Path
) -> None:
    said = Said(page)
    copy = duplicate(page, until, "h264")
    page.deeds.hand_on(copy.name, str(tmp_path / "one.json"))
    until(lambda: (tmp_path / "one.json").exists() and "Exported to “one.json”" in said.texts)
    page.deeds.take_in(str(tmp_path / "one.json"))
    until(lambda: "These presets were there already" in said.texts)
    entry = json.loads((tmp_path / "one.json").read_text())["presets"][0]
    entry["settings"] = {"crf": 3}
    (tmp_path / "other.json").write_text(json.dumps({"presets": [entry]}))
    page.deeds.take_in(str(tmp_path / "other.json"))
    until(lambda: len(own(session)) == 2 and said.undo is not None)
    assert own(session)[copy.name] == copy, "nothing is overwritten"
    assert said.undo is not None
    said.undo.undo()
    until(lambda: set(own(session)) == {copy.name})


def test_a_bad_file_ends_in_a_sentence(page: PresetsPage, until: Until, tmp_path: Path) -> None:
    said = Said(page)
    (tmp_path / "bad.json").write_text('{"engine": "fmpeg", "settings": {}}')
    page.deeds.take_in(str(tmp_path / "bad.json"))
    until(lambda: bool(said.texts))
    assert "fmpeg" in said.texts[0]


def test_every_control_has_a_name_and_the_list_reads_well(page: PresetsPage) -> None:
    page.take_focus()
    for button in (page.foot.duplicate, page.foot.export, page.import_button):
        assert button.text()
    assert page.details.favourite.accessibleName()
    assert page.view.accessibleName()
    row = page.model.index(page.model.row_of("h264"))
    spoken = row.data(0x0B)  # Qt.ItemDataRole.AccessibleTextRole
    assert spoken.startswith("H.264, built in")
    assert QApplication.focusWidget() in (page.view, None)


def test_a_preset_is_tried_on_five_seconds_through_the_queue(
    page: PresetsPage, session: Session, until: Until
) -> None:
    session.dispatcher.start(1)
    page.view.choose("wav")
    page.trial.go.click()
    assert not page.trial.go.isEnabled()
    until(page.trial.show_result.isVisible)
    assert "A minute of it would be about" in page.trial.result.text()
    (file,) = session.paths.preset_tests.rglob("*.wav")
    assert file.stat().st_size > 0
    assert page.trial.go.isEnabled()


def test_a_test_in_quiet_hours_says_what_it_waits_for(
    page: PresetsPage, session: Session, until: Until
) -> None:
    session.dispatcher.start(1)
    session.dispatcher.hold_off(Why.HOURS, "Quiet hours: goes on at 22:00")
    page.view.choose("wav")
    page.trial.go.click()
    until(lambda: page.trial.result.text() == "Quiet hours: goes on at 22:00")
    session.dispatcher.hold_off(Why.HOURS, "")
    until(page.trial.show_result.isVisible)


def test_what_cannot_be_tried_says_so(page: PresetsPage, until: Until, tmp_path: Path) -> None:
    page.view.choose("blender-png")
    assert not page.trial.go.isEnabled()
    assert page.trial.result.text().startswith("Blender cannot be tested")
    page.view.choose("h264")
    page.trial.try_on(str(tmp_path / "gone.mov"))
    until(page.trial.go.isEnabled)
    assert "gone.mov" in page.trial.result.text()


def test_what_old_tests_have_left_is_swept(session: Session, jobs: Jobs) -> None:
    top = session.paths.preset_tests
    folders = {name: top / name for name in ("old", "named", "new")}
    for folder in folders.values():
        folder.mkdir(parents=True)
        (folder / "result.mp4").write_bytes(b"film")
    jobs.completed("test", output=str(folders["named"] / "result.mp4"))
    made = folders["new"].stat().st_mtime
    sweep_tests(session, made + KEPT_S - 60)
    assert all(each.exists() for each in folders.values())
    for name in ("old", "named"):
        os.utime(folders[name], (made - 120, made - 120))
    sweep_tests(session, made + KEPT_S - 60)
    assert {name for name, each in folders.items() if each.exists()} == {"named", "new"}


def test_opening_the_page_sweeps(session: Session, theme: Theme, qtbot: QtBot) -> None:
    old = session.paths.preset_tests / "old"
    old.mkdir(parents=True)
    os.utime(old, (0, 0))
    qtbot.addWidget(PresetsPage(session, theme))
    session.background.drain()
    assert not old.exists()
