"""An app at work whose disk fills up, becomes read-only or goes away, and comes back."""

import contextlib
import ctypes
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import apsw

from rendermanager.core.failure import Failure
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.store import queries
from rendermanager.store.database import open_reader
from tests.chaos.churn import Churn, faults_of
from tests.helpers.ledger import broken_promises
from tests.helpers.small_disk import SmallDisk

DISK_MB: Final = 64
"""Renders wait for 20 MB to be free; the rest is for what a long run leaves."""
WANTED: Final = 24
GOES_ON_LIMIT_S: Final = 90.0
PATIENCE_S: Final = 6.0
"""A person who has made room presses “Try now” when nothing happens for this long."""
_RETRIES: Final = {"first_delay_s": 1, "max_delay_s": 5}
_AT_FDCWD, _EXCHANGE = -100, 2


class Shortage(Churn):
    """The churn on a small disk.

    Attributes:
        points: How often space, rights or the folder were taken away, by kind.
        by_hand: Jobs that a person had to run again, by the sentence they failed with.
        pushed: How often “Try now” was needed.
        pauses: Seconds from the return of the disk to the next finished job.
    """

    def __init__(self, folder: Path, chance: random.Random, disk: SmallDisk, home: Path) -> None:
        """Lay everything out.

        Args:
            folder: For the source and the diary, on another disk.
            chance: What decides.
            disk: Where the results go.
            home: The data folder, on this or another disk.
        """
        super().__init__(folder, chance, WANTED)
        self.disk, self.home, self.out = disk, home, disk.path / "out"
        self.out.mkdir()
        self.home.mkdir()
        settings = {"retries": {"ffmpeg": _RETRIES, "command": _RETRIES}}
        (self.home / "settings.json").write_text(json.dumps(settings))
        self.points: Counter[str] = Counter()
        self.by_hand: Counter[str] = Counter()
        self.pushed = 0
        self.pauses: list[float] = []
        self._looked_at: set[str] = set()

    def command(self, *words: str) -> str:
        """What a person types while the app runs; what it prints."""
        line = [sys.executable, "-m", "rendermanager", "--data-dir", str(self.home), *words]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        if done.returncode:
            self.wrong.append(f"{words[0]} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def read(self, run: Callable[[apsw.Connection], Any]) -> Any:
        """Read the queue beside the app."""
        connection = open_reader(self.home / "queue.db")
        try:
            return run(connection)
        finally:
            connection.close()

    def feed(self, wanted: int = WANTED) -> None:
        """Add jobs through the command line, and run again what waits for a person."""
        jobs: list[Job] = self.read(queries.jobs)
        failed = [job for job in jobs if job.status is JobStatus.FAILED]
        for job in failed:
            self._note(job.failure)
        if failed:
            self.command("retry", *(str(job.id) for job in failed))
        under_way = sum(not job.status.is_ended for job in jobs)
        if under_way >= wanted:
            return
        works = [self.next_work() for _ in range(wanted - under_way)]
        lines = [_line(spec) for spec, _ in works]
        listed = self.folder / "jobs.jsonl"
        listed.write_text("\n".join(map(json.dumps, lines)))
        ids = [int(word) for word in self.command("submit", "--jobs", str(listed)).split()]
        if len(ids) != len(works):
            self.wrong.append(f"{len(ids)} of {len(works)} jobs were added")
        self.seeds.update(zip(ids, (seed for _, seed in works), strict=False))

    def _note(self, failure: Failure | None) -> None:
        told = f"{failure.message} [{failure.cause}, {failure.retry}]" if failure else "?"
        self.by_hand[told.replace(str(self.disk.path), "DISK")] += 1

    def start(self) -> "subprocess.Popen[bytes]":
        """Start the app, and let it get to work."""
        app = self.serve("-j", "3")
        until = time.monotonic() + GOES_ON_LIMIT_S
        while not self.read(lambda db: queries.jobs(db, [JobStatus.RENDERING])):
            assert app.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        return app

    def strike(self, app: "subprocess.Popen[bytes]") -> None:
        """Take the disk away for a while, give it back, and see that work goes on."""
        time.sleep(self.chance.uniform(0.1, 1.2))
        kind = self.chance.choices(("full", "read-only", "vanished"), (70, 15, 15))[0]
        with getattr(self, f"_{kind.replace('-', '_')}")():
            time.sleep(self.chance.uniform(0.3, 2.0))
        self.points[kind] += 1
        self.see_it_go_on(kind, time.time())
        if app.poll() is not None:
            self.wrong.append(f"the app ended with {app.returncode}")
        self.look()

    @contextlib.contextmanager
    def _full(self) -> Iterator[None]:
        self.disk.fill()
        yield
        self.disk.make_room()

    @contextlib.contextmanager
    def _read_only(self) -> Iterator[None]:
        with self.disk.read_only_folder(self.out):
            yield

    @contextlib.contextmanager
    def _vanished(self) -> Iterator[None]:
        away = self.disk.path / "away"
        self.out.rename(away)
        yield
        with contextlib.suppress(OSError):
            self.out.mkdir()
        # The app may have made it anew: the old one comes back with what the new one has got.
        _exchange(self.out, away)
        for each in away.iterdir():
            each.rename(self.out / each.name)
        away.rmdir()

    def see_it_go_on(self, kind: str, since: float) -> None:
        """Wait until something is completed after `since`, as `time.time` tells it."""
        pushed = False
        jobs: list[Job] = self.read(queries.jobs)
        if all(job.status.is_ended for job in jobs):
            # All was done or had failed before the disk came back: nothing could go on.
            self.feed()
            since = time.time()
        while time.time() - since < GOES_ON_LIMIT_S:
            if self.read(lambda db: _completed_since(db, since)):
                self.pauses.append(time.time() - since)
                return
            if not pushed and time.time() - since > PATIENCE_S:
                pushed = True
                self.pushed += 1
                self.command("try-now")
                self.feed()
            time.sleep(0.05)
        self.wrong.append(f"after {kind} nothing went on for {GOES_ON_LIMIT_S} s")

    def look(self) -> None:
        """The queue is sound, and whatever stands under a final name is whole."""
        self.wrong += self.read(broken_promises)
        integrity = self.read(lambda db: db.pragma("quick_check"))
        if integrity != "ok":
            self.wrong.append(f"integrity: {integrity}")
        there = {job.id for job in self.read(queries.jobs)}
        self.wrong += [f"job {job_id} is lost" for job_id in self.seeds.keys() - there]
        for job in self.read(queries.jobs):
            final = job.spec.output or job.spec.expects[0]
            if final in self._looked_at or not Path(final).exists():
                continue
            # What was not verified yet has no record; it must be whole all the same.
            data = Path(final).read_bytes()
            recorded = job.artifacts[0].sha256 if job.artifacts else sha256(data).hexdigest()
            self.wrong += faults_of(Path(final), self.seeds[job.id], recorded)
            if job.status is JobStatus.COMPLETED:
                self._looked_at.add(final)

    def forget_looks(self) -> None:
        """Look at every file again."""
        self._looked_at.clear()

    def wait_for_the_end(self, limit_s: float) -> None:
        """Until every job is completed; what waits for a person is run again."""
        until = time.monotonic() + limit_s
        while open_ := self.read(_unfinished):
            if time.monotonic() > until:
                self.wrong.append(f"not done in {limit_s:.0f} s: {open_}")
                return
            self.feed(0)
            time.sleep(0.2)

    @property
    def figures(self) -> str:
        """What happened, in a few lines."""
        pauses = sorted(self.pauses) or [0.0]
        middle, late = pauses[len(pauses) // 2], sum(each > 5 for each in pauses)
        return (
            f"{dict(self.points)}, {len(self.seeds)} jobs; went on after {middle:.2f} s in the "
            f"middle, {pauses[-1]:.2f} s at most, {late} later than 5 s; “try now” {self.pushed} "
            f"times; run again by hand: {dict(self.by_hand)}; {len(self.wrong)} wrong"
        )


def _line(spec: Any) -> dict[str, Any]:
    names = ("source", "preset", "output", "name", "argv", "expects")
    return {name: value for name in names if (value := getattr(spec, name))}


def _unfinished(connection: apsw.Connection) -> list[str]:
    jobs = queries.jobs(connection)
    return [f"{job.id} {job.status}" for job in jobs if job.status is not JobStatus.COMPLETED]


def _completed_since(connection: apsw.Connection, since: float) -> bool:
    sql = "SELECT 1 FROM job WHERE status = 'completed' AND ended > ? LIMIT 1"
    return bool(connection.execute(sql, (since,)).get)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change their names in one step."""
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE):
        raise OSError(ctypes.get_errno(), "the folders could not be exchanged")
