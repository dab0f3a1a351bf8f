"""Writes the history into a table that spreadsheets open."""

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from rendermanager.core.errors import NotPossibleNow
from rendermanager.core.job import Job
from rendermanager.log import masked
from rendermanager.store.history import history
from rendermanager.store.store import Store

PAGE_SIZE: Final = 500
COLUMNS: Final = (
    *("number", "name", "project", "tags", "engine", "preset", "source", "outputs", "status"),
    *("cause", "warnings", "attempts", "added", "started", "ended", "seconds", "bytes"),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_history(store: Store, path: Path, words: Sequence[str] = ()) -> int:
    """Write every ended job, the latest first; how many they are. Blocks.

    Args:
        store: To read from, page by page.
        path: The file; it is whole, or is not touched.
        words: Each has to occur in a job; see `history`.

    Raises:
        NotPossibleNow: The file cannot be written.
    """
    count = 0
    partial = path.with_name(f".{path.name}.part")
    try:
        # The mark at the beginning tells spreadsheets that it is UTF-8.
        with partial.open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.writer(file)
            table.writerow(COLUMNS)
            for job in _jobs(store, words):
                table.writerow(row_of(job))
                count += 1
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        reason = error.strerror or error
        raise NotPossibleNow(
            f"“{path}” cannot be written: {reason}.", "Choose another folder."
        ) from error
    return count


def row_of(job: Job) -> list[object]:
    """A job as a row of the table; secrets are masked, and nothing begins like a formula."""
    spec = job.spec
    paths = [each.final for each in job.artifacts]
    texts = (
        *(job.name, spec.project, " ".join(spec.tags), spec.engine, spec.preset, spec.source),
        *("\n".join(paths), job.status.value, job.failure.message if job.failure else ""),
        "\n".join(job.warnings),
    )
    return [
        job.id,
        *(_harmless(masked(text)) for text in texts),
        job.attempts,
        *(_time(each) for each in (job.created, job.started, job.ended)),
        round(job.elapsed_s, 1),
        sum(each.size_bytes for each in job.artifacts),
    ]


def _jobs(store: Store, words: Sequence[str]) -> Iterator[Job]:
    before: tuple[float, int] | None = None
    while True:
        last = before
        page = store.read(lambda db: history(db, last, PAGE_SIZE, words))  # noqa: B023 - read now
        yield from page
        if len(page) < PAGE_SIZE or page[-1].ended is None:
            return
        before = (page[-1].ended.timestamp(), page[-1].id)


def _time(at: datetime | None) -> str:
    return "" if at is None else at.astimezone(UTC).isoformat(timespec="seconds")


def _harmless(text: str) -> str:
    """A spreadsheet would calculate what begins like a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
