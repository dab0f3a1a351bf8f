"""The base widgets: what they tell, how they are reached, and that nothing is cut off."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rendermanager.ui.theme import Theme, ThemeMode
from rendermanager.ui.theme.tokens import DARK
from rendermanager.ui.widgets import (
    Banner,
    BannerKind,
    Chip,
    ChipButton,
    DropOverlay,
    ElidedLabel,
    EmptyState,
    FlowLayout,
    Gauge,
    GaugeStrip,
    KeyValueList,
    NavItem,
    SearchField,
    Sidebar,
    SplitButton,
    TextLabel,
    Toast,
    ToastEnd,
    ToastMessage,
    Tone,
    field_label,
    icon_button,
    set_tone,
)
from tests.helpers.pixels import colours_of
from tests.ui.gallery import Gallery

NAV = (NavItem("queue", "list-video", "Queue"), NavItem("history", "history", "History"))
FOOT = (
    NavItem("news", "bell", "Notifications", is_view=False),
    NavItem("settings", "settings", "Settings", is_view=False),
)
PATH = "/mnt/projects/summer/2026/campaign/final/renders/sale_1x1_v003_final.mov"
RTL = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, ThemeMode.DARK, prefer_bundled_font=True)
    theme.apply()
    yield theme
    theme.deleteLater()


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(800, 500)
    with qtbot.waitActive(page):
        page.show()
    return page


class TestSidebar:
    @pytest.fixture
    def sidebar(self, theme: Theme, page: QWidget) -> Sidebar:
        sidebar = Sidebar(theme, NAV, FOOT, page)
        sidebar.resize(sidebar.width(), 500)
        sidebar.set_current("queue")
        sidebar.show()
        return sidebar

    def lists(self, sidebar: Sidebar) -> tuple[QListView, QListView]:
        main, foot = sidebar.findChildren(QListView)
        return main, foot

    def test_arrows_move_between_views(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        sidebar.take_focus()
        with qtbot.waitSignal(sidebar.chosen) as chosen:
            QTest.keyClick(self.lists(sidebar)[0], Qt.Key.Key_Down)
        assert chosen.args == ["history"]
        assert sidebar.current == "history"

    def test_something_that_is_no_view_is_pressed_and_does_not_stay(
        self, sidebar: Sidebar, qtbot: QtBot
    ) -> None:
        foot = self.lists(sidebar)[1]
        where = foot.visualRect(foot.model().index(1, 0)).center()
        with qtbot.waitSignal(sidebar.chosen) as chosen:
            QTest.mouseClick(foot.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert chosen.args == ["settings"]
        assert sidebar.current == "queue"
        assert not foot.selectionModel().hasSelection()

    def test_arrows_alone_do_not_open_a_dialog(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        foot = self.lists(sidebar)[1]
        foot.setFocus()
        with qtbot.assertNotEmitted(sidebar.chosen):
            QTest.keyClick(foot, Qt.Key.Key_Down)
        with qtbot.waitSignal(sidebar.chosen):
            QTest.keyClick(foot, Qt.Key.Key_Return)

    def test_marking_a_view_says_nothing(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(sidebar.chosen):
            sidebar.set_current("history")
        assert self.lists(sidebar)[0].currentIndex().data() == "History"

    def test_the_rail_names_its_icons(self, sidebar: Sidebar) -> None:
        index = self.lists(sidebar)[0].model().index(0, 0)
        assert sidebar.width() == 184
        assert index.data(Qt.ItemDataRole.ToolTipRole) is None
        sidebar.set_collapsed(True)
        assert sidebar.width() == 52
        assert index.data(Qt.ItemDataRole.ToolTipRole) == "Queue"

    def test_news_are_a_dot_and_are_read_aloud(self, sidebar: Sidebar) -> None:
        foot = self.lists(sidebar)[1]
        before = foot.grab().toImage()
        sidebar.set_badge("news", 2)
        index = foot.model().index(0, 0)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Notifications, 2 new"
        assert DARK.accent in colours_of(foot.grab().toImage())
        sidebar.set_badge("news", 0)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Notifications"
        assert foot.grab().toImage() == before


class TestSearchField:
    def test_escape_empties_it_and_then_lets_go(self, theme: Theme, qtbot: QtBot) -> None:
        field = SearchField(theme, "Filter jobs")
        qtbot.addWidget(field)
        field.setText("status:failed")
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == ""

    def test_the_cross_is_there_only_with_text(self, theme: Theme, qtbot: QtBot) -> None:
        field = SearchField(theme, "Filter jobs")
        qtbot.addWidget(field)
        (cross,) = field.actions()
        assert not cross.isVisible()
        field.setText("a")
        assert cross.isVisible()
        cross.trigger()
        assert field.text() == ""

    @pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, RTL])
    def test_the_icon_stands_in_the_middle_beside_the_text(
        self, theme: Theme, qtbot: QtBot, way: Qt.LayoutDirection
    ) -> None:
        field = SearchField(theme, "")
        qtbot.addWidget(field)
        field.setLayoutDirection(way)
        field.resize(200, 32)
        image = field.grab().toImage()
        start = 168 if way == RTL else 6
        rows = [
            y
            for y in range(4, 28)
            if any(
                image.pixelColor(x, y).name().upper() != DARK.sunken
                for x in range(start, start + 26)
            )
        ]
        assert abs((rows[0] + rows[-1]) / 2 - 15.5) <= 1
        assert 12 <= rows[-1] - rows[0] <= 16


class TestToast:
    @pytest.fixture
    def toast(self, theme: Theme, page: QWidget) -> Toast:
        return Toast(theme, page)

    def test_it_stays_longer_when_there_is_something_to_undo(self) -> None:
        assert ToastMessage("Saved").stays_ms == 5_000
        assert ToastMessage("Removed", action="Undo").stays_ms == 8_000

    def test_it_goes_by_itself(self, toast: Toast, qtbot: QtBot) -> None:
        with qtbot.waitSignal(toast.ended) as ended:
            toast.show_message(ToastMessage("Saved", key="save", duration_ms=1))
        assert ended.args == ["save", ToastEnd.EXPIRED]
        assert not toast.isVisible()

    def test_a_second_message_ends_the_first(self, toast: Toast, qtbot: QtBot) -> None:
        toast.show_message(ToastMessage("Removed one", key="one", action="Undo"))
        with qtbot.waitSignal(toast.ended) as ended:
            toast.show_message(ToastMessage("Removed two", key="two", action="Undo"))
        assert ended.args == ["one", ToastEnd.REPLACED]
        assert toast.message is not None
        assert toast.message.key == "two"

    def test_its_action_acts_once_and_ends_it(self, toast: Toast, qtbot: QtBot) -> None:
        heard: list[object] = []
        toast.acted.connect(heard.append)
        toast.ended.connect(lambda key, why: heard.append((key, why)))
        toast.show_message(ToastMessage("Removed", key="x", action="Undo"))
        button = next(b for b in toast.findChildren(QPushButton) if b.text() == "Undo")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert heard == ["x", ("x", ToastEnd.ACTED)]
        assert not toast.isVisible()

    def test_its_clock_stands_still_while_the_keyboard_is_in_it(
        self, toast: Toast, page: QWidget, qtbot: QtBot
    ) -> None:
        other = QPushButton("Other", page)
        other.show()
        other.setFocus()
        assert not toast.take_focus()
        toast.show_message(ToastMessage("Removed", action="Undo"))
        assert not paused(toast)
        assert toast.take_focus()
        assert paused(toast)
        QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
        assert paused(toast)
        other.setFocus()
        assert not paused(toast)

    def test_escape_closes_it_and_returns_to_where_one_was(
        self, toast: Toast, page: QWidget, qtbot: QtBot
    ) -> None:
        other, last = QPushButton("Other", page), QPushButton("Last", page)
        other.show()
        last.show()
        last.setFocus()
        toast.show_message(ToastMessage("Removed", key="x", action="Undo"))
        toast.take_focus()
        focused = QApplication.focusWidget()
        assert focused is not None
        with qtbot.waitSignal(toast.ended) as ended:
            QTest.keyClick(focused, Qt.Key.Key_Escape)
        assert ended.args == ["x", ToastEnd.DISMISSED]
        assert last.hasFocus()

    def test_it_keeps_to_the_bottom_of_its_window(self, toast: Toast, page: QWidget) -> None:
        toast.set_bottom_inset(100)
        toast.show_message(ToastMessage("A long text " * 20, action="Undo"))
        for size in (QSize(800, 500), QSize(400, 300)):
            page.resize(size)
            toast.set_bottom_inset(100)
            assert page.rect().adjusted(16, 0, -16, -116).contains(toast.geometry())
            assert abs(toast.geometry().center().x() - page.rect().center().x()) <= 1

    def test_it_is_read_aloud(self, toast: Toast) -> None:
        toast.show_message(ToastMessage("Removed “Promo”"))
        assert toast.accessibleName() == "Removed “Promo”"


def paused(toast: Toast) -> bool:
    return toast.is_paused


class TestDropOverlay:
    def test_it_covers_its_window_and_names_the_outcome(self, theme: Theme, page: QWidget) -> None:
        overlay = DropOverlay(theme, page)
        assert not overlay.isVisible()
        overlay.show_outcome("Add 12 files at the end")
        page.resize(640, 400)
        assert overlay.geometry() == page.rect()
        assert overlay.accessibleName() == overlay.outcome == "Add 12 files at the end"

    def test_the_drag_reaches_the_window_below(self, theme: Theme, page: QWidget) -> None:
        overlay = DropOverlay(theme, page)
        overlay.show_outcome("Add")
        assert page.childAt(page.rect().center()) is None
        assert not overlay.acceptDrops()

    def test_a_refusal_looks_like_one(self, theme: Theme, page: QWidget) -> None:
        overlay = DropOverlay(theme, page)
        overlay.show_outcome("A font cannot be rendered", accepted=False)
        image = page.grab().toImage()
        assert DARK.failed in colours_of(image)
        assert DARK.accent not in colours_of(image)


class TestEmptyState:
    def test_only_a_chip_that_acts_can_be_pressed(self, theme: Theme, qtbot: QtBot) -> None:
        state = EmptyState(theme, "clapperboard", "Drop something", "Anything.")
        qtbot.addWidget(state)
        state.set_chips(
            [
                Chip("ffmpeg", "ffmpeg", "8.1 found", "circle-check", "done"),
                Chip("blender", "Blender", "set up", "circle-alert", "failed", acts=True),
            ]
        )
        found, missing = state.findChildren(ChipButton)
        assert found.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert missing.focusPolicy() == Qt.FocusPolicy.StrongFocus
        assert missing.accessibleName() == "Blender set up"
        with qtbot.waitSignal(state.chip_clicked) as clicked:
            QTest.keyClick(missing, Qt.Key.Key_Space)
        assert clicked.args == ["blender"]

    def test_its_buttons_are_told_apart(self, theme: Theme, qtbot: QtBot) -> None:
        state = EmptyState(theme, "clapperboard", "Drop something", "Anything.")
        qtbot.addWidget(state)
        first = state.add_primary("Add files…", "plus")
        second = state.add_secondary("Try a sample job", "sparkles")
        assert DARK.accent in colours_of(first.grab().toImage())
        assert DARK.accent not in colours_of(second.grab().toImage())

    def test_nothing_is_cut_in_a_small_window(self, theme: Theme, qtbot: QtBot) -> None:
        state = EmptyState(theme, "clapperboard", "Drop something", "A sentence of words. " * 6)
        qtbot.addWidget(state)
        state.set_chips([Chip(str(n), f"Program {n}", "found", "circle-check") for n in range(6)])
        state.resize(480, 560)
        state.show()
        for chip in state.findChildren(ChipButton):
            corner = chip.mapTo(state, QPoint(0, 0))
            assert state.rect().contains(QRect(corner, chip.sizeHint()))


class TestGaugeStrip:
    GAUGES = (Gauge("cpu", "CPU"), Gauge("ram", "Memory"))

    @pytest.fixture
    def strip(self, theme: Theme, qtbot: QtBot) -> GaugeStrip:
        strip = GaugeStrip(theme)
        qtbot.addWidget(strip)
        strip.set_gauges(self.GAUGES)
        return strip

    def tile(self, strip: GaugeStrip, place: int) -> QWidget:
        layout = strip.layout()
        item = layout.itemAt(place) if layout is not None else None
        widget = item.widget() if item is not None else None
        assert widget is not None
        return widget

    def test_a_value_is_shown_and_read_aloud(self, strip: GaugeStrip) -> None:
        strip.push("ram", "34.6 of 64 GB", 0.54)
        assert self.tile(strip, 1).accessibleName() == "Memory 34.6 of 64 GB"
        strip.push("unheard-of", "1", 0.5)

    def test_a_gauge_that_stays_keeps_its_past(self, strip: GaugeStrip) -> None:
        before = self.tile(strip, 0)
        strip.set_gauges((Gauge("gpu", "GPU"), Gauge("cpu", "CPU")))
        assert self.tile(strip, 1) is before

    def test_it_collapses_to_one_line(self, strip: GaugeStrip) -> None:
        assert strip.sizeHint().height() == 76
        strip.set_compact(True)
        assert strip.sizeHint().height() == 28

    def test_a_value_is_never_cut(self, strip: GaugeStrip) -> None:
        strip.push("ram", "1,034.6 of 2,048 GB", 0.5)
        tile = self.tile(strip, 1)
        value = tile.fontMetrics().horizontalAdvance("1,034.6 of 2,048 GB")
        assert tile.minimumSizeHint().width() > value

    def test_an_unknown_value_draws_no_line(self, strip: GaugeStrip) -> None:
        strip.resize(600, 76)
        before = strip.grab().toImage()
        for _ in range(9):
            strip.push("cpu", "–", None)
        assert strip.grab().toImage() == before
        for _ in range(9):
            strip.push("cpu", "–", 0.5)
        assert strip.grab().toImage() != before


class TestLabels:
    def test_a_name_is_never_markup(self, theme: Theme, qtbot: QtBot) -> None:
        labels: list[QLabel] = [TextLabel("<b>x</b>"), ElidedLabel("<b>x</b>")]
        for label in labels:
            qtbot.addWidget(label)
            assert label.textFormat() == Qt.TextFormat.PlainText

    def test_a_long_path_loses_its_middle_and_can_be_had_in_full(
        self, theme: Theme, qtbot: QtBot
    ) -> None:
        label = ElidedLabel(PATH, elide=Qt.TextElideMode.ElideMiddle, selectable=True)
        qtbot.addWidget(label)
        label.resize(160, 20)
        label.show()
        assert label.is_elided
        assert label.text().startswith("/mnt")
        assert label.text().endswith("mov")
        assert label.toolTip() == label.full_text == PATH
        QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == PATH

    def test_a_short_one_has_no_tooltip(self, theme: Theme, qtbot: QtBot) -> None:
        label = ElidedLabel("sale.mov")
        qtbot.addWidget(label)
        label.resize(label.sizeHint())
        assert not label.is_elided
        assert label.toolTip() == ""

    def test_a_tooltip_is_no_markup_either(self, theme: Theme, qtbot: QtBot) -> None:
        label = ElidedLabel("<b>" + "x" * 80 + "</b>")
        qtbot.addWidget(label)
        label.resize(50, 20)
        label.show()
        assert "&lt;b&gt;" in label.toolTip()

    def test_it_gives_way_in_a_narrow_layout(self, theme: Theme, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        QVBoxLayout(window).addWidget(ElidedLabel(PATH))
        assert window.minimumSizeHint().width() < 60

    def test_english_stands_on_the_right_of_an_arabic_page(
        self, theme: Theme, qtbot: QtBot
    ) -> None:
        label = TextLabel("sale.mov")
        qtbot.addWidget(label)
        label.resize(300, 20)
        assert first_ink(label) < 20
        label.setLayoutDirection(RTL)
        assert first_ink(label) > 200

    def test_a_tone_can_change_while_it_is_shown(self, theme: Theme, qtbot: QtBot) -> None:
        label = TextLabel("■■■")
        qtbot.addWidget(label)
        assert DARK.failed not in colours_of(label.grab().toImage())
        set_tone(label, Tone.FAILED)
        assert DARK.failed in colours_of(label.grab().toImage())

    def test_a_field_is_named_by_its_label(self, theme: Theme, qtbot: QtBot) -> None:
        field = SearchField(theme, "")
        qtbot.addWidget(field)
        label = field_label("&Preset", field)
        qtbot.addWidget(label)
        assert label.buddy() is field
        assert field.accessibleName() == "Preset"


class TestKeyValueList:
    def test_rows_change_in_place(self, theme: Theme, qtbot: QtBot) -> None:
        facts = KeyValueList()
        qtbot.addWidget(facts)
        facts.set_rows([("Source", "a.aep"), ("Output", PATH)])
        assert facts.value("Output") == PATH
        kept = facts.findChildren(ElidedLabel)[0]
        facts.set_rows([("Source", "b.aep")])
        assert kept.full_text == "b.aep"
        assert kept.accessibleName() == "Source b.aep"
        assert facts.value("Output") == ""


class TestBanner:
    def test_it_says_something_and_offers_something(self, theme: Theme, qtbot: QtBot) -> None:
        banner = Banner(theme, BannerKind.WARNING, "A font is missing.", action="Show details")
        qtbot.addWidget(banner)
        banner.show()
        assert banner.accessibleName() == banner.text == "A font is missing."
        with qtbot.waitSignal(banner.acted):
            QTest.mouseClick(banner.button, Qt.MouseButton.LeftButton)
        banner.set_message(BannerKind.ERROR, "The disk is full.")
        assert not banner.button.isVisible()

    def test_it_can_be_put_away(self, theme: Theme, qtbot: QtBot) -> None:
        banner = Banner(theme, BannerKind.INFO, "Sorted by name.", dismissable=True)
        qtbot.addWidget(banner)
        banner.show()
        close = banner.findChildren(type(icon_button(theme.icon("x"), "")))[0]
        with qtbot.waitSignal(banner.dismissed):
            QTest.mouseClick(close, Qt.MouseButton.LeftButton)
        assert not banner.isVisible()


class TestFlowLayout:
    def test_it_takes_as_many_lines_as_it_needs(self, theme: Theme, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        flow = FlowLayout(window, gap_px=10)
        for _ in range(4):
            box = QWidget()
            box.setFixedSize(100, 20)
            flow.addWidget(box)
        assert flow.heightForWidth(430) == 20
        assert flow.heightForWidth(429) == 50
        assert flow.heightForWidth(100) == 110


def first_ink(widget: QWidget) -> int:
    image = widget.grab().toImage()
    ground = image.pixelColor(widget.width() // 2, 0)
    return next(
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    )


class TestGallery:
    """All of it together: names for screen readers, and pictures for people."""

    @pytest.mark.parametrize("name", ["window", "controls", "empty"])
    def test_every_control_has_a_name(self, theme: Theme, qtbot: QtBot, name: str) -> None:
        page: QWidget = getattr(Gallery(theme), name)()
        qtbot.addWidget(page)
        page.show()
        root = QAccessible.queryAccessibleInterface(page)
        assert root is not None
        assert nameless(root) == []

    def test_the_check_for_names_finds_what_has_none(self, page: QWidget) -> None:
        QPushButton(page).show()
        root = QAccessible.queryAccessibleInterface(page)
        assert root is not None
        assert nameless(root) == ["QPushButton"]

    @pytest.mark.slow
    @pytest.mark.parametrize(("ratio", "text"), [("2", "1"), ("1", "1.5")])
    def test_it_can_be_looked_at(self, tmp_path: Path, ratio: str, text: str) -> None:
        base = Path(os.environ.get("RM_SCREENSHOTS") or tmp_path)
        folder = base if text == "1" else base / f"text{text}"
        child = subprocess.run(
            [sys.executable, "-m", "tests.ui.gallery", str(folder), text],
            cwd=Path(__file__).resolve().parents[2],
            env={**os.environ, "QT_SCALE_FACTOR": ratio, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert child.returncode == 0, child.stderr
        pictures = [Path(line) for line in child.stdout.splitlines()]
        assert len(pictures) == 28
        for path in pictures:
            assert len(colours_in(path)) > 8, path
        (window,) = (p for p in pictures if p.stem.split("@")[0] == "window_dark")
        assert QImage(str(window)).width() == 1360 * int(ratio)


CONTROLS = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.ButtonDropDown,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.CheckBox,
        QAccessible.Role.ComboBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.List,
        QAccessible.Role.ListItem,
        QAccessible.Role.MenuItem,
        QAccessible.Role.PageTab,
        QAccessible.Role.ProgressBar,
        QAccessible.Role.RadioButton,
        QAccessible.Role.Slider,
        QAccessible.Role.SpinBox,
        QAccessible.Role.Table,
    }
)


def nameless(interface: QAccessibleInterface) -> list[str]:
    """The classes of all controls below that have nothing to be called by."""
    found: list[str] = []
    subject: object = interface.object()  # none for a tab or a row
    inner = isinstance(subject, QObject) and subject.objectName().startswith("qt_")
    role = interface.role()
    if interface.state().invisible:
        return []
    if role in CONTROLS and not inner and not interface.text(QAccessible.Text.Name).strip():
        found.append(type(subject).__name__)
    if role in {QAccessible.Role.ComboBox, QAccessible.Role.SpinBox}:
        return found
    for place in range(interface.childCount()):
        child = interface.child(place)
        found += nameless(child)
    return found


def colours_in(path: Path) -> set[int]:
    image = QImage(str(path))
    return {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }


def test_a_split_button_is_named_by_what_it_does_now(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    button = SplitButton("&Start queue", theme.icon("play"), QMenu(holder), parent=holder)
    assert button.accessibleName() == "Start queue"
    button.set_face("Pause queue", theme.icon("pause"))
    assert button.accessibleName() == "Pause queue"
