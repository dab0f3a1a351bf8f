"""The side of the add dialog that says what of the sources is rendered, and how it differs."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from rendermanager.renderers.api import Preset
from rendermanager.ui.dialogs.add.part_list import PartList
from rendermanager.ui.dialogs.add.planning import Preview
from rendermanager.ui.form.fields import fields_of
from rendermanager.ui.form.form import SettingsForm
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import LabelKind, Tone, text_label

FOCUS_PX: Final = 3


class ChangesPanel(QWidget):
    """The parts of the sources, where these can be chosen, above the settings.

    Attributes:
        parts: What is inside the sources.
        settings: What is changed of the preset.

    Signals:
        edited: Something else is asked for now.
    """

    edited = Signal()

    def __init__(self, theme: Theme, head_px: int, parent: QWidget | None = None) -> None:
        """Be empty until `show_preset`.

        Args:
            theme: Colours and icons.
            head_px: Height of the heading, so that it stands on a line with what is beside it.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._kind: type = object
        self._preset: Preset | None = None
        self._reads_frames = False
        self.parts = PartList(theme)
        self.parts.chosen.connect(self.edited)
        self.settings = SettingsForm(theme)
        self.settings.edited.connect(self.edited)
        heading = self._heading = text_label(self.tr("Change the preset"), LabelKind.STRONG)
        heading.setMinimumHeight(head_px)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        # Room for the focus rings of the fields, which would be cut off.
        rows.setContentsMargins(FOCUS_PX, FOCUS_PX, SPACE_2_PX, FOCUS_PX)
        rows.addWidget(self.settings)
        rows.addStretch(1)
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(heading.text())
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2_PX - FOCUS_PX)
        column.addWidget(self.parts)
        column.addWidget(heading)
        column.addWidget(area, 1)
        nothing = self.tr("To change settings, choose one preset for all sources.")
        self._nothing = text_label(nothing, LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        self._nothing.hide()
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def kind(self) -> type:
        """The settings that are offered."""
        return self._kind

    def show_preset(self, kind: type, preset: Preset | None, *, reads_frames: bool) -> None:
        """Offer these settings, or none without a preset; see `SettingsForm.show_preset`."""
        self._kind, self._preset, self._reads_frames = kind, preset, reads_frames
        for widget in (self._heading, self._area):
            widget.setVisible(preset is not None)
        self._nothing.setVisible(preset is None)
        self._show_settings()

    def show_found(self, found: Preview) -> None:
        """Offer what was found inside the sources, and the settings that there are for them."""
        had = self._replaced()
        settings = found.request.wish.settings
        self.parts.show_contents(found.contents, settings)
        is_other = found.kind is not None and fields_of(found.kind) != fields_of(self._kind)
        if found.kind is not None and is_other:
            self._kind = found.kind
        if is_other or had != self._replaced():
            self._show_settings()

    def say_wrong(self, wrong: Mapping[str, str]) -> None:
        """See `SettingsForm.say_wrong`; what is being typed keeps its sentence in sight."""
        self.settings.say_wrong(wrong)
        typed = QApplication.focusWidget()
        if typed is not None and self.settings.isAncestorOf(typed):
            self._area.ensureWidgetVisible(typed, 0, 2 * typed.height())

    def _replaced(self) -> frozenset[str]:
        """The settings in whose place the list of parts stands."""
        return frozenset(each.setting for each in self.parts.contents)

    def _show_settings(self) -> None:
        if self._preset is None:
            return
        self.settings.show_preset(
            self._kind, self._preset, reads_frames=self._reads_frames, without=self._replaced()
        )
        # What does not fit is reached by scrolling down, never sideways.
        bar = self._area.verticalScrollBar().sizeHint().width()
        inside = self.settings.minimumSizeHint().width() + FOCUS_PX + SPACE_2_PX
        self._area.setMinimumWidth(inside + bar)
