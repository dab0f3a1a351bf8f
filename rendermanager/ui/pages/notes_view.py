"""The list of what has happened and how its rows are drawn."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rendermanager.services.notes import Note, NoteKind
from rendermanager.ui.pages.notes_model import FRESH_ROLE, NOTE_ROLE, TIME_ROLE, NotesModel
from rendermanager.ui.paint import Line, Side, fill_round_rect, mirrored, paint_text
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.shapes import hairline
from rendermanager.ui.theme.tokens import (
    NAV_ICON_PX,
    PAGE_PADDING_PX,
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
    """Draws a note: icon, title over its sentence, and when; what is new has a dot."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Draw for one list."""
        super().__init__(parent)
        self._theme = theme

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
        note: Note = index.data(NOTE_ROLE)
        icon, colour = _LOOKS[note.kind]
        room = QRect(rect.left() + PAGE_PADDING_PX, 0, side, side)
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
        font = self._theme.font(TypeSize.SMALL)
        width = QFontMetrics(font).horizontalAdvance(text) + SPACE_1_PX
        room = QRect(rect.right() - PAGE_PADDING_PX - width, rect.top(), width, rect.height())
        line = Line(text, font, readable(tokens.text2, ground, tokens.text), Side.END)
        paint_text(painter, mirrored(option.direction, rect, room), line, option.direction)
        return room.left() - SPACE_2_PX

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        room: QRect,
        ground: str,
    ) -> None:
        tokens, direction = self._theme.tokens, option.direction
        note: Note = index.data(NOTE_ROLE)
        weight = TypeWeight.SEMIBOLD if index.data(FRESH_ROLE) else TypeWeight.MEDIUM
        title_font, small = (
            self._theme.font(TypeSize.BODY, weight),
            self._theme.font(TypeSize.SMALL),
        )
        first, second = QFontMetrics(title_font).height(), QFontMetrics(small).height()
        lines = first + _GAP_PX + second if note.text else first
        top = room.top() + (room.height() - lines) // 2
        title = QRect(room.left(), top, room.width(), first)
        below = QRect(room.left(), top + first + _GAP_PX, room.width(), second)
        words = [(title, Line(note.title, title_font, tokens.text))]
        if note.text:
            quiet = readable(tokens.text2, ground, tokens.text)
            words.append((below, Line(note.text, small, quiet)))
        for place, line in words:
            paint_text(painter, mirrored(direction, option.rect, place), line, direction)


class NotesView(QListView):
    """The list.

    Signals:
        opened: The `Note` that was clicked, or chosen with Return.
    """

    opened = Signal(object)

    def __init__(self, model: NotesModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(parent)
        self._notes = model
        self.setModel(model)
        self.setItemDelegate(NoteDelegate(theme, self))
        self.setAccessibleName(self.tr("Notifications"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._notes.note(index.row()))
