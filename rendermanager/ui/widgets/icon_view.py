"""An icon that stands by itself and follows theme and screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import ICON_PX


class IconView(QWidget):
    """Shows one icon; it is decoration, the text beside it says the same in words."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        colour: str = "text2",
        size_px: int = ICON_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._colour = colour
        self._size = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name = name
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.scaled(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.icons.paint(painter, self.rect(), self._name, self._colour)
        painter.end()
