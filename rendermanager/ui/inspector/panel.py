"""The inspector: everything about the job that is selected."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from rendermanager.core.job import Attempt, Job
from rendermanager.core.status import JobStatus
from rendermanager.engine.board import Live
from rendermanager.services.session import Session
from rendermanager.ui.inspector import facts
from rendermanager.ui.inspector.attempts_tab import AttemptsTab
from rendermanager.ui.inspector.buttons import ActionButton, ButtonRow
from rendermanager.ui.inspector.cards import CardKind, NoteCard
from rendermanager.ui.inspector.files_tab import FilesTab
from rendermanager.ui.inspector.log_tab import LogTab
from rendermanager.ui.inspector.preview import PreviewPicture
from rendermanager.ui.inspector.story import Story, StoryReader
from rendermanager.ui.inspector.usage_tab import UsageTab
from rendermanager.ui.language.said import said
from rendermanager.ui.queue import QueueActions, Thumbnails
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.queue.drawing import icon_of
from rendermanager.ui.queue.naming import Naming
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_1_PX, SPACE_2_PX, qcolor
from rendermanager.ui.widgets import (
    ElidedLabel,
    KeyValueList,
    LabelKind,
    Tone,
    icon_button,
    text_label,
)

NARROWEST_PX: Final = 300
_WORDS_PX: Final = 250
"""Name, facts, buttons, tabs and the first lines below these."""
_LOG_PX: Final = 280
"""More height than that for a log that can be read."""
FACTS_INTERVAL_MS: Final = 1_000
"""Numbers that change faster cannot be read."""


class Inspector(QWidget):
    """Shows one job; of several it says how many, and its buttons act on all of them.

    Signals:
        said: A sentence about something that was done or could not be done.
        close_wanted: The cross was pressed (it has one while it lies over the queue).
    """

    said = Signal(str)
    close_wanted = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        thumbnails: Thumbnails,
        actions: QueueActions,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._thumbnails = thumbnails
        self._actions = actions
        self._story: Story | None = None
        self._count = 0
        self._log_attempt = 0
        self._naming = Naming(session.registry)
        self._reader = StoryReader(session, self)
        self._reader.arrived.connect(self._on_story)
        self._facts_timer = QTimer(self)
        self._facts_timer.setSingleShot(True)
        self._facts_timer.setInterval(FACTS_INTERVAL_MS)
        self._facts_timer.timeout.connect(self._show_facts)
        self._build()
        session.bus.progressed.connect(self._on_progressed)
        thumbnails.ready.connect(self._on_picture)
        self.set_selection(())

    @property
    def job_id(self) -> int:
        """The job that is shown; 0 for none or several."""
        return self._reader.job_id

    @property
    def job(self) -> Job | None:
        """The job that is shown, as it was read last."""
        return self._story.job if self._story else None

    def set_selection(self, ids: Sequence[int]) -> None:
        """Show the job with this id, or how many there are."""
        self._count = len(ids)
        wanted = ids[0] if len(ids) == 1 else 0
        if wanted == self._reader.job_id and wanted:
            return
        self._story = None
        self._log_attempt = 0
        self._reader.read(wanted)
        if not wanted:
            self._show_many()

    def show_log(self) -> None:
        """Bring the log to the front."""
        self.tabs.setCurrentWidget(self.log)
        self.log.take_focus()

    def set_closable(self, closable: bool) -> None:
        """Show a cross, while the inspector lies over the queue."""
        self._close.setVisible(closable)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(NARROWEST_PX), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(NARROWEST_PX), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(tokens.window))
        if not self._close.isHidden():
            # Beside the queue the handle between the two is the line.
            left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            edge = QRect(0 if left else self.width() - 1, 0, 1, self.height())
            painter.fillRect(edge, qcolor(tokens.border))
        painter.end()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._preview = PreviewPicture(self._theme)
        self._name = ElidedLabel(
            "", LabelKind.HEADING, elide=Qt.TextElideMode.ElideMiddle, selectable=True
        )
        self._facts = ElidedLabel("", LabelKind.SMALL, Tone.SECONDARY)
        self._close = icon_button(self._theme.icon("x", "text2"), self.tr("Close the inspector"))
        self._close.clicked.connect(self.close_wanted)
        self._close.hide()
        self._card = NoteCard(self._theme)
        self._card.kept.connect(self._on_kept)
        self._card.run_again.connect(self._on_run_again)
        self._card.log_wanted.connect(self._on_card_log)
        self._card.copied.connect(self._on_details_copied)
        self._card.hide()
        self._build_buttons()
        self._build_tabs()
        title = QHBoxLayout()
        title.setSpacing(SPACE_1_PX)
        title.addWidget(self._name, 1)
        title.addWidget(self._close)
        page = QWidget()
        column = QVBoxLayout(page)
        pad = PAGE_PADDING_PX
        column.setContentsMargins(pad, pad - 2, pad, 0)
        column.setSpacing(SPACE_2_PX)
        column.addWidget(self._preview)
        column.addLayout(title)
        column.addWidget(self._facts)
        column.addWidget(self._buttons)
        column.addWidget(self._card)
        column.addWidget(self.tabs, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self._build_nothing())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._pages)

    def _build_buttons(self) -> None:
        actions = self._actions
        self._buttons = row = ButtonRow()
        self._pause = row.add(ActionButton(actions.pause))
        self._cancel = row.add(ActionButton(actions.cancel, self.tr("Cancel")))
        self._open = row.add(ActionButton(actions.open_output, self.tr("Open")))
        self._folder = row.add(ActionButton(actions.show_in_folder, self.tr("Open folder")))
        self._again = row.add(ActionButton(actions.run_again, self.tr("Run again")))
        self._remove = row.add(ActionButton(actions.remove, self.tr("Remove")))

    def _build_tabs(self) -> None:
        self._pairs = KeyValueList()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, SPACE_2_PX + SPACE_1_PX, 0, SPACE_2_PX)
        column.addWidget(self._pairs)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        background = self._session.background
        self.log = LogTab(background, self._theme)
        self.files = FilesTab(background, self._theme)
        self.attempts = AttemptsTab(self._theme)
        self.usage = UsageTab(self._session, self._theme)
        self.log.said.connect(self.said)
        self.files.said.connect(self.said)
        self.attempts.log_wanted.connect(self._on_attempt_chosen)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("About the job"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(area, self.tr("Details"))
        self.tabs.addTab(self.log, self.tr("Log"))
        self.tabs.addTab(self.files, self.tr("Files"))
        self.tabs.addTab(self.attempts, self.tr("Attempts"))
        self.tabs.addTab(self.usage, self.tr("Usage"))
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.currentChanged.connect(self._make_room)

    def _build_nothing(self) -> QWidget:
        self._nothing = text_label("", LabelKind.BODY, Tone.SECONDARY, wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*[PAGE_PADDING_PX] * 4)
        column.addWidget(self._nothing)
        return page

    # ------------------------------------------------------------------ showing

    def _show_many(self) -> None:
        self._facts_timer.stop()
        self.log.show_log("", live=False)
        if self._count < 2:
            self._nothing.setText(self.tr("Select a job to see everything about it."))
            self._pages.setCurrentIndex(1)
            return
        self._pages.setCurrentIndex(0)
        self._preview.set_picture(None, "layers")
        self._name.set_text(self.tr("%n jobs selected", "", self._count))
        self._facts.set_text(self.tr("The buttons act on all of them."))
        self._card.hide()
        self.tabs.hide()
        self._make_room()
        self._buttons.show_only(self._pause, self._cancel, self._remove)

    @Slot(object)
    def _on_story(self, story: Story | None) -> None:
        if story is None:
            self._count = 0
            self._reader.read(0)
            self._show_many()
            return
        before, self._story = self._story, story
        job = story.job
        self._pages.setCurrentIndex(0)
        self.tabs.show()
        self._name.set_text(job.name)
        self._show_picture()
        self._show_facts()
        self._show_card(job)
        self._make_room()
        self._show_buttons(job)
        self._pairs.set_rows(facts.details(job, self._naming.preset, self._here()))
        self._show_log(story)
        if before is None or before.job.artifacts != job.artifacts or before.job.id != job.id:
            self.files.show_job(job)
        self.attempts.show_attempts(story.attempts, self._session.store.now(), story.parts)
        self.usage.show_story(story)

    @Slot()
    def _make_room(self) -> None:
        """Words and a log need the height more than the picture does."""
        width = self.width() - 2 * PAGE_PADDING_PX
        needed = self._preview.heightForWidth(width) + self._theme.scaled(_WORDS_PX)
        if not self._card.isHidden():
            needed += self._card.heightForWidth(width)
        if self.tabs.currentWidget() is self.log and not self.tabs.isHidden():
            needed += self._theme.scaled(_LOG_PX)
        self._preview.setVisible(self.height() >= needed)

    def _show_picture(self) -> None:
        if self._story is None:
            return
        job = self._story.job
        self._preview.set_picture(self._thumbnails.large_picture(job), icon_of(job))

    @Slot()
    def _show_facts(self) -> None:
        if self._story is None:
            return
        job = self._story.job
        live = self._session.board.get(job.id)
        self._facts.set_text(facts.headline(job, live.progress if live else None, self._here()))

    def _show_card(self, job: Job) -> None:
        has_log = bool(self._story and self._story.last)
        if job.status is JobStatus.FAILED and job.failure is not None:
            failure, details = job.failure, facts.failure_details(job)
            self._card.say(
                CardKind.FAILURE,
                said(failure.message),
                said(failure.hint),
                has_log=has_log,
                details=details,
            )
        elif _is_doubtful(job):
            first, *rest = map(said, job.warnings)
            self._card.say(CardKind.WARNING, first, "\n".join(rest), has_log=has_log)
        else:
            self._card.hide()
            return
        self._card.show()

    def _show_buttons(self, job: Job) -> None:
        if not job.status.is_ended:
            self._buttons.show_only(self._pause, self._cancel, self._folder)
        elif _is_doubtful(job):
            # The card above offers to run it again.
            self._buttons.show_only(self._open, self._folder)
        elif job.status is JobStatus.COMPLETED:
            self._buttons.show_only(self._open, self._folder, self._again)
        elif job.status is JobStatus.FAILED:
            self._buttons.show_only(self._folder, self._remove)
        else:
            self._buttons.show_only(self._again, self._folder, self._remove)

    def _show_log(self, story: Story) -> None:
        """Follow the newest attempt, unless the person has chosen an older one."""
        last = story.last
        if last is None:
            self.log.show_log("", live=False)
            return
        chosen = next((each for each in story.attempts if each.id == self._log_attempt), last)
        if chosen is last:
            self._log_attempt = 0
        self._show_log_of(chosen)

    def _show_log_of(self, attempt: Attempt) -> None:
        detail = attempt.failure.detail if attempt.failure else ""
        self.log.show_log(attempt.log, live=not attempt.outcome, detail=detail)

    def _here(self) -> Here:
        return Here(self._session.store.now())

    # ------------------------------------------------------------------ what happens

    @Slot(object)
    def _on_progressed(self, moved: Sequence[Live]) -> None:
        if self._facts_timer.isActive() or self._story is None or not self.isVisible():
            return
        if any(live.job_id == self._story.job.id for live in moved):
            self._facts_timer.start()

    @Slot(int)
    def _on_picture(self, job_id: int) -> None:
        if job_id == self._reader.job_id:
            self._show_picture()

    @Slot()
    def _on_details_copied(self) -> None:
        self.said.emit(self.tr("The details are copied."))

    @Slot()
    def _on_card_log(self) -> None:
        self.show_log()
        self.log.jump_to_error()

    @Slot()
    def _on_run_again(self) -> None:
        if self._story is not None:
            self._actions.retry_ids([self._story.job.id])

    @Slot()
    def _on_kept(self) -> None:
        if self._story is not None:
            self._actions.keep_ids([self._story.job.id])

    @Slot(object)
    def _on_attempt_chosen(self, attempt: Attempt) -> None:
        self._log_attempt = attempt.id
        self._show_log_of(attempt)
        self.show_log()


def _is_doubtful(job: Job) -> bool:
    return job.status is JobStatus.COMPLETED and bool(job.warnings)
