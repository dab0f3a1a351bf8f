"""The hours of the week in the settings: their windows, and a picture of what they allow."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from rendermanager.core.hours import Window, read_windows, written
from rendermanager.scheduling.hours import allowed_at, rule_at
from rendermanager.ui.dialogs.hours_window import HoursDialog
from rendermanager.ui.language.hours_words import rule_words, window_words
from rendermanager.ui.pages.hours_grid import WeekGrid
from rendermanager.ui.queue.amounts import Here, clock
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import Tone, icon_button, quiet_button, secondary_button, text_label

_LOOK_INTERVAL_MS: Final = 30_000
_LINES: Final = 5
_LINE_PX: Final = 28


class HoursControl(QWidget):
    """A list of windows that grows and shrinks with its buttons; below it stands the week.

    Signals:
        changed: The windows as they are written, in their order.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        """Show nothing yet.

        Args:
            theme: Colours and icons.
            now: The moment, aware.
        """
        super().__init__()
        self._theme = theme
        self._now = now
        self._windows: tuple[Window, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Hours of the week"))
        self.list.currentRowChanged.connect(self._on_chosen)
        self.list.itemDoubleClicked.connect(self._on_edit)
        self.list.installEventFilter(self)
        self.add = secondary_button(self.tr("Add…"), theme.icon("plus"))
        self.add.clicked.connect(self._on_add)
        self.edit = quiet_button(self.tr("Edit…"))
        self.edit.clicked.connect(self._on_edit)
        self.remove = quiet_button(self.tr("Remove"))
        self.remove.clicked.connect(self._on_remove)
        self.up = icon_button(theme.icon("arrow-up"), self.tr("Move up"))
        self.up.clicked.connect(partial(self._move, -1))
        self.down = icon_button(theme.icon("arrow-down"), self.tr("Move down: counts for more"))
        self.down.clicked.connect(partial(self._move, 1))
        self.now_line = text_label("", tone=Tone.SECONDARY, wraps=True)
        self.grid = WeekGrid(theme)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self._look)
        theme.changed.connect(self._on_theme_changed)
        self._lay_out()

    def show_hours(self, texts: Sequence[str]) -> None:
        """Show what is set."""
        row = self.list.currentRow()
        self._windows = read_windows(texts)
        self.list.clear()
        self.list.addItems([window_words(each, QLocale()) for each in self._windows])
        lines = min(len(self._windows), _LINES)
        self.list.setFixedHeight(lines * self._theme.scaled(_LINE_PX) + 2 * self.list.frameWidth())
        self.list.setCurrentRow(max(0, min(row, len(self._windows) - 1)))
        for each in (self.list, self.edit, self.remove, self.up, self.down, self.grid):
            each.setVisible(bool(self._windows))
        self.grid.set_windows(self._windows)
        self._on_chosen()
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list do what its buttons do."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            deeds = {
                Qt.Key.Key_Delete: self.remove,
                Qt.Key.Key_Return: self.edit,
                Qt.Key.Key_Enter: self.edit,
            }
            button = deeds.get(Qt.Key(event.key()))
            if button is not None:
                button.click()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2_PX)
        for each in (self.add, self.edit, self.remove):
            buttons.addWidget(each)
        buttons.addStretch(1)
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2_PX)
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addWidget(self.now_line)
        column.addWidget(self.grid)

    def _set(self, windows: Sequence[Window], row: int) -> None:
        self.changed.emit(tuple(written(each) for each in windows))
        self.list.setCurrentRow(min(row, self.list.count() - 1))

    @Slot()
    def _on_chosen(self) -> None:
        row, count = self.list.currentRow(), len(self._windows)
        self.edit.setEnabled(row >= 0)
        self.remove.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)

    @Slot()
    def _on_add(self) -> None:
        dialog = HoursDialog(self._theme, None, self.window())
        dialog.chosen.connect(self._on_added)
        dialog.open()

    @Slot(object)
    def _on_added(self, window: Window) -> None:
        self._set((*self._windows, window), len(self._windows))

    @Slot()
    def _on_edit(self) -> None:
        row = self.list.currentRow()
        dialog = HoursDialog(self._theme, self._windows[row], self.window())
        dialog.chosen.connect(partial(self._on_edited, row))
        dialog.open()

    def _on_edited(self, row: int, window: Window) -> None:
        self._set((*self._windows[:row], window, *self._windows[row + 1 :]), row)

    @Slot()
    def _on_remove(self) -> None:
        row = self.list.currentRow()
        self._set((*self._windows[:row], *self._windows[row + 1 :]), row)
        if not self._windows:
            self.add.setFocus()

    def _move(self, step: int) -> None:
        row, windows = self.list.currentRow(), list(self._windows)
        windows.insert(row + step, windows.pop(row))
        self._set(windows, row + step)

    @Slot()
    def _look(self) -> None:
        """Say what holds at this moment."""
        here = Here(self._now())
        allowed = allowed_at(self._windows, here.now, datetime.astimezone)
        wall = here.now.astimezone()
        self.grid.set_now(wall.weekday(), wall.hour * 60 + wall.minute)
        holds = rule_words(allowed.rule, here.locale)
        if not self._windows:
            text = self.tr("Renders run as usual at any hour.")
        elif allowed.until is None:
            text = self.tr("Now: {allowed}.").format(allowed=holds)
        else:
            until = allowed.until.astimezone()
            text = self.tr("Now: {allowed}. From {time} on: {then}.").format(
                allowed=holds,
                time=clock(until, here),
                then=rule_words(rule_at(self._windows, until), here.locale),
            )
        self.now_line.setText(text)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.add.setIcon(self._theme.icon("plus"))
        self.up.setIcon(self._theme.icon("arrow-up"))
        self.down.setIcon(self._theme.icon("arrow-down"))
