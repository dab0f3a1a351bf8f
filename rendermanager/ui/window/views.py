"""The views of the window: one is shown, the toast lies over it, the keyboard goes round."""

from collections.abc import Callable, Mapping
from typing import Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import SearchField, Sidebar, Toast
from rendermanager.ui.window.layout import HISTORY, NOTES, PRESETS, QUEUE, RESOURCES
from rendermanager.ui.window.queue_page import QueuePage

_BY_KEY: Final = Qt.FocusReason.ShortcutFocusReason


class Page(Protocol):
    """A view beside the queue."""

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        ...

    def refresh(self) -> None:
        """Show what is true now."""
        ...

    def take_focus(self) -> None:
        """Take the keyboard."""
        ...

    @property
    def search_field(self) -> SearchField | None:
        """What its contents are searched with; None where there is nothing to search now."""
        ...


class Views(QWidget):
    """Queue, history, resources, presets, notifications and settings.

    Attributes:
        toast: Lies over whatever is shown.

    Signals:
        shown: The id of the view that is shown now.
    """

    shown = Signal(str)

    def __init__(
        self, theme: Theme, page: QueuePage, make: Mapping[str, Callable[[], Page]]
    ) -> None:
        """Show the queue.

        Args:
            theme: For the toast.
            page: The queue, which is there from the start.
            make: Builds each other view by its id, the first time that it is shown: nobody waits
                at the start for what he may never open.
        """
        super().__init__()
        self._page = page
        self._make = dict(make)
        self._made: dict[str, Page] = {}
        # A stack raises the page that it shows, so the toast lies beside the stack, not in it.
        self._stack = QStackedWidget()
        self._ids: dict[str, QWidget] = {QUEUE: page}
        self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.toast = Toast(theme, self)

    @property
    def current(self) -> str:
        """The id of the view that is shown."""
        found = self._stack.currentWidget()
        return next((name for name, each in self._ids.items() if each is found), QUEUE)

    def other(self, view: str) -> Page:
        """A view beside the queue, built if it was not needed before.

        Raises:
            KeyError: There is none with this id.
        """
        if view not in self._made:
            made = self._make[view]()
            self._made[view] = made
            self._ids[view] = made.widget
            self._stack.addWidget(made.widget)
        return self._made[view]

    def show_view(self, view: str) -> None:
        """Show a view by its id; an unknown one is passed over."""
        if view in self._make:
            page = self.other(view)
            self._stack.setCurrentWidget(page.widget)
            page.refresh()
            if view in (HISTORY, RESOURCES, PRESETS, NOTES):
                page.take_focus()
        elif view == QUEUE:
            self._stack.setCurrentWidget(self._page)
            self._page.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return
        self.shown.emit(view)

    def show_again(self, view: str) -> None:
        """Let a view look at what has changed, if it is the one that is shown."""
        if view == self.current and view in self._made:
            self._made[view].refresh()

    def go_to_search(self) -> bool:
        """Move the keyboard to where one searches what is shown; tells whether there is such."""
        page = self._page if self.current == QUEUE else self.other(self.current)
        field = page.search_field
        if field is None:
            return False
        field.setFocus(_BY_KEY)
        field.selectAll()
        return True

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
        else:
            self.other(self.current).take_focus()
