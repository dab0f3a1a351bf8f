"""The control by which the program of an engine is found, chosen and tested."""

import logging
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from rendermanager.core.errors import NotPossibleNow, RenderManagerError
from rendermanager.engine.programs import Programs
from rendermanager.renderers.api import EngineVersion, RenderEngine
from rendermanager.services.installing import INSTALLABLE
from rendermanager.services.session import Session
from rendermanager.ui.language.said import said, said_error
from rendermanager.ui.pages.setting_install import Installing
from rendermanager.ui.theme.tokens import SPACE_2_PX
from rendermanager.ui.widgets import quiet_button, secondary_button

if TYPE_CHECKING:
    from rendermanager.engine.trial import Tried

_log = logging.getLogger(__name__)


def needs_program(engine: RenderEngine[Any]) -> bool:
    """Whether there is a program to look for."""
    return bool(getattr(engine, "needs_program", engine.reads_source))


class ProgramControl(QWidget):
    """Buttons for one engine.

    Signals:
        said: A sentence about what was found or is wrong, and whether it is wrong.
    """

    said = Signal(str, bool)

    def __init__(
        self, session: Session, engine: RenderEngine[Any], parent: QWidget | None = None
    ) -> None:
        """Say nothing until `look`."""
        super().__init__(parent)
        self._session = session
        self._engine = engine
        self._reset = quiet_button(self.tr("Use the one found"))
        self._reset.clicked.connect(self._on_reset)
        self._test = secondary_button(self.tr("Test"))
        self._test.clicked.connect(self._on_test)
        self._browse = secondary_button(self.tr("Browse…"))
        self._browse.clicked.connect(self._on_browse)
        self.installing: Installing | None = None
        self._others = QMenu(self)
        self._choose_one = secondary_button(self.tr("Choose"))
        self._choose_one.setMenu(self._others)
        self._choose_one.hide()
        self._leaving = threading.Event()
        app = QCoreApplication.instance()
        if app is not None:
            # Nobody waits for a test when the app is quit.
            app.aboutToQuit.connect(self._leaving.set)
        buttons = [self._reset, self._test, self._choose_one, self._browse]
        if engine.name in INSTALLABLE:
            made = self.installing = Installing(session, engine.name, engine.name, self)
            made.said.connect(self.said)
            made.done.connect(self._on_installed)
            made.button.hide()
            buttons.insert(0, made.button)
        for button in buttons:
            button.setAccessibleName(f"{engine.label}: {button.text()}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2_PX)
        for button in buttons:
            row.addWidget(button)
        self._show_chosen()

    @Slot()
    def look(self) -> None:
        """Find out which program is used, as far as it is not known."""
        self._show_chosen()
        background, programs = self._session.background, self._session.programs
        background.run(
            background.io,
            partial(_found, programs, self._engine),
            self._on_found,
            self._on_missing,
        )
        self._find_others()

    def _find_others(self) -> None:
        background = self._session.background
        background.run(
            background.io,
            partial(self._session.programs.all, self._engine),
            self._on_others,
            self._on_missing,
        )

    def _on_others(self, found: Sequence[EngineVersion]) -> None:
        """Offer the programs, where there is a choice."""
        self._others.clear()
        for each in found:
            text = f"{each.version}    {each.program}".replace("&", "&&")
            path = str(each.program)
            self._others.addAction(text).triggered.connect(partial(self._on_picked, path))
        self._choose_one.setVisible(len(found) > 1)

    def _on_picked(self, path: str, _checked: bool = False) -> None:
        self._choose(path)

    def _show_chosen(self) -> None:
        chosen = self._session.preferences.value.programs.get(self._engine.name, "")
        self._reset.setVisible(bool(chosen))

    def _on_found(self, version: EngineVersion | NotPossibleNow) -> None:
        if isinstance(version, NotPossibleNow):
            # Nobody needs every engine: what was never installed is no fault.
            self._say(said_error(version), wrong=False, lacks=True)
            return
        origins = {
            "chosen": self.tr("chosen by you"),
            "environment": self.tr("from the environment"),
            "system": self.tr("found on this machine"),
            "built in": self.tr("came with Render Manager"),
        }
        origin = origins.get(version.origin, version.origin)
        parts = (version.version, origin, str(version.program))
        self._say(" · ".join(part for part in parts if part), wrong=False)

    def _on_missing(self, error: Exception) -> None:
        if not isinstance(error, RenderManagerError | OSError):
            _log.error("%s could not be asked: %s", self._engine.name, error)
        self._say(said_error(error), wrong=True)

    def _say(self, sentence: str, *, wrong: bool, lacks: bool = False) -> None:
        """Say what was found; what is being installed has the word until its end."""
        self._test.setEnabled(True)
        if self.installing is not None:
            if self.installing.is_running:
                return
            self.installing.button.setVisible(wrong or lacks)
        self.said.emit(sentence, wrong)

    @Slot()
    def _on_test(self) -> None:
        """Ask anew, as if it had never been asked, and let it render something tiny."""
        self._test.setEnabled(False)
        self.said.emit(self.tr("Rendering something tiny…"), False)
        session = self._session
        session.programs.forget()
        session.background.run(
            session.background.io,
            partial(_tested, session, self._engine, lambda: not self._leaving.is_set()),
            self._on_tested,
            self._on_missing,
        )

    def _on_tested(self, answer: "tuple[EngineVersion, Tried]") -> None:
        version, tried = answer
        which = f"{version.version} · {version.program}"
        self._say(f"{said(tried.message)} {said(tried.hint) or which}", wrong=not tried.works)
        if tried.works:
            self._find_others()

    @Slot()
    def _on_chosen_anew(self) -> None:
        """Ask for the version of what was chosen."""
        self._test.setEnabled(False)
        self.said.emit(self.tr("Asking for its version…"), False)
        self.look()

    @Slot()
    def _on_installed(self) -> None:
        self._session.programs.forget()
        self._on_chosen_anew()

    @Slot()
    def _on_reset(self) -> None:
        self._choose("")

    @Slot()
    def _on_browse(self) -> None:
        dialog = QFileDialog(
            self, self.tr("Choose the program of {engine}").format(engine=self._engine.label)
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._choose)
        dialog.open()

    @Slot(str)
    def _choose(self, path: str) -> None:
        programs = dict(self._session.preferences.value.programs)
        if path:
            programs[self._engine.name] = str(Path(path))
        else:
            programs.pop(self._engine.name, None)
        self._session.preferences.change(programs=programs)
        self._session.programs.forget(programs)
        self._on_chosen_anew()


def _found(programs: Programs, engine: RenderEngine[Any]) -> EngineVersion | NotPossibleNow:
    """The program of an engine, or that there is none at all.

    Raises:
        NotPossibleNow: One is there, and does not work.
    """
    try:
        return programs.get(engine)
    except NotPossibleNow as error:
        if programs.is_absent(engine):
            return error
        raise


def _tested(
    session: Session, engine: RenderEngine[Any], is_wanted: Callable[[], bool]
) -> "tuple[EngineVersion, Tried]":
    """The program that was tested, and what came of it. Blocks for seconds."""
    # It knows how films are checked, and takes a while to import.
    from rendermanager.engine.trial import try_out

    version = session.programs.get(engine)
    return version, try_out(engine, version, session.media, is_wanted)
