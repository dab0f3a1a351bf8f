"""A supervisor's system where there are signals, sessions and `wait4`: Linux and macOS."""

# ruff: noqa: E402 - what is imported exists on these systems alone

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

assert sys.platform != "win32"  # noqa: S101 - there it is windows.host

from rendermanager.machine.supervising.host import END, RESUME, SUSPEND, Ended, Host
from rendermanager.machine.supervising.orders import Start
from rendermanager.machine.supervising.posixtree import become_reaper, tree_of
from rendermanager.machine.supervising.spawn import spawn
from rendermanager.machine.supervising.spawned import Spawned
from rendermanager.machine.supervising.tree import Tree
from rendermanager.machine.supervising.watcher import Watcher

_ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
#: What the next start of the app asks of a render that goes on without its pipe.
_SUSPEND, _RESUME = signal.SIGUSR1, signal.SIGUSR2

#: Where events go: standard output.
EVENTS_FD = 1

RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class PosixHost(Host):
    """A session of its own, so that a terminal's Ctrl-C leaves us to the app."""

    __slots__ = ("_base_env", "_home", "_on_ended", "_on_word", "_wakeup")

    def __init__(self, watcher: Watcher) -> None:
        """Become the owner of a tree: a session leader and, on Linux, a child subreaper."""
        os.set_blocking(EVENTS_FD, False)
        super().__init__(watcher, has_signals=True)
        self._home = os.open(".", os.O_RDONLY | os.O_CLOEXEC)
        self._base_env = dict(os.environb)
        try:
            os.setsid()
        except PermissionError:
            pass  # whoever started us did it already
        become_reaper()

    def listen(self, on_ended: Callable[[], None], on_word: Callable[[str], None]) -> None:
        # SIGCHLD rather than a handle of the renderer: orphans become our children at any time.
        self._on_ended = on_ended
        self._on_word = on_word
        self._wakeup, write_end = os.pipe()
        os.set_blocking(self._wakeup, False)
        os.set_blocking(write_end, False)
        signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
        for signum in (signal.SIGCHLD, *_ENDING, _SUSPEND, _RESUME):
            signal.signal(signum, _wake)
        self.watcher.watch(self._wakeup, self._on_signal)

    def _on_signal(self) -> None:
        caught = self.watcher.read(self._wakeup)
        self._on_ended()
        if any(signum in caught for signum in _ENDING):
            self._on_word(END)
        # Both may have come since we last looked; the last word counts.
        if caught.rfind(_RESUME) > caught.rfind(_SUSPEND):
            self._on_word(RESUME)
        elif _SUSPEND in caught:
            self._on_word(SUSPEND)

    def spawn(self, order: Start) -> tuple[Spawned, Tree]:
        spawned = spawn(order, self._home, self._base_env)
        return spawned, tree_of(spawned.pid, order.tag)

    def collect(self) -> tuple[list[Ended], bool]:
        ended: list[Ended] = []
        while True:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return ended, True
            if pid == 0:
                return ended, False
            code = os.waitstatus_to_exitcode(status)
            cpu_s = usage.ru_utime + usage.ru_stime
            ended.append(Ended(pid, code, cpu_s, usage.ru_maxrss * RSS_UNIT))


def _wake(_signum: int, _frame: FrameType | None) -> None:
    """The byte in the wake-up pipe says it all."""
