"""The long-lived objects of one running app, for those who show and serve them."""

from dataclasses import dataclass

from rendermanager.config.paths import Paths
from rendermanager.engine.background import Background
from rendermanager.engine.board import Board
from rendermanager.engine.bus import Bus
from rendermanager.engine.dispatcher import Dispatcher
from rendermanager.engine.programs import Programs
from rendermanager.media.reader import MediaReader
from rendermanager.renderers.registry import Registry
from rendermanager.services.control import Control
from rendermanager.services.preferences import Preferences
from rendermanager.services.sampling import Sampling
from rendermanager.services.submit import Submitter
from rendermanager.store import queries
from rendermanager.store.mending import Mended
from rendermanager.store.store import Store


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that lives from start to end of the process that owns the queue.

    Attributes:
        paths: Where things are kept.
        preferences: What the person has set.
        store: The queue.
        background: Pools for work off the main thread.
        bus: Announces what was committed and how far renders are.
        board: Newest progress of what runs.
        dispatcher: Starts what comes next.
        registry: The engines.
        programs: Their programs on this machine.
        media: Reads media files in helper processes.
        sampling: Measures the machine and what renders.
        mended: What had to be done about a damaged queue to open it; None when it was sound.
    """

    paths: Paths
    preferences: Preferences
    store: Store
    background: Background
    bus: Bus
    board: Board
    dispatcher: Dispatcher
    registry: Registry
    programs: Programs
    media: MediaReader
    sampling: Sampling
    mended: Mended | None = None

    def control(self, actor: str) -> Control:
        """The verbs, in the name of `actor`."""
        return Control(self.store, actor)

    def submitter(self, *, instead_of: int = 0) -> Submitter:
        """Plans one submission; use it on an I/O thread, and a new one each time.

        Args:
            instead_of: The job that makes room for what is planned; what it was to write is free.
        """
        return Submitter(
            self.registry,
            self.preferences.value,
            lambda path: self.store.read(lambda db: queries.is_reserved(db, path, instead_of)),
            self.programs,
            self.paths.trusted,
        )
