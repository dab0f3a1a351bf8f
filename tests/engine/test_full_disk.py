"""The disk with the queue fills up in the middle of work: nothing is lost, and work goes on."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.errors import StoreBlocked
from rendermanager.core.job import Attempt
from rendermanager.core.status import JobStatus
from rendermanager.store import queries
from tests.helpers.engine_room import Room
from tests.helpers.ledger import broken_promises
from tests.helpers.small_disk import SmallDisk, small_disk

pytestmark = pytest.mark.allow_warnings(
    "disk with the queue is full", "was not stored", "could not be claimed", "could not be"
)


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    with small_disk() as mounted:
        yield mounted


@pytest.fixture
def room(disk: SmallDisk, qtbot: QtBot) -> Iterator[Room]:
    made = Room(disk.path / "home", qtbot)
    made.start(1)
    yield made
    made.close()


def fill(room: Room, disk: SmallDisk) -> None:
    """Fill the disk, and the room that the queue's own files still have."""
    disk.fill()
    while True:
        try:
            room.add("true", name="x" * 200_000)
        except StoreBlocked:
            return


def test_a_render_that_ends_on_a_full_disk_is_recorded_when_there_is_room(
    room: Room, disk: SmallDisk, tmp_path: Path
) -> None:
    troubles: list[str] = []
    room.session.bus.trouble.connect(troubles.append)
    go = tmp_path / "go"
    first = room.add("sh", "-c", f"until [ -e {go} ]; do sleep 0.02; done", name="first")
    room.wait_for(first, JobStatus.RENDERING)
    second = room.add("true", name="second")
    fill(room, disk)
    room.wait(lambda: troubles)
    assert "disk with the queue is full" in troubles[0]
    go.touch()
    room.wait(lambda: room.session.store.trouble is not None)
    assert room.status(second) is JobStatus.QUEUED
    disk.make_room()
    assert room.wait_end(first).status is JobStatus.COMPLETED
    assert room.wait_end(second).status is JobStatus.COMPLETED
    room.wait(lambda: troubles[-1] == "")
    room.control.ask("cancel", range(second + 1, second + 99)).result()
    assert room.session.store.read(broken_promises) == []


def test_a_render_whose_words_do_not_fit_on_the_disk_is_tried_again(
    room: Room, disk: SmallDisk, tmp_path: Path
) -> None:
    go, said = tmp_path / "go", tmp_path / "said"
    # A backup that the full disk breaks off gives its room back: the program takes that as well.
    last_bytes = f"cat /dev/zero >> {disk.ballast} 2> /dev/null"
    until_told = f"until rm {go} 2> /dev/null; do sleep 0.02; done"
    script = f"{until_told}; {last_bytes}; seq 1 99999 >&2; : > {said}; exit 1"
    job = room.add("sh", "-c", script, name="talks")

    def tries() -> Sequence[Attempt]:
        return room.session.store.read(lambda db: queries.attempts_of(db, job))

    # A job counts as rendering from when it is claimed; its program has to be in the queue as well.
    room.wait(lambda: any(each.process for each in tries()))
    fill(room, disk)
    go.touch()
    room.wait(lambda: room.session.store.trouble is not None)
    room.wait(said.exists)
    room.wait(lambda: not room.session.dispatcher.running)
    disk.make_room()
    # The second one waits to be told.
    room.wait(lambda: len(tries()) == 2)
    failure = tries()[0].failure
    assert failure is not None
    assert "its log could not be written: No space left" in failure.message
