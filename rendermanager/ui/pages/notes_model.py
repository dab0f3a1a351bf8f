"""What has happened as rows: title, sentence and time of each note, and batches that open."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rendermanager.services.batches import Entry, NoteAction, in_batches, rows_of
from rendermanager.services.notes import Note, NoteKind
from rendermanager.ui.language.said import said
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here

_Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
TIME_ROLE: Final = Qt.ItemDataRole.UserRole + 1
FRESH_ROLE: Final = Qt.ItemDataRole.UserRole + 2
BELOW_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""Whether the row stands below the batch that it belongs to."""
OPEN_ROLE: Final = Qt.ItemDataRole.UserRole + 4
"""Whether a batch is open."""


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
        self._entries: list[Entry] = []
        self._rows: list[tuple[Entry, bool]] = []
        self._fresh: frozenset[Note] = frozenset()
        self._opened: set[int] = set()

    def show(self, notes: Sequence[Note], fresh: Collection[Note]) -> None:
        """Hold these; the fresh ones were not seen before."""
        self._entries, self._fresh = in_batches(notes), frozenset(fresh)
        self._arrange()

    def set_open(self, row: int, *, is_open: bool) -> None:
        """Show or hide what belongs to the batch in a row."""
        entry = self.entry(row)
        if entry.is_batch and (entry.key in self._opened) is not is_open:
            change = self._opened.add if is_open else self._opened.discard
            change(entry.key)
            self._arrange()

    def is_open(self, row: int) -> bool:
        """Whether everything of the batch in a row is seen."""
        return self.entry(row).key in self._opened

    def entry(self, row: int) -> Entry:
        """What a row shows."""
        return self._rows[row][0]

    def note(self, row: int) -> Note:
        """The note in a row."""
        return self.entry(row).note

    def row_of(self, entry: Entry) -> int:
        """Where an entry stands by now; -1 for nowhere."""
        same = (
            row
            for row, (each, _) in enumerate(self._rows)
            if each.is_batch == entry.is_batch
            and (each.key == entry.key if entry.is_batch else _is_same(each.note, entry.note))
        )
        return next(same, -1)

    def action_text(self, action: NoteAction, entry: Entry) -> str:
        """What the button says."""
        if action is NoteAction.RUN_AGAIN and entry.is_batch:
            return self.tr("Run failed again")
        words = {
            NoteAction.OPEN_FOLDER: self.tr("Open folder"),
            NoteAction.SHOW_JOB: self.tr("Show job"),
            NoteAction.VIEW_LOG: self.tr("View log"),
            NoteAction.RUN_AGAIN: self.tr("Run again"),
        }
        return words[action]

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, below = self._rows[index.row()]
        answers: dict[int, Callable[[], Any]] = {
            ENTRY_ROLE: lambda: entry,
            BELOW_ROLE: lambda: below,
            OPEN_ROLE: lambda: entry.is_batch and entry.key in self._opened,
            FRESH_ROLE: lambda: not self._fresh.isdisjoint(entry.concerned),
            TIME_ROLE: lambda: amounts.clock(entry.note.at, self._here()),
            Qt.ItemDataRole.DisplayRole: lambda: self._title(entry),
            Qt.ItemDataRole.ToolTipRole: lambda: self._text(entry),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(index, entry),
        }
        return answers[role]() if role in answers else None

    # ------------------------------------------------------------------ words

    def _title(self, entry: Entry) -> str:
        if entry.is_batch and entry.note.kind is not NoteKind.FINISHED:
            return self.tr("%n jobs have ended", "", len(entry.members))
        return said(entry.note.title)

    def _text(self, entry: Entry) -> str:
        if not entry.is_batch or entry.note.kind is NoteKind.FINISHED:
            return said(entry.note.text)
        counts = (
            (self.tr("%n done", "", len(entry.of(NoteKind.DONE, NoteKind.WARNED))), NoteKind.DONE),
            (self.tr("%n failed", "", len(entry.of(NoteKind.FAILED))), NoteKind.FAILED),
            (self.tr("%n with warnings", "", len(entry.of(NoteKind.WARNED))), NoteKind.WARNED),
        )
        return " · ".join(words for words, kind in counts if entry.of(kind))

    def _spoken(self, index: _Index, entry: Entry) -> str:
        parts = [self._title(entry), self._text(entry), str(index.data(TIME_ROLE))]
        if index.data(FRESH_ROLE):
            parts.insert(0, self.tr("new"))
        if entry.is_batch:
            parts.append(self.tr("open") if index.data(OPEN_ROLE) else self.tr("closed"))
        return ", ".join(part for part in parts if part)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._rows = rows_of(self._entries, self._opened)
        self.endResetModel()


def _is_same(one: Note, other: Note) -> bool:
    """Whether two notes tell of the same; one that was kept meanwhile has a number now."""
    return (one.at, one.kind, one.title) == (other.at, other.kind, other.title)
