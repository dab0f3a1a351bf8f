"""Measures and draws what stands on a button: icon, text, arrow."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle

from rendermanager.ui.theme.icons import Icons
from rendermanager.ui.theme.tokens import TypeWeight, qcolor

_ARROW_PX: Final = 14
_GAP_PX: Final = 6


@dataclass(frozen=True, slots=True)
class ButtonLabel:
    """What stands on a button."""

    text: str
    icon: QIcon
    icon_size: QSize
    font: QFont
    enabled: bool = True
    has_arrow: bool = False
    """It opens a menu."""
    shows_mnemonic: bool = True
    """The letter after `&` is underlined."""

    @property
    def has_icon(self) -> bool:
        return not self.icon.isNull()


def bolder(font: QFont, weight: TypeWeight) -> QFont:
    """Return the same font in another weight."""
    other = QFont(font)
    other.setWeight(QFont.Weight(weight))
    return other


def label_size(label: ButtonLabel) -> QSize:
    """Return the room a label needs, without padding."""
    metrics = QFontMetrics(label.font)
    text = QSize(0, 0)
    if label.text:
        # One pixel more: the size is rounded down, and text is shortened for less than that.
        text = metrics.size(Qt.TextFlag.TextShowMnemonic, label.text) + QSize(1, 0)
    icon = label.icon_size if label.has_icon else QSize(0, 0)
    arrow = QSize(_ARROW_PX, _ARROW_PX) if label.has_arrow else QSize(0, 0)
    parts = [part for part in (icon, text, arrow) if part.width() > 0]
    width = sum(part.width() for part in parts) + _GAP_PX * max(0, len(parts) - 1)
    return QSize(width, max([metrics.height(), *(part.height() for part in parts)]))


def paint_label(
    painter: QPainter,
    rect: QRect,
    label: ButtonLabel,
    icons: Icons,
    colour: str,
    direction: Qt.LayoutDirection,
) -> None:
    """Draw a label in the middle of a rectangle, with the icon on the side where reading starts.

    The text is shortened where the button is narrower than its label.
    """
    needed = label_size(label).width()
    x = rect.left() + max(0, (rect.width() - needed) // 2)
    end = x + min(needed, rect.width())
    if label.has_icon:
        _paint_icon(
            painter, _slot(rect, x, label.icon_size.width(), direction), label, icons, colour
        )
        x += label.icon_size.width() + _GAP_PX
    if label.has_arrow:
        slot = _slot(rect, end - _ARROW_PX, _ARROW_PX, direction)
        icons.paint(painter, slot, "chevron-down", colour)
        end -= _ARROW_PX + _GAP_PX
    if label.text and end > x:
        _paint_text(painter, _slot(rect, x, end - x, direction), label, colour)


def _slot(rect: QRect, x: int, width: int, direction: Qt.LayoutDirection) -> QRect:
    return QStyle.visualRect(direction, rect, QRect(x, rect.top(), width, rect.height()))


def _paint_icon(
    painter: QPainter, slot: QRect, label: ButtonLabel, icons: Icons, colour: str
) -> None:
    size = label.icon_size
    box = QRect(0, 0, size.width(), size.height())
    box.moveCenter(slot.center())
    box.moveTop(slot.top() + (slot.height() - size.height()) // 2)
    name = icons.name_of(label.icon)
    if name is None:
        mode = QIcon.Mode.Normal if label.enabled else QIcon.Mode.Disabled
        label.icon.paint(painter, box, Qt.AlignmentFlag.AlignCenter, mode)
    else:
        icons.paint(painter, QRectF(box), name, colour)


def _paint_text(painter: QPainter, slot: QRect, label: ButtonLabel, colour: str) -> None:
    metrics = QFontMetrics(label.font)
    text = metrics.elidedText(
        label.text, Qt.TextElideMode.ElideRight, slot.width(), Qt.TextFlag.TextShowMnemonic.value
    )
    mnemonic = (
        Qt.TextFlag.TextShowMnemonic if label.shows_mnemonic else Qt.TextFlag.TextHideMnemonic
    )
    painter.setFont(label.font)
    painter.setPen(qcolor(colour))
    flags = Qt.AlignmentFlag.AlignCenter.value | mnemonic.value | Qt.TextFlag.TextSingleLine.value
    painter.drawText(slot, flags, text)
