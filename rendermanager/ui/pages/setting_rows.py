"""The rows of the settings: a name, a sentence about it, and a control."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import SPACE_1_PX, SPACE_2_PX, SPACE_3_PX, SPACE_4_PX
from rendermanager.ui.widgets import LabelKind, Tone, text_label

CONTROL_WIDTH_PX: Final = 280


class SettingRow(QWidget):
    """One setting; its control stands at the end, or below when it needs the whole width."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        about: str,
        control: QWidget,
        *,
        fixed: bool = True,
        below: bool = False,
    ) -> None:
        """Make a row.

        Args:
            theme: Distances.
            name: What is set.
            about: What it does, in a sentence.
            control: What it is set with.
            fixed: Whether the control gets the usual width, or keeps its own.
            below: Whether the control stands below, over the whole width.
        """
        super().__init__()
        self._found_by = f"{name} {about}".casefold()
        control.setAccessibleName(control.accessibleName() or name)
        control.setAccessibleDescription(about)
        if below:
            control.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        elif fixed:
            control.setFixedWidth(theme.scaled(CONTROL_WIDTH_PX))
        elif isinstance(control, QCheckBox):
            # The gap to a text that is not there would push the box off the edge.
            metric = QStyle.PixelMetric.PM_IndicatorWidth
            control.setFixedWidth(control.style().pixelMetric(metric, None, control))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        label = text_label(name)
        label.setBuddy(control)
        texts.addWidget(label)
        self._about = text_label(about, LabelKind.SMALL, Tone.SECONDARY, wraps=True)
        texts.addWidget(self._about)
        self._wrong = text_label("", LabelKind.SMALL, Tone.FAILED, wraps=True)
        self._wrong.hide()
        texts.addWidget(self._wrong)
        texts.addStretch(1)
        row = QVBoxLayout(self) if below else QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_2_PX, 0, SPACE_2_PX)
        row.setSpacing(SPACE_2_PX if below else SPACE_4_PX)
        row.addLayout(texts, 0 if below else 1)
        row.addWidget(control, 0, Qt.AlignmentFlag(0) if below else Qt.AlignmentFlag.AlignTop)

    def set_about(self, about: str) -> None:
        """Change the sentence."""
        self._about.setText(about)

    @property
    def about(self) -> str:
        """The sentence."""
        return self._about.text()

    @property
    def wrong(self) -> str:
        """Why a value cannot be, if so."""
        return self._wrong.text()

    def set_wrong(self, sentence: str) -> None:
        """Say why a value cannot be, or nothing."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    @Slot(str, bool)
    def show_finding(self, sentence: str, wrong: bool) -> None:
        """Say what was found, in place of the sentence, or what is wrong."""
        self.set_wrong(sentence if wrong else "")
        self._about.setText("" if wrong else sentence)
        self._about.setVisible(not wrong)

    def matches(self, words: Sequence[str]) -> bool:
        """Whether every one of these words, in lower case, occurs."""
        return all(word in self._found_by for word in words)


class SettingsSection(QWidget):
    """A heading with its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold no rows yet, and no heading until `set_title`."""
        super().__init__(parent)
        self._rows: list[SettingRow] = []
        self._title = text_label("", LabelKind.HEADING)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE_3_PX, 0, SPACE_3_PX)
        self._column.setSpacing(SPACE_1_PX)
        self._column.addWidget(self._title)

    def set_title(self, title: str) -> None:
        """Head the rows with this."""
        self._title.setText(title)

    def add(self, row: SettingRow) -> SettingRow:
        """Put a row at the end."""
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def filter(self, words: Sequence[str]) -> bool:
        """Show the rows in which these words occur; tells whether any is left."""
        title = self._title.text().casefold()
        whole = all(word in title for word in words)
        shown = [row for row in self._rows if whole or row.matches(words)]
        for row in self._rows:
            row.setVisible(row in shown)
        self.setVisible(bool(shown))
        return bool(shown)
