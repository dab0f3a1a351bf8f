"""Draws the line icons in the colours of the theme, sharp at every pixel ratio."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rendermanager.config.resources import resource
from rendermanager.ui.theme.shapes import device_ratio
from rendermanager.ui.theme.tokens import ICON_PX, Tokens

_VIEW_BOX_PX: Final = 24
# A line of two units is too thin in a small icon and too heavy in a large one.
_THINNEST_LINE_PX: Final = 1.3
_THICKEST_LINE_PX: Final = 2.0
_CACHE_LIMIT: Final = 2000
_COLOUR_MARK: Final = "@"


class Icons:
    """Every icon of the interface, tinted on demand.

    A colour is the name of a token (`"text2"`, `"failed"`) or `#RRGGBB`. The icons returned by
    `icon` look their token up each time they are drawn, so a change of theme needs no new icons.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    @property
    def tokens(self) -> Tokens:
        """The colours icons are drawn in."""
        return self._tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours from now on."""
        self._tokens = tokens

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Return an icon for buttons and actions; grey where they are disabled.

        Raises:
            FileNotFoundError: there is no icon of this name.
        """
        _source(name)
        return QIcon(_Engine(self, name, colour))

    def pixmap(
        self, name: str, colour: str = "text", size: int = ICON_PX, ratio: float = 1.0
    ) -> QPixmap:
        """Return one picture.

        Args:
            name: The icon's name, without folder and ending.
            colour: The name of a token, or `#RRGGBB`.
            size: Width and height in device-independent pixels.
            ratio: Device pixels per device-independent pixel.

        Raises:
            FileNotFoundError: there is no icon of this name.
        """
        key = (name, self._tokens.colour(colour), size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            if len(self._pixmaps) >= _CACHE_LIMIT:
                self._pixmaps.clear()
            found = self._pixmaps[key] = _render(*key)
        return found

    def name_of(self, icon: QIcon) -> str | None:
        """Return the name of an icon that was made here in the colour of text, else None.

        A control that draws its label in another colour draws such an icon in it, too.
        """
        name, _, colour = icon.name().partition(_COLOUR_MARK)
        return name if colour == "text" else None

    def paint(
        self, painter: QPainter, rect: QRect | QRectF, name: str, colour: str = "text"
    ) -> None:
        """Draw an icon in the middle of a rectangle, as large as fits, on whole device pixels."""
        size = int(min(rect.width(), rect.height()))
        if size <= 0:
            return
        ratio = device_ratio(painter)
        corner = QRectF(rect).center() - QPointF(size / 2, size / 2)
        aligned = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
        painter.drawPixmap(aligned, self.pixmap(name, colour, size, ratio))


class _Engine(QIconEngine):
    """Lets a `QIcon` ask for its picture when it is drawn."""

    # Qt owns a clone but does not keep the Python half of it alive; clones are rare.
    _clones: Final[list["_Engine"]] = []

    def __init__(self, icons: Icons, name: str, colour: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        self._icons.paint(painter, rect, self._name, self._colour_in(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # `size` is in device-independent pixels
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        side = max(1, min(size.width(), size.height()))
        return self._icons.pixmap(self._name, self._colour_in(mode), side, scale)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        side = min(size.width(), size.height())
        return QSize(side, side)

    def iconName(self) -> str:
        return f"{self._name}{_COLOUR_MARK}{self._colour}"

    def key(self) -> str:
        return "rendermanager"

    def isNull(self) -> bool:
        return False

    def clone(self) -> QIconEngine:
        copy = _Engine(self._icons, self._name, self._colour)
        self._clones.append(copy)
        return copy

    def _colour_in(self, mode: QIcon.Mode) -> str:
        return "text3" if mode == QIcon.Mode.Disabled else self._colour


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _render(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    line_px = min(max(2 * size / _VIEW_BOX_PX, _THINNEST_LINE_PX), _THICKEST_LINE_PX)
    svg = _source(name).replace("currentColor", colour)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{line_px * _VIEW_BOX_PX / size:.3f}"')
    return render_svg(svg, size, ratio)


def render_svg(svg: str, size: int, ratio: float) -> QPixmap:
    """Draw a square SVG document on transparent ground."""
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(
        painter, QRectF(QPointF(QPoint(0, 0)), QSize(side, side))
    )
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
