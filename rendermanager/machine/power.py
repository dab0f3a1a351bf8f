"""Sends the computer to sleep, locks it or shuts it down."""

import ctypes
import os
import subprocess
import sys
from enum import StrEnum
from typing import Final

from rendermanager.machine import logind


class Power(StrEnum):
    """What can be done with the computer."""

    LOCK = "lock"
    """Lock the screen."""
    SLEEP = "sleep"
    """Suspend to memory."""
    HIBERNATE = "hibernate"
    """Suspend to disk."""
    SHUT_DOWN = "shut_down"
    """Switch off, once the open programs allow it."""


_ASKS: Final = {
    Power.SLEEP: "CanSuspend",
    Power.HIBERNATE: "CanHibernate",
    Power.SHUT_DOWN: "CanPowerOff",
}
_CALLS: Final = {
    Power.SLEEP: "Suspend",
    Power.HIBERNATE: "Hibernate",
    Power.SHUT_DOWN: "PowerOff",
}
_YES: Final = frozenset({"yes", "challenge"})
"""Answers of the login manager: at once, or after a password."""
_MAC: Final = {
    Power.LOCK: ("/usr/bin/pmset", "displaysleepnow"),
    Power.SLEEP: ("/usr/bin/pmset", "sleepnow"),
    Power.SHUT_DOWN: ("/usr/bin/osascript", "-e", 'tell app "System Events" to shut down'),
}
_LIMIT_S: Final = 20.0


def possible() -> frozenset[Power]:
    """What this computer can do for us. May block for a few seconds; for an I/O thread."""
    if sys.platform == "win32":
        return frozenset(Power)
    if sys.platform == "darwin":
        return frozenset(_MAC)
    try:
        able = {power for power, method in _ASKS.items() if _says_yes(method)}
    except OSError:
        return frozenset()
    return frozenset({*able, Power.LOCK} if "XDG_SESSION_ID" in os.environ else able)


def act(power: Power) -> None:
    """Do it. Blocks for a few seconds at most; for an I/O thread.

    Raises:
        OSError: The system refuses, or cannot be asked.
    """
    if sys.platform == "win32":
        _act_on_windows(power)
    elif sys.platform == "darwin":
        _run(_MAC[power])
    elif power is Power.LOCK:
        logind.call(logind.SESSION, "Lock")
    else:
        # Nobody is asked for a password: there may be nobody in front of the screen.
        logind.call(logind.MANAGER, _CALLS[power], "b", (False,))


def _says_yes(method: str) -> bool:
    return bool(_YES.intersection(logind.call(logind.MANAGER, method)))


def _run(argv: tuple[str, ...]) -> None:
    done = subprocess.run(
        argv, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_LIMIT_S
    )
    if done.returncode != 0:
        raise OSError(done.stderr.decode("utf-8", "replace").strip() or f"{argv[0]} failed")


def _act_on_windows(power: Power) -> None:
    if sys.platform == "win32":
        if power is Power.SHUT_DOWN:
            _run((r"C:\Windows\System32\shutdown.exe", "/s", "/t", "0"))
        elif power is Power.LOCK:
            if not ctypes.windll.user32.LockWorkStation():
                raise OSError("Windows does not lock the screen")
        elif not ctypes.windll.powrprof.SetSuspendState(power is Power.HIBERNATE, False, False):
            raise OSError("Windows does not go to sleep")
