"""The buttons below a preset: what can be done with it, and with what was changed of it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_2_PX, qcolor
from rendermanager.ui.widgets import primary_button, quiet_button, secondary_button


class PresetFoot(QWidget):
    """The row of buttons, divided from what is above by a line.

    Attributes:
        duplicate: Makes a copy of one's own.
        export: Writes a file for others.
        delete: Takes the preset away.
        discard: Lets go of what was changed.
        save: Keeps what was changed.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay the buttons out."""
        super().__init__(parent)
        self._theme = theme
        self.duplicate = secondary_button(self.tr("Duplicate"), theme.icon("copy"))
        self.export = quiet_button(self.tr("Export…"), theme.icon("upload"))
        self.delete = quiet_button(self.tr("Delete"), theme.icon("trash-2"))
        self.discard = secondary_button(self.tr("Discard changes"), theme.icon("undo-2"))
        self.save = primary_button(self.tr("Save"))
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_PADDING_PX, SPACE_2_PX, PAGE_PADDING_PX, SPACE_2_PX)
        row.setSpacing(SPACE_2_PX)
        for button in (self.duplicate, self.export, self.delete):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.discard)
        row.addWidget(self.save)

    def show_for(self, *, own: bool, changed: bool, usable: bool) -> None:
        """Offer what is possible.

        Args:
            own: Whether it is a preset of the person's own.
            changed: Whether it differs from what is kept.
            usable: Whether it could be kept so.
        """
        for button in (self.save, self.discard, self.delete):
            button.setVisible(own)
        self.save.setEnabled(own and changed and usable)
        self.discard.setEnabled(own and changed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), qcolor(self._theme.tokens.border))
        painter.end()
