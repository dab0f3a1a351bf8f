"""Renders that go on without the app: whether one does, what it has printed, how it ended.

Their supervisor puts two files beside the log: ``.progress`` while it goes on alone (it holds the
output for machines), and ``.result`` once the render has ended and nobody was there to hear of it.
It listens to three signals then: SIGUSR1 suspends the render, SIGUSR2 lets it go on, SIGTERM ends
it. Windows has none of them: there it reads the same three words from a file, ``.words``.
"""

import json
import signal
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rendermanager.machine.processes import is_alive, send_signal
from rendermanager.machine.supervising.host import END, RESUME, SUSPEND
from rendermanager.machine.supervising.mailbox import WORDS_SUFFIX, leave_word
from rendermanager.machine.supervising.orders import PROGRESS_SUFFIX

RESULT_SUFFIX: Final = ".result"
MIND_MADE_UP_S: Final = 2.0
"""A supervisor that has just lost its app needs a moment to go on alone, or to end its render."""
LOOK_INTERVAL_S: Final = 0.05
MOST_BYTES: Final = 256 * 1024
"""Most that is read of one file at once; a longer piece is skipped up to its end."""


@dataclass(frozen=True, slots=True)
class Places:
    """How far the files of a render were read, in bytes.

    Attributes:
        log: In its log.
        progress: In its output for machines.
    """

    log: int = 0
    progress: int = 0


@dataclass(frozen=True, slots=True)
class Sight:
    """What a look at a render that goes on alone has shown.

    Attributes:
        text: What it has printed since the last look, whole lines.
        places: Where to read on.
        outcome: How it ended, as its supervisor wrote it down; None while it runs.
        alive: Whether its supervisor lives.
    """

    text: str
    places: Places
    outcome: Mapping[str, Any] | None
    alive: bool


def result_path(log: str) -> str:
    """Where the outcome of the render with this log is written."""
    return f"{log}{RESULT_SUFFIX}" if log else ""


def goes_on(supervisor: str, log: str) -> bool:
    """Whether a render whose app has died goes on, or has ended by itself; may wait a moment.

    Args:
        supervisor: Identity of the process that watches it.
        log: Path of its log.
    """
    until = time.monotonic() + MIND_MADE_UP_S
    while log and Path(log).exists():
        outcome = read_outcome(log)
        if outcome is not None:
            # One that was told to end has no result worth taking over.
            return not outcome.get("stopped")
        if not is_alive(supervisor):
            # Its last act may have been between our two looks.
            outcome = read_outcome(log)
            return outcome is not None and not outcome.get("stopped")
        if Path(f"{log}{PROGRESS_SUFFIX}").exists():
            return True
        if time.monotonic() > until:
            return False
        time.sleep(LOOK_INTERVAL_S)
    return False


def look(supervisor: str, log: str, places: Places | None) -> Sight:
    """What is new of a render that goes on alone.

    Args:
        supervisor: Identity of the process that watches it.
        log: Path of its log.
        places: Where the last look came to; None for the first one, which reads the ends alone.
    """
    # In this order: what was printed before the end is read when the end is known.
    alive = is_alive(supervisor)
    outcome = read_outcome(log)
    text, log_place = _read_on(log, None if places is None else places.log)
    more, progress_place = _read_on(
        f"{log}{PROGRESS_SUFFIX}", None if places is None else places.progress
    )
    return Sight(text + more, Places(log_place, progress_place), outcome, alive)


def read_outcome(log: str) -> Mapping[str, Any] | None:
    """What a supervisor has written about the end of a render, or None."""
    try:
        outcome = json.loads(Path(result_path(log)).read_bytes())
    except (OSError, ValueError):
        return None
    return outcome if isinstance(outcome, dict) and "code" in outcome else None


def forget(log: str) -> None:
    """Delete what a supervisor has left beside a log."""
    for path in (result_path(log), f"{log}{PROGRESS_SUFFIX}", f"{log}{WORDS_SUFFIX}"):
        try:
            Path(path).unlink()
        except OSError:
            continue  # there was none, or it goes with the log


def suspend(supervisor: str, log: str) -> bool:
    """Suspend a render that goes on alone; whether its supervisor was told."""
    if sys.platform == "win32":
        return _leave_word(supervisor, log, SUSPEND)
    return send_signal(supervisor, signal.SIGUSR1)


def resume(supervisor: str, log: str) -> bool:
    """Let it go on; whether its supervisor was told."""
    if sys.platform == "win32":
        return _leave_word(supervisor, log, RESUME)
    return send_signal(supervisor, signal.SIGUSR2)


def stop(supervisor: str, log: str) -> bool:
    """End it; whether its supervisor was told. The outcome is written when nobody is left."""
    if sys.platform == "win32":
        return _leave_word(supervisor, log, END)
    return send_signal(supervisor, signal.SIGTERM)


def _leave_word(supervisor: str, log: str, word: str) -> bool:
    return bool(log) and is_alive(supervisor) and leave_word(log, word)


def _read_on(path: str, place: int | None) -> tuple[str, int]:
    """Whole lines from a place in a file on, and where they end."""
    try:
        with Path(path).open("rb") as file:
            size = file.seek(0, 2)
            start = size - MOST_BYTES if place is None else place
            start = max(0, start, size - MOST_BYTES)
            file.seek(start)
            data = file.read(size - start)
    except OSError:
        return "", place or 0
    end = max(data.rfind(b"\n"), data.rfind(b"\r")) + 1
    return data[:end].decode("utf-8", "replace"), start + end
