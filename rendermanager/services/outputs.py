"""Finds a name for each result of a submission that nobody has, plans or only seems to differ."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from rendermanager.core.errors import BadInput
from rendermanager.core.job import IfExists
from rendermanager.core.naming import MAX_VERSION, numbered
from rendermanager.core.problem import Problem
from rendermanager.media.sequences import is_pattern, sequence_at
from rendermanager.services.places import Places


class OutputNames:
    """The names that one submission has taken so far, and those that others have."""

    def __init__(self, is_reserved: Callable[[str], bool], places: Places | None = None) -> None:
        """Take none yet.

        Args:
            is_reserved: Whether an unfinished job in the store writes there already; asked by the
                key of `Places`.
            places: Knows a place under all its names.
        """
        self._is_reserved = is_reserved
        self._places = places or Places()
        self._planned: set[str] = set()
        self._versions: dict[Path, int] = {}

    def take(self, output: Path, if_exists: IfExists) -> tuple[Path, str]:
        """The output itself, or its first numbered version that nobody has or plans; and its key.

        Raises:
            BadInput: Another job writes what is to be replaced, or all versions are taken.
        """
        final = self._replaced(output) if if_exists is IfExists.REPLACE else self._free(output)
        key = self._places.key(final)
        self._planned.add(key)
        return final, key

    def hold(self, outputs: Sequence[Path]) -> tuple[str, ...]:
        """The keys of files that are written under these very names.

        Raises:
            BadInput: Others write some of them already; all are listed.
        """
        taken = [each for each in outputs if self._is_claimed(each)]
        if taken:
            raise BadInput([_written_already(each) for each in taken])
        keys = tuple(self._places.key(each) for each in outputs)
        self._planned.update(keys)
        return keys

    def _replaced(self, output: Path) -> Path:
        if self._is_claimed(output):
            raise BadInput([_written_already(output)])
        return output

    def _free(self, output: Path) -> Path:
        # Thousands of jobs may want one name: versions that were taken stay so in a submission.
        for version in range(self._versions.get(output, 1), MAX_VERSION + 1):
            name = output.name if version == 1 else numbered(output.name, version)
            free = output.with_name(name)
            if not self._is_claimed(free) and not stands(free):
                self._versions[output] = version + 1
                return free
        text = f"There are already {MAX_VERSION} versions of “{output.name}”."
        raise BadInput([Problem("output", text, "Choose another name.")])

    def _is_claimed(self, output: Path) -> bool:
        """Whether another job is going to write there, under this name or another one."""
        key = self._places.key(output)
        return key in self._planned or self._is_reserved(key)


def _written_already(output: Path) -> Problem:
    text = f"Another job in the queue writes “{output}” already."
    return Problem("output", text, "Give this one another output, or add it when that is done.")


def stands(output: Path) -> bool:
    """Whether there is such a file already, or any picture of such a sequence."""
    if os.path.lexists(output):
        return True
    try:
        return is_pattern(output) and sequence_at(output) is not None
    except OSError:
        return False
