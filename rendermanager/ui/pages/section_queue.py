"""The settings of the queue: how many renders at once, with which preset, and where they go."""

import os
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from rendermanager.renderers.registry import Registry
from rendermanager.scheduling.admission import automatic_slots
from rendermanager.ui.dialogs.add.preset_box import PresetBox
from rendermanager.ui.pages.setting_form import SettingsForm
from rendermanager.ui.pages.setting_rows import SettingsSection
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import NumberBox, icon_button

_MOST_SLOTS: Final = 64


class QueueSection(SettingsSection):
    """What holds for all jobs that do not ask for something else."""

    def __init__(self, form: SettingsForm, registry: Registry, theme: Theme) -> None:
        """Add the rows to the form.

        Args:
            form: What the rows belong to.
            registry: The engines, whose presets can be chosen.
            theme: Colours and icons.
        """
        super().__init__()
        self.set_title(self.tr("Queue"))
        self._form = form
        self._add_slots()
        self._add_preset(registry, theme)
        self._add_folder(theme)

    def _add_slots(self) -> None:
        self.slots = NumberBox()
        self.slots.setRange(0, _MOST_SLOTS)
        automatic = automatic_slots(os.cpu_count() or 1)
        self.slots.setSpecialValueText(self.tr("Automatic (%n)", "", automatic))
        self.slots.setKeyboardTracking(False)
        self.slots.valueChanged.connect(self._on_slots_chosen)
        self._form.follow(self.slots, lambda now: self.slots.setValue(now.concurrency))
        about = self.tr(
            "Automatic begins with a few, tries one more while processors are free, and keeps what "
            "gets the work done soonest."
        )
        self._form.add(self, "concurrency", self.tr("Renders at once"), about, self.slots)

    def _add_preset(self, registry: Registry, theme: Theme) -> None:
        self.preset = PresetBox(registry, theme)
        self.preset.currentIndexChanged.connect(self._on_preset_chosen)
        self._form.follow(self.preset, lambda now: self.preset.choose(now.default_preset))
        about = self.tr("For files that are dropped onto the window.")
        self._form.add(self, "default_preset", self.tr("Default preset"), about, self.preset)

    def _add_folder(self, theme: Theme) -> None:
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(self.tr("Beside the source"))
        self.folder.setAccessibleName(self.tr("Output folder"))
        self.folder.editingFinished.connect(self._on_folder_typed)
        browse = icon_button(theme.icon("folder-open"), self.tr("Choose a folder…"))
        browse.clicked.connect(self._on_folder_browse)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2_PX)
        line.addWidget(self.folder, 1)
        line.addWidget(browse)
        self._form.follow(self.folder, lambda now: self.folder.setText(now.output_folder))
        about = self.tr("Where results go; empty puts each one beside its source.")
        self._form.add(self, "output_folder", self.tr("Output folder"), about, holder)

    @Slot(int)
    def _on_slots_chosen(self, value: int) -> None:
        self._form.change("concurrency", value)

    @Slot()
    def _on_preset_chosen(self) -> None:
        self._form.change("default_preset", self.preset.name)

    @Slot()
    def _on_folder_typed(self) -> None:
        self._form.change("output_folder", self.folder.text().strip())

    @Slot()
    def _on_folder_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Output folder"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    @Slot(str)
    def _on_folder_chosen(self, folder: str) -> None:
        self.folder.setText(folder)
        self._on_folder_typed()
