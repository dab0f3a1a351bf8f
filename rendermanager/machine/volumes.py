"""What a volume allows: writing into a folder, names that differ by case alone, being there."""

import errno
import os
import re
import sys
import tempfile
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


def existing_folder(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    # These answer for any name; the methods of Path raise for one that is too long or forbidden.
    while not os.path.exists(folder) and folder != folder.parent:  # noqa: PTH110
        folder = folder.parent
    return folder


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


def gone_volume(path: Path) -> str:
    """The mount point of a drive that `path` names and that is not connected; else empty."""
    if path.drive:
        return "" if os.path.exists(path.anchor) else path.drive  # noqa: PTH110
    match = _MOUNTED.match(str(path))
    if match is None or os.path.exists(path):  # noqa: PTH110
        return ""
    mount = match[1]
    # The folder of an unmounted drive is often left behind, empty.
    return "" if os.path.ismount(mount) or _holds_something(mount) else mount


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
