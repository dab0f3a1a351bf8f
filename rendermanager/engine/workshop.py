"""What every slot works with, and the ways an attempt can be made to end."""

from dataclasses import dataclass
from enum import Enum, auto

from rendermanager.engine.background import Background
from rendermanager.engine.board import Board
from rendermanager.engine.programs import Programs
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.registry import Registry
from rendermanager.store.store import Store


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every blade works with.

    Attributes:
        store: The queue.
        background: Pools.
        board: Where progress is shown.
        registry: The engines.
        programs: Their programs.
        media: Reads media files.
        queue_uid: Marks our processes; see `store_uid`.
        nice: How far renders step back.
    """

    store: Store
    background: Background
    board: Board
    registry: Registry
    programs: Programs
    media: MediaReader
    queue_uid: str
    nice: int


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
