"""A short message at the bottom of the window, with at most one thing to do about it."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import (
    QEasingCurve,
    QElapsedTimer,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStyle, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import fill_round_rect
from rendermanager.ui.theme.tokens import (
    MOTION_MS,
    RADIUS_LARGE_PX,
    SPACE_1_PX,
    SPACE_2_PX,
    SPACE_4_PX,
)
from rendermanager.ui.widgets.buttons import icon_button, link_button
from rendermanager.ui.widgets.elided import ElidedLabel
from rendermanager.ui.widgets.icon_view import IconView

SHORT_MS: Final = 5_000
"""How long a message without an action stays."""
UNDO_MS: Final = 8_000
"""How long a message with an action stays."""
_LINGER_MS: Final = 1_500
"""The least that is left when the pointer leaves or the focus goes."""
_MARGIN_PX: Final = 16
_RISE_PX: Final = 8
_HEIGHT_PX: Final = 42


class ToastEnd(Enum):
    """Why a toast went away."""

    EXPIRED = "expired"
    """Its time was over."""
    ACTED = "acted"
    """Its action was chosen."""
    DISMISSED = "dismissed"
    """It was closed by hand."""
    REPLACED = "replaced"
    """Another message took its place."""


@dataclass(frozen=True, slots=True)
class ToastMessage:
    """What a toast says."""

    text: str
    key: str = ""
    """Names the matter, so that who showed it knows what has ended."""
    icon: str = "info"
    colour: str = "text2"
    action: str = ""
    """What can be done about it, such as "Undo"; nothing for no button."""
    duration_ms: int | None = None
    """How long it stays; by itself 8 s with an action and 5 s without."""

    @property
    def stays_ms(self) -> int:
        """How long it stays while nobody looks."""
        if self.duration_ms is not None:
            return self.duration_ms
        return UNDO_MS if self.action else SHORT_MS


class Toast(QFrame):
    """Shows one message at a time over the bottom of its parent.

    The clock stands still while the pointer is over it or the keyboard is in it. A message that
    takes the place of another ends the other first.

    Signals:
        acted: The key of the message whose action was chosen; `ended` follows.
        ended: The key of a message that went away, and why (`ToastEnd`).
    """

    acted = Signal(str)
    ended = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._message: ToastMessage | None = None
        self._remaining_ms = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._bottom_inset = 0
        self._return_focus: QWidget | None = None
        self._icon = IconView(theme, "info")
        self._text = ElidedLabel()
        self._action = link_button("")
        self._action.clicked.connect(self._on_action_clicked)
        self._close = icon_button(theme.icon("x", "text2"), self.tr("Dismiss"))
        self._close.clicked.connect(self.dismiss)
        self._motion = QPropertyAnimation(self, b"pos", self)
        self._motion.setDuration(MOTION_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._lay_out()
        self.hide()
        parent.installEventFilter(self)
        for child in (self._action, self._close):
            child.installEventFilter(self)

    @property
    def message(self) -> ToastMessage | None:
        """What it says now."""
        return self._message

    @property
    def is_paused(self) -> bool:
        """Whether its clock stands still."""
        return self._message is not None and not self._timer.isActive()

    def set_bottom_inset(self, inset_px: int) -> None:
        """Keep this much of the parent's lower edge free, for example for a status bar."""
        self._bottom_inset = inset_px
        self._place()

    def show_message(self, message: ToastMessage) -> None:
        """Show a message; one that is already there ends as replaced."""
        self._end(ToastEnd.REPLACED, hide=False)
        self._message = message
        self._icon.set_icon(message.icon, message.colour)
        self._text.set_text(message.text)
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action))
        self.setAccessibleName(message.text)
        arrives = not self.isVisible()
        self._place()
        self.show()
        self.raise_()
        if arrives:
            self._rise()
        self._announce()
        self._remaining_ms = message.stays_ms
        self._resume()

    def dismiss(self) -> None:
        """Take the message away."""
        self._end(ToastEnd.DISMISSED)

    def take_focus(self) -> bool:
        """Move the keyboard into the toast.

        Returns:
            Whether there is one.
        """
        if self._message is None:
            return False
        self._return_focus = QApplication.focusWidget()
        target = self._action if self._message.action else self._close
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    # ------------------------------------------------------------------ Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.parent():
            if kind in {QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange}:
                self._place()
        elif kind == QEvent.Type.FocusIn:
            self._pause()
        elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._resume()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._pause()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._resume()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        fill_round_rect(painter, self.rect(), RADIUS_LARGE_PX, tokens.raised, tokens.border)
        painter.end()

    # ------------------------------------------------------------------ clock

    def _pause(self) -> None:
        if self._timer.isActive():
            left = self._remaining_ms - self._since.elapsed()
            self._remaining_ms = max(_LINGER_MS, left)
            self._timer.stop()

    def _resume(self) -> None:
        attended = self.underMouse() or self._has_keyboard()
        if self._message is None or attended or self._timer.isActive():
            return
        self._since.start()
        self._timer.start(self._remaining_ms)

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_timeout(self) -> None:
        self._end(ToastEnd.EXPIRED)

    def _on_action_clicked(self) -> None:
        if self._message is not None:
            self.acted.emit(self._message.key)
            self._end(ToastEnd.ACTED)

    def _end(self, reason: ToastEnd, *, hide: bool = True) -> None:
        message, self._message = self._message, None
        self._timer.stop()
        if hide:
            self._give_focus_back()
            self._motion.stop()
            self.hide()
        if message is not None:
            self.ended.emit(message.key, reason)

    def _give_focus_back(self) -> None:
        target, self._return_focus = self._return_focus, None
        if target is not None and self._has_keyboard():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ place

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4_PX, 4, SPACE_2_PX, 4)
        row.setSpacing(SPACE_1_PX)
        row.addWidget(self._icon)
        row.addSpacing(SPACE_1_PX)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None or self._message is None:
            return
        self._motion.stop()
        height = self._theme.scaled(_HEIGHT_PX)
        width = min(self.sizeHint().width(), parent.width() - 2 * _MARGIN_PX)
        x = (parent.width() - width) // 2
        y = parent.height() - self._bottom_inset - _MARGIN_PX - height
        self.setGeometry(x, y, width, height)

    def _rise(self) -> None:
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if not moves:
            return
        end = self.pos()
        self._motion.setStartValue(end + QPoint(0, _RISE_PX))
        self._motion.setEndValue(end)
        self._motion.start()

    def _announce(self) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
