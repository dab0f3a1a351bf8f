"""The presets under headings: one's own first, then what is built in, by what comes out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rendermanager.renderers.api import Preset
from rendermanager.ui.dialogs.add.preset_box import grouped
from rendermanager.ui.language.said import said

_Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
FAVOURITE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
UNSAVED_ROLE: Final = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a group."""

    title: str


Entry = Heading | Preset


class PresetsModel(QAbstractListModel):
    """The presets in which every word of the search occurs."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing until `show`."""
        super().__init__(parent)
        self._presets: tuple[Preset, ...] = ()
        self._favourites: frozenset[str] = frozenset()
        self._unsaved: frozenset[str] = frozenset()
        self._words: tuple[str, ...] = ()
        self._entries: list[Entry] = []

    def show(self, presets: Sequence[Preset], favourites: Collection[str]) -> None:
        """Hold these."""
        self._presets, self._favourites = tuple(presets), frozenset(favourites)
        self._arrange()

    def mark(self, favourites: Collection[str]) -> None:
        """Mark these as favourites; nothing else changes."""
        self._favourites = frozenset(favourites)
        self._tell_all()

    def mark_unsaved(self, names: Collection[str]) -> None:
        """Mark these as changed and not saved; nothing else changes."""
        self._unsaved = frozenset(names)
        self._tell_all()

    def _tell_all(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def set_words(self, text: str) -> None:
        """Show only those in which every one of these words occurs."""
        self._words = tuple(text.casefold().split())
        self._arrange()

    @property
    def found(self) -> int:
        """How many presets are shown."""
        return sum(isinstance(each, Preset) for each in self._entries)

    def entry(self, row: int) -> Entry:
        """The heading or the preset in a row."""
        return self._entries[row]

    def row_of(self, name: str) -> int:
        """The row of a preset; -1 when it is not shown."""
        for row, entry in enumerate(self._entries):
            if isinstance(entry, Preset) and entry.name == name:
                return row
        return -1

    def first_row(self) -> int:
        """The row of the first preset; -1 when none is shown."""
        return 1 if self._entries else -1

    # ------------------------------------------------------------------ Qt

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._entries[index.row()], Heading):
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if isinstance(entry, Heading):
            return entry.title if role == Qt.ItemDataRole.DisplayRole else None
        if role == FAVOURITE_ROLE:
            return entry.name in self._favourites
        if role == UNSAVED_ROLE:
            return entry.name in self._unsaved
        if role == Qt.ItemDataRole.ToolTipRole and entry.name in self._unsaved:
            return self.tr("Changed, and not saved yet")
        if role == Qt.ItemDataRole.DisplayRole:
            return said(entry.label)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        return None

    def _spoken(self, preset: Preset) -> str:
        parts = [said(preset.label), self.tr("yours") if preset.file else self.tr("built in")]
        if preset.name in self._favourites:
            parts.append(self.tr("favourite"))
        if preset.name in self._unsaved:
            parts.append(self.tr("changes not saved"))
        return ", ".join((*parts, said(preset.description)))

    def _arrange(self) -> None:
        shown = [each for each in self._presets if self._matches(each)]
        self.beginResetModel()
        self._entries = []
        for title, presets in grouped(shown):
            self._entries += [Heading(title), *presets]
        self.endResetModel()

    def _matches(self, preset: Preset) -> bool:
        said_of = (said(preset.label), said(preset.description))
        texts = (preset.name, *said_of, preset.label, preset.engine, *preset.aliases)
        text = " ".join(texts).casefold()
        return all(word in text for word in self._words)
