"""Power cuts at any moment: what was acknowledged is there, whole, and nothing else is broken."""

import contextlib
import os
import random
from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import apsw
import pytest

from rendermanager.core.errors import StaleMove
from rendermanager.core.events import Event
from rendermanager.core.job import Attempt
from rendermanager.core.output import Artifact
from rendermanager.store import attempts, endings, intents, queries
from rendermanager.store.database import open_database
from rendermanager.store.store import Store
from rendermanager.store.writer import Writer
from tests.helpers.ledger import broken_promises
from tests.helpers.queue import BROKEN, Clock, add, at, new_job, quick_folder
from tests.helpers.recording import Crashes, Recorder, recording

SEED = int(os.environ.get("CHAOS_SEED", "0")) or random.randrange(1_000_000)
CUTS = int(os.environ.get("CHAOS_CUTS", "60"))
CUTS_OF_ONE_RECORDING = 100
STEPS = 120
PLACE = at(folder="/out/t")
EVENTS = "SELECT id, kind, job_id, task_id, old, new, reason, actor FROM event ORDER BY id"


@pytest.fixture
def memory() -> Iterator[Path]:
    with quick_folder() as folder:
        yield Path(folder)


class Work:
    """An eventful day of a queue: everything that moves a job, in bursts that share a commit."""

    def __init__(self, path: Path, recorder: Recorder, chance: random.Random) -> None:
        self.path = path
        self.recorder = recorder
        self.chance = chance
        self.clock = Clock()
        self.open: deque[tuple[Attempt, str]] = deque()
        self.made = 0
        self.store = self._opened()

    def _opened(self) -> Store:
        opened = Store(self.path, self.clock)
        opened.listen(self._on_events)
        # Often enough for the log to begin anew many times in one recording.
        pages = self.chance.choice([5, 40, 1000])
        opened.change(lambda txn: txn.all(f"PRAGMA wal_autocheckpoint = {pages}"))
        return opened

    def _on_events(self, events: Sequence[Event]) -> None:
        self.recorder.note(tuple(events))

    def step(self) -> None:
        """One thing, or several that nobody waits for in between."""
        chance = self.chance
        self.clock.advance(chance.uniform(0.1, 30))
        kinds = [self.submit, self.claim, self.go_on, self.go_on, self.ask, self.progress]
        for _ in range(chance.randint(1, 4)):
            chance.choice(kinds)()
        if chance.random() < 0.04:
            self.store.close()
            self.store = self._opened()

    def submit(self) -> None:
        jobs = []
        for _ in range(self.chance.randint(1, 5)):
            self.made += 1
            text = "n" * self.chance.randint(1, 3000)
            jobs.append(new_job(f"{self.made} {text}", reserves=f"/out/{self.made}.mp4"))
        add(self.store, *jobs)

    def claim(self) -> None:
        for candidate in self.store.read(lambda db: queries.candidates(db, 2)):
            claim = self.store.write(partial(attempts.claim, candidate=candidate, place=PLACE))
            with contextlib.suppress(StaleMove):  # somebody asked for something else meanwhile
                self.open.append((claim.result().attempt, "claimed"))

    def go_on(self) -> None:
        if not self.open:
            return
        attempt, stage = self.open.popleft()
        files = (Artifact(f"/t/{attempt.id}", f"/out/{attempt.job_id}.mp4", 7, "hash"),)
        ways = {
            "claimed": ["begun", "begun", "interrupted"],
            "begun": ["verified", "verified", "failed", "interrupted", "cancelled"],
            "verified": ["published", "published", "failed"],
            "published": ["completed"],
        }[stage]
        way = self.chance.choice(ways)
        moves = {
            "begun": lambda txn: attempts.begin(txn, attempt, "process 7"),
            "verified": lambda txn: endings.verify(txn, attempt, 0, 1.5),
            "published": lambda txn: endings.publish(txn, attempt, files),
            "completed": lambda txn: endings.complete(txn, attempt, files),
            "failed": lambda txn: endings.fail(txn, attempt, BROKEN),
            "interrupted": lambda txn: endings.interrupt(txn, attempt, "the app was closed"),
            "cancelled": lambda txn: endings.cancelled(txn, attempt),
        }
        future = self.store.write(moves[way], actor="scheduler")
        if way in ("begun", "verified", "published"):
            with contextlib.suppress(StaleMove):
                future.result()
                self.open.append((attempt, way))
                if way == "published":
                    self.recorder.note(attempt.id)

    def ask(self) -> None:
        waiting = [each.id for each in self.store.read(queries.jobs)]
        chosen = self.chance.sample(waiting, min(2, len(waiting)))
        verb = self.chance.choice(
            [intents.pause, intents.resume, intents.resume, intents.retry, intents.remove]
        )
        self.store.write(lambda txn: verb(txn, chosen), actor="cli")

    def progress(self) -> None:
        rows = [(self.chance.random(), "rendering", attempt.job_id) for attempt, _ in self.open]
        self.store.write(lambda txn: attempts.save_progress(txn, rows), durable=False)


