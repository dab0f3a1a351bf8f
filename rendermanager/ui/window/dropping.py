"""Takes what is dragged onto the window, and says while it hovers what a drop will do."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from rendermanager.services.session import Session
from rendermanager.ui.language.said import said
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.widgets import DropOverlay
from rendermanager.ui.window.drops import DropSight, Sight, inputs_of, outcome


class Dropping(QObject):
    """Handles the drag events of the window.

    Signals:
        dropped: `list[str]` of paths, and whether Shift was held: then nothing is asked.
        refused: A sentence: nothing of what was dropped can be rendered.
    """

    dropped = Signal(object, bool)
    refused = Signal(str)

    def __init__(self, session: Session, theme: Theme, cover: QWidget) -> None:
        """Show the outcome over `cover`."""
        super().__init__(cover)
        self._session = session
        self._overlay = DropOverlay(theme, cover)
        self._sight = DropSight(session.background, session.registry, self)
        self._sight.looked.connect(self._on_looked)

    @property
    def overlay(self) -> DropOverlay:
        """What names the outcome."""
        return self._overlay

    def hover(self, event: QDropEvent) -> None:
        """Something is dragged over the window."""
        inputs = inputs_of(event.mimeData()) if _is_from_elsewhere(event) else []
        if not inputs:
            event.ignore()
            return
        # The default that is offered between programs is Move, which would take the files away.
        event.setDropAction(Qt.DropAction.CopyAction)
        self._show(self._sight.begin(inputs))
        event.accept()

    def leave(self) -> None:
        """It is gone again."""
        self._overlay.hide()

    def drop(self, event: QDropEvent) -> None:
        """It was dropped."""
        self._overlay.hide()
        self._sight.end()
        inputs = inputs_of(event.mimeData()) if _is_from_elsewhere(event) else []
        if not inputs:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        at_once = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.dropped.emit(inputs, at_once)

    def _show(self, sight: Sight) -> None:
        # A project has presets of its own.
        is_plain = (sight.files or sight.folders) and not sight.projects
        detail = self._how() if is_plain else ""
        self._overlay.show_outcome(outcome(sight), detail=detail, accepted=sight.is_useful)

    def _how(self) -> str:
        """With which preset, and where to."""
        settings = self._session.preferences.value
        presets = self._session.registry.presets()
        label = next(
            (said(each.label) for each in presets if each.name == settings.default_preset),
            said(presets[0].label) if presets else "",
        )
        if settings.output_folder:
            text = self.tr("With the preset {preset}, into {folder}")
            return text.format(preset=label, folder=settings.output_folder)
        return self.tr("With the preset {preset}, beside the source").format(preset=label)

    @Slot(object)
    def _on_looked(self, sight: Sight) -> None:
        if self._overlay.isVisible():
            self._show(sight)


def _is_from_elsewhere(event: QDropEvent) -> bool:
    """Rows that are dragged out of our own list carry files, too."""
    return event.source() is None
