"""For how long nobody has touched keyboard or mouse, as each system tells it."""

import ctypes
import ctypes.util
import logging
import os
import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, Final

from rendermanager.machine import messagebus

CALL_TIMEOUT_S: Final = 2.0
_MUTTER: Final = ("/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor")

_log = logging.getLogger(__name__)


class Presence(ABC):
    """Tells when the last input was. May block for a moment: call it on one I/O thread."""

    @abstractmethod
    def idle_s(self) -> float:
        """Seconds since the last input.

        Raises:
            OSError: Nobody can tell any more.
        """

    def close(self) -> None:  # noqa: B027 - most hold nothing
        """Let go of whoever is asked."""


class _X11(Presence):
    """The screen saver extension of the X server, through libXss."""

    class _Info(ctypes.Structure):
        _fields_ = (
            ("window", ctypes.c_ulong),
            ("state", ctypes.c_int),
            ("kind", ctypes.c_int),
            ("til_or_since", ctypes.c_ulong),
            ("idle", ctypes.c_ulong),
            ("event_mask", ctypes.c_ulong),
        )

    def __init__(self) -> None:
        """Connect.

        Raises:
            OSError: There is no such server, library or extension.
        """
        x11, saver = _library("X11"), _library("Xss")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        pointer = ctypes.POINTER(ctypes.c_int)
        saver.XScreenSaverQueryExtension.argtypes = [ctypes.c_void_p, pointer, pointer]
        info = ctypes.POINTER(self._Info)
        saver.XScreenSaverQueryInfo.argtypes = [ctypes.c_void_p, ctypes.c_ulong, info]
        self._x11, self._saver = x11, saver
        # With a connection of our own, no other thread uses it at the same time.
        self._display = x11.XOpenDisplay(None)
        if not self._display:
            raise OSError("the X server cannot be reached")
        first = ctypes.c_int()
        if not saver.XScreenSaverQueryExtension(self._display, first, ctypes.c_int()):
            self.close()
            raise OSError("the X server has no screen saver extension")
        self._root = x11.XDefaultRootWindow(self._display)

    def idle_s(self) -> float:
        info = self._Info()
        if not self._saver.XScreenSaverQueryInfo(self._display, self._root, ctypes.byref(info)):
            raise OSError("the X server does not tell when the last input was")
        return float(info.idle) / 1000

    def close(self) -> None:
        display, self._display = self._display, None
        if display:
            self._x11.XCloseDisplay(display)


class _Mutter(Presence):
    """The desktop GNOME, which knows it under Wayland, too."""

    def __init__(self) -> None:
        """Connect, and ask once.

        Raises:
            OSError: There is no such desktop.
        """
        self._connection: Any = None
        try:
            self._connection = messagebus.connect("SESSION")
            self.idle_s()
        except BaseException as error:
            self.close()
            if isinstance(error, Exception):
                raise OSError(f"the desktop cannot be asked: {error}") from error
            raise

    def idle_s(self) -> float:
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - only when needed

        path, name = _MUTTER
        address = DBusAddress(path, bus_name=name, interface=name)
        message = new_method_call(address, "GetIdletime")
        try:
            reply = self._connection.send_and_get_reply(message, timeout=CALL_TIMEOUT_S)
        except Exception as error:
            raise OSError(f"the desktop does not answer: {error}") from error
        if reply.header.message_type.name == "error":
            raise OSError("the desktop does not tell when the last input was")
        return float(reply.body[0]) / 1000

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _Windows(Presence):
    """GetLastInputInfo."""

    class _Info(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("time_ms", ctypes.c_uint))

    def idle_s(self) -> float:
        libraries: Any = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
        info = self._Info(ctypes.sizeof(self._Info), 0)
        if not libraries.user32.GetLastInputInfo(ctypes.byref(info)):
            raise OSError("Windows does not tell when the last input was")
        # Both count milliseconds in 32 bits and start again after 49 days.
        ticks, last = int(libraries.kernel32.GetTickCount()), int(info.time_ms)
        return ((ticks - last) & 0xFFFFFFFF) / 1000


class _Mac(Presence):
    """CGEventSourceSecondsSinceLastEventType for any input, of the session's combined state."""

    def __init__(self) -> None:
        """Load the framework.

        Raises:
            OSError: It is not there.
        """
        self._services = _library("ApplicationServices")
        self._services.CGEventSourceSecondsSinceLastEventType.restype = ctypes.c_double
        kinds = [ctypes.c_int32, ctypes.c_uint32]
        self._services.CGEventSourceSecondsSinceLastEventType.argtypes = kinds

    def idle_s(self) -> float:
        return float(self._services.CGEventSourceSecondsSinceLastEventType(0, 0xFFFFFFFF))


def presence(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> Presence | None:
    """Whoever can tell on this machine; None where nobody can. Blocks for a moment.

    Under Wayland an X server may run as well, but it hears only of what its own windows are sent.
    """
    kinds: list[type[Presence]] = []
    if platform == "win32":
        kinds = [_Windows]
    elif platform == "darwin":
        kinds = [_Mac]
    elif "WAYLAND_DISPLAY" in environment:
        kinds = [_Mutter]
    elif "DISPLAY" in environment:
        kinds = [_X11]
    for kind in kinds:
        try:
            return kind()
        except OSError as error:
            _log.info("nobody tells when the last input was: %s", error)
    return None


def _library(name: str) -> ctypes.CDLL:
    path = ctypes.util.find_library(name)
    if path is None:
        raise OSError(f"lib{name} is not installed")
    return ctypes.CDLL(path)
