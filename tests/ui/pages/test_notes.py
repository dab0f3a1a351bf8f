"""The notification centre: what it holds, what is new, where a click leads, what it remembers."""

from collections.abc import Iterator
from concurrent.futures import Future

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rendermanager.core.errors import StoreBlocked
from rendermanager.core.status import JobStatus
from rendermanager.scheduling.admission import Reason, Why
from rendermanager.services.batches import NoteAction
from rendermanager.services.notebook import NoteBook
from rendermanager.services.notes import MOST, Marks, NoteKind
from rendermanager.services.session import Session
from rendermanager.store import intents
from rendermanager.ui.pages.notes import NotesPage
from rendermanager.ui.queue import Undo
from rendermanager.ui.theme import Theme
from rendermanager.ui.window import MainWindow
from tests.helpers.ui_fixtures import Until, add_program, end_window, full_window
from tests.helpers.ui_session import Jobs

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def book(session: Session) -> Iterator[NoteBook]:
    made = NoteBook(session, Marks())
    session.background.drain()
    yield made
    made.close()
    session.background.drain()
    shiboken6.delete(made)


@pytest.fixture
def page(session: Session, theme: Theme, book: NoteBook, qtbot: QtBot) -> NotesPage:
    made = NotesPage(session, theme, book)
    qtbot.addWidget(made)
    made.resize(900, 600)
    return made


def titles(book: NoteBook) -> list[str]:
    return [note.title for note in book.notes]


def test_ends_are_noted_the_newest_first_and_other_moves_are_not(
    book: NoteBook, jobs: Jobs, until: Until
) -> None:
    jobs.completed("film")
    jobs.completed("dark film", warnings=("It is black.",))
    jobs.failed("broken", times=2)
    jobs.cancelled("unwanted")
    jobs.rendering("busy")
    until(lambda: len(book.notes) >= 3)
    assert [each for each in titles(book) if "finished" not in each] == [
        "“broken” failed",
        "“dark film” is done with warnings",
        "“film” is done",
    ]
    assert book.unread == len(book.notes)


def test_a_batch_that_is_over_is_noted_as_well(running: Session, until: Until) -> None:
    made = NoteBook(running, Marks())
    try:
        for _ in range(3):
            add_program(running, "sleeps.py", 0)
        until(lambda: any(note.kind is NoteKind.FINISHED for note in made.notes))
        assert made.notes[0].text == "3 done"
        assert sum(note.kind is NoteKind.DONE for note in made.notes) == 3
    finally:
        made.close()
        running.background.drain()
        shiboken6.delete(made)


def test_trouble_and_what_somebody_has_to_do_is_noted_once(
    book: NoteBook, session: Session
) -> None:
    missing = {3: Reason(Why.ENGINE_MISSING, "Blender was not found.")}
    for _ in range(2):
        session.bus.waiting.emit(missing)
        session.bus.waiting.emit({})
        session.bus.trouble.emit("The disk with the queue is full.")
        session.bus.trouble.emit("")
    assert [(note.title, note.job_id) for note in book.notes] == [
        ("The queue needs attention", 0),
        ("A program was not found", 3),
    ]


def test_only_so_many_are_kept(book: NoteBook, session: Session) -> None:
    for number in range(MOST + 5):
        session.bus.trouble.emit(f"trouble {number}")
    assert len(book.notes) == book.unread == MOST
    assert book.notes[0].text == f"trouble {MOST + 4}"


def test_the_tests_of_presets_are_not_noted(
    book: NoteBook, session: Session, jobs: Jobs, until: Until
) -> None:
    jobs.completed("test", output=str(session.paths.preset_tests / "x" / "test.mp4"))
    jobs.completed("film")
    until(lambda: book.notes)
    assert titles(book)[-1] == "“film” is done"


def test_the_next_start_knows_what_was_seen_and_cleared(
    session: Session, jobs: Jobs, until: Until
) -> None:
    def opened(marks: Marks) -> NoteBook:
        made = NoteBook(session, marks)
        session.background.drain()
        return made

    books = []
    try:
        jobs.completed("old")
        books.append(opened(Marks()))
        assert books[0].unread == 0, "who never looked is not told of everything there ever was"
        jobs.completed("seen")
        until(lambda: len(books[0].notes) == 2)
        books[0].see()
        marks = books[0].marks
        jobs.completed("new")
        books.append(opened(marks))
        assert titles(books[1]) == ["“new” is done", "“seen” is done", "“old” is done"]
        assert books[1].unread == 1
        gone = books[1].clear()
        books.append(opened(books[1].marks))
        assert books[2].notes == ()
        books[1].put_back(gone)
        books.append(opened(books[1].marks))
        assert len(books[3].notes) == 3
        beyond = opened(Marks(seen=10_000, cleared=10_000))
        books.append(beyond)
        jobs.completed("after a backup")
        until(lambda: beyond.unread == 1)
    finally:
        session.background.drain()
        for each in books:
            each.close()
            shiboken6.delete(each)


