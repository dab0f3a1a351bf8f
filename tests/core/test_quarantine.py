"""A task that was lost twice in a row is put aside."""

from rendermanager.core.failure import FailureKind, Retry
from rendermanager.core.quarantine import quarantine


def test_one_loss_is_bad_luck() -> None:
    assert quarantine(1, "the app died") is None


def test_the_second_loss_in_a_row_puts_the_task_aside() -> None:
    failure = quarantine(2, "the app died")
    assert failure is not None
    assert failure.kind is FailureKind.SYSTEM_ERROR
    assert failure.retry is Retry.AFTER_FIX
    assert "twice in a row" in failure.message
    assert failure.hint.startswith("Run it again")
    assert failure.detail == "the app died"
