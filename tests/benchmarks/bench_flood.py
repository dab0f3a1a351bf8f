"""Two renders that print half a gigabyte each: the app's memory, and how long it stands still."""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from rendermanager.app.collector import Collector
from rendermanager.app.engineroom import EngineRoom
from rendermanager.config.paths import Paths
from rendermanager.core.job import JobSpec
from rendermanager.store import queries
from rendermanager.store.submission import NewJob
from tests.benchmarks.common import PYTHON, show

MEGABYTES: Final = int(os.environ.get("FLOOD_MB", "500"))
RENDERS: Final = 2
BEAT_MS: Final = 5
BEATS_PER_LOOK: Final = 10
SETTLE_MS: Final = 2_000
PROGRAM: Final = Path(__file__).parent.parent / "programs" / "floods_output.py"


def resident(pid: int) -> int:
    """Bytes of memory that a process holds by itself: pages of files do not count."""
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in text.splitlines() if "RssAnon" in line)


def children() -> list[int]:
    """Our child processes: the supervisors."""
    path = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return [int(pid) for pid in path.read_text().split()]


class Flood(QObject):
    """Has renders print in an engine room, and watches it meanwhile."""

    def __init__(self, room: EngineRoom) -> None:
        super().__init__(room)
        self._room = room
        self._last = 0.0
        self._began = 0.0
        self._stalls: list[float] = []
        self._before = self._peak = 0
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        room.session.bus.settled.connect(self._on_settled)

    def start(self) -> None:
        """Queue the renders; `settled` tells when they have ended."""
        self._before = self._peak = self._memory()
        spec = JobSpec(engine="command", name="flood", argv=(PYTHON, str(PROGRAM), str(MEGABYTES)))
        self._room.session.control("bench").submit([NewJob(spec, checked=True)] * RENDERS).result()
        self._began = self._last = time.perf_counter()
        self._timer.start()

    def _memory(self) -> int:
        return sum(map(resident, [os.getpid(), *children()]))

    @Slot()
    def _on_beat(self) -> None:
        now = time.perf_counter()
        self._stalls.append(now - self._last - BEAT_MS / 1000)
        if len(self._stalls) % BEATS_PER_LOOK == 0:
            self._peak = max(self._peak, self._memory())
        self._last = time.perf_counter()

    @Slot()
    def _on_settled(self) -> None:
        if not self._began:
            return
        took = time.perf_counter() - self._began
        self._timer.stop()
        stalls = sorted(self._stalls)
        jobs = self._room.session.store.read(queries.jobs)
        rows = [
            ("renders completed", f"{sum(job.status.value == 'completed' for job in jobs)}"),
            ("output", f"{RENDERS * MEGABYTES} MB in {took:.1f} s"),
            ("memory before", f"{self._before / 1e6:.1f} MB in the app and its supervisors"),
            ("memory at most", f"{(self._peak - self._before) / 1e6:+.1f} MB"),
            ("main thread late", f"at most {stalls[-1] * 1000:.0f} ms"),
            ("in 99 of 100 cases", f"at most {stalls[len(stalls) * 99 // 100] * 1000:.0f} ms"),
        ]
        show("A flood of output", rows)
        self._room.stop()


def main() -> None:
    """Run the flood and print what it did."""
    app = QCoreApplication(sys.argv[:1])
    room = EngineRoom(Paths(Path(tempfile.mkdtemp(prefix="rm-bench-"))))
    collector = Collector()
    flood = Flood(room)
    # The supervisors need a moment until they hold what they will hold.
    room.started.connect(lambda: QTimer.singleShot(SETTLE_MS, flood.start))
    room.stopped.connect(app.quit)
    room.start(RENDERS)
    app.exec()
    collector.stop()
    room.close()


if __name__ == "__main__":
    main()
