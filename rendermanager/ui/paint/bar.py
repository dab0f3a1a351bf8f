"""Draws progress: a flat bar, a moving segment, or the parts of a group."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from rendermanager.ui.theme.shapes import fill_round_rect, snapped
from rendermanager.ui.theme.tokens import BAR_HEIGHT_PX, Tokens, qcolor

_MOVING_SHARE: Final = 0.28
"""How much of the bar the moving segment covers."""
_SEGMENT_GAP_PX: Final = 2
_NARROWEST_SEGMENT_PX: Final = 4
_RIGHT_TO_LEFT: Final = Qt.LayoutDirection.RightToLeft


@dataclass(frozen=True, slots=True)
class Segments:
    """How many members of a group stand where."""

    done: int = 0
    running: int = 0
    failed: int = 0
    waiting: int = 0
    ground: str = ""
    """The colour of the row behind, where it is not the ordinary one."""

    @property
    def total(self) -> int:
        return self.done + self.running + self.failed + self.waiting


@dataclass(frozen=True, slots=True)
class Bar:
    """What a bar shows."""

    fraction: float | None
    """From 0 to 1, or None where the end is not known: a segment is drawn instead."""
    colour: str = "rendering"
    """The name of a token, or `#RRGGBB`."""
    phase: float = 0.0
    """Where the moving segment is, from 0 to 1; at 1 it is back at 0."""
    ground: str = ""
    """The colour of the row behind, where it is not the ordinary one."""


def paint_bar(
    painter: QPainter,
    rect: QRect,
    bar: Bar,
    tokens: Tokens,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Draw a flat bar in the vertical middle of a rectangle; it grows from where reading starts."""
    track = _track(painter, rect)
    radius = track.height() / 2
    fill_round_rect(painter, track, radius, tokens.track_on(bar.ground))
    if bar.fraction is None:
        part = _moving_part(track, bar.phase)
    else:
        share = min(max(bar.fraction, 0.0), 1.0)
        if share == 0:
            return
        # Never narrower than its own height: the first frame is to be seen.
        part = QRectF(track)
        part.setWidth(max(track.height(), track.width() * share))
    _fill_inside(painter, track, _visual(direction, track, part), tokens.colour(bar.colour))


def paint_segments(
    painter: QPainter,
    rect: QRect,
    segments: Segments,
    tokens: Tokens,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Draw the bar of a group: done, running, failed and waiting, each as wide as its share."""
    track = _track(painter, rect)
    parts = [
        (count, colour)
        for count, colour in (
            (segments.done, tokens.done),
            (segments.running, tokens.rendering),
            (segments.failed, tokens.failed),
            (segments.waiting, tokens.track_on(segments.ground)),
        )
        if count > 0
    ]
    if not parts:
        fill_round_rect(painter, track, track.height() / 2, tokens.track_on(segments.ground))
        return
    x = track.left()
    widths = _segment_widths([count for count, _ in parts], track.width())
    for width, (_, colour) in zip(widths, parts, strict=True):
        part = _visual(direction, track, QRectF(x, track.top(), width, track.height()))
        _fill_inside(painter, track, part, colour, radius=0)
        x += width + _SEGMENT_GAP_PX


def _segment_widths(counts: list[int], room: float) -> list[float]:
    free = room - _SEGMENT_GAP_PX * (len(counts) - 1) - _NARROWEST_SEGMENT_PX * len(counts)
    total = sum(counts)
    return [_NARROWEST_SEGMENT_PX + max(0.0, free) * count / total for count in counts]


def _track(painter: QPainter, rect: QRect) -> QRectF:
    height = min(BAR_HEIGHT_PX, rect.height())
    top = rect.top() + (rect.height() - height) / 2
    return snapped(painter, QRectF(rect.left(), top, rect.width(), height))


def _moving_part(track: QRectF, phase: float) -> QRectF:
    width = track.width() * _MOVING_SHARE
    travel = track.width() + width
    return QRectF(track.left() - width + travel * (phase % 1.0), track.top(), width, track.height())


def _visual(direction: Qt.LayoutDirection, bounds: QRectF, part: QRectF) -> QRectF:
    if direction != _RIGHT_TO_LEFT:
        return part
    return part.translated(bounds.left() + bounds.right() - part.right() - part.left(), 0)


def _fill_inside(
    painter: QPainter, track: QRectF, part: QRectF, colour: str, radius: float | None = None
) -> None:
    """Fill a part of the bar without leaving its rounded outline."""
    corner = track.height() / 2
    outline = QPainterPath()
    outline.addRoundedRect(track, corner, corner)
    inside = QPainterPath()
    own = corner if radius is None else radius
    inside.addRoundedRect(part, own, own)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(inside.intersected(outline), qcolor(colour))
    painter.restore()
