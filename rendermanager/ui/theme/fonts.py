"""The fonts: the system's own with even figures, or the bundled Inter where it has no good one."""

import sys
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from rendermanager.config.resources import resource
from rendermanager.ui.theme.tokens import TypeSize, TypeWeight

BUNDLED_FAMILY: Final = "Inter"
_BUNDLED_FILES: Final = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
# What a bare X server falls back to when the desktop names no font.
_POOR_FAMILIES: Final = frozenset(
    {
        "",
        "bitstream vera sans",
        "courier",
        "dejavu sans",
        "fixed",
        "helvetica",
        "nimbus sans",
        "nimbus sans l",
    }
)


@lru_cache(maxsize=1)
def load_bundled_fonts() -> bool:
    """Make Inter known to Qt, once; needs a `QGuiApplication`.

    Returns:
        Whether every weight could be loaded.
    """
    loaded = [
        QFontDatabase.addApplicationFont(str(resource("fonts", name))) for name in _BUNDLED_FILES
    ]
    return all(identifier >= 0 for identifier in loaded)


def choose_family(*, prefer_bundled: bool = False) -> str:
    """Return the family to use: the system's, unless it has none worth reading all day."""
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    has_good_font = sys.platform in {"win32", "darwin"} or not is_poor_family(system)
    if has_good_font and not prefer_bundled:
        return system
    return BUNDLED_FAMILY if load_bundled_fonts() else system


def is_poor_family(family: str) -> bool:
    """Say whether a family is only what is left when nothing was chosen."""
    return family.strip().lower() in _POOR_FAMILIES


def make_font(
    family: str,
    size: TypeSize = TypeSize.BODY,
    weight: TypeWeight = TypeWeight.REGULAR,
    scale: float = 1.0,
) -> QFont:
    """Return one font of the type scale, with figures that are all equally wide.

    Args:
        family: As returned by `choose_family`.
        size: The step of the type scale.
        weight: The weight.
        scale: The user's text size, 1.0 for the design's own.
    """
    font = QFont(family)
    font.setPixelSize(round(size * scale))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    if family.startswith(BUNDLED_FAMILY):
        # Inter's contextual alternates turn 1080x1080 into a multiplication sign.
        font.setFeature(QFont.Tag("calt"), 0)
    return font


def make_mono_font(size: TypeSize = TypeSize.SMALL, scale: float = 1.0) -> QFont:
    """Return the system's fixed-pitch font, for logs and commands."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(round(size * scale))
    return font
