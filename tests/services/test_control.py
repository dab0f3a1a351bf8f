"""The verbs of the window, the command line and others, written in the name of who asked."""

import pytest

from rendermanager.core.events import EventKind
from rendermanager.core.status import JobStatus, Priority
from rendermanager.services.control import JOB_VERBS, Control
from rendermanager.store import queries
from rendermanager.store.intents import Place
from rendermanager.store.store import Store
from tests.helpers.queue import add, doubtful, failed, finished, job, new_job, run, status, story


@pytest.fixture
def control(store: Store) -> Control:
    return Control(store, "window")


@pytest.fixture
def waiting(store: Store) -> list[int]:
    return add(store, new_job("a"), new_job("b"), new_job("c"))


def order(store: Store) -> list[int]:
    return store.read(queries.job_ids)


def test_new_jobs_get_ids_in_order(control: Control, store: Store) -> None:
    ids = control.submit([new_job("a"), new_job("b")]).result()
    assert [job(store, job_id).name for job_id in ids] == ["a", "b"]
    assert story(store, ids[0])[0].actor == "window"


@pytest.mark.parametrize(
    ("verb", "before", "after"),
    [
        ("cancel", "waiting", JobStatus.CANCELLED),
        ("pause", "waiting", JobStatus.PAUSED),
        ("resume", "paused", JobStatus.QUEUED),
        ("retry", "failed", JobStatus.QUEUED),
        ("retry", "finished", JobStatus.QUEUED),
        ("retry_from_start", "failed", JobStatus.QUEUED),
        ("keep", "doubtful", JobStatus.COMPLETED),
        ("remove", "failed", JobStatus.FAILED),
        ("restore", "removed", JobStatus.QUEUED),
    ],
)
def test_each_verb_does_what_it_says(
    verb: str, before: str, after: JobStatus, control: Control, store: Store
) -> None:
    make = {"failed": failed, "finished": finished, "doubtful": doubtful}.get(before)
    job_id = make(store) if make else add(store, new_job())[0]
    for earlier in {"paused": ["pause"], "removed": ["remove"]}.get(before, []):
        control.ask(earlier, [job_id]).result()
    (answer,) = control.ask(verb, [job_id]).result()
    assert (answer.job_id, answer.done) == (job_id, True)
    assert status(store, job_id) is after
    assert story(store, job_id)[-1].actor == "window"


def test_there_is_no_verb_without_a_row_above() -> None:
    asked = {"cancel", "pause", "resume", "keep", "remove", "restore"}
    assert set(JOB_VERBS) == asked | {"retry", "retry_from_start"}


def test_only_what_is_paused_still_is_ended_by_a_late_cancel(
    control: Control, store: Store, waiting: list[int]
) -> None:
    control.ask("pause", waiting[:2]).result()
    control.ask("resume", waiting[:1]).result()
    answers = control.cancel_paused(waiting).result()
    assert {each.job_id: each.done for each in answers} == {1: False, 2: True, 3: False}
    assert status(store, 2) is JobStatus.CANCELLED
    assert status(store, 1) is status(store, 3) is JobStatus.QUEUED


def test_a_verb_that_does_not_exist_is_an_error(control: Control) -> None:
    with pytest.raises(KeyError):
        control.ask("explode", [1])


def test_a_job_named_twice_is_answered_once(control: Control, waiting: list[int]) -> None:
    answers = control.ask("cancel", [waiting[0], waiting[1], waiting[0]]).result()
    assert [(each.job_id, each.done) for each in answers] == [(1, True), (2, True)]


def test_what_runs_is_asked_and_left_to_the_dispatcher(control: Control, store: Store) -> None:
    attempt = run(store)
    (answer,) = control.ask("cancel", [attempt.job_id]).result()
    assert answer.message == "cancelling"
    assert status(store, attempt.job_id) is JobStatus.RENDERING
    assert story(store, attempt.job_id)[-1].kind is EventKind.ASKED


def test_priorities(control: Control, store: Store, waiting: list[int]) -> None:
    control.set_priority([waiting[2]], Priority.URGENT).result()
    assert job(store, waiting[2]).priority is Priority.URGENT
    assert order(store) == [3, 1, 2]


def test_places(control: Control, store: Store, waiting: list[int]) -> None:
    control.reorder([waiting[2]], Place.TOP).result()
    assert order(store) == [3, 1, 2]
    control.run_next([waiting[1]]).result()
    assert order(store) == [2, 3, 1]
    moved = control.move_before([waiting[1]], None).result()
    assert order(store) == [3, 1, 2]
    control.put_back(moved.before).result()
    assert order(store) == [2, 3, 1]


def test_ended_jobs_can_be_cleared(control: Control, store: Store) -> None:
    done, broken = finished(store), failed(store)
    assert control.clear([JobStatus.COMPLETED]).result() == [done]
    assert order(store) == [broken]


def test_the_queue_as_a_whole(control: Control, store: Store) -> None:
    assert control.pause_queue().result() is True
    assert store.read(queries.queue_paused) == "after"
    assert control.pause_queue().result() is False
    assert control.pause_queue(now=True).result() is True
    assert store.read(queries.queue_paused) == "now"
    assert control.resume_queue().result() is True
    assert store.read(queries.queue_paused) == ""