def test_trouble_is_there_still_at_the_next_start(
    book: NoteBook, session: Session, until: Until
) -> None:
    session.bus.trouble.emit("The disk with the queue is full.")
    session.bus.waiting.emit({3: Reason(Why.ENGINE_MISSING, "Blender was not found.")})
    until(lambda: all(note.event_id for note in book.notes))
    book.see()
    session.bus.trouble.emit("")
    session.bus.trouble.emit("The drive is gone.")
    until(lambda: all(note.event_id for note in book.notes))
    books = [NoteBook(session, book.marks)]
    try:
        session.background.drain()
        assert titles(books[0]) == titles(book)
        assert sorted(note.job_id for note in books[0].notes) == [0, 0, 3]
        assert books[0].unread == 1
        books[0].clear()
        books.append(NoteBook(session, books[0].marks))
        session.background.drain()
        assert books[1].notes == ()
    finally:
        for each in books:
            each.close()
            shiboken6.delete(each)


def test_trouble_that_keeps_itself_from_being_recorded_is_recorded_after_it(
    book: NoteBook, session: Session, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Future[None]:
        future: Future[None] = Future()
        future.set_exception(StoreBlocked("The disk is full."))
        return future

    with monkeypatch.context() as patch:
        patch.setattr(session.store, "write", full)
        session.bus.trouble.emit("The disk is full.")
        session.background.drain()
        assert titles(book) == ["The queue needs attention"]
    assert not book.notes[0].event_id
    session.bus.trouble.emit("")
    until(lambda: book.notes[0].event_id)


def test_what_is_shown_is_seen_and_stays_marked_while_it_is_shown(
    page: NotesPage, book: NoteBook, session: Session
) -> None:
    assert page.empty.isVisibleTo(page)
    assert not page.clear.isEnabled()
    session.bus.trouble.emit("The disk is full.")
    assert book.unread == 1
    page.show()
    assert book.unread == 0
    index = page.model.index(0)
    assert str(index.data(SPOKEN)).startswith("new, The queue needs attention, The disk is full.")
    page.hide()
    page.show()
    assert str(page.model.index(0).data(SPOKEN)).startswith("The queue needs attention")


def test_clearing_can_be_undone(page: NotesPage, book: NoteBook, session: Session) -> None:
    undos: list[Undo] = []
    page.said.connect(lambda _text, undo: undos.append(undo))
    page.show()
    session.bus.trouble.emit("The disk is full.")
    page.clear.click()
    assert page.model.rowCount() == 0
    assert page.empty.isVisible()
    session.bus.trouble.emit("The drive is gone.")
    undos[0].undo()
    assert [note.text for note in book.notes] == ["The drive is gone.", "The disk is full."]


def test_a_click_and_return_lead_to_the_job(
    window: MainWindow, session: Session, jobs: Jobs, until: Until
) -> None:
    wanted, other = jobs.failed("broken"), jobs.queued("other")
    gone = jobs.completed("cleared")
    session.store.change(lambda txn: intents.remove(txn, [gone]))
    until(lambda: len(window._inside.book.notes) >= 2)
    window.page.filter.setText("other")
    until(lambda: window.page.pane.model.shown == 1)
    window.sidebar.chosen.emit("notes")
    page = window.views.other("notes")
    assert isinstance(page, NotesPage)
    rows = {page.model.note(row).title: row for row in range(page.model.rowCount())}
    rect = page.view.visualRect(page.model.index(rows["“broken” failed"]))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    until(lambda: window.page.pane.view.selected_ids() == [wanted])
    assert window.views.current == "queue"
    window.show_view("notes")
    page.view.setCurrentIndex(page.model.index(rows["“cleared” is done"]))
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    until(lambda: window.views.current == "history")
    history = window.views.other("history")
    until(lambda: [job.id for job in history.view.chosen()] == [gone])  # type: ignore[attr-defined]
    assert other


def rows(page: NotesPage) -> list[str]:
    return [str(page.model.index(row).data()) for row in range(page.model.rowCount())]


def press(page: NotesPage, row: int, action: NoteAction) -> None:
    """Click on a button of a row."""
    index = page.model.index(row)
    rect = page.view.visualRect(index)
    buttons = page.view._delegate.buttons(rect, page.view.layoutDirection(), index)
    (room,) = [room for room, each in buttons if each is action]
    QTest.mouseMove(page.view.viewport(), room.center())
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=room.center())


