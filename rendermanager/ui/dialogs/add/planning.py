"""Works out, off the main thread, what an addition would do, and how much room there is for it."""

import logging
from collections.abc import Sequence
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
from rendermanager.renderers.api import settings_for
from rendermanager.services.choosing import BY_NUMBER, Choices, Contents
from rendermanager.services.preflight import Preflight, Verdict
from rendermanager.services.recipe import once
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
    """

    inputs: tuple[str, ...]
    wish: JobSpec
    choices: Choices = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an addition would do.

    Attributes:
        request: What was asked.
        plan: The jobs and the problems.
        volume: Room where the first output goes; None where that cannot be told.
        contents: What the sources hold of which some can be chosen: scenes, compositions.
        kind: The settings that there are for the first source; None where it cannot be read.
    """

    request: AddRequest
    plan: Plan
    volume: Volume | None = None
    contents: tuple[Contents, ...] = ()
    kind: type | None = None


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
        preflight = Preflight(session.registry, session.programs, session.media, looker.job)
        verdicts = [preflight.examine(job.spec) for job in plan.jobs]
    if len(request.inputs) <= MOST_EXAMINED:
        engine, doubts = session.registry.get(request.wish.engine), _doubts(plan, verdicts)
        contents = tuple(
            each
            for text in request.inputs
            if (
                each := looker.contents(
                    engine, replace(request.wish, source=absolute(text)), doubts
                )
            )
        )
    if verdicts:
        plan = _examined(plan, verdicts)
    target = next((job.spec.output for job in plan.jobs if job.spec.output), "")
    volume = volume_of(Path(target).parent) if target else None
    return Preview(request, plan, volume, contents, _kind(session, request))


def _kind(session: Session, request: AddRequest) -> type | None:
    """The settings for the first source: of a template, its parameters are among them."""
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
