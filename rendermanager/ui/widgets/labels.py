"""Labels in the steps of the type scale and the tones of the theme, always as plain text."""

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget


class LabelKind(StrEnum):
    """The size and weight of a label."""

    BODY = "body"
    """Running text."""
    SMALL = "small"
    """Captions and second lines."""
    STRONG = "strong"
    """Running text that stands out."""
    HEADING = "heading"
    """The title of a panel."""
    TITLE = "title"
    """The title of a page or dialog."""


class Tone(StrEnum):
    """The colour of a label."""

    PRIMARY = "primary"
    """The colour of text."""
    SECONDARY = "secondary"
    """Text of second rank."""
    TERTIARY = "tertiary"
    """What is out of use."""
    FAILED = "failed"
    """Something went wrong."""
    PAUSED = "paused"
    """Something is held, or wants a look."""
    DONE = "done"
    """Something is good."""


class TextLabel(QLabel):
    """A label that takes its text literally and stands where reading starts.

    Qt lets the text decide: an English path would stand on the far side of an Arabic form.
    """

    def __init__(
        self,
        text: str = "",
        kind: LabelKind = LabelKind.BODY,
        tone: Tone = Tone.PRIMARY,
        *,
        wraps: bool = False,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a label.

        Args:
            text: Plain text.
            kind: Size and weight.
            tone: Colour.
            wraps: It takes several lines where it needs them.
            centred: It stands in the middle instead.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._centred = centred
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", kind.value)
        self.setProperty("tone", tone.value)
        self.setWordWrap(wraps)
        self.setText(text)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        if self._centred:
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)
            return
        to_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(side | absolute)


def text_label(
    text: str = "",
    kind: LabelKind = LabelKind.BODY,
    tone: Tone = Tone.PRIMARY,
    *,
    wraps: bool = False,
    parent: QWidget | None = None,
) -> TextLabel:
    """Return a label; the same as `TextLabel`, named like the functions that return buttons."""
    return TextLabel(text, kind, tone, wraps=wraps, parent=parent)


def field_label(text: str, field: QWidget, parent: QWidget | None = None) -> TextLabel:
    """Return the name that stands before a field in a form, on the same line as its text."""
    label = TextLabel(text, LabelKind.BODY, Tone.SECONDARY, parent=parent)
    label.setBuddy(field)
    label.setMinimumHeight(field.sizeHint().height())
    if not field.accessibleName():
        field.setAccessibleName(text.replace("&", ""))
    return label


def set_tone(label: QLabel, tone: Tone) -> None:
    """Change the colour of a label that is already shown."""
    if label.property("tone") == tone.value:
        return
    label.setProperty("tone", tone.value)
    # A style sheet looks at a property only when the widget is polished.
    label.style().unpolish(label)
    label.style().polish(label)
