"""Keeps small drawings that many rows share, such as pills, as pictures on their ground."""

from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap

from rendermanager.ui.theme.shapes import device_ratio
from rendermanager.ui.theme.tokens import qcolor

LIMIT: Final = 256
"""Pictures kept; the pills of all states on all grounds are fewer."""

Draw = Callable[[QPainter, QRect], object]


class Stamps:
    """Draws what has been drawn before by copying it, without a difference in any pixel."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[Hashable, QPixmap] = {}

    def clear(self) -> None:
        """Forget everything: the same keys look different from now on."""
        self._kept.clear()

    def paint(self, painter: QPainter, rect: QRect, key: Hashable, ground: str, draw: Draw) -> None:
        """Draw something that fills at most a rectangle.

        Args:
            painter: Where to draw.
            rect: The room.
            key: Tells what is drawn apart from all else that is drawn in a room of this size.
            ground: The colour that lies behind it already, `#RRGGBB`.
            draw: Draws it.
        """
        ratio = device_ratio(painter)
        if not ratio.is_integer() or rect.isEmpty():
            # The edges of the room may lie between two device pixels, each time elsewhere.
            draw(painter, rect)
            return
        # Halves of pixels are rounded to even numbers: it is drawn as far from one as it will lie.
        rest = QPoint(rect.left() % 2, rect.top() % 2)
        whole = (key, ground, rect.width(), rect.height(), rest.x(), rest.y(), ratio)
        stamp = self._kept.get(whole)
        if stamp is None:
            if len(self._kept) >= LIMIT:
                self._kept.clear()
            stamp = self._kept[whole] = _drawn(QRect(rest, rect.size()), ratio, ground, draw)
        painter.drawPixmap(rect.topLeft(), stamp)


def _drawn(rect: QRect, ratio: float, ground: str, draw: Draw) -> QPixmap:
    picture = QPixmap(rect.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(qcolor(ground))
    painter = QPainter(picture)
    painter.translate(-rect.topLeft())
    draw(painter, rect)
    painter.end()
    return picture
