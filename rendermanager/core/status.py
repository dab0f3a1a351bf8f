"""The states of jobs and tasks, and the one table of the moves between them."""

from enum import IntEnum, StrEnum
from typing import Final


class Priority(IntEnum):
    """How early a job is served; a lower number goes first, equal ones in order of arrival."""

    URGENT = 0
    """Before everything that waits."""
    HIGH = 1
    """Before the ordinary work."""
    NORMAL = 2
    """The ordinary work."""
    LOW = 3
    """When nothing ordinary waits."""
    SYSTEM = 4
    """The app's own maintenance, in the gaps."""

    @property
    def word(self) -> str:
        """The name as people type it."""
        return self.name.lower()

    @classmethod
    def from_word(cls, word: str) -> "Priority":
        """The priority with this name.

        Raises:
            ValueError: There is none.
        """
        try:
            return cls[word.upper()]
        except KeyError:
            raise ValueError(word) from None


class TaskState(StrEnum):
    """Where one unit of work stands."""

    HELD = "held"
    """Kept back: not checked yet, paused, or waiting for another job."""
    QUEUED = "queued"
    """Ready; starts when a blade is free and admission agrees."""
    STARTING = "starting"
    """Claimed by an attempt; its program is about to run."""
    RUNNING = "running"
    """Its program runs, or is suspended."""
    VERIFYING = "verifying"
    """The program ended well; its output is being checked and published."""
    RETRY_WAIT = "retry_wait"
    """Failed, and waits for its next attempt."""
    COMPLETED = "completed"
    """The output is verified and stands under its final name."""
    FAILED = "failed"
    """Its attempts are used up, or another one could not help."""
    CANCELLED = "cancelled"
    """Ended by a person."""
    SKIPPED = "skipped"
    """Not needed: the output is there already."""

    @property
    def is_ended(self) -> bool:
        """Whether nothing more happens without a person asking."""
        return self in ENDED_TASKS

    @property
    def is_active(self) -> bool:
        """Whether an attempt holds the task."""
        return self in ACTIVE_TASKS


class JobStatus(StrEnum):
    """Where a job stands, as a person sees it."""

    PENDING = "pending"
    """Accepted, not looked at yet."""
    VALIDATING = "validating"
    """Its files are being checked."""
    QUEUED = "queued"
    """Ready, waiting for its turn."""
    SCHEDULED = "scheduled"
    """Not before a given time."""
    BLOCKED = "blocked"
    """Waits for another job."""
    PAUSED = "paused"
    """Stopped for now, by a person or a policy; its processes are suspended."""
    RENDERING = "rendering"
    """At least one task is active."""
    COMPLETED = "completed"
    """Every output is verified and published."""
    FAILED = "failed"
    """It could not be rendered; the cause stands beside it."""
    CANCELLED = "cancelled"
    """Ended by a person."""

    @property
    def is_ended(self) -> bool:
        """Whether nothing more happens without a person asking."""
        return self in ENDED_JOBS


ENDED_TASKS: Final = frozenset(
    {TaskState.COMPLETED, TaskState.FAILED, TaskState.CANCELLED, TaskState.SKIPPED}
)
ACTIVE_TASKS: Final = frozenset({TaskState.STARTING, TaskState.RUNNING, TaskState.VERIFYING})
ENDED_JOBS: Final = frozenset({JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED})

TASK_MOVES: Final[dict[TaskState, frozenset[TaskState]]] = {
    TaskState.HELD: frozenset(
        {TaskState.QUEUED, TaskState.RETRY_WAIT, TaskState.FAILED, TaskState.CANCELLED}
        | {TaskState.SKIPPED}
    ),
    TaskState.QUEUED: frozenset(
        {TaskState.STARTING, TaskState.HELD, TaskState.CANCELLED, TaskState.SKIPPED}
        | {TaskState.FAILED}
    ),
    TaskState.STARTING: frozenset(
        {TaskState.RUNNING, TaskState.VERIFYING, TaskState.QUEUED, TaskState.HELD}
        | {TaskState.RETRY_WAIT, TaskState.FAILED, TaskState.CANCELLED}
    ),
    TaskState.RUNNING: frozenset(
        {TaskState.VERIFYING, TaskState.QUEUED, TaskState.HELD, TaskState.RETRY_WAIT}
        | {TaskState.FAILED, TaskState.CANCELLED}
    ),
    TaskState.VERIFYING: frozenset(
        {TaskState.COMPLETED, TaskState.QUEUED, TaskState.HELD, TaskState.RETRY_WAIT}
        | {TaskState.FAILED, TaskState.CANCELLED}
    ),
    TaskState.RETRY_WAIT: frozenset({TaskState.QUEUED, TaskState.HELD, TaskState.CANCELLED}),
    TaskState.COMPLETED: frozenset({TaskState.QUEUED, TaskState.HELD}),
    TaskState.FAILED: frozenset({TaskState.QUEUED, TaskState.HELD}),
    TaskState.CANCELLED: frozenset({TaskState.QUEUED, TaskState.HELD}),
    TaskState.SKIPPED: frozenset({TaskState.QUEUED, TaskState.HELD}),
}
"""From each state, the states that may follow. COMPLETED is reached from VERIFYING alone."""


class IllegalMove(Exception):
    """A move that the table does not know: a bug of ours, never a person's fault."""


def check_move(old: TaskState, new: TaskState) -> None:
    """Make sure that the table allows this move.

    Raises:
        IllegalMove: It does not.
    """
    if new not in TASK_MOVES[old]:
        raise IllegalMove(f"a task cannot go from {old.value} to {new.value}")


def sources_of(new: TaskState) -> frozenset[TaskState]:
    """The states from which `new` can be reached in one move."""
    return frozenset(old for old, after in TASK_MOVES.items() if new in after)
