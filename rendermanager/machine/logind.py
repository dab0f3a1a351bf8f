"""Calls of systemd's login manager, over the system's message bus."""

from typing import Any, Final

from rendermanager.machine import messagebus

CALL_TIMEOUT_S: Final = 5.0
_NAME: Final = "org.freedesktop.login1"
MANAGER: Final = ("/org/freedesktop/login1", f"{_NAME}.Manager")
SESSION: Final = ("/org/freedesktop/login1/session/auto", f"{_NAME}.Session")
"""The session that the caller belongs to."""


def call(
    thing: tuple[str, str], method: str, signature: str = "", body: tuple[object, ...] = ()
) -> tuple[Any, ...]:
    """Call a method and give its answer. Blocks for a few seconds at most; for an I/O thread.

    Args:
        thing: Path and interface: `MANAGER` or `SESSION`.
        method: Its name.
        signature: D-Bus types of the arguments.
        body: The arguments.

    Raises:
        OSError: There is no bus, nobody answers, or the answer is no.
    """
    from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - only when needed

    path, interface = thing
    address = DBusAddress(path, bus_name=_NAME, interface=interface)
    message = new_method_call(address, method, signature or None, body)
    try:
        with messagebus.connect("SYSTEM") as connection:
            reply = connection.send_and_get_reply(message, timeout=CALL_TIMEOUT_S)
    except OSError:
        raise
    except Exception as error:
        # A bus can fail in many ways, all alike to whoever asks.
        raise OSError(f"the login manager cannot be asked: {error}") from error
    if reply.header.message_type.name == "error":
        words = "; ".join(str(each) for each in reply.body)
        raise OSError(f"the login manager refused: {words}")
    return tuple(reply.body)
