"""The columns of the queue: titles, widths, and what is sorted when a header is clicked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from rendermanager.store.listing import SortKey

translate = QCoreApplication.translate

JOB_MIN_PX: Final = 260
"""The Job column is never narrower, whatever the window is."""
JOB_EASY_PX: Final = 440
"""From here on the Progress column grows first."""
PROGRESS_MAX_PX: Final = 340


class Column(IntEnum):
    """The columns, in the order they have before anybody moves them."""

    JOB = 0
    """Picture, name and source."""
    PRESET = 1
    """The preset's label."""
    STATUS = 2
    """The pill."""
    PROGRESS = 3
    """Frames and bar, or the reason why nothing moves."""
    TIME = 4
    """Time left, or when it ended."""
    NUMBER = 5
    """The number by which the command line knows the job."""
    PRIORITY = 6
    """How early it is served."""
    ENGINE = 7
    """The engine's label."""
    OUTPUT = 8
    """Where the result goes."""
    ELAPSED = 9
    """How long it has taken."""
    STARTED = 10
    """When it started."""
    ADDED = 11
    """When it was added."""
    ATTEMPTS = 12
    """How often it was tried."""
    SIZE = 13
    """How large the result is."""


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """What a column needs.

    Attributes:
        width_px: Its usual width, at a text scale of 1.
        min_px: Its least width.
        sort: What a click on its header sorts by.
        descending_first: The first click shows the largest or latest first.
        shown: Whether it is there before anybody chooses.
        is_number: Its texts stand at the end of the cell.
    """

    width_px: int
    min_px: int
    sort: SortKey
    descending_first: bool = False
    shown: bool = False
    is_number: bool = False


SPECS: Final[Mapping[Column, ColumnSpec]] = {
    Column.JOB: ColumnSpec(JOB_MIN_PX, JOB_MIN_PX, SortKey.NAME, shown=True),
    Column.PRESET: ColumnSpec(112, 84, SortKey.PRESET, shown=True),
    Column.STATUS: ColumnSpec(116, 116, SortKey.STATUS, shown=True),
    Column.PROGRESS: ColumnSpec(192, 140, SortKey.PROGRESS, shown=True, descending_first=True),
    Column.TIME: ColumnSpec(124, 116, SortKey.ENDED, shown=True, descending_first=True),
    Column.NUMBER: ColumnSpec(64, 48, SortKey.NUMBER, is_number=True),
    Column.PRIORITY: ColumnSpec(84, 64, SortKey.PRIORITY),
    Column.ENGINE: ColumnSpec(96, 64, SortKey.ENGINE),
    Column.OUTPUT: ColumnSpec(220, 96, SortKey.OUTPUT),
    Column.ELAPSED: ColumnSpec(100, 72, SortKey.ELAPSED, descending_first=True, is_number=True),
    Column.STARTED: ColumnSpec(124, 84, SortKey.STARTED, descending_first=True),
    Column.ADDED: ColumnSpec(124, 84, SortKey.ADDED, descending_first=True),
    Column.ATTEMPTS: ColumnSpec(84, 64, SortKey.ATTEMPTS, descending_first=True, is_number=True),
    Column.SIZE: ColumnSpec(84, 64, SortKey.SIZE, descending_first=True, is_number=True),
}

_SHRINK_ORDER: Final = (
    *(Column.OUTPUT, Column.STARTED, Column.ADDED, Column.PROGRESS, Column.PRESET, Column.TIME),
    *(Column.ENGINE, Column.ELAPSED, Column.PRIORITY, Column.ATTEMPTS, Column.SIZE),
    Column.NUMBER,
)


@dataclass(frozen=True, slots=True)
class SortState:
    """How the list is sorted, when it is not in run order.

    Attributes:
        column: Whose header was clicked.
        descending: Whether the largest comes first.
    """

    column: Column
    descending: bool = False


