"""A label that shortens its text to its room and gives all of it to tooltip and clipboard."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from rendermanager.ui.widgets.labels import LabelKind, TextLabel, Tone
from rendermanager.ui.widgets.tips import plain

_NARROWEST_PX = 24


class ElidedLabel(TextLabel):
    """One line of plain text with an ellipsis where it does not fit.

    Use `set_text` and `full_text`: `text` is only what can be seen.
    """

    def __init__(
        self,
        text: str = "",
        kind: LabelKind = LabelKind.BODY,
        tone: Tone = Tone.PRIMARY,
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a label.

        Args:
            text: Plain text.
            kind: Size and weight.
            tone: Colour.
            elide: Where the ellipsis stands; in the middle for paths.
            selectable: The text can be selected and copied, always as a whole when shortened.
            parent: The parent widget.
        """
        self._full_text = ""
        self._elide = elide
        self._selectable = selectable
        super().__init__(kind=kind, tone=tone, parent=parent)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_text(text)

    @property
    def full_text(self) -> str:
        """All of the text."""
        return self._full_text

    @property
    def is_elided(self) -> bool:
        """Whether a part of the text cannot be seen."""
        return self.text() != self._full_text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text == self._full_text:
            return
        self._full_text = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def copy(self) -> None:
        """Put the text on the clipboard: the selection, or all of it."""
        whole = self.is_elided or not self.selectedText()
        QGuiApplication.clipboard().setText(self._full_text if whole else self.selectedText())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        # One pixel more: rounding must never shorten a text that was given its room.
        return QSize(metrics.horizontalAdvance(self._full_text) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), _NARROWEST_PX), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._selectable and event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._selectable:
            event.ignore()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy")).triggered.connect(self.copy)
        menu.popup(event.globalPos())

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._full_text, self._elide, self.width())
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(_plain_tool_tip(self._full_text) if self.is_elided else "")


def _plain_tool_tip(text: str) -> str:
    """A tooltip that shows a text as it is; one without markup needs no help."""
    return plain(text) if any(mark in text for mark in "<>&") else text
