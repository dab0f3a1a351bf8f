"""The hours of the week in the settings: a list, a dialog for each of them, and a picture."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from rendermanager.core.hours import read_window, read_windows, written
from rendermanager.services.session import Session
from rendermanager.store.store import Store
from rendermanager.ui.dialogs.hours_window import HoursDialog
from rendermanager.ui.language.hours_words import (
    rule_mark,
    rule_words,
    week,
    week_words,
    window_words,
)
from rendermanager.ui.pages.hours_grid import WeekGrid
from rendermanager.ui.pages.setting_hours import HoursControl
from rendermanager.ui.pages.settings import SettingsPage
from rendermanager.ui.theme import Theme

PLAN = ("mon-fri 09:00-18:00 1", "22:00-06:00 x1.5", "sat idle")
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


@pytest.fixture
def noon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Tuesday at noon, in Greenwich."""
    moment = datetime(2026, 11, 24, 12, tzinfo=UTC)
    monkeypatch.setenv("TZ", "UTC0")
    time.tzset()
    monkeypatch.setattr(Store, "now", lambda _store: moment)
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def page(noon: None, session: Session, theme: Theme, qtbot: QtBot) -> Iterator[SettingsPage]:
    made = SettingsPage(session, theme, has_tray=lambda: False)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    yield made
    session.background.drain()


@pytest.fixture
def control(page: SettingsPage) -> HoursControl:
    return page.resources.hours


def dialog_of(page: SettingsPage) -> HoursDialog:
    """The one that was opened last."""
    return page.window().findChildren(HoursDialog)[-1]


def lines(control: HoursControl) -> list[str]:
    return [control.list.item(row).text() for row in range(control.list.count())]


class TestList:
    def test_without_windows_there_is_only_a_button(self, control: HoursControl) -> None:
        assert control.now_line.text() == "Renders run as usual at any hour."
        assert control.add.isVisible()
        for each in (control.list, control.grid, control.edit, control.remove, control.up):
            assert not each.isVisible()

    def test_what_is_set_is_shown_with_what_holds_now(
        self, control: HoursControl, session: Session
    ) -> None:
        session.preferences.change(hours=PLAN)
        assert len(lines(control)) == 3
        assert lines(control)[2] == "Sat, all day: only while nobody works here"
        assert control.grid.isVisible()
        assert control.now_line.text().startswith("Now: one render at once. From ")
        assert control.now_line.text().endswith(" on: as usual.")
        session.preferences.change(hours=("none",))
        assert control.now_line.text() == "Now: nothing starts."

    def test_windows_are_added_at_the_end(
        self, page: SettingsPage, control: HoursControl, session: Session
    ) -> None:
        session.preferences.change(hours=PLAN[:1])
        control.add.click()
        dialog = dialog_of(page)
        dialog.number.setValue(3)
        dialog.go.click()
        assert session.preferences.value.hours == (*PLAN[:1], "mon-fri 09:00-18:00 3")
        assert control.list.currentRow() == 1

    def test_a_window_is_changed_in_its_place(
        self, page: SettingsPage, control: HoursControl, session: Session
    ) -> None:
        session.preferences.change(hours=PLAN)
        control.list.setCurrentRow(1)
        control.edit.click()
        dialog_of(page).times.setValue(2)
        dialog_of(page).go.click()
        assert session.preferences.value.hours == (PLAN[0], "22:00-06:00 x2", PLAN[2])
        assert control.list.currentRow() == 1

    def test_windows_change_their_places(self, control: HoursControl, session: Session) -> None:
        session.preferences.change(hours=PLAN)
        control.list.setCurrentRow(0)
        assert not control.up.isEnabled()
        control.down.click()
        control.down.click()
        assert session.preferences.value.hours == (PLAN[1], PLAN[2], PLAN[0])
        assert not control.down.isEnabled()
        control.up.click()
        assert session.preferences.value.hours == (PLAN[1], PLAN[0], PLAN[2])
        assert control.list.currentRow() == 1

    def test_the_keyboard_does_it_as_well(
        self, page: SettingsPage, control: HoursControl, session: Session
    ) -> None:
        session.preferences.change(hours=PLAN)
        control.list.setFocus()
        QTest.keyClick(control.list, Qt.Key.Key_Down)
        control.list.setCurrentRow(1)
        QTest.keyClick(control.list, Qt.Key.Key_Return)
        assert dialog_of(page).times.value() == 1.5
        dialog_of(page).reject()
        for _ in range(3):
            QTest.keyClick(control.list, Qt.Key.Key_Delete)
        assert session.preferences.value.hours == ()
        QTest.keyClick(control.list, Qt.Key.Key_Delete)
        assert session.preferences.value.hours == ()

    def test_what_holds_is_looked_at_only_while_it_is_seen(
        self, page: SettingsPage, control: HoursControl
    ) -> None:
        assert control._timer.isActive()
        page.hide()
        assert not control._timer.isActive()


