"""From the end of a program to the recorded end of its attempt: explain, verify, publish, clean."""

import errno
import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer

from rendermanager.core.errors import DestinationUnusable, StaleMove
from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import Attempt, IfExists
from rendermanager.core.output import Artifact, ExpectedOutput, Origin
from rendermanager.core.progress import Stage
from rendermanager.core.retry import Tried, next_attempt
from rendermanager.core.success import Success
from rendermanager.engine.circuits import shared_by
from rendermanager.engine.diagnose import denied, diagnose, failure_of
from rendermanager.engine.doubting import with_doubts
from rendermanager.engine.emptied import remove_emptied
from rendermanager.engine.finish import Examined, examine
from rendermanager.engine.handles import (
    SHORT_OF_HANDLES,
    are_used_up,
    is_short,
    tells_of_shortage,
)
from rendermanager.engine.hangwatch import span
from rendermanager.engine.kept import KeptResult, Stand, own_results, remembered, stand_of, waits
from rendermanager.engine.process import ExitReport
from rendermanager.engine.publishing import (
    beside_others,
    is_private,
    put_in_place,
)
from rendermanager.engine.resuming import Cleared, clear_away
from rendermanager.engine.workshop import Wish, Workshop
from rendermanager.media.presence import source_numbers
from rendermanager.renderers.extras import (
    remedies_of,
    success_of,
)
from rendermanager.renderers.reading_failures import rules_for
from rendermanager.store import attempts, endings, leftovers, losses
from rendermanager.store.attempts import Claim
from rendermanager.store.txn import Txn

PUBLISH_WAITS_S: Final = (1.0, 4.0, 15.0, 40.0)
"""Before each further try to rename a verified result, in seconds: a shared drive may come back."""
WAIT_STEP_MS: Final = 500
HANDLES_WAIT_MS: Final = 1_000
"""Pause before a result is looked at again that could not be for want of file handles."""

_log = logging.getLogger(__name__)


