"""kill -9 of the app at random moments: nothing lost, nothing done twice, nothing left behind."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import av
import imageio_ffmpeg
import pytest

from rendermanager.config.settings import ORPHAN_POLICIES, Settings, save_settings
from rendermanager.engine.prepare import FOLDER_PREFIX
from rendermanager.machine.processes import tagged
from rendermanager.store import queries
from rendermanager.store.store import Store

RENDERS = int(os.environ.get("CHAOS_RENDERS", "3"))
KILLS = int(os.environ.get("CHAOS_KILLS", "2"))
SEED = int(os.environ.get("CHAOS_SEED", "0")) or random.randrange(1_000_000)
FRAMES = 50


def rendermanager(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rendermanager", "--data-dir", str(home), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)


def serve(home: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "rendermanager", "--data-dir", str(home), "serve", "-j", "2"]
    return subprocess.Popen([*command, *arguments], stdin=subprocess.DEVNULL)


def make_clips(folder: Path) -> None:
    folder.mkdir()
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    quiet = ["-hide_banner", "-loglevel", "error"]
    source = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2", "-pix_fmt", "yuv420p"]
    first = folder / "clip0.mov"
    subprocess.run([ffmpeg, *quiet, *source, str(first)], check=True)
    for number in range(1, RENDERS):
        (folder / f"clip{number}.mov").write_bytes(first.read_bytes())


def jobs_of(home: Path, *options: str) -> list[dict[str, Any]]:
    lines = rendermanager(home, "list", "--json", *options).stdout.splitlines()
    return [json.loads(line) for line in lines]


def run_again_what_was_put_aside(home: Path) -> int:
    """What a person does with jobs that were cut off twice in a row; how many there were."""
    failed = [job for job in jobs_of(home) if job["status"] == "failed"]
    for job in failed:
        assert "twice in a row" in job["error"]["message"], job
        assert rendermanager(home, "retry", str(job["id"])).returncode == 0
    return len(failed)


def wait_until_owned_by(home: Path, pid: int) -> None:
    owner = home / "run" / "owner.json"
    until = time.monotonic() + 30
    while f'"pid":{pid}' not in (owner.read_text().replace(" ", "") if owner.exists() else ""):
        assert time.monotonic() < until
        time.sleep(0.01)


def wait_until_none(tag: str, limit_s: float) -> list[str]:
    """Processes that carry the tag once the limit is over, or an empty list as soon as possible."""
    until = time.monotonic() + limit_s
    while (found := tagged(tag, prefix=True)) and time.monotonic() < until:
        time.sleep(0.05)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("policy", ORPHAN_POLICIES)
def test_renders_survive_kills_of_the_app(tmp_path: Path, policy: str) -> None:
    print(f"CHAOS_SEED={SEED} {policy}")
    chance = random.Random(SEED)
    home, clips, out = tmp_path / "home", tmp_path / "in", tmp_path / "out"
    make_clips(clips)
    added = rendermanager(home, "submit", str(clips), "-o", f"{out}/", "--set", "speed=slow")
    assert len(added.stdout.split()) == RENDERS, added.stderr
    save_settings(home / "settings.json", Settings(if_app_dies=policy))
    store = Store(home / "queue.db")
    tag = store.read(queries.store_uid) + "-"
    store.close()
    put_aside = 0
    for _ in range(KILLS):
        app = serve(home)
        wait_until_owned_by(home, app.pid)
        time.sleep(chance.uniform(0.0, 1.5))
        app.send_signal(signal.SIGKILL)
        app.wait()
        put_aside += run_again_what_was_put_aside(home)
    if policy == "stop":
        assert wait_until_none(tag, 5.0) == []
    while True:
        # The start after the last kill may put some aside, too.
        assert serve(home, "--exit-when-idle").wait(timeout=180) in (0, 1)
        if not (more := run_again_what_was_put_aside(home)):
            break
        put_aside += more
    print(f"{RENDERS} renders, {KILLS} kills, {put_aside} times put aside after two in a row")

    jobs = jobs_of(home)
    assert Counter(job["status"] for job in jobs) == {"completed": RENDERS}
    attempts = sum(job["attempts"] for job in jobs)
    print(f"{attempts} attempts for {len(jobs)} renders")
    for job in jobs:
        events = json.loads(rendermanager(home, "show", str(job["id"]), "--json").stdout)["events"]
        ends = [each for each in events if each["what"] == "job" and each["new"] == "completed"]
        assert len(ends) == 1
    results = list(out.iterdir())
    assert len(results) == RENDERS
    for result in results:
        assert not result.name.startswith(FOLDER_PREFIX)
        with av.open(str(result)) as container:
            assert sum(1 for _ in container.decode(video=0)) == FRAMES
    assert tagged(tag, prefix=True) == []
