"""Notifications while real jobs end, on a desktop without a service for them."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.services.notices import Notice
from rendermanager.services.notify import Notifier
from tests.helpers.engine_room import Room

GOOD = (sys.executable, "-S", "-c", "pass")
BAD = (sys.executable, "-S", "-c", "raise SystemExit(3)")


class Balloon:
    """Shows what the desktop could not."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.clicks: list[Callable[[], None]] = []

    def show_message(self, title: str, text: str, on_click: Callable[[], None]) -> None:
        self.shown.append(title)
        self.clicks.append(on_click)


class Scene:
    """An engine at work with a notifier beside it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.watched = False
        self.balloon = Balloon()
        self.noticed: list[Notice] = []
        self.notifier = Notifier(room.session, lambda: self.watched, self.balloon)
        self.notifier.noticed.connect(self.noticed.append)


@pytest.fixture
def scene(
    home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Scene]:
    # Nobody who runs the tests on a desktop wants to see these.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    room = Room(home, qtbot)
    made = Scene(room)
    yield made
    made.notifier.close()
    room.close()


def test_a_single_job_is_announced_when_it_is_done(scene: Scene) -> None:
    scene.room.add(*GOOD, name="Night render")
    scene.room.start()
    scene.room.wait(lambda: scene.balloon.shown)
    assert scene.noticed == [Notice("“Night render” is done", "", 1)]
    assert scene.balloon.shown == ["“Night render” is done"]


def test_a_batch_is_announced_once_it_is_over(scene: Scene) -> None:
    for _ in range(8):
        scene.room.add(*GOOD)
    scene.room.start()
    scene.room.wait(lambda: scene.balloon.shown)
    assert [notice.text for notice in scene.noticed] == ["8 done"]


def test_of_many_failures_the_first_is_told_at_once_and_all_in_the_end(scene: Scene) -> None:
    for _ in range(3):
        scene.room.add(*BAD, name="broken", max_attempts=1)
    scene.room.start()
    scene.room.wait(lambda: len(scene.noticed) == 2)
    assert [(notice.title, notice.text) for notice in scene.noticed] == [
        ("“broken” failed", "The program ended with exit code 3."),
        ("The queue has finished", "3 failed"),
    ]


def test_the_next_batch_begins_anew(scene: Scene) -> None:
    scene.room.start()
    for _ in range(2):
        before = len(scene.noticed)
        scene.room.add(*GOOD, name="one")
        scene.room.wait(lambda: len(scene.noticed) > before)  # noqa: B023 - waited for here
    assert [notice.title for notice in scene.noticed] == ["“one” is done"] * 2


def test_cancelled_jobs_are_no_news(scene: Scene) -> None:
    cancelled = scene.room.add(*GOOD)
    scene.room.control.ask("cancel", [cancelled]).result()
    other = scene.room.add(*GOOD, name="other")
    scene.room.start()
    scene.room.wait(lambda: scene.noticed)
    assert [notice.job_id for notice in scene.noticed] == [other]


@pytest.mark.parametrize("reason", ["watched", "switched off"])
def test_nothing_pops_up_where_nobody_wants_it(reason: str, scene: Scene) -> None:
    if reason == "watched":
        scene.watched = True
    else:
        scene.room.session.preferences.change(notify=False)
    scene.room.add(*GOOD)
    scene.room.start()
    scene.room.wait(lambda: scene.noticed)
    scene.room.session.background.drain()
    assert scene.balloon.shown == []


def test_a_click_leads_to_the_job(scene: Scene, qtbot: QtBot) -> None:
    job_id = scene.room.add(*GOOD)
    scene.room.start()
    scene.room.wait(lambda: scene.balloon.clicks)
    with qtbot.waitSignal(scene.notifier.clicked) as clicked:
        scene.balloon.clicks[0]()
    assert clicked.args == [job_id]
