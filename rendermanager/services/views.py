"""Jobs as plain JSON values for the command line, the socket and later the API; secrets masked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rendermanager.core.events import Event
from rendermanager.core.failure import Failure
from rendermanager.core.grouping import CauseGroup
from rendermanager.core.job import Attempt, Job
from rendermanager.core.problem import Problem
from rendermanager.core.progress import Progress
from rendermanager.log import masked, masked_words
from rendermanager.store.queries import Brief

View = dict[str, Any]


def job_view(job: Job, live: Mapping[str, Any] | None = None, reason: str = "") -> View:
    """A job as people and programs read it.

    Args:
        job: As stored.
        live: Newer progress from the process that renders; see `progress_view`.
        reason: Newer reason for waiting; replaces the stored one.
    """
    view: View = {
        "id": job.id,
        "name": masked(job.name),
        "engine": job.spec.engine,
        "status": job.status.value,
        "progress": round(job.progress, 4),
        "stage": masked(job.stage),
        "reason": masked(reason or job.reason),
        "error": failure_view(job.failure),
        "outputs": _outputs(job),
        "attempts": job.attempts,
        "tasks": job.tasks,
        "created": when(job.created),
        "started": when(job.started),
        "ended": when(job.ended),
        "priority": job.priority.word,
        "preset": job.spec.preset,
        "source": job.spec.source,
        "project": job.spec.project,
        "tags": list(job.spec.tags),
        "warnings": [masked(each) for each in job.warnings],
        "retry_at": when(job.retry_at),
        "elapsed_s": round(job.elapsed_s, 3),
    }
    view.update(live or {})
    return view


def brief_view(brief: Brief, live: Mapping[str, Any] | None = None, reason: str = "") -> View:
    """As much of `job_view` as one line of a list needs; see there."""
    view: View = {
        "id": brief.id,
        "name": masked(brief.name),
        "status": brief.status,
        "progress": brief.progress,
        "stage": masked(brief.stage),
        "reason": masked(reason or brief.reason),
        "error": {"message": masked(brief.failure)} if brief.failure else None,
        "warnings": [masked(brief.warning)] if brief.warning else [],
    }
    if live:
        view.update(live)
    return view


def progress_view(progress: Progress, note: str = "") -> View:
    """How far a running job is, in the fields of `job_view` and a few more.

    Args:
        progress: Where it stands.
        note: What people should know about it now.
    """
    left = progress.time_left_s
    return {
        "progress": round(progress.fraction or 0.0, 4),
        "stage": masked(progress.step) or progress.stage.value,
        "frame": progress.frame,
        "frames": progress.frames,
        "fps": round(progress.fps, 2),
        "speed": round(progress.speed, 3),
        "time_left_s": None if left is None else round(left, 1),
        "elapsed_s": round(progress.active_s, 3),
        "suspended": progress.paused,
        "note": note,
    }


def failure_view(failure: Failure | None) -> View | None:
    """Why a job failed, or None."""
    if failure is None:
        return None
    return {
        "kind": failure.kind.value,
        "message": masked(failure.message),
        "hint": masked(failure.hint),
        "retry": failure.retry.value,
        "detail": masked(failure.detail),
    }


def details_view(job: Job) -> View:
    """What was asked for, as far as `job_view` leaves it out."""
    return {
        "settings": {
            name: masked_words([f"{name}={value}"])[0].partition("=")[2]
            if isinstance(value, str)
            else value
            for name, value in job.spec.settings.items()
        },
        "argv": masked_words(job.spec.argv),
        "notes": masked(job.spec.notes),
    }


def event_view(event: Event) -> View:
    """One line of a job's story."""
    return {
        "at": event.at.isoformat(timespec="milliseconds"),
        "what": "task" if event.task_id else "job",
        "old": event.old,
        "new": event.new,
        "reason": masked(event.reason),
        "actor": event.actor,
    }


def cause_view(group: CauseGroup) -> View:
    """Jobs that failed for one cause."""
    return {
        "key": group.key,
        "engine": group.engine,
        "kind": group.failure.kind.value,
        "message": group.failure.message,
        "hint": group.failure.hint,
        "count": group.count,
        "newest": when(group.newest),
        "ids": [job.job_id for job in group.jobs],
    }


def attempt_view(attempt: Attempt, part: str = "") -> View:
    """One run of a job's task; `part` is what that is called where the job has several."""
    return {
        "id": attempt.id,
        "part": part,
        "state": attempt.state.value,
        "outcome": attempt.outcome,
        "started": when(attempt.started),
        "ended": when(attempt.ended),
        "exit_code": attempt.exit_code,
        "elapsed_s": round(attempt.elapsed_s, 3),
        "adapted": attempt.adaptation.words,
        "error": failure_view(attempt.failure),
        "log": attempt.log,
    }


def problem_view(problem: Problem) -> View:
    """One finding about a request."""
    return {
        "field": problem.field,
        "message": masked(problem.message),
        "hint": masked(problem.hint),
        "severity": problem.severity.value,
    }


def when(moment: datetime | None) -> str | None:
    """A time as ISO 8601 in UTC, or None."""
    return None if moment is None else moment.isoformat(timespec="milliseconds")


def _outputs(job: Job) -> list[str]:
    if job.artifacts:
        return [artifact.final for artifact in job.artifacts]
    return [*filter(None, (job.spec.output,)), *job.spec.expects]
