"""A field to search or filter with: an icon before the text, a button to clear it after."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rendermanager.ui.paint.text import mirrored
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import FIELD_PADDING_PX, ICON_PX, SPACE_2_PX

_WIDTH_PX: Final = 200
_TEXT_START_PX: Final = FIELD_PADDING_PX + ICON_PX + SPACE_2_PX - 2


class SearchField(QLineEdit):
    """A line edit that looks for something; Escape empties it."""

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        """Make a field.

        Args:
            theme: Colours and icons.
            placeholder: What is searched, also read by screen readers.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        # Large letters make it wider where there is room, and push nothing off where there is none.
        self.setMinimumWidth(_WIDTH_PX)
        self._clear = QAction(theme.icon("x", "text2"), self.tr("Clear"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._on_text_changed)
        self._place_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icon = QRect(FIELD_PADDING_PX + 2, 0, ICON_PX, self.height())
        where = mirrored(self.layoutDirection(), self.rect(), icon)
        self._theme.icons.paint(painter, where, "search", "text2" if self.hasFocus() else "text3")
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_text()

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def _place_text(self) -> None:
        start, end = _TEXT_START_PX, FIELD_PADDING_PX - 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        self.setTextMargins(start, 0, end, 0)
