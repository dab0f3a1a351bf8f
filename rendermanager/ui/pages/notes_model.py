"""What has happened as rows: title, sentence and time of each note."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rendermanager.services.notes import Note
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here

_Index = QModelIndex | QPersistentModelIndex
NOTE_ROLE: Final = Qt.ItemDataRole.UserRole
TIME_ROLE: Final = Qt.ItemDataRole.UserRole + 1
FRESH_ROLE: Final = Qt.ItemDataRole.UserRole + 2


class NotesModel(QAbstractListModel):
    """The notes, the newest first."""

    def __init__(self, here: Callable[[], Here], parent: QObject | None = None) -> None:
        """Hold nothing until `show`.

        Args:
            here: Gives the moment and the place in which times are told.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._here = here
        self._notes: tuple[Note, ...] = ()
        self._fresh: frozenset[Note] = frozenset()

    def show(self, notes: Sequence[Note], fresh: Collection[Note]) -> None:
        """Hold these; the fresh ones were not seen before."""
        self.beginResetModel()
        self._notes, self._fresh = tuple(notes), frozenset(fresh)
        self.endResetModel()

    def note(self, row: int) -> Note:
        """The note in a row."""
        return self._notes[row]

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._notes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        note = self._notes[index.row()]
        if role == NOTE_ROLE:
            return note
        if role == FRESH_ROLE:
            return note in self._fresh
        if role == TIME_ROLE:
            return amounts.clock(note.at, self._here())
        if role == Qt.ItemDataRole.DisplayRole:
            return note.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(note)
        return None

    def _spoken(self, note: Note) -> str:
        parts = [note.title, note.text, amounts.clock(note.at, self._here())]
        if note in self._fresh:
            parts.insert(0, self.tr("new"))
        return ", ".join(part for part in parts if part)
