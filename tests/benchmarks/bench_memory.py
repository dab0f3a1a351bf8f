"""A batch that would take three times the memory it may: how far it goes above, and its end."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.benchmarks.common import PYTHON, show

SHARE_BYTES = 2_000_000_000
"""What the batch may have, beside what other programs hold."""
EACH_MB = 600
GROWS = Path(__file__).parent.parent / "programs" / "grows.py"


def used() -> int:
    """Bytes that all programs hold."""
    memory = psutil.virtual_memory()
    return int(memory.total - memory.available)


def batch(folder: Path, *, told: bool) -> tuple[float, int]:
    """Render it; the most that was held as a share of the ceiling, and how many jobs completed."""
    total, before = psutil.virtual_memory().total, used()
    percent = max(10, round((before + SHARE_BYTES) / total * 100))
    ceiling = total * percent / 100
    count = int(3 * (ceiling - before) / (EACH_MB * 1e6)) + 1
    line = {
        "engine": "command",
        "argv": [sys.executable, str(GROWS), str(EACH_MB), "0.2"],
        "max_attempts": 1,
        "memory_mb": EACH_MB + 50 if told else 0,
    }
    jobs = folder / "jobs.jsonl"
    jobs.write_text("".join(json.dumps({**line, "name": f"{at}"}) + "\n" for at in range(count)))
    home = folder / ("told" if told else "untold")
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"memory_percent": percent}))
    command = [PYTHON, "-m", "rendermanager", "--data-dir", str(home), "--json", "render"]
    command += ["--jobs", str(jobs), "--concurrency", "8"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        most = 0
        while running.poll() is None:
            most = max(most, used())
            time.sleep(0.05)
    return most / ceiling, count if running.returncode == 0 else 0


def main() -> None:
    """Once where nobody knows what a job takes, and once where it was said."""
    folder = Path(tempfile.mkdtemp(prefix="rm-bench-"))
    rows = []
    for told, words in ((False, "nothing is known of them"), (True, "what they take was said")):
        share, completed = batch(folder, told=told)
        rows.append((f"{words} (aim: at most 1.05)", f"{share:.3f}, {completed} completed"))
    show("A batch of three times the memory below the ceiling", rows)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
