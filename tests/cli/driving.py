"""Runs the command line: in this process where that is enough, else as people start it."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rendermanager.cli.main import main
from rendermanager.config.paths import Paths
from rendermanager.machine.processes import tagged
from rendermanager.store import queries
from rendermanager.store.store import Store

WAIT_S = 40.0
PROGRAMS = Path(__file__).parent.parent / "programs"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one on each line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Cli:
    """The command line of one queue, in this process."""

    def __init__(self, home: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.paths = Paths(home)
        self._capture = capture

    def __call__(self, *words: object) -> Ran:
        """Run a command."""
        self._capture.readouterr()
        code = main([str(word) for word in words])
        out, err = self._capture.readouterr()
        return Ran(code, out, err)

    def good(self, *words: object) -> Ran:
        """Run a command that must succeed."""
        ran = self(*words)
        assert ran.code == 0, ran
        return ran

    def json(self, *words: object) -> list[dict[str, Any]]:
        """What a command that must succeed answers in JSON."""
        return self.good(*words, "--json").json

    def view(self, job_id: int) -> dict[str, Any]:
        """A job as `show` tells of it."""
        (found,) = self.json("show", job_id)
        return found

    def wait_for(self, job_id: int, *statuses: str) -> dict[str, Any]:
        """Wait until a job stands in one of these statuses; its view."""
        wait(lambda: self.view(job_id)["status"] in statuses)
        return self.view(job_id)

    def submit_program(self, program: str, *arguments: object, **fields: Any) -> int:
        """Queue one of `tests/programs`; its id."""
        argv = [sys.executable, str(PROGRAMS / program), *map(str, arguments)]
        return self.submit_jobs({"argv": argv, "name": program, **fields})[0]

    def submit_jobs(self, *jobs: dict[str, Any]) -> list[int]:
        """Queue jobs by a jobs file; their ids."""
        (answer,) = self.json("submit", "--jobs", self.jobs_file(*jobs))
        ids: list[int] = answer["ids"]
        return ids

    def jobs_file(self, *jobs: dict[str, Any]) -> Path:
        """A file with one job on each line."""
        self.paths.home.parent.mkdir(parents=True, exist_ok=True)
        path = self.paths.home.parent / f"{self.paths.home.name}.jsonl"
        path.write_text("".join(json.dumps(job) + "\n" for job in jobs))
        return path


def wait(condition: Callable[[], object]) -> None:
    """Look again and again until the condition holds."""
    until = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < until, "it did not come to pass"
        threading.Event().wait(0.02)


def command(*words: object) -> list[str]:
    """The program with its arguments, as people start it."""
    return [sys.executable, "-m", "rendermanager", *(str(word) for word in words)]


def run(*words: object, cwd: Path | None = None, **variables: str) -> Ran:
    """Run a command in a process of its own; the home comes from the environment."""
    done = subprocess.run(
        command(*words),
        capture_output=True,
        cwd=cwd,
        env={**environment(), **variables},
        timeout=WAIT_S,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def environment() -> dict[str, str]:
    """Ours, with the checkout to import from whatever the folder."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}


@contextmanager
def started(*words: object, cwd: Path | None = None) -> Iterator["subprocess.Popen[str]"]:
    """A command that runs beside the test; whatever happens, it is gone afterwards."""
    with subprocess.Popen(
        command(*words),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
        env=environment(),
    ) as child:
        try:
            yield child
        finally:
            if child.poll() is None:
                child.kill()


@contextmanager
def serving(paths: Paths, *options: object) -> Iterator["subprocess.Popen[str]"]:
    """A process that owns the queue and runs it; it has to end well when it is told to."""
    with started("--data-dir", paths.home, "serve", *options) as child:
        wait(lambda: paths.owner.exists() or child.poll() is not None)
        assert child.poll() is None, child.communicate()[1]
        yield child
        child.send_signal(signal.SIGTERM)
        _, err = child.communicate(timeout=WAIT_S)
        assert (child.returncode, err) == (0, "")


def processes(paths: Paths) -> list[str]:
    """Identities of all processes that were started for the jobs of a queue."""
    store = Store(paths.database)
    try:
        return tagged(f"{store.read(queries.store_uid)}-", prefix=True)
    finally:
        store.close()


def renderer(paths: Paths) -> str:
    """The identity of the program that renders now; empty while none does."""
    store = Store(paths.database)
    try:
        found = [each.process for each in store.read(queries.open_attempts) if each.process]
    finally:
        store.close()
    return found[0] if found else ""


def leftovers(folder: Path) -> list[str]:
    """Temporary folders of attempts and other unfinished files below a folder."""
    return [
        str(path)
        for path in folder.rglob("*")
        if path.name.startswith(".") or path.suffix in (".part", ".tmp")
    ]
