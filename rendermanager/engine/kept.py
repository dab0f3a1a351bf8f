"""Verified results that wait for their folder: whether they are there, whole, and still wanted."""

import errno
import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any

import msgspec

from rendermanager.core.errors import ResultWaits
from rendermanager.core.job import Attempt
from rendermanager.core.output import Artifact, Kept, Origin
from rendermanager.engine.finish import Examined
from rendermanager.engine.publishing import Own
from rendermanager.engine.reaching import found_for
from rendermanager.machine.volumes import gone_volume
from rendermanager.renderers.api import (
    EngineVersion,
    RenderEngine,
    RenderRequest,
)
from rendermanager.renderers.extras import (
    uses_of,
)
from rendermanager.store import queries
from rendermanager.store.store import Store


class Stand(Enum):
    """What can be said of verified files at a moment."""

    HERE = auto()
    """All are there, with their sizes."""
    AWAY = auto()
    """Their folder is not there, so nothing can be said of them."""
    LOST = auto()
    """Their folder is there, and they are not, or are not what they were."""


@dataclass(frozen=True, slots=True)
class KeptResult:
    """A verified result of an earlier attempt, found again.

    Attributes:
        earlier: The attempt that has verified it.
        examined: Its files and warnings, ready to be published.
    """

    earlier: Attempt
    examined: Examined


def origin_of(
    request: RenderRequest[Any], version: EngineVersion, engine: RenderEngine[Any]
) -> Origin:
    """What the result of a request depends on, as far as it is known. Blocks on the disk."""
    spec = request.spec
    parts = (
        (spec.engine, str(version.program), version.version),
        (spec.source, spec.output),
        request.settings,
        request.task,
    )
    uses = uses_of(engine, Path(spec.source))
    return Origin(_hash(parts), _source(request), _named(request, uses))


def remembered(examined: Examined, origin: Origin | None, folder: str) -> Examined:
    """What was examined, with what it takes to know it again later; blocks on the disk."""
    if origin is None or not folder or not examined.artifacts:
        return examined
    try:
        device = Path(folder).stat().st_dev
    except OSError:
        return examined
    return replace(examined, kept=Kept(origin, device, examined.warnings))


def stand_of(attempt: Attempt) -> Stand:
    """Whether the verified files of an attempt are there; blocks on the disk."""
    place = Path(attempt.folder).parent
    if attempt.kept is None or not attempt.folder:
        return Stand.LOST
    if _is_away(place, attempt.kept.device):
        return Stand.AWAY
    try:
        sizes = [_path(each).stat().st_size for each in attempt.artifacts]
    except (FileNotFoundError, NotADirectoryError):
        return Stand.LOST
    except OSError:
        return Stand.AWAY
    wanted = [each.size_bytes for each in attempt.artifacts]
    return Stand.HERE if sizes == wanted else Stand.LOST


def own_results(store: Store, attempt: Attempt) -> Own:
    """What other attempts of the same job have published."""
    return Own(lambda: store.read(lambda db: queries.published(db, attempt)))


def waits(attempt: Attempt, error: OSError | None = None) -> ResultWaits:
    """Says that a verified result is kept until it can be given its name."""
    error = error or FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    return ResultWaits(Path(attempt.artifacts[0].final), Path(attempt.folder), error)


def found_again(earlier: Attempt) -> KeptResult | None:
    """A result that is whole, going by its hashes, or None when it is not. Blocks on the disk.

    Raises:
        OSError: It cannot be read now.
    """
    if earlier.kept is None:
        return None
    for each in earlier.artifacts:
        with _path(each).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != each.sha256:
                return None
    return KeptResult(earlier, Examined.again(earlier.artifacts, earlier.kept))


def _is_away(place: Path, device: int) -> bool:
    try:
        now = place.stat().st_dev
        # Where a drive was connected, an empty folder is often left behind.
        return bool(gone_volume(place)) or (now != device and not any(place.iterdir()))
    except OSError:
        return True


def _path(artifact: Artifact) -> Path:
    return Path(artifact.written if os.path.lexists(artifact.written) else artifact.final)


def _hash(parts: object) -> str:
    text = msgspec.json.encode(parts, enc_hook=str, order="deterministic")
    return hashlib.sha256(text).hexdigest()


def _source(request: RenderRequest[Any]) -> str:
    """A hash of the files of the source; empty when they cannot be looked at."""
    try:
        found = found_for(request.spec)
        if found is None:
            return ""
        files = [found.path] if found.sequence is None else list(found.sequence.files())
        return _stamps(files)
    except (OSError, ValueError):
        return ""


def _named(request: RenderRequest[Any], uses: Sequence[Path]) -> str:
    """A hash of the files that are named by settings, and of those that the source is made of."""
    settings = msgspec.to_builtins(request.settings, enc_hook=str)
    named = [Path(each) for each in _texts(settings) if os.path.isabs(each)]  # noqa: PTH117 - odd names
    try:
        return _stamps([each for each in (*named, *uses) if each.is_file()])
    except (OSError, ValueError):
        return ""


def _stamps(files: Sequence[Path]) -> str:
    stats = [(str(each), each.stat()) for each in files]
    return _hash([(name, each.st_size, each.st_mtime_ns) for name, each in stats])


def _texts(value: object) -> Iterator[str]:
    """Every text within settings: some are names of files."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, Sequence) and not isinstance(value, bytes):
        for each in value:
            yield from _texts(each)
