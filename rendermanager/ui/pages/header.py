"""The head of a page: title, one quiet line, and what can be done, on common edges."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_2_PX, SPACE_4_PX, qcolor
from rendermanager.ui.widgets import ElidedLabel, LabelKind, Tone, text_label

_HEIGHT_PX = 64


class PageHeader(QWidget):
    """Title and line at the start, tools at the end; a line below divides it from the page."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        """Make a head with a title only."""
        super().__init__(parent)
        self._theme = theme
        self._line = ElidedLabel("", LabelKind.SMALL, Tone.SECONDARY)
        self._line.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(text_label(title, LabelKind.TITLE))
        words.addWidget(self._line)
        words.addStretch(1)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(SPACE_2_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_PADDING_PX, 0, PAGE_PADDING_PX, 1)
        row.setSpacing(SPACE_4_PX)
        row.addLayout(words, 1)
        row.addLayout(self._tools)
        self.setFixedHeight(theme.scaled(_HEIGHT_PX))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def line(self) -> str:
        """The quiet line."""
        return self._line.full_text

    def set_line(self, text: str) -> None:
        """Say something below the title, or nothing."""
        self._line.set_text(text)
        self._line.setVisible(bool(text))

    def add_tool(self, widget: QWidget) -> None:
        """Put a control at the end."""
        self._tools.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(tokens.window))
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, qcolor(tokens.border))
        painter.end()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scaled(_HEIGHT_PX))
        self.update()
