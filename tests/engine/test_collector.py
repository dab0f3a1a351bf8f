"""Garbage is collected on the main thread alone."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.app.collector import Collector


class Knot:
    """Part of a cycle; tells on which thread it goes."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.stop()


def test_other_threads_do_not_collect(collector: Collector) -> None:
    assert not gc.isenabled()
    gone: list[str] = []
    knot = Knot()
    weakref.finalize(knot, lambda: gone.append(threading.current_thread().name))
    del knot

    def allocate() -> None:
        kept = [[number] for number in range(100_000)]
        assert kept

    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert gone == []


def test_what_piles_up_is_collected_on_this_thread(collector: Collector, qtbot: QtBot) -> None:
    gone: list[str] = []
    knot = Knot()
    weakref.finalize(knot, lambda: gone.append(threading.current_thread().name))
    del knot
    kept = [[number] for number in range(10_000)]
    qtbot.waitUntil(lambda: bool(gone), timeout=20_000)
    assert gone == [threading.main_thread().name]
    assert kept


@pytest.mark.parametrize("before", [True, False])
def test_stopping_leaves_things_as_they_were(qtbot: QtBot, before: bool) -> None:
    gc.enable() if before else gc.disable()
    Collector().stop()
    assert gc.isenabled() is before
    gc.disable()
