"""The presets page: what is built in and what one has made, looked at, changed and handed on."""

import logging
import time
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from rendermanager.core.errors import BadInput
from rendermanager.renderers.api import Preset
from rendermanager.renderers.registry import misfits
from rendermanager.services.presettest import sweep_tests
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.planning import problem_of
from rendermanager.ui.language.said import said_error, said_whole
from rendermanager.ui.pages.header import PageHeader
from rendermanager.ui.pages.preset_deeds import PresetDeeds
from rendermanager.ui.pages.preset_details import PresetDetails
from rendermanager.ui.pages.preset_drafts import Draft, Drafts
from rendermanager.ui.pages.preset_foot import PresetFoot
from rendermanager.ui.pages.preset_sample import SampleCommand
from rendermanager.ui.pages.preset_trial import PresetTrial
from rendermanager.ui.pages.presets_model import PresetsModel
from rendermanager.ui.pages.presets_view import PresetsView
from rendermanager.ui.queue import Undo
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import SearchField, Tone, secondary_button, text_label

_LIST_PX: Final = 300

_log = logging.getLogger(__name__)


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
        self._drafts = Drafts(session.paths.preset_drafts, self)
        self.deeds = PresetDeeds(session, self)
        self.model = PresetsModel(self)
        self.view = PresetsView(self.model, theme)
        self.details = PresetDetails(theme)
        self.trial = PresetTrial(session, theme)
        self.trial.said.connect(lambda text: self.said.emit(text, None))
        self.details.extra.addWidget(self.trial)
        self._command = SampleCommand(session, self)
        self._command.found.connect(self.details.show_command)
        self._build_head()
        self._build_foot()
        self._lay_out()
        self.view.chosen.connect(self._on_chosen)
        self.details.edited.connect(self._on_edited)
        self.details.starred.connect(self._on_starred)
        self._drafts.changed.connect(self._on_drafts)
        self._join_deeds()
        self._sweep()

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    def refresh(self) -> None:
        """Read what may have changed on the disk."""
        self.deeds.look()

    def close_up(self) -> None:
        """Keep what is not saved, for the next start."""
        self._drafts.close()

    def take_focus(self) -> None:
        """Move the keyboard to the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ building

    def _build_head(self) -> None:
        self.header = PageHeader(self._theme, self.tr("Presets"))
        self.search_field = SearchField(self._theme, self.tr("Search the presets"))
        self.search_field.textChanged.connect(self._on_searched)
        self.import_button = secondary_button(self.tr("Import…"), self._theme.icon("download"))
        self.import_button.clicked.connect(self.deeds.choose_import)
        self.header.add_tool(self.search_field)
        self.header.add_tool(self.import_button)

    def _build_foot(self) -> None:
        self.foot = PresetFoot(self._theme)
        deeds, foot = self.deeds, self.foot
        foot.duplicate.clicked.connect(lambda: self._with(self.details.preset, deeds.copy))
        foot.export.clicked.connect(lambda: self._with(self.details.saved, deeds.choose_export))
        foot.delete.clicked.connect(lambda: self._with(self.details.saved, deeds.delete))
        foot.save.clicked.connect(lambda: self._with(self.details.preset, deeds.save))
        foot.discard.clicked.connect(self._on_discard)

    def _join_deeds(self) -> None:
        deeds = self.deeds
        deeds.said.connect(self.said)
        deeds.failed.connect(self._on_failed)
        deeds.listed.connect(self._show_list)
        deeds.copied.connect(self._on_copied)
        deeds.saved.connect(self._on_saved)
        deeds.deleted.connect(self._drafts.put_away)
        deeds.restored.connect(self._drafts.bring_back)

    @staticmethod
    def _with(preset: Preset | None, act: Callable[[Preset], None]) -> None:
        if preset is not None:
            act(preset)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.details, 1)
        column.addWidget(self.foot)
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

    @Slot(str)
    def _show_list(self, choose: str = "") -> None:
        current = self.view.preset
        wanted = choose or (current.name if current else "")
        favourites = self._session.preferences.value.favourite_presets
        registry = self._session.registry
        presets = registry.presets()
        # A file that cannot be read at the moment may be mended yet.
        if not registry.broken:
            self._drafts.forget_others({each.name for each in presets if each.file})
        self.model.show(presets, favourites)
        self.model.mark_unsaved(self._drafts.names)
        self.view.choose(wanted)
        self._show_line()

    def _show_line(self) -> None:
        presets = self._session.registry.presets()
        wrong = self._session.registry.broken
        if wrong:
            self.header.set_line(said_whole(wrong[0]))
            return
        own = sum(bool(each.file) for each in presets)
        parts = [self.tr("%n presets", "", len(presets)), self.tr("%n of them yours", "", own)]
        unsaved = len(self._drafts.names & {each.name for each in presets if each.file})
        if unsaved:
            parts.append(self.tr("%n with unsaved changes", "", unsaved))
        self.header.set_line(" · ".join(parts))

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
        is_favourite = preset.name in self._session.preferences.value.favourite_presets
        engine = self._session.registry.get(preset.engine)
        draft = self._drafts.of(preset.name) if preset.file else None
        self.details.show_preset(preset, engine, draft, is_favourite=is_favourite)
        self.trial.offer(preset, lambda: self.details.preset)
        self._judge()
        self._command.ask(self.details.preset)

    def _judge(self) -> None:
        """Say what speaks against the preset as it is shown, and offer what is possible."""
        preset = self.details.preset
        if preset is None:
            return
        problems = tuple(misfits(self._session.registry.get(preset.engine), preset.settings))
        self.details.say_wrong(problems)
        own, changed = bool(preset.file), self.details.is_changed
        self.foot.show_for(own=own, changed=changed, usable=not problems)

    # ------------------------------------------------------------------ what is changed

    @Slot()
    def _on_edited(self) -> None:
        saved = self.details.saved
        if saved is None:
            return
        self._drafts.keep(saved.name, self.details.draft if self.details.is_changed else None)
        self._judge()
        self._command.ask_soon(self.details.preset)

    @Slot()
    def _on_drafts(self) -> None:
        self.model.mark_unsaved(self._drafts.names)
        self._show_line()

    @Slot(object)
    def _on_saved(self, sent: Preset) -> None:
        # What was typed since then is still a draft.
        shown = self.details.saved
        is_newer = shown is not None and shown.name == sent.name and self.details.preset != sent
        if not is_newer:
            self._drafts.keep(sent.name, None)

    @Slot()
    def _on_discard(self) -> None:
        saved = self.details.saved
        draft = self._drafts.of(saved.name) if saved else None
        if saved is None or draft is None:
            return
        self._drafts.keep(saved.name, None)
        self._on_chosen(saved)
        text = self.tr("Discarded the changes to “{name}”").format(name=saved.label)
        self.said.emit(text, Undo(partial(self._bring_back, saved.name, draft), parent=self))

    def _bring_back(self, name: str, draft: Draft) -> None:
        self._drafts.keep(name, draft)
        self._show_list(name)

    @Slot(str)
    def _on_copied(self, name: str) -> None:
        self.search_field.clear()
        self._show_list(name)
        self.details.label.setFocus(Qt.FocusReason.OtherFocusReason)
        self.details.label.selectAll()

    @Slot(bool)
    def _on_starred(self, checked: bool) -> None:
        if self.details.saved is not None:
            self.deeds.star(self.details.saved.name, checked=checked)
            self.model.mark(self._session.preferences.value.favourite_presets)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        # A toast goes away: what went wrong stands on the page as well.
        if self.details.saved is not None:
            problems = error.problems if isinstance(error, BadInput) else (problem_of(error),)
            self.details.say_wrong(tuple(problems))
        self.said.emit(said_error(error), None)

    def _sweep(self) -> None:
        background = self._session.background
        work = partial(sweep_tests, self._session, time.time())
        background.run(background.io, work, lambda _done: None, self._on_unswept)

    def _on_unswept(self, error: Exception) -> None:
        _log.info("old tests of presets could not be sorted out: %s", error)
