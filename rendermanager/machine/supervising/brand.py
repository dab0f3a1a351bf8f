"""A mark on a render's processes that outlives their environment: a limit that nobody uses.

The number of file locks has had no meaning since Linux 2.4.25, but it is still handed down from
parent to child, whatever program the child becomes. A process that has wiped its environment and
its arguments, forked twice and moved to a session of its own still carries it.
"""

import sys

from rendermanager.machine.supervising import procfs

RLIMIT_LOCKS = 10
ATTEMPT_BITS = 24
QUEUE_BITS = 38
_ROW = b"Max file locks"


def brand_of(tag: str) -> int:
    """The number that stands for a tag: ``<queue>-<attempt>``; other tags count as a queue."""
    queue, _, attempt = tag.rpartition("-")
    if queue and attempt.isdigit():
        return _of_queue(queue) | int(attempt) % (1 << ATTEMPT_BITS)
    return _of_queue(tag)


def is_of_queue(brand: int, tag: str) -> bool:
    """Whether a brand belongs to the queue that this beginning of a tag names: ``<queue>-``."""
    same = brand >> ATTEMPT_BITS == _of_queue(tag[:-1]) >> ATTEMPT_BITS
    return tag.endswith("-") and same


def read_brand(pid: int) -> int:
    """The brand that a process carries; 0 for none."""
    text = procfs.read_bytes(f"/proc/{pid}/limits") or b""
    at = text.find(_ROW)
    soft = text[at + len(_ROW) :].split(None, 1)[:1] if at >= 0 else []
    return int(soft[0]) if soft and soft[0].isdigit() else 0


class Branding:
    """Whoever is started within its block carries the brand of a tag, where that is allowed."""

    __slots__ = ("_before", "_tag")

    def __init__(self, tag: str) -> None:
        self._tag = tag
        self._before: tuple[int, int] | None = None

    def __enter__(self) -> None:
        if sys.platform == "linux" and self._tag:
            import resource  # noqa: PLC0415 - Linux alone needs it

            before = resource.getrlimit(RLIMIT_LOCKS)
            try:
                resource.setrlimit(RLIMIT_LOCKS, (brand_of(self._tag), before[1]))
            except (OSError, ValueError):
                return  # somebody has set a lower limit: the environment has to do
            self._before = before

    def __exit__(self, *_: object) -> None:
        if sys.platform == "linux" and self._before is not None:
            import resource  # noqa: PLC0415 - as above

            # We would count as one of the render's processes ourselves.
            resource.setrlimit(RLIMIT_LOCKS, self._before)


def _of_queue(name: str) -> int:
    """FNV-1a, so that no library has to be loaded for it."""
    number = 0xCBF29CE484222325
    for byte in name.encode("utf-8", "surrogateescape"):
        number = (number ^ byte) * 0x100000001B3 % (1 << 64)
    return number % (1 << QUEUE_BITS) << ATTEMPT_BITS