def next_sort(column: Column, now: SortState | None) -> SortState | None:
    """What a click on a header leads to: one way, the other way, run order."""
    first = SPECS[column].descending_first
    if now is None or now.column is not column:
        return SortState(column, first)
    if now.descending is first:
        return SortState(column, not first)
    return None


def title_of(column: Column) -> str:
    """What the header says."""
    words = {
        Column.JOB: translate("Queue", "Job"),
        Column.PRESET: translate("Queue", "Preset"),
        Column.STATUS: translate("Queue", "Status"),
        Column.PROGRESS: translate("Queue", "Progress"),
        Column.TIME: translate("Queue", "Time"),
        Column.NUMBER: translate("Queue", "#"),
        Column.PRIORITY: translate("Queue", "Priority"),
        Column.ENGINE: translate("Queue", "Engine"),
        Column.OUTPUT: translate("Queue", "Output"),
        Column.ELAPSED: translate("Queue", "Elapsed"),
        Column.STARTED: translate("Queue", "Started"),
        Column.ADDED: translate("Queue", "Added"),
        Column.ATTEMPTS: translate("Queue", "Attempts"),
        Column.SIZE: translate("Queue", "Size"),
    }
    return words[column]


def sorted_by(column: Column) -> str:
    """The sentence of the bar that says that this is not the run order."""
    words = {
        Column.JOB: translate("Queue", "Sorted by name, not in run order"),
        Column.PRESET: translate("Queue", "Sorted by preset, not in run order"),
        Column.STATUS: translate("Queue", "Sorted by status, not in run order"),
        Column.PROGRESS: translate("Queue", "Sorted by progress, not in run order"),
        Column.TIME: translate("Queue", "Sorted by the time they ended, not in run order"),
        Column.NUMBER: translate("Queue", "Sorted by number, not in run order"),
        Column.PRIORITY: translate("Queue", "Sorted by priority, not in run order"),
        Column.ENGINE: translate("Queue", "Sorted by engine, not in run order"),
        Column.OUTPUT: translate("Queue", "Sorted by output, not in run order"),
        Column.ELAPSED: translate("Queue", "Sorted by elapsed time, not in run order"),
        Column.STARTED: translate("Queue", "Sorted by the time they started, not in run order"),
        Column.ADDED: translate("Queue", "Sorted by the time they were added, not in run order"),
        Column.ATTEMPTS: translate("Queue", "Sorted by attempts, not in run order"),
        Column.SIZE: translate("Queue", "Sorted by size, not in run order"),
    }
    return words[column]


def fit(
    room_px: int, wished: Mapping[Column, int], columns: Sequence[Column], scale: float = 1.0
) -> dict[Column, int]:
    """How wide each column is, so that the Job column has at least its due.

    Room that is missing is taken from the others down to their least widths; what is missing
    then has to be scrolled to. Room to spare goes to Job, and from a point on to Progress.

    Args:
        room_px: What there is.
        wished: Widths that a person chose; the others take their usual ones.
        columns: Those that are shown; Job is one of them.
        scale: Of the text.
    """
    widths: dict[Column, int] = {
        each: wished.get(each, round(SPECS[each].width_px * scale))
        for each in columns
        if each is not Column.JOB
    }
    least = round(JOB_MIN_PX * scale)
    job = room_px - sum(widths.values())
    for column in _SHRINK_ORDER:
        if job >= least:
            break
        if column in widths:
            given = min(least - job, max(0, widths[column] - round(SPECS[column].min_px * scale)))
            widths[column] -= given
            job += given
    easy = round(JOB_EASY_PX * scale)
    if job > easy and Column.PROGRESS in widths and Column.PROGRESS not in wished:
        limit = round(PROGRESS_MAX_PX * scale) - widths[Column.PROGRESS]
        more = min((job - easy) // 2, max(0, limit))
        widths[Column.PROGRESS] += more
        job -= more
    return {Column.JOB: max(job, least), **widths}
