"""How `render` tells about its jobs: bars on a terminal, lines in a log, JSON for programs."""

import sys
import time
from collections.abc import Sequence
from typing import Any, Final

from rendermanager.cli.output import complain, one_line, print_json, say
from rendermanager.core.errors import RenderManagerError, UserError
from rendermanager.core.failure import FailureKind
from rendermanager.core.progress import Stage
from rendermanager.core.status import JobStatus
from rendermanager.services.report import Report
from rendermanager.services.views import View

JSON_INTERVAL_S: Final = 0.5
MARKS: Final = {"completed": "✓", "failed": "✗", "cancelled": "–"}
DOUBTFUL: Final = "!"
"""Done with warnings."""


class JsonReport:
    """One JSON object on each line: ``event`` and the fields of the job that are known."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._told: dict[int, float] = {}

    def added(self, jobs: Sequence[tuple[int, str]]) -> None:
        """See `Report`."""
        for job_id, name in jobs:
            print_json({"event": "added", "id": job_id, "name": name})

    def moved(self, views: Sequence[View]) -> None:
        """See `Report`; at most twice a second for each job."""
        now = time.monotonic()
        for view in views:
            if now - self._told.get(view["id"], 0.0) >= JSON_INTERVAL_S:
                self._told[view["id"]] = now
                print_json({"event": "progress", "status": "rendering", **view})

    def changed(self, job_id: int, status: JobStatus, reason: str) -> None:
        """See `Report`."""
        print_json({"event": "status", "id": job_id, "status": status.value, "reason": reason})

    def waits(self, job_ids: Sequence[int], reason: str) -> None:
        """See `Report`."""
        print_json({"event": "waiting", "ids": list(job_ids), "reason": reason})

    def ended(self, view: View) -> None:
        """See `Report`."""
        print_json({"event": "ended", **view})

    def close(self) -> None:
        """See `Report`."""


class PlainReport:
    """A line for each job that ended, and for each cause of waiting; for logs and pipes."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._names: dict[int, str] = {}

    def added(self, jobs: Sequence[tuple[int, str]]) -> None:
        """See `Report`."""
        self._names.update(jobs)

    def moved(self, views: Sequence[View]) -> None:
        """See `Report`."""

    def changed(self, job_id: int, status: JobStatus, reason: str) -> None:
        """See `Report`."""

    def waits(self, job_ids: Sequence[int], reason: str) -> None:
        """See `Report`."""
        first = job_ids[0]
        who = f"{first} {one_line(self._names.get(first, ''))}".rstrip()
        more = f" (and {len(job_ids) - 1} more)" if len(job_ids) > 1 else ""
        complain(f"… {who}{more} waits: {one_line(reason)}")

    def ended(self, view: View) -> None:
        """See `Report`."""
        tell_end(view)

    def close(self) -> None:
        """See `Report`."""


