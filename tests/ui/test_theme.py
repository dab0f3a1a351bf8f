"""The theme: contrast, palette, icons, fonts, and controls that keep their size and their text."""

import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
    QTextLayout,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rendermanager.config import resources
from rendermanager.config.resources import resource
from rendermanager.ui.theme import Icons, StateColour, Theme, ThemeMode, Tokens, TypeSize
from rendermanager.ui.theme.app_icon import TrayMood, app_icon, tray_icon
from rendermanager.ui.theme.controls import (
    KIND_PROPERTY,
    ButtonKind,
    ControlState,
    button_colours,
    paint_field,
)
from rendermanager.ui.theme.fonts import (
    BUNDLED_FAMILY,
    is_poor_family,
    load_bundled_fonts,
    make_font,
)
from rendermanager.ui.theme.manager import tokens_for
from rendermanager.ui.theme.palette import build_palette
from rendermanager.ui.theme.sheet import build_sheet
from rendermanager.ui.theme.tokens import (
    CONTROL_CONTRAST,
    CONTROL_HEIGHT_PX,
    DARK,
    LIGHT,
    TEXT_CONTRAST,
    contrast,
    mix,
    readable,
)

BOTH = pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
STATES = tuple(state.value for state in StateColour)
ICONS_IN_USE = """
    list-video history gauge chart-column sliders-horizontal folder-search calendar-clock bell
    settings search plus pause play x folder-open search-check clock-3 link loader-circle
    package-check circle-pause rotate-cw circle-check circle-alert circle-x circle-slash trash-2
    film clapperboard sparkles chevron-down chevron-right chevron-up chevron-left file-video
    file-image images terminal copy undo-2 redo-2 info triangle-alert eye arrow-up arrow-down
    arrow-up-to-line arrow-down-to-line more-horizontal pencil circle-dashed hard-drive cpu
    memory-stick zap star upload download moon sun keyboard log-out file-text list refresh-cw
    square skip-forward table-2 save external-link check minus circle-question-mark
""".split()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeMode.DARK, prefer_bundled_font=True)
    theme.apply()
    yield theme
    theme.deleteLater()


def inks(image: QImage) -> set[str]:
    """The colours of the pixels that are fully covered."""
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


class TestContrast:
    @BOTH
    @pytest.mark.parametrize("ground", ["window", "surface"])
    @pytest.mark.parametrize("text", ["text", "text2", "text3", *STATES])
    def test_text_can_be_read_on_every_ground(self, tokens: Tokens, ground: str, text: str) -> None:
        assert contrast(tokens.colour(text), tokens.colour(ground)) >= TEXT_CONTRAST

    @BOTH
    @pytest.mark.parametrize("ground", ["selection", "selection_inactive", "hover", "raised"])
    @pytest.mark.parametrize("text", ["text", "text2"])
    def test_text_can_be_read_on_rows_and_buttons(
        self, tokens: Tokens, ground: str, text: str
    ) -> None:
        assert contrast(tokens.colour(text), tokens.colour(ground)) >= TEXT_CONTRAST

    @BOTH
    @pytest.mark.parametrize("ground", ["window", "surface", "field"])
    @pytest.mark.parametrize("line", ["border_strong", "accent", "focus"])
    def test_controls_can_be_seen(self, tokens: Tokens, ground: str, line: str) -> None:
        assert contrast(tokens.colour(line), tokens.colour(ground)) >= CONTROL_CONTRAST

    @BOTH
    @pytest.mark.parametrize("state", list(StateColour))
    def test_a_pill_can_be_read(self, tokens: Tokens, state: StateColour) -> None:
        assert contrast(tokens.colour(state), tokens.pill(state)) >= TEXT_CONTRAST

    @BOTH
    @pytest.mark.parametrize(
        "state", [ControlState(), ControlState(hovered=True), ControlState(pressed=True)]
    )
    @pytest.mark.parametrize("kind", list(ButtonKind))
    def test_a_button_can_be_read_in_every_state(
        self, tokens: Tokens, kind: ButtonKind, state: ControlState
    ) -> None:
        colours = button_colours(tokens, kind, state)
        assert contrast(colours.text, colours.fill or tokens.window) >= TEXT_CONTRAST

    @BOTH
    def test_a_colour_is_moved_only_until_it_can_be_read(self, tokens: Tokens) -> None:
        moved = readable(tokens.failed, tokens.selection, tokens.text)
        assert contrast(moved, tokens.selection) >= TEXT_CONTRAST
        assert readable(tokens.text, tokens.window, tokens.text) == tokens.text

    def test_known_values(self) -> None:
        assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
        assert contrast("#777777", "#777777") == pytest.approx(1)
        assert mix("#FFFFFF", "#000000", 0.5) == "#808080"


