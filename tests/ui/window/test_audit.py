"""Every state of the window is looked over: nothing is cut off, outside, or without a name.

The pictures go to the folder that RENDERMANAGER_PICTURES names, where a person can page through.
"""

import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rendermanager.services.session import Session
from rendermanager.ui.theme import Theme, ThemeMode
from rendermanager.ui.widgets import ElidedLabel
from tests.helpers.language import spoken
from tests.helpers.ui_fixtures import end_window, full_window
from tests.ui.queue.scene import FONT, NAMES
from tests.ui.window.audit import Flaw, PseudoLanguage, flaws
from tests.ui.window.scene import settle, shoot_everything
from tests.ui.window.untold import left_in_english

PATIENCE_MS = 5_000
"""Longest wait for a layout to come to rest on a busy machine."""
GIVEN = (
    *NAMES,
    *(FONT.message, FONT.hint, "Qt for Python"),
    *("The picture is black for 4 s from 0:12.", "Removed “Promo teaser v2”"),
    *("What could not be added", "The queue has finished: the computer shuts down", "Shut down"),
    "The font “Gotham Bold” is not installed on this machine.",
)
"""What the scene says itself."""
LONG = "A sentence that is far too long for the little room that there is for it"


@pytest.fixture
def theme_of(qapp: QApplication, theme: Theme) -> Iterator[object]:
    """Makes a theme; the usual one is in force again afterwards."""
    made: list[Theme] = []

    def make(mode: ThemeMode, scale: float) -> Theme:
        made.append(Theme(qapp, mode, text_scale=scale, prefer_bundled_font=True))
        made[-1].apply()
        return made[-1]

    yield make
    theme.apply()
    for each in made:
        each.deleteLater()


def lasting_flaws(widget: QWidget) -> list[Flaw]:
    """The flaws that stay; what is about to be laid out anew is none."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while (found := flaws(widget)) and not deadline.hasExpired():
        settle(100)
    return found


@pytest.mark.parametrize(
    ("mode", "scale", "language"),
    [(ThemeMode.DARK, 1.0, "de"), (ThemeMode.LIGHT, 1.5, "pseudo")],
    ids=["dark, German", "light, large letters, longer texts"],
)
def test_nothing_is_cut_off_outside_without_a_name_or_left_in_english(
    qapp: QApplication,
    session: Session,
    theme_of: object,
    tmp_path: Path,
    mode: ThemeMode,
    scale: float,
    language: str,
) -> None:
    translator = PseudoLanguage(qapp)
    if language == "pseudo":
        qapp.installTranslator(translator)
    folder = Path(os.environ.get("RENDERMANAGER_PICTURES", tmp_path / "pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[Flaw, str] = {}
    english: dict[str, str] = {}

    def shoot(widget: QWidget, name: str) -> None:
        assert widget.grab().save(str(folder / f"{mode.value}_{scale:g}_{name}.png"))
        for flaw in lasting_flaws(widget):
            found.setdefault(flaw, name)
        if language == "de":
            english.update(dict.fromkeys(left_in_english(widget, "de", GIVEN), name))

    try:
        with spoken("de") if language == "de" else nullcontext():
            window = full_window(session, theme_of(mode, scale))  # type: ignore[operator]
            shoot_everything(window, session, tmp_path, shoot)
            end_window(window, session)
    finally:
        qapp.removeTranslator(translator)
    assert not found
    assert not english
    assert len(list(folder.glob("*.png"))) >= 15


class TestTheAuditItself:
    """Each thing that it looks for is found where it was planted."""

    @pytest.fixture
    def root(self, qtbot: QtBot) -> QWidget:
        root = QWidget()
        qtbot.addWidget(root)
        root.resize(300, 200)
        QVBoxLayout(root).addWidget(QLabel("fine"))
        root.show()
        return root

    def whats(self, root: QWidget) -> list[str]:
        return [flaw.what for flaw in flaws(root)]

    def put(self, root: QWidget, widget: QWidget, width: int = 80, height: int = 20) -> QWidget:
        widget.setParent(root)
        widget.setGeometry(10, 10, width, height)
        widget.show()
        return widget

    def test_nothing_is_said_of_what_is_fine(self, root: QWidget) -> None:
        assert self.whats(root) == []

    @pytest.mark.parametrize("kind", [QLabel, QPushButton])
    def test_a_text_without_room(self, root: QWidget, kind: type[QLabel]) -> None:
        self.put(root, kind(LONG))
        assert self.whats(root) == ["cut off"]

    def test_a_text_of_several_lines_without_room(self, root: QWidget) -> None:
        label = QLabel(LONG)
        label.setWordWrap(True)
        self.put(root, label)
        assert self.whats(root) == ["cut off"]

    def test_a_text_that_shortens_itself_is_fine(self, root: QWidget) -> None:
        self.put(root, ElidedLabel(LONG), height=40)
        assert self.whats(root) == []

    def test_a_field_without_a_name(self, root: QWidget) -> None:
        field = self.put(root, QLineEdit())
        assert self.whats(root) == ["no name"]
        field.setAccessibleName("Folder")
        assert self.whats(root) == []

    def test_a_button_beyond_the_edge(self, root: QWidget) -> None:
        self.put(root, QPushButton("Go"), height=40).move(280, 10)
        assert self.whats(root) == ["outside"]

    def test_what_can_be_scrolled_to_is_not_outside(self, root: QWidget) -> None:
        area, inside = QScrollArea(), QWidget()
        row = QHBoxLayout(inside)
        for number in range(9):
            row.addWidget(QPushButton(f"Button {number}"))
        area.setWidget(inside)
        area.setAccessibleName("Buttons")
        self.put(root, area, 200, 80)
        assert self.whats(root) == []

    def test_what_is_hidden_does_not_count(self, root: QWidget) -> None:
        self.put(root, QLabel(LONG)).hide()
        assert self.whats(root) == []

    @pytest.mark.parametrize(
        "text", ["&Cancel", "The queue is paused", "„a.mov“ is empty (0 bytes).", "3 of 4"]
    )
    def test_a_text_left_in_english(self, root: QWidget, text: str) -> None:
        QLabel(text, root).show()
        assert left_in_english(root, "de") == {text}

    @pytest.mark.parametrize(
        "text", ["Abbrechen", "„all of it.mov“ ist leer.", "/the/of/is", "GPU"]
    )
    def test_a_text_that_is_german_or_no_language(self, root: QWidget, text: str) -> None:
        QLabel(text, root).show()
        assert left_in_english(root, "de") == set()
