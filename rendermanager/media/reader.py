"""Looks into media files from any thread, through helper processes that may fail in its place."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Self

import msgspec

from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.source import SourceInfo
from rendermanager.core.survey import Survey
from rendermanager.media.aep.facts import unreadable
from rendermanager.media.measured import Measured
from rendermanager.media.process import (
    HelperBroken,
    HelperDied,
    HelperHung,
    HelperProcess,
    helper_argv,
)
from rendermanager.media.trouble import Trouble, problem

DEFAULT_HELPERS: Final = 2
PROBE_LIMIT_S: Final = 10.0
SILENCE_LIMIT_S: Final = 60.0
"""Measuring a long film takes its time; it hangs when it has not moved for this long."""
SURVEY_LIMIT_S: Final = 20.0
"""A survey that takes longer makes do with the samples it has."""
CLOSE_LIMIT_S: Final = 5.0
MAX_REQUESTS: Final = 1_000
"""A helper is replaced after this many, so that what libraries leak does not add up."""


class _HelperFailed(BadInput):
    """A file hung or crashed every helper that read it."""


class MediaReader:
    """A small pool of warm helpers, started when they are first needed. Safe to share by threads.

    Every method blocks: call them from an I/O thread. A helper that hangs or crashes is replaced.
    """

    def __init__(self, helpers: int = DEFAULT_HELPERS, argv: Sequence[str] = ()) -> None:
        """Prepare the pool; nothing is started yet.

        Args:
            helpers: Most helpers at a time.
            argv: Command that starts a helper; empty for the usual one.
        """
        self._limit = helpers
        self._argv = tuple(argv) or helper_argv()
        self._changed = threading.Condition()
        self._idle: list[HelperProcess] = []
        self._busy: set[HelperProcess] = set()
        self._lost: list[HelperProcess] = []
        self._closed = False

    def __enter__(self) -> Self:
        """The reader itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def probe(self, source: Path, timeout_s: float = PROBE_LIMIT_S) -> SourceInfo:
        """What a source is.

        Args:
            source: A file, or the pattern of a sequence (a file of that very name goes first).
            timeout_s: Longest time, in seconds.

        Raises:
            BadInput: It cannot be used; the problem says why and what to do.
            NotPossibleNow: No helper can be started, or the reader is closed.
        """
        return msgspec.convert(self._ask("probe", source, {}, timeout_s), SourceInfo)

    def project(self, source: Path, timeout_s: float = PROBE_LIMIT_S) -> SourceInfo:
        """What a project of After Effects holds.

        Args:
            source: The ``.aep`` or ``.aepx`` file.
            timeout_s: Longest time, in seconds.

        Returns:
            Its compositions; with the fact ``unreadable`` where it cannot be understood, which is
            no reason that After Effects should not render it.

        Raises:
            BadInput: There is no such file, it may not be read, or is empty.
            NotPossibleNow: No helper can be started, or the reader is closed.
        """
        try:
            return msgspec.convert(self._ask("project", source, {}, timeout_s), SourceInfo)
        except _HelperFailed as error:
            return unreadable(error.problems[0].message)

    def thumbnail(
        self,
        source: Path,
        target: Path,
        size: tuple[int, int] = (320, 180),
        fraction: float = 0.25,
        timeout_s: float = PROBE_LIMIT_S,
        *,
        exact: bool = False,
    ) -> Path:
        """Write a small picture of a source to `target` in one step, and give `target` back.

        Args:
            source: As for `probe`; sound with a cover picture shows that.
            target: ``.png`` or ``.jpg`` choose the format; with any other ending a picture with
                transparency becomes a PNG and the rest JPEG.
            size: Box that the picture fits into, in pixels; it is never enlarged.
            fraction: Which picture, 0 to 1; another one is taken when that is black.
            timeout_s: Longest time, in seconds.
            exact: Take this very picture, even if it is black.

        Raises:
            BadInput: There is no picture, or it cannot be written.
            NotPossibleNow: No helper can be started, or the reader is closed.
        """
        arguments = {
            "target": str(target),
            "size": list(size),
            "fraction": fraction,
            "exact": exact,
        }
        self._ask("thumbnail", source, arguments, timeout_s)
        return target

    def measure(
        self, path: Path, full: bool = False, timeout_s: float = SILENCE_LIMIT_S
    ) -> Measured:
        """Read a file to its end, and decode its first and last second.

        Args:
            path: The file.
            full: Decode everything.
            timeout_s: Longest time without any advance, in seconds; there is no limit in all.

        Raises:
            BadInput: It cannot be opened as media.
            NotPossibleNow: No helper can be started, or the reader is closed.
        """
        return msgspec.convert(self._ask("measure", path, {"full": full}, timeout_s), Measured)

    def survey(
        self,
        path: Path,
        spans: Sequence[tuple[float, float]],
        *,
        snap: bool = False,
        rate: str = "",
        aspect: float = 0.0,
        limit_s: float = SURVEY_LIMIT_S,
    ) -> Survey:
        """Look at a file at the beginning and the end of each span, and listen in between.

        Args:
            path: A film, sound, a still, or the pattern of a sequence.
            spans: Pairs of seconds from the beginning, the most important first.
            snap: Whether a key picture nearby will do, where one has to jump: costs far less.
            rate: Pictures per second of a sequence, as ``numerator/denominator``.
            aspect: Width by height of the middle part that is looked at; 0 for all of it.
            limit_s: After these seconds what was found has to do.

        Raises:
            BadInput: It cannot be opened as media.
            NotPossibleNow: No helper can be started, or the reader is closed.
        """
        arguments: dict[str, object] = {
            "spans": [list(span) for span in spans],
            "snap": snap,
            "rate": rate,
            "aspect": aspect,
            "limit_s": limit_s,
        }
        found = self._ask("survey", path, arguments, limit_s + SILENCE_LIMIT_S)
        return msgspec.convert(found, Survey)

    def close(self) -> None:
        """End all helpers; calls that are under way fail with `NotPossibleNow`."""
        with self._changed:
            self._closed = True
            for helper in self._busy:
                helper.kill()
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._busy, CLOSE_LIMIT_S)
            left = [*self._idle, *self._lost]
            self._idle, self._lost = [], []
        for helper in left:
            helper.discard()

    def _ask(
        self, verb: str, path: Path, arguments: dict[str, object], timeout_s: float
    ) -> dict[str, Any]:
        request = {"path": str(path), **arguments}
        try:
            reply = self._reply(verb, request, timeout_s)
        except HelperDied:
            # Perhaps it was the helper that was ill, not the file: a fresh one decides.
            try:
                reply = self._reply(verb, request, timeout_s)
            except HelperDied as error:
                raise _HelperFailed([problem(Trouble.CRASHED, path, str(error))]) from error
        except HelperHung as error:
            raise _HelperFailed([problem(Trouble.SLOW, path, f"{timeout_s:g} s")]) from error
        if "trouble" in reply:
            raise BadInput([problem(Trouble(reply["trouble"]), path, str(reply["detail"]))])
        result: dict[str, Any] = reply["result"]
        return result

    def _reply(self, verb: str, request: dict[str, object], timeout_s: float) -> dict[str, Any]:
        helper = self._take()
        is_well = False
        try:
            reply = helper.ask(verb, request, timeout_s)
            is_well = True
            return reply
        except (HelperDied, HelperHung, HelperBroken) as error:
            if self._closed:
                raise _closed() from error
            if isinstance(error, HelperBroken):
                raise _broken(str(error)) from error
            raise
        finally:
            self._give_back(helper, is_well)

    def _take(self) -> HelperProcess:
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or self._idle or len(self._busy) < self._limit
            )
            if self._closed:
                raise _closed()
            self._lost = [helper for helper in self._lost if helper.is_alive]
            helper = self._warm() or self._started()
            self._busy.add(helper)
            return helper

    def _warm(self) -> HelperProcess | None:
        while self._idle:
            helper = self._idle.pop()
            if helper.is_alive:
                return helper
            helper.discard()
        return None

    def _started(self) -> HelperProcess:
        try:
            return HelperProcess(self._argv)
        except OSError as error:
            raise _broken(error.strerror or str(error)) from error

    def _give_back(self, helper: HelperProcess, is_well: bool) -> None:
        keep = is_well and helper.asked < MAX_REQUESTS
        is_gone = not keep and helper.discard()
        with self._changed:
            self._busy.discard(helper)
            if keep:
                self._idle.append(helper)
            elif not is_gone:
                self._lost.append(helper)
            self._changed.notify_all()


def _broken(detail: str) -> NotPossibleNow:
    return NotPossibleNow(
        f"The program that reads media files could not be started ({detail}).",
        "Close other programs, or install Render Manager again.",
    )


def _closed() -> NotPossibleNow:
    return NotPossibleNow("Media files are no longer read: the program is ending.")
