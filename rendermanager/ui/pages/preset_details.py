"""One preset with its words, its settings and its command; changed where it is one's own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rendermanager.core.problem import Problem
from rendermanager.renderers.api import Preset, RenderEngine
from rendermanager.renderers.program.own import LONGEST_ABOUT, LONGEST_LABEL
from rendermanager.ui.form.form import SettingsForm
from rendermanager.ui.form.words import label_of
from rendermanager.ui.language.said import said, said_whole, within
from rendermanager.ui.pages.preset_drafts import Draft
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_2_PX, SPACE_3_PX
from rendermanager.ui.widgets import (
    Banner,
    BannerKind,
    LabelKind,
    Tone,
    field_label,
    icon_button,
    text_label,
)

_LINES: Final = 4
_SETTINGS: Final = "settings."


class PresetDetails(QWidget):
    """Shows a preset, and what was changed of it since it was saved.

    Attributes:
        label: What people call it.
        about: What it is good for.
        form: Its settings.
        command: How the sample would be rendered.
        favourite: Whether it is offered first.
        banner: Why it cannot be saved.

    Signals:
        edited: It is another one than what is saved, or the same again.
        starred: Whether it is to be a favourite.
    """

    edited = Signal()
    starred = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Be empty until `show_preset`."""
        super().__init__(parent)
        self._theme = theme
        self._preset: Preset | None = None
        self.label = QLineEdit()
        self.label.setMaxLength(LONGEST_LABEL)
        self.about = QLineEdit()
        self.about.setMaxLength(LONGEST_ABOUT)
        self.favourite = icon_button(theme.icon("star"), self.tr("Favourite"))
        self.favourite.setCheckable(True)
        self.favourite.toggled.connect(self._on_starred)
        self._facts = text_label("", LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        self.form = SettingsForm(theme)
        self.command = QPlainTextEdit()
        self.command.setReadOnly(True)
        self.command.setTabChangesFocus(True)
        self.command.setFont(theme.mono_font())
        self.command.setFixedHeight(self.command.fontMetrics().lineSpacing() * _LINES + 20)
        self.banner = Banner(theme, BannerKind.ERROR)
        self.banner.hide()
        self.extra = QVBoxLayout()
        self._lay_out()
        for field in (self.label, self.about):
            field.textEdited.connect(self.edited)
        self.form.edited.connect(self.edited)

    @property
    def saved(self) -> Preset | None:
        """The preset as it is kept."""
        return self._preset

    @property
    def preset(self) -> Preset | None:
        """The preset with what was changed of it."""
        if self._preset is None:
            return None
        kept = {**self._preset.settings, **self.form.values()}
        if not self._preset.file:
            # Its words cannot be changed, and stand here in the language of the window.
            return replace(self._preset, settings=kept)
        return replace(
            self._preset,
            label=self.label.text().strip() or self._preset.label,
            description=self.about.text().strip(),
            settings=kept,
        )

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what is kept."""
        return self.preset != self._preset

    @property
    def draft(self) -> Draft:
        """What stands in the fields."""
        return Draft(self.label.text(), self.about.text(), self.form.values())

    def show_preset(
        self,
        preset: Preset,
        engine: RenderEngine[Any],
        draft: Draft | None = None,
        *,
        is_favourite: bool,
    ) -> None:
        """Show this one, with what was changed of it before; of another nothing is left."""
        if self._preset is None or self._preset.name != preset.name:
            self._area.verticalScrollBar().setValue(0)
        self._preset = preset
        own = bool(preset.file)
        draft = draft or Draft(preset.label, preset.description, {})
        for field, text in ((self.label, draft.label), (self.about, draft.about)):
            field.setText(text if own else said(text))
            field.setCursorPosition(0)
            field.setReadOnly(not own)
        self._facts.setText(self._words(preset, engine))
        self.form.show_preset(engine.settings, preset, reads_frames=True, anew=True)
        with QSignalBlocker(self.form):
            self.form.set_values(draft.values)
        self.form.setEnabled(own)
        self.favourite.blockSignals(True)
        self.favourite.setChecked(is_favourite)
        self.favourite.blockSignals(False)
        self._show_star(checked=is_favourite)
        self.banner.hide()

    def show_command(self, text: str) -> None:
        """Say how the sample would be rendered."""
        self.command.setPlainText(text)

    def say_wrong(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with what was typed: at the field, else above."""
        wrong: Mapping[str, str] = {
            each.field.removeprefix(_SETTINGS): said_whole(each)
            for each in reversed(problems)
            if each.field.startswith(_SETTINGS)
        }
        self.form.say_wrong(wrong)
        if problems:
            first = problems[0]
            self.banner.set_message(BannerKind.ERROR, said_whole(first), "")
        self.banner.setVisible(bool(problems))

    # ------------------------------------------------------------------ inside

    def _words(self, preset: Preset, engine: RenderEngine[Any]) -> str:
        kind = self.tr("yours") if preset.file else self.tr("built in, cannot be changed")
        facts = f"{said(engine.label)} · {preset.name} · {kind}"
        if not preset.settings:
            return facts
        values = ", ".join(
            f"{within(label_of(key))} {value}" for key, value in preset.settings.items()
        )
        return facts + "\n" + self.tr("Sets {values}").format(values=values)

    def _lay_out(self) -> None:
        words = QGridLayout()
        words.setHorizontalSpacing(SPACE_3_PX)
        words.setVerticalSpacing(SPACE_2_PX)
        words.addWidget(field_label(self.tr("Name"), self.label), 0, 0)
        line = QHBoxLayout()
        line.setSpacing(SPACE_2_PX)
        line.addWidget(self.label, 1)
        line.addWidget(self.favourite)
        words.addLayout(line, 0, 1)
        words.addWidget(field_label(self.tr("Description"), self.about), 1, 0)
        words.addWidget(self.about, 1, 1)
        words.addWidget(self._facts, 2, 1)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(*[PAGE_PADDING_PX] * 4)
        rows.setSpacing(SPACE_3_PX)
        rows.addWidget(self.banner)
        rows.addLayout(words)
        rows.addWidget(text_label(self.tr("Settings"), LabelKind.STRONG))
        rows.addWidget(self.form)
        title = text_label(self.tr("Command for the sample"), LabelKind.STRONG)
        title.setBuddy(self.command)
        self.command.setAccessibleName(title.text())
        rows.addWidget(title)
        rows.addWidget(self.command)
        rows.addLayout(self.extra)
        rows.addStretch(1)
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Preset"))
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _show_star(self, *, checked: bool) -> None:
        self.favourite.setIcon(self._theme.icon("star", "paused" if checked else "text2"))

    @Slot(bool)
    def _on_starred(self, checked: bool) -> None:
        self._show_star(checked=checked)
        self.starred.emit(checked)
