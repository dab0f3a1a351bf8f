"""How busy the machine is: loads, room on volumes, graphics cards."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rendermanager.machine.gauges import (
    CpuTimes,
    Gpu,
    GpuReader,
    load_between,
    sample,
)
from rendermanager.machine.volumes import volume_of


@pytest.mark.parametrize(
    ("before", "after", "load"),
    [
        (CpuTimes(10, 100), CpuTimes(15, 110), 0.5),
        (CpuTimes(10, 100), CpuTimes(20, 110), 1.0),
        (CpuTimes(10, 100), CpuTimes(10, 110), 0.0),
        (CpuTimes(10, 100), CpuTimes(9, 110), 0.0),
        (CpuTimes(10, 100), CpuTimes(25, 110), 1.0),
        (CpuTimes(10, 100), CpuTimes(10, 100), None),
        (CpuTimes(10, 100), CpuTimes(5, 50), None),
    ],
    ids=["half", "all", "none", "clock back", "clock ahead", "no time passed", "started anew"],
)
def test_load_is_the_share_of_work_in_the_time_that_passed(
    before: CpuTimes, after: CpuTimes, load: float | None
) -> None:
    assert load_between(before, after) == load


def test_the_first_sample_knows_no_load_and_the_second_does() -> None:
    first = sample()
    assert first.cpu is None
    second = sample(CpuTimes(first.times.busy - 1, first.times.total - 2))
    assert second.cpu is not None
    assert 0 <= second.cpu <= 1
    assert 0 < second.memory_used < second.memory_total


def test_a_folder_that_is_not_made_yet_lies_on_the_volume_of_its_parent(tmp_path: Path) -> None:
    existing, missing = volume_of(tmp_path), volume_of(tmp_path / "not" / "yet")
    assert existing is not None
    assert missing is not None
    assert missing.mount == existing.mount
    assert missing.total == existing.total > 0
    assert Path(existing.mount) in (tmp_path, *tmp_path.parents)


class NvmlError(Exception):
    pass


def fake_driver(**changes: Any) -> SimpleNamespace:
    """A stand-in for NVIDIA's library: this machine has no such card."""
    values = {
        "NVMLError": NvmlError,
        "nvmlInit": lambda: None,
        "nvmlShutdown": lambda: None,
        "nvmlDeviceGetCount": lambda: 2,
        "nvmlDeviceGetHandleByIndex": lambda at: at,
        "nvmlDeviceGetName": lambda at: f"Card {at}".encode(),
        "nvmlDeviceGetUtilizationRates": lambda at: SimpleNamespace(gpu=40 + at),
        "nvmlDeviceGetMemoryInfo": lambda at: SimpleNamespace(used=1000 * at, total=8000),
    }
    return SimpleNamespace(**{**values, **changes})


def fails(*_: object) -> None:
    raise NvmlError


def test_every_card_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", fake_driver())
    assert GpuReader().read() == (Gpu("Card 0", 0.4, 0, 8000), Gpu("Card 1", 0.41, 1000, 8000))


def test_a_card_without_meters_is_still_named(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = fake_driver(nvmlDeviceGetUtilizationRates=fails, nvmlDeviceGetMemoryInfo=fails)
    monkeypatch.setitem(sys.modules, "pynvml", driver)
    assert GpuReader().read() == (Gpu("Card 0"), Gpu("Card 1"))


def test_no_driver_means_no_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", fake_driver(nvmlInit=fails))
    reader = GpuReader()
    assert reader.read() == ()
    reader.close()


def test_a_driver_that_is_lost_ends_the_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def count() -> int:
        asked.append(1)
        raise NvmlError

    monkeypatch.setitem(sys.modules, "pynvml", fake_driver(nvmlDeviceGetCount=count))
    reader = GpuReader()
    assert [reader.read(), reader.read()] == [(), ()]
    assert len(asked) == 1


def test_who_keeps_a_card_busy_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first card rests; the second one works; the third does not tell."""

    def load(at: int) -> SimpleNamespace:
        if at == 2:
            raise NvmlError
        return SimpleNamespace(gpu=90 * at)

    driver = fake_driver(
        nvmlDeviceGetCount=lambda: 3,
        nvmlDeviceGetUtilizationRates=load,
        nvmlDeviceGetComputeRunningProcesses=lambda at: [SimpleNamespace(pid=10 + at)],
        nvmlDeviceGetGraphicsRunningProcesses=lambda at: [SimpleNamespace(pid=20 + at)],
    )
    monkeypatch.setitem(sys.modules, "pynvml", driver)
    assert GpuReader().at_work() == {11, 21, 12, 22}


@pytest.mark.parametrize("name", ["nvmlInit", "nvmlDeviceGetComputeRunningProcesses"])
def test_cards_that_cannot_be_asked_are_used_by_nobody(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", fake_driver(**{name: fails}))
    assert GpuReader().at_work() == frozenset()
