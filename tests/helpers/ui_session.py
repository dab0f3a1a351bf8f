"""A real session in a temporary folder for tests of the interface, and jobs in every state.

The store, bus, board, registry and pools are the product's own. The dispatcher is held, so that
jobs stay in the states they are put into; `start=True` lets it work.
"""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import shiboken6

from rendermanager.config.paths import Paths
from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import Attempt, JobSpec
from rendermanager.core.output import Artifact
from rendermanager.core.progress import Observation
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.engine.background import Background
from rendermanager.engine.board import Board
from rendermanager.engine.bus import Bus
from rendermanager.engine.dispatcher import Dispatcher
from rendermanager.engine.hangwatch import HangWatch
from rendermanager.engine.programs import Programs
from rendermanager.engine.workshop import Workshop
from rendermanager.renderers.registry import Registry
from rendermanager.services.preferences import Preferences
from rendermanager.services.sampling import Sampling
from rendermanager.services.session import Session
from rendermanager.services.whereto import result_folders
from rendermanager.store import attempts, endings, intents, queries, submission
from rendermanager.store.attempts import Candidate, Claim, Place
from rendermanager.store.store import Store
from rendermanager.store.submission import NewJob
from tests.helpers.warm import WarmReader

VIDEO = SourceInfo(
    SourceKind.VIDEO,
    container="mov,mp4,m4a,3gp,3g2,mj2",
    duration_s=60.0,
    frames=1500,
    rate="25/1",
    width=1920,
    height=1080,
    video_codec="h264",
    pixel_format="yuv420p",
    audio_codec="aac",
    audio_streams=1,
    sample_rate=48000,
    channels=2,
    size_bytes=84_000_000,
)
FONT_MISSING = Failure(
    FailureKind.INVALID_INPUT,
    "The font “Gotham Bold” is not installed on this machine.",
    "Install the font, then run the job again.",
    Retry.AFTER_FIX,
    "Error: font 'Gotham Bold' could not be found",
)


@contextmanager
def open_session(home: Path, *, start: bool = False, slots: int = 2) -> Iterator[Session]:
    """Yield a session whose state lies in `home`; everything is ended afterwards."""
    paths = Paths(home)
    paths.make()
    store = Store(paths.database)
    background = Background()
    bus = Bus()
    board = Board(bus)
    registry, programs, media = Registry.load(paths.presets), Programs({}), WarmReader()
    hangs = HangWatch(background, board, store)
    preferences = Preferences(paths.settings)
    shop = Workshop(
        store=store,
        background=background,
        board=board,
        hangs=hangs,
        registry=registry,
        programs=programs,
        media=media,
        queue_uid=store.read(queries.store_uid),
        nice=10,
    )
    dispatcher = Dispatcher(shop, bus, paths.attempt_log)
    store.listen(lambda events: background.post(bus.committed.emit, tuple(events)))
    session = Session(
        paths=paths,
        preferences=preferences,
        store=store,
        background=background,
        bus=bus,
        board=board,
        dispatcher=dispatcher,
        registry=registry,
        programs=programs,
        media=media,
        sampling=Sampling(
            paths.samples, hangs.trees, lambda: result_folders(store, preferences.value)
        ),
    )
    if start:
        dispatcher.start(slots)
    try:
        yield session
    finally:
        dispatcher.interrupt_all()
        dispatcher.close()
        session.sampling.close()
        media.close()
        # A result that is handed out may start the next step of what is under way.
        for _ in range(8):
            background.drain()
        background.close()
        store.close()
        # Left to the garbage collector, they could be destroyed on any thread that runs it.
        for each in (hangs, dispatcher, session.preferences, board, bus, background):
            shiboken6.delete(each)


def attempt_of(session: Session, job_id: int) -> int:
    """The attempt that a job runs now."""
    live = session.board.get(job_id)
    assert live is not None
    return live.attempt_id


