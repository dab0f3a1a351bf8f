"""The views of the window: one is shown, the toast lies over it, the keyboard goes round."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from rendermanager.ui.pages.history import HistoryPage
from rendermanager.ui.pages.settings import SettingsPage
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import Sidebar, Toast
from rendermanager.ui.window.queue_page import QueuePage

QUEUE: Final = "queue"
HISTORY: Final = "history"
SETTINGS: Final = "settings"
_BY_KEY: Final = Qt.FocusReason.ShortcutFocusReason


class Views(QWidget):
    """Queue, history and settings.

    Attributes:
        toast: Lies over whatever is shown.

    Signals:
        shown: The id of the view that is shown now.
    """

    shown = Signal(str)

    def __init__(
        self, theme: Theme, page: QueuePage, history: HistoryPage, settings: SettingsPage
    ) -> None:
        """Show the queue."""
        super().__init__()
        self._page = page
        self._history = history
        self._settings = settings
        # A stack raises the page that it shows, so the toast lies beside the stack, not in it.
        self._stack = QStackedWidget()
        self._ids: dict[str, QWidget] = {QUEUE: page, HISTORY: history, SETTINGS: settings}
        for each in self._ids.values():
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.toast = Toast(theme, self)

    @property
    def current(self) -> str:
        """The id of the view that is shown."""
        found = self._stack.currentWidget()
        return next((name for name, each in self._ids.items() if each is found), QUEUE)

    def show_view(self, view: str) -> None:
        """Show a view by its id; an unknown one is passed over."""
        if view not in self._ids:
            return
        self._stack.setCurrentWidget(self._ids[view])
        if view == HISTORY:
            self._history.refresh()
            self._history.take_focus()
        elif view == SETTINGS:
            self._settings.refresh()
        else:
            self._page.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(view)

    def next_pane(self, sidebar: Sidebar) -> None:
        """Move the keyboard on: sidebar, list, inspector, toast, and round again."""
        stops: list[QWidget] = [sidebar, self._stack]
        inspector = self._page.inspector
        if inspector.isVisible():
            stops.append(inspector)
        focused = QApplication.focusWidget()
        at = -1
        for number, stop in enumerate(stops):
            if focused is not None and (stop is focused or stop.isAncestorOf(focused)):
                at = number
        if at == len(stops) - 1 and self.toast.take_focus():
            return
        stop = stops[(at + 1) % len(stops)]
        if stop is sidebar:
            sidebar.take_focus()
        elif stop is inspector:
            inspector.tabs.tabBar().setFocus(_BY_KEY)
        elif self.current == QUEUE:
            self._page.pane.view.setFocus(_BY_KEY)
        elif self.current == HISTORY:
            self._history.take_focus()
        else:
            self._settings.take_focus()
