"""Work leaves the main thread and every result comes home."""

import threading
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.engine.background import Background


def unexpected(error: Exception) -> None:
    raise error


def ignored(_: object) -> None:
    raise AssertionError("nothing was to come home here")


def divide_by_zero() -> float:
    return 1 / 0


def broken_callback(_: int) -> None:
    divide_by_zero()


def test_every_result_comes_home_in_this_thread(qtbot: QtBot) -> None:
    background = Background()
    seen: list[int] = []
    threads: set[str] = set()

    def take(value: int) -> None:
        seen.append(value)
        threads.add(threading.current_thread().name)

    for number in range(2_000):
        background.run(background.io, partial(int, number), take, unexpected)
    qtbot.waitUntil(lambda: len(seen) == 2_000, timeout=20_000)
    assert sorted(seen) == list(range(2_000))
    assert threads == {threading.main_thread().name}
    background.drain()


def test_an_error_goes_to_its_own_callback(qtbot: QtBot) -> None:
    background = Background()
    errors: list[Exception] = []
    background.run(background.io, divide_by_zero, ignored, errors.append)
    qtbot.waitUntil(lambda: bool(errors), timeout=20_000)
    assert isinstance(errors[0], ZeroDivisionError)
    background.drain()


@pytest.mark.allow_warnings("a callback failed")
def test_a_callback_that_fails_does_not_stop_the_next_one(qtbot: QtBot) -> None:
    background = Background()
    seen: list[int] = []
    background.post(broken_callback, 0)
    background.post(seen.append, 7)
    qtbot.waitUntil(lambda: seen == [7], timeout=20_000)
    background.drain()


def test_draining_hands_out_what_is_left(qtbot: QtBot) -> None:
    background = Background()
    seen: list[int] = []
    for number in range(20):
        background.run(background.io, partial(int, number), seen.append, unexpected)
    background.drain()
    assert len(seen) == 20


def test_after_the_close_nothing_more_is_run() -> None:
    background = Background()
    seen: list[int] = []
    background.run(background.io, partial(int, 1), seen.append, unexpected)
    background.close()
    background.run(background.io, partial(int, 2), ignored, unexpected)
    background.drain()
    assert seen == [1]
