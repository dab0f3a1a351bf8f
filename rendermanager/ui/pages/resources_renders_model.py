"""The renders that run as rows, with what each takes."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from rendermanager.ui.pages.resources_read import Render
from rendermanager.ui.queue import amounts

_Index = QModelIndex | QPersistentModelIndex
_NUMBERS: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """What is told of each render."""

    JOB = 0
    CORES = 1
    MEMORY = 2
    STORAGE = 3
    VRAM = 4
    PROCESSES = 5
    TIME = 6


class RendersModel(QAbstractTableModel):
    """What runs; rows are changed in place, so that views keep what is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._rows: list[Render] = []
        self._titles = {
            Column.JOB: self.tr("Render"),
            Column.CORES: self.tr("Cores"),
            Column.MEMORY: self.tr("Memory"),
            Column.STORAGE: self.tr("Storage"),
            Column.VRAM: self.tr("VRAM"),
            Column.PROCESSES: self.tr("Processes"),
            Column.TIME: self.tr("Time"),
        }

    def show(self, renders: Sequence[Render]) -> None:
        """Hold these."""
        wanted = {each.attempt_id for each in renders}
        for row in reversed(range(len(self._rows))):
            if self._rows[row].attempt_id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        known = {each.attempt_id: row for row, each in enumerate(self._rows)}
        for each in renders:
            if each.attempt_id in known:
                self._rows[known[each.attempt_id]] = each
                continue
            last = len(self._rows)
            self.beginInsertRows(QModelIndex(), last, last)
            self._rows.append(each)
            self.endInsertRows()
        if self._rows:
            corner = self.index(len(self._rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def render_at(self, row: int) -> Render:
        """What stands in a row."""
        return self._rows[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole and section != Column.JOB:
            return _NUMBERS
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        render, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(render, column)
        if role == Qt.ItemDataRole.UserRole:
            return _sorted_by(render, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is not Column.JOB:
            return _NUMBERS
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.JOB:
            return f"{render.job.name}\n{render.job.spec.engine} · {render.job.spec.preset}"
        return None

    def _text(self, render: Render, column: Column) -> str:
        locale, load = QLocale(), render.load
        match column:
            case Column.JOB if render.is_paused:
                return self.tr("{name} (paused)").format(name=render.job.name)
            case Column.JOB:
                return render.job.name
            case Column.CORES if load.cores is not None:
                return locale.toString(load.cores, "f", 1)
            case Column.MEMORY:
                return amounts.size(load.memory, locale)
            case Column.STORAGE if load.moved_per_s is not None:
                return amounts.per_second(load.moved_per_s, locale)
            case Column.VRAM if load.card_memory:
                return amounts.size(load.card_memory, locale)
            case Column.PROCESSES:
                return locale.toString(load.processes)
            case Column.TIME:
                return amounts.duration(render.seconds, locale)
            case _:
                return "–"


def _sorted_by(render: Render, column: Column) -> str | float:
    load = render.load
    keys: dict[Column, str | float] = {
        Column.JOB: render.job.name.casefold(),
        Column.CORES: load.cores or 0.0,
        Column.MEMORY: float(load.memory),
        Column.STORAGE: load.moved_per_s or 0.0,
        Column.VRAM: float(load.card_memory),
        Column.PROCESSES: float(load.processes),
        Column.TIME: render.seconds,
    }
    return keys[column]
