"""Questions to the store."""

import re
from functools import partial

import apsw
import pytest

from rendermanager.core.status import JobStatus, Priority
from rendermanager.store import endings, intents, queries
from rendermanager.store.attempts import Candidate
from rendermanager.store.history import history
from rendermanager.store.store import Store
from tests.helpers.queue import (
    BROKEN,
    START,
    Clock,
    add,
    add_one,
    claim_next,
    failed,
    finished,
    new_job,
    run,
    story,
    verifying,
)


def next_up(store: Store, limit: int = 99, first_job: int = 0) -> list[Candidate]:
    return store.read(lambda connection: queries.candidates(connection, limit, first_job))


# --- candidates


def test_candidates_come_by_priority_then_in_order_of_arrival(store: Store) -> None:
    levels = [Priority.LOW, Priority.NORMAL, Priority.URGENT, Priority.NORMAL, Priority.SYSTEM]
    add(store, *[new_job(level.word, priority=level) for level in levels])
    assert [each.job_id for each in next_up(store)] == [3, 2, 4, 1, 5]


def test_a_candidate_carries_what_order_and_admission_need(store: Store) -> None:
    job_id = add_one(store, priority=Priority.HIGH)
    (candidate,) = next_up(store)
    assert candidate == Candidate(
        task_id=1,
        job_id=job_id,
        fence=0,
        tries=0,
        priority=Priority.HIGH,
        position=1.0,
        engine="ffmpeg",
    )


def test_candidates_are_limited_and_can_start_at_a_job(store: Store) -> None:
    add(store, *[new_job(f"job {n}") for n in range(5)])
    assert [each.job_id for each in next_up(store, limit=2)] == [1, 2]
    assert [each.job_id for each in next_up(store, first_job=4)] == [4, 5]


def test_only_what_is_ready_is_a_candidate(store: Store) -> None:
    finished(store)
    failed(store)
    run(store)
    waiting = run(store)
    store.change(lambda txn: endings.fail(txn, waiting, BROKEN, delay_s=60))
    add_one(store, checked=False)
    held, gone, ready = add(store, new_job("a"), new_job("b"), new_job("c"))
    store.change(lambda txn: intents.pause(txn, [held]))
    store.change(lambda txn: intents.cancel(txn, [gone]))
    assert [each.job_id for each in next_up(store)] == [ready]


def plan(connection: apsw.Connection) -> str:
    """How SQLite goes about the candidates."""
    asked: list[tuple[str, object]] = []

    def trace(_cursor: object, sql: str, values: object) -> bool:
        asked.append((sql, values))
        return True

    connection.exec_trace = trace
    try:
        queries.candidates(connection, 10)
    finally:
        connection.exec_trace = None
    ((sql, values),) = asked
    assert isinstance(values, tuple)
    return "\n".join(str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))


@pytest.mark.parametrize("analysed", [False, True], ids=["new", "analysed"])
def test_candidates_come_straight_from_the_index(store: Store, analysed: bool) -> None:
    add(store, *[new_job(f"job {n}") for n in range(300)])
    if analysed:
        store.change(lambda txn: txn.all("ANALYZE"))
    told = store.read(plan)
    assert re.search(r"SEARCH task USING INDEX task_next \(state=\?\)", told)
    assert "TEMP B-TREE" not in told.upper()
    assert "SCAN" not in told


# --- jobs


def test_jobs_are_listed_as_they_run_then_failed_then_done_latest_first(
    store: Store, clock: Clock
) -> None:
    done_early = finished(store)
    clock.advance(1)
    broken_early = failed(store)
    clock.advance(1)
    done_late = finished(store)
    clock.advance(1)
    broken_late = failed(store)
    running = run(store).job_id
    low, urgent, pending = add(
        store,
        new_job("low", priority=Priority.LOW),
        new_job("urgent", priority=Priority.URGENT),
        new_job("pending", checked=False),
    )
    clock.advance(1)
    cancelled = add_one(store)
    store.change(lambda txn: intents.cancel(txn, [cancelled]))
    expected = [
        *(running, urgent, pending, low),
        *(broken_late, broken_early),
        *(cancelled, done_late, done_early),
    ]
    assert store.read(queries.job_ids) == expected
    assert [each.id for each in store.read(queries.jobs)] == expected
    assert [each.id for each in store.read(lambda c: queries.jobs(c, limit=2))] == expected[:2]


def test_jobs_can_be_asked_for_by_status(store: Store) -> None:
    done, broken = finished(store), failed(store)
    add_one(store)
    wanted = [JobStatus.COMPLETED, JobStatus.FAILED]
    assert store.read(lambda c: queries.job_ids(c, wanted)) == [broken, done]
    assert [each.id for each in store.read(lambda c: queries.jobs(c, wanted, 1))] == [broken]
    assert store.read(lambda c: queries.jobs(c, [JobStatus.PAUSED])) == []


def test_a_job_that_does_not_exist_is_none(store: Store) -> None:
    assert store.read(lambda connection: queries.job(connection, 7)) is None


