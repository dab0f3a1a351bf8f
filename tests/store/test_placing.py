"""Moving waiting jobs before others: positions, priorities, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from rendermanager.core.status import JobStatus, Priority
from rendermanager.store import intents, placing, queries
from rendermanager.store.placing import Moved
from rendermanager.store.store import Store
from tests.helpers.queue import add, job, new_job, run, status


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "queue.db")
    yield store
    store.close()


def order(store: Store) -> list[int]:
    return store.read(queries.job_ids)


def move(store: Store, ids: list[int], before: int | None) -> Moved:
    return store.change(lambda txn: placing.move_before(txn, ids, before))


def test_jobs_move_before_another_and_keep_their_order_among_themselves(store: Store) -> None:
    one, two, three, four = add(store, *(new_job() for _ in range(4)))
    move(store, [four, three], one)
    assert order(store) == [three, four, one, two]


def test_without_a_target_jobs_go_behind_all_that_wait(store: Store) -> None:
    one, two, three = add(store, *(new_job() for _ in range(3)))
    move(store, [one], None)
    assert order(store) == [two, three, one]


def test_a_job_added_later_still_comes_after_those_moved_to_the_end(store: Store) -> None:
    one, two = add(store, new_job(), new_job())
    move(store, [one, two], None)
    (three,) = add(store, new_job())
    assert order(store) == [one, two, three]


def test_a_target_that_is_moved_itself_gives_its_place_to_the_next_one(store: Store) -> None:
    one, two, three, four = add(store, *(new_job() for _ in range(4)))
    move(store, [two, four], two)
    assert order(store) == [one, two, four, three]


def test_the_tasks_follow_so_that_the_dispatcher_sees_the_same_order(store: Store) -> None:
    one, two, three = add(store, *(new_job() for _ in range(3)))
    move(store, [three], one)
    found = store.read(lambda db: queries.candidates(db, 10))
    assert [candidate.job_id for candidate in found] == [three, one, two]


def test_a_job_keeps_its_priority_where_its_neighbours_allow_it(store: Store) -> None:
    high, normal, low = add(
        store,
        new_job(priority=Priority.HIGH),
        new_job(),
        new_job(priority=Priority.LOW),
    )
    (other,) = add(store, new_job())
    move(store, [other], normal)
    assert order(store) == [high, other, normal, low]
    assert job(store, other).priority is Priority.NORMAL


def test_a_job_takes_the_nearest_priority_that_its_new_place_allows(store: Store) -> None:
    high, normal, low = add(
        store,
        new_job(priority=Priority.HIGH),
        new_job(),
        new_job(priority=Priority.LOW),
    )
    move(store, [low], high)
    assert order(store) == [low, high, normal]
    assert job(store, low).priority is Priority.HIGH
    move(store, [high], None)
    assert order(store) == [low, normal, high]
    assert job(store, high).priority is Priority.NORMAL


def test_run_next_goes_before_everything_whatever_its_priority(store: Store) -> None:
    urgent, low = add(store, new_job(priority=Priority.URGENT), new_job(priority=Priority.LOW))
    store.change(lambda txn: placing.run_next(txn, [low]))
    assert order(store) == [low, urgent]
    assert job(store, low).priority is Priority.URGENT


def test_jobs_that_do_not_wait_stay_and_are_named(store: Store) -> None:
    running = run(store).job_id
    one, two = add(store, new_job(), new_job())
    moved = move(store, [running, two], one)
    assert order(store) == [running, two, one]
    assert [(each.job_id, each.done) for each in moved.answers] == [(running, False), (two, True)]


def test_a_target_that_does_not_wait_any_more_moves_nothing(store: Store) -> None:
    running = run(store).job_id
    one, two = add(store, new_job(), new_job())
    moved = move(store, [two], running)
    assert order(store) == [running, one, two]
    assert not moved.answers[0].done
    assert moved.before == ()


def test_a_paused_job_can_be_moved(store: Store) -> None:
    one, two = add(store, new_job(), new_job())
    store.change(lambda txn: intents.pause(txn, [two]))
    move(store, [two], one)
    assert order(store) == [two, one]
    assert status(store, two) is JobStatus.PAUSED


def test_put_back_restores_places_and_priorities(store: Store) -> None:
    high, normal, low = add(
        store,
        new_job(priority=Priority.HIGH),
        new_job(),
        new_job(priority=Priority.LOW),
    )
    moved = move(store, [low, normal], high)
    assert order(store) == [normal, low, high]
    store.change(lambda txn: placing.put_back(txn, moved.before))
    assert order(store) == [high, normal, low]
    assert job(store, low).priority is Priority.LOW


def test_put_back_leaves_alone_what_runs_by_now(store: Store) -> None:
    one, two = add(store, new_job(), new_job())
    moved = move(store, [two], one)
    store.change(lambda txn: intents.cancel(txn, [two]))
    (answer,) = store.change(lambda txn: placing.put_back(txn, moved.before))
    assert not answer.done


def test_a_gap_that_is_used_up_is_made_anew(store: Store) -> None:
    first, *others = add(store, *(new_job() for _ in range(3)))
    wanted = [first, *others]
    for turn in range(140):
        # Again and again into the same gap, which halves each time.
        moved = wanted[-1]
        move(store, [moved], wanted[1])
        wanted = [wanted[0], moved, *wanted[1:-1]]
        if turn % 20 == 0:
            assert order(store) == wanted
    assert order(store) == wanted
    positions = [job(store, each).position for each in wanted]
    assert positions == sorted(set(positions))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_moves_leave_the_order_they_asked_for(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = Store(tmp_path_factory.mktemp("placing") / "queue.db")
    try:
        levels = data.draw(st.lists(st.sampled_from(list(Priority)), min_size=2, max_size=7))
        add(store, *(new_job(priority=level) for level in levels))
        for _ in range(data.draw(st.integers(1, 5))):
            before = order(store)
            chosen = data.draw(st.lists(st.sampled_from(before), min_size=1, unique=True))
            target = data.draw(st.sampled_from([*before, None]))
            move(store, chosen, target)
            picked = [each for each in before if each in chosen]
            rest = [each for each in before if each not in chosen]
            end = len(before) if target is None else before.index(target)
            at = sum(1 for each in before[:end] if each not in chosen)
            assert order(store) == [*rest[:at], *picked, *rest[at:]]
            found = [job(store, each).priority for each in order(store)]
            assert found == sorted(found)
    finally:
        store.close()
