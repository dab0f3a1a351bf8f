"""A chip: one thing that was found or not, in a line."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from rendermanager.ui.paint.text import Line, mirrored, paint_text, text_width
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect, paint_focus_ring
from rendermanager.ui.theme.tokens import RADIUS_PX, TypeSize, TypeWeight, mix

_HEIGHT_PX: Final = 28
_PADDING_PX: Final = 8
_GAP_PX: Final = 6


@dataclass(frozen=True, slots=True)
class Chip:
    """What a chip shows."""

    id: str
    name: str
    detail: str
    icon: str
    colour: str = "text2"
    """The colour of the icon: the name of a token."""
    acts: bool = False
    """It can be pressed, for example to set up what was not found."""


class ChipButton(QAbstractButton):
    """Shows one chip; a chip that acts can be pressed and reached by keyboard."""

    def __init__(self, theme: Theme, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chip = chip
        self.setAccessibleName(f"{chip.name} {chip.detail}")
        if chip.acts:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.updateGeometry)

    @property
    def chip(self) -> Chip:
        """What it shows."""
        return self._chip

    def sizeHint(self) -> QSize:
        name, detail = self._lines()
        text = text_width(name.font, name.text) + _GAP_PX + text_width(detail.font, detail.text)
        width = 2 * _PADDING_PX + self._theme.scaled(16) + _GAP_PX + text
        return QSize(width, self._theme.scaled(_HEIGHT_PX))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        direction = self.layoutDirection()
        if self._chip.acts and self.underMouse():
            fill_round_rect(painter, self.rect(), RADIUS_PX, mix(tokens.text, tokens.surface, 0.07))
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), RADIUS_PX, tokens.focus)
        x = _PADDING_PX
        side = self._theme.scaled(16)
        icon = QRect(x, 0, side, self.height())
        where = mirrored(direction, self.rect(), icon)
        self._theme.icons.paint(painter, where, self._chip.icon, self._chip.colour)
        x += side + _GAP_PX
        for line in self._lines():
            width = text_width(line.font, line.text)
            room = mirrored(direction, self.rect(), QRect(x, 0, width, self.height()))
            paint_text(painter, room, line, direction)
            x += width + _GAP_PX
        painter.end()

    def _lines(self) -> tuple[Line, Line]:
        tokens = self._theme.tokens
        detail = tokens.link if self._chip.acts else tokens.text2
        return (
            Line(
                self._chip.name,
                self._theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD),
                tokens.text,
            ),
            Line(self._chip.detail, self._theme.font(TypeSize.SMALL), detail),
        )
