"""What is read from a project of After Effects."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class NotReadable(Exception):
    """A file is no project, or one that cannot be understood; the message says why."""


class FootageKind(StrEnum):
    """What a piece of footage comes from."""

    FILE = "file"
    """One file."""
    SEQUENCE = "sequence"
    """Numbered stills."""
    SOLID = "solid"
    """One colour; nothing is read."""
    PLACEHOLDER = "placeholder"
    """Stands for footage that is still to come."""


class QueueStatus(StrEnum):
    """How far a line of the project's own render queue has come."""

    NEEDS_OUTPUT = "needs output"
    """It has no output yet."""
    UNQUEUED = "unqueued"
    """Its tick is off."""
    QUEUED = "queued"
    """It would be rendered next."""
    RENDERING = "rendering"
    """It was being rendered when the project was saved."""
    STOPPED = "stopped"
    """Somebody stopped it."""
    FAILED = "failed"
    """It failed."""
    DONE = "done"
    """It was rendered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """One composition. Unknown numbers are 0.

    Attributes:
        name: As shown in the project; several may have the same.
        id: Its number in the project.
        width: Pixels.
        height: Pixels.
        fps: Frames per second; 29.97 is kept as 2997/100, as After Effects counts.
        duration_s: Seconds.
        start_s: What its first picture shows as time, in seconds; may be negative.
        work_area_s: Beginning and end of the work area, in seconds from the first picture.
        pixel_aspect: Width of a pixel by its height.
        uses: Numbers of the compositions and footage in its layers.
    """

    name: str
    id: int
    width: int = 0
    height: int = 0
    fps: Fraction = Fraction(0)
    duration_s: Fraction = Fraction(0)
    start_s: Fraction = Fraction(0)
    work_area_s: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))
    pixel_aspect: Fraction = Fraction(1)
    uses: tuple[int, ...] = ()

    @property
    def frames(self) -> int:
        """Pictures in all."""
        return round(self.duration_s * self.fps)

    @property
    def first_frame(self) -> int:
        """Number of the first picture."""
        return round(self.start_s * self.fps)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a project says that a file is.

    Attributes:
        path: In the style of the system that the project was saved on; empty when not told.
        is_folder: Whether it is that of a folder, with the files told elsewhere.
        ascend: See `Footage.ascend`.
        descend: See `Footage.descend`.
    """

    path: str = ""
    is_folder: bool = False
    ascend: int = 0
    descend: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Footage:
    """One piece of footage. Unknown numbers are 0.

    Attributes:
        name: As shown in the project.
        id: Its number in the project.
        kind: What it comes from.
        path: The file as the project names it, which may be in the style of another system; of a
            sequence its folder. Empty when nothing is read, or an old project hides it.
        files: Names of a sequence's files in `path`, where the project lists them; else, of those,
            the first and the last.
        ascend: Levels to go up from the project's file, before the way down to the footage.
        descend: Names at the end of `path` that make up this way down; 0 when none is told.
        was_missing: Whether After Effects could not find it when it last saved the project.
        width: Pixels.
        height: Pixels.
        fps: Frames per second of the file itself; 0 for stills and sound.
        duration_s: Seconds; 0 for stills.
    """

    name: str
    id: int
    kind: FootageKind
    path: str = ""
    files: tuple[str, ...] = ()
    ascend: int = 0
    descend: int = 0
    was_missing: bool = False
    width: int = 0
    height: int = 0
    fps: Fraction = Fraction(0)
    duration_s: Fraction = Fraction(0)

    @property
    def is_sequence(self) -> bool:
        """Whether it is made of numbered stills."""
        return self.kind is FootageKind.SEQUENCE


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One line of the project's own render queue.

    Attributes:
        composition: Number of the composition; 0 when that cannot be told.
        status: How far it has come; None for a word that is not known.
        outputs: Where its output modules write, as the project names it.
    """

    composition: int
    status: QueueStatus | None
    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """A project as it stands in its file.

    Attributes:
        version: Of the After Effects that wrote it, such as ``25.0x53``; empty when not told.
        compositions: In the order of the file.
        footage: In the order of the file.
        queue: Its own render queue.
    """

    version: str
    compositions: tuple[Composition, ...]
    footage: tuple[Footage, ...]
    queue: tuple[QueueItem, ...] = ()

    def used_in(self) -> dict[int, tuple[int, ...]]:
        """By the number of an item, those of the compositions with a layer of it."""
        found: dict[int, dict[int, None]] = {}
        for composition in self.compositions:
            for used in composition.uses:
                found.setdefault(used, {})[composition.id] = None
        return {number: tuple(users) for number, users in found.items()}
