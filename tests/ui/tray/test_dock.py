"""The bar at the app's place in the dock follows the batch, and goes when it is over."""

from collections.abc import Iterator

import pytest
import shiboken6

from rendermanager.core.progress import Observation
from rendermanager.core.status import JobStatus
from rendermanager.machine.launcher import Launcher
from rendermanager.services.session import Session
from rendermanager.store import intents
from rendermanager.store.queries import Counts
from rendermanager.ui.tray import DockProgress, dock
from rendermanager.ui.tray.dock import Batch
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


def counts(rendering: int, waiting: int, ended: int) -> Counts:
    return Counts(
        {
            JobStatus.RENDERING: rendering,
            JobStatus.QUEUED: waiting,
            JobStatus.COMPLETED: ended,
        }
    )


def test_what_had_ended_before_is_no_part_of_the_batch() -> None:
    batch = Batch()
    assert batch.share(counts(1, 1, 50), [0.5], is_paused=False) == 0.25
    assert batch.share(counts(1, 0, 51), [0.5], is_paused=False) == 0.75
    assert (batch.ended, batch.left) == (1, 1)


def test_it_never_goes_back_unless_there_is_more_to_do() -> None:
    batch = Batch()
    batch.share(counts(2, 0, 0), [0.9, 0.7], is_paused=False)
    # It has left the board, and is not counted yet; then the other way round.
    assert batch.share(counts(2, 0, 0), [0.7], is_paused=False) == pytest.approx(0.8)
    assert batch.share(counts(1, 0, 1), [0.995, 0.7], is_paused=False) == pytest.approx(0.85)
    assert batch.share(counts(1, 0, 0), [0.7], is_paused=False) == pytest.approx(0.85), "cleared"
    assert batch.share(counts(1, 2, 0), [0.7], is_paused=False) == pytest.approx(1.7 / 4)


def test_nothing_is_known_before_the_queue_was_counted() -> None:
    assert Batch().share(Counts({}), [0.5], is_paused=False) == 0.0


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
