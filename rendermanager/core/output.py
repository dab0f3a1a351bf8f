"""What a render must leave behind, and what was found."""

from dataclasses import dataclass
from enum import StrEnum


class OutputKind(StrEnum):
    """How an output is checked."""

    VIDEO = "video"
    """One file with moving pictures."""
    AUDIO = "audio"
    """One file with sound alone."""
    IMAGE = "image"
    """One still."""
    SEQUENCE = "sequence"
    """Numbered stills."""
    FILE = "file"
    """Any file: it must exist and hold at least one byte."""


@dataclass(frozen=True, slots=True)
class ExpectedOutput:
    """One result that a render must leave, and by what it is told from a bad one.

    A zero or empty field is not checked.

    Attributes:
        written: Absolute path the engine writes to: inside the attempt's temporary folder. For a
            sequence the file name holds one ``%0Nd``.
        final: Absolute path it is published under, in the same form.
        kind: How it is checked.
        duration_s: Seconds it must last.
        frames: Pictures it must hold.
        width: Pixels.
        height: Pixels.
        video_codec: ffmpeg's name of the video stream's codec.
        audio_codec: ffmpeg's name; ``-`` means there must be no sound.
        first_frame: Number of the first file of a sequence.
    """

    written: str
    final: str
    kind: OutputKind
    duration_s: float = 0.0
    frames: int = 0
    width: int = 0
    height: int = 0
    video_codec: str = ""
    audio_codec: str = ""
    first_frame: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found about an output.

    Attributes:
        message: Plain sentence that names the file.
        fatal: Whether the output must not be published; otherwise it is a warning.
    """

    message: str
    fatal: bool = True


@dataclass(frozen=True, slots=True)
class Artifact:
    """One published, or about to be published, result.

    Attributes:
        written: Where the engine wrote it.
        final: Where it stands, or is to stand.
        size_bytes: Its size.
        sha256: Hash of its content, hexadecimal; of the files' hashes in order for a sequence.
    """

    written: str
    final: str
    size_bytes: int = 0
    sha256: str = ""
