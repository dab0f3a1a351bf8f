"""The page of the resources: what was measured, as curves, read only while they are seen."""

import math
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from rendermanager.core.points import Point
from rendermanager.core.usage import Card, Sample, TreeLoad, VolumeLoad
from rendermanager.services.session import Session
from rendermanager.store.samples import SampleHistory
from rendermanager.ui.pages.resources import ResourcesPage
from rendermanager.ui.pages.resources_curve import Curve, with_gaps
from rendermanager.ui.pages.resources_heat import columns_of
from rendermanager.ui.pages.resources_panels import top_of
from rendermanager.ui.pages.resources_renders import RendersTable
from rendermanager.ui.pages.resources_renders_model import Column
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import qcolor
from tests.helpers.ui_session import Jobs, attempt_of

Until = Callable[[Callable[[], object]], None]
GB = 1_000_000_000


def test_a_curve_shows_what_is_measured(session: Session, theme: Theme, until: Until) -> None:
    page = ResourcesPage(session, theme)
    session.sampling.start()
    page.show()
    page.refresh()
    until(lambda: "%" in page.cpu.value)
    line = page.cpu.plot.listDataItems()[0]
    until(lambda: line.xData is not None and line.xData.size > 1)
    assert " of " in page.memory.value
    assert page.cpu.plot.accessibleName() == f"CPU: {page.cpu.value}"
    page.hide()
    assert not page._timer.isActive()
    page.deleteLater()


def test_a_curve_leaves_the_colours_of_the_theme_alone(theme: Theme) -> None:
    curve = Curve(theme, "CPU")
    assert qcolor(theme.tokens.accent).alpha() == 255
    curve.deleteLater()


def test_a_day_is_shown_of_what_was_kept(session: Session, theme: Theme, until: Until) -> None:
    history = SampleHistory(session.sampling.path)
    now = session.store.now()
    for minutes in range(60):
        at = now - timedelta(hours=20, minutes=minutes)
        history.add(Sample(at=at, cpu=0.5, cores=(), memory_used=1, memory_total=2))
    history.close()
    page = ResourcesPage(session, theme)
    page.range.setCurrentIndex(3)
    line = page.cpu.plot.listDataItems()[0]
    until(lambda: line.xData is not None and len(line.xData) == 60)
    page.deleteLater()


def test_a_pause_of_the_measuring_is_a_gap() -> None:
    points = [Point(at, 0.5, 0.5, 1) for at in (0, 1, 6, 100)]
    at, mean = with_gaps(points, 1)
    assert list(at) == [0, 1, 6, 7, 100]
    assert [math.isnan(value) for value in mean] == [False, False, False, True, False]
    assert with_gaps([], 1)[0].size == 0


def test_the_window_is_built_without_what_draws_curves() -> None:
    parts = "rendermanager.ui.window.interior", "rendermanager.ui.window.joining"
    code = f"import sys, {', '.join(parts)}; sys.exit('numpy' in sys.modules)"
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_a_curve_tells_its_scale_its_past_and_the_ceiling(
    session: Session, theme: Theme, until: Until
) -> None:
    page = ResourcesPage(session, theme)
    session.sampling.start()
    page.show()
    until(lambda: page.memory.limit_text)
    assert page.cpu.limit_text == ""
    assert page.memory.limit_text == "No render is started that would go above"
    left, bottom = (
        [text for _, text in axis._tickLevels[0]] for axis in (page.cpu.left, page.cpu.bottom)
    )
    assert [text.replace("\u00a0", " ") for text in left] == ["0 %", "50 %", "100 %"]
    assert bottom == ["15 s ago", "30 s ago", "45 s ago"]
    page.hide()
    page.deleteLater()


def measured(session: Session, **changes: Any) -> Sample:
    """A sample of this moment that the page finds as the newest one."""
    at = session.store.now()
    made = Sample(at=at, cpu=0.5, cores=(1.0, 0.25), memory_used=3 * GB, memory_total=8 * GB)
    made = replace(made, **changes)
    history = SampleHistory(session.sampling.path)
    history.add(made)
    history.close()
    session.sampling._recent.append(made)
    return made


def test_a_machine_without_cards_has_no_empty_panel(
    session: Session, theme: Theme, until: Until
) -> None:
    measured(session, volumes=(VolumeLoad(mount="/", free=5 * GB, total=9 * GB),))
    page = ResourcesPage(session, theme)
    page.refresh()
    until(lambda: page.panels.volumes)
    assert page.panels.cards == []
    assert page.panels.volumes["/"].value == "5.0 GB free"
    assert [set(row) - {None} for row in page.heat.rows] == [{1.0}, {0.25}]
    assert page.heat.accessibleDescription() == "100\u00a0%, 25\u00a0%"
    page.deleteLater()


