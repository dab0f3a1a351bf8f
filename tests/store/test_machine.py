"""Random lives of a queue: whatever happens in whatever order, no promise is broken."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rendermanager.core.errors import BadInput, StaleMove
from rendermanager.core.events import Event
from rendermanager.core.failure import Failure, FailureKind, Retry
from rendermanager.core.job import Attempt
from rendermanager.core.output import Artifact
from rendermanager.core.status import IllegalMove, JobStatus, Priority
from rendermanager.store import attempts, endings, intents, losses, placing, queries, submission
from rendermanager.store.attempts import Candidate
from rendermanager.store.intents import Answer, Place
from rendermanager.store.placing import Moved
from rendermanager.store.store import Store
from rendermanager.store.txn import Txn
from tests.helpers.ledger import broken_promises
from tests.helpers.queue import Clock, at, new_job, quick_folder, rows

T = TypeVar("T")
Verb = Callable[[Txn, Sequence[int]], list[Answer] | Moved]

BAD = Failure(FailureKind.INVALID_INPUT, "It is damaged.")
AGAIN = Failure(FailureKind.NETWORK_FAILURE, "No answer.", retry=Retry.BACKOFF)
FILES = (Artifact("/tmp/a", "/out/a", 1, "ff"),)

MOVES: dict[str, Callable[[Txn, Attempt], None]] = {
    "begin": lambda txn, attempt: attempts.begin(txn, attempt, "process"),
    "verify": lambda txn, attempt: endings.verify(txn, attempt, 0, 1.0),
    "publish": lambda txn, attempt: endings.publish(txn, attempt, FILES),
    "complete": lambda txn, attempt: endings.complete(txn, attempt, FILES),
    "fail": lambda txn, attempt: endings.fail(txn, attempt, BAD),
    "fail and wait": lambda txn, attempt: endings.fail(txn, attempt, AGAIN, delay_s=30),
    "interrupt": lambda txn, attempt: endings.interrupt(txn, attempt, "restart"),
    "lose": lambda txn, attempt: losses.lose(txn, attempt, "the app died"),
    "cancel": endings.cancelled,
}
NEEDS = {
    "begin": {"starting"},
    "verify": {"starting", "running"},
    "publish": {"verifying"},
    "complete": {"verifying"},
}
"""States that a move needs; the others only need the attempt to hold its task."""
NEXT = {"starting": "begin", "running": "verify", "verifying": "complete"}
VERBS: list[Verb] = [
    intents.cancel,
    intents.pause,
    intents.resume,
    intents.retry,
    intents.remove,
    intents.restore,
    placing.run_next,
]

JOBS = 5
"""Most jobs in one life: few, so that much happens to each."""

some_jobs = st.lists(st.integers(1, JOBS + 1), min_size=1, max_size=3, unique=True)


class QueueLife(RuleBasedStateMachine):
    """One queue, reopened now and then, with all that can be asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = quick_folder()
        self.clock = Clock()
        self.attempts: list[Attempt] = []
        self.candidates: list[Candidate] = []
        self.heard: list[Event] = []
        self.fences: dict[int, int] = {}
        self.store = self.opened()

    def opened(self) -> Store:
        store = Store(Path(self._folder.name) / "queue.db", self.clock)
        store.listen(self.heard.extend)
        return store

    def teardown(self) -> None:
        self.store.close()
        self._folder.cleanup()

    def change(self, run: Callable[[Txn], T]) -> T:
        self.clock.advance(1)
        return self.store.change(run, actor="test", durable=False)

    def snapshot(self) -> list[object]:
        tables = ("job", "task", "attempt", "event", "reservation", "setting")
        return [rows(self.store, f"SELECT * FROM {table}") for table in tables]

    def holds(self, attempt: Attempt) -> str:
        """The state of the attempt's task while the attempt holds it, else nothing."""
        ((state, fence),) = rows(
            self.store, "SELECT state, fence FROM task WHERE id = ?", attempt.task_id
        )
        active = state in {"starting", "running", "verifying"}
        return str(state) if active and fence == attempt.fence else ""

    # --- submitters and checks

    @initialize()
    def begin_with_some_jobs(self) -> None:
        self.submit(["/out/b", "/out/a", ""], checked=True, priority=Priority.NORMAL)
        self.submit([""], checked=False, priority=Priority.NORMAL)

    @rule(
        outputs=st.lists(st.sampled_from(["", "/out/a", "/out/b"]), min_size=1, max_size=2),
        checked=st.booleans(),
        priority=st.sampled_from([Priority.HIGH, Priority.NORMAL]),
    )
    def submit(self, outputs: Sequence[str], checked: bool, priority: Priority) -> None:
        if rows(self.store, "SELECT count(*) FROM job")[0][0] + len(outputs) > JOBS:
            return
        asked = [each for each in outputs if each]
        taken = {row[0] for row in rows(self.store, "SELECT path FROM reservation")}
        jobs = [new_job(checked=checked, priority=priority, reserves=each) for each in outputs]
        before = self.snapshot()
        try:
            self.change(lambda txn: submission.submit(txn, jobs))
        except BadInput:
            assert taken & set(asked) or len(set(asked)) < len(asked)
            assert self.snapshot() == before
        else:
            assert not taken & set(asked)
            assert len(set(asked)) == len(asked)

    @rule(job_id=st.integers(1, JOBS))
    def begin_check(self, job_id: int) -> None:
        self.change(lambda txn: submission.begin_check(txn, job_id))

    @rule(job_id=st.integers(1, JOBS), good=st.booleans())
    def end_check(self, job_id: int, good: bool) -> None:
        if good:
            self.change(lambda txn: submission.pass_check(txn, job_id, None))
        else:
            self.change(lambda txn: submission.fail_check(txn, job_id, BAD))

    # --- the dispatcher

    @rule(pick=st.integers(0, 7), steps=st.integers(0, 3))
    def claim(self, pick: int, steps: int) -> None:
        found = self.store.read(lambda connection: queries.candidates(connection, 9))
        if found:
            self.candidates += found
            self.go_through(self.claim_one(found[pick % len(found)]), steps)

    @precondition(lambda self: self.candidates)
    @rule(pick=st.integers(0, 99))
    def claim_late(self, pick: int) -> None:
        candidate = self.candidates[pick % len(self.candidates)]
        before = self.snapshot()
        task = rows(self.store, "SELECT state, fence FROM task WHERE id = ?", candidate.task_id)
        if task == [("queued", candidate.fence)]:
            self.claim_one(candidate)
            return
        try:
            self.claim_one(candidate)
        except StaleMove:
            assert self.snapshot() == before
        else:
            raise AssertionError("a task was claimed that was not there to be claimed")

    def claim_one(self, candidate: Candidate) -> Attempt:
        claim = self.change(lambda txn: attempts.claim(txn, candidate, at()))
        self.attempts.append(claim.attempt)
        return claim.attempt

    @precondition(lambda self: self.attempts)
    @rule(pick=st.integers(0, 99), steps=st.integers(1, 3))
    def go_on(self, pick: int, steps: int) -> None:
        going = [each for each in self.attempts if self.holds(each)]
        if going:
            self.go_through(going[pick % len(going)], steps)

    def go_through(self, attempt: Attempt, steps: int) -> None:
        for _ in range(steps):
            if state := self.holds(attempt):
                self.move(attempt, NEXT[state])

    @precondition(lambda self: self.attempts)
    @rule(pick=st.integers(0, 99), name=st.sampled_from(sorted(MOVES)))
    def act(self, pick: int, name: str) -> None:
        self.move(self.attempts[pick % len(self.attempts)], name)

    @rule(
        pick=st.integers(0, 99),
        wishes=st.lists(
            st.sampled_from([intents.pause, intents.cancel, intents.resume]),
            min_size=1,
            max_size=2,
        ),
        name=st.sampled_from(["", *sorted(MOVES)]),
    )
    def ask_of_what_runs(self, pick: int, wishes: list[Verb], name: str) -> None:
        """Wishes that come while a program runs, and perhaps what the program does then."""
        going = [each for each in self.attempts if self.holds(each)]
        if going:
            attempt = going[pick % len(going)]
            for wish in wishes:
                self.ask(wish, [attempt.job_id])
            if name:
                self.move(attempt, name)

    def move(self, attempt: Attempt, name: str) -> None:
        state = self.holds(attempt)
        may = bool(state) and state in NEEDS.get(name, {state})
        before = self.snapshot()
        refusal = None
        try:
            self.change(lambda txn: MOVES[name](txn, attempt))
        except (StaleMove, IllegalMove) as error:
            refusal = error
        assert (refusal is None) is may, f"{name} from “{state}”: {refusal!r}"
        if refusal is not None:
            assert state or isinstance(refusal, StaleMove), f"{name}: {refusal!r}"
            assert self.snapshot() == before

    @rule(seconds=st.sampled_from([1, 29, 60, -3600]))
    def wait(self, seconds: int) -> None:
        self.clock.advance(seconds)
        self.change(attempts.due_again)

    # --- people

    @rule(verb=st.sampled_from(VERBS), ids=some_jobs)
    def ask(self, verb: Verb, ids: list[int]) -> None:
        before = self.snapshot()
        said = self.change(lambda txn: verb(txn, ids))
        answers = said.answers if isinstance(said, Moved) else said
        assert [answer.job_id for answer in answers] == ids
        if not any(answer.done for answer in answers):
            assert self.snapshot() == before

    @rule(
        ids=some_jobs,
        how=st.sampled_from([*Place, Priority.HIGH, Priority.NORMAL, None, 1, 2, 3]),
    )
    def arrange(self, ids: list[int], how: Place | Priority | int | None) -> None:
        if isinstance(how, Place):
            self.change(lambda txn: intents.reorder(txn, ids, how))
        elif isinstance(how, Priority):
            self.change(lambda txn: intents.set_priority(txn, ids, how))
        else:
            self.change(lambda txn: placing.move_before(txn, ids, how))

    @rule(statuses=st.lists(st.sampled_from(JobStatus), max_size=3))
    def clear(self, statuses: list[JobStatus]) -> None:
        self.change(lambda txn: intents.clear(txn, statuses))

    # --- the world

    @rule(verb=st.sampled_from(VERBS), ids=some_jobs)
    def fail_after_a_change(self, verb: Verb, ids: list[int]) -> None:
        def broken(txn: Txn) -> None:
            verb(txn, ids)
            raise ZeroDivisionError

        before = self.snapshot()
        try:
            self.change(broken)
        except ZeroDivisionError:
            assert self.snapshot() == before

    @rule(recover=st.booleans())
    def reopen(self, recover: bool) -> None:
        before = self.snapshot()
        self.store.close()
        self.store = self.opened()
        assert self.snapshot() == before
        if recover:
            for attempt in self.store.read(queries.open_attempts):
                self.move(attempt, "interrupt")
            self.change(submission.unfinished_checks)

    # --- what always holds

    @invariant()
    def no_promise_is_broken(self) -> None:
        assert self.store.read(broken_promises) == []

    @invariant()
    def fences_never_fall(self) -> None:
        now = dict(rows(self.store, "SELECT id, fence FROM task"))
        assert all(now[task] >= fence for task, fence in self.fences.items())
        self.fences = now

    @invariant()
    def what_was_announced_is_what_is_stored(self) -> None:
        stored = rows(self.store, "SELECT id, kind, job_id, task_id, old, new FROM event")
        assert [
            (each.id, each.kind, each.job_id, each.task_id, each.old, each.new)
            for each in self.heard
        ] == stored

    @invariant()
    def candidates_are_the_queued_tasks_in_order(self) -> None:
        found = self.store.read(lambda connection: queries.candidates(connection, 99))
        expected = rows(
            self.store,
            "SELECT id FROM task WHERE state = 'queued' ORDER BY priority, position, id",
        )
        assert [(each.task_id,) for each in found] == expected


QueueLife.TestCase.settings = settings(
    max_examples=100,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestQueueLife = pytest.mark.timeout(600)(QueueLife.TestCase)  # finding the shortest failure
