"""A machine in trouble: the app frozen, file handles used up, memory short.

CHAOS_TROUBLE=1 runs what takes longer as well.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from rendermanager.config.settings import Settings, save_settings
from rendermanager.core.retry import RetryPolicy
from rendermanager.machine.processes import pid_of
from rendermanager.machine.supervising.procfs import descendants, scan
from rendermanager.store.database import open_reader
from tests.chaos.test_kill import jobs_of, rendermanager, serve, wait_until_owned_by
from tests.machine.driver import PROGRAMS, Driver, program, state_of

WHOLE = bool(os.environ.get("CHAOS_TROUBLE"))
PATIENCE_S = 30.0

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
whole = pytest.mark.skipif(not WHOLE, reason="CHAOS_TROUBLE=1 runs it")


def wait(condition: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until, "it did not come true"
        time.sleep(0.02)


@contextmanager
def serving(home: Path, *, hang_limit_s: int = 0) -> Iterator["subprocess.Popen[bytes]"]:
    home.mkdir(exist_ok=True)
    retries = {"command": RetryPolicy(first_delay_s=0.2)}
    settings = Settings(hang_limit_s=hang_limit_s, retries=retries)
    save_settings(home / "settings.json", settings)
    app = serve(home)
    try:
        wait_until_owned_by(home, app.pid)
        yield app
        app.send_signal(signal.SIGTERM)
        assert app.wait(timeout=30) == 0
    finally:
        app.kill()
        app.wait()


def add(home: Path, *commands: list[str], **spec: Any) -> None:
    lines = [json.dumps({"engine": "command", "argv": each, **spec}) for each in commands]
    (home / "jobs.jsonl").write_text("\n".join(lines))
    added = rendermanager(home, "submit", "--jobs", str(home / "jobs.jsonl"))
    assert added.returncode == 0, added.stderr


def statuses(home: Path) -> list[str]:
    return [job["status"] for job in jobs_of(home)]


def has_printed(log: Path, text: str) -> bool:
    return log.exists() and text in log.read_text()


def notes(home: Path, job_id: int) -> list[str]:
    told = json.loads(rendermanager(home, "show", str(job_id), "--json").stdout)["events"]
    return [event["reason"] for event in told if "sign of life" in event["reason"]]


def test_a_frozen_app_holds_no_render_up(tmp_path: Path) -> None:
    """More is printed meanwhile than any pipe holds."""
    home, go = tmp_path / "home", tmp_path / "go"
    with serving(home) as app:
        script = (
            f"echo begun; while [ ! -e {go} ]; do sleep 0.02; done; "
            f"{sys.executable} {PROGRAMS / 'floods_output.py'} 8; touch {tmp_path / 'over'}"
        )
        add(home, ["/bin/sh", "-c", script])
        log = home / "logs" / "jobs" / "1-1.log"
        wait(partial(has_printed, log, "begun"))
        app.send_signal(signal.SIGSTOP)
        wait(lambda: state_of(app.pid) == "T")
        go.touch()
        wait((tmp_path / "over").exists)
        app.send_signal(signal.SIGCONT)
        wait(lambda: statuses(home) == ["completed"])
    assert jobs_of(home)[0]["attempts"] == 1
    assert "last line of the flood" in log.read_text()


def test_when_memory_is_short_renders_go_first() -> None:
    def score(pid: int) -> int:
        return int(Path(f"/proc/{pid}/oom_score_adj").read_text())

    with Driver() as app:
        app.start(program("spawns_grandchild"))
        app.wait_for_text("grandchild")
        assert [score(pid_of(each)) for each in app.tagged()] == [500, 500]
        assert score(app.pid) == score(os.getpid())


@whole
@pytest.mark.timeout(300)
def test_a_sleep_of_the_machine_is_not_taken_for_a_hang(tmp_path: Path) -> None:
    """A render that shows a sign every seven seconds, a limit of ten, two sleeps of twenty."""
    home = tmp_path / "home"
    # It counts its naps, as work would be counted: what is slept through is not made up for.
    script = (
        "import time\nfor frame in range(5):\n    print(frame, flush=True)\n"
        "    for _ in range(70):\n        time.sleep(0.1)\n"
    )
    with serving(home, hang_limit_s=10) as app:
        add(home, [sys.executable, "-c", script], max_attempts=1)
        log = home / "logs" / "jobs" / "1-1.log"
        for sign in ("\n0\n", "\n2\n"):
            wait(partial(has_printed, log, sign))
            time.sleep(2)
            everybody = [app.pid, *(each.pid for each in descendants([app.pid], scan()))]
            for pid in everybody:
                os.kill(pid, signal.SIGSTOP)
            time.sleep(20)
            for pid in everybody:
                os.kill(pid, signal.SIGCONT)
        wait(lambda: statuses(home) != ["rendering"])
        assert statuses(home) == ["completed"], jobs_of(home)[0]["error"]
        print(f"two sleeps of 20 s: completed, told about it {len(notes(home, 1))} times")


@contextmanager
def without_handles(*pids: int) -> Iterator[None]:
    """Let these processes open nothing more."""
    before = {pid: resource.prlimit(pid, resource.RLIMIT_NOFILE) for pid in pids}
    for pid, (_, hard) in before.items():
        # Not lower: nobody may poll more files than this.
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (lowest_free(pid), hard))
    try:
        yield
    finally:
        for pid, limits in before.items():
            resource.prlimit(pid, resource.RLIMIT_NOFILE, limits)


def wait_steady(look: Callable[[], int], wanted: int | None = None) -> None:
    """Wait until the same is seen again and again."""
    seen: list[int] = []

    def is_steady() -> bool:
        seen.append(look())
        last = seen[-40:]
        return len(last) == 40 and len(set(last)) == 1 and wanted in (None, last[0])

    wait(is_steady)


def in_state(home: Path, state: str) -> int:
    """How many tasks stand there; read beside the app, which is not asked."""
    connection = open_reader(home / "queue.db")
    try:
        sql = "SELECT count(*) FROM task WHERE state = ?"
        return int(connection.execute(sql, (state,)).get)
    finally:
        connection.close()


def lowest_free(pid: int) -> int:
    """The first number that a file would get."""
    taken = {int(each.name) for each in Path(f"/proc/{pid}/fd").iterdir()}
    return next(number for number in range(len(taken) + 1) if number not in taken)


def test_an_app_without_file_handles_waits_and_loses_no_attempt(tmp_path: Path) -> None:
    home, go = tmp_path / "home", tmp_path / "go"
    with serving(home) as app:
        results = [tmp_path / f"{number}.txt" for number in range(4)]
        for result in results:
            script = f"while [ ! -e {go} ]; do sleep 0.05; done; echo film > {result}"
            add(home, ["/bin/sh", "-c", script], expects=[str(result)], max_attempts=1)
        wait(lambda: statuses(home).count("rendering") == 2)
        # Whoever has just asked has still to hang up, which would leave a handle.
        wait_steady(partial(lowest_free, app.pid))
        with without_handles(app.pid):
            go.touch()
            # It says nothing while it cannot even open its log: its queue shows that it waits.
            wait_steady(partial(in_state, home, "verifying"), 2)
        wait(lambda: set(statuses(home)) == {"completed"})
        print(f"no handles in the app: {[job['attempts'] for job in jobs_of(home)]} attempts")
        assert {job["attempts"] for job in jobs_of(home)[:2]} == {1}


def test_a_supervisor_without_file_handles_costs_no_attempt(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with serving(home) as app:
        # Ready is one that has its folder and its two ends of a pipe open.
        wait(lambda: sum(lowest_free(pid) > 5 for pid in supervisors_of(app.pid)) == 2)
        with without_handles(*supervisors_of(app.pid)):
            add(home, ["/bin/echo", "done"], max_attempts=1)
            wait(lambda: any("no file handles left" in job["reason"] for job in jobs_of(home)))
        wait(lambda: statuses(home) == ["completed"])


def supervisors_of(pid: int) -> list[int]:
    """Processes between an app and its renders."""
    found = (each.pid for each in descendants([pid], scan()))
    return [each for each in found if b"supervisor" in Path(f"/proc/{each}/cmdline").read_bytes()]
