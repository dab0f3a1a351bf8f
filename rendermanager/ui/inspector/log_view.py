"""Shows the lines of a log: coloured by how bad they sound, filtered, searched, followed."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from rendermanager.ui.inspector.log_tail import MAX_LINES, LogLine, Severity, first_error
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import TypeSize, mix, qcolor, readable

MAX_MARKS: Final = 500
"""Most finds that are marked at once."""
_MARK_SHARE: Final = 0.35


class LogView(QPlainTextEdit):
    """The text of a log; keeps what a filter hides, up to `MAX_LINES` lines in all.

    Signals:
        following_changed: Whether new lines are scrolled into sight.
    """

    following_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._lines: deque[LogLine] = deque(maxlen=MAX_LINES)
        self._least = Severity.PLAIN
        self._follows = True
        self._filling = False
        self._words = ""
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setMaximumBlockCount(MAX_LINES)
        self.setAccessibleName(self.tr("Log"))
        self.set_wrapped(wrapped=False)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._on_theme_changed)
        self.setFont(theme.mono_font(TypeSize.SMALL))

    @property
    def lines(self) -> tuple[LogLine, ...]:
        """All lines, hidden ones too."""
        return tuple(self._lines)

    @property
    def follows(self) -> bool:
        """Whether new lines are scrolled into sight."""
        return self._follows

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show these lines in place of all before."""
        self._lines.clear()
        self._lines.extend(lines)
        self._refill()

    def add_lines(self, lines: Sequence[LogLine]) -> None:
        """Put lines at the end."""
        self._lines.extend(lines)
        self._append(self._seen(lines))
        if self._words:
            self._mark_finds()

    def set_filter(self, least: Severity) -> None:
        """Hide what sounds better than this."""
        if least is not self._least:
            self._least = least
            self._refill()

    def set_follows(self, follows: bool) -> None:
        """Scroll to the end now and with each new line, or stay."""
        self._set_follows(follows)
        if follows:
            self._to_end()

    def set_wrapped(self, wrapped: bool) -> None:
        """Break long lines, or let them run out of sight."""
        modes = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(modes.WidgetWidth if wrapped else modes.NoWrap)

    def show_first_error(self, detail: str = "") -> bool:
        """Scroll to the line that tells why it failed.

        Args:
            detail: The line itself, where it is known.

        Returns:
            Whether there is one.
        """
        seen = list(self._seen(self._lines))
        number = first_error(seen, detail)
        if number < 0:
            return False
        self._set_follows(False)
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.horizontalScrollBar().setValue(0)
        return True

    def find_words(self, words: str) -> int:
        """Mark every find and go to the first one.

        Returns:
            How many were marked, at most `MAX_MARKS`.
        """
        self._words = words
        found = self._mark_finds()
        if found:
            # A longer word is looked for from where the shorter one was found.
            cursor = self.textCursor()
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self.find_next()
        return found

    def find_next(self, *, backward: bool = False) -> bool:
        """Go to the next find, from the end on to the beginning."""
        if not self._words:
            return False
        flag = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if self.find(self._words, flag):
            found = True
        else:
            ends = QTextCursor.MoveOperation
            self.moveCursor(ends.End if backward else ends.Start)
            found = self.find(self._words, flag)
        if found:
            self._set_follows(False)
        return found

    # ------------------------------------------------------------------ text

    def _seen(self, lines: Iterable[LogLine]) -> Iterator[LogLine]:
        return (line for line in lines if line.severity >= self._least)

    def _refill(self) -> None:
        self.clear()
        self._append(self._seen(self._lines))
        self._mark_finds()

    def _append(self, lines: Iterable[LogLine]) -> None:
        self._filling = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        started = not self.document().isEmpty()
        for severity, run in groupby(lines, lambda line: line.severity):
            text = "\n".join(line.text for line in run)
            cursor.insertText(("\n" if started else "") + text, self._format(severity))
            started = True
        cursor.endEditBlock()
        if self._follows:
            self._to_end()
        self._filling = False

    def _format(self, severity: Severity) -> QTextCharFormat:
        tokens = self._theme.tokens
        colour = {
            Severity.PLAIN: tokens.text,
            Severity.WARNING: readable(tokens.paused, tokens.field, tokens.text),
            Severity.ERROR: readable(tokens.failed, tokens.field, tokens.text),
        }[severity]
        shape = QTextCharFormat()
        shape.setForeground(qcolor(colour))
        return shape

    def _mark_finds(self) -> int:
        tokens = self._theme.tokens
        ground = QColor(mix(tokens.paused, tokens.field, _MARK_SHARE))
        marks: list[QTextEdit.ExtraSelection] = []
        cursor = QTextCursor(self.document())
        while self._words and len(marks) < MAX_MARKS:
            cursor = self.document().find(self._words, cursor)
            if cursor.isNull():
                break
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(ground)
            marks.append(mark)
        self.setExtraSelections(marks)
        return len(marks)

    # ------------------------------------------------------------------ scrolling

    def _to_end(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _set_follows(self, follows: bool) -> None:
        if follows != self._follows:
            self._follows = follows
            self.following_changed.emit(follows)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        """A person who scrolls up wants to read; who scrolls to the end wants what comes."""
        if not self._filling and self.isVisible():
            self._set_follows(value >= self.verticalScrollBar().maximum())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.mono_font(TypeSize.SMALL))
        self._refill()
