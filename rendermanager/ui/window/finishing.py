"""Offers what may happen when the queue has finished, and sees to it after a countdown."""

import logging
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from rendermanager.machine import power
from rendermanager.machine.power import Power
from rendermanager.services.session import Session
from rendermanager.services.whenfinished import Finish, WhenFinished
from rendermanager.ui.dialogs.palette import NAME_PROPERTY
from rendermanager.ui.language.said import within

COUNTDOWN_S: Final = 60
_log = logging.getLogger(__name__)
translate = QCoreApplication.translate


def words_of(choice: Finish) -> str:
    """A choice as it stands in a menu."""
    return {
        Finish.NOTHING: translate("Finishing", "Do nothing"),
        Finish.QUIT: translate("Finishing", "Quit"),
        Finish.LOCK: translate("Finishing", "Lock the screen"),
        Finish.SLEEP: translate("Finishing", "Sleep"),
        Finish.HIBERNATE: translate("Finishing", "Hibernate"),
        Finish.SHUT_DOWN: translate("Finishing", "Shut down"),
    }[choice]


def _warning_of(choice: Finish) -> str:
    return {
        Finish.QUIT: translate("Finishing", "The queue has finished: Render Manager quits"),
        Finish.LOCK: translate("Finishing", "The queue has finished: the screen is locked"),
        Finish.SLEEP: translate("Finishing", "The queue has finished: the computer goes to sleep"),
        Finish.HIBERNATE: translate("Finishing", "The queue has finished: the computer hibernates"),
        Finish.SHUT_DOWN: translate("Finishing", "The queue has finished: the computer shuts down"),
    }[choice]


class Finishing(QObject):
    """The menu of choices, and what follows from them.

    Attributes:
        menu: The choices; what this computer cannot do is disabled.

    Signals:
        quit_wanted: The app is to end.
        told: What is chosen, for the status bar, and whether it is anything at all.
        failed: A sentence about what the system would not do.
    """

    quit_wanted = Signal()
    told = Signal(str, bool)
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        window: QWidget,
        act: Callable[[Power], None] = power.act,
        possible: Callable[[], frozenset[Power]] = power.possible,
    ) -> None:
        """Offer the choices.

        Args:
            session: What is running.
            window: What the countdown stands over.
            act: Does something with the computer.
            possible: Tells what can be done with it.
        """
        super().__init__(window)
        self._session = session
        self._window = window
        self._act = act
        self._possible = possible
        self._when = WhenFinished(session.bus, self)
        self._when.changed.connect(self.show)
        self._when.due.connect(self._on_due)
        self.menu = QMenu(translate("Finishing", "When &finished"), window)
        self.menu.aboutToShow.connect(self._look)
        self.actions = self._make_actions()
        self.menu.addActions(list(self.actions.values()))

    @property
    def choice(self) -> Finish:
        """What is going to happen."""
        return self._when.choice

    def _make_actions(self) -> dict[Finish, QAction]:
        group = QActionGroup(self)
        made = {}
        for choice in Finish:
            action = QAction(words_of(choice), group)
            title = translate("Finishing", "When finished")
            action.setProperty(NAME_PROPERTY, f"{title}: {words_of(choice)}")
            action.setCheckable(True)
            action.setData(choice.value)
            made[choice] = action
        group.triggered.connect(lambda action: self._when.choose(Finish(action.data())))
        return made

    def _look(self) -> None:
        """Ask what the computer can do, each time: rights change with the session."""
        background = self._session.background
        background.run(background.io, self._possible, self._on_looked, lambda _: None)

    def _on_looked(self, able: frozenset[Power]) -> None:
        for choice, action in self.actions.items():
            can = choice.power is None or choice.power in able
            action.setEnabled(can)
            tip = "" if can else translate("Finishing", "This computer does not offer it")
            action.setToolTip(tip or words_of(choice))

    @Slot()
    def show(self) -> None:
        """Tell what is chosen."""
        choice = self._when.choice
        self.actions[choice].setChecked(True)
        text = translate("Finishing", "When finished: {choice}")
        text = text.format(choice=within(words_of(choice)))
        self.told.emit(text, choice is not Finish.NOTHING)

    @Slot(object)
    def _on_due(self, choice: Finish) -> None:
        # Imported when it is needed: the window need not wait for it.
        from rendermanager.ui.dialogs.countdown import CountdownDialog

        dialog = CountdownDialog(self._window, _warning_of(choice), words_of(choice), COUNTDOWN_S)
        dialog.agreed.connect(lambda: self._carry_out(choice))
        dialog.show()
        dialog.raise_()

    def _carry_out(self, choice: Finish) -> None:
        wanted = choice.power
        if wanted is None:
            self.quit_wanted.emit()
            return
        background = self._session.background
        background.run(background.io, lambda: self._act(wanted), lambda _: None, self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        _log.info("after the queue had finished: %s", error)
        text = translate("Finishing", "The computer did not do what was chosen: {error}")
        self.failed.emit(text.format(error=error))
