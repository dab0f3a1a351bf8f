"""Brings what a plan lists, and says how far it is."""

import errno
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from rendermanager.machine.staging.download import Refused, Unreachable, fetch
from rendermanager.machine.staging.opened import Elsewhere, opened
from rendermanager.machine.staging.plan import Bring, Item

_BLOCK = 1 << 20
_NO_SECOND_NAME = frozenset(
    {errno.EXDEV, errno.EPERM, errno.EACCES, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP}
    | {errno.EOPNOTSUPP, errno.EINVAL}
)

Say = Callable[[str], None]


class Failed(Exception):
    """A file cannot be had; the message is a line of the log, which the failure rules know."""


def bring(items: Iterable[Item], say: Say) -> None:
    """Bring every file.

    Args:
        items: What to bring.
        say: Hears each line of progress.

    Raises:
        Failed: One cannot be had.
    """
    wanted = list(items)
    for number, item in enumerate(wanted, start=1):
        told = f"fetching {item.shown} ({number} of {len(wanted)})"
        if item.way is not Bring.STAY:
            say(told)
        try:
            _bring(item, _Meter(told, say))
        except FileNotFoundError as error:
            if not item.may_miss:
                raise Failed(f"missing: {item.shown}") from error
            say(f"passing over {item.shown}, which is missing")
        except Elsewhere as error:
            raise Failed(f"changed: {item.shown}: {error}") from error
        except Refused as error:
            raise Failed(f"refused: {item.shown}: {error}") from error
        except Unreachable as error:
            raise Failed(f"unreachable: {item.shown}: {error}") from error
        except OSError as error:
            raise Failed(_of_system(item, error)) from error


def _of_system(item: Item, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"no space left for {item.shown}"
    return f"unreadable: {item.shown}: {error.strerror or error}"


def _bring(item: Item, meter: "_Meter") -> None:
    if item.way is not Bring.STAY:
        Path(item.to).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if item.is_download:
        with Path(item.to).open("xb") as to:
            fetch(item.source, to, meter.tell)
        return
    with opened(item.source) as (descriptor, link):
        if item.way is Bring.STAY:
            return
        if item.way is Bring.LINK:
            try:
                link(item.to)
            except OSError as error:
                if error.errno not in _NO_SECOND_NAME:
                    raise
            else:
                return
        _copy(descriptor, item.to, meter)


def _copy(descriptor: int, to: str, meter: "_Meter") -> None:
    whole, there = os.fstat(descriptor).st_size, 0
    with Path(to).open("xb") as copy:
        while block := os.read(descriptor, _BLOCK):
            copy.write(block)
            there += len(block)
            meter.tell(there, whole)


class _Meter:
    """Says how far one file is, at most a hundred times."""

    def __init__(self, told: str, say: Say) -> None:
        self._told = told
        self._say = say
        self._last = 0

    def tell(self, there: int, whole: int) -> None:
        percent = min(100, 100 * there // whole) if whole else 0
        if percent > self._last:
            self._last = percent
            self._say(f"{self._told} {percent}%")
