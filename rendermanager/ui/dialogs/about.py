"""Says what this program is, which version runs, and on what."""

import platform
from pathlib import Path
from typing import Final

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rendermanager import __version__
from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.theme.app_icon import app_icon
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_4_PX
from rendermanager.ui.widgets import KeyValueList, Tone, secondary_button, text_label

_ICON_PX: Final = 64
_WIDTH_PX: Final = 480


class AboutDialog(DialogFrame):
    """Version and surroundings, to read and to copy into a report."""

    def __init__(self, parent: QWidget | None, theme: Theme, home: Path) -> None:
        """Describe the program.

        Args:
            parent: The window it belongs to.
            theme: Colours and icons.
            home: The data folder.
        """
        super().__init__(parent, self.tr("Render Manager"))
        self.keep_width(_WIDTH_PX)
        self._rows = [
            (self.tr("Version"), __version__),
            (self.tr("Python"), platform.python_version()),
            (self.tr("Qt for Python"), pyside_version),
            (self.tr("System"), platform.platform()),
            (self.tr("Data folder"), str(home)),
            (self.tr("License"), "MIT"),
        ]
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(_ICON_PX, _ICON_PX))
        words = QVBoxLayout()
        words.setSpacing(SPACE_4_PX)
        about = self.tr("A queue for renders: many jobs, any engine, nothing lost.")
        words.addWidget(text_label(about, tone=Tone.SECONDARY, wraps=True))
        facts = KeyValueList()
        facts.set_rows(self._rows)
        words.addWidget(facts)
        row = QHBoxLayout()
        row.setSpacing(SPACE_4_PX)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        copy = self.add_aside(secondary_button(self.tr("Copy"), theme.icon("copy")))
        copy.clicked.connect(self._on_copy)
        close = self.add_primary(self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setFocus()

    def as_text(self) -> str:
        """Everything it says, one fact a line."""
        return "\n".join(f"{name}: {value}" for name, value in self._rows)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())
