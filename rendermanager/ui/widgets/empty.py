"""The empty state: a place to drop something, two ways to begin, and what was found."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect
from rendermanager.ui.theme.tokens import (
    RADIUS_PANEL_PX,
    SPACE_2_PX,
    SPACE_4_PX,
    SPACE_6_PX,
    SPACE_8_PX,
    qcolor,
)
from rendermanager.ui.widgets.buttons import primary_button, secondary_button
from rendermanager.ui.widgets.chip import Chip, ChipButton
from rendermanager.ui.widgets.flow import FlowLayout
from rendermanager.ui.widgets.icon_view import IconView
from rendermanager.ui.widgets.labels import LabelKind, TextLabel, Tone

_ZONE_WIDTH_PX: Final = 560
_ZONE_PADDING_PX: Final = 36
_TEXT_WIDTH_PX: Final = 440
_ICON_PX: Final = 36
_DASH: Final = (5.0, 4.0)
_LINE_PX: Final = 1.5


class EmptyState(QWidget):
    """What a page shows while it has nothing to show.

    Signals:
        chip_clicked: The id of a chip that acts.
    """

    chip_clicked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str,
        *,
        takes_drops: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty state.

        Args:
            theme: Colours and icons.
            icon: The name of the icon.
            title: What can be done here, in a few words.
            text: What it takes, in a sentence.
            takes_drops: Whether a dashed frame invites to drop something.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._theme = theme
        self._zone = _DropZone(theme, icon, title, text, framed=takes_drops)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap_px=SPACE_4_PX)
        self._chips.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_6_PX, SPACE_6_PX, SPACE_6_PX, SPACE_6_PX)
        column.setSpacing(SPACE_6_PX)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._zone, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._chips)
        column.addStretch(3)

    def add_primary(self, text: str, icon: str) -> QPushButton:
        """Add the button for the usual way to begin."""
        return self._zone.add_button(primary_button(text, self._theme.icon(icon)))

    def add_secondary(self, text: str, icon: str) -> QPushButton:
        """Add a button for another way."""
        return self._zone.add_button(secondary_button(text, self._theme.icon(icon)))

    def set_more(self, text: str) -> None:
        """Say in smaller letters what else it takes; nothing when it is empty."""
        self._zone.more.setText(text)
        self._zone.more.setVisible(bool(text))

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show what was found and what was not."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for chip in chips:
            button = ChipButton(self._theme, chip, self._chips)
            button.clicked.connect(self._on_chip_clicked)
            self._flow.addWidget(button)
        self._chips.setVisible(bool(chips))

    def _on_chip_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, ChipButton):
            self.chip_clicked.emit(sender.chip.id)


class _DropZone(QFrame):
    """The dashed frame with icon, title, text and buttons."""

    def __init__(self, theme: Theme, icon: str, title: str, text: str, *, framed: bool) -> None:
        super().__init__()
        self._theme = theme
        self._framed = framed
        self.setMaximumWidth(theme.scaled(_ZONE_WIDTH_PX))
        heading = TextLabel(title, LabelKind.TITLE, centred=True)
        body = TextLabel(text, LabelKind.BODY, Tone.SECONDARY, wraps=True, centred=True)
        body.setMaximumWidth(theme.scaled(_TEXT_WIDTH_PX))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE_2_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8_PX, _ZONE_PADDING_PX, SPACE_8_PX, _ZONE_PADDING_PX)
        column.setSpacing(SPACE_2_PX)
        column.addWidget(IconView(theme, icon, size_px=_ICON_PX), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE_2_PX)
        column.addWidget(heading)
        self.more = TextLabel("", LabelKind.SMALL, Tone.SECONDARY, wraps=True, centred=True)
        self.more.setMaximumWidth(theme.scaled(_TEXT_WIDTH_PX))
        self.more.hide()
        for label in (body, self.more):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 100)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(SPACE_4_PX)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addLayout(self._buttons)
        centred.addStretch(1)
        column.addLayout(centred)

    def add_button(self, button: QPushButton) -> QPushButton:
        self._buttons.addWidget(button)
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._framed:
            return
        painter = QPainter(self)
        tokens = self._theme.tokens
        inset = _LINE_PX / 2
        outline = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        fill_round_rect(painter, self.rect(), RADIUS_PANEL_PX, tokens.window)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(qcolor(tokens.border_strong), _LINE_PX)
        pen.setDashPattern(_DASH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(outline, RADIUS_PANEL_PX, RADIUS_PANEL_PX)
        painter.end()
