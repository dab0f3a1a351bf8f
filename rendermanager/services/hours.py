"""Lets as many renders run at once as the hours of the week allow."""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.config.settings import Settings
from rendermanager.core.hours import Fixed, Multiple, OnlyIdle, Rule, read_windows, written_rule
from rendermanager.engine.bus import Bus
from rendermanager.engine.dispatcher import Dispatcher
from rendermanager.scheduling.admission import Why
from rendermanager.scheduling.hours import Allowed, allowed_at, why_nothing
from rendermanager.services.automatic import AutomaticSlots
from rendermanager.services.courtesy import CourtesyKeeper

LOOK_INTERVAL_MS: Final = 60_000
"""While something waits or runs: the clock may be set, and timers stand still while we sleep."""

_log = logging.getLogger(__name__)


class HoursKeeper(QObject):
    """Applies the setting of slots and the hours of the week, now and whenever they change."""

    def __init__(
        self,
        bus: Bus,
        dispatcher: Dispatcher,
        automatic: AutomaticSlots,
        courtesy: CourtesyKeeper,
        settings: Callable[[], Settings],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Apply nothing before `begin`.

        Args:
            bus: Tells of changes.
            dispatcher: Starts nothing in quiet hours.
            automatic: Sets the slots.
            courtesy: Knows whether somebody works here.
            settings: What the person wants.
            now: The moment, aware.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._dispatcher = dispatcher
        self._automatic = automatic
        self._courtesy = courtesy
        self._settings = settings
        self._now = now
        self._slots: int | None = None
        self._applied: tuple[int, int] | None = None
        self._rule: Rule | None = None
        self._is_minutely = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        bus.committed.connect(self._on_moved)
        bus.waiting.connect(self._on_moved)

    @property
    def override(self) -> int:
        """Renders at once of this run, whatever the hours say; 0 where they count."""
        return self._slots or 0

    def begin(self, slots: int) -> None:
        """Let the hours count from now on, or this number of slots in their place."""
        self._slots = slots
        self.look()

    def close(self) -> None:
        """Look at no clock any more."""
        self._slots = None
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Apply what holds at this moment, and come back when something else does."""
        if self._slots is None:
            return
        if self._slots:
            self._want(self._slots, 100)
            return
        settings, now = self._settings(), self._now()
        if settings.hours and hasattr(time, "tzset"):
            time.tzset()  # who travels takes the app along
        allowed = allowed_at(read_windows(settings.hours), now, datetime.astimezone)
        self._apply(allowed.rule, settings.concurrency)
        why = why_nothing(allowed, now, datetime.astimezone)
        self._dispatcher.hold_off(Why.HOURS, why)
        self._come_back(allowed, now)

    def _apply(self, rule: Rule, usual: int) -> None:
        if rule != self._rule:
            self._rule = rule
            _log.info("allowed at this hour: %s", written_rule(rule))
        self._courtesy.set_only_idle(isinstance(rule, OnlyIdle))
        if isinstance(rule, Fixed) and rule.slots:
            self._want(rule.slots, 100)
        else:
            # Where nothing may start, what runs keeps its place: it is never ended for it.
            self._want(usual, rule.percent if isinstance(rule, Multiple) else 100)

    def _want(self, slots: int, percent: int) -> None:
        if self._applied != (slots, percent):
            self._applied = (slots, percent)
            self._automatic.want(slots, percent)

    def _come_back(self, allowed: Allowed, now: datetime) -> None:
        self._is_minutely = False
        self._timer.stop()
        if allowed.until is None:
            return
        left_ms = (allowed.until - now).total_seconds() * 1_000
        if self._dispatcher.waiting or self._dispatcher.slots_in_use:
            self._is_minutely = True
            left_ms = min(left_ms, LOOK_INTERVAL_MS)
        # One more: a timer may be a little early, and would then find nothing changed.
        self._timer.start(int(left_ms) + 1)

    @Slot()
    def _on_moved(self) -> None:
        """Something may wait now: look at the clock before it starts, then once a minute."""
        if self._timer.isActive() and not self._is_minutely:
            self.look()
