"""A queue that is never empty, the app that serves it, and the blows that both have to stand."""

import hashlib
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import av
import imageio_ffmpeg

from rendermanager.core.job import JobSpec
from rendermanager.core.status import JobStatus
from rendermanager.engine.prepare import FOLDER_PREFIX
from rendermanager.machine.processes import tagged
from rendermanager.machine.supervising import procfs
from rendermanager.store import intents, queries
from rendermanager.store.store import Store
from rendermanager.store.submission import NewJob, submit
from tests.helpers.ledger import broken_promises
from tests.programs.delivers import content

PROGRAM = Path(__file__).parent.parent / "programs" / "delivers.py"
SIZE = 20_000
FRAMES = 12
ORPHAN_LIMIT_S = 5.0
EVERY_NTH_IS_A_RENDER = 5


@dataclass
class Churn:
    """The world in which it happens.

    Attributes:
        folder: Everything lies in it.
        chance: What decides.
        wanted: Jobs that are to be under way at any time.
        seeds: By job: what its file must hold; 0 for a render.
        ordered: Jobs that were thought of so far.
        kills: Blows so far.
        wrong: Every broken promise that was seen.
    """

    folder: Path
    chance: random.Random
    wanted: int
    seeds: dict[int, int] = field(default_factory=dict)
    ordered: int = 0
    kills: int = 0
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.home, self.out = self.folder / "home", self.folder / "out"
        self.diary, self.clip = self.folder / "diary", self.folder / "clip.mov"
        self.out.mkdir(parents=True)
        ffmpeg = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-loglevel", "error"]
        source = ["-f", "lavfi", "-i", f"testsrc2=s=64x48:r=12:d={FRAMES // 12}"]
        subprocess.run([*ffmpeg, *source, "-pix_fmt", "yuv420p", str(self.clip)], check=True)

    def top_up(self) -> None:
        """Bring the queue up to the wanted number of jobs; nobody else may own it."""
        store = Store(self.home / "queue.db")
        try:
            self._retry_quarantined(store)
            under_way = store.read(
                lambda db: [j for j in queries.jobs(db) if not j.status.is_ended]
            )
            for _ in range(self.wanted - len(under_way)):
                self._add(store)
            self.wrong += store.read(broken_promises)
        finally:
            store.close()

    def _retry_quarantined(self, store: Store) -> None:
        """What a person does who finds a job that was cut off too often."""
        failed = store.read(lambda db: queries.jobs(db, [JobStatus.FAILED]))
        cut_off = [j.id for j in failed if j.failure is not None and "twice" in j.failure.message]
        self.wrong += [
            f"job {job.id} failed: {job.failure}" for job in failed if job.id not in cut_off
        ]
        if cut_off:
            store.change(lambda txn: intents.retry(txn, cut_off), actor="person")

    def _add(self, store: Store) -> None:
        spec, seed = self.next_work()
        (job_id,) = store.change(lambda txn: submit(txn, [NewJob(spec, checked=not spec.source)]))
        self.seeds[job_id] = seed

    def next_work(self) -> tuple[JobSpec, int]:
        """Another job, and the seed of what its file must hold; 0 for a render."""
        self.ordered += 1
        number = self.ordered
        if number % EVERY_NTH_IS_A_RENDER == 0:
            spec = JobSpec(
                engine="ffmpeg",
                name=f"render {number}",
                source=str(self.clip),
                preset="h264",
                output=str(self.out / f"{number}.mp4"),
            )
            return spec, 0
        seed = self.chance.randrange(1, 1 << 30)
        target = str(self.out / f"{number}.bin")
        work = [target, seed, SIZE, f"{self.chance.uniform(0.05, 0.8):.2f}", self.diary]
        argv = (sys.executable, "-S", str(PROGRAM), *map(str, work))
        return JobSpec(engine="command", name=f"work {number}", argv=argv, expects=(target,)), seed

    def serve(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """Start the app without a window."""
        command = [sys.executable, "-m", "rendermanager", "--data-dir", str(self.home)]
        return subprocess.Popen(
            [*command, "serve", "-j", "4", *arguments], stdin=subprocess.DEVNULL
        )

    def strike(self, app: "subprocess.Popen[bytes]") -> None:
        """Let it work for a while; kill a supervisor in three of ten rounds, then the app."""
        time.sleep(self.chance.uniform(0.3, 1.6))
        if self.chance.random() < 0.3:
            self._kill_a_supervisor(app.pid)
            time.sleep(self.chance.uniform(0.0, 0.5))
        app.send_signal(signal.SIGKILL)
        app.wait()
        self.kills += 1

    def _kill_a_supervisor(self, app: int) -> None:
        found = [
            stat
            for stat in procfs.descendants([app], procfs.scan())
            if b"supervisor.py" in (procfs.read_bytes(f"/proc/{stat.pid}/cmdline") or b"")
        ]
        if found:
            procfs.send(self.chance.choice(found), signal.SIGKILL)
            self.kills += 1

    def look_for_orphans(self) -> None:
        """With nobody serving: what the last one left must be gone soon, all by itself."""
        store = Store(self.home / "queue.db")
        tag = store.read(queries.store_uid) + "-"
        store.close()
        until = time.monotonic() + ORPHAN_LIMIT_S
        while (left := tagged(tag, prefix=True)) and time.monotonic() < until:
            time.sleep(0.05)
        self.wrong += [f"orphan {process} after kill {self.kills}" for process in left]

    def judge(self) -> None:
        """When all is done: each job once, each file whole, nothing left behind."""
        store = Store(self.home / "queue.db")
        try:
            jobs = {job.id: job for job in store.read(queries.jobs)}
            self.wrong += store.read(broken_promises)
            integrity = store.read(lambda db: db.pragma("integrity_check"))
            stories = {
                job_id: store.read(partial(queries.events_of, job_id=job_id))
                for job_id in self.seeds
            }
        finally:
            store.close()
        if integrity != "ok":
            self.wrong.append(f"integrity: {integrity}")
        starts = self._starts()
        for job_id, seed in self.seeds.items():
            job = jobs.get(job_id)
            if job is None or job.status is not JobStatus.COMPLETED:
                self.wrong.append(f"job {job_id} is lost: {job and job.status}")
                continue
            done = [
                each.at.timestamp()
                for each in stories[job_id]
                if not each.task_id and each.new == JobStatus.COMPLETED
            ]
            if len(done) != 1:
                self.wrong.append(f"job {job_id} was completed {len(done)} times")
            final = Path(job.artifacts[0].final)
            if any(at > done[0] for at in starts.get(str(final), ())):
                self.wrong.append(f"job {job_id} ran again after it was completed")
            self.wrong += faults_of(final, seed, job.artifacts[0].sha256)
        names = [each.name for each in self.out.iterdir() if each.suffix != ".part"]
        left = [name for name in names if name.startswith(FOLDER_PREFIX)]
        self.wrong += [f"left behind: {name}" for name in left]
        if len(names) - len(left) != len(self.seeds):
            self.wrong.append("there are more or fewer files than jobs")

    def _starts(self) -> dict[str, list[float]]:
        found: dict[str, list[float]] = {}
        for line in self.diary.read_text().splitlines():
            at, _, path = line.partition(" ")
            found.setdefault(path, []).append(float(at))
        return found


def faults_of(path: Path, seed: int, recorded: str) -> list[str]:
    """What is wrong with a published file."""
    if not path.exists():
        return [f"{path.name} is not there"]
    data = path.read_bytes()
    faults = []
    if hashlib.sha256(data).hexdigest() != recorded:
        faults.append(f"{path.name} is not what was recorded")
    if seed and data != content(seed, SIZE):
        faults.append(f"{path.name} does not hold what was ordered")
    if not seed:
        frames = _frames_in(path)
        if frames != FRAMES:
            faults.append(f"{path.name} has {frames} frames")
    return faults


def _frames_in(path: Path) -> int:
    try:
        with av.open(str(path)) as container:
            return sum(1 for _ in container.decode(video=0))
    except av.FFmpegError:
        return 0
