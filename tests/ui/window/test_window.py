"""The main window as a whole: what it shows, how it is driven by keys, what it remembers."""

import json
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from rendermanager.scheduling.admission import Reason, Why
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.palette import CommandPalette
from rendermanager.ui.dialogs.quick_look import QuickLook
from rendermanager.ui.dialogs.shortcuts import ShortcutsDialog
from rendermanager.ui.theme import Theme
from rendermanager.ui.theme.controls import KIND_PROPERTY, ButtonKind
from rendermanager.ui.theme.tokens import DARK, LIGHT
from rendermanager.ui.widgets import EmptyState
from rendermanager.ui.window import MainWindow
from rendermanager.ui.window.empty_queue import EmptyQueue, projects_of
from rendermanager.ui.window.layout import FILE_NAME, Box, Layout, load_layout, save_layout
from rendermanager.ui.window.responsive import InspectorPlace
from tests.helpers.ui_fixtures import Until, end_window, full_window
from tests.helpers.ui_session import Jobs, every_state

SIZES = [(1360, 820), (1100, 760), (900, 600)]


def test_an_empty_queue_is_a_place_to_drop_things(window: MainWindow, until: Until) -> None:
    page = window.page
    assert page.findChild(EmptyState).isVisible()  # type: ignore[union-attr]
    assert not page.filter.isVisible()
    assert not page.inspector.isVisible()
    assert window.status.text == "Ready"
    until(lambda: any("found" in chip for chip in chips(page)))


def test_the_empty_queue_names_what_its_engines_read(
    window: MainWindow, session: Session, until: Until
) -> None:
    empty = window.page.findChild(EmptyQueue)
    assert empty is not None
    until(lambda: any("found" in chip for chip in chips(window.page)))
    said = " ".join(each.text() for each in empty.findChildren(QLabel) if each.isVisible())
    said = said.replace("\N{NO-BREAK SPACE}", " ")
    for each in ("image sequences", "After Effects projects", "nexrender jobs", "Blender scenes"):
        assert each in said
    assert "Hip" not in said
    session.paths.presets.mkdir(exist_ok=True)
    program = {"argv": ["hbatch", "{source}"], "output": "{stem}.exr", "sources": [".hip"]}
    (session.paths.presets / "hip.json").write_text(json.dumps(program))
    session.registry.refresh()
    empty.refresh()
    assert projects_of(session.registry)[-2] == "Hip (.hip)", "programs stand before templates"
    said = " ".join(each.text() for each in empty.findChildren(QLabel) if each.isVisible())
    assert "Hip\N{NO-BREAK SPACE}(.hip)" in said


def chips(page: QWidget) -> list[str]:
    from rendermanager.ui.widgets import ChipButton

    return [each.accessibleName() for each in page.findChildren(ChipButton)]


def test_the_first_job_brings_the_list(window: MainWindow, jobs: Jobs, until: Until) -> None:
    job_id = jobs.queued("clip")
    until(window.page.pane.view.isVisible)
    until(lambda: window.page.inspector.job_id == job_id)
    assert window.page.filter.isVisible()
    assert not window.page.findChild(EmptyState).isVisible()  # type: ignore[union-attr]
    until(lambda: window.status.count == "1 job")
    until(lambda: window.page.header.line == "1 waiting")


