"""Jobs and what belongs to them, as plain values for tests of texts."""

from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QLocale

from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import Job, JobSpec
from rendermanager.core.output import Artifact
from rendermanager.core.progress import Progress, Stage
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.core.status import JobStatus
from rendermanager.engine.board import Live
from rendermanager.ui.queue.amounts import Here

NOW = datetime(2026, 3, 12, 14, 30, tzinfo=UTC)
HERE = Here(NOW, QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom), UTC)
FONT = Failure(
    FailureKind.INVALID_INPUT, "Missing font “Gotham”.", "Install it.", Retry.AFTER_FIX, "error: x"
)
RESULT = (Artifact("/tmp/x", "/out/sale.mov", 1_200_000_000),)
VIDEO = SourceInfo(
    SourceKind.VIDEO, duration_s=60.0, frames=1500, rate="25/1", width=1920, height=1080
)


def make_job(status: JobStatus = JobStatus.QUEUED, job_id: int = 7, **values: Any) -> Job:
    """A job called SummerSale that reads sale.mov."""
    spec = {
        "name": "SummerSale",
        "engine": "ffmpeg",
        "source": "/media/sale.mov",
        "preset": "h264",
        "output": "/out/sale.mp4",
        **values.pop("spec", {}),
    }
    ended = NOW - timedelta(minutes=38) if status.is_ended else None
    given = {"created": NOW - timedelta(hours=1), "ended": ended, **values}
    return Job(id=job_id, spec=JobSpec(**spec), status=status, **given)


def make_live(job_id: int = 7, **progress: Any) -> Live:
    """A running attempt of that job."""
    given = {"stage": Stage.RENDER, **progress}
    return Live(job_id, 1, Progress(**given), "/log")
