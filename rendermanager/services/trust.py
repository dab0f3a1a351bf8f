"""Remembers what a person has allowed jobs to run, by the hash of all of it."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from rendermanager.config.private import write_private
from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.problem import Problem
from rendermanager.core.trust import Runs, fingerprint, is_trusted
from rendermanager.engine.approval import WHOLE_FILES, approval_problem, file_runs
from rendermanager.media.trouble import plain, shown
from rendermanager.renderers.documents import read_regular
from rendermanager.renderers.nexrender.jobfiles import read_script
from rendermanager.renderers.nexrender.jobread import read_entries
from rendermanager.renderers.nexrender.jobtext import MAX_BATCH_BYTES
from rendermanager.renderers.nexrender.trust import what_runs

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Approval:
    """One thing that a person has allowed.

    Attributes:
        fingerprint: See `core.trust.fingerprint`.
        name: Name of the file it was found in.
        since: When it was allowed, ISO 8601 in UTC.
    """

    fingerprint: str
    name: str
    since: str


@dataclass(frozen=True, slots=True)
class Examined:
    """What one job would run.

    Attributes:
        file: The file it is in, absolute.
        pieces: What needs approval; empty when nothing does.
    """

    file: Path
    pieces: tuple[Runs, ...]

    @property
    def fingerprint(self) -> str:
        """What approval is given to; empty when none is needed."""
        return fingerprint(self.pieces)


class TrustBook:
    """What is allowed on this machine: a small file that is read at each question."""

    def __init__(self, path: Path) -> None:
        """Keep it in `path`, which need not exist."""
        self._path = path

    def approvals(self) -> tuple[Approval, ...]:
        """All that is allowed, the oldest first; nothing when the file is damaged."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=tuple[Approval, ...])
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            _log.warning("what is trusted cannot be read, so nothing is: %s", error)
            return ()

    def allows(self, pieces: Sequence[Runs]) -> bool:
        """Whether these may run: each was allowed, all of them together and unchanged."""
        return is_trusted(pieces, (each.fingerprint for each in self.approvals()))

    def trust(self, examined: Examined, now: datetime) -> None:
        """Allow what was examined from now on.

        Raises:
            NotPossibleNow: It cannot be written down.
        """
        mark = examined.fingerprint
        kept = [each for each in self.approvals() if each.fingerprint != mark]
        if mark:
            name = plain(examined.file.name)
            kept.append(Approval(mark, name, now.isoformat(timespec="seconds")))
            self._save(kept)

    def forget(self, beginning: str) -> tuple[Approval, ...]:
        """Allow no longer what is called so, or has a fingerprint that begins so; what it was.

        Raises:
            NotPossibleNow: It cannot be written down.
        """
        known = self.approvals()
        gone = tuple(
            each
            for each in known
            if beginning and (each.name == beginning or each.fingerprint.startswith(beginning))
        )
        if gone:
            self._save([each for each in known if each not in gone])
        return gone

    def _save(self, approvals: Sequence[Approval]) -> None:
        content = msgspec.json.format(msgspec.json.encode(approvals), indent=2)
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_private(self._path, content)
        except OSError as error:
            text = f"“{self._path}” cannot be written: {error.strerror or error}."
            raise NotPossibleNow(text, "Make room, or check the permissions.") from error


def examine(file: Path) -> list[Examined]:
    """What the jobs in a file would run: a scene or a script is one, others may hold many.

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
    return [Examined(file, what_runs(each, file.parent, read_script)) for each in good]


def trust_problem(examined: Examined, allows: Callable[[Sequence[Runs]], bool]) -> Problem | None:
    """Why a job is not added: it would run something that nobody here has allowed."""
    if allows(examined.pieces):
        return None
    return approval_problem(examined.file, examined.pieces)


def _unreadable(file: Path, error: OSError) -> BadInput:
    text = f"“{shown(file)}” cannot be read: {error.strerror or error}."
    return BadInput([Problem("file", text, "Check its name and its permissions.")])
