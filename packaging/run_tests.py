"""Runs the tests beside each other, and the few that fail once more, alone.

Many tests kill processes at random moments on a machine that is busy with other tests. One that
fails beside others and passes alone does not hide what the others say, but it is a defect, of the
test or of the program: it is named at the end, to be mended.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

#: More failures than this are no bad luck.
FEW = 3
FAILED = 1
COMPILE = "--compile"
# What was covered is reported by coverage_floors.py, on all processors.
TOGETHER = ("-n", "auto", "--dist", "loadfile", "--cov", "--cov-report=")
ALONE = ("--last-failed", "--last-failed-no-failures=none", "-n", "0", "--no-cov")
LAST_FAILED = Path(".pytest_cache", "v", "cache", "lastfailed")


def failed_before(root: Path) -> list[str]:
    """The tests that the last run of pytest in this folder has left as failed."""
    try:
        return sorted(json.loads((root / LAST_FAILED).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return []


def run(root: Path, together: Sequence[str], arguments: Sequence[str]) -> int:
    """Run pytest in a folder, and the few failures again; returns the status for the shell."""
    (root / LAST_FAILED).unlink(missing_ok=True)
    status = _pytest(root, *together, *arguments)
    failed = failed_before(root)
    if status != FAILED or not 0 < len(failed) <= FEW:
        return status
    print(f"\nOnce more, alone: {', '.join(failed)}", flush=True)
    status = _pytest(root, *ALONE, *arguments)
    if status == 0:
        print("Failed beside other tests and passed alone; each is a defect to be found:")
        print("".join(f"  UNSTEADY {name}\n" for name in failed), flush=True)
    return status


def _pytest(root: Path, *arguments: str) -> int:
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], cwd=root, check=False, env=_environment()
    ).returncode


def _environment() -> dict[str, str]:
    """Ours, and Python may keep what it compiled: hundreds of children run the same modules."""
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def compile_tests(root: Path, arguments: Sequence[str]) -> None:
    """Let pytest read the tests once: later each process that runs them finds them compiled.

    Takes one processor, while another one looks at types and layers. What is wrong with the tests
    is said when they run.
    """
    command = [sys.executable, "-m", "pytest", "--collect-only", "-qq", "-p", "no:cacheprovider"]
    subprocess.run(
        [*command, *arguments],
        cwd=root,
        check=False,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def main(words: Sequence[str]) -> int:
    """Run the tests, or only compile them; the rest of the words go to pytest."""
    here = Path(__file__).resolve().parent.parent
    if words[:1] == [COMPILE]:
        compile_tests(here, words[1:])
        return 0
    return run(here, TOGETHER, words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
