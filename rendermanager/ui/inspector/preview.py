"""The large picture at the head of the inspector."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect, snapped
from rendermanager.ui.theme.tokens import RADIUS_PX

_SHAPE: Final = 9 / 16
_ICON_PX: Final = 28
_NARROWEST_PX: Final = 160


class PreviewPicture(QWidget):
    """A whole frame in a box of 16 by 9; other shapes stand in the middle of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the place of a picture."""
        super().__init__(parent)
        self._theme = theme
        self._picture: QPixmap | None = None
        self._icon = "film"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Preview"))

    def set_picture(self, picture: QPixmap | None, icon: str = "film") -> None:
        """Show a picture, or an icon where there is none."""
        self._picture = picture
        self._icon = icon
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return self._picture is not None and not self._picture.isNull()

    def heightForWidth(self, width: int) -> int:
        return round(width * _SHAPE)

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST_PX, self.heightForWidth(_NARROWEST_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill_round_rect(painter, self.rect(), RADIUS_PX, self._theme.tokens.sunken)
        if self._picture is None or self._picture.isNull():
            box = QRect(0, 0, _ICON_PX, _ICON_PX)
            box.moveCenter(self.rect().center())
            self._theme.icons.paint(painter, box, self._icon, "text3")
        else:
            self._paint_picture(painter, self._picture)
        painter.end()

    def _paint_picture(self, painter: QPainter, picture: QPixmap) -> None:
        room = snapped(painter, self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(room, RADIUS_PX, RADIUS_PX)
        size = QRectF(picture.rect()).size()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(room.topLeft(), size)
        target.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(outline)
        painter.drawPixmap(target, picture, QRectF(picture.rect()))
