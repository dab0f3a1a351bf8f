"""Folders that nothing starts for are tried as soon as they look better than before."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rendermanager.core.circuit import Circuit, Part
from rendermanager.engine import healing
from rendermanager.engine.background import Background
from rendermanager.engine.healing import MORE_ROOM_BYTES, Healing, Health

GONE, FULL = Health(writable=False), Health(writable=True, free=0)
WELL = Health(writable=True, free=10 * MORE_ROOM_BYTES)


@pytest.mark.parametrize(
    ("before", "now", "better"),
    [
        (GONE, GONE, False),
        (GONE, FULL, False),
        (GONE, WELL, True),
        (FULL, Health(writable=True, free=MORE_ROOM_BYTES - 1), False),
        (FULL, Health(writable=True, free=MORE_ROOM_BYTES), True),
        (WELL, WELL, False),
        (WELL, GONE, False),
    ],
)
def test_better_is_what_may_let_a_job_succeed(before: Health, now: Health, better: bool) -> None:
    assert now.is_better_than(before) is better


class Clinic:
    """Folders whose health a test decides."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.health = GONE
        self.looks = 0
        self.healed: list[Circuit] = []
        self.background = Background()
        monkeypatch.setattr(healing, "LOOK_INTERVAL_MS", 10)
        monkeypatch.setattr(healing, "_health", self._look)
        self.healing = Healing(self.background)
        self.healing.healed.connect(self.healed.append)

    def _look(self, _: Path) -> Health:
        self.looks += 1
        return self.health

    def close(self) -> None:
        self.healing.watch(())
        self.background.close()


@pytest.fixture
def clinic(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Clinic:
    return Clinic(monkeypatch)


FOLDER = Circuit(Part.FOLDER, "/results")


def test_a_folder_that_comes_back_is_told(clinic: Clinic, qtbot: QtBot) -> None:
    clinic.healing.watch([FOLDER])
    qtbot.waitUntil(lambda: clinic.looks >= 3)
    assert clinic.healed == []
    clinic.health = WELL
    qtbot.waitUntil(lambda: FOLDER in clinic.healed)
    clinic.close()


def test_one_that_looks_well_at_once_is_tried_once(clinic: Clinic, qtbot: QtBot) -> None:
    clinic.health = WELL
    clinic.healing.watch([FOLDER])
    qtbot.waitUntil(lambda: clinic.looks >= 3)
    clinic.healing.watch(())
    clinic.healing.watch([FOLDER])
    seen = clinic.looks
    qtbot.waitUntil(lambda: clinic.looks >= seen + 3)
    assert clinic.healed == [FOLDER]
    clinic.close()


def test_one_that_has_worked_since_is_tried_at_once_again(clinic: Clinic, qtbot: QtBot) -> None:
    clinic.health = WELL
    clinic.healing.watch([FOLDER])
    qtbot.waitUntil(lambda: clinic.healed == [FOLDER])
    clinic.healing.watch((), well=[FOLDER])
    clinic.healing.watch([FOLDER])
    qtbot.waitUntil(lambda: clinic.healed == [FOLDER, FOLDER])
    clinic.close()


def test_one_that_breaks_while_it_is_looked_after_is_told_when_it_is_mended(
    clinic: Clinic, qtbot: QtBot
) -> None:
    clinic.health = WELL
    clinic.healing.watch([FOLDER])
    qtbot.waitUntil(lambda: clinic.healed == [FOLDER])
    clinic.health = FULL
    seen = clinic.looks
    qtbot.waitUntil(lambda: clinic.looks >= seen + 3)
    assert clinic.healed == [FOLDER]
    clinic.health = WELL
    qtbot.waitUntil(lambda: len(clinic.healed) > 1)
    clinic.close()


def test_nobody_looks_after_folders_that_work(clinic: Clinic, qtbot: QtBot) -> None:
    clinic.healing.watch([FOLDER])
    qtbot.waitUntil(lambda: clinic.looks >= 1)
    clinic.healing.watch(())
    assert not clinic.healing._timer.isActive()
    clinic.close()


def test_a_real_folder(tmp_path: Path) -> None:
    found = healing._health(tmp_path)
    assert found.writable
    assert found.free > 0
    assert healing._health(tmp_path / "gone") == GONE
