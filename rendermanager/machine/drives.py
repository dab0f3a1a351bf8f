"""The volumes that results go to: the room on them, and how much is read and written there."""

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rendermanager.core.usage import VolumeLoad
from rendermanager.machine.volumes import Volume, volume_of

LOOK_S: Final = 5.0
"""Room changes slowly, and asking a share is dear."""
STALE_S: Final = 20.0
"""What was told longer ago does not count any more: the drive does not answer."""
MOST: Final = 8
"""So many folders are looked at, those asked for first."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What a folder's volume has told.

    Attributes:
        volume: The room; None where it is gone.
        disk: What the system's counters call it; empty where they do not tell.
        at_s: When, by the clock that only goes forward.
    """

    volume: Volume | None
    disk: str
    at_s: float


class DriveMeter:
    """Remembers the last look; `read` is used on one thread, and blocks on no drive.

    A share that does not answer holds up its own numbers, never those of others: each folder is
    looked at on a thread of its own, which ends with the look.
    """

    def __init__(
        self,
        folders: Callable[[], Sequence[Path]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nothing was seen yet.

        Args:
            folders: Where results go; asked anew as often as the room is.
            clock: Seconds on a clock that only goes forward.
        """
        self._folders = folders
        self._clock = clock
        self._asked: Sequence[Path] = ()
        self._asked_s: float | None = None
        self._lock = threading.Lock()
        self._known: dict[Path, _Known] = {}
        self._asking: set[Path] = set()
        self._counted: dict[str, tuple[int, int]] = {}
        self._counted_s = 0.0

    def read(self) -> tuple[VolumeLoad, ...]:
        """The volumes of the folders, each once, in their order; those known by now."""
        now = self._clock()
        if self._asked_s is None or now - self._asked_s >= LOOK_S:
            self._asked, self._asked_s = self._folders()[:MOST], now
        asked = self._asked
        with self._lock:
            self._known = {folder: self._known[folder] for folder in asked if folder in self._known}
            known = dict(self._known)
            due = [each for each in asked if self._is_due(each, now)]
            self._asking.update(due)
        for folder in due:
            thread = threading.Thread(target=self._look, args=(folder,), name="drive", daemon=True)
            thread.start()
        moved = self._moved(now) if known else {}
        found: dict[str, VolumeLoad] = {}
        for each in known.values():
            if each.volume is None or each.volume.mount in found:
                continue
            fresh = now - each.at_s < STALE_S
            read, written = moved.get(each.disk, (None, None))
            found[each.volume.mount] = VolumeLoad(
                mount=each.volume.mount,
                free=each.volume.free if fresh else None,
                total=each.volume.total if fresh else None,
                read_per_s=read,
                written_per_s=written,
            )
        return tuple(found.values())

    def _is_due(self, folder: Path, now: float) -> bool:
        known = self._known.get(folder)
        return folder not in self._asking and (known is None or now - known.at_s >= LOOK_S)

    def _look(self, folder: Path) -> None:
        volume = volume_of(folder)
        found = _Known(volume, disk_of(volume.mount) if volume else "", self._clock())
        with self._lock:
            self._known[folder] = found
            self._asking.discard(folder)

    def _moved(self, now: float) -> dict[str, tuple[float | None, float | None]]:
        """Bytes read and written for each second since the look before, by disk."""
        before, passed = self._counted, now - self._counted_s
        self._counted, self._counted_s = _counters(), now
        if not before or passed <= 0:
            return {}
        return {
            disk: (max(0, read - before[disk][0]) / passed, max(0, sent - before[disk][1]) / passed)
            for disk, (read, sent) in self._counted.items()
            if disk in before
        }


def disk_of(mount: str) -> str:
    """What the system's counters call the disk of a volume; empty where they do not tell.

    Only Linux says which of its block devices a volume lies on. A volume over several devices
    (btrfs, ZFS), and one that is no device at all (a share), has none.
    """
    if sys.platform != "linux":
        return ""
    try:
        device = os.stat(mount).st_dev  # noqa: PTH116 - never raises for odd names
        number = f"{os.major(device)}:{os.minor(device)}"
        return Path(f"/sys/dev/block/{number}").resolve(strict=True).name
    except OSError:
        return ""


def _counters() -> dict[str, tuple[int, int]]:
    import psutil  # noqa: PLC0415 - slow to import, and this is asked off the main thread

    try:
        counted = psutil.disk_io_counters(perdisk=True, nowrap=False) or {}
    except (OSError, RuntimeError):  # a container without the system's own list
        return {}
    return {name: (each.read_bytes, each.write_bytes) for name, each in counted.items()}