def test_cards_and_drives_come_and_go(session: Session, theme: Theme, until: Until) -> None:
    card = Card(
        name="RTX", load=0.63, memory_used=2 * GB, memory_total=8 * GB, celsius=71.2, encoder=0.2
    )
    share = VolumeLoad(mount="/mnt/share")
    disk = VolumeLoad(mount="/", free=GB, total=9 * GB, read_per_s=0.0, written_per_s=12e6)
    measured(session, cards=(replace(card, sessions=2), Card(name="Old")), volumes=(disk, share))
    page = ResourcesPage(session, theme)
    page.refresh()
    until(lambda: len(page.panels.cards) == 2)
    first, second = page.panels.cards
    assert first.value == (
        "63\u00a0% busy · 2.0 GB of 8.0 GB · 71\u00a0°C · encoder 20\u00a0% · videos: 2"
    )
    assert second.value == "–"
    assert page.panels.volumes["/"].value == "1.0 GB free · 12 MB/s written · 0 bytes/s read"
    assert page.panels.volumes["/mnt/share"].value == "does not answer"
    measured(session)
    page.refresh()
    until(lambda: not page.panels.cards and not page.panels.volumes)
    page.deleteLater()


@pytest.mark.parametrize(
    ("most", "top"), [(0, 10e6), (10e6, 10e6), (11e6, 20e6), (45e6, 50e6), (51e6, 100e6)]
)
def test_a_curve_of_bytes_ends_at_a_round_number(most: float, top: float) -> None:
    assert top_of(most) == top


def test_old_points_fill_the_columns_they_stand_for_and_a_pause_stays_empty() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    points = [Point(int(now.timestamp()) - age, 0.5, 0.5, 1) for age in (59, 54, 10)]
    found = columns_of(points, now, timedelta(seconds=60))
    shown = [column for column, each in enumerate(found) if each is not None]
    assert shown[0] == 2
    assert set(range(2, 26)) <= set(shown)
    assert 60 not in shown


class Asked:
    """Remembers what a table has asked for."""

    def __init__(self, table: RendersTable) -> None:
        self.all: list[tuple[str, object]] = []
        table.pause_wanted.connect(lambda ids: self.all.append(("pause", ids)))
        table.resume_wanted.connect(lambda ids: self.all.append(("resume", ids)))
        table.end_wanted.connect(lambda ids: self.all.append(("end", ids)))
        table.job_wanted.connect(lambda job_id: self.all.append(("show", job_id)))


def test_what_renders_is_listed_and_can_be_paused_and_ended(
    session: Session, jobs: Jobs, theme: Theme, until: Until
) -> None:
    first, second = jobs.rendering("One"), jobs.rendering("Two")
    loads = {
        attempt_of(session, first): TreeLoad(
            cores=1.5, memory=GB, read=0, written=0, moved_per_s=2e6, processes=3
        ),
        attempt_of(session, second): TreeLoad(cores=None, memory=2 * GB, read=0, written=0),
        12345: TreeLoad(cores=1.0, memory=1, read=0, written=0),
    }
    measured(session, renders=loads)
    page = ResourcesPage(session, theme)
    page.refresh()
    table = page.renders
    until(lambda: table.model.rowCount() == 2)
    assert texts(table, 0) == ["One", "1.5", "1.0 GB", "2.0 MB/s", "–", "3"]
    assert texts(table, 1) == ["Two", "–", "2.0 GB", "–", "–", "0"]
    assert "3.0 GB of it by renders" in page.memory.value
    assert not table.end.isEnabled()
    asked = Asked(table)
    table.view.sortByColumn(Column.MEMORY, Qt.SortOrder.DescendingOrder)
    table.view.selectRow(0)
    table.pause.click()
    table.end.click()
    table.view.doubleClicked.emit(table.view.model().index(1, 0))
    assert asked.all == [("pause", [second]), ("end", [second]), ("show", first)]
    session.board.pause(attempt_of(session, second), paused=True)
    page.refresh()
    until(lambda: table.pause.text() == "Resume")
    assert [each.job.id for each in table.chosen] == [second]
    table.pause.click()
    assert asked.all[-1] == ("resume", [second])
    measured(session)
    page.refresh()
    until(lambda: table.model.rowCount() == 0)
    assert not table.view.isVisibleTo(page)
    page.deleteLater()


def texts(table: RendersTable, row: int) -> list[str]:
    """What a row says, but for the time."""
    model = table.model
    return [model.data(model.index(row, column)) for column in range(Column.TIME)]
