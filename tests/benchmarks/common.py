"""What the benches share: running, timing and printing."""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PYTHON = sys.executable


def best_of(times: int, work: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds: what the machine can do when nothing disturbs."""
    return min(_timed(work) for _ in range(times))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rendermanager(home: Path, *arguments: str) -> str:
    """Run one command of the app; its standard output."""
    command = [PYTHON, "-m", "rendermanager", "--data-dir", str(home), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def show(title: str, rows: Sequence[tuple[str, str]]) -> None:
    """Print one block of results."""
    print(f"\n{title}")
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"  {name.ljust(width)}  {value}")
