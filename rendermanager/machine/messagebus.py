"""Connections to a message bus (D-Bus) that give up on one which does not answer."""

import contextlib
import socket
import threading
from typing import Any, Final

LIMIT_S: Final = 5.0
"""Longest time until a bus has let us in and said hello, in seconds, each."""


def connect(bus: str) -> Any:
    """A connection for one caller at a time, which can carry file handles. Blocks for seconds.

    Args:
        bus: ``SYSTEM`` or ``SESSION``.

    Raises:
        OSError: There is no such bus, it refuses, or it does not answer.
    """
    from jeepney.io.blocking import DBusConnection  # noqa: PLC0415 - only when needed

    link = _authenticated(bus, handles=True)
    # The greeting is sent by the constructor and knows no limit of its own.
    over = threading.Event()
    end = threading.Timer(LIMIT_S, _hang_up, [link, over])
    end.daemon = True
    end.start()
    try:
        return DBusConnection(link, enable_fds=True)
    except BaseException as error:
        link.close()
        if over.is_set():
            raise TimeoutError(f"the bus has not answered for {LIMIT_S:g} seconds") from error
        raise
    finally:
        end.cancel()


def connect_shared(bus: str) -> tuple[Any, Any]:
    """A connection that threads share, and the router that hands out what comes in.

    Raises:
        OSError: There is no such bus, it refuses, or it does not answer.
    """
    from jeepney import message_bus  # noqa: PLC0415
    from jeepney.io.threading import DBusConnection, DBusRouter, Proxy  # noqa: PLC0415

    connection = DBusConnection(_authenticated(bus))
    router = DBusRouter(connection)
    try:
        (connection.unique_name,) = Proxy(message_bus, router, timeout=LIMIT_S).Hello()
    except BaseException:
        router.close()
        connection.close()
        raise
    return connection, router


def is_silent(bus: str) -> bool:
    """Whether there is a bus that takes calls and answers none; any other trouble is not looked at.

    Whoever asks such a bus without a limit waits for ever. Blocks for seconds where it is so.
    """
    try:
        connect(bus).close()
    except TimeoutError:
        return True
    except Exception:  # noqa: BLE001 - no bus, no package: a bus can fail in many ways
        return False
    return False


def _authenticated(bus: str, *, handles: bool = False) -> socket.socket:
    from jeepney.bus import get_bus  # noqa: PLC0415
    from jeepney.io.blocking import prep_socket  # noqa: PLC0415

    link: socket.socket = prep_socket(get_bus(bus), enable_fds=handles, timeout=LIMIT_S)
    return link


def _hang_up(link: socket.socket, over: threading.Event) -> None:
    over.set()
    with contextlib.suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
