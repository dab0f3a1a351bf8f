"""The bar at the app's place in the dock follows the batch, and goes when it is over."""

from collections.abc import Iterator

import pytest
import shiboken6

from rendermanager.core.progress import Observation
from rendermanager.machine.launcher import Launcher
from rendermanager.services.session import Session
from rendermanager.store import intents
from rendermanager.ui.tray import DockProgress, dock
from rendermanager.ui.tray.dock import share
from rendermanager.ui.window.queue_state import QueueState
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import Jobs


class Paper(Launcher):
    """Writes down what a dock would show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[float, int] | None] = []

    def show(self, share: float, count: int) -> bool:
        self.shown.append((share, count))
        return True

    def hide(self) -> None:
        self.shown.append(None)


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def made(session: Session, paper: Paper, monkeypatch: pytest.MonkeyPatch) -> Iterator[DockProgress]:
    monkeypatch.setattr(dock, "LOOK_DELAY_MS", 10)
    state = QueueState(session)
    dock_progress = DockProgress(session, state, launcher=paper)
    yield dock_progress
    dock_progress.close()
    session.background.drain()
    shiboken6.delete(dock_progress)
    shiboken6.delete(state)


@pytest.mark.parametrize(
    ("ended", "under_way", "left", "wanted"),
    [(0, 0.0, 0, 0.0), (0, 0.5, 1, 0.5), (1, 0.5, 1, 0.75), (3, 0.0, 1, 0.75), (2, 9.0, 1, 1.0)],
)
def test_the_share_of_a_batch(ended: int, under_way: float, left: int, wanted: float) -> None:
    assert share(ended, under_way, left) == wanted


def test_it_shows_how_much_of_the_batch_is_done_and_goes_with_its_end(
    made: DockProgress, paper: Paper, jobs: Jobs, until: Until
) -> None:
    job_id = jobs.rendering("a", seen=Observation(frame=500, frames=1000), active_s=9.0)
    jobs.queued("b")
    until(lambda: paper.shown and paper.shown[-1] == (0.25, 2))
    jobs.completed("c")
    until(lambda: paper.shown[-1] == (0.5, 2))
    # Paused, nothing else will start: what waits is not part of what is under way.
    jobs.session.control("test").pause_queue().result()
    until(lambda: paper.shown[-1] == (0.75, 1))
    live = jobs.session.board.get(job_id)
    assert live is not None
    jobs.session.board.close(live.attempt_id)
    jobs.session.store.change(lambda txn: intents.pause(txn, [job_id]))
    until(lambda: paper.shown[-1] is None)


def test_nothing_is_said_where_nothing_renders(
    made: DockProgress, paper: Paper, jobs: Jobs, until: Until
) -> None:
    jobs.queued("a")
    until(lambda: made._state.counts.waiting == 1 and not made._timer.isActive())
    made.close()
    jobs.session.background.drain()
    assert paper.shown == []


def test_it_is_taken_back_when_the_app_ends(
    made: DockProgress, paper: Paper, jobs: Jobs, until: Until
) -> None:
    jobs.rendering("a")
    until(lambda: paper.shown)
    made.close()
    jobs.session.background.drain()
    assert paper.shown[-1] is None
