"""Jobs come into the queue, reserve their outputs and are checked."""

import pytest

from rendermanager.core.errors import BadInput
from rendermanager.core.failure import Failure, FailureKind
from rendermanager.core.source import SourceInfo, SourceKind
from rendermanager.core.status import Priority
from rendermanager.store import endings, intents, queries, submission
from rendermanager.store.store import Store
from tests.helpers.queue import (
    add,
    add_one,
    claim_next,
    failed,
    finished,
    job,
    new_job,
    rows,
    run,
    status,
    story,
    task,
    task_state,
    told,
)

OUT = "/out/a.mp4"
INFO = SourceInfo(SourceKind.VIDEO, duration_s=4.0)
BAD = Failure(FailureKind.INVALID_INPUT, "“a.mov” holds no pictures.")


def reserved(store: Store) -> dict[str, int]:
    return dict(rows(store, "SELECT path, job_id FROM reservation"))


def check(store: Store, job_id: int) -> None:
    assert store.change(lambda txn: submission.begin_check(txn, job_id), actor="scheduler")


# --- submit


@pytest.mark.parametrize(
    ("checked", "job_status", "state"),
    [(True, "queued", "queued"), (False, "pending", "held")],
    ids=["checked", "unchecked"],
)
def test_a_new_job_stands_where_its_check_puts_it(
    store: Store, checked: bool, job_status: str, state: str
) -> None:
    job_id = add_one(store, checked=checked)
    assert (status(store, job_id), task_state(store, job_id)) == (job_status, state)
    (event,) = story(store, job_id)
    assert (event.kind, event.old, event.new) == ("added", "", job_status)
    assert (event.actor, event.reason) == ("cli", "added to the queue")


def test_jobs_get_rising_numbers_and_places_in_the_order_they_were_handed_in(store: Store) -> None:
    first = add(store, new_job("a"), new_job("b"))
    second = add(store, new_job("c"))
    assert first + second == [1, 2, 3]
    assert [each.name for each in store.read(queries.jobs)] == ["a", "b", "c"]


def test_nothing_can_be_submitted(store: Store) -> None:
    assert add(store) == []
    assert add(store, new_job()) == [1]


def test_ten_thousand_jobs_come_in_at_one_go(store: Store) -> None:
    heard: list[int] = []
    store.listen(lambda events: heard.append(len(events)))
    ids = add(store, *[new_job(f"job {n}", reserves=f"/out/{n}.mp4") for n in range(10_000)])
    assert ids == list(range(1, 10_001))
    assert heard == [10_000]
    counts = "SELECT (SELECT count(*) FROM job), (SELECT count(*) FROM task), count(*) FROM event"
    assert rows(store, counts) == [(10_000, 10_000, 10_000)]
    assert rows(store, "SELECT count(*) FROM task JOIN job ON job.id = job_id") == [(10_000,)]
    assert job(store, 10_000).name == "job 9999"


def test_a_number_is_never_used_twice(store: Store) -> None:
    add(store, new_job("a"), new_job("b"))
    store.change(lambda txn: txn.run("DELETE FROM job WHERE id = 2"))
    assert add_one(store) == 3


# --- reservations


def test_an_output_is_reserved_by_the_job_that_will_write_it(store: Store) -> None:
    job_id = add_one(store, reserves=OUT)
    assert reserved(store) == {OUT: job_id}
    assert store.change(lambda txn: submission.reserved_by(txn, OUT)) == job_id
    assert store.change(lambda txn: submission.reserved_by(txn, "/out/b.mp4")) is None
    assert store.read(lambda connection: queries.is_reserved(connection, OUT))
    assert not store.read(lambda connection: queries.is_reserved(connection, "/out/b.mp4"))


def test_a_job_without_an_output_reserves_nothing(store: Store) -> None:
    add(store, new_job("a"), new_job("b"))
    assert reserved(store) == {}


def test_two_jobs_cannot_write_the_same_file(store: Store) -> None:
    owner = add_one(store, reserves=OUT)
    with pytest.raises(BadInput) as caught:
        add(store, new_job("x"), new_job("y", reserves=OUT))
    (problem,) = caught.value.problems
    assert problem.field == "output"
    assert problem.message == f"Job {owner} in the queue writes “{OUT}” already."
    assert problem.hint
    assert rows(store, "SELECT count(*) FROM job") == [(1,)]
    assert reserved(store) == {OUT: owner}


def test_every_result_is_reserved_and_given_back_at_the_end(store: Store) -> None:
    more = ("/out/b.mp4", "/out/[c].zip")
    owner = add_one(store, reserves=OUT, further=more)
    assert reserved(store) == dict.fromkeys((OUT, *more), owner)
    with pytest.raises(BadInput) as caught:
        add(store, new_job("x", further=more))
    assert [each.message for each in caught.value.problems] == [
        f"Job {owner} in the queue writes “{path}” already." for path in more
    ]
    store.change(lambda txn: intents.cancel(txn, [owner]))
    assert reserved(store) == {}
    # Again, and all of it or nothing.
    (answer,) = store.change(lambda txn: intents.retry(txn, [owner]))
    assert answer.done
    assert reserved(store) == dict.fromkeys((OUT, *more), owner)
    store.change(lambda txn: intents.cancel(txn, [owner]))
    other = add_one(store, further=(more[1],))
    (answer,) = store.change(lambda txn: intents.retry(txn, [owner]))
    assert answer == intents.Answer(owner, False, f"job {other} writes its output now")
    assert reserved(store) == {more[1]: other}


