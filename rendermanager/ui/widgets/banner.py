"""A strip that says something about the whole page, with a button that does something about it."""

from enum import Enum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect
from rendermanager.ui.theme.tokens import RADIUS_LARGE_PX, SPACE_2_PX, SPACE_3_PX, mix
from rendermanager.ui.widgets.buttons import icon_button, secondary_button
from rendermanager.ui.widgets.icon_view import IconView
from rendermanager.ui.widgets.labels import TextLabel

_HEIGHT_PX: Final = 48


class BannerKind(Enum):
    """How much a banner matters; the value is its icon and the token of its colour."""

    INFO = ("info", "rendering")
    """Good to know."""
    WARNING = ("triangle-alert", "paused")
    """Something will not be as expected."""
    ERROR = ("circle-x", "failed")
    """Something does not work."""

    @property
    def icon(self) -> str:
        return self.value[0]

    @property
    def colour(self) -> str:
        return self.value[1]


class Banner(QFrame):
    """A tinted strip with icon, text, and at most one button.

    Signals:
        acted: The button was pressed.
        dismissed: The cross was pressed; the banner hides itself.
    """

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: BannerKind,
        text: str = "",
        *,
        action: str = "",
        dismissable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon = IconView(theme, kind.icon, kind.colour)
        self._text = TextLabel(wraps=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button: QPushButton = secondary_button("")
        self._button.clicked.connect(self.acted)
        self._close = icon_button(theme.icon("x", "text2"), self.tr("Dismiss"))
        self._close.clicked.connect(self._on_close_clicked)
        self._close.setVisible(dismissable)
        self.setMinimumHeight(theme.scaled(_HEIGHT_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_3_PX, SPACE_2_PX, SPACE_2_PX, SPACE_2_PX)
        row.setSpacing(SPACE_2_PX)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.set_message(kind, text, action)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @property
    def button(self) -> QPushButton:
        """Its button, hidden where there is nothing to do."""
        return self._button

    def set_message(self, kind: BannerKind, text: str, action: str = "") -> None:
        """Say something else.

        Args:
            kind: How much it matters.
            text: One plain sentence or two.
            action: What the button does, or nothing for no button.
        """
        self._kind = kind
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        self._icon.set_icon(kind.icon, kind.colour)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        colour = tokens.colour(self._kind.colour)
        painter = QPainter(self)
        fill_round_rect(
            painter,
            self.rect(),
            RADIUS_LARGE_PX,
            mix(colour, tokens.window, 0.12),
            mix(colour, tokens.window, 0.3),
        )
        painter.end()

    def _on_close_clicked(self) -> None:
        self.hide()
        self.dismissed.emit()
