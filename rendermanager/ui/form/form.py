"""The form in which the settings of a preset are changed, whatever its engine."""

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from rendermanager.renderers.api import Preset
from rendermanager.ui.form.editors import Editor, make_editor, put, value_of
from rendermanager.ui.form.fields import SettingField, applies, fields_of, preset_value
from rendermanager.ui.form.row import SettingRow
from rendermanager.ui.form.words import PAIRS, SELDOM
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX, SPACE_3_PX
from rendermanager.ui.widgets import link_button


class SettingsForm(QWidget):
    """An editor for each setting that means something on top of the preset.

    An editor that was not touched shows what the preset has, and leaves it to the preset.

    Signals:
        edited: A value is another one now.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Be empty until `show_preset`."""
        super().__init__(parent)
        self._theme = theme
        self._rows: list[SettingRow] = []
        self._seldom: list[SettingRow] = []
        self._more: QPushButton | None = None
        self._is_open = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_3_PX)
        self._grid.setVerticalSpacing(SPACE_2_PX)
        self._grid.setColumnStretch(1, 1)

    def show_preset(
        self,
        kind: type,
        preset: Preset,
        *,
        reads_frames: bool,
        without: Collection[str] = (),
        anew: bool = False,
    ) -> None:
        """Offer the settings of a preset; values that were typed and still mean something stay.

        Args:
            kind: The engine's settings.
            preset: What they are on top of.
            reads_frames: Whether a source is made of numbered pictures.
            without: Settings that are chosen elsewhere.
            anew: Let go of what was typed.
        """
        kept = {} if anew else self.values()
        self._clear()
        fields = [
            field
            for field in fields_of(kind)
            if field.name not in without
            and applies(kind, preset.settings, field)
            and (reads_frames or field.name != "sequence_rate")
        ]
        rare = [field for field in fields if field.name in SELDOM]
        self._add_rows(kind, preset, [field for field in fields if field not in rare])
        if rare:
            self._add_more(kind, preset, rare)
        self.set_values(kept)

    @property
    def label_width(self) -> int:
        """How wide the words before the editors are."""
        items = (self._grid.itemAtPosition(row, 0) for row in range(self._grid.rowCount()))
        return max((item.sizeHint().width() for item in items if item is not None), default=0)

    def values(self) -> dict[str, object]:
        """What was changed, by the names of the engine's settings."""
        found = {name: value_of(editor) for name, editor in self._editors().items()}
        return {name: value for name, value in found.items() if value is not None}

    def forget(self) -> None:
        """Leave everything to the preset."""
        for row in self._rows:
            row.leave()

    def set_values(self, values: Mapping[str, object]) -> None:
        """Put values into the editors that are there."""
        editors = self._editors()
        for name, value in values.items():
            if name in editors:
                put(editors[name], value)
        for row in self._rows:
            row.refresh()
        self._open_for_changes()

    def say_wrong(self, wrong: Mapping[str, str]) -> None:
        """Say below the editors what cannot be used, by the names of the settings."""
        for row in self._rows:
            row.say_wrong(wrong)
        self._open_for_changes()

    def wrong(self, name: str) -> str:
        """What is said to be wrong with a setting."""
        return next((row.wrong for row in self._rows if name in row.editors), "")

    def editor(self, name: str) -> Editor | None:
        """The editor of a setting, where it is offered."""
        return self._editors().get(name)

    # ------------------------------------------------------------------ building

    def _editors(self) -> dict[str, Editor]:
        return {name: editor for row in self._rows for name, editor in row.editors.items()}

    def _clear(self) -> None:
        for row in self._rows:
            row.deleteLater()
        self._rows, self._seldom, self._more = [], [], None
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_rows(
        self, kind: type, preset: Preset, fields: Collection[SettingField]
    ) -> list[SettingRow]:
        names = {field.name: field for field in fields}
        beside = {second for first, second in PAIRS.items() if first in names and second in names}
        added = []
        for field in fields:
            if field.name in beside:
                continue
            partner = names.get(PAIRS.get(field.name, ""))
            made = [
                (each, self._editor(kind, preset, each))
                for each in (field, partner)
                if each is not None
            ]
            row = SettingRow(self._theme, made, self)
            row.edited.connect(self.edited)
            row.place(self._grid)
            added.append(row)
        self._rows += added
        return added

    def _editor(self, kind: type, preset: Preset, field: SettingField) -> Editor:
        has = preset_value(kind, preset.settings, field.name)
        return make_editor(self._theme, field, has, partial(self._on_edited, field.name))

    def _add_more(self, kind: type, preset: Preset, fields: Collection[SettingField]) -> None:
        self._more = link_button("")
        self._more.clicked.connect(self._on_more)
        self._grid.addWidget(self._more, self._grid.rowCount(), 0, 1, 3)
        self._seldom = self._add_rows(kind, preset, fields)
        self._show_seldom()

    def _show_seldom(self) -> None:
        if self._more is None:
            return
        text = self.tr("Fewer settings") if self._is_open else self.tr("More settings")
        self._more.setText(text)
        self._more.setIcon(
            self._theme.icon("chevron-up" if self._is_open else "chevron-down", "accent")
        )
        for row in self._seldom:
            row.set_shown(self._is_open)

    def _open_for_changes(self) -> None:
        """What was changed or is wrong is never out of sight."""
        if not self._is_open and any(row.is_changed or row.wrong for row in self._seldom):
            self._is_open = True
            self._show_seldom()

    # ------------------------------------------------------------------ what happens

    def _on_edited(self, name: str, *_: object) -> None:
        for row in self._rows:
            if name in row.editors:
                row.refresh()
        self.edited.emit()

    @Slot()
    def _on_more(self) -> None:
        self._is_open = not self._is_open
        self._show_seldom()
