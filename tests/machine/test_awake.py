"""Keeping the computer awake, with a real message bus and a login manager on it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rendermanager.machine.awake import awake

PROGRAM = Path(__file__).parent.parent / "programs" / "login_manager.py"
CONFIG = """<busconfig><type>session</type><listen>unix:path={path}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs dbus-daemon"
)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system bus of our own."""
    config = tmp_path / "bus.conf"
    config.write_text(CONFIG.format(path=tmp_path / "bus"))
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
    words = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as daemon:
        assert daemon.stdout is not None
        daemon.stdout.readline()
        yield
        daemon.terminate()


@contextmanager
def manager(*words: str) -> Iterator["subprocess.Popen[str]"]:
    argv = [sys.executable, str(PROGRAM), *words]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as program:
        assert told(program) == "ready"
        yield program
        program.terminate()


def told(program: "subprocess.Popen[str]") -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


@pytest.mark.usefixtures("bus")
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


@pytest.mark.usefixtures("bus")
def test_a_lock_ends_with_its_process() -> None:
    code = "from rendermanager.machine.awake import awake; import os; awake().hold(''); os._exit(9)"
    with manager() as login:
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
        assert told(login).startswith("held|")
        assert told(login) == "released"


@pytest.mark.usefixtures("bus")
def test_who_refuses_does_no_harm() -> None:
    with manager("--refuses"):
        assert not awake().hold("why")


@pytest.mark.usefixtures("bus")
def test_a_bus_without_a_login_manager_does_no_harm() -> None:
    assert not awake().hold("why")


def test_no_bus_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    system = awake()
    assert not system.hold("why")
    system.release()
