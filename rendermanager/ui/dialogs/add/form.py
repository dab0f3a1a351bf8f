"""The fields of the add dialog, and what they ask for."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from rendermanager.config.paths import absolute
from rendermanager.core.errors import BadInput
from rendermanager.core.job import IfExists, Job, JobSpec
from rendermanager.core.source import SourceKind
from rendermanager.core.status import Priority
from rendermanager.media.kinds import kind_of
from rendermanager.media.sequences import is_pattern
from rendermanager.renderers.api import Preset
from rendermanager.renderers.settings import read_settings
from rendermanager.services.recipe import find_recipe
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.changes import ChangesPanel
from rendermanager.ui.dialogs.add.planning import AddRequest
from rendermanager.ui.dialogs.add.preset_box import PresetBox
from rendermanager.ui.dialogs.add.sources import SourceList
from rendermanager.ui.dialogs.add.suiting import Suiting
from rendermanager.ui.dialogs.choosing import Choosing
from rendermanager.ui.language.said import said
from rendermanager.ui.queue.rows import priority_word
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX, SPACE_3_PX, SPACE_6_PX
from rendermanager.ui.widgets import (
    ChoiceBox,
    ElidedLabel,
    LabelKind,
    Tone,
    field_label,
    icon_button,
    text_label,
)


class AddForm(QWidget):
    """Sources, preset, place and name on one side; changes to the preset on the other.

    Signals:
        edited: Something else is asked for now.
    """

    edited = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with the person's own defaults."""
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._engine = ""
        self._default_preset = session.preferences.value.default_preset
        self._make_fields()
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(SPACE_6_PX)
        columns.addLayout(self._left(), 6)
        columns.addWidget(self.changes, 5)
        self._suiting = Suiting(self.preset, session.registry, self._default_preset)
        self.folder.setText(session.preferences.value.output_folder)
        self._show_preset()
        self._connect()

    def request(self) -> AddRequest:
        """What is asked for as it stands."""
        preset = self.preset.preset
        wish = JobSpec(
            engine=preset.engine if preset else "",
            preset=self.preset.name,
            output=self._output(),
            if_exists=self.exists.currentData(),
            settings=self.settings.values() if preset else {},
            priority=Priority(self.priority.currentData()),
            submitter="window",
        )
        return AddRequest(self.sources.inputs, wish, self.changes.parts.choices())

    def take_over(self, jobs: Sequence[Job]) -> None:
        """Begin with what jobs have, to add them once more."""
        self.sources.add([job.spec.source for job in jobs if job.spec.source])
        if not jobs:
            return
        spec = jobs[0].spec
        self.preset.choose(spec.preset)
        self.folder.setText(str(Path(spec.output).parent) if spec.output else "")
        self.exists.setCurrentIndex(self.exists.findData(spec.if_exists))
        self.priority.setCurrentIndex(max(0, self.priority.findData(int(spec.priority))))
        # The preset may be gone since; the settings of a job are all that differ from the engine's.
        chosen = self.preset.preset
        had = chosen.settings if chosen else {}
        changed = {name: value for name, value in spec.settings.items() if had.get(name) != value}
        self.settings.set_values(changed)

    def to_keep(self) -> Preset | None:
        """The chosen preset with what is changed of it; None where each source has its own."""
        preset = self.preset.preset
        if preset is None:
            return None
        return replace(preset, settings={**preset.settings, **self.settings.values()})

    def take_preset(self, preset: Preset) -> None:
        """Choose a preset that was kept a moment ago, with nothing changed of it."""
        favourites = self._session.preferences.value.favourite_presets
        self.settings.forget()
        self.preset.offer(self._session.registry, favourites, preset.name)

    def show_results(self, text: str, *, name: str | None) -> None:
        """Say what would be written.

        Args:
            text: Paths or names.
            name: Shown as the name that is taken when none is typed; None where each source
                gives its own.
        """
        self.name.setEnabled(name is not None)
        self.name.setPlaceholderText(self.tr("Named after each source") if name is None else name)
        self.result.set_text(text)

    # ------------------------------------------------------------------ building

    def _make_fields(self) -> None:
        self._choosing = Choosing(self, self._session.registry)
        self.sources = SourceList(self._theme)
        self.preset = PresetBox(
            self._session.registry,
            self._theme,
            may_suit=True,
            favourites=self._session.preferences.value.favourite_presets,
        )
        self._about = text_label("", LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(self.tr("Beside the source"))
        self.name = QLineEdit()
        self.result = ElidedLabel(
            "", LabelKind.SMALL, Tone.SECONDARY, elide=Qt.TextElideMode.ElideMiddle
        )
        self.exists = ChoiceBox()
        for value, text in (
            (IfExists.VERSION, self.tr("Number the new file (_v002)")),
            (IfExists.REPLACE, self.tr("Replace it once the new one is checked")),
            (IfExists.SKIP, self.tr("Do not render")),
        ):
            self.exists.addItem(text, value)
        self.priority = ChoiceBox()
        for level in (Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW):
            self.priority.addItem(priority_word(level), int(level))
        self.priority.setCurrentIndex(self.priority.findData(int(Priority.NORMAL)))
        self.changes = ChangesPanel(self._theme, self.preset.sizeHint().height())
        self.settings = self.changes.settings

    def _left(self) -> QVBoxLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(SPACE_3_PX)
        form.setVerticalSpacing(SPACE_2_PX)
        form.setColumnStretch(1, 1)
        browse = icon_button(self._theme.icon("folder-open"), self.tr("Choose a folder…"))
        browse.clicked.connect(self._on_browse)
        place = QHBoxLayout()
        place.setSpacing(SPACE_2_PX)
        place.addWidget(self.folder, 1)
        place.addWidget(browse)
        top = Qt.AlignmentFlag.AlignTop
        rows: list[tuple[str, QWidget, QWidget | QHBoxLayout]] = [
            (self.tr("Sources"), self.sources, self.sources),
            (self.tr("Preset"), self.preset, self.preset),
            ("", self._about, self._about),
            (self.tr("Save in"), self.folder, place),
            (self.tr("File name"), self.name, self.name),
            ("", self.result, self.result),
            (self.tr("If it exists"), self.exists, self.exists),
            (self.tr("Priority"), self.priority, self.priority),
        ]
        for row, (text, field, content) in enumerate(rows):
            if text:
                label = field_label(text, field)
                if field is self.sources:
                    label.setMinimumHeight(self.preset.sizeHint().height())
                form.addWidget(label, row, 0, top)
            if isinstance(content, QHBoxLayout):
                form.addLayout(content, row, 1)
            else:
                form.addWidget(content, row, 1)
        column = QVBoxLayout()
        column.addLayout(form)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.sources.changed.connect(self._on_sources)
        self._choosing.chosen.connect(self.sources.add)
        self.sources.add_wanted.connect(self._choosing.files)
        self.preset.currentIndexChanged.connect(self._on_preset_or_sources)
        for changed in (self.folder.textChanged, self.name.textChanged, self.changes.edited):
            changed.connect(self.edited)
        for box in (self.exists, self.priority):
            box.currentIndexChanged.connect(self.edited)

    # ------------------------------------------------------------------ asking

    def _output(self) -> str:
        folder = self.folder.text().strip()
        name = self.name.text().strip() if self.name.isEnabled() else ""
        if name:
            place = Path(absolute(folder)) if folder else self._beside()
            return str(place / self._with_ending(name)) if place is not None else ""
        return str(Path(absolute(folder))) + os.sep if folder else ""

    def _with_ending(self, name: str) -> str:
        """A name without an ending gets the one that the preset writes."""
        if Path(name).suffix:
            return name
        preset, source = self.preset.preset, self.sources.inputs[0]
        plain = JobSpec(source=source, preset=self.preset.name)
        try:
            if preset is None:
                recipe = find_recipe(self._session.registry, self._default_preset, plain)
                return name + recipe.default_output(plain).suffix
            changed = self.settings.values()
            settings: Any = read_settings(self.changes.kind, preset.settings, changed)
        except BadInput:
            return name
        engine = self._session.registry.get(preset.engine)
        return name + engine.default_output(plain, settings).suffix

    def _beside(self) -> Path | None:
        inputs = self.sources.inputs
        return Path(inputs[0]).parent if len(inputs) == 1 else None

    def _show_preset(self) -> None:
        preset = self.preset.preset
        suits = self.tr("Your usual preset where it fits, else the first one that does.")
        self._about.setText(said(preset.description) if preset else suits)
        kind = self.changes.kind
        if preset is not None and preset.engine != self._engine:
            # What the source itself adds to these is known once somebody has looked inside.
            self._engine = preset.engine
            kind = self._session.registry.get(preset.engine).settings
        frames = any(_may_be_frames(path) for path in self.sources.inputs)
        self.changes.show_preset(kind, preset, reads_frames=frames)

    @Slot()
    def _on_sources(self) -> None:
        self._suiting.suit(self.sources.inputs)
        self._on_preset_or_sources()

    @Slot()
    def _on_preset_or_sources(self) -> None:
        self._show_preset()
        self.edited.emit()

    @Slot()
    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Save in"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()


def _may_be_frames(path: str) -> bool:
    return is_pattern(Path(path)) or kind_of(Path(path)) is SourceKind.IMAGE
