"""For how long nobody has touched anything."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.machine.precedence import come_forward, may_come_forward, step_back
from rendermanager.machine.presence import presence

linux = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of an X server's display."""
    if sys.platform != "linux" or not (shutil.which("Xvfb") and shutil.which("xdotool")):
        pytest.skip("needs Xvfb and xdotool")
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


def test_an_x_server_tells_when_the_last_input_was(
    screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", screen)
    asked = presence("linux", {"DISPLAY": screen})
    if asked is None:
        pytest.skip("libXss is not installed")
    first = asked.idle_s()
    while (later := asked.idle_s()) <= first:
        pass
    subprocess.run(["xdotool", "mousemove", "10", "10"], check=True)
    while asked.idle_s() >= later:
        later = asked.idle_s()
    asked.close()


@pytest.mark.parametrize(
    "environment",
    [{}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "wayland-9", "DISPLAY": ":987"}],
)
@linux
def test_where_nobody_can_tell_there_is_nobody(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert presence("linux", environment) is None


@linux
@pytest.mark.parametrize("allowed", [True, False])
def test_a_tree_steps_back_with_all_its_threads_and_comes_forward(
    allowed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if allowed and not may_come_forward(0):
        pytest.skip("this user may not take it back")
    monkeypatch.setattr("rendermanager.machine.precedence.may_come_forward", lambda _: allowed)
    code = (
        "import threading; threading.Thread(target=input).start(); print(threading.active_count())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"2\n"
        threads = [int(each.name) for each in Path(f"/proc/{process.pid}/task").iterdir()]

        def stands() -> set[tuple[int, int]]:
            return {
                (os.sched_getscheduler(each), len(os.sched_getaffinity(each))) for each in threads
            }

        before = stands()
        step_back([os.getpid()])
        cores = len(os.sched_getaffinity(0))
        back = (os.SCHED_IDLE, cores) if allowed else (os.SCHED_OTHER, cores - cores // 2)
        assert stands() == {back}
        come_forward([os.getpid()])
        assert stands() == before
        process.communicate(b"\n")
