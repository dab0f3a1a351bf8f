"""What the results of After Effects are called while they are written, and where they go."""

from pathlib import Path, PurePath
from typing import Final

from rendermanager.core.job import JobSpec
from rendermanager.core.naming import MAX_NAME_BYTES, safe_name, shortened
from rendermanager.renderers import targets
from rendermanager.renderers.nexrender import jobholding
from rendermanager.renderers.nexrender.job import STILLS
from rendermanager.renderers.nexrender.settings import ENTRY, NexrenderSettings

DIGITS: Final = 5
DEFAULT_EXTENSION: Final = "mov"


def plain_extension(path: PurePath) -> str:
    """The extension in small letters without its dot."""
    return path.suffix.lstrip(".").lower()


def is_still(path: PurePath) -> bool:
    """Whether files of this name hold one picture each."""
    return plain_extension(path) in STILLS


def result_name(output: PurePath) -> str:
    """What After Effects is told to write into the attempt's folder."""
    number = f"_[{'#' * DIGITS}]" if is_still(output) else ""
    return f"result{number}.{plain_extension(output)}"


def written_name(output: PurePath) -> str:
    """The same name, as we write patterns."""
    number = f"_%0{DIGITS}d" if is_still(output) else ""
    return f"result{number}.{plain_extension(output)}"


def default_output(spec: JobSpec, settings: NexrenderSettings) -> Path:
    """``<folder>/<stem>_<composition>.<ext>``; a sequence gets a folder of that name for itself.

    Raises:
        BadInput: The source is a file of jobs, and cannot be used.
    """
    named = targets.named_file(spec)
    if named is not None:
        return named
    read, folder = Path(spec.source), targets.folder_of(spec)
    if jobholding.is_job_file(spec.source):
        return _of_job(spec, folder)
    ending = settings.extension or DEFAULT_EXTENSION
    still = ending in STILLS
    tail = f"_{safe_name(settings.composition)}" if settings.composition else ""
    number = f"_%0{DIGITS}d" if still else ""
    name = (safe_name(read.stem) + tail).replace("%", "_") if still else safe_name(read.stem) + tail
    # Room is left for the number and the extension.
    stem = shortened(name, MAX_NAME_BYTES - len(f"{number}.{ending}".encode()))
    return folder / stem / f"{stem}{number}.{ending}" if still else folder / f"{stem}.{ending}"


def _of_job(spec: JobSpec, folder: Path) -> Path:
    """What a job file calls its result, or a name made up from the file's own."""
    entry = jobholding.entry_of(spec)
    number = spec.settings.get(ENTRY)
    stem = Path(spec.source).stem + (f"_{number}" if number is not None else "")
    name = jobholding.result_name(entry.job, stem)
    is_numbered = "%05d" in name
    inner = name.replace("%05d", "").rpartition(".")[0].rstrip("_-. ")
    return folder / inner / name if is_numbered and inner else folder / name
