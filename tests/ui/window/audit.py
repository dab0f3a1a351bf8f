"""Looks over a window for what is cut off, lies outside, or has no name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from rendermanager.ui.widgets import ElidedLabel

SLACK_PX = 1
"""Rounding of fonts."""
_KEPT = re.compile(r"(\{\w*\}|%n)")
_ACCENTS = str.maketrans("aeiouAEIOUncs", "áéíöüÁÉÍÖÜñçš")


@dataclass(frozen=True, order=True)
class Flaw:
    """Something that a person would stumble over.

    Attributes:
        what: ``cut off``, ``no name`` or ``outside``.
        where: The widget and those around it, the innermost first.
        text: What it says.
    """

    what: str
    where: str
    text: str


class PseudoLanguage(QTranslator):
    """Makes every text a third longer, with accents, as a translation would."""

    def translate(
        self, _context: str, text: str, _about: str | None = None, _number: int = -1
    ) -> str:
        """The text in a language that nobody speaks; numbers and names are filled in."""
        pieces = _KEPT.split(text)
        changed = [
            piece if _KEPT.fullmatch(piece) else piece.translate(_ACCENTS) for piece in pieces
        ]
        return "".join(changed) + " " + "·" * (len(text) // 3 + 1)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt calls it
        return False


def flaws(root: QWidget) -> list[Flaw]:
    """Everything that is wrong with what can be seen of a window."""
    found: set[Flaw] = set()
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root) and widget.window() is root and not _is_scrolled_away(widget):
            found.update(_of(widget, root))
    return sorted(found)


def _of(widget: QWidget, root: QWidget) -> Iterator[Flaw]:
    if _is_cut_off(widget):
        yield Flaw("cut off", _place(widget), _text(widget))
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not _name(widget):
        yield Flaw("no name", _place(widget), _text(widget))
    if widget is not root and _is_outside(widget, root):
        yield Flaw("outside", _place(widget), _text(widget))


def _is_cut_off(widget: QWidget) -> bool:
    if isinstance(widget, ElidedLabel) or not _text(widget):
        return False  # it shortens its text on purpose, and tells all of it
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + SLACK_PX
    if not isinstance(widget, QLabel | QAbstractButton):
        return False
    # A button may be lower than it would like to be, as long as its letters have room.
    is_button = isinstance(widget, QAbstractButton)
    height = widget.fontMetrics().height() if is_button else widget.sizeHint().height()
    width = widget.sizeHint().width()
    return width > widget.width() + SLACK_PX or height > widget.height() + SLACK_PX


def _is_outside(widget: QWidget, root: QWidget) -> bool:
    """Whether a part of it lies outside the window, or its parent hides that part."""
    if _viewport_of(widget) is not None or widget.size().isEmpty():
        return False
    shown = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    return not root.rect().contains(shown)


def _is_scrolled_away(widget: QWidget) -> bool:
    viewport = _viewport_of(widget)
    if viewport is None:
        return False
    place = QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size())
    return not viewport.rect().intersects(place)


def _viewport_of(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None:
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
            return parent
        parent = above
    return None


def _name(widget: QWidget) -> str:
    if isinstance(widget, QTabBar | QScrollArea) or widget.parentWidget() is None:
        return "named by what is in it"
    around = widget.parentWidget()
    if isinstance(around, QAbstractSpinBox | QComboBox) and isinstance(widget, QLineEdit):
        widget = around  # both are one field
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def _text(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return str(widget.text()) if isinstance(widget, QLabel | QAbstractButton) else ""


def _place(widget: QWidget) -> str:
    names: list[str] = []
    around: QWidget | None = widget
    while around is not None and len(names) < 4:
        names.append(around.objectName() or type(around).__name__)
        around = around.parentWidget()
    return " in ".join(names)
