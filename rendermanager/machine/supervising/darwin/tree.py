"""All processes of one renderer on macOS: descendants now and before, its group, its tag."""

import os
import sys
from abc import ABC, abstractmethod

from rendermanager.machine.supervising.darwin.records import Record, members
from rendermanager.machine.supervising.spawned import TAG_VARIABLE
from rendermanager.machine.supervising.tree import Tree

#: Rounds of looking for new processes before a tree that grows faster is left half frozen.
FREEZE_ROUNDS = 50
#: Time between two looks while the render runs. Who is born in between and loses his parent, his
#: group and his tag before the next one is lost to us.
LOOK_S = 0.5
#: By macOS' numbers: elsewhere they are others, or have no name.
SIGKILL, SIGTERM, SIGSTOP, SIGCONT = 9, 15, 17, 19


class System(ABC):
    """What a tree asks of macOS."""

    __slots__ = ()

    @abstractmethod
    def table(self) -> dict[int, Record]:
        """Every process we can see, by pid."""

    @abstractmethod
    def environment(self, pid: int) -> list[bytes]:
        """The entries of its environment; none where that is hidden."""

    @abstractmethod
    def send(self, record: Record, signum: int) -> bool:
        """Signal that very process; False when it does not run any more or is not ours."""


class DarwinTree(Tree):
    """Who descends from the renderer, is of its group, or carries its tag.

    Orphans go to launchd there, so each look remembers whom it has found.
    """

    __slots__ = ("_entry", "_known", "_system", "_untagged")

    look_s = LOOK_S

    def __init__(self, pid: int, tag: str, system: System) -> None:
        """Look at the renderer for the first time."""
        super().__init__(pid)
        self._system = system
        self._entry = os.fsencode(f"{TAG_VARIABLE}={tag}") if tag else b""
        self._known: set[tuple[int, int]] = set()
        self._untagged: set[tuple[int, int]] = set()
        self._find()

    def born(self) -> str:
        record = self._system.table().get(self.pid)
        return f"{self.pid}:{(record.start_us if record else 0) / 1e6:.2f}:clock"

    def lower(self, nice: int) -> None:
        if nice and sys.platform != "win32":
            try:
                os.setpriority(os.PRIO_PGRP, self.pid, nice)
            except OSError:
                pass  # a wish: the render is as good without it

    def look(self) -> None:
        self._find()

    def gone(self, *, childless: bool) -> bool:
        return childless and not self._find()

    def alive(self) -> list[int]:
        return [record.pid for record in self._find()]

    def suspend(self) -> list[int]:
        return sorted(record.pid for record in self._freeze())

    def resume(self) -> list[int]:
        return [record.pid for record in self._find() if self._system.send(record, SIGCONT)]

    def terminate(self) -> None:
        for record in self._find():
            self._system.send(record, SIGTERM)

    def kill(self) -> None:
        # Whoever is stopped has no more children while the others are ended. Who was in the middle
        # of a fork then has had one more: it is looked again.
        found = self._freeze()
        ended: set[tuple[int, int]] = set()
        for _ in range(FREEZE_ROUNDS):
            for record in found:
                self._system.send(record, SIGKILL)
                ended.add(record.key)
            found = [record for record in self._find() if record.key not in ended]
            if not found:
                break

    def _freeze(self) -> list[Record]:
        held: dict[tuple[int, int], Record] = {}
        for _ in range(FREEZE_ROUNDS):
            new = [record for record in self._find() if record.key not in held]
            held.update((record.key, record) for record in new)
            for record in new:
                self._system.send(record, SIGSTOP)
            if not new:
                break
        return list(held.values())

    def _find(self) -> list[Record]:
        table = self._system.table()
        # A supervisor may stand in a tagged environment itself, and so may who has started it.
        spared = _ancestors(table, os.getpid())
        leader = self.pid if self.leader_held else 0
        found = members(table, leader, self._known, self._tagged(table), spared)
        self._known.update(record.key for record in found)
        return found

    def _tagged(self, table: dict[int, Record]) -> list[int]:
        if not self._entry:
            return []
        self._untagged &= {record.key for record in table.values()}
        tagged = []
        for one in table.values():
            if one.key in self._untagged:
                continue
            environment = self._system.environment(one.pid)
            if self._entry in environment:
                tagged.append(one.pid)
            elif environment:  # it has none while it becomes another program
                self._untagged.add(one.key)
        return tagged


def _ancestors(table: dict[int, Record], pid: int) -> set[int]:
    line: set[int] = set()
    while pid > 0 and pid not in line:
        line.add(pid)
        record = table.get(pid)
        pid = record.ppid if record else 0
    return line
