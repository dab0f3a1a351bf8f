"""The main window: a frame with its place on the screen, what the app asks of it, and Qt's events.

The frame stands on the screen before what fills it is imported and built: those imports are local.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow

from rendermanager.ui.theme.app_icon import app_icon
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.window.layout import (
    FILE_NAME,
    MIN_HEIGHT_PX,
    MIN_WIDTH_PX,
    QUEUE,
    load_layout,
    put_in_place,
)
from rendermanager.ui.window.responsive import arrange

if TYPE_CHECKING:
    from rendermanager.services.session import Session
    from rendermanager.ui.window.interior import Interior


class TrayIcon(Protocol):
    """What the window needs of the icon in the tray."""

    show_wanted: SignalInstance
    quit_wanted: SignalInstance

    def has_been_seen(self) -> None:
        """Somebody looks at the window."""
        ...


class MainWindow(QMainWindow):
    """The one window of the app.

    Signals:
        quit_requested: The app is to end; everything that had to be asked was asked.
        reopen_requested: The queue is to be closed and opened again; with the `Path` of a backup
            that is to take its place, or None.
    """

    quit_requested = Signal()
    reopen_requested = Signal(object)

    def __init__(self, theme: Theme, home: Path) -> None:
        """Make the frame, where it stood last; the theme is in force already.

        Args:
            theme: How everything looks.
            home: The folder of the app's data, which keeps the layout.
        """
        super().__init__()
        self._theme = theme
        self._layout = load_layout(home / FILE_NAME)
        self._tray: TrayIcon | None = None
        self._is_filled = False
        self._closes = False
        self.setWindowTitle(self.tr("Render Manager"))
        self.setWindowIcon(app_icon())
        self.setMinimumSize(MIN_WIDTH_PX, MIN_HEIGHT_PX)
        # Qt's windows take drops from the start; there is nothing yet that could take them.
        self.setAcceptDrops(False)
        put_in_place(self, self._layout)

    def fill(self, session: "Session") -> None:
        """Build everything inside the frame, whether it is shown already or not."""
        from rendermanager.ui.window.display import Display
        from rendermanager.ui.window.interior import Interior
        from rendermanager.ui.window.joining import Joining
        from rendermanager.ui.window.remembering import Remembering

        inside = Interior(self, session, self._theme, self.has_tray, self._layout.notes)
        self._hold(inside)
        self._joining = Joining(session, inside, self)
        self._display = Display(inside, session.preferences, self._theme, self)
        self._follow(inside)
        path = session.paths.home / FILE_NAME
        self._remembering = Remembering(
            path, self._layout, self, inside.page, inside.views, inside.feed, inside.book
        )
        self._remembering.restore()
        self._is_filled = True
        self.setAcceptDrops(session.store.only_look is None)
        self._arrange()
        self._display.show_state()
        if self.isVisible():
            inside.feed.set_seen(seen=True)

    def _hold(self, inside: "Interior") -> None:
        """Have the parts at hand, those that others reach for by their names."""
        self._inside = inside
        self.state = inside.state
        self.page = inside.page
        self.sidebar = inside.sidebar
        self.gauges = inside.gauges
        self.status = inside.status
        self.views = inside.views
        self.toast = inside.views.toast
        self.notice = inside.notice
        self.dropping = inside.dropping
        self.commands = inside.commands
        self.actions_made = inside.actions

    def _follow(self, inside: "Interior") -> None:
        """Do what the parts ask of the window itself."""
        self._theme.changed.connect(self._arrange)
        inside.leaving.quit_now.connect(self._on_quit_now)
        inside.leaving.hide_wanted.connect(self.hide)
        inside.notice.reopen_wanted.connect(self._on_reopen)
        inside.restore_wanted.connect(self._on_reopen)

    # ------------------------------------------------------------------ for the app

    def add_inputs(self, inputs: Sequence[str]) -> None:
        """Add files, folders or the sample, as from the command line: nothing is asked."""
        self._inside.adding.add_inputs(inputs, at_once=True)

    def is_watched(self) -> bool:
        """Whether the person looks at it; a minimised one may be called active all the same."""
        return self.isActiveWindow() and self.isVisible() and not self.isMinimized()

    def raise_window(self) -> None:
        """Bring the window to the front, from the tray or from behind others."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def raise_job(self, job_id: int) -> None:
        """Bring the window to the front, with this job selected, wherever it stands by now."""
        self.raise_window()
        self.show_view(QUEUE)
        self._inside.job_wanted.emit(job_id)

    def attach_tray(self, tray: TrayIcon) -> None:
        """There is an icon by which a hidden window can be found again."""
        self._tray = tray
        tray.show_wanted.connect(self.raise_window)
        tray.quit_wanted.connect(self.commands.quit)

    def allow_close(self) -> None:
        """Close without a question from now on, and ask nothing more of the session."""
        if self._closes:
            return
        self._closes = True
        # The parts forget how they were when they are closed.
        self._remembering.save()
        self._inside.settle()
        self._inside.close()

    def show_view(self, view: str) -> None:
        """Show ``queue``, ``history`` or ``settings``."""
        self.views.show_view(view)

    def has_tray(self) -> bool:
        """Whether there is an icon by which a hidden window can be found again."""
        return self._tray is not None

    # ------------------------------------------------------------------ what happens

    @Slot()
    def _arrange(self) -> None:
        if not self._is_filled:
            return
        # Larger text needs the room that a smaller window would leave.
        scale = max(1.0, self._theme.text_scale)
        width, height = round(self.width() / scale), round(self.height() / scale)
        arrangement = arrange(width, height)
        self.sidebar.set_collapsed(arrangement.rail)
        self.gauges.set_compact(arrangement.compact_gauges)
        self.page.arrange(arrangement, width)

    @Slot()
    def _on_quit_now(self) -> None:
        self._inside.settle()
        self.quit_requested.emit()

    @Slot()
    @Slot(object)
    def _on_reopen(self, backup: object = None) -> None:
        self._inside.settle()
        self.reopen_requested.emit(backup)

    # ------------------------------------------------------------------ Qt

    def sizeHint(self) -> QSize:
        return QSize(MIN_WIDTH_PX, MIN_HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_filled:
            self._inside.feed.set_seen(seen=True)
        if self._tray is not None:
            self._tray.has_been_seen()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._is_filled:
            self._inside.feed.set_seen(seen=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_filled:
            # It is about to be; whoever is that fast may close it then.
            event.ignore()
            return
        if self._closes:
            event.accept()
            return
        self._remembering.save()
        if self._inside.leaving.may_close():
            event.ignore()
            self._on_quit_now()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dropping.hover(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dropping.hover(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.dropping.leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event)
