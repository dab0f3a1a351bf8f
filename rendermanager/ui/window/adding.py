"""Brings what was dropped, pasted or chosen into the queue, and says what came of it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from rendermanager.core.errors import BadInput
from rendermanager.core.job import JobSpec
from rendermanager.core.problem import Problem
from rendermanager.engine.approval import to_approve
from rendermanager.media.sequences import is_pattern
from rendermanager.services.choosing import leaves_open
from rendermanager.services.session import Session
from rendermanager.services.sources import SAMPLE
from rendermanager.services.submit import Plan
from rendermanager.store.intents import Answer
from rendermanager.ui.dialogs.add.planning import (
    MOST_EXAMINED,
    AddRequest,
    problem_of,
    without_refused,
)
from rendermanager.ui.queue import Undo

_PLAIN_WISH: Final = JobSpec(submitter="window")
"""As the person has set, with nothing changed."""


class Adding(QObject):
    """Plans off the main thread, stores, then tells.

    Signals:
        told: A sentence, and an `Undo` that takes the new jobs out again.
        troubled: A sentence, and all the `Problem`s behind it.
        asks: Inputs that need a look in the dialog before they are added.
        approves: Files of which a person has to allow what they would run, and what to call with
            the answer: True adds what was asked for, False only what needs no approval.
        busy: What is under way, in a few words; empty when it is over.
        added: Ids of the new jobs, in order.
    """

    told = Signal(str, object)
    troubled = Signal(str, object)
    asks = Signal(object)
    approves = Signal(object, object)
    busy = Signal(str)
    added = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Add nothing yet."""
        super().__init__(parent)
        self._session = session
        self._under_way = 0

    def add_sample(self) -> None:
        """Add the built-in sample."""
        self.add_inputs((SAMPLE,), at_once=True)

    def add_inputs(
        self, inputs: Sequence[str], *, at_once: bool = False, before: int | None = None
    ) -> None:
        """Add files, folders or the sample with nothing changed; see `add`."""
        self.add(AddRequest(tuple(inputs), _PLAIN_WISH), at_once=at_once, before=before)

    def add(
        self,
        request: AddRequest,
        *,
        at_once: bool = False,
        before: int | None = None,
        approve: bool = True,
    ) -> None:
        """Add jobs.

        Args:
            request: What, and how.
            at_once: Do not ask how, even where there would be something to ask.
            before: Job before which they are to run; None adds them at the end.
            approve: Ask for approval of what would be run; else that is left out.
        """
        if not request.inputs:
            return
        self._begin()
        background = self._session.background
        background.run(
            background.io,
            partial(_planned, self._session, request),
            partial(self._on_planned, request, at_once, before, approve),
            self._on_failed,
        )

    def _begin(self) -> None:
        self._under_way += 1
        self.busy.emit(self.tr("Looking at what was added…"))

    def _end(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.busy.emit("")

    def _on_planned(
        self,
        request: AddRequest,
        at_once: bool,
        before: int | None,
        approve: bool,
        found: tuple[Plan, bool],
    ) -> None:
        plan, leaves_something_open = found
        files = to_approve(plan.blocking) if approve else ()
        if files:
            self._end()
            again = partial(self.add, request, at_once=at_once, before=before)
            self.approves.emit(files, lambda allowed: again(approve=allowed))
            return
        if not at_once and leaves_something_open:
            self._end()
            self.asks.emit(request.inputs)
            return
        if not plan.jobs:
            self._end()
            self._say_problems(plan, 0)
            return
        future = self._session.control("window").submit(plan.jobs)
        self._session.background.when_done(
            future, partial(self._on_stored, plan, before), self._on_failed
        )

    def _on_stored(self, plan: Plan, before: int | None, ids: Sequence[int]) -> None:
        self._end()
        if before is not None:
            self._session.control("window").move_before(ids, before)
        self.added.emit(list(ids))
        if len(ids) == 1:
            text = self.tr("Added “{name}”").format(name=plan.jobs[0].spec.name)
        else:
            text = self.tr("Added %n jobs", "", len(ids))
        self.told.emit(text, Undo(partial(self._take_back, list(ids)), parent=self))
        self._say_problems(plan, len(ids))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        problems = error.problems if isinstance(error, BadInput) else (problem_of(error),)
        self.troubled.emit(self.tr("Nothing was added."), tuple(problems))

    def _say_problems(self, plan: Plan, added: int) -> None:
        problems: Sequence[Problem] = plan.problems
        if not problems:
            if not added:
                self.troubled.emit(self.tr("There was nothing to render."), ())
            return
        blocking = len(plan.blocking)
        if not added:
            text = self.tr("Nothing was added.")
        elif blocking == 1:
            text = self.tr("One thing could not be added.")
        elif blocking:
            text = self.tr("%n things could not be added.", "", blocking)
        else:
            text = ""
        self.troubled.emit(text, tuple(problems))

    # ------------------------------------------------------------------ undo

    def _take_back(self, ids: list[int]) -> None:
        """Take new jobs out again; one that renders already is ended."""
        background = self._session.background
        future = self._session.control("window").ask("remove", ids)
        background.when_done(future, self._on_removed, self._on_failed_undo)

    def _on_removed(self, answers: Sequence[Answer]) -> None:
        kept = [answer.job_id for answer in answers if not answer.done]
        if not kept:
            self.told.emit(self.tr("Not added after all"), None)
            return
        background = self._session.background
        future = self._session.control("window").ask("cancel", kept)
        background.when_done(future, self._on_cancelled, self._on_failed_undo)

    def _on_cancelled(self, answers: Sequence[Answer]) -> None:
        if any(answer.done for answer in answers):
            self.told.emit(self.tr("Not added after all; what rendered already is ended"), None)
        else:
            self.told.emit(self.tr("It is too late to undo: the jobs have ended"), None)

    def _on_failed_undo(self, error: Exception) -> None:
        self.troubled.emit(self.tr("That could not be undone."), (problem_of(error),))


def _planned(session: Session, request: AddRequest) -> tuple[Plan, bool]:
    """The jobs, and whether a person is to be asked about them. Blocks on disks."""
    plan = session.submitter().plan_inputs(request.inputs, request.wish, request.choices)
    plan = without_refused(plan, request)
    sources = {job.spec.source: job.spec for job in plan.jobs[:MOST_EXAMINED]}
    return plan, any(
        _is_sequence(spec) or leaves_open(session.registry.get(spec.engine), asked)
        for spec in sources.values()
        for asked in [replace(request.wish, source=spec.source)]
    )


def _is_sequence(spec: JobSpec) -> bool:
    """Frames do not say how fast they are to be shown: that is asked once."""
    return is_pattern(Path(spec.source))
