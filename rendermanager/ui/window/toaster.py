"""Shows what was done as toasts, and sees to it that each undo is taken or let go, once."""

from typing import Final

from PySide6.QtCore import QObject, Slot

from rendermanager.ui.queue import Undo
from rendermanager.ui.widgets import Toast, ToastEnd, ToastMessage

_ICON: Final = "info"


class Toaster(QObject):
    """The one place where toasts come from."""

    def __init__(self, toast: Toast, parent: QObject | None = None) -> None:
        """Speak through this toast."""
        super().__init__(parent)
        self._toast = toast
        self._undos: dict[str, Undo] = {}
        self._count = 0
        toast.acted.connect(self._on_acted)
        toast.ended.connect(self._on_ended)

    def say(self, text: str, undo: object = None, *, icon: str = _ICON) -> None:
        """Show a sentence.

        Args:
            text: What was done.
            undo: An `Undo`, or None.
            icon: The icon before it.
        """
        self._count += 1
        key = str(self._count)
        label = ""
        if isinstance(undo, Undo):
            self._undos[key] = undo
            label = undo.label
        self._toast.show_message(ToastMessage(text, key, icon, action=label))

    @property
    def can_undo(self) -> bool:
        """Whether the toast in sight offers an undo."""
        message = self._toast.message
        return message is not None and message.key in self._undos

    def undo(self) -> bool:
        """Take the undo that is offered; tells whether there was one."""
        message = self._toast.message
        if message is None or message.key not in self._undos:
            return False
        self._on_acted(message.key)
        self._toast.dismiss()
        return True

    def settle(self) -> None:
        """Let every undo go: what only waited for that is done now."""
        self._toast.dismiss()
        for key in list(self._undos):
            self._undos.pop(key).expire()

    @Slot(str)
    def _on_acted(self, key: str) -> None:
        undo = self._undos.pop(key, None)
        if undo is not None:
            undo.undo()

    @Slot(str, object)
    def _on_ended(self, key: str, _reason: ToastEnd) -> None:
        undo = self._undos.pop(key, None)
        if undo is not None:
            undo.expire()
