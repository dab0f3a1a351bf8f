"""Keeps the columns of one table: how wide they are, which are shown, and in which order."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from rendermanager.ui.queue.columns import SPECS, Column, fit
from rendermanager.ui.queue.header import QueueHeader
from rendermanager.ui.theme import Theme

NARROW_PX: Final = 1_000
"""Below this width of the window, the Preset column gives way."""

_BY_NAME: Final = {column.name.lower(): column for column in Column}


class Columns(QObject):
    """Gives the Job column its due, whatever else is shown and however narrow the table is."""

    def __init__(self, table: QTableView, header: QueueHeader, theme: Theme) -> None:
        """Keep the columns of `table`; `begin` has to follow once it has its model."""
        super().__init__(table)
        self._table = table
        self._header = header
        self._theme = theme
        self._wished: dict[Column, int] = {}
        self._hidden = {column for column in Column if not SPECS[column].shown}
        self._is_narrow = False
        self._fitting = False

    def begin(self) -> None:
        """Arrange the columns and follow the header."""
        header = self._header
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        # What the others leave is Job's, so there is nothing to drag at its end.
        header.setSectionResizeMode(Column.JOB, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._on_section_resized)
        header.menu_wanted.connect(self._on_menu_wanted)
        self._theme.changed.connect(self.fit)
        self._apply()

    def fit(self) -> None:
        """Share the width of the table anew."""
        table = self._table
        shown = [column for column in Column if not table.isColumnHidden(column)]
        scale = max(1.0, self._theme.text_scale)
        self._fitting = True
        for column, width in fit(table.viewport().width(), self._wished, shown, scale).items():
            if table.columnWidth(column) != width:
                table.setColumnWidth(column, width)
        self._fitting = False

    def show_column(self, column: Column, shown: bool) -> None:
        """Show or hide a column; Job is always there."""
        if column is Column.JOB:
            return
        if shown:
            self._hidden.discard(column)
        else:
            self._hidden.add(column)
        self._apply()

    def set_window_width(self, width_px: int) -> None:
        """Tell how wide the window is."""
        narrow = width_px < NARROW_PX
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._apply()

    def leading(self) -> int:
        """The column in which reading a row begins."""
        header = self._header
        sections = (header.logicalIndex(place) for place in range(header.count()))
        return next((each for each in sections if not header.isSectionHidden(each)), Column.JOB)

    def save(self) -> dict[str, Any]:
        """Widths, hidden columns and order, by their names."""
        order = sorted(Column, key=self._header.visualIndex)
        return {
            "widths": {column.name.lower(): width for column, width in self._wished.items()},
            "hidden": sorted(column.name.lower() for column in self._hidden),
            "order": [column.name.lower() for column in order],
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Arrange the columns as they were; what makes no sense is passed over."""
        widths = state.get("widths")
        if isinstance(widths, Mapping):
            self._wished = {
                _BY_NAME[name]: max(SPECS[_BY_NAME[name]].min_px, width)
                for name, width in widths.items()
                if name in _BY_NAME and isinstance(width, int)
            }
        hidden = state.get("hidden")
        if isinstance(hidden, list):
            self._hidden = {_BY_NAME[each] for each in hidden if each in _BY_NAME} - {Column.JOB}
        order = state.get("order")
        if isinstance(order, list):
            for place, name in enumerate(each for each in order if each in _BY_NAME):
                self._header.moveSection(self._header.visualIndex(_BY_NAME[name]), place)
        self._apply()

    def _apply(self) -> None:
        # A column that comes back tells its width as if somebody had dragged it.
        self._fitting = True
        for column in Column:
            gives_way = column is Column.PRESET and self._is_narrow
            self._table.setColumnHidden(column, column in self._hidden or gives_way)
        self.fit()

    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        if self._fitting or not new:
            return
        column = Column(section)
        self._wished[column] = max(new, SPECS[column].min_px)
        self.fit()

    def _on_menu_wanted(self, where: QPoint) -> None:
        menu = QMenu(self._table)
        self._header.fill_menu(menu)
        menu.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _on_chosen(self, action: QAction) -> None:
        self.show_column(Column(action.data()), action.isChecked())
