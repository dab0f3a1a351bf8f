"""The parts an engine says a job is rendered in."""

from collections.abc import Sequence

import pytest

from rendermanager.core.job import JobSpec
from rendermanager.core.tasks import WHOLE, TaskSpec
from rendermanager.renderers.command import CommandEngine
from rendermanager.renderers.extras import (
    tasks_of,
)


class Parts:
    """An engine that answers what it is given."""

    def __init__(self, *tasks: TaskSpec) -> None:
        self._tasks = tasks

    def tasks(self, _spec: JobSpec, _settings: object, _source: object) -> Sequence[TaskSpec]:
        return self._tasks


def test_an_engine_that_says_nothing_has_one_task() -> None:
    assert tasks_of(CommandEngine(), JobSpec(), None, None) == (WHOLE,)


def test_steps_may_wait_for_those_before_them() -> None:
    tasks = (TaskSpec(frames="1-5"), TaskSpec(frames="6-9"), TaskSpec(step="encode", after=(0, 1)))
    assert tasks_of(Parts(*tasks), JobSpec(), None, None) == tasks


@pytest.mark.parametrize("tasks", [(), (TaskSpec(after=(0,)),), (WHOLE, TaskSpec(after=(-1,)))])
def test_an_answer_that_makes_no_sense_is_refused(tasks: tuple[TaskSpec, ...]) -> None:
    with pytest.raises(ValueError, match="task"):
        tasks_of(Parts(*tasks), JobSpec(engine="odd"), None, None)
