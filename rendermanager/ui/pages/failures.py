"""Why jobs failed: one card for each cause, the one that stopped most jobs first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from rendermanager.core.events import Event
from rendermanager.core.grouping import CauseGroup, grouped
from rendermanager.services.session import Session
from rendermanager.store.failures import failed_jobs
from rendermanager.ui.language.said import said, said_error
from rendermanager.ui.pages.cause_card import CauseCard
from rendermanager.ui.queue import amounts
from rendermanager.ui.queue.amounts import Here
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_2_PX
from rendermanager.ui.widgets import Banner, BannerKind, EmptyState

RELOAD_DELAY_MS: Final = 400
"""Jobs that fail in a burst are read once."""
MOST_CARDS: Final = 50
"""Causes that are shown; nobody reads more."""


class FailuresPanel(QStackedWidget):
    """What is stopped at the moment, and a card for each cause.

    Signals:
        counted: The line that belongs below the title.
        run_again: Ids of jobs that are to be run again.
        failed: The store could not be read; a sentence.
    """

    counted = Signal(str)
    run_again = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Read nothing until `reload`."""
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._labels = {engine.name: said(engine.label) for engine in session.registry}
        self.groups: tuple[CauseGroup, ...] = ()
        self.cards: list[CauseCard] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RELOAD_DELAY_MS)
        self._timer.timeout.connect(self.reload)
        self.banner = Banner(theme, BannerKind.WARNING)
        self.banner.acted.connect(self._on_try_now)
        self.banner.hide()
        self.empty = EmptyState(
            theme,
            "circle-check",
            self.tr("Nothing has failed"),
            self.tr("Jobs that cannot be rendered show up here, by what went wrong."),
            takes_drops=False,
        )
        self._build()
        session.bus.committed.connect(self._on_committed)
        session.bus.waiting.connect(self._show_stopped)

    @Slot()
    def reload(self) -> None:
        """Read the failed jobs anew."""
        background, store = self._session.background, self._session.store
        background.run(
            background.reads,
            lambda: grouped(store.read(failed_jobs)),
            self._on_read,
            lambda error: self.failed.emit(said_error(error)),
        )

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[PAGE_PADDING_PX] * 4)
        column.setSpacing(SPACE_2_PX)
        column.addWidget(self.banner)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_2_PX)
        column.addLayout(self._column)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Failures by cause"))
        self._area.setWidget(inside)
        self.addWidget(self._area)
        self.addWidget(self.empty)

    def _on_read(self, groups: Sequence[CauseGroup]) -> None:
        self.groups = tuple(groups)
        here = Here(self._session.store.now())
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [self._card(group, here) for group in self.groups[:MOST_CARDS]]
        self._show_stopped()
        self.counted.emit(self._line(here))

    def _card(self, group: CauseGroup, here: Here) -> CauseCard:
        label = self._labels.get(group.engine, group.engine)
        card = CauseCard(self._theme, group, label, here)
        card.run_again.connect(self.run_again)
        self._column.addWidget(card)
        return card

    def _line(self, here: Here) -> str:
        number = sum(group.count for group in self.groups)
        if not number:
            return ""
        jobs = self.tr("1 job failed") if number == 1 else self.tr("{number} jobs failed")
        causes = self.tr("one cause") if len(self.groups) == 1 else self.tr("{number} causes")
        parts = (
            jobs.format(number=amounts.number(number, here.locale)),
            causes.format(number=amounts.number(len(self.groups), here.locale)),
        )
        return " · ".join(parts)

    @Slot()
    def _show_stopped(self, *_reasons: object) -> None:
        """Say what nothing is started for at the moment."""
        stopped = self._session.dispatcher.stopped
        self.banner.set_message(
            BannerKind.WARNING, "\n".join(map(said, stopped)), self.tr("Try now")
        )
        self.banner.setVisible(bool(stopped))
        self.setCurrentWidget(self._area if stopped or self.groups else self.empty)

    @Slot()
    def _on_try_now(self) -> None:
        self._session.control("window").try_now()

    @Slot(object)
    def _on_committed(self, events: Sequence[Event]) -> None:
        if self.isVisible() and not all(event.task_id for event in events):
            self._timer.start()
