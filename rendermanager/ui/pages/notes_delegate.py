"""How the rows of the notification centre are drawn, and where their buttons are."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rendermanager.services.batches import Entry, NoteAction
from rendermanager.services.notes import NoteKind
from rendermanager.ui.pages.notes_model import (
    BELOW_ROLE,
    ENTRY_ROLE,
    FRESH_ROLE,
    OPEN_ROLE,
    TIME_ROLE,
    NotesModel,
)
from rendermanager.ui.paint import Line, Side, fill_round_rect, mirrored, paint_text
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import hairline
from rendermanager.ui.theme.tokens import (
    NAV_ICON_PX,
    PAGE_PADDING_PX,
    RADIUS_SMALL_PX,
    SPACE_1_PX,
    SPACE_2_PX,
    SPACE_3_PX,
    TypeSize,
    TypeWeight,
    qcolor,
    readable,
)

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_ROW_PX: Final = 56
_GAP_PX: Final = 2
_EDGE_PX: Final = 3
_DOT_PX: Final = 6
_CHEVRON_PX: Final = 14
_INDENT_PX: Final = 24
_LEAST_WORDS_PX: Final = 320
_MOST_BUTTONS: Final = 2
"""The others are in the context menu."""
_WIDEST_TIME: Final = "00:00"
_LOOKS: Final = {
    NoteKind.DONE: ("circle-check", "done"),
    NoteKind.WARNED: ("circle-alert", "done"),
    NoteKind.FAILED: ("circle-x", "failed"),
    NoteKind.FINISHED: ("list-video", "text2"),
    NoteKind.WAITS: ("triangle-alert", "paused"),
    NoteKind.TROUBLE: ("triangle-alert", "failed"),
}
"""Icon and colour of each kind; its title says the same in words."""


class NoteDelegate(QStyledItemDelegate):
    """Draws a note: icon, title over its sentence, buttons, and when; what is new has a dot."""

    def __init__(self, theme: Theme, notes: NotesModel, parent: QWidget) -> None:
        """Draw for one list."""
        super().__init__(parent)
        self._notes = notes
        self._theme = theme
        self.hovered: tuple[int, NoteAction] | None = None
        """Row and action of the button that the pointer is on."""

    def buttons(
        self, rect: QRect, direction: Qt.LayoutDirection, index: _Index
    ) -> list[tuple[QRect, NoteAction]]:
        """Where the buttons of a row stand, as many as there is room for."""
        entry: Entry = index.data(ENTRY_ROLE)
        metrics = QFontMetrics(self._action_font())
        right = self._time_room(rect, str(index.data(TIME_ROLE))).left() - SPACE_3_PX
        least = rect.left() + self._theme.scaled(_LEAST_WORDS_PX)
        found = []
        for action in reversed(entry.actions[:_MOST_BUTTONS]):
            width = metrics.horizontalAdvance(self._notes.action_text(action, entry))
            room = QRect(right - width - 2 * SPACE_2_PX, 0, width + 2 * SPACE_2_PX, 0)
            room.setHeight(metrics.height() + 2 * SPACE_1_PX)
            room.moveTop(rect.top() + (rect.height() - room.height()) // 2)
            if room.left() < least:
                break
            found.append((mirrored(direction, rect, room), action))
            right = room.left() - SPACE_1_PX
        return found

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._theme.scaled(_ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        ground = self._paint_ground(painter, option)
        side = self._theme.scaled(NAV_ICON_PX)
        rect: QRect = option.rect
        left = self._paint_marks(painter, option, index, side)
        right = self._paint_time(painter, option, index.data(TIME_ROLE), ground)
        right = self._paint_buttons(painter, option, index, ground, right)
        self._paint_words(
            painter, option, index, QRect(left, rect.top(), right - left, rect.height()), ground
        )
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> str:
        """Fill the row; tells the colour it has now."""
        tokens, rect = self._theme.tokens, option.rect
        ground = tokens.surface
        active = bool(option.state & _State.State_Active)
        if option.state & _State.State_Selected:
            ground = tokens.selection if active else tokens.selection_inactive
        elif option.state & _State.State_MouseOver:
            ground = tokens.hover
        painter.fillRect(rect, qcolor(ground))
        line = hairline(painter)
        below = QRectF(rect.left(), rect.bottom() + 1 - line, rect.width(), line)
        painter.fillRect(below, qcolor(tokens.border))
        if option.state & _State.State_Selected:
            edge = QRect(rect.left(), rect.top(), _EDGE_PX, rect.height())
            colour = tokens.accent if active else tokens.border_strong
            painter.fillRect(mirrored(option.direction, rect, edge), qcolor(colour))
        return ground

    def _paint_marks(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, side: int
    ) -> int:
        """Draw the icon, and the dot of what is new; tells where the words begin."""
        rect, direction = option.rect, option.direction
        entry: Entry = index.data(ENTRY_ROLE)
        kind = NoteKind.FINISHED if entry.is_batch else entry.note.kind
        icon, colour = _LOOKS[kind]
        left = rect.left() + PAGE_PADDING_PX
        chevron = QRect(left, 0, _CHEVRON_PX, _CHEVRON_PX)
        chevron.moveTop(rect.top() + (rect.height() - _CHEVRON_PX) // 2)
        if entry.is_batch:
            closed = (
                "chevron-right" if direction == Qt.LayoutDirection.LeftToRight else "chevron-left"
            )
            name = "chevron-down" if index.data(OPEN_ROLE) else closed
            self._theme.icons.paint(painter, mirrored(direction, rect, chevron), name, "text2")
        indent = _INDENT_PX if index.data(BELOW_ROLE) else 0
        room = QRect(left + _CHEVRON_PX + SPACE_1_PX + indent, 0, side, side)
        room.moveTop(rect.top() + (rect.height() - side) // 2)
        self._theme.icons.paint(painter, mirrored(direction, rect, room), icon, colour)
        if index.data(FRESH_ROLE):
            dot = QRect(rect.left() + _EDGE_PX + SPACE_1_PX // 2, 0, _DOT_PX, _DOT_PX)
            dot.moveTop(rect.top() + (rect.height() - _DOT_PX) // 2)
            where = mirrored(direction, rect, dot)
            fill_round_rect(painter, where, _DOT_PX / 2, self._theme.tokens.accent)
        return room.right() + 1 + SPACE_3_PX

    def _paint_time(
        self, painter: QPainter, option: QStyleOptionViewItem, text: str, ground: str
    ) -> int:
        """Draw when it was; tells where the room before it ends."""
        tokens, rect = self._theme.tokens, option.rect
        room = self._time_room(rect, text)
        font = self._theme.font(TypeSize.SMALL)
        line = Line(text, font, readable(tokens.text2, ground, tokens.text), Side.END)
        paint_text(painter, mirrored(option.direction, rect, room), line, option.direction)
        return room.left() - SPACE_2_PX

    def _time_room(self, rect: QRect, text: str) -> QRect:
        """Where the time stands, in a row that reads from left to right; a column for all rows."""
        metrics = QFontMetrics(self._theme.font(TypeSize.SMALL))
        least = metrics.horizontalAdvance(_WIDEST_TIME)
        width = max(metrics.horizontalAdvance(text), least) + SPACE_1_PX
        return QRect(rect.right() - PAGE_PADDING_PX - width, rect.top(), width, rect.height())

    def _paint_buttons(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        ground: str,
        right: int,
    ) -> int:
        """Draw what can be done; tells where the room before it ends."""
        tokens, direction = self._theme.tokens, option.direction
        font, entry = self._action_font(), index.data(ENTRY_ROLE)
        for room, action in self.buttons(option.rect, direction, index):
            hovered = self.hovered == (index.row(), action)
            if hovered:
                fill_round_rect(painter, room, RADIUS_SMALL_PX, tokens.raised)
            colour = readable(tokens.accent, tokens.raised if hovered else ground, tokens.text)
            text = self._notes.action_text(action, entry)
            paint_text(painter, room, Line(text, font, colour, Side.CENTRE), direction)
            plain = mirrored(direction, option.rect, room)
            right = min(right, plain.left() - SPACE_2_PX)
        return right

    def _action_font(self) -> QFont:
        return self._theme.font(TypeSize.SMALL, TypeWeight.MEDIUM)

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        room: QRect,
        ground: str,
    ) -> None:
        tokens, direction = self._theme.tokens, option.direction
        text = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        weight = TypeWeight.SEMIBOLD if index.data(FRESH_ROLE) else TypeWeight.MEDIUM
        title_font, small = (
            self._theme.font(TypeSize.BODY, weight),
            self._theme.font(TypeSize.SMALL),
        )
        first, second = QFontMetrics(title_font).height(), QFontMetrics(small).height()
        lines = first + _GAP_PX + second if text else first
        top = room.top() + (room.height() - lines) // 2
        title = QRect(room.left(), top, room.width(), first)
        below = QRect(room.left(), top + first + _GAP_PX, room.width(), second)
        words = [(title, Line(str(index.data()), title_font, tokens.text))]
        if text:
            quiet = readable(tokens.text2, ground, tokens.text)
            words.append((below, Line(text, small, quiet)))
        for place, line in words:
            paint_text(painter, mirrored(direction, option.rect, place), line, direction)
