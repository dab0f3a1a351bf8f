"""What happened, as it is recorded and announced."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    """What an event is about."""

    ADDED = "added"
    """A job was accepted."""
    MOVED = "moved"
    """A job or task changed its state."""
    EDITED = "edited"
    """Priority, order, name or another property changed."""
    ASKED = "asked"
    """Something was asked of a running job and is not finished yet; `new` names it: ``cancel``."""
    NOTED = "noted"
    """Something about a job or the queue that people should know; nothing has changed. `new` may
    name what it is about."""
    REMOVED = "removed"
    """A job left the queue (it can be brought back)."""
    QUEUE = "queue"
    """The queue as a whole was paused or resumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One committed change. The event rows are the audit log.

    Attributes:
        kind: What it is about.
        job_id: The job; 0 for the queue itself.
        task_id: The task; 0 when the job as a whole is meant.
        old: Status before, as a word; empty for a new job.
        new: Status after.
        reason: Why, in words fit for a person.
        actor: Who did it: ``window``, ``cli``, ``scheduler``, ``recovery``.
        at: When, aware UTC.
        id: Number given by the store; 0 before it is stored.
    """

    kind: EventKind
    job_id: int = 0
    task_id: int = 0
    old: str = ""
    new: str = ""
    reason: str = ""
    actor: str = ""
    at: datetime
    id: int = 0
