"""What a render must leave behind, and what was found."""

from dataclasses import dataclass
from enum import StrEnum

from rendermanager.core.survey import Survey


class OutputKind(StrEnum):
    """How an output is checked."""

    VIDEO = "video"
    """One file with moving pictures."""
    AUDIO = "audio"
    """One file with sound alone."""
    MEDIA = "media"
    """One file with pictures, sound or both: nobody said which."""
    IMAGE = "image"
    """One still."""
    SEQUENCE = "sequence"
    """Numbered stills."""
    FILE = "file"
    """Any file: it must exist and hold at least one byte."""


@dataclass(frozen=True, slots=True)
class Original:
    """What a result is made from: where that is bright, moves or sounds, so should the result.

    Attributes:
        path: Absolute path of a file, or the pattern of a sequence.
        start_s: Seconds of it that are left out at its start.
        rate: Pictures per second a sequence is read with, as ``numerator/denominator``.
        aspect: Width by height of the middle part that is used; 0 when all of it is.
    """

    path: str
    start_s: float = 0.0
    rate: str = ""
    aspect: float = 0.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file is known again as long as nobody writes it.

    Attributes:
        device: Number of its volume.
        inode: Number of the file.
        size_bytes: Its size.
        changed_ns: Time of its last change, in nanoseconds since 1970.
    """

    device: int
    inode: int
    size_bytes: int
    changed_ns: int


@dataclass(frozen=True, slots=True)
class Before:
    """What stood under the name of a result before the attempt began.

    Attributes:
        stamps: Each file with its stamp; many for a sequence.
        duration_s: Seconds it lasted; 0 when that is unknown or does not count.
        survey: What it showed; None when it was not looked into.
    """

    stamps: tuple[tuple[str, Stamp], ...] = ()
    duration_s: float = 0.0
    survey: Survey | None = None


@dataclass(frozen=True, slots=True)
class ExpectedOutput:
    """One result that a render must leave, and by what it is told from a bad one.

    A zero or empty field is not checked, `about_bytes` never.

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
        audio_streams: Tracks of sound it must hold.
        rate: Pictures per second as ``numerator/denominator``.
        aspect: Width by height of the middle part that is no bars; 0 when all of it is picture.
        first_frame: Number of the first file of a sequence.
        numbers: Of the files of a sequence, as `FrameRange` reads them, where they do not simply
            follow each other.
        is_copy: Whether the streams are the source's own: damage in them is none of the render.
        original: What it is made from; None when nobody knows.
        before: What stood under the name it is written to; None when nothing did.
        about_bytes: Room that it is going to take, for a look at the disk before the start.
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
    audio_streams: int = 0
    rate: str = ""
    aspect: float = 0.0
    first_frame: int = 1
    numbers: str = ""
    is_copy: bool = False
    original: Original | None = None
    before: Before | None = None
    about_bytes: int = 0


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
class Origin:
    """What a result depends on, as hashes.

    Attributes:
        order: Of settings, task, program and name of the result.
        source: Of size and time of change of the source; empty when it cannot be looked at.
        named: The same of files that the settings or the source itself name.
    """

    order: str
    source: str = ""
    named: str = ""

    def is_that_of(self, other: "Origin") -> bool:
        """Whether the same order would make the same result, as far as can be seen."""
        # A source that is away tells nothing, neither of itself nor of what it is made of.
        if self.source and other.source:
            return self == other
        return self.order == other.order


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered of a verified result until it stands under its name.

    Attributes:
        origin: What it depends on.
        device: Number of the volume that it lies on.
        warnings: What is doubtful about it.
    """

    origin: Origin
    device: int = 0
    warnings: tuple[str, ...] = ()


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
