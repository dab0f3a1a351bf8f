"""What the sections of the settings share: their rows by name, what is shown, what is changed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from rendermanager.config.settings import Settings
from rendermanager.core.errors import BadInput
from rendermanager.services.preferences import Preferences
from rendermanager.ui.language.said import said_error
from rendermanager.ui.pages.setting_rows import SettingRow, SettingsSection
from rendermanager.ui.theme.manager import Theme


class SettingsForm(QObject):
    """Joins the controls of all sections to the settings, in both directions."""

    def __init__(self, preferences: Preferences, theme: Theme, parent: QObject) -> None:
        """Hold no rows yet.

        Args:
            preferences: What is shown and changed.
            theme: Distances.
            parent: Whose life it shares.
        """
        super().__init__(parent)
        self._preferences = preferences
        self._theme = theme
        self._rows: dict[str, SettingRow] = {}
        self._controls: list[QWidget] = []
        self._show: list[Callable[[Settings], None]] = []
        preferences.changed.connect(self._on_changed)

    @property
    def rows(self) -> dict[str, SettingRow]:
        """The rows by name, in the order they stand in."""
        return dict(self._rows)

    @property
    def value(self) -> Settings:
        """What is set now."""
        return self._preferences.value

    def add(
        self,
        section: SettingsSection,
        name: str,
        title: str,
        about: str,
        control: QWidget,
        *,
        fixed: bool = True,
        below: bool = False,
    ) -> SettingRow:
        """Put a row at the end of a section.

        Args:
            section: Where it stands.
            name: Of the setting; what `change` finds the row by.
            title: What is set, for people.
            about: What it does, in a sentence.
            control: What it is set with.
            fixed: Whether the control gets the usual width, or keeps its own.
            below: Whether the control stands below, over the whole width.
        """
        row = SettingRow(self._theme, title, about, control, fixed=fixed, below=below)
        section.add(row)
        self._rows[name] = row
        return row

    def follow(self, control: QWidget, show: Callable[[Settings], None]) -> None:
        """Call `show` whenever something was set; the control tells nobody meanwhile."""
        self._controls.append(control)
        self._show.append(show)

    def switch(self, name: str) -> QCheckBox:
        """Make a box that is checked while the setting of this name is on."""
        box = QCheckBox()
        box.setProperty("setting", name)
        box.toggled.connect(self._on_switched)
        self.follow(box, lambda now: box.setChecked(bool(getattr(now, name))))
        return box

    def change(self, name: str, value: Any, row: str = "") -> None:
        """Set something at once; what cannot be is explained in its row.

        Args:
            name: Of the setting.
            value: Its new value.
            row: Name of the row, where that is another one.
        """
        shown = self._rows[row or name]
        try:
            self._preferences.change(**{name: value})
        except BadInput as error:
            shown.set_wrong(said_error(error))
        else:
            shown.set_wrong("")

    def show_all(self) -> None:
        """Show what is set; to be called once all sections are there."""
        self._on_changed(self._preferences.value)

    @Slot(object)
    def _on_changed(self, now: Settings) -> None:
        blockers = [QSignalBlocker(control) for control in self._controls]
        for show in self._show:
            show(now)
        for blocker in blockers:
            blocker.unblock()

    @Slot(bool)
    def _on_switched(self, on: bool) -> None:
        self.change(str(self.sender().property("setting")), on)
