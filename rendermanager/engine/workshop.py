"""What every slot works with, and the ways an attempt can be made to end or to wait."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum, auto

from rendermanager.core.retry import RetryPolicy
from rendermanager.engine.approval import Allows, nothing_allowed
from rendermanager.engine.background import Background
from rendermanager.engine.board import Board
from rendermanager.engine.circuits import Circuits
from rendermanager.engine.hangwatch import HangWatch
from rendermanager.engine.memory import USUAL_CEILING
from rendermanager.engine.programs import Programs
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.registry import Registry
from rendermanager.store.store import Store


def usual_policy(_engine: str) -> RetryPolicy:
    """How often and how patiently jobs are tried where nobody has set anything."""
    return RetryPolicy()


def usual_ceiling() -> float:
    """Share of the memory up to which tasks are started where nobody has set anything."""
    return USUAL_CEILING


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every blade works with.

    Attributes:
        store: The queue.
        background: Pools.
        board: Where progress is shown.
        hangs: Looks after what runs.
        registry: The engines.
        programs: Their programs.
        media: Reads media files.
        queue_uid: Marks our processes; see `store_uid`.
        nice: How far renders step back.
        policy_of: Limits and pauses of retries, by the engine's name.
        circuits: Which engines and folders are broken.
        allows: Whether a person has allowed what a render would run.
        memory_ceiling: Share of the memory up to which tasks are started, 0 to 1.
        disk_floor: Bytes that are to stay free on each volume.
    """

    store: Store
    background: Background
    board: Board
    hangs: HangWatch
    registry: Registry
    programs: Programs
    media: MediaReader
    queue_uid: str
    nice: int
    policy_of: Callable[[str], RetryPolicy] = usual_policy
    circuits: Circuits = field(default_factory=Circuits)
    allows: Allows = nothing_allowed
    memory_ceiling: Callable[[], float] = usual_ceiling
    disk_floor: Callable[[], int] = int


class Wish(Enum):
    """How a person wants the current attempt to end."""

    NONE = auto()
    """As the program has it."""
    CANCEL = auto()
    """The job was cancelled."""
    INTERRUPT = auto()
    """The app ends; the job goes on next time."""
    TIMEOUT = auto()
    """It took longer than it may."""
    HUNG = auto()
    """It shows no sign of life."""
    MAKE_ROOM = auto()
    """Memory is short; it goes on when there is more."""
    REFUSE = auto()
    """It takes more memory than it may."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What keeps the processes of a blade from growing.

    Attributes:
        is_still: They were held back for want of memory.
        is_asleep: They are suspended for another reason.
        is_ending: They are being ended.
    """

    is_still: bool
    is_asleep: bool
    is_ending: bool


class Hold(Enum):
    """Why the processes of a blade are suspended; they go on when no reason is left."""

    JOB = auto()
    """The job was paused."""
    QUEUE = auto()
    """The whole queue was paused, at once."""
    ARTIST = auto()
    """Somebody works at this computer."""
    MEMORY = auto()
    """Memory is short; it stands still until there is more."""


def standing_of(holds: Collection[Hold], wish: Wish) -> Standing:
    """What follows from the reasons why processes are suspended, and how they are to end."""
    others = any(each is not Hold.MEMORY for each in holds)
    return Standing(Hold.MEMORY in holds, others, wish is not Wish.NONE)
