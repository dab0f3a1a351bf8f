"""The app's side of a real supervisor process, for tests."""

import json
import os
import select
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rendermanager.machine import supervisor
from rendermanager.machine.processes import end_tagged, tagged

PROGRAMS = Path(__file__).parents[1] / "programs"
#: Far beyond what anything here takes; only a hang gets there.
PATIENCE_S = 30.0
#: When the last process of a render must have gone.
GONE_S = 5.0

Event = dict[str, Any]


def program(name: str, *args: str) -> list[str]:
    """The argument list of a program from tests/programs."""
    if name.endswith(".sh"):
        return [str(PROGRAMS / name), *args]
    return [sys.executable, "-I", "-S", "-X", "utf8", str(PROGRAMS / f"{name}.py"), *args]


def wait_until(condition: Callable[[], object], limit_s: float = PATIENCE_S) -> bool:
    """Whether the condition came true within the limit."""
    until = time.monotonic() + limit_s
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True


def state_of(pid: int) -> str:
    """The kernel's letter for what a process does, or nothing when there is none."""
    try:
        line = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""
    return line.rpartition(")")[2].split()[0]


def pid_of(identity: str) -> int:
    return int(identity.partition(":")[0])


class Driver:
    """Starts a supervisor, sends it orders and reads its events when asked to, not before."""

    def __init__(self, *, pass_fds: tuple[int, ...] = (), command: list[str] | None = None) -> None:
        self.tag = f"test-{uuid.uuid4().hex}-"
        self.events: list[Event] = []
        self._rest = b""
        self._number = 0
        self._process = subprocess.Popen(
            command or supervisor.command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            pass_fds=pass_fds,
        )
        assert self._process.stdin
        assert self._process.stdout
        self._stdin = self._process.stdin
        self._stdout = self._process.stdout
        self.wait_for("ready")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.close()
        finally:
            self.kill()
            self._check_nobody_is_left()

    def _check_nobody_is_left(self) -> None:
        gone = wait_until(lambda: not self.tagged(), GONE_S)
        left = [(one, state_of(pid_of(one))) for one in self.tagged()]
        end_tagged(self.tag, 0, prefix=True)
        self._stdout.close()
        assert gone, f"alive {GONE_S:.0f} s after the end of the supervisor: {left}"

    @property
    def pid(self) -> int:
        return self._process.pid

    def tagged(self) -> list[str]:
        """Who is alive of all that this supervisor has started."""
        return tagged(self.tag, prefix=True)

    def states(self) -> set[str]:
        """The kernel's letters for what they do."""
        return {state_of(pid_of(one)) for one in self.tagged()}

    def send(self, order: str, **fields: object) -> None:
        self.send_raw(json.dumps({"do": order, **fields}).encode() + b"\n")

    def send_raw(self, data: bytes) -> None:
        while data:
            data = data[self._stdin.write(data) or 0 :]

    def start(self, argv: list[str], **fields: object) -> int:
        """Order a render; returns its number."""
        self._number += 1
        tag = f"{self.tag}{self._number}"
        self.send("start", **{"id": self._number, "argv": argv, "tag": tag, **fields})
        return self._number

    def run(self, argv: list[str], **fields: object) -> Event:
        """Order a render and wait for its end; returns what is said about it."""
        self.start(argv, **fields)
        return self.wait_for("exited")

    def stop(self, **fields: object) -> Event:
        """Order the end of the render and wait for it."""
        self.send("stop", **fields)
        return self.wait_for("exited")

    def next_event(self, limit_s: float = PATIENCE_S) -> Event:
        until = time.monotonic() + limit_s
        while b"\n" not in self._rest:
            left = max(0.0, until - time.monotonic())
            ready, _, _ = select.select([self._stdout], [], [], left)
            assert ready, f"no event in {limit_s} s after {self.events[-5:]}"
            data = os.read(self._stdout.fileno(), 65536)
            assert data, f"the supervisor has ended after {self.events[-5:]}"
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\n")
        event: Event = json.loads(line)
        self.events.append(event)
        return event

    def wait_for(self, kind: str) -> Event:
        while (event := self.next_event())["ev"] != kind:
            assert event["ev"] != "refused", event
        return event

    def wait_for_text(self, text: str, stream: str = "o") -> str:
        """Read until the stream contains the text; returns all of it so far."""
        while text not in self.text(stream):
            self.next_event()
        return self.text(stream)

    def wait_for_output(self) -> None:
        """Read until the render says its first word."""
        self.wait_for("out")

    def text(self, stream: str, render_id: int | None = None) -> str:
        """What has come of one render's stream, the newest render's by default."""
        number = render_id or self._number
        return "".join(
            event["t"]
            for event in self.events
            if event["ev"] == "out" and event["s"] == stream and event["id"] == number
        )

    def peak_memory_mib(self) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def kill(self) -> None:
        """End the supervisor as a crash would."""
        self._process.kill()
        self._process.wait()

    def hang_up(self) -> None:
        """End the control pipe, as the death of the app does."""
        if not self._stdin.closed:
            self._stdin.close()

    def abandon(self) -> None:
        """Let go of both pipes without asking anything."""
        self._stdin.close()
        self._stdout.close()

    def close(self) -> int:
        """End the control pipe and wait for the supervisor; returns its exit code."""
        self.hang_up()
        return self._process.wait(PATIENCE_S)
