"""The history of the machine's load: its own file, which may be lost and harms nobody."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from rendermanager.core.points import LEVELS, Fineness, Point
from rendermanager.core.usage import Sample
from rendermanager.store.samples import SampleHistory, points_of
from tests.helpers.small_disk import small_disk

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
SECONDS, TENS, MINUTES = LEVELS
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def points_of_one(path: Path, name: str, level: Fineness, since: datetime) -> tuple[Point, ...]:
    return points_of(path, [name], level, since)[name]


def sample(second: int, cpu: float = 0.5) -> Sample:
    at = NOW + timedelta(seconds=second)
    return Sample(at=at, cpu=cpu, cores=(cpu,), memory_used=7, memory_total=9)


def test_samples_are_kept_in_every_fineness(tmp_path: Path) -> None:
    path = tmp_path / "samples.db"
    history = SampleHistory(path)
    for second in range(20):
        assert history.add(sample(second, cpu=second / 20))
    assert len(points_of_one(path, "cpu", SECONDS, LONG_AGO)) == 20
    first, second_ten = points_of_one(path, "cpu", TENS, LONG_AGO)
    assert (first.count, first.most) == (10, 9 / 20)
    assert first.mean == pytest.approx(4.5 / 20)
    assert second_ten.at_s == first.at_s + 10
    assert points_of_one(path, "cpu", TENS, NOW + timedelta(seconds=10)) == (second_ten,)
    assert [point.count for point in points_of_one(path, "core/0", MINUTES, LONG_AGO)] == [20]
    assert points_of_one(path, "nothing", TENS, LONG_AGO) == ()
    history.close()
    assert path.stat().st_mode & 0o077 == 0


def test_what_is_too_old_goes(tmp_path: Path) -> None:
    path = tmp_path / "samples.db"
    history = SampleHistory(path)
    for second in (0, 601, 86_401, 90 * 86_400 + 1):
        history.add(sample(second))
    counts = [len(points_of_one(path, "cpu", level, LONG_AGO)) for level in LEVELS]
    assert counts == [1, 1, 3]
    history.close()


@pytest.mark.allow_warnings("is damaged")
def test_a_damaged_history_is_set_aside_and_begun_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "samples.db"
    path.write_bytes(b"no database at all " * 500)
    history = SampleHistory(path)
    with caplog.at_level(logging.WARNING):
        assert not history.add(sample(0))
    assert "is damaged" in caplog.text
    assert "a new one is begun" in caplog.text
    caplog.clear()
    assert history.add(sample(1))
    assert len(points_of_one(path, "cpu", SECONDS, LONG_AGO)) == 1
    assert (tmp_path / "samples.db.damaged").read_bytes().startswith(b"no database")
    history.close()


def test_a_locked_history_is_passed_over_until_it_is_free(tmp_path: Path) -> None:
    path = tmp_path / "samples.db"
    history = SampleHistory(path)
    assert history.add(sample(0))
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    assert not history.add(sample(1))
    other.execute("ROLLBACK")
    other.close()
    assert history.add(sample(2))
    history.close()


def test_a_full_disk_stops_the_history_quietly(caplog: pytest.LogCaptureFixture) -> None:
    with small_disk() as disk, caplog.at_level(logging.WARNING):
        history = SampleHistory(disk.path / "samples.db")
        assert history.add(sample(0))
        disk.fill()
        second = 0
        while history.add(sample(second)):
            second += 1
        assert not history.add(sample(second + 1))
        assert caplog.text == ""
        disk.make_room()
        assert history.add(sample(second + 2))
        history.close()


def test_a_folder_that_is_gone_harms_nobody(tmp_path: Path) -> None:
    history = SampleHistory(tmp_path / "gone" / "samples.db")
    assert not history.add(sample(0))
    history.close()
    assert points_of_one(tmp_path / "gone" / "samples.db", "cpu", SECONDS, LONG_AGO) == ()
