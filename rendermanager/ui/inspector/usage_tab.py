"""What a job takes of the machine: now, while it renders, and what each of its attempts took."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from PySide6.QtCore import QLocale, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rendermanager.core.consumption import Usage, expected_memory
from rendermanager.core.job import Attempt
from rendermanager.core.usage import TreeLoad
from rendermanager.services.session import Session
from rendermanager.store import consumption
from rendermanager.ui.inspector.facts import joined
from rendermanager.ui.inspector.story import Story
from rendermanager.ui.queue import amounts
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import (
    Gauge,
    GaugeStrip,
    KeyValueList,
    LabelKind,
    Tone,
    text_label,
)

INTERVAL_MS: Final = 500
"""Twice as often as renders are measured, so that no measurement is missed."""
SHOWN: Final = 8
"""Of many attempts the last ones are told of."""
_SETTLES_S: Final = 10.0
"""What an attempt took is kept so long after its end at the latest."""
_CORES, _MEMORY = "cores", "memory"


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was read of a job.

    Attributes:
        attempts: What each of its attempts took, by their numbers.
        usual: Bytes of memory that a render of its kind takes; 0 for unknown.
    """

    attempts: Mapping[int, Usage] = field(default_factory=dict)
    usual: int = 0


class UsageTab(QWidget):
    """Curves while it renders, and a line for each attempt; nothing is read while it is hidden."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self._story: Story | None = None
        self._round = 0
        self._taken = _Taken()
        self._last: datetime | None = None
        self._curves_of = 0
        self.curves = GaugeStrip(theme)
        self.curves.setAccessibleName(self.tr("What this render takes"))
        self.curves.hide()
        self.rows = KeyValueList()
        self._empty = text_label("", LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_2_PX, 0, SPACE_2_PX)
        column.setSpacing(SPACE_2_PX)
        column.addWidget(self.curves)
        column.addWidget(self._empty)
        column.addWidget(self.rows)
        column.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def empty_text(self) -> str:
        """What is said where nothing was measured."""
        return self._empty.text() if self._empty.isVisibleTo(self) else ""

    def show_story(self, story: Story) -> None:
        """Show what the job of this story takes and took."""
        if self._story is None or self._story.job.id != story.job.id:
            self._taken = _Taken()
        self._story = story
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.sampling.watch("usage", watched=True)
        self._timer.start()
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.sampling.watch("usage", watched=False)
        self._timer.stop()

    def _read(self) -> None:
        """Read what ended attempts took, off the main thread."""
        if self._story is None:
            return
        self._round += 1
        number, job_id, store = self._round, self._story.job.id, self._session.store

        def work() -> _Taken:
            usual = store.read(lambda db: consumption.usual_of_job(db, job_id))
            expected = max((expected_memory(each) for each in usual.values()), default=0)
            return _Taken(store.read(lambda db: consumption.of_attempts(db, job_id)), expected)

        background = self._session.background
        background.run(
            background.reads, work, lambda taken: self._on_read(number, taken), lambda _: None
        )

    def _on_read(self, number: int, taken: _Taken) -> None:
        if number == self._round:
            self._taken = taken
            self._show()

    @Slot()
    def _on_timeout(self) -> None:
        newest = self._session.sampling.newest
        if newest is not None and newest.at != self._last:
            self._last = newest.at
            if self._is_behind(newest.at):
                self._read()
            self._show()

    def _is_behind(self, now: datetime) -> bool:
        """Whether an attempt has just ended, and what it took is still on its way to the queue."""
        last = self._story.last if self._story else None
        if last is None or last.ended is None or last.id in self._taken.attempts:
            return False
        return (now - last.ended).total_seconds() < _SETTLES_S

    def _show(self) -> None:
        story = self._story
        if story is None:
            return
        running = [each for each in story.attempts if not each.outcome]
        loads = self._session.sampling.renders
        live = [loads[each.id] for each in running if each.id in loads]
        self._show_curves(story.job.id, live)
        rows = self._live_rows(live)
        rows += self._attempt_rows(story.attempts)
        if self._taken.usual:
            size = amounts.size(self._taken.usual, QLocale())
            rows.append((self.tr("Usually"), self.tr("{size} of memory").format(size=size)))
        self.rows.set_rows(rows)
        self._empty.setVisible(not rows)
        self._empty.setText(self._nothing(story, running))

    def _nothing(self, story: Story, running: Sequence[Attempt]) -> str:
        if running:
            return self.tr("Nothing measured yet")
        if story.attempts:
            return self.tr("Too short to be measured.")
        return self.tr("It has not started yet.")

    def _show_curves(self, job_id: int, live: Sequence[TreeLoad]) -> None:
        self.curves.setVisible(bool(live))
        if not live:
            return
        if self._curves_of != job_id:
            self._curves_of = job_id
            self.curves.set_gauges([])
            self.curves.set_gauges(
                [Gauge(_CORES, self.tr("Cores")), Gauge(_MEMORY, self.tr("Memory"))]
            )
        newest, locale = self._session.sampling.newest, QLocale()
        cores = [each.cores for each in live if each.cores is not None]
        if cores and newest is not None and newest.cores:
            share = sum(cores) / len(newest.cores)
            self.curves.push(_CORES, locale.toString(sum(cores), "f", 1), min(1.0, share))
        held = sum(each.memory for each in live)
        total = newest.memory_total if newest else 0
        self.curves.push(_MEMORY, amounts.size(held, locale), held / total if total else None)

    def _live_rows(self, live: Sequence[TreeLoad]) -> list[tuple[str, str]]:
        locale = QLocale()
        rows = []
        moved = [each.moved_per_s for each in live if each.moved_per_s is not None]
        if moved:
            rows.append((self.tr("Storage"), amounts.per_second(sum(moved), locale)))
        if card := sum(each.card_memory for each in live):
            rows.append((self.tr("VRAM"), amounts.size(card, locale)))
        return rows

    def _attempt_rows(self, attempts: Sequence[Attempt]) -> list[tuple[str, str]]:
        """A line for each attempt that was measured, the newest first."""
        rows = []
        for place, attempt in reversed(list(enumerate(attempts, 1))):
            usage = self._taken.attempts.get(attempt.id)
            if not attempt.outcome:
                usage = self._session.sampling.usage(attempt.id)
            if usage is not None:
                name = self.tr("Attempt {number}").format(number=QLocale().toString(place))
                rows.append((name, self._words(usage)))
        return rows[:SHOWN]

    def _words(self, usage: Usage) -> str:
        locale = QLocale()
        memory = amounts.size(usage.memory, locale)
        told = [self.tr("{size} at most").format(size=memory)]
        if usage.cores is not None:
            cores = locale.toString(usage.cores, "f", 1)
            told.append(self.tr("{number} cores").format(number=cores))
        if usage.card_memory:
            size = amounts.size(usage.card_memory, locale)
            told.append(self.tr("{size} of VRAM").format(size=size))
        return joined(told)
