"""Works out, off the main thread, what an addition would do, and how much room there is for it."""

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rendermanager.config.paths import absolute
from rendermanager.core.errors import BadInput, RenderManagerError
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem
from rendermanager.machine.volumes import Volume, volume_of
from rendermanager.renderers.extras import (
    settings_for,
)
from rendermanager.services.choosing import BY_NUMBER, Choices, Contents
from rendermanager.services.preflight import Preflight, Verdict
from rendermanager.services.recipe import engine_of, once
from rendermanager.services.session import Session
from rendermanager.services.submit import Plan
from rendermanager.ui.dialogs.add.looking import Looker

_log = logging.getLogger(__name__)

MOST_EXAMINED: Final = 12
"""Sources that are looked into before they are added; with more, nobody waits for all of them."""
MOST_JOBS: Final = 250
"""Jobs that are checked before they are added, however few their sources are."""
DELAY_MS: Final = 250
"""Nobody wants to be told what is wrong between two letters."""


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What to add, and how.

    Attributes:
        inputs: Files, folders, patterns or the sample.
        wish: How each of them is to be rendered.
        choices: What of them was chosen.
        refused: By `key_of` the jobs among these that would fail at their check, and why: they were
            looked at, and are left out.
    """

    inputs: tuple[str, ...]
    wish: JobSpec
    choices: Choices = field(default_factory=dict)
    refused: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an addition would do.

    Attributes:
        request: What was asked.
        plan: The jobs and the problems.
        volume: Room where the first output goes; None where that cannot be told.
        contents: What the sources hold of which some can be chosen: scenes, compositions.
        kind: The settings that there are for the first source; None where it cannot be read.
        refused: See `AddRequest.refused`.
    """

    request: AddRequest
    plan: Plan
    volume: Volume | None = None
    contents: tuple[Contents, ...] = ()
    kind: type | None = None
    refused: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)


class Planner(QObject):
    """Plans what was asked last, once nobody has changed it for a moment.

    Signals:
        planned: `Preview` of the newest request; older ones are never announced.
    """

    planned = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Plan nothing yet."""
        super().__init__(parent)
        self._session = session
        self._request: AddRequest | None = None
        self._looker = Looker(session.media)
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._on_timeout)

    def ask(self, request: AddRequest, *, at_once: bool = False) -> None:
        """Plan this, in a moment or at once."""
        self._request = request
        if at_once:
            self._timer.stop()
            self._on_timeout()
        else:
            self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Announce nothing more."""
        self._request = None
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        if self._request is None or self._running:
            return
        self._running = True
        background = self._session.background
        background.run(
            background.io,
            partial(preview, self._session, self._request, self._looker),
            self._on_planned,
            partial(self._on_failed, self._request),
        )

    def _on_planned(self, found: Preview) -> None:
        self._running = False
        if self._request is None:
            return
        if self._request != found.request or self._timer.isActive():
            if not self._timer.isActive():
                self._on_timeout()
            return
        self.planned.emit(found)

    def _on_failed(self, request: AddRequest, error: Exception) -> None:
        self._on_planned(Preview(request, Plan((), (problem_of(error),))))


def preview(session: Session, request: AddRequest, looker: Looker) -> Preview:
    """Plan a request and look at the room on its volume. Blocks on disks.

    Raises:
        RenderManagerError: The store cannot be read.
    """
    plan = session.submitter().plan_inputs(request.inputs, request.wish, request.choices)
    contents: tuple[Contents, ...] = ()
    verdicts: list[Verdict] = []
    if _is_small(plan):
        floor_bytes = session.preferences.disk_floor()
        preflight = Preflight(
            session.registry, session.programs, session.media, looker.job, floor_bytes
        )
        verdicts = [preflight.examine(job.spec) for job in plan.jobs]
    if len(request.inputs) <= MOST_EXAMINED:
        doubts = _doubts(plan, verdicts)
        specs = (replace(request.wish, source=absolute(text)) for text in request.inputs)
        found = (_contents(session, spec, looker, doubts) for spec in specs)
        contents = tuple(each for each in found if each is not None)
    refused = _refused(plan, verdicts)
    if verdicts:
        plan = _examined(plan, verdicts)
    target = next((job.spec.output for job in plan.jobs if job.spec.output), "")
    volume = volume_of(Path(target).parent) if target else None
    return Preview(request, plan, volume, contents, _kind(session, request), refused)


