"""Lists every action that has a key, menu by menu."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_1_PX, SPACE_2_PX, SPACE_4_PX
from rendermanager.ui.widgets import LabelKind, SearchField, Tone, text_label

_WIDTH_PX: Final = 520
_HEIGHT_PX: Final = 600


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One action and its keys.

    Attributes:
        group: The menu it stands in.
        text: What it does.
        keys: As the platform writes them; several are separated by commas.
    """

    group: str
    text: str
    keys: str


def shortcuts_of(menus: Sequence[QMenu]) -> list[Shortcut]:
    """Every action with a key in these menus, submenus included."""
    found: list[Shortcut] = []
    for menu in menus:
        found += [_shortcut(menu, action) for action in _actions(menu) if action.shortcuts()]
    return found


def _actions(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        # A submenu's Python half may be gone while Qt still shows it: ask Qt, not a cache.
        inner = action.menu()
        found += _actions(inner) if isinstance(inner, QMenu) else [action]
    return found


def _shortcut(menu: QMenu, action: QAction) -> Shortcut:
    keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
    return Shortcut(_plain(menu.title()), _plain(action.text()), ", ".join(keys))


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


class ShortcutsDialog(DialogFrame):
    """A list of keys that can be searched."""

    def __init__(self, parent: QWidget | None, theme: Theme, shortcuts: Sequence[Shortcut]) -> None:
        """Show these keys."""
        super().__init__(parent, self.tr("Keyboard shortcuts"))
        self._shortcuts = tuple(shortcuts)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        search = SearchField(theme, self.tr("Search"))
        search.textChanged.connect(self._on_searched)
        self._list = QWidget()
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(SPACE_4_PX)
        self._grid.setVerticalSpacing(SPACE_1_PX)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, SPACE_2_PX, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self._list)
        self.body.addWidget(search)
        self.body.addWidget(area, 1)
        self.add_primary(self.tr("Close")).clicked.connect(self.accept)
        self._on_searched("")
        search.setFocus()

    @property
    def shown(self) -> list[Shortcut]:
        """What the search leaves."""
        return list(self._shown)

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        wanted = words.casefold().split()
        self._shown = [
            each
            for each in self._shortcuts
            if all(word in f"{each.text} {each.keys} {each.group}".casefold() for word in wanted)
        ]
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        group, row = "", 0
        for each in self._shown:
            if each.group != group:
                group = each.group
                heading = text_label(group, LabelKind.STRONG)
                heading.setContentsMargins(0, SPACE_2_PX if row else 0, 0, SPACE_1_PX)
                self._grid.addWidget(heading, row, 0, 1, 2)
                row += 1
            keys = text_label(each.keys, LabelKind.BODY, Tone.SECONDARY)
            self._grid.addWidget(text_label(each.text), row, 0)
            self._grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
            row += 1
