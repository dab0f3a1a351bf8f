"""Every run of a job: its number, when it started, how long it took, how it ended and why."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rendermanager.core.job import Attempt
from rendermanager.ui.inspector.facts import joined, outcome_word
from rendermanager.ui.language.said import said, said_whole
from rendermanager.ui.paint import Line, Side, fill_round_rect, mirrored, paint_text
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import hairline
from rendermanager.ui.theme.tokens import (
    RADIUS_SMALL_PX,
    SPACE_2_PX,
    TypeSize,
    TypeWeight,
    qcolor,
    readable,
)
from rendermanager.ui.widgets.tips import plain

_Index = QModelIndex | QPersistentModelIndex
_ATTEMPT_ROLE: Final = Qt.ItemDataRole.UserRole
_ROW_PX: Final = 48
_GAP_PX: Final = 2
NO_PARTS: Final[Mapping[int, str]] = {}
_COLOURS: Final = {
    "": "rendering",
    "completed": "done",
    "failed": "failed",
    "cancelled": "text2",
    "interrupted": "paused",
    "lost": "paused",
}


class AttemptsModel(QAbstractListModel):
    """The attempts of one job, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._attempts: tuple[Attempt, ...] = ()
        self._parts: Mapping[int, str] = NO_PARTS
        self._now: datetime | None = None

    def show(
        self, attempts: Sequence[Attempt], now: datetime, parts: Mapping[int, str] = NO_PARTS
    ) -> None:
        """Hold these attempts.

        Args:
            attempts: The first one first.
            now: For the times.
            parts: What the parts of the job are called, by the ids of their tasks.
        """
        wanted = tuple(reversed(attempts))
        if wanted != self._attempts or parts != self._parts:
            self.beginResetModel()
            self._parts = parts
            self._attempts, self._now = wanted, now
            self.endResetModel()

    def attempt(self, row: int) -> Attempt:
        """The attempt in a row."""
        return self._attempts[row]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._attempts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        attempt = self._attempts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self.title(index.row()), self.times(index.row()), self.cause(index.row()))
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole and attempt.failure is not None:
            return plain(said_whole(attempt.failure))
        return attempt if role == _ATTEMPT_ROLE else None

    def title(self, row: int) -> str:
        """Number, part of the job, outcome, and how it differed from what was asked for."""
        place, attempt = QLocale().toString(len(self._attempts) - row), self._attempts[row]
        part = said(self._parts.get(attempt.task_id, ""))
        return joined((place, part, outcome_word(attempt), said(attempt.adaptation.words)))

    def times(self, row: int) -> str:
        """How long it took and when it started."""
        attempt, locale = self._attempts[row], QLocale()
        took = amounts.duration(attempt.elapsed_s, locale) if attempt.elapsed_s else ""
        started = amounts.clock(attempt.started, Here(self._now or attempt.started, locale))
        return joined((took, started))

    def cause(self, row: int) -> str:
        """Why it failed; else the exit code, where that says anything."""
        attempt = self._attempts[row]
        if attempt.failure is not None:
            return said(attempt.failure.message)
        if attempt.exit_code:
            return self.tr("exit code {code}").format(code=attempt.exit_code)
        return ""


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._theme.scaled(_ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, AttemptsModel):
            return
        tokens, rect = self._theme.tokens, option.rect
        ground = tokens.window
        if option.state & QStyle.StateFlag.State_Selected:
            ground = tokens.selection
            fill_round_rect(painter, rect.adjusted(0, 1, 0, -2), RADIUS_SMALL_PX, ground)
        line = hairline(painter)
        rule = QRectF(rect.left(), rect.bottom() + 1 - line, rect.width(), line)
        painter.fillRect(rule, qcolor(tokens.border))
        strong = self._theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD)
        small = self._theme.font(TypeSize.SMALL)
        height = QFontMetrics(small).height()
        row = index.row()
        cause = model.cause(row)
        lines = 2 if cause else 1
        top = rect.top() + (rect.height() - lines * height - (lines - 1) * _GAP_PX) // 2
        inner = rect.adjusted(SPACE_2_PX, 0, -SPACE_2_PX, 0)
        first = QRect(inner.left(), top, inner.width(), height)
        outcome = tokens.colour(_COLOURS.get(model.attempt(row).outcome, "text"))
        quiet = readable(tokens.text2, ground, tokens.text)
        direction = option.direction
        title = Line(model.title(row), strong, readable(outcome, ground, tokens.text))
        paint_text(painter, first, Line(model.times(row), small, quiet, Side.END), direction)
        paint_text(painter, first, title, direction)
        if cause:
            second = first.translated(0, height + _GAP_PX)
            paint_text(painter, mirrored(direction, rect, second), Line(cause, small, quiet))


class AttemptsTab(QWidget):
    """The list of attempts; Return or a double click shows the log of one.

    Signals:
        log_wanted: `Attempt` whose log is to be shown.
    """

    log_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.model = AttemptsModel(self)
        self._list = QListView()
        # By this name the sheet leaves the ground to what lies below.
        self._list.setObjectName("navigation")
        self._list.setModel(self.model)
        self._list.setItemDelegate(_Delegate(theme, self._list))
        self._list.setAccessibleName(self.tr("Attempts"))
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)

    def show_attempts(
        self, attempts: Sequence[Attempt], now: datetime, parts: Mapping[int, str] = NO_PARTS
    ) -> None:
        """Show these attempts, given with the first one first; see `AttemptsModel.show`."""
        self.model.show(attempts, now, parts)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.log_wanted.emit(self.model.attempt(index.row()))
