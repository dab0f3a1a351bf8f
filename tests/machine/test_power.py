"""Sleeping, locking and shutting down, with a login manager that only writes it down."""

from pathlib import Path

import pytest

from rendermanager.machine.power import Power, act, possible
from tests.helpers.login import NEEDS_BUS, manager, system_bus, told

__all__ = ["system_bus"]

pytestmark = NEEDS_BUS


@pytest.mark.usefixtures("system_bus")
def test_what_the_computer_can_do(monkeypatch: pytest.MonkeyPatch) -> None:
    with manager():
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        assert possible() == {Power.SLEEP, Power.SHUT_DOWN}
        monkeypatch.setenv("XDG_SESSION_ID", "1")
        assert possible() == {Power.SLEEP, Power.SHUT_DOWN, Power.LOCK}


@pytest.mark.usefixtures("system_bus")
@pytest.mark.parametrize(
    ("power", "call"),
    [
        (Power.LOCK, "Lock"),
        (Power.SLEEP, "Suspend|False"),
        (Power.HIBERNATE, "Hibernate|False"),
        (Power.SHUT_DOWN, "PowerOff|False"),
    ],
)
def test_each_is_one_call(power: Power, call: str) -> None:
    with manager() as login:
        act(power)
        assert told(login) == call


@pytest.mark.usefixtures("system_bus")
def test_a_refusal_is_said() -> None:
    with manager("--refuses"):
        with pytest.raises(OSError, match="refused: not today"):
            act(Power.SLEEP)
        assert possible() == frozenset()


def test_without_a_bus_nothing_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    assert possible() == frozenset()
    with pytest.raises(OSError):  # noqa: PT011 - the words are the system's
        act(Power.SHUT_DOWN)