def test_removing_the_last_job_brings_the_empty_page_back(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    job_id = jobs.queued("clip")
    until(window.page.pane.view.isVisible)
    window.page.pane.job_actions.remove_ids([job_id])
    until(lambda: window.page.findChild(EmptyState).isVisible())  # type: ignore[union-attr]


def test_there_is_exactly_one_primary_button(window: MainWindow, jobs: Jobs, until: Until) -> None:
    assert len(primary(window)) == 1
    jobs.failed("clip")
    until(window.page.pane.view.isVisible)
    assert len(primary(window)) == 1


def primary(window: MainWindow) -> list[QWidget]:
    return [
        each
        for each in window.findChildren(QWidget)
        if each.property(KIND_PROPERTY) == ButtonKind.PRIMARY.value and each.isVisible()
    ]


def test_the_primary_button_pauses_and_resumes_the_queue(
    window: MainWindow, session: Session, jobs: Jobs, until: Until
) -> None:
    jobs.queued("clip")
    until(window.page.pause.isVisible)
    window.page.pause.click()
    until(lambda: window.page.pause.text() == "Resume queue")
    assert session.dispatcher.queue_paused == "after"
    assert window.status.text == "Queue paused: nothing new starts"
    assert not window.actions_made["pause_after"].isEnabled()
    window.actions_made["pause_now"].trigger()
    until(lambda: window.status.text == "Everything is paused")
    window.actions_made["resume"].trigger()
    until(lambda: window.page.pause.text() == "Pause queue")
    assert session.dispatcher.queue_paused == ""


def test_a_queue_that_was_paused_before_the_start_says_so(
    session: Session, theme: Theme, until: Until
) -> None:
    session.control("cli").pause_queue().result()
    window = full_window(session, theme)
    window.show()
    until(lambda: window.page.pause.text() == "Resume queue")
    end_window(window, session)


def test_reasons_and_troubles_reach_the_status_bar(
    window: MainWindow, session: Session, jobs: Jobs, until: Until
) -> None:
    job_id = jobs.queued("clip")
    reason = Reason(Why.ENGINE_MISSING, "FFmpeg was not found on this machine.")
    session.bus.waiting.emit({job_id: reason})
    until(lambda: window.status.text.startswith("Nothing starts: FFmpeg"))
    session.bus.trouble.emit("The disk with the queue is full.")
    assert window.status.text == "The disk with the queue is full."
    session.bus.trouble.emit("")
    assert window.status.text.startswith("Nothing starts")


def test_the_filter_shows_some_of_all(window: MainWindow, jobs: Jobs, until: Until) -> None:
    jobs.queued("apple")
    jobs.queued("pear")
    until(lambda: window.page.pane.model.shown == 2)
    QTest.keySequence(window, QKeySequence("Ctrl+F"))
    assert window.page.filter.hasFocus()
    QTest.keyClicks(window.page.filter, "pear")
    until(lambda: window.status.count == "1 of 2 jobs")
    QTest.keyClick(window.page.filter, Qt.Key.Key_Escape)
    until(lambda: window.status.count == "2 jobs")


def press(window: MainWindow, keys: str) -> None:
    QTest.keySequence(window, QKeySequence(keys))


@pytest.mark.parametrize("view", ["history", "presets", "settings"])
def test_search_goes_to_the_page_that_is_shown(window: MainWindow, view: str) -> None:
    window.show_view(view)
    window.setFocus()
    press(window, "Ctrl+F")
    assert window.views.current == view
    field = window.views.other(view).search_field
    assert field is not None
    assert field.hasFocus()


def test_search_finds_the_log_where_somebody_reads_it(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    jobs.failed("clip", log="words")
    log = window.page.inspector.log
    until(lambda: window.page.inspector.job_id)
    window.page.inspector.show_log()
    until(lambda: window.focusWidget() is not None and log.isAncestorOf(window.focusWidget()))
    press(window, "Ctrl+F")
    assert log.search_field.hasFocus()
    window.page.pane.view.setFocus()
    press(window, "Ctrl+F")
    assert window.page.filter.hasFocus()


def test_where_there_is_nothing_to_search_it_says_so(window: MainWindow, until: Until) -> None:
    press(window, "Ctrl+F")
    assert "nothing to search" in window.toast.message.text  # type: ignore[union-attr]
    window.toast.dismiss()
    window.show_view("history")
    window.views.other("history").by_cause.setChecked(True)  # type: ignore[attr-defined]
    press(window, "Ctrl+F")
    assert window.views.current == "history"
    until(lambda: window.toast.message is not None)


def test_following_is_checked_until_another_job_is_chosen(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    action = window.actions_made["follow"]
    ids = [jobs.rendering("first"), jobs.queued("second")]
    until(lambda: window.page.inspector.job_id == ids[0])
    assert action.isChecked()
    window.raise_job(ids[1])
    until(lambda: not action.isChecked())
    window.show_view("history")
    press(window, "Ctrl+J")
    assert action.isChecked()
    assert window.views.current == "queue"
    until(lambda: window.page.inspector.job_id == ids[0])
    press(window, "Ctrl+J")
    assert not action.isChecked()


def test_a_job_can_be_raised_from_outside(window: MainWindow, jobs: Jobs, until: Until) -> None:
    jobs.queued("first")
    second = jobs.queued("second")
    until(lambda: window.page.pane.model.shown == 2)
    window.show_view("settings")
    window.raise_job(second)
    assert window.sidebar.current == "queue"
    until(lambda: window.page.pane.view.selected_ids() == [second])


def test_views_are_reached_by_keys_and_by_the_sidebar(window: MainWindow) -> None:
    for keys, view, page in (
        ("Ctrl+2", "history", window.views.other("history").widget),
        ("Ctrl+,", "settings", window.views.other("settings").widget),
        ("Ctrl+1", "queue", window.page),
    ):
        QTest.keySequence(window, QKeySequence(keys))
        assert window.sidebar.current == view
        assert page.isVisible()
    window.sidebar.chosen.emit("history")
    assert window.views.other("history").widget.isVisible()


def test_f6_goes_round_the_panes(window: MainWindow, jobs: Jobs, until: Until) -> None:
    window.activateWindow()
    jobs.queued("clip")
    until(window.page.pane.view.isVisible)
    window.page.pane.view.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(3):
        QTest.keySequence(window, QKeySequence("F6"))
        seen.append(QApplication.focusWidget())
    assert seen[0] is window.page.inspector.tabs.tabBar()
    assert seen[1] is not None
    assert window.sidebar.isAncestorOf(seen[1])
    assert seen[2] is window.page.pane.view


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    actions = [*window.actions_made.everything(), *window.page.pane.job_actions.all()]
    keys = Counter(key.toString() for action in actions for key in action.shortcuts())
    assert [key for key, number in keys.items() if number > 1] == []


def test_every_action_stands_in_a_menu_or_behind_the_button(window: MainWindow) -> None:
    from rendermanager.ui.dialogs.shortcuts import _actions

    placed = [action for menu in window.actions_made.menus for action in _actions(menu)]
    placed += window.actions_made.pause_menu.actions()
    missing = [name for name, action in window.actions_made.by_name.items() if action not in placed]
    assert missing == []


def test_the_shortcut_list_shows_what_the_menus_have(window: MainWindow) -> None:
    window.actions_made["shortcuts"].trigger()
    (dialog,) = window.findChildren(ShortcutsDialog)
    found = {each.text: each.keys for each in dialog.shown}
    assert found["Add files"] == "Ctrl+O"
    assert found["Pause queue"] == "Ctrl+Space"
    assert found["Run again"] == "F5"
    dialog._on_searched("folder")
    assert {"Add folder", "Show in folder"} <= {each.text for each in dialog.shown}
    dialog.close()


def test_the_palette_does_what_is_typed(window: MainWindow) -> None:
    window.actions_made["palette"].trigger()
    (palette,) = window.findChildren(CommandPalette)
    palette._field.setText("hist")
    assert [each.text() for each in palette.found] == ["&History"]
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    assert window.sidebar.current == "history"


def test_settings_count_at_once(
    window: MainWindow, session: Session, theme: Theme, jobs: Jobs, until: Until
) -> None:
    jobs.queued("clip")
    until(lambda: window.page.pane.model.shown == 1)
    window.actions_made["theme light"].trigger()
    assert session.preferences.value.theme == "light"
    assert theme.tokens is LIGHT
    window.actions_made["theme dark"].trigger()
    assert theme.tokens is DARK
    before = window.page.pane.view.rowHeight(0)
    window.actions_made["compact"].trigger()
    assert session.preferences.value.compact_rows
    assert window.page.pane.view.rowHeight(0) < before


@pytest.mark.parametrize("size", SIZES)
def test_the_parts_follow_the_size(
    window: MainWindow, jobs: Jobs, until: Until, size: tuple[int, int]
) -> None:
    jobs.queued("clip")
    until(window.page.pane.view.isVisible)
    window.resize(*size)
    until(lambda: (window.width(), window.height()) == size)
    wide, narrow = size[0] >= 1200, size[0] < 1000
    assert window.page.inspector.isVisible() == wide
    assert window.sidebar.is_collapsed == narrow
    assert window.gauges.is_compact == (size[1] < 680)
    window.actions_made["inspector"].trigger()
    assert window.page.inspector.isVisible() != wide
    window.resize(1360, 820)
    until(lambda: window.width() == 1360)
    assert window.page.inspector.isVisible() != wide or not wide


def test_the_inspector_over_the_queue_can_be_closed(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    job_id = jobs.failed("clip", log="hello\n")
    until(window.page.pane.view.isVisible)
    window.resize(1100, 760)
    until(lambda: not window.page.inspector.isVisible())
    window.page.pane.job_actions.log_wanted.emit(job_id)
    inspector = window.page.inspector
    until(lambda: inspector.log.view.toPlainText() == "hello")
    assert inspector.isVisible()
    inside = inspector.mapTo(window.page, inspector.rect().bottomRight())
    assert window.page.rect().contains(inside)
    inspector._close.click()
    assert not inspector.isVisible()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["queue", "history", "settings"])
def test_nothing_is_cut_off(
    window: MainWindow, jobs: Jobs, until: Until, view: str, size: tuple[int, int]
) -> None:
    every_state(jobs)
    until(lambda: window.page.pane.model.shown == 12)
    window.resize(*size)
    window.show_view(view)
    until(lambda: (window.width(), window.height()) == size)
    # The last layout may still be on its way.
    until(lambda: not any(is_cut(each) for each in window.findChildren(QWidget)))


def is_cut(widget: QWidget) -> bool:
    """Whether a control or a label is narrower than what it says."""
    if not widget.isVisible() or widget.visibleRegion().isEmpty():
        return False
    if isinstance(widget, QLabel):
        # A label that shortens its text or breaks its lines says so itself.
        elides = hasattr(widget, "full_text")
        wants = widget.minimumSizeHint().width()
        return not elides and not widget.wordWrap() and widget.width() < wants
    if widget.property(KIND_PROPERTY):
        return widget.width() < widget.sizeHint().width()
    return False


def test_every_control_has_a_name(window: MainWindow, jobs: Jobs, until: Until) -> None:
    job_id = jobs.failed("clip")
    until(lambda: window.page.inspector.job_id == job_id)
    until(window.page.inspector.tabs.isVisible)
    nameless, seen = [], 0
    for view in ("queue", "history", "settings"):
        window.show_view(view)
        found = controls(window)
        seen += len(found)
        nameless += [describe(each) for each in found if not spoken(each)]
    assert nameless == []
    assert seen > 25


ROLES = {
    QAccessible.Role.PushButton,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.List,
    QAccessible.Role.Table,
}


def controls(window: QWidget) -> list[QAccessibleInterface]:
    found = []
    waiting: list[QAccessibleInterface | None] = [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        each = waiting.pop()
        if each is None or not each.isValid() or is_hidden(each):
            continue
        if each.role() in ROLES and not is_inner(each):
            found.append(each)
        if each.role() not in (QAccessible.Role.Table, QAccessible.Role.List):
            waiting += [each.child(at) for at in range(each.childCount())]
    return found


def is_hidden(each: QAccessibleInterface) -> bool:
    thing = each.object()
    return isinstance(thing, QWidget) and not thing.isVisible()


def is_inner(each: QAccessibleInterface) -> bool:
    """The edit inside of a spin box or a combo box is named by its box."""
    thing = each.object()
    return isinstance(thing, QLineEdit) and isinstance(thing.parent(), QSpinBox | QComboBox)


def spoken(each: QAccessibleInterface) -> str:
    return each.text(QAccessible.Text.Name)


def describe(each: QAccessibleInterface) -> str:
    thing = each.object()
    return f"{each.role()} {type(thing).__name__} in {type(thing.parent()).__name__}"


def test_gauges_that_are_shown_are_shown_at_the_next_start(session: Session, theme: Theme) -> None:
    window = full_window(session, theme)
    assert window.gauges.isVisibleTo(window)
    end_window(window, session)
    assert load_layout(session.paths.home / FILE_NAME).gauges
    again = full_window(session, theme)
    assert again.gauges.isVisibleTo(again)
    end_window(again, session)


def test_the_window_remembers_how_it_looked(
    session: Session, theme: Theme, jobs: Jobs, until: Until
) -> None:
    jobs.queued("clip")
    window = full_window(session, theme)
    window.resize(1280, 760)
    window.show()
    until(window.page.pane.view.isVisible)
    window.page.set_inspector_width(400)
    window.actions_made["gauges"].trigger()
    window.show_view("history")
    end_window(window, session)
    layout = load_layout(session.paths.home / FILE_NAME)
    assert (layout.inspector_width, layout.gauges, layout.view) == (400, False, "history")
    again = full_window(session, theme)
    again.show()
    assert again.views.other("history").widget.isVisible()
    assert not again.gauges.isVisible()
    assert again.page.inspector_width == 400
    end_window(again, session)


def test_closing_the_inspector_when_small_leaves_it_open_when_large(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    jobs.queued("clip")
    until(window.page.inspector.isVisible)
    window.resize(1100, 760)
    window.page.set_inspector_open(is_open=False, place=InspectorPlace.OVER)
    window.resize(1360, 820)
    until(window.page.inspector.isVisible)


def test_the_first_pixels_have_the_colours_of_the_theme(
    session: Session, theme: Theme, qtbot: QtBot
) -> None:
    window = full_window(session, theme)
    window.resize(1200, 800)
    picture = window.grab().toImage()
    places = [QPoint(2, 2), QPoint(90, 400), QPoint(700, 400), QPoint(700, 790)]
    assert all(picture.pixelColor(place).lightness() < 60 for place in places)
    assert picture.pixelColor(places[1]) == QColor(DARK.window)
    end_window(window, session)


def test_gauges_are_measured_only_while_they_are_seen(window: MainWindow, until: Until) -> None:
    until(lambda: window._inside.feed.is_running)
    tile = window.gauges._tiles["memory"]
    until(lambda: " of " in tile.accessibleName())
    until(lambda: "free" in window.gauges._tiles["disk"].accessibleName())
    window.actions_made["gauges"].trigger()
    until(lambda: not window._inside.feed.is_running)
    window.actions_made["gauges"].trigger()
    until(lambda: window._inside.feed.is_running)
    window.hide()
    until(lambda: not window._inside.feed.is_running)


def test_duplicating_opens_the_dialog_with_what_the_job_has(
    window: MainWindow, jobs: Jobs, until: Until, tmp_path: Path
) -> None:
    from rendermanager.ui.dialogs.add.dialog import AddDialog

    job_id = jobs.queued("clip", preset="prores-hq", settings={"video": "prores", "profile": "lt"})
    until(lambda: window.page.pane.model.job(job_id) is not None)
    window.page.pane.view.select_job(job_id)
    until(window.page.pane.job_actions.duplicate.isEnabled)
    window.page.pane.job_actions.duplicate.trigger()
    (dialog,) = window.findChildren(AddDialog)
    assert dialog.form.sources.inputs == (str(tmp_path / "clip.mov"),)
    assert dialog.form.preset.name == "prores-hq"
    dialog.reject()


def test_a_notification_leads_to_a_job_that_the_filter_hides(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    wanted, _ = jobs.failed("broken"), jobs.queued("other")
    until(lambda: window.page.pane.model.total == 2)
    window.page.filter.setText("other")
    until(lambda: window.page.pane.model.shown == 1)
    window.show_view("settings")
    window.raise_job(wanted)
    until(lambda: window.page.pane.view.selected_ids() == [wanted])
    assert window.views.current == "queue"


def test_a_minimised_window_is_not_watched(window: MainWindow, until: Until) -> None:
    window.activateWindow()
    until(window.is_watched)
    window.showMinimized()
    assert not window.is_watched()
    window.raise_window()
    until(window.is_watched)
    window.hide()
    assert not window.is_watched()


def test_space_shows_the_picture_and_hides_it_again(
    window: MainWindow, jobs: Jobs, media: Path, until: Until
) -> None:
    job_id = jobs.queued(media.stem)
    until(lambda: window.page.pane.model.job(job_id) is not None)
    window.page.pane.view.select_job(job_id)
    QTest.keyClick(window.page.pane.view, Qt.Key.Key_Space)
    (look,) = window.findChildren(QuickLook)
    until(lambda: look.has_picture)
    QTest.keyClick(look, Qt.Key.Key_Space)
    assert not look.isVisible()


def test_running_failed_again_takes_all_of_them(
    window: MainWindow, jobs: Jobs, until: Until
) -> None:
    ids = [jobs.failed("a"), jobs.failed("b")]
    window.actions_made["retry_failed"].trigger()
    until(lambda: all(jobs.job(each).status.value == "pending" for each in ids))
    window.actions_made["retry_failed"].trigger()
    until(lambda: window.toast.message and window.toast.message.text == "No job has failed")


def test_clearing_done_jobs_can_be_undone(window: MainWindow, jobs: Jobs, until: Until) -> None:
    jobs.completed("a")
    jobs.queued("b")
    until(lambda: window.page.pane.model.total == 2)
    window.actions_made["clear_completed"].trigger()
    until(lambda: window.page.pane.model.total == 1)
    until(lambda: window._inside.toaster.can_undo)
    window.actions_made["undo"].trigger()
    until(lambda: window.page.pane.model.total == 2)


def test_undo_without_anything_to_undo_says_so(window: MainWindow) -> None:
    window.actions_made["undo"].trigger()
    assert window.toast.message is not None
    assert window.toast.message.text == "There is nothing to undo"


def test_the_frame_stands_where_it_was_before_anything_is_in_it(
    session: Session, theme: Theme, until: Until
) -> None:
    save_layout(session.paths.home / FILE_NAME, Layout(frame=Box(10, 20, 930, 620)))
    window = MainWindow(theme, session.paths.home)
    window.show()
    assert window.height() == 620
    assert window.grab().toImage().pixelColor(400, 300) == QColor(DARK.window)
    assert not window.close()
    window.fill(session)
    until(window.views.isVisible)
    end_window(window, session)