class TestDialog:
    @pytest.fixture
    def taken(self) -> list[str]:
        return []

    def open(self, text: str, theme: Theme, qtbot: QtBot, taken: list[str]) -> HoursDialog:
        dialog = HoursDialog(theme, read_window(text) if text else None)
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.chosen.connect(lambda window: taken.append(written(window)))
        dialog.show()
        return dialog

    @pytest.mark.parametrize(
        "text",
        [
            "mon-fri 09:00-18:00 1",
            "22:00-06:00 x1.25",
            "sat,sun none",
            "idle",
            "wed 18:00-24:00 64",
            "00:00-06:30 x8",
        ],
    )
    def test_a_window_comes_back_as_it_was(
        self, text: str, theme: Theme, qtbot: QtBot, taken: list[str]
    ) -> None:
        dialog = self.open(text, theme, qtbot, taken)
        dialog.go.click()
        assert taken == [text]

    def test_everything_can_be_changed(self, theme: Theme, qtbot: QtBot, taken: list[str]) -> None:
        dialog = self.open("", theme, qtbot, taken)
        for day in range(4):
            dialog.days[day].click()
        dialog.whole.click()
        assert not dialog.start.isEnabled()
        dialog.kind.setCurrentIndex(2)
        assert not dialog.number.isVisible()
        assert not dialog.times.isVisible()
        dialog.go.click()
        assert taken == ["fri none"]

    def test_without_a_day_it_cannot_be_taken(
        self, theme: Theme, qtbot: QtBot, taken: list[str]
    ) -> None:
        dialog = self.open("sat 2", theme, qtbot, taken)
        dialog.days[5].click()
        assert not dialog.go.isEnabled()
        dialog.days[6].click()
        assert dialog.go.isEnabled()

    def test_hours_that_end_when_they_begin_are_refused(
        self, theme: Theme, qtbot: QtBot, taken: list[str]
    ) -> None:
        dialog = self.open("09:00-18:00 2", theme, qtbot, taken)
        dialog.end.setTime(dialog.start.time())
        dialog.go.click()
        assert taken == []
        assert dialog.banner.isVisible()
        dialog.whole.click()
        dialog.go.click()
        assert taken == ["2"]

    def test_days_have_their_whole_names_for_those_who_do_not_see(
        self, theme: Theme, qtbot: QtBot, taken: list[str]
    ) -> None:
        dialog = self.open("", theme, qtbot, taken)
        names = {each.accessibleName() for each in dialog.findChildren(QPushButton)}
        assert {"Monday", "Sunday"} <= names
        assert dialog.number.accessibleName()


class TestGrid:
    @pytest.fixture
    def grid(self, theme: Theme, qtbot: QtBot) -> WeekGrid:
        made = WeekGrid(theme)
        qtbot.addWidget(made)
        made.set_windows(read_windows(PLAN))
        made.set_now(1, 600)
        made.resize(700, made.sizeHint().height())
        made.show()
        return made

    def test_it_says_in_words_what_it_shows(self, grid: WeekGrid) -> None:
        assert "Saturday, all day: only while nobody works here" in grid.accessibleDescription()
        assert grid.accessibleDescription().count("one render at once") == 5

    @pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
    def test_each_hour_says_what_is_allowed(
        self, grid: WeekGrid, direction: Qt.LayoutDirection
    ) -> None:
        grid.setLayoutDirection(direction)
        saturday = week(QLocale()).index(5)
        height = grid.height() / 8
        middle = QPoint(grid.width() // 2, round((saturday + 1.5) * height))
        assert grid.words_at(middle) == "Saturday, all day: only while nobody works here"
        assert grid.words_at(QPoint(grid.width() // 2, 2)) == ""
        tip = QHelpEvent(QEvent.Type.ToolTip, middle, grid.mapToGlobal(middle))
        assert QApplication.sendEvent(grid, tip)
        QToolTip.hideText()

    def test_colours_tell_apart_what_is_allowed(self, grid: WeekGrid) -> None:
        picture = grid.grab().toImage()
        row = week(QLocale()).index(0) + 1
        y = round(grid.height() / 8 * row + 3)
        colours = {picture.pixelColor(x, y).name() for x in range(40, grid.width())}
        assert len(colours) >= 3


class TestWords:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("mon-fri 09:00-18:00 1", "Mon–Fri, 9:00 AM–6:00 PM: one render at once"),
            ("22:00-06:00 x1.5", "Every day, 10:00 PM–6:00 AM: 1.5 × the usual number"),
            ("sat,sun 12", "Sat, Sun, all day: 12 renders at once"),
            ("mon,wed-fri,sun 18:00-24:00 x1", "Mon, Wed–Fri, Sun, 6:00 PM–12:00 AM: as usual"),
            ("none", "Every day, all day: nothing starts"),
        ],
    )
    def test_a_window(self, text: str, words: str) -> None:
        said = window_words(read_window(text), ENGLISH)
        assert said.replace("\N{NARROW NO-BREAK SPACE}", " ") == words

    def test_the_clock_is_that_of_the_place(self) -> None:
        assert "18:00–24:00" in window_words(read_window("mon 18:00-24:00 x1.25"), GERMAN)
        assert "1,25 ×" in window_words(read_window("mon 18:00-24:00 x1.25"), GERMAN)

    def test_the_week_begins_as_it_does_there(self) -> None:
        assert week(GERMAN) == [0, 1, 2, 3, 4, 5, 6]
        assert week(ENGLISH) == [6, 0, 1, 2, 3, 4, 5]
        assert week_words((), GERMAN).count("\n") == 6

    @pytest.mark.parametrize(
        ("text", "mark"),
        [("3", "3"), ("none", "0"), ("x1.5", "×1.5"), ("x2", "×2"), ("x1", ""), ("idle", "away")],
    )
    def test_a_mark_is_short(self, text: str, mark: str) -> None:
        rule = read_window(text).rule
        assert rule_mark(rule, ENGLISH) == mark
        assert rule_words(rule, ENGLISH)