def record(folder: Path, chance: random.Random, *, ignores: str = "") -> Recorder:
    """What the disk was told during one day of work."""
    with recording(ignores=ignores) as recorder:
        work = Work(folder / "queue.db", recorder, chance)
        for _ in range(STEPS):
            work.step()
        work.store.close()
    return recorder


def losses(folder: Path, recorder: Recorder, cuts: int, chance: random.Random) -> list[str]:
    """Cut the power at so many moments; everything that is wrong afterwards."""
    crashes = Crashes(recorder.ops)
    found = []
    for cut in sorted(chance.choices(range(len(recorder.ops) + 1), k=cuts)):
        crashes.go_to(cut)
        where = folder / f"cut {cut}"
        lay_out(where, crashes.image(chance), chance)
        found += [f"cut at {cut}: {wrong}" for wrong in judged(where / "queue.db", crashes.told)]
        for file in where.iterdir():
            file.unlink()
    return found


def lay_out(folder: Path, image: dict[str, bytes], chance: random.Random) -> None:
    folder.mkdir(exist_ok=True)
    for name, content in image.items():
        (folder / name).write_bytes(content)
    if chance.random() < 0.3:
        # Never synced: whatever lies there must not be believed.
        (folder / "queue.db-shm").write_bytes(chance.randbytes(32_768))


def judged(path: Path, told: Sequence[object]) -> list[str]:
    """What is wrong with the queue that is found after the cut."""
    try:
        connection = open_database(path)
        try:
            wrong = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
            wrong.remove("ok") if "ok" in wrong else wrong.append("not sound")
            wrong += [f"orphan row {row}" for row in connection.execute("PRAGMA foreign_key_check")]
            wrong += broken_promises(connection)
            wrong += lost(connection, told)
        finally:
            connection.close()
    except Exception as error:  # noqa: BLE001 - any refusal is a finding
        return [f"cannot be opened: {error!r}"]
    return wrong


def lost(connection: apsw.Connection, told: Sequence[object]) -> Iterator[str]:
    """What somebody was told and what is not there."""
    stored = {row[0]: row[1:] for row in connection.execute(EVENTS)}
    for note in told:
        if isinstance(note, int):
            names = connection.execute("SELECT artifacts FROM attempt WHERE id = ?", (note,)).get
            if not names:
                yield f"lost: the files of attempt {note}"
            continue
        assert isinstance(note, tuple)
        for event in note:
            who = (event.kind, event.job_id, event.task_id)
            row = (*who, event.old, event.new, event.reason, event.actor)
            if stored.get(event.id) != row:
                yield f"lost: {event}, there is {stored.get(event.id)}"


@pytest.mark.slow
def test_power_cuts_lose_nothing_that_was_acknowledged(memory: Path) -> None:
    print(f"CHAOS_SEED={SEED} CHAOS_CUTS={CUTS}")
    chance = random.Random(SEED)
    left, number, told = CUTS, 0, 0
    found: list[str] = []
    while left > 0:
        folder = memory / str(number)
        folder.mkdir()
        recorder = record(folder, chance)
        cuts = min(left, CUTS_OF_ONE_RECORDING)
        found += losses(folder, recorder, cuts, chance)
        told += sum(op.kind == "note" for op in recorder.ops)
        left, number = left - cuts, number + 1
    print(f"{CUTS} power cuts in {number} recordings, {told} acknowledgements, {len(found)} wrong")
    assert found == []


DEFECTS = {
    "moves committed with NORMAL": "NORMAL",
    "moves committed with OFF": "OFF",
}


@pytest.mark.slow
@pytest.mark.parametrize("level", DEFECTS.values(), ids=DEFECTS)
def test_cuts_show_moves_that_were_not_synced(
    memory: Path, monkeypatch: pytest.MonkeyPatch, level: str
) -> None:
    def loose(_self: Writer, connection: apsw.Connection, _durable: bool) -> None:
        connection.pragma("synchronous", level)

    monkeypatch.setattr(Writer, "_set_durable", loose)
    chance = random.Random(SEED)
    recorder = record(memory, chance)
    assert any("lost" in each for each in losses(memory, recorder, 40, chance))


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["-wal", ".db"])
def test_cuts_show_a_disk_that_only_pretends_to_sync(memory: Path, ending: str) -> None:
    chance = random.Random(SEED)
    recorder = record(memory, chance, ignores=ending)
    assert losses(memory, recorder, 60, chance)
