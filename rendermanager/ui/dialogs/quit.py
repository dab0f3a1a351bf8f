"""Asks what becomes of the renders when the window is closed while they run."""

from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.theme.tokens import SPACE_6_PX
from rendermanager.ui.widgets import LabelKind, Tone, text_label

_WIDTH_PX = 480


class QuitChoice(Enum):
    """What to do with what renders."""

    BACKGROUND = "background"
    """Close the window, keep rendering; the tray icon stays."""
    FINISH = "finish"
    """Let the current renders end, start no others, then quit."""
    STOP = "stop"
    """End the renders now; they run again at the next start."""


class QuitDialog(DialogFrame):
    """A modal question; closing it means: stay.

    Signals:
        chosen: The `QuitChoice`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None, running: int, *, has_tray: bool) -> None:
        """Ask.

        Args:
            parent: The window that is about to close.
            running: Jobs that render now.
            has_tray: Whether there is an icon by which the app can be found again.
        """
        one = running == 1
        title = (
            self.tr("A job is rendering") if one else self.tr("%n jobs are rendering", "", running)
        )
        super().__init__(
            parent,
            title,
            self.tr("What should happen to it?") if one else self.tr("What should happen to them?"),
        )
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.keep_width(_WIDTH_PX)
        self._group = QButtonGroup(self)
        self._choices: dict[int, QuitChoice] = {}
        if has_tray:
            self._add(
                QuitChoice.BACKGROUND,
                self.tr("Keep rendering in the &background"),
                self.tr("The window closes. The icon in the tray brings it back."),
            )
        self._add(
            QuitChoice.FINISH,
            self.tr("&Finish what renders, then quit"),
            self.tr("Nothing new starts. The rest of the queue goes on next time."),
        )
        self._add(
            QuitChoice.STOP,
            self.tr("&Stop now and continue next time"),
            self.tr(
                "What was rendered so far is lost where it cannot be continued; "
                "no attempt is used up."
            ),
        )
        self.body.addStretch(1)
        self.add_cancel()
        self._go = self.add_primary("")
        self._go.clicked.connect(self._on_go)
        self._group.idToggled.connect(self._on_toggled)
        self._group.buttons()[0].setChecked(True)
        self._group.buttons()[0].setFocus()

    @property
    def choice(self) -> QuitChoice:
        """What is marked."""
        return self._choices[self._group.checkedId()]

    def mark(self, choice: QuitChoice) -> None:
        """Mark an answer."""
        for number, each in self._choices.items():
            if each is choice:
                self._group.button(number).setChecked(True)

    def _add(self, choice: QuitChoice, text: str, about: str) -> None:
        number = len(self._choices)
        button = QRadioButton(text)
        button.setAccessibleDescription(about)
        explained = text_label(about, LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        explained.setIndent(SPACE_6_PX + 2)
        self._choices[number] = choice
        self._group.addButton(button, number)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(button)
        column.addWidget(explained)
        self.body.addLayout(column)

    @Slot(int, bool)
    def _on_toggled(self, number: int, checked: bool) -> None:
        if not checked:
            return
        texts = {
            QuitChoice.BACKGROUND: self.tr("Close window"),
            QuitChoice.FINISH: self.tr("Finish, then quit"),
            QuitChoice.STOP: self.tr("Stop and quit"),
        }
        self._go.setText(texts[self._choices[number]])

    @Slot()
    def _on_go(self) -> None:
        choice = self.choice
        self.accept()
        self.chosen.emit(choice)
