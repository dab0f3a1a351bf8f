"""The presets page: what is built in and what one has made, looked at, changed and handed on."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rendermanager.core.errors import BadInput
from rendermanager.renderers.api import Preset
from rendermanager.renderers.registry import misfits
from rendermanager.services.presetcommand import sample_command
from rendermanager.services.presets import PresetShelf, Removed, TakenIn
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.planning import problem_of
from rendermanager.ui.pages.header import PageHeader
from rendermanager.ui.pages.preset_details import PresetDetails
from rendermanager.ui.pages.preset_trial import PresetTrial
from rendermanager.ui.pages.presets_model import PresetsModel
from rendermanager.ui.pages.presets_view import PresetsView
from rendermanager.ui.queue import Undo
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_2_PX, qcolor
from rendermanager.ui.widgets import (
    SearchField,
    Tone,
    primary_button,
    quiet_button,
    secondary_button,
    text_label,
)

_LIST_PX: Final = 300
_COMMAND_DELAY_MS: Final = 300


class _Foot(QWidget):
    """The row of buttons, divided from what is above by a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), qcolor(self._theme.tokens.border))
        painter.end()


class PresetsPage(QWidget):
    """A list at the side, one preset beside it, and what can be done with it below.

    Signals:
        said: A sentence about what was done or could not be done, and an `Undo` or None.
    """

    said = Signal(str, object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Read nothing until it is shown."""
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._shelf = PresetShelf(session.paths.presets, session.registry)
        self.model = PresetsModel(self)
        self.view = PresetsView(self.model, theme)
        self.details = PresetDetails(theme)
        self.trial = PresetTrial(session, theme)
        self.trial.said.connect(lambda text: self.said.emit(text, None))
        self.details.extra.addWidget(self.trial)
        self._command_timer = QTimer(self)
        self._command_timer.setSingleShot(True)
        self._command_timer.setInterval(_COMMAND_DELAY_MS)
        self._command_timer.timeout.connect(self._ask_command)
        self._build_head()
        self._build_foot()
        self._lay_out()
        self.view.chosen.connect(self._on_chosen)
        self.details.edited.connect(self._on_edited)
        self.details.starred.connect(self._on_starred)

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    def refresh(self) -> None:
        """Read what may have changed on the disk."""
        self._do(self._session.registry.refresh, self._on_refreshed)

    def take_focus(self) -> None:
        """Move the keyboard to the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ building

    def _build_head(self) -> None:
        self.header = PageHeader(self._theme, self.tr("Presets"))
        self.search_field = SearchField(self._theme, self.tr("Search the presets"))
        self.search_field.textChanged.connect(self._on_searched)
        self.import_button = secondary_button(self.tr("Import…"), self._theme.icon("download"))
        self.import_button.clicked.connect(self._on_import)
        self.header.add_tool(self.search_field)
        self.header.add_tool(self.import_button)

    def _build_foot(self) -> None:
        icon = self._theme.icon
        self.duplicate = secondary_button(self.tr("Duplicate"), icon("copy"))
        self.export = quiet_button(self.tr("Export…"), icon("upload"))
        self.delete = quiet_button(self.tr("Delete"), icon("trash-2"))
        self.revert = secondary_button(self.tr("Revert"), icon("undo-2"))
        self.save = primary_button(self.tr("Save"))
        for button, slot in (
            (self.duplicate, self._on_duplicate),
            (self.export, self._on_export),
            (self.delete, self._on_delete),
            (self.revert, self._on_revert),
            (self.save, self._on_save),
        ):
            button.clicked.connect(slot)
        self._foot = _Foot(self._theme)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(PAGE_PADDING_PX, SPACE_2_PX, PAGE_PADDING_PX, SPACE_2_PX)
        row.setSpacing(SPACE_2_PX)
        for button in (self.duplicate, self.export, self.delete):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.revert)
        row.addWidget(self.save)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.details, 1)
        column.addWidget(self._foot)
        self._nothing = text_label(self.tr("No preset matches."), tone=Tone.SECONDARY)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(side)
        self._stack.addWidget(self._nothing)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.view)
        splitter.addWidget(self._stack)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([self._theme.scaled(_LIST_PX), 10_000])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addWidget(splitter, 1)

    # ------------------------------------------------------------------ what is shown

    def _show_list(self, choose: str = "") -> None:
        current = self.view.preset
        wanted = choose or (current.name if current else "")
        favourites = self._session.preferences.value.favourite_presets
        self.model.show(self._session.registry.presets(), favourites)
        self.view.choose(wanted)
        presets = self._session.registry.presets()
        own = sum(bool(each.file) for each in presets)
        wrong = self._session.registry.broken
        line = (
            self.tr("%n presets", "", len(presets)) + " · " + self.tr("%n of them yours", "", own)
        )
        self.header.set_line(f"{wrong[0].message} {wrong[0].hint}" if wrong else line)

    @Slot(object)
    def _on_refreshed(self, _done: object) -> None:
        if self.details.saved is not None and self.details.is_changed:
            return  # what is being typed is not taken away
        self._show_list()

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        current = self.view.preset
        self.model.set_words(text)
        self.view.choose(current.name if current else "")

    @Slot(object)
    def _on_chosen(self, preset: Preset | None) -> None:
        self._stack.setCurrentIndex(1 if preset is None else 0)
        if preset is None:
            return
        self._keep_changes(preset)
        is_favourite = preset.name in self._session.preferences.value.favourite_presets
        engine = self._session.registry.get(preset.engine)
        self.details.show_preset(preset, engine, is_favourite=is_favourite)
        self.trial.offer(preset, lambda: self.details.preset)
        self._show_buttons()
        self._ask_command()

    def _keep_changes(self, coming: Preset) -> None:
        """What was typed into one's own preset is not lost when another one is looked at."""
        left = self.details.saved
        if left is None or left.name == coming.name or not left.file:
            return
        if self.details.is_changed and self.details.preset is not None:
            again = partial(self._shelf.save, self.details.preset, replaces=True)
            self.said.emit(
                self.tr("Changes to “{name}” were not saved").format(name=left.label),
                Undo(partial(self._do, again, self._on_saved), parent=self),
            )

    def _show_buttons(self) -> None:
        saved = self.details.saved
        own = saved is not None and bool(saved.file)
        changed = own and self.details.is_changed
        self.save.setVisible(own)
        self.revert.setVisible(own)
        self.delete.setVisible(own)
        self.save.setEnabled(changed)
        self.revert.setEnabled(changed)

    @Slot()
    def _on_edited(self) -> None:
        self._show_buttons()
        preset = self.details.preset
        if preset is None:
            return
        engine = self._session.registry.get(preset.engine)
        problems = tuple(misfits(engine, preset.settings))
        self.details.say_wrong(problems)
        self.save.setEnabled(self.save.isEnabled() and not problems)
        self._command_timer.start()

    # ------------------------------------------------------------------ the command

    @Slot()
    def _ask_command(self) -> None:
        preset = self.details.preset
        if preset is None:
            return
        session = self._session
        work = partial(sample_command, session.registry, session.programs, session.media, preset)
        session.background.run(
            session.background.io,
            work,
            partial(self._on_command, preset),
            partial(self._on_no_command, preset),
        )

    def _on_command(self, preset: Preset, text: str) -> None:
        if preset == self.details.preset:
            nothing = self.tr("What is run depends on the project: the sample is a film.")
            self.details.show_command(text or nothing)

    def _on_no_command(self, preset: Preset, error: Exception) -> None:
        if preset == self.details.preset:
            self.details.show_command(str(error))

    # ------------------------------------------------------------------ what is done

    def _do(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        background = self._session.background
        background.run(background.io, work, then, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        # A toast goes away: what went wrong stands on the page as well.
        if self.details.saved is not None:
            problems = error.problems if isinstance(error, BadInput) else (problem_of(error),)
            self.details.say_wrong(tuple(problems))
        self.said.emit(str(error), None)

    @Slot(bool)
    def _on_starred(self, checked: bool) -> None:
        saved = self.details.saved
        if saved is None:
            return
        preferences = self._session.preferences
        others = [each for each in preferences.value.favourite_presets if each != saved.name]
        preferences.change(favourite_presets=tuple([*others, saved.name] if checked else others))
        self.model.mark(self._session.preferences.value.favourite_presets)

    @Slot()
    def _on_duplicate(self) -> None:
        preset = self.details.preset
        if preset is None:
            return
        label = self.tr("{name} copy").format(name=preset.label)
        copy = replace(preset, name="", label=label, aliases=(), file="")
        self._do(partial(self._shelf.save, copy), self._on_duplicated)

    def _on_duplicated(self, preset: Preset) -> None:
        self.search_field.clear()
        self._show_list(preset.name)
        self.details.label.setFocus(Qt.FocusReason.OtherFocusReason)
        self.details.label.selectAll()
        self.said.emit(self.tr("“{name}” is yours to change").format(name=preset.label), None)

    @Slot()
    def _on_save(self) -> None:
        if self.details.preset is not None:
            self._do(partial(self._shelf.save, self.details.preset, replaces=True), self._on_saved)

    def _on_saved(self, preset: Preset) -> None:
        self._show_list(preset.name)
        self.said.emit(self.tr("Saved “{name}”").format(name=preset.label), None)

    @Slot()
    def _on_revert(self) -> None:
        if self.details.saved is not None:
            self._on_chosen(self.details.saved)

    @Slot()
    def _on_delete(self) -> None:
        saved = self.details.saved
        if saved is not None and saved.file:
            self._do(partial(self._shelf.delete, saved.name), self._on_deleted)

    def _on_deleted(self, removed: Removed) -> None:
        self._show_list()
        undo = partial(self._do, partial(self._shelf.put_back, removed), self._on_put_back)
        text = self.tr("Deleted “{name}”").format(name=removed.preset.label)
        self.said.emit(text, Undo(undo, parent=self))

    def _on_put_back(self, preset: Preset) -> None:
        self._show_list(preset.name)

    # ------------------------------------------------------------------ files

    @Slot()
    def _on_import(self) -> None:
        dialog = QFileDialog(self, self.tr("Import presets"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Preset files (*.json *.toml)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    @Slot(str)
    def take_in(self, file: str) -> None:
        """Install the presets of a file."""
        self._do(partial(self._shelf.take_in, Path(file)), self._on_taken_in)

    def _on_taken_in(self, taken: TakenIn) -> None:
        self._show_list(taken.names[0] if taken.names else "")
        if not taken.labels:
            self.said.emit(self.tr("These presets were there already"), None)
            return
        if len(taken.labels) == 1:
            text = self.tr("Installed “{name}”").format(name=taken.labels[0])
        else:
            text = self.tr("Installed %n presets", "", len(taken.labels))
        undo = partial(self._do, partial(self._shelf.take_out, taken), self._on_refreshed)
        self.said.emit(text, Undo(undo, parent=self))

    @Slot()
    def _on_export(self) -> None:
        saved = self.details.saved
        if saved is None:
            return
        dialog = QFileDialog(self, self.tr("Export the preset"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Preset files (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{saved.name}.json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self.hand_on, saved.name))
        dialog.open()

    def hand_on(self, name: str, file: str) -> None:
        """Write one preset into a file for others."""
        done = self.tr("Exported to “{name}”").format(name=Path(file).name)
        work = partial(self._shelf.hand_on, Path(file), [name])
        self._do(work, lambda _presets: self.said.emit(done, None))
