"""Small widgets of the gallery that paint themselves: preview, bars and the sheet of icons."""

# ruff: noqa: N802 -- Qt names the methods that are overridden

from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QWidget,
)

from rendermanager.ui.paint import (
    Bar,
    Line,
    Segments,
    paint_bar,
    paint_segments,
    paint_text,
    paint_thumbnail,
)
from rendermanager.ui.theme import Theme, TypeSize
from rendermanager.ui.theme.app_icon import TrayMood, app_icon, tray_icon
from rendermanager.ui.theme.tokens import qcolor
from tests.ui.gallery_queue import sample_frame


class Preview(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._frame = sample_frame(150, QSize(640, 360))
        self.setFixedHeight(168)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        paint_thumbnail(painter, self.rect(), self._frame, self._theme, radius=6)
        painter.end()


class Bars(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(80)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        y = 0
        for fraction, colour in (
            (0.0, "rendering"),
            (0.01, "rendering"),
            (1.0, "done"),
            (None, "rendering"),
        ):
            rect = QRect(0, y, self.width(), 12)
            paint_bar(painter, rect, Bar(fraction, colour, 0.5), tokens, self.layoutDirection())
            y += 16
        paint_segments(painter, QRect(0, y, self.width(), 12), Segments(40, 2, 1, 57), tokens)
        painter.end()


class IconSheet(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        folder = Path(__file__).resolve().parents[2] / "resources" / "icons"
        self._names = sorted(p.stem for p in folder.glob("*.svg") if p.stem != "rendermanager")
        self.resize(960, 620)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), qcolor(tokens.window))
        font = self._theme.font(TypeSize.SMALL)
        for place, name in enumerate(self._names):
            x, y = 16 + place % 6 * 156, 16 + place // 6 * 32
            self._theme.icons.paint(painter, QRect(x, y, 16, 16), name, "text")
            self._theme.icons.paint(painter, QRect(x + 22, y - 1, 18, 18), name, "text2")
            line = Line(name, font, tokens.text3)
            paint_text(painter, QRect(x + 46, y - 2, 106, 20), line)
        x = 16
        for icon in (app_icon(), *(tray_icon(mood) for mood in TrayMood)):
            for side in (16, 22, 32, 64):
                icon.paint(painter, QRect(x, self.height() - 80, side, side))
                x += side + 12
        app_icon().paint(painter, QRect(self.width() - 144, self.height() - 144, 128, 128))
        painter.end()
