"""Ctrl-C, suspension and going on, with a real ffmpeg in the middle of its work."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rendermanager.machine.processes import is_alive
from tests.cli.driving import Cli, leftovers, processes, renderer, started, wait
from tests.helpers.processes import pid_of, state_of

SLOWLY = ["-p", "h264", "--set", "speed=faster", "--set", "scale=8"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@contextmanager
def rendering(cli: Cli, film: Path, folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """A `render` of a long film, in the middle of its work."""
    words = ["render", film, *SLOWLY, "-o", f"{folder}/out/", "--json"]
    with started(*words) as child:
        wait(cli.paths.owner.exists)
        wait(lambda: cli.json("list"))
        wait(lambda: renderer(cli.paths) and (cli.view(1).get("frame") or 0) > 0)
        yield child


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_is_broken_off_without_a_trace(
    number: signal.Signals, cli: Cli, long_film: Path, tmp_path: Path
) -> None:
    with rendering(cli, long_film, tmp_path) as child:
        ffmpeg = renderer(cli.paths)
        assert is_alive(ffmpeg)
        child.send_signal(number)
        out, err = child.communicate(timeout=30)
    assert (child.returncode, err) == (130, "")
    assert not is_alive(ffmpeg)
    assert processes(cli.paths) == []
    assert leftovers(tmp_path / "out") == []
    assert not (tmp_path / "out").exists()
    last = json.loads(out.splitlines()[-1])
    assert (last["event"], last["status"]) == ("ended", "cancelled")
    view = cli.view(1)
    assert (view["status"], view["history"][0]["outcome"]) == ("cancelled", "cancelled")
    assert not cli.paths.owner.exists()


def test_a_second_ctrl_c_is_harmless(cli: Cli, long_film: Path, tmp_path: Path) -> None:
    with rendering(cli, long_film, tmp_path) as child:
        for _ in range(2):
            child.send_signal(signal.SIGINT)
            wait(lambda: signal.SIGINT not in pending(child.pid))
        _, err = child.communicate(timeout=30)
    assert (child.returncode, err) == (130, "")
    assert processes(cli.paths) == []
    assert cli.view(1)["status"] == "cancelled"


def pending(pid: int) -> set[signal.Signals]:
    """Signals that were sent to a process and have not arrived."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    masks = [int(line.split()[1], 16) for line in lines if line.startswith(("SigPnd", "ShdPnd"))]
    return {each for each in signal.Signals for mask in masks if mask >> (each - 1) & 1}


EARLY = """
import os, signal, sys
from rendermanager.app import headless
from rendermanager.config.paths import find_paths
from rendermanager.core.job import JobSpec

class Silent:
    def __getattr__(self, name):
        return lambda *words: None

def ask():
    os.kill(os.getpid(), signal.SIGINT)

def plan(submitter):
    if sys.argv[1] == "while planning":
        ask()
    argv = (sys.executable, "-c", "import time; time.sleep(3600)")
    return submitter.plan([JobSpec(engine="command", argv=argv)])

class Run(headless.RenderRun):
    def submit(self, jobs):
        first = super().submit(jobs)
        if sys.argv[1] == "before the loop":
            ask()
        return first

headless.RenderRun = Run
sys.exit(headless.render(find_paths(""), plan, Silent(), 1))
"""


@pytest.mark.parametrize(
    ("moment", "left"), [("while planning", []), ("before the loop", ["cancelled"])]
)
def test_one_that_comes_before_the_loop_listens_is_heard(
    moment: str, left: list[str], cli: Cli
) -> None:
    words = [sys.executable, "-c", EARLY, moment]
    ran = subprocess.run(words, timeout=60, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (130, "")
    assert [view["status"] for view in cli.json("list")] == left


def test_what_has_not_started_is_cancelled_as_well(cli: Cli) -> None:
    jobs = [{"argv": [sys.executable, "-c", "import time; time.sleep(3600)"]}] * 3
    with started("render", "--jobs", cli.jobs_file(*jobs), "-j", 1) as child:
        wait(cli.paths.owner.exists)
        wait(lambda: cli.json("list", "--status", "rendering"))
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=30)
    assert child.returncode == 130
    assert out.count("–") == 3
    assert {view["status"] for view in cli.json("list")} == {"cancelled"}


def test_pause_stops_the_program_and_resume_lets_it_go_on(
    cli: Cli, long_film: Path, tmp_path: Path
) -> None:
    with rendering(cli, long_film, tmp_path) as child:
        pid = pid_of(renderer(cli.paths))
        assert state_of(pid) != "T"

        cli.good("pause", 1)
        wait(lambda: state_of(pid) == "T")
        assert cli.view(1)["status"] == "paused"
        wait(lambda: cli.view(1)["suspended"])
        seen = frames_until_they_stand(cli)
        assert {cli.view(1)["frame"] for _ in range(20)} == {seen}
        assert state_of(pid) == "T"

        cli.good("resume", 1)
        wait(lambda: state_of(pid) in ("R", "S", "D"))
        wait(lambda: cli.view(1)["frame"] > seen)
        view = cli.view(1)
        assert (view["status"], view["suspended"]) == ("rendering", False)
        assert pid_of(renderer(cli.paths)) == pid

        cli.good("pause-queue", "--now")
        wait(lambda: state_of(pid) == "T")
        cli.good("resume-queue")
        wait(lambda: state_of(pid) != "T")

        cli.good("pause", 1)
        wait(lambda: state_of(pid) == "T")
        cli.good("cancel", 1)
        out, err = child.communicate(timeout=30)
    assert (child.returncode, err) == (1, "")
    assert cli.view(1)["status"] == "cancelled"
    assert state_of(pid) == ""
    assert processes(cli.paths) == []
    statuses = [each["status"] for each in map(json.loads, out.splitlines()) if "status" in each]
    assert {"paused", "rendering", "cancelled"} <= set(statuses)


def frames_until_they_stand(cli: Cli) -> int:
    """The frame at which a suspended render stands: what it had said already is still read."""
    last = -1
    while (now := int(cli.view(1)["frame"])) != last:
        last = now
    return last
