"""Jobs as plain JSON: the same shape for the command line, the socket and other programs."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import Attempt, Job, JobSpec
from rendermanager.core.output import Artifact
from rendermanager.core.problem import Problem, Severity
from rendermanager.core.progress import Progress, Stage
from rendermanager.core.status import JobStatus, Priority, TaskState
from rendermanager.services.views import (
    attempt_view,
    failure_view,
    job_view,
    problem_view,
    progress_view,
    when,
)

NOON = datetime(2026, 3, 1, 12, 0, 0, 5_000, tzinfo=UTC)
JOB = Job(
    id=7,
    spec=JobSpec(
        engine="ffmpeg",
        source="/a.mov",
        name="a.mov",
        preset="h264",
        output="/a.mp4",
        priority=Priority.HIGH,
        project="p",
        tags=("t", "u"),
    ),
    status=JobStatus.QUEUED,
    reason="ready",
    created=NOON,
)
FAILURE = Failure(FailureKind.TIMEOUT, "It took too long.", "Raise the limit.", Retry.NO, "line")

CONTRACT: dict[str, type | tuple[type, ...]] = {
    "id": int,
    "name": str,
    "engine": str,
    "status": str,
    "progress": float,
    "stage": str,
    "reason": str,
    "error": (dict, type(None)),
    "outputs": list,
    "attempts": int,
    "tasks": int,
    "created": str,
    "started": (str, type(None)),
    "ended": (str, type(None)),
}
"""What other programs rely on."""


def as_read(view: dict[str, Any]) -> dict[str, Any]:
    """A view as a reader of the JSON gets it."""
    read: dict[str, Any] = json.loads(json.dumps(view))
    return read


class TestJobs:
    @pytest.mark.parametrize(
        "job",
        [
            JOB,
            replace(JOB, status=JobStatus.FAILED, failure=FAILURE, started=NOON, ended=NOON),
            replace(JOB, artifacts=(Artifact("/tmp/x", "/a.mp4"),), retry_at=NOON),
        ],
        ids=["waiting", "failed", "done"],
    )
    def test_every_promised_field_is_there_with_its_type(self, job: Job) -> None:
        view = as_read(job_view(job))
        assert list(view)[: len(CONTRACT)] == list(CONTRACT)
        for name, kind in CONTRACT.items():
            assert isinstance(view[name], kind), name

    def test_a_waiting_job(self) -> None:
        assert as_read(job_view(JOB)) == {
            "id": 7,
            "name": "a.mov",
            "engine": "ffmpeg",
            "status": "queued",
            "progress": 0.0,
            "stage": "",
            "reason": "ready",
            "error": None,
            "outputs": ["/a.mp4"],
            "attempts": 0,
            "tasks": 1,
            "created": "2026-03-01T12:00:00.005+00:00",
            "started": None,
            "ended": None,
            "priority": "high",
            "preset": "h264",
            "source": "/a.mov",
            "project": "p",
            "tags": ["t", "u"],
            "warnings": [],
            "retry_at": None,
            "elapsed_s": 0.0,
        }

    def test_why_it_failed(self) -> None:
        view = as_read(job_view(replace(JOB, failure=FAILURE)))
        assert view["error"] == {
            "kind": "timeout",
            "message": "It took too long.",
            "hint": "Raise the limit.",
            "retry": "no",
            "detail": "line",
        }
        assert failure_view(None) is None

    def test_what_was_published_counts_more_than_what_was_planned(self) -> None:
        done = replace(JOB, artifacts=(Artifact("/t/1", "/a_v002.mp4"), Artifact("/t/2", "/b")))
        assert job_view(done)["outputs"] == ["/a_v002.mp4", "/b"]

    def test_a_command_has_what_it_must_leave(self) -> None:
        spec = JobSpec(argv=("tool",), expects=("/x.mp4", "/y.mp4"))
        assert job_view(replace(JOB, spec=spec))["outputs"] == ["/x.mp4", "/y.mp4"]
        assert job_view(replace(JOB, spec=JobSpec(argv=("tool",))))["outputs"] == []

    def test_what_is_live_replaces_what_is_stored(self) -> None:
        live = progress_view(Progress(fraction=0.5, stage=Stage.RENDER, frame=12, frames=24))
        view = as_read(job_view(replace(JOB, progress=0.1), live, "its turn comes"))
        assert (view["progress"], view["frame"], view["frames"]) == (0.5, 12, 24)
        assert view["reason"] == "its turn comes"
        assert view["name"] == "a.mov"

    def test_without_a_newer_reason_the_stored_one_stays(self) -> None:
        assert job_view(JOB, {}, "")["reason"] == "ready"


class TestProgress:
    def test_nothing_known_yet(self) -> None:
        view = as_read(progress_view(Progress()))
        assert view["progress"] == 0.0
        assert view["time_left_s"] is None
        assert view["suspended"] is False
        assert isinstance(view["stage"], str)

    def test_the_engines_own_word_for_the_step_goes_first(self) -> None:
        assert progress_view(Progress(step="Denoising"))["stage"] == "Denoising"

    def test_numbers_are_short(self) -> None:
        progress = Progress(
            fraction=1 / 3, fps=23.976023976, speed=1.23456, active_s=98.76543, pace=0.01
        )
        view = progress_view(progress)
        assert (view["progress"], view["fps"], view["speed"]) == (0.3333, 23.98, 1.235)
        assert (view["elapsed_s"], view["time_left_s"]) == (98.765, 66.7)


def test_an_attempt() -> None:
    attempt = Attempt(
        id=3,
        task_id=2,
        job_id=7,
        fence=1,
        state=TaskState.FAILED,
        log="/logs/7-1.log",
        started=NOON,
        ended=NOON + timedelta(seconds=2),
        exit_code=1,
        outcome="failed",
        failure=FAILURE,
        elapsed_s=1.23456,
    )
    view = as_read(attempt_view(attempt, "frames 1-2"))
    assert view["error"]["kind"] == "timeout"
    assert view == {
        "id": 3,
        "part": "frames 1-2",
        "state": "failed",
        "outcome": "failed",
        "started": "2026-03-01T12:00:00.005+00:00",
        "ended": "2026-03-01T12:00:02.005+00:00",
        "exit_code": 1,
        "elapsed_s": 1.235,
        "adapted": "",
        "error": failure_view(FAILURE),
        "log": "/logs/7-1.log",
    }


def test_a_problem() -> None:
    assert as_read(problem_view(Problem("output", "It is taken.", "Wait.", Severity.WARNING))) == {
        "field": "output",
        "message": "It is taken.",
        "hint": "Wait.",
        "severity": "warning",
    }


def test_times_are_iso_8601_and_can_be_read_back() -> None:
    text = when(NOON)
    assert text == "2026-03-01T12:00:00.005+00:00"
    assert datetime.fromisoformat(text) == NOON
    assert when(None) is None


def test_times_say_their_offset() -> None:
    tokyo = NOON.astimezone(timezone(timedelta(hours=9)))
    assert datetime.fromisoformat(when(tokyo) or "") == NOON
