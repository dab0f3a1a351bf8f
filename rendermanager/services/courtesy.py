"""Keeps renders out of the artist's way while somebody works at this computer."""

import logging
import time
from collections.abc import Callable, Collection
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from rendermanager.config.settings import Settings
from rendermanager.core.manners import Manners
from rendermanager.engine.background import Background
from rendermanager.engine.bus import Bus
from rendermanager.engine.dispatcher import Dispatcher
from rendermanager.scheduling.admission import Why
from rendermanager.scheduling.courtesy import Courtesy, Distance, after_look, is_at_work

LOOK_INTERVAL_MS: Final = 500
BIRTHS_INTERVAL_S: Final = 2.0
"""Renders that have stepped back are looked through for new processes so often."""

_log = logging.getLogger(__name__)


class Teller(Protocol):
    """Tells of input; see `machine.presence.Presence`, which is loaded when it is needed."""

    def idle_s(self) -> float:
        """Seconds since the last input."""
        ...

    def close(self) -> None:
        """Let go of whoever is asked."""
        ...


class CourtesyKeeper(QObject):
    """Looks for input while something renders, and has renders step back, rest or go on."""

    def __init__(
        self,
        bus: Bus,
        dispatcher: Dispatcher,
        background: Background,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
        *,
        find: Callable[[], Teller | None] | None = None,
    ) -> None:
        """Listen for renders.

        Args:
            bus: Tells of changes.
            dispatcher: What renders, and who can let it rest.
            background: Asks the system on its pool for files.
            settings: What the person wants.
            parent: Qt parent.
            find: Finds who tells of input; by default the system.
        """
        super().__init__(parent)
        self._dispatcher = dispatcher
        self._background = background
        self._settings = settings
        self._find = find or _whoever_tells
        self._presence: Teller | None = None
        self._searched = False
        self._looking = False
        self._closed = False
        self._only_idle = False
        self._stand = Courtesy()
        self._treated_s = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)
        bus.committed.connect(self.look_soon)
        bus.progressed.connect(self.look_soon)

    @property
    def distance(self) -> Distance:
        """How far renders keep away at the moment."""
        return self._stand.distance

    @Slot()
    def look_soon(self) -> None:
        """Something may render now that did not, or the wish may have changed."""
        if self._has_reason and not self._timer.isActive() and not self._closed:
            self._timer.start()
            if self._only_idle:
                # What could start waits for this look.
                self._on_timeout()

    def set_only_idle(self, only: bool) -> None:
        """Whether nothing is started while somebody works here, until a look has seen nobody."""
        if only != self._only_idle:
            self._only_idle = only
            self._hold_off(only)
            self.look_soon()

    def close(self) -> None:
        """Look for nobody any more; what rests is left to whoever ends it. After the pools."""
        self._closed = True
        self._timer.stop()
        if self._presence is not None:
            self._presence.close()

    @property
    def _has_reason(self) -> bool:
        """Whether anything is to be done or to be undone."""
        dispatcher = self._dispatcher
        wanted = self._settings().while_working is not Manners.IGNORE
        if (wanted and dispatcher.slots_in_use > 0) or self._stand != Courtesy():
            return True
        return self._only_idle and not dispatcher.queue_paused and not dispatcher.is_settled

    @Slot()
    def _on_timeout(self) -> None:
        if not self._has_reason:
            self._timer.stop()
            # Whoever was not there may be back when something is to start.
            self._hold_off(self._only_idle)
        elif not self._looking:
            self._looking = True
            background = self._background
            background.run(background.io, self._look, self._on_looked, self._on_not_looked)

    def _look(self) -> float | None:
        if not self._searched:
            self._presence = self._find()
            self._searched = True
        return None if self._presence is None else self._presence.idle_s()

    def _on_not_looked(self, error: Exception) -> None:
        _log.info("nobody tells of input any more: %s", error)
        self._presence = None
        self._on_looked(None)

    def _on_looked(self, idle_s: float | None) -> None:
        self._looking = False
        settings, now = self._settings(), time.monotonic()
        self._hold_off(self._only_idle and is_at_work(idle_s, settings.quiet_s))
        before, manners = self._stand.distance, settings.while_working
        self._stand = after_look(self._stand, manners, idle_s, settings.quiet_s, now)
        after = self._stand.distance
        if after is not before:
            _log.info("renders: %s", after.name.lower())
            self._dispatcher.rest(_words(settings.quiet_s) if after is Distance.AWAY else "")
        if after is before is Distance.NONE:
            return
        if after is not before or now - self._treated_s >= BIRTHS_INTERVAL_S:
            self._treated_s = now
            self._treat(back=after is not Distance.NONE)

    def _hold_off(self, hold: bool) -> None:
        self._dispatcher.hold_off(Why.ARTIST, _away(self._settings().quiet_s) if hold else "")

    def _treat(self, *, back: bool) -> None:
        roots = self._dispatcher.supervisors
        if roots:
            background = self._background
            background.run(background.io, partial(_move, roots, back=back), _ignore, _complain)


def _whoever_tells() -> Teller | None:
    # Loaded here: most people let renders go on, and no start is to wait for it.
    from rendermanager.machine.presence import presence  # noqa: PLC0415

    return presence()


def _move(roots: Collection[int], *, back: bool) -> None:
    from rendermanager.machine.precedence import come_forward, step_back  # noqa: PLC0415

    (step_back if back else come_forward)(roots)


def _words(quiet_s: int) -> str:
    return f"You are at work: goes on after {quiet_s} seconds without input"


def _away(quiet_s: int) -> str:
    return f"Starts after {quiet_s} seconds without input"


def _ignore(_: object) -> None:
    """Nothing comes of it that anybody needs to know."""


def _complain(error: Exception) -> None:
    _log.warning("renders could not be moved out of the way: %s", error)
