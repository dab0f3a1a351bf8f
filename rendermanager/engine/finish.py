"""From the end of a program to files that are good, safe on the disk and known by their hash."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import IfExists
from rendermanager.core.output import (
    Artifact,
    ExpectedOutput,
    Finding,
    Kept,
    OutputKind,
    Stamp,
)
from rendermanager.engine.publishing import NOTHING, Own, beside_others, flush, sealed
from rendermanager.media.presence import files_of, stamp_of
from rendermanager.media.reader import MediaReader
from rendermanager.media.sequences import frame_path, sequence_at
from rendermanager.media.trouble import quoted


@dataclass(frozen=True, slots=True)
class Examined:
    """What a look at the outputs found.

    Attributes:
        artifacts: Each file with size and hash, ready to be renamed; empty when not good.
        findings: Fatal ones and warnings.
        kept: By what it is known again, should it have to wait; None when it cannot be.
    """

    artifacts: tuple[Artifact, ...]
    findings: tuple[Finding, ...]
    kept: Kept | None = None

    @classmethod
    def again(cls, artifacts: tuple[Artifact, ...], kept: Kept) -> "Examined":
        """What was examined before, with its warnings."""
        findings = (Finding(each, fatal=False) for each in kept.warnings)
        return cls(artifacts, tuple(findings), kept)

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


def examine(
    outputs: Sequence[ExpectedOutput],
    media: MediaReader,
    if_exists: IfExists,
    own: Own = NOTHING,
) -> Examined:
    """Check every output and, when all are good, flush and hash them and settle their names.

    Args:
        outputs: What there must be.
        media: Reads it.
        if_exists: What is done where a name is taken.
        own: What the job has published before.

    Raises:
        OSError: A file cannot be read or flushed.
    """
    # Only a render with outputs needs it, and it takes a while to import.
    from rendermanager.media.checks import check_output  # noqa: PLC0415

    files = [artifact for output in outputs for artifact in _files(output)]
    _flush(files)
    before = _stamps(files)
    findings = [finding for output in outputs for finding in check_output(output, media)]
    if any(finding.fatal for finding in findings):
        return Examined((), tuple(findings))
    done = tuple(sealed(artifact) for artifact in files)
    findings += _still_written(files, before)
    if any(finding.fatal for finding in findings):
        return Examined((), tuple(findings))
    if if_exists is not IfExists.REPLACE:
        done = tuple(beside_others(done, own))
    return Examined(done, tuple(findings))


def with_memory(
    outputs: Sequence[ExpectedOutput], media: MediaReader
) -> tuple[ExpectedOutput, ...]:
    """The outputs, with what stands now under the names that are written to directly.

    Blocks on the disk, and for some seconds where a film is there.
    """
    return tuple(_remembered(output, media) for output in outputs)


def _remembered(output: ExpectedOutput, media: MediaReader) -> ExpectedOutput:
    if output.written != output.final:
        # A temporary folder is new and empty.
        return output
    files = files_of(Path(output.written), output.kind)
    stamps = [(str(file), stamp) for file in files if (stamp := stamp_of(file)) is not None]
    if not stamps:
        return output
    from rendermanager.media.comparing import remember  # noqa: PLC0415 - see `examine`

    return replace(output, before=remember(output, tuple(stamps), media))


def _files(output: ExpectedOutput) -> Iterable[Artifact]:
    if output.kind is not OutputKind.SEQUENCE:
        yield Artifact(output.written, output.final)
        return
    try:
        found = sequence_at(Path(output.written))
    except OSError:
        # The check says what is wrong with it.
        return
    for number in found.numbers() if found is not None else ():
        yield Artifact(
            str(frame_path(Path(output.written), number)),
            str(frame_path(Path(output.final), number)),
        )


def _flush(files: Sequence[Artifact]) -> None:
    """Let what was written reach the disk: some network drives set the time of change only then."""
    for artifact in files:
        path = Path(artifact.written)
        if stamp_of(path) is None:
            # The check says that it is missing, or no file; opening a pipe would wait.
            continue
        flush(path)


def _stamps(files: Sequence[Artifact]) -> list[Stamp | None]:
    return [stamp_of(Path(artifact.written)) for artifact in files]


def _still_written(files: Sequence[Artifact], before: Sequence[Stamp | None]) -> list[Finding]:
    """What was checked must be what is published."""
    return [
        Finding(f"{quoted(Path(artifact.final))} changed while it was being checked.")
        for artifact, then, now in zip(files, before, _stamps(files), strict=True)
        if then != now
    ]
