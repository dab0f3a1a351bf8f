"""What the meter sees of the machine and of real process trees."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from rendermanager.core.usage import TreeLoad
from rendermanager.machine.meter import Meter
from tests.machine.driver import wait_until

NOW = datetime(2026, 1, 1, tzinfo=UTC)
BURNS = "while True: pass"
HOLDS = "held = bytearray(b'x') * (64 << 20); print('held', flush=True); input()"
WRITES = """
import os, sys
with open(sys.argv[1], "wb") as file:
    file.write(b"x" * (8 << 20))
    file.flush()
    os.fsync(file.fileno())
print("written", flush=True)
input()
"""


@contextmanager
def tree(code: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A process, in place of a supervisor, with one child that does this."""
    parent = (
        "import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', *sys.argv[1:]]);"
        " child.wait()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", parent, code, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            for pid in [*children(process.pid), process.pid]:
                subprocess.run(["kill", "-9", str(pid)], check=False)


def children(pid: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    return [int(word) for word in found.stdout.split()]


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def look(meter: Meter, process: subprocess.Popen[str]) -> TreeLoad:
    return meter.sample(NOW, {7: process.pid}).renders[7]


def test_loads_are_known_from_the_second_look_on() -> None:
    meter = Meter()
    first = meter.sample(NOW, {})
    assert (first.at, first.cpu, first.cores) == (NOW, None, ())
    assert 0 < first.memory_used < first.memory_total
    assert wait_until(lambda: meter.sample(NOW, {}).cpu is not None)
    second = meter.sample(NOW, {})
    assert second.cores
    assert all(0 <= share <= 1 for share in second.cores)


def test_a_tree_that_computes_keeps_processors_busy() -> None:
    meter = Meter()
    with tree(BURNS) as process:
        assert wait_until(lambda: (look(meter, process).cores or 0) > 0.05)


def test_memory_of_children_counts_and_that_of_the_supervisor_does_not() -> None:
    meter = Meter()
    with tree(HOLDS) as process:
        assert said(process) == "held"
        seen = look(meter, process)
        assert seen.memory > 64 << 20
        assert seen.processes == 1
        for pid in children(process.pid):
            subprocess.run(["kill", "-9", str(pid)], check=True)
        process.wait()
        gone = look(meter, process)
        assert gone == TreeLoad(
            cores=0.0, memory=0, read=0, written=0, moved_per_s=0.0, cpu_s=seen.cpu_s
        )


def test_what_a_tree_writes_is_counted(tmp_path: Path) -> None:
    meter = Meter()
    with tree(WRITES, str(tmp_path / "file")) as process:
        assert said(process) == "written"
        assert look(meter, process).written >= 8 << 20
