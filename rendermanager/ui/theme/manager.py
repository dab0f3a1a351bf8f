"""Keeps one theme on the whole application and follows the system where that is wished."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication, QToolTip

from rendermanager.ui.theme.fonts import choose_family, make_font, make_mono_font
from rendermanager.ui.theme.icons import Icons
from rendermanager.ui.theme.palette import build_palette
from rendermanager.ui.theme.sheet import build_sheet
from rendermanager.ui.theme.style import RenderStyle
from rendermanager.ui.theme.tokens import DARK, LIGHT, Tokens, TypeSize, TypeWeight

# Classes whose every text is a name of something: one step heavier than running text.
_MEDIUM_CLASSES: Final = ("QHeaderView", "QTabBar")


class ThemeMode(StrEnum):
    """Which theme the user wants."""

    SYSTEM = "system"
    """The one of the desktop; dark where it does not say."""
    DARK = "dark"
    """Always dark."""
    LIGHT = "light"
    """Always light."""


def tokens_for(mode: ThemeMode, system: Qt.ColorScheme) -> Tokens:
    """Return the colours for what the user wants and what the system says."""
    if mode is ThemeMode.SYSTEM:
        return LIGHT if system == Qt.ColorScheme.Light else DARK
    return LIGHT if mode is ThemeMode.LIGHT else DARK


class Theme(QObject):
    """The look of the application: colours, fonts and icons.

    Make it before the first window and call `apply` at once, so that nothing is ever shown in
    other colours.

    Signals:
        changed: Colours or fonts are different now, and the application already has them. What
            paints itself needs an `update`; icons and style sheets follow by themselves.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        mode: ThemeMode = ThemeMode.SYSTEM,
        *,
        text_scale: float = 1.0,
        prefer_bundled_font: bool = False,
    ) -> None:
        """Prepare a theme.

        Args:
            app: The application to dress.
            mode: Which theme the user wants.
            text_scale: The user's text size, 1.0 for the design's own.
            prefer_bundled_font: Use the bundled font even where the system has a good one.
        """
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._text_scale = text_scale
        self._family = choose_family(prefer_bundled=prefer_bundled_font)
        self._icons = Icons(self._wanted_tokens())
        self._fonts: dict[tuple[TypeSize, TypeWeight], QFont] = {}
        self._applied = False

    @property
    def mode(self) -> ThemeMode:
        """Which theme the user wants."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._icons.tokens

    @property
    def icons(self) -> Icons:
        """The icons in those colours."""
        return self._icons

    @property
    def text_scale(self) -> float:
        """The user's text size, 1.0 for the design's own."""
        return self._text_scale

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Return an icon that follows the theme; see `Icons.icon`."""
        return self._icons.icon(name, colour)

    def font(
        self, size: TypeSize = TypeSize.BODY, weight: TypeWeight = TypeWeight.REGULAR
    ) -> QFont:
        """Return one font of the type scale; the same object each time, so do not change it."""
        found = self._fonts.get((size, weight))
        if found is None:
            found = make_font(self._family, size, weight, self._text_scale)
            self._fonts[size, weight] = found
        return found

    def mono_font(self, size: TypeSize = TypeSize.SMALL) -> QFont:
        """Return the fixed-pitch font, for logs and commands."""
        return make_mono_font(size, self._text_scale)

    def scaled(self, length_px: int) -> int:
        """Return a length that has to grow with the text, such as the height of a row."""
        return round(length_px * max(1.0, self._text_scale))

    def apply(self) -> None:
        """Dress the application; call once, before the first window is made."""
        if not self._applied:
            self._applied = True
            self._app.setStyle(RenderStyle(self._icons))
            self._tell_platform()
            self._app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._dress()

    def set_mode(self, mode: ThemeMode) -> None:
        """Switch to another theme."""
        if mode is self._mode:
            return
        self._mode = mode
        if self._applied:
            self._tell_platform()
            self._refresh()

    def set_text_scale(self, scale: float) -> None:
        """Make all text larger or smaller, 1.0 being the design's own size."""
        if scale == self._text_scale:
            return
        self._text_scale = scale
        self._fonts.clear()
        if self._applied:
            self._dress()

    @Slot(Qt.ColorScheme)
    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._refresh()

    def _refresh(self) -> None:
        if self._wanted_tokens() is not self.tokens:
            self._dress()

    def _wanted_tokens(self) -> Tokens:
        return tokens_for(self._mode, self._app.styleHints().colorScheme())

    def _tell_platform(self) -> None:
        """Have the window frames match, where the platform draws them in our scheme."""
        hints = self._app.styleHints()
        if self._mode is ThemeMode.SYSTEM:
            hints.unsetColorScheme()
        elif self._mode is ThemeMode.LIGHT:
            hints.setColorScheme(Qt.ColorScheme.Light)
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark)

    def _dress(self) -> None:
        tokens = self._wanted_tokens()
        self._icons.set_tokens(tokens)
        self._app.setPalette(build_palette(tokens))
        self._app.setFont(self.font())
        for name in _MEDIUM_CLASSES:
            # The stub asks for bytes, the binding takes only str.
            self._app.setFont(self.font(weight=TypeWeight.MEDIUM), name)  # type: ignore[arg-type]
        QToolTip.setFont(self.font(TypeSize.SMALL))
        self._app.setStyleSheet(build_sheet(tokens, self._text_scale))
        self.changed.emit()
