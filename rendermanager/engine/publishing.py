"""Puts verified files under their final names, so that no crash and no stranger can spoil it."""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from io import BufferedRandom, BufferedReader
from pathlib import Path
from typing import Final

from rendermanager.core.errors import BadInput
from rendermanager.core.job import Job
from rendermanager.core.naming import first_free
from rendermanager.core.output import Artifact, ExpectedOutput
from rendermanager.core.problem import Problem
from rendermanager.media.sequences import group
from rendermanager.media.trouble import quoted


class Own:
    """What a job itself has published before: its frames may take the place of those.

    A film that is rendered again gets a number of its own; frames have theirs already.
    """

    def __init__(self, read: Callable[[], Iterable[Artifact]]) -> None:
        """Read what it is when somebody asks, which is seldom."""
        self._read = read
        self._known: dict[str, list[Artifact]] | None = None

    def has(self, final: str) -> bool:
        """Whether the file of this name is still just as the job has left it."""
        if self._known is None:
            self._known = {}
            for each in self._read():
                self._known.setdefault(each.final, []).append(each)
        return any(holds(Path(final), each) for each in self._known.get(final, ()))


NOTHING: Final = Own(tuple)


def beside_others(files: Sequence[Artifact], own: Own = NOTHING) -> list[Artifact]:
    """The same files under names that nobody has taken since the job was submitted.

    Raises:
        FileExistsError: A picture of a sequence would replace a file that is not the job's own.
    """
    names = {each.final for each in files}
    frames: set[Path] | None = None
    found = []
    for artifact in files:
        each = artifact
        if _is_taken(artifact):
            frames = _frames(files) if frames is None else frames
            if Path(artifact.final) not in frames:
                each = _under_another_name(artifact, names)
                names.add(each.final)
            elif not own.has(artifact.final):
                raise _taken(artifact.final)
        found.append(each)
    return found


def _frames(files: Sequence[Artifact]) -> set[Path]:
    """Those that are pictures of a sequence: they keep their numbers."""
    found = group(Path(each.final) for each in files) if len(files) > 1 else []
    return {file for each in found if each.sequence for file in each.sequence.files()}


def _under_another_name(artifact: Artifact, others: Collection[str]) -> Artifact:
    final = Path(artifact.final)

    def is_taken(name: str) -> bool:
        path = final.with_name(name)
        return str(path) in others or os.path.lexists(path)

    return replace(artifact, final=str(final.with_name(first_free(final.name, is_taken))))


def is_private(files: Iterable[Artifact | ExpectedOutput], job: Job) -> bool:
    """Whether files are for other tasks of their job alone: they replace what a crash has left."""
    return bool(job.shared) and all(Path(each.final).is_relative_to(job.shared) for each in files)


def _is_taken(artifact: Artifact) -> bool:
    if artifact.written == artifact.final or not os.path.lexists(artifact.final):
        return False
    # Cut off between its two names, it is the very same file.
    return not _is_same_file(Path(artifact.written), Path(artifact.final))


def flush(path: Path) -> None:
    """Let a file reach the disk.

    Raises:
        OSError: It cannot be opened or flushed.
    """
    with _flushable(path) as file:
        os.fsync(file.fileno())


def sealed(artifact: Artifact) -> Artifact:
    """The artifact with the size and hash of its file, once that is safe on the disk.

    Raises:
        OSError: It cannot be read or flushed.
    """
    with _flushable(Path(artifact.written)) as file:
        # Before the hash: whatever is recorded of it is then on the disk as well.
        os.fsync(file.fileno())
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = os.fstat(file.fileno()).st_size
    return replace(artifact, size_bytes=size, sha256=digest)


def _flushable(path: Path) -> BufferedReader | BufferedRandom:
    # Windows flushes only what may be written.
    return path.open("rb") if os.name == "posix" else path.open("r+b")


