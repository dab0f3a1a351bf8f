"""Signals are heard whenever they come."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.app.signals import StopSignals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there, no signal is sent so")


@pytest.fixture
def signals(qtbot: QtBot) -> Iterator[StopSignals]:
    made = StopSignals()
    yield made
    made.restore()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_that_comes_later_is_told(signals: StopSignals, qtbot: QtBot, number: int) -> None:
    told: list[int] = []
    signals.call(lambda: told.append(number))
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: told == [number])


def test_one_that_came_before_anybody_listened_is_told(signals: StopSignals, qtbot: QtBot) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: signals.count == 1)
    told: list[str] = []
    signals.call(lambda: told.append("stop"))
    assert told == ["stop"]
