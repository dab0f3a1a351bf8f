"""The notification centre: what has happened, the newest first; a click leads to the job."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from rendermanager.services.batches import Entry, NoteAction
from rendermanager.services.notebook import NoteBook
from rendermanager.services.notes import Note
from rendermanager.services.session import Session
from rendermanager.ui.pages.header import PageHeader
from rendermanager.ui.pages.notes_model import NotesModel
from rendermanager.ui.pages.notes_view import NotesView
from rendermanager.ui.queue import Undo
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import EmptyState, SearchField, secondary_button


class NotesPage(QWidget):
    """The notes of a `NoteBook`; what is shown counts as seen.

    Signals:
        said: A sentence about what was done, and an `Undo`.
        job_wanted: The number of a job that is to be shown.
        log_wanted: The number of a job whose log is to be shown.
        again_wanted: The numbers of jobs that are to be rendered once more.
        folder_wanted: Paths of files whose folders are to be opened.
    """

    said = Signal(str, object)
    job_wanted = Signal(int)
    log_wanted = Signal(int)
    again_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, book: NoteBook, parent: QWidget | None = None
    ) -> None:
        """Show what is in the book.

        Args:
            session: Tells the time.
            theme: Colours and icons.
            book: The notes.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._book = book
        self._fresh: frozenset[Note] = frozenset()
        self.model = NotesModel(lambda: Here(session.store.now()), self)
        self.view = NotesView(self.model, theme)
        self.view.opened.connect(self._on_opened)
        self.view.acted.connect(self._on_acted)
        self.header = PageHeader(theme, self.tr("Notifications"))
        self.clear = secondary_button(self.tr("Clear all"), theme.icon("trash-2"))
        self.clear.clicked.connect(self._on_clear)
        self.header.add_tool(self.clear)
        self.empty = EmptyState(
            theme,
            "bell",
            self.tr("Nothing new"),
            self.tr("What is done, has failed or needs you shows up here."),
            takes_drops=False,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        book.changed.connect(self._on_changed)
        self._show()

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    @property
    def search_field(self) -> SearchField | None:
        """There is none: the notes are few."""
        return None

    def refresh(self) -> None:
        """Nothing to do: it hears of changes by itself."""

    def take_focus(self) -> None:
        """Move the keyboard to the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._fresh = frozenset()

    @Slot()
    def _on_changed(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        notes = self._book.notes
        self._fresh |= set(notes[: self._book.unread])
        self.model.show(notes, self._fresh)
        self._stack.setCurrentWidget(self.view if notes else self.empty)
        self.clear.setEnabled(bool(notes))
        if self.isVisible():
            self._book.see()

    @Slot(object)
    def _on_opened(self, note: Note) -> None:
        if note.job_id:
            self.job_wanted.emit(note.job_id)

    @Slot(object, object)
    def _on_acted(self, entry: Entry, action: NoteAction) -> None:
        if action is NoteAction.SHOW_JOB:
            self.job_wanted.emit(entry.note.job_id)
        elif action is NoteAction.VIEW_LOG:
            self.log_wanted.emit(entry.note.job_id)
        elif action is NoteAction.RUN_AGAIN:
            self.again_wanted.emit(entry.failed_jobs)
        else:
            self.folder_wanted.emit(entry.outputs)

    @Slot()
    def _on_clear(self) -> None:
        gone = self._book.clear()
        text = self.tr("Cleared the notifications")
        self.said.emit(text, Undo(partial(self._book.put_back, gone), parent=self))
