"""One line of the form: a name, one or two editors, a way back, and what is wrong below them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from rendermanager.ui.form.editors import Editor, leave_to_preset, value_of
from rendermanager.ui.form.fields import SettingField
from rendermanager.ui.form.words import label_of
from rendermanager.ui.language.said import said, within
from rendermanager.ui.theme.controls import INVALID_PROPERTY
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import (
    LabelKind,
    Tone,
    field_label,
    icon_button,
    set_tone,
    text_label,
)
from rendermanager.ui.widgets.tips import plain


class SettingRow(QObject):
    """Puts its widgets into a grid of three columns.

    Signals:
        edited: A value is another one now.
    """

    edited = Signal()

    def __init__(
        self, theme: Theme, made: Sequence[tuple[SettingField, Editor]], parent: QObject
    ) -> None:
        """Make the widgets around editors.

        Args:
            theme: Colours and icons.
            made: One setting with its editor, or two that belong together.
            parent: Whom the row belongs to.
        """
        super().__init__(parent)
        self._made = tuple(made)
        self._editors: Mapping[str, Editor] = {field.name: editor for field, editor in made}
        first = made[0][0].name
        sized = first == "width" and len(made) > 1
        name = self.tr("Size") if sized else label_of(first)
        self._label = field_label(name, made[0][1])
        for field, editor in made:
            editor.setToolTip(plain(said(field.about)))
            editor.setAccessibleName(label_of(field.name))
            editor.setAccessibleDescription(said(field.about))
        self._reset = icon_button(
            theme.icon("undo-2"), self.tr("{name}: as in the preset").format(name=name)
        )
        self._reset.clicked.connect(self._on_reset)
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        self._reset.hide()
        self._wrong = text_label("", LabelKind.SMALL, Tone.FAILED, wraps=True)
        self._wrong.hide()
        self._content = self._line(sized=sized)
        self._shown = True

    @property
    def editors(self) -> Mapping[str, Editor]:
        """The editors by the names of their settings."""
        return self._editors

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from the preset."""
        return any(value_of(editor) is not None for editor in self._editors.values())

    def place(self, grid: QGridLayout) -> None:
        """Stand below what is in the grid."""
        row = grid.rowCount()
        grid.addWidget(self._label, row, 0)
        grid.addWidget(self._content, row, 1)
        grid.addWidget(self._reset, row, 2)
        grid.addWidget(self._wrong, row + 1, 1, 1, 2)

    def set_shown(self, shown: bool) -> None:
        """Show or hide the line."""
        self._shown = shown
        self._label.setVisible(shown)
        self._content.setVisible(shown)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Mark whether it differs from the preset."""
        changed = self.is_changed
        set_tone(self._label, Tone.PRIMARY if changed else Tone.SECONDARY)
        self._reset.setVisible(changed and self._shown)
        self._wrong.setVisible(bool(self._wrong.text()) and self._shown)

    def say_wrong(self, wrong: Mapping[str, str]) -> None:
        """Say what is wrong with its settings, if anything."""
        for field, editor in self._made:
            is_wrong = field.name in wrong
            if bool(editor.property(INVALID_PROPERTY)) != is_wrong:
                editor.setProperty(INVALID_PROPERTY, is_wrong)
                editor.update()
            told = said(field.about)
            about = f"{wrong[field.name]} {told}" if is_wrong else told
            editor.setAccessibleDescription(about)
        found = [wrong[name] for name in self._editors if name in wrong]
        self._wrong.setText("\n".join(dict.fromkeys(found)))
        self.refresh()

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return self._wrong.text()

    def leave(self) -> None:
        """Show what the preset has, in silence."""
        for editor in self._editors.values():
            leave_to_preset(editor)
        self.refresh()

    @Slot()
    def _on_reset(self) -> None:
        self.leave()
        # The button goes out of sight, and the keyboard with it, if nobody takes it along.
        self._made[0][1].setFocus()
        self.edited.emit()

    def _line(self, *, sized: bool) -> QWidget:
        if len(self._made) == 1:
            return self._made[0][1]
        (_, first), (field, second) = self._made
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2_PX)
        line.addWidget(first, 1)
        line.addWidget(text_label("×" if sized else within(label_of(field.name))))
        line.addWidget(second, 1)
        return holder
