"""What must be true of a queue at any moment, judged by its rows alone."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import apsw

from rendermanager.core.ripple import Intent, job_status
from rendermanager.core.status import TASK_MOVES, JobStatus, TaskState
from rendermanager.store.restoring import FENCES_SKIPPED
from rendermanager.store.submission import places_of

Rows = list[dict[str, Any]]


class Ledger:
    """All rows of a queue, read at once."""

    def __init__(self, connection: apsw.Connection) -> None:
        def table(sql: str) -> Rows:
            cursor = connection.execute(sql)
            return [dict(zip(_names(cursor), row, strict=True)) for row in cursor]

        with connection:
            self.jobs = table(
                "SELECT *, spec ->> '$.priority' AS asked, failure IS NOT NULL AS failing FROM job"
            )
            self.tasks = table("SELECT * FROM task ORDER BY id")
            self.attempts = table("SELECT * FROM attempt ORDER BY id")
            self.events = table("SELECT * FROM event ORDER BY id")
            self.reservations = table("SELECT * FROM reservation")
        self.tasks_of: dict[int, Rows] = {job["id"]: [] for job in self.jobs}
        for task in self.tasks:
            self.tasks_of[task["job_id"]].append(task)


def _names(cursor: apsw.Cursor) -> list[str]:
    return [column[0] for column in cursor.get_description()]


def broken_promises(connection: apsw.Connection) -> list[str]:
    """Everything that is wrong with a queue; empty for a sound one."""
    ledger = Ledger(connection)
    return [f"{check.__name__}: {problem}" for check in CHECKS for problem in check(ledger)]


def status_follows_tasks(ledger: Ledger) -> Iterator[str]:
    for job in ledger.jobs:
        if job["status"] == JobStatus.VALIDATING:
            if job["checked"] or {t["state"] for t in ledger.tasks_of[job["id"]]} != {"held"}:
                yield f"job {job['id']} is validating with nothing to check"
            continue
        states = [TaskState(task["state"]) for task in ledger.tasks_of[job["id"]]]
        intent = Intent(pause=bool(job["pause"]), cancel=bool(job["cancel"]))
        expected = job_status(states, intent, checked=bool(job["checked"]))
        if job["status"] != expected:
            yield f"job {job['id']} is {job['status']} but its tasks make it {expected}"


def attempts_hold_active_tasks(ledger: Ledger) -> Iterator[str]:
    held = {each["task_id"]: each for each in ledger.attempts if not each["outcome"]}
    twice = Counter(each["task_id"] for each in ledger.attempts if not each["outcome"])
    yield from (f"task {task} has {n} open attempts" for task, n in twice.items() if n > 1)
    for task in ledger.tasks:
        attempt = held.get(task["id"])
        if (attempt is not None) is not TaskState(task["state"]).is_active:
            yield f"task {task['id']} is {task['state']}, its open attempt {attempt}"
        elif attempt and (attempt["fence"], attempt["state"]) != (task["fence"], task["state"]):
            yield f"task {task['id']} and its attempt {attempt['id']} differ"


def attempts_end_once(ledger: Ledger) -> Iterator[str]:
    for each in ledger.attempts:
        if bool(each["outcome"]) is not (each["ended"] is not None):
            yield f"attempt {each['id']} ended {each['ended']} as “{each['outcome']}”"
    given_back = _given_back(ledger)
    fences: dict[int, int] = {}
    for each in ledger.attempts:
        # A restored queue skips as many as may have been given out since it was saved.
        task = each["task_id"]
        skipped = (each["fence"] - fences.get(task, 0) - 1) % FENCES_SKIPPED
        given_back[task] -= skipped
        if given_back[task] < 0:
            yield f"attempt {each['id']} has fence {each['fence']}"
        fences[task] = each["fence"]
    for task in ledger.tasks:
        skipped = (task["fence"] - fences.get(task["id"], 0)) % FENCES_SKIPPED
        if skipped > max(0, given_back[task["id"]]):
            yield f"task {task['id']} has fence {task['fence']} without that attempt"


def _given_back(ledger: Ledger) -> Counter[int]:
    """By task: claims that were taken back before the program ran, which leave a fence unused."""
    claims = Counter(each["task_id"] for each in ledger.events if each["new"] == "starting")
    return claims - Counter(each["task_id"] for each in ledger.attempts)


def attempts_are_counted(ledger: Ledger) -> Iterator[str]:
    made = Counter(each["job_id"] for each in ledger.attempts)
    failed = Counter(each["task_id"] for each in ledger.attempts if each["outcome"] == "failed")
    for job in ledger.jobs:
        if job["attempts"] != made[job["id"]]:
            yield f"job {job['id']} counts {job['attempts']} of {made[job['id']]} attempts"
    for task in ledger.tasks:
        if task["tries"] > failed[task["id"]]:
            yield f"task {task['id']} counts {task['tries']} of {failed[task['id']]} failures"


def tasks_move_by_the_table(ledger: Ledger) -> Iterator[str]:
    stands: dict[int, str] = {}
    for event in ledger.events:
        if event["kind"] != "moved" or not event["task_id"]:
            continue
        task, old, new = event["task_id"], event["old"], event["new"]
        if stands.get(task, old) != old:
            yield f"event {event['id']}: task {task} was {stands[task]}, not {old}"
        if TaskState(new) not in TASK_MOVES[TaskState(old)]:
            yield f"event {event['id']}: task {task} went from {old} to {new}"
        stands[task] = new
    for each in ledger.tasks:
        if stands.get(each["id"], each["state"]) != each["state"]:
            yield f"task {each['id']} is {each['state']}, its story ends at {stands[each['id']]}"


def jobs_move_without_a_gap(ledger: Ledger) -> Iterator[str]:
    stands: dict[int, str] = {}
    for event in ledger.events:
        if event["task_id"] or event["kind"] not in {"added", "moved"}:
            continue
        job = event["job_id"]
        came_from = event["new"] if event["kind"] == "added" and job in stands else event["old"]
        if stands.get(job, "") != came_from:
            yield f"event {event['id']}: job {job} was {stands.get(job)}, not {came_from}"
        stands[job] = event["new"]
    for each in ledger.jobs:
        end = stands.get(each["id"])
        if end != each["status"]:
            yield f"job {each['id']} is {each['status']}, its story ends at {end}"


def completion_is_verified(ledger: Ledger) -> Iterator[str]:
    """By the event rows; the table is not asked."""
    for event in ledger.events:
        if event["task_id"] and event["new"] == "completed" and event["old"] != "verifying":
            yield f"event {event['id']}: task {event['task_id']} completed from {event['old']}"


def events_have_reasons(ledger: Ledger) -> Iterator[str]:
    for number, event in enumerate(ledger.events, start=1):
        if event["id"] != number:
            yield f"event {event['id']} stands at place {number}"
        if not event["reason"]:
            yield f"event {event['id']} has no reason"


def outputs_belong_to_unfinished_jobs(ledger: Ledger) -> Iterator[str]:
    owners = {each["path"]: each["job_id"] for each in ledger.reservations}
    jobs = {job["id"]: job for job in ledger.jobs}
    for path, owner in owners.items():
        if JobStatus(jobs[owner]["status"]).is_ended:
            yield f"{path} is kept by job {owner}, which is {jobs[owner]['status']}"
    for job in ledger.jobs:
        waits = not JobStatus(job["status"]).is_ended
        for path in places_of(job["reserves"]) if waits else ():
            if owners.get(path) != job["id"]:
                yield f"job {job['id']} does not own {path}"


def order_is_the_job_s(ledger: Ledger) -> Iterator[str]:
    for job in ledger.jobs:
        if job["priority"] != job["asked"]:
            yield f"job {job['id']} has priority {job['priority']}, its spec {job['asked']}"
        for task in ledger.tasks_of[job["id"]]:
            if (task["priority"], task["position"]) != (job["priority"], job["position"]):
                yield f"task {task['id']} stands elsewhere than job {job['id']}"


def appointments_are_kept_by_waiting_tasks(ledger: Ledger) -> Iterator[str]:
    for task in ledger.tasks:
        if (task["retry_at"] is not None) is not (task["state"] == "retry_wait"):
            yield f"task {task['id']} is {task['state']} with an appointment at {task['retry_at']}"
    for job in ledger.jobs:
        times = [each["retry_at"] for each in ledger.tasks_of[job["id"]]]
        first = min((time for time in times if time is not None), default=None)
        if job["retry_at"] != first:
            yield f"job {job['id']} has an appointment at {job['retry_at']}, not {first}"


def wishes_are_respected(ledger: Ledger) -> Iterator[str]:
    for job in ledger.jobs:
        states = {task["state"] for task in ledger.tasks_of[job["id"]]}
        if (job["pause"] or job["cancel"]) and states & {"queued", "retry_wait"}:
            yield f"job {job['id']} is paused or cancelled and would still run"
        if job["pause"] and job["cancel"]:
            yield f"job {job['id']} is paused and cancelled at once"
        if JobStatus(job["status"]).is_ended and (job["pause"] or job["cancel"]):
            yield f"job {job['id']} has ended and still wants something"


def ends_are_recorded(ledger: Ledger) -> Iterator[str]:
    for job in ledger.jobs:
        ended = JobStatus(job["status"]).is_ended
        if ended is not (job["ended"] is not None):
            yield f"job {job['id']} is {job['status']}, ended at {job['ended']}"
        if job["removed"] is not None and not ended:
            yield f"job {job['id']} was removed while {job['status']}"
        if job["status"] == "failed" and not job["failing"]:
            yield f"job {job['id']} failed for no reason"
        if job["status"] == "completed" and (job["failing"] or job["progress"] != 1):
            yield f"job {job['id']} completed with progress {job['progress']}"


CHECKS: list[Callable[[Ledger], Iterator[str]]] = [
    status_follows_tasks,
    attempts_hold_active_tasks,
    attempts_end_once,
    attempts_are_counted,
    tasks_move_by_the_table,
    jobs_move_without_a_gap,
    completion_is_verified,
    events_have_reasons,
    outputs_belong_to_unfinished_jobs,
    order_is_the_job_s,
    appointments_are_kept_by_waiting_tasks,
    wishes_are_respected,
    ends_are_recorded,
]
