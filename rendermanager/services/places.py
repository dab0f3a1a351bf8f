"""Tells whether two names of results lead to one place, however they are spelled."""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

from rendermanager.machine.volumes import folds_case


class Places:
    """Gives each place one key; folders are looked at once."""

    def __init__(self, folds: Callable[[Path], bool] = folds_case) -> None:
        """Know no folder yet.

        Args:
            folds: As `folds_case`.
        """
        self._folds = folds
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
            self._folders[folder] = (real, self._folds(Path(real)))
        return self._folders[folder]
