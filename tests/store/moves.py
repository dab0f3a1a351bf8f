"""Every move of an attempt by its name, for tests that try them all."""

from collections.abc import Callable

from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import Attempt
from rendermanager.core.output import Artifact
from rendermanager.store import attempts, endings
from rendermanager.store.store import Store
from rendermanager.store.txn import Txn
from tests.helpers.queue import BROKEN, rows, run, start, verifying

AGAIN = Failure(FailureKind.NETWORK_FAILURE, "No answer.", "Wait.", Retry.BACKOFF)
FILES = (Artifact("/tmp/1/a.mp4", "/out/a.mp4", 42, "ab" * 32),)
Build = Callable[..., Attempt]
ACTIVE: dict[str, Build] = {"starting": start, "running": run, "verifying": verifying}

Move = Callable[[Txn, Attempt], None]
ENDS: dict[str, tuple[Move, str]] = {
    "fail": (lambda txn, attempt: endings.fail(txn, attempt, BROKEN), "failed"),
    "fail and wait": (
        lambda txn, attempt: endings.fail(txn, attempt, AGAIN, delay_s=5),
        "retry_wait",
    ),
    "interrupt": (lambda txn, attempt: endings.interrupt(txn, attempt, "restart"), "queued"),
    "cancel": (endings.cancelled, "cancelled"),
}
MOVES: dict[str, Move] = {
    "begin": lambda txn, attempt: attempts.begin(txn, attempt, "process 8"),
    "verify": lambda txn, attempt: endings.verify(txn, attempt, 0, 1.0),
    "publish": lambda txn, attempt: endings.publish(txn, attempt, FILES),
    "complete": endings.complete,
    **{name: move for name, (move, _) in ENDS.items()},
}


def do(store: Store, move: Move, attempt: Attempt) -> None:
    store.change(lambda txn: move(txn, attempt), actor="scheduler")


def snapshot(store: Store) -> list[list[tuple[object, ...]]]:
    return [rows(store, f"SELECT * FROM {table}") for table in ("job", "task", "attempt", "event")]