@pytest.mark.parametrize("places", [(), ("/a",), ("/a", "/b"), ("/a\n[1]", 'C:\\"x"')])
def test_places_are_kept_in_one_column(places: tuple[str, ...]) -> None:
    assert submission.places_of(submission.kept_places(places)) == places


def test_two_jobs_of_one_submission_cannot_write_the_same_file(store: Store) -> None:
    with pytest.raises(BadInput, match=r"Two of these jobs write “/out/a\.mp4”"):
        add(store, new_job("x", reserves=OUT), new_job("y", reserves=OUT))
    assert rows(store, "SELECT count(*) FROM job") == [(0,)]


def test_every_output_that_is_taken_is_listed(store: Store) -> None:
    add(store, new_job("a", reserves="/out/1"), new_job("b", reserves="/out/2"))
    with pytest.raises(BadInput) as caught:
        add(store, *[new_job("c", reserves=f"/out/{n}") for n in (1, 2, 3, 3)])
    assert [problem.message for problem in caught.value.problems] == [
        "Job 1 in the queue writes “/out/1” already.",
        "Job 2 in the queue writes “/out/2” already.",
        "Two of these jobs write “/out/3”.",
    ]


def cancel(store: Store) -> int:
    job_id = add_one(store, reserves=OUT)
    store.change(lambda txn: intents.cancel(txn, [job_id]))
    return job_id


def remove(store: Store) -> int:
    job_id = add_one(store, reserves=OUT)
    store.change(lambda txn: intents.remove(txn, [job_id]))
    return job_id


def unusable(store: Store) -> int:
    job_id = add_one(store, checked=False, reserves=OUT)
    store.change(lambda txn: submission.fail_check(txn, job_id, BAD))
    return job_id


@pytest.mark.parametrize(
    "end",
    [
        lambda store: finished(store, reserves=OUT),
        lambda store: failed(store, reserves=OUT),
        cancel,
        remove,
        unusable,
    ],
    ids=["completed", "failed", "cancelled", "removed", "unusable source"],
)
def test_an_output_is_free_again_when_its_job_has_ended(store: Store, end: "object") -> None:
    assert callable(end)
    end(store)
    assert reserved(store) == {}
    assert add_one(store, reserves=OUT)


@pytest.mark.parametrize("delay_s", [0.0, 60.0])
def test_an_output_stays_reserved_between_attempts(store: Store, delay_s: float) -> None:
    attempt = run(store, reserves=OUT)
    store.change(lambda txn: endings.fail(txn, attempt, BAD, delay_s=delay_s))
    assert reserved(store) == {OUT: attempt.job_id}


def test_a_job_that_runs_again_reserves_its_output_again(store: Store) -> None:
    job_id = failed(store, reserves=OUT)
    store.change(lambda txn: intents.retry(txn, [job_id]))
    assert reserved(store) == {OUT: job_id}
    with pytest.raises(BadInput):
        add_one(store, reserves=OUT)


def test_a_job_whose_output_is_taken_meanwhile_cannot_run_again(store: Store) -> None:
    first = failed(store, reserves=OUT)
    second = add_one(store, reserves=OUT)
    (answer,) = store.change(lambda txn: intents.retry(txn, [first]))
    assert not answer.done
    assert answer.message == f"job {second} writes its output now"
    assert status(store, first) == "failed"
    assert reserved(store) == {OUT: second}
    store.change(lambda txn: intents.cancel(txn, [second]))
    (answer,) = store.change(lambda txn: intents.retry(txn, [first]))
    assert answer.done
    assert reserved(store) == {OUT: first}


def test_a_job_whose_output_is_taken_meanwhile_comes_back_ended(store: Store) -> None:
    first = remove(store)
    second = add_one(store, reserves=OUT)
    (answer,) = store.change(lambda txn: intents.restore(txn, [first]))
    assert answer.done
    assert answer.message == f"brought back; job {second} writes its output now"
    assert status(store, first) == "cancelled"
    assert reserved(store) == {OUT: second}


# --- the check


def test_a_source_that_is_good_queues_its_job(store: Store) -> None:
    job_id = add_one(store, checked=False)
    check(store, job_id)
    assert status(store, job_id) == "validating"
    assert task_state(store, job_id) == "held"
    store.change(lambda txn: submission.pass_check(txn, job_id, INFO))
    assert status(store, job_id) == "queued"
    assert job(store, job_id).source == INFO
    assert told(story(store, job_id)) == [
        "J: - > pending (added to the queue)",
        "J: pending > validating (looking inside the source)",
        "T: held > queued (the source is good)",
        "J: validating > queued (ready)",
    ]


