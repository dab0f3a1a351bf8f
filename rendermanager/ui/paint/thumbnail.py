"""Draws the picture of a frame, or the place where it will be."""

from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect, snapped
from rendermanager.ui.theme.tokens import RADIUS_SMALL_PX

_ICON_PX: Final = 18


def paint_thumbnail(
    painter: QPainter,
    rect: QRect,
    pixmap: QPixmap | None,
    theme: Theme,
    *,
    radius: int = RADIUS_SMALL_PX,
    icon: str = "film",
) -> None:
    """Draw a picture that fills a rounded rectangle, cut at the edges where its shape differs.

    Args:
        painter: Where to draw.
        rect: The room.
        pixmap: The picture, or None where there is none yet: an icon stands in its place.
        theme: Colours and icons.
        radius: The radius of the corners.
        icon: What stands in place of a missing picture.
    """
    if pixmap is None or pixmap.isNull():
        fill_round_rect(painter, rect, radius, theme.tokens.sunken)
        side = min(_ICON_PX, rect.height() - 4)
        box = QRect(0, 0, side, side)
        box.moveCenter(rect.center())
        theme.icons.paint(painter, box, icon, "text3")
        return
    outer = snapped(painter, rect)
    outline = QPainterPath()
    outline.addRoundedRect(outer, radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(outline)
    painter.drawPixmap(outer, pixmap, _cover(pixmap, outer))
    painter.restore()


def _cover(pixmap: QPixmap, target: QRectF) -> QRectF:
    """Return the middle part of a picture that has the target's shape."""
    width, height = float(pixmap.width()), float(pixmap.height())
    wanted = target.width() / target.height()
    if width / height > wanted:
        used = height * wanted
        return QRectF((width - used) / 2, 0, used, height)
    used = width / wanted
    return QRectF(0, (height - used) / 2, width, used)
