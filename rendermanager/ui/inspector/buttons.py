"""Buttons that mirror actions, in a row that never clips a word."""

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from rendermanager.ui.theme.controls import ButtonKind
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import set_kind


class ActionButton(QPushButton):
    """A button with the icon and the state of an action; without its text where room is short."""

    def __init__(self, action: QAction, text: str = "", parent: QWidget | None = None) -> None:
        """Make a button.

        Args:
            action: What a press triggers.
            text: Shown in place of the action's own text.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._action = action
        self._own_text = text
        self._bare = False
        self.setAutoDefault(False)
        set_kind(self, ButtonKind.SECONDARY)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    @property
    def full_text(self) -> str:
        """The text it shows where there is room."""
        return self._own_text or self._action.text().replace("&", "").rstrip("….")

    def set_bare(self, bare: bool) -> None:
        """Show the icon alone, or the text beside it."""
        self._bare = bare
        self.setText("" if bare else self.full_text)

    def full_width(self) -> int:
        """The width it takes with its text."""
        shown = self.text()
        if shown == self.full_text:
            return self.sizeHint().width()
        self.blockSignals(True)
        self.setText(self.full_text)
        width = self.sizeHint().width()
        self.setText(shown)
        self.blockSignals(False)
        return width

    @Slot()
    def _on_action_changed(self) -> None:
        action = self._action
        self.setIcon(action.icon())
        self.setEnabled(action.isEnabled())
        self.setToolTip(action.toolTip())
        self.setAccessibleName(self.full_text)
        before = self.text()
        self.set_bare(self._bare)
        row = self.parentWidget()
        if isinstance(row, ButtonRow) and self.text() != before:
            row.fit()


class ButtonRow(QWidget):
    """Buttons side by side; the last ones give up their words first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._buttons: list[ActionButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_2_PX)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, button: ActionButton) -> ActionButton:
        """Put a button at the end."""
        self._row.insertWidget(len(self._buttons), button)
        self._buttons.append(button)
        return button

    def show_only(self, *shown: ActionButton) -> None:
        """Show these buttons and hide the others."""
        for button in self._buttons:
            button.setVisible(button in shown)
        self.fit()

    def fit(self) -> None:
        """Take away as many words as the width demands, beginning at the end."""
        shown = [button for button in self._buttons if not button.isHidden()]
        if not shown:
            return
        widths = [button.full_width() for button in shown]
        bare = shown[0].sizeHint().height()
        room = self.width() - SPACE_2_PX * (len(shown) - 1)
        kept = len(shown)
        while kept > 0 and sum(widths[:kept]) + bare * (len(shown) - kept) > room:
            kept -= 1
        for at, button in enumerate(shown):
            button.set_bare(at >= kept)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()
