"""A real disk of a few megabytes, which a test can fill, empty and write-protect."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MEGABYTES = 6


class SmallDisk:
    """A file system in memory.

    Attributes:
        path: Where it is mounted.
        ballast: The file that takes its room away.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ballast = path / "ballast"

    def fill(self) -> None:
        """Use up every byte."""
        with self.ballast.open("ab", buffering=0) as file:
            for size in (65_536, 4_096, 512, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    continue

    def make_room(self) -> None:
        """Give the bytes back."""
        self.ballast.unlink()

    def set_read_only(self, *, read_only: bool) -> None:
        """Allow writing, or not."""
        _mount("-o", f"remount,{'ro' if read_only else 'rw'}", str(self.path))

    @contextmanager
    def read_only_folder(self, folder: Path) -> Iterator[None]:
        """Allow no new writing below one folder, whoever has files open there."""
        # A mount of its own lies over it: the disk itself cannot be changed while it is in use.
        assert _mount("--bind", str(folder), str(folder))
        try:
            assert _mount("-o", "remount,bind,ro", str(folder))
            yield
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def small_disk(megabytes: int = MEGABYTES) -> Iterator[SmallDisk]:
    """Mount one; skips the test where that is not allowed."""
    if shutil.which("mount") is None or not hasattr(os, "getuid") or os.getuid() != 0:
        pytest.skip("mounting a small disk takes the rights of root")
    with tempfile.TemporaryDirectory() as folder:
        if not _mount("-t", "tmpfs", "-o", f"size={megabytes}m", "rendermanager-test", folder):
            pytest.skip("this system does not let a small disk be mounted")
        try:
            yield SmallDisk(Path(folder))
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


def _mount(*words: str) -> bool:
    return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0
