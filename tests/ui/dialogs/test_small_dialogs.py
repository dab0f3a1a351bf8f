"""The dialogs that only say something: problems, shortcuts, about, quit."""

from pathlib import Path

from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from rendermanager import __version__
from rendermanager.core.problem import Problem, Severity
from rendermanager.ui.dialogs.about import AboutDialog
from rendermanager.ui.dialogs.palette import ranked
from rendermanager.ui.dialogs.problems import MAX_ROWS, ProblemsDialog
from rendermanager.ui.dialogs.quit import QuitChoice, QuitDialog
from rendermanager.ui.dialogs.shortcuts import Shortcut, ShortcutsDialog, shortcuts_of
from rendermanager.ui.theme import Theme
from rendermanager.ui.widgets import TextLabel

BAD = Problem("source", "“<b>a</b>.mov” is empty (0 bytes).", "Copy or export it again.")
NOTE = Problem("output", "“b.mp4” is taken.", severity=Severity.WARNING)


def press(dialog: object, text: str) -> None:
    buttons = dialog.findChildren(QPushButton)  # type: ignore[attr-defined]
    next(each for each in buttons if each.text() == text).click()


def test_problems_are_listed_worst_first_and_literally(theme: Theme, qtbot: QtBot) -> None:
    dialog = ProblemsDialog(None, theme, "What could not be added", [NOTE, BAD])
    dialog.show()
    assert [each.message for each in dialog.problems] == [BAD.message, NOTE.message]
    labels = [each.text() for each in dialog.findChildren(TextLabel)]
    assert BAD.message in labels
    press(dialog, "Copy all")
    assert QGuiApplication.clipboard().text() == (
        "“<b>a</b>.mov” is empty (0 bytes). Copy or export it again.\n“b.mp4” is taken."
    )
    press(dialog, "Close")


def test_a_thousand_problems_do_not_make_a_thousand_rows(theme: Theme, qtbot: QtBot) -> None:
    problems = [Problem("source", f"“{number}.mov” does not exist.") for number in range(1000)]
    dialog = ProblemsDialog(None, theme, "What could not be added", problems)
    assert len(dialog.findChildren(TextLabel)) < MAX_ROWS + 10
    assert len(dialog.as_text().splitlines()) == 1000
    dialog.close()


def test_shortcuts_are_read_from_menus_and_their_submenus(qtbot: QtBot) -> None:
    menu, inner = QMenu("&File"), QMenu("More")
    qtbot.addWidget(menu)
    qtbot.addWidget(inner)
    menu.addAction("&Add files…").setShortcut("Ctrl+O")
    menu.addAction("Without a key")
    menu.addMenu(inner)
    inner.addAction("Deep").setShortcuts([QKeySequence("F5"), QKeySequence("Ctrl+R")])
    assert shortcuts_of([menu]) == [
        Shortcut("File", "Add files", "Ctrl+O"),
        Shortcut("File", "Deep", "F5, Ctrl+R"),
    ]


def test_shortcuts_are_found_by_name_and_by_key(theme: Theme, qtbot: QtBot) -> None:
    known = [Shortcut("File", "Add files", "Ctrl+O"), Shortcut("Job", "Run again", "F5")]
    dialog = ShortcutsDialog(None, theme, known)
    for words, found in (("again", known[1:]), ("ctrl+o", known[:1]), ("x", []), ("", known)):
        dialog._on_searched(words)
        assert dialog.shown == found
    dialog.close()


def test_about_names_the_version_and_the_data_folder(theme: Theme, qtbot: QtBot) -> None:
    dialog = AboutDialog(None, theme, Path("/data/rm"))
    dialog.show()
    press(dialog, "Copy")
    text = QGuiApplication.clipboard().text()
    assert f"Version: {__version__}" in text
    assert "Data folder: /data/rm" in text
    dialog.close()


def test_the_quit_dialog_offers_the_background_only_with_a_tray(qtbot: QtBot) -> None:
    for has_tray in (False, True):
        dialog = QuitDialog(None, 2, has_tray=has_tray)
        assert dialog.heading == "2 jobs are rendering"
        assert (QuitChoice.BACKGROUND in dialog._choices.values()) == has_tray
        dialog.close()


def test_commands_that_begin_with_the_word_come_first(qtbot: QtBot) -> None:
    words = ["Show in folder", "&Add folder…", "Folder settings", "Quit"]
    actions = [QAction(word) for word in words]
    actions[2].setEnabled(False)
    found = [each.text() for each in ranked(actions, "folder")]
    assert found == ["&Add folder…", "Show in folder", "Folder settings"]
    assert [each.text() for each in ranked(actions, "fol sho")] == ["Show in folder"]
