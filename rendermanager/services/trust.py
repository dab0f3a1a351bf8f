"""Looks into files for what their jobs would run, and says what of it nobody has allowed."""

from collections.abc import Iterable
from pathlib import Path

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.engine.approval import WHOLE_FILES, file_runs
from rendermanager.media.trouble import shown
from rendermanager.renderers.documents import read_regular
from rendermanager.renderers.nexrender.jobfiles import read_piece
from rendermanager.renderers.nexrender.jobholding import ground_of
from rendermanager.renderers.nexrender.jobread import read_entries
from rendermanager.renderers.nexrender.jobtext import MAX_BATCH_BYTES
from rendermanager.renderers.nexrender.trust import what_runs
from rendermanager.services.trustbook import Examined


def examine(file: Path, allowed: Iterable[str] = ()) -> list[Examined]:
    """What the jobs in a file would run: a scene or a script is one, others may hold many.

    Args:
        file: The file, absolute.
        allowed: Folders that every job may read.

    Raises:
        BadInput: The file cannot be read, or holds no job that is right.
    """
    if file.name.lower().endswith(tuple(WHOLE_FILES)):
        return [Examined(file, file_runs(file))]
    try:
        raw = read_regular(file, MAX_BATCH_BYTES)
    except OSError as error:
        raise _unreadable(file, error) from error
    entries = read_entries(raw)
    good = [each.job for each in entries if each.loaded is not None]
    if not good:
        raise BadInput([problem for each in entries for problem in each.problems])
    # Those of a list that are wrong are not added either.
    ground = ground_of(file, allowed)
    return [Examined(file, what_runs(each, ground, read_piece)) for each in good]


def _unreadable(file: Path, error: OSError) -> BadInput:
    text = f"“{shown(file)}” cannot be read: {error.strerror or error}."
    return BadInput([Problem("file", text, "Check its name and its permissions.")])
