"""The settings page: every setting, each in force as soon as it is changed."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rendermanager.services.session import Session
from rendermanager.ui.pages.header import PageHeader
from rendermanager.ui.pages.section_advanced import AdvancedSection
from rendermanager.ui.pages.section_desktop import AppearanceSection, NoticesSection
from rendermanager.ui.pages.section_engines import ApplicationsSection, RetriesSection
from rendermanager.ui.pages.section_queue import QueueSection
from rendermanager.ui.pages.section_resources import ResourcesSection
from rendermanager.ui.pages.setting_form import SettingsForm
from rendermanager.ui.pages.setting_rows import SettingsSection
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_1_PX
from rendermanager.ui.widgets import SearchField, Tone, text_label

_WIDTH_PX: Final = 760


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
        self._has_tray = has_tray
        self.header = PageHeader(theme, self.tr("Settings"))
        self.header.set_line(self.tr("Changes count at once."))
        self.search_field = SearchField(theme, self.tr("Search the settings"))
        self.search_field.textChanged.connect(self._on_searched)
        self.header.add_tool(self.search_field)
        self._nothing = text_label(self.tr("No setting matches."), tone=Tone.SECONDARY)
        self._nothing.hide()
        self.form = SettingsForm(session.preferences, theme, self)
        self.appearance = AppearanceSection(self.form)
        self.queue = QueueSection(self.form, session.registry, theme)
        self.resources = ResourcesSection(self.form, theme, session.store.now)
        self.applications = ApplicationsSection(self.form, session)
        self.retries = RetriesSection(self.form, session.registry)
        self.notices = NoticesSection(self.form)
        self.advanced = AdvancedSection(self.form, session, theme)
        self.advanced.said.connect(self.said)
        self.advanced.restore_wanted.connect(self.restore_wanted)
        self._lay_out(theme.scaled(_WIDTH_PX))
        self.form.show_all()

    @property
    def widget(self) -> QWidget:
        """The page itself."""
        return self

    def refresh(self) -> None:
        """Look at what may have changed outside: programs, the tray, backups."""
        self.applications.look()
        self.notices.allow_tray(self._has_tray())
        self.advanced.backups.look()
        self.advanced.folders.look()

    def take_focus(self) -> None:
        """Move the keyboard to the search."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _sections(self) -> tuple[SettingsSection, ...]:
        """From top to bottom."""
        return (
            self.appearance,
            self.queue,
            self.resources,
            self.applications,
            self.retries,
            self.notices,
            self.advanced,
        )

    def _lay_out(self, width: int) -> None:
        content = QWidget()
        content.setMaximumWidth(width)
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

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        words = text.casefold().split()
        found = [section.filter(words) for section in self._sections]
        self._nothing.setVisible(not any(found))
