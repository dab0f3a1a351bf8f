"""Writes files of ours so that nobody else can read them, whatever new files usually allow."""

import os
from pathlib import Path


def write_private(
    path: Path, content: bytes, *, part: Path | None = None, durable: bool = True
) -> None:
    """Put `content` in the place of `path`, which is whole at any moment.

    Args:
        path: The file.
        content: What it holds afterwards.
        part: Where it is written first, on the same volume; beside the file if not given.
        durable: It has reached the disk before the old one goes.

    Raises:
        OSError: It cannot be written; nothing is left behind.
    """
    partial = part or path.with_suffix(".part")
    try:
        # One that a crash has left may be open to others.
        partial.unlink(missing_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
