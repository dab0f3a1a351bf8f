"""The sidebar: the views of the program, and at its foot what is about the program itself."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import (
    SIDEBAR_RAIL_WIDTH_PX,
    SIDEBAR_WIDTH_PX,
    SPACE_2_PX,
    qcolor,
)
from rendermanager.ui.widgets.nav_list import NavItem, NavList

__all__ = ["NavItem", "Sidebar"]


class Sidebar(QWidget):
    """Two lists over each other; a view stays marked, anything else is only pressed.

    Signals:
        chosen: The id of an item that the user chose.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        items: Sequence[NavItem],
        foot: Sequence[NavItem] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_collapsed = False
        self._current = ""
        self._main = NavList(theme, items, self)
        self._main.setAccessibleName(self.tr("Views"))
        self._foot = NavList(theme, foot, self)
        self._foot.setAccessibleName(self.tr("Program"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_2_PX, 1, SPACE_2_PX)
        column.setSpacing(0)
        column.addWidget(self._main)
        column.addStretch(1)
        column.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        for nav in (self._main, self._foot):
            nav.chosen.connect(self._on_chosen)
        theme.changed.connect(self._fit_width)
        self._fit_width()

    @property
    def current(self) -> str:
        """The id of the view that is marked, or an empty text."""
        return self._current

    @property
    def is_collapsed(self) -> bool:
        """Whether it is a rail of icons."""
        return self._is_collapsed

    def set_current(self, item_id: str) -> None:
        """Mark a view, without telling that it was chosen."""
        self._current = item_id
        self._main.mark(item_id)
        self._foot.mark(item_id)

    def set_badge(self, item_id: str, count: int) -> None:
        """Put a dot on an item that has something new, or take it away at 0."""
        for nav in (self._main, self._foot):
            nav.set_badge(item_id, count)

    def set_collapsed(self, collapsed: bool) -> None:
        """Show only the icons, with the names as tooltips."""
        self._is_collapsed = collapsed
        for nav in (self._main, self._foot):
            nav.set_collapsed(collapsed=collapsed)
        self._fit_width()

    def take_focus(self) -> None:
        """Move the keyboard to the list of views."""
        self._main.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), qcolor(tokens.window))
        left_to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        x = self.width() - 1 if left_to_right else 0
        painter.fillRect(x, 0, 1, self.height(), qcolor(tokens.border))
        painter.end()

    def _fit_width(self) -> None:
        if self._is_collapsed:
            self.setFixedWidth(SIDEBAR_RAIL_WIDTH_PX)
        else:
            self.setFixedWidth(self._theme.scaled(SIDEBAR_WIDTH_PX))

    def _on_chosen(self, item_id: str, is_view: bool) -> None:
        if is_view:
            self.set_current(item_id)
        self.chosen.emit(item_id)
