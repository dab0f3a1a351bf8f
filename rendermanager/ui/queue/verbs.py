"""What can be done with the chosen jobs and, where something cannot, why not."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus
from rendermanager.store.placing import WAITING
from rendermanager.ui.queue.texts import output_paths

translate = QCoreApplication.translate

MANY: Final = 10
"""More files or folders than this are not opened at once."""
READ_LIMIT: Final = 200
"""Of more chosen jobs than this, only the statuses are looked at."""


class Verb(Enum):
    """What can be done with jobs."""

    RUN_NEXT = auto()
    """Before all that waits."""
    PAUSE = auto()
    """Pause, or resume what is paused."""
    MOVE_TOP = auto()
    """First of its priority."""
    MOVE_UP = auto()
    """One place earlier."""
    MOVE_DOWN = auto()
    """One place later."""
    MOVE_BOTTOM = auto()
    """Last of its priority."""
    OPEN_OUTPUT = auto()
    """Open the result in its program."""
    SHOW_IN_FOLDER = auto()
    """Open the folder of the result."""
    SHOW_SOURCE = auto()
    """Open the folder of the source."""
    VIEW_LOG = auto()
    """Show what the program said."""
    DUPLICATE = auto()
    """Add the same once more."""
    EDIT = auto()
    """Change the settings of what has not started."""
    SAVE_PRESET = auto()
    """Keep the settings as a preset."""
    PRIORITY = auto()
    """Serve earlier or later."""
    COPY_OUTPUT = auto()
    """Put the paths of the results on the clipboard."""
    COPY_COMMAND = auto()
    """Put the lines that render them by hand on the clipboard."""
    COPY_ERROR = auto()
    """Put the causes of failure on the clipboard."""
    COPY_JSON = auto()
    """Put all that is known of the jobs on the clipboard."""
    RUN_AGAIN = auto()
    """Render once more; what was cut off goes on."""
    RUN_FROM_START = auto()
    """Render once more, and take over no frame."""
    CANCEL = auto()
    """End it."""
    REMOVE = auto()
    """Take it out of the list."""


LOOKING: Final = frozenset(
    {
        *(Verb.OPEN_OUTPUT, Verb.SHOW_IN_FOLDER, Verb.SHOW_SOURCE, Verb.VIEW_LOG),
        *(Verb.COPY_OUTPUT, Verb.COPY_COMMAND, Verb.COPY_ERROR, Verb.COPY_JSON),
    }
)
"""What changes nothing in the queue."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The jobs that something is to be done with.

    Attributes:
        statuses: Of every one of them, by id.
        jobs: Those that are loaded.
        is_run_order: Whether the list stands in run order.
    """

    statuses: Mapping[int, JobStatus] = field(default_factory=dict)
    jobs: Sequence[Job] = ()
    is_run_order: bool = True

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.statuses)

    @property
    def is_complete(self) -> bool:
        """Whether all of them are loaded."""
        return len(self.jobs) == self.count

    def with_status(self, statuses: Collection[JobStatus]) -> int:
        """How many have one of these statuses."""
        return sum(1 for each in self.statuses.values() if each in statuses)

    @property
    def all_paused(self) -> bool:
        """Whether every one of them is paused."""
        return self.count > 0 and self.with_status({JobStatus.PAUSED}) == self.count


def refusal(verb: Verb, chosen: Chosen) -> str:
    """Why a verb is not possible for all of the chosen jobs; empty when it is."""
    if chosen.count == 0:
        return translate("Queue", "Choose a job first")
    return _RULES[verb](chosen)


_ENDED: Final = frozenset({JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED})


def _none_ended(chosen: Chosen) -> str:
    ended = chosen.with_status(_ENDED)
    if not ended:
        return ""
    if chosen.count == 1:
        return translate("Queue", "It has ended already")
    return _some(translate("Queue", "{some} of {all} have ended already"), ended, chosen)


def _all_ended(chosen: Chosen) -> str:
    retrying = {job.id for job in chosen.jobs if job.retry_at is not None}
    other = sum(
        1
        for job_id, status in chosen.statuses.items()
        if status not in _ENDED and job_id not in retrying
    )
    if not other:
        return ""
    if chosen.count == 1:
        return translate("Queue", "It has not ended yet")
    return _some(translate("Queue", "{some} of {all} have not ended yet"), other, chosen)


def _all_wait(chosen: Chosen) -> str:
    waiting = chosen.with_status(WAITING)
    if waiting == chosen.count:
        return ""
    if chosen.count == 1:
        return translate("Queue", "Only a job that waits can be moved")
    text = translate("Queue", "{some} of {all} do not wait")
    return _some(text, chosen.count - waiting, chosen)


def _can_move(chosen: Chosen) -> str:
    if not chosen.is_run_order:
        return translate("Queue", "Show the run order without a filter first")
    return _all_wait(chosen)


def _has_result(chosen: Chosen) -> str:
    none = translate("Queue", "There is no result yet")
    some = translate("Queue", "{some} of {all} have no result yet")
    return _lacking(
        chosen, lambda job: job.status is JobStatus.COMPLETED and job.artifacts, none, some
    )


def _has_output(chosen: Chosen) -> str:
    none = translate("Queue", "It has no output")
    some = translate("Queue", "{some} of {all} have no output")
    return _lacking(chosen, output_paths, none, some)


def _has_source(chosen: Chosen) -> str:
    none = translate("Queue", "It reads no file")
    some = translate("Queue", "{some} of {all} read no file")
    return _lacking(chosen, lambda job: job.spec.source, none, some)


def _has_command(chosen: Chosen) -> str:
    none = translate("Queue", "Its source was not looked at yet")
    some = translate("Queue", "{some} of {all} were not looked at yet")
    return _lacking(chosen, lambda job: job.spec.argv or job.source, none, some)


def _has_error(chosen: Chosen) -> str:
    none = translate("Queue", "It has not failed")
    some = translate("Queue", "{some} of {all} have not failed")
    return _lacking(chosen, lambda job: job.failure, none, some)


def _lacking(chosen: Chosen, what: Callable[[Job], object], none: str, some: str) -> str:
    found = sum(1 for job in chosen.jobs if what(job))
    if found == chosen.count:
        return ""
    return none if chosen.count == 1 else _some(some, chosen.count - found, chosen)


def _few(rule: Callable[[Chosen], str]) -> Callable[[Chosen], str]:
    def limited(chosen: Chosen) -> str:
        if chosen.count > MANY:
            return translate("Queue", "Choose fewer jobs: too many would open")
        return rule(chosen)

    return limited


def _has_log(chosen: Chosen) -> str:
    if chosen.count > 1:
        return translate("Queue", "Choose one job to see its log")
    if not any(job.attempts for job in chosen.jobs):
        return translate("Queue", "It has not run yet, so there is no log")
    return ""


def _has_settings(chosen: Chosen) -> str:
    if chosen.count > 1 or not chosen.jobs:
        return translate("Queue", "Choose one job to keep its settings")
    if chosen.jobs[0].spec.argv:
        return translate("Queue", "A command has no settings to keep")
    return ""


def _can_edit(chosen: Chosen) -> str:
    if chosen.count > 1 or not chosen.jobs:
        return translate("Queue", "Choose one job to edit")
    job = chosen.jobs[0]
    if job.spec.argv:
        return translate("Queue", "A command has no settings to edit")
    if job.attempts or job.status not in WAITING:
        return translate("Queue", "It has started already: duplicate it instead")
    return ""


def _is_loaded(chosen: Chosen) -> str:
    return "" if chosen.is_complete else translate("Queue", "Choose fewer jobs")


def _can_go(chosen: Chosen) -> str:
    busy = chosen.with_status({JobStatus.RENDERING})
    if not busy:
        return ""
    if chosen.count == 1:
        return translate("Queue", "It renders: cancel it first")
    return _some(translate("Queue", "{some} of {all} render: cancel them first"), busy, chosen)


def _some(text: str, some: int, chosen: Chosen) -> str:
    return text.format(some=some, all=chosen.count)


_RULES: Final[Mapping[Verb, Callable[[Chosen], str]]] = {
    Verb.RUN_NEXT: _all_wait,
    Verb.PAUSE: _none_ended,
    Verb.MOVE_TOP: _can_move,
    Verb.MOVE_UP: _can_move,
    Verb.MOVE_DOWN: _can_move,
    Verb.MOVE_BOTTOM: _can_move,
    Verb.OPEN_OUTPUT: _few(_has_result),
    Verb.SHOW_IN_FOLDER: _few(_has_output),
    Verb.SHOW_SOURCE: _few(_has_source),
    Verb.VIEW_LOG: _has_log,
    Verb.DUPLICATE: _is_loaded,
    Verb.EDIT: _can_edit,
    Verb.SAVE_PRESET: _has_settings,
    Verb.PRIORITY: _none_ended,
    Verb.COPY_OUTPUT: _has_output,
    Verb.COPY_COMMAND: _has_command,
    Verb.COPY_ERROR: _has_error,
    Verb.COPY_JSON: _is_loaded,
    Verb.RUN_AGAIN: _all_ended,
    Verb.RUN_FROM_START: _all_ended,
    Verb.CANCEL: _none_ended,
    Verb.REMOVE: _can_go,
}
