"""What can be said of a source without looking inside it: whether it is there, and whole."""

import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from rendermanager.core.arriving import Sighting
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem
from rendermanager.machine.volumes import gone_volume
from rendermanager.machine.writers import has_writer, written_files
from rendermanager.media.sequences import Found, is_pattern, sequence_at
from rendermanager.media.trouble import Trouble, plain, problem, shown

_NON_BLOCKING: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WORDS: Final = {
    errno.EACCES: ("may not be read", "Change its permissions."),
    errno.EPERM: ("may not be read", "Change its permissions."),
    errno.EISDIR: ("is a folder", "Name a file, or a folder with media in it."),
    errno.ELOOP: ("is a link that leads back to itself", "Name the file that it should lead to."),
    errno.ENAMETOOLONG: ("cannot be read: File name too long", "Check the name."),
}


def found_for(spec: JobSpec) -> Found | None:
    """The file or the sequence that a job reads as it stands now; None when no frame is left."""
    path = Path(spec.source)
    if os.path.exists(path) or not is_pattern(path):  # noqa: PTH110 - never raises
        return Found(path)
    try:
        sequence = sequence_at(path)
    except OSError:
        return Found(path)
    return None if sequence is None else Found(sequence.pattern, sequence)


def job_source_problems(spec: JobSpec) -> list[Problem]:
    """What can be said against the source of a job as it stands now."""
    found = found_for(spec)
    if found is not None:
        return source_problems(found)
    if mount := gone_volume(Path(spec.source)):
        return [_unplugged(spec.source, mount)]
    return [problem(Trouble.NO_FRAMES, Path(spec.source))]


def source_problems(found: Found) -> list[Problem]:
    """What can be said against a source without looking inside it. Never blocks on pipes."""
    path = found.first_file
    if not is_text(str(path)):
        text = f"The name of “{shown(path)}” is not valid text (UTF-8)."
        return [_bad(text, "Rename the file or its folder.")]
    try:
        # Asked first: opening a pipe waits for somebody who writes into it.
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            return [_bad(f"“{path}” is no ordinary file.", "Name a file, or a folder.")]
        empty = _is_empty(path)
    except FileNotFoundError:
        return [_missing(path)]
    except ValueError:
        return [_bad(f"“{shown(path)}” is no name that a file can have.", "Check the name.")]
    except OSError as error:
        words = (f"cannot be read: {error.strerror or error}", "Check the name.")
        message, hint = _WORDS.get(error.errno or 0, words)
        return [_bad(f"“{plain(str(path))}” {message}.", hint)]
    if empty:
        return [_bad(f"“{path}” is empty (0 bytes).", "Copy or export it again.")]
    return []


def look_at(found: Found, written: Callable[[], frozenset[str]] = written_files) -> Sighting:
    """The newest file of a source at this moment.

    Args:
        found: The source.
        written: Tells which files are being written; see `written_files`.

    Raises:
        OSError: It is gone, or cannot be asked.
    """
    last = found.path
    if found.sequence is not None:
        *_, last = found.sequence.files()
    status = last.stat()
    files = 1 if found.sequence is None else found.sequence.count
    look = Sighting(status.st_size, status.st_mtime, files)
    # Asking every process costs milliseconds, so only where the answer counts.
    if look.is_fresh(time.time()) and has_writer(last, written()):
        return Sighting(look.size_bytes, look.changed_s, files, has_writer=True)
    return look


def is_text(name: str) -> bool:
    """Whether a file name can be kept and shown: on Linux it may be any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_empty(path: Path) -> bool:
    # Between the question and this a pipe may have taken the place; that must not hold us up.
    descriptor = os.open(path, _NON_BLOCKING)
    try:
        return not os.read(descriptor, 1)
    finally:
        os.close(descriptor)


def _missing(path: Path) -> Problem:
    if mount := gone_volume(path):
        return _unplugged(str(path), mount)
    if path.is_symlink():
        text = f"“{plain(str(path))}” is a link to a file that does not exist."
        return _bad(text, "Name the file that it should lead to.")
    return _bad(f"“{plain(str(path))}” does not exist.", "Check the name and the drive.")


def _unplugged(source: str, mount: str) -> Problem:
    text = f"“{plain(source)}” cannot be reached: no drive is connected at “{mount}”."
    return _bad(text, "Connect the drive, or sign in to the share.")


def _bad(message: str, hint: str) -> Problem:
    return Problem("source", message, hint)
