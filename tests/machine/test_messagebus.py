"""A message bus that takes calls and does not answer holds nobody up for ever."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.core.errors import NotPossibleNow
from rendermanager.machine import logind, messagebus
from rendermanager.machine.awake import awake
from rendermanager.machine.keyring import read_secret
from rendermanager.machine.launcher import Launcher
from rendermanager.machine.notifications import DesktopNotices
from tests.helpers.login import NEEDS_BUS, manager, system_bus

__all__ = ["system_bus"]

pytest.importorskip("jeepney")


class SilentBus:
    """Accepts everybody; lets them in where it is told to, and says nothing more.

    Attributes:
        calls: How many have come.
    """

    def __init__(self, path: Path, *, lets_in: bool) -> None:
        self._lets_in = lets_in
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(path))
        self._socket.listen()
        self._guests: list[socket.socket] = []
        self.calls = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                guest, _ = self._socket.accept()
            except OSError:
                return
            self.calls += 1
            self._guests.append(guest)
            if self._lets_in:
                self._let_in(guest)

    def _let_in(self, guest: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := guest.recv(1024):
                if b"AUTH" in data:
                    guest.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
                if b"NEGOTIATE" in data:
                    guest.sendall(b"AGREE_UNIX_FD\r\n")
                if b"BEGIN" in data:
                    return

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for guest in self._guests:
            guest.close()
        self._thread.join()


@pytest.fixture(params=[False, True], ids=["says nothing", "lets in"])
def bus(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SilentBus]:
    path = tmp_path / "bus"
    made = SilentBus(path, lets_in=request.param)
    for kind in ("SYSTEM", "SESSION"):
        monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", f"unix:path={path}")
    monkeypatch.setattr(messagebus, "LIMIT_S", 0.2)
    yield made
    made.close()


def test_the_login_manager_is_given_up(bus: SilentBus) -> None:
    with pytest.raises(OSError, match=r"not authenticate|not answered"):
        logind.call(logind.MANAGER, "CanPowerOff")
    assert bus.calls == 1


def test_the_computer_is_just_not_kept_awake(bus: SilentBus) -> None:
    assert not awake().hold("Renders are running")
    assert bus.calls == 1


def test_a_notification_is_just_not_shown(bus: SilentBus) -> None:
    notices = DesktopNotices(lambda _: None, Path("icon.png"))
    assert not notices.show("Done", "All is rendered.", 1)
    notices.close()
    assert bus.calls == 1


def test_a_dock_is_just_not_told(bus: SilentBus) -> None:
    assert not Launcher().show(0.5, 1)
    assert bus.calls == 1


def test_the_keyring_is_not_asked_over_it(bus: SilentBus) -> None:
    with pytest.raises(NotPossibleNow, match="does not answer"):
        read_secret("token")
    assert bus.calls == 1


def test_no_bus_is_not_a_silent_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    assert not messagebus.is_silent("SESSION")


@NEEDS_BUS
@pytest.mark.usefixtures("system_bus")
def test_one_that_answers_is_heard() -> None:
    with manager():
        assert not messagebus.is_silent("SYSTEM")