def test_a_source_that_is_bad_fails_its_job(store: Store) -> None:
    job_id = add_one(store, checked=False)
    check(store, job_id)
    store.change(lambda txn: submission.fail_check(txn, job_id, BAD))
    found = job(store, job_id)
    assert (found.status, found.failure, found.reason) == ("failed", BAD, BAD.message)
    assert found.ended is not None
    assert told(story(store, job_id))[2:] == [
        f"T: held > failed ({BAD.message})",
        f"J: validating > failed ({BAD.message})",
    ]


@pytest.mark.parametrize("asked", ["pause", "cancel", "remove", "check"])
def test_a_job_that_somebody_changed_is_not_checked(store: Store, asked: str) -> None:
    job_id = add_one(store, checked=False)
    if asked == "check":
        check(store, job_id)
    else:
        store.change(lambda txn: getattr(intents, asked)(txn, [job_id]))
    assert not store.change(lambda txn: submission.begin_check(txn, job_id))


def test_a_job_that_does_not_exist_is_not_checked(store: Store) -> None:
    assert not store.change(lambda txn: submission.begin_check(txn, 7))
    store.change(lambda txn: submission.pass_check(txn, 7, None))
    store.change(lambda txn: submission.fail_check(txn, 7, BAD))
    assert rows(store, "SELECT * FROM event") == []


def test_a_job_paused_during_its_check_stays_paused_and_is_checked(store: Store) -> None:
    job_id = add_one(store, checked=False)
    check(store, job_id)
    store.change(lambda txn: intents.pause(txn, [job_id]))
    store.change(lambda txn: submission.pass_check(txn, job_id, INFO))
    assert (status(store, job_id), task_state(store, job_id)) == ("paused", "held")
    store.change(lambda txn: intents.resume(txn, [job_id]))
    assert (status(store, job_id), task_state(store, job_id)) == ("queued", "queued")


def test_a_paused_job_whose_source_is_bad_fails(store: Store) -> None:
    job_id = add_one(store, checked=False)
    check(store, job_id)
    store.change(lambda txn: intents.pause(txn, [job_id]))
    store.change(lambda txn: submission.fail_check(txn, job_id, BAD))
    found = job(store, job_id)
    assert (found.status, found.intent.pause) == ("failed", False)


@pytest.mark.parametrize("good", [True, False], ids=["good source", "bad source"])
def test_the_check_of_a_cancelled_job_changes_nothing_any_more(store: Store, good: bool) -> None:
    job_id = add_one(store, checked=False)
    check(store, job_id)
    store.change(lambda txn: intents.cancel(txn, [job_id]))
    events = len(story(store, job_id))
    if good:
        store.change(lambda txn: submission.pass_check(txn, job_id, INFO))
    else:
        store.change(lambda txn: submission.fail_check(txn, job_id, BAD))
    found = job(store, job_id)
    assert (found.status, found.failure) == ("cancelled", None)
    assert len(story(store, job_id)) == events


def test_a_late_word_about_a_checked_job_changes_nothing(store: Store) -> None:
    job_id = add_one(store)
    store.change(lambda txn: intents.pause(txn, [job_id]))
    store.change(lambda txn: submission.fail_check(txn, job_id, BAD))
    store.change(lambda txn: submission.pass_check(txn, job_id, INFO))
    found = job(store, job_id)
    assert (found.status, found.failure, found.source) == ("paused", None, None)


def test_checks_that_were_cut_off_are_made_again(store: Store) -> None:
    cut_off = add(store, *[new_job(f"job {n}", checked=False) for n in range(3)])[:2]
    for job_id in cut_off:
        check(store, job_id)
    assert store.change(submission.unfinished_checks, actor="recovery") == 2
    assert store.change(submission.unfinished_checks) == 0
    for job_id in cut_off:
        event = story(store, job_id)[-1]
        assert (event.old, event.new, event.actor) == ("validating", "pending", "recovery")
        assert event.reason
        check(store, job_id)


def test_jobs_are_checked_most_urgent_first(store: Store) -> None:
    slow, now, soon = add(
        store,
        new_job("slow", checked=False, priority=Priority.LOW),
        new_job("now", checked=False, priority=Priority.URGENT),
        new_job("soon", checked=False),
    )
    add_one(store, name="checked")

    def waiting(limit: int = 9, first: int = 0) -> list[int]:
        found = store.read(lambda c: queries.pending_checks(c, limit, first))
        return [each.id for each in found]

    assert waiting() == [now, soon, slow]
    assert waiting(limit=2) == [now, soon]
    assert waiting(first=soon) == [soon]
    store.change(lambda txn: intents.remove(txn, [now]))
    assert waiting() == [soon, slow]


def test_a_job_that_failed_its_check_is_checked_again_before_it_runs_again(store: Store) -> None:
    job_id = add_one(store, checked=False)
    store.change(lambda txn: submission.fail_check(txn, job_id, BAD))
    store.change(lambda txn: intents.retry(txn, [job_id]))
    found = job(store, job_id)
    assert (found.status, found.failure) == ("pending", None)
    store.change(lambda txn: submission.pass_check(txn, job_id, INFO))
    assert claim_next(store).attempt.job_id == job_id
    assert task(store, job_id).fence == 1