class BarReport(PlainReport):
    """A bar for each job that renders, on the terminal's standard error."""

    def __init__(self) -> None:
        """Take the terminal."""
        super().__init__()
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        self._bars = Progress(
            TextColumn("{task.fields[name]}", markup=False, justify="left"),
            BarColumn(bar_width=30),
            TextColumn("{task.fields[percent]:>3} %"),
            TextColumn("{task.fields[facts]}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._tasks: dict[int, Any] = {}
        self._bars.start()

    def moved(self, views: Sequence[View]) -> None:
        """See `Report`."""
        for view in views:
            job_id = view["id"]
            if job_id not in self._tasks:
                name = _cut(one_line(self._names.get(job_id, str(job_id))))
                self._tasks[job_id] = self._bars.add_task(
                    "", total=1.0, name=name, facts="", percent=0
                )
            self._bars.update(
                self._tasks[job_id],
                completed=view["progress"],
                # Cut, not rounded: 100 % is said by the line that follows when it is done.
                percent=int(view["progress"] * 100),
                facts=facts_of(view),
            )

    def ended(self, view: View) -> None:
        """See `Report`."""
        task = self._tasks.pop(view["id"], None)
        if task is not None:
            self._bars.remove_task(task)
        super().ended(view)

    def close(self) -> None:
        """Give the terminal back."""
        self._bars.stop()


class Tally:
    """Passes everything on, and remembers whose fault it is when something failed.

    Attributes:
        exit_code: 2 while every job that failed was refused before it ran, for its source or its
            settings; 1 once another one failed or was cancelled.
    """

    def __init__(self, report: Report) -> None:
        """Pass on to `report`."""
        self._report = report
        self.exit_code = UserError.exit_code

    def added(self, jobs: Sequence[tuple[int, str]]) -> None:
        """See `Report`."""
        self._report.added(jobs)

    def moved(self, views: Sequence[View]) -> None:
        """See `Report`."""
        self._report.moved(views)

    def changed(self, job_id: int, status: JobStatus, reason: str) -> None:
        """See `Report`."""
        self._report.changed(job_id, status, reason)

    def waits(self, job_ids: Sequence[int], reason: str) -> None:
        """See `Report`."""
        self._report.waits(job_ids, reason)

    def ended(self, view: View) -> None:
        """See `Report`."""
        if view["status"] != JobStatus.COMPLETED and not _was_refused(view):
            self.exit_code = RenderManagerError.exit_code
        self._report.ended(view)

    def close(self) -> None:
        """See `Report`."""
        self._report.close()


def _was_refused(view: View) -> bool:
    error = view["error"]
    return bool(error) and error["kind"] == FailureKind.INVALID_INPUT and not view["attempts"]


def make_report(*, as_json: bool) -> Report:
    """The report that suits who listens."""
    if as_json:
        return JsonReport()
    return BarReport() if sys.stderr.isatty() else PlainReport()


def tell_end(view: View) -> None:
    """One job's end in words: where its result is, or why it failed and what to do."""
    mark = DOUBTFUL if is_doubtful(view) else MARKS[view["status"]]
    title = f"{mark} {view['id']} {one_line(view['name'])}"
    error = view["error"]
    if view["status"] == JobStatus.FAILED and error:
        complain(f"{title}: {one_line(error['message'])}")
        if error["hint"]:
            complain(f"  {one_line(error['hint'])}")
        return
    outputs = view["outputs"]
    where = ""
    if view["status"] == JobStatus.COMPLETED and outputs:
        more = f" (and {len(outputs) - 1} more)" if len(outputs) > 1 else ""
        where = f" → {one_line(outputs[0])}{more}"
    say(f"{title}{where}")
    for warning in view["warnings"]:
        say(f"  ! {one_line(warning)}")
    if is_doubtful(view):
        tell_choices(view)


def is_doubtful(view: View) -> bool:
    """Whether a job is done with warnings that nobody has answered."""
    return view["status"] == JobStatus.COMPLETED and bool(view["warnings"])


def tell_choices(view: View) -> None:
    """What can be done about the warnings of a job."""
    number = view["id"]
    say(f"  Look at it, then “keep {number}” it or “retry {number}” to run it again.")


def facts_of(view: View) -> str:
    """Frames, speed and time left, as far as they are known."""
    if view.get("stage") in (Stage.VERIFY, Stage.PUBLISH):
        return "checking the result"
    facts = []
    if view.get("frames"):
        facts.append(f"frame {view['frame']} of {view['frames']}")
    if view.get("fps"):
        facts.append(f"{view['fps']:.1f} fps")
    left = view.get("time_left_s")
    if left is not None:
        facts.append(f"{time_left(left)} left")
    if view.get("suspended"):
        facts.append("paused")
    if view.get("note"):
        facts.append(view["note"])
    return " · ".join(facts) or str(view.get("stage", ""))


def time_left(seconds: float) -> str:
    """Seconds in words that claim no more precision than there is."""
    if seconds < 60:
        return f"{max(1, round(seconds / 5) * 5)} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def _cut(name: str, width: int = 32) -> str:
    return name if len(name) <= width else f"{name[: width - 1]}…"
