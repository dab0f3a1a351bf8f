"""The part of the add dialog in which a preset is changed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from rendermanager.renderers.api import Preset
from rendermanager.ui.dialogs.add.setting_fields import (
    FieldKind,
    SettingField,
    applies,
    fields_of,
    preset_value,
)
from rendermanager.ui.dialogs.add.words import (
    PAIRS,
    RATE_FIELDS,
    RATES,
    example_of,
    label_of,
    word_of,
)
from rendermanager.ui.theme.controls import INVALID_PROPERTY
from rendermanager.ui.theme.tokens import SPACE_2_PX, SPACE_3_PX
from rendermanager.ui.widgets import field_label, text_label
from rendermanager.ui.widgets.tips import plain

_AS_PRESET: Final = ""
_STARTS: Final = {"crf": 20, "quality": 90, "width": 1920, "height": 1080}
"""Where stepping begins when the preset names no number."""
Editor = QSpinBox | QComboBox | QLineEdit | QCheckBox


class PresetSpin(QSpinBox):
    """A number whose lowest step means: as the preset has it."""

    def __init__(self, start: int, parent: QWidget | None = None) -> None:
        """Begin stepping at `start` when the preset shows no number."""
        super().__init__(parent)
        self._start = start

    def stepBy(self, steps: int) -> None:
        if self.value() > self.minimum():
            super().stepBy(steps)
            return
        shown = self.specialValueText()
        first = int(shown) if shown.isdecimal() else self._start - steps
        self.setValue(first + steps)

    def stepEnabled(self) -> QSpinBox.StepEnabledFlag:
        both = QSpinBox.StepEnabledFlag.StepUpEnabled | QSpinBox.StepEnabledFlag.StepDownEnabled
        return both if self.value() == self.minimum() else super().stepEnabled()


class SettingsForm(QWidget):
    """An editor for each setting that means something on top of the preset.

    An editor that was not touched shows what the preset has, and leaves it to the preset.

    Signals:
        edited: A value is another one now.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Be empty until `show_preset`."""
        super().__init__(parent)
        self._editors: dict[str, Editor] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_3_PX)
        self._grid.setVerticalSpacing(SPACE_2_PX)
        self._grid.setColumnStretch(1, 1)

    def show_preset(
        self, kind: type, preset: Preset, *, reads_frames: bool, without: Collection[str] = ()
    ) -> None:
        """Offer the settings of a preset; values that were typed and still mean something stay.

        Args:
            kind: The engine's settings.
            preset: What they are on top of.
            reads_frames: Whether a source is made of numbered pictures.
            without: Settings that are chosen elsewhere.
        """
        kept = self.values()
        self._clear()
        fields = [
            field
            for field in fields_of(kind)
            if field.name not in without
            and applies(kind, preset.settings, field)
            and (reads_frames or field.name != "sequence_rate")
        ]
        names = {field.name: field for field in fields}
        beside = {second for first, second in PAIRS.items() if first in names and second in names}
        for field in fields:
            if field.name not in beside:
                partner = names.get(PAIRS.get(field.name, "")) if PAIRS.get(field.name) else None
                self._add_row(kind, preset, field, partner)
        self.set_values(kept)

    def values(self) -> dict[str, object]:
        """What was changed, by the names of the engine's settings."""
        found = {name: _value(editor) for name, editor in self._editors.items()}
        return {name: value for name, value in found.items() if value is not None}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Put values into the editors that are there."""
        for name, value in values.items():
            editor = self._editors.get(name)
            if editor is not None:
                _put(editor, value)

    def mark_wrong(self, names: Iterable[str]) -> None:
        """Show which editors hold what cannot be used."""
        wrong = set(names)
        for name, editor in self._editors.items():
            if bool(editor.property(INVALID_PROPERTY)) != (name in wrong):
                editor.setProperty(INVALID_PROPERTY, name in wrong)
                editor.update()

    def editor(self, name: str) -> Editor | None:
        """The editor of a setting, where it is offered."""
        return self._editors.get(name)

    # ------------------------------------------------------------------ building

    def _clear(self) -> None:
        self._editors = {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_row(
        self, kind: type, preset: Preset, field: SettingField, partner: SettingField | None
    ) -> None:
        row = self._grid.rowCount()
        editor = self._editor(kind, preset, field)
        label = field_label(label_of(field.name), editor)
        self._grid.addWidget(label, row, 0)
        if partner is None:
            self._grid.addWidget(editor, row, 1)
            return
        second = self._editor(kind, preset, partner)
        sized = field.name == "width"
        if sized:
            label.setText(self.tr("Size"))
        between = text_label("×" if sized else label_of(partner.name).lower())
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2_PX)
        line.addWidget(editor, 1)
        line.addWidget(between)
        line.addWidget(second, 1)
        self._grid.addWidget(holder, row, 1)

    def _editor(self, kind: type, preset: Preset, field: SettingField) -> Editor:
        has = preset_value(kind, preset.settings, field.name)
        editor = self._make(field, has)
        editor.setToolTip(plain(field.about))
        editor.setAccessibleName(label_of(field.name))
        editor.setAccessibleDescription(field.about)
        self._editors[field.name] = editor
        return editor

    def _make(self, field: SettingField, has: object) -> Editor:
        if field.kind is FieldKind.NUMBER:
            return self._spin(field, has)
        if field.kind is FieldKind.CHOICE:
            return self._choice(field, str(has))
        if field.kind is FieldKind.SWITCH:
            box = QCheckBox()
            box.setTristate(True)
            box.setCheckState(Qt.CheckState.PartiallyChecked)
            box.checkStateChanged.connect(self.edited)
            return box
        if field.name in RATE_FIELDS:
            return self._box(str(has or self.tr("As in the source")), RATES)
        edit = QLineEdit()
        edit.setPlaceholderText(str(has) if has else example_of(field.name))
        edit.textChanged.connect(self.edited)
        return edit

    def _spin(self, field: SettingField, has: object) -> QSpinBox:
        spin = PresetSpin(_STARTS.get(field.name, field.least))
        spin.setRange(field.least if has == field.least else field.least - 1, field.most)
        spin.setSpecialValueText(str(has) if has else self.tr("Auto"))
        spin.setValue(spin.minimum())
        spin.valueChanged.connect(self.edited)
        return spin

    def _choice(self, field: SettingField, has: str) -> QComboBox:
        box = QComboBox()
        box.addItem(word_of(field.name, has), _AS_PRESET)
        for word in field.choices:
            if word != has:
                box.addItem(word_of(field.name, word), word)
        box.currentIndexChanged.connect(self.edited)
        return box

    def _box(self, has: str, words: Sequence[str]) -> QComboBox:
        """Words to choose from, and others to type."""
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItems(["", *words])
        edit = box.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(has)
        box.setCurrentText("")
        box.currentTextChanged.connect(self.edited)
        return box


def _value(editor: Editor) -> object:
    """What was typed or chosen; None for what is left to the preset."""
    if isinstance(editor, QSpinBox):
        return None if editor.value() == editor.minimum() else editor.value()
    if isinstance(editor, QComboBox):
        chosen = editor.currentText().strip() if editor.isEditable() else editor.currentData()
        return chosen or None
    if isinstance(editor, QCheckBox):
        state = editor.checkState()
        return None if state is Qt.CheckState.PartiallyChecked else editor.isChecked()
    return editor.text().strip() or None


def _put(editor: Editor, value: object) -> None:
    if isinstance(editor, QSpinBox):
        if isinstance(value, int | float):
            editor.setValue(int(value))
    elif isinstance(editor, QComboBox):
        if editor.isEditable():
            editor.setCurrentText(str(value))
        else:
            editor.setCurrentIndex(max(0, editor.findData(str(value))))
    elif isinstance(editor, QCheckBox):
        editor.setChecked(bool(value))
    else:
        editor.setText(str(value))
