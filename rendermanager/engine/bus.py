"""Announces what was committed, and how far renders are, to whoever shows or reacts."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """The one place to listen to.

    Signals:
        committed: `tuple[Event, ...]` in the order they were stored; always after the commit.
        progressed: `tuple[Live, ...]` of renders that moved since the last time.
        waiting: `Mapping[int, Reason]` by job: why ready jobs have not started.
        resting: Why renders keep out of the artist's way, in words; empty when they go on.
        held_off: Why nothing more starts while what runs goes on, in words; else empty.
        trouble: Sentence about something that keeps the queue from working; empty when it is over.
        settled: Nothing renders, and nothing that could start waits.
    """

    committed = Signal(object)
    progressed = Signal(object)
    waiting = Signal(object)
    resting = Signal(str)
    held_off = Signal(str)
    trouble = Signal(str)
    settled = Signal()
