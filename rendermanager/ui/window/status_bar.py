"""The status bar: what is going on or why nothing starts, and how many jobs are shown."""

from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStatusBar, QWidget

from rendermanager.ui.theme.controls import KIND_PROPERTY, ButtonKind
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import PAGE_PADDING_PX, SPACE_2_PX, STATUS_BAR_HEIGHT_PX
from rendermanager.ui.widgets import ElidedLabel, LabelKind, Tone, link_button, set_tone
from rendermanager.ui.widgets.icon_view import IconView
from rendermanager.ui.window.summary import StatusLine


class StatusBar(QStatusBar):
    """One line at each end; while something is under way, that stands at the start."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._line = StatusLine("")
        self._busy = ""
        self._icon = IconView(theme, "triangle-alert", "paused", size_px=14)
        self._text = ElidedLabel("", LabelKind.SMALL, Tone.SECONDARY)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.stay = link_button(self.tr("Keep running"))
        self.stay.hide()
        self.finish = link_button("")
        self.finish.setFixedHeight(theme.scaled(STATUS_BAR_HEIGHT_PX - 6))
        self._count = ElidedLabel("", LabelKind.SMALL, Tone.SECONDARY)
        holder = QWidget()
        # The sheet pads labels in status bars, which one that shortens its text does not know.
        holder.setStyleSheet("QLabel { padding: 0; }")
        row = QHBoxLayout(holder)
        row.setContentsMargins(PAGE_PADDING_PX - 8, 0, PAGE_PADDING_PX, 0)
        row.setSpacing(SPACE_2_PX)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addWidget(self.stay)
        row.addStretch(1)
        row.addWidget(self.finish)
        row.addWidget(self._count)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(theme.scaled(STATUS_BAR_HEIGHT_PX))
        self.addWidget(holder, 1)
        self._show()

    @property
    def text(self) -> str:
        """What stands at the start."""
        return self._text.full_text

    @property
    def count(self) -> str:
        """What stands at the end."""
        return self._count.full_text

    def show_line(self, line: StatusLine, *, leaving: bool = False) -> None:
        """Say what is going on.

        Args:
            line: The words.
            leaving: Offer to take back that the app ends after the current renders.
        """
        self._line = line
        self.stay.setVisible(leaving)
        self._show()

    def set_finish_menu(self, menu: QMenu) -> None:
        """Offer what may happen when the queue has finished."""
        self.finish.clicked.connect(
            lambda: menu.popup(self.finish.mapToGlobal(self.finish.rect().topLeft()))
        )

    def show_finish(self, text: str, chosen: bool) -> None:
        """Say what is going to happen then, louder where it is something."""
        self.finish.setText(text)
        kind = ButtonKind.LINK if chosen else ButtonKind.QUIET
        self.finish.setProperty(KIND_PROPERTY, kind.value)
        self.finish.updateGeometry()
        self.finish.update()

    def show_busy(self, text: str) -> None:
        """Say what is under way, or nothing when it is over."""
        self._busy = text
        self._show()

    def show_count(self, text: str) -> None:
        """Say how many there are."""
        self._count.set_text(text)

    def _show(self) -> None:
        wrong = self._line.wrong and not self._busy
        self._text.set_text(self._busy or self._line.text)
        set_tone(self._text, Tone.PRIMARY if wrong else Tone.SECONDARY)
        self._icon.setVisible(wrong)
