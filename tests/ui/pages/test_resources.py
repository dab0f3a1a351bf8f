"""The page of the resources: what was measured, as curves, read only while they are seen."""

import math
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from rendermanager.core.points import Point
from rendermanager.core.usage import Sample
from rendermanager.services.session import Session
from rendermanager.store.samples import SampleHistory
from rendermanager.ui.pages.resources import ResourcesPage
from rendermanager.ui.pages.resources_curve import Curve, with_gaps
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import qcolor

Until = Callable[[Callable[[], object]], None]


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
