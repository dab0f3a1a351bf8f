"""One running helper: starts it, asks it, ends it when it does not answer."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import rendermanager

FROZEN_FLAG: Final = "--media-helper"
"""First argument by which a frozen program is told to be the helper instead of the app."""
START_LIMIT_S: Final = 60.0
"""Time to get ready: a cold disk is slow, and that is not the media file's fault."""
END_LIMIT_S: Final = 2.0
SLICE_S: Final = 0.25
"""Longest single wait; a longer gap means that the machine slept, which is no file's fault."""
MAX_LINE_BYTES: Final = 1 << 20
MAX_WORDS_BYTES: Final = 500
_READ_BYTES: Final = 65_536


class HelperHung(Exception):
    """The helper did not answer in time."""


class HelperDied(Exception):
    """The helper ended; the message says how."""


class HelperBroken(Exception):
    """The helper never got ready to be asked; the message says how."""


def helper_argv() -> tuple[str, ...]:
    """The command that starts a helper, from source or from a frozen program."""
    if getattr(sys, "frozen", False):
        return (sys.executable, FROZEN_FLAG)
    # -P keeps the current folder, which may be a stranger's, off the import path.
    return (sys.executable, "-P", "-m", "rendermanager.media.helper")


class HelperProcess:
    """A helper, for one caller at a time."""

    def __init__(self, argv: Sequence[str]) -> None:
        """Start it.

        Raises:
            OSError: It cannot be started.
        """
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        try:
            self._process = subprocess.Popen(
                argv,
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._stderr,
                cwd=Path(sys.executable).anchor,
                env=_environment(),
                # Ctrl+C in a terminal is for the app alone.
                start_new_session=True,
                creationflags=_creation_flags(),
            )
        except OSError:
            self._stderr.close()
            raise
        if self._process.stdin is None or self._process.stdout is None:
            raise OSError("a process was started without its pipes")
        self._stdin = self._process.stdin
        self._stdout = self._process.stdout
        self._received = bytearray()
        self._number = 0
        self._ready = False
        self._left_s = 0.0

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def asked(self) -> int:
        """Number of requests so far."""
        return self._number

    @property
    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    def ask(self, verb: str, arguments: Mapping[str, object], timeout_s: float) -> dict[str, Any]:
        """Its answer to one request.

        Args:
            verb: What it shall do.
            arguments: Fields of the request.
            timeout_s: Seconds without an answer, or a sign that it goes on, after which it hangs.

        Raises:
            HelperHung: No answer in time.
            HelperDied: It ended.
            HelperBroken: It never got ready.
        """
        if not self._ready:
            self._await_ready()
        self._number += 1
        self._send({"id": self._number, "verb": verb, **arguments})
        self._left_s = timeout_s
        while True:
            reply = self._reply()
            if reply.get("id") != self._number:
                continue
            if "alive" not in reply:
                return reply
            self._left_s = timeout_s

    def kill(self) -> None:
        """End it at once, without waiting. May be called from any thread."""
        self._process.kill()

    def discard(self) -> bool:
        """End it and let go of it; False when the system cannot end it yet (a dead drive)."""
        self._process.kill()
        for file in (self._stdin, self._stdout, self._stderr):
            file.close()
        try:
            self._process.wait(END_LIMIT_S)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _await_ready(self) -> None:
        self._left_s = START_LIMIT_S
        try:
            self._ready = "ready" in self._reply()
        except HelperHung as error:
            raise HelperBroken("it did not get ready in time") from error
        except HelperDied as error:
            raise HelperBroken(str(error)) from error
        if not self._ready:
            raise HelperBroken("it answered with nonsense")

    def _send(self, request: Mapping[str, object]) -> None:
        try:
            self._stdin.write(json.dumps(request).encode("ascii") + b"\n")
        except OSError as error:
            raise HelperDied(str(error)) from error

    def _reply(self) -> dict[str, Any]:
        try:
            reply = json.loads(self._line())
        except ValueError as error:
            raise HelperDied("it answered with nonsense") from error
        if not isinstance(reply, dict):
            raise HelperDied("it answered with nonsense")
        return reply

    def _line(self) -> bytes:
        while (end := self._received.find(b"\n")) < 0:
            self._receive()
        line = bytes(self._received[:end])
        del self._received[: end + 1]
        return line

    def _receive(self) -> None:
        descriptor = self._stdout.fileno()
        before = time.monotonic()
        is_there = _readable(descriptor, min(SLICE_S, max(0.0, self._left_s)))
        self._left_s -= min(time.monotonic() - before, 2 * SLICE_S)
        if not is_there:
            if self._left_s <= 0:
                raise HelperHung
            return
        chunk = os.read(descriptor, _READ_BYTES)
        if not chunk or len(self._received) > MAX_LINE_BYTES:
            raise HelperDied(self._ending())
        self._received += chunk

    def _ending(self) -> str:
        try:
            code = self._process.wait(END_LIMIT_S)
        except subprocess.TimeoutExpired:
            return "it closed its output"
        return self._last_words() or (f"signal {-code}" if code < 0 else f"exit code {code}")

    def _last_words(self) -> str:
        """The last line it wrote to standard error, where Python explains its end."""
        self._stderr.seek(max(0, os.fstat(self._stderr.fileno()).st_size - MAX_WORDS_BYTES))
        lines = self._stderr.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _environment() -> dict[str, str]:
    package = Path(rendermanager.__file__).resolve().parent.parent
    paths = [str(package), *filter(None, [os.environ.get("PYTHONPATH")])]
    # Each arena reserves address space, which the helper limits for itself.
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "MALLOC_ARENA_MAX": "2"}


def _creation_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0


if sys.platform == "win32":
    import ctypes
    import msvcrt

    POLL_S: Final = 0.01

    def _readable(descriptor: int, timeout_s: float) -> bool:
        """Wait until something can be read, or the pipe has ended."""
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(descriptor))
        waiting = ctypes.c_ulong()
        deadline = time.monotonic() + timeout_s
        while True:
            peeked = ctypes.windll.kernel32.PeekNamedPipe(
                handle, None, 0, None, ctypes.byref(waiting), None
            )
            if not peeked or waiting.value:
                return True
            if time.monotonic() >= deadline:
                return False
            time.sleep(POLL_S)

else:
    import select

    def _readable(descriptor: int, timeout_s: float) -> bool:
        """Wait until something can be read, or the pipe has ended."""
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        return bool(poll.poll(timeout_s * 1_000))