def test_a_batch_is_one_row_that_opens_and_its_failures_are_seen(
    page: NotesPage, book: NoteBook, jobs: Jobs, until: Until, qtbot: QtBot
) -> None:
    for name in "abc":
        jobs.completed(name)
    broken = jobs.failed("broken")
    until(lambda: sum(note.kind in (NoteKind.DONE, NoteKind.FAILED) for note in book.notes) == 4)
    page.show()
    assert rows(page)[-1] == "“broken” failed"
    assert len(rows(page)) == 2
    head = page.model.index(0)
    assert head.data(Qt.ItemDataRole.ToolTipRole) == "3 done · 1 failed"
    assert "closed" in str(head.data(SPOKEN))
    page.view.setCurrentIndex(head)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert rows(page)[1:] == [
        "“broken” failed",
        "“c” is done",
        "“b” is done",
        "“a” is done",
    ]
    assert page.view.currentIndex().row() == 0
    with qtbot.waitSignal(page.folder_wanted) as folders:
        press(page, 2, NoteAction.OPEN_FOLDER)
    assert folders.args == [[book.notes[-3].output]]
    with qtbot.waitSignal(page.again_wanted) as again:
        press(page, 0, NoteAction.RUN_AGAIN)
    assert again.args == [[broken]]
    with qtbot.waitSignal(page.log_wanted) as log:
        press(page, 1, NoteAction.VIEW_LOG)
    assert log.args == [broken]
    QTest.mouseClick(
        page.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.view.visualRect(page.model.index(0)).center() - QPoint(200, 0),
    )
    assert len(rows(page)) == 2


def test_every_action_is_in_the_context_menu(
    page: NotesPage, book: NoteBook, jobs: Jobs, until: Until, qtbot: QtBot
) -> None:
    job_id = jobs.failed("broken")
    until(lambda: book.notes)
    page.show()
    menu = page.view.menu_of(page.model.rowCount() - 1)
    texts = {action.text(): action for action in menu.actions()}
    assert list(texts) == ["Run again", "View log", "Show job"]
    with qtbot.waitSignal(page.job_wanted) as wanted:
        texts["Show job"].trigger()
    assert wanted.args == [job_id]
    menu.deleteLater()


def test_the_log_of_a_failure_is_one_click_away(
    window: MainWindow, session: Session, jobs: Jobs, until: Until
) -> None:
    wanted = jobs.failed("broken", log="it broke")
    until(lambda: window._inside.book.notes)
    window.show_view("notes")
    page = window.views.other("notes")
    assert isinstance(page, NotesPage)
    press(page, page.model.rowCount() - 1, NoteAction.VIEW_LOG)
    until(lambda: window.page.pane.view.selected_ids() == [wanted])
    until(window.page.inspector.log.isVisible)
    window.show_view("notes")
    press(page, page.model.rowCount() - 1, NoteAction.RUN_AGAIN)
    until(lambda: jobs.job(wanted).status is JobStatus.PENDING)


def test_the_sidebar_says_how_many_are_new(
    window: MainWindow, session: Session, until: Until
) -> None:
    nav = window.sidebar._foot
    index = nav.model().index(0, 0)
    session.bus.trouble.emit("The disk is full.")
    assert index.data(SPOKEN) == "Notifications, 1 new"
    QTest.keySequence(window, "Ctrl+5")
    QTest.keyClick(window, Qt.Key.Key_Control)  # else it stays pressed for the tests to come
    assert window.views.current == "notes"
    assert index.data(SPOKEN) == "Notifications"
    assert window.sidebar.current == "notes"


def test_the_window_remembers_what_was_seen(session: Session, theme: Theme, jobs: Jobs) -> None:
    first = full_window(session, theme)
    first.show()
    jobs.completed("film")
    session.background.drain()
    first.show_view("notes")
    session.background.drain()
    book = first._inside.book
    book._read()
    session.background.drain()
    assert len(book.notes) == 1
    assert book.unread == 0
    end_window(first, session)
    second = full_window(session, theme)
    session.background.drain()
    assert len(second._inside.book.notes) == 1
    assert second._inside.book.unread == 0
    end_window(second, session)
