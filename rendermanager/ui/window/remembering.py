"""Brings the window back as it was left, and keeps how it is left."""

from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from rendermanager.services.notebook import NoteBook
from rendermanager.ui.window.gauge_feed import GaugeFeed
from rendermanager.ui.window.layout import (
    HISTORY,
    QUEUE,
    SETTINGS,
    Box,
    Layout,
    save_layout,
)
from rendermanager.ui.window.queue_page import QueuePage
from rendermanager.ui.window.responsive import InspectorPlace
from rendermanager.ui.window.views import Views


class Remembering:
    """Applies the layout once and writes it when it has changed."""

    def __init__(
        self,
        path: Path,
        layout: Layout,
        window: QMainWindow,
        page: QueuePage,
        views: Views,
        feed: GaugeFeed,
        book: NoteBook,
    ) -> None:
        """Take the layout that was read from `path` at the start."""
        self._path = path
        self._layout = layout
        self._window = window
        self._page = page
        self._views = views
        self._feed = feed
        self._book = book

    def restore(self) -> None:
        """Put every part where it was; the window itself stands there already."""
        layout = self._layout
        self._page.set_inspector_width(layout.inspector_width)
        self._page.set_inspector_open(layout.inspector, place=InspectorPlace.BESIDE)
        self._page.pane.view.restore_state(dict(layout.columns))
        self._feed.set_shown(layout.gauges)
        self._views.show_view(layout.view if layout.view == HISTORY else QUEUE)

    def save(self) -> None:
        """Keep how everything is now."""
        frame = self._window.normalGeometry()
        view = self._views.current
        layout = Layout(
            frame=Box(frame.x(), frame.y(), frame.width(), frame.height()),
            maximized=self._window.isMaximized(),
            inspector=self._page.is_open_beside,
            inspector_width=self._page.inspector_width,
            gauges=self._feed.is_shown,
            view=view if view != SETTINGS else QUEUE,
            notes=self._book.marks,
            columns=self._page.pane.view.save_state(),
        )
        if layout != self._layout:
            self._layout = layout
            save_layout(self._path, layout)
