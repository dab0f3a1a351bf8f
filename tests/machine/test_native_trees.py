"""Whole trees under this system's own supervisor; written to run on Linux, macOS and Windows."""

import ctypes
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from rendermanager.machine import orphans, supervisor
from rendermanager.machine.processes import end_tree, identity, is_alive
from tests.machine.driver import PATIENCE_S, wait_until

WINDOWS = sys.platform == "win32"


def under_wine() -> bool:
    """Whether the Windows we run on is wine, which lacks some of what Windows has."""
    if sys.platform == "win32":
        return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
    return False


not_under_wine = pytest.mark.skipif(under_wine(), reason="wine does not do this for anybody")

#: Starts a child that sleeps, says both pids, and sleeps itself or ends.
FAMILY = """
import subprocess, sys, time, os
flags = 0x200 if os.name == "nt" else 0
child = subprocess.Popen([sys.executable, "-I", "-S", "-c", "import time; time.sleep(600)"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    creationflags=flags, start_new_session=os.name != "nt")
print(os.getpid(), child.pid, flush=True)
time.sleep(0 if sys.argv[1:] == ["exit"] else 600)
"""
STUBBORN = """
import signal, sys, time
for name in ("SIGTERM", "SIGBREAK", "SIGINT"):
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
print("ready", flush=True)
time.sleep(600)
"""
LISTENS = "import sys; print('ready', flush=True); print('got', sys.stdin.read(1))"
COUNTS = """
import sys, time
for n in range(1_000_000):
    print(n, flush=True)
    time.sleep(0.002)
"""

# A virtual environment of Windows starts its interpreter through another program.
PYTHON: str = getattr(sys, "_base_executable", "") or sys.executable


def python(code: str, *args: str) -> list[str]:
    return [PYTHON, "-I", "-S", "-X", "utf8", "-c", code, *args]


