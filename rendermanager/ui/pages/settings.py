"""The settings page: every setting, each in force as soon as it is changed."""

import os
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from rendermanager.config.settings import THEMES, Settings
from rendermanager.core.errors import BadInput
from rendermanager.core.retry import RetryPolicy
from rendermanager.scheduling.admission import automatic_slots
from rendermanager.services.session import Session
from rendermanager.ui.dialogs.add.preset_box import PresetBox
from rendermanager.ui.pages.header import PageHeader
from rendermanager.ui.pages.setting_backups import BackupControl
from rendermanager.ui.pages.setting_programs import ProgramControl, needs_program
from rendermanager.ui.pages.setting_retries import RetryControl
from rendermanager.ui.pages.setting_rows import SettingRow, SettingsSection
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_1_PX, SPACE_2_PX
from rendermanager.ui.widgets import SearchField, Tone, icon_button, secondary_button, text_label
from rendermanager.ui.widgets.tips import plain

_WIDTH_PX: Final = 760
_MOST_SLOTS: Final = 64


class SettingsPage(QWidget):
    """Rows in sections, found by a search field.

    Signals:
        said: A sentence about something that could not be done.
        restore_wanted: The `Path` of a backup that is to take the place of the queue.
    """

    said = Signal(str)
    restore_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        *,
        has_tray: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Show what is set.

        Args:
            session: What the settings are of.
            theme: Colours and icons.
            has_tray: Whether there is an icon in the tray by now.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._has_tray = has_tray
        self._programs: list[ProgramControl] = []
        self._sections: list[SettingsSection] = []
        self._show: list[Callable[[Settings], None]] = []
        self._rows: dict[str, SettingRow] = {}
        self.header = PageHeader(theme, self.tr("Settings"))
        self.header.set_line(self.tr("Changes count at once."))
        self.search = SearchField(theme, self.tr("Search the settings"))
        self.search.textChanged.connect(self._on_searched)
        self.header.add_tool(self.search)
        self._nothing = text_label(self.tr("No setting matches."), tone=Tone.SECONDARY)
        self._nothing.hide()
        self._lay_out()
        session.preferences.changed.connect(self._on_changed)
        self._on_changed(session.preferences.value)

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    def refresh(self) -> None:
        """Ask the programs for their versions."""
        for control in self._programs:
            control.look()
        self._rows["close_to_tray"].setEnabled(self._has_tray())
        self.backups.look()

    def take_focus(self) -> None:
        """Move the keyboard to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        self._appearance()
        self._queue()
        self._applications()
        self._failures()
        self._notices()
        self._advanced()
        content = QWidget()
        content.setMaximumWidth(self._theme.scaled(_WIDTH_PX))
        rows = QVBoxLayout(content)
        rows.setContentsMargins(PAGE_PADDING_PX, SPACE_1_PX, PAGE_PADDING_PX, PAGE_PADDING_PX)
        rows.setSpacing(0)
        for section in self._sections:
            rows.addWidget(section)
        rows.addWidget(self._nothing)
        rows.addStretch(1)
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(content, 100)
        line.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(area, 1)

    def _section(self, title: str) -> SettingsSection:
        section = SettingsSection(title)
        self._sections.append(section)
        return section

    def _add(
        self,
        section: SettingsSection,
        name: str,
        title: str,
        about: str,
        control: QWidget,
        *,
        fixed: bool = True,
    ) -> SettingRow:
        row = section.add(SettingRow(self._theme, title, about, control, fixed=fixed))
        self._rows[name] = row
        return row

    def _appearance(self) -> None:
        section = self._section(self.tr("Appearance"))
        words = {
            "system": self.tr("As the system"),
            "dark": self.tr("Dark"),
            "light": self.tr("Light"),
        }
        self.theme_box = QComboBox()
        for name in THEMES:
            self.theme_box.addItem(words[name], name)
        self.theme_box.currentIndexChanged.connect(self._on_theme_chosen)
        self._show.append(
            lambda now: self.theme_box.setCurrentIndex(self.theme_box.findData(now.theme))
        )
        about = self.tr("Dark where the system does not say.")
        self._add(section, "theme", self.tr("Theme"), about, self.theme_box)
        self.compact = self._switch("compact_rows")
        about = self.tr("Rows of the queue are low, with more of them in sight.")
        self._add(
            section, "compact_rows", self.tr("Compact rows"), about, self.compact, fixed=False
        )

    def _queue(self) -> None:
        section = self._section(self.tr("Queue"))
        self.slots = QSpinBox()
        self.slots.setRange(0, _MOST_SLOTS)
        automatic = automatic_slots(os.cpu_count() or 1)
        self.slots.setSpecialValueText(self.tr("Automatic (%n)", "", automatic))
        self.slots.setKeyboardTracking(False)
        self.slots.valueChanged.connect(self._on_slots_chosen)
        self._show.append(lambda now: self.slots.setValue(now.concurrency))
        about = self.tr("More is faster only while memory and cores last.")
        self._add(section, "concurrency", self.tr("Renders at once"), about, self.slots)
        self.preset = PresetBox(self._session.registry, self._theme)
        self.preset.currentIndexChanged.connect(self._on_preset_chosen)
        self._show.append(lambda now: self.preset.choose(now.default_preset))
        about = self.tr("For files that are dropped onto the window.")
        self._add(section, "default_preset", self.tr("Default preset"), about, self.preset)
        self._add_folder(section)

    def _add_folder(self, section: SettingsSection) -> None:
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(self.tr("Beside the source"))
        self.folder.setAccessibleName(self.tr("Output folder"))
        self.folder.editingFinished.connect(self._on_folder_typed)
        browse = icon_button(self._theme.icon("folder-open"), self.tr("Choose a folder…"))
        browse.clicked.connect(self._on_folder_browse)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2_PX)
        line.addWidget(self.folder, 1)
        line.addWidget(browse)
        self._show.append(lambda now: self.folder.setText(now.output_folder))
        about = self.tr("Where results go; empty puts each one beside its source.")
        self._add(section, "output_folder", self.tr("Output folder"), about, holder)

    def _applications(self) -> None:
        section = self._section(self.tr("Applications"))
        for engine in self._session.registry:
            if not needs_program(engine):
                continue
            control = ProgramControl(self._session, engine)
            row = self._add(
                section,
                f"program {engine.name}",
                engine.label,
                self.tr("Looking for it…"),
                control,
                fixed=False,
            )
            control.said.connect(row.show_finding)
            self._programs.append(control)

    def _failures(self) -> None:
        section = self._section(self.tr("Trying again"))
        about = self.tr("After failures that may pass; each pause is longer than the last one.")
        for engine in self._session.registry:
            control = RetryControl(engine.name, engine.label)
            control.changed.connect(self._on_retries_chosen)
            self._show.append(partial(_show_policy, control, engine.name))
            self._add(section, f"retries {engine.name}", engine.label, about, control, fixed=False)

    def _notices(self) -> None:
        section = self._section(self.tr("Notifications"))
        self.notify = self._switch("notify")
        about = self.tr(
            "One for a batch, and at once when something fails; none while this window is in use."
        )
        self._add(
            section, "notify", self.tr("Tell when renders end"), about, self.notify, fixed=False
        )
        self.tray = self._switch("close_to_tray")
        about = self.tr("Closing the window keeps rendering; needs an icon in the system's tray.")
        self._add(
            section, "close_to_tray", self.tr("Close to the tray"), about, self.tray, fixed=False
        )

    def _advanced(self) -> None:
        section = self._section(self.tr("Advanced"))
        self.nice = QSpinBox()
        self.nice.setRange(0, 19)
        self.nice.setKeyboardTracking(False)
        self.nice.valueChanged.connect(self._on_nice_chosen)
        self._show.append(lambda now: self.nice.setValue(now.nice))
        about = self.tr(
            "How far renders step back behind your own programs, 0 to 19. "
            "Counts from the next start on."
        )
        self._add(section, "nice", self.tr("Step back"), about, self.nice)
        self.if_app_dies = QComboBox()
        self.if_app_dies.addItem(self.tr("Stop the renders"), "stop")
        self.if_app_dies.addItem(self.tr("Let them finish"), "finish")
        self.if_app_dies.currentIndexChanged.connect(self._on_if_app_dies_chosen)
        self._show.append(
            lambda now: self.if_app_dies.setCurrentIndex(self.if_app_dies.findData(now.if_app_dies))
        )
        about = self.tr(
            "What becomes of renders when Render Manager crashes. Those that finish are taken "
            "over when it is started again."
        )
        self._add(section, "if_app_dies", self.tr("If the app dies"), about, self.if_app_dies)
        self.hang_limit = QComboBox()
        for seconds, words in self._hang_limits().items():
            self.hang_limit.addItem(words, seconds)
        self.hang_limit.currentIndexChanged.connect(self._on_hang_limit_chosen)
        self._show.append(self._show_hang_limit)
        about = self.tr(
            "When a render that prints, computes, reads and writes nothing is ended and tried "
            "once more. Automatic goes by the pace of each render."
        )
        self._add(section, "hang_limit_s", self.tr("Renders that hang"), about, self.hang_limit)
        self.backups = BackupControl(self._session, self._theme)
        self.backups.restore_wanted.connect(self.restore_wanted)
        about = self.tr("The queue is copied every few minutes while it changes.")
        self._add(section, "backups", self.tr("Backups"), about, self.backups)
        button = secondary_button(self.tr("Open"), self._theme.icon("folder-open"))
        button.clicked.connect(self._on_open_home)
        home = str(self._session.paths.home)
        row = self._add(section, "home", self.tr("Data folder"), home, button, fixed=False)
        row.setToolTip(plain(home))

    def _hang_limits(self) -> dict[int, str]:
        return {
            0: self.tr("Automatic"),
            300: self.tr("End after 5 minutes"),
            900: self.tr("End after 15 minutes"),
            3600: self.tr("End after an hour"),
            -1: self.tr("Never end them"),
        }

    def _show_hang_limit(self, now: Settings) -> None:
        if self.hang_limit.findData(now.hang_limit_s) < 0:
            # Written into the file by hand: shown as it is.
            words = self.tr("End after %n seconds", "", now.hang_limit_s)
            self.hang_limit.addItem(words, now.hang_limit_s)
        self.hang_limit.setCurrentIndex(self.hang_limit.findData(now.hang_limit_s))

    def _switch(self, name: str) -> QCheckBox:
        box = QCheckBox()
        box.setProperty("setting", name)
        box.toggled.connect(self._on_switched)
        self._show.append(lambda now: box.setChecked(bool(getattr(now, name))))
        return box

    # ------------------------------------------------------------------ changing

    def _change(self, name: str, value: Any, row: str = "") -> None:
        shown = self._rows[row or name]
        try:
            self._session.preferences.change(**{name: value})
        except BadInput as error:
            shown.set_wrong(str(error))
        else:
            shown.set_wrong("")

    @Slot(object)
    def _on_changed(self, now: Settings) -> None:
        controls: list[Any] = [
            self.theme_box,
            self.slots,
            self.preset,
            self.folder,
            self.nice,
            self.hang_limit,
            self.if_app_dies,
            self.compact,
            self.notify,
            self.tray,
        ]
        blockers = [QSignalBlocker(control) for control in controls]
        for show in self._show:
            show(now)
        for blocker in blockers:
            blocker.unblock()

    @Slot()
    def _on_theme_chosen(self) -> None:
        self._change("theme", self.theme_box.currentData())

    @Slot(int)
    def _on_slots_chosen(self, value: int) -> None:
        self._change("concurrency", value)

    @Slot(int)
    def _on_nice_chosen(self, value: int) -> None:
        self._change("nice", value)

    @Slot()
    def _on_if_app_dies_chosen(self) -> None:
        self._change("if_app_dies", self.if_app_dies.currentData())

    @Slot()
    def _on_hang_limit_chosen(self) -> None:
        self._change("hang_limit_s", self.hang_limit.currentData())

    @Slot()
    def _on_preset_chosen(self) -> None:
        self._change("default_preset", self.preset.preset.name)

    @Slot(str, object)
    def _on_retries_chosen(self, engine: str, policy: RetryPolicy) -> None:
        now = self._session.preferences.value.retries
        self._change("retries", {**now, engine: policy}, row=f"retries {engine}")

    @Slot(bool)
    def _on_switched(self, on: bool) -> None:
        self._change(str(self.sender().property("setting")), on)

    @Slot()
    def _on_folder_typed(self) -> None:
        self._change("output_folder", self.folder.text().strip())

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

    @Slot()
    def _on_open_home(self) -> None:
        home = str(self._session.paths.home)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(home)):
            self.said.emit(self.tr("Nothing on this machine opens “{path}”.").format(path=home))

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        words = text.casefold().split()
        found = [section.filter(words) for section in self._sections]
        self._nothing.setVisible(not any(found))


def _show_policy(control: RetryControl, engine: str, now: Settings) -> None:
    control.show_policy(now.policy(engine))
