"""An overlay that names, while something is dragged over the window, what a drop will do."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rendermanager.ui.paint.text import Line, mirrored, paint_text, text_width
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect
from rendermanager.ui.theme.tokens import (
    RADIUS_PANEL_PX,
    SPACE_3_PX,
    SPACE_4_PX,
    SPACE_6_PX,
    TypeSize,
    TypeWeight,
    qcolor,
)

_VEIL_OPACITY: Final = 0.85
_LINE_PX: Final = 2.0
_DASH: Final = (4.0, 3.0)
_ICON_PX: Final = 24
_CARD_HEIGHT_PX: Final = 56
_DETAIL_CARD_HEIGHT_PX: Final = 72


class DropOverlay(QWidget):
    """Covers its parent while something is dragged over it.

    Drag events go to the parent; the overlay only shows what the parent found out.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outcome = ""
        self._detail = ""
        self._accepted = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAcceptDrops(False)
        self.hide()
        parent.installEventFilter(self)

    @property
    def outcome(self) -> str:
        """What a drop will do, as it is shown."""
        return self._outcome

    def show_outcome(self, outcome: str, *, detail: str = "", accepted: bool = True) -> None:
        """Cover the parent and name the outcome.

        Args:
            outcome: What a drop will do ("Add 12 files at the end"), or why it is refused.
            detail: A second, quieter line.
            accepted: Whether a drop will do anything.
        """
        self._outcome = outcome
        self._detail = detail
        self._accepted = accepted
        self.setAccessibleName(outcome)
        self._cover_parent()
        self.show()
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover_parent()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        veil = qcolor(tokens.window).toRgb()
        veil.setAlphaF(_VEIL_OPACITY)
        painter.fillRect(self.rect(), veil)
        colour = tokens.accent if self._accepted else tokens.failed
        self._paint_frame(painter, colour)
        self._paint_card(painter, colour)
        painter.end()

    def _paint_frame(self, painter: QPainter, colour: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(qcolor(colour), _LINE_PX)
        pen.setDashPattern(_DASH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        inset = SPACE_3_PX + _LINE_PX / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_PANEL_PX, RADIUS_PANEL_PX)

    def _paint_card(self, painter: QPainter, colour: str) -> None:
        tokens = self._theme.tokens
        title = Line(
            self._outcome, self._theme.font(TypeSize.HEADING, TypeWeight.SEMIBOLD), tokens.text
        )
        detail = Line(self._detail, self._theme.font(TypeSize.BODY), tokens.text2)
        wanted = max(text_width(line.font, line.text) for line in (title, detail))
        width = wanted + _ICON_PX + SPACE_4_PX + 2 * SPACE_6_PX
        height = _DETAIL_CARD_HEIGHT_PX if self._detail else _CARD_HEIGHT_PX
        card = QRect(0, 0, min(width, self.width() - 4 * SPACE_6_PX), self._theme.scaled(height))
        card.moveCenter(self.rect().center())
        fill_round_rect(painter, card, RADIUS_PANEL_PX, tokens.raised, tokens.border)
        direction = self.layoutDirection()
        inner = card.adjusted(SPACE_6_PX, 0, -SPACE_6_PX, 0)
        icon = QRect(inner.left(), inner.top(), _ICON_PX, inner.height())
        name = "download" if self._accepted else "circle-slash"
        self._theme.icons.paint(painter, mirrored(direction, inner, icon), name, colour)
        room = mirrored(direction, inner, inner.adjusted(_ICON_PX + SPACE_4_PX, 0, 0, 0))
        if self._detail:
            middle = card.center().y() + 1
            first = QRect(room.left(), card.top() + SPACE_3_PX, room.width(), 0)
            first.setBottom(middle)
            second = QRect(room.left(), middle, room.width(), first.height())
            paint_text(painter, first, title, direction)
            paint_text(painter, second, detail, direction)
        else:
            paint_text(painter, room, title, direction)

    def _cover_parent(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
