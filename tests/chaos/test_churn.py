"""kill -9 of the app and of its supervisors while jobs come and go: nothing lost, nothing twice.

CHAOS_KILLS=1000 strikes as often and prints the figures; the suite strikes a few times.
"""

import hashlib
import sys
from pathlib import Path

import pytest

from rendermanager.store import queries
from rendermanager.store.store import Store
from tests.chaos.budget import amount, dice
from tests.chaos.churn import Churn

KILLS = amount("CHAOS_KILLS", 8)
JOBS = amount("CHAOS_JOBS", 12)
LOOK_EVERY = 10
"""Rounds between two looks for orphans, which take the app's time to work."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
    pytest.mark.timeout(240 + 5 * KILLS),
]


def test_a_queue_that_is_struck_again_and_again_loses_nothing(tmp_path: Path) -> None:
    churn = Churn(tmp_path, dice("churn"), JOBS)
    rounds = 0
    while churn.kills < KILLS:
        churn.top_up()
        churn.strike(churn.serve())
        rounds += 1
        if rounds % LOOK_EVERY == 0 or churn.kills >= KILLS:
            churn.look_for_orphans()
        assert churn.wrong == []
    while unfinished(churn):
        # 1: the start has put some aside that were cut off twice in a row.
        assert churn.serve("--exit-when-idle").wait(timeout=60 + 5 * JOBS) in (0, 1)
    churn.look_for_orphans()
    churn.judge()
    print(f"{churn.kills} kills, {len(churn.seeds)} jobs, {len(churn.wrong)} promises broken")
    assert churn.wrong == []


def unfinished(churn: Churn) -> bool:
    """Whether jobs are left; those that were cut off too often are sent back first."""
    wanted, churn.wanted = churn.wanted, 0
    churn.top_up()
    churn.wanted = wanted
    store = Store(churn.home / "queue.db")
    try:
        return any(not job.status.is_ended for job in store.read(queries.jobs))
    finally:
        store.close()


@pytest.fixture
def finished(tmp_path: Path) -> Churn:
    """A small churn that went well."""
    churn = Churn(tmp_path, dice("planted"), 5)
    churn.top_up()
    assert churn.serve("--exit-when-idle").wait(timeout=120) == 0
    return churn


def test_the_judge_finds_every_planted_fault(finished: Churn) -> None:
    finished.judge()
    assert finished.wrong == []
    (finished.out / "1.bin").write_bytes(b"something else")
    (finished.out / "5.mp4").unlink()
    (finished.out / ".rendermanager-1-1").mkdir()
    with finished.diary.open("a") as diary:
        diary.write(f"9999999999.0 {finished.out / '2.bin'}\n")
    store = Store(finished.home / "queue.db")
    store.change(lambda txn: txn.run("UPDATE job SET status = 'queued' WHERE id = 3"))
    store.close()
    finished.judge()
    told = "\n".join(finished.wrong)
    for fault in (
        "1.bin is not what was recorded",
        "1.bin does not hold what was ordered",
        "5.mp4 is not there",
        "left behind: .rendermanager-1-1",
        "job 2 ran again",
        "job 3 is lost",
        "more or fewer files",
    ):
        assert fault in told
    assert hashlib.sha256(b"something else").hexdigest() not in told


def test_an_orphan_is_found(finished: Churn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.chaos.churn.ORPHAN_LIMIT_S", 0.1)
    monkeypatch.setattr("tests.chaos.churn.tagged", lambda *_args, **_options: ["7:7:boot"])
    finished.look_for_orphans()
    assert finished.wrong == [f"orphan 7:7:boot after kill {finished.kills}"]