def test_jobs_are_found_by_their_numbers(store: Store) -> None:
    add(store, *[new_job(f"job {n}") for n in range(3)])
    found = store.read(lambda connection: queries.jobs_by_id(connection, [3, 1, 9]))
    assert {number: each.name for number, each in found.items()} == {1: "job 0", 3: "job 2"}
    assert store.read(lambda connection: queries.jobs_by_id(connection, [])) == {}


def test_jobs_are_found_by_any_number_of_numbers(store: Store) -> None:
    add_one(store)
    found = store.read(lambda connection: queries.jobs_by_id(connection, range(100_000)))
    assert list(found) == [1]


# --- history


def test_the_history_holds_what_ended_latest_first_even_when_it_was_cleared(
    store: Store, clock: Clock
) -> None:
    done = finished(store)
    clock.advance(1)
    broken = failed(store)
    clock.advance(1)
    never_ran = add_one(store)
    store.change(lambda txn: intents.remove(txn, [never_ran]))
    run(store)
    store.change(lambda txn: intents.clear(txn, [JobStatus.COMPLETED]))
    found = store.read(lambda c: history(c, None, 9))
    assert [each.id for each in found] == [broken, done]


def test_the_history_is_read_page_by_page(store: Store, clock: Clock) -> None:
    ended = []
    for number in range(5):
        ended.append(finished(store))
        clock.advance(number % 2)  # some end at the same moment
    pages: list[int] = []
    before = None
    while page := store.read(partial(history, before=before, limit=2)):
        pages += [each.id for each in page]
        last = page[-1]
        assert last.ended is not None
        before = (last.ended.timestamp(), last.id)
    assert pages == ended[::-1]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["opening"], ["Opening 100%"]),
        (["100%"], ["Opening 100%"]),
        (["shot_1"], ["shot_1!"]),
        (["shot", "1!"], ["shot_1!"]),
        (["h264", "opening"], ["Opening 100%"]),
        (["/media/x.mov"], ["shotA1"]),
        (["nothing"], []),
    ],
    ids=" ".join,
)
def test_the_history_is_searched_for_plain_words(
    store: Store, words: list[str], found: list[str]
) -> None:
    finished(store, name="Opening 100%")
    finished(store, name="shot_1!")
    finished(store, name="shotA1", source="/media/x.mov")
    jobs = store.read(lambda c: history(c, None, 9, words))
    assert [each.name for each in jobs] == found


# --- counts and sums


def test_jobs_are_counted_by_status(store: Store) -> None:
    finished(store)
    finished(store)
    failed(store)
    run(store)
    add(store, new_job("a"), new_job("b", checked=False))
    gone = finished(store) if not next_up(store) else None
    assert gone is None
    counts = store.read(queries.counts)
    assert counts.by_status == {
        JobStatus.COMPLETED: 2,
        JobStatus.FAILED: 1,
        JobStatus.RENDERING: 1,
        JobStatus.QUEUED: 1,
        JobStatus.PENDING: 1,
    }
    assert counts.waiting == 2
    assert counts.of(JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.PAUSED) == 3
    assert counts.of() == 0


def test_removed_jobs_are_not_counted(store: Store) -> None:
    job_id = finished(store)
    store.change(lambda txn: intents.remove(txn, [job_id]))
    assert store.read(queries.counts).by_status == {}


def test_what_was_done_is_summed_up(store: Store) -> None:
    assert store.read(queries.totals) == {
        "attempts_completed": 0,
        "attempts_failed": 0,
        "render_seconds": 0,
    }
    finished(store)
    attempt = run(store)
    store.change(lambda txn: endings.fail(txn, attempt, BROKEN, elapsed_s=2.5))
    run(store)
    assert store.read(queries.totals) == {
        "attempts_completed": 1,
        "attempts_failed": 1,
        "render_seconds": 15.0,
    }


# --- attempts and events


def test_open_attempts_are_those_that_have_not_ended(store: Store) -> None:
    finished(store)
    failed(store)
    first, second = run(store), verifying(store)
    assert [each.id for each in store.read(queries.open_attempts)] == [first.id, second.id]
    store.change(lambda txn: endings.interrupt(txn, first, "restart"))
    assert [each.id for each in store.read(queries.open_attempts)] == [second.id]


def test_attempts_of_a_job_come_in_order(store: Store) -> None:
    attempt = run(store)
    for _ in range(3):
        store.change(partial(endings.interrupt, attempt=attempt, reason="restart"))
        attempt = claim_next(store).attempt
    found = store.read(lambda connection: queries.attempts_of(connection, attempt.job_id))
    assert [each.fence for each in found] == [1, 2, 3, 4]
    assert store.read(lambda connection: queries.attempts_of(connection, 99)) == []


def test_events_of_a_job_are_its_own_and_in_order(store: Store, clock: Clock) -> None:
    first, second = add(store, new_job("a"), new_job("b"))
    clock.advance(5)
    for job_id in (second, first):
        store.change(partial(intents.pause, ids=[job_id]), actor="window")
    events = story(store, first)
    assert [event.new for event in events] == ["queued", "held", "paused"]
    assert {event.job_id for event in events} == {first}
    assert [event.id for event in events] == sorted(event.id for event in events)
    assert (events[0].at, (events[1].at - START).total_seconds()) == (START, 5)
    assert story(store, 99) == []
