"""Desktop notifications over D-Bus, with a click that comes back to us."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import Any, Final

from rendermanager.machine import messagebus

APP_NAME: Final = "Render Manager"
CALL_TIMEOUT_S: Final = 5.0
_OPEN: Final = "default"
"""The action that a click on the notification itself stands for."""

_log = logging.getLogger(__name__)


class DesktopNotices:
    """Shows notifications through the desktop's own service, where there is one (Linux, BSD).

    The connection is made with the first notification. Every method may block for a few seconds:
    call them on an I/O thread.
    """

    def __init__(self, clicked: Callable[[int], None], icon: Path) -> None:
        """Remember whom to tell.

        Args:
            clicked: Called on a thread of its own with the number that `show` was given.
            icon: Picture beside the text; a path, since nothing is installed among the desktop's
                own icons.
        """
        self._icon = icon
        self._clicked = clicked
        self._lock = threading.Lock()
        self._router: Any = None
        self._connection: Any = None
        self._shown: dict[int, int] = {}
        self._last = 0

    def show(self, title: str, text: str, number: int, *, urgent: bool = False) -> bool:
        """Show one notification in place of our last one; False when the desktop has no service.

        Args:
            title: One short line.
            text: A sentence or two, shown as plain text.
            number: Comes back when it is clicked: a job's id, for example.
            urgent: Whether it should stay until somebody saw it.
        """
        if sys.platform in {"win32", "darwin"}:
            return False
        with self._lock:
            try:
                return self._show(title, text, number, urgent=urgent)
            except Exception as error:  # noqa: BLE001 - a bus can fail in many ways, all alike to us
                _log.info("no notification service: %s", error)
                self._drop()
                return False

    def close(self) -> None:
        """Leave the bus."""
        with self._lock:
            self._drop()

    def _show(self, title: str, text: str, number: int, *, urgent: bool) -> bool:
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - only when needed

        if self._router is None:
            self._connect()
        service = DBusAddress(
            "/org/freedesktop/Notifications",
            bus_name="org.freedesktop.Notifications",
            interface="org.freedesktop.Notifications",
        )
        # The text may hold file names: a service that reads markup must not find any in them.
        plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        body = (
            APP_NAME,
            self._last,
            str(self._icon),
            title,
            plain,
            [_OPEN, "Open"],
            {"urgency": ("y", 2 if urgent else 1), "desktop-entry": ("s", "rendermanager")},
            -1,
        )
        call = new_method_call(service, "Notify", "susssasa{sv}i", body)
        reply = self._router.send_and_get_reply(call, timeout=CALL_TIMEOUT_S)
        if reply.header.message_type.name == "error":
            _log.info("the notification service refused: %s", reply.body)
            return False
        self._last = int(reply.body[0])
        self._shown[self._last] = number
        return True

    def _connect(self) -> None:
        from jeepney import MatchRule, message_bus  # noqa: PLC0415
        from jeepney.io.threading import Proxy  # noqa: PLC0415

        self._connection, self._router = messagebus.connect_shared("SESSION")
        rule = MatchRule(
            type="signal", interface="org.freedesktop.Notifications", member="ActionInvoked"
        )
        Proxy(message_bus, self._router, timeout=CALL_TIMEOUT_S).AddMatch(rule)
        signals: Queue[Any] = Queue(maxsize=64)
        self._router.filter(rule, queue=signals)
        threading.Thread(
            target=self._listen, args=(signals,), name="notification clicks", daemon=True
        ).start()

    def _listen(self, signals: "Queue[Any]") -> None:
        while (message := signals.get()) is not None:
            shown, action = message.body
            number = self._shown.get(shown)
            if number is not None and action == _OPEN:
                self._clicked(number)

    def _drop(self) -> None:
        if self._router is not None:
            self._router.close()
            self._connection.close()
        self._router = self._connection = None
        self._shown.clear()
        self._last = 0
