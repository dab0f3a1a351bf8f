"""Keeps the computer from going to sleep, as each system wants to be asked."""

import contextlib
import ctypes
import logging
import os
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Final

from rendermanager.machine import logind

APP_NAME: Final = "Render Manager"

_log = logging.getLogger(__name__)
_Release = Callable[[], None]


class Awake(ABC):
    """Holds the computer awake. Methods may block for a few seconds: call them on one I/O thread.

    What is held ends with this process, whatever becomes of it.
    """

    def __init__(self) -> None:
        """Hold nothing."""
        self._release: _Release | None = None

    def hold(self, why: str) -> bool:
        """Keep awake from now on; False where nobody can be asked, which is told in the log."""
        if self._release is None:
            try:
                self._release = self._ask(why)
            except OSError as error:
                _log.info("the computer cannot be kept awake: %s", error)
        return self._release is not None

    def release(self) -> None:
        """Let it sleep again."""
        if self._release is not None:
            release, self._release = self._release, None
            with contextlib.suppress(OSError):
                release()

    @abstractmethod
    def _ask(self, why: str) -> _Release:
        """Ask the system; what takes it back comes back."""


class _Logind(Awake):
    """systemd's login manager: the lock is a file that stays open."""

    def _ask(self, why: str) -> _Release:
        # Idle keeps it from falling asleep, sleep from being sent to sleep by a timer elsewhere.
        body = ("sleep:idle", APP_NAME, why, "block")
        (lock,) = logind.call(logind.MANAGER, "Inhibit", "ssss", body)
        handle = int(lock.to_raw_fd())
        return lambda: os.close(handle)


class _Windows(Awake):
    """A power request: unlike a thread's execution state it belongs to the process."""

    def _ask(self, why: str) -> _Release:
        kernel = _kernel32()
        reason = _ReasonContext(0, _SIMPLE_STRING, why)
        request = kernel.PowerCreateRequest(ctypes.byref(reason))
        if request in (None, _INVALID_HANDLE):
            raise OSError("Windows made no power request")
        if not kernel.PowerSetRequest(request, _SYSTEM_REQUIRED):
            kernel.CloseHandle(request)
            raise OSError("Windows refused the power request")
        return lambda: kernel.CloseHandle(request)


class _Mac(Awake):
    """`caffeinate`, which comes with macOS and ends with us."""

    def _ask(self, why: str) -> _Release:  # noqa: ARG002 - it takes no reason
        watched = str(os.getpid())
        program = subprocess.Popen(
            ["/usr/bin/caffeinate", "-i", "-w", watched],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

        def release() -> None:
            program.terminate()
            program.wait()

        return release


_SIMPLE_STRING: Final = 1
_SYSTEM_REQUIRED: Final = 1
_INVALID_HANDLE: Final = ctypes.c_void_p(-1).value


class _ReasonContext(ctypes.Structure):
    """REASON_CONTEXT of <minwinbase.h> with a plain text; the union is larger than that."""

    _fields_ = (
        ("version", ctypes.c_ulong),
        ("flags", ctypes.c_ulong),
        ("reason", ctypes.c_wchar_p),
        ("rest", ctypes.c_void_p * 2),
    )


def _kernel32() -> Any:
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.PowerCreateRequest.restype = ctypes.c_void_p
        kernel.PowerCreateRequest.argtypes = [ctypes.c_void_p]
        kernel.PowerSetRequest.argtypes = [ctypes.c_void_p, ctypes.c_int]
        kernel.CloseHandle.argtypes = [ctypes.c_void_p]
        return kernel
    raise NotImplementedError("only Windows has power requests")


def awake() -> Awake:
    """The way of this system."""
    if sys.platform == "win32":
        return _Windows()
    if sys.platform == "darwin":
        return _Mac()
    return _Logind()
