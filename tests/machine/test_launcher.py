"""What docks hear of the renders, on a real message bus."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rendermanager.config.resources import resource
from rendermanager.machine import messagebus
from rendermanager.machine.launcher import DESKTOP_FILE, Launcher
from tests.helpers.login import NEEDS_BUS, system_bus

__all__ = ["system_bus"]

pytest.importorskip("jeepney")
WAIT_S = 20.0


@pytest.fixture
def dock(system_bus: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Somebody who listens as docks do."""
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import Proxy

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", os.environ["DBUS_SYSTEM_BUS_ADDRESS"])
    connection = messagebus.connect("SESSION")
    rule = MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry")
    Proxy(message_bus, connection).AddMatch(rule)
    gone = MatchRule(type="signal", member="NameOwnerChanged")
    Proxy(message_bus, connection).AddMatch(gone)
    with connection.filter(rule) as updates, connection.filter(gone) as leavers:
        yield lambda kind="update": connection.recv_until_filtered(
            updates if kind == "update" else leavers, timeout=WAIT_S
        )
    connection.close()


@NEEDS_BUS
def test_the_bar_and_the_number_are_told_and_taken_back(dock: Any) -> None:
    launcher = Launcher()
    assert launcher.show(0.25, 3)
    told = dock()
    assert told.header.fields[3] == "Update"
    place, properties = told.body
    assert place == "application://rendermanager.desktop"
    assert properties == {
        "progress": ("d", 0.25),
        "progress-visible": ("b", True),
        "count": ("x", 3),
        "count-visible": ("b", True),
    }
    assert launcher.show(2.0, 1)
    _, properties = dock().body
    assert (properties["progress"], properties["count-visible"]) == (("d", 1.0), ("b", False))
    launcher.hide()
    _, properties = dock().body
    assert properties["progress-visible"] == ("b", False)
    # Whoever has left the bus is forgotten, too.
    came = dock("left").body
    left = dock("left").body
    assert came[0] == left[0]
    assert (came[1], left[2]) == ("", "")
    launcher.hide()


@NEEDS_BUS
def test_it_is_told_again_after_the_bus_was_away(dock: Any) -> None:
    launcher = Launcher()
    assert launcher.show(0.5, 2)
    launcher._connection.sock.close()
    assert not launcher.show(0.5, 2)
    assert launcher.show(0.5, 2)
    launcher.hide()


def test_without_a_bus_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    launcher = Launcher()
    assert not launcher.show(0.5, 2)
    launcher.hide()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_nothing_is_claimed(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert not Launcher().show(0.5, 2)


def test_the_entry_that_is_meant_is_there() -> None:
    assert resource("desktop", DESKTOP_FILE).is_file()