class Ending:
    """The last steps of one attempt; each arranges the next, on pools and in the store.

    Attributes:
        wish: How a person wants it to end; may still change while the output is verified.
        elapsed_s: Seconds it ran, pauses left out.
        still_s: Seconds without a sign of life, when it is ended for that.
        limit_s: Seconds that it may take; 0 for any time.
        origin: What its result depends on; None where it is not kept for another attempt.
        is_publishing: Whether the renames have begun: from there on it can only complete.
    """

    def __init__(
        self,
        shop: Workshop,
        claim: Claim,
        released: Callable[[], None],
        settled: Callable[[], None],
    ) -> None:
        """Prepare to end this attempt.

        Args:
            shop: What to work with.
            claim: The attempt.
            released: Called when the slot may take another task.
            settled: Called when the end is stored and the temporary folder is gone.
        """
        self._shop = shop
        self._claim = claim
        self._released = released
        self._settled = settled
        self.wish = Wish.NONE
        self.is_publishing = False
        self.elapsed_s = 0.0
        self.still_s = 0.0
        self.limit_s = claim.job.spec.timeout_s
        self.outputs: Sequence[ExpectedOutput] = ()
        self.origin: Origin | None = None
        self._taken: Attempt | None = None
        self._own = own_results(shop.store, claim.attempt)
        self._has_folder = bool(claim.attempt.folder)
        self._waits_s: Sequence[float] | None = None
        self._keeps_frames = True
        self._is_done = False

    def wind_up(self, report: ExitReport) -> None:
        """The program is gone, or never ran: decide how the attempt ends."""
        attempt, elapsed = self._claim.attempt, self.elapsed_s
        if self.wish is Wish.CANCEL:
            self._end_unproven(lambda txn: endings.cancelled(txn, attempt, elapsed))
        elif self.wish is Wish.INTERRUPT:
            self.interrupt("the app was closed")
        elif self.wish is Wish.TIMEOUT:
            self._fail(_took_too_long(self.limit_s), report)
        elif self.wish is Wish.HUNG:
            self._fail(_hung(self.still_s), report)
        else:
            self._judge(report)

    def _judge(self, report: ExitReport) -> None:
        """How it ended, and what it said, tell whether it has done its work."""
        success = success_of(self._shop.registry.get(self._claim.spec.engine))
        if not report.was_successful(success.codes):
            self._explain(report)
        elif success.listens:
            self._hear(success, report)
        else:
            self._accept(report)

    def _accept(self, report: ExitReport) -> None:
        """The program has done its work, as far as it says."""
        attempt, elapsed = self._claim.attempt, self.elapsed_s
        if self.outputs:
            self._verify(report)
        else:
            self._succeed(lambda txn: endings.finish(txn, attempt, report.code, elapsed))

    def _hear(self, success: Success, report: ExitReport) -> None:
        """It ended well, but what it said decides."""
        log, spec = self._claim.attempt.log, self._claim.spec
        rules = rules_for(self._shop.registry.get(spec.engine), spec)
        self._shop.background.run(
            self._shop.background.io,
            lambda: denied(success, log, rules),
            lambda missed: self._on_heard(missed, report),
            self.fail,
        )

    def _on_heard(self, missed: Failure | None, report: ExitReport) -> None:
        if self.wish is not Wish.NONE:
            self.wind_up(ExitReport(self._claim.attempt.id))
        elif missed is not None:
            self._fail(missed, report)
        else:
            self._accept(report)

    def interrupt(self, reason: str) -> None:
        """It was cut off through no fault of its own: it costs no try."""
        attempt = self._claim.attempt
        self._end_unproven(lambda txn: endings.interrupt(txn, attempt, reason))

    def give_back(self, reason: str) -> None:
        """Its program never ran, and another task's turn comes first."""
        attempt = self._claim.attempt
        self._end_unproven(lambda txn: endings.give_back(txn, attempt, reason))

    def lose(self, reason: str) -> None:
        """Its supervisor died: it runs again, but not again and again."""
        if self.wish is Wish.INTERRUPT:
            self.interrupt(reason)
            return
        attempt = self._claim.attempt
        self._end_unproven(lambda txn: losses.lose(txn, attempt, reason))

    def fail(self, error: Exception) -> None:
        """One of our own stages failed."""
        if isinstance(error, DestinationUnusable):
            self._has_folder = False  # it could not be made
        failure = SHORT_OF_HANDLES if is_short(error) else failure_of(error)
        if failure.detail and not isinstance(error, OSError):
            _log.info("job %s: %s", self._claim.job.id, failure.detail)
        self._fail(failure, ExitReport(self._claim.attempt.id))

    def _explain(self, report: ExitReport) -> None:
        log, spec = self._claim.attempt.log, self._claim.spec
        engine = self._shop.registry.get(spec.engine)
        self._shop.background.run(
            self._shop.background.io,
            lambda: diagnose(report, log, rules_for(engine, spec)),
            lambda failure: self._fail(failure, report),
            self.fail,
        )

    def _if_exists(self, files: Sequence[Artifact | ExpectedOutput]) -> IfExists:
        private = is_private(files, self._claim.job)
        return IfExists.REPLACE if private else self._claim.job.spec.if_exists

    def _verify(self, report: ExitReport) -> None:
        claim, background = self._claim, self._shop.background
        self._shop.board.enter(claim.attempt.id, Stage.VERIFY)
        self.write(
            lambda txn: endings.verify(txn, claim.attempt, report.code, self.elapsed_s),
            lambda _: background.run(
                background.io,
                self._examine,
                self._on_examined,
                self._on_not_examined,
            ),
        )

    def _on_not_examined(self, error: Exception) -> None:
        """Without file handles nothing can be looked at: it is, as soon as there are some."""
        if self.wish is not Wish.NONE:
            self.wind_up(ExitReport(self._claim.attempt.id))
        elif is_short(error):
            _log.info("job %s: no file handles left to look at it", self._claim.job.id)
            QTimer.singleShot(HANDLES_WAIT_MS, self._examine_again)
        else:
            self.fail(error)

    def _examine_again(self) -> None:
        background = self._shop.background
        background.run(background.io, self._examine, self._on_examined, self._on_not_examined)

    def _examine(self) -> Examined:
        if_exists = self._if_exists(self.outputs)
        engine, log = self._shop.registry.get(self._claim.spec.engine), self._claim.attempt.log
        examined = examine(self.outputs, self._shop.media, if_exists, self._own)
        examined = with_doubts(examined, engine, log)
        failure = examined.failure()
        if failure is not None and (tells_of_shortage(failure.detail) or are_used_up()):
            raise OSError(errno.EMFILE, failure.message)
        return remembered(examined, self.origin, self._claim.attempt.folder)

    def publish_kept(self, found: KeptResult) -> None:
        """Nothing is to be rendered: an earlier attempt has verified its result."""
        attempt, earlier = self._claim.attempt, found.earlier
        self.elapsed_s = earlier.elapsed_s
        self._taken = earlier
        # Until the folder of the earlier attempt is its own, it has none.
        self._has_folder = False
        if self.wish is not Wish.NONE:
            self.wind_up(ExitReport(attempt.id))
            return
        self.write(
            lambda txn: endings.verify(txn, attempt, 0, earlier.elapsed_s),
            lambda _: self._publish(found.examined),
        )

    def _on_examined(self, examined: Examined) -> None:
        attempt = self._claim.attempt
        failure = examined.failure()
        if self.wish is not Wish.NONE:
            self.wind_up(ExitReport(attempt.id))
        elif failure is not None:
            # Which of its frames are to blame is not known: the next attempt begins afresh.
            self._keeps_frames = False
            self._fail(failure, ExitReport(attempt.id, 0))
        else:
            self._publish(examined)

    def _publish(self, examined: Examined, tries: int = 0) -> None:
        """Record what is about to be renamed, then rename it; see `recover` for a crash between."""
        claim = self._claim
        self.is_publishing = True
        self._shop.board.enter(claim.attempt.id, Stage.PUBLISH)
        artifacts, warnings = examined.artifacts, examined.warnings
        taken = self._taken

        def record(txn: Txn) -> None:
            endings.publish(txn, claim.attempt, artifacts, warnings, examined.kept)
            if taken is not None:
                leftovers.take_result(txn, claim.attempt, taken)

        self.write(record, lambda _: self._on_recorded(examined, tries))

    def _on_recorded(self, examined: Examined, tries: int) -> None:
        claim = self._claim
        if self._taken is not None:
            attempt = replace(claim.attempt, folder=self._taken.folder, log=self._taken.log)
            self._claim = replace(claim, attempt=attempt)
            self._has_folder = True
            self._taken = None
            # It has waited long enough: the next attempt waits on.
            self._waits_s = ()
        self._rename(examined, tries)

    def _rename(self, examined: Examined, tries: int) -> None:
        spec, background = self._claim.spec, self._shop.background
        attempt, artifacts, warnings = self._claim.attempt, examined.artifacts, examined.warnings
        background.run(
            background.io,
            lambda: put_in_place(
                artifacts,
                may_replace=self._if_exists(artifacts) is IfExists.REPLACE,
                sources=source_numbers(spec.source),
                own=self._own,
            ),
            lambda _: self._succeed(
                lambda txn: endings.complete(txn, attempt, artifacts, warnings)
            ),
            lambda error: self._on_not_renamed(error, examined, tries),
        )

    def _on_not_renamed(self, error: Exception, examined: Examined, tries: int) -> None:
        """Somebody was faster: take another name. The drive is gone: wait for it a while."""
        waits_s = PUBLISH_WAITS_S if self._waits_s is None else self._waits_s
        if isinstance(error, FileExistsError) and tries < len(PUBLISH_WAITS_S):
            self._shop.background.run(
                self._shop.background.io,
                lambda: replace(
                    examined, artifacts=tuple(beside_others(examined.artifacts, self._own))
                ),
                lambda renamed: self._publish(renamed, tries + 1),
                lambda error: self._keep(error, examined),
            )
        elif not isinstance(error, OSError) or tries >= len(waits_s):
            self._keep(error, examined)
        else:
            _log.info("job %s: not published yet: %s", self._claim.job.id, error)
            # Until it goes on, a person may still cancel it or close the app.
            self.is_publishing = False
            self._wait(waits_s[tries], lambda: self._publish(examined, tries + 1))

    def _keep(self, error: Exception, examined: Examined) -> None:
        """It cannot be published for now: what is verified stays where it is, if it is there."""
        attempt = replace(self._claim.attempt, artifacts=examined.artifacts, kept=examined.kept)
        self._shop.background.run(
            self._shop.background.io,
            lambda: stand_of(attempt),
            lambda stand: self._on_stand(stand, attempt, error),
            self.fail,
        )

    def _on_stand(self, stand: Stand, attempt: Attempt, error: Exception) -> None:
        if stand is Stand.LOST or not isinstance(error, OSError):
            self._keeps_frames = stand is not Stand.LOST
            self.fail(error)
        elif isinstance(error, FileExistsError):
            self.fail(error)
        else:
            # What is missing is the folder with all that is in it.
            reason = None if isinstance(error, FileNotFoundError) else error
            self._fail(failure_of(waits(attempt, reason)), ExitReport(attempt.id))

    def _wait(self, seconds: float, then: Callable[[], None]) -> None:
        if self.wish is Wish.INTERRUPT:
            # All that it needs is recorded: the next start renames it.
            self._shop.board.close(self._claim.attempt.id)
            self._released()
            self._settled()
        elif self.wish is not Wish.NONE:
            self.wind_up(ExitReport(self._claim.attempt.id))
        elif seconds <= 0:
            then()
        else:
            QTimer.singleShot(WAIT_STEP_MS, lambda: self._wait(seconds - WAIT_STEP_MS / 1000, then))

    def _fail(self, failure: Failure, report: ExitReport) -> None:
        claim, elapsed, spec = self._claim, self.elapsed_s, self._claim.spec
        policy = replace(self._shop.policy_of(spec.engine), max_attempts=spec.max_attempts)
        tried = Tried(claim.tries + 1, claim.postponed, claim.attempt.adaptation)
        remedies = remedies_of(self._shop.registry.get(spec.engine))
        # Not for secrets: it only keeps many retries from coming back in the same moment.
        spread = random.random()  # noqa: S311
        again = next_attempt(failure, tried, policy, remedies, spread)
        self._shop.circuits.failed(spec, failure, self._shop.store.now())

        def end(txn: Txn) -> None:
            if not self._keeps_frames:
                leftovers.disown(txn, claim.attempt)
            if again is not None:
                endings.adapt(txn, claim.attempt, again.adaptation)
            endings.fail(
                txn,
                claim.attempt,
                failure,
                exit_code=report.code,
                elapsed_s=elapsed,
                delay_s=again.delay_s if again else None,
                counts=again is None or again.counts,
            )

        self._close(end)

    def _succeed(self, end: Callable[[Txn], None]) -> None:
        self._is_done = True
        self._shop.circuits.succeeded(self._claim.spec)
        self._close(end)

    def _end_unproven(self, end: Callable[[Txn], None]) -> None:
        """End it in a way that says nothing about its engine or its folder."""
        self._shop.circuits.released(shared_by(self._claim.spec))
        self._close(end)

    def _close(self, end: Callable[[Txn], None]) -> None:
        """Record the end; the slot takes the next task while this one is stored and cleaned up."""
        self._shop.board.close(self._claim.attempt.id)
        self.write(end, lambda _: self._clean(), lambda _: self._clean())
        self._released()

    def _clean(self) -> None:
        if not self._has_folder:
            self._on_cleaned(Cleared.GONE)
            return
        self._shop.background.run(
            self._shop.background.io,
            self._clear_away,
            self._on_cleaned,
            lambda _: self._on_cleaned(Cleared.NOT_YET),
        )

    def _clear_away(self) -> Cleared:
        attempt, store = self._claim.attempt, self._shop.store
        cleared = clear_away(store, attempt.id, attempt.folder)
        if cleared is Cleared.GONE and not self._is_done:
            store.change(lambda txn: attempts.folder_gone(txn, [attempt.id]), durable=False)
            remove_emptied(store)
        return cleared

    def _on_cleaned(self, cleared: Cleared) -> None:
        attempt = self._claim.attempt
        if cleared is Cleared.GONE and attempt.folder:
            self._shop.store.write(
                lambda txn: attempts.folder_gone(txn, [attempt.id]), durable=False
            )
        elif cleared is Cleared.NOT_YET:
            _log.warning("“%s” could not be removed yet", attempt.folder)
        self._settled()

    def _drop(self) -> None:
        """Its task is another attempt's by now: nothing is left to record, only to clean up."""
        self._shop.circuits.released(shared_by(self._claim.spec))
        self._shop.board.close(self._claim.attempt.id)
        self._clean()
        self._released()

    def write(
        self,
        change: Callable[[Txn], None],
        then: Callable[[None], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Store a move of this attempt.

        Args:
            change: The move.
            then: Called after the commit.
            failed: Called when it was not stored; by default the attempt fails, or is dropped when
                somebody else moved it on meanwhile.
        """

        def refused(error: Exception) -> None:
            stale = isinstance(error, StaleMove)
            if not stale:
                _log.error("a move was not stored: %s", error)
            if failed is not None:
                failed(error)
            elif stale:
                self._drop()
            else:
                self.fail(error)

        future = self._shop.store.write(change, actor="scheduler", patient=True)
        self._shop.background.when_done(future, then, refused)


def _took_too_long(limit_s: float) -> Failure:
    return Failure(
        FailureKind.TIMEOUT,
        f"It took longer than its limit of {limit_s:.0f} seconds.",
        "Raise the limit, or make the render simpler.",
        Retry.NO,
    )


def _hung(still_s: float) -> Failure:
    return Failure(
        FailureKind.TIMEOUT,
        f"It hung: for {span(still_s)} it printed nothing, computed nothing, and neither read "
        "nor wrote anything.",
        "See the end of its log for what it was waiting for. If it may wait that long, "
        "raise the limit for renders that hang in the settings.",
        Retry.ONCE,
    )
