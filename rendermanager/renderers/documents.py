"""Reads a source that is a text, such as a script or a template, within a limit of size."""

import os
import stat
from pathlib import Path, PurePath

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.media.trouble import Trouble, problem, quoted


def read_document(path: Path, limit_bytes: int) -> bytes:
    """All that a file holds. Never waits for a pipe or a device.

    Args:
        path: Absolute path.
        limit_bytes: A larger file is refused.

    Raises:
        BadInput: It is no file, cannot be read, is empty or too large.
    """
    # These answer for any name; the methods of Path raise for one that is too long.
    if not os.path.exists(path):  # noqa: PTH110
        raise BadInput([problem(Trouble.MISSING, path)])
    if os.path.isdir(path):  # noqa: PTH112
        text = f"{quoted(path)} is a folder, not a file."
        raise BadInput([Problem("source", text, "Name a file inside it.")])
    if not os.path.isfile(path):  # noqa: PTH113
        raise BadInput([problem(Trouble.SPECIAL, path)])
    try:
        with path.open("rb") as file:
            content = file.read(limit_bytes + 1)
    except PermissionError as error:
        raise BadInput([problem(Trouble.DENIED, path)]) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise BadInput([problem(Trouble.UNREADABLE, path, detail)]) from error
    if not content:
        raise BadInput([problem(Trouble.EMPTY, path)])
    if len(content) > limit_bytes:
        text = (
            f"{quoted(path)} is larger than {limit_bytes // 1024} KiB, too large for such a file."
        )
        raise BadInput([Problem("source", text, "Check whether it is the right file.")])
    return content


def read_regular(path: PurePath, limit: int) -> bytes:
    """All of an ordinary file of at most `limit` bytes. A pipe without a writer is never opened.

    Raises:
        OSError: It is something else, larger, or cannot be read.
    """
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "it is no ordinary file")
        if status.st_size > limit:
            raise OSError(0, f"it is larger than {limit // 2**20} MiB")
        with Path(path).open("rb") as file:
            content = file.read(limit + 1)
    except ValueError as error:
        raise OSError(0, "no file can be called so") from error
    if len(content) > limit:
        raise OSError(0, f"it is larger than {limit // 2**20} MiB")
    return content
