"""Looks over a window in another language for texts that were left in English."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from rendermanager.config.resources import resource

MOST_ROWS = 60
_TOLD = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_ENGLISH = frozenset(
    "the of is are and not with from for to this that it its be been cannot has have your when "
    "there which more into than other only what".split()
)
"""Words that hardly an English sentence does without, and that are none in German."""
_WORD = re.compile(r"(?<![\w-])[a-z]+(?![\w-])")
_NAMES = re.compile(r"„[^“]*“|“[^”]*”|\S*[/\\]\S*")


def left_in_english(root: QWidget, language: str, given: Iterable[str] = ()) -> set[str]:
    """What can be read in a window and is English.

    Args:
        root: The window.
        language: What is spoken in it.
        given: Names and sentences that did not come from the program.
    """
    known, strange = _untold(language), sorted(given, key=len, reverse=True)
    found = set()
    for text in set(_texts(root)):
        rest = text
        for each in strange:
            rest = rest.replace(each, "")
        plain = rest.replace("&", "").strip()
        words = set(_WORD.findall(_NAMES.sub("", plain).lower()))
        if not text.startswith("/") and (plain in known or words & _ENGLISH):
            found.add(text)
    return found


@lru_cache(maxsize=2)
def _untold(language: str) -> frozenset[str]:
    """Texts that are another word in this language, wherever they stand."""
    same: set[str] = set()
    other: set[str] = set()
    for message in ET.parse(resource("i18n", f"rendermanager_{language}.ts")).iter("message"):
        source = message.findtext("source", "").replace("&", "")
        said = (message.findtext("translation") or "").replace("&", "")
        (same if said == source else other).add(source)
    return frozenset(other - same)


def _texts(root: QWidget) -> Iterator[str]:
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root) and widget.window() is root:
            yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
            for kind, read in _READ.items():
                if isinstance(widget, kind):
                    yield from read(widget)


def _of_menus(bar: QMenuBar) -> Iterator[str]:
    for menu in bar.actions():
        yield menu.text()
        inside = menu.menu()
        yield from (each.text() for each in inside.actions())  # type: ignore[attr-defined]


def _of_model(view: QAbstractItemView) -> Iterator[str]:
    model, top = view.model(), QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(top), MOST_ROWS)):
            for role in _TOLD:
                yield str(model.index(row, column, top).data(role) or "")


_READ: dict[type[QWidget], Callable[[Any], Iterable[str]]] = {
    QLabel: lambda label: [label.text()],
    QAbstractButton: lambda button: [button.text()],
    QGroupBox: lambda box: [box.title()],
    QLineEdit: lambda edit: [edit.placeholderText()],
    QTextEdit: lambda edit: [edit.placeholderText()],
    QComboBox: lambda box: [box.itemText(row) for row in range(box.count())],
    QTabBar: lambda bar: [bar.tabText(place) for place in range(bar.count())],
    QMenuBar: _of_menus,
    QAbstractItemView: _of_model,
}
