"""The tasks of a template: one for each step and each element of its parameter space."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from rendermanager.core.errors import BadInput
from rendermanager.core.problem import Problem
from rendermanager.core.tasks import TaskSpec
from rendermanager.media.trouble import plain
from rendermanager.renderers.openjd.template import model, parsed

MOST_TASKS: Final = 10_000
MOST_WAITS: Final = 200_000
"""So many times in all a task of a job may wait for another one."""
_LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class Plan:
    """A template with values for all of its parameters.

    Attributes:
        job: The job, as the format's own package has made it.
        parameters: Values of all parameters, by their names.
        tasks: What is run, each after what it depends on.
        last_step: The only step that no other one waits for; empty where there are several.
    """

    job: Any
    parameters: Any
    tasks: tuple[TaskSpec, ...]
    last_step: str


@lru_cache(maxsize=16)
def planned(text: str, source: Path, values: tuple[tuple[str, str], ...]) -> Plan:
    """What a template comes to with these values.

    Args:
        text: The template.
        source: Where it stands: paths in it are relative to that folder.
        values: Parameters that have a value.

    Raises:
        BadInput: A value is missing or not allowed, or there are too many tasks.
    """
    openjd, template = model(), parsed(text, source.name)
    try:
        parameters = openjd.preprocess_job_parameters(
            job_template=template,
            job_parameter_values=dict(values),
            job_template_dir=source.parent,
            current_working_dir=source.parent,
            allow_job_template_dir_walk_up=True,
        )
        job = openjd.create_job(job_template=template, job_parameter_values=parameters)
        steps = openjd.StepDependencyGraph(job=job).topo_sorted()
    except (openjd.DecodeValidationError, ValueError, TypeError, RecursionError) as error:
        reason = "; ".join(line.strip() for line in str(error).splitlines() if line.strip())
        message = plain(f"“{source.name}” cannot be used with these values: {reason}")
        message = message if message.endswith(".") else f"{message}."
        raise BadInput([Problem("settings", message, "Correct the settings.")]) from error
    return Plan(job, parameters, _tasks(openjd, steps, source.name), _last(steps))


def _tasks(openjd: Any, steps: list[Any], name: str) -> tuple[TaskSpec, ...]:
    found: list[TaskSpec] = []
    numbers: dict[str, tuple[int, ...]] = {}
    waits = 0
    for step in steps:
        space = openjd.StepParameterSpaceIterator(space=step.parameterSpace)
        before = [each.dependsOn for each in step.dependencies or ()]
        after = tuple(number for each in before for number in numbers[each])
        waits += len(space) * len(after)
        if len(found) + len(space) > MOST_TASKS or waits > MOST_WAITS:
            many = f"more than {MOST_TASKS} tasks" if waits <= MOST_WAITS else "too many waits"
            message = plain(f"“{name}” comes to {many}, at its step “{step.name}”.")
            hint = "Let each task do more, or make several jobs of it."
            raise BadInput([Problem("settings", message, hint)])
        first = len(found)
        found += (_task(step.name, dict(values), after) for values in space)
        numbers[step.name] = tuple(range(first, len(found)))
    return tuple(found)


def _task(step: str, values: dict[str, Any], after: tuple[int, ...]) -> TaskSpec:
    texts = {name: str(value.value) for name, value in sorted(values.items())}
    said = ", ".join(f"{name} {value}" for name, value in texts.items())
    name = plain(f"{step}: {said}" if said else step)[:_LONGEST_NAME]
    return TaskSpec(name=name, step=step, after=after, parameters=texts)


def _last(steps: list[Any]) -> str:
    waited_for = {each.dependsOn for step in steps for each in step.dependencies or ()}
    left = [step.name for step in steps if step.name not in waited_for]
    return left[0] if len(left) == 1 else ""
