"""Process trees by signals: what any POSIX system can do, and what Linux can do besides.

`GroupTree` signals a process group. `LinuxTree` finds everybody, group or not: the supervisor is a
child subreaper there, so whoever loses his parent becomes our child.
"""

import os
import signal
import sys
import time

from rendermanager.machine.supervising import procfs
from rendermanager.machine.supervising.tree import Tree

assert sys.platform != "win32"  # noqa: S101 - there it is windows.jobtree

PR_SET_CHILD_SUBREAPER = 36
OOM_SCORE = 500


def become_reaper() -> None:
    """Take in every descendant whose parent ends (Linux; elsewhere nothing can be done).

    Raises:
        OSError: The kernel refuses.
    """
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 - Linux alone needs it

    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


class GroupTree(Tree):
    """A renderer's process group, led by the renderer."""

    __slots__ = ()

    def born(self) -> str:
        return f"{self.pid}:{time.time():.2f}:clock"

    def lower(self, nice: int) -> None:
        if nice:
            try:
                os.setpriority(os.PRIO_PGRP, self.pid, nice)
            except OSError:
                pass  # a wish: the render is as good without it

    def gone(self, *, childless: bool) -> bool:
        if not childless:
            return False
        try:
            os.killpg(self.pid, 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            pass  # somebody is there, if only a zombie
        return False

    def alive(self) -> list[int]:
        return [self.pid] if self.leader_held else []

    def suspend(self) -> list[int]:
        self._group(signal.SIGSTOP)
        return [self.pid]

    def resume(self) -> list[int]:
        self._group(signal.SIGCONT)
        return [self.pid]

    def terminate(self) -> None:
        self._group(signal.SIGTERM)

    def kill(self) -> None:
        self._group(signal.SIGKILL)

    def _group(self, signum: int) -> None:
        try:
            os.killpg(self.pid, signum)
        except (ProcessLookupError, PermissionError):
            pass  # macOS says EPERM for a group of zombies


class LinuxTree(GroupTree):
    """Every descendant of this supervisor, which runs one renderer at a time."""

    __slots__ = ()

    def born(self) -> str:
        stat = procfs.read_stat(self.pid)
        return f"{self.pid}:{stat.start if stat else 0}:{procfs.boot_id()}"

    def lower(self, nice: int) -> None:
        super().lower(nice)
        try:
            fd = os.open(f"/proc/{self.pid}/oom_score_adj", os.O_WRONLY | os.O_CLOEXEC)
        except OSError:
            return
        try:
            os.write(fd, b"%d" % OOM_SCORE)
        except OSError:
            pass  # a wish, too
        finally:
            os.close(fd)

    def gone(self, *, childless: bool) -> bool:
        # A subreaper without children has no descendants: nothing to look for.
        return childless

    def alive(self) -> list[int]:
        return [stat.pid for stat in self._find() if stat.alive]

    def suspend(self) -> list[int]:
        return [stat.pid for stat in procfs.freeze(self._find)]

    def resume(self) -> list[int]:
        return procfs.thaw(self._find)

    def terminate(self) -> None:
        # The group first, at once: a child that is born during the search is in it.
        if self.leader_held:
            self._group(signal.SIGTERM)
        for stat in self._find():
            if not (self.leader_held and stat.pgrp == self.pid):
                procfs.send(stat, signal.SIGTERM)

    def kill(self) -> None:
        procfs.kill(self._find)

    def _find(self) -> list[procfs.Stat]:
        return procfs.descendants([os.getpid()], procfs.scan())


def tree_of(pid: int, tag: str) -> Tree:
    """The best tree that this system offers for a renderer that has just started with this tag."""
    if sys.platform == "linux":
        return LinuxTree(pid)
    elif sys.platform == "darwin":
        from rendermanager.machine.supervising.darwin import libproc, tree  # noqa: PLC0415

        return tree.DarwinTree(pid, tag, libproc.LibProc())
    else:
        return GroupTree(pid)
