"""What 1,000 progress updates a second cost the window, with its real board, model and view."""

import json
import shutil
import tempfile
import time
from pathlib import Path

from tests.benchmarks.bench_queue import fill
from tests.benchmarks.common import python, show

ROWS = 10_000
RENDERING = 10
UPDATES_A_SECOND = 1_000
SECONDS = 6

WATCHED = """
import json, os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from PySide6.QtWidgets import QApplication
from rendermanager.app import opening
from rendermanager.config.paths import Paths
from rendermanager.core.events import EventKind
from rendermanager.core.progress import Observation
furnish = opening._furnished
seconds, count, rate = float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
JOBS = range(1, count + 1)
BEAT_MS, FEED_MS = 5, 10

def render(txn):
    for job_id in JOBS:
        txn.run("UPDATE job SET status = 'rendering', pause = 0 WHERE id = ?", job_id)
        txn.record(EventKind.MOVED, job_id, old="paused", new="rendering")

def begin(app, window, *rest):
    desktop = furnish(app, window, *rest)
    board, view = desktop._room.session.board, window.page.pane.view
    ticks, sent, found = [], [0], {}
    beat = QTimer(window, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
    beat.timeout.connect(lambda: ticks.append((time.perf_counter(), time.thread_time())))
    feed = QTimer(window, interval=FEED_MS, timerType=Qt.TimerType.PreciseTimer)
    since = [0.0]

    def tell():
        due = int((time.perf_counter() - since[0]) * rate)
        while sent[0] < due:
            sent[0] += 1
            frame = sent[0] // count
            job_id = 1 + sent[0] % count
            board.see(job_id, Observation(frame=frame, frames=100_000, fps=24.0), frame / 24)

    feed.timeout.connect(tell)

    def watch(name, then, *, feeds=True):
        def finish():
            beat.stop(); feed.stop()
            wall, used = time.perf_counter() - since[0], time.thread_time() - cpu
            pairs = list(zip(ticks, ticks[1:]))
            gaps = sorted(max(0.0, (b[0] - a[0]) * 1000 - BEAT_MS) for a, b in pairs)
            # Of the thread's own time: what other programs do to this one is not in it.
            busy = sorted((b[1] - a[1]) * 1000 for a, b in pairs)
            found[name] = {"cpu": used / wall, "updates": sent[0] / wall,
                           "p99_ms": gaps[int(len(gaps) * 0.99)], "stall_ms": gaps[-1],
                           "busy_p99_ms": busy[int(len(busy) * 0.99)], "busy_ms": busy[-1]}
            then()
        ticks.clear(); sent[0] = 0
        since[0], cpu = time.perf_counter(), time.thread_time()
        beat.start()
        if feeds:
            feed.start()
        QTimer.singleShot(int(seconds * 1000), finish)

    def still():
        watch("still", seen, feeds=False)

    def seen():
        watch("seen", away)

    def away():
        view.scrollToBottom()
        QTimer.singleShot(1000, lambda: watch("away", end))

    def end():
        print(json.dumps(found), flush=True)
        desktop.close(); os._exit(0)

    def open_jobs():
        desktop._room.session.store.write(render)
        for job_id in JOBS:
            board.open(job_id, job_id, "")
        QTimer.singleShot(1500, still)

    def look():
        if window.page.pane.model.is_loaded:
            timer.stop()
            QTimer.singleShot(2000, open_jobs)

    timer = QTimer(window, interval=5, timeout=look)
    timer.start()
    return desktop

opening._furnished = begin
opening.run(Paths(Path(sys.argv[1])), [])
"""


def main() -> None:
    """Measure and print."""
    folder = Path(tempfile.mkdtemp(prefix="rm-bench-"))
    fill(folder / "home", ROWS)
    found = json.loads(python(WATCHED, folder / "home", SECONDS, RENDERING, UPDATES_A_SECOND))
    still, seen, away = (found[name] for name in ("still", "seen", "away"))
    show(
        f"{UPDATES_A_SECOND} updates a second of {RENDERING} renders among {ROWS} jobs",
        [
            ("updates a second that were made", f"{seen['updates']:.0f}"),
            ("main thread without updates", f"{still['cpu'] * 100:.1f} % of a core"),
            (
                "main thread with rows in sight (aim: under 10 % more)",
                f"{seen['cpu'] * 100:.1f} % of a core",
            ),
            ("main thread with rows out of sight", f"{away['cpu'] * 100:.1f} % of a core"),
            (
                "late by, 99 % (aim: under 16 ms)",
                f"{seen['p99_ms']:.1f} ms (without updates {still['p99_ms']:.1f} ms)",
            ),
            (
                "busy in one go, 99 % (aim: under 16 ms)",
                f"{seen['busy_p99_ms']:.1f} ms (at most {seen['busy_ms']:.1f} ms)",
            ),
            (
                "late by at most",
                f"{seen['stall_ms']:.1f} ms (without updates {still['stall_ms']:.1f} ms)",
            ),
        ],
    )
    time.sleep(0.5)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
