"""The log viewer: follows, filters, finds, jumps, saves."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from rendermanager.services.session import Session
from rendermanager.ui.inspector.log_tab import LogTab
from rendermanager.ui.inspector.log_tail import MAX_LINES, LogLine, Severity
from rendermanager.ui.inspector.log_view import LogView
from rendermanager.ui.theme import Theme
from rendermanager.ui.widgets import SearchField
from tests.helpers.ui_fixtures import Until
from tests.helpers.ui_session import FAILED_LOG, FONT_MISSING


@pytest.fixture
def tab(session: Session, theme: Theme, qtbot: QtBot) -> LogTab:
    made = LogTab(session.background, theme)
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    return made


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "attempt.log"
    path.write_text(FAILED_LOG)
    return path


def shown(view: LogView) -> list[str]:
    return view.toPlainText().splitlines()


def test_a_running_log_is_followed_line_by_line(tab: LogTab, log: Path, until: Until) -> None:
    tab.show_log(str(log), live=True)
    until(lambda: len(shown(tab.view)) == 11)
    with log.open("a") as file:
        file.write("one more line\n")
    until(lambda: shown(tab.view)[-1] == "one more line")


def test_a_log_that_comes_later_is_waited_for(tab: LogTab, tmp_path: Path, until: Until) -> None:
    path = tmp_path / "later.log"
    tab.show_log(str(path), live=True)
    assert "No log yet" in tab.view.placeholderText()
    path.write_text("at last\n")
    until(lambda: shown(tab.view) == ["at last"])


def test_no_log_is_explained(tab: LogTab, tmp_path: Path, until: Until) -> None:
    tab.show_log(str(tmp_path / "gone.log"), live=False)
    until(lambda: tab.view.placeholderText() == "The log is not there any more.")
    (tmp_path / "empty.log").touch()
    tab.show_log(str(tmp_path / "empty.log"), live=False)
    until(lambda: tab.view.placeholderText() == "The log is empty.")
    tab.show_log(str(tmp_path), live=False)
    until(lambda: tab.view.placeholderText() == "The log cannot be read.")


def test_the_log_of_a_failure_opens_at_the_line_that_tells(
    tab: LogTab, log: Path, until: Until
) -> None:
    tab.show_log(str(log), live=False, detail=FONT_MISSING.detail)
    until(lambda: tab.view.textCursor().selectedText() == FONT_MISSING.detail)
    assert not tab.view.follows


def test_another_log_takes_the_place_of_the_first(
    tab: LogTab, log: Path, tmp_path: Path, until: Until
) -> None:
    tab.show_log(str(log), live=False)
    until(lambda: shown(tab.view))
    other = tmp_path / "other.log"
    other.write_text("other\n")
    tab.show_log(str(other), live=False)
    until(lambda: shown(tab.view) == ["other"])
    tab.show_log("", live=False)
    assert shown(tab.view) == []


def test_the_filter_leaves_what_is_bad_enough(tab: LogTab, log: Path, until: Until) -> None:
    tab.show_log(str(log), live=False)
    until(lambda: shown(tab.view))
    box = tab.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData(Severity.ERROR))
    assert shown(tab.view) == ["Error: font 'Gotham Bold' could not be found", "Conversion failed!"]
    box.setCurrentIndex(box.findData(Severity.WARNING))
    assert len(shown(tab.view)) == 4
    box.setCurrentIndex(box.findData(Severity.PLAIN))
    assert len(shown(tab.view)) == 11


def test_words_are_found_one_after_the_other_and_round_again(
    tab: LogTab, log: Path, until: Until
) -> None:
    tab.show_log(str(log), live=False)
    until(lambda: shown(tab.view))
    field = tab.findChild(SearchField)
    assert field is not None
    QTest.keyClicks(field, "logo_sting")
    assert len(tab.view.extraSelections()) == 3
    first = tab.view.textCursor().position()
    places = [first]
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Return)
        places.append(tab.view.textCursor().position())
    assert places[1] > places[0]
    assert places[3] == places[0]
    field.setText("not in there")
    assert field.property("invalid") is True


def test_saving_copies_the_whole_file(
    tab: LogTab, log: Path, tmp_path: Path, until: Until, qtbot: QtBot
) -> None:
    tab.show_log(str(log), live=False)
    until(lambda: shown(tab.view))
    tab._save.trigger()
    dialog = tab.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "saved.log"
    with qtbot.waitSignal(tab.said) as said:
        dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert said.args == ["Log saved"]
    assert target.read_text() == FAILED_LOG


def test_a_target_that_cannot_be_written_is_told(
    tab: LogTab, log: Path, until: Until, qtbot: QtBot
) -> None:
    tab.show_log(str(log), live=False)
    until(lambda: shown(tab.view))
    with qtbot.waitSignal(tab.said) as said:
        tab._on_save_chosen("/nowhere/at/all.log")
    assert said.args == ["The log could not be saved: No such file or directory."]


def test_copying_takes_hidden_lines_too(tab: LogTab, log: Path, until: Until) -> None:
    tab.show_log(str(log), live=False)
    until(lambda: shown(tab.view))
    tab.view.set_filter(Severity.ERROR)
    tab._copy.trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 11


def test_nothing_is_read_while_nobody_looks(tab: LogTab, log: Path, until: Until) -> None:
    tab.hide()
    tab.show_log(str(log), live=True)
    assert not tab._reading
    tab.show()
    until(lambda: shown(tab.view))
    tab.hide()
    assert not tab._timer.isActive()


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> LogView:
    made = LogView(theme)
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.show()
    return made


def lines(count: int, text: str = "line") -> list[LogLine]:
    return [LogLine(f"{text} {number}", Severity.PLAIN) for number in range(count)]


def test_scrolling_up_stops_following_and_the_end_starts_it_again(
    view: LogView, qtbot: QtBot
) -> None:
    view.show_lines(lines(200))
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    with qtbot.waitSignal(view.following_changed) as following:
        bar.setValue(10)
    assert following.args == [False]
    view.add_lines(lines(5, "new"))
    assert bar.value() == 10
    with qtbot.waitSignal(view.following_changed) as following:
        bar.setValue(bar.maximum())
    assert following.args == [True]
    view.add_lines(lines(5, "newer"))
    assert bar.value() == bar.maximum()


def test_the_oldest_lines_go_when_there_are_too_many(view: LogView) -> None:
    view.show_lines(lines(MAX_LINES))
    view.add_lines(lines(3, "new"))
    assert len(view.lines) == MAX_LINES
    assert view.document().blockCount() == MAX_LINES
    assert view.toPlainText().endswith("new 2")


def test_markup_in_a_log_is_shown_as_it_stands(view: LogView) -> None:
    view.show_lines([LogLine("<b>bold</b> & more", Severity.ERROR)])
    assert view.toPlainText() == "<b>bold</b> & more"
