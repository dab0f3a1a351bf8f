"""Tests a program by a tiny render, away from the queue."""

import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.failure import classify
from rendermanager.core.job import JobSpec
from rendermanager.engine.prepare import scrubbed_environment
from rendermanager.machine.processes import end_tree, identity
from rendermanager.media.reader import MediaReader
from rendermanager.media.trouble import plain
from rendermanager.renderers.api import (
    Command,
    EngineVersion,
    RenderEngine,
)
from rendermanager.renderers.discovery import why_not_run
from rendermanager.renderers.extras import (
    trial_of,
)
from rendermanager.renderers.reading_failures import rules_for

LIMIT_S: Final = 120.0
"""A program that starts for the first time may look through its plug-ins and fonts."""
LOOK_S: Final = 0.05
MOST_LOG_BYTES: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a test.

    Attributes:
        works: Whether the program did what was asked.
        message: What it did, or what is wrong, in a sentence.
        hint: What to do; empty when it works.
    """

    works: bool
    message: str
    hint: str = ""


def try_out(
    engine: RenderEngine[Any],
    version: EngineVersion,
    media: MediaReader,
    is_wanted: Callable[[], bool] = lambda: True,
    limit_s: float = LIMIT_S,
) -> Tried:
    """Let a program render something tiny. Blocks for some seconds, at most for the limit.

    Args:
        engine: The engine.
        version: Its program.
        media: Looks at the result.
        is_wanted: Asked all the time; the test ends when it is not.
        limit_s: Seconds after which the program is ended.

    Raises:
        OSError: There is no room for the test.
    """
    with tempfile.TemporaryDirectory(
        prefix="rendermanager-test-", ignore_cleanup_errors=True
    ) as made:
        folder = Path(made).resolve()
        try:
            trial = trial_of(engine, version, folder)
        except BadInput as error:
            text = f"{engine.label} does not work here: {error.message}"
            return Tried(False, text, error.hint)
        if trial is None:
            return Tried(True, f"{engine.label} was asked for its version; it has no test.")
        code, log = _run(trial.command, folder, is_wanted, limit_s)
        if code is None:
            text = f"{engine.label} gave no result within {limit_s:.0f} seconds, and was ended."
            return Tried(False, text, "Start it by hand once, and see what it waits for.")
        if code != 0:
            return _failed(engine, code, log)
        from rendermanager.media.checks import check_output  # noqa: PLC0415 - see engine/finish

        for each in trial.outputs:
            for finding in check_output(each, media):
                if finding.fatal:
                    return Tried(False, f"{engine.label} does not work here: {finding.message}")
        verdict = "works" if trial.outputs else "seems ready"
        return Tried(True, f"{engine.label} {verdict}: {trial.did}.")


def _run(
    command: Command, folder: Path, is_wanted: Callable[[], bool], limit_s: float
) -> tuple[int | None, str]:
    """The exit code, None when it took too long, and what it printed."""
    for name, content in command.files.items():
        (folder / name).write_bytes(content)
    path = folder / "trial.log"
    with path.open("wb") as log:
        try:
            child = subprocess.Popen(
                command.argv,
                cwd=command.cwd,
                env={**scrubbed_environment(), **command.env},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            return -1, why_not_run(Path(command.argv[0]), error)
        root = identity(child.pid)
        try:
            code = _wait(child, is_wanted, limit_s)
        finally:
            if child.poll() is None:
                end_tree([root], 0)
                child.wait()
    with path.open("rb") as log_read:
        return code, log_read.read(MOST_LOG_BYTES).decode("utf-8", "replace")


def _wait(
    child: "subprocess.Popen[bytes]", is_wanted: Callable[[], bool], limit_s: float
) -> int | None:
    until = time.monotonic() + limit_s
    while is_wanted() and time.monotonic() < until:
        try:
            return child.wait(LOOK_S)
        except subprocess.TimeoutExpired:
            continue
    return None


def _failed(engine: RenderEngine[Any], code: int, log: str) -> Tried:
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    failure = classify(lines, rules_for(engine, JobSpec(engine=engine.name)))
    if failure is not None:
        return Tried(False, f"{engine.label} does not work here: {failure.message}", failure.hint)
    last = plain(lines[-1][:300]).rstrip(".") if lines else "it printed nothing"
    ended = last if code < 0 else f"it ended with code {code}, and last said: {last}"
    text = f"{engine.label} does not work here: {ended}."
    return Tried(False, text, "Install it again, or choose another one.")
