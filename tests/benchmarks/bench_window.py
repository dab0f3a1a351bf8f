"""The window with 10,000 jobs: how soon it stands there, and whether it ever stalls."""

import json
import shutil
import tempfile
import time
from pathlib import Path

from rendermanager.core.job import JobSpec
from rendermanager.store import submission
from rendermanager.store.store import Store
from rendermanager.store.submission import NewJob
from tests.benchmarks.common import EMPTY, PYTHON, best_of, python, show

JOBS = 10_000
ROUNDS = 3
RENDERS = 10
LINES_A_SECOND = 100
STALL_SECONDS = 6
IDLE_SECONDS = 6

MAPPED = """
import os, sys
from pathlib import Path
from rendermanager.app import opening
from rendermanager.config.paths import Paths

opening._furnished = lambda *_: os._exit(0)
opening.run(Paths(Path(sys.argv[1])), [])
"""

FULL = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from rendermanager.app import opening
from rendermanager.config.paths import Paths
furnish = opening._furnished

def begin(app, window, *rest):
    desktop = furnish(app, window, *rest)

    def look():
        if window.page.pane.model.is_loaded:
            desktop.close()
            os._exit(0)

    QTimer(window, interval=1, timeout=look).start()
    return desktop

opening._furnished = begin
opening.run(Paths(Path(sys.argv[1])), [])
"""

WATCHED = """
import json, os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from rendermanager.app import opening
from rendermanager.config.paths import Paths
furnish = opening._furnished
limit, slots = float(sys.argv[2]), int(sys.argv[3])

def begin(app, window, *rest):
    desktop = furnish(app, window, *rest)
    desktop._room.session.dispatcher.set_slots(slots)
    ticks = []
    timer = QTimer(window, interval=5, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))

    def settle():
        ticks.clear()
        if slots:
            timer.start()
        used = time.process_time()
        QTimer.singleShot(int(limit * 1000), lambda: finish(used))

    def finish(used):
        gaps = [(b - a) * 1000 - 5 for a, b in zip(ticks, ticks[1:], strict=False)] or [0.0]
        busy = (time.process_time() - used) / limit
        print(json.dumps({"stall_ms": max(gaps), "p99_ms": sorted(gaps)[int(len(gaps) * 0.99)],
                          "cpu": busy}), flush=True)
        desktop.close(); os._exit(0)

    QTimer.singleShot(4000, settle)
    return desktop

opening._furnished = begin
opening.run(Paths(Path(sys.argv[1])), [])
"""

PRINTER = """
import time
for frame in range(1, 1000000):
    print(f"openjd_progress: {frame / 10000:.4f}", flush=True)
    time.sleep(1 / {rate})
""".replace("{rate}", str(LINES_A_SECOND))


def fill(home: Path, *, running: bool) -> None:
    """10,000 jobs; with `running`, the first ten print as fast as renders do."""
    home.mkdir(parents=True)
    store = Store(home / "queue.db")
    talkers = [
        NewJob(JobSpec(engine="command", name="talks", argv=(PYTHON, "-c", PRINTER)), checked=True)
        for _ in range(RENDERS if running else 0)
    ]
    waiting = JobSpec(engine="command", name="waits", argv=("/bin/true",))
    jobs = [*talkers, *(NewJob(waiting, checked=True) for _ in range(JOBS))]
    store.change(lambda txn: submission.submit(txn, jobs))
    if not running:
        store.change(lambda txn: txn.run("UPDATE task SET state = 'held'"))
        store.change(lambda txn: txn.run("UPDATE job SET status = 'paused', pause = 1"))
    store.close()


def main() -> None:
    """Measure and print."""
    folder = Path(tempfile.mkdtemp(prefix="rm-bench-"))
    fill(folder / "still", running=False)
    fill(folder / "busy", running=True)
    empty = best_of(ROUNDS, lambda: python(EMPTY))
    mapped = best_of(ROUNDS, lambda: python(MAPPED, folder / "still"))
    full = best_of(ROUNDS, lambda: python(FULL, folder / "still"))
    idle = json.loads(python(WATCHED, folder / "still", IDLE_SECONDS, 0))
    busy = json.loads(python(WATCHED, folder / "busy", STALL_SECONDS, RENDERS))
    show(
        f"The window with {JOBS} jobs",
        [
            ("an empty PySide6 window, from the start of the interpreter", f"{empty:.2f} s"),
            ("our window stands there", f"{mapped:.2f} s"),
            ("ratio (aim: at most 2)", f"{mapped / empty:.2f}"),
            ("the jobs are in it", f"{full:.2f} s"),
            ("ratio", f"{full / empty:.2f}"),
            ("processor while nothing happens (aim: under 1 %)", f"{idle['cpu'] * 100:.2f} %"),
            (
                f"longest stall, {RENDERS} renders at {LINES_A_SECOND} lines/s (aim: under 50 ms)",
                f"{busy['stall_ms']:.0f} ms (99 % under {busy['p99_ms']:.0f} ms)",
            ),
            ("processor meanwhile", f"{busy['cpu'] * 100:.0f} %"),
        ],
    )
    time.sleep(0.5)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
