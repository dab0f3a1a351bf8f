"""The list of presets and how its rows are drawn."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rendermanager.renderers.api import Preset
from rendermanager.ui.language.said import said
from rendermanager.ui.pages.presets_model import (
    ENTRY_ROLE,
    FAVOURITE_ROLE,
    UNSAVED_ROLE,
    Heading,
    PresetsModel,
)
from rendermanager.ui.paint import Line, mirrored, paint_text
from rendermanager.ui.theme.manager import Theme
from rendermanager.ui.theme.tokens import (
    ICON_PX,
    PAGE_PADDING_PX,
    SPACE_1_PX,
    SPACE_2_PX,
    TypeSize,
    TypeWeight,
    qcolor,
    readable,
)

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_ROW_PX: Final = 52
_HEADING_PX: Final = 34
_GAP_PX: Final = 2
_EDGE_PX: Final = 3


class PresetDelegate(QStyledItemDelegate):
    """Draws headings, and presets with a lock where they cannot be changed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Draw for one list."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        is_heading = isinstance(index.data(ENTRY_ROLE), Heading)
        return QSize(0, self._theme.scaled(_HEADING_PX if is_heading else _ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        if isinstance(entry, Heading):
            self._paint_heading(painter, option, entry)
        else:
            self._paint_preset(painter, option, entry, _marks(index, entry))
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading
    ) -> None:
        tokens = self._theme.tokens
        painter.fillRect(option.rect, qcolor(tokens.surface))
        room = option.rect.adjusted(PAGE_PADDING_PX, SPACE_2_PX, -SPACE_2_PX, 0)
        font = self._theme.font(TypeSize.SMALL, TypeWeight.SEMIBOLD)
        line = Line(heading.title, font, tokens.text2)
        paint_text(painter, mirrored(option.direction, option.rect, room), line, option.direction)

    def _paint_preset(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        preset: Preset,
        marks: Sequence[tuple[str, str]],
    ) -> None:
        tokens, rect, direction = self._theme.tokens, option.rect, option.direction
        ground = tokens.surface
        chosen = bool(option.state & _State.State_Selected)
        active = bool(option.state & _State.State_Active)
        if chosen:
            ground = tokens.selection if active else tokens.selection_inactive
        painter.fillRect(rect, qcolor(ground))
        if chosen:
            edge = QRect(rect.left(), rect.top(), _EDGE_PX, rect.height())
            colour = tokens.accent if active else tokens.border_strong
            painter.fillRect(mirrored(direction, rect, edge), qcolor(colour))
        right = self._paint_marks(painter, option, marks)
        name_font = self._theme.font(TypeSize.BODY, TypeWeight.SEMIBOLD)
        small = self._theme.font(TypeSize.SMALL)
        first, second = QFontMetrics(name_font).height(), QFontMetrics(small).height()
        left = rect.left() + PAGE_PADDING_PX
        top = rect.top() + (rect.height() - first - _GAP_PX - second) // 2
        name = QRect(left, top, right - left, first)
        below = QRect(left, top + first + _GAP_PX, right - left, second)
        quiet = readable(tokens.text2, ground, tokens.text)
        for room, line in (
            (name, Line(said(preset.label), name_font, tokens.text)),
            (below, Line(said(preset.description) or preset.name, small, quiet)),
        ):
            paint_text(painter, mirrored(direction, rect, room), line, direction)

    def _paint_marks(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        marks: Sequence[tuple[str, str]],
    ) -> int:
        """Draw what stands at the end of the row; tells where the room before it ends."""
        side = self._theme.scaled(ICON_PX)
        right = option.rect.right() - PAGE_PADDING_PX
        for icon, colour in marks:
            room = QRect(right - side, 0, side, side)
            room.moveTop(option.rect.top() + (option.rect.height() - side) // 2)
            where = mirrored(option.direction, option.rect, room)
            self._theme.icons.paint(painter, where, icon, colour)
            right -= side + SPACE_1_PX
        return right - SPACE_2_PX


def _marks(index: _Index, preset: Preset) -> list[tuple[str, str]]:
    """Icon and colour of what stands at the end of a row, the outermost first."""
    marks = [("lock", "text3")] if not preset.file else []
    if index.data(FAVOURITE_ROLE):
        marks.append(("star", "paused"))
    if index.data(UNSAVED_ROLE):
        marks.append(("pencil", "accent"))
    return marks


class PresetsView(QListView):
    """The list.

    Signals:
        chosen: The `Preset` that is marked now, or None.
    """

    chosen = Signal(object)

    def __init__(self, model: PresetsModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(parent)
        self._presets = model
        self.setModel(model)
        self.setItemDelegate(PresetDelegate(theme, self))
        self.setAccessibleName(self.tr("Presets"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        theme.changed.connect(self.viewport().update)

    @property
    def preset(self) -> Preset | None:
        """The preset that is marked."""
        index = self.currentIndex()
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        return entry if isinstance(entry, Preset) else None

    def choose(self, name: str) -> None:
        """Mark a preset by its name; the first one when it is not shown."""
        row = self._presets.row_of(name)
        row = row if row >= 0 else self._presets.first_row()
        if row >= 0:
            self.setCurrentIndex(self._presets.index(row))
        else:
            self.chosen.emit(None)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.preset)
