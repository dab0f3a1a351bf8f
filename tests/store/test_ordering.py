"""Jobs are moved within their priority."""

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rendermanager.core.status import JobStatus, Priority
from rendermanager.store import attempts, endings, intents, queries
from rendermanager.store.intents import Answer, Place
from rendermanager.store.store import Store
from tests.helpers.queue import add, add_one, finished, job, new_job, quick_folder, rows, run, story


def move(store: Store, place: Place, *ids: int) -> list[Answer]:
    return store.change(lambda txn: intents.reorder(txn, ids, place), actor="window")


def order(store: Store) -> list[int]:
    """The order in which jobs will run; the list and the index must agree about it."""
    listed = store.read(lambda connection: queries.job_ids(connection, [JobStatus.QUEUED]))
    assert [each.job_id for each in store.read(lambda c: queries.candidates(c, 999))] == listed
    return listed


def fill(store: Store, count: int = 5) -> None:
    assert add(store, *[new_job(f"job {n}") for n in range(1, count + 1)])[0] == 1


@pytest.mark.parametrize(
    ("place", "ids", "after"),
    [
        (Place.TOP, [3], [3, 1, 2, 4, 5]),
        (Place.TOP, [5, 3], [3, 5, 1, 2, 4]),
        (Place.TOP, [1, 2], [1, 2, 3, 4, 5]),
        (Place.TOP, [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]),
        (Place.BOTTOM, [3], [1, 2, 4, 5, 3]),
        (Place.BOTTOM, [4, 1], [2, 3, 5, 1, 4]),
        (Place.BOTTOM, [5], [1, 2, 3, 4, 5]),
        (Place.UP, [3], [1, 3, 2, 4, 5]),
        (Place.UP, [1], [1, 2, 3, 4, 5]),
        (Place.UP, [1, 2, 4], [1, 2, 4, 3, 5]),
        (Place.UP, [3, 4], [1, 3, 4, 2, 5]),
        (Place.DOWN, [3], [1, 2, 4, 3, 5]),
        (Place.DOWN, [5], [1, 2, 3, 4, 5]),
        (Place.DOWN, [2, 4, 5], [1, 3, 2, 4, 5]),
        (Place.DOWN, [2, 3], [1, 4, 2, 3, 5]),
    ],
    ids=str,
)
def test_jobs_keep_their_order_among_themselves_when_they_move(
    store: Store, place: Place, ids: list[int], after: list[int]
) -> None:
    fill(store)
    answers = move(store, place, *ids)
    assert order(store) == after
    assert answers == [Answer(each, True, f"moved {place}") for each in ids]


def test_a_move_stays_within_the_priority(store: Store) -> None:
    fill(store, 4)
    store.change(lambda txn: intents.set_priority(txn, [3, 4], Priority.HIGH))
    move(store, Place.TOP, 2, 4)
    assert order(store) == [4, 3, 2, 1]
    move(store, Place.BOTTOM, 2, 4)
    assert order(store) == [3, 4, 1, 2]


def test_jobs_that_share_a_place_can_be_moved_all_the_same(store: Store) -> None:
    fill(store, 4)
    for each in (1, 2, 3):
        store.change(partial(intents.place_at, job_id=each, position=2.0))
    assert order(store) == [1, 2, 3, 4]
    move(store, Place.UP, 3)
    assert order(store) == [1, 3, 2, 4]
    move(store, Place.DOWN, 1)
    assert order(store) == [3, 1, 2, 4]
    move(store, Place.TOP, 2)
    assert order(store) == [2, 3, 1, 4]


def test_a_job_moved_to_the_bottom_still_goes_before_those_that_come_later(store: Store) -> None:
    fill(store, 3)
    for _ in range(200):
        move(store, Place.BOTTOM, 1)
        move(store, Place.BOTTOM, 2)
    assert order(store) == [3, 1, 2]
    assert add_one(store) == 4
    assert order(store) == [3, 1, 2, 4]


