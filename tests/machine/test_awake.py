"""Keeping the computer awake, with a real message bus and a login manager on it."""

import subprocess
import sys
from pathlib import Path

import pytest

from rendermanager.machine.awake import awake
from tests.helpers.login import NEEDS_BUS, manager, system_bus, told

__all__ = ["system_bus"]

pytestmark = NEEDS_BUS


@pytest.mark.usefixtures("system_bus")
def test_a_lock_is_taken_once_and_given_back() -> None:
    with manager() as login:
        system = awake()
        system.release()
        assert system.hold("Renders are running")
        assert system.hold("Renders are running")
        assert told(login) == "held|sleep:idle|Render Manager|Renders are running|block"
        system.release()
        assert told(login) == "released"
        assert system.hold("again")
        assert told(login).endswith("|again|block")
        system.release()


@pytest.mark.usefixtures("system_bus")
def test_a_lock_ends_with_its_process() -> None:
    code = "from rendermanager.machine.awake import awake; import os; awake().hold(''); os._exit(9)"
    with manager() as login:
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
        assert told(login).startswith("held|")
        assert told(login) == "released"


@pytest.mark.usefixtures("system_bus")
def test_who_refuses_does_no_harm() -> None:
    with manager("--refuses"):
        assert not awake().hold("why")


@pytest.mark.usefixtures("system_bus")
def test_a_bus_without_a_login_manager_does_no_harm() -> None:
    assert not awake().hold("why")


def test_no_bus_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    system = awake()
    assert not system.hold("why")
    system.release()
