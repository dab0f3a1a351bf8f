"""Looking at /proc while processes come and go."""

import os
import sys
import time
from collections.abc import Iterator

import pytest

from rendermanager.machine.supervising import procfs
from tests.machine.driver import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def chain() -> Iterator[int]:
    """A session in which nobody lives longer than it takes to have a child; its number."""
    until = time.monotonic() + 20
    leader = os.fork()
    if leader == 0:
        os.setsid()
        while time.monotonic() < until:
            if os.fork():
                os._exit(0)
        os._exit(0)
    os.waitpid(leader, 0)
    yield leader
    procfs.kill(lambda: links(leader))


def links(leader: int) -> Iterator[procfs.Stat]:
    for pid in procfs.pids():
        stat = procfs.read_stat(pid)
        if stat and stat.session == leader:
            yield stat


def living(leader: int) -> list[procfs.Stat]:
    return [stat for stat in links(leader) if stat.alive]


def test_who_never_stays_is_never_overlooked(chain: int) -> None:
    assert all(any(links(chain)) for _ in range(50))


def test_who_never_stays_is_stopped_and_ended(chain: int) -> None:
    assert procfs.freeze(lambda: links(chain))
    # A signal is heard when its process has its turn, however long that takes.
    assert wait_until(lambda: {stat.state for stat in living(chain)} == {"T"})
    stopped = living(chain)
    assert procfs.kill(lambda: links(chain)) == len(stopped)
    assert wait_until(lambda: not living(chain))


def test_each_process_is_told_once() -> None:
    told = list(procfs.pids())
    assert os.getpid() in told
    assert len(told) == len(set(told))
