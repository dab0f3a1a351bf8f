"""Pairs of label and value in two columns, the values selectable."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from rendermanager.ui.theme.tokens import SPACE_2_PX, SPACE_4_PX
from rendermanager.ui.widgets.elided import ElidedLabel
from rendermanager.ui.widgets.labels import LabelKind, TextLabel, Tone

_LABEL_COLUMN_PX = 72


class KeyValueList(QWidget):
    """Shows facts; a value too long for its room loses its middle, as paths differ at the ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[TextLabel, ElidedLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_4_PX)
        self._grid.setVerticalSpacing(SPACE_2_PX)
        self._grid.setColumnMinimumWidth(0, _LABEL_COLUMN_PX)
        self._grid.setColumnStretch(1, 1)

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these facts; a row whose text stays keeps its selection."""
        while len(self._rows) > len(rows):
            for widget in self._rows.pop():
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self._rows) < len(rows):
            self._add_row()
        for (name, value), (label, shown) in zip(rows, self._rows, strict=True):
            label.setText(name)
            shown.set_text(value)
            shown.setAccessibleName(f"{name} {value}")

    def value(self, name: str) -> str:
        """Return the value that stands beside a name, or an empty text."""
        for label, shown in self._rows:
            if label.text() == name:
                return shown.full_text
        return ""

    def _add_row(self) -> None:
        label = TextLabel(kind=LabelKind.SMALL, tone=Tone.SECONDARY)
        shown = ElidedLabel(
            kind=LabelKind.SMALL, elide=Qt.TextElideMode.ElideMiddle, selectable=True
        )
        row = len(self._rows)
        top = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, row, 0, top)
        self._grid.addWidget(shown, row, 1, top)
        self._rows.append((label, shown))
