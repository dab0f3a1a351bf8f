"""One cell of the queue while it is drawn: its room, its fonts, and colours for its ground."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter

from rendermanager.ui.paint import Line, Side, line_height, mirrored, paint_text
from rendermanager.ui.queue.times import Tone
from rendermanager.ui.theme import Theme, TypeSize, TypeWeight
from rendermanager.ui.theme.tokens import Tokens, readable

LINE_GAP_PX: Final = 3
_RIGHT: Final = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class Fonts:
    """What the rows are written in.

    Attributes:
        name: Names of jobs.
        body: The only or first line of other cells.
        small: Second lines.
        count: Numbers that count, on a second line.
    """

    name: QFont
    body: QFont
    small: QFont
    count: QFont

    @classmethod
    def of(cls, theme: Theme) -> "Fonts":
        """The fonts of a theme at its present size of text."""
        return cls(
            theme.font(TypeSize.BODY, TypeWeight.SEMIBOLD),
            theme.font(TypeSize.BODY),
            theme.font(TypeSize.SMALL),
            theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD),
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """Where and how to draw; laid out from left to right, and mirrored where reading goes left.

    Attributes:
        painter: Draws within this cell alone.
        rect: The whole cell.
        direction: The direction of the interface.
        ground: The colour behind, `#RRGGBB`.
        fonts: What is written in.
        tokens: The colours of the theme.
    """

    painter: QPainter
    rect: QRect
    direction: Qt.LayoutDirection
    ground: str
    fonts: Fonts
    tokens: Tokens

    @property
    def strong(self) -> str:
        """The colour of what is read first."""
        return self.tokens.text

    @property
    def quiet(self) -> str:
        """The colour of everything else, readable on this ground."""
        return readable(self.tokens.text2, self.ground, self.tokens.text)

    def toned(self, tone: Tone) -> str:
        """The colour of a tone, readable on this ground."""
        return readable(self.tokens.colour(tone.value), self.ground, self.tokens.text)

    def area(self, start: int, end: int) -> QRect:
        """The cell without its paddings."""
        return self.rect.adjusted(start, 0, -end, 0)

    def place(self, rect: QRect) -> QRect:
        """Where a rectangle lies in this direction."""
        return mirrored(self.direction, self.rect, rect)

    def lines(self, area: QRect, *, small: bool = False) -> tuple[QRect, QRect]:
        """The rooms of two lines of text, the same in every column."""
        first = line_height(self.fonts.small if small else self.fonts.body)
        second = line_height(self.fonts.small)
        top = area.top() + (area.height() - first - LINE_GAP_PX - second) // 2
        return (
            QRect(area.left(), top, area.width(), first),
            QRect(area.left(), top + first + LINE_GAP_PX, area.width(), second),
        )

    def text(
        self,
        area: QRect,
        text: str,
        font: QFont,
        colour: str,
        *,
        side: Side = Side.START,
        elide: Qt.TextElideMode = _RIGHT,
    ) -> int:
        """Draw one line, and tell its width."""
        line = Line(text, font, colour, side, elide)
        return paint_text(self.painter, self.place(area), line, self.direction)

    def one_line(
        self,
        text: str,
        area: QRect,
        colour: str,
        *,
        side: Side = Side.START,
        elide: Qt.TextElideMode = _RIGHT,
    ) -> None:
        """Draw the only line of a cell."""
        self.text(area, text, self.fonts.body, colour, side=side, elide=elide)
