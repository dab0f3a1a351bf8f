"""From the end of a program to the recorded end of its attempt: explain, verify, publish."""

import errno
import logging
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer

from rendermanager.core.amounts import size_words
from rendermanager.core.failure import Cause, Failure, FailureKind, Retry
from rendermanager.core.output import ExpectedOutput, Origin
from rendermanager.core.progress import Stage
from rendermanager.core.success import Success
from rendermanager.engine.closing import Closing
from rendermanager.engine.diagnose import denied, diagnose
from rendermanager.engine.doubting import with_doubts
from rendermanager.engine.finish import Examined, examine
from rendermanager.engine.handles import are_used_up, is_short, tells_of_shortage
from rendermanager.engine.hangwatch import span
from rendermanager.engine.kept import KeptResult, remembered
from rendermanager.engine.process import ExitReport
from rendermanager.engine.publication import Publication
from rendermanager.engine.workshop import Wish, Workshop
from rendermanager.renderers.extras import success_of
from rendermanager.renderers.reading_failures import rules_for
from rendermanager.store import endings, losses

HANDLES_WAIT_MS: Final = 1_000
"""Pause before a result is looked at again that could not be for want of file handles."""

_log = logging.getLogger(__name__)


class Ending:
    """The last steps of one attempt; each arranges the next, on pools and in the store.

    Attributes:
        closing: Records the end.
        wish: How a person wants it to end; may still change while the output is verified.
        still_s: Seconds without a sign of life, when it is ended for that.
        held: Bytes of memory that it held, when it is ended for that.
        limit_s: Seconds that it may take; 0 for any time.
        outputs: What it is expected to write; none for a program that renders nothing.
        origin: What its result depends on; None where it is not kept for another attempt.
    """

    def __init__(self, shop: Workshop, closing: Closing) -> None:
        """Prepare to end an attempt.

        Args:
            shop: What to work with.
            closing: Records its end.
        """
        self.closing = closing
        self._shop = shop
        self._claim = closing.claim
        self._publication = Publication(shop, closing, lambda: self.wish, self._end_as_wished)
        self.wish = Wish.NONE
        self.still_s = 0.0
        self.held = 0
        self.limit_s = closing.claim.job.spec.timeout_s
        self.outputs: Sequence[ExpectedOutput] = ()
        self.origin: Origin | None = None

    @property
    def is_publishing(self) -> bool:
        """Whether the renames have begun: from there on it can only complete."""
        return self._publication.has_begun

    def wind_up(self, report: ExitReport, elapsed_s: float = 0.0) -> None:
        """The program is gone after these seconds, or never ran: decide how the attempt ends."""
        self.closing.elapsed_s = elapsed_s
        if self.wish is Wish.CANCEL:
            self.closing.cancel()
        elif self.wish is Wish.INTERRUPT:
            self.closing.interrupt("the app was closed")
        elif self.wish is Wish.TIMEOUT:
            self.closing.fail(_took_too_long(self.limit_s), report.code)
        elif self.wish is Wish.HUNG:
            self.closing.fail(_hung(self.still_s), report.code)
        elif self.wish is Wish.MAKE_ROOM:
            self.closing.make_room(self.held)
        elif self.wish is Wish.REFUSE:
            limit = self._claim.spec.memory_limit_mb * 1_000_000
            self.closing.fail(_too_much(self.held, limit), report.code)
        else:
            self._judge(report)

    def lose(self, reason: str) -> None:
        """Its supervisor died: it runs again, but not again and again."""
        if self.wish is Wish.INTERRUPT:
            self.closing.interrupt(reason)
            return
        attempt = self._claim.attempt
        self.closing.end_unproven(lambda txn: losses.lose(txn, attempt, reason))

    def publish_kept(self, found: KeptResult) -> None:
        """Nothing is to be rendered: an earlier attempt has verified its result."""
        attempt, earlier = self._claim.attempt, found.earlier
        self.closing.elapsed_s = earlier.elapsed_s
        self._publication.take_over(earlier)
        if self.wish is not Wish.NONE:
            self._end_as_wished()
            return
        self.closing.write(
            lambda txn: endings.verify(txn, attempt, 0, earlier.elapsed_s),
            lambda _: self._publication.publish(found.examined),
        )

    def _end_as_wished(self) -> None:
        self.wind_up(ExitReport(self._claim.attempt.id), self.closing.elapsed_s)

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
        attempt, elapsed = self._claim.attempt, self.closing.elapsed_s
        if self.outputs:
            self._verify(report)
        else:
            self.closing.complete(lambda txn: endings.finish(txn, attempt, report.code, elapsed))

    def _hear(self, success: Success, report: ExitReport) -> None:
        """It ended well, but what it said decides."""
        log, spec = self._claim.attempt.log, self._claim.spec
        rules = rules_for(self._shop.registry.get(spec.engine), spec)
        self._shop.background.run(
            self._shop.background.io,
            lambda: denied(success, log, rules),
            lambda missed: self._on_heard(missed, report),
            self.closing.fail_for,
        )

    def _on_heard(self, missed: Failure | None, report: ExitReport) -> None:
        if self.wish is not Wish.NONE:
            self._end_as_wished()
        elif missed is not None:
            self.closing.fail(missed, report.code)
        else:
            self._accept(report)

    def _explain(self, report: ExitReport) -> None:
        log, spec = self._claim.attempt.log, self._claim.spec
        engine = self._shop.registry.get(spec.engine)
        self._shop.background.run(
            self._shop.background.io,
            lambda: diagnose(report, log, rules_for(engine, spec)),
            lambda failure: self.closing.fail(failure, report.code),
            self.closing.fail_for,
        )

    def _verify(self, report: ExitReport) -> None:
        claim, background = self._claim, self._shop.background
        self._shop.board.enter(claim.attempt.id, Stage.VERIFY)
        self.closing.write(
            lambda txn: endings.verify(txn, claim.attempt, report.code, self.closing.elapsed_s),
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
            self._end_as_wished()
        elif is_short(error):
            _log.info("job %s: no file handles left to look at it", self._claim.job.id)
            QTimer.singleShot(HANDLES_WAIT_MS, self._examine_again)
        else:
            self.closing.fail_for(error)

    def _examine_again(self) -> None:
        background = self._shop.background
        background.run(background.io, self._examine, self._on_examined, self._on_not_examined)

    def _examine(self) -> Examined:
        if_exists = self._publication.if_exists(self.outputs)
        engine, log = self._shop.registry.get(self._claim.spec.engine), self._claim.attempt.log
        examined = examine(self.outputs, self._shop.media, if_exists, self._publication.own)
        examined = with_doubts(examined, engine, log)
        failure = examined.failure()
        if failure is not None and (tells_of_shortage(failure.detail) or are_used_up()):
            raise OSError(errno.EMFILE, failure.message)
        return remembered(examined, self.origin, self._claim.attempt.folder)

    def _on_examined(self, examined: Examined) -> None:
        failure = examined.failure()
        if self.wish is not Wish.NONE:
            self._end_as_wished()
        elif failure is not None:
            # Which of its frames are to blame is not known: the next attempt begins afresh.
            self.closing.keeps_frames = False
            self.closing.fail(failure, 0)
        else:
            self._publication.publish(examined)


def _took_too_long(limit_s: float) -> Failure:
    return Failure(
        FailureKind.TIMEOUT,
        f"It took longer than its limit of {limit_s:.0f} seconds.",
        "Raise the limit, or make the render simpler.",
        Retry.NO,
    )


def _too_much(held: int, limit: int) -> Failure:
    return Failure(
        FailureKind.RESOURCE_EXHAUSTION,
        f"It took {size_words(held)} of memory, and {size_words(limit)} is what it may take.",
        "Raise its limit, or make the render smaller.",
        Retry.ONCE,
        cause=Cause.MEMORY,
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
