"""Tells by its text alone that a path leads to another machine or to a device."""

from pathlib import PurePath, PureWindowsPath
from typing import Final

from rendermanager.core.naming import RESERVED

_DEVICES: Final = frozenset({"dev", "proc", "sys", ".vol"})
_MOUNTED_BY_NAME: Final = frozenset({"net", "Network"})
"""Folders of Unix whose names reach other machines as soon as they are looked at."""
MACHINE: Final = "lies on another machine"
DEVICE: Final = "is a device"


def strangeness(path: PurePath) -> str:
    """What makes the mere look at a path do something: ``is a device``; empty for nothing.

    To open a share of Windows is to send it the name and the password's hash of the person.
    """
    if isinstance(path, PureWindowsPath):
        if path.drive.startswith(("\\\\.\\", "\\\\?\\")) or names_device(path):
            return DEVICE
        return MACHINE if path.drive.startswith("\\\\") else ""
    if path.root == "//":
        return MACHINE
    first = path.parts[1] if len(path.parts) > 1 else ""
    if first in _DEVICES:
        return DEVICE
    return MACHINE if first in _MOUNTED_BY_NAME and len(path.parts) > 2 else ""


def machine_of(path: PurePath) -> str:
    """The machine that a path names, in small letters; empty for this one, and for devices."""
    if strangeness(path) != MACHINE:
        return ""
    if isinstance(path, PureWindowsPath):
        return path.drive.split("\\")[2].lower()
    return path.parts[1 if path.root == "//" else 2].lower() if len(path.parts) > 2 else ""


def names_device(path: PurePath) -> bool:
    """Whether Windows takes a name for a device, whichever folder it is in."""
    is_windows = isinstance(path, PureWindowsPath)
    return is_windows and any(RESERVED.fullmatch(part.rstrip(". ")) for part in path.parts[1:])
