"""Records how an attempt has ended, gives its slot back and takes its folder away."""

import logging
import random
from collections.abc import Callable
from dataclasses import replace
from math import ceil

from rendermanager.core.errors import DestinationUnusable, StaleMove
from rendermanager.core.failure import Failure
from rendermanager.core.retry import Tried, next_attempt
from rendermanager.engine.circuits import shared_by
from rendermanager.engine.diagnose import failure_of
from rendermanager.engine.emptied import remove_emptied
from rendermanager.engine.handles import SHORT_OF_HANDLES, is_short
from rendermanager.engine.resuming import Cleared, clear_away
from rendermanager.engine.workshop import Workshop
from rendermanager.renderers.extras import remedies_of
from rendermanager.scheduling.guard import AGAIN
from rendermanager.scheduling.memory import ran_short
from rendermanager.store import attempts, endings, leftovers
from rendermanager.store.attempts import Claim
from rendermanager.store.txn import Txn

_log = logging.getLogger(__name__)


class Closing:
    """The end of one attempt, whichever way it comes to it.

    Attributes:
        claim: The attempt.
        elapsed_s: Seconds it ran, pauses left out.
        has_folder: Whether its temporary folder may be there.
        keeps_frames: Whether another attempt may go on with the frames it has made.
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
        self.claim = claim
        self.elapsed_s = 0.0
        self.has_folder = bool(claim.attempt.folder)
        self.keeps_frames = True
        self._shop = shop
        self._released = released
        self._settled = settled
        self._is_done = False

    def complete(self, end: Callable[[Txn], None]) -> None:
        """It has done its work: record that."""
        self._is_done = True
        self._shop.circuits.succeeded(self.claim.spec)
        self._close(end)

    def cancel(self) -> None:
        """A person wants no more of it."""
        attempt, elapsed_s = self.claim.attempt, self.elapsed_s
        self.end_unproven(lambda txn: endings.cancelled(txn, attempt, elapsed_s))

    def interrupt(self, reason: str) -> None:
        """It was cut off through no fault of its own: it costs no try."""
        attempt = self.claim.attempt
        self.end_unproven(lambda txn: endings.interrupt(txn, attempt, reason))

    def make_room(self, held: int) -> None:
        """It was ended because memory was short, and held so many bytes: it costs no try."""
        attempt = self.claim.attempt
        known = replace(attempt.adaptation, memory_mb=ceil(AGAIN * held / 1_000_000))

        def end(txn: Txn) -> None:
            endings.adapt(txn, attempt, known)
            endings.interrupt(txn, attempt, ran_short(held))

        self.end_unproven(end)

    def give_back(self, reason: str) -> None:
        """Its program never ran, and another task's turn comes first."""
        attempt = self.claim.attempt
        self.end_unproven(lambda txn: endings.give_back(txn, attempt, reason))

    def end_unproven(self, end: Callable[[Txn], None]) -> None:
        """End it in a way that says nothing about its engine or its folder."""
        self._shop.circuits.released(shared_by(self.claim.spec))
        self._close(end)

    def fail_for(self, error: Exception) -> None:
        """One of our own stages failed."""
        if isinstance(error, DestinationUnusable):
            self.has_folder = False  # it could not be made
        failure = SHORT_OF_HANDLES if is_short(error) else failure_of(error)
        if failure.detail and not isinstance(error, OSError):
            _log.info("job %s: %s", self.claim.job.id, failure.detail)
        self.fail(failure)

    def fail(self, failure: Failure, exit_code: int | None = None) -> None:
        """It failed for this reason: record that, and when it is tried again."""
        claim, elapsed_s, spec = self.claim, self.elapsed_s, self.claim.spec
        policy = replace(self._shop.policy_of(spec.engine), max_attempts=spec.max_attempts)
        tried = Tried(claim.tries + 1, claim.postponed, claim.attempt.adaptation)
        remedies = remedies_of(self._shop.registry.get(spec.engine))
        # Not for secrets: it only keeps many retries from coming back in the same moment.
        spread = random.random()  # noqa: S311
        again = next_attempt(failure, tried, policy, remedies, spread)
        self._shop.circuits.failed(spec, failure, self._shop.store.now())

        def end(txn: Txn) -> None:
            if not self.keeps_frames:
                leftovers.disown(txn, claim.attempt)
            if again is not None:
                endings.adapt(txn, claim.attempt, again.adaptation)
            endings.fail(
                txn,
                claim.attempt,
                failure,
                exit_code=exit_code,
                elapsed_s=elapsed_s,
                delay_s=again.delay_s if again else None,
                counts=again is None or again.counts,
            )

        self._close(end)

    def leave(self) -> None:
        """All that it needs is recorded: the next start of the app ends it."""
        self._shop.board.close(self.claim.attempt.id)
        self._released()
        self._settled()

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
                self.fail_for(error)

        future = self._shop.store.write(change, actor="scheduler", patient=True)
        self._shop.background.when_done(future, then, refused)

    def _close(self, end: Callable[[Txn], None]) -> None:
        """Record the end; the slot takes the next task while this one is stored and cleaned up."""
        self._shop.board.close(self.claim.attempt.id)
        self.write(end, lambda _: self._clean(), lambda _: self._clean())
        self._released()

    def _clean(self) -> None:
        if not self.has_folder:
            self._on_cleaned(Cleared.GONE)
            return
        self._shop.background.run(
            self._shop.background.io,
            self._clear_away,
            self._on_cleaned,
            lambda _: self._on_cleaned(Cleared.NOT_YET),
        )

    def _clear_away(self) -> Cleared:
        attempt, store = self.claim.attempt, self._shop.store
        cleared = clear_away(store, attempt.id, attempt.folder)
        if cleared is Cleared.GONE and not self._is_done:
            store.change(lambda txn: attempts.folder_gone(txn, [attempt.id]), durable=False)
            remove_emptied(store)
        return cleared

    def _on_cleaned(self, cleared: Cleared) -> None:
        attempt = self.claim.attempt
        if cleared is Cleared.GONE and attempt.folder:
            self._shop.store.write(
                lambda txn: attempts.folder_gone(txn, [attempt.id]), durable=False
            )
        elif cleared is Cleared.NOT_YET:
            _log.warning("“%s” could not be removed yet", attempt.folder)
        self._settled()

    def _drop(self) -> None:
        """Its task is another attempt's by now: nothing is left to record, only to clean up."""
        self._shop.circuits.released(shared_by(self.claim.spec))
        self._shop.board.close(self.claim.attempt.id)
        self._clean()
        self._released()
