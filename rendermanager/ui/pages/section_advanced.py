"""The settings that few people need: how renders end and outlive the app, and its own data."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from rendermanager.config.settings import Settings
from rendermanager.services.session import Session
from rendermanager.ui.pages.setting_backups import BackupControl
from rendermanager.ui.pages.setting_folders import FoldersControl
from rendermanager.ui.pages.setting_form import SettingsForm
from rendermanager.ui.pages.setting_rows import SettingsSection
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import ChoiceBox, secondary_button
from rendermanager.ui.widgets.tips import plain


class AdvancedSection(SettingsSection):
    """How renders end and outlive the app; backups, and the folder of the data.

    Signals:
        said: A sentence about something that could not be done.
        restore_wanted: The `Path` of a backup that is to take the place of the queue.
    """

    said = Signal(str)
    restore_wanted = Signal(object)

    def __init__(self, form: SettingsForm, session: Session, theme: Theme) -> None:
        """Add the rows to the form.

        Args:
            form: What the rows belong to.
            session: Whose backups and whose folder these are.
            theme: Colours and icons.
        """
        super().__init__()
        self.set_title(self.tr("Advanced"))
        self._form = form
        self._session = session
        self._add_if_app_dies()
        self._add_hang_limit()
        self._add_folders(theme)
        self._add_backups(theme)
        self._add_home(theme)

    def _add_if_app_dies(self) -> None:
        self.if_app_dies = ChoiceBox()
        self.if_app_dies.addItem(self.tr("Stop the renders"), "stop")
        self.if_app_dies.addItem(self.tr("Let them finish"), "finish")
        self.if_app_dies.currentIndexChanged.connect(self._on_if_app_dies_chosen)
        self._form.follow(
            self.if_app_dies,
            lambda now: self.if_app_dies.setCurrentIndex(
                self.if_app_dies.findData(now.if_app_dies)
            ),
        )
        about = self.tr(
            "What becomes of renders when Render Manager crashes. Those that finish are taken "
            "over when it is started again."
        )
        self._form.add(self, "if_app_dies", self.tr("If the app dies"), about, self.if_app_dies)

    def _add_hang_limit(self) -> None:
        self.hang_limit = ChoiceBox()
        for seconds, words in self._hang_limits().items():
            self.hang_limit.addItem(words, seconds)
        self.hang_limit.currentIndexChanged.connect(self._on_hang_limit_chosen)
        self._form.follow(self.hang_limit, self._show_hang_limit)
        about = self.tr(
            "When a render that prints, computes, reads and writes nothing is ended and tried "
            "once more. Automatic goes by the pace of each render."
        )
        self._form.add(self, "hang_limit_s", self.tr("Renders that hang"), about, self.hang_limit)

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

    def _add_folders(self, theme: Theme) -> None:
        self.folders = FoldersControl(self._session, theme)
        about = self.tr(
            "Jobs of nexrender read footage in the folder of their file and in these, such as a "
            "drive with footage. For any other file you are asked."
        )
        title = self.tr("Folders that jobs may read")
        row = self._form.add(self, "folders", title, about, self.folders, fixed=False)
        self.folders.wrong.connect(row.set_wrong)

    def _add_backups(self, theme: Theme) -> None:
        self.backups = BackupControl(self._session, theme)
        self.backups.restore_wanted.connect(self.restore_wanted)
        about = self.tr("The queue is copied every few minutes while it changes.")
        self._form.add(self, "backups", self.tr("Backups"), about, self.backups)

    def _add_home(self, theme: Theme) -> None:
        button = secondary_button(self.tr("Open"), theme.icon("folder-open"))
        button.clicked.connect(self._on_open_home)
        home = str(self._session.paths.home)
        row = self._form.add(self, "home", self.tr("Data folder"), home, button, fixed=False)
        row.setToolTip(plain(home))

    @Slot()
    def _on_if_app_dies_chosen(self) -> None:
        self._form.change("if_app_dies", self.if_app_dies.currentData())

    @Slot()
    def _on_hang_limit_chosen(self) -> None:
        self._form.change("hang_limit_s", self.hang_limit.currentData())

    @Slot()
    def _on_open_home(self) -> None:
        home = str(self._session.paths.home)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(home)):
            self.said.emit(self.tr("Nothing on this machine opens “{path}”.").format(path=home))
