"""What the benches share: running, timing and printing."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PYTHON = sys.executable

EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1360, 820)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
"""A program that shows an empty window, and ends as soon as that stands there."""


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


def python(code: str, *arguments: object) -> str:
    """Run code in an interpreter of its own, on whatever display there is."""
    env = {**os.environ}
    if "DISPLAY" not in env and "WAYLAND_DISPLAY" not in env:
        env["QT_QPA_PLATFORM"] = "offscreen"
    command = [PYTHON, "-c", code, *map(str, arguments)]
    return subprocess.run(command, check=True, env=env, capture_output=True, text=True).stdout


def show(title: str, rows: Sequence[tuple[str, str]]) -> None:
    """Print one block of results."""
    print(f"\n{title}")
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"  {name.ljust(width)}  {value}")
