"""Asks the queue for what a person wants, and says what came of it."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Signal

from rendermanager.core.job import Job
from rendermanager.core.status import JobStatus, Priority
from rendermanager.services.session import Session
from rendermanager.store.intents import PAUSED_ALREADY, Answer, Place
from rendermanager.store.placing import Moved
from rendermanager.ui.language.said import said, said_error
from rendermanager.ui.queue.model import QueueModel
from rendermanager.ui.queue.rows import priority_word
from rendermanager.ui.queue.undoing import Undo

_log = logging.getLogger(__name__)


class Asking(QObject):
    """The verbs of the window: each writes to the store, and the rows follow the commit.

    Signals:
        told: A sentence, and an `Undo` or None.
        failed: A sentence: something that was asked for could not be done.
    """

    told = Signal(str, object)
    failed = Signal(str)

    def __init__(self, session: Session, model: QueueModel, parent: QObject | None = None) -> None:
        """Ask in the name of the window."""
        super().__init__(parent)
        self._session = session
        self._model = model
        self._control = session.control("window")
        self._open: list[Undo] = []

    def settle(self) -> None:
        """Carry out now what was put off for as long as it could be undone."""
        for undo in tuple(self._open):
            undo.expire()

    def ask(self, verb: str, ids: Sequence[int]) -> None:
        """Ask one of `JOB_VERBS`; nothing is said unless nothing came of it."""
        self._when_done(self._control.ask(verb, ids), self._answered)

    def reorder(self, ids: Sequence[int], place: Place) -> None:
        """Move jobs within their priority."""
        self._when_done(self._control.reorder(ids, place), self._answered)

    def move_before(self, ids: Sequence[int], before_id: int | None) -> None:
        """Move jobs before another one, or behind all that wait."""
        self._when_done(self._control.move_before(ids, before_id), self._moved)

    def tell_edited(self, old: int, new: int, name: str) -> None:
        """A job took the place of another one, which comes back with undo."""

        def undo() -> None:
            self.ask("remove", [new])
            self.ask("restore", [old])

        self._tell(self.tr("Changed “{name}”").format(name=name), undo)

    def run_next(self, ids: Sequence[int]) -> None:
        """Move jobs before all that wait."""
        self._when_done(self._control.run_next(ids), self._moved)

    def remove(self, ids: Sequence[int]) -> None:
        """Take jobs out of the list."""

        def then(answers: Sequence[Answer]) -> None:
            gone = [each.job_id for each in answers if each.done]
            if gone:
                text = self._said(
                    gone, self.tr("Removed “{name}”"), self.tr("Removed {count} jobs")
                )
                self._tell(text, lambda: self.ask("restore", gone))
            self._say_refused(answers)

        self._when_done(self._control.ask("remove", ids), then)

    def clear(self, statuses: Sequence[JobStatus]) -> None:
        """Take all jobs with one of these ended statuses out of the list."""

        def then(ids: Sequence[int]) -> None:
            if not ids:
                self.told.emit(self.tr("There was nothing to clear"), None)
                return
            text = self._said(ids, self.tr("Cleared “{name}”"), self.tr("Cleared {count} jobs"))
            self._tell(text, lambda: self.ask("restore", ids))

        self._when_done(self._control.clear(statuses), then)

    def cancel(self, ids: Sequence[int]) -> None:
        """End jobs; those that run are suspended, and ended when the undo has expired."""
        live = [job_id for job_id in ids if self._session.board.get(job_id) is not None]
        idle = [job_id for job_id in ids if job_id not in live]

        def ended(answers: Sequence[Answer]) -> None:
            gone = [each.job_id for each in answers if each.done]

            def suspended(held: Sequence[Answer]) -> None:
                self._tell_cancelled(gone, held)
                self._say_refused([*answers, *held])

            self._when_done(self._control.ask("pause", live), suspended)

        self._when_done(self._control.ask("cancel", idle), ended)

    def set_priority(self, ids: Sequence[int], priority: Priority) -> None:
        """Serve jobs earlier or later."""
        before = {i: job.priority for i in ids if (job := self._model.job(i)) is not None}

        def then(answers: Sequence[Answer]) -> None:
            done = [each.job_id for each in answers if each.done]
            if not done:
                return
            word = priority_word(priority)
            one = self.tr("“{name}” has priority {priority}").replace("{priority}", word)
            many = self.tr("{count} jobs have priority {priority}").replace("{priority}", word)
            known = all(job_id in before for job_id in done)
            undo = (lambda: self._restore_priorities(done, before)) if known else None
            self._tell(self._said(done, one, many), undo)

        self._when_done(self._control.set_priority(ids, priority), then)

    # ------------------------------------------------------------------ what came of it

    def _tell_cancelled(self, gone: Sequence[int], held: Sequence[Answer]) -> None:
        """Offer to undo a cancel.

        Args:
            gone: Jobs that had not started, and are cancelled by now.
            held: What came of suspending those that run.
        """
        suspended = [each.job_id for each in held if each.done]
        paused_before = [each.job_id for each in held if each.message == PAUSED_ALREADY]
        ending = [*suspended, *paused_before]
        if not gone and not ending:
            return

        def undo() -> None:
            for verb, some in (("retry", gone), ("resume", suspended)):
                if some:
                    self.ask(verb, some)

        def expire() -> None:
            if ending:
                self._when_done(self._control.cancel_paused(ending), _nothing)

        one, many = self.tr("Cancelled “{name}”"), self.tr("Cancelled {count} jobs")
        self._tell(self._said([*gone, *ending], one, many), undo, expire)

    def _restore_priorities(self, ids: Sequence[int], before: dict[int, Priority]) -> None:
        for priority in Priority:
            some = [job_id for job_id in ids if before[job_id] is priority]
            if some:
                self._when_done(self._control.set_priority(some, priority), _nothing)

    def _moved(self, moved: Moved) -> None:
        done = [each.job_id for each in moved.answers if each.done]
        if done:
            text = self._said(done, self.tr("Moved “{name}”"), self.tr("Moved {count} jobs"))
            self._tell(text, lambda: self._put_back(moved))
        self._say_refused(moved.answers)

    def _put_back(self, moved: Moved) -> None:
        self._when_done(self._control.put_back(moved.before), _nothing)

    def _answered(self, answers: Sequence[Answer]) -> None:
        if not any(each.done for each in answers):
            self._say_refused(answers)

    def _say_refused(self, answers: Sequence[Answer]) -> None:
        refused = [e for e in answers if not e.done and e.message != PAUSED_ALREADY]
        if not refused:
            return
        first = refused[0]
        text = self.tr("“{name}” {why}.").format(
            name=self._name(first.job_id), why=said(first.message)
        )
        if len(refused) > 1:
            more = self.tr("{count} more could not be changed either.")
            text = f"{text} {more.format(count=len(refused) - 1)}"
        self.failed.emit(text)

    def _tell(
        self,
        text: str,
        undo: Callable[[], None] | None,
        expire: Callable[[], None] | None = None,
    ) -> None:
        if undo is None:
            self.told.emit(text, None)
            return
        offer = Undo(undo, expire)
        self._open.append(offer)
        offer.settled.connect(self._on_settled)
        self.told.emit(text, offer)

    def _on_settled(self) -> None:
        self._open = [each for each in self._open if each.is_open]

    def _said(self, ids: Sequence[int], one: str, many: str) -> str:
        if len(ids) == 1:
            return one.format(name=self._name(ids[0]))
        return many.format(count=len(ids))

    def _name(self, job_id: int) -> str:
        job: Job | None = self._model.job(job_id)
        return job.name if job is not None else self.tr("Job {id}").format(id=job_id)

    def _when_done(self, future: "Future[Any]", then: Callable[[Any], None]) -> None:
        self._session.background.when_done(future, then, self._on_error)

    def _on_error(self, error: Exception) -> None:
        _log.info("what was asked could not be written: %s", error)
        self.failed.emit(said_error(error))


def _nothing(_result: object) -> None:
    """Nothing is said when something was taken back."""
