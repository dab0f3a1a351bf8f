"""A running engine without a window, and waits for what it does."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import shiboken6
from pytestqt.qtbot import QtBot

from rendermanager.app.engineroom import EngineRoom
from rendermanager.config.paths import Paths
from rendermanager.core.job import Job, JobSpec
from rendermanager.core.status import JobStatus
from rendermanager.store import queries
from rendermanager.store.submission import NewJob

WAIT_MS = 30_000
PROGRAMS = Path(__file__).parent.parent / "programs"


class Room:
    """An `EngineRoom` in a folder of its own, with shortcuts for tests."""

    def __init__(self, home: Path, bot: QtBot) -> None:
        self.bot = bot
        self.paths = Paths(home)
        self.room = EngineRoom(self.paths)
        self.session = self.room.session
        self.control = self.session.control("test")

    def start(self, slots: int = 2, **options: Any) -> None:
        """Let the dispatcher work, and wait until it does."""
        with self.bot.waitSignal(self.room.started, timeout=WAIT_MS):
            self.room.start(slots, **options)

    def close(self) -> None:
        """Stop as the app does, then close."""
        with self.bot.waitSignal(self.room.stopped, timeout=WAIT_MS):
            self.room.stop()
        self.room.close()
        # Left to the garbage collector, its objects could be destroyed on any thread that runs it.
        shiboken6.delete(self.room)

    def add(self, *argv: str, **changes: Any) -> int:
        """Queue a command; its id."""
        spec = JobSpec(**{"engine": "command", "name": "job", **changes, "argv": argv})
        return self.control.submit([NewJob(spec, checked=True)]).result()[0]

    def add_program(self, program: str, *arguments: object, **changes: Any) -> int:
        """Queue one of `tests/programs`; its id."""
        words = [str(each) for each in arguments]
        return self.add(sys.executable, str(PROGRAMS / program), *words, **changes)

    def render(self, inputs: Sequence[str], **wish: Any) -> list[int]:
        """Plan and queue inputs as a submitter does; their ids."""
        plan = self.session.submitter().plan_inputs(inputs, JobSpec(**wish))
        assert not plan.blocking, plan.problems
        return self.control.submit(plan.jobs).result()

    def job(self, job_id: int) -> Job:
        """A job as stored now."""
        found = self.session.store.read(lambda db: queries.job(db, job_id))
        assert found is not None
        return found

    def status(self, job_id: int) -> JobStatus:
        """Where a job stands now."""
        return self.job(job_id).status

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the event loop run until the condition holds."""
        self.bot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)

    def wait_for(self, job_id: int, *statuses: JobStatus) -> Job:
        """Wait until a job stands in one of these statuses."""
        self.wait(lambda: self.status(job_id) in statuses)
        return self.job(job_id)

    def wait_end(self, job_id: int) -> Job:
        """Wait until a job has ended."""
        self.wait(lambda: self.status(job_id).is_ended)
        return self.job(job_id)

    def log_of(self, job_id: int) -> str:
        """The log of a job's last attempt."""
        attempt = self.session.store.read(lambda db: queries.attempts_of(db, job_id))[-1]
        return Path(attempt.log).read_text(errors="replace")
