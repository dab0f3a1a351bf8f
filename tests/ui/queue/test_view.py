"""The list under pointer and keyboard: choosing, sorting, dragging, columns."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPixmap,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from rendermanager.core.status import JobStatus
from rendermanager.services.session import Session
from rendermanager.store import intents, submission
from rendermanager.ui.queue import Column, QueuePane, QueueView, SortState, Thumbnails
from rendermanager.ui.queue.columns import JOB_MIN_PX
from rendermanager.ui.queue.dragging import JOBS_TYPE, files_in, ids_in, packed
from rendermanager.ui.theme import Theme, ThemeMode
from tests.helpers.queue import new_job
from tests.helpers.ui_session import Jobs, attempt_of
from tests.ui.queue.conftest import WAIT_MS, Settle
from tests.ui.queue.values import RESULT, make_job

KEY = Qt.Key
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Heard:
    """Notes what a signal brought."""

    def __init__(self, signal: Any) -> None:
        self.values: list[Any] = []
        signal.connect(self._on_signal)

    def _on_signal(self, *values: Any) -> None:
        self.values.append(values[0] if len(values) == 1 else values)


def fill(jobs: Jobs, pane: QueuePane, settle: Settle, count: int = 5) -> list[int]:
    ids = [jobs.queued(f"job {number}") for number in range(count)]
    settle(pane.model)
    return ids


def centre(view: QueueView, row: int, column: Column = Column.JOB) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center()


def chosen(qtbot: QtBot, pane: QueuePane, ids: list[int]) -> None:
    qtbot.waitUntil(lambda: list(pane.job_actions.ids) == ids, timeout=WAIT_MS)


# ---------------------------------------------------------------------- choosing


def test_a_click_chooses_a_whole_row_and_says_so(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    heard, current = Heard(pane.view.selection_changed), Heard(pane.view.current_changed)
    point = centre(pane.view, 2, Column.TIME)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, point)
    qtbot.waitUntil(lambda: heard.values == [[ids[2]]], timeout=WAIT_MS)
    assert current.values == [ids[2]]
    assert pane.view.selected_ids() == [ids[2]]
    assert pane.view.current_id() == ids[2]


def test_a_click_beside_the_rows_chooses_nothing(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    fill(jobs, pane, settle, 2)
    pane.view.selectAll()
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, QPoint(50, 500))
    assert pane.view.selected_ids() == []


def test_what_is_chosen_stays_chosen_when_rows_come_go_and_move(
    jobs: Jobs, session: Session, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    pane.view.select_job(ids[3])
    session.control("window").ask("cancel", [ids[0]]).result(10)
    jobs.queued("another")
    settle(pane.model)
    assert pane.view.selected_ids() == [ids[3]]
    assert pane.view.current_id() == ids[3]


def test_what_is_chosen_stays_chosen_when_the_list_is_sorted_or_filtered(
    jobs: Jobs, pane: QueuePane, settle: Settle
) -> None:
    ids = fill(jobs, pane, settle)
    pane.view.select_job(ids[1])
    pane.model.set_sort(SortState(Column.JOB, descending=True))
    settle(pane.model)
    assert pane.view.selected_ids() == [ids[1]]
    assert pane.view.current_id() == ids[1]
    pane.model.set_filter("job")
    settle(pane.model)
    assert pane.view.selected_ids() == [ids[1]]
    pane.model.set_filter("nothing like it")
    settle(pane.model)
    assert pane.view.selected_ids() == []


def test_a_job_that_is_about_to_come_is_chosen_when_it_comes(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    assert not pane.view.select_job(ids[-1] + 1)
    new = jobs.queued("new")
    qtbot.waitUntil(lambda: pane.view.selected_ids() == [new], timeout=WAIT_MS)


def test_a_job_that_is_awaited_is_not_chosen_when_another_one_was_meanwhile(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    assert not pane.view.select_job(ids[-1] + 1)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=centre(pane.view, 2))
    assert jobs.queued("new") == ids[-1] + 1
    settle(pane.model)
    qtbot.waitUntil(lambda: pane.model.row_of(ids[-1] + 1) >= 0, timeout=WAIT_MS)
    assert pane.view.selected_ids() == [ids[2]]


def test_a_job_is_awaited_still_when_the_list_is_made_anew(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    pane.view.select_job(ids[1])
    assert not pane.view.select_job(ids[-1] + 1)
    pane.model.set_sort(SortState(Column.JOB, descending=True))
    settle(pane.model)
    jobs.session.store.change(lambda txn: intents.remove(txn, [ids[1]]))
    settle(pane.model)
    new = jobs.queued("new")
    qtbot.waitUntil(lambda: pane.view.selected_ids() == [new], timeout=WAIT_MS)


def test_a_choice_of_a_hundred_thousand_is_quickly_known(
    session: Session, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    new = [new_job(f"job {number}") for number in range(20_000)]
    session.store.change(lambda txn: submission.submit(txn, new))
    settle(pane.model)
    pane.view.selectAll()
    assert len(pane.view.selected_ids()) == 20_000
    qtbot.waitUntil(lambda: len(pane.job_actions.ids) == 20_000, timeout=WAIT_MS)
    assert pane.job_actions.remove.isEnabled()


# ---------------------------------------------------------------------- keyboard


def test_the_keyboard_moves_through_rows_and_stays_in_the_column_that_is_read_out(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    point = centre(pane.view, 1, Column.STATUS)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, point)
    for key, row in (
        (KEY.Key_Down, 2),
        (KEY.Key_End, 4),
        (KEY.Key_Up, 3),
        (KEY.Key_Right, 3),
        (KEY.Key_Left, 3),
        (KEY.Key_Home, 0),
        (KEY.Key_PageDown, 4),
    ):
        QTest.keyClick(pane.view, key)
        assert (pane.view.currentIndex().row(), pane.view.currentIndex().column()) == (row, 0)
        assert pane.view.selected_ids() == [ids[row]]


def test_space_and_return_are_announced(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    look, default = Heard(pane.view.quick_look), Heard(pane.view.default_wanted)
    details = Heard(pane.job_actions.details_wanted)
    pane.view.select_job(ids[1])
    QTest.keyClick(pane.view, KEY.Key_Space)
    QTest.keyClick(pane.view, KEY.Key_Return)
    QTest.mouseDClick(
        pane.view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, centre(pane.view, 2)
    )
    assert look.values == [ids[1]]
    assert default.values == [ids[1], ids[2]]
    assert details.values == [ids[1], ids[2]]


def test_shortcuts_work_in_the_list_and_letters_stay_letters_elsewhere(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot, session: Session
) -> None:
    ids = fill(jobs, pane, settle)
    box = QLineEdit(pane)
    box.show()
    pane.view.select_job(ids[0])
    chosen(qtbot, pane, [ids[0]])
    pane.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus, timeout=WAIT_MS)
    QTest.keyClick(box, KEY.Key_P)
    assert box.text() == "p"
    pane.view.setFocus()
    QTest.keyClick(pane.view, KEY.Key_P)
    qtbot.waitUntil(lambda: jobs.job(ids[0]).status == "paused", timeout=WAIT_MS)


def test_typing_letters_does_not_read_the_whole_queue(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    pane.view.select_job(ids[0])
    QTest.keyClick(pane.view, KEY.Key_J)
    assert pane.view.selected_ids() == [ids[0]]


def test_a_row_is_read_out_as_a_sentence(jobs: Jobs, pane: QueuePane, settle: Settle) -> None:
    fill(jobs, pane, settle, 1)
    table = QAccessible.queryAccessibleInterface(pane.view)
    assert table.text(QAccessible.Text.Name) == "Jobs"
    assert table.role() == QAccessible.Role.Table
    cells = [table.child(place) for place in range(table.childCount())]
    said = [cell.text(QAccessible.Text.Name) for cell in cells]
    assert "job 0, Queued, In line" in said
    assert {"Job", "Status", "Time"} <= set(said)


# ---------------------------------------------------------------------- sorting and columns


def test_a_click_on_a_header_sorts_and_says_that_this_is_not_the_run_order(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle)
    header = pane.view.horizontalHeader()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, QPoint(40, 10))
    settle(pane.model)
    assert pane._sort_bar.isVisible()
    assert pane._sort_bar.text == "Sorted by name, not in run order"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, QPoint(40, 10))
    settle(pane.model)
    assert list(pane.model.ids()) == ids[::-1]
    QTest.mouseClick(pane._sort_bar._button, Qt.MouseButton.LeftButton)
    settle(pane.model)
    assert list(pane.model.ids()) == ids
    assert not pane._sort_bar.isVisible()


def test_nothing_that_matches_is_said_in_the_list(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    fill(jobs, pane, settle)
    cleared = Heard(pane.filter_clear_wanted)
    pane.model.set_filter("zebra")
    settle(pane.model)
    assert pane._nothing.isVisible()
    assert pane._nothing.text == "No job matches “zebra”"
    QTest.mouseClick(pane._nothing._button, Qt.MouseButton.LeftButton)
    settle(pane.model)
    assert not pane._nothing.isVisible()
    assert pane.model.shown == 5
    assert len(cleared.values) == 1


@pytest.mark.parametrize("width", [500, 700, 848, 1_030, 1_600])
def test_the_job_column_has_its_due_at_every_width(
    jobs: Jobs, pane: QueuePane, settle: Settle, width: int
) -> None:
    fill(jobs, pane, settle)
    pane.resize(width, 600)
    QApplication.processEvents()
    view = pane.view
    assert view.columnWidth(Column.JOB) >= JOB_MIN_PX
    if width >= 848:
        assert view.horizontalHeader().length() == view.viewport().width()


def test_preset_gives_way_in_a_narrow_window_and_comes_back(pane: QueuePane) -> None:
    pane.view.set_window_width(980)
    assert pane.view.isColumnHidden(Column.PRESET)
    pane.view.set_window_width(1_000)
    assert not pane.view.isColumnHidden(Column.PRESET)
    # Coming back is nobody's wish for a width.
    assert pane.view.save_state()["widths"] == {}


def test_columns_are_shown_hidden_and_remembered(pane: QueuePane) -> None:
    view = pane.view
    view.show_column(Column.ADDED, True)
    view.show_column(Column.PRESET, False)
    view.show_column(Column.JOB, False)
    view.horizontalHeader().resizeSection(Column.TIME, 160)
    view.horizontalHeader().moveSection(Column.TIME, 1)
    state = view.save_state()
    assert not view.isColumnHidden(Column.JOB)
    other = QueueView(pane.model, view._theme, pane.view._delegate._cells._thumbnails)
    other.resize(1_200, 400)
    other.restore_state(state)
    assert not other.isColumnHidden(Column.ADDED)
    assert other.isColumnHidden(Column.PRESET)
    assert other.columnWidth(Column.TIME) == 160
    assert other.horizontalHeader().visualIndex(Column.TIME) == 1
    assert other.save_state() == state
    other.deleteLater()


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"widths": 7, "hidden": "x", "order": None},
        {"widths": {"nonsense": 5, "time": "wide"}, "hidden": ["job", "x"], "order": ["y"]},
    ],
)
def test_a_damaged_memory_of_columns_does_no_harm(pane: QueuePane, state: dict[str, Any]) -> None:
    pane.view.restore_state(state)
    assert not pane.view.isColumnHidden(Column.JOB)


def test_the_menu_of_the_header_offers_every_column_but_job(pane: QueuePane) -> None:
    menu = QMenu(pane)
    pane.view._header.fill_menu(menu)
    offered = {action.data() for action in menu.actions()}
    assert offered == {int(column) for column in Column} - {int(Column.JOB)}
    checked = {action.data() for action in menu.actions() if action.isChecked()}
    assert checked == {Column.PRESET, Column.STATUS, Column.PROGRESS, Column.TIME}


def test_rows_can_be_low(jobs: Jobs, pane: QueuePane, settle: Settle) -> None:
    fill(jobs, pane, settle)
    assert pane.view.rowHeight(0) == 60
    pane.view.set_compact(True)
    assert pane.view.rowHeight(0) == 36
    assert pane.view.horizontalHeader().height() == 30


def test_larger_text_makes_rows_and_columns_larger(
    jobs: Jobs, pane: QueuePane, settle: Settle, theme: Theme
) -> None:
    fill(jobs, pane, settle)
    theme.set_text_scale(1.5)
    try:
        assert pane.view.rowHeight(0) == 90
        assert pane.view.columnWidth(Column.JOB) >= JOB_MIN_PX * 1.5
    finally:
        theme.set_text_scale(1.0)


# ---------------------------------------------------------------------- dragging


class OwnDrop(QDropEvent):
    """A drop that says where it comes from."""

    own_source: object = None

    def source(self) -> Any:
        return self.own_source


def dropped(view: QueueView, data: QMimeData, y: int, source: object = None) -> QDropEvent:
    """Let something be dropped at a height, as Qt does it."""
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    where, button = QPoint(60, y), Qt.MouseButton.LeftButton
    event = OwnDrop(QPointF(where), both, data, button, NO_MODIFIER)
    event.own_source = source
    if source is None:
        view.dragEnterEvent(QDragEnterEvent(where, both, data, button, NO_MODIFIER))
        view.dragMoveEvent(QDragMoveEvent(where, both, data, button, NO_MODIFIER))
    else:
        view._landing.hover(event)
    view.dropEvent(event)
    return event


def files(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def test_files_dropped_between_waiting_rows_are_announced_with_their_place(
    jobs: Jobs, pane: QueuePane, settle: Settle
) -> None:
    jobs.completed("done")
    jobs.rendering("running")
    ids = fill(jobs, pane, settle, 3)
    heard = Heard(pane.view.dropped)
    view = pane.view
    for y, before in (
        (60 * 2 + 10, ids[1]),
        (60 * 2 + 40, ids[2]),
        (5, ids[0]),  # not before what renders
        (60 * 4 + 50, None),  # not behind what is done
        (550, None),
    ):
        event = dropped(view, files("/a.mov", "/b"), y)
        assert event.isAccepted()
        assert event.dropAction() == Qt.DropAction.CopyAction
        assert heard.values.pop() == (["/a.mov", "/b"], before)


def test_files_are_left_to_the_window_when_they_cannot_be_placed(
    jobs: Jobs, pane: QueuePane, settle: Settle
) -> None:
    fill(jobs, pane, settle, 3)
    heard = Heard(pane.view.dropped)
    text = QMimeData()
    text.setText("hello")
    assert not dropped(pane.view, text, 70).isAccepted()
    pane.view.set_takes_files(False)
    assert not dropped(pane.view, files("/a.mov"), 70).isAccepted()
    pane.view.set_takes_files(True)
    pane.model.set_sort(SortState(Column.JOB))
    settle(pane.model)
    assert not dropped(pane.view, files("/a.mov"), 70).isAccepted()
    assert heard.values == []


def test_dragged_jobs_are_moved_saved_and_can_be_moved_back(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle, 5)
    told = Heard(pane.job_actions.told)
    moving = [ids[3], ids[4]]
    dropped(pane.view, packed(moving, []), 60 + 10, pane.view)
    expected = [ids[0], ids[3], ids[4], ids[1], ids[2]]
    qtbot.waitUntil(lambda: list(pane.model.ids()) == expected, timeout=WAIT_MS)
    text, undo = told.values[0]
    assert text == "Moved 2 jobs"
    undo.undo()
    qtbot.waitUntil(lambda: list(pane.model.ids()) == ids, timeout=WAIT_MS)


def test_only_waiting_jobs_can_be_dragged_to_another_place(
    jobs: Jobs, pane: QueuePane, settle: Settle
) -> None:
    done = jobs.completed("done")
    fill(jobs, pane, settle, 3)
    assert not dropped(pane.view, packed([done], []), 70, pane.view).isAccepted()


def test_finished_jobs_carry_their_files() -> None:
    done = make_job(JobStatus.COMPLETED, job_id=4, artifacts=RESULT)
    waiting = make_job(job_id=5)
    data = packed([4, 5], [done, waiting])
    assert ids_in(data) == [4, 5]
    assert files_in(data) == ["/out/sale.mov"]
    assert data.hasFormat("text/uri-list")
    assert not packed([5], [waiting]).hasUrls()
    assert data.hasFormat(JOBS_TYPE)


def test_the_place_of_a_drop_is_told_to_the_window(
    jobs: Jobs, pane: QueuePane, settle: Settle
) -> None:
    ids = fill(jobs, pane, settle, 3)
    viewport = pane.view.viewport()
    assert pane.view.drop_target(viewport.mapToGlobal(QPoint(50, 65))) == ids[1]
    assert pane.view.drop_target(viewport.mapToGlobal(QPoint(50, 500))) is None


def test_a_drag_hangs_a_label_on_the_pointer_and_carries_the_chosen_jobs(
    jobs: Jobs, pane: QueuePane, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = jobs.completed("done")
    ids = fill(jobs, pane, settle, 2)
    begun: list[tuple[QMimeData, QPixmap]] = []
    monkeypatch.setattr(
        "rendermanager.ui.queue.view.begin_drag", lambda _view, *what: begun.append(what)
    )
    pane.view.startDrag(Qt.DropAction.CopyAction)
    assert begun == []
    pane.view.selectAll()
    pane.view.startDrag(Qt.DropAction.CopyAction)
    data, label = begun.pop()
    assert ids_in(data) == [*ids, done]
    assert files_in(data) == [jobs.job(done).spec.output]
    assert label.width() > 50
    pane.model.set_sort(SortState(Column.JOB))
    settle(pane.model)
    pane.view.select_job(ids[0])
    pane.view.startDrag(Qt.DropAction.CopyAction)
    assert begun == []


def test_a_drag_that_leaves_takes_its_line_with_it(
    jobs: Jobs, pane: QueuePane, settle: Settle
) -> None:
    fill(jobs, pane, settle, 3)
    data, button = files("/a.mov"), Qt.MouseButton.LeftButton
    move = QDragMoveEvent(QPoint(50, 70), Qt.DropAction.CopyAction, data, button, NO_MODIFIER)
    pane.view.dragMoveEvent(move)
    with_line = pane.view.grab().toImage()
    pane.view.dragLeaveEvent(QDragLeaveEvent())
    assert pane.view.grab().toImage() != with_line


# ---------------------------------------------------------------------- looks


def test_the_row_below_the_pointer_is_lit(
    jobs: Jobs, pane: QueuePane, settle: Settle, theme: Theme
) -> None:
    fill(jobs, pane, settle, 3)
    viewport = pane.view.viewport()
    hover = QColor(theme.tokens.hover)

    def ground(row: int) -> QColor:
        return pane.view.viewport().grab().toImage().pixelColor(4, 60 * row + 10)

    QTest.mouseMove(viewport, QPoint(100, 90))
    assert [ground(row) == hover for row in range(3)] == [False, True, False]
    QTest.mouseMove(viewport, QPoint(100, 150))
    assert [ground(row) == hover for row in range(3)] == [False, False, True]
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert [ground(row) == hover for row in range(3)] == [False, False, False]


def test_rows_that_are_being_read_are_sketched(
    session: Session, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    new = [new_job(f"job {number}") for number in range(1_000)]
    session.store.change(lambda txn: submission.submit(txn, new))
    settle(pane.model)
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    sketched = pane.view.grab().toImage()
    settle(pane.model)
    assert pane.view.grab().toImage() != sketched


def test_the_menu_of_the_chosen_jobs_opens_by_pointer_and_keyboard(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot
) -> None:
    ids = fill(jobs, pane, settle, 3)
    pane.view.select_job(ids[1])
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        pane.view.contextMenuEvent(QContextMenuEvent(reason, QPoint(40, 90), QPoint(300, 300)))
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=WAIT_MS)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert pane.job_actions.remove in menu.actions()
        menu.close()


def test_a_pane_can_be_put_into_a_window_that_reads_from_right_to_left(
    session: Session, theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(window)
    thumbnails = Thumbnails(session)
    pane = QueuePane(session, theme, thumbnails, window)
    assert pane.view.isRightToLeft()
    window.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert not pane.view.isRightToLeft()
    pane.model.close()
    pane.following.close()
    thumbnails.close()


def test_a_moving_bar_is_drawn_again_and_rests_when_nothing_moves(
    jobs: Jobs, pane: QueuePane, settle: Settle, qtbot: QtBot, session: Session
) -> None:
    job_id = jobs.rendering("loading")
    settle(pane.model)
    with qtbot.waitSignal(pane.view._motion._timer.timeout, timeout=WAIT_MS):
        pass
    session.board.close(attempt_of(session, job_id))
    session.control("window").ask("pause", [job_id]).result(10)
    settle(pane.model)
    qtbot.waitUntil(lambda: not pane.view._motion._timer.isActive(), timeout=WAIT_MS)


def test_the_theme_can_change_while_the_list_is_shown(
    jobs: Jobs, pane: QueuePane, settle: Settle, theme: Theme
) -> None:
    fill(jobs, pane, settle)
    dark = pane.view.grab().toImage().pixelColor(450, 500)
    theme.set_mode(ThemeMode.LIGHT)
    QApplication.processEvents()
    light = pane.view.grab().toImage().pixelColor(450, 500)
    theme.set_mode(ThemeMode.DARK)
    assert dark.lightness() < 60
    assert light.lightness() > 200