def put_in_place(
    artifacts: Sequence[Artifact],
    *,
    may_replace: bool = False,
    sources: Collection[tuple[int, int]] = (),
    own: Own = NOTHING,
) -> None:
    """Give every artifact its final name; files that are there already are left alone.

    Doing it twice is harmless, so a crash in between is mended by doing it again.

    Args:
        artifacts: Sealed, with the names they are to get.
        may_replace: Whether another file of that name gives way. Otherwise all stay where they
            were when one name is taken.
        sources: Device and file numbers that must not be replaced.
        own: What the job has published before, which gives way in any case.

    Raises:
        BadInput: A final name leads to the source.
        FileExistsError: A name is taken.
        OSError: A rename failed, or a file is neither here nor there.
    """
    moved: list[Artifact] = []
    try:
        for artifact in artifacts:
            if artifact.written == artifact.final:
                continue
            if _place(artifact, may_replace, sources, own):
                moved.append(artifact)
    except (OSError, BadInput):
        if not may_replace:
            _take_back(moved)
        raise
    for folder in {Path(artifact.final).parent for artifact in artifacts}:
        sync_folder(folder)


def _place(
    artifact: Artifact, may_replace: bool, sources: Collection[tuple[int, int]], own: Own
) -> bool:
    """Give it its name; tells whether that can be taken back without a loss."""
    written, final = Path(artifact.written), Path(artifact.final)
    if not os.path.lexists(written):
        if is_in_place(artifact):
            return False
        raise FileNotFoundError(errno.ENOENT, "The verified file is gone", str(written))
    if sources and _number(final) in sources:
        message = f"{quoted(final)} is the source itself."
        raise BadInput([Problem("output", message, "Choose another name for the result.")])
    is_own = not may_replace and os.path.lexists(final) and own.has(artifact.final)
    if may_replace or is_own:
        written.replace(final)
        return not is_own
    _move_beside(written, final)
    return True


def _move_beside(written: Path, final: Path) -> None:
    """Rename without replacing what somebody may have put there this very moment."""
    try:
        os.link(written, final, follow_symlinks=False)
    except FileExistsError as error:
        if not _is_same_file(written, final):
            raise _taken(str(final)) from error
    except OSError:
        # This volume knows no second name for a file: look, then rename.
        if os.path.lexists(final):
            raise _taken(str(final)) from None
        written.replace(final)
        return
    written.unlink()


def _take_back(moved: Sequence[Artifact]) -> None:
    """Part of a sequence is no result: what was placed goes back to the temporary folder."""
    for artifact in moved:
        try:
            Path(artifact.final).replace(artifact.written)
        except OSError:
            # The volume has gone, and with it any chance to tidy up.
            continue


def _taken(path: str) -> FileExistsError:
    return FileExistsError(errno.EEXIST, "A file of that name is there now", path)


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return os.path.samestat(one.lstat(), other.lstat())
    except OSError:
        return False


def _number(path: Path) -> tuple[int, int] | None:
    try:
        info = path.stat()
    except OSError:
        return None
    return info.st_dev, info.st_ino


def is_in_place(artifact: Artifact) -> bool:
    """Whether exactly this file stands under the final name."""
    return holds(Path(artifact.final), artifact)


def holds(path: Path, artifact: Artifact) -> bool:
    """Whether a file has the size and the hash that were recorded."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size != artifact.size_bytes:
                return False
            return hashlib.file_digest(file, "sha256").hexdigest() == artifact.sha256
    except OSError:
        return False


def make_folders(folder: Path) -> None:
    """Make a folder with those above it, and let all of them survive a power cut.

    Raises:
        OSError: It cannot be made.
    """
    made = []
    missing = folder
    while not missing.exists():
        made.append(missing)
        missing = missing.parent
    folder.mkdir(parents=True, exist_ok=True)
    for each in made:
        sync_folder(each.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` survive a power cut, where the system lets us."""
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        # One may write into it without being allowed to read it.
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network drives flush no folders; they write names through on their own.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def remove_folder(folder: str) -> bool:
    """Delete a temporary folder; False when something of it is left, or may be where it went."""
    if not folder:
        return True
    path = Path(folder)
    shutil.rmtree(path, ignore_errors=True)
    # The folder around it may be away, and would come back with it.
    return os.path.lexists(path.parent) and not os.path.lexists(path)
