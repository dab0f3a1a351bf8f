"""500 no-op jobs: Render Manager end to end, against a bare QProcess loop and task-spooler."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.benchmarks.common import PYTHON, best_of, rendermanager, show

JOBS = 500
ROUNDS = 3

LOOP = """
from PySide6.QtCore import QCoreApplication, QProcess
app = QCoreApplication([])
left = started = {jobs}

def start():
    global started
    if started:
        started -= 1
        process = QProcess(app)
        process.finished.connect(ended)
        process.start("/bin/true", [])

def ended(*_):
    global left
    left -= 1
    app.quit() if not left else start()

start(); start(); app.exec()
"""


def qprocess_loop() -> None:
    """The same work with nothing around it: start to end of its own interpreter."""
    subprocess.run([PYTHON, "-c", LOOP.format(jobs=JOBS)], check=True)


def spooler(folder: Path) -> None:
    """task-spooler with two slots; each job is added by its own client, as it is meant to be."""
    env = {**os.environ, "TS_SOCKET": str(folder / "ts.sock"), "TS_SLOTS": "2"}
    program = shutil.which("tsp") or "tsp"
    for _ in range(JOBS):
        subprocess.run([program, "-n", "/bin/true"], env=env, check=True, capture_output=True)
    subprocess.run([program, "-w"], env=env, check=False, capture_output=True)
    subprocess.run([program, "-K"], env=env, check=False, capture_output=True)


def main() -> None:
    """Measure all three in one run and print the ratios."""
    folder = Path(tempfile.mkdtemp(prefix="rm-bench-"))
    jobs = folder / "jobs.jsonl"
    line = {"engine": "command", "name": "nothing", "argv": ["/bin/true"]}
    jobs.write_text(f"{json.dumps(line)}\n" * JOBS)
    homes = iter(folder / f"home{number}" for number in range(ROUNDS * 2))

    ours = best_of(
        ROUNDS,
        lambda: rendermanager(next(homes), "render", "--jobs", str(jobs), "--concurrency", "2"),
    )
    bare = best_of(ROUNDS, qprocess_loop)
    rows = [
        ("Render Manager, durable, end to end", f"{ours:.2f} s"),
        ("bare QProcess loop", f"{bare:.2f} s"),
        ("ratio (aim: at most 3)", f"{ours / bare:.2f}"),
    ]
    if shutil.which("tsp"):
        theirs = best_of(ROUNDS, lambda: spooler(folder))
        rows += [
            ("task-spooler", f"{theirs:.2f} s"),
            ("ratio (aim: under 1)", f"{ours / theirs:.2f}"),
        ]
    show(f"{JOBS} jobs of /bin/true, two at once", rows)
    # The spooler may take its socket away at this very moment.
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
