"""How much room a result needs, and how much there is on its volume."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rendermanager.core.output import ExpectedOutput
from rendermanager.core.space import short_of_room
from rendermanager.machine.volumes import existing_folder, volume_of


@dataclass(frozen=True, slots=True)
class Promise:
    """Room that a render under way is still going to use.

    Attributes:
        folder: Where it writes.
        about_bytes: How much is still to come.
    """

    folder: Path
    about_bytes: int


def room_problem(
    folder: Path,
    outputs: Iterable[ExpectedOutput],
    promises: Sequence[Promise] = (),
    floor_bytes: int = 0,
) -> str:
    """Why these results do not fit on the volume of `folder`, in words; empty when they do.

    Temporary files stand beside the result, so the volume is the same. One that cannot be asked
    is given the benefit of the doubt. Blocks on disks.

    Args:
        folder: Where they go.
        outputs: What will be written.
        promises: Room that renders under way are still going to use.
        floor_bytes: What is to stay free on each volume.
    """
    volume = volume_of(folder)
    if volume is None:
        return ""
    needed = sum(output.about_bytes for output in outputs)
    promised = sum(each.about_bytes for each in promises if _on_one_volume(each.folder, folder))
    return short_of_room(needed, volume.free, volume.mount, promised, floor_bytes)


def _on_one_volume(one: Path, other: Path) -> bool:
    try:
        return _device(one) == _device(other)
    except OSError:
        return False


def _device(folder: Path) -> int:
    return os.stat(existing_folder(folder)).st_dev  # noqa: PTH116 - never raises for odd names
