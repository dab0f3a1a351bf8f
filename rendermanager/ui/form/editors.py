"""The editors of settings; one that nobody has touched leaves its setting to the preset."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QSpinBox, QWidget

from rendermanager.ui.form.fields import FieldKind, SettingField
from rendermanager.ui.form.words import RATE_FIELDS, RATES, example_of, word_of
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import ChoiceBox, NumberBox

translate = QCoreApplication.translate

_AS_PRESET: Final = ""
_STARTS: Final = {"crf": 20, "quality": 90, "width": 1920, "height": 1080}
"""Where stepping begins when the preset names no number."""


class PresetSpin(NumberBox):
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


class PresetSwitch(QCheckBox):
    """Yes or no, and what the preset says."""

    def __init__(self, has: bool, parent: QWidget | None = None) -> None:
        """Begin as the preset has it."""
        super().__init__(parent)
        self.has = has
        self.setChecked(has)


class PathEdit(QLineEdit):
    """The path of a file or folder, typed or chosen."""

    def __init__(self, theme: Theme, kind: FieldKind, parent: QWidget | None = None) -> None:
        """Choose files, or folders."""
        super().__init__(parent)
        self._kind = kind
        is_folder = kind is FieldKind.FOLDER
        text = self.tr("Choose a folder…") if is_folder else self.tr("Choose a file…")
        self._browse = QAction(theme.icon("folder-open", "text2"), text, self)
        self._browse.triggered.connect(self._on_browse)
        self.addAction(self._browse, QLineEdit.ActionPosition.TrailingPosition)

    @Slot()
    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self._browse.text(), self.text())
        modes = {
            FieldKind.FILE: QFileDialog.FileMode.ExistingFile,
            FieldKind.FOLDER: QFileDialog.FileMode.Directory,
        }
        dialog.setFileMode(modes.get(self._kind, QFileDialog.FileMode.AnyFile))
        dialog.fileSelected.connect(self.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


Editor = QSpinBox | QComboBox | QLineEdit | QCheckBox


def make_editor(
    theme: Theme, field: SettingField, has: object, edited: Callable[..., None]
) -> Editor:
    """An editor that shows what the preset has.

    Args:
        theme: Colours and icons.
        field: The setting.
        has: Its value in the preset.
        edited: Called when its value is another one.
    """
    if field.kind is FieldKind.NUMBER:
        return _spin(field, has, edited)
    if field.kind is FieldKind.CHOICE:
        return _choice(field, str(has), edited)
    if field.kind is FieldKind.SWITCH:
        box = PresetSwitch(bool(has))
        box.checkStateChanged.connect(edited)
        return box
    if field.name in RATE_FIELDS:
        return _box(str(has or ""), RATES, edited)
    if field.kind is FieldKind.TEXT:
        edit = QLineEdit()
    else:
        edit = PathEdit(theme, field.kind)
    edit.setPlaceholderText(str(has) if has else example_of(field.name))
    edit.textChanged.connect(edited)
    return edit


def value_of(editor: Editor) -> object:
    """What was typed or chosen; None for what is left to the preset."""
    if isinstance(editor, QSpinBox):
        return None if editor.value() == editor.minimum() else editor.value()
    if isinstance(editor, QComboBox):
        chosen = editor.currentText().strip() if editor.isEditable() else editor.currentData()
        return chosen or None
    if isinstance(editor, PresetSwitch):
        return None if editor.isChecked() == editor.has else editor.isChecked()
    if isinstance(editor, QLineEdit):
        return editor.text().strip() or None
    return None


def put(editor: Editor, value: object) -> None:
    """Show a value that the preset does not have."""
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


def leave_to_preset(editor: Editor) -> None:
    """Show what the preset has, in silence."""
    with QSignalBlocker(editor):
        if isinstance(editor, QSpinBox):
            editor.setValue(editor.minimum())
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(0)
            if editor.isEditable():
                editor.setCurrentText("")
        elif isinstance(editor, PresetSwitch):
            editor.setChecked(editor.has)
        elif isinstance(editor, QLineEdit):
            editor.clear()


def _spin(field: SettingField, has: object, edited: Callable[..., None]) -> QSpinBox:
    spin = PresetSpin(_STARTS.get(field.name, field.least))
    spin.setRange(field.least if has == field.least else field.least - 1, field.most)
    spin.setSpecialValueText(str(has) if has else translate("Settings", "Auto"))
    spin.setValue(spin.minimum())
    spin.valueChanged.connect(edited)
    return spin


def _choice(field: SettingField, has: str, edited: Callable[..., None]) -> QComboBox:
    box = ChoiceBox()
    box.addItem(word_of(field.name, has), _AS_PRESET)
    for word in field.choices:
        if word != has:
            box.addItem(word_of(field.name, word), word)
    box.currentIndexChanged.connect(edited)
    return box


def _box(has: str, words: Sequence[str], edited: Callable[..., None]) -> QComboBox:
    """Words to choose from, and others to type."""
    box = ChoiceBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItems(["", *words])
    edit = box.lineEdit()
    if edit is not None:
        edit.setPlaceholderText(has or translate("Settings", "As in the source"))
    box.setCurrentText("")
    box.currentTextChanged.connect(edited)
    return box
