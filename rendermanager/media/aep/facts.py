"""The words in which a project of After Effects is told; light, for those who only read them."""

from pathlib import PurePath
from typing import Final

from rendermanager.core.source import SourceInfo, SourceKind

VERSION: Final = "version"
"""Fact of a project: the After Effects that wrote it."""
UNREADABLE: Final = "unreadable"
"""Fact of a project: why nothing is known about it."""
LEFT_OUT: Final = "left_out"
"""Fact of a project: number of compositions beyond those told."""
NESTED: Final = "nested"
"""Fact of a composition: ``yes`` when another one shows it."""
QUEUED: Final = "queued"
"""Fact of a composition: ``yes`` when the project's own render queue would render it."""
SAME_NAME: Final = "same_name"
"""Fact of a composition: how many have its name, where it is not the only one."""
MISSING: Final = "missing"
"""Fact of a composition: number of its missing files."""
MISSING_FILES: Final = "missing_files"
"""Fact of a composition: the first of its missing files, one a line."""


def is_project(path: PurePath) -> bool:
    """Whether a file of this name would be a project of After Effects."""
    return path.suffix.lower() in (".aep", ".aepx")


def unreadable(reason: str, size: int = 0) -> SourceInfo:
    """A project that nothing is known about."""
    return SourceInfo(SourceKind.PROJECT, size_bytes=size, facts={UNREADABLE: reason})
