"""The settings about what renders may take of the machine."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSpinBox

from rendermanager.ui.pages.setting_form import SettingsForm
from rendermanager.ui.pages.setting_rows import SettingsSection

_STEP_PERCENT: Final = 5


class ResourcesSection(SettingsSection):
    """Memory, precedence over other programs, and sleep."""

    def __init__(self, form: SettingsForm) -> None:
        """Add the rows to the form."""
        super().__init__()
        self.set_title(self.tr("Resources and power"))
        self._form = form
        self._add_memory()
        self._add_nice()
        self._add_keep_awake()

    def _add_memory(self) -> None:
        self.memory = QSpinBox()
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

    def _add_nice(self) -> None:
        self.nice = QSpinBox()
        self.nice.setRange(0, 19)
        self.nice.setKeyboardTracking(False)
        self.nice.valueChanged.connect(self._on_nice_chosen)
        self._form.follow(self.nice, lambda now: self.nice.setValue(now.nice))
        about = self.tr(
            "How far renders step back behind your own programs, 0 to 19. "
            "Counts from the next start on."
        )
        self._form.add(self, "nice", self.tr("Step back"), about, self.nice)

    def _add_keep_awake(self) -> None:
        self.keep_awake = self._form.switch("keep_awake")
        about = self.tr("The computer does not go to sleep by itself while something renders.")
        title = self.tr("Keep awake")
        self._form.add(self, "keep_awake", title, about, self.keep_awake, fixed=False)

    @Slot(int)
    def _on_memory_chosen(self, value: int) -> None:
        self._form.change("memory_percent", value)

    @Slot(int)
    def _on_nice_chosen(self, value: int) -> None:
        self._form.change("nice", value)
