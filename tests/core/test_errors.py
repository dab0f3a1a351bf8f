"""Errors say whose fault it is, what happened and what to do."""

from pathlib import PurePath

import pytest

from rendermanager.core.errors import (
    BadInput,
    DestinationUnusable,
    NotPossibleNow,
    QueueBusy,
    RenderManagerError,
    ResultWaits,
    StaleMove,
    StoreBlocked,
    StoreDamaged,
    StoreNewer,
    StoreUnusable,
    UserError,
)
from rendermanager.core.problem import Problem


def test_an_error_reads_as_the_sentence_and_then_the_advice() -> None:
    error = RenderManagerError("The disk is full.", "Make room.")
    assert str(error) == "The disk is full. Make room."
    assert (error.message, error.hint) == ("The disk is full.", "Make room.")


def test_an_error_without_advice_is_just_the_sentence() -> None:
    assert str(RenderManagerError("The disk is full.")) == "The disk is full."


@pytest.mark.parametrize(
    ("kind", "parent", "code"),
    [
        (UserError, RenderManagerError, 2),
        (BadInput, UserError, 2),
        (NotPossibleNow, RenderManagerError, 3),
        (QueueBusy, NotPossibleNow, 3),
        (StoreUnusable, NotPossibleNow, 3),
        (StoreBlocked, StoreUnusable, 3),
        (StoreDamaged, StoreUnusable, 3),
        (StoreNewer, StoreUnusable, 3),
        (StaleMove, RenderManagerError, 1),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else str(value),
)
def test_the_exit_code_tells_whose_fault_it_is(
    kind: type[RenderManagerError], parent: type[RenderManagerError], code: int
) -> None:
    assert kind.__base__ is parent
    assert kind.exit_code == code


def test_bad_input_lists_every_problem_and_speaks_of_the_first() -> None:
    first = Problem("source", "There is no file “a.mov”.", "Check the path.")
    second = Problem("output", "The folder is read-only.")
    error = BadInput([first, second])
    assert error.problems == (first, second)
    assert str(error) == "There is no file “a.mov”. Check the path."


def test_bad_input_without_a_problem_is_a_bug() -> None:
    with pytest.raises(ValueError, match="at least one problem"):
        BadInput([])


def test_a_destination_names_its_folder_and_what_the_system_says() -> None:
    error = DestinationUnusable(PurePath("/mnt/out"), OSError(30, "Read-only file system"))
    assert "“/mnt/out” cannot be written to: Read-only file system." in error.message
    assert (error.number, error.exit_code) == (30, 3)
    assert DestinationUnusable(PurePath("x"), OSError("odd")).number == 0


def test_a_result_that_waits_names_itself_and_both_places() -> None:
    final, kept = PurePath("/out/clip.mp4"), PurePath("/out/.rendermanager-3-1")
    error = ResultWaits(final, kept, OSError(30, "Read-only file system"))
    assert error.message == (
        "“clip.mp4” is rendered and verified; it is kept in “/out/.rendermanager-3-1” until "
        "“/out” can be written to: Read-only file system."
    )
    assert "by itself" in error.hint
    assert error.number == 30
    assert isinstance(error, DestinationUnusable)
