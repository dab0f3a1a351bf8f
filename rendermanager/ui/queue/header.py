"""The header of the queue: quiet words over the columns, and a menu that shows and hides them."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from rendermanager.ui.paint import Line, Side, mirrored, paint_text, text_width
from rendermanager.ui.queue.columns import SPECS, Column, SortState, title_of
from rendermanager.ui.queue.drawing import FIRST_PAD_PX, PAD_PX
from rendermanager.ui.theme import Theme, TypeSize, TypeWeight
from rendermanager.ui.theme.shapes import hairline
from rendermanager.ui.theme.tokens import HEADER_HEIGHT_PX, qcolor

_ARROW_PX: Final = 14
_ARROW_GAP_PX: Final = 2


class QueueHeader(QHeaderView):
    """Draws its words where the cells below begin.

    Signals:
        menu_wanted: Where the menu of columns is to open, in global coordinates.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make a header for one view."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._sort: SortState | None = None
        self._hovered = -1
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)

    def set_sort(self, state: SortState | None) -> None:
        """Show an arrow at the column that is sorted by, if any."""
        self._sort = state
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.scaled(HEADER_HEIGHT_PX))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = self._theme.tokens
        hovered = section == self._hovered
        painter.fillRect(rect, qcolor(tokens.hover if hovered else tokens.window))
        line = hairline(painter)
        bottom = rect.bottom() + 1 - line
        painter.fillRect(QRectF(rect.left(), bottom, rect.width(), line), qcolor(tokens.border))
        column = Column(section)
        start = FIRST_PAD_PX if self.visualIndex(section) == 0 else PAD_PX
        area = rect.adjusted(start, 0, -PAD_PX, 0)
        colour = tokens.text if hovered or self._is_sorted(column) else tokens.text2
        font = self._theme.font(TypeSize.BODY, TypeWeight.MEDIUM)
        direction = self.layoutDirection()
        side = Side.END if SPECS[column].is_number else Side.START
        words = QRect(area)
        arrow = self._arrow(column)
        if arrow:
            words.setWidth(area.width() - _ARROW_PX - _ARROW_GAP_PX)
        place = mirrored(direction, rect, words)
        paint_text(painter, place, Line(title_of(column), font, colour, side), direction)
        if arrow:
            used = min(text_width(font, title_of(column)), words.width())
            x = words.left() + used if side is Side.START else words.right() + 1
            box = QRect(x + _ARROW_GAP_PX, area.top(), _ARROW_PX, area.height())
            self._theme.icons.paint(painter, mirrored(direction, rect, box), arrow, colour)

    def fill_menu(self, menu: QMenu) -> None:
        """Put in one item for each column that may be hidden."""
        for column in Column:
            if column is Column.JOB:
                continue
            action = menu.addAction(
                self.tr("Number (#)") if column is Column.NUMBER else title_of(column)
            )
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(column))
            action.setData(int(column))

    def _arrow(self, column: Column) -> str:
        if self._sort is None or not self._is_sorted(column):
            return ""
        return "chevron-down" if self._sort.descending else "chevron-up"

    def _is_sorted(self, column: Column) -> bool:
        return self._sort is not None and self._sort.column is column

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _on_menu_requested(self, where: QPoint) -> None:
        self.menu_wanted.emit(self.mapToGlobal(where))
