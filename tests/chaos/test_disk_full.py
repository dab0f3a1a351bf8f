"""The disk fills up, becomes read-only or goes away while renders run: nothing lost, none cut.

CHAOS_FULL=100 takes it away as often and prints the figures; the suite does so a few times.
"""

import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rendermanager.engine.prepare import FOLDER_PREFIX
from rendermanager.store.store import Store
from tests.chaos.budget import amount, dice
from tests.chaos.shortage import DISK_MB, Shortage
from tests.helpers.small_disk import SmallDisk, small_disk

POINTS = amount("CHAOS_FULL", 4)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk"),
    pytest.mark.timeout(240 + 30 * POINTS),
]


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    with small_disk(DISK_MB) as mounted:
        yield mounted


@pytest.mark.parametrize("together", [True, False], ids=["queue and results", "results alone"])
def test_work_goes_on_when_the_disk_comes_back(
    tmp_path: Path, disk: SmallDisk, together: bool
) -> None:
    home = (disk.path if together else tmp_path) / "home"
    shortage = Shortage(tmp_path, dice(f"shortage {together}"), disk, home)
    shortage.top_up()
    app = shortage.start()
    try:
        for _ in range(POINTS // 2):
            shortage.feed()
            shortage.strike(app)
            assert shortage.wrong == []
        shortage.wait_for_the_end(120 + POINTS)
        app.send_signal(signal.SIGTERM)
        assert app.wait(timeout=60) == 0
    finally:
        print(shortage.figures)
        app.kill()
        app.wait()
    left = list(shortage.out.glob(f"{FOLDER_PREFIX}*"))
    print(f"{len(left)} temporary folders left for the next start to sweep up")
    assert shortage.serve("--exit-when-idle").wait(timeout=60) == 0
    shortage.judge()
    assert shortage.wrong == []


@pytest.fixture
def finished(tmp_path: Path, disk: SmallDisk) -> Shortage:
    """A few jobs that went well."""
    shortage = Shortage(tmp_path, dice("planted"), disk, disk.path / "home")
    shortage.wanted = 5
    shortage.top_up()
    assert shortage.serve("--exit-when-idle").wait(timeout=120) == 0
    return shortage


def test_every_planted_fault_is_found(finished: Shortage) -> None:
    finished.look()
    assert finished.wrong == []
    film = finished.out / "5.mp4"
    film.write_bytes(film.read_bytes()[:-700])
    (finished.out / "1.bin").write_bytes(b"")
    (finished.out / f"{FOLDER_PREFIX}2-1").mkdir()
    store = Store(finished.home / "queue.db")
    store.change(lambda txn: txn.run("UPDATE job SET status = 'queued' WHERE id = 3"))
    store.change(lambda txn: txn.run("DELETE FROM event WHERE job_id = 4"))
    store.change(lambda txn: txn.run("DELETE FROM task WHERE job_id = 4"))
    store.change(lambda txn: txn.run("DELETE FROM job WHERE id = 4"))
    store.close()
    finished.forget_looks()
    finished.look()
    finished.judge()
    told = "\n".join(finished.wrong)
    for fault in (
        "5.mp4 is not what was recorded",
        "1.bin does not hold what was ordered",
        "job 3 is queued but its tasks make it completed",
        "job 4 is lost",
        "left behind: .rendermanager-2-1",
    ):
        assert fault in told


def test_an_app_that_does_not_go_on_is_found(
    finished: Shortage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.chaos.shortage.GOES_ON_LIMIT_S", 0.2)
    finished.see_it_go_on("full", time.time())
    assert finished.wrong == ["after full nothing went on for 0.2 s"]
