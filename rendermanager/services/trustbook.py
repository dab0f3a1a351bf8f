"""Remembers what a person has allowed: jobs by the hash of what they run, folders by their path."""

import hashlib
import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from rendermanager.config.private import write_private
from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.problem import Problem
from rendermanager.core.trust import Runs, fingerprint, is_trusted, needed
from rendermanager.engine.approval import approval_problem
from rendermanager.media.trouble import plain, quoted

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Approval:
    """One thing that a person has allowed.

    Attributes:
        fingerprint: See `core.trust.fingerprint`; of a folder the hash of its path.
        name: Name of the file it was found in, or of the folder.
        since: When it was allowed, ISO 8601 in UTC.
        folder: Absolute path of a folder whose files every job may read; empty for jobs.
    """

    fingerprint: str
    name: str
    since: str
    folder: str = ""


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
        return fingerprint(self.needed)

    @property
    def needed(self) -> tuple[Runs, ...]:
        """What a person has to approve of it."""
        return needed(self.pieces)


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

    def folders(self) -> tuple[str, ...]:
        """Folders whose files every job may read."""
        return tuple(each.folder for each in self.approvals() if each.folder)

    def allow_folder(self, folder: Path, now: datetime) -> Approval:
        """Let every job read what lies in a folder, and below it, from now on.

        Raises:
            BadInput: It is no folder, or so much that nothing would be left to ask about.
            NotPossibleNow: It cannot be written down.
        """
        if not os.path.isdir(folder):  # noqa: PTH112 - answers for any name
            raise BadInput([Problem("folder", f"{quoted(folder)} is no folder.", "Name one.")])
        if folder.parent == folder and os.name == "posix":
            text = "All files of this machine would be allowed."
            raise BadInput([Problem("folder", text, "Name the folder that the footage lies in.")])
        path = str(folder)
        mark = hashlib.sha256(os.fsencode(f"folder {path}")).hexdigest()
        made = Approval(mark, plain(folder.name or path), now.isoformat(timespec="seconds"), path)
        self._save([*(each for each in self.approvals() if each.fingerprint != mark), made])
        return made

    def forget(self, beginning: str) -> tuple[Approval, ...]:
        """Allow no longer what is called so, is this folder, or has a fingerprint that begins so.

        What it was comes back.

        Raises:
            NotPossibleNow: It cannot be written down.
        """
        known = self.approvals()
        gone = tuple(
            each
            for each in known
            if beginning
            and (beginning in (each.name, each.folder) or each.fingerprint.startswith(beginning))
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


def trust_problem(examined: Examined, allows: Callable[[Sequence[Runs]], bool]) -> Problem | None:
    """Why a job is not added: it would run something that nobody here has allowed."""
    if allows(examined.pieces):
        return None
    return approval_problem(examined.file, examined.needed)
