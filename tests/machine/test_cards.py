"""Graphics cards, as their driver tells of them: with recorded answers of NVIDIA's library."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from rendermanager.core.usage import Card
from rendermanager.machine.cards import TRIES_AGAIN, CardReader


class NvmlError(Exception):
    pass


class GpuIsLost(NvmlError):
    pass


def fake_driver(**changes: Any) -> SimpleNamespace:
    """A stand-in for NVIDIA's library: this machine has no such card."""
    values = {
        "NVMLError": NvmlError,
        "NVMLError_GpuIsLost": GpuIsLost,
        "NVMLError_Uninitialized": GpuIsLost,
        "NVML_TEMPERATURE_GPU": 0,
        "nvmlInit": lambda: None,
        "nvmlShutdown": lambda: None,
        "nvmlDeviceGetCount": lambda: 2,
        "nvmlDeviceGetHandleByIndex": lambda at: at,
        "nvmlDeviceGetName": lambda at: f"Card {at}".encode(),
        "nvmlDeviceGetUtilizationRates": lambda at: SimpleNamespace(gpu=40 + at),
        "nvmlDeviceGetMemoryInfo": lambda at: SimpleNamespace(used=1000 * at, total=8000),
        "nvmlDeviceGetTemperature": lambda at, sensor: 60 + at,
        "nvmlDeviceGetEncoderUtilization": lambda at: [25, 167000],
        "nvmlDeviceGetDecoderUtilization": lambda at: [50, 167000],
        "nvmlDeviceGetEncoderStats": lambda at: [at, 30, 900],
    }
    return SimpleNamespace(**{**values, **changes})


def fails(*_: object) -> None:
    raise NvmlError


def test_every_card_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", fake_driver())
    first, second = CardReader().read()
    assert (first.name, first.load, first.memory_used, first.memory_total) == (
        "Card 0",
        0.4,
        0,
        8000,
    )
    assert second == Card(
        name="Card 1",
        load=0.41,
        memory_used=1000,
        memory_total=8000,
        celsius=61.0,
        encoder=0.25,
        decoder=0.5,
        sessions=1,
    )


METERS = [
    "nvmlDeviceGetUtilizationRates",
    "nvmlDeviceGetMemoryInfo",
    "nvmlDeviceGetTemperature",
    "nvmlDeviceGetEncoderUtilization",
    "nvmlDeviceGetDecoderUtilization",
    "nvmlDeviceGetEncoderStats",
]


def test_a_card_without_meters_is_still_named(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = fake_driver(**dict.fromkeys(METERS, fails))
    monkeypatch.setitem(sys.modules, "pynvml", driver)
    assert CardReader().read() == (Card(name="Card 0"), Card(name="Card 1"))


@pytest.mark.parametrize("meter", METERS)
def test_a_card_that_falls_off_the_bus_is_asked_again_later(
    monkeypatch: pytest.MonkeyPatch, meter: str
) -> None:
    def lost(*_: object) -> None:
        raise GpuIsLost

    driver = fake_driver()
    monkeypatch.setitem(sys.modules, "pynvml", driver)
    reader = CardReader()
    assert len(reader.read()) == 2
    good = getattr(driver, meter)
    setattr(driver, meter, lost)
    assert reader.read() == ()
    setattr(driver, meter, good)
    assert [len(reader.read()) for _ in range(TRIES_AGAIN + 1)] == [0] * TRIES_AGAIN + [2]


def test_no_driver_means_no_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", fake_driver(nvmlInit=fails))
    reader = CardReader()
    assert reader.read() == ()
    reader.close()


def test_a_driver_that_is_lost_is_left_alone_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def count() -> int:
        asked.append(1)
        raise NvmlError

    monkeypatch.setitem(sys.modules, "pynvml", fake_driver(nvmlDeviceGetCount=count))
    reader = CardReader()
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
    assert CardReader().at_work() == {11, 21, 12, 22}


def test_memory_of_processes_is_added_up_over_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver lists who computes and draws twice; where it hides an amount it says None."""

    def users(at: int) -> list[SimpleNamespace]:
        return [
            SimpleNamespace(pid=7, usedGpuMemory=100 + at),
            SimpleNamespace(pid=8, usedGpuMemory=None),
        ]

    driver = fake_driver(
        nvmlDeviceGetComputeRunningProcesses=users, nvmlDeviceGetGraphicsRunningProcesses=users
    )
    monkeypatch.setitem(sys.modules, "pynvml", driver)
    assert CardReader().held() == {7: 201, 8: 0}


@pytest.mark.parametrize("name", ["nvmlInit", "nvmlDeviceGetComputeRunningProcesses"])
def test_cards_that_cannot_be_asked_are_used_by_nobody(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", fake_driver(**{name: fails}))
    assert CardReader().at_work() == frozenset()
    assert CardReader().held() == {}
