"""The queue with what belongs around it: the bar that says how it is sorted, and the actions."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rendermanager.services.session import Session
from rendermanager.ui.queue.actions import QueueActions
from rendermanager.ui.queue.columns import sorted_by
from rendermanager.ui.queue.following import Following
from rendermanager.ui.queue.model import QueueModel
from rendermanager.ui.queue.thumbnails import Thumbnails
from rendermanager.ui.queue.view import QueueView
from rendermanager.ui.theme import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_1_PX, SPACE_2_PX
from rendermanager.ui.widgets import (
    ElidedLabel,
    LabelKind,
    Tone,
    link_button,
    text_label,
)


class SortBar(QFrame):
    """Says that the rows do not stand in run order, and offers to change that.

    Signals:
        run_order_wanted: The offer was taken.
    """

    run_order_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hide until there is something to say."""
        super().__init__(parent)
        self._text = ElidedLabel("", LabelKind.SMALL, Tone.SECONDARY)
        self._button = link_button(self.tr("Show run order"))
        self._button.clicked.connect(self.run_order_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_PADDING_PX, SPACE_1_PX, PAGE_PADDING_PX, SPACE_1_PX)
        row.setSpacing(SPACE_2_PX)
        row.addWidget(self._text)
        row.addWidget(self._button)
        row.addStretch(1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.full_text

    def say(self, text: str) -> None:
        """Say how the rows are sorted; nothing to say hides the bar."""
        self._text.set_text(text)
        self.setVisible(bool(text))


class NothingFound(QWidget):
    """Covers the rows when there are jobs and none matches the filter.

    Signals:
        clear_wanted: All jobs are to be shown.
    """

    clear_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Cover `parent`, hidden at first."""
        super().__init__(parent)
        self._title = text_label("", LabelKind.HEADING)
        self._detail = text_label("", LabelKind.BODY, Tone.SECONDARY)
        self._button = link_button(self.tr("Show all jobs"))
        self._button.clicked.connect(self.clear_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_2_PX)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        for each in (self._title, self._detail, self._button):
            column.addWidget(each, 0, centre)
        column.addStretch(3)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._title.text()

    def say(self, text: str, detail: str) -> None:
        """Cover the rows and say why there are none."""
        self._title.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._cover()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())


class QueuePane(QWidget):
    """The queue, ready to be put into a window.

    Attributes:
        model: The rows.
        view: The list.
        following: Keeps it at the job that renders.
        job_actions: What can be done with the chosen jobs.

    Signals:
        filter_clear_wanted: The filter was cleared here; the box it was typed into should follow.
    """

    filter_clear_wanted = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        """Build the queue.

        Args:
            session: Where everything is.
            theme: The look.
            thumbnails: Pictures of the jobs.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.model = QueueModel(session, self)
        self.view = QueueView(self.model, theme, thumbnails, self)
        self.following = Following(session, self.model, self.view)
        self.job_actions = QueueActions(session, theme, self.model, self)
        self._sort_bar = SortBar(self)
        self._nothing = NothingFound(self.view.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sort_bar)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.view.addActions(self.job_actions.all())
        self.view.selection_changed.connect(self.job_actions.set_selection)
        self.view.default_wanted.connect(self.job_actions.run_default)
        self.view.reorder_wanted.connect(self.job_actions.move_before)
        self.view.menu_wanted.connect(self._on_menu_wanted)
        self.model.arranged.connect(self._on_arranged)
        self.model.counted.connect(self._on_counted)
        self._sort_bar.run_order_wanted.connect(self.model.show_run_order)
        self._nothing.clear_wanted.connect(self._on_clear_wanted)
        self.view.set_compact(session.preferences.value.compact_rows)

    @Slot()
    def _on_arranged(self) -> None:
        state = self.model.sort_state
        self._sort_bar.say("" if state is None else sorted_by(state.column))
        self._on_counted(self.model.shown, self.model.total)

    @Slot(int, int)
    def _on_counted(self, shown: int, total: int) -> None:
        if shown or not total or not self.model.filter_text:
            self._nothing.hide()
            return
        text = self.tr("No job matches “{filter}”")
        self._nothing.say(
            text.format(filter=self.model.filter_text.strip()), self.model.filter_problem
        )

    @Slot()
    def _on_clear_wanted(self) -> None:
        self.model.set_filter("")
        self.filter_clear_wanted.emit()

    @Slot(QPoint)
    def _on_menu_wanted(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.job_actions.fill_menu(menu)
        menu.popup(where)
