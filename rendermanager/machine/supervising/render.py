"""One render from its start to the moment when nobody of its tree is left."""

import os
import time
from enum import Enum

from rendermanager.machine.supervising.forward import Forwarder
from rendermanager.machine.supervising.hiding import Hider
from rendermanager.machine.supervising.host import Ended
from rendermanager.machine.supervising.lines import LineCutter
from rendermanager.machine.supervising.logfile import LogFile
from rendermanager.machine.supervising.orders import PROGRESS_SUFFIX, Fields, Start
from rendermanager.machine.supervising.spawned import Spawned
from rendermanager.machine.supervising.tree import Tree
from rendermanager.machine.supervising.watcher import Watcher

#: What a finished renderer's helpers get to end by themselves before they are told to.
LINGER_S = 0.2
#: What they get between being told and being killed.
STRAY_GRACE_S = 0.5
#: Time between two attempts to kill what does not go (it grows up to the maximum).
KILL_RETRY_S = 0.02
KILL_RETRY_MAX_S = 1.0
#: Pieces read after the end; more can only come from outside the tree.
DRAIN_READS = 64
#: How long the last output may take where a thread brings it.
DRAIN_S = 0.5


class Phase(Enum):
    """How far the end of a render has come."""

    RUNNING = 1
    """Nobody has asked for its end."""
    QUITTING = 2
    """The word that asks the renderer to finish has been written to its stdin."""
    TERMINATING = 3
    """The tree has got SIGTERM."""
    KILLING = 4
    """The tree gets SIGKILL until nobody is left."""
    LINGERING = 5
    """The renderer has ended, some of its helpers have not yet."""


