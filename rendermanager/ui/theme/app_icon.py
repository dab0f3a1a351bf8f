"""The program's own icon, for windows and, in three moods, for the tray."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from rendermanager.config.resources import resource
from rendermanager.ui.theme.icons import render_svg
from rendermanager.ui.theme.tokens import DARK, LIGHT, qcolor

_WINDOW_SIZES_PX: Final = (16, 20, 24, 32, 48, 64, 128, 256)
_TRAY_SIZES_PX: Final = (16, 20, 22, 24, 32, 44, 48, 64)
_GROUND: Final = LIGHT.accent
_BADGE_RADIUS: Final = 0.2
_BADGE_GAP: Final = 0.07


class TrayMood(Enum):
    """What the tray icon says at a glance."""

    IDLE = "idle"
    """Nothing renders."""
    BUSY = "busy"
    """Something renders."""
    ATTENTION = "attention"
    """Something failed and has not been looked at."""


def app_icon() -> QIcon:
    """Return the program's icon in every size a desktop asks for."""
    svg = resource("icons", "rendermanager.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for size in _WINDOW_SIZES_PX:
        icon.addPixmap(render_svg(svg, size, 1.0))
    return icon


def tray_icon(mood: TrayMood) -> QIcon:
    """Return the tray's icon: grey when idle, blue when busy, with a dot when it wants a look."""
    svg = resource("icons", "rendermanager.svg").read_text(encoding="utf-8")
    if mood is TrayMood.IDLE:
        svg = svg.replace(_GROUND, LIGHT.queued)
    icon = QIcon()
    for size in _TRAY_SIZES_PX:
        pixmap = render_svg(svg, size, 1.0)
        if mood is TrayMood.ATTENTION:
            _add_badge(pixmap)
        icon.addPixmap(pixmap)
    return icon


def _add_badge(pixmap: QPixmap) -> None:
    side = pixmap.width()
    radius = side * _BADGE_RADIUS
    centre = QPointF(side - radius, radius)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawEllipse(centre, radius + side * _BADGE_GAP, radius + side * _BADGE_GAP)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(qcolor(DARK.failed))
    painter.drawEllipse(centre, radius, radius)
    painter.end()
