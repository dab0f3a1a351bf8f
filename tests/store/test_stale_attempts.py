"""Attempts that do not hold their task any more, or are ahead of it, change nothing."""

import pytest

from rendermanager.core.errors import StaleMove
from rendermanager.core.status import IllegalMove
from rendermanager.store.store import Store
from tests.helpers.queue import claim_next, run, start, task_state, verifying
from tests.store.moves import ACTIVE, ENDS, MOVES, Build, Move, do, snapshot


@pytest.mark.parametrize("move", MOVES.values(), ids=list(MOVES))
@pytest.mark.parametrize("end", ENDS.values(), ids=list(ENDS))
def test_an_attempt_that_has_ended_can_do_nothing_more(
    store: Store, end: tuple[Move, str], move: Move
) -> None:
    attempt = run(store)
    finish, state = end
    do(store, finish, attempt)
    assert task_state(store, attempt.job_id) == state
    before = snapshot(store)
    with pytest.raises(StaleMove):
        do(store, move, attempt)
    assert snapshot(store) == before


@pytest.mark.parametrize("move", MOVES.values(), ids=list(MOVES))
def test_an_attempt_that_completed_can_do_nothing_more(store: Store, move: Move) -> None:
    attempt = verifying(store)
    do(store, MOVES["complete"], attempt)
    before = snapshot(store)
    with pytest.raises(StaleMove):
        do(store, move, attempt)
    assert snapshot(store) == before


@pytest.mark.parametrize("move", MOVES.values(), ids=list(MOVES))
@pytest.mark.parametrize("state", ACTIVE)
def test_an_old_attempt_cannot_touch_a_newer_one(store: Store, state: str, move: Move) -> None:
    old = run(store)
    do(store, MOVES["interrupt"], old)
    new = claim_next(store).attempt
    if state != "starting":
        do(store, MOVES["begin"], new)
    if state == "verifying":
        do(store, MOVES["verify"], new)
    before = snapshot(store)
    with pytest.raises(StaleMove):
        do(store, move, old)
    assert snapshot(store) == before


@pytest.mark.parametrize("move", MOVES.values(), ids=list(MOVES))
def test_an_attempt_whose_job_is_gone_can_do_nothing(store: Store, move: Move) -> None:
    attempt = run(store)
    store.change(lambda txn: txn.run("DELETE FROM job"))
    with pytest.raises(StaleMove):
        do(store, move, attempt)


@pytest.mark.parametrize(
    ("build", "move"),
    [(start, "complete"), (run, "complete"), (run, "begin"), (verifying, "verify")],
    ids=[
        "T: starting > completed",
        "T: running > completed",
        "T: running > running",
        "T: verifying > verifying",
    ],
)
def test_no_step_can_be_left_out_or_made_twice(store: Store, build: Build, move: str) -> None:
    attempt = build(store)
    before = snapshot(store)
    with pytest.raises((IllegalMove, StaleMove)):
        do(store, MOVES[move], attempt)
    assert snapshot(store) == before


def test_nothing_is_published_before_it_is_checked(store: Store) -> None:
    attempt = run(store)
    with pytest.raises(StaleMove, match="does not hold its task"):
        do(store, MOVES["publish"], attempt)
