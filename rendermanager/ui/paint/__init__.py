"""Painter functions that delegates and widgets share: they draw what they are given, no more."""

from rendermanager.ui.paint.bar import Bar, Segments, paint_bar, paint_segments
from rendermanager.ui.paint.pill import Pill, paint_pill, pill_width
from rendermanager.ui.paint.sparkline import paint_sparkline
from rendermanager.ui.paint.text import (
    Line,
    Side,
    line_height,
    mirrored,
    paint_text,
    reads_right_to_left,
    text_width,
)
from rendermanager.ui.paint.thumbnail import paint_thumbnail
from rendermanager.ui.theme.shapes import fill_round_rect, paint_focus_ring, snapped

__all__ = [
    "Bar",
    "Line",
    "Pill",
    "Segments",
    "Side",
    "fill_round_rect",
    "line_height",
    "mirrored",
    "paint_bar",
    "paint_focus_ring",
    "paint_pill",
    "paint_segments",
    "paint_sparkline",
    "paint_text",
    "paint_thumbnail",
    "pill_width",
    "reads_right_to_left",
    "snapped",
    "text_width",
]
