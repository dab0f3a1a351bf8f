"""Jobs, attempts, outputs and events as they are when little is said."""

from datetime import UTC, datetime

import pytest

from rendermanager.core.events import Event, EventKind
from rendermanager.core.job import Attempt, IfExists, Job, JobSpec, Task
from rendermanager.core.output import Artifact, ExpectedOutput, Finding, OutputKind
from rendermanager.core.ripple import Intent
from rendermanager.core.status import JobStatus, Priority, TaskState

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_a_job_takes_its_name_and_priority_from_what_was_asked() -> None:
    job = Job(
        id=1,
        spec=JobSpec(name="Opening", priority=Priority.HIGH),
        status=JobStatus.QUEUED,
        created=NOW,
    )
    assert (job.name, job.priority) == ("Opening", Priority.HIGH)


def test_nothing_is_wanted_of_a_new_job() -> None:
    job = Job(id=1, spec=JobSpec(), status=JobStatus.PENDING, created=NOW)
    assert job.intent == Intent(pause=False, cancel=False)
    assert (job.failure, job.warnings, job.artifacts, job.attempts) == (None, (), (), 0)


def test_an_ordinary_job_overwrites_nothing_and_gets_three_attempts() -> None:
    spec = JobSpec()
    assert spec.if_exists is IfExists.VERSION
    assert spec.priority is Priority.NORMAL
    assert spec.max_attempts == 3
    assert spec.timeout_s == 0


def test_two_specs_share_no_settings() -> None:
    first, second = JobSpec(), JobSpec()
    assert first.settings is not second.settings
    assert first.env is not second.env


def test_a_value_cannot_be_changed() -> None:
    task = Task(id=1, job_id=1, number=0, state=TaskState.QUEUED, fence=0, tries=0)
    with pytest.raises(AttributeError):
        task.fence = 1  # type: ignore[misc]


def test_an_attempt_that_runs_has_no_end() -> None:
    attempt = Attempt(id=1, task_id=1, job_id=1, fence=1, state=TaskState.STARTING, started=NOW)
    assert (attempt.ended, attempt.exit_code, attempt.outcome) == (None, None, "")


def test_an_event_about_the_queue_names_no_job() -> None:
    event = Event(kind=EventKind.QUEUE, at=NOW)
    assert (event.job_id, event.task_id, event.id) == (0, 0, 0)


def test_a_finding_keeps_an_output_from_being_published_unless_it_is_a_warning() -> None:
    assert Finding("“a.mp4” is empty.").fatal
    assert not Finding("“a.mp4” is dark.", fatal=False).fatal


def test_what_is_not_said_about_an_output_is_not_checked() -> None:
    output = ExpectedOutput("/tmp/x/a.mp4", "/out/a.mp4", OutputKind.VIDEO)
    assert (output.duration_s, output.frames, output.width, output.video_codec) == (0, 0, 0, "")
    assert output.first_frame == 1


def test_equal_artifacts_are_equal() -> None:
    assert Artifact("/tmp/a", "/out/a", 3, "ff") == Artifact("/tmp/a", "/out/a", 3, "ff")
