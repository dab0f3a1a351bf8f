"""What every dialog has in common: a heading, a body, and a row of buttons at its foot."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rendermanager.ui.theme.tokens import SPACE_1_PX, SPACE_2_PX, SPACE_3_PX, SPACE_4_PX, SPACE_6_PX
from rendermanager.ui.widgets import LabelKind, Tone, primary_button, secondary_button, text_label

_CHANGES: Final = (QEvent.Type.Show, QEvent.Type.LayoutRequest)
MARGIN_PX = SPACE_4_PX + SPACE_1_PX


class DialogFrame(QDialog):
    """A dialog that deletes itself when it is closed. Escape closes it.

    Attributes:
        body: Where the contents go.
        foot: The row of buttons; what is added with `add_aside` stands where reading starts.
    """

    def __init__(self, parent: QWidget | None, title: str, subtitle: str = "") -> None:
        """Make an empty dialog.

        Args:
            parent: The window it belongs to.
            title: In the title bar and as heading.
            subtitle: A quieter line below the heading.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title.rstrip("…"))
        self._heading = text_label(title, LabelKind.TITLE, wraps=True)
        self._subtitle = text_label(subtitle, LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        self._subtitle.setVisible(bool(subtitle))
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_3_PX)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(SPACE_2_PX)
        self.foot.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(SPACE_1_PX)
        head.addWidget(self._heading)
        head.addWidget(self._subtitle)
        self._keeps_width = False
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(*[MARGIN_PX] * 4)
        column.setSpacing(SPACE_4_PX)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        column.addSpacing(SPACE_6_PX - SPACE_4_PX)
        column.addLayout(self.foot)

    @property
    def heading(self) -> str:
        """The heading."""
        return self._heading.text()

    @property
    def subtitle(self) -> str:
        """The line below the heading."""
        return self._subtitle.text()

    def set_heading(self, title: str, subtitle: str = "") -> None:
        """Change heading and subtitle."""
        self.setWindowTitle(title.rstrip("…"))
        self._heading.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def keep_width(self, width_px: int) -> None:
        """Be so wide, and at least as high as the texts are then."""
        self.setFixedWidth(width_px)
        self._keeps_width = True

    def event(self, event: QEvent) -> bool:
        """Qt goes by a hint that does not know how often a text of this width breaks."""
        if event.type() in _CHANGES and self._keeps_width:
            self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))
        return super().event(event)

    def add_aside(self, button: QPushButton) -> QPushButton:
        """Add a button that does not end the dialog."""
        self.foot.insertWidget(0, button)
        return button

    def add_cancel(self, text: str = "") -> QPushButton:
        """Add the button that closes the dialog without doing anything."""
        button = secondary_button(text or self.tr("Cancel"))
        button.clicked.connect(self.reject)
        self.foot.addWidget(button)
        return button

    def add_primary(self, text: str) -> QPushButton:
        """Add the button that Return presses; connect its `clicked` yourself."""
        button = primary_button(text)
        button.setAutoDefault(True)
        button.setDefault(True)
        self.foot.addWidget(button)
        return button
