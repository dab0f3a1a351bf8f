"""An attempt whose result an earlier one has verified: nothing is left to do but to publish it."""

import logging
from collections.abc import Callable
from typing import Any

from rendermanager.core.job import Attempt
from rendermanager.engine.kept import KeptResult, Stand, found_again, origin_of, stand_of, waits
from rendermanager.engine.resuming import Cleared, clear_away
from rendermanager.renderers.api import EngineVersion, RenderEngine, RenderRequest
from rendermanager.store import attempts, leftovers
from rendermanager.store.attempts import Claim
from rendermanager.store.store import Store

Ask = Callable[[], tuple[RenderRequest[Any], EngineVersion, RenderEngine[Any]]]
"""Tells what an attempt is asked for, what it would run, and whose that is."""

_log = logging.getLogger(__name__)


def kept_result(store: Store, claim: Claim, ask: Ask) -> KeptResult | None:
    """What an earlier attempt has left for this one to publish; None when it has to be rendered.

    Reads all of it, so it blocks on the disk. What is of no use any more is deleted.

    Raises:
        ResultWaits: Its folder is not there, or it cannot be read now: nothing can be said of it.
    """
    attempt = claim.attempt
    if not attempt.folder or attempt.fence < 2:
        return None
    earlier = store.read(lambda db: leftovers.result_of(db, attempt.task_id))
    if earlier is None:
        return None
    stand = stand_of(earlier)
    if stand is Stand.AWAY:
        raise waits(earlier)
    found = _same(earlier, ask) if stand is Stand.HERE else None
    if found is None:
        _give_up(store, earlier)
    return found


def _same(earlier: Attempt, ask: Ask) -> KeptResult | None:
    """The earlier result, if it is whole, and what is asked for now would make it again."""
    if earlier.kept is None or not earlier.kept.origin.is_that_of(origin_of(*ask())):
        _log.info("job %s is rendered again: it is not what it was", earlier.job_id)
        return None
    try:
        return found_again(earlier)
    except OSError as error:
        raise waits(earlier, error) from error


def _give_up(store: Store, earlier: Attempt) -> None:
    store.change(lambda txn: leftovers.give_up_result(txn, earlier.id))
    if clear_away(store, earlier.id, earlier.folder) is Cleared.GONE:
        store.change(lambda txn: attempts.folder_gone(txn, [earlier.id]), durable=False)
