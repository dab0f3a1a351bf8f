"""Process trees that do not want to end are ended: nobody is alive five seconds later.

Each tree meets each of four ends: cancel, death of the app, death of the supervisor, death of both.
CHAOS_TREES=200 takes as many and prints the figures; the suite takes a few.
"""

import ctypes
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from rendermanager.engine.recover import end_orphans
from rendermanager.machine.supervising import procfs
from tests.chaos.budget import amount, dice
from tests.machine.driver import GONE_S, Driver, program, wait_until
from tests.programs import hostile

TREES = amount("CHAOS_TREES", 8)
ENDS = ("cancel", "app", "supervisor", "both")
PR_SET_CHILD_SUBREAPER = 36

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
    pytest.mark.timeout(120 + 3 * TREES),
]


@pytest.fixture
def last_resort() -> Iterator[None]:
    """Become the parent of whoever escapes, so that he is counted whatever he calls himself."""
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    yield
    libc.prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def alive(but: set[int]) -> list[procfs.Stat]:
    """Our living descendants, as the kernel knows them."""
    found = procfs.descendants([os.getpid()], procfs.scan())
    return [stat for stat in found if stat.alive and stat.pid not in but]


def command_of(stat: procfs.Stat) -> str:
    line = procfs.read_bytes(f"/proc/{stat.pid}/cmdline") or b""
    return line.replace(b"\0", b" ").decode("utf-8", "replace")


def collect(but: set[int]) -> None:
    """Take leave of those who have become our children and ended."""
    for stat in procfs.descendants([os.getpid()], procfs.scan()):
        if stat.ppid == os.getpid() and not stat.alive and stat.pid not in but:
            try:
                os.waitpid(stat.pid, os.WNOHANG)
            except ChildProcessError:
                continue


def end_one(mode: str, end: str) -> float:
    """Start such a tree and end it so; the seconds until nobody was left."""
    before = {stat.pid for stat in procfs.descendants([os.getpid()], procfs.scan())}
    driver = Driver()
    tag = driver.tag
    try:
        driver.start(program("hostile", mode))
        driver.wait_for_output()
        assert len(alive(before)) >= 1
        started = time.monotonic()
        finish(driver, end, tag)
        gone = wait_until(lambda: not alive(before), GONE_S)
        took = time.monotonic() - started
        left = [(stat.pid, stat.state, command_of(stat)) for stat in alive(before)]
        assert gone, f"{mode} after the end by {end}: {left}"
        return took
    finally:
        driver.kill()
        driver.abandon()
        procfs.kill(lambda: alive(before))
        collect(before)


def finish(driver: Driver, end: str, tag: str) -> None:
    if end == "cancel":
        driver.send("stop", grace_s=0.3)
        driver.wait_for("exited")
        driver.close()
    elif end == "app":
        driver.hang_up()
    else:
        driver.kill()
        # With the app alive its blade does this; when both are dead, the next start does.
        end_orphans(tag, prefix=True)
        if end == "both":
            driver.hang_up()


def test_no_tree_survives(last_resort: None) -> None:
    chance = dice("hostile trees")
    modes = list(hostile.MODES)
    took: list[tuple[float, str]] = []
    met: Counter[str] = Counter()
    while len(took) < TREES:
        chance.shuffle(modes)
        for mode in modes[: TREES - len(took)]:
            end = ENDS[len(took) % len(ENDS)]
            took.append((end_one(mode, end), f"{mode} by {end}"))
            met[end] += 1
    took.sort()
    middle, last = took[len(took) // 2], took[-1]
    print(f"{len(took)} hostile trees, ends {dict(met)}: 0 alive after {GONE_S:.0f} s")
    print(f"half were gone within {middle[0]:.2f} s, the last one in {last[0]:.2f} s ({last[1]})")