class Client:
    """The app's side of a supervisor, with nothing that Windows lacks."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            supervisor.command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        assert self.process.stdin
        assert self.process.stdout
        self._stdin, self._stdout = self.process.stdin, self.process.stdout
        self.text = ""
        self.wait_for("ready")

    def send(self, **order: object) -> None:
        self._stdin.write(json.dumps(order).encode() + b"\n")

    def start(self, argv: list[str], **fields: object) -> None:
        self.text = ""
        self.send(do="start", id=1, argv=argv, tag=f"native-{os.getpid()}-1", **fields)

    def wait_for(self, kind: str) -> dict[str, Any]:
        while line := self._stdout.readline():
            event: dict[str, Any] = json.loads(line)
            if event["ev"] == "out":
                self.text += event["t"]
            if event["ev"] == kind:
                return event
            assert event["ev"] != "refused", event
        raise AssertionError(f"the supervisor has ended before it said {kind}")

    def wait_for_text(self, text: str) -> str:
        while text not in self.text:
            self.wait_for("out")
        return self.text

    def family(self) -> list[str]:
        """Start a renderer with a child of its own group; identities of both."""
        self.start(python(FAMILY))
        return [identity(int(pid)) for pid in self.wait_for_text("\n").split()]

    def hang_up(self) -> None:
        self._stdin.close()

    def close(self) -> None:
        if not self._stdin.closed:
            self._stdin.close()
        try:
            self.process.wait(PATIENCE_S)
        finally:
            self.process.kill()
            self.process.wait()
            self._stdout.close()


@pytest.fixture
def client() -> Iterator[Client]:
    client = Client()
    yield client
    client.close()


def gone(identities: list[str]) -> bool:
    return wait_until(lambda: not any(map(is_alive, identities)))


def test_exit_code_and_output_come_through(client: Client) -> None:
    client.start(python("print('grüße'); raise SystemExit(7)"))
    exited = client.wait_for("exited")
    assert (exited["code"], exited["signal"], client.text.strip()) == (7, None, "grüße")


def test_identity_that_is_told_is_that_of_the_process(client: Client) -> None:
    client.start(python(STUBBORN))
    started = client.wait_for("started")
    assert is_alive(started["born"])
    client.send(do="stop", grace_s=0)
    client.wait_for("exited")
    assert not is_alive(started["born"])


def test_stop_word_lets_the_renderer_finish(client: Client) -> None:
    client.start(python(LISTENS))
    client.wait_for_text("ready")
    client.send(do="stop", quit="q", quit_s=60, grace_s=0)
    assert client.wait_for("exited")["code"] == 0
    assert "got q" in client.text


@not_under_wine  # it refuses to send Ctrl-Break
def test_renderer_is_asked_before_it_is_killed(client: Client) -> None:
    client.start(python("import time; print('ready', flush=True); time.sleep(600)"))
    client.wait_for_text("ready")
    client.send(do="stop", grace_s=60)
    assert client.wait_for("exited")["signal"] == 15


def test_renderer_that_ignores_everything_is_killed(client: Client) -> None:
    client.start(python(STUBBORN))
    client.wait_for_text("ready")
    client.send(do="stop", grace_s=0.05)
    exited = client.wait_for("exited")
    assert (exited["code"], exited["signal"]) == (None, 9)


def test_child_of_another_group_ends_with_its_renderer(client: Client) -> None:
    family = client.family()
    client.send(do="stop", grace_s=0.2)
    client.wait_for("exited")
    assert not any(map(is_alive, family))


def test_child_that_outlives_its_renderer_is_ended(client: Client) -> None:
    client.start(python(FAMILY, "exit"))
    exited = client.wait_for("exited")
    # The host of the child's console may still be there, too.
    assert exited["code"] == 0
    assert exited["strays"] in ((1, 2) if WINDOWS else (1,))
    assert not psutil.pid_exists(int(client.text.split()[1]))


def test_death_of_the_app_ends_the_tree(client: Client) -> None:
    family = client.family()
    client.hang_up()
    client.process.wait(PATIENCE_S)
    assert not any(map(is_alive, family))


def test_paused_renderer_is_silent_and_goes_on_where_it_was(client: Client) -> None:
    client.start(python(COUNTS))
    client.wait_for_text("3\n" if not WINDOWS else "3\r\n")
    client.send(do="pause")
    pid = client.wait_for("paused")["pids"][0]
    used = psutil.Process(pid).cpu_times()
    time.sleep(0.1)  # long enough for fifty lines
    assert psutil.Process(pid).cpu_times() == used
    client.send(do="resume")
    client.wait_for("resumed")
    reached = len(client.text.split())
    while len(client.text.split()) < reached + 20:
        client.wait_for("out")
    client.send(do="stop", grace_s=0)
    client.wait_for("exited")
    numbers = [int(line) for line in client.text.split("\n")[:-1]]
    assert numbers == list(range(len(numbers)))


@not_under_wine  # its Job Objects do not count either
def test_processor_time_and_memory_are_told(client: Client) -> None:
    client.start(python("x = b'x' * (64 * 1024 * 1024); print(sum(range(3_000_000)))"))
    exited = client.wait_for("exited")
    assert exited["cpu_s"] > 0
    assert exited["rss_peak"] > 32 * 1024 * 1024


def test_render_that_goes_on_alone_obeys_and_writes_down_its_end(
    client: Client, tmp_path: Path
) -> None:
    log = str(tmp_path / "render.log")
    client.send(do="policy", on_orphan="finish")
    client.start(python(COUNTS), log=log, result=orphans.result_path(log))
    started = client.wait_for("started")
    watcher = identity(client.process.pid)
    client.wait_for("out")
    client.hang_up()
    assert orphans.goes_on(watcher, log)
    assert orphans.suspend(watcher, log)
    assert orphans.resume(watcher, log)
    assert orphans.stop(watcher, log)
    client.process.wait(PATIENCE_S)
    outcome = orphans.read_outcome(log)
    assert outcome
    assert outcome["stopped"]
    assert not is_alive(started["born"])


def test_tree_is_ended_by_who_finds_it_without_its_supervisor(client: Client) -> None:
    family = client.family()
    assert end_tree(family[:1], 0.0) == []
    assert gone(family)


@pytest.mark.skipif(not WINDOWS, reason="elsewhere the tag finds who is left")
def test_death_of_the_supervisor_ends_the_tree_at_once(client: Client) -> None:
    family = client.family()
    client.process.kill()
    assert gone(family)


@pytest.mark.skipif(not WINDOWS, reason="only Windows has batch files")
def test_batch_file_with_arguments_is_not_started(client: Client, tmp_path: Path) -> None:
    batch = tmp_path / "run.bat"
    batch.write_text("@echo %1\n")
    client.start([str(batch), '"&echo pwned'])
    with pytest.raises(AssertionError, match="batch file"):
        client.wait_for("exited")
