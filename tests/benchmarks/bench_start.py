"""How soon our window is mapped and what it costs at rest, beside HandBrake's, on one X server."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import psutil

from tests.benchmarks.common import PYTHON, show

ROUNDS = 5
LIMIT_S = 30.0
REST_S = 5.0
IDLE_S = 20.0
NEEDED = ("Xvfb", "xdotool", "ghb")


@contextlib.contextmanager
def display(folder: Path) -> Iterator[Mapping[str, str]]:
    """An X server of our own, and the environment of programs that draw on it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten"]
    server = subprocess.Popen([*command, "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        hidden = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        yield {**kept, "DISPLAY": f":{number}", "HOME": str(folder), "GDK_BACKEND": "x11"}
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def started(
    command: Sequence[str], env: Mapping[str, str], title: str
) -> Iterator[tuple[subprocess.Popen[bytes], float, float]]:
    """A program whose window is there: its process, and seconds of the clock and of processors."""
    begun = time.perf_counter()
    quiet = subprocess.DEVNULL
    program = subprocess.Popen(command, env=dict(env), stdout=quiet, stderr=quiet)
    try:
        look = ["xdotool", "search", "--sync", "--onlyvisible", "--limit", "1", "--name", title]
        subprocess.run(look, env=dict(env), check=True, stdout=quiet, timeout=LIMIT_S)
        wall_s = time.perf_counter() - begun
        yield program, wall_s, sum(processor_s(program.pid).values())
    finally:
        program.terminate()
        program.wait(LIMIT_S)


def processor_s(pid: int) -> dict[int, float]:
    """Seconds that a program and each of its children have kept processors busy."""
    process = psutil.Process(pid)
    spent = {}
    for each in [process, *process.children(recursive=True)]:
        with contextlib.suppress(psutil.Error):
            times = each.cpu_times()
            spent[each.pid] = times.user + times.system
    return spent


def idle_share(pid: int) -> float:
    """The share of one processor that a program and its children take while nothing happens."""
    time.sleep(REST_S)
    before, begun = processor_s(pid), time.perf_counter()
    time.sleep(IDLE_S)
    after, wall_s = processor_s(pid), time.perf_counter() - begun
    return sum(spent - before.get(each, 0.0) for each, spent in after.items()) / wall_s


def main() -> None:
    """Measure and print."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print(f"The start is not compared with HandBrake's: {', '.join(missing)} is not installed.")
        return
    folder = Path(tempfile.mkdtemp(prefix="rm-bench-"))
    ours = [PYTHON, "-m", "rendermanager", "--data-dir", str(folder / "home"), "gui"]
    wall: dict[str, list[float]] = {"ours": [], "theirs": []}
    busy: dict[str, list[float]] = {"ours": [], "theirs": []}
    with display(folder) as env:
        # By turns, so that what else the machine does hits both alike.
        for _ in range(ROUNDS):
            for name, command, title in (
                ("ours", ours, "Render Manager"),
                ("theirs", ["ghb"], "HandBrake"),
            ):
                with started(command, env, title) as (_program, wall_s, busy_s):
                    wall[name].append(wall_s)
                    busy[name].append(busy_s)
        with started(ours, env, "Render Manager") as (program, *_):
            idle = idle_share(program.pid)
        with started(["ghb"], env, "HandBrake") as (program, *_):
            their_idle = idle_share(program.pid)
    first, second = min(wall["ours"]), min(wall["theirs"])
    cpu, their_cpu = min(busy["ours"]), min(busy["theirs"])
    show(
        "From the start of the program to its window",
        [
            ("ours", f"{first:.2f} s ({cpu:.2f} s of processors)"),
            ("HandBrake's", f"{second:.2f} s ({their_cpu:.2f} s of processors)"),
            ("ratio (aim: at most 0.5)", f"{first / second:.2f}"),
            ("ratio of processor time", f"{cpu / their_cpu:.2f}"),
            ("our processor while nothing happens (aim: under 0.5 %)", f"{idle * 100:.2f} %"),
            ("HandBrake's", f"{their_idle * 100:.2f} %"),
        ],
    )
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
