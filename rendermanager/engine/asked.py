"""What committed events ask of the jobs that run, and of the order of those that wait."""

from rendermanager.core.events import Event, EventKind
from rendermanager.core.status import JobStatus, TaskState
from rendermanager.engine.slots import Slots
from rendermanager.engine.workshop import Hold, Wish
from rendermanager.store.intents import TRY_NOW


def carry_out(event: Event, slots: Slots) -> None:
    """Do to the blades what a committed event asks: end, hold, or let go on."""
    if event.kind is EventKind.QUEUE:
        for blade in slots:
            if event.new == "now":
                blade.hold(Hold.QUEUE)
            else:
                blade.let_go(Hold.QUEUE)
    elif not event.task_id:
        for blade in slots.of(event.job_id):
            if event.kind is EventKind.ASKED:
                blade.end(Wish.CANCEL)
            elif event.kind is EventKind.MOVED and event.new == JobStatus.PAUSED:
                blade.hold(Hold.JOB)
            elif event.kind is EventKind.MOVED and event.old == JobStatus.PAUSED:
                blade.let_go(Hold.JOB)


def changes_order(event: Event) -> bool:
    """Whether this changes what could start next; our own claims do not."""
    if not event.task_id:
        return event.kind in (
            EventKind.QUEUE,
            EventKind.ADDED,
            EventKind.EDITED,
            EventKind.REMOVED,
        )
    if event.new == TaskState.QUEUED:
        return True
    return event.old == TaskState.QUEUED and event.new != TaskState.STARTING


def is_act(event: Event) -> bool:
    """Whether a person did something after which what was stopped deserves another try."""
    if event.actor in ("scheduler", "recovery"):
        return False
    if event.kind is EventKind.QUEUE:
        return not event.new
    if event.kind is EventKind.ASKED:
        return event.new == TRY_NOW
    return event.kind is EventKind.MOVED and event.new == TaskState.QUEUED
