"""Turns the tokens into the palette that every Qt widget starts from."""

from PySide6.QtGui import QPalette

from rendermanager.ui.theme.tokens import Tokens, qcolor

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def build_palette(tokens: Tokens) -> QPalette:
    """Return a palette in which every role of every group is set.

    Nothing is left to the platform, so a desktop in the other scheme cannot shine through.
    """
    palette = QPalette()
    for role, colour in _roles(tokens).items():
        palette.setColor(_Group.All, role, qcolor(colour))
    palette.setColor(_Group.Inactive, _Role.Highlight, qcolor(tokens.selection_inactive))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(_Group.Disabled, role, qcolor(tokens.text3))
    palette.setColor(_Group.Disabled, _Role.Base, qcolor(tokens.window))
    palette.setColor(_Group.Disabled, _Role.Highlight, qcolor(tokens.selection_inactive))
    return palette


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.window,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.hover,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.text3,
        _Role.Button: tokens.raised,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.text,
        _Role.ToolTipBase: tokens.raised,
        _Role.ToolTipText: tokens.text,
        _Role.Highlight: tokens.selection,
        _Role.HighlightedText: tokens.text,
        _Role.Link: tokens.link,
        _Role.LinkVisited: tokens.link,
        _Role.Accent: tokens.accent,
        _Role.Light: tokens.raised,
        _Role.Midlight: tokens.hover,
        _Role.Mid: tokens.border,
        _Role.Dark: tokens.border_strong,
        _Role.Shadow: tokens.sunken,
    }
