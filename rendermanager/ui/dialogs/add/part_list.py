"""The list of what is inside the sources, from which a person chooses what becomes a job."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from rendermanager.media.trouble import plain, shown
from rendermanager.services.choosing import Contents
from rendermanager.ui.dialogs.add.part_delegate import (
    DETAILS_ROLE,
    HEAD_ROW_PX,
    ROW_PX,
    WARNING_ROLE,
    PartDelegate,
)
from rendermanager.ui.dialogs.add.part_words import details, heading_of, warning
from rendermanager.ui.dialogs.add.sources import Well
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import LabelKind, SearchField, Tone, link_button, text_label

_PLACE_ROLE: Final = Qt.ItemDataRole.UserRole
_MOST_ROWS: Final = 5
_FILTER_FROM: Final = 9
"""With fewer rows nobody looks for one by its name."""
_CHECKED: Final = Qt.CheckState.Checked


class PartList(QWidget):
    """Check boxes; until one of them is touched, what is usual for the source is checked.

    Signals:
        chosen: Something else is wanted now.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Be empty, and out of sight, until `show_contents`."""
        super().__init__(parent)
        self._theme = theme
        self._contents: tuple[Contents, ...] = ()
        self._touched: set[str] = set()
        self._title = text_label("", LabelKind.STRONG)
        self._count = text_label("", LabelKind.SMALL, Tone.SECONDARY)
        self._all = link_button(self.tr("All"))
        self._all.clicked.connect(lambda: self._check_all(on=True))
        self._none = link_button(self.tr("None"))
        self._none.clicked.connect(lambda: self._check_all(on=False))
        self.filter = SearchField(theme, self.tr("Filter by name"))
        self.filter.textChanged.connect(self._on_filter)
        self.list = QListWidget()
        # By this name the sheet leaves the ground to what lies below.
        self.list.setObjectName("navigation")
        self.list.setItemDelegate(PartDelegate(theme, self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._on_item)
        head = QHBoxLayout()
        head.setSpacing(SPACE_2_PX)
        for widget in (self._title, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._all)
        head.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2_PX)
        column.addLayout(head)
        column.addWidget(self.filter)
        column.addWidget(Well(theme, self.list))
        self.hide()

    @property
    def contents(self) -> tuple[Contents, ...]:
        """What is shown."""
        return self._contents

    def choices(self) -> dict[str, tuple[Mapping[str, object], ...]]:
        """What was chosen of the sources that somebody has touched; see `Choices`."""
        picked: dict[str, list[Mapping[str, object]]] = {name: [] for name in self._touched}
        for item in self._items():
            contents, at = self._place(item)
            if item.checkState() == _CHECKED and contents.source in picked:
                picked[contents.source].append(contents.change(at))
        return {name: tuple(changes) for name, changes in picked.items()}

    def show_contents(self, contents: Sequence[Contents], named: Mapping[str, object]) -> None:
        """Offer these; what was chosen of sources that are still the same stays chosen.

        Args:
            contents: What the sources hold.
            named: Settings, of which one may have named a part: that counts as chosen.
        """
        self._touched |= {each.source for each in contents if named.get(each.setting)}
        if tuple(contents) == self._contents:
            return
        kept = {name: picked for name, picked in self.choices().items() if self._has(name)}
        self._contents = tuple(contents)
        self._touched &= {each.source for each in contents}
        with QSignalBlocker(self.list):
            self.list.clear()
            for number, each in enumerate(contents):
                if len(contents) > 1:
                    self._add_head(each)
                self._add_parts(number, each, kept.get(each.source))
        self._show_frame()

    # ------------------------------------------------------------------ building

    def _has(self, source: str) -> bool:
        return any(each.source == source for each in self._contents)

    def _add_head(self, contents: Contents) -> None:
        item = QListWidgetItem(shown(Path(contents.source)))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.list.addItem(item)

    def _add_parts(
        self, number: int, contents: Contents, kept: Sequence[Mapping[str, object]] | None
    ) -> None:
        locale = QLocale()
        for at, part in enumerate(contents.parts):
            about, lacks = details(part, locale), warning(part)
            item = QListWidgetItem(plain(part.name))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setData(_PLACE_ROLE, (number, at))
            item.setData(DETAILS_ROLE, about)
            item.setData(WARNING_ROLE, lacks)
            words = ", ".join(each for each in (plain(part.name), about, lacks) if each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words)
            is_on = at in contents.usual if kept is None else contents.change(at) in kept
            item.setCheckState(_CHECKED if is_on else Qt.CheckState.Unchecked)
            self.list.addItem(item)

    def _show_frame(self) -> None:
        self.setVisible(bool(self._contents))
        if not self._contents:
            return
        settings = {each.setting for each in self._contents}
        title = heading_of(settings.pop() if len(settings) == 1 else "")
        self._title.setText(title)
        self.list.setAccessibleName(title)
        count = len(self._items())
        for widget in (self._all, self._none, self._count):
            widget.setVisible(count > 1)
        self.filter.setVisible(count >= _FILTER_FROM)
        heights = [
            HEAD_ROW_PX if self.list.item(row).data(_PLACE_ROLE) is None else ROW_PX
            for row in range(min(_MOST_ROWS, self.list.count()))
        ]
        self.list.setFixedHeight(sum(map(self._theme.scaled, heights)))
        self._on_filter(self.filter.text() if self.filter.isVisibleTo(self) else "")
        self._say_count()

    def _say_count(self) -> None:
        items = self._items()
        on = sum(item.checkState() == _CHECKED for item in items)
        words = self.tr("{chosen} of {all}")
        locale = QLocale()
        self._count.setText(
            words.format(chosen=locale.toString(on), all=locale.toString(len(items)))
        )

    # ------------------------------------------------------------------ what happens

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for item in self._items():
            name = item.text().casefold()
            item.setHidden(not all(word in name for word in wanted))

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        if item.data(_PLACE_ROLE) is None:
            return
        self._touched.add(self._place(item)[0].source)
        self._say_count()
        self.chosen.emit()

    def _check_all(self, *, on: bool) -> None:
        """Check, or uncheck, all that the filter leaves in sight."""
        state = _CHECKED if on else Qt.CheckState.Unchecked
        with QSignalBlocker(self.list):
            for item in self._items():
                if not item.isHidden():
                    item.setCheckState(state)
                    self._touched.add(self._place(item)[0].source)
        self.list.viewport().update()
        self._say_count()
        self.chosen.emit()

    def _items(self) -> list[QListWidgetItem]:
        rows = (self.list.item(row) for row in range(self.list.count()))
        return [item for item in rows if item.data(_PLACE_ROLE) is not None]

    def _place(self, item: QListWidgetItem) -> tuple[Contents, int]:
        number, at = item.data(_PLACE_ROLE)
        return self._contents[number], at
