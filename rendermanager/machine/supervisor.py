"""Starts the process that stands between the app and one renderer at a time.

Run as a plain file by `command()`. Nothing but the standard library may be imported on the way
(the interpreter runs without site-packages, and every import delays the first render).
"""

import os
import sys


def command() -> list[str]:
    """The argument list that starts a supervisor with the interpreter that runs this code."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--supervisor"]
    # In a virtual environment of Windows a launcher would stand between us and its interpreter.
    base = getattr(sys, "_base_executable", "") if sys.platform == "win32" else ""
    return [base or sys.executable, "-I", "-S", "-X", "utf8", __file__]


def main() -> int:
    """Serve the control pipe on stdin until it ends; returns the exit code."""
    if sys.platform != "win32":
        # A handle that the app left inheritable (its instance lock, a database) must not live on
        # here. On Windows Qt hands down none but the pipes.
        os.closerange(3, 4096)
    from rendermanager.machine.supervising.loop import supervise  # noqa: PLC0415 - after the close

    supervise()
    if sys.platform == "win32":
        # Threads that wait for a pipe for ever would be waited for.
        os._exit(0)
    return 0


if __name__ == "__main__":
    # Behind the standard library: no neighbour's name may hide one of its modules.
    sys.path.append(__file__.rsplit(os.sep, 3)[0])
    sys.exit(main())
