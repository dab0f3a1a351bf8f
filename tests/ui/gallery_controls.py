"""The pages of the gallery that show every control."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from rendermanager.ui.theme import Theme
from rendermanager.ui.theme.controls import INVALID_PROPERTY
from rendermanager.ui.widgets import (
    Banner,
    BannerKind,
    LabelKind,
    SearchField,
    SplitButton,
    TextLabel,
    danger_button,
    field_label,
    icon_button,
    link_button,
    primary_button,
    quiet_button,
    secondary_button,
)
from tests.ui.gallery_parts import Bars
from tests.ui.gallery_window import WindowPages


class ControlPages:
    """Pages that show every control in every state."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def controls(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        page.resize(1100, 860)
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 24, 24, 24)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(16)
        grid.addWidget(TextLabel("Controls", LabelKind.TITLE), 0, 0)
        grid.addLayout(self._buttons(), 1, 0, 1, 2)
        grid.addLayout(self._fields(), 2, 0)
        grid.addLayout(self._boxes(), 2, 1)
        grid.addLayout(self._banners(), 3, 0, 1, 2)
        grid.addWidget(self._tabs(), 4, 0)
        grid.addWidget(self._log(), 4, 1)
        grid.setRowStretch(4, 1)
        return page

    def _buttons(self) -> QVBoxLayout:
        icon = self.theme.icon
        column = QVBoxLayout()
        column.setSpacing(8)
        for enabled in (True, False):
            row = QHBoxLayout()
            row.setSpacing(8)
            menu = QMenu(None)
            with_menu = secondary_button("More", icon("more-horizontal"))
            with_menu.setMenu(menu)
            for button in (
                primary_button("Add 3 jobs"),
                primary_button("Start", icon("play")),
                secondary_button("Cancel"),
                secondary_button("Open folder", icon("folder-open")),
                with_menu,
                quiet_button("Show details", icon("info")),
                link_button("Undo"),
                danger_button("Delete files", icon("trash-2")),
                icon_button(icon("refresh-cw", "text2"), "Refresh"),
                SplitButton("Start queue", icon("play"), QMenu(with_menu)),
            ):
                button.setEnabled(enabled)
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        return column

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        combo = QComboBox()
        combo.addItems(["H.264 Social — 12 Mbit/s", "ProRes 422 HQ", "DNxHR LB"])
        editable = QComboBox()
        editable.setEditable(True)
        editable.addItem("29.97")
        line = QLineEdit("D:/Renders/SummerSale")
        bad = QLineEdit("{project}_{nothing}")
        bad.setProperty(INVALID_PROPERTY, True)
        off = QLineEdit("Not now")
        off.setEnabled(False)
        empty = QLineEdit()
        empty.setPlaceholderText("Placeholder")
        spin = QSpinBox()
        spin.setRange(0, 100)
        spin.setValue(100)
        search = SearchField(self.theme, "Filter jobs")
        search.setText("status:failed")
        for name, field in (
            ("Preset", combo),
            ("Frame rate", editable),
            ("Save in", line),
            ("File name", bad),
            ("Disabled", off),
            ("Empty", empty),
            ("Number", spin),
            ("Search", search),
        ):
            form.addRow(field_label(name, field), field)
        return form

    def _boxes(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        partly = QCheckBox("Partly")
        partly.setTristate(True)
        partly.setCheckState(Qt.CheckState.PartiallyChecked)
        checked = QCheckBox("Rerun up to 3 times if it fails")
        checked.setChecked(True)
        locked = QCheckBox("Checked and disabled")
        locked.setChecked(True)
        locked.setEnabled(False)
        radio = QRadioButton("Version number")
        radio.setChecked(True)
        other = QRadioButton("Skip")
        bar = QProgressBar()
        bar.setValue(63)
        bar.setAccessibleName("Progress")
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setValue(40)
        slider.setAccessibleName("Slider")
        for widget in (checked, QCheckBox("Unchecked"), partly, locked, radio, other, bar, slider):
            column.addWidget(widget)
        column.addWidget(Bars(self.theme))
        column.addStretch(1)
        return column

    def _banners(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        font = "Font “Gotham Bold” is used in this project but is not installed. Text may change."
        theme = self.theme
        column.addWidget(
            Banner(
                theme,
                BannerKind.INFO,
                "Sorted by name, not in run order.",
                action="Show run order",
                dismissable=True,
            )
        )
        column.addWidget(Banner(theme, BannerKind.WARNING, font, action="Show details"))
        column.addWidget(Banner(theme, BannerKind.ERROR, "The disk is full: nothing starts."))
        return column

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.addTab(WindowPages(self.theme).facts(), "Details")
        tabs.addTab(QWidget(), "Log")
        tabs.addTab(QWidget(), "Attempts")
        tabs.setTabEnabled(2, False)
        return tabs

    def _log(self) -> QPlainTextEdit:
        log = QPlainTextEdit()
        log.setAccessibleName("Log")
        log.setReadOnly(True)
        log.setFont(self.theme.mono_font())
        log.setPlainText("\n".join(f"frame={n} fps=24 q=28.0 size=1024kB" for n in range(60)))
        return log

    def menu(self) -> QMenu:
        icon = self.theme.icon
        menu = QMenu()
        menu.addAction(icon("play"), "Start now").setShortcut("Ctrl+Return")
        menu.addAction(icon("pause"), "Pause").setShortcut("P")
        menu.addSeparator()
        sub = menu.addMenu(icon("copy"), "Copy")
        sub.addAction("Output path")
        follow = menu.addAction("Follow running job")
        follow.setCheckable(True)
        follow.setChecked(True)
        menu.addAction(icon("folder-open"), "Open output").setEnabled(False)
        menu.addSeparator()
        menu.addAction(icon("trash-2"), "Remove").setShortcut("Del")
        return menu
