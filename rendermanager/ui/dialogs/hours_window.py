"""Asks for one window of the week: days, hours, and what is allowed then."""

from typing import Final

from PySide6.QtCore import QLocale, QTime, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from rendermanager.core.hours import (
    DAY_MIN,
    LEAST_PERCENT,
    MOST_PERCENT,
    MOST_SLOTS,
    NOTHING,
    Fixed,
    Multiple,
    OnlyIdle,
    Rule,
    Window,
)
from rendermanager.ui.dialogs.frame import DialogFrame
from rendermanager.ui.language.hours_words import day_name, week
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_1_PX, SPACE_2_PX
from rendermanager.ui.widgets import (
    Banner,
    BannerKind,
    ChoiceBox,
    NumberBox,
    field_label,
    secondary_button,
    text_label,
)

_WIDTH_PX: Final = 460
_NEW: Final = Window(frozenset(range(5)), 9 * 60, 18 * 60, Fixed(1))
_NUMBER, _MULTIPLE, _NOTHING, _IDLE = range(4)


class HoursDialog(DialogFrame):
    """Seven buttons for the days, two times, and what is allowed.

    Attributes:
        days: A button for each day, Monday first.
        start: From when.
        end: Until when; midnight is the end of the day.
        whole: Whether it is the whole day.
        kind: What is allowed.
        number: How many renders at once.
        times: Which multiple of the usual number.
        banner: Why it cannot be so.
        go: Takes it.

    Signals:
        chosen: The `Window`.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, window: Window | None, parent: QWidget | None = None) -> None:
        """Begin with a window, or with hours of work."""
        title = self.tr("Add hours") if window is None else self.tr("Change hours")
        super().__init__(parent, title)
        self.days = [self._day(day) for day in range(7)]
        self.start, self.end = QTimeEdit(), QTimeEdit()
        self.whole = QCheckBox(self.tr("All day"))
        self.kind = ChoiceBox()
        self.number = NumberBox()
        self.times = QDoubleSpinBox()
        self.banner = Banner(theme, BannerKind.ERROR)
        self.banner.hide()
        self._lay_out()
        self.add_cancel()
        self.go = self.add_primary(self.tr("Add") if window is None else self.tr("Change"))
        self.go.clicked.connect(self._on_go)
        self._show(window or _NEW)
        self.whole.toggled.connect(self._on_moved)
        self.kind.currentIndexChanged.connect(self._on_moved)
        for day in self.days:
            day.toggled.connect(self._on_moved)
        self._on_moved()
        self.keep_width(theme.scaled(_WIDTH_PX))

    @property
    def rule(self) -> Rule:
        """What is allowed."""
        kind = self.kind.currentData()
        if kind == _NUMBER:
            return Fixed(self.number.value())
        if kind == _MULTIPLE:
            return Multiple(round(self.times.value() * 100))
        return NOTHING if kind == _NOTHING else OnlyIdle()

    def _day(self, day: int) -> QPushButton:
        locale = QLocale()
        button = secondary_button(day_name(day, locale))
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(day_name(day, locale, short=False))
        button.setToolTip(day_name(day, locale, short=False))
        return button

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        days.setSpacing(SPACE_1_PX)
        for day in week(QLocale()):
            self.days[day].setMinimumWidth(0)
            days.addWidget(self.days[day], 1)
        hours = QHBoxLayout()
        hours.setSpacing(SPACE_2_PX)
        for words, field in ((self.tr("From"), self.start), (self.tr("to"), self.end)):
            hours.addWidget(field_label(words, field))
            hours.addWidget(field)
        hours.addSpacing(SPACE_2_PX)
        hours.addWidget(self.whole)
        hours.addStretch(1)
        self._fill()
        allowed = QHBoxLayout()
        allowed.setSpacing(SPACE_2_PX)
        allowed.addWidget(self.kind, 1)
        allowed.addWidget(self.number)
        allowed.addWidget(self.times)
        for title, row in (
            (self.tr("Days"), days),
            (self.tr("Hours"), hours),
            (self.tr("Allowed"), allowed),
        ):
            part = QVBoxLayout()
            part.setSpacing(SPACE_1_PX)
            part.addWidget(text_label(title))
            part.addLayout(row)
            self.body.addLayout(part)
        self.body.addWidget(self.banner)

    def _fill(self) -> None:
        self.kind.addItem(self.tr("A number of renders at once"), _NUMBER)
        self.kind.addItem(self.tr("A multiple of the usual number"), _MULTIPLE)
        self.kind.addItem(self.tr("Nothing starts"), _NOTHING)
        self.kind.addItem(self.tr("Only while nobody works here"), _IDLE)
        self.kind.setAccessibleName(self.tr("Allowed"))
        self.number.setRange(1, MOST_SLOTS)
        self.number.setAccessibleName(self.tr("Renders at once"))
        self.times.setRange(LEAST_PERCENT / 100, MOST_PERCENT / 100)
        self.times.setSingleStep(0.25)
        self.times.setPrefix("× ")
        self.times.setAccessibleName(self.tr("Times the usual number"))

    def _show(self, window: Window) -> None:
        for day, button in enumerate(self.days):
            button.setChecked(day in window.days)
        # A whole day shows hours all the same, to begin with when it is not to be whole any more.
        hours = _NEW if window.is_whole_day else window
        for field, minute in ((self.start, hours.start), (self.end, hours.end % DAY_MIN)):
            field.setTime(QTime(minute // 60, minute % 60))
        self.whole.setChecked(window.is_whole_day)
        rule = window.rule
        self.number.setValue(rule.slots if isinstance(rule, Fixed) else 1)
        self.times.setValue(rule.percent / 100 if isinstance(rule, Multiple) else 1.5)
        kinds = {Fixed: _NUMBER, Multiple: _MULTIPLE, OnlyIdle: _IDLE}
        self.kind.setCurrentIndex(_NOTHING if rule == NOTHING else kinds[type(rule)])

    @Slot()
    def _on_moved(self) -> None:
        self.go.setEnabled(any(day.isChecked() for day in self.days))
        self.start.setEnabled(not self.whole.isChecked())
        self.end.setEnabled(not self.whole.isChecked())
        self.number.setVisible(self.kind.currentData() == _NUMBER)
        self.times.setVisible(self.kind.currentData() == _MULTIPLE)

    @Slot()
    def _on_go(self) -> None:
        days = frozenset(day for day, button in enumerate(self.days) if button.isChecked())
        start, end = (_minute(each.time()) for each in (self.start, self.end))
        if self.whole.isChecked():
            start, end = 0, DAY_MIN
        # Midnight at the end is that of the day itself.
        end = end or DAY_MIN
        if start == end:
            text = self.tr("The hours end when they begin. Choose “All day” for the whole day.")
            self.banner.set_message(BannerKind.ERROR, text, "")
            self.banner.show()
            return
        self.chosen.emit(Window(days, start, end, self.rule))
        self.accept()


def _minute(time: QTime) -> int:
    return time.hour() * 60 + time.minute()
