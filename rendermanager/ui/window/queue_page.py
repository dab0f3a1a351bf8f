"""The queue page: head, notices, the list or the empty state, and the inspector at its side."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from rendermanager.core.problem import Problem
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.problems import ProblemsDialog
from rendermanager.ui.inspector import Inspector
from rendermanager.ui.language.said import said, said_whole
from rendermanager.ui.pages.header import PageHeader
from rendermanager.ui.queue import QueuePane, Thumbnails
from rendermanager.ui.theme.controls import ButtonKind
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_2_PX
from rendermanager.ui.widgets import (
    Banner,
    BannerKind,
    SearchField,
    SplitButton,
    secondary_button,
    set_kind,
)
from rendermanager.ui.window.empty_queue import EmptyQueue
from rendermanager.ui.window.responsive import Arrangement, InspectorPlace

_FILTER_PX: Final = 200


class QueuePage(QWidget):
    """Everything about the queue that is not in the frame of the window.

    Signals:
        add_wanted: Files are to be chosen.
        sample_wanted: The sample is to be added.
        setup_wanted: The settings of the applications are to be shown.
        pause_pressed: The primary button was pressed.
        inspector_changed: Whether the inspector is open now.
    """

    add_wanted = Signal()
    sample_wanted = Signal()
    setup_wanted = Signal()
    pause_pressed = Signal()
    inspector_changed = Signal(bool)

    def __init__(self, session: Session, theme: Theme, pause_menu: QMenu) -> None:
        """Build the page; `pause_menu` holds the variants of pausing."""
        super().__init__()
        self._session = session
        self._theme = theme
        self._problems: tuple[Problem, ...] = ()
        self._place = InspectorPlace.BESIDE
        self._open = {InspectorPlace.BESIDE: True, InspectorPlace.OVER: False}
        self._width = 0
        self.thumbnails = Thumbnails(session, self)
        self.pane = QueuePane(session, theme, self.thumbnails)
        self.inspector = Inspector(session, theme, self.thumbnails, self.pane.job_actions)
        self._build_head(pause_menu)
        self._build_body()
        self._connect()
        self._show_page()

    @property
    def search_field(self) -> SearchField | None:
        """The field for the log where somebody reads it, else the one for the jobs."""
        focused = QApplication.focusWidget()
        log = self.inspector.log
        if focused is not None and log.isAncestorOf(focused):
            return log.search_field
        return self.filter if self.filter.isVisible() else None

    @property
    def is_inspector_open(self) -> bool:
        """Whether the inspector can be seen, where there are jobs."""
        return self._open[self._place]

    @property
    def is_open_beside(self) -> bool:
        """Whether the inspector is open where there is room for it beside the queue."""
        return self._open[InspectorPlace.BESIDE]

    @property
    def inspector_width(self) -> int:
        """Its width beside the queue."""
        return self._width

    def set_inspector_width(self, width: int) -> None:
        """Give the inspector this width beside the queue."""
        self._width = max(width, self.inspector.minimumSizeHint().width())
        if self._place is InspectorPlace.BESIDE:
            room = self._splitter.width() - self._width
            self._splitter.setSizes([max(1, room), self._width])

    def set_inspector_open(self, is_open: bool, *, place: InspectorPlace | None = None) -> None:
        """Open or close the inspector, where it stands now or would stand at another size."""
        where = place or self._place
        self._open[where] = is_open
        if where is self._place:
            self._show_inspector()
            self.inspector_changed.emit(is_open)

    def arrange(self, arrangement: Arrangement, window_width: int) -> None:
        """Follow the size of the window."""
        self.pane.view.set_window_width(window_width)
        if arrangement.inspector is not self._place:
            self._place = arrangement.inspector
            self._show_inspector()
            self.inspector_changed.emit(self.is_inspector_open)
        self._place_over()

    def set_pause_face(self, text: str, icon: str) -> None:
        """Say what the primary button does."""
        self.pause.set_face(text, self._theme.icon(icon))

    def show_problems(self, text: str, problems: Sequence[Problem]) -> None:
        """Say above the list what was wrong, until it is dismissed; every word is one click away.

        Args:
            text: What could not be done; the only problem's own sentence when empty.
            problems: Everything behind it.
        """
        self._problems = tuple(problems)
        blocks = any(problem.blocks for problem in problems) or not problems
        kind = BannerKind.ERROR if blocks else BannerKind.WARNING
        action = ""
        if len(problems) == 1:
            only = problems[0]
            parts = (text if blocks else "", said_whole(only))
            text = " ".join(part for part in parts if part)
        elif problems:
            text = text or said(problems[0].message)
            action = self.tr("Show details")
        self._banner.set_message(kind, text, action)
        self._banner_room.show()
        self._banner.show()

    @property
    def banner(self) -> Banner:
        """What says what was wrong."""
        return self._banner

    # ------------------------------------------------------------------ building

    def _build_head(self, pause_menu: QMenu) -> None:
        self.header = PageHeader(self._theme, self.tr("Queue"))
        self.filter = SearchField(self._theme, self.tr("Filter jobs"))
        self.filter.setToolTip(
            self.tr("Words, and status:failed preset:prores engine:ffmpeg project:… tag:…")
        )
        self.filter.setAcceptDrops(False)
        self.add = secondary_button(self.tr("Add"), self._theme.icon("plus"))
        self.add.setToolTip(self.tr("Add files (Ctrl+O)"))
        self.pause = SplitButton(self.tr("Pause queue"), self._theme.icon("pause"), pause_menu)
        for tool in (self.filter, self.add, self.pause):
            self.header.add_tool(tool)
        self._banner = Banner(self._theme, BannerKind.ERROR, dismissable=True)
        self._banner_room = QWidget()
        room = QVBoxLayout(self._banner_room)
        room.setContentsMargins(PAGE_PADDING_PX, SPACE_2_PX, PAGE_PADDING_PX, SPACE_2_PX)
        room.addWidget(self._banner)
        self._banner_room.hide()

    def _build_body(self) -> None:
        self._empty = EmptyQueue(self._session, self._theme)
        self.empty_buttons = self._empty.buttons
        self._empty.add_wanted.connect(self.add_wanted)
        self._empty.sample_wanted.connect(self.sample_wanted)
        self._empty.setup_wanted.connect(self.setup_wanted)
        self._waiting = QWidget()
        for page in (self._empty, self._waiting):
            page.setAutoFillBackground(True)
            page.setBackgroundRole(QPalette.ColorRole.Base)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.pane)
        self._splitter.addWidget(self.inspector)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._stack = QStackedWidget()
        for page in (self._waiting, self._splitter, self._empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._banner_room)
        column.addWidget(self._stack, 1)
        self._splitter.installEventFilter(self)

    def _connect(self) -> None:
        pane = self.pane
        self.filter.textChanged.connect(pane.model.set_filter)
        pane.filter_clear_wanted.connect(self.filter.clear)
        self.add.clicked.connect(self.add_wanted)
        self.pause.clicked.connect(self.pause_pressed)
        self._banner.acted.connect(self._on_details)
        self._banner.dismissed.connect(self._banner_room.hide)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        pane.model.counted.connect(self._show_page)
        pane.model.arranged.connect(self._show_page)
        pane.view.selection_changed.connect(self._on_selected)
        pane.job_actions.log_wanted.connect(self._on_log_wanted)
        pane.job_actions.details_wanted.connect(self._on_details_wanted)
        self.inspector.close_wanted.connect(self._on_close_wanted)

    # ------------------------------------------------------------------ what is shown

    @Slot()
    def _show_page(self, *_counts: int) -> None:
        """Rows, or the empty state; neither before the store has answered."""
        model = self.pane.model
        if not model.is_loaded:
            self._stack.setCurrentWidget(self._waiting)
            return
        has_jobs = model.total > 0
        before = self._stack.currentWidget()
        self._stack.setCurrentWidget(self._splitter if has_jobs else self._empty)
        self.filter.setVisible(has_jobs)
        self.add.setVisible(has_jobs)
        # The empty state has its own primary button.
        set_kind(self.pause, ButtonKind.PRIMARY if has_jobs else ButtonKind.SECONDARY)
        if not has_jobs and before is not self._empty:
            self._empty.refresh()
        if has_jobs and before is not self._splitter:
            self._begin_list()
        self._show_inspector()

    def _begin_list(self) -> None:
        """The first row is what one most likely wants to see."""
        view = self.pane.view
        if not view.selected_ids():
            view.select_job(self.pane.model.id_at(0))
        if not self.filter.text():
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_inspector(self) -> None:
        shown = self.is_inspector_open and self.pane.model.total > 0
        over = self._place is InspectorPlace.OVER
        self.inspector.set_closable(over)
        if over and self.inspector.parent() is not self._stack:
            self.inspector.setParent(self._stack)
        elif not over and self.inspector.parent() is not self._splitter:
            self._splitter.addWidget(self.inspector)
            self.set_inspector_width(self._width)
        self.inspector.setVisible(shown)
        self._place_over()

    def _place_over(self) -> None:
        if self._place is not InspectorPlace.OVER or not self.inspector.isVisibleTo(self._stack):
            return
        room = self._stack.rect()
        width = min(self._width, room.width())
        left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        x = room.right() + 1 - width if left else room.left()
        self.inspector.setGeometry(QRect(x, room.top(), width, room.height()))
        self.inspector.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._splitter and event.type() == QEvent.Type.Resize:
            self._place_over()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    # ------------------------------------------------------------------ what happens

    @Slot(object)
    def _on_selected(self, ids: Sequence[int]) -> None:
        self.inspector.set_selection(ids)

    @Slot(int)
    def _on_log_wanted(self, job_id: int) -> None:
        self.pane.view.select_job(job_id)
        self.inspector.set_selection([job_id])
        self.set_inspector_open(is_open=True)
        self.inspector.show_log()

    @Slot(int)
    def _on_details_wanted(self, job_id: int) -> None:
        self.inspector.set_selection([job_id])
        self.set_inspector_open(is_open=True)

    @Slot()
    def _on_close_wanted(self) -> None:
        self.set_inspector_open(is_open=False)
        self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, int)
    def _on_splitter_moved(self, _at: int, _index: int) -> None:
        self._width = self.inspector.width()

    @Slot()
    def _on_details(self) -> None:
        title = self.tr("What could not be added")
        if not any(problem.blocks for problem in self._problems):
            title = self.tr("Worth knowing")
        ProblemsDialog(self, self._theme, title, self._problems).show()
