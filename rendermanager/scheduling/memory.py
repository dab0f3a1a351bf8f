"""Whether the memory of this machine suffices for one more task beside those that run."""

from collections.abc import Iterable
from dataclasses import dataclass

from rendermanager.core.amounts import size_words


@dataclass(frozen=True, slots=True)
class Taken:
    """What a running task has of the memory.

    Attributes:
        reserved: Bytes kept for it when it was started; 0 when nobody knew.
        used: Bytes that its processes hold now.
    """

    reserved: int
    used: int

    @property
    def counted(self) -> int:
        """Bytes that nobody else may count on."""
        return max(self.reserved, self.used)


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory at one moment; bytes.

    Attributes:
        total: What the machine has.
        ceiling: What all programs together may hold while tasks are started.
        used: What all programs hold, renders included.
    """

    total: int
    ceiling: int
    used: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """The first task that waits for memory while a later one asks for some.

    Attributes:
        needed: Bytes that it takes at its peak.
        passed: Bytes of those that were started since it waits.
    """

    needed: int
    passed: int = 0


def shortage(
    needed: int, memory: Memory, running: Iterable[Taken], ahead: Ahead | None = None
) -> str:
    """Why a task has to wait for memory, in words with numbers; empty when it may start.

    Nobody waits for ever: once nothing else of ours runs, it is enough that the memory is really
    there, be it above the ceiling; and what needs more than the ceiling does not wait for it.
    And nobody starves: while an earlier task waits for renders under way to end, a later one may
    start only if all that pass it fit beside it, so that they do not put it off. Where other
    programs are in its way, nobody else has to wait.

    Args:
        needed: Bytes that the task takes at its peak; 0 when nobody knows.
        memory: The machine now.
        running: What the renders under way have.
        ahead: An earlier task that waits for memory itself.
    """
    taken = list(running)
    others = max(0, memory.used - sum(each.used for each in taken))
    ours = memory.ceiling - others
    free = ours - sum(each.counted for each in taken)
    if not needed:
        return _words(0, free, alone=False) if taken and free <= 0 else ""
    if not taken:
        free = max(free, memory.total - memory.used)
    if needed > free and (taken or needed <= memory.ceiling):
        return _words(needed, free, alone=not taken)
    if ahead is None:
        return ""
    waits_for_us = ahead.needed <= ours or ahead.needed > memory.ceiling
    if waits_for_us and ahead.needed + ahead.passed + needed > ours:
        return (
            f"an earlier job waits for {size_words(ahead.needed)} of memory, "
            f"and {size_words(needed)} do not fit beside it"
        )
    return ""


def ran_short(held: int) -> str:
    """Why a render was ended that held so many bytes, in words."""
    return f"memory ran short, and it held {size_words(held)}"


def _words(needed: int, free: int, *, alone: bool) -> str:
    left = f"{size_words(free)} is" if free > 0 else "none is"
    wanted = f"{size_words(needed)} of memory" if needed else "memory"
    return f"needs {wanted}, {left} free{'' if alone else ' below the ceiling'}"
