"""What the inspector says of a job in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from rendermanager.core.failure import Failure, FailureKind
from rendermanager.core.job import Job, JobSpec
from rendermanager.core.output import Artifact
from rendermanager.core.progress import Progress, Stage
from rendermanager.core.status import JobStatus
from rendermanager.ui.inspector.facts import details, headline
from rendermanager.ui.queue.amounts import Here
from tests.helpers.ui_session import VIDEO

NOW = datetime(2026, 5, 4, 15, 0, tzinfo=UTC)
HERE = Here(NOW, QLocale("en_GB"), UTC)
JOB = Job(
    id=7,
    spec=JobSpec(engine="ffmpeg", preset="h264", source="/a/b.mov", output="/a/b_h264.mp4"),
    status=JobStatus.QUEUED,
    source=VIDEO,
    created=NOW,
)
RUN = Progress(
    Stage.RENDER, fraction=0.634, frame=951, frames=1500, fps=2.42, pace=0.366 / 420, active_s=60
)


@pytest.mark.parametrize(
    ("progress", "line"),
    [
        (RUN, "Frame 951 of 1,500 · 2.4 fps · 7 min left"),
        (replace(RUN, paused=True), "Frame 951 of 1,500 · paused"),
        (replace(RUN, frame=0, frames=0, fps=0.0), "63\u00a0% · 7 min left"),
        (replace(RUN, pace=0.366 / 29), "Frame 951 of 1,500 · 2.4 fps · almost done"),
        (Progress(step="Loading project"), "Loading project"),
        (Progress(step="frame 3: rendering"), "Frame 3: rendering"),
        (Progress(step="upload --token=hunter22"), "Upload --token=…"),
        (Progress(), "Preparing…"),
        (replace(RUN, stage=Stage.VERIFY), "Checking the output"),
        (replace(RUN, stage=Stage.PUBLISH), "Moving the output into place"),
    ],
)
def test_a_running_job_says_how_far_it_is(progress: Progress, line: str) -> None:
    assert headline(replace(JOB, status=JobStatus.RENDERING), progress, HERE) == line


def test_an_ended_job_says_what_came_of_it() -> None:
    ended = NOW - timedelta(minutes=20)
    done = replace(
        JOB,
        status=JobStatus.COMPLETED,
        ended=ended,
        elapsed_s=134,
        artifacts=(Artifact("", "/a/b.mp4", 1_200_000_000),),
    )
    assert headline(done, None, HERE) == "2 min 14 s · 1.2 GB · finished 14:40"
    failure = Failure(FailureKind.TIMEOUT, "It took too long.")
    failed = replace(JOB, status=JobStatus.FAILED, ended=ended, attempts=3, failure=failure)
    assert headline(failed, None, HERE) == "Attempt 3 of 3 · failed 14:40"
    refused = replace(failed, attempts=0)
    assert headline(refused, None, HERE) == "Not started · failed 14:40"
    cancelled = replace(JOB, status=JobStatus.CANCELLED, ended=ended)
    assert headline(cancelled, None, HERE) == "Cancelled 14:40"


def test_a_waiting_job_says_what_it_is_made_of() -> None:
    assert headline(JOB, None, HERE) == "1920 × 1080 · 25 fps · 1 min"
    assert headline(replace(JOB, source=None), None, HERE) == ""


def test_the_details_leave_out_what_is_not_known() -> None:
    found = dict(
        details(JOB, lambda name, engine: {("h264", "ffmpeg"): "H.264"}[name, engine], HERE)
    )
    assert found["Source"] == "/a/b.mov"
    assert found["Preset"] == "H.264"
    assert found["Picture"] == "1920 × 1080 · 25 fps"
    assert found["Codec"] == "H264, AAC"
    assert found["Added"] == "15:00"
    assert not {"Ended", "Took", "Project", "Notes", "Size", "Reason"} & set(found)
