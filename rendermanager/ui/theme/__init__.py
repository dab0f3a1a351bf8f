"""How everything looks: tokens, palette, style, fonts and icons, kept together by `Theme`."""

from rendermanager.ui.theme.icons import Icons
from rendermanager.ui.theme.manager import Theme, ThemeMode
from rendermanager.ui.theme.tokens import StateColour, Tokens, TypeSize, TypeWeight

__all__ = ["Icons", "StateColour", "Theme", "ThemeMode", "Tokens", "TypeSize", "TypeWeight"]
