"""Where the result of a job goes when a name, a folder or nothing was given."""

import os
from pathlib import Path
from typing import Final

from rendermanager.core.job import JobSpec
from rendermanager.core.naming import MAX_NAME_BYTES, safe_name, shortened

_SEPARATORS: Final = (os.sep, os.altsep) if os.altsep else (os.sep,)


def named_file(spec: JobSpec) -> Path | None:
    """The file that was named as the output; None for a folder, or when nothing was named."""
    named = bool(spec.output) and not spec.output.endswith(_SEPARATORS)
    return Path(spec.output) if named and not Path(spec.output).is_dir() else None


def folder_of(spec: JobSpec) -> Path:
    """The folder for a result that has to be given a name: as named, else beside the source."""
    return Path(spec.output) if spec.output else Path(spec.source).parent


def result_path(spec: JobSpec, stem: str, ending: str) -> Path:
    """The output as named, else ``<folder>/<stem><ending>``; of a long name the stem is cut."""
    named = named_file(spec)
    if named is not None:
        return named
    return folder_of(spec) / (
        shortened(safe_name(stem), MAX_NAME_BYTES - len(ending.encode())) + ending
    )
