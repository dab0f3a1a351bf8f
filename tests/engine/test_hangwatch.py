"""The watch over running renders: it tells first, ends what hangs, and spares what waits."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.events import EventKind
from rendermanager.core.failure import FailureKind, Retry
from rendermanager.core.status import JobStatus
from rendermanager.engine import hangwatch
from rendermanager.engine.blade import Blade
from rendermanager.engine.hangwatch import HangWatch, span
from rendermanager.store import queries
from tests.helpers.engine_room import Room


def watch_of(room: Room) -> HangWatch:
    return room.room._hangs


def notes(room: Room, job_id: int) -> list[str]:
    events = room.session.store.read(lambda db: queries.events_of(db, job_id))
    return [event.reason for event in events if event.kind is EventKind.NOTED]


def note_now(room: Room, job_id: int) -> str:
    live = room.session.board.get(job_id)
    return live.note if live else ""


def test_a_render_that_hangs_is_told_about_then_ended_and_tried_once_more(
    running: Room, tmp_path: Path
) -> None:
    watch_of(running).set_limit(1.0)
    job_id = running.add_program("hangs.py", "deadlock", tmp_path / "mark")
    running.wait(lambda: note_now(running, job_id).startswith("no sign of life for"))
    view, reason = running.room.live()[job_id]
    assert view["note"] == reason
    job = running.wait_for(job_id, JobStatus.QUEUED)
    assert job.retry_at is not None
    assert job.failure is not None
    assert job.failure.kind is FailureKind.TIMEOUT
    assert job.failure.retry is Retry.ONCE
    assert job.failure.message.startswith("It hung: for 1 s it printed nothing")
    assert len(notes(running, job_id)) == 1
    running.control.ask("cancel", [job_id])
    running.wait_end(job_id)


def test_a_paused_render_is_not_taken_for_one_that_hangs(running: Room, tmp_path: Path) -> None:
    job_id = running.add_program("busy_quietly.py", "computes", 600, tmp_path)
    running.wait(lambda: running.session.board.get(job_id) and watch_of(running)._beds)
    running.control.ask("pause", [job_id])
    (bed,) = watch_of(running)._beds.values()
    running.wait(lambda: bed.asleep)
    watch_of(running).set_limit(0.5)
    assert not watch_of(running)._timer.isActive()
    running.control.ask("resume", [job_id])
    running.wait(lambda: bed.known is not None and not bed.asleep)
    assert running.status(job_id) is JobStatus.RENDERING
    running.control.ask("cancel", [job_id])
    running.wait_end(job_id)
    assert notes(running, job_id) == []
    assert watch_of(running)._beds == {}


def test_signs_of_life_take_the_word_back(running: Room, tmp_path: Path) -> None:
    mark = tmp_path / "go"
    script = f"while [ ! -e {mark} ]; do /bin/true; done; while :; do :; done"
    fifo = tmp_path / "fifo"
    wait = f"mkfifo {fifo}; read line < {fifo}; {script}"
    watch_of(running).set_limit(60.0)
    job_id = running.add("/bin/sh", "-c", wait)
    running.wait(lambda: fifo.exists() and watch_of(running)._beds)
    (bed,) = watch_of(running)._beds.values()
    watch_of(running)._warn(bed, 31.0)
    assert note_now(running, job_id) == "no sign of life for 31 s"
    watch_of(running).set_limit(4.0)
    fifo.write_text("line\n")
    running.wait(lambda: note_now(running, job_id) == "")
    running.control.ask("cancel", [job_id])
    running.wait_end(job_id)
    assert notes(running, job_id) == ["no sign of life for 31 s", "it shows signs of life again"]


def test_a_watch_that_is_switched_off_looks_at_nothing(running: Room, tmp_path: Path) -> None:
    running.session.preferences.change(hang_limit_s=-1)
    job_id = running.add_program("hangs.py", "sleeping", tmp_path / "mark")
    running.wait((tmp_path / "mark").exists)
    running.wait(lambda: watch_of(running)._beds)
    assert not watch_of(running)._timer.isActive()
    running.session.preferences.change(hang_limit_s=0)
    assert watch_of(running)._timer.isActive()
    running.control.ask("cancel", [job_id])
    running.wait_end(job_id)


@pytest.mark.allow_warnings("could not be looked at")
def test_a_look_that_fails_is_done_again(
    running: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def fails_once(*given: object) -> object:
        seen.append(given)
        if len(seen) == 1:
            raise OSError("no handles left")
        return see(*given)  # type: ignore[arg-type]

    see = hangwatch._see
    monkeypatch.setattr(hangwatch, "_see", fails_once)
    watch_of(running).set_limit(1.0)
    job_id = running.add_program("hangs.py", "event", tmp_path / "mark", max_attempts=1)
    job = running.wait_end(job_id)
    assert job.failure is not None
    assert job.failure.kind is FailureKind.TIMEOUT


def test_the_time_limit_leaves_pauses_out(running: Room, tmp_path: Path, qtbot: QtBot) -> None:
    job_id = running.add_program("busy_quietly.py", "computes", 600, tmp_path, timeout_s=1)
    running.wait(lambda: running.session.board.get(job_id) and watch_of(running)._beds)
    running.control.ask("pause", [job_id])
    (blade,) = running.session.dispatcher._slots.of(job_id)
    assert isinstance(blade, Blade)
    running.wait(lambda: blade._clock._since is None)
    blade._on_time_limit()
    assert running.status(job_id) is JobStatus.PAUSED
    running.control.ask("resume", [job_id])
    job = running.wait_end(job_id)
    assert job.failure is not None
    assert job.failure.message.startswith("It took longer than its limit of 1 second")


def test_a_length_of_time_claims_no_more_than_is_known() -> None:
    assert [span(seconds) for seconds in (31.9, 119.0, 120.0, 299.0)] == [
        "31 s",
        "119 s",
        "2 min",
        "4 min",
    ]
