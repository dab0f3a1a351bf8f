"""Whose program may run now: as many as renders are wanted at once, first come first served."""

from collections.abc import Callable, Hashable


class Turns:
    """Hands out the turns.

    More tasks may be claimed and prepared than may run, so that the next program starts the moment
    that one ends, with no commit in between.

    Attributes:
        limit: Programs at once; those that run already are never ended for it.
    """

    def __init__(self) -> None:
        """Nobody runs, and nobody may."""
        self.limit = 0
        self._running: set[Hashable] = set()
        self._waiting: dict[Hashable, Callable[[], None]] = {}

    def ask(self, who: Hashable, go: Callable[[], None]) -> bool:
        """Call `go` as soon as it is this one's turn; whether that was at once."""
        if len(self._running) >= self.limit:
            self._waiting[who] = go
            return False
        self._running.add(who)
        go()
        return True

    def is_waiting(self, who: Hashable) -> bool:
        """Whether this one has asked and was not called yet."""
        return who in self._waiting

    def give_back(self, who: Hashable) -> None:
        """It runs no more, or does not want to any more; the next one is called."""
        self._waiting.pop(who, None)
        self._running.discard(who)
        self.serve()

    def serve(self) -> None:
        """Call those whose turn it is; needed after the limit was raised."""
        while self._waiting and len(self._running) < self.limit:
            who = next(iter(self._waiting))
            self._running.add(who)
            self._waiting.pop(who)()
