"""Starts the program, for the command `rendermanager` and for `python -m rendermanager`."""

import gc
import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    # Importing and listing make many objects and no garbage: without the collector's searches a
    # command answers in two thirds of the time. What runs for long brings a collector of its own.
    gc.disable()
    from rendermanager.cli.main import main as run  # noqa: PLC0415 - after the collector is off

    return run()


if __name__ == "__main__":
    sys.exit(main())
