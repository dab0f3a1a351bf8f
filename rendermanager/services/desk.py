"""Answers requests about the queue, whoever asks: the command line or another process."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import msgspec

from rendermanager.config.paths import Paths
from rendermanager.config.settings import load_settings
from rendermanager.core.consumption import Usage
from rendermanager.core.errors import BadInput, UserError
from rendermanager.core.grouping import CauseGroup, grouped
from rendermanager.core.job import Job, JobSpec
from rendermanager.core.problem import Problem, in_words, unknown
from rendermanager.core.status import JobStatus, Priority
from rendermanager.core.usage import Sample
from rendermanager.services.control import JOB_VERBS, Control
from rendermanager.services.trustbook import TrustBook
from rendermanager.services.views import (
    View,
    attempt_view,
    brief_view,
    cause_view,
    details_view,
    event_view,
    job_view,
    problem_view,
)
from rendermanager.store import queries
from rendermanager.store.failures import failed_jobs
from rendermanager.store.intents import Place
from rendermanager.store.store import Store

if TYPE_CHECKING:
    from rendermanager.services.hoursbook import HoursBook

Live = Callable[[], Mapping[int, tuple[View, str]]]
"""By job: newer values for its view, and why it waits."""

Measured = Callable[[], tuple[Sample | None, Mapping[int, int]]]
"""The last sample, None before the first, and the job of each attempt in it."""

Taken = Callable[[int], Usage | None]
"""What a running attempt has taken so far; None for one that was not seen."""

_NOTHING_LIVE: Final = dict[int, tuple[View, str]]


def _nothing_measured() -> tuple[None, Mapping[int, int]]:
    return None, {}


def _nothing_taken(_attempt_id: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Running:
    """What the process that renders knows better than the store and the files.

    Attributes:
        live: Newer values of what runs.
        stopped: Sentences about what it starts nothing for.
        programs: Its `Programs`, to tell at once when one is missing.
        hours: Its hours of the week; None for those in the file of the settings.
        measured: What it has measured last.
        taken: What running attempts have taken so far.
    """

    live: Live = _NOTHING_LIVE
    stopped: Callable[[], Sequence[str]] = tuple
    programs: Any = None
    hours: "HoursBook | None" = None
    measured: Measured = _nothing_measured
    taken: Taken = _nothing_taken


class Desk:
    """One method for each request. Every one blocks on the store: keep it off the main thread."""

    def __init__(
        self, paths: Paths, store: Store, actor: str, running: Running | None = None
    ) -> None:
        """Answer from this store.

        Args:
            paths: Where settings are kept.
            store: The queue.
            actor: Recorded as the one who asked.
            running: What the process that renders knows better; None where none does.
        """
        self._paths = paths
        self._store = store
        self._control = Control(store, actor)
        self._running = running or Running()

    def perform(self, verb: str, values: Mapping[str, Any]) -> Any:
        """Answer one request by its name.

        Raises:
            RenderManagerError: It cannot be done; the sentence says why.
        """
        method = getattr(self, f"do_{verb}", None)
        if method is None:
            known = [name[3:] for name in dir(self) if name.startswith("do_")]
            raise BadInput([unknown("request", verb, known, "verb")])
        try:
            return method(**values)
        except OverflowError as error:
            text = "There is no job with so large a number."
            raise BadInput([Problem("id", text, "See “list” for the ids.")]) from error
        except TypeError as error:
            raise UserError(f"The request “{verb}” was not understood: {error}.") from error

    @cached_property
    def _registry(self) -> Any:
        # Engines are only needed to submit, and cost a while to import.
        from rendermanager.renderers.registry import Registry  # noqa: PLC0415

        return Registry.load(self._paths.presets, TrustBook(self._paths.trusted).folders)

    @cached_property
    def _hours(self) -> "HoursBook":
        if self._running.hours is not None:
            return self._running.hours
        from rendermanager.services.hoursbook import HoursBook  # noqa: PLC0415 - hardly asked for

        return HoursBook.of_file(self._paths.settings)

    def do_submit(
        self, inputs: Sequence[str] = (), specs: Sequence[Any] = (), wish: Any = None
    ) -> View:
        """Plan and store jobs; answers with their ids and all problems."""
        plan = self._planned(inputs, specs, wish)
        ids = self._control.submit(plan.jobs).result() if plan.jobs else []
        return {
            "ids": ids,
            "names": [job.spec.name for job in plan.jobs],
            "problems": [problem_view(problem) for problem in plan.problems],
        }

    def do_plan(
        self, inputs: Sequence[str] = (), specs: Sequence[Any] = (), wish: Any = None
    ) -> View:
        """What `do_submit` would store, with all problems."""
        plan = self._planned(inputs, specs, wish)
        return {
            "jobs": [msgspec.to_builtins(job.spec) for job in plan.jobs],
            "problems": [problem_view(problem) for problem in plan.problems],
        }

    def _planned(self, inputs: Sequence[str], specs: Sequence[Any], wish: Any) -> Any:
        from rendermanager.services.submit import Submitter  # noqa: PLC0415 - see _registry

        # A preset that was saved by another process a moment ago counts.
        self._registry.refresh()
        submitter = Submitter(
            self._registry,
            load_settings(self._paths.settings),
            lambda path: self._store.read(lambda db: queries.is_reserved(db, path)),
            self._running.programs,
            self._paths.trusted,
        )
        decoded = [_spec(each) for each in specs]
        plan = submitter.plan(decoded)
        if inputs:
            named = submitter.plan_inputs(inputs, _spec(wish) if wish is not None else JobSpec())
            plan = replace(
                plan, jobs=(*plan.jobs, *named.jobs), problems=(*plan.problems, *named.problems)
            )
        return plan

    def do_list(self, statuses: Sequence[str] = (), ids: Sequence[int] | None = None) -> list[View]:
        """Jobs in run order, or those with these ids."""
        wanted = [_status(word) for word in statuses]
        if ids is not None:
            found = self._store.read(lambda db: queries.jobs_by_id(db, ids))
            jobs = [found[job_id] for job_id in ids if job_id in found]
        else:
            jobs = self._store.read(lambda db: queries.jobs(db, wanted))
        live = self._running.live()
        return [self._view(job, live) for job in jobs]

    def do_brief(self, statuses: Sequence[str] = ()) -> list[View]:
        """The jobs in run order, with what one line says of each."""
        wanted = [_status(word) for word in statuses]
        briefs = self._store.read(lambda db: queries.briefs(db, wanted))
        live = self._running.live()
        return [brief_view(each, *live.get(each.id, ())) for each in briefs]

    def do_show(self, job_id: int) -> View:
        """One job with its attempts and its story."""
        job = self._job(job_id)
        attempts = self._store.read(lambda db: queries.attempts_of(db, job_id))
        events = self._store.read(lambda db: queries.events_of(db, job_id))
        view = self._view(job, self._running.live())
        view.update(details_view(job))
        parts = self._store.read(lambda db: queries.part_names(db, job_id))
        view["history"] = [attempt_view(each, parts.get(each.task_id, "")) for each in attempts]
        view["events"] = [event_view(event) for event in events]
        return view

    def do_ask(self, what: str, ids: Sequence[int]) -> list[View]:
        """One of the job verbs; see `JOB_VERBS`."""
        if what not in JOB_VERBS:
            raise BadInput([unknown("verb", str(what), JOB_VERBS, "what")])
        return _answers(self._control.ask(what, ids).result())

    def do_failures(self) -> list[View]:
        """The failed jobs by their cause, the largest group first."""
        return [cause_view(group) for group in self._causes()]

    def do_retry_cause(self, key: str) -> list[View]:
        """Run all jobs again that failed for this cause."""
        groups = {group.key: group for group in self._causes()}
        if key not in groups:
            raise BadInput([unknown("cause", str(key), groups, "cause")])
        return self.do_ask("retry", [job.job_id for job in groups[key].jobs])

    def do_try_now(self) -> View:
        """Try at once what was stopped after failures in a row."""
        self._control.try_now().result()
        return {"done": True}

    def do_priority(self, ids: Sequence[int], level: str) -> list[View]:
        """Set the priority of jobs."""
        try:
            priority = Priority.from_word(str(level))
        except ValueError:
            words = [each.word for each in Priority]
            raise BadInput([unknown("priority", str(level), words, "priority")]) from None
        return _answers(self._control.set_priority(ids, priority).result())

    def do_move(self, ids: Sequence[int], place: str) -> list[View]:
        """Move waiting jobs within their priority."""
        try:
            where = Place(place)
        except ValueError:
            raise BadInput([unknown("place", str(place), list(Place), "place")]) from None
        return _answers(self._control.reorder(ids, where).result())

    def do_clear(self, statuses: Sequence[str]) -> View:
        """Remove every ended job in one of these statuses."""
        return {"removed": self._control.clear([_status(word) for word in statuses]).result()}

    def do_pause_queue(self, now: bool = False) -> View:
        """Start nothing new."""
        return {"changed": self._control.pause_queue(now=now).result(), "paused": True}

    def do_resume_queue(self) -> View:
        """Let the queue run."""
        return {"changed": self._control.resume_queue().result(), "paused": False}

    def do_stats(self) -> View:
        """How the queue stands."""
        counts = self._store.read(queries.counts)
        paused = self._store.read(queries.queue_paused)
        return {
            "jobs": sum(counts.by_status.values()),
            "by_status": {status.value: number for status, number in counts.by_status.items()},
            "waiting": counts.waiting,
            "queue_paused": bool(paused),
            "stopped": list(self._running.stopped()),
            **self._store.read(queries.totals),
        }

    def do_resources(self) -> View:
        """What the machine does, as last measured; else it is measured here, for a moment."""
        from rendermanager.services.usageviews import resources_view  # noqa: PLC0415 - hardly asked for

        sample, jobs = self._running.measured()
        settings = load_settings(self._paths.settings)
        if sample is None:
            from rendermanager.services.sampling import measure_now  # noqa: PLC0415 - hardly asked for
            from rendermanager.services.whereto import result_folders  # noqa: PLC0415 - as above

            sample = measure_now(lambda: result_folders(self._store, settings))
        return resources_view(sample, jobs, settings.memory_percent / 100)

    def do_usage(self, job_id: int) -> list[View]:
        """What each attempt of a job has taken."""
        from rendermanager.services.usageviews import usage_view  # noqa: PLC0415 - hardly asked for
        from rendermanager.store import consumption  # noqa: PLC0415 - as above

        self._job(job_id)
        attempts = self._store.read(lambda db: queries.attempts_of(db, job_id))
        taken = self._store.read(lambda db: consumption.of_attempts(db, job_id))
        usual = self._store.read(lambda db: consumption.usual_of_job(db, job_id))
        running = {each.id: self._running.taken(each.id) for each in attempts if not each.outcome}
        taken |= {attempt_id: usage for attempt_id, usage in running.items() if usage}
        return [usage_view(each, taken.get(each.id), usual[each.task_id]) for each in attempts]

    def do_hours(self) -> View:
        """The hours of the week, what they allow now, and what they will next."""
        return self._hours.show()

    def do_set_hours(self, hours: Sequence[str]) -> View:
        """Put these hours in the place of all others."""
        if isinstance(hours, str) or not all(isinstance(each, str) for each in hours):
            raise BadInput([Problem("hours", "The hours of the week are a list of texts.")])
        return self._hours.set(hours)

    def do_trouble(self) -> View:
        """What keeps the owner of the queue from storing anything; empty when all is well."""
        trouble = None if self._store.only_look else self._store.trouble
        return {"trouble": str(trouble) if trouble else ""}

    def do_ping(self) -> View:
        """Say that somebody is there."""
        return {"alive": True}

    def _causes(self) -> list[CauseGroup]:
        return grouped(self._store.read(failed_jobs))

    def _job(self, job_id: int) -> Job:
        job = self._store.read(lambda db: queries.job(db, job_id))
        if job is None:
            raise BadInput([Problem("id", f"There is no job {job_id}.", "See “list” for the ids.")])
        return job

    @staticmethod
    def _view(job: Job, live: Mapping[int, tuple[View, str]]) -> View:
        newer, reason = live.get(job.id, ({}, ""))
        return job_view(job, newer, reason)


def _spec(values: Any) -> JobSpec:
    if isinstance(values, JobSpec):
        return values
    try:
        return msgspec.convert(values, JobSpec)
    except msgspec.ValidationError as error:
        hint = "“rendermanager schema job” prints what a job may hold."
        text = f"That is no job: {in_words(str(error))}."
        raise BadInput([Problem("", text, hint)]) from error


def _status(word: str) -> JobStatus:
    try:
        return JobStatus(word)
    except ValueError:
        words = [each.value for each in JobStatus]
        raise BadInput([unknown("status", str(word), words, "status")]) from None


def _answers(answers: Sequence[Any]) -> list[View]:
    return [
        {"id": answer.job_id, "done": answer.done, "message": answer.message} for answer in answers
    ]
