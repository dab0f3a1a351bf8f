"""Starts the process that stands between the app and one renderer at a time.

Run as a plain file by `command()`. Nothing but the standard library may be imported on the way
(the interpreter runs without site-packages, and every import delays the first render).
"""

import os
import sys

EXIT_UNSUPPORTED = 70


def command() -> list[str]:
    """The argument list that starts a supervisor with the interpreter that runs this code."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--supervisor"]
    return [sys.executable, "-I", "-S", "-X", "utf8", __file__]


def main() -> int:
    """Serve the control pipe on stdin until it ends; returns the exit code."""
    if os.name != "posix":
        # A Job Object would own the tree there; without one an orphan could outlive us.
        sys.stdout.write('{"ev":"error","text":"not supported on this platform yet"}\n')
        return EXIT_UNSUPPORTED
    # A handle that the app left inheritable (its instance lock, a database) must not live on here.
    os.closerange(3, 4096)
    from rendermanager.machine.supervising.loop import supervise  # noqa: PLC0415 - after the close

    supervise()
    return 0


if __name__ == "__main__":
    # Behind the standard library: no neighbour's name may hide one of its modules.
    sys.path.append(__file__.rsplit(os.sep, 3)[0])
    sys.exit(main())
