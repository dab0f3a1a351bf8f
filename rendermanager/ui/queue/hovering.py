"""Knows over which row the pointer is, and has it drawn anew when that changes."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QTableView


class Hover(QObject):
    """Follows the pointer over the rows of one table.

    Attributes:
        row: The row below the pointer; -1 for none.
    """

    def __init__(self, table: QTableView) -> None:
        """Follow the pointer over `table`."""
        super().__init__(table)
        self._table = table
        self.row = -1
        table.setMouseTracking(True)
        table.viewport().installEventFilter(self)

    def look(self) -> None:
        """The rows have moved below the pointer."""
        if self.row >= 0:
            self._follow(self._table.viewport().mapFromGlobal(QCursor.pos()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._take(-1)
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._follow(event.position().toPoint())
        return super().eventFilter(watched, event)

    def _follow(self, where: QPoint) -> None:
        inside = self._table.viewport().rect().contains(where)
        self._take(self._table.rowAt(where.y()) if inside else -1)

    def _take(self, row: int) -> None:
        before, self.row = self.row, row
        if row != before:
            table, width = self._table, self._table.viewport().width()
            for each in {before, row} - {-1}:
                top, height = table.rowViewportPosition(each), table.rowHeight(each)
                table.viewport().update(QRect(0, top, width, height))