class Render:
    """A running renderer: its output, its tree and its end.

    The owner calls `advance` whenever `deadline` has passed, `collected` for each child of this
    process that has ended, and `close` once `gone` is true.
    """

    def __init__(
        self, order: Start, spawned: Spawned, tree: Tree, log: LogFile | None, forward: Forwarder
    ) -> None:
        self.order = order
        self.suspended = False
        self._progress: LogFile | None = None
        self._tree = tree
        self._log = log
        self._forward = forward
        self._stdin = spawned.stdin
        self._fds = {"o": spawned.out, "e": spawned.err}
        self._cutters = {"o": LineCutter(), "e": LineCutter()}
        hidden = [os.fsencode(text) for text in order.hidden]
        self._hiders = {"o": Hider(hidden), "e": Hider(hidden)}
        self._watcher: Watcher | None = None
        self._phase = Phase.RUNNING
        self._phase_ends: float | None = None
        self._grace_s = 0.0
        self._retry_s = KILL_RETRY_S
        self._exit_code: int | None = None
        self._stopped = False
        self._started = time.monotonic()
        self._next_look = self._started if tree.look_s else None
        self._strays = 0
        self._cpu_s = 0.0
        self._rss_peak = 0

    # -- output

    def attach(self, watcher: Watcher) -> None:
        """Have the watcher call us when there is output."""
        self._watcher = watcher
        watcher.watch(self._fds["o"], lambda: self._read("o"))
        watcher.watch(self._fds["e"], lambda: self._read("e"))

    def _read(self, stream: str, wait_s: float = 0.0) -> bool:
        """Take one piece of output; False when there is none at the moment, or ever."""
        fd = self._fds[stream]
        if fd < 0 or self._watcher is None:
            return False
        try:
            data = self._watcher.read(fd, wait_s)
        except BlockingIOError:
            return False
        if not data:
            self._close_stream(stream)
            return False
        self._take(stream, self._hiders[stream].feed(data))
        return True

    def _take(self, stream: str, data: bytes) -> None:
        if data:
            self._give(stream, self._cutters[stream].feed(data, time.monotonic()))

    def _give(self, stream: str, data: bytes) -> None:
        if not data:
            return
        if self._log and not (self.order.machine and stream == "o"):
            self._log.write(data)
        elif self._progress:
            self._progress.write(data)
        self._forward.add(stream, data)

    def _close_stream(self, stream: str) -> None:
        fd = self._fds[stream]
        if fd >= 0:
            self._fds[stream] = -1
            if self._watcher:
                self._watcher.close(fd)
            self._take(stream, self._hiders[stream].finish())
            self._give(stream, self._cutters[stream].finish())

    # -- time

    def deadline(self) -> float | None:
        """When `advance` has something to do, by the monotonic clock."""
        times = (
            self._phase_ends,
            self._next_look,
            self._forward.deadline(),
            self._cutters["o"].deadline,
            self._cutters["e"].deadline,
        )
        return min((moment for moment in times if moment is not None), default=None)

    def advance(self, now: float) -> bool:
        """Do what is due; true when processes may have ended because of it."""
        for stream, cutter in self._cutters.items():
            if cutter.deadline is not None and cutter.deadline <= now:
                self._give(stream, cutter.overdue())
        self._forward.send_due(now)
        if self._next_look is not None and self._next_look <= now:
            self._tree.look()
            self._next_look = now + self._tree.look_s
        if self._phase_ends is None or self._phase_ends > now:
            return False
        if self._phase is Phase.QUITTING:
            self._terminate(now, self._grace_s)
        elif self._phase is Phase.LINGERING:
            self._strays += len(self._tree.alive())
            self._terminate(now, STRAY_GRACE_S)
        else:
            self._kill(now)
        return True

    def carry_on_alone(self) -> None:
        """The app has died: nobody resumes us or hears of progress, so run and write it down.

        The file also tells the next start of the app that this render goes on.
        """
        if self.suspended:
            self.resume()
        if self._log:
            try:
                self._progress = LogFile(f"{self.order.log}{PROGRESS_SUFFIX}", self.order.out_cap)
            except OSError:
                pass  # the render matters more than a view of it

    # -- pause and stop

    def suspend(self) -> list[int]:
        self.suspended = True
        return self._tree.suspend()

    def resume(self) -> list[int]:
        self.suspended = False
        return self._tree.resume()

    def stop(self, now: float, *, quit_word: str | None, quit_s: float, grace_s: float) -> None:
        """Ask, then tell, then kill; asking again makes it faster, never slower."""
        self._stopped = True
        if self.suspended:
            self.resume()
        self._grace_s = grace_s
        if self._phase is Phase.RUNNING and quit_word and self._write_stdin(quit_word):
            self._phase = Phase.QUITTING
            self._phase_ends = now + quit_s
        elif self._phase in (Phase.RUNNING, Phase.QUITTING, Phase.LINGERING):
            self._terminate(now, grace_s)
        elif self._phase is Phase.TERMINATING:
            self._hurry(now + grace_s)

    def _write_stdin(self, word: str) -> bool:
        if self._stdin < 0:
            return False
        try:
            os.write(self._stdin, word.encode("utf-8", "surrogateescape"))
        except (OSError, ValueError):  # it does not read, or the word is no text
            return False
        return True

    def _terminate(self, now: float, grace_s: float) -> None:
        self._phase = Phase.TERMINATING
        self._phase_ends = now + grace_s
        self._tree.terminate()

    def _kill(self, now: float) -> None:
        self._phase = Phase.KILLING
        self._phase_ends = now + self._retry_s
        self._retry_s = min(2 * self._retry_s, KILL_RETRY_MAX_S)
        self._tree.kill()

    def _hurry(self, moment: float) -> None:
        if self._phase_ends is None or moment < self._phase_ends:
            self._phase_ends = moment

    # -- the end

    def collected(self, child: Ended) -> None:
        """A child of this process has ended and been collected, the renderer or an orphan."""
        self._cpu_s += child.cpu_s
        self._rss_peak = max(self._rss_peak, child.rss_bytes)
        if child.pid == self._tree.pid:
            self._exit_code = child.code
            self._tree.leader_held = False

    def gone(self, now: float, *, childless: bool) -> bool:
        """Whether the renderer and everybody it has started are gone."""
        if self._exit_code is None:
            return False
        if self._tree.gone(childless=childless):
            return True
        if self._phase in (Phase.RUNNING, Phase.QUITTING):
            self._phase = Phase.LINGERING
            self._phase_ends = now + LINGER_S
        elif self._phase is Phase.TERMINATING:
            self._hurry(now + STRAY_GRACE_S)
        return False

    def close(self) -> Fields:
        """Take the last output, close everything and say how it went."""
        for stream in self._fds:
            for _ in range(DRAIN_READS):
                if not self._read(stream, DRAIN_S):
                    break
            self._close_stream(stream)
        if self._stdin >= 0:
            os.close(self._stdin)
        for log in (self._log, self._progress):
            if log:
                log.close()
        self._forward.finish()
        code = self._exit_code or 0
        outcome: Fields = {
            "ev": "exited",
            "id": self.order.id,
            "code": code if code >= 0 else None,
            "signal": -code if code < 0 else None,
            "dropped": self._forward.dropped,
            "log_bytes": self._log.written if self._log else 0,
            "cpu_s": round(self._cpu_s, 4),
            "rss_peak": self._rss_peak,
            "strays": self._strays,
            "stopped": self._stopped,
            "took_s": round(time.monotonic() - self._started, 3),
        }
        if self._log and self._log.error:
            outcome["log_error"] = self._log.error
        return outcome
