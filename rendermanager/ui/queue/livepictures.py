"""The frame that is being rendered: of each job that is on screen, every few seconds."""

import logging
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from rendermanager.core.errors import BadInput, NotPossibleNow
from rendermanager.core.job import Job
from rendermanager.core.output import ExpectedOutput, OutputKind
from rendermanager.core.progress import Progress
from rendermanager.engine.board import Live
from rendermanager.media.newest import newest_picture
from rendermanager.media.reader import MediaReader
from rendermanager.services.session import Session
from rendermanager.ui.queue.picturefiles import LARGE_PX, decoded, row_image, row_pixmap

INTERVAL_S: Final = 2.0
"""Between two looks at the same job."""
SHARE: Final = 0.1
"""Of the time that looking may take: rendering is what the machine is for."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Shown:
    """What is shown of one job.

    Attributes:
        due: When to look again, on the monotonic clock.
        at: How far the render was when it was looked at.
        mark: What the picture was made of; the same one is not made twice.
        large: The picture of the preview.
        row: The same for a row.
    """

    due: float = 0.0
    at: tuple[float | None, int] = (None, -1)
    mark: tuple[object, ...] = ()
    large: QPixmap | None = None
    row: QPixmap | None = None


@dataclass(frozen=True, slots=True)
class _Look:
    """One look at a render, for an I/O thread.

    Attributes:
        expected: What it is to leave.
        progress: How far it is.
        whole_s: Seconds that its source lasts; 0 when unknown.
        mark: See `_Shown`.
    """

    expected: ExpectedOutput
    progress: Progress
    whole_s: float
    mark: tuple[object, ...]


class LivePictures(QObject):
    """Pictures of running jobs, one at a time; who does not ask for them causes no work.

    Of frames it is the last one that was finished. A film cannot be opened before it is whole: of
    that it is the picture of the source which is being worked on.

    Signals:
        ready: The id of a job of which there is a newer picture.
    """

    ready = Signal(int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self._media = session.media
        self._background = session.background
        self._board = session.board
        self._shown: dict[int, _Shown] = {}
        self._busy = 0
        self._closed = False

    @property
    def is_idle(self) -> bool:
        """Whether nobody looks at the moment."""
        return not self._busy

    def picture(self, job: Job, *, is_large: bool) -> QPixmap | None:
        """The newest picture of a job; None when it does not run, or there is none yet."""
        live = self._board.get(job.id)
        if live is None:
            self._shown.pop(job.id, None)
            return None
        shown = self._shown.setdefault(job.id, _Shown())
        if not self._busy and not self._closed and time.monotonic() >= shown.due:
            self._look(job, live, shown)
        return shown.large if is_large else shown.row

    def close(self) -> None:
        """Look no more."""
        self._closed = True

    def _look(self, job: Job, live: Live, shown: _Shown) -> None:
        at = (live.progress.fraction, live.progress.frame)
        if live.expected is None or at == shown.at:
            return
        shown.at = at
        self._busy = job.id
        whole_s = job.source.duration_s if job.source is not None else 0.0
        look = _Look(live.expected, live.progress, whole_s, shown.mark)
        self._background.run(
            self._background.io,
            partial(_seen, self._media, look),
            partial(self._on_seen, job.id, time.monotonic()),
            partial(self._on_failed, job.id),
        )

    def _on_seen(
        self, job_id: int, began: float, found: tuple[tuple[object, ...], QImage, QImage] | None
    ) -> None:
        self._busy = 0
        shown = self._shown.get(job_id)
        if shown is None or self._closed:
            return
        now = time.monotonic()
        shown.due = now + max(INTERVAL_S, (now - began) / SHARE)
        if found is not None:
            shown.mark, large, row = found
            shown.large, shown.row = QPixmap.fromImage(large), row_pixmap(row)
            self.ready.emit(job_id)

    def _on_failed(self, job_id: int, error: Exception) -> None:
        _log.debug("no picture of what job %d renders: %s", job_id, error)
        self._on_seen(job_id, time.monotonic(), None)


def _seen(media: MediaReader, look: _Look) -> tuple[tuple[object, ...], QImage, QImage] | None:
    """Make a picture; None where there is none that is newer. For an I/O thread."""
    source, share = _place(look)
    if source is None:
        return None
    mark = (str(source), share, *_stamp(source))
    if mark == look.mark:
        return None
    with tempfile.TemporaryDirectory(prefix="rendermanager-") as folder:
        target = Path(folder) / "frame.img"
        try:
            media.thumbnail(source, target, LARGE_PX, share, exact=True)
        except (BadInput, NotPossibleNow):
            return None
        large = decoded(target, is_large=True)
    return None if large is None else (mark, large, row_image(large))


def _place(look: _Look) -> tuple[Path | None, float]:
    """The file to look into, and how far into it, 0 to 1."""
    expected = look.expected
    if expected.kind is OutputKind.SEQUENCE:
        return newest_picture(Path(expected.written).parent), 0.0
    if expected.kind is not OutputKind.VIDEO or expected.original is None:
        return None, 0.0
    return Path(expected.original.path), source_share(look.progress, expected, look.whole_s)


def source_share(progress: Progress, expected: ExpectedOutput, whole_s: float) -> float:
    """How far into its source a film is that is being made, 0 to 1.

    Args:
        progress: Of the film.
        expected: The film.
        whole_s: Seconds that the source lasts; 0 when unknown.
    """
    done = progress.fraction or 0.0
    if expected.original is None or whole_s <= 0:
        return done
    start_s = expected.original.start_s
    length_s = expected.duration_s or max(0.0, whole_s - start_s)
    return min(1.0, (start_s + done * length_s) / whole_s)


def _stamp(source: Path) -> tuple[int, ...]:
    try:
        found = source.stat()
    except OSError:
        return ()
    return (found.st_size, found.st_mtime_ns)
