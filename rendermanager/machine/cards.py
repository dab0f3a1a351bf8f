"""Graphics cards: how busy they are, and who holds what on them, asked of NVIDIA's driver."""

import logging
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from rendermanager.core.usage import Card

TRIES_AGAIN: Final = 60
"""After a driver was lost (it is updated, the card fell off the bus) so many looks are left out."""
T = TypeVar("T")

_log = logging.getLogger(__name__)


class CardReader:
    """Asks NVIDIA's driver for its cards; where there is none, there are no cards.

    Use it on one thread at a time.
    """

    def __init__(self) -> None:
        """Ask nothing yet."""
        self._nvml: Any = None
        self._tried = False
        self._skip = 0

    def read(self) -> tuple[Card, ...]:
        """Every card, as busy as it is now.

        A driver that is lost is asked again a minute later; one that never was there is not.
        """
        nvml = self._open()
        if nvml is None:
            return ()
        try:
            count = nvml.nvmlDeviceGetCount()
            return tuple(_card(nvml, nvml.nvmlDeviceGetHandleByIndex(at)) for at in range(count))
        except nvml.NVMLError as error:
            _log.info("graphics cards could not be asked: %s", error)
            self.close()
            self._tried, self._skip = False, TRIES_AGAIN
            return ()

    def at_work(self) -> frozenset[int]:
        """Pids of the processes that hold a card which works, or does not tell whether it does."""
        nvml = self._open()
        if nvml is None:
            return frozenset()
        found: set[int] = set()
        try:
            for at in range(nvml.nvmlDeviceGetCount()):
                handle = nvml.nvmlDeviceGetHandleByIndex(at)
                if _load(nvml, handle) != 0:
                    found.update(user.pid for user in _users(nvml, handle))
        except nvml.NVMLError as error:
            _log.info("graphics cards could not be asked who uses them: %s", error)
        return frozenset(found)

    def held(self) -> Mapping[int, int]:
        """Bytes on all cards that processes hold, by pid; those that the driver tells of."""
        nvml = self._open()
        found: dict[int, int] = {}
        if nvml is None:
            return found
        try:
            for at in range(nvml.nvmlDeviceGetCount()):
                handle = nvml.nvmlDeviceGetHandleByIndex(at)
                # One that computes and draws is listed twice, with all its memory each time.
                here = {user.pid: user.usedGpuMemory or 0 for user in _users(nvml, handle)}
                for pid, size in here.items():
                    found[pid] = found.get(pid, 0) + size
        except nvml.NVMLError as error:
            _log.info("graphics cards could not be asked who holds their memory: %s", error)
        return found

    def close(self) -> None:
        """Let go of the driver."""
        nvml, self._nvml = self._nvml, None
        if nvml is not None:
            try:
                nvml.nvmlShutdown()
            except nvml.NVMLError:
                _log.info("the driver of the graphics cards is gone")

    def _open(self) -> Any:
        if self._skip:
            self._skip -= 1
            return None
        if self._tried:
            return self._nvml
        self._tried = True
        try:
            import pynvml  # noqa: PLC0415 - most machines have no such driver, and need not pay
        except ImportError as error:
            _log.info("no graphics cards to ask: %s", error)
            return None
        try:
            pynvml.nvmlInit()
        except pynvml.NVMLError as error:
            _log.info("no graphics cards to ask: %s", error)
            return None
        self._nvml = pynvml
        return pynvml


def _users(nvml: Any, handle: Any) -> list[Any]:
    """Processes on a card; some are listed twice."""
    users: list[Any] = [*nvml.nvmlDeviceGetComputeRunningProcesses(handle)]
    return [*users, *nvml.nvmlDeviceGetGraphicsRunningProcesses(handle)]


def _card(nvml: Any, handle: Any) -> Card:
    """What a card tells; some cards, and parts of a card, lack some of the meters."""
    name = nvml.nvmlDeviceGetName(handle)
    memory = _asked(nvml, lambda: nvml.nvmlDeviceGetMemoryInfo(handle))
    sensor = nvml.NVML_TEMPERATURE_GPU
    return Card(
        name=name.decode() if isinstance(name, bytes) else str(name),
        load=_load(nvml, handle),
        memory_used=int(memory.used) if memory else 0,
        memory_total=int(memory.total) if memory else 0,
        celsius=_asked(nvml, lambda: float(nvml.nvmlDeviceGetTemperature(handle, sensor))),
        encoder=_asked(nvml, lambda: nvml.nvmlDeviceGetEncoderUtilization(handle)[0] / 100),
        decoder=_asked(nvml, lambda: nvml.nvmlDeviceGetDecoderUtilization(handle)[0] / 100),
        sessions=_asked(nvml, lambda: int(nvml.nvmlDeviceGetEncoderStats(handle)[0])),
    )


def _load(nvml: Any, handle: Any) -> float | None:
    return _asked(nvml, lambda: nvml.nvmlDeviceGetUtilizationRates(handle).gpu / 100)


def _asked(nvml: Any, ask: Callable[[], T]) -> T | None:
    """The answer; None where there is none, while the driver itself is well.

    Raises:
        NVMLError: The card or its driver is gone.
    """
    try:
        return ask()
    except nvml.NVMLError as error:
        if isinstance(error, (nvml.NVMLError_GpuIsLost, nvml.NVMLError_Uninitialized)):
            raise
        return None
