"""How the states of tasks make up the status of their job."""

from collections.abc import Iterable
from dataclasses import dataclass

from rendermanager.core.status import JobStatus, TaskState


@dataclass(frozen=True, slots=True)
class Intent:
    """What a person or a policy wants of a job, recorded so that a crash cannot lose it.

    Attributes:
        pause: Keep it from running until somebody resumes it.
        cancel: End it.
    """

    pause: bool = False
    cancel: bool = False


NO_INTENT = Intent()


def job_status(
    states: Iterable[TaskState], intent: Intent = NO_INTENT, *, checked: bool = True
) -> JobStatus:
    """The status of a job whose tasks stand as given.

    Args:
        states: The states of all its tasks, in any order, at least one.
        intent: What was asked for; a pause shows as PAUSED while there is something to pause.
        checked: Whether the sources were looked at; an unchecked job is PENDING.

    Raises:
        ValueError: There are no tasks.
    """
    found = set(states)
    if not found:
        raise ValueError("a job has at least one task")
    if all(state.is_ended for state in found):
        return _ended(found)
    if intent.pause:
        return JobStatus.PAUSED
    if any(state.is_active for state in found):
        return JobStatus.RENDERING
    if not checked:
        return JobStatus.PENDING
    if found & {TaskState.COMPLETED, TaskState.SKIPPED} and TaskState.QUEUED in found:
        return JobStatus.RENDERING
    if found & {TaskState.QUEUED, TaskState.RETRY_WAIT}:
        return JobStatus.QUEUED
    return JobStatus.BLOCKED


def _ended(found: set[TaskState]) -> JobStatus:
    if TaskState.FAILED in found:
        return JobStatus.FAILED
    if TaskState.CANCELLED in found:
        return JobStatus.CANCELLED
    return JobStatus.COMPLETED
