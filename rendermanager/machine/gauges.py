"""How busy this machine is at one moment: processors, memory and graphics cards."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

_IDLE_FIELDS: Final = ("idle", "iowait")
_COUNTED_TWICE: Final = ("guest", "guest_nice")
"""Linux adds these to `user` and `nice`, too."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CpuTimes:
    """What the processors did since the machine started, in seconds over all cores.

    Attributes:
        busy: Seconds of work.
        total: Seconds of work and of rest.
    """

    busy: float
    total: float


@dataclass(frozen=True, slots=True)
class Gpu:
    """One graphics card.

    Attributes:
        name: As its driver calls it.
        load: Share of the last moments in which it worked, 0 to 1; None where it does not tell.
        memory_used: Bytes; 0 where it does not tell.
        memory_total: Bytes; 0 where it does not tell.
    """

    name: str
    load: float | None = None
    memory_used: int = 0
    memory_total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauges:
    """The machine at one moment.

    Attributes:
        times: To be handed to the next `sample`.
        cpu: Share of the processors that worked since the sample before, 0 to 1; None in the
            first one.
        memory_used: Bytes that programs hold; what can be given back at once is left out.
        memory_total: Bytes.
        gpus: Graphics cards that could be asked; none is a normal state.
    """

    times: CpuTimes
    cpu: float | None
    memory_used: int
    memory_total: int
    gpus: tuple[Gpu, ...] = ()


def sample(before: CpuTimes | None = None, gpus: Sequence[Gpu] = ()) -> Gauges:
    """Processors and memory now.

    Args:
        before: `times` of the last sample; the load is measured since then.
        gpus: What `GpuReader.read` gave, to be carried along.
    """
    import psutil  # noqa: PLC0415 - slow to import, and the first sample is taken off this thread

    times = cpu_times()
    memory = psutil.virtual_memory()
    return Gauges(
        times=times,
        cpu=None if before is None else load_between(before, times),
        memory_used=memory.total - memory.available,
        memory_total=memory.total,
        gpus=tuple(gpus),
    )


def cpu_times() -> CpuTimes:
    """What the processors did so far."""
    import psutil  # noqa: PLC0415 - as above

    return times_of(psutil.cpu_times())


def times_of(times: Any) -> CpuTimes:
    """What psutil tells of all processors, or of one of them."""
    found = times._asdict()
    total = sum(value for name, value in found.items() if name not in _COUNTED_TWICE)
    idle = sum(found.get(name, 0.0) for name in _IDLE_FIELDS)
    return CpuTimes(total - idle, total)


def load_between(before: CpuTimes, after: CpuTimes) -> float | None:
    """Share of the processors that worked in between, 0 to 1; None when no time has passed."""
    total = after.total - before.total
    if total <= 0:
        return None
    return min(1.0, max(0.0, (after.busy - before.busy) / total))


class GpuReader:
    """Asks NVIDIA's driver for its cards; where there is none, there are no cards.

    Use it on one thread at a time.
    """

    def __init__(self) -> None:
        """Ask nothing yet."""
        self._nvml: Any = None
        self._tried = False

    def read(self) -> tuple[Gpu, ...]:
        """Every card, as busy as it is now; a driver that is lost is left alone from then on."""
        nvml = self._open()
        if nvml is None:
            return ()
        try:
            count = nvml.nvmlDeviceGetCount()
            return tuple(_card(nvml, nvml.nvmlDeviceGetHandleByIndex(at)) for at in range(count))
        except nvml.NVMLError as error:
            _log.info("graphics cards could not be asked: %s", error)
            self.close()
            return ()

    def at_work(self) -> frozenset[int]:
        """Pids of the processes that hold a card which works, or does not tell whether it does."""
        nvml = self._open()
        if nvml is None:
            return frozenset()
        found: set[int] = set()
        try:
            for at in range(nvml.nvmlDeviceGetCount()):
                card = nvml.nvmlDeviceGetHandleByIndex(at)
                if _card(nvml, card).load != 0:
                    users = nvml.nvmlDeviceGetComputeRunningProcesses(card)
                    users += nvml.nvmlDeviceGetGraphicsRunningProcesses(card)
                    found.update(user.pid for user in users)
        except nvml.NVMLError as error:
            _log.info("graphics cards could not be asked who uses them: %s", error)
        return frozenset(found)

    def close(self) -> None:
        """Let go of the driver."""
        nvml, self._nvml = self._nvml, None
        if nvml is not None:
            try:
                nvml.nvmlShutdown()
            except nvml.NVMLError:
                _log.info("the driver of the graphics cards is gone")

    def _open(self) -> Any:
        if self._tried:
            return self._nvml
        self._tried = True
        try:
            # Loaded here: most machines have no such driver and need not pay for it.
            import pynvml  # noqa: PLC0415
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


def _card(nvml: Any, handle: Any) -> Gpu:
    name = nvml.nvmlDeviceGetName(handle)
    load: float | None = None
    used = total = 0
    try:
        load = nvml.nvmlDeviceGetUtilizationRates(handle).gpu / 100
    except nvml.NVMLError:
        # Some cards (and parts of a card) have no meter.
        pass
    try:
        memory = nvml.nvmlDeviceGetMemoryInfo(handle)
        used, total = int(memory.used), int(memory.total)
    except nvml.NVMLError:
        pass
    return Gpu(name.decode() if isinstance(name, bytes) else str(name), load, used, total)
