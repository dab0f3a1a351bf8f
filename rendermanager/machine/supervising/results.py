"""The outcome of a render as a file, for an app that was not there to hear of it."""

import json
import os
import sys

from rendermanager.machine.supervising.files import OPEN_FLAGS
from rendermanager.machine.supervising.orders import Fields


def write_result(path: str, outcome: Fields) -> None:
    """Write the outcome so that a reader sees all of it or nothing.

    Raises:
        OSError: The folder has gone, is full or cannot be written.
    """
    temporary = f"{path}.{os.getpid()}.tmp"
    fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | OPEN_FLAGS, 0o600)
    try:
        os.write(fd, json.dumps(outcome).encode() + b"\n")
        os.fsync(fd)
    finally:
        os.close(fd)
    os.replace(temporary, path)  # noqa: PTH105 - pathlib costs milliseconds at every start
    if sys.platform == "win32":
        return  # its folders cannot be opened, and need not be
    folder = os.open(path.rpartition(os.sep)[0] or os.sep, os.O_RDONLY | OPEN_FLAGS)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
