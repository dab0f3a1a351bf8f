"""Keeps where the window stood and how wide its parts were, in one small JSON file."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rendermanager.config.private import write_private
from rendermanager.services.notes import Marks

QUEUE: Final = "queue"
HISTORY: Final = "history"
RESOURCES: Final = "resources"
PRESETS: Final = "presets"
NOTES: Final = "notes"
SETTINGS: Final = "settings"
FILE_NAME: Final = "layout.json"
VERSION: Final = 1
DESIGN_WIDTH_PX: Final = 1360
DESIGN_HEIGHT_PX: Final = 820
MIN_WIDTH_PX: Final = 900
MIN_HEIGHT_PX: Final = 600
INSPECTOR_WIDTH_PX: Final = 346
_GRIP_PX: Final = 120
"""So much of the title bar has to be on a screen for a window to be caught with the pointer."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the desktop, in device-independent pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the window looked when it was closed.

    Attributes:
        version: Of this format; files of another version are passed over.
        frame: Where it stood when it was neither maximized nor minimized; None centres it.
        maximized: Whether it filled its screen.
        inspector: Whether the inspector was open.
        inspector_width: Its width beside the queue, in pixels.
        gauges: Whether the load of the machine was shown.
        view: Id of the view that was shown.
        notes: How far the notifications were read and cleared.
        columns: Widths and hidden columns of the queue, as its view keeps them.
    """

    version: int = VERSION
    frame: Box | None = None
    maximized: bool = False
    inspector: bool = True
    inspector_width: int = INSPECTOR_WIDTH_PX
    gauges: bool = True
    view: str = QUEUE
    notes: Marks = field(default_factory=Marks)
    columns: Mapping[str, object] = field(default_factory=dict)


def load_layout(path: Path) -> Layout:
    """The layout in `path`; the design's own when it is missing, damaged or of another version."""
    try:
        layout = msgspec.json.decode(path.read_bytes(), type=Layout)
    except FileNotFoundError:
        return Layout()
    except (OSError, msgspec.MsgspecError) as error:
        _log.info("the layout cannot be used, taking the usual one: %s", error)
        return Layout()
    return layout if layout.version == VERSION else Layout()


def save_layout(path: Path, layout: Layout) -> None:
    """Write the layout in one step; one that cannot be written is not worth a word to anybody."""
    try:
        write_private(
            path, msgspec.json.format(msgspec.json.encode(layout), indent=2), durable=False
        )
    except OSError as error:
        _log.info("the layout could not be saved: %s", error)


def put_in_place(window: QWidget, layout: Layout) -> None:
    """Put the window where it was, as far as the screens of today allow."""
    screens = [
        Box(each.x(), each.y(), each.width(), each.height())
        for each in (screen.availableGeometry() for screen in QGuiApplication.screens())
    ]
    box = placed(layout.frame, screens)
    window.setGeometry(box.x, box.y, box.width, box.height)
    if layout.maximized:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def placed(wanted: Box | None, screens: Sequence[Box]) -> Box:
    """Where to put the window so that it can be seen and caught.

    Args:
        wanted: Where it stood last; None for a first start.
        screens: The usable part of each screen, the main one first; at least one.
    """
    if wanted is not None:
        home = max(screens, key=lambda screen: _shared(_title_bar(wanted), screen))
        if _shared(_title_bar(wanted), home) > 0:
            return _fitted(wanted, home)
    main = screens[0]
    width = min(wanted.width if wanted else DESIGN_WIDTH_PX, main.width)
    height = min(wanted.height if wanted else DESIGN_HEIGHT_PX, main.height)
    x = main.x + (main.width - width) // 2
    y = main.y + (main.height - height) // 2
    return Box(x, y, width, height)


def _fitted(box: Box, screen: Box) -> Box:
    width = min(max(box.width, MIN_WIDTH_PX), screen.width)
    height = min(max(box.height, MIN_HEIGHT_PX), screen.height)
    right, bottom = screen.x + screen.width, screen.y + screen.height
    x = min(max(box.x, screen.x - width + _GRIP_PX), right - _GRIP_PX)
    y = min(max(box.y, screen.y), bottom - _GRIP_PX)
    return Box(x, y, width, height)


def _title_bar(box: Box) -> Box:
    return Box(box.x, box.y, box.width, min(box.height, _GRIP_PX))


def _shared(one: Box, other: Box) -> int:
    """Square pixels that both cover."""
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0, width) * max(0, height)
