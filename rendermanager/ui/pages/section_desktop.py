"""The settings of what the desktop shows: how the window looks, and when renders are told of."""

from PySide6.QtCore import Slot

from rendermanager.config.settings import LANGUAGES, THEMES
from rendermanager.ui.pages.setting_form import SettingsForm
from rendermanager.ui.pages.setting_rows import SettingsSection
from rendermanager.ui.widgets import ChoiceBox


class AppearanceSection(SettingsSection):
    """The theme, the language, and how low the rows are."""

    def __init__(self, form: SettingsForm) -> None:
        """Add the rows to the form."""
        super().__init__()
        self.set_title(self.tr("Appearance"))
        self._form = form
        words = {
            "system": self.tr("As the system"),
            "dark": self.tr("Dark"),
            "light": self.tr("Light"),
        }
        self.theme_box = ChoiceBox()
        for name in THEMES:
            self.theme_box.addItem(words[name], name)
        self.theme_box.currentIndexChanged.connect(self._on_theme_chosen)
        form.follow(
            self.theme_box,
            lambda now: self.theme_box.setCurrentIndex(self.theme_box.findData(now.theme)),
        )
        about = self.tr("Dark where the system does not say.")
        form.add(self, "theme", self.tr("Theme"), about, self.theme_box)
        self._add_language(form)
        self.compact = form.switch("compact_rows")
        about = self.tr("Rows of the queue are low, with more of them in sight.")
        title = self.tr("Compact rows")
        form.add(self, "compact_rows", title, about, self.compact, fixed=False)

    def _add_language(self, form: SettingsForm) -> None:
        self.language_box = ChoiceBox()
        # Each in its own words, so that a person finds back.
        words = {"system": self.tr("As the system"), "en": "English", "de": "Deutsch"}
        for name in LANGUAGES:
            self.language_box.addItem(words[name], name)
        self.language_box.currentIndexChanged.connect(self._on_language_chosen)
        form.follow(
            self.language_box,
            lambda now: self.language_box.setCurrentIndex(self.language_box.findData(now.language)),
        )
        about = self.tr("Another language is spoken from the next start of Render Manager on.")
        form.add(self, "language", self.tr("Language"), about, self.language_box)

    @Slot()
    def _on_language_chosen(self) -> None:
        self._form.change("language", self.language_box.currentData())

    @Slot()
    def _on_theme_chosen(self) -> None:
        self._form.change("theme", self.theme_box.currentData())


class NoticesSection(SettingsSection):
    """What is said when renders end, and where the window goes when it is closed."""

    def __init__(self, form: SettingsForm) -> None:
        """Add the rows to the form."""
        super().__init__()
        self.set_title(self.tr("Notifications"))
        self.notify = form.switch("notify")
        about = self.tr(
            "One for a batch, and at once when something fails; none while this window is in use."
        )
        form.add(self, "notify", self.tr("Tell when renders end"), about, self.notify, fixed=False)
        self.tray = form.switch("close_to_tray")
        about = self.tr("Closing the window keeps rendering; needs an icon in the system's tray.")
        title = self.tr("Close to the tray")
        self._tray_row = form.add(self, "close_to_tray", title, about, self.tray, fixed=False)

    def allow_tray(self, has_tray: bool) -> None:
        """Let the window be closed to the tray only where there is one."""
        self._tray_row.setEnabled(has_tray)
