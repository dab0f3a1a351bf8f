"""Tries a preset on five seconds through the queue, and says what it comes to."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from rendermanager.core.events import Event
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.renderers.api import Preset
from rendermanager.services.presettest import PlannedTest, can_be_tested, per_minute, plan_test
from rendermanager.services.session import Session
from rendermanager.services.sources import SAMPLE
from rendermanager.store import queries
from rendermanager.ui.language.said import said, said_error, said_whole
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.desktop import Desktop
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import (
    LabelKind,
    Tone,
    link_button,
    secondary_button,
    set_tone,
    text_label,
)

_ENDED = frozenset(status.value for status in JobStatus if status.is_ended)


class PresetTrial(QWidget):
    """Two buttons, and below them how the test fares.

    Attributes:
        go: Renders the sample.
        choose: Renders another film.
        result: What came of it.
        show_result: Opens the file.

    Signals:
        said: A sentence about something that could not be done.
    """

    said = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Try nothing yet."""
        super().__init__(parent)
        self._session = session
        self._wanted: Callable[[], Preset | None] = lambda: None
        self._folder: Path | None = None
        self._job_id = 0
        self._seconds = 0.0
        self._file = ""
        self._busy = False
        self._able = False
        self._desktop = Desktop(session.background, self)
        self._desktop.failed.connect(self.said)
        self.go = secondary_button(self.tr("Test on 5 seconds"), theme.icon("play"))
        self.go.clicked.connect(self._on_go)
        self.choose = link_button(self.tr("of another film…"))
        self.choose.clicked.connect(self._on_choose)
        self.result = text_label("", LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        self.show_result = link_button(self.tr("Open the result"), theme.icon("external-link"))
        self.show_result.clicked.connect(self._on_show)
        self.show_result.hide()
        line = QHBoxLayout()
        line.setSpacing(SPACE_2_PX)
        for widget in (self.go, self.choose, self.show_result):
            line.addWidget(widget)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2_PX)
        column.addLayout(line)
        column.addWidget(self.result)
        session.bus.committed.connect(self._on_committed)

    def offer(self, preset: Preset, wanted: Callable[[], Preset | None]) -> None:
        """Be ready to try a preset.

        Args:
            preset: The one that is shown.
            wanted: Gives it with what is changed of it by then.
        """
        self._wanted = wanted
        self._job_id = 0
        self._busy = False
        engine = self._session.registry.get(preset.engine)
        self._able = can_be_tested(engine)
        self.show_result.hide()
        text = self.tr("It is rendered by the queue; nothing is kept among your files.")
        if not self._able:
            text = self.tr("{engine} cannot be tested on the sample: it needs a project of yours.")
        self._say(text.format(engine=engine.label))
        self._show_buttons()

    # ------------------------------------------------------------------ what happens

    @Slot()
    def _on_go(self) -> None:
        self.try_on(SAMPLE)

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Test on 5 seconds of a film"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.try_on)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def try_on(self, source: str) -> None:
        """Render the first seconds of a film."""
        preset = self._wanted()
        if preset is None or self._busy:
            return
        self._busy = True
        self._job_id = 0
        self.show_result.hide()
        self._show_buttons()
        self._say(self.tr("Looking at the film…"))
        name = self.tr("Test of “{preset}”").format(preset=said(preset.label))
        background = self._session.background
        background.run(
            background.io,
            partial(plan_test, self._session, preset, source, name, self._folder),
            self._on_planned,
            self._on_failed,
        )

    def _on_planned(self, planned: PlannedTest) -> None:
        self._seconds = planned.seconds
        if planned.is_paused:
            self._say(self.tr("The queue is paused: the test waits until it goes on."))
        else:
            held_off = said(self._session.dispatcher.held_off)
            self._say(held_off or self.tr("In the queue, before everything else…"))
        output = Path(planned.jobs[0].spec.output)
        tests = self._session.paths.preset_tests
        self._folder = tests / output.relative_to(tests).parts[0]
        future = self._session.control("window").submit(planned.jobs)
        self._session.background.when_done(future, self._on_stored, self._on_failed)

    def _on_stored(self, ids: Sequence[int]) -> None:
        self._job_id = ids[0]
        # It may have ended before its number was known here.
        self._look()

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        if not self._job_id:
            return
        mine = [each for each in events if each.job_id == self._job_id and not each.task_id]
        if any(each.new == JobStatus.RENDERING.value for each in mine):
            self._say(self.tr("Rendering…"))
        if any(each.new in _ENDED for each in mine):
            self._look()

    def _look(self) -> None:
        job_id, session = self._job_id, self._session
        session.background.run(
            session.background.reads,
            lambda: session.store.read(lambda db: queries.job(db, job_id)),
            self._on_read,
            self._on_failed,
        )

    def _on_read(self, job: Job | None) -> None:
        if job is None or job.id != self._job_id or not job.status.is_ended:
            return
        self._job_id = 0
        self._busy = False
        self._show_buttons()
        if job.status is JobStatus.COMPLETED and job.artifacts:
            self._file = job.artifacts[0].final
            self.show_result.show()
            self._say(self._words(job))
            # What is over and well need not stand in the queue; the file stays.
            self._session.control("window").ask("remove", [job.id])
        elif job.failure is not None:
            self._say(said_whole(job.failure), Tone.FAILED)
        else:
            self._say(self.tr("The test was cancelled."))

    def _words(self, job: Job) -> str:
        locale = QLocale()
        size = sum(each.size_bytes for each in job.artifacts)
        text = self.tr("{size} in {time}.").format(
            size=amounts.size(size, locale), time=amounts.duration(job.elapsed_s, locale)
        )
        minute = per_minute(size, job.elapsed_s, self._seconds)
        if minute is None:
            return text
        more = self.tr("A minute of it would be about {size} and take about {time}.").format(
            size=amounts.size(minute.size_bytes, locale),
            time=amounts.duration(minute.elapsed_s, locale),
        )
        return f"{text} {more}"

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._show_buttons()
        self._say(said_error(error), Tone.FAILED)

    @Slot()
    def _on_show(self) -> None:
        self._desktop.open_files([self._file])

    def _say(self, text: str, tone: Tone = Tone.SECONDARY) -> None:
        self.result.setText(text)
        set_tone(self.result, tone)

    def _show_buttons(self) -> None:
        for button in (self.go, self.choose):
            button.setEnabled(self._able and not self._busy)
