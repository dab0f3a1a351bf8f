"""Copies that are made by themselves: few enough, recent enough, private."""

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from rendermanager.services.safekeeping import BACKUP_DELAY_MS
from rendermanager.store import backups
from rendermanager.store.backups import Backup, backups_in, jobs_in, make_backup, surplus
from rendermanager.store.store import Store
from tests.helpers.queue import START, Clock, add, new_job


def made(*ages_h: float, size: int = 1) -> list[Backup]:
    return [Backup(Path(f"/b/{age}"), START - timedelta(hours=age), size) for age in ages_h]


def kept(found: list[Backup], now_h: float = 0) -> list[str]:
    gone = surplus(found, START + timedelta(hours=now_h))
    return [each.path.name for each in found if each not in gone]


def test_the_newest_three_stay_however_old() -> None:
    assert kept(made(1, 1.1, 1.2), now_h=10_000) == ["1", "1.1", "1.2"]


def test_of_a_day_one_stays_for_each_hour() -> None:
    found = made(0.1, 0.2, 0.3, 2.1, 2.2, 2.3, 5.1)
    assert kept(found) == ["0.1", "0.2", "0.3", "2.1", "5.1"]


def test_of_a_week_one_stays_for_each_day_and_older_ones_go() -> None:
    days = [number * 24.0 + 1 for number in range(1, 20)]
    assert kept(made(0.1, 0.2, 0.3, *days)) == ["0.1", "0.2", "0.3", *map(str, days[:6])]


def test_all_together_are_bounded_but_the_newest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "MOST_BYTES", 100)
    assert kept(made(1, 2, 3, 4, size=40)) == ["1", "2"]
    assert kept(made(1, 2, size=400)) == ["1"]


def test_a_day_of_work_keeps_its_copies_within_bounds() -> None:
    found: list[Backup] = []
    for minute in range(0, 3 * 24 * 60, 5):
        now = START + timedelta(minutes=minute)
        found.insert(0, Backup(Path(f"/b/{minute}"), now, 1))
        gone = surplus(found, now)
        found = [each for each in found if each not in gone]
    assert len(found) <= 3 + 25 + 7
    assert found[-1].at <= START + timedelta(days=2)


def test_copies_are_private_and_named_by_their_time(tmp_path: Path, clock: Clock) -> None:
    store = Store(tmp_path / "queue.db", clock)
    add(store, new_job("a"), new_job("b"))
    folder = tmp_path / "backups"
    path = make_backup(store, folder)
    clock.advance(60)
    make_backup(store, folder)
    store.close()
    found = backups_in(folder)
    assert [each.path.name for each in found] == [
        "queue-20260301-120100.db",
        "queue-20260301-120000.db",
    ]
    assert found[1].at == START
    assert jobs_in(path) == 2
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_no_copy_is_not_listed(tmp_path: Path) -> None:
    for name in ("queue-1.db", "queue-20260301-120000.db.part", "queue-20269901-120000.db"):
        (tmp_path / name).touch()
    assert backups_in(tmp_path) == []
    assert backups_in(tmp_path / "missing") == []
    assert jobs_in(tmp_path / "queue-1.db") is None


def test_a_copy_leaves_room_on_the_disk(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "SPARE_BYTES", 10**18)
    store = Store(tmp_path / "queue.db", clock)
    with pytest.raises(OSError, match="No space left"):
        make_backup(store, tmp_path / "backups")
    store.close()
    assert backups_in(tmp_path / "backups") == []


def test_a_change_is_copied_within_five_minutes() -> None:
    assert BACKUP_DELAY_MS <= 4.5 * 60 * 1000  # the copy itself takes a moment, too
