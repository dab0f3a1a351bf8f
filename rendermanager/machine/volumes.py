"""What a volume has and allows: room, writing, names that differ by case alone, being there."""

import errno
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROBE_PREFIX: Final = ".rendermanager-probe-"
_MOUNTED: Final = re.compile(r"(/(?:media|run/media)/[^/]+/[^/]+|/(?:mnt|Volumes)/[^/]+)(?:/|$)")
"""Where systems put drives that come and go."""
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_FOLDING: Final = frozenset({"vfat", "msdos", "exfat", "ntfs", "ntfs3", "fuseblk", "hfsplus"}) | {
    *("apfs", "cifs", "smb3", "smbfs", "9p", "drvfs")
}
"""File systems on which `A` and `a` are usually one name."""


@dataclass(frozen=True, slots=True)
class Volume:
    """The room on the volume that a folder lies on.

    Attributes:
        mount: Where the volume begins: ``/home``, ``D:``.
        free: Bytes that may still be written.
        total: Bytes in all.
    """

    mount: str
    free: int
    total: int


def existing_folder(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    # These answer for any name; the methods of Path raise for one that is too long or forbidden.
    while not os.path.exists(folder) and folder != folder.parent:  # noqa: PTH110
        folder = folder.parent
    return folder


def volume_of(folder: Path) -> Volume | None:
    """Room on the volume of `folder`, which may still have to be made; None when it is gone.

    May block for long on a share that does not answer.
    """
    existing = existing_folder(folder)
    try:
        usage = shutil.disk_usage(existing)
    except OSError:
        return None
    return Volume(_mount_of(existing), usage.free, usage.total)


def _mount_of(folder: Path) -> str:
    if folder.drive:
        return folder.drive
    while not os.path.ismount(folder) and folder != folder.parent:
        folder = folder.parent
    return str(folder)


def refusal_to_write(folder: Path) -> str:
    """Why nothing can be made in this folder, in the system's words; empty when it can.

    The system is really asked, by a file without a name where it has such: rights, access lists
    and read-only volumes answer alike. A full volume is not among the reasons.
    """
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=PROBE_PREFIX):
            return ""
    except OSError as error:
        return "" if error.errno in _FULL else error.strerror or str(error)


def gone_volume(path: Path, *, may_be_made: bool = False) -> str:
    """The mount point of a drive that `path` names and that is not connected; else empty.

    Args:
        path: Absolute.
        may_be_made: Nothing has to be there yet: an empty folder may be no mount point at all.
    """
    if path.drive:
        return "" if os.path.exists(path.anchor) else path.drive  # noqa: PTH110
    match = _MOUNTED.match(str(path))
    if match is None or os.path.exists(path):  # noqa: PTH110
        return ""
    mount = match[1]
    # The folder of an unmounted drive is often left behind, empty.
    is_there = os.path.isdir(mount) if may_be_made else _holds_something(mount)  # noqa: PTH112
    return "" if is_there or os.path.ismount(mount) else mount


def folds_case(folder: Path, platform: str = sys.platform) -> bool:
    """Whether names in this folder that differ by case alone are one file.

    An entry that is there is asked for by its name in the other case; an empty folder is judged
    by its file system.
    """
    folder = existing_folder(folder)
    for name in _some_names(folder):
        other = name.swapcase()
        if other != name:
            return _is_one(folder / name, folder / other)
    if platform in ("win32", "darwin"):
        return True
    return _file_system(folder) in _FOLDING


def _is_one(one: Path, other: Path) -> bool:
    try:
        return os.path.samestat(one.lstat(), other.lstat())
    except OSError:
        return False


def _some_names(folder: Path, most: int = 50) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry, _ in zip(entries, range(most), strict=False)]
    except OSError:
        return []


def _holds_something(folder: str) -> bool:
    return bool(_some_names(Path(folder), 1))


def _file_system(folder: Path) -> str:
    """The type of the volume that holds `folder`, as the system calls it; empty when unknown."""
    # Loaded here: hardly any folder is empty and has to be judged by its volume.
    import psutil  # noqa: PLC0415

    real = os.path.realpath(folder)
    best, kind = "", ""
    for volume in psutil.disk_partitions(all=True):
        mount = volume.mountpoint
        inside = real == mount or real.startswith(mount.rstrip(os.sep) + os.sep)
        if inside and len(mount) >= len(best):
            best, kind = mount, volume.fstype
    return kind.lower()
