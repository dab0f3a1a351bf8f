"""Every run of a job in a table: when it started, how long it took, how it ended and why."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from rendermanager.core.job import Attempt
from rendermanager.ui.inspector.facts import outcome_word
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX, TypeSize, qcolor, readable

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX: Final = 30
_NUMBER, _STARTED, _TOOK, _OUTCOME, _CAUSE = range(5)
_WIDTHS_PX: Final = {_NUMBER: 32, _STARTED: 62, _TOOK: 66, _OUTCOME: 78}
_COLOURS: Final = {
    "": "rendering",
    "completed": "done",
    "failed": "failed",
    "cancelled": "text2",
    "interrupted": "paused",
}


class AttemptsModel(QAbstractTableModel):
    """The attempts of one job, the newest first."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._attempts: tuple[Attempt, ...] = ()
        self._now: datetime | None = None

    def show(self, attempts: Sequence[Attempt], now: datetime) -> None:
        """Hold these attempts, given with the first one first."""
        wanted = tuple(reversed(attempts))
        if wanted != self._attempts:
            self.beginResetModel()
            self._attempts, self._now = wanted, now
            self.endResetModel()

    def attempt(self, row: int) -> Attempt:
        """The attempt in a row."""
        return self._attempts[row]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._attempts)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_WIDTHS_PX) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("#"),
            self.tr("Started"),
            self.tr("Took"),
            self.tr("Outcome"),
            self.tr("Cause"),
        )
        return names[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        attempt = self._attempts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column(), attempt)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.column(), attempt)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _OUTCOME:
            tokens = self._theme.tokens
            colour = tokens.colour(_COLOURS.get(attempt.outcome, "text"))
            return qcolor(readable(colour, tokens.surface, tokens.text))
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font(TypeSize.SMALL)
        return None

    def _text(self, row: int, column: int, attempt: Attempt) -> str:
        locale = QLocale()
        if column == _NUMBER:
            return locale.toString(len(self._attempts) - row)
        if column == _STARTED:
            return amounts.clock(attempt.started, Here(self._now or attempt.started, locale))
        if column == _TOOK:
            return amounts.duration(attempt.elapsed_s, locale) if attempt.elapsed_s else "–"
        if column == _OUTCOME:
            return outcome_word(attempt)
        return self._cause(attempt)

    def _cause(self, attempt: Attempt) -> str:
        if attempt.failure is not None:
            return attempt.failure.message
        if attempt.exit_code:
            return self.tr("exit code {code}").format(code=attempt.exit_code)
        return ""

    def _tip(self, column: int, attempt: Attempt) -> str | None:
        if column != _CAUSE or attempt.failure is None:
            return None
        # A tooltip would take "<b>" in a file name for markup.
        text = f"{attempt.failure.message} {attempt.failure.hint}".strip()
        return text.replace("&", "&amp;").replace("<", "&lt;")


class AttemptsTab(QWidget):
    """The table of attempts; a double click shows the log of one.

    Signals:
        log_wanted: `Attempt` whose log is to be shown.
    """

    log_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.model = AttemptsModel(theme, self)
        self._table = table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Attempts"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW_PX))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(theme.scaled(24))
        for column, width in _WIDTHS_PX.items():
            table.setColumnWidth(column, theme.scaled(width))
        table.activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_2_PX, 0, 0)
        column.addWidget(table)

    def show_attempts(self, attempts: Sequence[Attempt], now: datetime) -> None:
        """Show these attempts, given with the first one first."""
        self.model.show(attempts, now)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.log_wanted.emit(self.model.attempt(index.row()))
