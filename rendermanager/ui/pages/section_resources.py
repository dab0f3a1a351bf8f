"""The settings about what renders may take of the machine."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Slot

from rendermanager.core.manners import Manners
from rendermanager.ui.pages.setting_form import SettingsForm
from rendermanager.ui.pages.setting_hours import HoursControl
from rendermanager.ui.pages.setting_rows import SettingsSection
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import ChoiceBox, NumberBox

_STEP_PERCENT: Final = 5
_MB: Final = 1_000
"""Megabytes of a gigabyte."""


class ResourcesSection(SettingsSection):
    """Memory, keeping out of the artist's way, sleep, and the hours of the week."""

    def __init__(self, form: SettingsForm, theme: Theme, now: Callable[[], datetime]) -> None:
        """Add the rows to the form.

        Args:
            form: What the rows belong to.
            theme: Colours and icons.
            now: The moment, aware.
        """
        super().__init__()
        self.set_title(self.tr("Resources and power"))
        self._form = form
        self._add_memory()
        self._add_disk()
        self._add_nice()
        self._add_manners()
        self._add_quiet()
        self._add_keep_awake()
        self._add_hours(theme, now)

    def _add_memory(self) -> None:
        self.memory = NumberBox()
        self.memory.setRange(10, 100)
        self.memory.setSingleStep(_STEP_PERCENT)
        self.memory.setSuffix(self.tr(" %"))
        self.memory.setKeyboardTracking(False)
        self.memory.valueChanged.connect(self._on_memory_chosen)
        self._form.follow(self.memory, lambda now: self.memory.setValue(now.memory_percent))
        about = self.tr(
            "Renders wait while they would bring the memory that all programs hold above this."
        )
        self._form.add(self, "memory_percent", self.tr("Memory ceiling"), about, self.memory)

    def _add_disk(self) -> None:
        self.disk = NumberBox()
        self.disk.setRange(0, 10_000)
        self.disk.setSuffix(self.tr(" GB"))
        self.disk.setKeyboardTracking(False)
        self.disk.valueChanged.connect(self._on_disk_chosen)
        self._form.follow(self.disk, lambda now: self.disk.setValue(now.disk_floor_mb // _MB))
        about = self.tr("Renders wait that would leave less than this free on a volume.")
        self._form.add(self, "disk_floor_mb", self.tr("Room that stays free"), about, self.disk)

    def _add_nice(self) -> None:
        self.nice = NumberBox()
        self.nice.setRange(0, 19)
        self.nice.setKeyboardTracking(False)
        self.nice.valueChanged.connect(self._on_nice_chosen)
        self._form.follow(self.nice, lambda now: self.nice.setValue(now.nice))
        about = self.tr(
            "How far renders step back behind your own programs, 0 to 19. "
            "Counts from the next start on."
        )
        self._form.add(self, "nice", self.tr("Background priority"), about, self.nice)

    def _add_keep_awake(self) -> None:
        self.keep_awake = self._form.switch("keep_awake")
        about = self.tr("The computer does not go to sleep by itself while something renders.")
        title = self.tr("Keep awake")
        self._form.add(self, "keep_awake", title, about, self.keep_awake, fixed=False)

    def _add_manners(self) -> None:
        self.manners = ChoiceBox()
        self.manners.addItem(self.tr("Renders go on"), Manners.IGNORE)
        self.manners.addItem(self.tr("Renders step back"), Manners.STEP_BACK)
        self.manners.addItem(self.tr("Renders rest"), Manners.PAUSE)
        self.manners.currentIndexChanged.connect(self._on_manners_chosen)
        self._form.follow(
            self.manners,
            lambda now: self.manners.setCurrentIndex(self.manners.findData(now.while_working)),
        )
        about = self.tr(
            "What happens at the first touch of keyboard or mouse. Renders that step back get only "
            "what nothing else wants; those that rest are suspended."
        )
        self._form.add(self, "while_working", self.tr("While you work"), about, self.manners)

    def _add_quiet(self) -> None:
        self.quiet = NumberBox()
        self.quiet.setRange(5, 7200)
        self.quiet.setSuffix(self.tr(" s"))
        self.quiet.setKeyboardTracking(False)
        self.quiet.valueChanged.connect(self._on_quiet_chosen)
        self._form.follow(self.quiet, lambda now: self.quiet.setValue(now.quiet_s))
        about = self.tr("So long after your last touch renders go on.")
        self._form.add(self, "quiet_s", self.tr("Go on after"), about, self.quiet)

    def _add_hours(self, theme: Theme, now: Callable[[], datetime]) -> None:
        self.hours = HoursControl(theme, now)
        self.hours.changed.connect(self._on_hours_changed)
        self._form.follow(self.hours, lambda value: self.hours.show_hours(value.hours))
        about = self.tr(
            "How many renders run at once may depend on the hour. Where several of these hold, the "
            "last one counts. Running renders are never ended for it."
        )
        title = self.tr("Hours of the week")
        self._form.add(self, "hours", title, about, self.hours, below=True)

    @Slot(object)
    def _on_hours_changed(self, hours: tuple[str, ...]) -> None:
        self._form.change("hours", hours)

    @Slot(int)
    def _on_memory_chosen(self, value: int) -> None:
        self._form.change("memory_percent", value)

    @Slot(int)
    def _on_disk_chosen(self, gigabytes: int) -> None:
        self._form.change("disk_floor_mb", gigabytes * _MB)

    @Slot()
    def _on_manners_chosen(self) -> None:
        self._form.change("while_working", self.manners.currentData())

    @Slot(int)
    def _on_quiet_chosen(self, value: int) -> None:
        self._form.change("quiet_s", value)

    @Slot(int)
    def _on_nice_chosen(self, value: int) -> None:
        self._form.change("nice", value)
