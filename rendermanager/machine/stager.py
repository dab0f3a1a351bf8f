"""Brings the files of a render into its folder, then becomes the program that renders.

Run as a plain file by `command()`, within the render's own process tree: it is paused, cancelled
and watched as the renderer is. Nothing but the standard library may be imported on the way.
"""

import os
import subprocess
import sys
from pathlib import Path

PREFIX = "[files]"
"""Before each line of ours in the log."""


def command(plan: str) -> list[str]:
    """The words to put before a renderer's own, so that its files are brought first.

    Args:
        plan: Absolute path of the plan; see `staging.plan`.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, "--stager", plan]
    base = getattr(sys, "_base_executable", "") if sys.platform == "win32" else ""
    return [base or sys.executable, "-I", "-S", "-X", "utf8", __file__, plan]


def main(words: list[str]) -> int:
    """Bring what the plan lists, and run the rest of the words; returns its exit code."""
    from rendermanager.machine.staging.bringing import Failed, bring  # noqa: PLC0415 - see below
    from rendermanager.machine.staging.plan import unpacked  # noqa: PLC0415 - see below

    plan, *program = words
    try:
        bring(unpacked(Path(plan).read_bytes()), _say)
    except Failed as error:
        _say(str(error))
        return 1
    return _become(program)


def _say(text: str) -> None:
    sys.stdout.write(f"{PREFIX} {text}\n")
    sys.stdout.flush()


def _become(program: list[str]) -> int:
    if os.name == "posix":
        os.execv(program[0], program)  # noqa: S606 - there is no shell anywhere
    # There is no becoming on Windows: one waits for the other, which dies with the same job.
    return subprocess.run(program, check=False).returncode


if __name__ == "__main__":
    # Behind the standard library: no neighbour's name may hide one of its modules.
    sys.path.append(__file__.rsplit(os.sep, 3)[0])
    sys.exit(main(sys.argv[1:]))
