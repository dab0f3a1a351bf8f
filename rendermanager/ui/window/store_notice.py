"""Says above every page what is wrong with the queue on the disk, for as long as it is."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rendermanager.core.errors import StoreDamaged
from rendermanager.services.session import Session
from rendermanager.ui.language.said import said, said_error
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_2_PX
from rendermanager.ui.widgets import Banner, BannerKind

CHANGING: Final = (
    *("add_files", "add_folder", "add_sample", "paste", "undo"),
    *("toggle_queue", "pause_after", "pause_now", "resume", "retry_failed"),
    *("clear_completed", "clear_failed", "clear_cancelled"),
)
"""Actions of the window that change the queue."""


class StoreNotice(QObject):
    """A banner that cannot be missed: trouble, what was mended, or that nothing may be changed.

    Attributes:
        widget: Where it stands; hidden while there is nothing to say.

    Signals:
        reopen_wanted: The app is to close the damaged queue and open it again, mended.
    """

    reopen_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        """Say what is known already, and follow what comes."""
        super().__init__(parent)
        self._session = session
        self._standing = ""
        self.banner = Banner(theme, BannerKind.WARNING, dismissable=True)
        self.banner.acted.connect(self.reopen_wanted)
        self.banner.dismissed.connect(self._on_dismissed)
        self.widget = QWidget()
        room = QVBoxLayout(self.widget)
        room.setContentsMargins(PAGE_PADDING_PX, SPACE_2_PX, PAGE_PADDING_PX, SPACE_2_PX)
        room.addWidget(self.banner)
        if session.store.only_look is not None:
            told = self.tr("{trouble} You can look, but nothing runs and nothing can be changed.")
            self._standing = told.format(trouble=said_error(session.store.only_look))
        elif session.mended is not None:
            self._standing = session.mended.sentence
        self._show("")
        session.bus.trouble.connect(self._show)

    def say(self, sentence: str) -> None:
        """Say something about the queue until it is dismissed."""
        self._standing = sentence
        self._show("")

    def forbid(self, actions: Mapping[str, QAction], tools: Iterable[QWidget]) -> None:
        """Take away what would change a queue that may only be looked at."""
        if self._session.store.only_look is None:
            return
        for name in CHANGING:
            actions[name].setEnabled(False)
        for tool in tools:
            tool.setEnabled(False)

    @Slot(str)
    def _show(self, trouble: str) -> None:
        damaged = bool(trouble) and isinstance(self._session.store.trouble, StoreDamaged)
        kind = BannerKind.ERROR if trouble else BannerKind.WARNING
        trouble = said(trouble)
        text = trouble or said(self._standing)
        if damaged:
            text = self.tr("{trouble} What renders goes on; nothing new starts.").format(
                trouble=trouble
            )
        self.banner.set_message(kind, text, self.tr("Mend it now") if damaged else "")
        self.banner.setVisible(bool(text))
        self.widget.setVisible(bool(text))

    @Slot()
    def _on_dismissed(self) -> None:
        self._standing = ""
        self.widget.hide()
