"""Room and traffic of the volumes that results go to."""

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from rendermanager.core.usage import VolumeLoad
from rendermanager.machine import drives
from rendermanager.machine.drives import LOOK_S, STALE_S, DriveMeter, disk_of
from rendermanager.machine.volumes import Volume, volume_of
from tests.machine.driver import wait_until


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def meter_of(folders: Sequence[Path], clock: Clock) -> DriveMeter:
    return DriveMeter(lambda: folders, clock)


def read(meter: DriveMeter, count: int = 1) -> tuple[VolumeLoad, ...]:
    """What is told once so many volumes have answered."""
    assert wait_until(lambda: len(meter.read()) == count)
    return meter.read()


def test_folders_of_one_volume_are_told_of_once(tmp_path: Path) -> None:
    (inner := tmp_path / "inner").mkdir()
    (found,) = read(meter_of([tmp_path, inner, tmp_path / "not yet"], Clock()))
    volume = volume_of(tmp_path)
    assert volume is not None
    assert (found.mount, found.total) == (volume.mount, volume.total)
    assert found.free is not None


def test_a_share_that_hangs_holds_up_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share, clock, answers = tmp_path / "share", Clock(), threading.Event()

    def look(folder: Path) -> Volume:
        if folder == share and clock.now > 100:
            answers.wait()
        return Volume("/mnt/share" if folder == share else "/", int(clock.now), 1000)

    monkeypatch.setattr(drives, "volume_of", look)
    meter = meter_of([share, tmp_path], clock)
    try:
        assert {each.free for each in read(meter, 2)} == {100}
        clock.now += STALE_S + 1
        assert wait_until(lambda: {each.free for each in meter.read()} == {None, 121})
        assert meter.read()[0] == VolumeLoad(mount="/mnt/share")
    finally:
        answers.set()


def test_a_drive_that_is_gone_is_not_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, clock = [True], Clock()
    monkeypatch.setattr(drives, "volume_of", lambda _: Volume("/", 1, 2) if there[0] else None)
    meter = meter_of([tmp_path], clock)
    read(meter)
    there[0] = False
    clock.now += LOOK_S
    assert wait_until(lambda: meter.read() == ())


def test_traffic_is_what_was_moved_since_the_look_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted, clock = {"sda": (100, 1000), "sdb": (0, 0)}, Clock()
    monkeypatch.setattr(drives, "disk_of", lambda _: "sda")
    monkeypatch.setattr(drives, "_counters", lambda: dict(counted))
    meter = meter_of([tmp_path], clock)
    read(meter)
    clock.now += 2
    counted["sda"] = 300, 5000
    (found,) = meter.read()
    assert (found.read_per_s, found.written_per_s) == (100.0, 2000.0)
    clock.now += 1
    counted["sda"] = 0, 0  # it was taken out and put in again
    (found,) = meter.read()
    assert (found.read_per_s, found.written_per_s) == (0.0, 0.0)
    counted.clear()
    clock.now += 1
    (found,) = meter.read()
    assert (found.read_per_s, found.written_per_s) == (None, None)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux names the disk")
def test_the_disk_of_a_volume_is_one_that_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Path("/").stat().st_dev
    if not Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}").exists():
        pytest.skip("the root is on no block device here")
    assert disk_of("/") in drives._counters()
    assert disk_of("/proc") == ""
    assert disk_of("/no/such/volume") == ""
    monkeypatch.setattr("rendermanager.machine.drives.sys.platform", "win32")
    assert disk_of("/") == ""


def test_a_system_that_counts_nothing_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(**_: object) -> None:
        raise RuntimeError("no list of disks")

    monkeypatch.setattr("psutil.disk_io_counters", refuses)
    assert drives._counters() == {}
