"""How fast jobs get in, are listed, and are found when their turn comes."""

import json
import shutil
import tempfile
import time
from functools import partial
from pathlib import Path

from rendermanager.core.job import JobSpec
from rendermanager.store import attempts, queries, submission
from rendermanager.store.attempts import Place
from rendermanager.store.store import Store
from rendermanager.store.submission import NewJob
from tests.benchmarks.common import best_of, rendermanager, show

MANY = 10_000
HUGE = 100_000
CLAIMS = 200


def new_jobs(number: int) -> list[NewJob]:
    spec = JobSpec(engine="command", name="nothing", argv=("/bin/true",))
    return [NewJob(spec, checked=True) for _ in range(number)]


def enqueue(folder: Path) -> tuple[float, float]:
    """Seconds to store `MANY` jobs, and to do the same from a jobs file on the command line."""
    store = Store(folder / "enqueue.db")
    jobs = new_jobs(MANY)
    start = time.perf_counter()
    store.change(lambda txn: submission.submit(txn, jobs))
    stored = time.perf_counter() - start
    store.close()
    lines = folder / "jobs.jsonl"
    line = {"engine": "command", "name": "nothing", "argv": ["/bin/true"]}
    lines.write_text(f"{json.dumps(line)}\n" * MANY)
    start = time.perf_counter()
    rendermanager(folder / "home", "submit", "--jobs", str(lines))
    return stored, time.perf_counter() - start


def claim(folder: Path) -> float:
    """Seconds for one durable claim with `HUGE` jobs waiting."""
    store = Store(folder / "claim.db")
    jobs = new_jobs(HUGE)
    store.change(lambda txn: submission.submit(txn, jobs))
    found = store.read(lambda db: queries.candidates(db, CLAIMS))
    start = time.perf_counter()
    for each in found:
        store.change(partial(attempts.claim, candidate=each, place=lambda _job, _fence: Place()))
    taken = (time.perf_counter() - start) / CLAIMS
    store.close()
    return taken


def main() -> None:
    """Measure and print."""
    folder = Path(tempfile.mkdtemp(prefix="rm-bench-"))
    stored, submitted = enqueue(folder)
    listed = best_of(3, lambda: rendermanager(folder / "home", "list"))
    empty = best_of(3, lambda: rendermanager(folder / "none", "--help"))
    taken = claim(folder)
    rows_a_second = MANY * 3 / stored
    show(
        "The queue on disk",
        [
            (f"{MANY} jobs stored (aim: under 0.5 s)", f"{stored:.2f} s"),
            ("rows a second (job, task, event; aim: 100,000)", f"{rows_a_second:,.0f}"),
            (f"“submit --jobs” with {MANY} lines, start-up included", f"{submitted:.2f} s"),
            (f"“list” with {MANY} jobs (aim: under 0.3 s)", f"{listed:.2f} s"),
            ("of which starting the command line", f"{empty:.2f} s"),
            (f"a claim with {HUGE} waiting (aim: under 1 ms)", f"{taken * 1000:.2f} ms"),
        ],
    )
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