class TestTokens:
    @BOTH
    def test_every_colour_is_written_the_same_way(self, tokens: Tokens) -> None:
        for field in fields(Tokens):
            if field.name != "is_dark":
                assert re.fullmatch("#[0-9A-F]{6}", tokens.colour(field.name)), field.name

    def test_a_colour_is_its_own_name(self) -> None:
        assert DARK.colour("#123456") == "#123456"
        assert DARK.colour("accent") == DARK.accent

    def test_an_unknown_token_is_refused(self) -> None:
        with pytest.raises(AttributeError):
            DARK.colour("acent")

    def test_the_rest_of_a_bar_is_seen_on_every_row(self) -> None:
        for tokens in (DARK, LIGHT):
            for ground in (tokens.surface, tokens.selection, tokens.selection_inactive):
                assert contrast(tokens.track_on(ground), ground) > 1.08

    @pytest.mark.parametrize(
        ("mode", "system", "expected"),
        [
            (ThemeMode.SYSTEM, Qt.ColorScheme.Unknown, DARK),
            (ThemeMode.SYSTEM, Qt.ColorScheme.Dark, DARK),
            (ThemeMode.SYSTEM, Qt.ColorScheme.Light, LIGHT),
            (ThemeMode.DARK, Qt.ColorScheme.Light, DARK),
            (ThemeMode.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        ],
    )
    def test_the_system_is_followed_where_it_says(
        self, mode: ThemeMode, system: Qt.ColorScheme, expected: Tokens
    ) -> None:
        assert tokens_for(mode, system) is expected


class TestPalette:
    @BOTH
    def test_nothing_is_left_to_the_platform(self, tokens: Tokens) -> None:
        palette = build_palette(tokens)
        for role in QPalette.ColorRole:
            if role in {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}:
                continue
            for group in (
                QPalette.ColorGroup.Active,
                QPalette.ColorGroup.Inactive,
                QPalette.ColorGroup.Disabled,
            ):
                assert palette.isBrushSet(group, role), (group, role)

    @BOTH
    def test_a_selection_without_focus_is_quieter(self, tokens: Tokens) -> None:
        palette, role = build_palette(tokens), QPalette.ColorRole.Highlight
        active = palette.color(QPalette.ColorGroup.Active, role).name().upper()
        inactive = palette.color(QPalette.ColorGroup.Inactive, role).name().upper()
        assert (active, inactive) == (tokens.selection, tokens.selection_inactive)

    @BOTH
    def test_the_sheet_has_no_gap_left(self, tokens: Tokens) -> None:
        sheet = build_sheet(tokens)
        assert "$" not in sheet
        assert sheet.count("{") == sheet.count("}") > 40


class TestTheme:
    def test_the_first_window_is_already_dark(self, theme: Theme, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        assert inks(window.grab(QRect(0, 0, 8, 8)).toImage()) == {DARK.window}

    def test_switching_changes_everything_once(self, theme: Theme, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        heard: list[bool] = []
        theme.changed.connect(lambda: heard.append(theme.tokens.is_dark))
        theme.set_mode(ThemeMode.LIGHT)
        assert heard == [False]
        assert inks(window.grab(QRect(0, 0, 8, 8)).toImage()) == {LIGHT.window}

    def test_the_same_mode_again_changes_nothing(self, theme: Theme) -> None:
        heard: list[bool] = []
        theme.changed.connect(lambda: heard.append(True))
        theme.set_mode(ThemeMode.DARK)
        theme.set_text_scale(1.0)
        assert not heard

    def test_larger_text_makes_larger_controls(self, theme: Theme, qtbot: QtBot) -> None:
        button = QPushButton("Add")
        qtbot.addWidget(button)
        before = button.sizeHint()
        theme.set_text_scale(2.0)
        assert theme.font(TypeSize.BODY).pixelSize() == 26
        assert button.sizeHint().height() > before.height()
        assert button.sizeHint().width() > before.width()


class TestIcons:
    def test_every_icon_in_use_is_there_with_its_licence(self) -> None:
        for name in ICONS_IN_USE:
            assert resource("icons", f"{name}.svg").is_file()
        assert "ISC" in resource("icons", "LICENSE").read_text(encoding="utf-8")

    @pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda p: p.stem)
    def test_every_icon_can_be_drawn_and_tinted(self, path: Path) -> None:
        assert QSvgRenderer(str(path)).isValid()
        text = path.read_text(encoding="utf-8")
        assert ("currentColor" in text) != (path.stem == "rendermanager")

    @pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
    def test_an_icon_has_the_pixels_of_the_screen(self, qapp: QApplication, ratio: float) -> None:
        icons = Icons(DARK)
        for pixmap in (
            icons.pixmap("play", size=16, ratio=ratio),
            icons.icon("play").pixmap(QSize(16, 16), ratio),
        ):
            assert pixmap.width() == 16 * ratio
            assert pixmap.devicePixelRatio() == ratio

    def test_the_same_icon_is_drawn_once(self, qapp: QApplication) -> None:
        icons = Icons(DARK)
        first = icons.pixmap("play", "text", 16, 2.0).cacheKey()
        assert icons.pixmap("play", "text", 16, 2.0).cacheKey() == first
        assert icons.pixmap("play", DARK.text, 16, 2.0).cacheKey() == first
        assert icons.pixmap("play", "text2", 16, 2.0).cacheKey() != first

    def test_an_icon_follows_the_theme_by_itself(self, qapp: QApplication) -> None:
        icons = Icons(DARK)
        icon = icons.icon("square", "failed")
        before = inks(icon.pixmap(48, 48).toImage())
        icons.set_tokens(LIGHT)
        after = inks(icon.pixmap(48, 48).toImage())
        assert DARK.failed in before
        assert LIGHT.failed in after
        assert DARK.failed not in after

    def test_an_icon_is_grey_where_it_cannot_be_used(self, qapp: QApplication) -> None:
        pixmap = Icons(DARK).icon("square").pixmap(QSize(48, 48), QIcon.Mode.Disabled)
        assert DARK.text3 in inks(pixmap.toImage())

    def test_a_copy_of_an_icon_outlives_the_first(self, qapp: QApplication) -> None:
        icon = Icons(DARK).icon("square", "done")
        copy = QIcon(icon)
        copy.addPixmap(QPixmap(4, 4))
        del icon
        assert DARK.done in inks(copy.pixmap(48, 48).toImage())

    def test_an_unknown_icon_is_refused_at_once(self, qapp: QApplication) -> None:
        with pytest.raises(FileNotFoundError, match=r"no-such-icon\.svg is missing"):
            Icons(DARK).icon("no-such-icon")

    def test_the_app_icon_has_every_size_and_the_tray_three_moods(self, qapp: QApplication) -> None:
        sizes = {size.width() for size in app_icon().availableSizes()}
        assert {16, 32, 48, 256} <= sizes
        drawn = {
            mood: frozenset(inks(tray_icon(mood).pixmap(32, 32).toImage())) for mood in TrayMood
        }
        assert len(set(drawn.values())) == 3
        assert DARK.failed in drawn[TrayMood.ATTENTION]


class TestFonts:
    def test_figures_are_equally_wide(self, qapp: QApplication) -> None:
        assert load_bundled_fonts()
        for size in TypeSize:
            metrics = QFontMetricsF(make_font(BUNDLED_FAMILY, size))
            assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")

    def test_a_size_stays_a_size(self, qapp: QApplication) -> None:
        assert load_bundled_fonts()
        plain = QFont(BUNDLED_FAMILY)
        plain.setPixelSize(26)
        ours = make_font(BUNDLED_FAMILY, TypeSize.BODY, scale=2.0)
        letter = glyphs(ours, "x")
        assert glyphs(ours, "1080x1080")[4:5] == letter
        assert glyphs(plain, "1080x1080")[4:5] != letter, "the font has changed: drop `calt`"

    def test_what_is_left_when_nothing_was_chosen_is_not_used(self) -> None:
        assert is_poor_family("DejaVu Sans")
        assert is_poor_family("")
        assert not is_poor_family("Cantarell")

    def test_the_bundled_font_is_small_and_carries_its_licence(self) -> None:
        files = list(resource("fonts").iterdir())
        assert sum(path.stat().st_size for path in files) < 1_500_000
        licence = resource("fonts", "Inter-LICENSE.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in licence.upper()


def glyphs(font: QFont, text: str) -> list[int]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [index for run in layout.glyphRuns() for index in run.glyphIndexes()]


class TestResources:
    def test_a_missing_file_is_named(self) -> None:
        with pytest.raises(FileNotFoundError, match=r"icons/nothing\.svg is missing"):
            resource("icons", "nothing.svg")

    def test_an_installed_program_looks_inside_of_itself_first(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        package = tmp_path / "site" / "rendermanager"
        for folder in (package / "resources", tmp_path / "site" / "resources"):
            folder.mkdir(parents=True)
        monkeypatch.setattr(resources, "_PACKAGE", package)
        assert found_root() == package / "resources"
        (package / "resources").rmdir()
        assert found_root() == tmp_path / "site" / "resources"

    def test_an_incomplete_installation_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "rendermanager")
        with pytest.raises(FileNotFoundError, match="not completely installed"):
            found_root()


def found_root() -> Path:
    return resources.resources_root.__wrapped__()


class TestControls:
    @pytest.mark.parametrize("kind", [QPushButton, QToolButton, QLineEdit, QComboBox, QSpinBox])
    def test_controls_in_a_row_are_equally_high(
        self, theme: Theme, qtbot: QtBot, kind: type[QWidget]
    ) -> None:
        control = kind()
        qtbot.addWidget(control)
        assert control.sizeHint().height() == CONTROL_HEIGHT_PX

    @pytest.mark.parametrize("scale", [1.0, 1.5])
    @pytest.mark.parametrize("text", ["Undo", "Open folder", "Warteschlange pausieren"])
    @pytest.mark.parametrize("kind", list(ButtonKind))
    def test_a_button_has_room_for_its_label(
        self, theme: Theme, qtbot: QtBot, kind: ButtonKind, text: str, scale: float
    ) -> None:
        theme.set_text_scale(scale)
        button, wider = QPushButton(text), QPushButton(text)
        for each in (button, wider):
            qtbot.addWidget(each)
            each.setProperty(KIND_PROPERTY, kind.value)
            each.setIcon(theme.icon("folder-open"))
        size = button.sizeHint()
        button.resize(size)
        wider.resize(size.width() + 200, size.height())
        assert columns(button.grab().toImage()) == columns(wider.grab().toImage())

    def test_a_combo_box_mirrors(self, theme: Theme, qtbot: QtBot) -> None:
        combo = QComboBox()
        qtbot.addWidget(combo)
        option = QStyleOptionComboBox()
        option.initFrom(combo)
        option.rect = QRect(0, 0, 200, 32)
        for way, side in (
            (Qt.LayoutDirection.LeftToRight, 168),
            (Qt.LayoutDirection.RightToLeft, 0),
        ):
            option.direction = way
            arrow = combo.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox,
                option,
                QStyle.SubControl.SC_ComboBoxArrow,
                combo,
            )
            assert arrow.left() == side

    def test_a_check_box_shows_its_mark_and_an_empty_one_does_not(
        self, theme: Theme, qtbot: QtBot
    ) -> None:
        box = QCheckBox()
        qtbot.addWidget(box)
        assert DARK.accent not in inks(box.grab().toImage())
        box.setChecked(True)
        assert DARK.accent in inks(box.grab().toImage())

    def test_the_ring_follows_the_keyboard_and_not_the_mouse(
        self, theme: Theme, qtbot: QtBot
    ) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        controls = [QPushButton("First"), QPushButton("Second"), QCheckBox("Third"), QSlider()]
        for control in controls:
            column.addWidget(control)
        with qtbot.waitActive(window):
            window.show()
        QTest.mouseClick(controls[0], Qt.MouseButton.LeftButton)
        assert DARK.focus not in inks(controls[0].grab().toImage())
        for before, control in pairwise(controls):
            QTest.keyClick(before, Qt.Key.Key_Tab)
            assert control.hasFocus()
            assert DARK.focus in inks(control.grab().toImage()), type(control)

    def test_the_current_row_can_be_seen_without_being_selected(
        self, theme: Theme, qtbot: QtBot
    ) -> None:
        rows = QListWidget()
        qtbot.addWidget(rows)
        rows.addItems(["First", "Second"])
        rows.setSelectionMode(QListWidget.SelectionMode.MultiSelection)
        with qtbot.waitActive(rows):
            rows.show()
        QTest.keyClick(rows, Qt.Key.Key_Down)
        QTest.keyClick(rows, Qt.Key.Key_Tab)
        rows.setFocus(Qt.FocusReason.TabFocusReason)
        rows.setCurrentRow(1, QItemSelectionModel.SelectionFlag.NoUpdate)
        assert DARK.focus in inks(rows.viewport().grab().toImage())
        rows.clearFocus()
        assert DARK.focus not in inks(rows.viewport().grab().toImage())

    def test_a_field_is_not_cut_at_150_percent(self, qapp: QApplication) -> None:
        image = QImage(150, 60, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(1.5)
        image.fill(QColor(DARK.window))
        painter = QPainter(image)
        # An odd place: its edges lie between two device pixels.
        painter.setClipRect(QRect(7, 3, 81, 33))
        paint_field(painter, QRect(7, 3, 81, 33), DARK, ControlState())
        painter.end()
        middle = [image.pixelColor(x, 28).name().upper() for x in range(image.width())]
        assert middle.count(DARK.border_strong) == 2
        assert middle.count(DARK.field) > 100


def columns(image: QImage) -> int:
    """How many columns show ink that is neither ground nor frame: the length of the label."""
    y0, y1 = 8, image.height() - 8
    ground = image.pixelColor(image.width() // 2, 4)
    return sum(
        any(image.pixelColor(x, y) != ground for y in range(y0, y1))
        for x in range(4, image.width() - 4)
    )
