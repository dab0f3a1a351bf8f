"""Buttons of every loudness."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QToolButton, QWidget

from rendermanager.ui.theme.controls import KIND_PROPERTY, ButtonKind
from rendermanager.ui.theme.tokens import ICON_PX


def primary_button(
    text: str, icon: QIcon | None = None, parent: QWidget | None = None
) -> QPushButton:
    """Return the button for the one thing to do here."""
    return _push_button(text, icon, ButtonKind.PRIMARY, parent)


def secondary_button(
    text: str, icon: QIcon | None = None, parent: QWidget | None = None
) -> QPushButton:
    """Return a button with a frame."""
    return _push_button(text, icon, ButtonKind.SECONDARY, parent)


def quiet_button(
    text: str, icon: QIcon | None = None, parent: QWidget | None = None
) -> QPushButton:
    """Return a button without a frame."""
    return _push_button(text, icon, ButtonKind.QUIET, parent)


def link_button(text: str, icon: QIcon | None = None, parent: QWidget | None = None) -> QPushButton:
    """Return a button that looks like a link, for a line of text."""
    return _push_button(text, icon, ButtonKind.LINK, parent)


def danger_button(
    text: str, icon: QIcon | None = None, parent: QWidget | None = None
) -> QPushButton:
    """Return a button for what undo cannot bring back."""
    return _push_button(text, icon, ButtonKind.DANGER, parent)


def icon_button(icon: QIcon, name: str, parent: QWidget | None = None) -> QToolButton:
    """Return a square button that shows only an icon.

    Args:
        icon: The icon.
        name: What it does; shown as tooltip and read by screen readers.
        parent: The parent widget.
    """
    button = QToolButton(parent)
    button.setIcon(icon)
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def set_kind(button: QAbstractButton, kind: ButtonKind) -> None:
    """Make a button louder or quieter, for example one that Qt made for a dialog."""
    button.setProperty(KIND_PROPERTY, kind.value)
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.updateGeometry()
    button.update()


class SplitButton(QToolButton):
    """A button with a second half that opens a menu of its variants."""

    def __init__(
        self,
        text: str,
        icon: QIcon,
        menu: QMenu,
        *,
        kind: ButtonKind = ButtonKind.PRIMARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(menu)
        set_kind(self, kind)
        self.set_face(text, icon)

    def set_face(self, text: str, icon: QIcon) -> None:
        """Show another text and icon, when the button does something else now."""
        self.setText(text)
        self.setIcon(icon)
        self.setAccessibleName(text.replace("&", ""))


def _push_button(
    text: str, icon: QIcon | None, kind: ButtonKind, parent: QWidget | None
) -> QPushButton:
    button = QPushButton(text, parent)
    if icon is not None:
        button.setIcon(icon)
    # Only a dialog says which button Return presses.
    button.setAutoDefault(False)
    set_kind(button, kind)
    return button
