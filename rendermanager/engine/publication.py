"""Puts a verified result in its place, waits for a place that is away, or keeps it for later."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer

from rendermanager.core.job import Attempt, IfExists
from rendermanager.core.output import Artifact, ExpectedOutput
from rendermanager.core.progress import Stage
from rendermanager.engine.closing import Closing
from rendermanager.engine.diagnose import failure_of
from rendermanager.engine.finish import Examined
from rendermanager.engine.kept import Stand, own_results, stand_of, waits
from rendermanager.engine.publishing import beside_others, is_private, put_in_place
from rendermanager.engine.workshop import Wish, Workshop
from rendermanager.media.presence import source_numbers
from rendermanager.store import endings, leftovers
from rendermanager.store.txn import Txn

PUBLISH_WAITS_S: Final = (1.0, 4.0, 15.0, 40.0)
"""Before each further try to rename a verified result, in seconds: a shared drive may come back."""
WAIT_STEP_MS: Final = 500

_log = logging.getLogger(__name__)


class Publication:
    """The way of one attempt's result from its temporary folder to its final names.

    Attributes:
        own: What stands at the final names and may be replaced, since this task has made it.
        has_begun: Whether the renames have begun: from there on it can only complete.
    """

    def __init__(
        self,
        shop: Workshop,
        closing: Closing,
        wish: Callable[[], Wish],
        wind_up: Callable[[], None],
    ) -> None:
        """Prepare to publish.

        Args:
            shop: What to work with.
            closing: Records the end.
            wish: How a person wants the attempt to end, by now.
            wind_up: Called to end it as wished, where it waits for its place.
        """
        self._shop = shop
        self._closing = closing
        self._wish = wish
        self._wind_up = wind_up
        self.own = own_results(shop.store, closing.claim.attempt)
        self.has_begun = False
        self._taken: Attempt | None = None
        self._waits_s: Sequence[float] = PUBLISH_WAITS_S

    def take_over(self, earlier: Attempt) -> None:
        """What is going to be published was made and verified by an earlier attempt."""
        self._taken = earlier
        # Until the folder of the earlier attempt is its own, it has none.
        self._closing.has_folder = False

    def if_exists(self, files: Sequence[Artifact | ExpectedOutput]) -> IfExists:
        """What becomes of files that stand where these are going to be."""
        job = self._closing.claim.job
        return IfExists.REPLACE if is_private(files, job) else job.spec.if_exists

    def publish(self, examined: Examined, tries: int = 0) -> None:
        """Record what is about to be renamed, then rename it; see `recover` for a crash between."""
        claim = self._closing.claim
        self.has_begun = True
        self._shop.board.enter(claim.attempt.id, Stage.PUBLISH)
        artifacts, warnings = examined.artifacts, examined.warnings
        taken = self._taken

        def record(txn: Txn) -> None:
            endings.publish(txn, claim.attempt, artifacts, warnings, examined.kept)
            if taken is not None:
                leftovers.take_result(txn, claim.attempt, taken)

        self._closing.write(record, lambda _: self._on_recorded(examined, tries))

    def _on_recorded(self, examined: Examined, tries: int) -> None:
        claim = self._closing.claim
        if self._taken is not None:
            attempt = replace(claim.attempt, folder=self._taken.folder, log=self._taken.log)
            self._closing.claim = replace(claim, attempt=attempt)
            self._closing.has_folder = True
            self._taken = None
            # It has waited long enough: the next attempt waits on.
            self._waits_s = ()
        self._rename(examined, tries)

    def _rename(self, examined: Examined, tries: int) -> None:
        spec, background = self._closing.claim.spec, self._shop.background
        attempt, artifacts, warnings = (
            self._closing.claim.attempt,
            examined.artifacts,
            examined.warnings,
        )
        background.run(
            background.io,
            lambda: put_in_place(
                artifacts,
                may_replace=self.if_exists(artifacts) is IfExists.REPLACE,
                sources=source_numbers(spec.source),
                own=self.own,
            ),
            lambda _: self._closing.complete(
                lambda txn: endings.complete(txn, attempt, artifacts, warnings)
            ),
            lambda error: self._on_not_renamed(error, examined, tries),
        )

    def _on_not_renamed(self, error: Exception, examined: Examined, tries: int) -> None:
        """Somebody was faster: take another name. The drive is gone: wait for it a while."""
        if isinstance(error, FileExistsError) and tries < len(PUBLISH_WAITS_S):
            self._shop.background.run(
                self._shop.background.io,
                lambda: replace(
                    examined, artifacts=tuple(beside_others(examined.artifacts, self.own))
                ),
                lambda renamed: self.publish(renamed, tries + 1),
                lambda error: self._keep(error, examined),
            )
        elif not isinstance(error, OSError) or tries >= len(self._waits_s):
            self._keep(error, examined)
        else:
            _log.info("job %s: not published yet: %s", self._closing.claim.job.id, error)
            # Until it goes on, a person may still cancel it or close the app.
            self.has_begun = False
            self._wait(self._waits_s[tries], lambda: self.publish(examined, tries + 1))

    def _keep(self, error: Exception, examined: Examined) -> None:
        """It cannot be published for now: what is verified stays where it is, if it is there."""
        attempt = replace(
            self._closing.claim.attempt, artifacts=examined.artifacts, kept=examined.kept
        )
        self._shop.background.run(
            self._shop.background.io,
            lambda: stand_of(attempt),
            lambda stand: self._on_stand(stand, attempt, error),
            self._closing.fail_for,
        )

    def _on_stand(self, stand: Stand, attempt: Attempt, error: Exception) -> None:
        if stand is Stand.LOST or not isinstance(error, OSError):
            self._closing.keeps_frames = stand is not Stand.LOST
            self._closing.fail_for(error)
        elif isinstance(error, FileExistsError):
            self._closing.fail_for(error)
        else:
            # What is missing is the folder with all that is in it.
            reason = None if isinstance(error, FileNotFoundError) else error
            self._closing.fail(failure_of(waits(attempt, reason)))

    def _wait(self, seconds: float, then: Callable[[], None]) -> None:
        wish = self._wish()
        if wish is Wish.INTERRUPT:
            self._closing.leave()
        elif wish is not Wish.NONE:
            self._wind_up()
        elif seconds <= 0:
            then()
        else:
            QTimer.singleShot(WAIT_STEP_MS, lambda: self._wait(seconds - WAIT_STEP_MS / 1000, then))
