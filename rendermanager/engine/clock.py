"""Working time of an attempt: monotonic, with pauses left out."""

import time
from collections.abc import Callable


class ActiveClock:
    """Counts seconds while it runs; a jump of the time of day does not touch it."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Start counting."""
        self._now = now
        self._counted = 0.0
        self._since: float | None = now()

    @property
    def elapsed_s(self) -> float:
        """Seconds counted so far."""
        if self._since is None:
            return self._counted
        return self._counted + (self._now() - self._since)

    def pause(self) -> None:
        """Stop counting; harmless when it stands."""
        self._counted = self.elapsed_s
        self._since = None

    def resume(self) -> None:
        """Go on counting; harmless when it runs."""
        if self._since is None:
            self._since = self._now()