def test_a_move_to_the_top_of_a_long_queue_touches_only_what_was_moved(store: Store) -> None:
    fill(store, 500)
    for place in (Place.TOP, Place.BOTTOM):
        before = rows(store, "SELECT max(id) FROM event")[0][0]
        move(store, place, 250, 251)
        assert {row[0] for row in rows(store, "SELECT job_id FROM event WHERE id > ?", before)} == {
            250,
            251,
        }
    assert order(store)[-2:] == [250, 251]


def test_a_move_that_changes_nothing_is_no_event(store: Store) -> None:
    fill(store, 3)
    before = rows(store, "SELECT count(*) FROM event")
    move(store, Place.TOP, 1)
    move(store, Place.UP, 1)
    move(store, Place.DOWN, 3)
    move(store, Place.BOTTOM, 3)
    assert rows(store, "SELECT count(*) FROM event") == before


def test_a_move_is_told(store: Store) -> None:
    fill(store, 3)
    move(store, Place.TOP, 3)
    event = story(store, 3)[-1]
    assert (event.kind, event.reason, event.actor) == ("edited", "moved in the queue", "window")


def test_only_waiting_jobs_move_and_each_other_one_is_answered(store: Store) -> None:
    done, running = finished(store), run(store).job_id
    first, second = add(store, new_job("a"), new_job("b"))
    gone = add_one(store)
    store.change(lambda txn: intents.remove(txn, [gone]))
    assert move(store, Place.TOP, done, second, running, gone, 99) == [
        Answer(done, False, "is completed"),
        Answer(second, True, "moved top"),
        Answer(running, False, "is rendering"),
        Answer(gone, False, "does not exist"),
        Answer(99, False, "does not exist"),
    ]
    assert order(store) == [second, first]


def test_unchecked_and_paused_jobs_move_too(store: Store) -> None:
    add(store, new_job("a"), new_job("b", checked=False), new_job("c"), new_job("d"))
    store.change(lambda txn: intents.pause(txn, [3]))
    move(store, Place.TOP, 2, 3)
    assert store.read(queries.job_ids) == [2, 3, 1, 4]
    assert job(store, 2).position < job(store, 1).position


def test_nothing_can_be_moved(store: Store) -> None:
    assert move(store, Place.TOP) == []


def test_a_job_that_waits_again_keeps_its_place(store: Store) -> None:
    fill(store, 3)
    move(store, Place.TOP, 3)
    (candidate,) = store.read(lambda connection: queries.candidates(connection, 1))
    claim = store.change(lambda txn: attempts.claim(txn, candidate, lambda *_: attempts.Place()))
    store.change(lambda txn: endings.interrupt(txn, claim.attempt, "restart"))
    assert order(store) == [3, 1, 2]


def as_described(before: list[int], chosen: set[int], place: Place) -> list[int]:
    """The order that a person expects, written as plainly as can be."""
    picked = [each for each in before if each in chosen]
    others = [each for each in before if each not in chosen]
    if place is Place.TOP:
        return picked + others
    if place is Place.BOTTOM:
        return others + picked
    after = before if place is Place.UP else before[::-1]
    moved: list[int] = []
    for each in after:
        if each in chosen and moved and moved[-1] not in chosen:
            moved.insert(len(moved) - 1, each)
        else:
            moved.append(each)
    return moved if place is Place.UP else moved[::-1]


@given(
    st.lists(
        st.tuples(st.sampled_from(Place), st.sets(st.integers(1, 7), min_size=1)), max_size=12
    ),
    st.sets(st.integers(1, 7)),
)
def test_any_series_of_moves_ends_in_the_order_a_person_expects(
    moves: list[tuple[Place, set[int]]],
    level: set[int],
) -> None:
    with quick_folder() as folder, closing(Store(Path(folder) / "queue.db")) as store:
        fill(store, 7)
        store.change(lambda txn: intents.set_priority(txn, sorted(level), Priority.HIGH))
        high = [each for each in range(1, 8) if each in level]
        normal = [each for each in range(1, 8) if each not in level]
        for place, chosen in moves:
            move(store, place, *chosen)
            high = as_described(high, chosen, place)
            normal = as_described(normal, chosen, place)
            assert order(store) == high + normal
