"""Main memory at one moment: of the machine, and of the trees of some processes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from rendermanager.machine.trees import trees_of


@dataclass(frozen=True, slots=True)
class MemoryNow:
    """The memory at one moment, in bytes.

    Attributes:
        total: What the machine has.
        used: What programs hold; what the system can give back at once is left out.
        trees: What the descendants of some processes hold, by the pid that was asked for.
    """

    total: int
    used: int
    trees: Mapping[int, int] = field(default_factory=dict)


def memory_now(roots: Collection[int] = ()) -> MemoryNow:
    """Look at the memory, and at what the descendants of these processes hold of it.

    What several processes of a tree share counts for each of them: rather too much than too little.
    """
    import psutil  # noqa: PLC0415 - slow to import, and this is asked off the main thread

    memory = psutil.virtual_memory()
    trees = {pid: tree.memory for pid, tree in trees_of(roots).items()}
    return MemoryNow(memory.total, memory.total - memory.available, trees)
