"""Everything between the end of a program and its output standing under its final name."""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import IfExists
from rendermanager.core.naming import first_free
from rendermanager.core.output import Artifact, ExpectedOutput, Finding, OutputKind
from rendermanager.media.reader import MediaReader
from rendermanager.media.sequences import frame_path, sequence_at


@dataclass(frozen=True, slots=True)
class Examined:
    """What a look at the outputs found.

    Attributes:
        artifacts: Each file with size and hash, ready to be renamed; empty when not good.
        findings: Fatal ones and warnings.
    """

    artifacts: tuple[Artifact, ...]
    findings: tuple[Finding, ...]

    def failure(self) -> Failure | None:
        """Why the outputs must not be published, or None when they may be."""
        fatal = [finding for finding in self.findings if finding.fatal]
        if not fatal:
            return None
        return Failure(
            FailureKind.SYSTEM_ERROR,
            fatal[0].message,
            "The program claimed success, but its result is not good: see the log.",
            Retry.ONCE,
            "; ".join(finding.message for finding in fatal),
        )

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know about a good output."""
        return tuple(finding.message for finding in self.findings if not finding.fatal)


def examine(outputs: Sequence[ExpectedOutput], media: MediaReader, if_exists: IfExists) -> Examined:
    """Check every output and, when all are good, flush and hash them and settle their names.

    Raises:
        OSError: A file cannot be read or flushed.
    """
    # Only a render with outputs needs it, and it takes a while to import.
    from rendermanager.media.checks import check_output  # noqa: PLC0415

    findings = [finding for output in outputs for finding in check_output(output, media)]
    if any(finding.fatal for finding in findings):
        return Examined((), tuple(findings))
    files = [artifact for output in outputs for artifact in _files(output)]
    if if_exists is not IfExists.REPLACE:
        files = _beside_others(files)
    return Examined(tuple(_sealed(artifact) for artifact in files), tuple(findings))


def _files(output: ExpectedOutput) -> Iterable[Artifact]:
    if output.kind is not OutputKind.SEQUENCE:
        yield Artifact(output.written, output.final)
        return
    found = sequence_at(Path(output.written))
    for number in found.numbers() if found is not None else ():
        yield Artifact(
            str(frame_path(Path(output.written), number)),
            str(frame_path(Path(output.final), number)),
        )


def _beside_others(files: list[Artifact]) -> list[Artifact]:
    """The same files under names that nobody has taken since the job was submitted."""
    if not any(_is_taken(artifact) for artifact in files):
        return files
    if len(files) == 1:
        final = Path(files[0].final)
        name = first_free(final.name, lambda each: os.path.lexists(final.with_name(each)))
        return [replace(files[0], final=str(final.with_name(name)))]
    taken = next(artifact for artifact in files if _is_taken(artifact))
    raise FileExistsError(errno.EEXIST, "A file of that name is there now", taken.final)


def _is_taken(artifact: Artifact) -> bool:
    return artifact.written != artifact.final and os.path.lexists(artifact.final)


def _sealed(artifact: Artifact) -> Artifact:
    with Path(artifact.written).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = os.fstat(file.fileno()).st_size
        os.fsync(file.fileno())
    return replace(artifact, size_bytes=size, sha256=digest)


def put_in_place(artifacts: Sequence[Artifact]) -> None:
    """Rename every artifact to its final name; files that are there already are left alone.

    Doing it twice is harmless, so a crash in between is mended by doing it again.

    Raises:
        OSError: A rename failed, or a file is neither here nor there.
    """
    folders = set()
    for artifact in artifacts:
        if artifact.written == artifact.final:
            continue
        final = Path(artifact.final)
        folders.add(final.parent)
        try:
            Path(artifact.written).replace(final)
        except FileNotFoundError:
            if not is_in_place(artifact):
                raise
    for folder in folders:
        sync_folder(folder)


def is_in_place(artifact: Artifact) -> bool:
    """Whether exactly this file stands under the final name."""
    try:
        with Path(artifact.final).open("rb") as file:
            if os.fstat(file.fileno()).st_size != artifact.size_bytes:
                return False
            return hashlib.file_digest(file, "sha256").hexdigest() == artifact.sha256
    except OSError:
        return False


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` survive a power cut, where the system lets us."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_folder(folder: str) -> bool:
    """Delete a temporary folder; False when something of it is left."""
    if not folder:
        return True
    shutil.rmtree(folder, ignore_errors=True)
    return not os.path.lexists(folder)
