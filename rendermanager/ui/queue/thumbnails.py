"""Pictures of sources and results: made in the background, kept on disk and in memory."""

import hashlib
import logging
import os
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.media.kinds import is_media
from rendermanager.media.reader import MediaReader
from rendermanager.media.sequences import is_pattern, sequence_at
from rendermanager.renderers.extras import (
    picture_of,
)
from rendermanager.renderers.registry import Registry
from rendermanager.services.session import Session
from rendermanager.ui.queue.livepictures import LivePictures
from rendermanager.ui.queue.picturefiles import LARGE_PX, decoded, row_pixmap

AT_ONCE: Final = 2
"""Pictures made at the same time: one for each helper that reads media."""
MAX_WISHES: Final = 96
"""Older wishes are of rows that were scrolled past."""
ROWS_KEPT: Final = 600
LARGE_KEPT: Final = 8
FILES_KEPT: Final = 6_000
"""Pictures left on disk when the cache is swept; it is swept once in a session."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Wish:
    """One picture to make.

    Attributes:
        path: Of the file, or the pattern of a sequence.
        is_large: For the preview rather than for a row.
    """

    path: str
    is_large: bool


class Thumbnails(QObject):
    """Pictures of jobs by what they read, render or have written; the newest wish is met first.

    Signals:
        ready: The id of a job whose picture is there now, or turned out not to exist.
    """

    ready = Signal(int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Make nothing yet."""
        super().__init__(parent)
        self._media = session.media
        self._registry = session.registry
        self._background = session.background
        self._folder = session.paths.thumbnails
        self._rows: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._large: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._wishes: OrderedDict[_Wish, set[int]] = OrderedDict()
        self._busy: dict[_Wish, set[int]] = {}
        self._swept = False
        self._closed = False
        self._live = LivePictures(session, self)
        self._live.ready.connect(self.ready)

    def row_picture(self, job: Job) -> QPixmap | None:
        """The picture of a row; None when there is none, or not yet."""
        return self._picture(job, is_large=False)

    def large_picture(self, job: Job) -> QPixmap | None:
        """The picture of the preview; None when there is none, or not yet."""
        return self._picture(job, is_large=True)

    def has_none(self, job: Job) -> bool:
        """Whether it is known that there is no picture of this job."""
        return all(path in self._rows and self._rows[path] is None for path in _paths(job))

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being made or wished for."""
        return not self._wishes and not self._busy and self._live.is_idle

    def close(self) -> None:
        """Make nothing more, and drop what is under way."""
        self._closed = True
        self._live.close()
        self._wishes.clear()

    def _picture(self, job: Job, *, is_large: bool) -> QPixmap | None:
        if job.status is JobStatus.RENDERING:
            rendered = self._live.picture(job, is_large=is_large)
            if rendered is not None:
                return rendered
        kept = self._large if is_large else self._rows
        for path in _paths(job):
            if path not in kept:
                self._want(_Wish(path, is_large), job.id)
                return None
            kept.move_to_end(path)
            picture = kept[path]
            if picture is not None:
                return picture
        return None

    def _want(self, wish: _Wish, job_id: int) -> None:
        if self._closed:
            return
        if wish in self._busy:
            self._busy[wish].add(job_id)
            return
        asked = self._wishes.pop(wish, set())
        asked.add(job_id)
        self._wishes[wish] = asked
        while len(self._wishes) > MAX_WISHES:
            self._wishes.popitem(last=False)
        self._begin()

    def _begin(self) -> None:
        while self._wishes and len(self._busy) < AT_ONCE and not self._closed:
            wish, asked = self._wishes.popitem()
            self._busy[wish] = asked
            self._background.run(
                self._background.io,
                partial(_made, self._media, self._registry, self._folder, wish),
                partial(self._on_made, wish),
                partial(self._on_failed, wish),
            )

    def _on_made(self, wish: _Wish, image: QImage | None) -> None:
        asked = self._busy.pop(wish, set())
        if self._closed:
            return
        picture = None
        if image is not None:
            picture = QPixmap.fromImage(image) if wish.is_large else row_pixmap(image)
        kept, limit = (self._large, LARGE_KEPT) if wish.is_large else (self._rows, ROWS_KEPT)
        kept[wish.path] = picture
        while len(kept) > limit:
            kept.popitem(last=False)
        for job_id in sorted(asked):
            self.ready.emit(job_id)
        self._begin()
        self._sweep()

    def _on_failed(self, wish: _Wish, error: Exception) -> None:
        _log.debug("no picture of %s: %s", wish.path, error)
        self._on_made(wish, None)

    def _sweep(self) -> None:
        if self._swept or not self.is_idle:
            return
        self._swept = True
        self._background.run(
            self._background.io, partial(_swept, self._folder), _done, self._on_unswept
        )

    def _on_unswept(self, error: Exception) -> None:
        _log.info("the pictures on disk could not be sorted out: %s", error)


def _paths(job: Job) -> list[str]:
    """Of what a picture of this job may be made, the best one first."""
    paths = []
    if job.status is JobStatus.COMPLETED and job.artifacts:
        paths.append(job.artifacts[0].final)
    if job.spec.source:
        paths.append(job.spec.source)
    return paths


def _made(media: MediaReader, registry: Registry, folder: Path, wish: _Wish) -> QImage | None:
    """Find or make the picture; None when there is none. For an I/O thread."""
    source = Path(wish.path)
    stamp = _stamp(source)
    if stamp is None:
        return None
    name = hashlib.sha256("\0".join([wish.path, *stamp]).encode("utf-8", "replace")).hexdigest()
    target = folder / f"{name[:40]}.img"
    if not target.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            if is_media(source):
                # A sequence shows its first frame: that is the one which its name stands for.
                fraction = 0.0 if is_pattern(source) else 0.25
                media.thumbnail(source, target, LARGE_PX, fraction)
            elif not _kept(registry, source, target):
                return None
        except (BadInput, NotPossibleNow):
            return None
    return decoded(target, is_large=wish.is_large)


def _kept(registry: Registry, source: Path, target: Path) -> bool:
    """Write the picture that a project itself keeps; False where it keeps none.

    Raises:
        BadInput: No engine reads it.
    """
    found = picture_of(registry.for_source(source), source)
    if found is None:
        return False
    form = QImage.Format.Format_RGBA8888
    image = QImage(found.pixels, found.width, found.height, 4 * found.width, form)
    # Under its own name only once it is whole.
    draft = target.with_suffix(".png")
    if not image.save(str(draft)):
        return False
    draft.replace(target)
    return True


def _stamp(source: Path) -> tuple[str, str] | None:
    """What changes when the file does; None when it is not there."""
    try:
        if is_pattern(source) and not source.exists():
            sequence = sequence_at(source)
            if sequence is None:
                return None
            source = next(sequence.files())
        found = source.stat()
    except (OSError, StopIteration):
        return None
    return str(found.st_size), str(found.st_mtime_ns)


def _swept(folder: Path) -> None:
    """Delete the oldest pictures when there are too many."""
    files: Sequence[os.DirEntry[str]] = [
        each for each in os.scandir(folder) if each.name.endswith(".img")
    ]
    if len(files) <= FILES_KEPT:
        return
    by_age = sorted(files, key=lambda each: each.stat().st_mtime)
    for each in by_age[: len(files) - FILES_KEPT * 4 // 5]:
        Path(each.path).unlink(missing_ok=True)


def _done(_nothing: None) -> None:
    """Sweeping has no result."""
