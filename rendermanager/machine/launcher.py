"""Progress and a count at the app's place in the dock or panel, over D-Bus."""

import logging
import sys
import threading
from typing import Any, Final

from rendermanager.machine import messagebus

DESKTOP_FILE: Final = "rendermanager.desktop"
"""By its name, docks know which of their places is meant."""
_INTERFACE: Final = "com.canonical.Unity.LauncherEntry"
_PATH: Final = "/com/canonical/unity/launcherentry/rendermanager"

_log = logging.getLogger(__name__)


class Launcher:
    """Tells docks that listen (Unity, Plasma, Dash to Dock, Plank, Cinnamon) how far renders are.

    It stays on the bus only while there is something to show: docks forget what one who has left
    had said. Every method may block for a few seconds: call them on an I/O thread.
    """

    def __init__(self) -> None:
        """Show nothing."""
        self._lock = threading.Lock()
        self._connection: Any = None

    def show(self, share: float, count: int) -> bool:
        """Show a bar and a number; False where nobody can be told.

        Args:
            share: What is done, 0 to 1.
            count: Jobs that are left.
        """
        if sys.platform in {"win32", "darwin"}:
            return False
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = messagebus.connect("SESSION")
                self._send(_shown(share, count))
            except Exception as error:  # noqa: BLE001 - a bus can fail in many ways, all alike to us
                _log.info("no dock can be told how far renders are: %s", error)
                self._drop()
                return False
            return True

    def hide(self) -> None:
        """Show nothing any more."""
        with self._lock:
            if self._connection is None:
                return
            try:
                self._send(_HIDDEN)
            except Exception as error:  # noqa: BLE001 - as above
                _log.info("the dock could not be told that nothing renders: %s", error)
            self._drop()

    def _send(self, properties: dict[str, tuple[str, object]]) -> None:
        from jeepney import DBusAddress, new_signal  # noqa: PLC0415 - only when needed

        place = DBusAddress(_PATH, interface=_INTERFACE)
        body = (f"application://{DESKTOP_FILE}", properties)
        self._connection.send(new_signal(place, "Update", "sa{sv}", body))

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _shown(share: float, count: int) -> dict[str, tuple[str, object]]:
    return {
        "progress": ("d", min(1.0, max(0.0, share))),
        "progress-visible": ("b", True),
        "count": ("x", count),
        "count-visible": ("b", count > 1),
    }


_HIDDEN: Final[dict[str, tuple[str, object]]] = {
    "progress": ("d", 0.0),
    "progress-visible": ("b", False),
    "count": ("x", 0),
    "count-visible": ("b", False),
}
