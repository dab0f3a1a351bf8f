"""A card that says what went wrong, what to do about it, and does it."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect
from rendermanager.ui.theme.tokens import (
    RADIUS_LARGE_PX,
    SPACE_1_PX,
    SPACE_2_PX,
    SPACE_3_PX,
    mix,
)
from rendermanager.ui.widgets import LabelKind, Tone, icon_button, secondary_button, text_label
from rendermanager.ui.widgets.flow import FlowLayout
from rendermanager.ui.widgets.icon_view import IconView

_TINT: Final = 0.1
_EDGE: Final = 0.32


class CardKind(Enum):
    """How bad it is; the value is the icon and the token of the colour."""

    FAILURE = ("circle-x", "failed")
    """The job failed."""
    WARNING = ("triangle-alert", "paused")
    """The job is done, but not as expected."""


class NoteCard(QFrame):
    """A sentence, a hint below it, and buttons.

    Signals:
        kept: The result is wanted as it is.
        run_again: The job is to be run again.
        log_wanted: The log is to be shown.
        copied: What it says was put on the clipboard.
    """

    kept = Signal()
    run_again = Signal()
    log_wanted = Signal()
    copied = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._kind = CardKind.FAILURE
        self._icon = IconView(theme, *CardKind.FAILURE.value)
        self._text = text_label("", LabelKind.STRONG, wraps=True)
        self._hint = text_label("", LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        for label in (self._text, self._hint):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.keep = secondary_button(self.tr("Keep anyway"))
        self.keep.clicked.connect(self.kept)
        self.again = secondary_button(self.tr("Run again"), theme.icon("rotate-cw"))
        self.again.clicked.connect(self.run_again)
        self.show_log = secondary_button(self.tr("Show log"), theme.icon("file-text"))
        self.show_log.clicked.connect(self.log_wanted)
        self._details = ""
        self.copy_details = icon_button(theme.icon("copy"), self.tr("Copy details"))
        self.copy_details.clicked.connect(self._on_copy)
        self._lay_out()

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    @property
    def hint(self) -> str:
        """What to do about it."""
        return self._hint.text()

    def say(
        self,
        kind: CardKind,
        text: str,
        hint: str = "",
        *,
        has_log: bool = True,
        details: str = "",
    ) -> None:
        """Say something, and offer what can be done about it.

        Args:
            kind: How bad it is.
            text: What happened and why, in one sentence.
            hint: What to do about it.
            has_log: Whether there is a log to show.
            details: What is copied for somebody who can help; empty for nothing to copy.
        """
        self._details = details
        self.copy_details.setVisible(bool(details))
        self._kind = kind
        self._icon.set_icon(*kind.value)
        self._text.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        is_warning = kind is CardKind.WARNING
        self.keep.setVisible(is_warning)
        # Three buttons find no room where the inspector is narrow, and the log says nothing of it.
        self.show_log.setVisible(has_log and not is_warning)
        self.setAccessibleName(f"{text} {hint}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        colour = tokens.colour(self._kind.value[1])
        painter = QPainter(self)
        ground, edge = mix(colour, tokens.window, _TINT), mix(colour, tokens.window, _EDGE)
        fill_round_rect(painter, self.rect(), RADIUS_LARGE_PX, ground, edge)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copied.emit()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE_1_PX)
        words.addWidget(self._text)
        words.addWidget(self._hint)
        buttons = FlowLayout(gap_px=SPACE_2_PX, centred=False)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.again)
        buttons.addWidget(self.show_log)
        buttons.addWidget(self.copy_details)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2_PX)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        # Below the icon, too: beside it two buttons find no room where the inspector is narrow.
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3_PX, SPACE_3_PX, SPACE_3_PX, SPACE_3_PX)
        column.setSpacing(SPACE_2_PX)
        column.addLayout(row)
        column.addLayout(buttons)
