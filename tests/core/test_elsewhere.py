"""Paths that must not be looked at are known by their text."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from rendermanager.core.elsewhere import DEVICE, MACHINE, machine_of, names_device, strangeness


@pytest.mark.parametrize(
    ("path", "why", "machine"),
    [
        (PureWindowsPath(r"C:\a\b.png"), "", ""),
        (PureWindowsPath(r"\\Nas\film\a.png"), MACHINE, "nas"),
        (PureWindowsPath("//evil@80/a/b"), MACHINE, "evil@80"),
        (PureWindowsPath(r"\\.\pipe\x"), DEVICE, ""),
        (PureWindowsPath("\\\\?\\C:\\a"), DEVICE, ""),
        (PureWindowsPath(r"C:\a\nul.png"), DEVICE, ""),
        (PurePosixPath("/a/b"), "", ""),
        (PurePosixPath("a/b"), "", ""),
        (PurePosixPath("/"), "", ""),
        (PurePosixPath("//Nas/film/a.png"), MACHINE, "nas"),
        (PurePosixPath("/net/nas/a.png"), MACHINE, "nas"),
        (PurePosixPath("/net"), "", ""),
        (PurePosixPath("/dev/zero"), DEVICE, ""),
        (PurePosixPath("/proc/self/environ"), DEVICE, ""),
    ],
)
def test_machines_and_devices_are_told_apart(path: PurePath, why: str, machine: str) -> None:
    assert strangeness(path) == why
    assert machine_of(path) == machine


def test_only_windows_has_devices_in_every_folder() -> None:
    assert names_device(PureWindowsPath(r"C:\a\COM1. "))
    assert not names_device(PureWindowsPath(r"C:\a\console"))
    assert not names_device(PurePosixPath("/a/nul"))