@dataclass
class Jobs:
    """Puts jobs into states by the store's own moves; every method returns the job's id.

    Attributes:
        session: Where they go.
        folder: Where their sources and outputs are said to be.
    """

    session: Session
    folder: Path
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def add(
        self, name: str = "", preset: str = "h264", *, checked: bool = False, **spec: Any
    ) -> int:
        """A job that was just accepted: PENDING, or QUEUED when `checked`."""
        number = next(self._numbers)
        stem = name or f"clip {number:03}"
        values: dict[str, Any] = {
            "engine": "ffmpeg",
            "source": str(self.folder / f"{stem}.mov"),
            "name": stem,
            "output": str(self.folder / "out" / f"{stem}_{preset}_{number}.mp4"),
            "submitter": "window",
            **spec,
        }
        new = NewJob(JobSpec(preset=preset, **values), checked)
        ids: list[int] = self._change(lambda txn: submission.submit(txn, [new]))
        return ids[0]

    def queued(self, name: str = "", *, source: SourceInfo = VIDEO, **spec: Any) -> int:
        """A job that passed its check."""
        job_id = self.add(name, **spec)
        assert self._change(lambda txn: submission.begin_check(txn, job_id))
        self._change(lambda txn: submission.pass_check(txn, job_id, source))
        return job_id

    def checking(self, name: str = "", **spec: Any) -> int:
        """A job whose source is being looked at."""
        job_id = self.add(name, **spec)
        self._change(lambda txn: submission.begin_check(txn, job_id))
        return job_id

    def rendering(
        self,
        name: str = "",
        *,
        seen: Observation | None = None,
        active_s: float = 0.0,
        log: str = "",
        **spec: Any,
    ) -> int:
        """A job whose program runs; `seen` is put on the board, in two steps to give it a pace."""
        job_id = self.queued(name, **spec)
        attempt = self.claim(job_id, log)
        self._change(lambda txn: attempts.begin(txn, attempt, "1:1:boot"))
        self.session.board.open(job_id, attempt.id, attempt.log)
        if seen is not None:
            start = replace(seen, frame=0 if seen.frame is not None else None, fraction=0.0)
            self.session.board.see(attempt.id, start, 0.0)
            self.session.board.see(attempt.id, seen, active_s)
        return job_id

    def paused(self, name: str = "", **spec: Any) -> int:
        """A job that was paused while it waited."""
        job_id = self.queued(name, **spec)
        self._change(lambda txn: intents.pause(txn, [job_id]))
        return job_id

    def completed(
        self,
        name: str = "",
        *,
        elapsed_s: float = 134.0,
        size_bytes: int = 1_200_000_000,
        warnings: tuple[str, ...] = (),
        log: str = "",
        **spec: Any,
    ) -> int:
        """A job whose output was verified (on paper: there is no such file)."""
        job_id = self.queued(name, **spec)
        attempt = self.claim(job_id, log)
        final = self.job(job_id).spec.output
        done = Artifact("", final, size_bytes, "0" * 64)
        self._change(lambda txn: attempts.begin(txn, attempt, "1:1:boot"))
        self._change(lambda txn: endings.verify(txn, attempt, 0, elapsed_s))
        self._change(lambda txn: endings.complete(txn, attempt, (done,), warnings))
        return job_id

    def failed(
        self,
        name: str = "",
        *,
        failure: Failure = FONT_MISSING,
        times: int = 1,
        log: str = "",
        **spec: Any,
    ) -> int:
        """A job that failed for good, after this many attempts."""
        job_id = self.queued(name, **spec)
        for left in reversed(range(times)):
            attempt = self.claim(job_id, log)
            delay = 0.0 if left else None
            self._change(
                lambda txn, attempt=attempt, delay=delay: endings.fail(
                    txn, attempt, failure, exit_code=1, elapsed_s=12.5, delay_s=delay
                )
            )
            if left:
                self._change(attempts.due_again)
        return job_id

    def retrying(self, name: str = "", *, delay_s: float = 45.0, **spec: Any) -> int:
        """A job that failed and waits for its next attempt."""
        job_id = self.queued(name, **spec)
        attempt = self.claim(job_id)
        self._change(
            lambda txn: endings.fail(
                txn, attempt, FONT_MISSING, exit_code=1, elapsed_s=3.0, delay_s=delay_s
            )
        )
        return job_id

    def cancelled(self, name: str = "", **spec: Any) -> int:
        """A job that a person ended while it waited."""
        job_id = self.queued(name, **spec)
        self._change(lambda txn: intents.cancel(txn, [job_id]))
        return job_id

    def claim(self, job_id: int, log: str = "") -> Attempt:
        """Begin an attempt of a job that is ready, with `log` as what its program said so far."""
        row = self.session.store.read(
            lambda db: (
                db.execute(
                    "SELECT id, fence, tries, priority, position FROM task WHERE job_id = ?",
                    (job_id,),
                ).get
            )
        )
        task_id, fence, tries, priority, position = row
        found = Candidate(task_id, job_id, fence, tries, priority, position, "ffmpeg")
        path = Path(self.session.paths.attempt_log(job_id, fence + 1))
        path.write_text(log, encoding="utf-8")
        place = Place("1:1:boot", "", str(path))
        claim: Claim = self._change(lambda txn: attempts.claim(txn, found, lambda *_: place))
        return claim.attempt

    def job(self, job_id: int) -> Any:
        """The job as stored."""
        return self.session.store.read(lambda db: queries.job(db, job_id))

    def _change(self, change: Any) -> Any:
        return self.session.store.change(change, actor="window")


def every_state(jobs: Jobs) -> dict[str, int]:
    """Twelve jobs that together show every state; their ids by a short word."""
    return {
        "rendering": jobs.rendering(
            "SummerSale — 1080 × 1080",
            preset="prores-hq",
            seen=Observation(frame=951, frames=1500, fps=2.4),
            active_s=396.0,
        ),
        "loading": jobs.rendering("City fly-through, shot 040", preset="h265"),
        "queued": jobs.queued("SummerSale — 1080 × 1920", preset="h264-vertical"),
        "second": jobs.queued("SummerSale — 1920 × 1080", preset="h264-social"),
        "checking": jobs.checking("Drone_0412", preset="dnxhr-lb"),
        "paused": jobs.paused("Credits v7", preset="prores-4444"),
        "retrying": jobs.retrying("Titles_main", preset="h264"),
        "failed": jobs.failed("Logo sting", preset="mp4-1080p", times=3, log=FAILED_LOG),
        "cancelled": jobs.cancelled("Teaser draft", preset="gif"),
        "warned": jobs.completed(
            "Interview A003",
            preset="dnxhr-lb",
            warnings=("The picture is black for 4 seconds from 0:12.",),
        ),
        "done": jobs.completed("Interview A001 proxy", preset="dnxhr-lb"),
        "older": jobs.completed(
            "Interview A002 proxy", preset="proxy", elapsed_s=118.0, size_bytes=1_100_000_000
        ),
    }


FAILED_LOG = """# Logo sting · 2026-11-22T13:40:05+01:00
# in /renders
# ffmpeg -hide_banner -i logo_sting.mov -c:v libx264 logo_sting_mp4-1080p.mp4
Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'logo_sting.mov':
  Duration: 00:00:08.00, start: 0.000000, bitrate: 11842 kb/s
[swscaler @ 0x5581] deprecated pixel format used, make sure you did set range correctly
Stream mapping:
  Stream #0:0 -> #0:0 (h264 (native) -> h264 (libx264))
Warning: layer "Logo" uses a font that is substituted
Error: font 'Gotham Bold' could not be found
Conversion failed!
"""
