"""Tells whether two names of results lead to one place, however they are spelled."""

import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path


def ignores_case(folder: Path) -> bool:
    """Whether names that differ in case alone are one name there; asks the disk."""
    for each in (folder, *folder.parents):
        other = each.with_name(each.name.swapcase()) if each.name else each
        if other != each and each.exists():
            try:
                return os.path.samefile(each, other)  # noqa: PTH121 - one of them may not exist
            except OSError:
                return False
    return sys.platform in ("win32", "darwin")


class Places:
    """Gives each place one key; folders are looked at once."""

    def __init__(self, ignores_case: Callable[[Path], bool] = ignores_case) -> None:
        """Know no folder yet.

        Args:
            ignores_case: As the function of that name.
        """
        self._ignores_case = ignores_case
        self._folders: dict[Path, tuple[str, bool]] = {}

    def key(self, output: Path) -> str:
        """The same text for all names of one file, whether it is there already or not.

        Links among its folders are followed, and letters with accents are spelled in one way. A
        link at its end is replaced by the result, so it stays as it is.
        """
        folder, is_blind = self._folder(output.parent)
        path = unicodedata.normalize("NFC", os.path.join(folder, output.name))  # noqa: PTH118
        return path.casefold() if is_blind else path

    def _folder(self, folder: Path) -> tuple[str, bool]:
        if folder not in self._folders:
            real = os.path.realpath(folder)
            self._folders[folder] = (real, self._ignores_case(Path(real)))
        return self._folders[folder]