def _contents(
    session: Session, spec: JobSpec, looker: Looker, doubts: Collection[tuple[str, str]]
) -> Contents | None:
    """What the source of a job holds; None where nothing can be chosen of it."""
    try:
        engine = engine_of(session.registry, spec)
    except BadInput:
        return None
    return looker.contents(engine, spec, doubts)


def _kind(session: Session, request: AddRequest) -> type | None:
    """The settings for the first source: of a template, its parameters are among them."""
    if not request.wish.engine:
        return None
    engine = session.registry.get(request.wish.engine)
    try:
        return settings_for(engine, replace(request.wish, source=request.inputs[0]), None)
    except BadInput:
        return None


def _is_small(plan: Plan) -> bool:
    """Whether all of its jobs can be checked while somebody waits."""
    sources = {(job.spec.source, job.spec.settings.get(BY_NUMBER)) for job in plan.jobs}
    return len(sources) <= MOST_EXAMINED and len(plan.jobs) <= MOST_JOBS


def _doubts(plan: Plan, verdicts: Sequence[Verdict]) -> set[tuple[str, str]]:
    """Which setting of the jobs of which source cannot be as it is."""
    return {
        (job.spec.source, problem.field)
        for job, verdict in zip(plan.jobs, verdicts, strict=False)
        for problem in verdict.problems
        if problem.blocks
    }


def key_of(spec: JobSpec) -> str:
    """What tells the jobs of one addition apart."""
    return repr((spec.engine, spec.source, sorted(spec.settings.items())))


def _refused(plan: Plan, verdicts: Sequence[Verdict]) -> dict[str, tuple[Problem, ...]]:
    """The jobs that would fail at their check, by `key_of`, and why."""
    return {
        key_of(job.spec): tuple(problem for problem in verdict.problems if problem.blocks)
        for job, verdict in zip(plan.jobs, verdicts, strict=False)
        if verdict.blocks
    }


def without_refused(plan: Plan, request: AddRequest) -> Plan:
    """A new plan of a request without the jobs that its preview has refused, and why."""
    found = [(job, request.refused.get(key_of(job.spec), ())) for job in plan.jobs]
    jobs = tuple(job for job, problems in found if not problems)
    return Plan(jobs, once((*plan.problems, *(each for _, problems in found for each in problems))))


def _examined(plan: Plan, verdicts: Sequence[Verdict]) -> Plan:
    """The plan without the jobs that would fail at their check, and with all that they say."""
    deep = [problem for verdict in verdicts for problem in verdict.problems]
    told = {problem.message for problem in deep}
    known = [problem for problem in plan.problems if problem.message not in told]
    jobs = [job for job, found in zip(plan.jobs, verdicts, strict=True) if not found.blocks]
    return Plan(tuple(jobs), once((*known, *deep)))


def problem_of(error: Exception) -> Problem:
    """An exception as a problem that can be listed."""
    if isinstance(error, RenderManagerError):
        return Problem("", error.message, error.hint)
    if isinstance(error, OSError):
        where = f" (“{error.filename}”)" if error.filename else ""
        return Problem("", f"{error.strerror or error}{where}.")
    _log.error("adding failed", exc_info=error)
    return Problem("", "Render Manager made a mistake.", "Please report it with the app's log.")


def names_of(plan: Plan, limit: int = 2) -> tuple[Sequence[str], int]:
    """The first names of the results, and how many more there are."""
    names = [Path(job.spec.output).name for job in plan.jobs]
    return names[:limit], max(0, len(names) - limit)
