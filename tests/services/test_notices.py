"""What is worth a notification."""

import pytest

from rendermanager.core.status import JobStatus
from rendermanager.services.notices import (
    FAILURE_PAUSE_S,
    Ended,
    Notice,
    batch_notice,
    failure_notice,
)

DONE = Ended(1, "a.mov", JobStatus.COMPLETED, output="/a.mp4")
ALSO_DONE = Ended(2, "b.mov", JobStatus.COMPLETED, output="/b.mp4")
FAILED = Ended(3, "c.mov", JobStatus.FAILED, cause="The disk is full.")
ALSO_FAILED = Ended(4, "d.mov", JobStatus.FAILED, cause="It crashed.")
CANCELLED = Ended(5, "e.mov", JobStatus.CANCELLED)


@pytest.mark.parametrize(
    ("batch", "expected"),
    [
        ([], None),
        ([CANCELLED, CANCELLED], None),
        ([FAILED], None),
        ([FAILED, CANCELLED], None),
        ([DONE], Notice("“a.mov” is done", "/a.mp4", 1)),
        ([DONE, CANCELLED], Notice("“a.mov” is done", "/a.mp4", 1)),
        ([DONE, ALSO_DONE], Notice("All renders are done", "2 done", 2)),
        ([DONE, FAILED], Notice("The queue has finished", "1 done · 1 failed", 3, urgent=True)),
        (
            [DONE, FAILED, ALSO_DONE, ALSO_FAILED, CANCELLED],
            Notice("The queue has finished", "2 done · 2 failed", 3, urgent=True),
        ),
        ([FAILED, ALSO_FAILED], Notice("The queue has finished", "2 failed", 3, urgent=True)),
    ],
)
def test_a_batch_is_summed_up_once(batch: list[Ended], expected: Notice | None) -> None:
    assert batch_notice(batch) == expected


@pytest.mark.parametrize(
    ("ended", "last_s", "told"),
    [
        (FAILED, None, True),
        (FAILED, 1000.0 - FAILURE_PAUSE_S, True),
        (FAILED, 1000.0 - FAILURE_PAUSE_S + 0.1, False),
        (FAILED, 1000.0, False),
        (DONE, None, False),
        (CANCELLED, None, False),
    ],
)
def test_a_failure_is_told_at_once_but_not_again_and_again(
    ended: Ended, last_s: float | None, told: bool
) -> None:
    notice = failure_notice(ended, 1000.0, last_s)
    expected = Notice("“c.mov” failed", "The disk is full.", 3, urgent=True)
    assert notice == (expected if told else None)
