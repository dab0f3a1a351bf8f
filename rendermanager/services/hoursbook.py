"""Shows and sets the hours of the week for those who ask from outside the window."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rendermanager.config.settings import Settings, load_settings, save_settings
from rendermanager.core.errors import NotPossibleNow
from rendermanager.core.hours import read_windows, written, written_rule
from rendermanager.scheduling.hours import allowed_at, rule_at
from rendermanager.services.views import View

Hours = tuple[str, ...]


class HoursBook:
    """Reads and writes the setting, wherever it is kept at the moment."""

    def __init__(
        self,
        read: Callable[[], Settings],
        write: Callable[[Hours], None],
        now: Callable[[], datetime],
        override: Callable[[], int] = int,
    ) -> None:
        """Know where the setting is.

        Args:
            read: Gives what is set; called on any thread.
            write: Sets other windows, which are sound; called on any thread.
            now: The moment, aware.
            override: Renders at once of this run, whatever the hours say; 0 where they count.
        """
        self._read = read
        self._write = write
        self._now = now
        self._override = override

    @classmethod
    def of_file(cls, path: Path) -> "HoursBook":
        """The settings in a file that no living process holds."""

        def write(hours: Hours) -> None:
            try:
                save_settings(path, replace(load_settings(path), hours=hours))
            except OSError as error:
                reason = error.strerror or error
                text = f"The settings cannot be written: {reason}."
                raise NotPossibleNow(text, f"Check “{path}” and its folder.") from error

        return cls(lambda: load_settings(path), write, lambda: datetime.now(UTC))

    def show(self) -> View:
        """The windows, what holds now, and what will next."""
        return self._view(self._read().hours)

    def set(self, texts: Sequence[str]) -> View:
        """Put these windows in the place of all others.

        Raises:
            BadInput: One of them says nothing; nothing is changed then.
            NotPossibleNow: They cannot be written down.
        """
        hours = tuple(written(window) for window in read_windows(texts))
        self._write(hours)
        return self._view(hours)

    def _view(self, hours: Hours) -> View:
        windows, now = read_windows(hours), self._now()
        allowed = allowed_at(windows, now, datetime.astimezone)
        until = allowed.until
        then = rule_at(windows, until.astimezone()) if until is not None else None
        return {
            "hours": [written(window) for window in windows],
            "now": written_rule(allowed.rule),
            "until": until.astimezone().isoformat() if until is not None else None,
            "then": written_rule(then) if then is not None else None,
            "concurrency": self._override() or None,
        }
