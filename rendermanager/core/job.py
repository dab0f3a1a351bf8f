"""Jobs, tasks and attempts, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from rendermanager.core.adaptation import PLAIN, Adaptation
from rendermanager.core.failure import Failure
from rendermanager.core.output import Artifact, Kept
from rendermanager.core.ripple import NO_INTENT, Intent
from rendermanager.core.source import SourceInfo
from rendermanager.core.status import JobStatus, Priority, TaskState
from rendermanager.core.tasks import SHARED, WHOLE, TaskSpec

DEFAULT_MAX_ATTEMPTS = 3


class IfExists(StrEnum):
    """What to do when a file stands under the output's name already."""

    VERSION = "version"
    """Take the next free numbered name: ``clip_v002.mp4``."""
    REPLACE = "replace"
    """Put the new file in its place, once that is verified."""
    SKIP = "skip"
    """Do not render."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSpec:
    """What a submitter asks for. One line of a jobs file is one of these, as JSON.

    Attributes:
        engine: Name of the render engine; empty lets the source decide.
        source: Absolute path of the file, or of a sequence with one ``%0Nd`` in its name.
        name: Shown in the queue; empty takes the source's name.
        preset: Name of a preset; empty takes the engine's default one.
        output: Absolute path of the result. A folder (existing, or with a trailing separator)
            takes the name from the source.
        if_exists: What to do when there is a file of that name.
        settings: Changes to the preset, by the names of the engine's settings.
        priority: How early it is served.
        argv: Program and arguments of a command job, passed as they are, without a shell.
        cwd: Folder a command job runs in; empty means the folder of the output, or the home.
        env: Environment variables added for a command job.
        expects: Files a command job must leave behind to count as done. Other jobs keep the free
            names for results beside `output` here, where their engine knows of some.
        max_attempts: Attempts in all; interrupted ones are not counted.
        timeout_s: Longest time for one attempt, in seconds; 0 means no limit.
        memory_mb: Main memory that each of its tasks takes at its peak, in megabytes; 0 lets the
            engine say, or nobody.
        memory_limit_mb: Main memory that each of its tasks may take, in megabytes; one that takes
            more is ended. 0 means no limit.
        project: Project or client it belongs to.
        tags: Free words to find it by.
        notes: Free text.
        submitter: Who or what added it: ``cli``, ``window``, ``watch folder``.
    """

    engine: str = ""
    source: str = ""
    name: str = ""
    preset: str = ""
    output: str = ""
    if_exists: IfExists = IfExists.VERSION
    settings: Mapping[str, object] = field(default_factory=dict)
    priority: Priority = Priority.NORMAL
    argv: tuple[str, ...] = ()
    cwd: str = ""
    env: Mapping[str, str] = field(default_factory=dict)
    expects: tuple[str, ...] = ()
    max_attempts: int = DEFAULT_MAX_ATTEMPTS
    timeout_s: float = 0.0
    memory_mb: int = 0
    memory_limit_mb: int = 0
    project: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""
    submitter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job as the store keeps it. Times are aware UTC.

    Attributes:
        id: Number given by the store, never used twice.
        spec: What was asked for, with every name resolved.
        status: Where it stands.
        reason: Why it stands there, in words; empty when the status says it all.
        intent: A pause or cancel that was asked for and may not be finished yet.
        position: Order within its priority: lower goes first.
        source: What was found inside the source; None before it was checked.
        progress: 0 to 1, as last saved; while it renders the board knows better.
        stage: What it is doing, in the engine's words.
        failure: Why it failed; kept until the next attempt.
        warnings: What a person should know about a finished output.
        artifacts: What was published.
        attempts: Attempts made, interrupted ones included; of the task that was tried most.
        retry_at: When the next attempt is due.
        created: When it was accepted.
        started: When its first attempt started.
        ended: When it came to an end.
        elapsed_s: Seconds its last attempt took, pauses left out; where it has several tasks and
            has ended, those in which at least one of them was rendered.
        tasks: How many tasks it has; known once its source was looked at.
        shared: Folder that its tasks share until it has ended; empty for none.
    """

    id: int
    spec: JobSpec
    status: JobStatus
    reason: str = ""
    intent: Intent = NO_INTENT
    position: float = 0.0
    source: SourceInfo | None = None
    progress: float = 0.0
    stage: str = ""
    failure: Failure | None = None
    warnings: tuple[str, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    attempts: int = 0
    retry_at: datetime | None = None
    created: datetime
    started: datetime | None = None
    ended: datetime | None = None
    elapsed_s: float = 0.0
    tasks: int = 1
    shared: str = ""

    @property
    def priority(self) -> Priority:
        """How early it is served."""
        return self.spec.priority

    @property
    def name(self) -> str:
        """What the queue calls it."""
        return self.spec.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One unit of work, as the store keeps it.

    Attributes:
        id: Number given by the store.
        job_id: The job it belongs to.
        number: Its place within the job, from 0.
        state: Where it stands.
        fence: Rises with each claim; a move with an older number is refused.
        tries: Attempts that counted against the limit.
        retry_at: When RETRY_WAIT ends.
        postponed: Attempts that did not count, because the destination was not there.
        adaptation: How the next attempt differs from what was asked for.
        spec: What it does of its job.
    """

    id: int
    job_id: int
    number: int
    state: TaskState
    fence: int
    tries: int
    retry_at: datetime | None = None
    postponed: int = 0
    adaptation: Adaptation = PLAIN
    spec: TaskSpec = WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One run of a task.

    Attributes:
        id: Number given by the store.
        task_id: The task that ran.
        job_id: Its job.
        fence: The task's fence at the claim.
        state: State of the task in which the attempt stands or ended.
        supervisor: Identity of the process that watches it (pid, start time, boot).
        process: Identity of the render program; empty before it runs.
        folder: Its temporary folder; empty when it needs none.
        log: Path of its log.
        artifacts: What it is about to publish: set just before the renames.
        started: When it was claimed.
        ended: When it ended; None while it runs.
        exit_code: The program's exit code, None when a signal ended it.
        outcome: ``completed``, ``failed``, ``cancelled``, ``interrupted`` on purpose, or ``lost``
            with its supervisor or the app; empty while it runs.
        failure: Why it failed.
        elapsed_s: Seconds it ran, pauses left out.
        adaptation: How it differs from what was asked for.
        had: Frames that an earlier attempt had left for it, as `FrameRange` reads them.
        kept: By what its verified files are known again, should they wait for their folder; None
            when they were not verified.
        limit_s: Seconds that its program may take; 0 for any time.
    """

    id: int
    task_id: int
    job_id: int
    fence: int
    state: TaskState
    supervisor: str = ""
    process: str = ""
    folder: str = ""
    log: str = ""
    artifacts: tuple[Artifact, ...] = ()
    started: datetime
    ended: datetime | None = None
    exit_code: int | None = None
    outcome: str = ""
    failure: Failure | None = None
    elapsed_s: float = 0.0
    adaptation: Adaptation = PLAIN
    had: str = ""
    kept: Kept | None = None
    limit_s: float = 0.0


def step_spec(spec: JobSpec, task: TaskSpec, shared: str) -> JobSpec:
    """What the engine of a task is asked for.

    Args:
        spec: What was asked for of the job.
        task: The task; one without an engine of its own does what the job says.
        shared: Folder that the tasks of the job share.
    """
    if not task.engine:
        return spec
    settings = {
        name: value.replace(SHARED, shared) if isinstance(value, str) else value
        for name, value in task.settings.items()
    }
    return replace(
        spec,
        engine=task.engine,
        preset=task.preset,
        source=task.source.replace(SHARED, shared),
        settings=settings,
        argv=(),
        expects=(),
    )
